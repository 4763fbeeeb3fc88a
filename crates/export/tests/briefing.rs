//! The internal briefing, read back by poppler: what must be in it, in which order, and what must not.

#![allow(clippy::unwrap_used, reason = "a sample that cannot be read must fail the test")]

mod common;

use common::{Catalogue, briefing, day, pages_of, paper, sample, sheet, visit};
use domain::engine::brief::{QuestionCode, brief_visit};
use domain::{Confidence, DataClass, FactKind, Lang, Snapshot};
use export::briefing::{Job, internal_paper, typeset_briefing, write_briefing};
use export::{ExportError, compile_pdf};

fn job() -> Job {
    let text = |text: &str| Some(text.to_owned());
    Job {
        copy: text("003"),
        copies: text("008"),
        holder: text("罗绍川"),
        printed_by: text("宋嘉树"),
        printed_at: text("2026-11-20 14:32"),
        ..Job::default()
    }
}

/// Pages of a briefing without watermark; any warning of the typesetter is a failure.
fn pages(snapshot: &Snapshot, name: &str, lang: Lang) -> Vec<String> {
    pages_for(snapshot, name, lang, &Job { printed_by: None, printed_at: None, ..job() })
}

fn pages_for(snapshot: &Snapshot, name: &str, lang: Lang, job: &Job) -> Vec<String> {
    let done = typeset_briefing(&paper(snapshot, name, lang), job).unwrap();
    assert_eq!(done.warnings, Vec::<String>::new());
    let pages = pages_of(&done.pdf);
    assert_eq!(pages.len(), done.pages);
    pages
}

fn page_with<'a>(pages: &'a [String], heading: &str) -> &'a str {
    pages.iter().skip(2).find(|page| page.contains(heading)).unwrap_or_else(|| panic!("no page {heading}"))
}

/// The text from a heading to the end, without the page of contents.
fn from_heading(pages: &[String], heading: &str) -> String {
    let at =
        pages.iter().skip(2).position(|page| page.contains(heading)).unwrap_or_else(|| panic!("no page {heading}")) + 2;
    let first = pages[at].split_once(heading).unwrap().1.to_owned();
    std::iter::once(first).chain(pages[at + 1..].iter().cloned()).collect()
}

fn assert_order(text: &str, names: &[&str]) {
    let at: Vec<_> = names.iter().map(|name| text.find(name).unwrap_or_else(|| panic!("{name} is missing"))).collect();
    assert!(at.is_sorted(), "out of order: {names:?} at {at:?}");
}

const V07_ZH: [&str; 12] = [
    "游承岳",
    "费思齐",
    "涂山月",
    "蔺守信",
    "欧阳川",
    "古兰香",
    "丘明远",
    "尚可为",
    "温庭",
    "鲁平安",
    "路遥知",
    "齐乐",
];

#[test]
fn guests_stand_in_protocol_order_in_both_languages() {
    let snapshot = sample();
    let names = |lang: Lang| -> Vec<String> {
        let sheet = sheet(&snapshot, "V07", lang);
        sheet.guests.rows.iter().map(|one| one.name.clone()).collect()
    };
    for lang in [Lang::ZhCn, Lang::En] {
        let pages = pages(&snapshot, "V07", lang);
        let list = page_with(&pages, if lang == Lang::ZhCn { "来宾名单" } else { "Guest list" });
        let names = names(lang);
        assert_eq!(names.len(), 12);
        assert_order(list, &names.iter().map(String::as_str).collect::<Vec<_>>());
    }
}

#[test]
fn readings_titles_and_verification_stand_beside_the_names() {
    let pages = pages(&sample(), "V07", Lang::ZhCn);
    let list = page_with(&pages, "来宾名单");
    for text in ["Yóu Chéngyuè", "市委常委、常务副市长", "游市长", "2026‑11‑01", "共 12 位"] {
        assert!(list.contains(text), "{text} is missing in\n{list}");
    }
}

