//! Bringing lists in: who is already there, what a second edition changes, and what is kept of both.

use serde_json::{Value, json};

use super::Desk;

const FIRST: &str = "部门,职务,姓名,手机,邮箱,爱好\n采购部,部长,样例一,15400000001,one@a.example,钓鱼\n采购部,科员,样例二,15400000002,,\n财务部,部长,样例三,15400000003,,\n";
const SECOND: &str = "部门,职务,姓名,手机,邮箱,爱好\n采购部,部长,样例一,15400000009,one@a.example,钓鱼、书法\n财务部,部长,样例三,15400000003,,\n财务部,科员,样例四,15400000004,,\n";

impl Desk {
    pub(super) fn look_at_list(&mut self, name: &str, text: &str) -> Value {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        json!(app::files::look_at_import(&mut self.app, &suite::context(), &path).unwrap())
    }

    /// Puts a list in as proposed, into the account proposed or a new one of this name.
    pub(super) fn bring(&mut self, name: &str, text: &str) -> Value {
        let view = self.look_at_list(name, text);
        self.turned("apply_import", yes(&view))
    }

    pub(super) fn held(&mut self) -> Value {
        serde_json::from_str::<Value>(&self.records()).unwrap()["records"].clone()
    }

    pub(super) fn person_named(&mut self, name: &str) -> Value {
        let records = self.held();
        let mut named = records["people"].as_array().unwrap().iter().filter(|one| one["name_zh"] == name);
        let one = named.next().unwrap_or_else(|| panic!("{name}")).clone();
        assert!(named.next().is_none(), "{name} is there once");
        one
    }

    pub(super) fn values(&mut self, name: &str, kind: &str) -> Vec<Value> {
        let id = self.person_named(name)["id"].clone();
        let records = self.held();
        let own = records["facts"].as_array().unwrap().iter().filter(|one| one["person"] == id && one["kind"] == kind);
        own.cloned().collect()
    }
}

pub(super) fn mapping(view: &Value) -> Vec<Value> {
    view["columns"].as_array().unwrap().iter().map(|one| one["field"].clone()).collect()
}

pub(super) fn yes(view: &Value) -> Value {
    json!({"token": view["token"], "mapping": mapping(view), "account": view["account"], "account_name": "样例客户"})
}

pub(super) fn pair(view: &Value, name: &str) -> Value {
    let pairs = view["pairs"].as_array().unwrap();
    pairs.iter().find(|one| one["name"] == name).unwrap_or_else(|| panic!("{name}: {}", view["pairs"])).clone()
}

pub(super) fn field(pair: &Value, code: &str) -> Value {
    pair["fields"].as_array().unwrap().iter().find(|one| one["field"] == code).unwrap().clone()
}

#[test]
fn somebody_known_is_met_by_two_identifiers_and_ours_stays_until_chosen() {
    let mut desk = Desk::new();
    let list = "部门,职务,姓名,手机\n,测试岗位,苗国梁,13912345678\n";
    let seat = desk.seat("A01", "苗国梁");
    let fact = json!({"seat": seat, "kind": "mobile", "value": "13912345678", "source": "本人", "confidence": "confirmed", "verified_on": "2026-11-14"});
    desk.turned("add_fact", fact);
    let mut view = desk.look_at_list("名单.csv", list);
    let account = desk.account("A01");
    let request = json!({"token": view["token"], "mapping": mapping(&view), "account": account});
    view = desk.ok("remap_import", request);
    let pair = pair(&view, "苗国梁");
    assert_eq!((&pair["certain"], &pair["reasons"]), (&json!(true), &json!(["姓名相同", "手机相同"])), "{pair}");
    let title = field(&pair, "title");
    assert_eq!((&title["file"], &title["theirs"]), (&json!(false), &json!("测试岗位")), "ours stays by default");
    let before = desk.held()["people"].as_array().unwrap().len();
    let choice = json!([{"key": pair["key"], "decision": "same", "file": ["title"]}]);
    let mut request = yes(&view);
    request["choices"] = choice;
    request["account"] = desk.account("A01");
    desk.turned("apply_import", request);
    assert_eq!(desk.held()["people"].as_array().unwrap().len(), before, "nobody is added");
    assert_eq!(desk.inspect(&seat)["title"], "测试岗位");
}

