//! Section 3, the guest list, and section 4, the profiles.

use super::{by_lang, name_column};
use crate::briefing::compose::{held, text_of};
use crate::briefing::people::{FactRow, GuestRow, Position, Post, Profile as Sitter, Seen};
use crate::briefing::sheet::BriefingSheet;
use crate::briefing::words::Words;
use crate::paper::{Block, Column, Density, Mark, Pair, Profile, ProfileSize, Run, Section, Style, Table, Text};
use domain::{Code, Confidence};

/// Facts above which a profile takes a third of a page, else a quarter.
const FEW_FACTS: usize = 3;
/// A Chinese name longer than this needs a wider column.
const LONG_NAME: usize = 6;

pub(super) fn guest_list(sheet: &BriefingSheet, words: &Words) -> Section {
    let part = &sheet.guests;
    let long = part.rows.iter().any(|one| one.name.chars().count() > LONG_NAME);
    let mut columns = vec![
        Column::mm(words.word("no"), 8.0),
        Column::mm(words.word("name"), by_lang(words, if long { 36.0 } else { 24.0 }, 39.0)),
        Column::mm(
            words.word(if words.lang == domain::Lang::En { "chinese-name" } else { "reading" }),
            by_lang(words, 27.0, 19.0),
        ),
        Column::share(words.word("post"), 1.0),
        Column::mm(words.word("address"), by_lang(words, 25.0, 23.0)),
    ];
    if part.has_roles {
        columns.push(Column::mm(words.word("role"), by_lang(words, 22.0, 18.0)));
    }
    columns.push(Column::mm(words.word("verified"), 25.0));
    let rows = part.rows.iter().map(|one| guest_row(one, part.has_roles, words)).collect();
    let mut units = Text::styled(words.word("by-unit"), Style::NOTE);
    for (unit, count) in &part.by_unit {
        units = units.dot().and(format!("{unit} {count}"), Style::PLAIN);
    }
    let mut blocks = vec![
        Block::Table(Table::new(columns).density(Density::Loose).rows(rows)),
        Block::body(units.dot().and(part.total.clone(), Style::STRONG)),
    ];
    if !part.has_roles {
        let role = Text::styled(format!("{}\u{2002}", words.word("role")), Style::NOTE);
        blocks.push(Block::body(role.run(Run::Unknown { ask: part.ask_roles })));
    }
    blocks.push(Block::Ruled { label: words.word("changes").into(), lines: None });
    Section::numbered("3", words.word("s3")).aside(words.word("s3-aside")).new_page().blocks(blocks)
}

fn guest_row(one: &GuestRow, has_roles: bool, words: &Words) -> Vec<Text> {
    let number = if one.principal { Style::SERIF_OPEN } else { Style { serif: true, ..Style::QUIET } };
    let name = if one.principal { Style::STRONG } else { Style::PLAIN };
    let second =
        one.second.as_ref().map_or_else(Text::dash, |text| Text::default().and_name(text.clone(), Style::QUIET));
    let mut cells = vec![
        Text::styled(one.order.to_string(), number),
        Text::default().and_name(one.name.clone(), name),
        second.alone(),
        posts(&one.posts),
        text_of(&one.address, words),
    ];
    if has_roles {
        cells.push(text_of(&one.role, words));
    }
    cells.push(match &one.seen {
        None => Text::unknown(one.ask_identity),
        Some(seen) => verified(seen, one.ask_identity),
    });
    cells
}

fn confidence(seen: &Seen) -> Option<Run> {
    Confidence::from_code(seen.confidence).map(|value| Run::Mark(Mark::Confidence { value }))
}

fn verified(seen: &Seen, ask: Option<u32>) -> Text {
    let mark = confidence(seen).map_or_else(Text::default, |mark| Text::default().run(mark));
    let day = seen.on.as_deref().map(held).unwrap_or_else(|| "—".into());
    let age = Text::styled(
        seen.age.clone().unwrap_or_default(),
        if seen.stale { Style { small: true, ..Style::OPEN } } else { Style::NOTE },
    );
    mark.and_name(format!("\u{a0}{day}"), Style::PLAIN).under(age.ask(ask)).alone()
}

fn posts(posts: &[Post]) -> Text {
    posts.iter().fold(Text::default(), |text, one| {
        let unit = one.unit.as_ref().map(|unit| format!(" {unit}")).unwrap_or_default();
        text.under(Text::of(one.title.clone()).and(unit, Style::NOTE))
    })
}

pub(super) fn profiles(sheet: &BriefingSheet, words: &Words) -> Section {
    let blocks = sheet.profiles.iter().map(|one| Block::Profile(Box::new(profile(one, words)))).collect();
    Section::numbered("4", words.word("s4")).aside(words.word("s4-aside")).new_page().blocks(blocks)
}

/// How much of a page a profile gets depends on what is known; unknown people do not fill paper.
fn size(one: &Sitter) -> ProfileSize {
    match one.size {
        "full" => ProfileSize::Full,
        "compact" => ProfileSize::Compact,
        _ if one.facts.len() > FEW_FACTS || one.meetings.len() > 1 => ProfileSize::Third,
        _ => ProfileSize::Quarter,
    }
}

