//! Rights of a person: erasing leaves nothing but seat, weight and history; holds, objections, consents and times are obeyed.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::{DAY, Desk};

/// People erased in one run.
const PEOPLE: usize = 200;

fn uuid(kind: u32, number: usize) -> String {
    format!("01a1f640-bc00-7000-9{kind:03x}-{number:012x}")
}

/// A name of three characters that nothing else in the file has.
fn name(number: usize) -> String {
    let at = |offset: u32| char::from_u32(0x7e00 + offset + number as u32).unwrap();
    format!("鹂{}{}", at(0), at(600))
}

fn latin(number: usize) -> String {
    format!("Kanaria Zwt{number:03}q")
}

/// A word for one field of one person.
fn word(number: usize, field: &str) -> String {
    format!("KNR{number:03}x{field}")
}

/// Everything that must be nowhere after the person was erased.
fn words(number: usize) -> Vec<String> {
    let fields = [
        "pron",
        "addrzh",
        "addren",
        "label",
        "variant",
        "ref",
        "note",
        "source",
        "purpose",
        "level",
        "stance",
        "tie",
        "post",
        "function",
        "summary",
        "touchref",
        "plan",
        "place",
        "deviation",
        "counter",
        "room",
        "roomnote",
        "topic",
        "point",
        "log",
        "edge",
        "consent",
        "asked",
        "hold",
        "task",
    ];
    let mut all: Vec<String> = fields.iter().map(|one| word(number, one)).collect();
    all.extend([name(number), latin(number), phone(number), mail(number)]);
    all
}

fn phone(number: usize) -> String {
    format!("1397{number:03}4821")
}

fn mail(number: usize) -> String {
    format!("zwt{number:03}@kanarien.example")
}

/// What the many people belong to.
struct Ground {
    account: String,
    unit: String,
    decision: String,
    visit: String,
    staff: Value,
}

/// The seat, the person and what is judged and known of them.
fn of_the_person(ground: &Ground, n: usize) -> Vec<(&'static str, Value)> {
    let Ground { account, unit, decision, staff, .. } = ground;
    let (seat, person) = (uuid(5, n), uuid(6, n));
    let text = |field: &str| word(n, field);
    let mut all = Vec::new();
    let mut add = |kind: &'static str, one: Value| all.push((kind, one));
    add(
        "seats",
        json!({"id": seat, "account": account, "unit": unit, "title_zh": "样例岗", "rank_level": 3, "status": "normal", "no_contact": false, "position": n}),
    );
    add(
        "people",
        json!({"id": person, "ref": text("ref"), "name_zh": name(n), "name_en": latin(n), "name_order": "surnameFirst",
        "variants": [{"script": "zh-Hant", "text": text("variant")}, {"script": "zh-Hans", "text": name(n)}], "pronunciation": text("pron"), "address_zh": text("addrzh"), "address_en": text("addren"),
        "label": text("label"), "status": "active", "no_contact": false}),
    );
    add("tenures", json!({"id": uuid(7, n), "seat": seat, "person": person, "primary": true, "source": text("post")}));
    add(
        "chain_members",
        json!({"id": uuid(8, n), "decision": decision, "seat": seat, "roles": ["user"], "functions": ["coach"],
        "function_evidence": text("function"), "formal_power": 2, "influence_level": 3, "position": n}),
    );
    let fact = |kind: &str, value: String, at: u32| {
        json!({"id": uuid(at, n), "person": person, "kind": kind, "value": value, "level": text("level"), "source": text("source"),
        "confidence": "reliable", "verified_on": "2026-10-01", "purpose": text("purpose"), "class": "P1"})
    };
    add("facts", fact("mobile", phone(n), 9));
    add("facts", fact("email", mail(n), 10));
    add("facts", fact("note", text("note"), 11));
    add(
        "stances",
        json!({"id": uuid(12, n), "person": person, "level": 1, "read_on": "2026-10-02", "evidence": text("stance")}),
    );
    add(
        "ties",
        json!({"id": uuid(13, n), "staff": staff, "person": person, "level": 2, "read_on": "2026-10-02", "evidence": text("tie")}),
    );
    all
}

