//! The court: mends and their way back, rules, teams, topics, authority, load, seams, and what comes in wrong.

use serde_json::{Value, json};

use super::Desk;

const NEW: &str = "00000000-0000-0000-0000-000000000000";

impl Desk {
    fn court(&mut self, key: &str) -> Value {
        let account = self.account(key);
        self.ok("get_court", json!({"accounts": [account], "as_of": super::DAY}))
    }
    fn finding(&mut self, key: &str, code: &str) -> Option<Value> {
        let court = self.court(key);
        court["findings"].as_array().unwrap().iter().find(|one| one["code"] == code).cloned()
    }
    fn codes(&mut self, key: &str) -> Vec<String> {
        let court = self.court(key);
        court["findings"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap().to_owned()).collect()
    }
    /// Does the first mend of a finding that does this, with the way back and forth.
    fn mend(&mut self, key: &str, code: &str, what: &str) {
        let finding = self.finding(key, code).unwrap_or_else(|| panic!("{key} has no {code}"));
        let ways = finding["mends"].as_array().unwrap();
        let way = ways.iter().find(|one| one["act"]["do"] == what).unwrap_or_else(|| panic!("{code} {what}: {ways:?}"));
        let mut act = way["act"].clone();
        if what == "log" {
            assert_eq!(self.refused("apply_mend", json!({"act": act, "on": super::DAY})), "contact-how");
            act["kind"] = "meeting".into();
        }
        if what == "confirm" {
            assert_eq!(self.refused("apply_mend", json!({"act": act, "on": super::DAY})), "confirm-who");
            act["by"] = self.ours("程岚");
        }
        self.turned("apply_mend", json!({"act": act, "on": super::DAY}));
    }
    fn put_court(&mut self, kind: &str, line: Value) -> Value {
        self.turned("put_court_line", json!({"kind": kind, "line": line, "new": true}))["created"].clone()
    }
}

fn rule(fields: Value) -> Value {
    let mut line = json!({"id": NEW, "account": null, "unit": null, "function": null, "rank_from": null, "rank_to": null,
        "decision_role": null, "job_role": "AR", "position": 0});
    line.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    line
}

#[test]
fn every_finding_of_two_accounts_is_mended_by_its_own_ways() {
    let mut desk = Desk::new();
    for key in ["A06", "A08"] {
        for _ in 0..20 {
            let court = desk.court(key);
            let all = court["findings"].as_array().unwrap();
            let Some(finding) = all.first().cloned() else { break };
            let act = finding["mends"].as_array().unwrap().iter().find(|one| one["act"]["do"] != "ask_date");
            let mut act = act.unwrap_or_else(|| panic!("{finding}"))["act"].clone();
            if act["do"] == "confirm" {
                act["by"] = desk.ours("程岚");
            }
            if act["do"] == "log" {
                act["kind"] = "call".into();
            }
            desk.ok("apply_mend", json!({"act": act, "on": super::DAY}));
        }
        assert_eq!(desk.codes(key), Vec::<String>::new(), "{key}");
    }
}

#[test]
fn a_rule_proposes_the_owner_and_its_choice_is_no_exception() {
    let mut desk = Desk::new();
    let finding = desk.finding("A06", "G1").unwrap();
    let first = &finding["mends"][0]["act"];
    assert_eq!((&first["by_rule"], &first["staff"]), (&json!(true), &desk.ours("程岚")), "rank 8 is an executive's");
    let chosen = finding["mends"].as_array().unwrap().iter().find(|one| one["act"]["by_rule"] == false).unwrap();
    desk.ok("apply_mend", json!({"act": chosen["act"], "on": super::DAY}));
    assert!(desk.codes("A06").contains(&"C6".to_owned()), "another one was chosen");
    desk.mend("A06", "C6", "confirm");
    assert!(!desk.codes("A06").contains(&"C6".to_owned()));
    desk.ok("undo", json!({}));
    desk.mend("A06", "C6", "assign");
    assert!(!desk.codes("A06").contains(&"C6".to_owned()), "the rule's own choice needs no confirmation");
}

