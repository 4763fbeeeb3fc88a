//! The ledger over a real file: promises, what came in, contacts in a line, calendars.

use serde_json::{Value, json};

use super::{DAY, Desk};

impl Desk {
    fn ledger(&mut self, key: &str) -> Value {
        let account = self.account(key);
        self.ok("get_ledger", json!({"account": account, "as_of": DAY}))
    }

    fn promise_row(&mut self, account: &str, key: &str) -> Value {
        let rows = self.ledger(account)["promises"].as_array().unwrap().clone();
        rows.into_iter().find(|one| one["record"]["ref"] == key).unwrap_or_else(|| panic!("{key}"))
    }

    fn matter(&mut self, account: &str, key: &str) -> Value {
        let rows = self.ledger(account)["matters"].as_array().unwrap().clone();
        let is = |one: &Value| one["request"]["ref"] == key || one["complaint"]["ref"] == key;
        rows.into_iter().find(is).unwrap_or_else(|| panic!("{key}"))
    }

    pub(super) fn theirs(&mut self, name: &str) -> Value {
        let found = self.ok("find_text", json!({"text": name, "account": null, "limit": 5}));
        found["hits"][0]["person"].clone()
    }
}

fn promise(account: &Value, patch: Value) -> Value {
    let mut all = json!({"commitment": null, "account": account, "text": "样例承诺", "topic": "样例议题", "topic_kind": null, "to_person": null, "by_staff": null, "made_on": "2026-11-10", "promised_on": "2026-11-30", "internal_target_on": null, "expected_value": 3, "progress": 0, "announcement": false, "despite_conflict": false});
    for (key, value) in patch.as_object().unwrap() {
        all[key] = value.clone();
    }
    all
}

#[test]
fn the_worked_promises_of_the_sample_are_judged() {
    let mut desk = Desk::new();
    let one = desk.promise_row("A08", "c801");
    assert_eq!(
        (&one["outcome"], &one["value_gap"], &one["delivery_delta"]),
        (&json!("delighted"), &json!(1), &json!(5))
    );
    let late = desk.promise_row("A05", "c501");
    assert_eq!(
        (&late["outcome"], &late["value_gap"], &late["delivery_delta"]),
        (&json!("disappointed"), &json!(-2), &json!(-3))
    );
    for key in ["c802", "c803"] {
        let conflict = desk.promise_row("A08", key);
        assert_eq!(
            (conflict["conflicts"].as_array().unwrap().len(), &conflict["severity"]),
            (1, &json!("red")),
            "{key}"
        );
    }
    let home = desk.ok("get_home", json!({}));
    let matters: Vec<&str> =
        home["matters"].as_array().unwrap().iter().map(|one| one["title"].as_str().unwrap()).collect();
    assert!(matters.contains(&"来件无人负责") && matters.contains(&"来件逾期1天"), "{matters:?}");
    assert!(!home.to_string().contains("ledger-"), "every word is there");
}