/// Contacts and visits.
fn of_contacts(ground: &Ground, n: usize) -> Vec<(&'static str, Value)> {
    let Ground { account, visit, staff, .. } = ground;
    let person = uuid(6, n);
    let text = |field: &str| word(n, field);
    let mut all = Vec::new();
    let mut add = |kind: &'static str, one: Value| all.push((kind, one));
    add(
        "touches",
        json!({"id": uuid(14, n), "ref": text("touchref"), "account": account, "on": "2026-10-02", "kind": "call", "staff": [staff], "people": [person], "summary": text("summary")}),
    );
    add(
        "planned_touches",
        json!({"id": uuid(15, n), "account": account, "on": "2026-12-02", "staff": staff, "person": person, "activity": text("plan"), "place": text("place")}),
    );
    add(
        "visit_guests",
        json!({"id": uuid(16, n), "visit": visit, "person": person, "protocol_order": n + 1, "role": "代表", "deviation_note": text("deviation"), "counterpart_note": text("counter")}),
    );
    add(
        "lodgings",
        json!({"id": uuid(17, n), "visit": visit, "person": person, "room_number": text("room"), "note": text("roomnote")}),
    );
    add(
        "talking_points",
        json!({"id": uuid(18, n), "visit": visit, "kind": "opener", "topic": text("topic"), "text": text("point"), "about": person, "on_card": false, "position": n}),
    );
    add(
        "visit_log",
        json!({"id": uuid(19, n), "visit": visit, "on": "2026-10-01", "at": "09:30", "kind": "said", "person": person, "text": text("log")}),
    );
    all
}

/// Lines, consents, requests and tasks.
fn of_rights(ground: &Ground, n: usize) -> Vec<(&'static str, Value)> {
    let Ground { account, staff, .. } = ground;
    let (seat, person) = (uuid(5, n), uuid(6, n));
    let text = |field: &str| word(n, field);
    let mut all = Vec::new();
    let mut add = |kind: &'static str, one: Value| all.push((kind, one));
    add(
        "edges",
        json!({"id": uuid(20, n), "account": account, "kind": "influences", "from_seat": seat, "to_seat": uuid(5, (n + 1) % PEOPLE), "strength": 2, "evidence": text("edge")}),
    );
    add(
        "consents",
        json!({"id": uuid(21, n), "person": person, "scope": "diet_for_catering", "version": "1", "text": text("consent"), "channel": "书面", "given_on": "2026-09-01"}),
    );
    add(
        "rights_requests",
        json!({"id": uuid(22, n), "person": person, "kind": "erasure", "received_on": "2026-11-01", "due_on": "2026-12-01", "status": "open", "note": text("asked")}),
    );
    add(
        "legal_holds",
        json!({"id": uuid(23, n), "person": person, "reason": text("hold"), "from_on": "2026-01-01", "to_on": "2026-02-01"}),
    );
    add(
        "tasks",
        json!({"id": uuid(24, n), "account": account, "kind": "other", "staff": staff, "person": person, "text": text("task"), "due_on": "2026-12-01"}),
    );
    all
}

