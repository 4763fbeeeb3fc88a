//! The departure drill over a real file: what it says, what accepting it writes in one step, what it refuses, and what a
//! hand-over pack can and cannot hold.

use std::process::Command;

use app::wire::WriteHandover;
use domain::{
    Confidence, DataClass, Fact, FactId, FactKind, JobRole, PaperFormat, PaperLang, PersonId, Snapshot, Staff, StaffId,
};
use serde_json::{Value, json};
use uuid::Uuid;

use super::canary::open_with;
use super::{DAY, Desk};

const LEAVING: &str = "2026-12-20";

fn all(desk: &mut Desk) -> Value {
    serde_json::from_str::<Value>(&desk.records()).unwrap()["records"].take()
}

/// The identity behind a ref.
fn id(desk: &mut Desk, list: &str, name: &str) -> Value {
    let records = all(desk);
    records[list].as_array().unwrap().iter().find(|one| one["ref"] == name).unwrap_or_else(|| panic!("{name}"))["id"]
        .clone()
}

fn staff(desk: &mut Desk, names: &[&str]) -> Vec<Value> {
    names.iter().map(|name| id(desk, "staff", name)).collect()
}

fn drill(desk: &mut Desk, names: &[&str]) -> Value {
    let staff = staff(desk, names);
    desk.ok("get_drill", json!({"staff": staff, "as_of": DAY}))
}

fn rows(view: &Value) -> impl Iterator<Item = &Value> {
    view["accounts"].as_array().unwrap().iter().flat_map(|one| one["rows"].as_array().unwrap())
}

fn matters(view: &Value) -> impl Iterator<Item = &Value> {
    view["accounts"].as_array().unwrap().iter().flat_map(|one| one["matters"].as_array().unwrap())
}

/// All that is proposed, with the first candidates.
fn plan(view: &Value, leaving: &[Value], mode: &str) -> Value {
    let first = |heirs: &Value| heirs[0]["staff"].clone();
    let taken: Vec<Value> = rows(view)
        .flat_map(|row| row["proposals"].as_array().unwrap().iter().map(move |one| (row, one)))
        .map(|(row, one)| json!({"seat": row["seat"], "kind": one["kind"], "staff": first(&one["heirs"])}))
        .collect();
    let matters: Vec<Value> =
        matters(view).map(|one| json!({"kind": one["kind"], "id": one["id"], "staff": first(&one["heirs"])})).collect();
    json!({"staff": leaving, "mode": mode, "on": LEAVING, "rows": taken, "matters": matters})
}

fn losses(view: &Value) -> Vec<(String, f64)> {
    let loss = |one: &Value| one["before"]["coverage"].as_f64().unwrap() - one["after"]["coverage"].as_f64().unwrap();
    let name = |one: &Value| one["name"].as_str().unwrap().to_owned();
    let all = view["accounts"].as_array().unwrap().iter();
    all.map(|one| (name(one), (loss(one) * 10.0).round() / 10.0)).collect()
}

#[test]
fn a_drill_tells_what_falls_and_writes_nothing() {
    let mut desk = Desk::new();
    let before = desk.records();
    let view = drill(&mut desk, &["u07"]);
    let told = losses(&view);
    let first = [("布雷克沃格海事公司", 15.8), ("朔澜能源集团", 9.5)];
    assert_eq!(told[..2], first.map(|(name, loss)| (name.to_owned(), loss)));
    assert!(told.len() == 4 && told[2..].iter().all(|one| one.1 == 0.0), "{told:?}");
    assert_eq!((&view["unowned"], &view["untied"], &view["promises"]), (&json!(3), &json!(3), &json!(1)));
    let words = view.to_string();
    for key in ["drill-", "reason-", "code-"] {
        assert!(!words.contains(&format!("\"{key}")), "{key} has no words: {words}");
    }
    assert_eq!(desk.records(), before);
    // Nobody leaves: only the ranking is told.
    let idle = desk.ok("get_drill", json!({"staff": [], "as_of": DAY}));
    assert_eq!(idle["accounts"], json!([]));
    assert_eq!(idle["impacts"][0]["name"], "宋嘉树");
    let theirs = idle["impacts"].as_array().unwrap().iter().find(|one| !one["person"].is_null()).unwrap();
    assert_eq!(theirs["name"], "尉迟安");
}

