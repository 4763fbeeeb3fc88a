//! What lists say in their own way, settled by kind before they go in; what is not kept; superiors that changed; what stays open.

use serde_json::{Value, json};

use super::Desk;
use super::imports::{field, mapping, pair, yes};

/// The list of the screen: every kind of what is to be settled.
const OWN: &str = "部门,职务,姓名,性别,民族,上级领导,态度,关系（1—10）,负责销售,上次拜访,备注\n\
    总裁办,总裁,样例一,男,汉,,友好,6,宋嘉树,2025.12.1,喜欢打球。血压高。\n\
    采购部,副总裁,样例二,女,汉,样例一,差,10,小林,12月1日,两个孩子在读中学\n\
    质量部,总监,样例三,男,回,样例一,一般,0,叶知秋,去年底,关心交付\n\
    财务部,财务负责人,,,,样例一,,,宋嘉树,,\n";

fn fix(view: &Value, key: &str) -> Value {
    let fixes = view["fixes"].as_array().unwrap();
    fixes.iter().find(|one| one["key"] == key).unwrap_or_else(|| panic!("{key}: {}", view["fixes"])).clone()
}

fn keys(view: &Value) -> Vec<&str> {
    view["fixes"].as_array().unwrap().iter().map(|one| one["key"].as_str().unwrap()).collect()
}

fn line(fix: &Value, text: &str) -> Value {
    let lines = fix["lines"].as_array().unwrap();
    lines.iter().find(|one| one["text"] == text).unwrap_or_else(|| panic!("{text}: {fix}")).clone()
}

fn said(key: &str, choice: &str) -> Value {
    json!({"key": key, "choice": choice})
}

impl Desk {
    fn staff_named(&mut self, name: &str) -> Value {
        let records = self.held();
        records["staff"].as_array().unwrap().iter().find(|one| one["name_zh"] == name).unwrap()["id"].clone()
    }

    fn of_person(&mut self, kind: &str, name: &str) -> Vec<Value> {
        let id = self.person_named(name)["id"].clone();
        let records = self.held();
        records[kind].as_array().unwrap().iter().filter(|one| one["person"] == id).cloned().collect()
    }
}

#[test]
fn every_kind_is_counted_with_a_proposal_and_its_place() {
    let mut desk = Desk::new();
    let view = desk.look_at_list("客户联系人2026.csv", OWN);
    assert_eq!(keys(&view), ["name", "attitude", "scale", "last_touch", "owner", "text"]);
    assert_eq!(fix(&view, "name")["title"], "1行没有姓名");
    assert_eq!(fix(&view, "attitude")["title"], "态度写成友好、差、一般");
    assert_eq!(fix(&view, "attitude")["note"], "对到支持、不支持、中立，空格仍记为未知");
    let owners = fix(&view, "owner");
    assert_eq!(owners["title"], "小林、叶知秋不在我方名单");
    assert_eq!(owners["note"], "小林可能是林采薇、叶知秋已离职");
    let lin = desk.staff_named("林采薇");
    assert_eq!(line(&owners, "小林")["proposed"], lin);
    assert_eq!(line(&owners, "叶知秋")["proposed"], Value::Null, "nobody is named for somebody who left");
    let days = fix(&view, "last_touch");
    assert_eq!(line(&days, "12月1日")["proposed"], "2025-12-01");
    assert_eq!(line(&days, "去年底")["proposed"], Value::Null, "what is no day is asked for");
    let texts = fix(&view, "text");
    let blood = line(&texts, "血压高。");
    assert_eq!((&blood["rows"], &blood["proposed"]), (&json!([2]), &json!("drop")));
    assert_eq!((&blood["marks"][0]["matter"], &blood["marks"][0]["from"]), (&json!("health"), &json!(0)));
    let refused: Vec<&Value> = view["columns"].as_array().unwrap().iter().map(|one| &one["refused"]).collect();
    assert_eq!((refused[3], refused[4]), (&json!("不收，不影响接待"), &json!("不收，法规敏感项")));
    assert_eq!(view["columns"][3]["field"], Value::Null);
    let mut wanted = mapping(&view);
    wanted[4] = json!("note");
    wanted[10] = Value::Null;
    let request = json!({"token": view["token"], "mapping": wanted, "fresh": true});
    assert_eq!(desk.refused("remap_import", request), "import-not-taken", "not by hand either");
}

