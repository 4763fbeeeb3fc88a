//! What the papers of a visit say and what they cannot say: every text of every record is a word of its own, and each
//! edition, in each language, may hold only the words its allow-list names.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use app::App;
use app::wire::WriteEdition;
use domain::{Code, PaperName};
use domain::{PaperFormat, PaperLang, Snapshot, VisitId};
use serde_json::{Value, json};

use super::DAY;
use super::canary::{TEXTS, is_code, open_with};

const WORD: &str = "Qzx";
/// Texts of planned lines that may be empty in the sample; each gets a word.
const PLANNED: &[&str] = &[
    "guest_title_zh",
    "guest_title_en",
    "place_zh",
    "place_en",
    "title_zh",
    "title_en",
    "function_zh",
    "function_en",
    "trigger",
    "action",
    "meeting_point",
    "number",
    "hotel_zh",
    "hotel_en",
    "room_kind",
    "funding",
    "name",
    "driver",
    "plate",
];
/// Lists whose empty texts are filled too.
const PLAN: &[&str] = &[
    "agenda_items",
    "vehicles",
    "travel_legs",
    "lodgings",
    "meals",
    "tour_stops",
    "visit_contacts",
    "contingencies",
    "cost_lines",
];

/// Where a word was put.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    list: String,
    at: usize,
    key: String,
}

/// The sample with a word of its own in every text.
struct Words {
    places: Vec<Place>,
    file: Value,
}

impl Words {
    fn put() -> Self {
        let text = std::fs::read_to_string(suite::sample("workspace.json")).unwrap();
        let mut file: Value = serde_json::from_str(&text).unwrap();
        let mut places = Vec::new();
        let mut records = file["records"].take();
        for (list, rows) in records.as_object_mut().unwrap() {
            for (at, row) in rows.as_array_mut().unwrap().iter_mut().enumerate() {
                fill(&mut places, list, at, "", row);
            }
        }
        Self { places, file: records }
    }
    fn record(&self, place: &Place) -> &Value {
        &self.file[&place.list][place.at]
    }
    fn snapshot(&self) -> Snapshot {
        serde_json::from_value(self.file.clone()).unwrap()
    }
    /// The places whose words are heard in a text, however its lines are broken.
    fn heard(&self, text: &str) -> BTreeSet<Place> {
        let plain: String = text.chars().filter(|one| !one.is_whitespace() && *one != '\u{200b}').collect();
        let parts = plain.split(WORD).skip(1);
        let number = |part: &str| part.split_once('w').and_then(|(number, _)| number.parse::<usize>().ok());
        parts
            .map(|part| self.places[number(part).unwrap_or_else(|| panic!("a broken word: {part:.20}"))].clone())
            .collect()
    }
}

fn fill(places: &mut Vec<Place>, list: &str, at: usize, key: &str, value: &mut Value) {
    let mut word = || {
        places.push(Place { list: list.into(), at, key: key.into() });
        json!(format!("{WORD}{}w", places.len() - 1))
    };
    match value {
        Value::Object(map) => map.iter_mut().for_each(|(key, one)| fill(places, list, at, key, one)),
        Value::Array(all) => all.iter_mut().for_each(|one| fill(places, list, at, key, one)),
        Value::Null
            if (TEXTS.contains(&key) && !is_code(list, key)) || (PLAN.contains(&list) && PLANNED.contains(&key)) =>
        {
            *value = word()
        }
        Value::String(text) => {
            let fixed = text.parse::<domain::Day>().is_ok()
                || text.parse::<domain::Clock>().is_ok()
                || uuid::Uuid::parse_str(text).is_ok();
            let code = is_code(list, key) || key == "interpreter" || (key == "ref" && list == "visits");
            if !fixed && !code {
                *value = word();
            }
        }
        _ => {}
    }
}