/// Words of others that name them.
fn in_passing(ground: &Ground, n: usize) -> Vec<(&'static str, Value)> {
    let Ground { account, visit, .. } = ground;
    let person = uuid(6, n);
    let mut all = Vec::new();
    let mut add = |kind: &'static str, one: Value| all.push((kind, one));
    add(
        "commitments",
        json!({"id": uuid(25, n), "account": account, "text_zh": format!("答应{}先看样机", name(n)), "text_en": format!("told {} and {}", latin(n), mail(n)),
        "topic": "样例", "made_on": "2026-10-02", "promised_on": "2026-12-02", "progress": 0}),
    );
    add(
        "complaints",
        json!({"id": uuid(26, n), "account": account, "text_zh": format!("{}来电（{}）", name(n), phone(n)), "opened_on": "2026-10-02", "severity": "normal", "status": "open"}),
    );
    add(
        "agenda_items",
        json!({"id": uuid(27, n), "visit": visit, "on": "2026-10-01", "starts_at": "10:00", "kind": "talks", "title_zh": format!("与{}会谈", name(n)), "ours": [], "theirs": [person], "state": "draft", "for_guests": true}),
    );
    add(
        "vehicles",
        json!({"id": uuid(28, n), "visit": visit, "kind": "sedan", "name": format!("接{}", name(n)), "host_drives": false, "right_hand_drive": false, "spare": false,
        "riders": [{"guest": person}, {"named": latin(n)}], "position": n}),
    );
    add(
        "issued_copies",
        json!({"id": uuid(29, n), "visit": visit, "edition": "internal_full", "format": "pdf", "lang": "zh-CN", "version": 1, "number": n + 1, "holder": name(n),
        "issued_on": "2026-10-01", "expires_on": "2026-10-08", "fingerprint": "0"}),
    );
    all
}

/// The sample with many people of one more account, their names in every kind of record.
fn crowded() -> String {
    let mut file: Value =
        serde_json::from_str(&std::fs::read_to_string(suite::root().join("samples/workspace.json")).unwrap()).unwrap();
    let records = file["records"].as_object_mut().unwrap();
    let staff = records["staff"][0]["id"].clone();
    let (account, unit, decision, visit) = (uuid(1, 0), uuid(2, 0), uuid(3, 0), uuid(4, 0));
    let mut add = |kind: &str, one: Value| {
        records.entry(kind).or_insert_with(|| json!([])).as_array_mut().unwrap().push(one);
    };
    add(
        "accounts",
        json!({"id": account, "name_zh": "样例集团", "kind": "private", "tier": "B", "stage": "stable", "is_key": false}),
    );
    add("units", json!({"id": unit, "account": account, "name_zh": "样例部", "position": 0}));
    add("decisions", json!({"id": decision, "account": account, "kind": "standing"}));
    add(
        "visits",
        json!({"id": visit, "account": account, "starts_on": "2026-10-01", "days": 1, "level": "B", "direction": "inbound", "convention": "business",
        "gift_decided": false, "blocks": [], "calendar_flags": [], "purpose": format!("接待{}", name(0))}),
    );
    let ground = Ground { account, unit, decision, visit, staff };
    for n in 0..PEOPLE {
        let parts = [of_the_person, of_contacts, of_rights, in_passing];
        for (kind, one) in parts.iter().flat_map(|part| part(&ground, n)) {
            add(kind, one);
        }
    }
    serde_json::to_string(&file).unwrap()
}

/// Every byte of the folder the workspace lies in.
fn bytes(folder: &Path) -> Vec<u8> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        // The file the records came from is not the workspace's.
        if path.is_file() && path.extension().is_none_or(|end| end != "json") {
            all.extend(std::fs::read(path).unwrap());
        }
    }
    all
}

/// All of the texts that are in the bytes, as UTF-8 or UTF-16; looked for at once by their first four bytes.
fn found<'a>(bytes: &[u8], texts: &'a [String]) -> BTreeSet<&'a str> {
    let mut wanted: std::collections::HashMap<[u8; 4], Vec<(Vec<u8>, &str)>> = std::collections::HashMap::new();
    for text in texts {
        let wide: Vec<u16> = text.encode_utf16().collect();
        let little: Vec<u8> = wide.iter().flat_map(|one| one.to_le_bytes()).collect();
        let big: Vec<u8> = wide.iter().flat_map(|one| one.to_be_bytes()).collect();
        for form in [text.as_bytes().to_vec(), little, big] {
            wanted.entry(form[..4].try_into().unwrap()).or_default().push((form, text.as_str()));
        }
    }
    let mut all = BTreeSet::new();
    for (at, four) in bytes.windows(4).enumerate() {
        if let Some(forms) = wanted.get(<&[u8; 4]>::try_from(four).unwrap()) {
            all.extend(forms.iter().filter(|(form, _)| bytes[at..].starts_with(form)).map(|one| one.1));
        }
    }
    all
}

