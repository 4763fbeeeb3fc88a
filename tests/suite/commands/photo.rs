//! Photographs from a chosen file to paper: what is refused, what is kept, who sees it, and how it is gone again.

use std::path::Path;
use std::process::Command;

use app::wire::WriteEdition;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::{Code, PaperFormat, PaperLang, PaperName};
use serde_json::{Value, json};

use super::drawing::*;
use super::{DAY, Desk};

/// The principal of V07 and two of the guests.
const GUESTS: [&str; 3] = ["游承岳", "费思齐", "涂山月"];

/// The papers of V07 with its guests at hand.
struct Sitting {
    desk: Desk,
    visit: Value,
    people: Vec<Value>,
    host: Value,
}

impl Sitting {
    fn new() -> Self {
        Self::of(Desk::new())
    }

    fn of(mut desk: Desk) -> Self {
        let records: Value = serde_json::from_str(&desk.records()).unwrap();
        let visits = records["records"]["visits"].as_array().unwrap();
        let visit = visits.iter().find(|one| one["ref"] == "V07").unwrap();
        let all = records["records"]["people"].as_array().unwrap();
        let person = |name: &str| all.iter().find(|one| one["name_zh"] == name).unwrap()["id"].clone();
        let people = GUESTS.map(person).to_vec();
        let staff = records["records"]["staff"][0]["id"].clone();
        let host = visit["host"].as_str().map_or(staff, |_| visit["host"].clone());
        Self { visit: visit["id"].clone(), people, host, desk }
    }

    fn look(&mut self, name: &str, bytes: &[u8]) -> Value {
        self.desk.ok("look_at_photo", json!({"name": name, "bytes": STANDARD.encode(bytes)}))
    }

    fn refused(&mut self, name: &str, bytes: &[u8]) -> String {
        self.desk.refused("look_at_photo", json!({"name": name, "bytes": STANDARD.encode(bytes)}))
    }

    /// What to keep of a drawing: a request for a guest, to be changed by the caller.
    fn request(&mut self, guest: usize) -> Value {
        let look = self.look("样例.jpg", &jpeg(&quarters(900, 1_200)));
        json!({"token": look["token"], "part": look["part"], "person": self.people[guest], "staff": null,
            "source": "本人提供", "taken_on": null, "consent_on": DAY, "class": "P2"})
    }

    fn keep(&mut self, guest: usize, change: Value) -> String {
        let mut request = self.request(guest);
        request.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        let changed = self.desk.ok("set_photo", request);
        changed["created"].as_str().unwrap().to_owned()
    }

    fn photos(&mut self) -> Vec<Value> {
        let request = json!({"people": self.people, "staff": [self.host]});
        self.desk.ok("get_photos", request)["photos"].as_array().unwrap().clone()
    }

    fn paper(&mut self, edition: PaperName, format: PaperFormat) -> Vec<u8> {
        let visit = serde_json::from_value(self.visit.clone()).unwrap();
        let request = WriteEdition { format, lang: PaperLang::ZhCn, ..suite::paper(visit, edition) };
        app::files::write_edition(&mut self.desk.app, &suite::context(), request).unwrap().bytes
    }

    fn pictures(&mut self, edition: PaperName) -> Vec<[u32; 2]> {
        let bytes = self.paper(edition, PaperFormat::Pdf);
        pictures(&bytes)
    }
}

/// Width and height of every JPEG a PDF holds, as Poppler finds them.
fn pictures(pdf: &[u8]) -> Vec<[u32; 2]> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.pdf");
    std::fs::write(&path, pdf).unwrap();
    let done = Command::new("pdfimages").arg("-list").arg(&path).output().unwrap();
    assert!(done.status.success());
    let text = String::from_utf8_lossy(&done.stdout).into_owned();
    let rows = text.lines().skip(2).map(|line| line.split_whitespace().collect::<Vec<_>>());
    rows.filter(|row| row[8] == "jpeg").map(|row| [row[3].parse().unwrap(), row[4].parse().unwrap()]).collect()
}

const KEPT: [u32; 2] = [480, 640];