/// What an edition may say: list, keys, and which records of the list.
type Allowed = (&'static str, &'static [&'static str], fn(&Value) -> bool);

fn all(_: &Value) -> bool {
    true
}
fn for_guests(one: &Value) -> bool {
    one["for_guests"] == true
}
fn on_card(one: &Value) -> bool {
    one["on_card"] == true && one["kind"] != "speech"
}
fn is_diet(one: &Value) -> bool {
    one["kind"] == "diet"
}
fn is_ask(one: &Value) -> bool {
    one["kind"] == "ask"
}
fn is_sign(one: &Value) -> bool {
    one["kind"] == "signboard"
}
fn for_handbook(one: &Value) -> bool {
    ["welcome", "hotel", "weather", "dress", "wifi"].contains(&one["kind"].as_str().unwrap())
}
fn for_crew(one: &Value) -> bool {
    let kinds = ["dress", "weather", "signboard", "hotel", "venue", "wifi", "security", "interpreter"];
    kinds.contains(&one["kind"].as_str().unwrap())
}

const NAMES: &[&str] = &["name_zh", "name_en"];
const TITLES: &[&str] = &["title_zh", "title_en"];
const BOTH: &[&str] = &["name_zh", "name_en", "title_zh", "title_en"];
const SAID: &[&str] = &["text_zh", "text_en"];
const GUESTS_DAY: &[&str] = &["guest_title_zh", "guest_title_en", "place_zh", "place_en"];

fn allowed(edition: PaperName) -> Vec<Allowed> {
    let heading: [Allowed; 2] = [("accounts", NAMES, all), ("companies", NAMES, all)];
    let met: [Allowed; 3] = [("people", NAMES, all), ("seats", TITLES, all), ("staff", BOTH, all)];
    let place: Allowed = ("visits", &["place"], all);
    let day: Allowed = ("agenda_items", GUESTS_DAY, for_guests);
    let own: &[Allowed] = match edition {
        PaperName::InternalFull => &[],
        PaperName::Presenting => &[place, day],
        PaperName::NamePlates => &[],
        PaperName::WelcomeBoard => &[("visit_texts", SAID, is_sign)],
        PaperName::Guest => &[
            place,
            day,
            ("visit_texts", SAID, for_handbook),
            ("tour_stops", TITLES, all),
            ("vehicles", &["name", "plate"], all),
            ("lodgings", &["hotel_zh", "hotel_en"], all),
            ("visit_contacts", &["function_zh", "function_en", "name", "phone"], for_guests),
        ],
        PaperName::HostCard => &[
            ("people", &["pronunciation", "address_zh", "address_en"], all),
            ("agenda_items", &["title_zh", "title_en", "place_zh", "place_en"], all),
            ("visit_texts", SAID, is_ask),
            ("talking_points", &["text", "answer"], on_card),
            ("visit_duties", &["phone"], all),
            ("seating_plans", &["name", "named"], all),
        ],
        PaperName::Crew => &[
            ("people", &["pronunciation", "address_zh", "address_en"], all),
            ("agenda_items", &["title_zh", "title_en", "place_zh", "place_en", "material"], all),
            ("vehicles", &["name", "plate", "driver", "driver_phone", "route", "named"], all),
            ("travel_legs", &["number", "place_zh", "place_en", "meeting_point", "note"], all),
            ("lodgings", &["hotel_zh", "hotel_en", "room_kind"], all),
            ("meals", &["place_zh", "place_en", "menu", "toast"], all),
            ("facts", &["value"], is_diet),
            ("tour_stops", &["title_zh", "title_en", "gear"], all),
            ("visit_texts", SAID, for_crew),
            ("visit_duties", &["phone"], all),
            ("visit_contacts", &["function_zh", "function_en", "name", "phone"], all),
            ("contingencies", &["trigger", "action"], all),
            ("checklist_items", &["text"], all),
            ("seating_plans", &["name", "named"], all),
        ],
    };
    heading.into_iter().chain(met).chain(own.iter().copied()).collect()
}

/// What each edition must be heard to say, so that the test can fail.
fn expected(edition: PaperName) -> &'static [(&'static str, &'static str)] {
    match edition {
        PaperName::InternalFull => &[("facts", "value"), ("facts", "source"), ("people", "name_zh")],
        PaperName::HostCard => &[("talking_points", "text"), ("people", "pronunciation"), ("visit_duties", "phone")],
        PaperName::Crew => {
            &[("facts", "value"), ("vehicles", "driver_phone"), ("agenda_items", "material"), ("meals", "menu")]
        }
        PaperName::Guest => {
            &[("agenda_items", "guest_title_zh"), ("visit_contacts", "phone"), ("visit_texts", "text_zh")]
        }
        PaperName::Presenting => &[("agenda_items", "guest_title_zh"), ("seats", "title_zh"), ("staff", "name_zh")],
        PaperName::NamePlates => &[("people", "name_zh"), ("staff", "name_zh")],
        PaperName::WelcomeBoard => &[("visit_texts", "text_zh")],
    }
}

fn visit_of(all: &Snapshot, name: &str) -> VisitId {
    all.visits.iter().find(|one| one.r#ref.as_deref() == Some(name)).unwrap().id
}

/// The name of a copy and all text of it, as other programs read it.
fn written(app: &mut App, folder: &Path, request: WriteEdition) -> (String, String) {
    let format = request.format;
    let file = app::files::write_edition(app, &suite::context(), request).unwrap();
    let text = match format {
        PaperFormat::Pdf => pdf_text(folder, &file.bytes),
        PaperFormat::Docx => docx_text(&file.bytes),
    };
    (file.name.clone(), format!("{}\n{text}", file.name))
}

fn pdf_text(folder: &Path, bytes: &[u8]) -> String {
    let path = folder.join("paper.pdf");
    std::fs::write(&path, bytes).unwrap();
    let read = |program: &str, arguments: &[&str]| {
        let mut command = Command::new(program);
        let done = command.args(arguments).arg(&path).args((program == "pdftotext").then_some("-")).output().unwrap();
        assert!(done.status.success(), "{program}");
        String::from_utf8_lossy(&done.stdout).into_owned()
    };
    read("pdftotext", &["-raw"]) + &read("pdfinfo", &[])
}

/// The names of all parts, and what stands between the marks of those that are XML: text, attributes and all.
pub(super) fn docx_text(bytes: &[u8]) -> String {
    let mut file = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut all = String::new();
    for at in 0..file.len() {
        let mut part = file.by_index(at).unwrap();
        all.push_str(part.name());
        let mut inside = Vec::new();
        std::io::Read::read_to_end(&mut part, &mut inside).unwrap();
        let text = String::from_utf8_lossy(&inside);
        // A word may be cut into several runs, so the text is read both with its marks and without.
        all.push_str(&text);
        let mut shown = true;
        all.extend(text.chars().filter(|letter| {
            let was = shown;
            shown = match letter {
                '<' => false,
                '>' => true,
                _ => shown,
            };
            was && shown && *letter != '>'
        }));
    }
    all
}

#[test]
fn an_edition_says_only_what_its_list_allows() {
    let words = Words::put();
    assert!(words.places.len() > 1_500, "{}", words.places.len());
    let folder = tempfile::tempdir().unwrap();
    let records = words.snapshot();
    let mut app = open_with(folder.path(), &records);
    for visit in ["V07", "V04"].map(|name| visit_of(&records, name)) {
        for edition in PaperName::ALL.iter().copied() {
            let lists = allowed(edition);
            let may = |place: &Place| {
                let fits = |(list, keys, which): &Allowed| {
                    *list == place.list && keys.contains(&place.key.as_str()) && which(words.record(place))
                };
                edition == PaperName::InternalFull || lists.iter().any(fits)
            };
            let langs = [PaperLang::ZhCn, PaperLang::En, PaperLang::Both];
            let formats = [PaperFormat::Pdf, PaperFormat::Docx];
            for (lang, format) in langs.into_iter().flat_map(|lang| formats.map(|format| (lang, format))) {
                let holder = Some("样例".into());
                let request = WriteEdition { lang, format, holder, ..suite::paper(visit, edition) };
                let (name, text) = written(&mut app, folder.path(), request);
                let heard = words.heard(&text);
                let leaked: Vec<&Place> = heard.iter().filter(|one| !may(one)).collect();
                assert!(leaked.is_empty(), "{edition:?} {lang:?} {name}: {leaked:?}");
                let says = |(list, key): &(&str, &str)| {
                    let either = key.replace("_zh", "_en");
                    heard.iter().any(|one| one.list == *list && (one.key == *key || one.key == either))
                };
                let silent: Vec<_> = expected(edition).iter().filter(|one| !says(one)).collect();
                assert!(silent.is_empty(), "{edition:?} {lang:?} does not say {silent:?}");
            }
        }
    }
}

#[test]
fn who_nobody_may_approach_and_who_was_erased_are_in_no_outward_edition() {
    let folder = tempfile::tempdir().unwrap();
    let mut records = super::canary::sample();
    let visit = visit_of(&records, "V07");
    let named = |records: &Snapshot, name: &str| {
        records.people.iter().position(|one| one.name_zh.as_deref() == Some(name)).unwrap()
    };
    let (barred, erased) = (named(&records, "费思齐"), named(&records, "涂山月"));
    records.people[barred].no_contact = true;
    records.people[erased].status = domain::PersonStatus::Erased;
    let mut app = open_with(folder.path(), &records);
    for edition in PaperName::ALL.iter().copied().filter(|one| *one != PaperName::InternalFull) {
        for lang in [PaperLang::ZhCn, PaperLang::Both] {
            let (name, text) = written(&mut app, folder.path(), WriteEdition { lang, ..suite::paper(visit, edition) });
            let plain: String = text.chars().filter(|one| !one.is_whitespace()).collect();
            // What somebody typed into a free text is theirs to take out; the case of the sample names one of them.
            let told = if edition == PaperName::Crew { 1 } else { 0 };
            assert_eq!(plain.matches("费思齐").count(), told, "{name}");
            assert!(!plain.contains("涂山月") && !plain.contains("已删除联系人"), "{name}");
            if edition != PaperName::WelcomeBoard && edition != PaperName::HostCard {
                assert!(plain.contains("蔺守信"), "{name}: the others are there");
            }
        }
    }
}

#[test]
fn copies_are_counted_and_a_new_content_is_a_new_version() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = suite::sample_app(folder.path()).unwrap();
    let visit = visit_of(&super::canary::sample(), "V07");
    let request =
        || WriteEdition { holder: Some("样例一".into()), copies: Some(6), ..suite::paper(visit, PaperName::Crew) };
    let (name, text) = written(&mut app, folder.path(), request());
    assert!(
        text.contains("001/006") && text.contains("样例一") && text.contains("草案") && text.contains("2026‑12‑11"),
        "{text}"
    );
    assert!(name.contains("保障组版") && name.ends_with(".pdf"), "{name}");
    // Another language of the same content is the same version; the count goes on.
    written(&mut app, folder.path(), WriteEdition { lang: PaperLang::En, ..request() });
    let plan = |app: &mut App| suite::call(app, "get_plan", json!({"visit": visit})).unwrap();
    let mut line = plan(&mut app)["vehicles"][0].clone();
    line["driver"] = json!("样例");
    suite::call(&mut app, "put_line", json!({"kind": "vehicle", "line": line})).unwrap();
    written(&mut app, folder.path(), request());
    written(&mut app, folder.path(), suite::paper(visit, PaperName::Guest));
    let copies = plan(&mut app)["issued_copies"].clone();
    let mut counted: Vec<(String, u64, u64)> = copies
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            (one["edition"].as_str().unwrap().into(), one["version"].as_u64().unwrap(), one["number"].as_u64().unwrap())
        })
        .collect();
    counted.sort();
    let crew = |version, number| ("crew".to_owned(), version, number);
    assert_eq!(counted, [crew(1, 1), crew(1, 2), crew(2, 3), ("guest".to_owned(), 1, 1)]);
    assert!(copies.as_array().unwrap().iter().all(|one| one["expires_on"] == "2026-12-11"));
}