#[test]
fn the_whole_plan_is_one_step_and_goes_back_whole() {
    let mut desk = Desk::new();
    let view = drill(&mut desk, &["u07"]);
    let leaving = staff(&mut desk, &["u07"]);
    let mut asked = plan(&view, &leaving, "backup_now");
    // A person changes one heir.
    let other = id(&mut desk, "staff", "u09");
    let at = asked["rows"].as_array().unwrap().iter().position(|one| one["kind"] == "owner").unwrap();
    asked["rows"][at]["staff"] = other.clone();
    let seat = asked["rows"][at]["seat"].clone();
    let held = |records: &Value| records["assignments"].as_array().unwrap().len();
    let before = held(&all(&mut desk));
    desk.turned("accept_drill", asked.clone());
    let records = all(&mut desk);
    assert_eq!(held(&records) - before, asked["rows"].as_array().unwrap().len());
    let new = |one: &&Value| one["seat"] == seat && one["staff"] == other;
    let made = records["assignments"].as_array().unwrap().iter().find(new).unwrap();
    assert_eq!((&made["kind"], &made["from_on"]), (&json!("backup"), &json!(DAY)));
    let tasks = records["tasks"].as_array().unwrap();
    let kinds = |kind: &str| tasks.iter().filter(|one| one["kind"] == kind).count();
    let asked_of = |kind: &str| asked["matters"].as_array().unwrap().iter().filter(|one| one["kind"] == kind).count();
    assert_eq!((kinds("take_promise"), kinds("take_visit")), (1, asked_of("visit")));
    assert!(asked_of("visit") > 0);
    let introduced = tasks.iter().find(|one| one["kind"] == "introduction" && one["seat"] == seat).unwrap();
    assert_eq!((&introduced["staff"], &introduced["with_staff"]), (&other, &leaving[0]));
    assert_eq!(introduced["due_on"], "2026-12-19", "while the one who leaves is still here");
    // What is no longer lost cannot be accepted again, and what is done already is nothing new.
    assert_eq!(desk.refused("accept_drill", asked.clone()), "drill-stale");
    let owners = asked["rows"].as_array().unwrap().iter().filter(|one| one["kind"] == "owner");
    asked["rows"] = owners.cloned().collect();
    assert_eq!(desk.refused("accept_drill", asked), "already-assigned");
}

#[test]
fn an_owner_from_the_day_of_leaving_owns_from_that_day_alone() {
    let mut desk = Desk::new();
    let view = drill(&mut desk, &["u07"]);
    let leaving = staff(&mut desk, &["u07"]);
    desk.turned("accept_drill", plan(&view, &leaving, "owner_from"));
    let records = all(&mut desk);
    let owners = |seat: &Value, day: &str| -> Vec<Value> {
        let in_force = |one: &&Value| {
            let from = one["from_on"].as_str().is_none_or(|from| from <= day);
            one["seat"] == *seat && one["kind"] == "owner" && from && one["to_on"].as_str().is_none_or(|to| day <= to)
        };
        records["assignments"].as_array().unwrap().iter().filter(in_force).map(|one| one["staff"].clone()).collect()
    };
    let lost: Vec<&Value> = rows(&view).filter(|row| row["lost"][0] == "owner").collect();
    assert_eq!(lost.len(), 3);
    for row in lost {
        assert_eq!(owners(&row["seat"], "2026-12-19"), leaving, "until the last day");
        assert_eq!(owners(&row["seat"], LEAVING), [row["proposals"][0]["heirs"][0]["staff"].clone()]);
    }
}

