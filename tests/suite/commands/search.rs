//! One box: what is found, how it is told apart and underlined, that it is as fresh as the records, and what the room may find.

use domain::scene::DisplayMode;
use domain::{FactKind, PersonStatus};
use serde_json::{Value, json};

use super::canary::{open_with, sample};
use super::{DAY, Desk};

impl Desk {
    fn finds(&mut self, text: &str) -> Vec<Value> {
        let list = self.ok("find_text", json!({"text": text, "account": null, "limit": 20}));
        list["hits"].as_array().unwrap().clone()
    }

    fn titles(&mut self, text: &str) -> Vec<String> {
        self.finds(text).iter().map(|one| one["title"].as_str().unwrap().to_owned()).collect()
    }
}

#[test]
fn what_matched_is_underlined_in_the_name_its_reading_and_the_post() {
    let mut desk = Desk::new();
    let first = |desk: &mut Desk, text: &str| desk.finds(text).first().cloned().unwrap_or_else(|| panic!("{text}"));
    let hit = first(&mut desk, "mgl");
    assert_eq!((&hit["title"], &hit["reading"]), (&json!("苗国梁"), &json!("Miáo Guóliáng")));
    assert_eq!((&hit["marks"], &hit["reading_marks"]), (&json!([[0, 3]]), &json!([[0, 1], [5, 6], [8, 9]])));
    let hit = first(&mut desk, "guol");
    assert_eq!((&hit["marks"], &hit["reading_marks"]), (&json!([[1, 3]]), &json!([[5, 8], [8, 9]])));
    let hit = first(&mut desk, "苗 zongjingli");
    let detail: Vec<char> = hit["detail"].as_str().unwrap().chars().collect();
    let mark = &hit["detail_marks"][0];
    let (from, to) = (mark[0].as_u64().unwrap() as usize, mark[1].as_u64().unwrap() as usize);
    assert_eq!((hit["marks"].clone(), detail[from..to].iter().collect::<String>()), (json!([[0, 1]]), "总经理".into()));
    // A name that fits in the other script alone is shown beside the one that is read.
    let hit = first(&mut desk, "aasen");
    assert_eq!(hit["title"], "英格丽·奥森");
    assert!(hit["reading"].as_str().unwrap().contains("Aasen") && hit["reading_marks"] != json!([]), "{hit}");
}

#[test]
fn surnames_places_and_slips() {
    let mut desk = Desk::new();
    for (typed, wanted) in [
        ("shan", "单晓晨"),
        ("yuchi", "尉迟安"),
        ("zhashen", "查慎行"),
        ("xian", "冼思源"),
        ("mioaguoliang", "苗国梁"),
        ("苗果良", "苗国梁"),
        ("guan zhixin", "官志新"),
    ] {
        let found = desk.titles(typed);
        let known = found.iter().any(|one| one == wanted);
        assert_eq!(known, wanted != "官志新", "{typed}: {found:?}");
    }
    assert!(desk.titles("danxc").is_empty() && desk.titles("weichi").is_empty());
}

