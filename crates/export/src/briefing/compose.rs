//! The internal briefing as a paper: what stands on every page, the first two pages, and the order of sections (C.2).
//!
//! Owns: order and choice of blocks. Deliberately absent: content (the domain's) and measures (the writers').

use domain::engine::brief::Briefing;
use domain::scene::Wording;
use domain::{Code, Snapshot, VisitTextKind};

use super::plan::{Plan, day_strips};
use super::sections;
use super::sheet::{BlockRow, BriefingSheet, Cover, GateRow, Portrait as Sitter, Value, word_briefing};
use super::words::Words;
use crate::paper::{
    Block, Bullet, Frame, Furnish, Furniture, FurnitureWords, Gauge, Head, Mark, MarkWords, Page, Pair, Paper,
    Pictures, Portrait, Rank, Run, Section, Style, Text, Tick, Tongue,
};

/// Questions on a cover that also holds objectives.
const FEW_QUESTIONS: usize = 2;

/// The internal edition in the language of `wording`; [`Paper::beside`] joins two of them. `snapshot` must be the one the
/// briefing was made from; records it misses are printed as unknown, never invented.
pub fn internal_paper(briefing: &Briefing, snapshot: &Snapshot, wording: &dyn Wording) -> Paper {
    let words = Words::new(snapshot, wording);
    let sheet = word_briefing(briefing, snapshot, wording);
    let plan = Plan::new(briefing, &words);
    let mut sections = vec![cover(&sheet, plan.as_ref(), &words), reading(&sheet, &words)];
    sections.extend(sections::all(&sheet, plan.as_ref(), &words));
    Paper {
        tongue: Tongue::only(words.lang),
        page: Page::A4,
        title: Text::of(sheet.heading.title.clone()),
        furniture: furniture(&sheet, &words),
        marks: mark_words(&words),
        sections,
        pictures: Pictures::default(),
    }
}

pub(super) fn mark_words(words: &Words) -> MarkWords {
    MarkWords {
        unknown: words.word("unknown"),
        ask: words.word("q"),
        answer: words.word("answer"),
        photo: words.word("photo-none"),
        contents: words.word("toc"),
    }
}

fn furniture(sheet: &BriefingSheet, words: &Words) -> Furniture {
    let heading = &sheet.heading;
    Furniture {
        furnish: Furnish::Full,
        company: Text::of(heading.company.clone()),
        short: Text::of(heading.short.clone()),
        edition: Text::of(words.word("edition")),
        class: Text::of(words.word("class")),
        draft: heading.draft.then(|| Text::of(words.word("draft"))),
        as_of: heading.as_of.clone(),
        expires: Some(heading.expires.clone()),
        watermark: true,
        words: furniture_words(words.wording),
    }
}

/// The labels of the foot, the same in every edition.
pub(crate) fn furniture_words(wording: &dyn Wording) -> FurnitureWords {
    let word = |key: &str| super::words::clean(&wording.text(&format!("doc-{key}"), &[]));
    FurnitureWords {
        copy: word("copy"),
        holder: word("holder"),
        expires: word("expires"),
        destroy: word("destroy"),
        printed: word("printed"),
        version: word("version"),
        as_of: word("as-of"),
    }
}

/// A value in the state it is in.
pub(super) fn text_of(value: &Value, words: &Words) -> Text {
    match value {
        Value::Text(text) => Text::of(text.clone()),
        Value::Unknown { ask, .. } => Text::unknown(*ask),
        Value::NoneTold { .. } => Text::styled(words.word("none-told"), Style::QUIET),
        Value::Absent(()) => Text::dash(),
    }
}

/// A day that does not break: `2026‑12‑04`.
pub(super) fn held(iso: &str) -> String {
    iso.replace('-', "\u{2011}")
}

/// `12‑04前` / `before 12‑04`.
pub(super) fn before(iso: &str, words: &Words) -> String {
    let day = held(iso.get(5..10).unwrap_or(iso));
    let before = words.word("before");
    if words.lang == domain::Lang::ZhCn { format!("{day}\u{a0}{before}") } else { format!("{before}\u{a0}{day}") }
}

fn space(weight: f32) -> Block {
    Block::Space { weight }
}

