//! Somebody asked that what is kept of them is not used: no list takes them along or writes over them, search knows the full name
//! alone, and everything is back when the restriction ends.

use app::files::write_list;
use domain::scene::DisplayMode;
use serde_json::{Value, json};

use super::Desk;

const DAY: &str = "2026-11-20";
const LIST: &str =
    "部门,职务,姓名,手机,邮箱\n采购部,部长,样例一,15400000001,one@a.example\n采购部,科员,样例二,15400000002,\n";
const AGAIN: &str =
    "部门,职务,姓名,手机,邮箱\n采购部,部长,样例一,15400000009,one@a.example\n采购部,科员,样例二,15400000008,\n";

/// A desk with a list of two, the first of whom can be restricted.
struct Ground {
    desk: Desk,
    account: Value,
    person: Value,
}

impl Ground {
    fn new() -> Self {
        let mut desk = Desk::new();
        let view = look(&mut desk, LIST);
        desk.ok("apply_import", yes(&view));
        let list = desk.ok("list_people", everybody());
        let row = list["rows"].as_array().unwrap().iter().find(|one| one["name"] == "样例一").unwrap().clone();
        Self { desk, account: row["account"].clone(), person: row["person"].clone() }
    }

    fn restrict(&mut self) -> Value {
        let asked = json!({"person": self.person, "kind": "restriction", "received_on": "2026-11-10", "due_on": null, "channel": "邮件", "subject": null, "note": null});
        self.desk.turned("add_rights_request", asked)["created"].clone()
    }

    fn end(&mut self, request: &Value) {
        let ended = json!({"request": request, "status": null, "answer": null, "verified_on": null, "reviewed_on": null, "ended_on": "2026-11-19", "handled_by": null});
        self.desk.turned("move_rights_request", ended);
    }

    /// Rows and rows left behind of a list, and its bytes as text.
    fn list(&mut self, list: &str, format: &str) -> (u64, u64, String) {
        let request = json!({"list": list, "format": format, "class": "P1", "reason": null, "account": self.account, "as_of": DAY, "keys": null});
        let look = self.desk.ok("look_at_list", request.clone());
        let asked = serde_json::from_value(request).unwrap();
        let file = write_list(&mut self.desk.app, &suite::context(), &asked).unwrap();
        assert_eq!(u64::from(file.withheld), look["withheld"].as_u64().unwrap());
        let text = String::from_utf8(file.bytes).unwrap();
        (look["rows"].as_u64().unwrap(), look["withheld"].as_u64().unwrap(), text)
    }

    fn found(&mut self, text: &str) -> Vec<Value> {
        let answer =
            self.desk.ok("find_text", json!({"text": text, "account": null, "kinds": ["person"], "limit": 50}));
        let hits = answer["hits"].as_array().unwrap().clone();
        hits.into_iter().filter(|one| one["person"] == self.person).collect()
    }

    fn mobile(&mut self, name: &str) -> String {
        let records: Value = serde_json::from_str(&self.desk.records()).unwrap();
        let people = records["records"]["people"].as_array().unwrap();
        let person = people.iter().find(|one| one["name_zh"] == name).unwrap()["id"].clone();
        let facts = records["records"]["facts"].as_array().unwrap();
        let own: Vec<&Value> = facts.iter().filter(|one| one["person"] == person && one["kind"] == "mobile").collect();
        own.iter().map(|one| one["value"].as_str().unwrap()).collect::<Vec<_>>().join(" ")
    }
}

fn look(desk: &mut Desk, text: &str) -> Value {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("样例客户.csv");
    std::fs::write(&path, text).unwrap();
    json!(app::files::look_at_import(&mut desk.app, &suite::context(), &path).unwrap())
}

fn yes(view: &Value) -> Value {
    let mapping: Vec<Value> = view["columns"].as_array().unwrap().iter().map(|one| one["field"].clone()).collect();
    json!({"token": view["token"], "mapping": mapping, "account": view["account"], "account_name": "样例客户"})
}

fn everybody() -> Value {
    json!({"account": null, "unit": null, "text": "", "stale": false, "source": null, "order": "name", "down": false, "offset": 0, "limit": 500})
}

#[test]
fn a_restricted_person_stays_when_a_list_leaves_and_is_back_when_it_ends() {
    let mut ground = Ground::new();
    for (list, format) in [("people", "csv"), ("people", "vcard4"), ("court", "csv")] {
        let (rows, withheld, text) = ground.list(list, format);
        assert!(withheld == 0 && text.contains("样例一"), "{list} {format}: {text}");
        let request = ground.restrict();
        let (less, stays, without) = ground.list(list, format);
        assert_eq!((less, stays), (rows - 1, 1), "{list} {format}");
        assert!(!without.contains("样例一") && without.contains("样例二"), "{without}");
        assert!(!without.contains("15400000001"));
        ground.end(&request);
        assert_eq!(ground.list(list, format), (rows, 0, text), "{list} {format}: ended");
    }
}