#[test]
fn pages_can_be_looked_at_and_an_edit_shows() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = suite::sample_app(folder.path()).unwrap();
    let visit = visit_of(&super::canary::sample(), "V07");
    let ask = |pages: &[u32]| json!({"visit": visit, "edition": "guest", "lang": "zh-CN", "pages": pages});
    let seen = suite::call(&mut app, "preview_edition", ask(&[1, 3])).unwrap();
    assert_eq!(seen["count"].as_u64().unwrap() % 4, 0, "a booklet closes on a multiple of four");
    assert_eq!(seen["draft"].as_array().unwrap().len(), 3, "{}", seen["draft"]);
    assert!(seen["absent"].as_array().unwrap().len() > 3);
    let page = |seen: &Value| seen["pages"][1]["image"].as_str().unwrap().to_owned();
    let before = page(&seen);
    assert!(before.starts_with("data:image/png;base64,iVBORw0KGgo"));
    assert_eq!(page(&suite::call(&mut app, "preview_edition", ask(&[1, 3])).unwrap()), before);
    let mut line = suite::call(&mut app, "get_plan", json!({"visit": visit})).unwrap()["agenda_items"][0].clone();
    line["guest_title_zh"] = json!("接站与前往");
    suite::call(&mut app, "put_line", json!({"kind": "agenda_item", "line": line})).unwrap();
    assert_ne!(page(&suite::call(&mut app, "preview_edition", ask(&[1, 3])).unwrap()), before);
    let refused = suite::call(&mut app, "preview_edition", ask(&[99])).unwrap_err();
    assert_eq!(refused.view().code, "export-no_page");
}

