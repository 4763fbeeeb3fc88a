//! Planning a visit: team, gift, order, guests from a pasted list, checklist, proposals, what is missing, what clashes.

use serde_json::{Value, json};

use super::Desk;

impl Desk {
    /// A command on another day than the sample's.
    pub(super) fn on(&mut self, day: &str, name: &str, request: Value) -> Result<Value, String> {
        let context = app::wire::ViewContext { today: day.parse().unwrap(), ..suite::context() };
        app::contract::call(&mut self.app, name, &context, request).map_err(|error| error.view().code)
    }
    pub(super) fn view(&mut self, visit: &Value) -> Value {
        self.ok("get_visit", json!({ "visit": visit }))
    }
    pub(super) fn ours(&mut self, name: &str) -> Value {
        let staff = self.ok("get_workspace", json!({}))["staff"].as_array().unwrap().clone();
        staff.iter().find(|one| one["name"] == name).unwrap_or_else(|| panic!("{name}"))["id"].clone()
    }
    pub(super) fn new_visit(&mut self, key: &str, day: &str, level: &str) -> Value {
        let account = self.account(key);
        let visit = json!({"account": account, "starts_on": day, "days": 1, "level": level, "purpose": "交流", "place": "", "convention": "business"});
        self.ok("add_visit", visit)["created"].clone()
    }
    pub(super) fn put(&mut self, kind: &str, visit: &Value, fields: Value) -> Value {
        let mut line = json!({"id": "00000000-0000-0000-0000-000000000000", "visit": visit});
        line.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        self.ok("put_line", json!({"kind": kind, "line": line, "new": true}))["created"].clone()
    }
    fn clashes(&mut self, visit: &Value) -> Vec<String> {
        let view = self.view(visit);
        view["clashes"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap().to_owned()).collect()
    }
}

/// Every text in a value, however deep.
fn texts(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Array(list) => list.iter().for_each(|one| texts(one, found)),
        Value::Object(fields) => fields.values().for_each(|one| texts(one, found)),
        _ => {}
    }
}

#[test]
fn team_rules_and_language_are_steps_and_another_approver_takes_the_approval_back() {
    let mut desk = Desk::new();
    let visit = desk.visit("V06");
    let (one, other, gone) = (desk.ours("罗绍川"), desk.ours("程岚"), desk.ours("叶知秋"));
    let team =
        |approver: &Value| json!({"visit": visit, "coordinator": one, "business_lead": null, "approver": approver});
    assert_eq!(desk.refused("approve_visit", json!({"visit": visit, "on": "2026-11-20"})), "approver-needed");
    assert_eq!(desk.refused("set_visit_team", team(&gone)), "staff-left");
    desk.turned("set_visit_team", team(&one));
    desk.turned("approve_visit", json!({"visit": visit, "on": "2026-11-20"}));
    assert_eq!(desk.refused("approve_visit", json!({"visit": visit, "on": "2026-12-20"})), "day-ahead");
    desk.ok("set_visit_team", team(&other));
    assert_eq!(desk.ok("get_plan", json!({"visit": visit}))["visit"]["approved_on"], Value::Null);
    let rules = json!({"visit": visit, "convention": "foreign", "rostrum_even_rule": "B", "mpv_rule": "rear_row_first", "second_seat": "free_side"});
    desk.turned("set_seat_rules", rules);
    desk.turned("set_interpreter", json!({"visit": visit, "pair": "ZH-en"}));
    assert_eq!(desk.refused("set_interpreter", json!({"visit": visit, "pair": "chinesisch"})), "language-pair");
    desk.turned("set_budget", json!({"visit": visit, "limit": 8000.0}));
    assert_eq!(desk.refused("set_budget", json!({"visit": visit, "limit": -1.0})), "amount");
}