#[test]
fn files_that_are_no_photograph_are_refused_and_change_nothing() {
    let mut sitting = Sitting::new();
    let before = sitting.desk.records();
    let good = jpeg(&quarters(300, 400));
    assert_eq!(sitting.refused("a.jpg", b""), "intake-photo-empty");
    assert_eq!(sitting.refused("a.jpg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>"), "intake-photo-not-a-picture");
    assert_eq!(sitting.refused("a.png", &good), "intake-photo-name-differs");
    assert_eq!(sitting.refused("a.jpg", &good[..good.len() / 2]), "intake-photo-damaged");
    assert_eq!(sitting.refused("a.png", &png_that_claims(10_000, 10_000)), "intake-photo-too-many-pixels");
    assert_eq!(sitting.refused("a.png", &png_that_claims(65_535, 65_535)), "intake-photo-too-many-pixels");
    assert_eq!(sitting.refused("a.jpg", &jpeg(&quarters(40, 40))), "intake-photo-too-small");
    assert_eq!(sitting.refused("a.jpg", &vec![0xFF; 31 * 1024 * 1024]), "intake-photo-too-big");
    assert_eq!(sitting.desk.refused("look_at_photo", json!({"name": "a.jpg", "bytes": "***"})), "bad-request");
    assert_eq!(sitting.desk.records(), before);
}

#[test]
fn what_is_noted_of_a_photograph_must_make_sense() {
    let mut sitting = Sitting::new();
    let before = sitting.desk.records();
    let host = sitting.host.clone();
    let cases = [
        (json!({"source": " "}), "photo-source"),
        (json!({"person": null}), "photo-whom"),
        (json!({"staff": host}), "photo-whom"),
        (json!({"class": "P3"}), "photo-class"),
        (json!({"consent_on": "2026-11-21"}), "day-ahead"),
        (json!({"taken_on": "2027-01-01"}), "day-ahead"),
        (json!({"token": "another"}), "photo-gone"),
        (json!({"person": "01890a5d-ac96-774b-bcce-b302099a8057"}), "missing"),
        (json!({"part": {"x": 0, "y": 0, "width": 900, "height": 900}}), "intake-photo-crop"),
        (json!({"part": {"x": 600, "y": 0, "width": 450, "height": 600}}), "intake-photo-crop"),
    ];
    for (change, code) in cases {
        let mut request = sitting.request(0);
        request.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        assert_eq!(sitting.desk.refused("set_photo", request), code, "{change}");
    }
    assert_eq!(sitting.desk.records(), before);
    let request = sitting.request(0);
    sitting.desk.ok("drop_photo", json!({"token": request["token"]}));
    assert_eq!(sitting.desk.refused("set_photo", request), "photo-gone");
    let other = sitting.desk.seat("A01", "阎秀芝");
    sitting.desk.ok("set_no_contact", json!({"seat": other, "no_contact": true}));
    let barred = sitting.desk.inspect(&other)["person"].clone();
    let mut request = sitting.request(0);
    request["person"] = barred;
    assert_eq!(sitting.desk.refused("set_photo", request), "no-contact");
}

#[test]
fn a_photograph_is_kept_shown_replaced_and_taken_back() {
    let mut sitting = Sitting::new();
    assert!(sitting.photos().is_empty());
    let look = sitting.look("held.jpg", &with_exif(&jpeg(&quarters(1_200, 900)), 6));
    assert_eq!((&look["width"], &look["height"]), (&json!(900), &json!(1_200)));
    let mut request = sitting.request(0);
    let look = sitting.look("held.jpg", &with_exif(&jpeg(&quarters(1_200, 900)), 6));
    request["token"] = look["token"].clone();
    let changed = sitting.desk.turned("set_photo", request);
    assert_eq!(changed["areas"], json!(["people", "visits", "staff"]));
    let kept = sitting.photos();
    assert_eq!((kept.len(), &kept[0]["person"], &kept[0]["added_on"]), (1, &sitting.people[0], &json!(DAY)));
    let bytes = STANDARD.decode(kept[0]["image"].as_str().unwrap().split_once(',').unwrap().1).unwrap();
    assert_eq!(corners(&bytes), [BLUE, RED, SAND, GREEN], "upright");
    assert!(!bytes.windows(6).any(|one| one == b"CANARY") && !sitting.desk.records().contains("CANARY"));

    let second = sitting.request(0);
    sitting.desk.turned("set_photo", second);
    let now = sitting.photos();
    assert_eq!(now.len(), 1, "the earlier one went");
    assert_ne!(now[0]["photo"], kept[0]["photo"]);
    sitting.desk.ok("undo", json!({}));
    assert_eq!(sitting.photos(), kept, "undo brings the earlier picture back");

    let photo = kept[0]["photo"].clone();
    let notes =
        json!({"photo": photo, "source": "公司官网", "taken_on": "2026-01-05", "consent_on": null, "class": "P0"});
    sitting.desk.turned("edit_photo", notes);
    assert_eq!(
        (&sitting.photos()[0]["source"], &sitting.photos()[0]["consent_on"]),
        (&json!("公司官网"), &Value::Null)
    );
    sitting.desk.turned("remove_photo", json!({"photo": photo, "for_good": false}));
    assert!(sitting.photos().is_empty());
    assert_eq!(sitting.desk.refused("remove_photo", json!({"photo": photo, "for_good": false})), "missing");

    let host = sitting.host.clone();
    sitting.keep(0, json!({"person": null, "staff": host}));
    assert_eq!(sitting.photos()[0]["staff"], sitting.host);
}