#[test]
fn a_promise_is_checked_saved_delivered_and_withdrawn() {
    let mut desk = Desk::new();
    let (account, by, to) = (desk.account("A08"), desk.ours("曹泊宁"), desk.theirs("冼思源"));
    let wish = |patch: Value| promise(&account, patch);
    assert_eq!(desk.refused("put_promise", wish(json!({"made_on": "2026-11-21"}))), "day-ahead");
    assert_eq!(desk.refused("put_promise", wish(json!({"promised_on": "2026-11-09"}))), "promise-past");
    assert_eq!(desk.refused("put_promise", wish(json!({"internal_target_on": "2026-12-01"}))), "target-late");
    assert_eq!(desk.refused("put_promise", wish(json!({"text": " "}))), "name-empty");
    assert_eq!(desk.refused("put_promise", wish(json!({"topic": ""}))), "name-empty");
    assert_eq!(desk.refused("put_promise", wish(json!({"expected_value": 6}))), "level-range");
    let gone = desk.ours("叶知秋");
    assert_eq!(desk.refused("put_promise", wish(json!({"by_staff": gone}))), "staff-left");
    let check = desk.ok("check_promise", wish(json!({"text": "", "topic": "三期上线", "promised_on": "2027-05-31"})));
    assert_eq!((check["conflicts"].as_array().unwrap().len(), &check["buffer"]), (2, &json!("kept")));
    let conflict = wish(json!({"topic": "三期上线", "promised_on": "2027-05-31"}));
    assert_eq!(desk.refused("put_promise", conflict), "promise-conflict");
    desk.turned(
        "put_promise",
        wish(json!({"topic": "三期上线", "promised_on": "2027-05-31", "despite_conflict": true})),
    );
    desk.ok("undo", json!({}));
    let made = desk.turned("put_promise", wish(json!({"by_staff": by, "to_person": to})))["created"].clone();
    let row = |desk: &mut Desk| {
        let rows = desk.ledger("A08")["promises"].as_array().unwrap().clone();
        rows.into_iter().find(|one| one["record"]["id"] == made).unwrap()
    };
    assert_eq!(row(&mut desk)["record"]["internal_target_on"], "2026-11-26", "a fifth of twenty days before");
    let deliver = |on: Value, value: Value| json!({"commitment": made, "delivered_on": on, "perceived_value": value});
    assert_eq!(desk.refused("deliver_promise", deliver(json!("2026-11-21"), Value::Null)), "day-ahead");
    assert_eq!(desk.refused("deliver_promise", deliver(json!("2026-11-09"), Value::Null)), "delivered-before");
    assert_eq!(desk.refused("deliver_promise", deliver(Value::Null, json!(4))), "value-early");
    assert_eq!(desk.refused("deliver_promise", deliver(json!("2026-11-20"), json!(0))), "level-range");
    desk.turned("deliver_promise", deliver(json!("2026-11-20"), json!(4)));
    assert_eq!(row(&mut desk)["outcome"], "delighted");
    let edit = wish(json!({"commitment": made, "by_staff": by, "to_person": to, "text": "换了说法"}));
    desk.turned("put_promise", edit);
    assert_eq!((&row(&mut desk)["text"], &row(&mut desk)["outcome"]), (&json!("换了说法"), &json!("delighted")));
    let withdraw = |on: Value, why: &str| json!({"commitment": made, "on": on, "reason": why});
    assert_eq!(desk.refused("withdraw_promise", withdraw(json!(DAY), "  ")), "withdraw-reason");
    assert_eq!(desk.refused("withdraw_promise", withdraw(json!("2026-11-21"), "客户改了")), "day-ahead");
    assert_eq!(desk.refused("withdraw_promise", withdraw(json!("2026-11-09"), "客户改了")), "matter-before");
    desk.turned("withdraw_promise", withdraw(json!(DAY), "客户改了计划"));
    let kept = row(&mut desk);
    assert_eq!(
        (&kept["record"]["withdrawn_on"], &kept["record"]["withdrawn_why"], &kept["severity"]),
        (&json!(DAY), &json!("客户改了计划"), &Value::Null),
        "the record stays, with day and reason"
    );
    let words = wish(json!({"commitment": made, "text": "再换"}));
    assert_eq!(desk.refused("put_promise", words), "matter-withdrawn");
    assert_eq!(desk.refused("deliver_promise", deliver(json!(DAY), Value::Null)), "matter-withdrawn");
    desk.turned("withdraw_promise", withdraw(Value::Null, ""));
    assert_eq!(row(&mut desk)["record"]["withdrawn_on"], Value::Null, "it stands after all");
}