#[test]
fn an_exception_for_a_gift_needs_a_name_entitled_and_words_and_never_helps_where_none_is_allowed() {
    let mut desk = Desk::new();
    let (soe, gov) = (desk.visit("V01"), desk.visit("V07"));
    let (law, manager) = (desk.ours("韩澄"), desk.ours("林采薇"));
    let gift = |visit: &Value, value: f64, approver: &Value, words: &str| json!({"visit": visit, "item": "礼盒", "value": value, "quantity": 2, "meaning": "纪念", "moment": "合影后", "approver": approver, "exception": words});
    assert_eq!(desk.refused("decide_gift", gift(&soe, 301.0, &law, " ")), "gift-exception");
    assert_eq!(desk.refused("decide_gift", gift(&soe, 301.0, &Value::Null, "同意")), "gift-exception");
    assert_eq!(desk.refused("decide_gift", gift(&soe, 301.0, &manager, "同意")), "gift-approver");
    desk.turned("decide_gift", gift(&soe, 301.0, &law, "经合规审批同意"));
    let gate = |view: &Value| view["readiness"]["gates"][3].clone();
    let view = desk.view(&soe);
    assert_eq!(gate(&view)["state"], "pass");
    assert!(gate(&view)["text"].as_str().unwrap().contains("韩澄"), "{}", gate(&view));
    assert_eq!(desk.refused("decide_gift", gift(&gov, 1.0, &law, "同意")), "gift-none-allowed");
    // Within the limit nothing of an exception stays.
    desk.ok("decide_gift", gift(&soe, 100.0, &law, "同意"));
    assert_eq!(desk.ok("get_plan", json!({"visit": soe}))["visit"]["gift_exception"], Value::Null);
}

#[test]
fn gifts_of_a_year_count_together() {
    let mut desk = Desk::new();
    let last = desk.visit("V04");
    let principal = desk.view(&last)["guests"][0]["person"].clone();
    desk.ok("decide_gift", json!({"visit": last, "item": null, "value": null}));
    for (day, value) in [("2026-12-20", 340.0), ("2027-01-10", 340.0)] {
        let visit = desk.new_visit("A04", day, "C");
        desk.ok("set_guests", json!({"visit": visit, "people": [principal]}));
        desk.ok("decide_gift", json!({"visit": visit, "item": "画册", "value": value}));
    }
    assert_eq!(desk.refused("decide_gift", json!({"visit": last, "item": "镇纸", "value": 320.0})), "gift-limit-year");
}

#[test]
fn every_receiver_has_a_year_of_their_own_and_pieces_count() {
    let mut desk = Desk::new();
    let last = desk.visit("V04");
    let guests: Vec<Value> =
        desk.view(&last)["guests"].as_array().unwrap().iter().map(|one| one["person"].clone()).collect();
    let (principal, second) = (&guests[0], &guests[1]);
    let gift = |visit: &Value, value: f64, quantity: u32, to: &[&Value]| json!({"visit": visit, "item": "画册", "value": value, "quantity": quantity, "receivers": to});
    let before = desk.new_visit("A04", "2026-12-20", "C");
    desk.ok("set_guests", json!({"visit": before, "people": [principal, second]}));
    // Three pieces for two: a started share counts whole.
    assert_eq!(desk.refused("decide_gift", gift(&before, 180.0, 3, &[principal, second])), "gift-limit");
    desk.ok("decide_gift", gift(&before, 170.0, 3, &[principal, second]));
    let again = desk.new_visit("A04", "2027-01-10", "C");
    desk.ok("set_guests", json!({"visit": again, "people": [principal, second]}));
    desk.ok("decide_gift", gift(&again, 340.0, 1, &[second]));
    // The second guest has 340 + 340 by now, though never was the principal's turn to get more.
    assert_eq!(desk.refused("decide_gift", gift(&last, 320.0, 1, &[second])), "gift-limit-year");
    desk.ok("decide_gift", gift(&last, 320.0, 1, &[principal]));
    // What is planned for later counts too: decided the other way round it is refused as well.
    desk.ok("decide_gift", json!({"visit": again, "item": null, "value": null}));
    desk.ok("decide_gift", gift(&last, 320.0, 1, &[second]));
    assert_eq!(desk.refused("decide_gift", gift(&again, 350.0, 1, &[second])), "gift-limit-year");
    let stranger = json!("00000000-0000-0000-0000-000000000001");
    assert_eq!(desk.refused("decide_gift", gift(&last, 10.0, 1, &[&stranger])), "missing");
    desk.ok("set_guests", json!({"visit": last, "people": [principal]}));
    let plan = desk.ok("get_plan", json!({"visit": last}));
    assert_eq!(plan["visit"]["gift_receivers"].as_array().map_or(0, Vec::len), 0, "who is no guest gets nothing");
}