#[test]
fn promises_and_taken_warnings_pass_to_their_heirs_with_the_plan() {
    let mut desk = Desk::new();
    let leaving = staff(&mut desk, &["u07"]);
    // A warning the one who leaves follows, silent for a while.
    let warned = desk.ok("get_warnings", json!({"as_of": DAY, "account": null, "filter": "due"}));
    let one = warned["warnings"][0].clone();
    let taken = json!({"account": one["account"], "code": one["code"], "object": one["object"], "status": "intervening",
        "owner": leaving[0], "snoozed_until": "2026-12-01", "reason": "样例：等回音"});
    let note = desk.ok("set_warning", taken)["created"].clone();
    let view = drill(&mut desk, &["u07"]);
    let lost = matters(&view).find(|one| one["kind"] == "warning").unwrap().clone();
    assert_eq!((&lost["id"], &lost["due"]), (&note, &json!("2026-12-01")));
    assert_eq!(lost["title"], one["title"], "told by its rule");
    let promise = matters(&view).find(|one| one["kind"] == "promise").unwrap().clone();
    desk.turned("accept_drill", plan(&view, &leaving, "owner_from"));
    let records = all(&mut desk);
    let by_id =
        |list: &str, id: &Value| records[list].as_array().unwrap().iter().find(|one| one["id"] == *id).unwrap().clone();
    let followed = by_id("warning_notes", &note);
    assert_eq!(followed["owner"], lost["heirs"][0]["staff"]);
    assert_eq!((&followed["snoozed_until"], &followed["reason"]), (&json!("2026-12-01"), &json!("样例：等回音")));
    let handed = by_id("commitments", &promise["id"]);
    assert_eq!((&handed["holder"], &handed["by_staff"]), (&promise["heirs"][0]["staff"], &leaving[0]));
    assert_eq!(handed["taken_on"], LEAVING, "its maker answers for it until then");
    let again = drill(&mut desk, &["u07"]);
    assert!(
        matters(&again).all(|one| one["kind"] != "promise" && one["kind"] != "warning"),
        "nothing of it is lost now"
    );
}

#[test]
fn what_a_drill_refuses_changes_nothing() {
    let mut desk = Desk::new();
    let view = drill(&mut desk, &["u07"]);
    let leaving = staff(&mut desk, &["u07"]);
    let whole = plan(&view, &leaving, "backup_now");
    let with = |key: &str, value: Value| {
        let mut asked = whole.clone();
        asked[key] = value;
        asked
    };
    let before = desk.records();
    let row = whole["rows"][0].clone();
    let given = |staff: &Value| json!([{"seat": row["seat"], "kind": row["kind"], "staff": staff}]);
    assert_eq!(desk.refused("accept_drill", with("rows", given(&leaving[0]))), "drill-heir-leaves");
    let gone = id(&mut desk, "staff", "u13");
    assert_eq!(desk.refused("accept_drill", with("rows", given(&gone))), "staff-left");
    assert_eq!(desk.refused("accept_drill", with("on", json!("2026-11-19"))), "drill-day-past");
    let none = json!({"staff": leaving, "mode": "backup_now", "on": LEAVING, "rows": [], "matters": []});
    assert_eq!(desk.refused("accept_drill", none), "nothing-chosen");
    // A row that this departure does not touch.
    let other = desk.seat("A08", "尉迟安");
    let heir = id(&mut desk, "staff", "u08");
    let stale = json!([{"seat": other, "kind": "owner", "staff": heir}]);
    assert_eq!(desk.refused("accept_drill", with("rows", stale)), "drill-stale");
    let unknown = json!({"staff": ["01a1f640-bc00-7000-8000-00000000ffff"], "as_of": DAY});
    assert_eq!(desk.refused("get_drill", unknown), "missing");
    assert_eq!(desk.records(), before);
}

#[test]
fn all_may_leave_and_one_of_theirs_is_asked_for_a_successor() {
    let mut desk = Desk::new();
    let everybody: Vec<Value> =
        all(&mut desk)["staff"].as_array().unwrap().iter().map(|one| one["id"].clone()).collect();
    let view = desk.ok("get_drill", json!({"staff": everybody, "as_of": DAY}));
    let proposed: Vec<&Value> = rows(&view).flat_map(|row| row["proposals"].as_array().unwrap()).collect();
    assert!(proposed.len() > 10 && proposed.iter().all(|one| one["heirs"] == json!([])));
    assert!(view["accounts"].as_array().unwrap().iter().all(|one| one["after"]["coverage"] == 0.0));
    let person = id(&mut desk, "people", "p801");
    let view = desk.ok("get_drill", json!({"staff": [], "people": [person], "as_of": DAY}));
    assert_eq!(losses(&view)[0], ("汇湾商业银行".into(), 30.8));
    let row = rows(&view).next().unwrap();
    let meeting = json!([{"seat": row["seat"], "staff": row["meet"]}]);
    let asked = json!({"staff": [], "people": [person], "mode": "backup_now", "on": LEAVING, "rows": [], "matters": [], "meetings": meeting});
    desk.turned("accept_drill", asked);
    let records = all(&mut desk);
    let task = records["tasks"].as_array().unwrap().iter().find(|one| one["kind"] == "meet" && one["person"] == person);
    assert_eq!(task.unwrap()["staff"], row["meet"]);
}

