//! Rows typed or pasted: what they mean, what stops them, and one step for all.

use serde_json::{Value, json};

use super::Desk;

fn row(name: &str, title: &str, superior: &str, unit: &str) -> Value {
    json!({"name": name, "title": title, "superior": superior, "unit": unit})
}

fn request(desk: &mut Desk, key: &str, rows: &[Value]) -> Value {
    json!({"account": desk.account(key), "decision": null, "unit": null, "superior": null, "rows": rows})
}

/// Row, field and whether it blocks, of every problem.
fn problems(desk: &mut Desk, request: &Value) -> Vec<(u64, String, bool)> {
    let check = desk.ok("check_rows", request.clone());
    let list = check["problems"].as_array().unwrap().clone();
    let flat = |one: &Value| {
        assert!(!one["text"].as_str().unwrap().starts_with("map-core"), "{one}");
        (one["row"].as_u64().unwrap(), one["field"].as_str().unwrap().to_owned(), one["blocking"] == true)
    };
    list.iter().map(flat).collect()
}

#[test]
fn rows_hang_on_each_other_and_on_the_map_in_one_step() {
    let mut desk = Desk::new();
    let rows = [
        row("样例一", "科长", "样例二", ""),
        row("样例二", "处长", "卓越川", "储能处"),
        row("", "专员", "样例一", "储能处"),
        row("", "", "", ""),
    ];
    let request = request(&mut desk, "A01", &rows);
    let before = desk.records();
    let check = desk.ok("check_rows", request.clone());
    assert_eq!(desk.records(), before, "a check writes nothing");
    assert_eq!((&check["people"], &check["seats"]), (&json!(2), &json!(3)));
    assert_eq!(check["new_units"], json!(["储能处"]));
    assert_eq!(check["problems"], json!([]));
    let added = desk.turned("add_seats", request);
    let seats = added["seats"].as_array().unwrap().clone();
    assert_eq!(seats.len(), 3);
    let head = desk.seat("A01", "卓越川");
    assert_eq!(desk.superior(&seats[1]), head);
    assert_eq!(desk.superior(&seats[0]), seats[1]);
    assert_eq!(desk.superior(&seats[2]), seats[0]);
    assert_eq!(desk.inspect(&seats[1])["unit_name"], "储能处");
    assert_eq!(desk.inspect(&seats[2])["holding"], "placeholder");
}

#[test]
fn what_cannot_be_meant_blocks_its_cell_and_nothing_is_added() {
    let mut desk = Desk::new();
    let long = "长".repeat(300);
    let rows = [
        row("样例一", "科长", "没有这个人", ""),
        row("样例二", &long, "", ""),
        row("样例三", "科长", "样例四", ""),
        row("样例四", "科长", "样例三", ""),
        row("", "", "邵云帆", ""),
        row("样例五", "科长", "样例五", ""),
    ];
    let request = request(&mut desk, "A02", &rows);
    let found = problems(&mut desk, &request);
    let blocking: Vec<(u64, &str)> = found.iter().filter(|one| one.2).map(|one| (one.0, one.1.as_str())).collect();
    let wanted = [(0, "superior"), (1, "title"), (2, "superior"), (3, "superior"), (4, "name"), (5, "superior")];
    assert_eq!(blocking, wanted);
    let before = desk.records();
    assert_eq!(desk.refused("add_seats", request), "rows-blocked");
    assert_eq!(desk.records(), before);
}

#[test]
fn namesakes_are_told_and_an_ambiguous_superior_is_not_guessed() {
    let mut desk = Desk::new();
    let twice = request(&mut desk, "A02", &[row("样例一", "主任", "王磊", "")]);
    assert_eq!(problems(&mut desk, &twice), [(0, "superior".to_owned(), true)]);
    let namesake = request(&mut desk, "A02", &[row("邵云帆", "", "", "")]);
    let found = problems(&mut desk, &namesake);
    assert_eq!(found, [(0, "title".to_owned(), false), (0, "name".to_owned(), false)]);
    desk.turned("add_seats", namesake);
}

