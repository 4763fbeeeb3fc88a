//! Units of the past: seats that went into another unit, units that began and ended, seen on the days before and after.

use serde_json::{Value, json};

use super::{DAY, Desk};

const BEFORE: &str = "2026-11-19";

impl Desk {
    fn day(&mut self, key: &str, as_of: &str, compare: Option<&str>) -> Value {
        let account = self.account(key);
        let request = json!({"account": account, "decision": null, "lens": "change", "as_of": as_of, "compare": compare,
            "folded": []});
        self.ok("get_map", request)
    }

    /// The name of the unit a seat is in on a day, as the map has it.
    fn unit_on(&mut self, key: &str, seat: &Value, day: &str) -> String {
        let map = self.day(key, day, None);
        let unit = row(&map, seat)["unit"].clone();
        map["units"].as_array().unwrap().iter().find(|one| one["unit"] == unit).unwrap()["name"]
            .as_str()
            .unwrap()
            .into()
    }

    fn unit(&mut self, key: &str, name: &str) -> Value {
        let map = self.map(key);
        map["units"].as_array().unwrap().iter().find(|one| one["name"] == name).unwrap()["unit"].clone()
    }
}

fn row(map: &Value, seat: &Value) -> Value {
    map["outline"].as_array().unwrap().iter().find(|one| one["seat"] == *seat).unwrap().clone()
}

