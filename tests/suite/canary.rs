//! Every internal text of every sample account is a canary word: none may be heard in presenting, whatever is asked.

use std::collections::HashSet;
use std::io::Read;
use std::path::Path;
use std::process::Command;

use app::App;
use app::wire::{MapFormat, ViewContext, WriteMap};
use domain::scene::{DisplayMode, Lens};
use domain::{AccountId, Code, Snapshot};
use serde_json::{Value, json};

use super::DAY;

const CANARY: &str = "Qzx";

/// Keys whose strings are codes, days and identities: those cannot hold a word.
const CODES: &[&str] = &[
    "alcohol",
    "block",
    "calendar",
    "class",
    "companion_rule",
    "confidence",
    "convention",
    "currency",
    "direction",
    "functions",
    "id",
    "job_role",
    "kind",
    "language",
    "level",
    "lens",
    "members",
    "name_order",
    "native_place",
    "dialects",
    "policy",
    "role",
    "roles",
    "rule",
    "severity",
    "stage",
    "state",
    "status",
    "tier",
    "topic_kind",
    "time_zone",
    "from_on",
    "to_on",
    "people",
    "staff",
    "legal",
    "calendar_flags",
    "busy",
    "gate",
    "rostrum_even_rule",
    "mpv_rule",
    "second_seat",
    "decision_role",
    "part",
    "duty",
    "category",
    "edition",
    "format",
    "lang",
];

/// Keys of texts that are often empty: each gets a word everywhere.
pub(super) const TEXTS: &[&str] = &[
    "label",
    "evidence",
    "function_evidence",
    "source",
    "pronunciation",
    "address_zh",
    "address_en",
    "given",
    "middle",
    "surname",
    "surname2",
    "profession",
    "summary",
    "activity",
    "purpose",
    "gift_item",
    "topic",
    "place",
    "reason",
    "ref",
    "host_reason",
    "gift_meaning",
    "gift_moment",
    "gift_exception",
    "counterpart_note",
    "deviation_note",
    "proof",
    "question",
    "expected_question",
    "answer",
    "text",
    "text_zh",
    "text_en",
    "plate",
    "driver",
    "driver_phone",
    "route",
    "note",
    "menu",
    "toast",
    "message",
    "gear",
    "room_number",
    "phone",
    "material",
];

/// Whether a key holds a code in records of a list: a topic is words in promises and talking points, elsewhere a code.
pub(super) fn is_code(list: &str, key: &str) -> bool {
    CODES.contains(&key) || (key == "topic" && !["commitments", "talking_points"].contains(&list))
}

/// What anybody in the room may see: collection and key.
fn allowed(list: &str, key: &str) -> bool {
    match list {
        "accounts" | "units" | "people" => ["name_zh", "name_en"].contains(&key),
        "seats" => ["title_zh", "title_en"].contains(&key),
        _ => false,
    }
}

struct Cage {
    count: u32,
}

impl Cage {
    fn word(&mut self) -> Value {
        self.count += 1;
        json!(format!("{CANARY}{}w", self.count))
    }

    fn fill(&mut self, list: &str, key: &str, value: &mut Value) {
        match value {
            Value::Object(map) => map.iter_mut().for_each(|(key, one)| self.fill(list, key, one)),
            Value::Array(all) => all.iter_mut().for_each(|one| self.fill(list, key, one)),
            Value::Null if TEXTS.contains(&key) && !is_code(list, key) => *value = self.word(),
            Value::String(text) => {
                let fixed = text.parse::<domain::Day>().is_ok()
                    || text.parse::<domain::Clock>().is_ok()
                    || uuid::Uuid::parse_str(text).is_ok();
                if !fixed && !is_code(list, key) && !allowed(list, key) {
                    *value = self.word();
                }
            }
            _ => {}
        }
    }
}