fn cover(sheet: &BriefingSheet, plan: Option<&Plan>, words: &Words) -> Section {
    let one = &sheet.cover;
    let heading = &sheet.heading;
    let kind = Text::styled(words.word("briefing"), Style::NOTE)
        .dot()
        .and(heading.level.clone(), Style::NOTE)
        .dot()
        .and(words.word("edition"), Style::NOTE)
        .dot()
        .and(words.word("class"), Style { small: true, ..Style::OPEN });
    let kind = if heading.draft {
        kind.dot().and(words.word("draft"), Style { small: true, strong: true, ..Style::OPEN })
    } else {
        kind
    };
    let when = Text::of(one.days.clone()).dot().join(text_of(&one.place, words));
    let mut blocks = vec![
        Block::Seal { signs: words.word("seal") },
        Block::body(Text::styled(heading.company.clone(), Style::SERIF).under(kind)),
        space(1.2),
        Block::text(Rank::Display, heading.title.clone()),
        Block::text(Rank::Lead, when),
        Block::Stroke,
        space(1.0),
        sitters(one, words),
        space(1.0),
        Block::Rule,
        space(1.0),
        Block::columns(vec![
            (1.0, vec![said(words, "who", Text::of(one.who.clone()))]),
            (1.0, vec![said(words, "why-now", why_now(one, plan, words))]),
        ]),
        space(1.0),
    ];
    let aims = plan.and_then(aims);
    let questions = if aims.is_some() { FEW_QUESTIONS } else { one.first_questions.len() };
    if let Some(aims) = aims {
        blocks.extend([aims, space(1.0)]);
    }
    if !one.risks.is_empty() {
        let risk = |row: &super::sheet::RiskRow| {
            let text = Text::of(row.text.clone()).ask(row.ask);
            (1.0, vec![Block::Panel { frame: Frame::Top, blocks: vec![Block::body(text)] }])
        };
        let risks = Block::columns(one.risks.iter().map(risk).collect());
        blocks.extend([Block::captioned(words.word("risks"), vec![risks]), space(1.0)]);
    }
    blocks.extend([frame_and_questions(one, questions, words), space(1.0)]);
    for strip in plan.map(day_strips).unwrap_or_default() {
        blocks.extend([strip, space(0.6)]);
    }
    Section::numbered("1–2", words.word("s1")).head(Head::Cover).blocks(blocks)
}

/// In the words of the plan, else from the visit's purpose.
fn why_now(cover: &Cover, plan: Option<&Plan>, words: &Words) -> Text {
    let told = plan.map(|plan| plan.texts(VisitTextKind::WhyNow)).unwrap_or_default();
    if told.is_empty() { text_of(&cover.why_now, words) } else { lines(told) }
}

fn lines(texts: Vec<String>) -> Text {
    texts.into_iter().fold(Text::default(), |text, one| text.under(Text::of(one)))
}

/// Objectives beside the desired outcome and the ask, when any of them is written down.
fn aims(plan: &Plan) -> Option<Block> {
    let texts = |kind| plan.texts(kind);
    let mut right = Vec::new();
    for (key, kind, style) in
        [("plan-outcome", VisitTextKind::Outcome, Style::PLAIN), ("plan-asking", VisitTextKind::Ask, Style::SERIF)]
    {
        let said = texts(kind).into_iter().fold(Text::default(), |text, one| text.under(Text::styled(one, style)));
        if !said.is_empty() {
            right.push(Block::captioned(plan.words.word(key), vec![Block::text(Rank::Lead, said)]));
        }
    }
    let objectives: Vec<Text> = texts(VisitTextKind::Objective).into_iter().map(Text::of).collect();
    let mut columns = Vec::new();
    if !objectives.is_empty() {
        let list = Block::List { bullet: Bullet::Number, items: objectives };
        columns.push((1.0, vec![Block::captioned(plan.words.word("plan-objectives"), vec![list])]));
    }
    if !right.is_empty() {
        columns.push((1.0, vec![Block::Panel { frame: Frame::Wash, blocks: right }]));
    }
    (!columns.is_empty()).then(|| Block::columns(columns))
}

fn said(words: &Words, key: &str, text: Text) -> Block {
    Block::captioned(words.word(key), vec![Block::text(Rank::Lead, text)])
}

fn sitter(one: Option<&Sitter>) -> Block {
    let Some(one) = one else { return Block::body(Text::unknown(None)) };
    Block::Portrait(Portrait {
        face: one.face.clone(),
        name: Text::name(one.name.clone()),
        post: Text::of(one.post.clone()),
        note: Text::of(one.note.clone()),
    })
}