#[test]
fn diet_questions_name_the_two_who_were_not_asked() {
    let snapshot = sample();
    let pages = pages(&snapshot, "V07", Lang::ZhCn);
    let questions = from_heading(&pages, "我们还不知道的");
    for name in ["蔺守信", "温庭"] {
        let line = questions
            .lines()
            .find(|line| line.contains(name) && line.contains("饮食"))
            .unwrap_or_else(|| panic!("no diet question for {name}"));
        assert!(line.contains("饮食禁忌"), "{line}");
    }
    assert!(!questions.lines().any(|line| line.contains("游承岳") && line.contains("饮食禁忌")), "his diet is known");
    assert!(questions.contains("每位用餐者饮食已答") && questions.contains("11‑24"));
}

#[test]
fn the_host_proposal_shows_both_candidates_with_their_points() {
    for (lang, names) in [(Lang::ZhCn, ["罗绍川", "程岚"]), (Lang::En, ["Luo Shaochuan", "Cheng Lan"])] {
        let pages = pages(&sample(), "V07", lang);
        let text = from_heading(&pages, if lang == Lang::ZhCn { "接待人" } else { "Why this host" });
        assert_order(&text, &names);
        let total = text
            .lines()
            .find(|line| line.trim_start().starts_with(if lang == Lang::ZhCn { "合计" } else { "Total" }))
            .unwrap();
        assert_order(total, &["62", "60"]);
        assert!(pages[0].contains(names[0]) && pages[0].contains("62") && pages[0].contains("60"), "{}", pages[0]);
    }
}

#[test]
fn the_one_page_summary_is_one_page_and_says_draft() {
    for (name, lang) in [
        ("V01", Lang::ZhCn),
        ("V01", Lang::En),
        ("V04", Lang::ZhCn),
        ("V04", Lang::En),
        ("V07", Lang::ZhCn),
        ("V07", Lang::En),
    ] {
        let pages = pages(&sample(), name, lang);
        let (toc, draft) =
            if lang == Lang::ZhCn { ("目录与读法", "草案") } else { ("Contents and marks", "Draft") };
        assert!(pages[1].contains(toc), "{name}: the cover runs over");
        assert!(pages.iter().all(|page| page.contains(draft)), "{name}: a gate fails");
        let last = pages.len();
        assert!(
            pages.iter().enumerate().all(|(at, page)| page.contains(&format!("{}/{last}", at + 1))),
            "{name}: page numbers"
        );
        assert!(pages[2].contains("003/008"), "{name}: the copy is numbered");
    }
}

#[test]
fn diet_stands_in_the_dining_part_alone_and_other_sensitive_facts_nowhere() {
    let mut snapshot = sample();
    let principal = visit(&snapshot, "V07").principal_guest.unwrap();
    let like =
        snapshot.facts.iter().find(|one| one.person == principal && one.kind == FactKind::Hobby).unwrap().clone();
    let add = |snapshot: &mut Snapshot, value: &str, kind, class, confidence| {
        let mut fact = like.clone();
        fact.id = uuid::Uuid::from_u128(snapshot.facts.len() as u128 + 77_000).into();
        (fact.value, fact.kind, fact.class, fact.confidence) = (Some(value.into()), kind, class, confidence);
        snapshot.facts.push(fact);
    };
    add(&mut snapshot, "敏感备注样例", FactKind::Note, DataClass::P3, Confidence::Confirmed);
    add(&mut snapshot, "传闻样例", FactKind::Concern, DataClass::P2, Confidence::Rumour);
    add(&mut snapshot, "传闻饮食样例", FactKind::Diet, DataClass::P3, Confidence::Rumour);
    add(&mut snapshot, "13800000000", FactKind::Mobile, DataClass::P1, Confidence::Confirmed);
    add(&mut snapshot, "可见备注样例", FactKind::Note, DataClass::P1, Confidence::Confirmed);
    let pages = pages(&snapshot, "V07", Lang::ZhCn);
    let text = pages.concat();
    for hidden in ["敏感备注样例", "传闻样例", "传闻饮食样例", "13800000000"] {
        assert!(!text.contains(hidden), "{hidden} is printed");
    }
    assert!(text.contains("可见备注样例"), "an ordinary note is printed");
    assert_eq!(text.matches("少油").count(), 1, "a known diet is printed once, at table");
    let dining = pages.iter().skip(2).find(|page| page.contains("用餐人")).unwrap();
    assert!(dining.split_once("用餐人").unwrap().1.contains("少油"));
}