/// The sample with a word in every internal text, and a saved view for each account.
fn caged() -> Snapshot {
    let text = std::fs::read_to_string(suite::sample("workspace.json")).unwrap();
    let mut file: Value = serde_json::from_str(&text).unwrap();
    let mut cage = Cage { count: 0 };
    for (list, records) in file["records"].as_object_mut().unwrap() {
        cage.fill(list, "", records);
    }
    let accounts: Vec<Value> =
        file["records"]["accounts"].as_array().unwrap().iter().map(|one| one["id"].clone()).collect();
    let view = |(at, account): (usize, &Value)| {
        json!({"id": format!("01a1f640-bc00-7000-8000-0000000f{at:04}"), "ref": format!("{CANARY}view"), "account": account,
            "name": format!("{CANARY}name"), "decision": null, "lens": "attitude", "as_of": null, "compare": null,
            "filter": [format!("{CANARY}key")], "folded": [], "focus": null, "zoom": 1.0, "centre_x": 0.0, "centre_y": 0.0, "position": 0})
    };
    file["records"]["saved_views"] = accounts.iter().enumerate().map(view).collect();
    assert!(cage.count > 1_000, "{}", cage.count);
    serde_json::from_value(file["records"].take()).unwrap()
}

fn open(folder: &Path) -> (App, Snapshot) {
    let all = caged();
    (open_with(folder, &all), all)
}

/// A workspace of just these records.
pub(super) fn open_with(folder: &Path, all: &Snapshot) -> App {
    let path = folder.join("canary.dianke");
    let mut store = store::Store::create(&path).unwrap();
    let step = store::Step {
        id: uuid::Uuid::now_v7(),
        op: "fill",
        params: Value::Null,
        at: "2026-11-20T00:00:00Z".into(),
        actor: "test".into(),
    };
    store.transact::<_, store::StoreError>(step, |tx| tx.put_all(all)).unwrap();
    store.close().unwrap();
    let mut app = App::new(suite::program("dianke").unwrap(), "test".into());
    app.open(&path).unwrap();
    app
}

/// The sample as it is.
pub(super) fn sample() -> Snapshot {
    let text = std::fs::read_to_string(suite::sample("workspace.json")).unwrap();
    let mut file: Value = serde_json::from_str(&text).unwrap();
    serde_json::from_value(file["records"].take()).unwrap()
}

/// The seat of somebody by name.
fn seat_of(all: &Snapshot, account: AccountId, name: &str) -> domain::SeatId {
    let person = all.people.iter().find(|one| one.name_zh.as_deref() == Some(name)).unwrap().id;
    let own = |id| all.seats.iter().any(|one| one.id == id && one.account == account);
    all.tenures.iter().find(|one| one.person == person && own(one.seat)).unwrap().seat
}

fn presenting() -> ViewContext {
    ViewContext { mode: DisplayMode::Presenting, ..suite::context() }
}

fn request(account: AccountId, format: MapFormat, mode: DisplayMode, lens: Lens) -> WriteMap {
    let (compare, as_of) = ("2026-06-01".parse().ok(), DAY.parse().unwrap());
    WriteMap {
        account,
        decision: None,
        lens,
        as_of,
        compare,
        folded: vec![],
        focus: None,
        filter: vec![],
        view: None,
        mode,
        format,
        scale: None,
    }
}

/// All text of a file, as other programs read it.
fn heard(folder: &Path, name: &str, bytes: &[u8]) -> String {
    let path = folder.join("out.bin");
    std::fs::write(&path, bytes).unwrap();
    let run = |program: &str, arguments: &[&str]| {
        let done = Command::new(program).args(arguments).arg(&path).arg("-").output().unwrap();
        String::from_utf8_lossy(&done.stdout).into_owned()
    };
    let text = match name.rsplit('.').next().unwrap() {
        "pdf" => {
            let facts = Command::new("pdfinfo").arg(&path).output().unwrap();
            run("pdftotext", &["-raw"]) + &String::from_utf8_lossy(&facts.stdout)
        }
        "pptx" => {
            let mut deck = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
            let mut all = String::new();
            for at in 0..deck.len() {
                let mut part = deck.by_index(at).unwrap();
                all.push_str(part.name());
                let mut inside = Vec::new();
                part.read_to_end(&mut inside).unwrap();
                all.push_str(&String::from_utf8_lossy(&inside));
            }
            all
        }
        _ => String::from_utf8_lossy(bytes).into_owned(),
    };
    format!("{name}\n{text}")
}