fn erase(desk: &mut Desk, person: &str, name: &str) -> Value {
    let view = desk.ok("get_erasure", json!({"person": person}));
    assert_eq!(view["hold"], Value::Null);
    let mentions: Vec<Value> =
        view["mentions"].as_array().unwrap().iter().filter(|one| one["sure"] == true).cloned().collect();
    desk.ok("erase_person", json!({"person": person, "name": name, "mentions": mentions}))
}

#[test]
fn two_hundred_people_are_erased_and_no_byte_of_them_is_left() {
    let mut desk = Desk::holding(&crowded());
    let folder = desk._folder.path().to_owned();
    let texts: Vec<String> = (0..PEOPLE).flat_map(words).collect();
    let before = found(&bytes(&folder), &texts);
    let missing: Vec<_> = texts.iter().filter(|one| !before.contains(one.as_str())).take(3).collect();
    assert!(missing.is_empty(), "not in the file to begin with: {missing:?}");
    let account = uuid(1, 0);
    let scores = |desk: &mut Desk| {
        desk.ok("get_court", json!({"accounts": [account], "as_of": "2026-11-19"}))["accounts"][0].clone()
    };
    let rows = scores(&mut desk)["rows"].as_array().unwrap().len();
    let mut longest = Duration::ZERO;
    for n in 0..PEOPLE {
        let began = Instant::now();
        let done = erase(&mut desk, &uuid(6, n), &name(n));
        longest = longest.max(began.elapsed());
        assert_eq!(done["certificate"]["mentions_left"], 0, "{done}");
        assert_eq!(done["certificate"]["barred"], true);
        let told = done.to_string();
        assert!(words(n).iter().all(|one| !told.contains(one.as_str())), "the certificate tells of the person: {told}");
        if n == 0 {
            let left = found(&bytes(&folder), &words(0)).into_iter().map(str::to_owned).collect::<Vec<_>>();
            assert!(left.is_empty(), "of the first one there is still {left:?}");
        }
    }
    let left = found(&bytes(&folder), &texts);
    assert!(left.is_empty(), "still in the file: {:?}", left.iter().take(5).collect::<Vec<_>>());
    assert!(longest < Duration::from_secs(5), "{longest:?}");
    assert_eq!(desk.refused("undo", json!({})), "nothing-to-undo");
    // Seats, weights and the visit stay.
    assert_eq!(scores(&mut desk)["rows"].as_array().unwrap().len(), rows);
    let records: Value = serde_json::from_str(&desk.records()).unwrap();
    let kept =
        |kind: &str, id: &str| records["records"][kind].as_array().unwrap().iter().find(|one| one["id"] == id).cloned();
    let member = kept("chain_members", &uuid(8, 7)).unwrap();
    assert_eq!(
        (&member["formal_power"], &member["influence_level"], &member["functions"]),
        (&json!(2), &json!(3), &json!([]))
    );
    let guest = kept("visit_guests", &uuid(16, 7)).unwrap();
    assert_eq!((&guest["role"], &guest["protocol_order"]), (&json!("代表"), &json!(8)));
    let person = kept("people", &uuid(6, 7)).unwrap();
    assert_eq!((&person["status"], &person["erased_on"]), (&json!("erased"), &json!(DAY)));
    assert_eq!(person["variants"], json!([]));
    assert_eq!(kept("commitments", &uuid(25, 7)).unwrap()["text_zh"], "答应已删除联系人先看样机");
    let asked = kept("rights_requests", &uuid(22, 7)).unwrap();
    assert_eq!((&asked["status"], &asked["closed_on"], &asked["note"]), (&json!("granted"), &json!(DAY), &Value::Null));
    assert!(
        app::files::check_workspace(&folder.join("other.dianke"), desk.app.words(), domain::Lang::En).unwrap().whole
    );
}