#[test]
fn a_restricted_person_is_not_named_on_the_card_of_another_either() {
    let mut desk = Desk::new();
    let view = look(
        &mut desk,
        "姓名,部门,职务,上级,手机\n样例一,采购部,部长,,15400000001\n样例二,采购部,科员,样例一,15400000002\n",
    );
    desk.ok("apply_import", yes(&view));
    let list = desk.ok("list_people", everybody());
    let row = list["rows"].as_array().unwrap().iter().find(|one| one["name"] == "样例一").unwrap().clone();
    let mut ground = Ground { desk, account: row["account"].clone(), person: row["person"].clone() };
    let of_two = |text: &str| text.split("BEGIN:VCARD").find(|one| one.contains("15400000002")).unwrap().to_owned();
    let before = of_two(&ground.list("people", "vcard4").2);
    assert!(before.contains("样例一"), "{before}");
    ground.restrict();
    let after = of_two(&ground.list("people", "vcard4").2);
    assert!(!after.contains("样例一"), "{after}");
}

#[test]
fn search_knows_a_restricted_person_by_the_full_name_alone() {
    let mut ground = Ground::new();
    let before = ground.found("样例一");
    assert_eq!(before.len(), 1);
    assert!(before[0]["seat"].is_string() && before[0]["detail"].as_str().unwrap().contains("采购部"));
    assert_eq!(ground.found("15400000001").len(), 1);
    let request = ground.restrict();
    for text in ["样例", "样", "yangliyi", "yly", "15400000001", "one@a.example", "采购部", "部长"] {
        assert!(ground.found(text).is_empty(), "{text}");
    }
    let hit = ground.found(" 样例一 ");
    assert_eq!(hit.len(), 1);
    assert_eq!((&hit[0]["detail"], &hit[0]["title"]), (&json!("限制处理：只保存不使用"), &json!("样例一")));
    assert_eq!((&hit[0]["seat"], &hit[0]["account"], &hit[0]["reading"]), (&Value::Null, &Value::Null, &json!("")));
    let recent =
        ground.desk.ok("find_text", json!({"text": "", "account": null, "limit": 20, "recent": [ground.person]}));
    assert_eq!(recent["hits"], json!([]), "nor among those opened lately");
    ground.end(&request);
    assert_eq!(ground.found("样例一"), before);
    assert_eq!(ground.found("15400000001").len(), 1);
}

#[test]
fn a_list_says_that_it_does_not_write_over_a_restricted_person() {
    let mut ground = Ground::new();
    let request = ground.restrict();
    let view = look(&mut ground.desk, AGAIN);
    let problems: Vec<&Value> = view["problems"].as_array().unwrap().iter().filter(|one| one["row"] == 2).collect();
    assert!(problems.iter().any(|one| one["text"].as_str().unwrap().contains("限制处理")), "{}", view["problems"]);
    assert!(!view["pairs"].to_string().contains("15400000001"), "what is kept is not shown beside the list");
    let done = ground.desk.turned("apply_import", yes(&view));
    assert!(done["text"].as_str().unwrap().contains("要求限制处理的人"), "{done}");
    assert_eq!(ground.mobile("样例一"), "15400000001");
    assert!(ground.mobile("样例二").contains("15400000008"), "the others go in");
    let records: Value = serde_json::from_str(&ground.desk.records()).unwrap();
    let named =
        records["records"]["people"].as_array().unwrap().iter().filter(|one| one["name_zh"] == "样例一").count();
    assert_eq!(named, 1, "nor comes a second one");
    ground.end(&request);
    let view = look(&mut ground.desk, AGAIN);
    assert!(!view["problems"].to_string().contains("限制处理"));
}

#[test]
fn a_restriction_is_marked_at_the_desk_and_nowhere_in_the_room() {
    let mut ground = Ground::new();
    let (account, person) = (ground.account.clone(), ground.person.clone());
    let marks = |ground: &mut Ground| {
        let desk = &mut ground.desk;
        let list = desk.ok("list_people", everybody());
        let row = list["rows"].as_array().unwrap().iter().find(|one| one["person"] == person).unwrap().clone();
        let page = desk.ok("get_person", json!({"person": person, "as_of": DAY}));
        let court = desk.ok("get_court", json!({"accounts": [account], "as_of": DAY}));
        let cells = court["accounts"][0]["rows"].as_array().unwrap().clone();
        let cell = cells.iter().find(|one| one["seat"] == row["seat"]).unwrap().clone();
        let seat = desk.inspect(&row["seat"]);
        let map = json!({"account": account, "decision": null, "lens": "structure", "as_of": DAY, "folded": []});
        let map = desk.ok("get_map", map);
        let line = map["outline"].as_array().unwrap().iter().find(|one| one["seat"] == row["seat"]).unwrap();
        assert_eq!(line["restricted"] == true, row["restricted"] == true);
        let map = map.to_string();
        assert_eq!(row["restricted"], cell["restricted"]);
        assert_eq!(row["restricted"], seat["restricted"]);
        (row["restricted"] == true, page["restricted_on"].clone(), map.contains("限制处理：只保存不使用"))
    };
    assert_eq!(marks(&mut ground), (false, Value::Null, false));
    let request = ground.restrict();
    assert_eq!(marks(&mut ground), (true, json!("2026-11-10"), true));
    let presenting = app::wire::ViewContext { mode: DisplayMode::Presenting, ..suite::context() };
    let room = json!({"account": account, "as_of": DAY, "folded": [], "focus": null});
    let room = app::contract::call(&mut ground.desk.app, "get_room", &presenting, room).unwrap().to_string();
    assert!(room.contains("样例一") && !room.contains("限制"), "the post is business; the mark is ours");
    ground.end(&request);
    assert_eq!(marks(&mut ground), (false, Value::Null, false));
}