fn pack(app: &mut app::App, staff: StaffId, holder: Option<StaffId>, format: PaperFormat, lang: PaperLang) -> Vec<u8> {
    let request = WriteHandover { staff, holder, format, lang };
    app::files::write_handover(app, &suite::context(), request).unwrap().bytes
}

fn pdf_text(bytes: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pack.pdf");
    std::fs::write(&path, bytes).unwrap();
    let read = |program: &str, more: &[&str]| {
        let output = Command::new(program)
            .args(if more.is_empty() { &[][..] } else { &["-raw"][..] })
            .arg(&path)
            .args(more)
            .output()
            .unwrap();
        assert!(output.status.success(), "{program}");
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    read("pdftotext", &["-"]) + &read("pdfinfo", &[])
}

/// The text LibreOffice reads in a document.
fn office_text(bytes: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("pack.docx");
    std::fs::write(&file, bytes).unwrap();
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.path().display());
    let done = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir"])
        .args([folder.path(), &file])
        .output()
        .unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    std::fs::read_to_string(folder.path().join("pack.txt")).unwrap()
}

fn by_ref<T: domain::Record>(list: &[T], name: &str) -> T::Id {
    list.iter().find(|one| one.external_ref() == Some(name)).unwrap().id()
}

/// The sample with facts of every class about people of 林采薇, each a word of its own; and one nobody may approach.
fn salted(snapshot: &mut Snapshot) {
    let people: Vec<PersonId> = ["p103", "p403", "p802"].map(|name| by_ref(&snapshot.people, name)).to_vec();
    let fact = |n: u128, person, kind, value: String, class, confidence| Fact {
        id: FactId::from(Uuid::from_u128(0x0700_0000_0000_7000_8000_0000_0000_0000 + n)),
        r#ref: None,
        person,
        kind,
        value: Some(value.clone()),
        level: None,
        from_year: None,
        to_year: None,
        source: Some(format!("{value}S")),
        confidence,
        verified_on: None,
        purpose: Some(format!("{value}P")),
        class,
        retain_until: None,
        verified_by: None,
    };
    for (at, person) in (0_u128..).zip(people) {
        let sure = Confidence::Confirmed;
        snapshot.facts.extend([
            fact(at * 8, person, FactKind::Email, format!("Biz{at}"), DataClass::P1, sure),
            fact(at * 8 + 1, person, FactKind::Hobby, format!("Bkg{at}"), DataClass::P2, sure),
            fact(at * 8 + 2, person, FactKind::Note, format!("Qzx{at}a"), DataClass::P3, sure),
            fact(at * 8 + 3, person, FactKind::Diet, format!("Qzx{at}b"), DataClass::P2, sure),
            fact(at * 8 + 4, person, FactKind::Note, format!("Qzx{at}c"), DataClass::P0, Confidence::Rumour),
        ]);
    }
    for one in snapshot.facts.iter_mut().filter(|one| one.class == DataClass::P3) {
        one.value = Some(format!("Qzx{}", one.value.as_deref().unwrap_or_default()));
    }
    let barred = by_ref(&snapshot.people, "p104");
    let one = snapshot.people.iter_mut().find(|one| one.id == barred).unwrap();
    (one.no_contact, one.name_zh, one.name_en) = (true, Some("Qzx禁".into()), Some("Qzx Barred".into()));
    for one in &mut snapshot.lodgings {
        one.room_number = Some("Qzx808".into());
    }
    for one in &mut snapshot.vehicles {
        (one.plate, one.driver_phone) = (Some("Qzx沪".into()), Some("Qzx139".into()));
    }
}