#[test]
fn who_was_erased_is_known_again_by_hashes_alone() {
    use domain::engine::suppression::{Identity, Suppression};
    let mut desk = Desk::holding(&crowded());
    erase(&mut desk, &uuid(6, 3), &name(3));
    let records: Value = serde_json::from_str(&desk.records()).unwrap();
    let people: Vec<domain::Person> = serde_json::from_value(records["records"]["people"].clone()).unwrap();
    let list = Suppression::of(&people);
    let by = |phones: &[String], mails: &[String], names: &[String], places: &[&str]| Identity {
        phones: phones.to_vec(),
        mails: mails.to_vec(),
        names: names.to_vec(),
        places: places.iter().map(|one| (*one).to_owned()).collect(),
        refs: vec![],
        messengers: vec![],
    };
    assert!(list.bars(&by(&[format!("+86 {}", phone(3))], &[], &[], &[])));
    assert!(list.bars(&by(&[], &[mail(3)], &[], &[])));
    assert!(list.bars(&by(&[], &[], &[name(3)], &["样例部"])));
    assert!(!list.bars(&by(&[phone(4)], &[mail(4)], &[name(4)], &["样例部"])));
}

#[test]
fn a_hold_a_wrong_name_and_a_second_time_are_refused() {
    let mut desk = Desk::new();
    let seat = desk.seat("A08", "尉迟安");
    let person = desk.inspect(&seat)["person"].clone();
    let wrong = json!({"person": person, "name": "别人", "mentions": []});
    assert_eq!(desk.refused("erase_person", wrong), "erase-name");
    assert_eq!(desk.refused("set_legal_hold", json!({"person": person, "reason": " ", "from_on": DAY})), "hold-reason");
    let held = desk.turned("set_legal_hold", json!({"person": person, "reason": "合同争议", "from_on": DAY}));
    let right = json!({"person": person, "name": "尉迟安", "mentions": []});
    assert_eq!(desk.ok("get_erasure", json!({"person": person}))["hold"], "合同争议");
    assert_eq!(desk.refused("erase_person", right.clone()), "erase-held");
    desk.ok("end_legal_hold", json!({"hold": held["created"], "on": DAY}));
    let before = desk.map("A08")["outline"].as_array().unwrap().len();
    let done = desk.ok("erase_person", right.clone());
    assert!(done["certificate"]["gone"].as_array().unwrap().iter().any(|one| one["kind"] == "fact"), "{done}");
    assert_eq!(desk.refused("erase_person", right), "missing");
    let map = desk.map("A08");
    assert_eq!(map["outline"].as_array().unwrap().len(), before, "the seat stays");
    assert!(!map.to_string().contains("尉迟安"));
    assert!(
        desk.ok("find_text", json!({"text": "尉迟安", "account": null, "limit": 20}))
            .to_string()
            .matches("尉迟")
            .count()
            == 0
    );
    let account = desk.account("A08");
    let court = desk.ok("get_court", json!({"accounts": [account], "as_of": DAY}));
    assert!(!court.to_string().contains("尉迟安"));
}