#[test]
fn a_promise_has_a_holder_beside_its_maker_and_another_is_proposed_when_both_are_gone() {
    let mut desk = Desk::new();
    let row = desk.promise_row("A08", "c802");
    let (maker, key) = (row["by"].clone(), json!({"kind": "promise", "id": row["record"]["id"]}));
    assert_eq!((&row["holder"], &row["taken"]), (&maker, &json!(false)), "the maker, unless somebody took it");
    let peng = desk.ours("彭越");
    let take = |staff: &Value| json!({"matter": key, "staff": staff, "on": DAY});
    desk.turned("take_matter", take(&peng));
    let taken = desk.promise_row("A08", "c802");
    assert_eq!((&taken["by"], &taken["holder"], &taken["taken"]), (&maker, &json!("彭越"), &json!(true)));
    assert_eq!(desk.refused("take_matter", take(&peng)), "already-assigned");
    desk.turned("take_matter", take(&row["record"]["by_staff"]));
    assert_eq!(desk.promise_row("A08", "c802")["taken"], false, "back with its maker");
    // The maker leaves: nobody holds it, and the owner of the stakeholder is put forward.
    let mut file: Value = serde_json::from_str(&desk.records()).unwrap();
    let own = row["record"]["by_staff"].clone();
    let list = file["records"]["staff"].as_array_mut().unwrap();
    let one = list.iter_mut().find(|one| one["id"] == own).unwrap();
    (one["status"], one["left_on"]) = (json!("departed"), json!("2026-11-10"));
    let mut left = Desk::holding(&file.to_string());
    let lost = left.promise_row("A08", "c802");
    assert_eq!((&lost["ownerless"], &lost["holder"]), (&json!(true), &Value::Null));
    let home = left.ok("get_home", json!({}));
    let told = home["matters"].as_array().unwrap().iter().any(|one| one["title"] == "承诺无人负责");
    assert!(told, "{}", home["matters"]);
    let next = lost["proposed"]["id"].clone();
    if !next.is_null() {
        left.turned("take_matter", take(&next));
        assert_eq!(left.promise_row("A08", "c802")["ownerless"], false);
    }
    let peng = left.ours("彭越");
    left.turned("take_matter", take(&peng));
    assert_eq!(left.promise_row("A08", "c802")["holder"], "彭越");
}

#[test]
fn an_announcement_is_read_by_another_and_read_again_when_its_words_change() {
    let mut desk = Desk::new();
    let (account, by, reader) = (desk.account("A08"), desk.ours("林采薇"), desk.ours("程岚"));
    let wish = |patch: Value| {
        let mut all = promise(&account, json!({"by_staff": by, "announcement": true}));
        patch.as_object().unwrap().iter().for_each(|(key, value)| all[key] = value.clone());
        all
    };
    let made = desk.ok("put_promise", wish(json!({})))["created"].clone();
    let needs = |desk: &mut Desk| {
        let rows = desk.ledger("A08")["promises"].as_array().unwrap().clone();
        rows.into_iter().find(|one| one["record"]["id"] == made).unwrap()["needs_reader"].clone()
    };
    assert_eq!(needs(&mut desk), true);
    let read = |who: &Value, on: &str| json!({"commitment": made, "staff": who, "on": on});
    assert_eq!(desk.refused("read_promise", read(&by, DAY)), "reader-self");
    assert_eq!(desk.refused("read_promise", read(&reader, "2026-11-21")), "day-ahead");
    desk.turned("read_promise", read(&reader, DAY));
    assert_eq!(needs(&mut desk), false);
    desk.ok("put_promise", wish(json!({"commitment": made, "progress": 50})));
    assert_eq!(needs(&mut desk), false, "the words are the same");
    desk.ok("put_promise", wish(json!({"commitment": made, "text": "另一种说法"})));
    assert_eq!(needs(&mut desk), true);
    let plain = desk.promise_row("A08", "c802")["record"]["id"].clone();
    assert_eq!(
        desk.refused("read_promise", json!({"commitment": plain, "staff": reader, "on": DAY})),
        "not-announcement"
    );
}

