//! The page of a person, one typed line, what is refused, questions, the list of people, facts too old.

use serde_json::{Value, json};

use super::{DAY, Desk};

impl Desk {
    pub(super) fn person(&mut self, key: &str, name: &str) -> Value {
        let seat = self.seat(key, name);
        self.inspect(&seat)["person"].clone()
    }

    pub(super) fn page(&mut self, person: &Value) -> Value {
        self.ok("get_person", json!({"person": person, "as_of": DAY}))
    }

    pub(super) fn draft(&mut self, person: &Value, text: &str) -> Value {
        self.ok("read_fact", json!({"person": person, "text": text, "kind": null}))
    }

    pub(super) fn people(&mut self, patch: Value) -> Value {
        let mut request = json!({"account": null, "unit": null, "text": "", "stale": false, "source": null, "order": "name", "down": false, "offset": 0, "limit": 200});
        request.as_object_mut().unwrap().extend(patch.as_object().unwrap().clone());
        self.ok("list_people", request)
    }
}

fn put(person: &Value, draft: &Value) -> Value {
    json!({"fact": null, "person": person, "kind": draft["kind"], "value": draft["value"], "level": draft["level"], "from_year": draft["from_year"], "to_year": draft["to_year"],
        "source": draft["source"], "confidence": draft["confidence"], "verified_on": DAY, "purpose": draft["purpose"]})
}

fn fact<'a>(page: &'a Value, kind: &str) -> Vec<&'a Value> {
    page["facts"].as_array().unwrap().iter().filter(|one| one["row"]["kind"] == kind).collect()
}

#[test]
fn the_page_holds_what_is_known_of_a_person() {
    let mut desk = Desk::new();
    let person = desk.person("A01", "祁振邦");
    let page = desk.page(&person);
    assert_eq!((&page["name"], &page["names"]["pronunciation"]), (&json!("祁振邦"), &json!("Qí Zhènbāng")));
    assert_eq!(page["posts"].as_array().unwrap().len(), 3, "three posts, the main one first: {}", page["posts"]);
    assert_eq!(page["posts"][0]["primary"], true);
    assert_eq!(fact(&page, "native_place")[0]["row"]["value"], "陕西韩城");
    assert_eq!(page["core"]["background_all"], 7);
    let value = page["core"]["value"].as_f64().unwrap();
    let sum: f64 = page["core"]["parts"].as_array().unwrap().iter().map(|one| one["points"].as_f64().unwrap()).sum();
    assert!(value > 0.0 && value < 100.0 && (value - sum).abs() < 1e-9);
    let ours: Vec<&Value> = page["spans"].as_array().unwrap().iter().filter(|one| !one["who"].is_null()).collect();
    assert!(!ours.is_empty(), "one of ours was at the same institute: {}", page["spans"]);
    assert!(page["judgements"].as_array().unwrap().iter().all(|one| one["on"].is_string()));
    assert!(
        !page["visits"].as_array().unwrap().is_empty() && !page["homes"][0]["touches"].as_array().unwrap().is_empty()
    );
    let unknown = page["questions"].as_array().unwrap();
    assert!(
        unknown.iter().any(|one| one["kind"] == "concern") && unknown.iter().all(|one| one["kind"] != "native_place")
    );
    let hidden = fact(&page, "diet");
    assert!(hidden.iter().all(|one| one["row"]["value"].is_null()), "what somebody eats is not on the page");
}