#[test]
fn everything_held_is_told_with_judgements_sources_and_log() {
    let mut desk = Desk::holding(&crowded());
    let view = desk.ok("get_access", json!({"person": uuid(6, 5)}));
    let told = view.to_string();
    let private = words(5);
    // What is ours about the record and not about the person: how a copy or a post is filed.
    let filed = ["ref", "touchref"].map(|one| word(5, one));
    let silent: Vec<_> = private.iter().filter(|one| !filed.contains(one) && !told.contains(one.as_str())).collect();
    assert!(silent.is_empty(), "not told: {silent:?}");
    assert!(!told.contains(&word(6, "note")), "another one's facts");
    let again = desk.ok("get_access", json!({"person": uuid(6, 5)}));
    let log = again["parts"].as_array().unwrap().iter().find(|one| one["part"] == "log").unwrap().clone();
    assert!(log["lines"].as_array().unwrap().len() > 1, "import and the look before: {log}");
    let request: app::wire::WriteAccess = serde_json::from_value(
        json!({"person": uuid(6, 5), "format": "json", "lang": "zh-CN", "blackened": [uuid(14, 5)], "request": null}),
    )
    .unwrap();
    let file = app::files::write_access(&mut desk.app, &suite::context(), request.clone()).unwrap();
    let text = String::from_utf8(file.bytes).unwrap();
    assert!(!text.contains(&word(5, "summary")), "it was blackened");
    assert!(!file.name.contains(&name(5)) && text.contains(&word(5, "stance")));
    let both = app::wire::WriteAccess { lang: domain::PaperLang::Both, ..request.clone() };
    let both = app::files::write_access(&mut desk.app, &suite::context(), both).unwrap();
    let both: Value = serde_json::from_slice(&both.bytes).unwrap();
    let part = |lang: &str| both[lang]["parts"][0]["label"].as_str().unwrap().to_owned();
    assert!(part("zh-CN") != part("en") && both["en"].to_string().contains(&word(5, "stance")), "both languages");
    let pdf = app::wire::WriteAccess { format: app::wire::AccessFormat::Pdf, lang: domain::PaperLang::Both, ..request };
    assert!(app::files::write_access(&mut desk.app, &suite::context(), pdf).unwrap().bytes.starts_with(b"%PDF"));
}

#[test]
fn an_objection_stops_matching_and_a_correction_writes_the_fact() {
    let mut desk = Desk::new();
    let visit = desk.visit("V01");
    let view = desk.view(&visit);
    let guest = view["guests"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["principal"] == true)
        .or(view["guests"].as_array().unwrap().first())
        .unwrap()["person"]
        .clone();
    let points = |desk: &mut Desk| desk.view(&visit)["hosts"].to_string();
    let before = points(&mut desk);
    let asked = |kind: &str| json!({"person": guest, "kind": kind, "received_on": DAY, "due_on": null, "channel": "邮件", "subject": null, "note": null});
    let made = desk.turned("add_rights_request", asked("objection"));
    assert_ne!(points(&mut desk), before, "background counts no more");
    let rights = desk.ok("get_rights", json!({"person": guest}));
    assert_eq!((&rights["waiting"], &rights["requests"][0]["request"]["due_on"]), (&json!(1), &json!("2026-12-20")));
    assert!(rights["requests"][0]["stops"].is_string());
    let refuse = json!({"request": made["created"], "status": "refused", "answer": null, "verified_on": null, "reviewed_on": null, "ended_on": null, "handled_by": null});
    assert_eq!(desk.refused("move_rights_request", refuse.clone()), "rights-reason");
    let mut refuse = refuse;
    refuse["answer"] = json!("样例理由");
    desk.turned("move_rights_request", refuse);
    assert_eq!(points(&mut desk), before, "refused: as it was");
}

#[test]
fn a_withdrawn_consent_stops_the_use_at_once() {
    let mut desk = Desk::new();
    let records: Value = serde_json::from_str(&desk.records()).unwrap();
    let staff =
        records["records"]["staff"].as_array().unwrap().iter().find(|one| one["bg_ok"] == true).unwrap()["id"].clone();
    let give = json!({"person": null, "staff": staff, "scope": "host_background", "version": "2026-1", "text": "样例同意书", "channel": "书面", "given_on": DAY, "until_on": null});
    let made = desk.turned("give_consent", give.clone());
    let mut wrong = give;
    wrong["scope"] = json!("diet_for_catering");
    assert_eq!(desk.refused("give_consent", wrong), "consent-whom");
    desk.turned("withdraw_consent", json!({"consent": made["created"], "on": DAY}));
    let records: Value = serde_json::from_str(&desk.records()).unwrap();
    let after = records["records"]["staff"].as_array().unwrap().iter().find(|one| one["id"] == staff).unwrap().clone();
    assert_eq!(after["bg_ok"], false);
}

