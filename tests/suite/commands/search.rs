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

    fn found_people(&mut self, text: &str) -> Vec<Value> {
        let list = self.ok("find_text", json!({"text": text, "account": null, "limit": 20, "kinds": ["person"]}));
        list["hits"].as_array().unwrap().clone()
    }

    fn titles(&mut self, text: &str) -> Vec<String> {
        self.found_people(text).iter().map(|one| one["title"].as_str().unwrap().to_owned()).collect()
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
    let both = desk.found_people("wanglei");
    assert_eq!(both.len(), 2);
    assert!(both[0]["title"] != both[1]["title"] && both[0]["detail"] != both[1]["detail"], "{both:?}");
    assert_eq!(desk.found_people("王磊 采购部").len(), 1);
    let kinds = |desk: &mut Desk, text: &str| {
        desk.finds(text).iter().map(|one| one["kind"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert!(kinds(&mut desk, "朔澜").contains(&"account".to_owned()));
    assert_eq!(kinds(&mut desk, "停机复盘")[0], "visit");
    assert_eq!(kinds(&mut desk, "guweizhen")[0], "staff");
    assert_eq!(kinds(&mut desk, "集团财务总监")[0], "seat");
    assert_eq!(kinds(&mut desk, "liangwang"), ["promise"]);
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
fn visits_and_promises_are_found_by_those_who_take_part() {
    let folder = tempfile::tempdir().unwrap();
    let mut all = sample();
    let host = all.staff.iter().find(|one| one.name_zh.as_deref() == Some("顾维桢")).unwrap().id;
    let visit = all.visits.iter_mut().find(|one| one.r#ref.as_deref() == Some("V05")).unwrap();
    visit.host = Some(host);
    let (visit, account) = (visit.id, visit.account);
    let mut desk = Desk { app: open_with(folder.path(), &all), _folder: folder };
    let of = |desk: &mut Desk, text: &str, kind: &str| {
        let ask = json!({"text": text, "account": null, "limit": 50, "kinds": [kind]});
        desk.ok("find_text", ask)["hits"].as_array().unwrap().clone()
    };
    let reason = |hit: &Value| {
        let detail: Vec<char> = hit["detail"].as_str().unwrap().chars().collect();
        let cut = |mark: &Value| {
            let at = |one: usize| mark[one].as_u64().unwrap() as usize;
            detail[at(0)..at(1)].iter().collect::<String>()
        };
        let marks: Vec<String> = hit["detail_marks"].as_array().unwrap().iter().map(cut).collect();
        (hit["detail"].as_str().unwrap().to_owned(), marks)
    };
    for typed in ["马俊驰", "mjc", "majunchi", "顾维桢", "guwz"] {
        let found = of(&mut desk, typed, "visit");
        let own = found.iter().find(|one| one["visit"] == json!(visit)).unwrap_or_else(|| panic!("{typed}: {found:?}"));
        let (detail, marks) = reason(own);
        let (label, name) =
            if typed.starts_with(['顾', 'g']) { ("我方", "顾维桢") } else { ("来宾", "马俊驰") };
        assert!(detail.contains(&format!("{label} {name}")) && marks == [name], "{typed}: {own}");
    }
    // A guest who is renamed, and one who is added, are known at once.
    let seat = desk.seat("A05", "马俊驰");
    desk.ok("rename_seat", json!({"seat": seat, "name": "仇样例", "title": "总经理"}));
    assert_eq!((of(&mut desk, "qiuyl", "visit").len(), of(&mut desk, "mjc", "visit").len()), (1, 0));
    desk.ok("undo", json!({}));
    let row = json!({"person": null, "name": "仇样例", "title": "样例专员", "role": null, "official_order": null});
    desk.ok("add_guests", json!({"visit": visit, "source": "样例名单", "rows": [row]}));
    assert!(of(&mut desk, "qiuyl", "visit").iter().any(|one| one["visit"] == json!(visit)));
    desk.ok("undo", json!({}));
    assert!(of(&mut desk, "qiuyl", "visit").iter().all(|one| one["visit"] != json!(visit)));
    let promise = of(&mut desk, "tingjiyuanyin", "promise")[0].clone();
    assert_eq!((&promise["account"], &promise["title"]), (&json!(account), &json!("停机原因报告")));
    assert!(of(&mut desk, "dingxf", "promise").iter().all(|one| one["kind"] == "promise"));
    let unit = of(&mut desk, "xinxike", "unit")[0].clone();
    assert!(unit["title"] == "信息科" && unit["seat"].is_string(), "{unit}");
}

#[test]
fn a_hit_says_how_somebody_stands_and_what_their_leaving_costs() {
    let mut desk = Desk::new();
    let hit = desk.finds("mgl")[0].clone();
    assert_eq!((&hit["judged"], &hit["attitude"]), (&json!(true), &json!(1)));
    let unknown = desk.finds("庞德厚")[0].clone();
    let map = desk.map("A02");
    let row = map["outline"].as_array().unwrap().iter().find(|one| one["name"] == "庞德厚").unwrap();
    let seat = desk.inspect(&row["seat"]);
    assert_eq!((&unknown["judged"], &unknown["attitude"]), (&json!(true), &seat["attitude"]), "as the card says");
    let gone = desk.finds("tangjingyao")[0].clone();
    assert_eq!((&gone["judged"], &gone["attitude"]), (&json!(false), &Value::Null), "who has left is not judged");
    let mut steps = |hit: &Value| {
        desk.ok("get_person_steps", json!({"person": hit["person"], "account": hit["account"], "as_of": DAY}))
    };
    let own = steps(&hit);
    assert_eq!((own["loss"].as_f64().unwrap() * 10.0).round(), 190.0, "{own}");
    assert!(own["visit"]["label"].as_str().unwrap().contains("首访"), "{own}");
    let listed = own["visit"]["guest"].as_bool().unwrap();
    assert_eq!(steps(&gone)["loss"], Value::Null);
    let visit = own["visit"]["visit"].clone();
    let found = desk.ok("find_text", json!({"text": "苗国梁", "account": null, "limit": 9, "kinds": ["visit"]}));
    assert_eq!(found["hits"].as_array().unwrap().iter().any(|one| one["visit"] == visit), listed);
}

#[test]
fn the_list_of_people_is_searched_by_the_same_rules() {
    let mut desk = Desk::new();
    let ask = |text: &str| json!({"account": null, "unit": null, "text": text, "stale": false, "source": null, "order": "name", "down": false, "offset": 0, "limit": 100});
    let mut names = |text: &str| -> Vec<String> {
        let rows = desk.ok("list_people", ask(text))["rows"].clone();
        rows.as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect()
    };
    for typed in ["mgl", "苗gl", "guoliang", "苗國梁", "miao 新能源", "aasne"] {
        let wanted = if typed == "aasne" { "英格丽·奥森" } else { "苗国梁" };
        assert_eq!(names(typed), [wanted], "{typed}");
    }
    assert_eq!(names("wanglei").len(), 2);
    assert!(names("danxc").is_empty() && names("qqqq").is_empty());
    assert!(names("").len() > 30);
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

/// Everything somebody could type to get at what is not for the room: all names in characters and by sound, and the beginnings of all
/// other texts of the records.
fn probes(all: &domain::Snapshot) -> Vec<String> {
    let names = all.people.iter().flat_map(|one| [&one.name_zh, &one.name_en, &one.label, &one.r#ref]);
    let staff = all.staff.iter().flat_map(|one| [&one.name_zh, &one.title_zh]);
    let visits = all.visits.iter().flat_map(|one| [&one.purpose, &one.place, &one.r#ref]);
    let promises = all.commitments.iter().flat_map(|one| [&one.text_zh, &one.text_en]);
    let seats = all.seats.iter().flat_map(|one| [&one.title_zh, &one.r#ref]);
    let whole = names.chain(staff).chain(visits).chain(promises).chain(seats).flatten().cloned();
    let begun =
        all.facts.iter().filter_map(|one| one.value.clone()).chain(all.stances.iter().map(|one| one.evidence.clone()));
    let begun = begun.map(|text| text.chars().take(4).collect::<String>());
    let sounds = all.people.iter().filter_map(|one| one.name_zh.as_deref());
    let sounds = sounds.map(|name| domain::engine::search::readings(name, domain::engine::search::ReadAs::Name, None));
    let sounds = sounds.map(|all| all.into_iter().flatten().collect::<String>());
    let judged =
        ["支持", "反对", "中立", "未知", "教练", "拥护者", "无责任人", "预警", "覆盖", "supporter"].map(String::from);
    whole.chain(begun).chain(sounds.collect::<Vec<_>>()).chain(judged).collect()
}

#[test]
fn nothing_of_judgements_findings_or_hidden_people_goes_over_the_wire_to_the_room() {
    let folder = tempfile::tempdir().unwrap();
    let mut all = sample();
    let account = all.accounts.iter().find(|one| one.r#ref.as_deref() == Some("A02")).unwrap().id;
    let barred = all.people.iter_mut().find(|one| one.name_zh.as_deref() == Some("邵云帆")).unwrap();
    barred.no_contact = true;
    let (barred, typed) = (barred.id, probes(&all));
    let held = |one: &&domain::Tenure| all.seats.iter().any(|seat| seat.id == one.seat && seat.account == account);
    let here: Vec<String> = all.tenures.iter().filter(held).map(|one| one.person.to_string()).collect();
    let mut app = open_with(folder.path(), &all);
    let room = app::wire::ViewContext { mode: DisplayMode::Presenting, ..suite::context() };
    let mut answers = 0;
    for text in &typed {
        let offers = json!(["无责任人", "态度未知"]);
        let ask = json!({"text": text, "account": account, "limit": 200, "recent": [barred], "offers": offers});
        let found = app::contract::call(&mut app, "find_text", &room, ask).unwrap();
        assert_eq!(found["offers"], json!([]), "{text}");
        for hit in found["hits"].as_array().unwrap() {
            answers += 1;
            assert!(["person", "account", "seat", "unit"].contains(&hit["kind"].as_str().unwrap()), "{text}: {hit}");
            assert_eq!((&hit["judged"], &hit["attitude"]), (&json!(false), &Value::Null), "{text}: {hit}");
            let of_others = ["visit", "staff", "promise"].map(|key| &hit[key]);
            assert_eq!(of_others, [&Value::Null; 3], "{text}: {hit}");
            let person = hit["person"].as_str();
            assert!(person.is_none_or(|one| one != barred.to_string() && here.iter().any(|own| own == one)), "{hit}");
        }
    }
    assert!(answers > 20, "the room does find what it may see");
    for (name, ask) in [
        ("get_person_steps", json!({"person": here[0], "account": account, "as_of": DAY})),
        ("list_people", json!({"account": account, "text": "", "order": "name", "offset": 0, "limit": 5})),
    ] {
        assert!(app::contract::call(&mut app, name, &room, ask).is_err(), "{name}");
    }
}