#[test]
fn namesakes_are_told_apart() {
    let mut desk = Desk::new();
    let list = desk.people(json!({"text": "王磊"}));
    let rows = list["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 2);
    assert_ne!(rows[0]["name"], rows[1]["name"]);
    let page = desk.page(&rows[0]["person"]);
    assert_eq!(page["namesakes"].as_array().unwrap().len(), 1);
}

#[test]
fn one_line_becomes_a_fact_with_all_it_must_carry() {
    let mut desk = Desk::new();
    let person = desk.person("A01", "卓越川");
    let draft = desk.draft(&person, "籍贯 乐山夹江 — 本人告知");
    assert_eq!(
        (&draft["kind"], &draft["value"], &draft["shown"], &draft["ready"]),
        (&json!("native_place"), &json!("511126"), &json!("四川夹江"), &json!(true))
    );
    assert_eq!(
        (&draft["purpose"], &draft["class"], &draft["confidence"]),
        (&json!("接待人匹配"), &json!("P2"), &json!("confirmed"))
    );
    desk.turned("put_fact", put(&person, &draft));
    let page = desk.page(&person);
    let kept = &fact(&page, "native_place")[0];
    assert_eq!(
        (&kept["row"]["source"], &kept["row"]["purpose"], &kept["row"]["verified_on"]),
        (&json!("本人告知"), &json!("接待人匹配"), &json!(DAY))
    );
    let open = desk.draft(&person, "籍贯 鼓楼区");
    assert!(!open["places"].as_array().unwrap().is_empty() && open["ready"] == false, "{open}");
    let mut bare = put(&person, &draft);
    bare["source"] = json!(" ");
    assert_eq!(desk.refused("put_fact", bare), "source-needed");
    let mut backwards = put(&person, &desk.draft(&person, "学校 样例大学 — 名片"));
    (backwards["from_year"], backwards["to_year"]) = (json!(2002), json!(1998));
    assert_eq!(desk.refused("put_fact", backwards), "fact-years");
}

#[test]
fn facts_that_disagree_stand_together_the_better_source_first() {
    let mut desk = Desk::new();
    let person = desk.person("A01", "祁振邦");
    let draft = desk.draft(&person, "籍贯 四川夹江 — 听说");
    assert_eq!(draft["says"], json!(["陕西韩城"]));
    desk.ok("put_fact", put(&person, &draft));
    let page = desk.page(&person);
    let rows = fact(&page, "native_place");
    assert_eq!(
        rows.iter().map(|one| one["row"]["value"].as_str().unwrap()).collect::<Vec<_>>(),
        ["陕西韩城", "四川夹江"]
    );
    assert!(rows.iter().all(|one| one["contradicts"] == true));
}

#[test]
fn what_is_not_kept_is_refused_at_every_door() {
    let mut desk = Desk::new();
    let (person, seat) = (desk.person("A01", "苗国梁"), desk.seat("A01", "苗国梁"));
    let staff = desk.ok("get_workspace", json!({}))["staff"][0]["id"].clone();
    let account = desk.account("A01");
    let before = desk.records();
    for text in ["他信佛", "身份证 510111198001011", "手里有他的把柄", "给过回扣", "儿子今年高考", "海鲜过敏"]
    {
        let draft = desk.draft(&person, &format!("备注 {text} — 听说"));
        assert!(!draft["caught"].as_array().unwrap().is_empty() && draft["ready"] == false, "{draft}");
        assert!(
            draft["caught"][0]["reason"].as_str().unwrap().chars().count() > 4
                && !draft["caught"][0]["instead"].as_str().unwrap().starts_with("forbidden-")
        );
        assert_eq!(desk.refused("put_fact", put(&person, &draft)), "forbidden", "{text}");
        assert_eq!(desk.refused("add_fact", json!({"seat": seat, "kind": "note", "value": text, "source": "听说", "confidence": "unverified", "verified_on": DAY})), "forbidden");
        assert_eq!(
            desk.refused(
                "log_touch",
                json!({"seat": seat, "staff": [staff], "on": DAY, "kind": "call", "summary": text})
            ),
            "forbidden"
        );
        assert_eq!(desk.refused("put_touch", json!({"touch": null, "account": account, "on": DAY, "kind": "call", "staff": [staff], "people": [person], "summary": text, "minutes": null, "direction": null, "visit": null})), "forbidden");
        assert_eq!(
            desk.refused(
                "set_stance",
                json!({"seat": seat, "decision": null, "level": 1, "read_on": DAY, "evidence": text})
            ),
            "forbidden"
        );
        assert_eq!(
            desk.refused(
                "put_person_question",
                json!({"question": null, "person": person, "kind": null, "text": text, "owner": null, "due_on": null})
            ),
            "forbidden"
        );
    }
    let diet = desk.draft(&person, "饮食 素食 — 本人告知");
    assert_eq!(desk.refused("put_fact", put(&person, &diet)), "fact-diet");
    assert_eq!(desk.records(), before, "nothing was written");
    let told = desk.ok("check_text", json!({"text": "本人是回族，籍贯张家川回族自治县"}));
    assert_eq!(told["caught"].as_array().unwrap().len(), 1, "the place is no ethnicity: {told}");
    assert_eq!(
        (&told["caught"][0]["matter"], &told["caught"][0]["from"], &told["caught"][0]["to"]),
        (&json!("ethnicity"), &json!(3), &json!(5))
    );
}

#[test]
fn no_text_of_the_sample_is_caught() {
    let mut desk = Desk::new();
    let records: Value = serde_json::from_str(&desk.records()).unwrap();
    let texts = |kind: &str, field: &'static str| -> Vec<String> {
        let list = records["records"][kind].as_array().unwrap().clone();
        list.iter()
            .filter(|one| one["kind"] != "diet")
            .filter_map(|one| one[field].as_str().map(str::to_owned))
            .collect()
    };
    let all =
        [texts("facts", "value"), texts("facts", "source"), texts("touches", "summary"), texts("stances", "evidence")]
            .concat();
    assert!(all.len() > 100, "{}", all.len());
    for text in all {
        assert_eq!(desk.ok("check_text", json!({"text": text}))["caught"], json!([]), "{text}");
    }
}