#[test]
fn the_visitors_list_decides_the_order_and_who_deviates_is_asked_for_a_note() {
    let mut desk = Desk::new();
    let visit = desk.visit("V07");
    let people: Vec<Value> =
        desk.view(&visit)["guests"].as_array().unwrap().iter().map(|one| one["person"].clone()).collect();
    for (person, place) in people.iter().zip(1..) {
        desk.ok("set_guest", json!({"visit": visit, "person": person, "part": "guest", "role": "团员", "official_order": place, "deviation_note": null}));
    }
    assert_eq!(desk.ok("propose_order", json!({"visit": visit}))["same"], true);
    let mut moved = people.clone();
    moved.rotate_left(1);
    desk.ok("set_guests", json!({"visit": visit, "people": moved}));
    let proposal = desk.ok("propose_order", json!({"visit": visit}));
    let out: Vec<&Value> = proposal["rows"].as_array().unwrap().iter().filter(|one| one["deviates"] == true).collect();
    assert_eq!((out.len(), &out[0]["person"], &proposal["unexplained"]), (1, &people[0], &json!(1)), "{proposal}");
    let missing = |view: &Value| view["readiness"]["blocks"][0]["missing"].to_string();
    assert!(missing(&desk.view(&visit)).contains("\"order\""));
    let set = |place: u32, note: &str| json!({"visit": visit, "person": people[0], "part": "guest", "role": "团长", "official_order": place, "deviation_note": note});
    assert_eq!(desk.refused("set_guest", set(2, "")), "place-taken");
    assert_eq!(desk.refused("set_guest", set(0, "")), "place-range");
    desk.turned("set_guest", set(1, "本人要求"));
    assert_eq!(desk.ok("propose_order", json!({"visit": visit}))["unexplained"], 0);
    assert!(!missing(&desk.view(&visit)).contains("\"order\""));
    let staff = desk.ours("程岚");
    desk.turned("set_counterpart", json!({"visit": visit, "person": people[0], "staff": staff, "note": "同级"}));
    let gone = desk.ours("叶知秋");
    assert_eq!(
        desk.refused("set_counterpart", json!({"visit": visit, "person": people[0], "staff": gone, "note": null})),
        "staff-left"
    );
}