#[test]
fn what_is_past_its_time_is_kept_with_a_reason_or_gone_for_good() {
    let mut desk = Desk::holding(&crowded());
    let on = |desk: &mut Desk, name: &str, request: Value| desk.on("2028-12-01", name, request);
    let list = on(&mut desk, "get_retention", json!({"ahead": 0})).unwrap();
    let mine = |kind: &str| {
        let rows = list["rows"].as_array().unwrap();
        rows.iter().filter(|one| one["kind"] == kind).cloned().collect::<Vec<Value>>()
    };
    let stances = mine("stance");
    assert!(stances.len() > 2 && stances.iter().all(|one| one["due"] == true && one["deletable"] == true), "{list}");
    let choice = |one: &Value| json!({"kind": one["kind"], "object": one["object"]});
    let keep = json!({"rows": [choice(&stances[0])], "keep_until": "2029-06-01", "reason": "样例理由"});
    on(&mut desk, "keep_retained", keep).unwrap();
    let evidence = |desk: &mut Desk, object: &Value| {
        let records: Value = serde_json::from_str(&desk.records()).unwrap();
        records["records"]["stances"]
            .as_array()
            .unwrap()
            .iter()
            .find(|one| one["id"] == *object)
            .map(|one| one["evidence"].as_str().unwrap().to_owned())
    };
    let gone = evidence(&mut desk, &stances[1]["object"]).unwrap();
    assert!(!found(&bytes(desk._folder.path()), std::slice::from_ref(&gone)).is_empty());
    on(&mut desk, "delete_retained", json!({"rows": [choice(&stances[1])]})).unwrap();
    assert_eq!(evidence(&mut desk, &stances[1]["object"]), None);
    let after = on(&mut desk, "get_retention", json!({"ahead": 0})).unwrap().to_string();
    assert!(
        !after.contains(stances[0]["object"].as_str().unwrap())
            && !after.contains(stances[1]["object"].as_str().unwrap())
    );
    let early = desk.on("2026-11-20", "delete_retained", json!({"rows": [choice(&stances[2])]})).unwrap_err();
    assert_eq!(early, "retention-early");
}

#[test]
fn what_is_due_comes_in_stretches() {
    let mut file: Value = serde_json::from_str(&crowded()).unwrap();
    let more = (0..PEOPLE).map(|n| {
        json!({"id": uuid(40, n), "person": uuid(6, n), "kind": "concern", "value": "样例", "source": "样例",
            "confidence": "rumour", "verified_on": "2026-10-01", "purpose": "样例", "class": "P2"})
    });
    file["records"]["facts"].as_array_mut().unwrap().extend(more);
    let mut desk = Desk::holding(&file.to_string());
    let ask = |desk: &mut Desk, offset: u64| {
        desk.on("2030-12-01", "get_retention", json!({"ahead": 0, "offset": offset})).unwrap()
    };
    let first = ask(&mut desk, 0);
    let total = first["total"].as_u64().unwrap();
    assert!(total > 500 && first["rows"].as_array().unwrap().len() == 500, "{total}");
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut offset = 0;
    while offset < total {
        let rows = ask(&mut desk, offset)["rows"].as_array().unwrap().clone();
        seen.extend(rows.iter().map(|one| format!("{}{}", one["kind"], one["object"])));
        assert!(
            rows.iter()
                .all(|one| one["rule"].as_str().is_some_and(|text| !text.is_empty() && !text.starts_with("rights-")))
        );
        assert!(rows.iter().all(|one| one["due_on"].is_string()));
        offset += rows.len() as u64;
    }
    assert_eq!(seen.len() as u64, total, "every one once");
    let log = desk.ok("check_audit", json!({}));
    assert_eq!(log["broken"], Value::Null);
    assert!(!first.to_string().contains("audit"), "the log is not among what is deleted");
}