#[test]
fn verifying_says_when_and_by_whom() {
    let mut desk = Desk::new();
    let person = desk.person("A01", "祁振邦");
    let page = desk.page(&person);
    let position = fact(&page, "position")[0];
    assert_eq!((&position["stale"], position["row"]["verified_by"].is_null()), (&json!(true), true), "202 days of 180");
    let staff = desk.ok("get_workspace", json!({}))["staff"][0].clone();
    assert_eq!(
        desk.refused("verify_fact", json!({"fact": position["row"]["id"], "on": "2026-11-21", "by": null})),
        "day-ahead"
    );
    desk.turned("verify_fact", json!({"fact": position["row"]["id"], "on": DAY, "by": staff["id"]}));
    let page = desk.page(&person);
    let position = fact(&page, "position")[0];
    assert_eq!(
        (&position["stale"], &position["row"]["verified_by"], &position["row"]["verified_on"]),
        (&json!(false), &staff["name"], &json!(DAY))
    );
}

#[test]
fn a_question_has_an_owner_and_a_day_and_is_answered_by_the_fact() {
    let mut desk = Desk::new();
    let person = desk.person("A01", "卓越川");
    let staff = desk.ok("get_workspace", json!({}))["staff"][0]["id"].clone();
    let ask = json!({"question": null, "person": person, "kind": "hobby", "text": null, "owner": staff, "due_on": "2026-11-27"});
    let id = desk.turned("put_person_question", ask.clone())["created"].clone();
    assert_eq!(desk.ok("put_person_question", ask)["created"], id, "a matter is asked once at a time");
    let page = desk.page(&person);
    let asked: Vec<&Value> =
        page["questions"].as_array().unwrap().iter().filter(|one| one["kind"] == "hobby").collect();
    assert_eq!((asked.len(), &asked[0]["due_on"], &asked[0]["question"]), (1, &json!("2026-11-27"), &id));
    let draft = desk.draft(&person, "爱好 乒乓球 — 本人告知");
    desk.turned("put_fact", put(&person, &draft));
    let page = desk.page(&person);
    assert!(page["questions"].as_array().unwrap().iter().all(|one| one["kind"] != "hobby"), "the fact answers it");
    let own = desk.turned(
        "put_person_question",
        json!({"question": null, "person": person, "kind": null, "text": "会面偏好", "owner": null, "due_on": null}),
    )["created"]
        .clone();
    desk.turned("answer_person_question", json!({"question": own, "on": DAY}));
    desk.turned("remove_person_question", json!({"question": own}));
    assert_eq!(desk.refused("remove_person_question", json!({"question": own})), "missing");
    assert_eq!(
        desk.refused(
            "put_person_question",
            json!({"question": null, "person": person, "kind": null, "text": " ", "owner": null, "due_on": null})
        ),
        "question-empty"
    );
}