#[test]
fn code_in_names_prints_as_plain_text() {
    let mut snapshot = sample();
    let visit = visit(&snapshot, "V04").clone();
    let evil = r##"#import "x" { MERGEFIELD } <script>$x$ *b* \u{41}"##;
    let person = snapshot.people.iter_mut().find(|one| Some(one.id) == visit.principal_guest).unwrap();
    (person.name_zh, person.name_en) = (Some(evil.into()), Some(evil.into()));
    snapshot.visits.iter_mut().find(|one| one.id == visit.id).unwrap().purpose = Some("#panic() = 标题 @ref".into());
    for lang in [Lang::ZhCn, Lang::En] {
        let flat = pages(&snapshot, "V04", lang).concat().split_whitespace().collect::<String>();
        for text in [r##"#import"x"{MERGEFIELD}"##, "<script>$x$*b*", "#panic()=标题@ref"] {
            assert!(flat.contains(text), "{text} in {flat}");
        }
    }
}

#[test]
fn very_long_names_stay_on_the_page() {
    let mut snapshot = sample();
    let visit = visit(&snapshot, "V04").clone();
    let person = snapshot.people.iter_mut().find(|one| Some(one.id) == visit.principal_guest).unwrap();
    (person.name_zh, person.name_en) = (Some("样".repeat(500)), Some("x".repeat(500)));
    for lang in [Lang::ZhCn, Lang::En] {
        let text = pages(&snapshot, "V04", lang).concat();
        let letter = if lang == Lang::ZhCn { '样' } else { 'x' };
        assert!(text.matches(letter).count() >= 500);
        let widest = text.lines().map(|line| line.matches(letter).count()).max().unwrap();
        assert!(widest < 130, "{widest} letters in one line leave the page");
    }
}

#[test]
fn foreign_names_keep_their_order_and_stay_whole() {
    let en = pages(&sample(), "V04", Lang::En);
    assert_order(
        page_with(&en, "Guest list"),
        &["Ingrid Solheim Aasen", "Nagy Eszter", "José María de la Cruz Ortega", "Rajesh K. Iyer"],
    );
    let zh = pages(&sample(), "V04", Lang::ZhCn);
    assert_order(page_with(&zh, "来宾名单"), &["英格丽·奥森", "纳吉·埃斯特", "何塞·玛丽亚·德拉克鲁斯", "拉杰什·艾耶"]);
    assert!(zh.concat().contains("无麸质"));
}

#[test]
fn open_matters_name_what_is_overdue_and_what_contradicts() {
    let v05 = from_heading(&pages(&sample(), "V05", Lang::ZhCn), "未结事项");
    assert!(v05.contains("一厂改造停机超时 6 小时") && v05.contains("21 天未结"), "{v05}");
    let v08 = from_heading(&pages(&sample(), "V08", Lang::ZhCn), "未结事项");
    assert!(v08.contains("上线日期 2027-04-30") && v08.contains("与“上线日期"), "{v08}");
    assert!(!v08.contains("三期方案初稿"), "a kept promise is not open");
}

#[test]
fn every_unknown_on_paper_points_to_a_question() {
    let snapshot = sample();
    for name in ["V01", "V02", "V03", "V04", "V05", "V06", "V07", "V08"] {
        let value = serde_json::to_value(sheet(&snapshot, name, Lang::ZhCn)).unwrap();
        let questions = value["questions"].as_array().unwrap().len() as u64;
        let mut open = vec![&value];
        while let Some(node) = open.pop() {
            if let Some(map) = node.as_object() {
                let is_unknown = map.get("unknown") == Some(&true.into());
                assert!(!is_unknown || map["ask"].is_u64(), "{name}: an unknown without a question");
                let asks = map.iter().filter(|(key, _)| key.starts_with("ask")).filter_map(|(_, ask)| ask.as_u64());
                for ask in asks {
                    assert!((1..=questions).contains(&ask), "{name}: question {ask} of {questions}");
                }
                open.extend(map.values());
            } else if let Some(list) = node.as_array() {
                open.extend(list);
            }
        }
        let numbers: Vec<_> =
            value["questions"].as_array().unwrap().iter().map(|one| one["number"].as_u64().unwrap()).collect();
        assert_eq!(numbers, (1..=questions).collect::<Vec<_>>());
    }
}

