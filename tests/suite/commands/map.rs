//! What the map answers: days, folds, focus, differences, ways in.

use serde_json::{Value, json};

use super::{DAY, Desk};

fn ask(desk: &mut Desk, key: &str, more: &Value) -> Value {
    let mut request =
        json!({"account": desk.account(key), "decision": null, "lens": "attitude", "as_of": DAY, "folded": []});
    for (name, value) in more.as_object().unwrap() {
        request[name] = value.clone();
    }
    desk.ok("get_map", request)
}

#[test]
fn a_fold_hides_a_branch_and_says_how_much() {
    let mut desk = Desk::new();
    let boss = desk.seat("A01", "祁振邦");
    let whole = desk.map("A01");
    let map = ask(&mut desk, "A01", &json!({"folded": [boss]}));
    let rows = |map: &Value| map["outline"].as_array().unwrap().clone();
    let row = rows(&map).into_iter().find(|one| one["seat"] == boss).unwrap();
    let gone = rows(&whole).len() - rows(&map).len();
    assert!(gone >= 2, "{row}");
    assert_eq!(row["hidden"].as_u64().unwrap(), gone as u64);
    assert_eq!(row["reports"], 2);
}

#[test]
fn a_focus_shows_the_branch_and_its_superiors() {
    let mut desk = Desk::new();
    let (focus, boss) = (desk.seat("A01", "卓越川"), desk.seat("A01", "苗国梁"));
    let map = ask(&mut desk, "A01", &json!({"focus": focus}));
    let seats: Vec<&Value> = map["outline"].as_array().unwrap().iter().map(|one| &one["seat"]).collect();
    assert!(seats.contains(&&focus) && seats.contains(&&boss), "{seats:?}");
    assert!(!seats.contains(&&desk.seat("A01", "白若冰")));
}

#[test]
fn two_days_differ_by_what_was_done_between_them() {
    let mut desk = Desk::new();
    let (head, other) = (desk.seat("A01", "卓越川"), desk.seat("A01", "阎秀芝"));
    let same = ask(&mut desk, "A01", &json!({"compare": "2026-11-19", "lens": "change"}));
    assert_eq!(same["changes"], json!([]));
    desk.ok("move_seat", json!({"seat": head, "superior": other, "unit": null, "on": DAY}));
    let buyer = desk.seat("A01", "白若冰");
    desk.ok("end_tenure", json!({"seat": buyer, "on": DAY}));
    let map = ask(&mut desk, "A01", &json!({"compare": "2026-11-19", "lens": "change"}));
    let rows = map["changes"].as_array().unwrap().clone();
    let of = |kind: &str| rows.iter().filter(|one| one["kind"] == kind).collect::<Vec<_>>();
    assert_eq!(of("moved").len(), 1, "{rows:?}");
    assert_eq!(of("moved")[0]["name"], "卓越川");
    assert_eq!(of("left").len(), 1);
    assert_eq!(of("left")[0]["name"], "白若冰");
    assert!(rows.iter().all(|one| !one["text"].as_str().unwrap().starts_with("reason-")), "{rows:?}");
    let then = ask(&mut desk, "A01", &json!({"as_of": "2026-11-19"}));
    for figure in ["coverage", "support", "ownership_pct", "risk_text", "health"] {
        assert_eq!(map["compared"][figure], then["figures"][figure], "{figure}");
    }
    assert_ne!(map["compared"]["coverage"], map["figures"]["coverage"], "somebody left");
    assert_eq!((&map["compared"]["reasons"], &then["compared"]), (&json!([]), &json!(null)));
    let moments = map["moments"].as_array().unwrap();
    assert!(moments.iter().any(|one| one["on"] == DAY && one["structure"] == true), "{moments:?}");
}

#[test]
fn a_day_in_the_past_still_knows_who_sat_there() {
    let mut desk = Desk::new();
    let (account, from, buyer) = (desk.account("A01"), desk.seat("A01", "卓越川"), desk.seat("A01", "白若冰"));
    let add = json!({"account": account, "kind": "influences", "from_seat": from, "to_seat": buyer, "strength": 2,
        "on": "2026-11-01", "evidence": null});
    desk.ok("add_edge", add);
    desk.ok("end_tenure", json!({"seat": buyer, "on": DAY}));
    let name = |map: &Value| {
        let lines = map["lines"].as_array().unwrap().clone();
        lines.iter().find(|one| one["from_name"] == "卓越川").unwrap()["to_name"].clone()
    };
    assert_eq!(name(&ask(&mut desk, "A01", &json!({"as_of": "2026-11-19"}))), "白若冰");
    assert_eq!(name(&desk.map("A01")), "采购中心主任（空缺）");
}