#[test]
fn marks_that_hide_are_cleaned_and_told() {
    let mut desk = Desk::new();
    let request = request(&mut desk, "A01", &[row("\u{202e}样例\u{200b}一", "科\u{2066}长", "", "")]);
    let found = problems(&mut desk, &request);
    assert_eq!(found, [(0, "name".to_owned(), false), (0, "title".to_owned(), false)]);
    let seat = desk.turned("add_seats", request)["seats"][0].clone();
    let now = desk.inspect(&seat);
    assert_eq!((&now["name"], &now["title"]), (&json!("样例一"), &json!("科长")));
}

#[test]
fn ten_thousand_people_in_one_unit_are_a_map() {
    let mut desk = Desk::new();
    let account = desk.account("A08");
    let top = desk.map("A08")["outline"][0]["seat"].clone();
    for part in 0..5 {
        let rows: Vec<Value> = (0..2_000).map(|n| row(&format!("样例{part}之{n}"), "员", "", "")).collect();
        let request = json!({"account": account, "decision": null, "unit": null, "superior": top, "rows": rows});
        assert_eq!(desk.ok("add_seats", request)["seats"].as_array().unwrap().len(), 2_000);
    }
    let map = desk.map("A08");
    assert!(map["scene"]["cards"].as_array().unwrap().len() > 10_000);
    let first = map["outline"].as_array().unwrap().iter().find(|one| one["seat"] == top).unwrap().clone();
    assert!(first["reports"].as_u64().unwrap() >= 10_000, "{first}");
    let folded = desk.ok(
        "get_map",
        json!({"account": account, "decision": null, "lens": "structure", "as_of": super::DAY, "folded": [top]}),
    );
    let shown = folded["outline"].as_array().unwrap().iter().find(|one| one["seat"] == top).unwrap().clone();
    assert!(shown["hidden"].as_u64().unwrap() >= 10_000, "{shown}");
    let too_many: Vec<Value> = (0..2_001).map(|n| row(&format!("多{n}"), "员", "", "")).collect();
    let request = json!({"account": account, "decision": null, "unit": null, "superior": top, "rows": too_many});
    assert_eq!(desk.refused("add_seats", request), "too-many-rows");
}

#[test]
fn the_first_seats_that_are_to_join_make_the_standing_chain_in_the_same_step() {
    let folder = tempfile::tempdir().unwrap();
    let mut all = crate::canary::sample();
    all.decisions.clear();
    all.chain_members.clear();
    all.chain_vacancies.clear();
    all.decision_bodies.clear();
    all.stances.retain(|one| one.decision.is_none());
    let app = crate::canary::open_with(folder.path(), &all);
    let mut desk = Desk { app, _folder: folder };
    let account = desk.account("A03");
    assert_eq!(desk.map("A03")["decisions"], json!([]));
    let members = |desk: &mut Desk| {
        desk.map("A03")["decisions"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["members"].as_u64().unwrap())
            .collect::<Vec<_>>()
    };
    let rows = |name: &str, join: bool| {
        json!({"account": account, "decision": null, "join": join, "unit": null, "superior": null,
        "rows": [{"name": name, "title": "岗", "superior": "", "unit": ""}]})
    };
    desk.turned("add_seats", rows("样例一", false));
    assert_eq!(members(&mut desk), [] as [u64; 0], "who stays outside makes no chain");
    desk.turned("add_seats", rows("样例二", true));
    assert_eq!(members(&mut desk), [1]);
    desk.ok("undo", json!({}));
    assert_eq!(members(&mut desk), [] as [u64; 0], "one step made chain and seat");
    let seat = |join: bool| {
        json!({"account": account, "unit": null, "superior": null, "report": null, "after": null, "name": "样例三",
        "title": "岗", "rank_level": null, "decision": null, "join": join})
    };
    desk.turned("add_seat", seat(true));
    assert_eq!(members(&mut desk), [1]);
    desk.turned("add_seat", seat(true));
    desk.turned("add_seats", rows("样例四", true));
    assert_eq!(members(&mut desk), [3], "the chain there is, is joined");
    desk.turned("add_seat", seat(false));
    desk.turned("add_seats", rows("样例五", false));
    assert_eq!(members(&mut desk), [3], "outside stays outside");
    assert_eq!(desk.map("A03")["decisions"][0]["kind"], "standing");
}