#[test]
fn questions_follow_the_records() {
    let mut snapshot = sample();
    let count =
        |snapshot: &Snapshot, code| briefing(snapshot, "V07").questions.iter().filter(|one| one.code == code).count();
    assert_eq!((count(&snapshot, QuestionCode::Diet), count(&snapshot, QuestionCode::Host)), (2, 1));
    assert_eq!(count(&snapshot, QuestionCode::Owner), 3);
    let host = snapshot.staff.iter().find(|one| one.r#ref.as_deref() == Some("u02")).unwrap().id;
    let id = visit(&snapshot, "V07").id;
    snapshot.visits.iter_mut().find(|one| one.id == id).unwrap().host = Some(host);
    assert_eq!(count(&snapshot, QuestionCode::Host), 0);
    assert!(briefing(&snapshot, "V07").summary.host_is_chosen);
    for question in briefing(&snapshot, "V07").questions {
        assert!(!question.blocks.is_empty() && question.asker.is_some(), "{question:?}");
        assert!(question.by < day("2026-12-04") && question.by >= day("2026-11-20"), "{question:?}");
    }
}

/// `KEEP_PDF=folder cargo test -p export` leaves the PDFs there to be looked at.
#[test]
fn a_printed_copy_says_who_printed_it() {
    use domain::Code;
    for (name, lang) in [
        ("V07", Lang::ZhCn),
        ("V07", Lang::En),
        ("V04", Lang::ZhCn),
        ("V04", Lang::En),
        ("V01", Lang::ZhCn),
        ("V05", Lang::ZhCn),
    ] {
        let text = pages_for(&sample(), name, lang, &job()).concat();
        assert!(text.contains("2026-11-20 14:32") && text.contains("003/008"));
        if let Ok(folder) = std::env::var("KEEP_PDF") {
            let pdf = write_briefing(&paper(&sample(), name, lang), &job()).unwrap();
            std::fs::write(format!("{folder}/{name}-{}.pdf", lang.code()), pdf).unwrap();
        }
    }
}

#[test]
fn a_visit_without_guests_is_refused() {
    let mut snapshot = sample();
    snapshot.visit_guests.clear();
    for lang in [Lang::ZhCn, Lang::En] {
        assert_eq!(write_briefing(&paper(&snapshot, "V07", lang), &job()), Err(ExportError::NoGuests));
    }
    assert!(brief_visit(&Snapshot::default(), visit(&sample(), "V07").id, day("2026-11-20")).is_none());
}

#[test]
fn same_records_same_bytes_and_another_copy_differs() {
    let snapshot = sample();
    let write = |job: &Job| write_briefing(&paper(&snapshot, "V07", Lang::ZhCn), job).unwrap();
    let first = write(&job());
    assert!(first == write(&job()), "the bytes differ");
    assert!(first != write(&Job::default()), "the job is printed");
}

#[test]
fn no_word_is_missing_in_either_catalogue() {
    let snapshot = sample();
    for lang in [Lang::ZhCn, Lang::En] {
        for name in ["V01", "V02", "V03", "V04", "V05", "V06", "V07", "V08"] {
            let words = internal_paper(&briefing(&snapshot, name), &snapshot, &Catalogue::read(lang));
            let text = serde_json::to_string(&words).unwrap();
            for prefix in [":\"doc-", "\"reason-", "doc-", "reason-"] {
                assert!(!text.contains(prefix), "{name}: {}", &text[text.find(prefix).unwrap()..][..60]);
            }
        }
    }
}

#[test]
fn templates_hold_no_words_of_their_own() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/templates/paper");
    let files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|one| one.unwrap().path()).collect();
    assert!(files.len() >= 6, "{files:?}");
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        let han: String = text.chars().filter(|one| ('\u{4e00}'..='\u{9fff}').contains(one)).collect();
        assert_eq!(han, "", "{}", file.display());
    }
}

#[test]
fn a_broken_template_is_an_error_not_a_panic() {
    assert!(matches!(compile_pdf("#let x = ", &[]), Err(ExportError::Typeset(_))));
}

#[test]
fn v07_names_are_those_of_the_letter() {
    let rows = sheet(&sample(), "V07", Lang::ZhCn).guests.rows;
    assert_eq!(rows.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), V07_ZH);
}