#[test]
fn a_pasted_list_is_matched_to_the_people_known() {
    let mut desk = Desk::new();
    let visit = desk.new_visit("A07", "2026-12-22", "A");
    let list = "代表团名单：\n序号 姓名 职务\n１．游承岳　市长\n（2）费思齐先生\n③涂山月女士；蔺守信 副局长\n五、样例新 处长 13800000000\n6) 游承岳\nOuyang Chuan\n欧阳船 男\n费斯琪";
    let preview = desk.ok("read_guests", json!({"visit": visit, "account": null, "text": list}));
    let rows: Vec<(String, String)> = preview["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["name"].as_str().unwrap().to_owned(), one["state"].as_str().unwrap().to_owned()))
        .collect();
    let row = |name: &str, state: &str| (name.to_owned(), state.to_owned());
    assert_eq!(
        rows,
        [
            row("游承岳", "known"),
            row("费思齐", "known"),
            row("涂山月", "known"),
            row("蔺守信", "known"),
            row("样例新", "new"),
            row("游承岳", "double"),
            row("Ouyang Chuan", "known"),
            row("欧阳船", "double"),
            row("费斯琪", "double"),
        ],
        "{preview}"
    );
    assert_eq!((&preview["rows"][4]["title"], &preview["rows"][4]["dropped"]), (&json!("处长"), &json!(true)));
    assert!(!preview.to_string().replace(list, "").contains("\"title\":\"13800000000"));
    let heard = desk.ok("read_guests", json!({"visit": visit, "account": null, "text": "丘鸣远 处长"}));
    assert_eq!(
        (&heard["rows"][0]["state"], &heard["rows"][0]["candidates"][0]["name"]),
        (&json!("similar"), &json!("丘明远"))
    );
    let already = desk.visit("V07");
    let again = desk.ok("read_guests", json!({"visit": already, "account": null, "text": "游承岳"}));
    assert_eq!(again["rows"][0]["state"], "already");
}

#[test]
fn namesakes_are_told_apart_by_post_or_left_to_a_person_and_the_untouchable_are_barred() {
    let mut desk = Desk::new();
    let account = desk.account("A02");
    let read = |desk: &mut Desk, text: &str| {
        desk.ok("read_guests", json!({"visit": null, "account": account, "text": text}))["rows"].clone()
    };
    let both = read(&mut desk, "王磊");
    assert_eq!(
        (&both[0]["state"], both[0]["candidates"].as_array().unwrap().len()),
        (&json!("ambiguous"), 2),
        "{both}"
    );
    let post = both[0]["candidates"][0]["post"].as_str().unwrap().to_owned();
    let one = read(&mut desk, &format!("王磊 {post}"));
    assert_eq!((&one[0]["state"], &one[0]["person"]), (&json!("known"), &both[0]["candidates"][0]["person"]), "{one}");
    let visit = desk.visit("V02");
    let name = desk.view(&visit)["others"][0]["name"].as_str().unwrap().to_owned();
    let seat = desk.view(&visit)["others"][0]["seat"].clone();
    desk.ok("set_no_contact", json!({"seat": seat, "no_contact": true}));
    assert_eq!(read(&mut desk, &name)[0]["state"], "barred", "{name}");
    let person = read(&mut desk, &name)[0]["person"].clone();
    let add = json!({"visit": visit, "source": "来函", "rows": [{"person": person, "name": name, "title": null, "role": null, "official_order": null}]});
    assert_eq!(desk.refused("add_guests", add), "no-contact");
}

#[test]
fn forty_guests_come_in_one_step_with_their_posts_as_facts_of_the_source() {
    let mut desk = Desk::new();
    let visit = desk.new_visit("A07", "2026-12-22", "A");
    let numerals = ["一", "二", "三", "四", "五", "六", "七", "八"];
    let names: Vec<String> =
        (0..40).map(|at| format!("{}{}{}", ["张", "李", "赵", "钱", "孙"][at / 8], "样", numerals[at % 8])).collect();
    let list: String = names.iter().zip(1..).map(|(name, at)| format!("{at}\t{name}\t处长\n")).collect();
    let preview = desk.ok("read_guests", json!({"visit": visit, "account": null, "text": list}));
    assert_eq!(
        (preview["ready"].clone(), preview["rows"].as_array().unwrap().len()),
        (json!(40), 40),
        "{}",
        preview["rows"][0]
    );
    let rows: Vec<Value> = preview["rows"].as_array().unwrap().iter().zip(1..).map(|(one, at)| json!({"person": one["person"], "name": one["name"], "title": one["title"], "role": null, "official_order": at})).collect();
    assert_eq!(desk.refused("add_guests", json!({"visit": visit, "source": " ", "rows": rows})), "source-needed");
    desk.turned("add_guests", json!({"visit": visit, "source": "市府办来函", "rows": rows}));
    let view = desk.view(&visit);
    let guests = view["guests"].as_array().unwrap();
    assert_eq!(
        (guests.len(), &guests[39]["name"], &guests[39]["post"], &guests[0]["principal"]),
        (40, &json!(names[39]), &json!("处长"), &json!(true))
    );
    let twice = json!({"visit": visit, "source": "来函", "rows": [{"person": guests[0]["person"], "name": "", "title": null, "role": null, "official_order": null}]});
    assert_eq!(desk.refused("add_guests", twice), "guest-twice");
    let odd = "#import \"x\" 局长\n{ MERGEFIELD a }\n";
    assert!(!desk.ok("read_guests", json!({"visit": visit, "account": null, "text": odd}))["rows"].is_null());
    assert_eq!(
        desk.refused("read_guests", json!({"visit": visit, "account": null, "text": "长".repeat(20_001)})),
        "too-long"
    );
}

#[test]
fn the_checklist_follows_the_level_is_squeezed_on_short_notice_and_keeps_what_was_done() {
    let mut desk = Desk::new();
    let items = |desk: &mut Desk, visit: &Value| {
        desk.ok("get_plan", json!({"visit": visit}))["checklist_items"].as_array().unwrap().clone()
    };
    let (full, short) = (desk.new_visit("A07", "2026-12-22", "A"), desk.new_visit("A06", "2026-11-23", "C"));
    desk.turned("make_checklist", json!({"visit": full}));
    desk.turned("make_checklist", json!({"visit": short}));
    let (many, few) = (items(&mut desk, &full), items(&mut desk, &short));
    assert!(many.len() > few.len() + 10, "{} {}", many.len(), few.len());
    assert_eq!(many[0]["due_on"], "2026-12-08");
    assert!(
        many.iter().any(|one| one["key"] == "official-letter")
            && !few.iter().any(|one| one["key"] == "official-letter")
    );
    let due: Vec<&str> = few.iter().map(|one| one["due_on"].as_str().unwrap()).collect();
    assert!(due.is_sorted() && due[0] == "2026-11-20", "{due:?}");
    assert!(few.iter().all(|one| one["owner"].is_string()), "{few:?}");
    assert_eq!(
        desk.view(&short)["readiness"]["expected"].as_f64().unwrap().round(),
        40.0,
        "the curve begins when the visit was planned"
    );
    let mut done = few.iter().find(|one| one["key"] == "blackout").unwrap().clone();
    done["done_on"] = json!("2026-11-20");
    done["due_on"] = json!("2026-11-19");
    desk.ok("put_line", json!({"kind": "checklist_item", "line": done}));
    desk.put(
        "checklist_item",
        &short,
        json!({"text": "自定", "offset_days": -3, "due_on": "2026-11-20", "position": 0}),
    );
    desk.ok("edit_visit", json!({"visit": short, "starts_on": "2026-11-24", "days": 1, "level": "B", "purpose": "交流", "place": "", "convention": "business", "topic_owner": null}));
    desk.ok("make_checklist", json!({"visit": short}));
    let after = items(&mut desk, &short);
    assert!(after.len() > few.len() + 1);
    assert_eq!(after.iter().filter(|one| one["text"] == "自定").count(), 1);
    assert_eq!(
        after.iter().find(|one| one["key"] == "blackout").unwrap()["due_on"],
        "2026-11-19",
        "what is done stays"
    );
}

#[test]
fn proposals_are_taken_over_as_lines_and_not_proposed_again() {
    let mut desk = Desk::new();
    let visit = desk.new_visit("A05", "2026-12-22", "A");
    let (host, lead) = (desk.ours("顾维桢"), desk.ours("曹泊宁"));
    desk.ok("choose_host", json!({"visit": visit, "staff": host, "reason": "同级", "on": "2026-11-20"}));
    desk.ok("set_visit_team", json!({"visit": visit, "coordinator": lead, "business_lead": lead, "approver": null}));
    for kind in ["agenda_item", "visit_duty", "contingency", "tour_stop", "meal", "visit_contact", "cost_line"] {
        let proposed = desk.ok("propose_lines", json!({"visit": visit, "kind": kind}))["lines"].clone();
        let count = proposed.as_array().unwrap().len();
        assert!(count > 0, "{kind}");
        desk.turned("put_lines", json!({"lines": proposed, "new": true}));
        let again = desk.ok("propose_lines", json!({"visit": visit, "kind": kind}))["lines"].clone();
        assert_eq!(again, json!([]), "{kind}");
    }
    assert_eq!(desk.ok("propose_lines", json!({"visit": visit, "kind": "visit_text"}))["lines"], json!([]));
    assert_eq!(desk.clashes(&visit), Vec::<String>::new(), "what is proposed does not clash");
    let costs = desk.ok("get_costs", json!({"visit": visit}));
    assert_eq!(costs["planned"], 0.0);
}

#[test]
fn a_plan_that_contradicts_itself_says_where() {
    let mut desk = Desk::new();
    let visit = desk.new_visit("A07", "2026-12-22", "B");
    let (host, gone) = (desk.ours("罗绍川"), desk.ours("叶知秋"));
    let item = |from: &str, to: &str, on: &str| json!({"on": on, "starts_at": from, "ends_at": to, "kind": "talks", "ours": [host], "theirs": [], "state": "draft", "for_guests": true});
    desk.put("agenda_item", &visit, item("09:00", "10:00", "2026-12-22"));
    assert_eq!(desk.clashes(&visit), Vec::<String>::new());
    let second = desk.put("agenda_item", &visit, item("09:30", "10:30", "2026-12-22"));
    let rows = desk.view(&visit)["clashes"].clone();
    assert_eq!(
        (&rows[0]["code"], &rows[0]["mend"]["line"], &rows[0]["mend"]["staff"]),
        (&json!("twice_at_once"), &second, &host),
        "{rows}"
    );
    desk.ok("remove_line", json!({"kind": "agenda_item", "id": second}));
    desk.put("agenda_item", &visit, json!({"on": "2026-12-23", "starts_at": "09:00", "kind": "movement", "ours": [gone], "theirs": [], "state": "draft", "for_guests": false}));
    let staff: Vec<Value> = desk.ok("get_workspace", json!({}))["staff"]
        .as_array()
        .unwrap()
        .iter()
        .take(4)
        .map(|one| one["id"].clone())
        .collect();
    desk.put(
        "meal",
        &visit,
        json!({"kind": "lunch", "on": "2026-12-22", "tables": 1, "alcohol": true, "hosts": staff, "per_head": 81.0}),
    );
    let riders: Vec<Value> = (0..5).map(|at| json!({"named": format!("样例{at}")})).collect();
    desk.put("vehicle", &visit, json!({"kind": "sedan", "host_drives": false, "right_hand_drive": false, "spare": false, "riders": riders, "position": 0}));
    desk.ok("set_budget", json!({"visit": visit, "limit": 100.0}));
    desk.put("cost_line", &visit, json!({"category": "other", "planned": 101.0, "position": 0}));
    let found = desk.clashes(&visit);
    for code in [
        "outside_days",
        "movement_time",
        "gone",
        "companions",
        "meal_over",
        "alcohol",
        "car_full",
        "costs_over",
        "other_cost",
    ] {
        assert!(found.iter().any(|one| one == code), "{code}: {found:?}");
    }
    // The same day elsewhere.
    let other = desk.new_visit("A05", "2026-12-22", "C");
    desk.ok("choose_host", json!({"visit": other, "staff": host, "reason": "同级", "on": "2026-11-20"}));
    assert!(desk.clashes(&visit).contains(&"two_places".to_owned()));
}

#[test]
fn what_is_missing_is_named_with_its_place_and_goes_when_it_is_filled_in() {
    let mut desk = Desk::new();
    let visit = desk.visit("V07");
    let view = desk.view(&visit);
    let block = |view: &Value, name: &str| {
        view["readiness"]["blocks"].as_array().unwrap().iter().find(|one| one["block"] == name).unwrap().clone()
    };
    assert_eq!(block(&view, "delegation")["state"], "confirmed", "the mark stays a person's");
    let diets = |view: &Value| {
        block(view, "dining")["missing"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|one| one["mend"]["panel"] == "diet")
            .cloned()
            .collect::<Vec<_>>()
    };
    let open = diets(&view);
    assert_eq!(open.len(), 2, "{open:?}");
    desk.ok(
        "answer_diet",
        json!({"person": open[0]["mend"]["person"], "needs": [], "source": "电话", "on": "2026-11-20"}),
    );
    let after = desk.view(&visit);
    assert_eq!(diets(&after), open[1..]);
    assert_eq!(after["readiness"]["gates"][2]["missing"].as_array().unwrap().len(), 1);
    let blank = desk.new_visit("A05", "2026-12-22", "C");
    let view = desk.view(&blank);
    assert_eq!(
        (block(&view, "agenda")["proposed"].clone(), block(&view, "host")["proposed"].clone()),
        (json!("empty"), json!("empty"))
    );
    desk.ok("set_interpreter", json!({"visit": blank, "pair": "none"}));
    assert_eq!(block(&desk.view(&blank), "interpreter")["proposed"], "not_applicable");
}

#[test]
fn a_question_keeps_its_key_and_its_plan() {
    let mut desk = Desk::new();
    let visit = desk.visit("V07");
    let staff = desk.ours("林采薇");
    let list = desk.ok("get_questions", json!({"visit": visit}));
    let rows = list["rows"].as_array().unwrap().clone();
    let diet =
        rows.iter().find(|one| one["subject"].as_str().unwrap().starts_with("diet:")).unwrap()["subject"].clone();
    let mut subjects: Vec<&str> = rows.iter().map(|one| one["subject"].as_str().unwrap()).collect();
    subjects.sort_unstable();
    let count = subjects.len();
    subjects.dedup();
    assert_eq!(subjects.len(), count, "a key is one question's");
    let plan = |owner: &Value, due: Value| json!({"visit": visit, "subject": diet, "owner": owner, "due_on": due, "note": null});
    desk.turned("plan_question", plan(&staff, json!("2026-11-24")));
    let row = |desk: &mut Desk| {
        desk.ok("get_questions", json!({"visit": visit}))["rows"]
            .as_array()
            .unwrap()
            .iter()
            .find(|one| one["subject"] == diet)
            .unwrap()
            .clone()
    };
    assert_eq!((&row(&mut desk)["owner"], &row(&mut desk)["due_on"]), (&staff, &json!("2026-11-24")));
    desk.turned("plan_question", plan(&Value::Null, Value::Null));
    assert_eq!(row(&mut desk)["owner"], Value::Null);
    assert_eq!(
        desk.refused(
            "plan_question",
            json!({"visit": visit, "subject": "weather", "owner": staff, "due_on": null, "note": null})
        ),
        "missing"
    );
}

#[test]
fn every_word_of_the_planner_is_in_the_catalogues() {
    let mut desk = Desk::new();
    for key in ["V01", "V02", "V03", "V04", "V05", "V06", "V07", "V08"] {
        let visit = desk.visit(key);
        for lang in [domain::Lang::ZhCn, domain::Lang::En] {
            let context = app::wire::ViewContext { lang, ..suite::context() };
            for name in ["get_visit", "get_questions", "propose_order", "get_costs", "get_temporary"] {
                let answer = app::contract::call(&mut desk.app, name, &context, json!({"visit": visit})).unwrap();
                let mut found = Vec::new();
                texts(&answer, &mut found);
                let bare =
                    |one: &&String| ["reason-", "plan-", "doc-", "gate-"].iter().any(|prefix| one.starts_with(prefix));
                assert_eq!(found.iter().find(bare), None, "{key} {name}");
            }
        }
    }
    let words = app::Words::new();
    for lang in [domain::Lang::ZhCn, domain::Lang::En] {
        for key in domain::engine::checklist::check_keys() {
            use domain::scene::Wording;
            assert!(!words.speak(lang).text(&format!("check-{key}"), &[]).starts_with("check-"), "{key}");
        }
    }
}
