//! A list of thousands: one step back and forth with every record as it was, and nothing of somebody erased afterwards.

use std::path::Path;

use serde_json::{Value, json};

use super::Desk;

/// Rows of the list: more records than the log keeps by value.
const ROWS: usize = 5_000;
/// A value nobody else has.
const CANARY: &str = "canary4711@a.example";

/// Each reports to somebody; four share a number each.
fn list() -> String {
    let mut text = String::from("姓名,部门,职务,上级,手机,邮箱,籍贯,态度,爱好\n");
    for row in 1..=ROWS {
        let mail = if row == 77 { CANARY.to_owned() } else { format!("p{row}@a.example") };
        let number = row % (ROWS / 4);
        text.push_str(&format!(
            "样例{row},部门{},岗位{},样例{},154{number:08},{mail},四川,中立,书法\n",
            row / 40,
            row % 12,
            row / 7 + 1
        ));
    }
    text
}

fn bring(desk: &mut Desk, text: &str) -> Value {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("名单.csv");
    std::fs::write(&path, text).unwrap();
    let view = json!(app::files::look_at_import(&mut desk.app, &suite::context(), &path).unwrap());
    let mapping: Vec<Value> = view["columns"].as_array().unwrap().iter().map(|one| one["field"].clone()).collect();
    desk.turned(
        "apply_import",
        json!({"token": view["token"], "mapping": mapping, "account": view["account"], "account_name": "样例客户"}),
    )
}

fn canaries(folder: &Path) -> usize {
    let files = std::fs::read_dir(folder).unwrap().map(|one| std::fs::read(one.unwrap().path()).unwrap_or_default());
    files.map(|bytes| bytes.windows(CANARY.len()).filter(|one| *one == CANARY.as_bytes()).count()).sum()
}

/// [`Desk::turned`] takes the step back and does it again, and compares all records each time.
#[test]
fn a_list_of_five_thousand_goes_back_and_forth_with_every_record_as_it_was() {
    let mut desk = Desk::new();
    let done = bring(&mut desk, &list());
    let log = desk.ok("get_audit", json!({"person": null, "kind": "bulk", "offset": 0, "limit": 50}));
    assert!(log["rows"][0]["about"].is_string(), "the log says whom the step was about: {log}");
    assert_eq!((&done["people"], &done["seats"]), (&json!(ROWS), &json!(ROWS)), "{done}");
    // The second edition finds everybody, and has nothing to say.
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("名单.csv");
    std::fs::write(&path, list()).unwrap();
    let again = json!(app::files::look_at_import(&mut desk.app, &suite::context(), &path).unwrap());
    assert_eq!(
        (&again["known"], &again["difference"]["fresh"]),
        (&json!(ROWS), &json!(0)),
        "{}",
        again["difference"]["changed"]
    );
    assert_eq!(again["account"], done["account"]);
}

#[test]
fn of_somebody_erased_after_a_list_of_five_thousand_nothing_is_left() {
    let mut desk = Desk::new();
    bring(&mut desk, &list());
    let folder = desk._folder.path().to_owned();
    assert!(canaries(&folder) > 0, "the canary is heard");
    let records: Value = serde_json::from_str(&desk.records()).unwrap();
    let people = records["records"]["people"].as_array().unwrap();
    let person = people.iter().find(|one| one["name_zh"] == "样例77").unwrap()["id"].clone();
    let view = desk.ok("get_erasure", json!({"person": person}));
    let sure = view["mentions"].as_array().unwrap().iter().filter(|one| one["sure"] == true);
    let mentions: Vec<Value> = sure.cloned().collect();
    desk.ok("erase_person", json!({"person": person, "name": "样例77", "mentions": mentions}));
    assert_eq!(canaries(&folder), 0);
    assert_eq!(desk.refused("undo", json!({})), "nothing-to-undo");
}