#[test]
fn who_was_long_not_met_is_planned_once_and_stays_a_finding_until_then() {
    let mut desk = Desk::new();
    let first = desk.finding("A01", "G5").unwrap()["mends"].clone();
    assert_eq!(
        (&first[0]["act"]["do"], &first[1]["act"]["do"]),
        (&json!("plan"), &json!("log")),
        "nothing is asserted"
    );
    desk.mend("A01", "G5", "plan");
    let finding = desk.finding("A01", "G5").unwrap_or_else(|| panic!("still open"));
    assert!(finding["mends"].as_array().unwrap().iter().all(|one| one["act"]["do"] != "plan"), "{finding}");
    assert!(
        finding["mends"].as_array().unwrap().iter().any(|one| one["act"]["do"] == "assign"),
        "the backup may take over"
    );
    assert_eq!(finding["mends"][0]["act"]["do"], "log", "being in touch ends it");
    desk.mend("A01", "G5", "log");
    let before = finding["seat"].clone();
    let court = desk.court("A01");
    let still = court["findings"].as_array().unwrap().iter().any(|one| one["code"] == "G5" && one["seat"] == before);
    assert!(!still, "a contact ends it");
}

#[test]
fn a_required_role_nobody_has_gets_a_seat_an_owner_and_the_task_to_find_out() {
    let mut desk = Desk::new();
    let key = ["A01", "A02", "A04", "A05", "A06", "A08"].into_iter().find(|key| desk.finding(key, "G6").is_some());
    let key = key.unwrap();
    let open = desk.finding(key, "G6").unwrap();
    let held = |desk: &mut Desk| {
        let court = desk.court(key);
        court["findings"].as_array().unwrap().iter().any(|one| one["code"] == "G6" && one["role"] == open["role"])
    };
    desk.mend(key, "G6", "seek");
    assert!(!held(&mut desk), "one click ends it");
    let records: Value = serde_json::from_str(&desk.records()).unwrap();
    let records = &records["records"];
    let seat = records["seats"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(seat["status"], "placeholder");
    assert!(seat["title_zh"].is_string() && seat["title_en"].is_string(), "{seat}");
    let of_seat = |list: &str| {
        records[list].as_array().unwrap().iter().filter(|one| one["seat"] == seat["id"]).cloned().collect::<Vec<_>>()
    };
    assert_eq!(of_seat("chain_members")[0]["roles"], json!([open["role"]]));
    let (owner, task) = (of_seat("assignments"), of_seat("tasks"));
    assert_eq!((owner[0]["kind"].as_str(), &owner[0]["staff"]), (Some("owner"), &task[0]["staff"]));
    assert_eq!(task[0]["due_on"], "2026-11-27");
    let gone = desk.ours("叶知秋");
    let act = json!({"do": "seek", "account": desk.account(key), "role": "approver", "staff": gone});
    assert_eq!(desk.refused("apply_mend", json!({"act": act, "on": super::DAY})), "staff-left");
}

#[test]
fn who_confirms_an_owner_is_asked_for_and_kept() {
    let mut desk = Desk::new();
    let finding = desk.finding("A06", "G1").unwrap();
    let chosen = finding["mends"].as_array().unwrap().iter().find(|one| one["act"]["by_rule"] == false).unwrap();
    desk.ok("apply_mend", json!({"act": chosen["act"], "on": super::DAY}));
    let finding = desk.finding("A06", "C6").unwrap();
    let way = finding["mends"].as_array().unwrap().iter().find(|one| one["act"]["do"] == "confirm").unwrap();
    assert_eq!(way["act"]["by"], Value::Null, "nobody is put in silently");
    let by = |who: &Value| {
        let mut act = way["act"].clone();
        act["by"] = who.clone();
        json!({"act": act, "on": super::DAY})
    };
    let (gone, song) = (desk.ours("叶知秋"), desk.ours("宋嘉树"));
    assert_eq!(desk.refused("apply_mend", by(&gone)), "staff-left");
    desk.turned("apply_mend", by(&song));
    let records: Value = serde_json::from_str(&desk.records()).unwrap();
    let kept = records["records"]["assignments"].as_array().unwrap().iter().find(|one| one["confirmed_by"] == song);
    assert_eq!(kept.unwrap()["confirmed_on"], super::DAY);
}

#[test]
fn a_court_without_a_leaver_shows_what_remains_and_writes_nothing() {
    let mut desk = Desk::new();
    let before = desk.records();
    let (account, leaver) = (desk.account("A01"), desk.ours("林采薇"));
    let asked = |without: Value| json!({"accounts": [account], "as_of": super::DAY, "without": without});
    let leaving = json!({"staff": [leaver]});
    let now = desk.ok("get_court", asked(Value::Null));
    let left = desk.ok("get_court", asked(leaving.clone()));
    let drilled = desk.ok("get_drill", json!({"staff": [leaver], "as_of": super::DAY}));
    let told = drilled["accounts"].as_array().unwrap().iter().find(|one| one["account"] == account).unwrap();
    assert_eq!(left["accounts"][0]["ownership_pct"], told["after"]["ownership_pct"]);
    assert!(left["accounts"][0]["ownership_pct"].as_f64() < now["accounts"][0]["ownership_pct"].as_f64());
    let column =
        |court: &Value| court["columns"].as_array().unwrap().iter().find(|one| one["staff"] == leaver).cloned();
    assert_eq!((&column(&now).unwrap()["active"], &column(&left).unwrap()["active"]), (&json!(true), &json!(false)));
    let orphaned =
        |court: &Value| court["findings"].as_array().unwrap().iter().filter(|one| one["code"] == "G4").count();
    assert!(orphaned(&left) > orphaned(&now));
    let mends = left["findings"].as_array().unwrap().iter().any(|one| one["mends"] != json!([]));
    assert!(!mends, "a rehearsal is mended by its plan");
    let rows = desk.ok("get_court_rows", asked(leaving.clone()));
    assert_eq!(rows["accounts"], left["accounts"]);
    let figures = desk.ok("get_figures_without", json!({"account": account, "without": leaving, "as_of": super::DAY}));
    assert_eq!(figures["ownership_pct"], told["after"]["ownership_pct"]);
    let shown = figures["coverage"].as_f64().unwrap() - told["after"]["coverage"].as_f64().unwrap();
    assert!(shown.abs() < 1e-9, "{figures}");
    let nobody = desk.ok("get_court", asked(json!({"staff": []})));
    assert_eq!(nobody, now, "nobody leaves: the court of the day");
    let unknown = asked(json!({"staff": ["01a1f640-bc00-7000-8000-00000000ffff"]}));
    assert_eq!(desk.refused("get_court", unknown), "missing");
    assert_eq!(desk.records(), before);
}

#[test]
fn who_is_wanted_in_two_places_and_who_carries_too_much_stand_on_home() {
    let mut desk = Desk::new();
    let mut file: Value = serde_json::from_str(&desk.records()).unwrap();
    let records = file["records"].as_object_mut().unwrap();
    let of = |list: &str, name: &str| {
        records[list].as_array().unwrap().iter().find(|one| one["ref"] == name).unwrap()["id"].clone()
    };
    let (staff, first, second) = (of("staff", "u07"), of("accounts", "A01"), of("accounts", "A04"));
    let (one, other) = (of("people", "p103"), of("people", "p403"));
    let plan = |n: u32, account: &Value, person: &Value| {
        json!({"id": format!("01a1f640-bc00-7000-8000-0000000fa{n:03}"), "account": account, "on": "2026-11-25", "staff": staff,
            "person": person, "activity": null, "at": "10:00", "minutes": 60, "place": null})
    };
    let seats: Vec<Value> = records["seats"].as_array().unwrap().iter().map(|one| one["id"].clone()).collect();
    let own = |(n, seat): (usize, &Value)| {
        json!({"id": format!("01a1f640-bc00-7000-8000-0000000fb{n:03}"), "seat": seat, "staff": staff, "kind": "owner",
            "from_on": null, "to_on": null, "manual": true})
    };
    let owned: Vec<Value> = seats.iter().enumerate().map(own).collect();
    // One of the rows has a backup who could take it.
    let backup = json!({"id": "01a1f640-bc00-7000-8000-0000000fc001", "seat": seats[0], "staff": of("staff", "u09"), "kind": "backup",
        "from_on": null, "to_on": null, "manual": true});
    records["planned_touches"].as_array_mut().unwrap().extend([plan(1, &first, &one), plan(2, &second, &other)]);
    records["assignments"].as_array_mut().unwrap().extend(owned);
    records["assignments"].as_array_mut().unwrap().push(backup);
    let mut desk = Desk::holding(&file.to_string());
    let home = desk.ok("get_home", json!({}));
    let codes: Vec<&str> =
        home["findings"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect();
    assert!(codes.contains(&"C3") && codes.contains(&"C5"), "{codes:?}");
    let twice = home["findings"].as_array().unwrap().iter().find(|one| one["code"] == "C3").unwrap();
    assert!(twice["title"].as_str().unwrap().contains("林采薇"), "{twice}");
    assert_ne!(twice["mends"], json!([]));
    let heavy = home["findings"].as_array().unwrap().iter().find(|one| one["code"] == "C5").unwrap();
    let ways = heavy["mends"].as_array().unwrap();
    assert!(ways.iter().all(|one| one["act"]["do"] == "assign" && one["act"]["kind"] == "owner"), "{heavy}");
}

#[test]
fn two_plans_become_one_activity_or_part() {
    let mut desk = Desk::new();
    desk.mend("A08", "C2", "move");
    assert!(desk.finding("A08", "C2").is_none(), "four days apart");
    desk.ok("undo", json!({}));
    desk.mend("A08", "C2", "merge");
    assert!(desk.finding("A08", "C2").is_none());
    let records: Value = serde_json::from_str(&desk.records()).unwrap();
    let plans = records["records"]["planned_touches"].as_array().unwrap().clone();
    assert!(plans.iter().all(|one| one["on"] == "2026-11-24" && one["activity"] == plans[0]["activity"]), "{plans:?}");
    let one = json!({"act": {"do": "merge", "touches": [plans[0]["id"]], "on": "2026-11-24"}, "on": super::DAY});
    assert_eq!(desk.refused("apply_mend", one), "nothing-chosen", "one plan is no meeting of two");
}

#[test]
fn contradicting_promises_are_asked_about_once_and_one_can_be_withdrawn() {
    let mut desk = Desk::new();
    let finding = desk.finding("A08", "C4").unwrap();
    let promises: Vec<Value> = finding["mends"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["act"].clone())
        .filter(|one| one["do"] == "withdraw")
        .map(|one| one["commitment"].clone())
        .collect();
    assert_eq!(promises.len(), 2, "{finding}");
    let staff = desk.ours("彭越");
    let ask = json!({"act": {"do": "ask_date", "commitments": promises, "staff": staff}, "on": super::DAY});
    desk.turned("apply_mend", ask);
    let records: Value = serde_json::from_str(&desk.records()).unwrap();
    let task = &records["records"]["tasks"][0];
    assert_eq!(
        (&task["staff"], &task["due_on"], &task["kind"]),
        (&staff, &json!("2026-11-23"), &json!("take_promise"))
    );
    let again = desk.finding("A08", "C4").unwrap();
    assert!(again["mends"].as_array().unwrap().iter().all(|one| one["act"]["do"] != "ask_date"), "asked already");
    desk.mend("A08", "C4", "withdraw");
    assert!(desk.finding("A08", "C4").is_none());
    let records: Value = serde_json::from_str(&desk.records()).unwrap();
    let kept = records["records"]["commitments"].as_array().unwrap().iter().find(|one| !one["withdrawn_on"].is_null());
    let kept = kept.unwrap();
    assert_eq!(kept["withdrawn_on"], super::DAY);
    assert!(kept["withdrawn_why"].as_str().unwrap().contains("另一项"), "{kept}");
}

#[test]
fn rules_are_written_previewed_and_told_when_they_say_nothing() {
    let mut desk = Desk::new();
    let account = desk.account("A05");
    let reach =
        |desk: &mut Desk, fields: Value| desk.ok("preview_rule", json!({"rule": rule(fields), "as_of": super::DAY}));
    assert_eq!(reach(&mut desk, json!({"function": "没有的部门"}))["verdict"], "nobody");
    assert_eq!(reach(&mut desk, json!({"account": account}))["verdict"], "everybody");
    let some = reach(&mut desk, json!({"account": account, "function": "财务"}));
    assert_eq!((&some["verdict"], &some["fits"], &some["rows"]), (&json!("some"), &json!(1), &json!(3)));
    assert_eq!(some["owners"], json!(["宋嘉树"]));
    let bad = |fields: Value| json!({"kind": "coverage_rule", "line": rule(fields), "new": true});
    assert_eq!(desk.refused("put_court_line", bad(json!({"rank_from": 0}))), "rank-range");
    assert_eq!(desk.refused("put_court_line", bad(json!({"rank_from": 8, "rank_to": 7}))), "rank-range");
    let units = desk.ok("get_court_lines", json!({"account": account, "as_of": super::DAY}))["units"].clone();
    assert_eq!(desk.refused("put_court_line", bad(json!({"unit": units[0]["code"]}))), "rule-unit");
    let id = desk.put_court(
        "coverage_rule",
        rule(json!({"account": account, "unit": units[0]["code"], "rank_from": 1, "rank_to": 10})),
    );
    desk.turned("remove_court_line", json!({"kind": "coverage_rule", "id": id}));
    assert_eq!(desk.refused("remove_court_line", json!({"kind": "coverage_rule", "id": id})), "missing");
}

#[test]
fn a_rule_that_nobody_follows_is_seen_in_the_list() {
    let mut desk = Desk::new();
    desk.put_court("coverage_rule", rule(json!({"function": "没有的部门", "position": -1})));
    let lines = desk.ok("get_court_lines", json!({"account": null, "as_of": super::DAY}));
    assert_eq!(lines["reaches"][0]["verdict"], "nobody", "{}", lines["reaches"][0]);
    assert_eq!(lines["reaches"].as_array().unwrap().len(), lines["coverage_rules"].as_array().unwrap().len());
}

#[test]
fn teams_topics_and_authority_go_and_come_back() {
    let mut desk = Desk::new();
    let account = desk.account("A05");
    let (staff, gone) = (desk.ours("林采薇"), desk.ours("叶知秋"));
    let member = |staff: &Value, to: Value| json!({"id": NEW, "account": account, "staff": staff, "job_role": "AR", "lead": false, "from_on": "2026-10-01", "to_on": to});
    let put = |line: Value| json!({"kind": "team_member", "line": line, "new": true});
    assert_eq!(desk.refused("put_court_line", put(member(&gone, Value::Null))), "staff-left");
    assert_eq!(desk.refused("put_court_line", put(member(&staff, json!("2026-09-01")))), "days-turned");
    desk.put_court("team_member", member(&gone, json!("2026-10-31")));
    desk.put_court("team_member", member(&staff, Value::Null));
    let topic = |staff: &Value| json!({"account": account, "topic": "quality", "staff": staff, "kind": "owner", "on": super::DAY});
    desk.turned("assign_topic", topic(&staff));
    assert_eq!(desk.refused("assign_topic", topic(&staff)), "already-assigned");
    assert_eq!(desk.refused("assign_topic", topic(&gone)), "staff-left");
    let row = |desk: &mut Desk| {
        desk.court("A05")["accounts"][0]["topics"]
            .as_array()
            .unwrap()
            .iter()
            .find(|one| one["topic"] == "quality")
            .unwrap()
            .clone()
    };
    let owners = |row: &Value| {
        row["cells"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|one| one["kinds"].as_array().unwrap().contains(&json!("owner")))
            .count()
    };
    assert_eq!(owners(&row(&mut desk)), 1, "a new owner takes the place of the one before");
    desk.turned("end_topic", topic(&staff));
    let gap = desk.finding("A05", "G7").unwrap();
    assert_eq!(gap["topic"], "quality", "what was given out does not fall silent");
    desk.mend("A05", "G7", "assign_topic");
    assert!(desk.finding("A05", "G7").is_none());
    let twice =
        json!({"kind": "commitment_authority", "line": {"id": NEW, "topic": "quality", "roles": ["AR"]}, "new": true});
    assert_eq!(desk.refused("put_court_line", twice), "authority-twice");
}

#[test]
fn load_rows_and_seams_are_over_all_accounts() {
    let mut desk = Desk::new();
    let load = desk.ok("get_load", json!({"as_of": super::DAY}));
    let staff = desk.ours("宋嘉树");
    let line = load["lines"].as_array().unwrap().iter().find(|one| one["staff"] == staff).unwrap().clone();
    let rows =
        desk.ok("get_colleague", json!({"staff": staff, "as_of": super::DAY}))["rows"].as_array().unwrap().clone();
    let owned = rows.iter().filter(|one| one["kinds"].as_array().unwrap().contains(&json!("owner"))).count();
    assert_eq!(line["rows"], owned, "{line}");
    assert!(line["accounts"].as_u64().unwrap() > 3 && line["over"] == false);
    let account = desk.account("A08");
    let one = desk.ours("曹泊宁");
    let seams = desk.ok("get_seams", json!({"staff": one, "accounts": [account], "as_of": super::DAY}));
    assert!(seams["pairs_after"].as_u64() > seams["pairs_before"].as_u64(), "{seams}");
    let many: Vec<Value> = (0..41).map(|_| account.clone()).collect();
    assert_eq!(desk.refused("get_court_rows", json!({"accounts": many, "as_of": super::DAY})), "too-many");
}

#[test]
fn two_imported_owners_are_a_finding_and_one_who_left_stays_written() {
    let mut desk = Desk::new();
    let mut file: Value = serde_json::from_str(&desk.records()).unwrap();
    let records = file["records"].as_object_mut().unwrap();
    let staff = |records: &serde_json::Map<String, Value>, name: &str| {
        records["staff"].as_array().unwrap().iter().find(|one| one["ref"] == name).unwrap()["id"].clone()
    };
    let seat = records["seats"].as_array().unwrap().iter().find(|one| one["ref"] == "s502").unwrap()["id"].clone();
    let (second, left) = (staff(records, "u07"), staff(records, "u06"));
    let own = json!({"id": "01a1f640-bc00-7000-8000-00000000f001", "seat": seat, "staff": second, "kind": "owner", "from_on": null, "to_on": null, "manual": true});
    records["assignments"].as_array_mut().unwrap().push(own);
    let one = records["staff"].as_array_mut().unwrap().iter_mut().find(|one| one["id"] == left).unwrap();
    (one["status"], one["left_on"]) = (json!("departed"), json!("2026-11-10"));
    let mut other = Desk::holding(&file.to_string());
    assert!(other.codes("A05").contains(&"C1".to_owned()), "two owners imported for one row");
    let gone = other.finding("A05", "G4").unwrap();
    assert!(gone["detail"].as_str().unwrap().contains("马文斌"), "{gone}");
    other.mend("A05", "G4", "assign");
    assert!(other.finding("A05", "G4").is_none());
}

#[test]
fn nobody_may_be_given_a_row_we_must_not_approach() {
    let mut desk = Desk::new();
    let seat = desk.post("A02", "外部评标专家甲");
    let staff = desk.ours("宋嘉树");
    let act = json!({"do": "assign", "seat": seat, "staff": staff, "kind": "owner", "by_rule": true});
    assert_eq!(desk.refused("apply_mend", json!({"act": act, "on": super::DAY})), "no-contact");
}

#[test]
fn a_file_whose_owner_was_deleted_is_refused_whole_and_a_colleague_who_owns_cannot_be_taken_out_by_it() {
    let mut desk = Desk::new();
    let mut file: Value = serde_json::from_str(&desk.records()).unwrap();
    let records = file["records"].as_object_mut().unwrap();
    let owner =
        records["assignments"].as_array().unwrap().iter().find(|one| one["kind"] == "owner").unwrap()["staff"].clone();
    records["staff"].as_array_mut().unwrap().retain(|one| one["id"] != owner);
    let before = desk.records();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("records.json");
    std::fs::write(&path, file.to_string()).unwrap();
    let refused = match app::files::look_at_import(&mut desk.app, &suite::context(), &path) {
        Err(error) => error.view().code,
        Ok(view) => {
            let yes = json!({"token": view.token, "mapping": [], "account": null, "account_name": ""});
            desk.refused("apply_import", yes)
        }
    };
    assert!(!refused.is_empty(), "{refused}");
    assert_eq!(desk.records(), before, "nothing was taken over");
}