#[test]
fn names_are_kept_in_their_parts() {
    let mut desk = Desk::new();
    let person = desk.person("A08", "尉迟安");
    let mut names = desk.page(&person)["names"].clone();
    (names["address_zh"], names["label"]) = (json!("尉迟行长"), json!("总行"));
    names["variants"] = json!([{"script": "zh-Hant", "text": "尉遲安"}, {"script": "", "text": "x"}]);
    desk.turned("set_name", json!({"person": person, "names": names}));
    let page = desk.page(&person);
    assert_eq!(
        (&page["names"]["surname"], &page["names"]["address_zh"], page["names"]["variants"].as_array().unwrap().len()),
        (&json!("尉迟"), &json!("尉迟行长"), 1)
    );
    assert_eq!(page["name"], "尉迟安（总行）");
    (names["name_zh"], names["name_en"]) = (json!(" "), Value::Null);
    assert_eq!(desk.refused("set_name", json!({"person": person, "names": names})), "name-empty");
}

#[test]
fn the_list_is_filtered_ordered_and_sent_in_stretches() {
    let mut desk = Desk::new();
    let all = desk.people(json!({}));
    assert_eq!(all["total"], all["all"]);
    let total = all["total"].as_u64().unwrap();
    let second = desk.people(json!({"offset": 10, "limit": 5}));
    assert_eq!(second["rows"].as_array().unwrap()[..], all["rows"].as_array().unwrap()[10..15]);
    let account = desk.account("A01");
    let own = desk.people(json!({"account": account}));
    assert!(
        own["total"].as_u64().unwrap() < total
            && own["rows"].as_array().unwrap().iter().all(|one| one["account"] == account)
    );
    assert!(!own["units"].as_array().unwrap().is_empty());
    let unit = own["units"][1]["code"].clone();
    assert!(
        desk.people(json!({"account": account, "unit": unit}))["total"].as_u64().unwrap()
            < own["total"].as_u64().unwrap()
    );
    let stale = desk.people(json!({"stale": true, "order": "stale"}));
    let counts: Vec<u64> = stale["rows"].as_array().unwrap().iter().map(|one| one["stale"].as_u64().unwrap()).collect();
    assert!(!counts.is_empty() && counts.iter().all(|one| *one > 0) && counts.is_sorted_by(|a, b| a >= b));
    let source = own["sources"][0].clone();
    assert!(desk.people(json!({"account": account, "source": source["source"]}))["total"].as_u64().unwrap() > 0);
    assert_eq!(desk.people(json!({"text": "qizhenb"}))["rows"][0]["name"], "祁振邦");
    assert_eq!(desk.people(json!({"text": "样例不存在"}))["total"], 0);
}

