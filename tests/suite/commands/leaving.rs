//! Lists that leave: the rows on screen in their order, nothing above the class, nothing while presenting.

use app::files::{Outgoing, write_list};
use app::wire::{ViewContext, WriteList};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::scene::DisplayMode;
use serde_json::{Value, json};

use super::drawing::{jpeg, quarters};
use super::{DAY, Desk};

fn request(list: &str, format: &str, class: &str, more: Value) -> Value {
    let mut request = json!({"list": list, "format": format, "class": class, "reason": "audit", "account": null, "as_of": DAY, "keys": null});
    request.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    request
}

fn write(desk: &mut Desk, request: Value) -> Result<Outgoing, String> {
    let request: WriteList = serde_json::from_value(request).unwrap();
    write_list(&mut desk.app, &suite::context(), &request).map_err(|error| error.view().code)
}

fn lines(desk: &mut Desk, request: Value) -> Vec<String> {
    let bytes = write(desk, request).unwrap_or_else(|code| panic!("{code}")).bytes;
    String::from_utf8(bytes).unwrap().trim_start_matches('\u{feff}').lines().map(str::to_owned).collect()
}

#[test]
fn the_rows_on_screen_leave_in_their_order_and_are_counted_before() {
    let mut desk = Desk::new();
    let rows = desk.ok("list_accounts", json!({}))["accounts"].as_array().unwrap().clone();
    let chosen: Vec<Value> = [5, 0, 2].iter().map(|at| rows[*at]["account"].clone()).collect();
    let asked = request("accounts", "csv", "P1", json!({"keys": chosen}));
    assert_eq!(desk.ok("look_at_list", asked.clone())["rows"], 3);
    let names: Vec<String> =
        lines(&mut desk, asked)[1..].iter().map(|one| one.split(',').nth(1).unwrap().to_owned()).collect();
    let wanted: Vec<&str> = [5, 0, 2].iter().map(|at| rows[*at]["name"].as_str().unwrap()).collect();
    assert_eq!(names, wanted);
    let none = write(&mut desk, request("accounts", "csv", "P1", json!({"keys": ["nobody"]})));
    assert_eq!(none.err().as_deref(), Some("list-empty"));
}

#[test]
fn every_list_has_words_for_its_columns_and_as_many_rows_as_the_screen() {
    let mut desk = Desk::new();
    let lists =
        ["people", "accounts", "court", "promises", "requests", "complaints", "warnings", "visits", "colleagues"];
    for list in lists {
        let look = desk.ok("look_at_list", request(list, "xlsx", "P3", json!({})));
        assert!(look["rows"].as_u64().unwrap() > 0, "{list}");
        for column in look["columns"].as_array().unwrap() {
            let head = column["head"].as_str().unwrap();
            assert!(!head.starts_with("list-head") && !head.is_empty(), "{list}: {head}");
        }
        let cells = lines(&mut desk, request(list, "csv", "P3", json!({}))).join("\n");
        for key in ["list-", "watch-status", "ledger-outcome", "shell-severity", "level-", "tier-", "code-", "home-"] {
            assert!(!cells.contains(key), "{list} shows {key}");
        }
    }
    let visits = desk.ok("list_visits", json!({}))["visits"].as_array().unwrap().len();
    assert_eq!(desk.ok("look_at_list", request("visits", "csv", "P1", json!({})))["rows"], visits);
}

#[test]
fn nothing_leaves_while_presenting_and_background_only_for_a_reason() {
    let mut desk = Desk::new();
    let presenting = ViewContext { mode: DisplayMode::Presenting, ..suite::context() };
    let asked: WriteList = serde_json::from_value(request("people", "csv", "P0", json!({}))).unwrap();
    let refused = write_list(&mut desk.app, &presenting, &asked).err().unwrap();
    assert_eq!(refused.view().code, "not-presenting");
    assert!(write(&mut desk, request("people", "csv", "P1", json!({"reason": null}))).is_ok());
    for class in ["P2", "P3"] {
        let refused = write(&mut desk, request("people", "csv", class, json!({"reason": null})));
        assert_eq!(refused.err().as_deref(), Some("list-needs-reason"));
    }
    let cards = write(&mut desk, request("visits", "vcard4", "P0", json!({})));
    assert_eq!(cards.err().as_deref(), Some("list-no-cards"));
}

#[test]
fn contact_data_of_whom_nobody_may_approach_stays_and_hearsay_too() {
    let mut desk = Desk::new();
    let (seat, other) = (desk.seat("A01", "卓越川"), desk.seat("A01", "阎秀芝"));
    let account = desk.account("A01");
    let fact = |seat: &Value, kind: &str, value: &str, confidence: &str| json!({"seat": seat, "kind": kind, "value": value, "source": "名片", "confidence": confidence, "verified_on": DAY});
    desk.ok("add_fact", fact(&seat, "mobile", "13900000001", "confirmed"));
    desk.ok("add_fact", fact(&other, "mobile", "13900000002", "confirmed"));
    desk.ok("add_fact", fact(&other, "hobby", "养鸽", "rumour"));
    let all = |desk: &mut Desk, format: &str| {
        lines(desk, request("people", format, "P3", json!({"account": account}))).join("\n")
    };
    assert!(all(&mut desk, "csv").contains("13900000001") && all(&mut desk, "vcard4").contains("13900000001"));
    assert!(!all(&mut desk, "csv").contains("养鸽"));
    desk.ok("set_no_contact", json!({"seat": seat, "no_contact": true}));
    let (list, cards) = (all(&mut desk, "csv"), all(&mut desk, "vcard4"));
    assert!(list.contains("卓越川") && !list.contains("13900000001") && list.contains("13900000002"));
    assert!(!cards.contains("卓越川") && cards.contains("13900000002"));
}