#[test]
fn what_was_decided_goes_in_and_is_remembered() {
    let mut desk = Desk::new();
    let view = desk.look_at_list("客户联系人2026.csv", OWN);
    let song = desk.staff_named("宋嘉树");
    let choices = json!([
        said("name/*", "proposed"),
        said("attitude/*", "proposed"),
        said("attitude/友好", "2"),
        said("scale/*", "proposed"),
        said("last_touch/*", "proposed"),
        said("last_touch/去年底", "2025-12-31"),
        said("owner/*", "proposed"),
        said("owner/叶知秋", song.as_str().unwrap()),
        said("text/2-note-1", "as:来访少走路"),
    ]);
    let request = json!({"token": view["token"], "mapping": mapping(&view), "fresh": true, "fixes": choices});
    let shown = desk.ok("remap_import", request);
    let first = &shown["after"][0];
    assert_eq!(
        (&first["attitude"], &first["relation"], &first["owner"]),
        (&json!(2), &json!(3), &json!("嘉树")),
        "{first}"
    );
    assert_eq!(shown["after"][1]["last_touch"], "2025-12-01");
    assert_eq!(shown["after"][1]["relation"], 5);
    assert_eq!(shown["after"][3]["name"], Value::Null);
    let mut request = yes(&view);
    request["fixes"] = choices;
    let done = desk.turned("apply_import", request);
    assert_eq!((&done["people"], &done["seats"], &done["questions"]), (&json!(3), &json!(4), &json!(0)), "{done}");
    assert_eq!(desk.of_person("stances", "样例一")[0]["level"], 2);
    assert_eq!(desk.of_person("ties", "样例二")[0]["level"], 5);
    let note: Vec<Value> = desk.values("样例一", "note").iter().map(|one| one["value"].clone()).collect();
    assert_eq!(note, [json!("喜欢打球。来访少走路。")]);
    assert_eq!(desk.values("样例二", "note"), [] as [Value; 0], "a sentence nobody decided of goes");
    let records = desk.records();
    assert!(!records.contains("血压") && !records.contains("孩子在读"), "never stored");
    let again = desk.look_at_list("客户联系人2027.csv", OWN);
    assert_eq!(fix(&again, "attitude")["open"], 0, "{}", again["fixes"]);
    assert_eq!(line(&fix(&again, "attitude"), "友好")["chosen"], "2");
    assert_eq!((&fix(&again, "owner")["open"], &fix(&again, "scale")["open"]), (&json!(0), &json!(0)));
    assert_eq!(fix(&again, "text")["open"], 2, "what stands in texts is looked at every time");
    let changed: Vec<&Value> =
        again["difference"]["changed_rows"].as_array().unwrap().iter().map(|one| &one["name"]).collect();
    assert!(!changed.contains(&&json!("样例一")), "words put in place are not taken back by the next edition: {again}");
}

#[test]
fn unknown_owners_and_rows_put_off_become_questions() {
    let mut desk = Desk::new();
    let first = "部门,职务,姓名,手机,责任人\n采购部,部长,样例一,15400000001,宋嘉树\n";
    desk.bring("客户联系人.csv", first);
    let list =
        "部门,职务,姓名,手机,责任人\n采购部,科员,样例二,15400000001,小林\n财务部,部长,样例三,15400000003,叶知秋\n";
    let view = desk.look_at_list("别的.csv", list);
    let account = desk.person_account("样例一");
    let view = desk.ok("remap_import", json!({"token": view["token"], "mapping": mapping(&view), "account": account}));
    let one = pair(&view, "样例二");
    let mut request = yes(&view);
    request["account"] = account;
    request["choices"] = json!([{"key": one["key"], "decision": "later"}]);
    let done = desk.turned("apply_import", request);
    assert_eq!((&done["people"], &done["questions"]), (&json!(1), &json!(2)), "{done}");
    let song = desk.staff_named("宋嘉树");
    let same = desk.of_person("person_questions", "样例一");
    assert_eq!((&same[0]["owner"], &same[0]["due_on"]), (&song, &json!("2026-12-04")), "{same:?}");
    assert!(same[0]["text"].as_str().unwrap().contains("第2行"), "{same:?}");
    let open = desk.of_person("person_questions", "样例三");
    assert!(open[0]["text"].as_str().unwrap().contains("叶知秋"), "{open:?}");
    assert!(!desk.records().contains("样例二"), "put off, it is not there");
    let home = desk.ok("get_home", json!({}));
    let row = home["matters"].as_array().unwrap().iter().find(|one| one["title"] == "待问2项").unwrap().clone();
    assert!(row["detail"].as_str().unwrap().contains("宋嘉树"), "Home tells who asks and by when: {row}");
}