#[test]
fn a_day_before_the_first_record_is_a_map_that_says_so() {
    let mut desk = Desk::new();
    let map = ask(&mut desk, "A01", &json!({"as_of": "1990-01-01"}));
    assert_eq!(map["read_only"], true);
    assert!(map["first_record"].as_str().unwrap() > "1990-01-01");
}

#[test]
fn no_way_in_is_shown_in_a_blackout_or_to_whom_nobody_may_approach() {
    let mut desk = Desk::new();
    let account = desk.account("A02");
    let (target, expert) = (desk.seat("A02", "邵云帆"), desk.post("A02", "外部评标专家甲"));
    let ask = |target: &Value, day: &str| json!({"account": account, "decision": null, "target": target, "as_of": day});
    let barred = desk.ok("get_paths", ask(&target, "2026-12-01"));
    assert_eq!(barred["paths"], json!([]));
    assert!(barred["none_text"].as_str().unwrap().contains("2027年1月15日"), "{barred}");
    let expert = desk.ok("get_paths", ask(&expert, DAY));
    assert_eq!(expert["paths"], json!([]));
    assert!(expert["none_text"].as_str().unwrap().contains("不可接触"), "{expert}");
    let staff = desk.ok("get_workspace", json!({}))["staff"][0]["id"].clone();
    let mut context = suite::context();
    context.today = "2026-12-05".parse().unwrap();
    let touch =
        json!({"seat": target, "staff": [staff], "on": "2026-12-02", "kind": "call", "summary": "对方来电问流程"});
    app::contract::call(&mut desk.app, "log_touch", &context, touch).unwrap();
}

#[test]
fn ways_in_name_who_opens_them_and_the_lines_walked() {
    let mut desk = Desk::new();
    let mut found = 0;
    for key in ["A01", "A02", "A03", "A04", "A05", "A06", "A08"] {
        let account = desk.account(key);
        let map = desk.map(key);
        for row in map["outline"].as_array().unwrap() {
            let request = json!({"account": account, "decision": null, "target": row["seat"], "as_of": DAY});
            let list = desk.ok("get_paths", request);
            let paths = list["paths"].as_array().unwrap();
            assert_eq!(paths.is_empty(), list["none_text"].is_string(), "{list}");
            for path in paths {
                found += 1;
                let steps = path["steps"].as_array().unwrap();
                assert_eq!(steps.len(), path["edges"].as_array().unwrap().len() + 1);
                assert!(steps[..steps.len() - 1].iter().all(|one| one["link_text"].is_string()), "{path}");
                assert_eq!(steps.last().unwrap()["link_text"], Value::Null);
                assert!(path["opener"]["name"].is_string(), "{path}");
            }
        }
    }
    assert!(found > 3, "{found}");
}

#[test]
fn entering_and_leaving_presenting_is_in_the_audit_and_no_step() {
    let mut desk = Desk::new();
    let before = desk.ok("get_workspace", json!({}))["undo"].clone();
    app::face::log_face(&mut desk.app, true, "key").unwrap();
    app::face::log_face(&mut desk.app, false, "key").unwrap();
    assert!(app::face::log_face(&mut desk.app, true, "Not a code").is_err());
    assert_eq!(desk.ok("get_workspace", json!({}))["undo"], before);
}