#[test]
fn a_list_is_walked_one_by_one() {
    let mut desk = Desk::new();
    let account = desk.account("A01");
    let list = json!({"account": account, "unit": null, "text": "", "stale": false, "source": null, "order": "rank", "down": false, "offset": 0, "limit": 0});
    let own = desk.people(json!({"account": account, "order": "rank"}));
    let people: Vec<Value> = own["rows"].as_array().unwrap().iter().map(|one| one["person"].clone()).collect();
    assert_eq!(own["rows"][0]["name"], "祁振邦", "the highest by protocol first");
    for (at, person) in people.iter().enumerate() {
        let beside = desk.ok("get_neighbours", json!({"person": person, "list": list}));
        assert_eq!((&beside["at"], &beside["total"]), (&json!(at), &json!(people.len())));
        assert_eq!(beside["before"], at.checked_sub(1).map_or(Value::Null, |at| people[at].clone()));
        assert_eq!(beside["after"], people.get(at + 1).cloned().unwrap_or(Value::Null));
    }
    let stranger = desk.person("A08", "尉迟安");
    let beside = desk.ok("get_neighbours", json!({"person": stranger, "list": list}));
    assert_eq!((&beside["at"], &beside["before"]), (&Value::Null, &Value::Null));
    // What is kept of a list goes with a step.
    let mut names = desk.page(&people[1])["names"].clone();
    names["name_zh"] = json!("样例改名");
    desk.ok("set_name", json!({"person": people[1], "names": names}));
    let again = desk.people(json!({"account": account, "order": "rank"}));
    assert!(again["rows"].as_array().unwrap().iter().any(|one| one["name"].as_str().unwrap().contains("样例改名")));
}

#[test]
fn a_person_of_two_accounts_has_the_parts_of_both() {
    let mut desk = Desk::new();
    let (here, there) = (desk.account("A01"), desk.account("A08"));
    let person = desk.person("A01", "苗国梁");
    let staff = desk.ok("get_workspace", json!({}))["staff"][0]["id"].clone();
    let seat = desk.ok("add_seat", json!({"account": there, "unit": null, "superior": null, "report": null, "after": null, "name": null, "title": "外部董事", "rank_level": null, "decision": null}))["created"].clone();
    desk.ok("fill_seat", json!({"seat": seat, "person": person, "name": null, "on": DAY, "primary": false}));
    for (account, text) in [(&here, "样例承诺甲"), (&there, "样例承诺乙")] {
        desk.ok("put_promise", json!({"commitment": null, "account": account, "text": text, "topic": text, "topic_kind": null, "to_person": person, "by_staff": staff, "made_on": DAY, "promised_on": "2026-12-20", "internal_target_on": null, "expected_value": null, "progress": 0, "announcement": false, "despite_conflict": true, "holder": null}));
        desk.ok("put_touch", json!({"touch": null, "account": account, "on": DAY, "kind": "call", "staff": [staff], "people": [person], "summary": text, "minutes": null, "direction": null, "visit": null}));
    }
    let page = desk.page(&person);
    let homes = page["homes"].as_array().unwrap();
    assert_eq!(homes.iter().map(|one| &one["account"]).collect::<Vec<_>>(), [&here, &there], "the main post first");
    for (home, text) in homes.iter().zip(["样例承诺甲", "样例承诺乙"]) {
        assert!(!home["account_name"].as_str().unwrap().is_empty() && home["seat"]["seat"].is_string());
        let promises = home["ledger"]["promises"].as_array().unwrap();
        assert_eq!(promises.iter().filter(|one| one["text"] == text).count(), 1, "{text}");
        let other = if text == "样例承诺甲" { "样例承诺乙" } else { "样例承诺甲" };
        assert!(
            !home["ledger"].to_string().contains(other) && !home["touches"].to_string().contains(other),
            "each by itself"
        );
        assert!(home["touches"].to_string().contains(text));
    }
}

#[test]
fn somebody_without_a_seat_has_a_birthday_and_is_greeted() {
    let mut desk = Desk::new();
    let host = desk.person("A01", "祁振邦");
    let visit = desk.page(&host)["visits"][0]["visit"].clone();
    desk.ok("add_guests", json!({"visit": visit, "source": "名单", "rows": [{"person": null, "name": "样例来宾", "title": "顾问", "role": null, "official_order": null}]}));
    let guests = desk.ok("get_visit", json!({"visit": visit}))["guests"].clone();
    let guest = guests.as_array().unwrap().iter().find(|one| one["name"] == "样例来宾").unwrap()["person"].clone();
    assert_eq!(desk.page(&guest)["homes"][0]["seat"], Value::Null, "no seat anywhere");
    for (calendar, month, day, on) in [("solar", 12, 1, "2026-12-01"), ("lunar", 11, 1, "2026-12-09")] {
        desk.turned("set_birthday", json!({"person": guest, "birthday": {"calendar": calendar, "month": month, "day": day, "leap": false, "source": "told"}}));
        let home = desk.ok("get_home", json!({}));
        let rows: Vec<&Value> =
            home["greetings"].as_array().unwrap().iter().filter(|one| one["person"] == guest).collect();
        assert_eq!(rows.len(), 1, "{}", home["greetings"]);
        assert_eq!((&rows[0]["on"], &rows[0]["seat"]), (&json!(on), &Value::Null));
    }
}