#[test]
fn papers_show_a_photograph_with_permission_and_to_their_own_readers_alone() {
    let mut sitting = Sitting::new();
    for edition in PaperName::ALL {
        assert!(sitting.pictures(*edition).is_empty(), "{edition:?}");
    }
    let photo = sitting.keep(0, json!({"consent_on": null}));
    assert!(sitting.pictures(PaperName::InternalFull).is_empty(), "nobody asked yet");
    let notes = |class: &str| json!({"photo": photo, "source": "本人提供", "taken_on": null, "consent_on": DAY, "class": class});
    sitting.desk.ok("edit_photo", notes("P2"));
    // On the cover and in the profile; a picture that stands twice is in the file once.
    for edition in [PaperName::InternalFull, PaperName::HostCard] {
        let found = sitting.pictures(edition);
        assert!(!found.is_empty() && found.iter().all(|one| *one == KEPT), "{edition:?}: {found:?}");
    }
    let outward = [PaperName::Guest, PaperName::Presenting, PaperName::NamePlates, PaperName::WelcomeBoard];
    for edition in outward.into_iter().chain([PaperName::Crew]) {
        assert!(sitting.pictures(edition).is_empty(), "{edition:?}");
    }
    sitting.desk.ok("edit_photo", notes("P0"));
    assert_eq!(sitting.pictures(PaperName::Crew), [KEPT]);
    for edition in outward {
        assert!(sitting.pictures(edition).is_empty(), "{edition:?} shows none of any class");
    }
}

#[test]
fn another_photograph_is_another_version_of_the_paper() {
    let mut sitting = Sitting::new();
    let version = |sitting: &mut Sitting| {
        let request =
            json!({"visit": sitting.visit, "edition": "host_card", "lang": "zh-CN", "pages": [2], "scale": 1.0});
        let preview = sitting.desk.ok("preview_edition", request);
        (preview["version"].clone(), preview["pages"][0]["image"].clone())
    };
    sitting.keep(0, json!({}));
    sitting.paper(PaperName::HostCard, PaperFormat::Pdf);
    let (first, page) = version(&mut sitting);
    assert_eq!(first, json!(1));
    sitting.keep(0, json!({}));
    let (second, same) = version(&mut sitting);
    assert_eq!((second, same == page), (json!(2), true), "the same drawing, kept anew");
    sitting.desk.ok("undo", json!({}));
    assert_eq!(version(&mut sitting).0, json!(1));
    // The copy that was issued stays; undo goes on beneath it.
    sitting.desk.ok("undo", json!({}));
    assert_ne!(version(&mut sitting).1, page, "the surname in its place");
}

