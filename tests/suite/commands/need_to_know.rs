//! A sensitive fact: named on every screen, said on none, opened for a visit with a reason that the audit keeps.

use serde_json::{Value, json};

use super::{DAY, Desk};

/// A word found nowhere else, so that it tells where a value went.
const WORD: &str = "样例词甲乙";

struct Told {
    desk: Desk,
    person: Value,
    visit: Value,
    fact: Value,
}

fn told() -> Told {
    let mut desk = Desk::new();
    let person = desk.person("A01", "祁振邦");
    desk.ok("answer_diet", json!({"person": person, "needs": [WORD], "source": "办公室来函", "on": DAY}));
    let page = desk.page(&person);
    let fact =
        page["facts"].as_array().unwrap().iter().find(|one| one["row"]["kind"] == "diet").unwrap()["row"].clone();
    assert_eq!((&fact["hidden"], &fact["value"]), (&json!(true), &Value::Null));
    Told { person, visit: page["sensitive_visit"].clone(), fact: fact["id"].clone(), desk }
}

impl Told {
    fn look(&self, reason: &str, note: Value) -> Value {
        json!({"fact": self.fact, "visit": self.visit, "reason": reason, "note": note})
    }

    /// What the audit has of looking, oldest first.
    fn log(&mut self) -> Vec<String> {
        let access = self.desk.ok("get_access", json!({"person": self.person}));
        let part = access["parts"].as_array().unwrap().iter().find(|one| one["part"] == "log").cloned();
        let rows = part.unwrap_or_else(|| panic!("{access}"))["lines"].as_array().unwrap().clone();
        rows.iter().map(Value::to_string).filter(|one| one.contains("查看敏感内容")).collect()
    }
}

#[test]
fn the_value_reaches_the_page_only_when_it_is_looked_at() {
    let mut told = told();
    let seat = told.desk.seat("A01", "祁振邦");
    let account = told.desk.account("A01");
    let Told { desk, person, .. } = &mut told;
    let mut asked = vec![
        desk.page(person),
        desk.inspect(&seat),
        desk.people(json!({"text": "祁"})),
        desk.ok(
            "get_stale",
            json!({"account": null, "staff": null, "nobody": false, "as_of": "2030-01-01", "offset": 0, "limit": 300}),
        ),
        desk.ok("find_text", json!({"text": WORD, "account": null, "limit": 20})),
        desk.map("A01"),
        desk.ok("get_court", json!({"accounts": [account], "as_of": DAY})),
    ];
    for text in ["饮食", WORD, &format!("饮食 {WORD} — 名片"), "备注 样例 — 名片"] {
        let draft = desk.draft(person, text);
        asked.push(json!([draft["says"], draft["again"], draft["places"]]));
        assert_eq!(
            (&draft["says"], &draft["again"]),
            (&json!([]), &json!(false)),
            "neither confirmed nor denied: {text}"
        );
    }
    for one in &asked {
        let text = one.to_string();
        assert!(!text.contains(WORD), "{}", text.chars().take(200).collect::<String>());
    }
    let open = told.desk.ok("view_sensitive", told.look("catering", Value::Null));
    assert_eq!((&open["value"], &open["seconds"]), (&json!(WORD), &json!(600)));
}

#[test]
fn who_looked_and_why_is_in_the_audit_and_never_what() {
    let mut told = told();
    assert!(told.log().is_empty());
    let before = told.desk.records();
    told.desk.ok("view_sensitive", told.look("catering", Value::Null));
    told.desk.ok("view_sensitive", told.look("other", json!("厨房今晚要定菜单")));
    let log = told.log();
    assert_eq!(log.len(), 2, "{log:?}");
    assert!(log[0].contains("安排餐饮") && log[1].contains("厨房今晚要定菜单"), "{log:?}");
    assert!(log.iter().all(|one| !one.contains(WORD)));
    assert_eq!(told.desk.records(), before, "looking changes nothing");
}

#[test]
fn without_a_reason_or_a_visit_nothing_is_shown_and_nothing_logged() {
    let mut told = told();
    for (reason, note, code) in [
        ("other", Value::Null, "sensitive-reason"),
        ("other", json!("  "), "sensitive-reason"),
        ("catering", json!("祁振邦今晚用餐"), "sensitive-told"),
        ("catering", json!(format!("确认{WORD}")), "sensitive-told"),
        ("catering", json!("他信佛"), "forbidden"),
        ("catering", json!("长".repeat(201)), "too-long"),
    ] {
        assert_eq!(told.desk.refused("view_sensitive", told.look(reason, note.clone())), code, "{note}");
    }
    let mut far = told.look("catering", Value::Null);
    far["visit"] = json!("00000000-0000-7000-8000-000000000000");
    assert_eq!(told.desk.refused("view_sensitive", far), "sensitive-no-visit");
    let everybody = told.desk.people(json!({}))["rows"].as_array().unwrap().clone();
    let mut visits = everybody.iter().map(|one| told.desk.page(&one["person"])["sensitive_visit"].clone());
    assert!(visits.any(|one| one.is_null()), "who is no guest of any visit is not looked at");
    let request = told.look("catering", Value::Null);
    let later = told.desk.on("2028-01-01", "view_sensitive", request);
    assert_eq!(later.unwrap_err(), "sensitive-no-visit", "the visit is long past");
    let position = told.desk.page(&told.person.clone())["facts"][0]["row"]["id"].clone();
    let mut plain = told.look("catering", Value::Null);
    plain["fact"] = position;
    assert_eq!(told.desk.refused("view_sensitive", plain), "missing", "what is not sensitive needs no door");
    assert!(told.log().is_empty());
}
