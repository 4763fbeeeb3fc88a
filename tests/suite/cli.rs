//! The headless host as scripts use it: golden values, round trips, documents read back by other programs.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a failing expectation is what a test is for")]

use std::path::Path;
use std::process::Command;

use serde_json::Value;
use suite::{GUESTS, dianke, root, sample};

const DAY: &str = "2026-11-20";

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// Runs `dianke`, which must succeed, and gives back its standard output.
fn done(arguments: &[&str]) -> String {
    let output = dianke(arguments).unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&done(arguments)).unwrap()
}

fn sample_workspace(folder: &Path) -> String {
    let path = text(&folder.join("sample.dianke"));
    done(&["new", &path, "--sample"]);
    path
}

fn pdf_text(path: &Path) -> String {
    let output = Command::new("pdftotext").args(["-layout", &text(path), "-"]).output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_drill_of_the_worst_leaver_has_the_golden_loss_and_a_pack_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = sample_workspace(folder.path());
    let golden: Value =
        serde_json::from_str(&std::fs::read_to_string(root().join("tests/fixtures/golden.json")).unwrap()).unwrap();
    for (account, wanted) in golden["accounts"].as_object().unwrap() {
        for key in ["worst_loss_ours", "worst_loss_theirs"] {
            let Some(who) = wanted[key][0].as_str() else { continue };
            let told = json(&["drill", &workspace, "--leaves", who, "--as-of", DAY, "--json"]);
            let own = |one: &&Value| one["account"] == account.as_str();
            let found = told["accounts"].as_array().unwrap().iter().find(own).unwrap();
            assert_eq!(found["loss"], wanted[key][1], "{account} {who}");
        }
    }
    let both = json(&["drill", &workspace, "--leaves", "u07,u10", "--as-of", DAY, "--json"]);
    assert_eq!(both["leavers"], serde_json::json!(["u07", "u10"]));
    for name in ["pack.pdf", "pack.docx"] {
        let out = text(&folder.path().join(name));
        done(&["handover", &workspace, "--staff", "u07", "--to", "u08", "--as-of", DAY, "--out", &out]);
        assert!(std::fs::metadata(&out).unwrap().len() > 5_000, "{name}");
    }
    assert!(pdf_text(&folder.path().join("pack.pdf")).contains("林采薇"));
    let refused = dianke(&["drill", &workspace, "--leaves", "u99"]).unwrap();
    assert!(!refused.status.success());
}

#[test]
fn scores_of_all_sample_accounts_have_their_golden_values() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = sample_workspace(folder.path());
    let golden: Value =
        serde_json::from_str(&std::fs::read_to_string(root().join("tests/fixtures/golden.json")).unwrap()).unwrap();
    let expected = golden["accounts"].as_object().unwrap();
    assert_eq!(expected.len(), 8);
    for (account, wanted) in expected {
        let score = json(&["score", &workspace, "--account", account, "--as-of", DAY, "--json"]);
        for key in
            ["coverage", "support_known", "support_all", "health_raw", "health_shown", "known_share", "ownership_pct"]
        {
            let (got, want) = (score[key].as_f64().unwrap(), wanted[key].as_f64().unwrap());
            assert!((got - want).abs() < 0.05, "{account} {key}: {got} instead of {want}");
        }
        assert_eq!(score["single_thread"], wanted["single_thread"], "{account}");
        assert_eq!(score["thin"], wanted["thin"], "{account}");
        assert_eq!(score["worst_loss_ours"], wanted["worst_loss_ours"], "{account}");
        assert_eq!(score["worst_loss_theirs"], wanted["worst_loss_theirs"], "{account}");
        assert_eq!(score["committee"], wanted["committee"], "{account}");
        let pairs = |list: &Value, code: &str, subject: &str| -> Vec<(String, String)> {
            list.as_array()
                .unwrap()
                .iter()
                .map(|one| (one[code].as_str().unwrap().into(), one[subject].as_str().unwrap().into()))
                .collect()
        };
        let joined = |one: &Value| {
            one.as_array().unwrap()[1..].iter().map(|part| part.as_str().unwrap()).collect::<Vec<_>>().join("/")
        };
        let wanted_findings: Vec<(String, String)> = wanted["findings"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| (one[0].as_str().unwrap().into(), joined(one)))
            .collect();
        assert_eq!(pairs(&score["findings"], "code", "subject"), wanted_findings, "{account}");
        assert!(
            score["findings"]
                .as_array()
                .unwrap()
                .iter()
                .all(|one| !one["reason"].as_str().unwrap().starts_with("reason-")),
            "{account}"
        );
        // Of the rules the reference computes, which it lists.
        let reference = ["W01", "W03", "W05", "W06", "W07", "W08", "W09", "W11", "W13", "W16"];
        let told = score["warnings"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|one| reference.iter().any(|code| one["code"] == *code));
        assert_eq!(told.count(), wanted["warnings"].as_array().unwrap().len(), "{account}");
    }
}