#[test]
fn a_document_holds_the_photograph_and_a_box_for_everybody_else() {
    let mut sitting = Sitting::new();
    sitting.keep(0, json!({}));
    let docx = sitting.paper(PaperName::HostCard, PaperFormat::Docx);
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(&docx)).unwrap();
    let media: Vec<String> =
        zip.file_names().filter(|one| one.starts_with("word/media/r")).map(str::to_owned).collect();
    let photographs = media.iter().filter(|one| one.ends_with(".jpeg")).count();
    assert_eq!(photographs, 1, "the others are drawings: {media:?}");
    let mut links = String::new();
    std::io::Read::read_to_string(&mut zip.by_name("word/_rels/document.xml.rels").unwrap(), &mut links).unwrap();
    assert!(media.iter().all(|one| links.contains(one.trim_start_matches("word/"))), "{links}");
    let pdf = by_office(&docx);
    let found = pictures(&pdf);
    assert!(!found.is_empty(), "LibreOffice shows it");
}

/// The document as LibreOffice prints it.
fn by_office(docx: &[u8]) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.docx");
    std::fs::write(&file, docx).unwrap();
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.path().display());
    let mut command = Command::new("soffice");
    command.args([&profile, "--headless", "--convert-to", "pdf", "--outdir"]).args([folder.path(), &file]);
    assert!(command.output().unwrap().status.success());
    std::fs::read(folder.path().join("a.pdf")).unwrap()
}

#[test]
fn who_gave_permission_is_not_asked_for_it_again() {
    let mut sitting = Sitting::new();
    let asked = |sitting: &mut Sitting| -> Vec<Value> {
        let view = sitting.desk.ok("get_questions", json!({"visit": sitting.visit}));
        let row = view["rows"].as_array().unwrap().iter().find(|one| one["subject"] == "photo").unwrap();
        row["people"].as_array().unwrap().clone()
    };
    let all = asked(&mut sitting);
    assert_eq!((all.len(), &all[0]), (suite::GUESTS.len(), &sitting.people[0]));
    sitting.keep(0, json!({}));
    assert_eq!(asked(&mut sitting), all[1..]);
}

#[test]
fn a_workspace_moves_with_its_photographs() {
    let mut sitting = Sitting::new();
    sitting.keep(0, json!({}));
    let host = sitting.host.clone();
    sitting.keep(0, json!({"person": null, "staff": host}));
    let (photos, records) = (sitting.photos(), sitting.desk.records());
    assert_eq!(photos.len(), 2);
    let mut other = Sitting::of(Desk::holding(&records));
    assert_eq!(other.photos(), photos);
    assert_eq!(other.desk.records(), records);
    let mut file: Value = serde_json::from_str(&records).unwrap();
    file["pictures"][0]["jpeg"] = json!(STANDARD.encode(with_exif(&jpeg(&quarters(480, 640)), 1)));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("records.json");
    std::fs::write(&path, file.to_string()).unwrap();
    let refused = app::files::look_at_import(&mut other.desk.app, &suite::context(), &path).err().unwrap().view();
    assert_eq!((refused.code.as_str(), refused.params["path"].as_str()), ("intake-invalid-record", "pictures[0].jpeg"));
}

#[test]
fn removed_for_good_it_is_nowhere_in_the_file() {
    let mut sitting = Sitting::new();
    let photo = sitting.keep(0, json!({}));
    sitting.keep(1, json!({}));
    let image = sitting.photos()[0]["image"].as_str().unwrap().to_owned();
    let jpeg = STANDARD.decode(image.split_once(',').unwrap().1).unwrap();
    // A stretch of coded pixels that both drawings share, so look for the record's own identity as well.
    let identity = photo.parse::<uuid::Uuid>().unwrap();
    let folder = sitting.desk._folder.path().to_owned();
    assert!(found(&folder, identity.as_bytes()) && found(&folder, &jpeg[jpeg.len() - 40..]));
    for one in sitting.photos() {
        sitting.desk.ok("remove_photo", json!({"photo": one["photo"], "for_good": true}));
    }
    assert!(sitting.photos().is_empty());
    assert_eq!(sitting.desk.refused("undo", json!({})), "nothing-to-undo");
    sitting.desk.app.close();
    assert!(!found(&folder, &jpeg[jpeg.len() - 40..]) && !found(&folder, identity.as_bytes()));
}

fn found(folder: &Path, bytes: &[u8]) -> bool {
    let files = std::fs::read_dir(folder).unwrap().flatten().filter(|one| one.path().is_file());
    files.map(|one| std::fs::read(one.path()).unwrap()).any(|all| all.windows(bytes.len()).any(|one| one == bytes))
}