#[test]
fn stale_facts_stand_by_who_answers_for_the_person() {
    let mut desk = Desk::new();
    let all = desk.ok(
        "get_stale",
        json!({"account": null, "staff": null, "nobody": false, "as_of": DAY, "offset": 0, "limit": 300}),
    );
    let rows = all["rows"].as_array().unwrap();
    assert!(!rows.is_empty() && rows.iter().all(|one| one["row"]["class"] != "P3"));
    let sum: u64 = all["owners"].as_array().unwrap().iter().map(|one| one["count"].as_u64().unwrap()).sum();
    assert_eq!(sum, all["total"].as_u64().unwrap());
    let second = desk.ok(
        "get_stale",
        json!({"account": null, "staff": null, "nobody": false, "as_of": DAY, "offset": 2, "limit": 3}),
    );
    assert_eq!(
        (&second["total"], second["rows"].as_array().unwrap()),
        (&all["total"], &rows[2..5].to_vec()),
        "a stretch"
    );
    let owner = all["owners"].as_array().unwrap().iter().find(|one| !one["staff"].is_null()).unwrap().clone();
    let own = desk.ok(
        "get_stale",
        json!({"account": null, "staff": owner["staff"], "nobody": false, "as_of": DAY, "offset": 0, "limit": 300}),
    );
    assert_eq!(
        (&own["total"], own["rows"].as_array().unwrap().iter().all(|one| one["owner"] == owner["staff"])),
        (&owner["count"], true)
    );
    let weights: Vec<u64> = rows.iter().map(|one| one["weight"].as_u64().unwrap()).collect();
    assert!(weights.is_sorted_by(|a, b| a >= b));
    desk.ok("verify_fact", json!({"fact": own["rows"][0]["row"]["id"], "on": DAY, "by": null}));
    let after = desk.ok(
        "get_stale",
        json!({"account": null, "staff": owner["staff"], "nobody": false, "as_of": DAY, "offset": 0, "limit": 300}),
    );
    assert_eq!(after["total"].as_u64().unwrap() + 1, own["total"].as_u64().unwrap());
}

#[test]
fn a_lunar_birthday_has_its_next_solar_day() {
    let mut desk = Desk::new();
    let person = desk.person("A01", "卓越川");
    desk.ok("set_birthday", json!({"person": person, "birthday": {"calendar": "lunar", "month": 1, "day": 15, "leap": false, "source": "told"}}));
    let page = desk.page(&person);
    assert_eq!((&page["birthday_next"], &page["birthday_text"]), (&json!("2027-02-20"), &json!("农历1月15日")));
}

#[test]
fn a_presenting_window_learns_nothing_of_people() {
    let mut desk = Desk::new();
    let person = desk.person("A01", "祁振邦");
    let context = app::wire::ViewContext { mode: domain::scene::DisplayMode::Presenting, ..suite::context() };
    for (name, request) in [
        ("get_person", json!({"person": person, "as_of": DAY})),
        ("list_people", json!({})),
        ("get_stale", json!({})),
        ("read_fact", json!({})),
        ("view_sensitive", json!({})),
    ] {
        let refused = app::contract::call(&mut desk.app, name, &context, request).unwrap_err();
        assert_eq!(refused.view().code, "not-presenting", "{name}");
    }
}