#[test]
fn a_file_follows_its_saved_view_and_the_users_deck() {
    let mut desk = Desk::new();
    let (account, chair) = (desk.account("A01"), desk.seat("A01", "祁振邦"));
    let save = json!({"view": null, "account": account, "name": "高层", "decision": null, "lens": "structure", "as_of": "2026-11-01",
        "compare": null, "filter": [], "folded": [chair], "focus": null, "zoom": null, "centre_x": null, "centre_y": null});
    let view = desk.ok("save_view", save)["created"].clone();
    let write = |desk: &mut Desk, view: &Value, format: &str| {
        let request = json!({"account": account, "decision": null, "lens": "attitude", "as_of": DAY, "compare": null, "folded": [],
            "focus": null, "view": view, "mode": "internal", "format": format, "scale": null});
        let request: app::wire::WriteMap = serde_json::from_value(request).unwrap();
        app::files::write_map(&mut desk.app, &suite::context(), request).unwrap()
    };
    let (whole, kept) = (write(&mut desk, &Value::Null, "svg"), write(&mut desk, &view, "svg"));
    assert!(kept.name.contains("2026-11-01") && whole.name.contains(DAY));
    let text = |file: &app::files::NamedFile| String::from_utf8(file.bytes.clone()).unwrap();
    assert!(text(&whole).contains("卓越川") && !text(&kept).contains("卓越川"));
    assert!(text(&kept).contains("内部资料"));
    let plain = write(&mut desk, &Value::Null, "pptx");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("公司模板.pptx");
    std::fs::write(&path, &plain.bytes).unwrap();
    assert_eq!(app::files::set_template(&mut desk.app, &path).unwrap(), "公司模板.pptx");
    let dressed = write(&mut desk, &Value::Null, "pptx");
    assert_ne!(dressed.bytes, plain.bytes);
    std::fs::write(&path, b"no deck").unwrap();
    assert!(app::files::set_template(&mut desk.app, &path).unwrap_err().view().code.starts_with("intake-template"));
    assert_eq!(write(&mut desk, &Value::Null, "pptx").bytes, dressed.bytes, "the template before stays");
    app::files::drop_template(&mut desk.app);
    assert_eq!(write(&mut desk, &Value::Null, "pptx").bytes, plain.bytes);
}

#[test]
fn every_moment_says_who_and_none_lies_before_the_first_record() {
    let mut desk = Desk::new();
    let accounts = desk.ok("list_accounts", json!({}))["accounts"].as_array().unwrap().clone();
    let mut told = 0;
    for key in accounts.iter().map(|one| one["ref"].as_str().unwrap()) {
        let map = desk.map(key);
        for moment in map["moments"].as_array().unwrap() {
            assert!(map["first_record"].as_str().unwrap() <= moment["on"].as_str().unwrap(), "{key} {moment}");
            told += 1;
        }
    }
    assert!(told > 20, "{told}");
    let buyer = desk.seat("A01", "白若冰");
    desk.ok("end_tenure", json!({"seat": buyer, "on": DAY}));
    let text = |desk: &mut Desk, on: &str, structure: bool| {
        let moments = desk.map("A01")["moments"].as_array().unwrap().clone();
        let found = moments.iter().find(|one| one["on"] == on && one["structure"] == structure);
        found.unwrap_or_else(|| panic!("{on}: {moments:?}"))["text"].as_str().unwrap().to_owned()
    };
    assert_eq!(text(&mut desk, DAY, false), "2026年11月20日：白若冰有变动", "who left is named");
    let (head, chief, other) = (desk.seat("A01", "卓越川"), desk.seat("A01", "苗国梁"), desk.seat("A01", "阎秀芝"));
    desk.ok("move_seat", json!({"seat": head, "superior": other, "unit": null, "on": DAY}));
    assert_eq!(text(&mut desk, DAY, true), "2026年11月20日：卓越川的上下级或关系有变动");
    let account = desk.account("A01");
    desk.ok(
        "add_edge",
        json!({"account": account, "kind": "influences", "from_seat": chief, "to_seat": other,
        "strength": 1, "on": DAY, "evidence": null}),
    );
    let both = text(&mut desk, DAY, true);
    assert!(both.contains("等2席"), "{both}");
}