#[test]
fn a_promise_beyond_its_makers_authority_waits_for_one_who_may() {
    let file = std::fs::read_to_string(suite::sample("workspace.json")).unwrap();
    let mut records: Value = serde_json::from_str(&file).unwrap();
    records["records"]["commitment_authorities"] =
        json!([{"id": "01a1f640-bc00-7000-8000-000000000e01", "topic": "delivery", "roles": ["FR"]}]);
    records["records"]["team_members"] = json!([]);
    let mut desk = Desk::holding(&records.to_string());
    let row = desk.promise_row("A08", "c802");
    assert_eq!((&row["standing"], &row["signer"]), (&json!("beyond"), &Value::Null));
    let (peng, cao) = (desk.ours("彭越"), desk.ours("曹泊宁"));
    let sign = |who: &Value| json!({"commitment": row["record"]["id"], "staff": who});
    assert_eq!(desk.refused("countersign_promise", sign(&cao)), "sign-not-entitled");
    let account = desk.account("A08");
    let by = row["record"]["by_staff"].clone();
    let check = desk.ok("check_promise", promise(&account, json!({"topic_kind": "delivery", "by_staff": by})));
    assert_eq!((check["signers"].as_array().unwrap().len(), &check["signers"][0]["name"]), (1, &json!("彭越")));
    desk.turned("countersign_promise", sign(&peng));
    assert_eq!(desk.promise_row("A08", "c802")["standing"], "countersigned");
    let free = desk.promise_row("A08", "c801")["record"]["id"].clone();
    assert_eq!(desk.refused("countersign_promise", json!({"commitment": free, "staff": peng})), "sign-not-needed");
}

#[test]
fn what_comes_in_has_one_holder_and_a_clock() {
    let mut desk = Desk::new();
    let nobody = desk.matter("A03", "q301");
    assert_eq!(
        (&nobody["ownerless"], &nobody["step"], &nobody["overdue_days"]),
        (&json!(true), &json!("take"), &json!(3))
    );
    let first = desk.matter("A08", "q801");
    assert_eq!(
        (&first["by_first"], &first["holder"], &first["overdue_days"]),
        (&json!(true), &json!("林采薇"), &json!(1))
    );
    let key = nobody["key"].clone();
    let (zhong, peng) = (desk.ours("钟意"), desk.ours("彭越"));
    let answer = |on: Value| json!({"matter": key, "on": on, "answer": "下周起加一次"});
    assert_eq!(desk.refused("answer_matter", answer(json!(DAY))), "matter-ownerless");
    assert_eq!(desk.refused("close_matter", json!({"matter": key, "on": DAY})), "matter-unanswered");
    assert_eq!(
        desk.refused("take_matter", json!({"matter": key, "staff": zhong, "on": "2026-11-15"})),
        "matter-before"
    );
    desk.turned("take_matter", json!({"matter": key, "staff": zhong, "on": DAY}));
    assert_eq!(desk.refused("take_matter", json!({"matter": key, "staff": zhong, "on": DAY})), "already-assigned");
    desk.turned("take_matter", json!({"matter": key, "staff": peng, "on": DAY}));
    assert_eq!(desk.matter("A03", "q301")["holder"], "彭越", "one holder");
    assert_eq!(desk.refused("answer_matter", answer(json!("2026-11-21"))), "day-ahead");
    desk.turned("answer_matter", answer(json!(DAY)));
    desk.turned("close_matter", json!({"matter": key, "on": DAY}));
    assert_eq!(desk.matter("A03", "q301")["step"], "done");
    desk.turned("close_matter", json!({"matter": key, "on": null}));
    let complaint = desk.matter("A05", "k501");
    assert_eq!((&complaint["step"], &complaint["grave"]), (&json!("answer"), &json!(true)));
    desk.turned("answer_matter", json!({"matter": complaint["key"], "on": DAY, "answer": null}));
    desk.turned("close_matter", json!({"matter": complaint["key"], "on": DAY}));
    let withdraw = |on: Value, why: Value| json!({"matter": complaint["key"], "on": on, "reason": why});
    assert_eq!(desk.refused("withdraw_matter", withdraw(json!(DAY), Value::Null)), "withdraw-reason");
    desk.turned("withdraw_matter", withdraw(json!(DAY), json!("客户说记错了")));
    let gone = desk.matter("A05", "k501");
    assert_eq!(
        (&gone["step"], &gone["withdrawn_on"], &gone["withdrawn_why"]),
        (&json!("done"), &json!(DAY), &json!("客户说记错了"))
    );
    let again = json!({"matter": complaint["key"], "on": null});
    assert_eq!(desk.refused("close_matter", again), "matter-withdrawn");
    desk.turned("withdraw_matter", withdraw(Value::Null, Value::Null));
    let promise = desk.promise_row("A08", "c802")["record"]["id"].clone();
    assert_eq!(
        desk.refused("answer_matter", json!({"matter": {"kind": "promise", "id": promise}, "on": DAY, "answer": null})),
        "matter-promise"
    );
    desk.turned("take_matter", json!({"matter": {"kind": "promise", "id": promise}, "staff": peng, "on": DAY}));
}