#[test]
fn seats_come_in_page_order_with_the_rule_and_the_checks() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = sample_workspace(folder.path());
    let seat = |visit: &str, plan: &str| {
        json(&["seat", &workspace, "--visit", visit, "--plan", plan, "--as-of", DAY, "--lang", "zh-CN", "--json"])
    };
    let row = |drawing: &Value, name: &str| -> Vec<String> {
        let rows = drawing["rows"].as_array().unwrap();
        let order = &rows.iter().find(|one| one["row"] == name).unwrap()["order"];
        order.as_array().unwrap().iter().map(|one| one.as_str().unwrap_or("-").to_owned()).collect()
    };
    let talks = seat("V07", "table_broadside");
    assert_eq!((&talks["convention"], &talks["drawings"][0]["honoured"]), (&"gov_domestic".into(), &"left".into()));
    let far = row(&talks["drawings"][0], "far");
    assert_eq!(far.join(" "), "p709 p707 p705 p703 p701 p702 p704 p706 p708");
    let banquet = &seat("V07", "round_tables")["drawings"][0];
    assert_eq!(banquet["rows"].as_array().unwrap().len(), 2, "two tables");
    let foreign = row(&seat("V04", "table_broadside")["drawings"][0], "far");
    assert_eq!(foreign.join(" "), "p403 p402 p401 p404");
    assert!(talks["drawings"][0]["rule"][0].as_str().unwrap().starts_with("来宾面门"));
    assert!(!dianke(&["seat", &workspace, "--visit", "V07", "--plan", "circle"]).unwrap().status.success());
}

#[test]
fn hosts_are_proposed_with_both_facts_and_their_sources() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = sample_workspace(folder.path());
    let hosts = json(&["hosts", &workspace, "--visit", "V07", "--as-of", DAY, "--json"]);
    let best: Vec<(&str, i64)> = hosts["candidates"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["staff"].as_str().unwrap(), one["total"].as_i64().unwrap()))
        .collect();
    assert_eq!(best[..2], [("u02", 62), ("u03", 60)]);
    let native =
        hosts["candidates"][0]["lines"].as_array().unwrap().iter().find(|one| one["dimension"] == "native").unwrap();
    assert!(native["why"].as_str().unwrap().contains("夹江") && native["points"] == 10, "{native}");
    let gates: Vec<&Value> =
        hosts["readiness"]["gates"].as_array().unwrap().iter().filter(|one| one["state"] == "fail").collect();
    assert!(
        gates.iter().any(|one| one["gate"] == "GATE3" && one["people"] == serde_json::json!(["p704", "p709"])),
        "{gates:?}"
    );
}

#[test]
fn every_guest_gets_one_of_ours_and_nobody_two() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = sample_workspace(folder.path());
    let all = json(&["hosts", &workspace, "--visit", "V07", "--all", "--as-of", DAY, "--json"]);
    let pairs = all["counterparts"].as_array().unwrap();
    assert_eq!((pairs.len(), all["guests"].as_array().unwrap().len()), (12, 12));
    let chosen: Vec<&Value> = pairs.iter().map(|one| &one["host"]).filter(|one| !one.is_null()).collect();
    let staff: std::collections::BTreeSet<&str> = chosen.iter().map(|one| one["staff"].as_str().unwrap()).collect();
    assert_eq!(staff.len(), chosen.len(), "nobody twice");
    let sum: i64 = chosen.iter().map(|one| one["total"].as_i64().unwrap()).sum();
    assert_eq!(all["total"], sum);
    for alone in pairs.iter().filter(|one| one["host"].is_null()) {
        assert!(!alone["notes"].as_array().unwrap().is_empty(), "{alone}");
    }
    let second = pairs[1]["guest"].as_str().unwrap();
    let one = json(&["hosts", &workspace, "--visit", "V07", "--for", second, "--as-of", DAY, "--json"]);
    assert_eq!((&one["guest"], &one["candidates"]), (&all["guests"][1]["guest"], &all["guests"][1]["candidates"]));
    assert!(one["candidates"].as_array().unwrap().len() + one["removed"].as_array().unwrap().len() > 8);
}