#[test]
fn what_a_saved_view_filters_is_pale_in_its_files_and_the_room_knows_nothing_of_it() {
    let mut desk = Desk::new();
    let account = desk.account("A01");
    let map = desk.map("A01");
    let cards = map["scene"]["cards"].as_array().unwrap().clone();
    let has = |card: &Value, key: &str| card["keys"].as_array().unwrap().iter().any(|one| one == key);
    let legend = map["scene"]["legend"].as_array().unwrap().clone();
    let key = |one: &Value| one["key"].as_str().unwrap().to_owned();
    let some = |key: &String| (1..cards.len()).contains(&cards.iter().filter(|card| has(card, key)).count());
    let key = legend.iter().map(key).find(some).unwrap();
    let save = json!({"view": null, "account": account, "name": "一", "decision": null, "lens": "attitude", "as_of": null, "compare": null,
        "filter": [key], "folded": [], "focus": null, "zoom": null, "centre_x": null, "centre_y": null});
    let view = desk.ok("save_view", save)["created"].clone();
    let write = |desk: &mut Desk, view: &Value, mode: &str, format: &str| {
        let request = json!({"account": account, "decision": null, "lens": "attitude", "as_of": DAY, "compare": null, "folded": [],
            "focus": null, "view": view, "mode": mode, "format": format, "scale": 1.0});
        let request: app::wire::WriteMap = serde_json::from_value(request).unwrap();
        app::files::write_map(&mut desk.app, &suite::context(), request).unwrap().bytes
    };
    let svg = |desk: &mut Desk, view: &Value, mode: &str| String::from_utf8(write(desk, view, mode, "svg")).unwrap();
    let pale = svg(&mut desk, &view, "internal");
    let rows = map["outline"].as_array().unwrap();
    // A second post is a small seat with a title of its own.
    for card in cards.iter().filter(|card| !has(card, "seat:second")) {
        let row = rows.iter().find(|row| row["seat"] == card["seat"]).unwrap();
        let title = format!("<title>{}</title>", row["words"].as_str().unwrap().replace('&', "&amp;"));
        let group = format!("<g opacity=\"0.34\">{title}");
        assert_eq!(pale.contains(&group), !has(card, &key), "{title}");
        assert!(pale.contains(&title), "{title}");
    }
    assert!(!svg(&mut desk, &Value::Null, "internal").contains("0.34"));
    assert!(!svg(&mut desk, &view, "presenting").contains("0.34"));
    for format in ["png", "pdf", "pptx"] {
        let (whole, kept) =
            (write(&mut desk, &Value::Null, "internal", format), write(&mut desk, &view, "internal", format));
        assert!(whole != kept, "{format}");
    }
}

#[test]
fn whoever_is_added_today_was_not_there_yesterday() {
    let mut desk = Desk::new();
    let (account, boss) = (desk.account("A01"), desk.seat("A01", "卓越川"));
    let one = json!({"account": account, "unit": null, "superior": boss, "report": null, "after": null, "name": "样例一",
        "title": "专员", "rank_level": null, "decision": null});
    let seat = desk.turned("add_seat", one)["created"].clone();
    let rows = [json!({"name": "样例二", "title": "专员", "superior": "卓越川", "unit": ""})];
    desk.ok("add_seats", json!({"account": account, "decision": null, "unit": null, "superior": null, "rows": rows}));
    let names = |map: &Value| {
        map["outline"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|one| one["name"].as_str().unwrap().starts_with("样例"))
            .count()
    };
    assert_eq!(names(&desk.map("A01")), 2);
    assert_eq!(names(&ask(&mut desk, "A01", &json!({"as_of": "2026-11-19"}))), 0);
    let map = ask(&mut desk, "A01", &json!({"compare": "2026-11-19", "lens": "change"}));
    let joined = map["changes"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["text"].as_str().unwrap().ends_with("到任专员") && one["on"] == DAY)
        .count();
    assert_eq!(joined, 2, "{}", map["changes"]);
    desk.turned("end_seat", json!({"seat": seat, "on": DAY}));
    assert_eq!(names(&desk.map("A01")), 1, "added by mistake, and gone the same day");
}

#[test]
fn a_map_filled_for_the_first_time_is_there_since_ever() {
    let mut desk = Desk::new();
    let new = json!({"name": "样例集团", "kind": "private", "tier": "B", "stage": "initial"});
    let account = desk.ok("add_account", new)["created"].clone();
    let rows = [json!({"name": "样例一", "title": "总经理", "superior": "", "unit": ""})];
    let add = json!({"account": account, "decision": null, "unit": null, "superior": null, "rows": rows});
    desk.ok("add_seats", add.clone());
    desk.ok("add_seats", add);
    let early = json!({"account": account, "decision": null, "lens": "structure", "as_of": "2020-01-01", "folded": []});
    assert_eq!(desk.ok("get_map", early)["outline"].as_array().unwrap().len(), 2);
}

#[test]
fn today_sends_the_worst_findings_and_says_how_many_there_are() {
    let mut desk = Desk::new();
    let account = desk.account("A08");
    let rows: Vec<Value> =
        (0..300).map(|n| json!({"name": format!("样例{n}"), "title": "员", "superior": "", "unit": ""})).collect();
    let add = json!({"account": account, "decision": null, "unit": null, "superior": null, "rows": rows});
    desk.ok("add_seats", add);
    let home = desk.ok("get_home", json!({}));
    let sent = home["findings"].as_array().unwrap();
    assert_eq!(sent.len(), 200);
    assert!(home["findings_total"].as_u64().unwrap() > 300, "{}", home["findings_total"]);
    let first = sent.iter().position(|one| one["severity"] == "amber").unwrap_or(sent.len());
    assert!(sent[first..].iter().all(|one| one["severity"] != "red"), "worst first");
}