#[test]
fn requests_and_complaints_are_written_and_changed() {
    let mut desk = Desk::new();
    let (account, first, from) = (desk.account("A08"), desk.ours("林采薇"), desk.theirs("尉迟安"));
    let before = desk.ok("count_matters", json!({"account": account}));
    let request = |id: Value, patch: Value| {
        let mut all = json!({"request": id, "account": account, "topic": "payment", "text": "分期付款可否改月底", "from_person": from, "asked_on": DAY, "asked_at": "09:30", "first_asked": first, "holder": null, "due_on": null});
        patch.as_object().unwrap().iter().for_each(|(key, value)| all[key] = value.clone());
        all
    };
    assert_eq!(desk.refused("put_request", request(Value::Null, json!({"asked_on": "2026-11-21"}))), "day-ahead");
    assert_eq!(desk.refused("put_request", request(Value::Null, json!({"due_on": "2026-11-19"}))), "due-past");
    assert_eq!(desk.refused("put_request", request(Value::Null, json!({"text": ""}))), "name-empty");
    assert!(desk.refused("put_request", request(Value::Null, json!({"topic": "weather"}))) == "bad-request");
    let made = desk.turned("put_request", request(Value::Null, json!({})))["created"].clone();
    assert_eq!(desk.ok("count_matters", json!({"account": account})), before, "asked today is not late");
    desk.turned("put_request", request(made, json!({"holder": first, "due_on": "2026-11-25"})));
    let complaint = json!({"complaint": null, "account": account, "text": "样例投诉", "by_person": from, "opened_on": "2026-11-10", "severity": "severe", "first_asked": null, "owner": null});
    desk.turned("put_complaint", complaint);
    let after = desk.ok("count_matters", json!({"account": account}));
    assert_eq!(after["ownerless"].as_u64(), before["ownerless"].as_u64().map(|one| one + 1));
    let seat = desk.seat("A08", "尉迟安");
    let own = desk.ok("get_seat_ledger", json!({"seat": seat, "as_of": DAY}));
    assert_eq!((own["matters"].as_array().unwrap().len(), own["due"]["name"].as_str()), (2, Some("尉迟安")));
}