#[test]
fn import_then_export_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (first, second) = (text(&folder.path().join("a.json")), text(&folder.path().join("b.json")));
    let workspace = sample_workspace(folder.path());
    done(&["export", &workspace, "--out", &first]);
    let fresh = text(&folder.path().join("fresh.dianke"));
    done(&["new", &fresh]);
    done(&["import", &fresh, &first]);
    done(&["export", &fresh, "--out", &second]);
    let (a, b): (Value, Value) = (
        serde_json::from_str(&std::fs::read_to_string(&first).unwrap()).unwrap(),
        serde_json::from_str(&std::fs::read_to_string(&second).unwrap()).unwrap(),
    );
    assert_eq!(a["records"]["people"].as_array().unwrap().len(), 41);
    assert_eq!(a, b);
    let original: Value = serde_json::from_str(&std::fs::read_to_string(sample("workspace.json")).unwrap()).unwrap();
    for (kind, records) in original["records"].as_object().unwrap() {
        assert_eq!(a["records"][kind].as_array().map(Vec::len), records.as_array().map(Vec::len), "{kind}");
    }
}

#[test]
fn a_list_of_people_becomes_a_map_and_can_be_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = sample_workspace(folder.path());
    let before = json(&["accounts", &workspace, "--as-of", DAY, "--json"]).as_array().unwrap().len();
    let preview = json(&["import", &workspace, &text(&sample("people.xlsx")), "--dry-run", "--json"]);
    assert_eq!(preview["kind"], "table");
    assert!(preview["total"].as_u64().unwrap() >= 60, "{}", preview["total"]);
    assert!(preview["problems"].as_array().unwrap().iter().all(|one| one["row"].as_u64().unwrap() > 0));
    assert_eq!(
        json(&["accounts", &workspace, "--as-of", DAY, "--json"]).as_array().unwrap().len(),
        before,
        "a dry run writes nothing"
    );
    done(&["import", &workspace, &text(&sample("people.xlsx")), "--account-name", "名单客户"]);
    let accounts = json(&["accounts", &workspace, "--as-of", DAY, "--json"]);
    let new = accounts.as_array().unwrap().iter().find(|one| one["name"] == "名单客户").unwrap();
    assert!(new["ownership_pct"].as_f64().unwrap() > 80.0, "the owners of the list are ours: {new}");
    let map = folder.path().join("map.svg");
    done(&["map", &workspace, "--account", new["id"].as_str().unwrap(), "--out", &text(&map), "--as-of", DAY]);
    let drawn = std::fs::read_to_string(&map).unwrap();
    assert!(drawn.contains("<svg") && drawn.matches("<title>").count() >= 60);
}

