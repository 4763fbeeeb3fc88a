//! Copies that left the desk: numbers that never return, and a guest erased after the briefing was made.

use app::wire::WriteEdition;
use domain::{Code, PaperFormat, PaperLang, PaperName, PersonStatus, VisitId};
use serde_json::{Value, json};

use super::Desk;
use super::canary::{open_with, sample};

fn copies(desk: &mut app::App, visit: VisitId) -> Vec<(u64, u64)> {
    let plan = suite::call(desk, "get_plan", json!({ "visit": visit })).unwrap();
    let number = |one: &Value, key: &str| one[key].as_u64().unwrap();
    let mut found: Vec<(u64, u64)> = plan["issued_copies"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (number(one, "version"), number(one, "number")))
        .collect();
    found.sort_unstable();
    found
}

fn visit_of(name: &str) -> VisitId {
    sample().visits.iter().find(|one| one.r#ref.as_deref() == Some(name)).unwrap().id
}

fn text_of(file: &[u8]) -> String {
    let mut parts = zip::ZipArchive::new(std::io::Cursor::new(file)).unwrap();
    let mut text = String::new();
    for at in 0..parts.len() {
        let mut part = parts.by_index(at).unwrap();
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut part, &mut bytes).unwrap();
        text.push_str(&String::from_utf8_lossy(&bytes));
    }
    text
}

fn as_docx(visit: VisitId, edition: PaperName) -> WriteEdition {
    WriteEdition { format: PaperFormat::Docx, ..suite::paper(visit, edition) }
}

#[test]
fn the_number_of_a_copy_never_returns() {
    let mut desk = Desk::new();
    let visit = visit_of("V07");
    let chosen = desk.visit("V07");
    let limit = |desk: &mut Desk| desk.ok("get_plan", json!({"visit": chosen}))["visit"]["budget_limit"].clone();
    let before = limit(&mut desk);
    desk.ok("set_budget", json!({"visit": chosen, "limit": 8123.0}));
    app::files::write_edition(&mut desk.app, &suite::context(), as_docx(visit, PaperName::Crew)).unwrap();
    // Undo passes the copy by and takes back what was done before it.
    desk.ok("undo", json!({}));
    assert_eq!(limit(&mut desk), before);
    assert_eq!(copies(&mut desk.app, visit), [(1, 1)]);
    assert_eq!(desk.refused("undo", json!({})), "nothing-to-undo");
    app::files::write_edition(&mut desk.app, &suite::context(), as_docx(visit, PaperName::Crew)).unwrap();
    assert_eq!(copies(&mut desk.app, visit), [(1, 1), (1, 2)]);
}

#[test]
fn two_copies_made_at_once_have_two_numbers() {
    let mut desk = Desk::new();
    let visit = visit_of("V07");
    let folder = tempfile::tempdir().unwrap();
    let prepare = |desk: &mut Desk| {
        app::files::prepare_edition(&mut desk.app, &suite::context(), as_docx(visit, PaperName::Crew)).unwrap()
    };
    let (one, two) = (prepare(&mut desk), prepare(&mut desk));
    let paths = ["one.docx", "two.docx"].map(|name| folder.path().join(name));
    app::files::issue_to(&mut desk.app, &suite::context(), &two, &paths[1]).unwrap();
    app::files::issue_to(&mut desk.app, &suite::context(), &one, &paths[0]).unwrap();
    assert_eq!(copies(&mut desk.app, visit), [(1, 1), (1, 2)]);
    let told = paths.map(|path| text_of(&std::fs::read(path).unwrap()));
    assert!(told[1].contains("份号 001") && told[0].contains("份号 002") && !told[0].contains("份号 001"));
    // What could not be saved is not counted.
    let nowhere = folder.path().join("no such folder").join("x.docx");
    let refused = app::files::issue_to(&mut desk.app, &suite::context(), &one, &nowhere).unwrap_err();
    assert_eq!(refused.view().code, "file");
    assert_eq!(copies(&mut desk.app, visit).len(), 2);
}