/// Names that must be there, or how they begin.
fn names(all: &Snapshot, account: AccountId) -> Vec<String> {
    let seats: HashSet<_> = all.seats.iter().filter(|one| one.account == account).map(|one| one.id).collect();
    let open = |one: &&domain::Tenure| seats.contains(&one.seat) && one.to_on.is_none() && one.primary;
    let held: HashSet<_> = all.tenures.iter().filter(open).map(|one| one.person).collect();
    let active = |one: &&domain::Person| held.contains(&one.id) && one.status == domain::PersonStatus::Active;
    let named = all.people.iter().filter(active).filter_map(|one| one.name_zh.clone());
    // A long name is cut on its card.
    named.map(|one| one.chars().take(4).collect()).collect()
}

#[test]
fn no_internal_word_is_heard_in_presenting_and_all_are_made_to_be_heard_inside() {
    let folder = tempfile::tempdir().unwrap();
    let (mut app, all) = open(folder.path());
    let day: domain::Day = DAY.parse().unwrap();
    for account in &all.accounts {
        let names = names(&all, account.id);
        assert!(!names.is_empty());
        for format in [MapFormat::Svg, MapFormat::Pdf, MapFormat::Pptx] {
            let wanted = request(account.id, format, DisplayMode::Presenting, Lens::Attitude);
            let file = app::files::write_map(&mut app, &suite::context(), wanted).unwrap();
            let text = heard(folder.path(), &file.name, &file.bytes);
            assert!(!text.contains(CANARY), "{:?} {}", account.r#ref, file.name);
            assert!(!text.contains("决策链"), "{}", file.name);
            let missing: Vec<&String> = names.iter().filter(|name| !text.contains(name.as_str())).collect();
            assert!(missing.is_empty(), "{} {missing:?}", file.name);
            let inner = request(account.id, format, DisplayMode::Internal, Lens::Ownership);
            let file = app::files::write_map(&mut app, &suite::context(), inner).unwrap();
            let text = heard(folder.path(), &file.name, &file.bytes);
            assert!(text.contains(CANARY), "{:?} {}: the test cannot fail", account.r#ref, file.name);
        }
        let room = json!({"account": account.id, "as_of": day, "folded": [], "focus": null});
        let view = app::contract::call(&mut app, "get_room", &presenting(), room).unwrap();
        let text = view.to_string();
        assert!(!text.contains(CANARY), "{:?}", account.r#ref);
        assert!(names.iter().all(|name| text.contains(name.as_str())));
        assert_eq!(view["stops"].as_array().unwrap().len(), 1);
        assert!(view["branches"].as_array().unwrap().len() <= 9);
    }
}

/// Whoever nobody may approach is not in the room's map at all, nor anybody who could be counted.
#[test]
fn the_room_does_not_learn_of_those_nobody_may_approach() {
    let folder = tempfile::tempdir().unwrap();
    let mut all: Snapshot = sample();
    let account = all.accounts.iter().find(|one| one.r#ref.as_deref() == Some("A02")).unwrap().id;
    // One barred by the person's own mark, between a superior and reports.
    let middle = seat_of(&all, account, "邵云帆");
    let report = all.edges.iter().find(|one| one.kind == domain::EdgeKind::ReportsTo && one.to_seat == middle);
    let report = report.unwrap().from_seat;
    let person = all.tenures.iter().find(|one| one.seat == middle).unwrap().person;
    all.people.iter_mut().find(|one| one.id == person).unwrap().no_contact = true;
    let barred: HashSet<String> = all
        .seats
        .iter()
        .filter(|one| one.no_contact)
        .map(|one| one.id.to_string())
        .chain([middle.to_string()])
        .collect();
    assert_eq!(barred.len(), 4);
    let mut app = open_with(folder.path(), &all);
    let save = json!({"view": null, "account": account, "name": "一", "decision": null, "lens": "structure", "as_of": null, "compare": null,
        "filter": [], "folded": [middle, report], "focus": middle, "zoom": null, "centre_x": null, "centre_y": null});
    app::contract::call(&mut app, "save_view", &suite::context(), save).unwrap();
    let room = json!({"account": account, "as_of": DAY, "folded": [], "focus": null});
    let view = app::contract::call(&mut app, "get_room", &presenting(), room).unwrap();
    let text = view.to_string();
    assert!(!text.contains("评标专家") && !text.contains("邵云帆"), "{text}");
    assert!(barred.iter().all(|seat| !text.contains(seat.as_str())), "not even an id");
    let rows = view["outline"].as_array().unwrap();
    assert!(rows.iter().any(|one| one["seat"] == report.to_string()), "who reports to them stays");
    assert_eq!(view["stops"][0]["folded"], json!([report]));
    for format in [MapFormat::Svg, MapFormat::Pdf, MapFormat::Pptx] {
        let wanted = request(account, format, DisplayMode::Presenting, Lens::Structure);
        let file = app::files::write_map(&mut app, &suite::context(), wanted).unwrap();
        let text = heard(folder.path(), &file.name, &file.bytes);
        assert!(!text.contains("评标") && !text.contains("邵云帆"), "{}", file.name);
        let inner = request(account, format, DisplayMode::Internal, Lens::Structure);
        let file = app::files::write_map(&mut app, &suite::context(), inner).unwrap();
        assert!(heard(folder.path(), &file.name, &file.bytes).contains("评标专家"), "{}", file.name);
    }
}

#[test]
fn what_is_asked_for_does_not_change_the_room_safe_file() {
    let folder = tempfile::tempdir().unwrap();
    let (mut app, all) = open(folder.path());
    let account = all.accounts[1].id;
    let plain = request(account, MapFormat::Svg, DisplayMode::Presenting, Lens::Structure);
    let first = app::files::write_map(&mut app, &presenting(), WriteMap { compare: None, ..plain }).unwrap();
    for lens in Lens::ALL {
        // The host's word counts, not the page's.
        let asked = request(account, MapFormat::Svg, DisplayMode::Internal, *lens);
        let decision = all.decisions.iter().find(|one| one.account == account).map(|one| one.id);
        let view = all.saved_views.iter().find(|one| one.account == account).map(|one| one.id);
        let asked = WriteMap { decision, view, ..asked };
        let file = app::files::write_map(&mut app, &presenting(), asked).unwrap();
        assert_eq!((&file.name, &file.bytes), (&first.name, &first.bytes), "{lens:?}");
    }
}

#[test]
fn a_presenting_window_can_ask_for_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let (mut app, all) = open(folder.path());
    let mut refused = 0;
    for name in app::contract::COMMANDS.iter().filter(|one| !app::contract::PRESENTING.contains(one)) {
        let error = app::contract::call(&mut app, name, &presenting(), json!({})).unwrap_err();
        assert_eq!(error.view().code, "not-presenting", "{name}");
        refused += 1;
    }
    assert!(refused > 60, "{refused}");
    assert_eq!(app::contract::PRESENTING, ["get_room", "find_text"]);
    let visit = all.visits[0].id;
    for edition in domain::PaperName::ALL.iter().copied().filter(|one| *one != domain::PaperName::Presenting) {
        let wanted = suite::paper(visit, edition);
        let error = app::files::write_edition(&mut app, &presenting(), wanted).err().unwrap();
        assert_eq!(error.view().code, "not-presenting");
    }
    let wanted = suite::paper(visit, domain::PaperName::Presenting);
    assert!(app::files::write_edition(&mut app, &presenting(), wanted).is_ok());
}