fn sitters(cover: &Cover, words: &Words) -> Block {
    let failed = if cover.failed > 0 { Style::OPEN } else { Style::QUIET };
    let comma = if words.lang == domain::Lang::ZhCn { "，" } else { ", " };
    let count = |number: usize, key: &str| format!("{number} {}", words.word(key));
    let gates = Text::styled(format!("{} ", words.word("gates-short")), Style::QUIET)
        .and(format!("{}{comma}", count(cover.passed, "passed")), Style::QUIET)
        .and(count(cover.failed, "failed"), failed)
        .and(format!("{comma}{}", count(cover.open, "opened")), Style::QUIET);
    let beside = format!("{} {} {}", cover.countdown, words.word("due-now"), cover.expected);
    let gauge = Gauge { value: cover.score, expected: Some(cover.expected), beside: Text::of(beside), under: gates };
    Block::columns(vec![
        (1.0, vec![Block::captioned(words.word("principal"), vec![sitter(cover.principal.as_ref())])]),
        (1.0, vec![Block::captioned(cover.host_label.clone(), vec![sitter(cover.host.as_ref())])]),
        (0.62, vec![Block::captioned(words.word("readiness"), vec![Block::Gauge(gauge)])]),
    ])
}

fn frame_and_questions(cover: &Cover, most: usize, words: &Words) -> Block {
    let frame = cover.frame.iter().map(|(label, value)| Pair::new(label.clone(), text_of(value, words))).collect();
    let first = cover.first_questions.iter().take(most).map(|one| {
        let asker = one.asker.clone().unwrap_or_else(|| words.word("nobody"));
        let about = Text::styled(asker, Style::NOTE).dot().and(before(&one.by, words), Style::NOTE);
        Pair::new(Text::styled(one.number.to_string(), Style::SERIF_OPEN), Text::of(one.text.clone()).under(about))
    });
    let first = Block::captioned(words.word("ask-first"), vec![Block::Pairs { rows: first.collect() }]);
    Block::columns(vec![
        (1.0, vec![Block::captioned(words.word("frame"), vec![Block::Pairs { rows: frame }])]),
        (1.0, vec![Block::Panel { frame: Frame::Wash, blocks: vec![first] }]),
    ])
}

/// Contents, gates, marks, blocks of preparation.
fn reading(sheet: &BriefingSheet, words: &Words) -> Section {
    let blocks = vec![
        Block::Contents,
        space(1.0),
        Block::sub(words.word("gates")),
        Block::Pairs { rows: sheet.gates.iter().map(gate).collect() },
        space(1.0),
        Block::columns(vec![
            (1.0, vec![Block::sub(words.word("marks")), Block::Pairs { rows: key_to_marks(words) }]),
            (
                1.0,
                vec![
                    Block::sub(words.word("blocks")),
                    Block::Pairs { rows: sheet.blocks.iter().map(|one| preparation(one, words)).collect() },
                ],
            ),
        ]),
        space(1.6),
    ];
    Section { id: "reading".into(), ..Section::numbered("", words.word("toc")) }.head(Head::Hidden).blocks(blocks)
}

fn gate(one: &GateRow) -> Pair {
    let failed = one.state == domain::engine::readiness::GateState::Fail.code();
    let style = if failed { Style { strong: true, ..Style::OPEN } } else { Style::QUIET };
    let number = if failed { Style::SERIF_OPEN } else { Style { serif: true, ..Style::QUIET } };
    let text = Text::of(one.name.clone()).dot().and(one.word.clone(), style);
    Pair::new(Text::styled(one.number.to_string(), number), text)
}

fn preparation(one: &BlockRow, words: &Words) -> Pair {
    let state = match one.share {
        None => Text::dash(),
        Some(0.0) => Text::mark(Mark::Tick { state: Tick::Open }),
        Some(share) if share < 1.0 => Text::mark(Mark::Tick { state: Tick::Part }),
        Some(_) => Text::mark(Mark::Tick { state: Tick::Done }),
    };
    let weight = if one.share.is_none() { words.word("na") } else { one.weight.to_string() };
    Pair::new(state, Text::of(one.name.clone()).dot().and(weight, Style::NOTE))
}

fn key_to_marks(words: &Words) -> Vec<Pair> {
    use domain::Confidence::{Confirmed, Reliable, Unverified};
    let sure = [Confirmed, Reliable, Unverified];
    let sure = sure.into_iter().fold(Text::default(), |text, value| {
        let text = if text.is_empty() { text } else { text.and(" ", Style::PLAIN) };
        text.run(Run::Mark(Mark::Confidence { value }))
    });
    let mean = |mark: Text, key: &str| Pair::new(mark, words.word(key));
    vec![
        mean(Text::unknown(Some(3)), "mark-unknown"),
        mean(Text::styled(words.word("none-told"), Style::QUIET), "mark-none"),
        mean(sure, "mark-confidence"),
        mean(Text::styled(words.word("mark-stale-sample"), Style { small: true, ..Style::OPEN }), "mark-stale"),
        mean(Text::mark(Mark::Weight { value: 3 }), "mark-weight"),
        mean(Text::mark(Mark::Relation { value: 3 }), "mark-relation"),
        mean(Text::mark(Mark::Attitude { value: 1 }), "mark-attitude"),
    ]
}