#[test]
fn what_a_list_says_in_its_own_way_is_shown_and_decided_by_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = sample_workspace(folder.path());
    let (list, decisions) = (folder.path().join("客户联系人.csv"), folder.path().join("decisions.json"));
    let rows = "部门,职务,姓名,宗教,态度,负责销售,备注\n采购部,部长,样例一,无,友好,小林,关心交付。两个孩子。\n采购部,科员,样例二,无,差,叶知秋,\n";
    std::fs::write(&list, rows).unwrap();
    let preview = json(&["import", &workspace, &text(&list), "--dry-run", "--json"]);
    let keys: Vec<&str> = preview["fixes"].as_array().unwrap().iter().map(|one| one["key"].as_str().unwrap()).collect();
    assert_eq!(keys, ["attitude", "owner", "text"]);
    assert!(preview["columns"][3]["refused"].is_string(), "{}", preview["columns"][3]);
    std::fs::write(&decisions, r#"{"attitude/友好": "2", "owner/*": "proposed", "text/2-note-1": "as:周末不打扰"}"#)
        .unwrap();
    done(&["import", &workspace, &text(&list), "--decide", &text(&decisions)]);
    let out = folder.path().join("out.json");
    done(&["export", &workspace, "--out", &text(&out)]);
    let kept = std::fs::read_to_string(&out).unwrap();
    assert!(kept.contains("关心交付。周末不打扰。") && !kept.contains("两个孩子"), "as decided");
    let whole: serde_json::Value = serde_json::from_str(&kept).unwrap();
    let named = |kind: &str, name: &str| {
        let all = whole["records"][kind].as_array().unwrap();
        all.iter().find(|one| one["name_zh"] == name).map(|one| one["id"].clone())
    };
    let one = named("people", "样例一").unwrap();
    let stance = whole["records"]["stances"].as_array().unwrap().iter().find(|stance| stance["person"] == one).unwrap();
    assert_eq!(stance["level"], 2);
    assert!(named("staff", "小林").is_none(), "whoever is proposed is one of ours");
    let asked = whole["records"]["person_questions"].as_array().unwrap();
    assert!(asked.iter().any(|one| one["text"].as_str().unwrap().contains("叶知秋")), "and who left is asked about");
    std::fs::write(&decisions, r#"{"attitude/没有": "2"}"#).unwrap();
    let refused = dianke(&["import", &workspace, &text(&list), "--decide", &text(&decisions)]).unwrap();
    assert_eq!(refused.status.code(), Some(1), "a line there is not");
}

#[test]
fn a_list_in_gbk_is_read_as_chinese() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = sample_workspace(folder.path());
    let preview = json(&["import", &workspace, &text(&sample("people.csv")), "--dry-run", "--json"]);
    assert!(preview["columns"].as_array().unwrap().iter().any(|one| one["field"] == "name"), "{}", preview["columns"]);
    assert!(preview["good"].as_u64().unwrap() >= 18);
}

#[test]
fn map_and_briefing_are_read_back() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = sample_workspace(folder.path());
    let (map, briefing) = (folder.path().join("map.pdf"), folder.path().join("briefing.pdf"));
    done(&["map", &workspace, "--account", "A01", "--out", &text(&map), "--lens", "attitude", "--as-of", DAY]);
    let words = pdf_text(&map);
    for name in ["祁振邦", "苗国梁", "阎秀芝", "卓越川", "白若冰"] {
        assert!(words.contains(name), "{name} is missing in the map:\n{words}");
    }
    done(&[
        "brief",
        &workspace,
        "--visit",
        "V07",
        "--edition",
        "internal_full",
        "--out",
        &text(&briefing),
        "--as-of",
        DAY,
    ]);
    let words = pdf_text(&briefing).replace(' ', "");
    assert!(GUESTS.iter().all(|name| words.contains(name)));
    assert!(words.contains("罗绍川") && words.contains("62"));
}

#[test]
fn search_finds_by_sound_and_by_script() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = sample_workspace(folder.path());
    for (query, wanted) in [
        ("苗", "p102"),
        ("miaoguoliang", "p102"),
        ("mgl", "p102"),
        ("yuchi", "p801"),
        ("shanxc", "p304"),
        ("aasen", "p401"),
        ("朔澜", "A01"),
    ] {
        let found = json(&["search", &workspace, query, "--json"]);
        assert!(found.as_array().unwrap().iter().any(|one| one["ref"] == wanted), "{query}: {found}");
    }
    let namesakes = json(&["search", &workspace, "王磊", "--json"]);
    let people = namesakes.as_array().unwrap().iter().filter(|one| one["kind"] == "person");
    let titles: Vec<&str> = people.map(|one| one["title"].as_str().unwrap()).collect();
    assert!(titles.len() == 2 && titles[0] != titles[1], "{titles:?}");
}

#[test]
fn exit_codes_tell_done_refused_and_wrong_usage() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = sample_workspace(folder.path());
    assert!(done(&["check", &workspace]).contains("完好"));
    let refused = dianke(&["score", &workspace, "--account", "A99", "--json"]).unwrap();
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8(refused.stderr).unwrap().contains("没有变动"));
    assert_eq!(dianke(&["score", &workspace]).unwrap().status.code(), Some(2));
    let again = dianke(&["new", &workspace]).unwrap();
    assert_eq!(again.status.code(), Some(1), "an existing file is never overwritten");
}

