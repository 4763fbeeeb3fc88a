//! The sample: a visit planned line by line, two lines of every kind.

use super::{id, two};
use domain::Snapshot;
use serde_json::{Value, json};

fn record<T: serde::de::DeserializeOwned>(number: u64, name: Option<&str>, fields: Value) -> T {
    super::record(number, name, [json!({ "visit": id(181) }), fields])
}

pub(super) fn plan(all: &mut Snapshot) {
    the_day(all);
    ways_and_rooms(all);
    words(all);
    order(all);
    afterwards(all);
}

fn the_day(all: &mut Snapshot) {
    let (staff, person) = (id(21), id(61));
    two!(all.agenda_items, 401, "a1": {
        "on": "2026-12-01", "starts_at": "09:05", "ends_at": "10:00", "kind": "talks", "title_zh": "会谈", "title_en": "Talks",
        "place_zh": "一号厅", "place_en": "Hall 1", "guest_title_zh": "交流", "guest_title_en": "Exchange", "lead": staff,
        "ours": [staff], "theirs": [person], "material": "slides", "state": "agreed", "for_guests": true
    }, { "on": "2026-12-01", "starts_at": "00:00", "kind": "other", "ours": [], "theirs": [], "state": "draft", "for_guests": false });
    two!(all.meals, 411, "m1": {
        "kind": "dinner", "on": "2026-12-01", "at": "18:30", "place_zh": "餐厅", "place_en": "Canteen", "per_head": 70.5, "tables": 2,
        "menu": "soup", "toast": "host", "alcohol": true, "hosts": [staff], "note": "tea"
    }, { "kind": "lunch", "on": "2026-12-01", "tables": 1, "alcohol": false, "hosts": [] });
    two!(all.tour_stops, 421, "t1": {
        "title_zh": "展厅", "title_en": "Hall", "minutes": 15, "guide": staff, "message": "one", "photo_allowed": true, "gear": "helmet",
        "skip_when_late": true, "position": -3
    }, { "minutes": 0, "photo_allowed": false, "skip_when_late": false, "position": 0 });
}

fn ways_and_rooms(all: &mut Snapshot) {
    let (staff, person) = (id(21), id(61));
    two!(all.vehicles, 431, "c1": {
        "kind": "mpv", "name": "1", "plate": "A 00001", "driver": "样例二", "driver_phone": "000", "host_drives": true, "right_hand_drive": true,
        "spare": true, "route": "north", "leaves_on": "2026-12-01", "leaves_at": "08:00",
        "riders": [{ "guest": person }, { "ours": staff }, { "named": "译员" }], "position": 1
    }, { "kind": "bus", "host_drives": false, "right_hand_drive": false, "spare": false, "riders": [], "position": 2 });
    two!(all.travel_legs, 441, "l1": {
        "direction": "arrival", "number": "G1", "place_zh": "南站", "place_en": "South", "on": "2026-12-01", "at": "07:30",
        "meeting_point": "exit 3", "greeter": staff, "people": [person], "note": "late"
    }, { "direction": "departure", "on": "2026-12-03", "people": [] });
    two!(all.lodgings, 451, "h1": {
        "person": person, "hotel_zh": "宾馆", "hotel_en": "Inn", "room_kind": "single", "room_number": "801", "from_on": "2026-11-30",
        "to_on": "2026-12-03", "note": "quiet"
    }, { "person": id(64) });
}

fn words(all: &mut Snapshot) {
    let (staff, person) = (id(21), id(61));
    two!(all.talking_points, 461, "w1": {
        "kind": "sensitive", "topic": "price", "text": "no", "proof": "sheet", "question": "when", "expected_question": "why",
        "answer": "later", "speaker": staff, "about": person, "on_card": true, "minutes": 3, "position": 1
    }, { "kind": "speech", "on_card": false, "position": 2 });
    two!(all.visit_texts, 471, "x1": { "kind": "welcome", "text_zh": "欢迎", "text_en": "Welcome", "position": 1 }, { "kind": "objective", "position": 2 });
    two!(all.contingencies, 481, "e1": { "key": "late", "trigger": "train", "action": "call", "owner": staff, "position": 1 }, { "position": 2 });
    two!(all.planned_questions, 491, "q1": { "subject": "diet:1", "owner": staff, "due_on": "2026-11-28", "note": "phone" }, { "subject": "gate" });
}

fn order(all: &mut Snapshot) {
    let (staff, person) = (id(21), id(61));
    two!(all.visit_duties, 501, "d1": { "staff": staff, "duty": "greeter", "text": "gate", "phone": "001", "position": 1 }, { "staff": id(22), "duty": "other", "position": 2 });
    two!(all.visit_contacts, 511, "n1": {
        "function_zh": "医院", "function_en": "Hospital", "name": "desk", "phone": "120", "for_guests": true, "position": 1
    }, { "for_guests": false, "position": 2 });
    two!(all.checklist_items, 521, "k1": {
        "key": "cars", "text": "own", "offset_days": -14, "due_on": "2026-11-17", "role": "AR", "owner": staff, "done_on": "2026-11-18",
        "evidence": "mail", "position": 1
    }, { "offset_days": 7, "due_on": "2026-12-08", "position": 2 });
    two!(all.cost_lines, 531, "p1": {
        "category": "dining", "text": "dinner", "planned": 1400.5, "actual": 1380.0, "funding": "F1", "position": 1
    }, { "category": "other", "position": 2 });
    two!(all.seating_plans, 541, "s1": {
        "kind": "round_tables", "name": "hall", "vehicle": id(431), "ours": [staff], "guests": [person], "our_interpreter": { "named": "译员" },
        "their_interpreter": { "guest": person }, "tables": [{ "seats": 8, "host": staff, "co_host": null }], "rows": 2,
        "pins": [{ "place": "table1:4", "who": { "ours": staff } }], "note": "asked", "position": 1
    }, { "kind": "car", "ours": [], "guests": [], "tables": [], "rows": 1, "pins": [], "position": 2 });
}

fn afterwards(all: &mut Snapshot) {
    let (staff, person) = (id(21), id(61));
    let promise = all.commitments[0].id;
    two!(all.visit_log, 551, "r1": {
        "on": "2026-12-01", "at": "09:10", "kind": "promised", "person": person, "staff": staff, "text": "sheet", "commitment": promise
    }, { "on": "2026-12-01", "at": "23:59", "kind": "note" });
    two!(all.issued_copies, 561, "i1": {
        "edition": "host_card", "format": "docx", "lang": "both", "version": 3, "number": 2, "holder": "样例一", "issued_on": "2026-11-30",
        "expires_on": "2026-12-08", "fingerprint": "ab"
    }, {
        "edition": "guest", "format": "pdf", "lang": "en", "version": 1, "number": 1, "issued_on": "2026-11-30", "expires_on": "2026-12-08",
        "fingerprint": ""
    });
}