fn salted_app(folder: &std::path::Path) -> (app::App, Snapshot) {
    let mut desk = Desk::new();
    let mut records: Snapshot = serde_json::from_value(all(&mut desk)).unwrap();
    salted(&mut records);
    (open_with(folder, &records), records)
}

#[test]
fn no_sensitive_word_is_in_any_pack_and_background_only_for_those_entitled() {
    let folder = tempfile::tempdir().unwrap();
    let (mut app, records) = salted_app(folder.path());
    let who = |name: &str| by_ref(&records.staff, name);
    // 曹泊宁 works for A01, A04 and A08; 钟意 for A08 alone of them; with nobody named nobody is entitled.
    let readers =
        [(Some(who("u08")), [true, true, true]), (Some(who("u11")), [false, false, true]), (None, [false; 3])];
    for (holder, entitled) in readers {
        for lang in [PaperLang::ZhCn, PaperLang::En, PaperLang::Both] {
            let bytes = pack(&mut app, who("u07"), holder, PaperFormat::Pdf, lang);
            let pdf = pdf_text(&bytes);
            let docx = super::editions::docx_text(&pack(&mut app, who("u07"), holder, PaperFormat::Docx, lang));
            for text in [&pdf, &docx] {
                assert!(!text.contains("Qzx"), "{lang:?} {holder:?}: a sensitive word");
                for (at, may) in entitled.into_iter().enumerate() {
                    assert!(text.contains(&format!("Biz{at}")), "business facts are for everybody: {at} {lang:?}");
                    assert_eq!(text.contains(&format!("Bkg{at}")), may, "{at} {holder:?} {lang:?}");
                }
            }
        }
    }
}

#[test]
fn a_pack_tells_promises_visits_and_contacts_alike_in_both_formats() {
    let mut desk = Desk::new();
    let records: Snapshot = serde_json::from_value(all(&mut desk)).unwrap();
    let who = |name: &str| by_ref(&records.staff, name);
    let (staff, holder) = (who("u07"), Some(who("u08")));
    let pdf = pdf_text(&pack(&mut desk.app, staff, holder, PaperFormat::Pdf, PaperLang::ZhCn));
    let document = pack(&mut desk.app, staff, holder, PaperFormat::Docx, PaperLang::ZhCn);
    // Heads of pages are left out of an office's plain text.
    assert!(super::editions::docx_text(&document).contains("内部资料") && pdf.contains("内部资料"));
    let docx = office_text(&document);
    let bare = |text: &str| text.chars().filter(|one| one.is_alphanumeric()).collect::<String>();
    let (pdf, docx) = (bare(&pdf), bare(&docx));
    for said in [
        "林采薇",
        "曹泊宁",
        "阎秀芝",
        "拉杰什艾耶",
        "冼思源",
        "上线日期",
        "二期框架签署",
        "移交包",
        "总协调",
        "20261009",
    ] {
        assert!(pdf.contains(said), "PDF does not say {said}");
        assert!(docx.contains(said), "DOCX does not say {said}");
    }
    // One who has nothing still gets a paper that says so.
    let newcomer = StaffId::from(Uuid::from_u128(0x0700_0000_0000_7000_8000_0000_0001_0000));
    let mut more = records.clone();
    more.staff.push(Staff { name_zh: Some("样例一".into()), ..Staff::bare(newcomer, 4, JobRole::Ar) });
    let folder = tempfile::tempdir().unwrap();
    let mut app = open_with(folder.path(), &more);
    let nothing = pdf_text(&pack(&mut app, newcomer, None, PaperFormat::Pdf, PaperLang::En));
    assert!(nothing.contains("no people or matters"), "{nothing}");
}

#[test]
fn a_presenting_window_gets_no_pack() {
    let mut desk = Desk::new();
    let records: Snapshot = serde_json::from_value(all(&mut desk)).unwrap();
    let mode = domain::scene::DisplayMode::Presenting;
    let context = app::wire::ViewContext { mode, ..suite::context() };
    let request = WriteHandover {
        staff: by_ref(&records.staff, "u07"),
        holder: None,
        format: PaperFormat::Pdf,
        lang: PaperLang::ZhCn,
    };
    let refused = app::files::write_handover(&mut desk.app, &context, request).err().unwrap();
    assert_eq!(refused.view().code, "not-presenting");
}