#[test]
fn another_person_of_the_name_is_told_apart() {
    let mut desk = Desk::new();
    let mut view = desk.look_at_list("名单.csv", "姓名,职务,手机\n苗国梁,测试岗位,15400000001\n");
    let account = desk.account("A01");
    view = desk.ok("remap_import", json!({"token": view["token"], "mapping": mapping(&view), "account": account}));
    let one = pair(&view, "苗国梁");
    assert_eq!(one["certain"], false);
    assert_eq!(view["unsure"], 1);
    let mut request = yes(&view);
    request["choices"] = json!([{"key": one["key"], "decision": "another"}]);
    desk.turned("apply_import", request);
    let records = desk.held();
    let namesakes: Vec<&Value> =
        records["people"].as_array().unwrap().iter().filter(|one| one["name_zh"] == "苗国梁").collect();
    assert_eq!(namesakes.len(), 2);
    assert!(namesakes.iter().any(|one| one["label"] == "测试岗位"), "{namesakes:?}");
}

#[test]
fn two_rows_of_one_person_become_one() {
    let mut desk = Desk::new();
    let view = desk.look_at_list(
        "名单.csv",
        "部门,职务,姓名,手机,邮箱\n采购部,部长,样例一,15400000001,\n采购部,组长,样例一,15400000001,one@a.example\n采购部,科员,样例二,15400000001,\n",
    );
    let first = pair(&view, "样例一");
    assert_eq!((&first["certain"], &first["other_row"]), (&json!(true), &json!(2)), "{first}");
    let other = pair(&view, "样例二");
    assert_eq!(other["certain"], false, "one number of two names");
    let mut request = yes(&view);
    request["choices"] = json!([{"key": other["key"], "decision": "skip"}]);
    let done = desk.turned("apply_import", request);
    assert_eq!(done["people"], 1, "{done}");
    let mails = desk.values("样例一", "email");
    assert_eq!(mails[0]["value"], "one@a.example", "what the later row adds is kept");
    assert_eq!(
        desk.values("样例一", "position")[0]["value"],
        "部长",
        "and the earlier one stays where both say something"
    );
}

#[test]
fn a_second_edition_tells_new_changed_and_gone() {
    let mut desk = Desk::new();
    let done = desk.bring("客户联系人2026-10.csv", FIRST);
    let view = desk.look_at_list("客户联系人2026-11.csv", SECOND);
    let difference = view["difference"].clone();
    assert_eq!(view["account"], done["account"], "it goes where the last one went");
    assert_eq!(
        (&difference["fresh"], &difference["changed"], &difference["same"]),
        (&json!(1), &json!(1), &json!(1)),
        "{difference}"
    );
    assert_eq!(difference["gone"][0]["name"], "样例二");
    let one = pair(&view, "样例一");
    assert_eq!(
        (&one["certain"], &field(&one, "mobile")["file"]),
        (&json!(true), &json!(true)),
        "nobody confirmed ours: {one}"
    );
    let mut request = yes(&view);
    request["ended"] = json!([difference["gone"][0]["person"]]);
    desk.turned("apply_import", request);
    let mobiles = desk.values("样例一", "mobile");
    assert_eq!((mobiles.len(), &mobiles[0]["value"]), (1, &json!("15400000009")));
    let hobbies: Vec<Value> = desk.values("样例一", "hobby").iter().map(|one| one["value"].clone()).collect();
    assert!(hobbies.contains(&json!("钓鱼")) && hobbies.contains(&json!("书法")), "{hobbies:?}");
    assert_eq!(desk.person_named("样例二")["status"], "departed");
    let again = desk.look_at_list("客户联系人2026-12.csv", SECOND);
    assert_eq!((&again["difference"]["fresh"], &again["difference"]["changed"]), (&json!(0), &json!(0)), "{again}");
    assert_eq!(desk.refused("apply_import", yes(&again)), "import-all-known");
}

#[test]
fn a_newer_verified_fact_is_not_overwritten_silently() {
    let mut desk = Desk::new();
    desk.bring("客户联系人.csv", FIRST);
    let fact = desk.values("样例一", "mobile")[0].clone();
    desk.turned("verify_fact", json!({"fact": fact["id"], "on": "2026-11-19"}));
    let view = desk.look_at_list("客户联系人.csv", SECOND);
    let mobile = field(&pair(&view, "样例一"), "mobile");
    assert_eq!((&mobile["file"], &mobile["note"]), (&json!(false), &json!("已有的1天前核实")));
    desk.turned("apply_import", yes(&view));
    let kept = desk.values("样例一", "mobile");
    assert_eq!((kept.len(), &kept[0]["value"]), (1, &json!("15400000001")), "kept unless chosen");
}