fn profile(one: &Sitter, words: &Words) -> Profile {
    let spoken = Text::styled(format!("{} ", words.word("spoken")), Style::QUIET).join(text_of(&one.spoken, words));
    let other = one.address_second.clone().map_or_else(Text::default, |text| Text::styled(text, Style::QUIET));
    let mut more = Vec::new();
    if !one.meetings.is_empty() {
        let row = |met: &crate::briefing::people::MeetingRow| Pair::new(Text::name(held(&met.on)), met.what.clone());
        more.push(Block::sub(words.word("meetings")));
        more.push(Block::Pairs { rows: one.meetings.iter().map(row).collect() });
    }
    more.extend(commons(one, words));
    Profile {
        size: size(one),
        number: one.order,
        face: one.face.clone(),
        name: Text::name(one.name.clone()),
        second: one.second.clone().map_or_else(Text::default, Text::of),
        posts: posts(&one.posts),
        address: spoken.under(other),
        facts: (!one.facts.is_empty()).then(|| facts(&one.facts, words)),
        more,
        jot: words.word("jot").into(),
        strip: one.position.as_ref().map(|position| strip(position, words)).unwrap_or_default(),
        no_strip: words.word("not-in-chain").into(),
    }
}

fn facts(rows: &[FactRow], words: &Words) -> Table {
    let columns = vec![
        Column::mm(words.word("fact"), by_lang(words, 17.0, 22.0)),
        Column::share(words.word("content"), 1.0),
        Column::mm(words.word("source"), by_lang(words, 29.0, 25.0)),
        Column::mm(words.word("verified"), 35.0),
    ];
    let row = |one: &FactRow| {
        let source = one.source.clone().map_or_else(Text::dash, |text| Text::styled(text, Style::NOTE).alone());
        let seen = one.seen.as_ref().map_or_else(Text::dash, fact_seen);
        vec![Text::styled(one.label.clone(), Style::QUIET), text_of(&one.value, words), source, seen]
    };
    Table::new(columns).density(Density::Tight).rows(rows.iter().map(row).collect())
}

fn fact_seen(seen: &Seen) -> Text {
    let age = if seen.stale { Style { small: true, ..Style::OPEN } } else { Style::NOTE };
    let text = confidence(seen).map_or_else(Text::default, |mark| Text::default().run(mark));
    let day = seen.on.as_deref().map(held).unwrap_or_else(|| "—".into());
    text.and(format!("\u{a0}{day} "), Style::NOTE).and(seen.age.clone().unwrap_or_default(), age).alone()
}

fn commons(one: &Sitter, words: &Words) -> Vec<Block> {
    if one.commons.is_empty() {
        return Vec::new();
    }
    let columns = vec![
        name_column(words, "our-side"),
        Column::mm(words.word("dimension"), 24.0),
        Column::share(words.word("common-what"), 1.0),
        Column::mm(words.word("source"), 30.0),
    ];
    let row = |one: &crate::briefing::people::CommonRow| {
        vec![
            Text::name(one.host.clone()),
            Text::styled(one.dimension.clone(), Style::QUIET),
            Text::of(one.what.clone()),
            one.source.clone().map_or_else(Text::dash, |text| Text::styled(text, Style::NOTE).alone()),
        ]
    };
    let table = Table::new(columns).rows(one.commons.iter().map(row).collect());
    vec![Block::sub(words.word("common")), Block::Table(table), Block::note(words.word("common-rule"))]
}

/// The attitude on its ruler, with word and number; unknown is never drawn at 0.
pub(super) fn attitude(one: &Position) -> Text {
    let Some(value) = one.attitude else { return Text::unknown(one.ask_attitude) };
    let number = match value {
        0 => " 0".to_owned(),
        above @ 1.. => format!(" +{above}"),
        below => format!(" −{}", below.unsigned_abs()),
    };
    Text::mark(Mark::Attitude { value })
        .and(format!("\u{a0}{}", one.attitude_word), Style::PLAIN)
        .and(number, Style::QUIET)
}

pub(super) fn owners(one: &Position, words: &Words) -> Text {
    if one.owners.is_empty() {
        return Text::styled(words.word("nobody"), Style::OPEN).ask(one.ask_owner);
    }
    Text::of(one.owners.clone())
}

pub(super) fn relation(one: &Position) -> Text {
    Text::mark(Mark::Relation { value: one.level }).and(format!("\u{a0}{}", one.level_word), Style::PLAIN)
}

fn strip(one: &Position, words: &Words) -> Vec<Pair> {
    let or_dash = |name: &Option<String>| name.clone().unwrap_or_else(|| "—".into());
    let others = format!(" / {} / {}", or_dash(&one.backup), or_dash(&one.sponsor));
    let labels = |keys: &[&str]| {
        keys.iter().fold(Text::default(), |text, key| {
            let text = if text.is_empty() { text } else { text.dot() };
            text.and(words.word(key), Style::PLAIN)
        })
    };
    vec![
        Pair::new(words.word("chain-position"), one.roles.clone()),
        Pair::new(
            labels(&["weight", "relation"]),
            Text::mark(Mark::Weight { value: one.weight }).and("\u{2002}", Style::PLAIN).join(relation(one)),
        ),
        Pair::new(words.word("attitude"), attitude(one)),
        Pair::new(labels(&["owner", "backup", "sponsor"]), owners(one, words).and(others, Style::QUIET)),
    ]
}