fn frames(map: &Value) -> Vec<String> {
    map["scene"]["units"].as_array().unwrap().iter().map(|one| one["title"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_seat_in_another_unit_was_in_the_old_one_before_and_the_move_is_told() {
    let mut desk = Desk::new();
    let (head, boss) = (desk.seat("A01", "卓越川"), desk.seat("A01", "苗国梁"));
    let (old, new) = (desk.unit_on("A01", &head, DAY), "集团财务部");
    let into = desk.unit("A01", new);
    assert_ne!(old, new);
    desk.turned("move_seat", json!({"seat": head, "superior": boss, "unit": into, "on": DAY}));
    assert_eq!([desk.unit_on("A01", &head, BEFORE), desk.unit_on("A01", &head, DAY)], [old.as_str(), new]);
    let then = desk.ok("get_seat", json!({"seat": head, "decision": null, "as_of": BEFORE}));
    assert_eq!((&then["unit_name"], &desk.inspect(&head)["unit_name"]), (&json!(old), &json!(new)));

    let map = desk.day("A01", DAY, Some(BEFORE));
    let changes = map["changes"].as_array().unwrap().clone();
    assert_eq!(changes.len(), 1, "{changes:?}");
    assert_eq!((&changes[0]["kind"], &changes[0]["name"]), (&json!("moved"), &json!("卓越川")));
    assert_eq!((&changes[0]["on"], &changes[0]["text"]), (&json!(DAY), &json!(format!("卓越川由{old}转到{new}"))));
    let card = map["scene"]["cards"].as_array().unwrap().iter().find(|one| one["seat"] == head).unwrap().clone();
    assert!(card["keys"].as_array().unwrap().contains(&json!("change:moved")) && card.to_string().contains("换了部门"));
    assert!(map["moments"].as_array().unwrap().iter().any(|one| one["on"] == DAY && one["structure"] == true));
    let account = desk.account("A01");
    let request =
        json!({"account": account, "decision": null, "lens": "change", "as_of": DAY, "compare": BEFORE, "folded": []});
    let context = app::wire::ViewContext { lang: domain::Lang::En, ..suite::context() };
    let english = app::contract::call(&mut desk.app, "get_map", &context, request).unwrap();
    let text = english["changes"][0]["text"].as_str().unwrap().to_owned();
    assert!(text.contains(" moved from ") && text.ends_with("Group Finance"), "{text}");
}

#[test]
fn moves_of_one_day_are_one_and_a_way_back_leaves_no_trace() {
    let mut desk = Desk::new();
    let seats = [desk.seat("A01", "苗国梁"), desk.seat("A01", "卓越川")];
    let (first, second) = (desk.unit("A01", "集团财务部"), desk.unit("A01", "电网采购中心"));
    let old = seats.clone().map(|seat| desk.inspect(&seat)["unit"].clone());
    let before = desk.records();
    let into = |unit: &Value, seats: &[Value]| json!({"seats": seats, "superior": null, "unit": unit, "on": DAY});
    desk.turned("move_seats", into(&first, &seats));
    desk.turned("move_seats", into(&second, &seats));
    let count = |text: &str| text.matches("former_units").count();
    assert_eq!(count(&desk.records()), 2);
    assert!(
        !desk.records().contains(&format!("\"unit\": {first},\n          \"to_on\"")),
        "nobody was there on any day"
    );
    for (seat, unit) in seats.iter().zip(&old) {
        desk.turned("move_seats", into(unit, std::slice::from_ref(seat)));
    }
    assert_eq!(desk.records(), before);
}

#[test]
fn a_new_unit_is_not_on_the_days_before() {
    let mut desk = Desk::new();
    let account = desk.account("A01");
    let seats = [desk.seat("A01", "苗国梁"), desk.seat("A01", "卓越川")];
    let parent = desk.inspect(&seats[0])["unit"].clone();
    let frames_before = frames(&desk.day("A01", DAY, None));
    desk.turned("add_unit", json!({"account": account, "parent": parent, "name": "样例部", "seats": seats}));
    let (then, now) = (desk.day("A01", BEFORE, None), desk.day("A01", DAY, None));
    assert_eq!(frames(&then), frames_before);
    assert!(frames(&now).contains(&"样例部".to_owned()));
    let room = |desk: &mut Desk, day: &str| {
        let view = desk.ok("get_room", json!({"account": account, "as_of": day, "folded": [], "focus": null}));
        assert!(!view.to_string().contains("former"));
        frames(&view)
    };
    assert!(!room(&mut desk, BEFORE).contains(&"样例部".to_owned()));
    assert!(room(&mut desk, DAY).contains(&"样例部".to_owned()));
}

#[test]
fn a_unit_with_a_past_ends_and_is_drawn_on_the_days_before() {
    let mut desk = Desk::new();
    let (works, up) = (desk.unit("A01", "新能源工程部"), desk.unit("A01", "朔澜新能源公司"));
    let outline = desk.map("A01")["outline"].as_array().unwrap().clone();
    let seats: Vec<Value> = outline.iter().filter(|one| one["unit"] == works).map(|one| one["seat"].clone()).collect();
    assert!(!seats.is_empty());
    let before = desk.day("A01", BEFORE, None);
    let finance = desk.unit("A01", "集团财务部");
    desk.ok("move_unit", json!({"unit": finance, "parent": works}));
    assert_eq!(desk.refused("remove_unit", json!({"unit": works})), "unit-held");
    desk.turned("move_seats", json!({"seats": seats, "superior": null, "unit": up, "on": DAY}));
    desk.turned("remove_unit", json!({"unit": works}));

    let (then, now) = (desk.day("A01", BEFORE, None), desk.day("A01", DAY, None));
    assert_eq!(then["scene"]["units"].as_array().unwrap().len(), before["scene"]["units"].as_array().unwrap().len());
    assert!(seats.iter().all(|seat| row(&then, seat)["unit"] == works && row(&now, seat)["unit"] == up));
    assert!(frames(&then).contains(&"新能源工程部".to_owned()) && !frames(&now).contains(&"新能源工程部".to_owned()));
    let of = |map: &Value, name: &str| map["units"].as_array().unwrap().iter().find(|one| one["name"] == name).cloned();
    assert_eq!(of(&now, "新能源工程部"), None, "nobody can choose it any more");
    assert_eq!(of(&now, "集团财务部").unwrap()["parent"], up, "what lay in it moves up");
    assert_eq!(of(&then, "集团财务部").unwrap()["parent"], works);
    let back = json!({"seats": seats, "superior": null, "unit": works, "on": DAY});
    assert_eq!(desk.refused("move_seats", back), "missing");
    assert_eq!(desk.refused("remove_unit", json!({"unit": works})), "missing");
}

#[test]
fn an_account_filled_for_the_first_time_has_no_past() {
    let mut desk = Desk::new();
    let new = json!({"name": "样例新客户", "kind": "private", "tier": "B", "stage": "developing"});
    let account = desk.ok("add_account", new)["created"].clone();
    let seat = json!({"account": account, "unit": null, "superior": null, "report": null, "after": null, "name": "样例一",
        "title": "厂长", "rank_level": null, "decision": null});
    let seat = desk.ok("add_seat", seat)["created"].clone();
    let unit = json!({"account": account, "parent": null, "name": "样例部", "seats": [seat]});
    let unit = desk.turned("add_unit", unit)["created"].clone();
    let map = |desk: &mut Desk, day: &str| {
        desk.ok(
            "get_map",
            json!({"account": account, "decision": null, "lens": "structure", "as_of": day, "folded": []}),
        )
    };
    let then = map(&mut desk, "2020-01-01");
    assert_eq!(
        (&row(&then, &seat)["unit"], &then["first_record"], &then["moments"]),
        (&unit, &json!(null), &json!([]))
    );
    let root = then["units"][0]["unit"].clone();
    desk.turned("move_seats", json!({"seats": [seat], "superior": null, "unit": root, "on": DAY}));
    desk.turned("remove_unit", json!({"unit": unit}));
    assert!(!desk.records().contains("样例部"), "a slip of the first day leaves nothing behind");
}
