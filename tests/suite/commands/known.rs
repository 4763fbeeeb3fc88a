//! What is known of people and their organisation: native places as codes, birthdays with their source, days that come round.

use serde_json::{Value, json};

use super::Desk;

impl Desk {
    fn home(&mut self, day: &str) -> Vec<Value> {
        self.on(day, "get_home", json!({})).unwrap()["greetings"].as_array().unwrap().clone()
    }
}

fn fact(seat: &Value, value: &str) -> Value {
    json!({"seat": seat, "kind": "native_place", "value": value, "source": "本人", "confidence": "confirmed", "verified_on": "2026-11-20"})
}

#[test]
fn a_typed_native_place_becomes_a_code_or_is_asked() {
    let mut desk = Desk::new();
    let seat = desk.seat("A01", "苗国梁");
    let answer = desk.ok("resolve_place", json!({"text": "朝阳"}));
    let several = answer["several"].as_array().unwrap().clone();
    assert!(several.len() > 1 && answer["known"].is_null(), "{answer}");
    let labels: std::collections::HashSet<&str> = several.iter().map(|one| one["label"].as_str().unwrap()).collect();
    assert_eq!(labels.len(), several.len(), "they can be told apart");
    assert_eq!(desk.refused("add_fact", fact(&seat, "朝阳")), "place-several");
    desk.turned("add_fact", fact(&seat, "四川夹江"));
    let records = desk.records();
    assert!(records.contains("\"511126\""), "the code is kept");
    assert_eq!(desk.ok("resolve_place", json!({"text": "四川夹江"}))["known"]["code"], "511126");
    assert_eq!(desk.ok("resolve_place", json!({"text": "样例不存在的地方"})), json!({"known": null, "several": []}));
    desk.ok("add_fact", fact(&seat, several[1]["code"].as_str().unwrap()));
}

#[test]
fn an_imported_place_that_may_be_several_waits_for_a_person() {
    let mut desk = Desk::new();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("people.csv");
    std::fs::write(&path, "姓名,职务,籍贯\n样例一,处长,夹江\n样例二,科长,朝阳\n").unwrap();
    let view = app::files::look_at_import(&mut desk.app, &suite::context(), &path).unwrap();
    let mapping: Vec<Value> = view.columns.iter().map(|one| json!(one.field)).collect();
    let yes = json!({"token": view.token, "mapping": mapping, "account": null, "account_name": "样例客户"});
    let done = desk.ok("apply_import", yes);
    let map = desk.ok(
        "get_map",
        json!({"account": done["account"], "decision": null, "lens": "attitude", "as_of": "2026-11-20", "folded": []}),
    );
    let seat =
        |name: &str| map["outline"].as_array().unwrap().iter().find(|one| one["name"] == name).unwrap()["seat"].clone();
    let place = |desk: &mut Desk, name: &str| {
        let view = desk.inspect(&seat(name));
        view["facts"].as_array().unwrap().iter().find(|one| one["kind"] == "native_place").unwrap().clone()
    };
    let known = place(&mut desk, "样例一");
    assert_eq!((&known["value"], &known["places"]), (&json!("四川夹江"), &json!([])));
    let open = place(&mut desk, "样例二");
    assert_eq!(open["value"], "朝阳", "never chosen silently");
    let choices = open["places"].as_array().unwrap().clone();
    assert!(choices.len() > 1);
    let stranger = json!({"fact": open["id"], "code": "110101"});
    assert_eq!(desk.refused("choose_place", stranger), "missing");
    desk.turned("choose_place", json!({"fact": open["id"], "code": choices[0]["code"]}));
    assert_eq!(place(&mut desk, "样例二")["places"], json!([]));
}

#[test]
fn a_birthday_is_noted_with_its_source_and_greeted_only_with_one() {
    let mut desk = Desk::new();
    let seat = desk.seat("A01", "苗国梁");
    let person = desk.inspect(&seat)["person"].clone();
    let birthday = |calendar: &str, month: u8, day: u8, leap: bool, source: Value| json!({"person": person, "birthday": {"calendar": calendar, "month": month, "day": day, "leap": leap, "source": source}});
    for wrong in [
        birthday("solar", 2, 30, false, Value::Null),
        birthday("solar", 13, 1, false, Value::Null),
        birthday("lunar", 1, 31, false, Value::Null),
        birthday("solar", 5, 12, true, Value::Null),
    ] {
        assert_eq!(desk.refused("set_birthday", wrong), "birthday-day");
    }
    desk.turned("set_birthday", birthday("solar", 3, 9, false, Value::Null));
    let rows = |desk: &mut Desk| -> Vec<Value> {
        desk.home("2027-03-01").into_iter().filter(|one| one["kind"] == "birthday" && one["seat"] == seat).collect()
    };
    let unknown = rows(&mut desk);
    assert!(unknown.len() == 1 && unknown[0]["held"].is_string(), "{unknown:?}");
    desk.ok("set_birthday", birthday("solar", 3, 9, false, json!("told")));
    let told = rows(&mut desk);
    assert!(told.len() == 1 && told[0]["held"].is_null() && told[0]["on"] == "2027-03-09", "{told:?}");
    desk.ok("set_birthday", birthday("lunar", 2, 2, false, json!("published")));
    assert_eq!(rows(&mut desk)[0]["on"], "2027-03-09", "the second of the second lunar month");
    assert_eq!(desk.inspect(&seat)["birthday_text"], "农历2月2日");
    desk.ok("set_birthday", json!({"person": person, "birthday": null}));
    assert_eq!(rows(&mut desk), Vec::<Value>::new());
}

#[test]
fn days_of_a_customer_and_festivals_come_on_home() {
    let mut desk = Desk::new();
    let account = desk.account("A04");
    let day = |month: u8, day: u8, year: Value| json!({"id": null, "account": account, "kind": "founding", "month": month, "day": day, "year": year, "name": null, "source": "官网"});
    assert_eq!(desk.refused("put_account_day", day(2, 30, Value::Null)), "birthday-day");
    assert_eq!(desk.refused("put_account_day", day(2, 3, json!(2999))), "year-range");
    let id = desk.turned("put_account_day", day(2, 3, json!(2007)))["created"].clone();
    let rows = desk.home("2027-01-10");
    let yearly: Vec<&Value> = rows.iter().filter(|one| one["kind"] == "anniversary").collect();
    assert_eq!(yearly.len(), 1, "{rows:?}");
    assert_eq!((&yearly[0]["on"], &yearly[0]["marked"]), (&json!("2027-02-03"), &json!(true)));
    assert!(yearly[0]["title"].as_str().unwrap().contains("成立20周年"), "{}", yearly[0]["title"]);
    let spring: Vec<&Value> = rows.iter().filter(|one| one["title"] == "春节").collect();
    assert_eq!(spring.len(), 1, "a festival is said once");
    assert!(spring[0]["accounts"].as_u64().unwrap() == 8 && spring[0]["on"] == "2027-02-06", "{spring:?}");
    assert_eq!(desk.ok("get_account_days", json!({"account": account}))["days"][0]["id"], id);
    desk.turned("remove_account_day", json!({"id": id}));
    assert!(desk.home("2027-01-10").iter().all(|one| one["kind"] != "anniversary"));
}