impl Desk {
    fn person_account(&mut self, name: &str) -> Value {
        let tenure = self.of_person("tenures", name)[0].clone();
        let records = self.held();
        records["seats"].as_array().unwrap().iter().find(|one| one["id"] == tenure["seat"]).unwrap()["account"].clone()
    }

    /// How many lists are remembered.
    fn lists(&mut self) -> usize {
        self.held()["import_sources"].as_array().map_or(0, Vec::len)
    }

    fn above(&mut self, name: &str) -> Vec<Value> {
        let seat = self.of_person("tenures", name)[0]["seat"].clone();
        let records = self.held();
        let own = |one: &&Value| one["from_seat"] == seat && one["kind"] == "reports_to";
        records["edges"].as_array().unwrap().iter().filter(own).cloned().collect()
    }
}

const LINES: &str =
    "部门,职务,姓名,上级领导\n总部,总裁,样例一,\n总部,副总裁,样例二,样例一\n采购部,部长,样例三,样例一\n";
const MOVED: &str =
    "部门,职务,姓名,上级领导\n总部,总裁,样例一,\n总部,副总裁,样例二,样例一\n采购部,部长,样例三,样例二\n";

#[test]
fn a_new_superior_is_a_change_with_both_shown() {
    let mut desk = Desk::new();
    desk.bring("汇报.csv", LINES);
    let view = desk.look_at_list("汇报.csv", MOVED);
    let difference = &view["difference"];
    assert_eq!((&difference["changed"], &difference["same"]), (&json!(1), &json!(2)), "{difference}");
    assert_eq!(difference["changed_rows"][0]["what"], "汇报给：样例一→样例二");
    let superior = field(&pair(&view, "样例三"), "superior");
    assert_eq!(
        (&superior["ours"], &superior["theirs"], &superior["file"]),
        (&json!("样例一"), &json!("样例二"), &json!(true))
    );
    let done = desk.turned("apply_import", yes(&view));
    assert_eq!((&done["updated_count"], &done["updated"][0]["name"]), (&json!(1), &json!("样例三")), "{done}");
    let lines = desk.above("样例三");
    let second = desk.of_person("tenures", "样例二")[0]["seat"].clone();
    let current: Vec<&Value> = lines.iter().filter(|one| one["to_on"] == Value::Null).collect();
    assert_eq!((lines.len(), current.len()), (2, 1), "the old line ends, a new one begins: {lines:?}");
    assert_eq!(current[0]["to_seat"], second);
}

#[test]
fn a_line_drawn_here_since_is_not_overwritten_silently() {
    let mut desk = Desk::new();
    desk.bring("汇报.csv", LINES);
    let seats: Vec<Value> =
        ["样例二", "样例三"].iter().map(|name| desk.of_person("tenures", name)[0]["seat"].clone()).collect();
    // The list was read a week ago, the line was drawn by hand since.
    let id = desk.held()["import_sources"][0]["id"].as_str().unwrap().to_owned();
    let mut whole: Value = serde_json::from_str(&desk.records()).unwrap();
    for one in whole["records"]["import_sources"].as_array_mut().unwrap().iter_mut().filter(|one| one["id"] == id) {
        one["last_on"] = json!("2026-11-13");
    }
    let mut desk = Desk::holding(&whole.to_string());
    desk.turned("move_seat", json!({"seat": seats[1], "superior": seats[0], "on": "2026-11-18", "unit": null}));
    let view = desk.look_at_list("汇报.csv", LINES);
    let superior = field(&pair(&view, "样例三"), "superior");
    assert_eq!((&superior["file"], &superior["note"]), (&json!(false), &json!("已有的2天前改过")), "{superior}");
    assert_eq!(desk.refused("apply_import", yes(&view)), "import-all-known", "nothing changes by itself");
}