#[test]
fn guests_get_a_calendar_of_their_own_lines() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = folder.path().join("w.dianke").to_string_lossy().into_owned();
    let out = folder.path().join("a.ics").to_string_lossy().into_owned();
    assert!(suite::dianke(&["new", &workspace, "--sample"]).unwrap().status.success());
    let written = |extra: &[&str]| {
        let arguments = [&["agenda", &workspace, "--visit", "V07", "--out", &out, "--as-of", DAY][..], extra].concat();
        let done = suite::dianke(&arguments).unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        std::fs::read_to_string(&out).unwrap().replace("\r\n ", "")
    };
    let (all, guests) = (written(&[]), written(&["--guests"]));
    assert!(all.contains("SUMMARY:大堂迎接（门内，不设仪式）") && !guests.contains("不设仪式"));
    assert!(guests.contains("SUMMARY:大堂迎接\r\n") && guests.contains("DTSTART;TZID=Asia/Shanghai:20261204T092500"));
    let uids =
        |text: &str| text.lines().filter(|one| one.starts_with("UID:")).map(str::to_owned).collect::<BTreeSet<_>>();
    assert!(uids(&guests).is_subset(&uids(&all)), "the same event has the same identity");
    assert_eq!(uids(&written(&["--guests"])), uids(&guests));
}

#[test]
fn every_paper_is_written_from_the_command_line() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = folder.path().join("w.dianke").to_string_lossy().into_owned();
    assert!(suite::dianke(&["new", &workspace, "--sample"]).unwrap().status.success());
    for edition in PaperName::ALL.iter().copied() {
        let out = folder.path().join("paper.pdf").to_string_lossy().into_owned();
        let asked = ["brief", &workspace, "--visit", "V04", "--edition", edition.code(), "--out", &out, "--as-of", DAY];
        let done =
            Command::new(suite::program("dianke").unwrap()).args(["--lang", "both"]).args(asked).output().unwrap();
        let said = String::from_utf8_lossy(&done.stderr).into_owned();
        assert!(done.status.success(), "{edition:?}: {said}");
        assert!(said.contains("脱敏检查未做"), "{said}");
        assert!(std::fs::read(&out).unwrap().starts_with(b"%PDF"));
        let asked = [&asked[..], &["--format", "docx"]].concat();
        assert!(suite::dianke(&asked).unwrap().status.success(), "{edition:?}");
        assert!(std::fs::read(&out).unwrap().starts_with(b"PK"));
    }
}