#[test]
fn facts_carry_source_purpose_and_class_and_the_list_remembers_them() {
    let mut desk = Desk::new();
    let view = desk.look_at_list("客户联系人.csv", FIRST);
    let note = |class: Value| json!({"source": null, "purpose": null, "class": class});
    let mut notes: Vec<Value> = view["columns"].as_array().unwrap().iter().map(|_| note(Value::Null)).collect();
    let mobile = mapping(&view).iter().position(|one| one == "mobile").unwrap();
    let mut request = yes(&view);
    notes[mobile] = note(json!("P0"));
    request["notes"] = json!(notes);
    assert_eq!(desk.refused("apply_import", request.clone()), "import-class", "never looser than its kind");
    notes[mobile] = json!({"source": "名片", "purpose": "登门拜访", "class": "P2"});
    request["notes"] = json!(notes);
    (request["source"], request["purpose"]) = (json!("销售自建表"), json!("客户联络"));
    desk.turned("apply_import", request);
    let own = desk.values("样例一", "mobile")[0].clone();
    assert_eq!((&own["source"], &own["purpose"], &own["class"]), (&json!("名片"), &json!("登门拜访"), &json!("P2")));
    let post = desk.values("样例一", "position")[0].clone();
    assert_eq!(
        (&post["source"], &post["purpose"], &post["class"]),
        (&json!("销售自建表"), &json!("客户联络"), &json!("P0"))
    );
    let again = desk.look_at_list("客户联系人2.csv", SECOND);
    let column = &again["columns"][mobile];
    assert_eq!((&column["source"], &column["class"]), (&json!("名片"), &json!("P2")), "{column}");
    assert_eq!((&again["source"], &again["purpose"]), (&json!("销售自建表"), &json!("客户联络")));
}

#[test]
fn a_long_import_can_be_stopped_and_leaves_nothing() {
    let mut desk = Desk::new();
    let before = desk.records();
    let mut text = String::from("部门,职务,姓名,手机\n");
    for n in 0..20_000 {
        text.push_str(&format!("部门{},科员{n},样例{n},154{n:08}\n", n % 50));
    }
    let view = desk.look_at_list("很长的名单.csv", &text);
    assert_eq!(view["good"], 20_000);
    let progress = desk.app.progress();
    let stopper = std::thread::spawn(move || {
        while progress.view().phase != "writing" || progress.view().done == 0 {
            std::thread::yield_now();
        }
        let seen = progress.view();
        progress.cancel();
        seen
    });
    assert_eq!(desk.refused("apply_import", yes(&view)), "import-cancelled");
    let seen = stopper.join().unwrap();
    assert!(seen.total > 20_000 && seen.done <= seen.total, "{seen:?}");
    assert_eq!(desk.records(), before);
    assert_eq!(desk.app.progress().view().phase, "idle");
    desk.ok("apply_import", yes(&view));
}

#[test]
fn a_dropped_file_is_read_from_memory() {
    use base64::Engine;
    let mut desk = Desk::new();
    let bytes = base64::engine::general_purpose::STANDARD.encode(FIRST);
    let (reader, progress) = (desk.app.reader().to_owned(), desk.app.progress());
    let read = app::files::read_dropped(&reader, &progress, "C:\\somewhere\\客户.csv", &bytes).unwrap();
    let view = app::files::look_at_read(&mut desk.app, &suite::context(), read).unwrap();
    assert_eq!((view.file_name.as_str(), view.good), ("客户.csv", 3));
    let nothing = app::files::read_dropped(&reader, &progress, "leer.csv", "");
    assert_eq!(nothing.err().unwrap().view().code, "intake-empty");
}

#[test]
fn somebody_erased_does_not_come_back_by_a_list() {
    use domain::engine::suppression::{Identity, suppress_hash};
    let known = Identity { phones: vec!["15400000002".into()], ..Identity::default() };
    let person = domain::Person {
        status: domain::PersonStatus::Erased,
        suppress_hash: suppress_hash("salt", &known),
        ..domain::Person::bare(domain::PersonId(uuid::Uuid::from_u128(7)))
    };
    let file = json!({"format": "dianke", "version": 1, "records": {"people": [person]}});
    let sample: Value = serde_json::from_str(&Desk::new().records()).unwrap();
    let mut whole = sample.clone();
    whole["records"] = file["records"].clone();
    let mut desk = Desk::holding(&whole.to_string());
    let view = desk.look_at_list("客户联系人.csv", FIRST);
    assert_eq!(view["suppressed"], 1);
    let done = desk.turned("apply_import", yes(&view));
    assert_eq!(done["people"], 2, "{done}");
    assert!(done["text"].as_str().unwrap().contains("按删除约定没有导入"), "{done}");
    assert!(!desk.records().contains("样例二"));
}