#[test]
fn a_typed_line_becomes_a_contact_with_everybody_in_it() {
    let mut desk = Desk::new();
    let read = |desk: &mut Desk, text: &str| {
        desk.ok("read_touch", json!({"text": text, "account": null, "people": [], "visit": null}))
    };
    let draft = read(&mut desk, "今天 冼思源 程岚 电话 20分 谈三期");
    assert_eq!(
        (&draft["ready"], &draft["on"], &draft["kind"], &draft["minutes"], &draft["summary"]),
        (&json!(true), &json!(DAY), &json!("call"), &json!(20), &json!("谈三期")),
        "{draft}"
    );
    let chosen = |draft: &Value, side: &str| -> Vec<Value> {
        draft["who"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|who| Some(who["options"][usize::try_from(who["chosen"].as_u64()?).ok()?][side].clone()))
            .filter(|one| !one.is_null())
            .collect()
    };
    let (staff, people) = (chosen(&draft, "staff"), chosen(&draft, "person"));
    assert_eq!((staff.len(), people.len()), (1, 1));
    let heard = read(&mut desk, "昨天 xiansiyuan yuchian 微信");
    assert_eq!(chosen(&heard, "person").len(), 2, "{heard}");
    assert!(heard["who"].as_array().unwrap().iter().any(|one| one["proposed"] == true), "their owner is put forward");
    let ahead = read(&mut desk, "下周一 冼思源 程岚 拜访");
    assert_eq!((&ahead["planned"], &ahead["direction"]), (&json!(true), &json!("outbound")));
    let nobody = read(&mut desk, "今天 电话");
    assert_eq!((&nobody["ready"], nobody["asks"].as_array().unwrap().len()), (&json!(false), 2));
    let two = read(&mut desk, "今天 冼思源 祁振邦 程岚 电话");
    assert_eq!(two["ready"], false, "two accounts");
    let account = draft["account"].clone();
    let touch = |patch: Value| {
        let mut all = json!({"touch": null, "account": account, "on": DAY, "kind": "call", "staff": staff, "people": people, "summary": "谈三期", "minutes": 20, "direction": null, "visit": null});
        patch.as_object().unwrap().iter().for_each(|(key, value)| all[key] = value.clone());
        all
    };
    assert_eq!(desk.refused("put_touch", touch(json!({"on": "2026-11-21"}))), "touch-ahead");
    assert_eq!(desk.refused("put_touch", touch(json!({"staff": []}))), "touch-none-ours");
    assert_eq!(desk.refused("put_touch", touch(json!({"people": []}))), "touch-none-theirs");
    let made = desk.turned("put_touch", touch(json!({})))["created"].clone();
    let second = desk.theirs("尉迟安");
    let both = json!([people[0], second]);
    desk.turned("put_touch", touch(json!({"touch": made, "people": both, "direction": "outbound"})));
    let rows = desk.ledger("A08")["touches"].as_array().unwrap().clone();
    let row = rows.iter().find(|one| one["record"]["id"] == made).unwrap();
    assert_eq!(row["people"].as_array().unwrap().len(), 2);
    desk.turned("remove_touch", json!({"touch": made}));
    let plan = |patch: Value| {
        let mut all = json!({"plan": null, "account": account, "on": "2026-11-23", "at": "14:00", "minutes": 60, "place": "对方会议室", "staff": staff, "people": both, "activity": null});
        patch.as_object().unwrap().iter().for_each(|(key, value)| all[key] = value.clone());
        all
    };
    assert_eq!(desk.refused("put_planned_touch", plan(json!({"on": "2026-11-19"}))), "touch-past");
    let planned = desk.turned("put_planned_touch", plan(json!({})))["created"].clone();
    let rows = desk.ledger("A08")["plans"].as_array().unwrap().clone();
    let own: Vec<&Value> = rows.iter().filter(|one| one["record"]["at"] == "14:00").collect();
    assert_eq!((own.len(), own[0]["record"]["activity"] == own[1]["record"]["activity"]), (2, true));
    desk.turned("remove_planned_touch", json!({"plan": planned}));
}

#[test]
fn executives_and_the_shielded() {
    let mut desk = Desk::new();
    let (seat, person, staff) = (desk.seat("A08", "查慎行"), desk.theirs("查慎行"), desk.ours("曹泊宁"));
    let account = desk.account("A08");
    desk.ok("set_no_contact", json!({"seat": seat, "no_contact": true}));
    let touch = json!({"touch": null, "account": account, "on": DAY, "kind": "call", "staff": [staff], "people": [person], "summary": null, "minutes": null, "direction": null, "visit": null});
    assert_eq!(desk.refused("put_touch", touch), "no-contact");
    let plan = json!({"plan": null, "account": account, "on": "2026-12-20", "at": null, "minutes": null, "place": null, "staff": [staff], "people": [person], "activity": null});
    assert_eq!(desk.refused("put_planned_touch", plan), "no-contact");
    let draft =
        desk.ok("read_touch", json!({"text": "今天 查慎行 曹泊宁 电话", "account": null, "people": [], "visit": null}));
    assert_eq!(draft["ready"], false, "{draft}");
    let rows = desk.ok("get_ledger", json!({"account": null, "as_of": DAY}));
    let exchange = rows["exchange"].as_array().unwrap();
    assert_eq!(exchange.len(), 8);
    let shuolan = exchange.iter().find(|one| one["account_name"] == "朔澜能源集团").unwrap();
    assert_eq!((&shuolan["cadence_days"], shuolan["last"].is_string()), (&json!(100), true), "{shuolan}");
    assert!(
        rows["due"]
            .as_array()
            .unwrap()
            .windows(2)
            .all(|pair| pair[0]["overdue_days"].as_i64() >= pair[1]["overdue_days"].as_i64())
    );
}

