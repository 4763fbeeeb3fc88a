//! A visit on another day, a closed one, and a past one taken away.

use serde_json::{Value, json};

use super::Desk;

impl Desk {
    fn edit(&mut self, visit: &Value, starts_on: &str, stay: bool) -> Value {
        let view = self.view(visit);
        let mut plan = json!({"lines_stay": stay, "starts_on": starts_on});
        for key in ["visit", "days", "level", "purpose", "place", "convention", "topic_owner"] {
            plan[key] = view[key].clone();
        }
        plan
    }
    fn days_of(&mut self, visit: &Value) -> Vec<(String, String)> {
        let plan = self.ok("get_plan", json!({ "visit": visit }));
        let mut found = Vec::new();
        for (list, keys) in [
            ("agenda_items", &["on"][..]),
            ("meals", &["on"]),
            ("travel_legs", &["on"]),
            ("lodgings", &["from_on", "to_on"]),
            ("vehicles", &["leaves_on"]),
            ("checklist_items", &["due_on"]),
            ("planned_questions", &["due_on"]),
        ] {
            for (line, key) in
                plan[list].as_array().unwrap().iter().flat_map(|line| keys.iter().map(move |key| (line, key)))
            {
                if let Some(day) = line[*key].as_str() {
                    found.push((format!("{list} {} {key}", line["id"]), day.to_owned()));
                }
            }
        }
        found.sort();
        found
    }
}

fn later(day: &str, by: i64) -> String {
    (day.parse::<domain::Day>().unwrap() + chrono::Duration::days(by)).to_string()
}

#[test]
fn lines_with_days_move_with_the_visit_in_one_step_or_stay() {
    let mut desk = Desk::new();
    let visit = desk.visit("V07");
    let (guest, ours) = (desk.view(&visit)["guests"][0]["person"].clone(), desk.ours("林采薇"));
    desk.put("lodging", &visit, json!({"person": guest, "from_on": "2026-12-03", "to_on": "2026-12-05"}));
    desk.put("vehicle", &visit, json!({"kind": "bus", "leaves_on": "2026-12-04", "host_drives": false, "right_hand_drive": false, "spare": false, "riders": [], "position": 0}));
    desk.put(
        "checklist_item",
        &visit,
        json!({"text": "自定", "offset_days": -3, "due_on": "2026-12-01", "position": 0}),
    );
    let done =
        json!({"text": "已做", "offset_days": -9, "due_on": "2026-11-25", "done_on": "2026-11-20", "position": 0});
    let done = desk.put("checklist_item", &visit, done);
    let subject = desk.ok("get_questions", json!({"visit": visit}))["rows"][0]["subject"].clone();
    desk.ok(
        "plan_question",
        json!({"visit": visit, "subject": subject, "owner": ours, "due_on": "2026-11-30", "note": null}),
    );
    assert_eq!(desk.view(&visit)["dated_lines"], true);
    let before = desk.days_of(&visit);
    for list in ["agenda_items", "meals", "travel_legs", "lodgings", "vehicles", "checklist_items", "planned_questions"]
    {
        assert!(before.iter().any(|(name, _)| name.starts_with(list)), "{list}");
    }
    let edit = desk.edit(&visit, "2026-12-10", false);
    desk.turned("edit_visit", edit);
    let after = desk.days_of(&visit);
    for ((name, was), (_, is)) in before.iter().zip(&after) {
        let by = if name.contains(done.as_str().unwrap()) { 0 } else { 6 };
        assert_eq!(*is, later(was, by), "{name}");
    }
    let clashes = |desk: &mut Desk| desk.view(&visit)["clashes"].to_string();
    assert!(!clashes(&mut desk).contains("outside"), "no line lies outside the visit: {}", clashes(&mut desk));
    // Back by more than there is room: what is to do is due today, not before.
    let edit = desk.edit(&visit, "2026-11-20", false);
    desk.ok("edit_visit", edit);
    let todo = desk.days_of(&visit);
    let due = |one: &&(String, String)| one.0.contains("due_on") && !one.0.contains(done.as_str().unwrap());
    assert!(todo.iter().filter(due).all(|(_, day)| day.as_str() >= "2026-11-20"), "{todo:?}");
    let edit = desk.edit(&visit, "2026-12-10", true);
    desk.ok("edit_visit", edit);
    assert_eq!(desk.days_of(&visit), todo, "told to stay they stay");
    let clashes = clashes(&mut desk);
    assert_ne!(clashes, "[]", "and the clashes say so");
}

#[test]
fn a_closed_visit_says_so() {
    let mut desk = Desk::new();
    let visit = desk.visit("V07");
    let state = |view: &Value| (view["past"].clone(), view["closed_on"].clone());
    assert_eq!(state(&desk.view(&visit)), (json!(false), Value::Null));
    desk.on("2026-12-05", "close_visit", json!({"visit": visit, "summary": "样例", "minutes": 90})).unwrap();
    let view = desk.on("2026-12-05", "get_visit", json!({"visit": visit})).unwrap();
    assert_eq!(state(&view), (json!(true), json!("2026-12-04")));
}

#[test]
fn a_past_visit_goes_for_good_and_a_coming_one_can_be_taken_back() {
    let mut desk = Desk::new();
    let visit = desk.visit("V07");
    desk.turned("remove_visit", json!({"visit": visit}));
    desk.ok("undo", json!({}));
    desk.on("2026-12-05", "remove_visit", json!({"visit": visit})).unwrap();
    assert_eq!(desk.refused("undo", json!({})), "nothing-to-undo");
    assert!(!desk.records().contains(visit.as_str().unwrap()));
}