#[test]
fn two_who_change_places_close_no_circle() {
    let mut desk = Desk::new();
    let chain = "部门,职务,姓名,上级领导\n总部,总裁,样例一,\n总部,副总裁,样例二,样例一\n采购部,部长,样例三,样例二\n";
    desk.bring("汇报.csv", chain);
    let turned = "部门,职务,姓名,上级领导\n总部,总裁,样例一,\n总部,副总裁,样例二,样例三\n采购部,部长,样例三,\n";
    let view = desk.look_at_list("汇报.csv", turned);
    // The third one's old line stands, for the list says nothing of it: hanging the second beneath would close a circle.
    let before = desk.above("样例二");
    assert_eq!(desk.refused("apply_import", yes(&view)), "import-all-known");
    assert_eq!(desk.above("样例二"), before);
}

#[test]
fn people_no_longer_listed_come_with_a_proposal_and_can_be_asked_about() {
    let mut desk = Desk::new();
    let first = "部门,职务,姓名,手机\n采购部,部长,样例一,15400000001\n采购部,科员,样例二,15400000002\n财务部,部长,样例三,15400000003\n";
    desk.bring("客户联系人.csv", first);
    let next = "部门,职务,姓名,手机\n采购部,部长,样例四,15400000004\n财务部,部长,样例三,15400000003\n";
    let view = desk.look_at_list("客户联系人.csv", next);
    let gone = view["difference"]["gone"].as_array().unwrap().clone();
    let of = |name: &str| gone.iter().find(|one| one["name"] == name).unwrap().clone();
    assert_eq!(
        (&of("样例一")["ends"], &of("样例一")["why"]),
        (&json!(true), &json!("职务已由样例四接任，建议结束任职"))
    );
    assert_eq!(of("样例二")["ends"], false);
    let mut request = yes(&view);
    request["asked"] = json!([of("样例二")["person"]]);
    desk.turned("apply_import", request);
    assert_eq!(desk.person_named("样例一")["status"], "active", "nobody goes by itself");
    let asked = desk.of_person("person_questions", "样例二");
    assert_eq!((asked.len(), &asked[0]["due_on"]), (1, &json!("2026-12-04")));
}

#[test]
fn pairs_come_in_pages_and_are_decided_by_group() {
    let mut desk = Desk::new();
    let mut text = String::from("部门,职务,姓名,手机\n");
    for n in 0..520 {
        text.push_str(&format!("部门{n},科员,样例{n}甲,154{n:08}\n部门{n},组长,样例{n}乙,154{n:08}\n"));
    }
    let view = desk.look_at_list("成对.csv", &text);
    assert_eq!((&view["pair_count"], view["pairs"].as_array().unwrap().len()), (&json!(520), 500));
    let group = view["pair_groups"][0].clone();
    assert_eq!((&group["count"], &group["certain"]), (&json!(520), &json!(false)));
    let request = json!({"token": view["token"], "mapping": mapping(&view), "fresh": true, "pairs_from": 500});
    let rest = desk.ok("remap_import", request);
    assert_eq!((&rest["pairs_from"], rest["pairs"].as_array().unwrap().len()), (&json!(500), 20));
    let last = rest["pairs"][19].clone();
    let mut request = yes(&view);
    request["groups"] = json!([{"group": group["group"], "decision": "skip"}]);
    request["choices"] = json!([{"key": last["key"], "decision": "another"}]);
    let done = desk.turned("apply_import", request);
    assert_eq!(done["people"], 521, "one of a group may be decided otherwise");
}

#[test]
fn a_list_can_go_in_without_being_remembered_and_nothing_forbidden_goes_as_a_source() {
    let mut desk = Desk::new();
    let before = desk.lists();
    let view = desk.look_at_list("一次.csv", LINES);
    let mut request = yes(&view);
    request["source"] = json!("他信佛的朋友");
    assert_eq!(desk.refused("apply_import", request.clone()), "forbidden");
    request["source"] = json!("名片");
    request["forget"] = json!(true);
    request["fixes"] = json!([said("owner/谁", "none")]);
    assert_eq!(desk.refused("apply_import", request.clone()), "missing");
    request["fixes"] = json!([]);
    desk.turned("apply_import", request);
    assert_eq!(desk.lists(), before);
    let view = desk.look_at_list("一次.csv", LINES);
    assert_eq!(view["difference"], Value::Null, "nothing is known of it");
}