const CALENDAR: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:one@example.com\r\nDTSTART;TZID=Asia/Shanghai:20261118T100000\r\nDTEND;TZID=Asia/Shanghai:20261118T110000\r\nSUMMARY:三期进度\r\nATTENDEE;CN=冼思源:mailto:xian@example.com\r\nATTENDEE;CN=程岚:mailto:cl@example.com\r\nATTENDEE;CN=别人:mailto:other@example.com\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:two@example.com\r\nDTSTART;TZID=Asia/Shanghai:20261125T140000\r\nDTEND;TZID=Asia/Shanghai:20261125T150000\r\nSUMMARY:与冼思源确认窗口\r\nLOCATION:三号会议室\r\nORGANIZER:mailto:lin.caiwei@example.com\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:three@example.com\r\nDTSTART:20261101\r\nSUMMARY:内部例会\r\nATTENDEE;CN=程岚:mailto:cl@example.com\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:four@example.com\r\nDTSTART:20261102T010000Z\r\nSUMMARY:两家\r\nATTENDEE;CN=冼思源:mailto:x@example.com\r\nATTENDEE;CN=祁振邦:mailto:q@example.com\r\nATTENDEE;CN=程岚:mailto:cl@example.com\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

#[test]
fn a_calendar_is_taken_over_in_one_step_and_only_once() {
    let mut desk = Desk::new();
    let before = desk.records();
    let preview = desk.ok("read_calendar", json!({"text": CALENDAR}));
    assert_eq!(desk.records(), before, "reading changes nothing");
    let states: Vec<(&str, &str)> = preview["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["summary"].as_str().unwrap(), one["state"].as_str().unwrap()))
        .collect();
    assert_eq!(
        states,
        [("与冼思源确认窗口", "ready"), ("三期进度", "ready"), ("两家", "accounts"), ("内部例会", "none_theirs")],
        "{preview}"
    );
    let rows = preview["rows"].as_array().unwrap();
    assert_eq!(
        (&rows[0]["staff"][0]["name"], &rows[0]["staff"][0]["how"], &rows[0]["planned"]),
        (&json!("林采薇"), &json!("按邮箱"), &json!(true))
    );
    assert_eq!((&rows[1]["minutes"], &rows[1]["others"], &rows[1]["at"]), (&json!(60), &json!(1), &json!("10:00")));
    let take = |row: &Value| {
        let ids = |side: &str| row[side].as_array().unwrap().iter().map(|one| one["id"].clone()).collect::<Vec<_>>();
        json!({"ref": row["ref"], "on": row["on"], "at": row["at"], "minutes": row["minutes"], "summary": row["summary"], "place": row["place"], "account": row["account"], "staff": ids("staff"), "people": ids("people")})
    };
    let both = json!({"rows": [take(&rows[0]), take(&rows[1])]});
    let done = desk.turned("apply_calendar", both.clone());
    assert_eq!((&done["touches"], &done["plans"], &done["known"]), (&json!(1), &json!(1), &json!(0)));
    let ledger = desk.ledger("A08");
    assert!(
        ledger["touches"]
            .as_array()
            .unwrap()
            .iter()
            .any(|one| one["record"]["summary"] == "三期进度" && one["record"]["minutes"] == 60)
    );
    assert!(
        ledger["plans"]
            .as_array()
            .unwrap()
            .iter()
            .any(|one| one["record"]["place"] == "三号会议室" && one["record"]["at"] == "14:00")
    );
    let again = desk.ok("read_calendar", json!({"text": CALENDAR}));
    assert_eq!((&again["ready"], &again["known"]), (&json!(0), &json!(2)));
    assert_eq!(desk.refused("apply_calendar", both), "calendar-known");
    assert_eq!(desk.refused("apply_calendar", json!({"rows": []})), "nothing-chosen");
    assert_eq!(desk.refused("read_calendar", json!({"text": "no calendar"})), "intake-not-a-calendar");
    assert_eq!(desk.refused("read_calendar", json!({"text": "x".repeat(21 * 1024 * 1024)})), "intake-too-big");
}
