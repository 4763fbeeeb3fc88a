//! 540 files that something has damaged, thrown at the main process: workbooks, separated text, cards, calendars,
//! interchange, decks. Each ends in a result or in a message within ten seconds, the main process lives on, and the
//! workspace is what it was, in what it says and in every byte on the disk. The damage is drawn from a fixed seed: the same
//! files every time.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a failing expectation is what a test is for")]

use std::path::Path;
use std::time::{Duration, Instant};

use app::{App, files};
use suite::{root, sample};

const AT_MOST: Duration = Duration::from_secs(10);

/// Numbers that look drawn and are the same in every run (splitmix64).
struct Drawn(u64);

impl Drawn {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut one = self.0;
        one = (one ^ (one >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        one = (one ^ (one >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        one ^ (one >> 31)
    }

    fn below(&mut self, most: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(most.max(1)).unwrap()).unwrap()
    }
}

/// Whole files of each kind, with the endings of their names.
fn seeds() -> Vec<(&'static str, Vec<u8>)> {
    let cards = |name: &str| std::fs::read(root().join("crates/intake/tests/files/vcard").join(name)).unwrap();
    let calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a@example.com\r\nDTSTART;TZID=Asia/Shanghai:20261102T100000\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY;COUNT=9\r\nSUMMARY:周会\r\nATTENDEE;CN=\"样例一\":mailto:a@example.com\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    vec![
        ("xlsx", std::fs::read(sample("people.xlsx")).unwrap()),
        ("csv", std::fs::read(sample("people.csv")).unwrap()),
        ("vcf", cards("outlook.vcf")),
        ("vcf", cards("iphone.vcf")),
        ("vcf", cards("android.vcf")),
        ("vcf", cards("public/outlook-2007.vcf")),
        ("vcf", cards("public/windows-contacts-de.vcf")),
        ("json", intake::interchange::write(&small(), &[]).into_bytes()),
        ("ics", calendar.as_bytes().to_vec()),
        ("pptx", std::fs::read(root().join("crates/intake/tests/files/own.pptx")).unwrap()),
    ]
}

/// A workspace of one account: the sample's own text is large, and most of its damage would be the same.
fn small() -> domain::Snapshot {
    let whole = intake::interchange::read(&std::fs::read_to_string(sample("workspace.json")).unwrap()).unwrap().records;
    domain::Snapshot { companies: whole.companies, policies: whole.policies, ..domain::Snapshot::default() }
}

/// The parts of a workbook, one of them damaged inside, packed again: damage to the packed bytes ends at the checksum.
fn inside(book: &[u8], drawn: &mut Drawn) -> Vec<u8> {
    use std::io::{Cursor, Read, Write};
    let mut zip = zip::ZipArchive::new(Cursor::new(book)).unwrap();
    let chosen = drawn.below(zip.len());
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..zip.len() {
        let mut entry = zip.by_index(at).unwrap();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        if at == chosen {
            damage(&mut bytes, drawn);
        }
        out.start_file(entry.name(), zip::write::SimpleFileOptions::default()).unwrap();
        out.write_all(&bytes).unwrap();
    }
    out.finish().unwrap().into_inner()
}

/// Flipped bits, other bytes, pieces gone, doubled, moved, and ends cut off.
fn damage(bytes: &mut Vec<u8>, drawn: &mut Drawn) {
    for _ in 0..=drawn.below(8) {
        if bytes.is_empty() {
            return;
        }
        let at = drawn.below(bytes.len());
        let to = (at + 1 + drawn.below(64)).min(bytes.len());
        match drawn.below(6) {
            0 => bytes[at] ^= 1 << drawn.below(8),
            1 => bytes[at] = drawn.next().to_le_bytes()[0],
            2 => drop(bytes.drain(at..to)),
            3 => {
                let piece = bytes[at..to].to_vec();
                bytes.splice(at..at, piece);
            }
            4 => {
                let piece: Vec<u8> = bytes.drain(at..to).collect();
                let there = drawn.below(bytes.len() + 1);
                bytes.splice(there..there, piece);
            }
            _ => bytes.truncate(bytes.len() - drawn.below(bytes.len() / 4 + 1)),
        }
    }
}

/// What the main process answers: the message of a refusal, or nothing.
fn answer(app: &mut App, end: &str, file: &Path, bytes: &[u8]) -> Result<(), String> {
    let told = |app: &App, error: app::Error| app.words().error(domain::Lang::ZhCn, &error.view());
    if end == "ics" {
        let text = String::from_utf8_lossy(bytes).into_owned();
        let read = suite::call(app, "read_calendar", serde_json::json!({"text": text}));
        return read.map(drop).map_err(|error| told(app, error));
    }
    std::fs::write(file, bytes).unwrap();
    if end == "pptx" {
        return files::set_template(app, file).map(drop).map_err(|error| told(app, error));
    }
    let view = files::look_at_import(app, &suite::context(), file).map_err(|error| told(app, error))?;
    suite::call(app, "drop_import", serde_json::json!({"token": view.token})).unwrap();
    Ok(())
}

/// The workspace as it lies on the disk, with what the database keeps beside it.
fn on_disk(folder: &Path) -> Vec<Option<Vec<u8>>> {
    ["sample.dianke", "sample.dianke-wal"].map(|one| std::fs::read(folder.join(one)).ok()).to_vec()
}

/// Throws `count` files of these kinds at one application.
fn throw(kinds: &[&str], count: usize, seed: u64) {
    let folder = tempfile::tempdir().unwrap();
    let mut app = suite::sample_app(folder.path()).unwrap();
    let before = files::export_workspace(&mut app).unwrap().bytes;
    let bytes_before = on_disk(folder.path());
    assert!(bytes_before[0].as_ref().is_some_and(|one| !one.is_empty()));
    let seeds: Vec<_> = seeds().into_iter().filter(|one| kinds.contains(&one.0)).collect();
    let mut drawn = Drawn(seed);
    let (mut refused, mut read) = (0, 0);
    for number in 0..count {
        let (end, seed) = &seeds[number % seeds.len()];
        let bytes = if matches!(*end, "xlsx" | "pptx") && number % 2 == 0 {
            inside(seed, &mut drawn)
        } else {
            let mut bytes = seed.clone();
            damage(&mut bytes, &mut drawn);
            bytes
        };
        let start = Instant::now();
        match answer(&mut app, end, &folder.path().join(format!("damaged.{end}")), &bytes) {
            Ok(()) => read += 1,
            Err(text) => {
                assert!(text.contains('。') && !text.contains("error-"), "file {number} ({end}): {text}");
                refused += 1;
            }
        }
        assert!(start.elapsed() < AT_MOST, "file {number} ({end}) took {:?}", start.elapsed());
    }
    assert!(refused + read == count && read > 0, "{refused} refused, {read} read: the damage tests nothing");
    assert!(on_disk(folder.path()) == bytes_before, "the file of the workspace is another one");
    assert!(files::export_workspace(&mut app).unwrap().bytes == before, "the workspace is another one");
}

#[test]
fn damaged_workbooks_do_no_harm() {
    throw(&["xlsx"], 130, 20_261_122);
}

#[test]
fn damaged_lists_do_no_harm() {
    throw(&["csv"], 80, 20_261_123);
}

#[test]
fn damaged_cards_do_no_harm() {
    throw(&["vcf"], 150, 20_261_124);
}

#[test]
fn damaged_interchange_and_calendars_do_no_harm() {
    throw(&["json", "ics"], 140, 20_261_125);
}

#[test]
fn damaged_decks_do_no_harm() {
    throw(&["pptx"], 40, 20_261_126);
}