#[test]
fn a_list_alone_gives_an_owner_matrix() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = text(&folder.path().join("empty.dianke"));
    done(&["new", &workspace]);
    done(&["import", &workspace, &text(&sample("people.xlsx")), "--account-name", "云樟装备集团"]);
    let court = json(&["court", &workspace, "--account", "云樟装备集团", "--as-of", DAY, "--json"]);
    let rows = court["accounts"][0]["rows"].as_array().unwrap();
    let owned = rows.iter().filter(|one| !one["owner"].as_array().unwrap().is_empty()).count();
    assert!(rows.len() >= 60 && owned * 10 > rows.len() * 7, "{owned} of {}", rows.len());
}

#[test]
fn the_map_is_told_by_refs_with_changes_and_ways_in() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = sample_workspace(folder.path());
    let base = ["map", &workspace, "--account", "A01", "--as-of", DAY, "--json"];
    let map = json(&[&base[..], &["--compare", "2026-01-01", "--paths-to", "p101"]].concat());
    let cards = map["cards"].as_array().unwrap();
    let card = |key: &str| cards.iter().find(|one| one["ref"] == key).unwrap_or_else(|| panic!("{key}: {cards:?}"));
    assert_eq!(card("p101")["name"], "祁振邦");
    assert!(cards.iter().all(|one| one["box"].as_array().unwrap().len() == 4));
    let lines = map["lines"].as_array().unwrap();
    let strong = lines.iter().find(|one| one["kind"] == "influences" && one["to"] == "p101").unwrap();
    assert_eq!(strong["strength"], 3);
    assert!(strong["points"].as_array().unwrap().len() >= 2, "{strong}");
    assert!(!map["changes"].as_array().unwrap().is_empty());
    let ways = json(&["paths", &workspace, "--account", "A01", "--to", "p101", "--as-of", DAY, "--json"]);
    assert_eq!(map["paths"], ways);
    assert_eq!(ways["paths"].as_array().unwrap().is_empty(), ways["none"].is_string());
    let focus = json(&[&base[..], &["--focus", "p101", "--fold", "p101"]].concat());
    assert!(focus["cards"].as_array().unwrap().len() < cards.len());
    let nobody = dianke(&[&base[..], &["--focus", "nobody"]].concat()).unwrap();
    assert!(!nobody.status.success() && !nobody.stderr.is_empty());
}

#[test]
fn a_map_of_an_earlier_day_has_the_units_of_then() {
    let folder = tempfile::tempdir().unwrap();
    let mut file: Value = serde_json::from_str(&std::fs::read_to_string(sample("workspace.json")).unwrap()).unwrap();
    let unit = |file: &Value, key: &str| {
        file["records"]["units"].as_array().unwrap().iter().find(|one| one["ref"] == key).unwrap()["id"].clone()
    };
    let (finance, procurement) = (unit(&file, "g0f"), unit(&file, "g2p"));
    let seats = file["records"]["seats"].as_array_mut().unwrap();
    let moved = seats.iter_mut().find(|one| one["unit"] == procurement).unwrap();
    moved["former_units"] = serde_json::json!([{"unit": finance, "to_on": "2026-10-31"}]);
    let (records, workspace) = (folder.path().join("records.json"), text(&folder.path().join("other.dianke")));
    std::fs::write(&records, file.to_string()).unwrap();
    done(&["new", &workspace]);
    done(&["import", &workspace, &text(&records)]);
    let on = |day: &str, more: &[&str]| {
        json(&[&["map", &workspace, "--account", "A01", "--as-of", day, "--json"][..], more].concat())
    };
    let seated = |map: &Value, key: &str| {
        map["units"].as_array().unwrap().iter().find(|one| one["ref"] == key).unwrap()["seats"].as_u64().unwrap()
    };
    let (then, now) = (on("2026-10-31", &[]), on("2026-11-01", &["--compare", "2026-10-31"]));
    assert_eq!(seated(&then, "g0f"), seated(&now, "g0f") + 1);
    assert_eq!(seated(&then, "g2p") + 1, seated(&now, "g2p"));
    let changes = now["changes"].as_array().unwrap();
    assert_eq!(changes.len(), 1, "{changes:?}");
    assert_eq!((changes[0]["kind"].as_str().unwrap(), changes[0]["on"].as_str().unwrap()), ("moved", "2026-11-01"));
    let told = changes[0]["text"].as_str().unwrap();
    assert!(told.contains("集团财务部") && told.contains("电网采购中心"), "{told}");
}