#[test]
fn a_contingency_taken_from_the_list_speaks_the_language_of_the_paper() {
    let mut desk = Desk::new();
    let (visit, chosen) = (visit_of("V06"), desk.visit("V06"));
    let offered = desk.ok("propose_lines", json!({"visit": chosen, "kind": "contingency"}))["lines"].clone();
    let late = offered.as_array().unwrap().iter().find(|one| one["line"]["key"] == "late").unwrap().clone();
    desk.ok("put_lines", json!({"lines": [late], "new": true}));
    let own = json!({"key": "power", "trigger": null, "action": "样例自拟措施", "position": 0});
    desk.put("contingency", &chosen, own);
    for (lang, said, unsaid) in [
        (PaperLang::ZhCn, ["来宾晚点", "压缩参观"], "Guests arrive late"),
        (PaperLang::En, ["Guests arrive late", "Shorten the tour"], "来宾晚点"),
    ] {
        for edition in [PaperName::InternalFull, PaperName::Crew] {
            let request = WriteEdition { lang, ..as_docx(visit, edition) };
            let text = text_of(&app::files::write_edition(&mut desk.app, &suite::context(), request).unwrap().bytes);
            assert!(said.iter().all(|one| text.contains(one)) && !text.contains(unsaid), "{edition:?} {lang:?}");
            assert!(text.contains("样例自拟措施"), "own words stand as typed");
        }
    }
}

#[test]
fn a_guest_erased_after_the_briefing_is_in_no_later_paper_and_the_copies_are_known() {
    let folder = tempfile::tempdir().unwrap();
    let records = sample();
    let visit = visit_of("V07");
    let person = records.people.iter().find(|one| one.name_zh.as_deref() == Some("涂山月")).unwrap().clone();
    let mut app = open_with(folder.path(), &records);
    let before =
        app::files::write_edition(&mut app, &suite::context(), as_docx(visit, PaperName::InternalFull)).unwrap();
    assert!(text_of(&before.bytes).contains("涂山月"));
    app.close();
    erase(&folder.path().join("canary.dianke"), &person);
    app.open(&folder.path().join("canary.dianke")).unwrap();
    for edition in domain::PaperName::ALL.iter().copied() {
        let file = app::files::write_edition(&mut app, &suite::context(), as_docx(visit, edition)).unwrap();
        let text = text_of(&file.bytes);
        assert!(!text.contains("涂山月") && !file.name.contains("涂山月"), "{edition:?}");
        assert_eq!(
            text.contains("已删除联系人"),
            edition == PaperName::InternalFull,
            "{edition:?}: the place stays, within the house"
        );
    }
    let plan = suite::call(&mut app, "get_plan", json!({ "visit": visit })).unwrap();
    let internal: Vec<&Value> =
        plan["issued_copies"].as_array().unwrap().iter().filter(|one| one["edition"] == "internal_full").collect();
    assert_eq!(internal.len(), 2, "the copy that names the erased is on the list of those to call back");
    let version = |at: usize| internal[at]["version"].as_u64().unwrap();
    assert_eq!(
        (version(0).min(version(1)), version(0).max(version(1))),
        (1, 2),
        "the paper without them is a version of its own"
    );
    let view = suite::call(&mut app, "get_visit", json!({ "visit": visit })).unwrap();
    let row = view["guests"].as_array().unwrap().iter().find(|one| one["person"] == json!(person.id)).unwrap();
    assert_eq!(row["name"], "联系人已删除");
    assert!(!view.to_string().contains("涂山月") && !plan.to_string().contains("涂山月"));
    let again = json!({"visit": visit, "people": [person.id]});
    assert_eq!(suite::call(&mut app, "set_guests", again).unwrap_err().view().code, "missing");
}

/// What erasing leaves of a person (F.4): the seat and the place among the guests, no name, tie or fact.
fn erase(path: &std::path::Path, person: &domain::Person) {
    let mut store = store::Store::open(path).unwrap();
    let step = store::Step {
        id: uuid::Uuid::now_v7(),
        op: "erase",
        params: Value::Null,
        at: "2026-11-20T00:00:00Z".into(),
        actor: "test".into(),
    };
    let forget = ["person", "fact", "tie", "stance"];
    let done = store.transact_for_good::<_, store::StoreError>(step, &forget, |tx| {
        for fact in tx.list_by::<domain::Fact>("person", person.id)? {
            tx.remove::<domain::Fact>(fact.id)?;
        }
        for tie in tx.list_by::<domain::TieReading>("person", person.id)? {
            tx.remove::<domain::TieReading>(tie.id)?;
        }
        for stance in tx.list_by::<domain::StanceReading>("person", person.id)? {
            tx.remove::<domain::StanceReading>(stance.id)?;
        }
        tx.put(&domain::Person {
            status: PersonStatus::Erased,
            erased_on: Some(suite::sample_day()),
            ..domain::Person::bare(person.id)
        })
    });
    done.unwrap();
    store.close().unwrap();
}