#[test]
fn a_photograph_leaves_on_a_card_with_permission_and_by_its_class_alone() {
    let mut desk = Desk::new();
    let (account, seat) = (desk.account("A01"), desk.seat("A01", "卓越川"));
    let person = desk.inspect(&seat)["person"].clone();
    assert!(person.is_string(), "{person}");
    let bytes = STANDARD.encode(jpeg(&quarters(900, 1_200)));
    let look = desk.ok("look_at_photo", json!({"name": "样例.jpg", "bytes": bytes}));
    let photo = json!({"token": look["token"], "part": look["part"], "person": person, "staff": null, "source": "本人提供",
        "taken_on": null, "consent_on": null, "class": "P0"});
    let photo = desk.ok("set_photo", photo)["created"].clone();
    let mut leaves = |consent: Value, class: &str, up_to: &str| {
        let note =
            json!({"photo": photo, "source": "本人提供", "taken_on": null, "consent_on": consent, "class": class});
        desk.ok("edit_photo", note);
        let asked = request("people", "vcard4", up_to, json!({"account": account}));
        let counted = desk.ok("look_at_list", asked.clone())["photos"].as_u64().unwrap();
        let written = lines(&mut desk, asked).iter().filter(|one| one.starts_with("PHOTO")).count();
        assert_eq!(written as u64, counted);
        written == 1
    };
    assert!(!leaves(Value::Null, "P0", "P3"), "nobody asked the person");
    assert!(leaves(json!(DAY), "P0", "P0"));
    assert!(!leaves(json!(DAY), "P2", "P1"), "above the class that was chosen");
    assert!(leaves(json!(DAY), "P2", "P2"));
}

#[test]
fn an_account_begins_with_typed_rows_in_one_step() {
    let mut desk = Desk::new();
    let row = |name: &str, title: &str, superior: &str, role: &str, owner: &str| json!({"name": name, "title": title, "superior": superior, "unit": "", "role": role, "owner": owner});
    let rows = [
        row("样例一", "总经理", "", "经济决策人", "样例甲"),
        row("欧阳样例", "财务总监", "样例一", "批准者、使用者", "样例甲"),
        row("", "采购负责人", "样例一", "", ""),
    ];
    let check = desk.ok("check_start", json!({"name": "", "rows": rows}));
    assert_eq!(
        check["problems"].as_array().unwrap().iter().filter(|one| one["blocking"] == true).count(),
        0,
        "{check}"
    );
    assert_eq!(check["sounds"][1], "ou yang yang li");
    let before = desk.ok("get_workspace", json!({}))["staff"].as_array().unwrap().len();
    let added = desk.turned("start_account", json!({"name": "样例客户", "rows": rows}));
    let seats = added["seats"].as_array().unwrap().clone();
    assert_eq!(desk.superior(&seats[1]), seats[0]);
    let look = desk.inspect(&seats[1]);
    assert_eq!(look["unit_name"], "样例客户");
    let account = added["changed"]["created"].clone();
    let court = desk.ok("get_court", json!({"accounts": [account], "as_of": DAY}));
    let held = court["accounts"][0]["rows"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| !one["cells"].as_array().unwrap().is_empty());
    assert_eq!(held.count(), 2, "both have the owner who was typed");
    assert_eq!(desk.ok("get_workspace", json!({}))["staff"].as_array().unwrap().len(), before + 1, "one new colleague");
    let people = lines(&mut desk, request("people", "csv", "P3", json!({"account": account})));
    assert!(people[2].contains("批准者、使用者") && people[3].contains("姓名待查"), "{people:?}");
}

#[test]
fn a_role_nobody_knows_and_a_row_in_the_way_begin_nothing() {
    let mut desk = Desk::new();
    let row = |superior: &str, role: &str| json!({"name": "样例一", "title": "总经理", "superior": superior, "unit": "", "role": role, "owner": ""});
    let before = desk.records();
    for (superior, role, field) in [("", "大当家", "role"), ("没有这个人", "", "superior")] {
        let request = json!({"name": "样例客户", "rows": [row(superior, role)]});
        let check = desk.ok("check_start", request.clone());
        assert_eq!((&check["problems"][0]["field"], &check["problems"][0]["blocking"]), (&json!(field), &json!(true)));
        assert_eq!(desk.refused("start_account", request), "rows-blocked");
    }
    assert_eq!(desk.refused("start_account", json!({"name": " ", "rows": []})), "name-empty");
    assert_eq!(desk.records(), before);
}