#[test]
fn namesakes_are_told_apart_and_others_than_people_are_found() {
    let mut desk = Desk::new();
    let both = desk.finds("wanglei");
    assert_eq!(both.len(), 2);
    assert!(both[0]["title"] != both[1]["title"] && both[0]["detail"] != both[1]["detail"], "{both:?}");
    assert_eq!(desk.finds("王磊 采购部").len(), 1);
    let kinds = |desk: &mut Desk, text: &str| {
        desk.finds(text).iter().map(|one| one["kind"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert!(kinds(&mut desk, "朔澜").contains(&"account".to_owned()));
    assert_eq!(kinds(&mut desk, "停机复盘")[0], "visit");
    assert_eq!(kinds(&mut desk, "guweizhen"), ["staff"]);
    assert_eq!(kinds(&mut desk, "集团财务总监")[0], "seat");
    assert!(desk.finds("tangjingyao")[0]["former"].as_bool().unwrap());
}

#[test]
fn the_search_is_as_fresh_as_the_records() {
    let mut desk = Desk::new();
    let seat = desk.seat("A01", "苗国梁");
    assert_eq!(desk.titles("miaoguoliang"), ["苗国梁"]);
    desk.ok("rename_seat", json!({"seat": seat, "name": "仇样例", "title": "样例行长"}));
    assert!(desk.titles("mgl").is_empty());
    assert_eq!(
        (desk.titles("qiuyl"), desk.titles("样例 hangzhang")),
        (vec!["仇样例".to_owned()], vec!["仇样例".to_owned()])
    );
    let fact = |kind: &str, value: &str| json!({"seat": seat, "kind": kind, "value": value, "source": "样例", "confidence": "confirmed", "verified_on": DAY});
    desk.ok("add_fact", fact("mobile", "138 0000-5271"));
    let hit = desk.finds("05271")[0].clone();
    assert!(hit["detail"].as_str().unwrap().ends_with("138 0000-5271"), "{hit}");
    desk.ok("undo", json!({}));
    assert!(desk.finds("05271").is_empty());
    desk.ok("undo", json!({}));
    assert_eq!((desk.titles("mgl").len(), desk.titles("qiuyl").len()), (1, 0));
    desk.ok("end_tenure", json!({"seat": seat, "on": "2026-11-19"}));
    let kept: Vec<Vec<Value>> = ["miao", "总经理", "采购", "zong"].iter().map(|one| desk.finds(one)).collect();
    // The index that followed every step says what one made anew says.
    let path = desk._folder.path().join("sample.dianke");
    desk.app.close();
    desk.app.open(&path).unwrap();
    let anew: Vec<Vec<Value>> = ["miao", "总经理", "采购", "zong"].iter().map(|one| desk.finds(one)).collect();
    let sorted = |all: Vec<Vec<Value>>| {
        all.into_iter()
            .map(|one| {
                let mut texts: Vec<String> = one.iter().map(Value::to_string).collect();
                texts.sort();
                texts
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(sorted(kept), sorted(anew));
}

#[test]
fn what_was_opened_lately_comes_first() {
    let mut desk = Desk::new();
    let all = desk.finds("wanglei");
    let second = all[1]["person"].clone();
    let ask = |text: &str| json!({"text": text, "account": null, "limit": 20, "recent": [second, "00000000-0000-7000-8000-000000000000"]});
    let found = desk.ok("find_text", ask("wanglei"));
    assert_eq!(found["hits"][0]["person"], second);
    let recent = desk.ok("find_text", ask(""));
    assert_eq!(recent["hits"].as_array().unwrap().len(), 1, "what is gone is not offered");
    assert_eq!((&recent["hits"][0]["person"], &recent["hits"][0]["marks"]), (&second, &json!([])));
}

#[test]
fn what_the_page_offers_is_found_by_the_same_rules() {
    let mut desk = Desk::new();
    let offers = ["去“今日”", "投屏，只显示姓名与职务", "导出全部数据", "Switch to English"];
    let mut find = |text: &str| {
        desk.ok("find_text", json!({"text": text, "account": null, "limit": 5, "offers": offers}))["offers"].clone()
    };
    assert_eq!(find("touping"), json!([{"at": 1, "marks": [[0, 2]]}]));
    assert_eq!(find("dc"), json!([{"at": 2, "marks": [[0, 2]]}]));
    assert_eq!(find("engl"), json!([{"at": 3, "marks": [[10, 14]]}]));
    assert_eq!(find("swtich"), json!([{"at": 3, "marks": [[0, 6]]}]), "a slip counts when nothing else fits");
    assert_eq!(find("touping yingwen"), json!([]));
}

#[test]
fn erased_people_facts_and_hidden_matters_are_not_found() {
    let folder = tempfile::tempdir().unwrap();
    let mut all = sample();
    let person = all.people.iter_mut().find(|one| one.name_zh.as_deref() == Some("苗国梁")).unwrap();
    person.status = PersonStatus::Erased;
    let known = person.id;
    let hobby = all.facts.iter_mut().find(|one| one.person != known && one.kind == FactKind::Hobby).unwrap();
    hobby.value = Some("样例爱好".into());
    let mut app = open_with(folder.path(), &all);
    let mut find = |text: &str| {
        let ask = json!({"text": text, "account": null, "limit": 200, "recent": [known]});
        app::contract::call(&mut app, "find_text", &suite::context(), ask).unwrap()["hits"].clone()
    };
    for text in ["苗国梁", "miao", "mgl", "p102", ""] {
        let found = find(text);
        assert!(
            !found.to_string().contains("苗国梁") && !found.to_string().contains(&known.to_string()),
            "{text}: {found}"
        );
    }
    assert_eq!(find("样例爱好"), json!([]));
}

#[test]
fn the_room_finds_what_it_may_see_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let mut all = sample();
    let own = |key: &str| all.accounts.iter().find(|one| one.r#ref.as_deref() == Some(key)).unwrap().id;
    let (account, other) = (own("A02"), own("A01"));
    let lei = all.people.iter().find(|one| one.label.as_deref() == Some("信息中心")).unwrap().id;
    let barred = all.people.iter_mut().find(|one| one.name_zh.as_deref() == Some("邵云帆")).unwrap();
    barred.no_contact = true;
    let mut app = open_with(folder.path(), &all);
    let room = app::wire::ViewContext { mode: DisplayMode::Presenting, ..suite::context() };
    let mut find = |text: &str, account: Value| {
        let ask = json!({"text": text, "account": account, "limit": 200, "recent": [lei]});
        app::contract::call(&mut app, "find_text", &room, ask).map(|one| one["hits"].clone())
    };
    let found = find("wanglei", json!(account)).unwrap();
    assert_eq!(found.as_array().unwrap().len(), 2);
    assert!(found.as_array().unwrap().iter().all(|one| one["title"] == "王磊"), "labels are ours: {found}");
    for text in ["邵云帆", "shaoyf", "评标专家", "苗国梁", "朔澜", "信息中心王磊", "p201", "停机", "顾维桢", "V02"]
    {
        let found = find(text, json!(account)).unwrap();
        assert!(
            !found.to_string().contains("邵云帆")
                && !found.to_string().contains("评标")
                && !found.to_string().contains("苗国梁"),
            "{text}: {found}"
        );
        if ["朔澜", "p201", "停机", "顾维桢", "V02"].contains(&text) {
            assert_eq!(found, json!([]), "{text}");
        }
    }
    assert_eq!(find("", json!(account)).unwrap(), json!([]), "no history in the room");
    assert_eq!(find("苗国梁", Value::Null).unwrap_err().view().code, "not-presenting");
    assert_eq!(find("mgl", json!(other)).unwrap()[0]["title"], "苗国梁");
}