#[test]
fn the_room_safe_map_has_no_refs_and_no_judgement() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = sample_workspace(folder.path());
    let base = ["map", &workspace, "--account", "A01", "--as-of", DAY, "--mode", "presenting"];
    let map = json(&[&base[..], &["--json"]].concat());
    let said = map.to_string();
    assert!(said.contains("祁振邦") && !said.contains("p101") && !said.contains("influences"), "{said}");
    let file = folder.path().join("map.pdf");
    done(&[&base[..], &["--out", &text(&file), "--lens", "change", "--compare", "2026-01-01"]].concat());
    let words = pdf_text(&file);
    assert!(words.contains("组织架构") && words.contains("2026年11月"), "{words}");
    for word in ["决策链", "2026-11-20", "内部", "主动支持", "静默"] {
        assert!(!words.contains(word), "{word}: {words}");
    }
}

#[test]
fn pictures_and_decks_are_what_they_say_and_a_deck_can_be_the_template() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = sample_workspace(folder.path());
    let base = ["map", &workspace, "--account", "A02", "--as-of", DAY];
    let (picture, deck, again) =
        (folder.path().join("map.png"), folder.path().join("map.pptx"), folder.path().join("again.pptx"));
    done(&[&base[..], &["--out", &text(&picture), "--scale", "1"]].concat());
    let bytes = std::fs::read(&picture).unwrap();
    assert_eq!(&bytes[..8], b"\x89PNG\r\n\x1a\n");
    let width = |bytes: &[u8]| u32::from_be_bytes([bytes[16], bytes[17], bytes[18], bytes[19]]);
    done(&[&base[..], &["--out", &text(&picture), "--scale", "2"]].concat());
    assert!(width(&std::fs::read(&picture).unwrap()) > width(&bytes) * 19 / 10);
    let huge = dianke(&[&base[..], &["--out", &text(&picture), "--scale", "5000"]].concat()).unwrap();
    assert!(String::from_utf8_lossy(&huge.stderr).contains("超过上限"));
    done(&[&base[..], &["--out", &text(&deck)]].concat());
    done(&[&base[..], &["--out", &text(&again), "--template", &text(&deck)]].concat());
    let slides = |path: &Path| {
        let archive = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
        let names: Vec<String> = archive.file_names().map(str::to_owned).collect();
        names.iter().filter(|one| one.starts_with("ppt/slides/slide")).count()
    };
    assert!(slides(&deck) > 0);
    assert_eq!(slides(&deck), slides(&again));
    let bad = dianke(&[&base[..], &["--out", &text(&again), "--template", &text(&picture)]].concat()).unwrap();
    assert!(!bad.status.success());
}

#[test]
fn ready_says_the_same_as_hosts_and_what_is_missing_where() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = sample_workspace(folder.path());
    for visit in ["V01", "V02", "V03", "V04", "V05", "V06", "V07", "V08"] {
        let ready = json(&["ready", &workspace, "--visit", visit, "--as-of", DAY, "--json"]);
        let hosts = json(&["hosts", &workspace, "--visit", visit, "--as-of", DAY, "--json"]);
        let known = &hosts["readiness"];
        assert_eq!((&ready["score"], &ready["expected"]), (&known["score"], &known["expected"]), "{visit}");
        assert_eq!(ready["companions_max"], known["companions_max"], "{visit}");
        for (gate, same) in ready["gates"].as_array().unwrap().iter().zip(known["gates"].as_array().unwrap()) {
            assert_eq!((&gate["gate"], &gate["state"]), (&same["gate"], &same["state"]), "{visit}");
            let passed = gate["state"] == "pass";
            assert_eq!(gate["missing"].as_array().unwrap().is_empty(), passed, "{visit} {gate}");
        }
        assert_eq!(ready["blocks"].as_array().unwrap().len(), 14, "{visit}");
    }
    let ready = json(&["ready", &workspace, "--visit", "V07", "--as-of", DAY, "--json"]);
    let dining = ready["blocks"].as_array().unwrap().iter().find(|one| one["block"] == "dining").unwrap();
    let asked = |one: &&Value| one["at"]["panel"] == "diet";
    assert_eq!(dining["missing"].as_array().unwrap().iter().filter(asked).count(), 2, "{dining}");
}
