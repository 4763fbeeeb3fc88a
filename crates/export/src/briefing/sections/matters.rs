//! Section 5, the chain; 7, open matters; 8, host and why.

use super::guests::{attitude, owners, relation};
use super::{by_lang, name_column};
use crate::briefing::compose::{held, text_of};
use crate::briefing::parts::{ChainRow, FindingRow, HostPart, MatterRow};
use crate::briefing::plan::{Plan, counterparts};
use crate::briefing::sheet::{BriefingSheet, Value};
use crate::briefing::words::Words;
use crate::paper::{Block, Column, Density, Mark, Pair, Run, Section, Style, Table, Text};

pub(super) fn chain(sheet: &BriefingSheet, words: &Words) -> Section {
    let part = &sheet.chain;
    let section = Section::numbered("5", words.word("s5")).new_page();
    let section = section.aside(part.decision.clone().unwrap_or_default());
    let mut blocks = Vec::new();
    if part.rows.is_empty() {
        blocks.push(Block::note(words.word("chain-empty")));
    } else {
        let columns = vec![
            Column::mm(words.word("name"), by_lang(words, 33.0, 39.0)),
            Column::mm(words.word("chain-role"), by_lang(words, 26.0, 25.0)),
            Column::mm(words.word("weight"), 14.0),
            Column::share(words.word("attitude"), 1.0),
            Column::mm(words.word("relation"), 27.0),
            Column::mm(words.word("owner"), by_lang(words, 25.0, 30.0)),
        ];
        let rows = part.rows.iter().map(|one| chain_row(one, words)).collect();
        blocks.push(Block::Table(Table::new(columns).density(Density::Tight).rows(rows)));
        blocks.push(Block::note(words.word("chain-note")));
    }
    if !part.open_roles.is_empty() {
        let mut roles = Text::styled(words.word("open-roles"), Style::NOTE);
        for (role, ask) in &part.open_roles {
            roles = roles.dot().and(format!("{role}\u{a0}"), Style::PLAIN).run(Run::Unknown { ask: *ask });
        }
        blocks.push(Block::body(roles));
    }
    section.blocks(blocks)
}

fn chain_row(one: &ChainRow, words: &Words) -> Vec<Text> {
    let style = if one.guest == Some(1) { Style::STRONG } else { Style::PLAIN };
    let name = match &one.name {
        Value::Text(name) => Text::default().and_name(name.clone(), style),
        other => text_of(other, words),
    };
    let name = match one.guest {
        None => name,
        Some(order) => name.and(format!("\u{a0}{order}"), Style { small: true, ..Style::SERIF_OPEN }),
    };
    let position = &one.position;
    let evidence = one.evidence.as_ref().map_or_else(Text::default, |said| {
        let on = one.evidence_on.as_deref().map(held).unwrap_or_default();
        Text::styled(format!("{on} {said}"), Style::NOTE)
    });
    let touched = match (&one.last_touch, one.no_contact) {
        (_, true) => Text::styled(words.word("no-contact"), Style { small: true, ..Style::OPEN }),
        (None, _) => Text::styled(words.word("never-met"), Style::NOTE),
        (Some(days), _) => Text::styled(days.clone(), Style::NOTE),
    };
    let or_dash = |key: &str, name: &Option<String>| {
        let name = name.clone().unwrap_or_else(|| "—".into());
        Text::styled(format!("{} {name}", words.word(key)), Style::NOTE)
    };
    vec![
        name.under(Text::styled(one.post.clone(), Style::NOTE)),
        Text::of(position.roles.clone()),
        Text::mark(Mark::Weight { value: position.weight }),
        attitude(position).under(evidence),
        relation(position).under(touched),
        owners(position, words).under(or_dash("backup", &position.backup)).under(or_dash("sponsor", &position.sponsor)),
    ]
}

pub(super) fn open_matters(sheet: &BriefingSheet, words: &Words) -> Section {
    let part = &sheet.matters;
    let mut blocks = Vec::new();
    if part.complaints.is_empty() && part.promises.is_empty() {
        let both = words.list([words.word("complaints"), words.word("promises")]);
        let none = Text::of(format!("{both} ")).and(words.word("checked-none"), Style::QUIET);
        blocks.push(Block::body(none));
    } else {
        blocks.extend(listing("complaints", &part.complaints, words));
        blocks.extend(listing("promises", &part.promises, words));
    }
    if !part.findings.is_empty() || !part.warnings.is_empty() {
        let side = |key: &str, rows: &[FindingRow]| (1.0, coded(key, rows, words));
        blocks.push(Block::columns(vec![side("findings", &part.findings), side("warnings", &part.warnings)]));
    }
    Section::numbered("7", words.word("s7")).needs(46.0).blocks(blocks)
}

fn listing(key: &str, rows: &[MatterRow], words: &Words) -> Vec<Block> {
    if rows.is_empty() {
        let none = Text::styled(words.word("checked-none"), Style::QUIET);
        return vec![Block::sub(words.word(key)), Block::body(none)];
    }
    let columns = vec![
        Column::share(words.word("matter"), 1.0),
        Column::mm(words.word("state"), 62.0),
        name_column(words, "answers"),
    ];
    let row = |one: &MatterRow| {
        let state = Text::styled(one.state.clone(), if one.urgent { Style::OPEN } else { Style::PLAIN });
        let nobody = || Text::styled(words.word("nobody"), Style::OPEN);
        vec![Text::of(one.what.clone()), state, one.owner.clone().map_or_else(nobody, Text::name)]
    };
    vec![Block::sub(words.word(key)), Block::Table(Table::new(columns).rows(rows.iter().map(row).collect()))]
}

fn coded(key: &str, rows: &[FindingRow], words: &Words) -> Vec<Block> {
    if rows.is_empty() {
        return vec![Block::sub(words.word(key)), Block::note(words.word("none"))];
    }
    let row = |one: &FindingRow| {
        let style = if one.red { Style { strong: true, ..Style::OPEN } } else { Style::QUIET };
        Pair::new(Text::styled(one.code, style), one.text.clone())
    };
    vec![Block::sub(words.word(key)), Block::Pairs { rows: rows.iter().map(row).collect() }]
}

pub(super) fn hosts(sheet: &BriefingSheet, plan: Option<&Plan>, words: &Words) -> Option<Section> {
    let part = sheet.hosts.as_ref()?;
    let mut blocks = Vec::new();
    if let Some(chosen) = &part.chosen {
        let why = part.why_chosen.clone().map(|why| format!("\u{2002}{why}")).unwrap_or_default();
        let host = Text::styled(format!("{} ", words.word("host")), Style::NOTE);
        blocks.push(Block::body(host.and_name(chosen.clone(), Style::SERIF).and(why, Style::NOTE)));
    }
    if part.columns.is_empty() {
        blocks.push(Block::note(words.word("no-candidates")));
    } else {
        blocks.push(Block::sub(words.word("why-host")));
        blocks.push(Block::Table(points(part, words)));
    }
    let mut remarks = Text::default();
    for (key, names) in [("others", &part.others), ("removed", &part.removed)] {
        if !names.is_empty() {
            let list = format!("{} {}", words.word(key), words.list(names.iter().cloned()));
            remarks = remarks.under(Text::of(list));
        }
    }
    if part.near_tie {
        remarks = remarks.under(Text::styled(words.word("near-tie"), Style::PLAIN));
    }
    blocks.push(Block::note(remarks.under(Text::of(words.word("why-note")))));
    blocks.extend(plan.map(counterparts).unwrap_or_default());
    Some(Section::numbered("8", words.word("s8")).needs(110.0).blocks(blocks))
}

/// Nine rows of points with reasons; the candidate's name stands over the reasons, the total under the points.
fn points(part: &HostPart, words: &Words) -> Table {
    let mut columns = vec![Column::mm("", 24.0)];
    for one in &part.columns {
        columns.push(Column::mm("", 9.0).right());
        let name = Text::default().and_name(one.name.clone(), Style::STRONG);
        columns.push(Column::share(name.under(Text::styled(one.title.clone(), Style::NOTE)), 1.0));
    }
    let mut rows: Vec<Vec<Text>> = Vec::new();
    for row in &part.rows {
        let mut cells = vec![Text::styled(format!("{} {}", row.dimension, row.max), Style::QUIET)];
        for (points, why) in &row.cells {
            let style = if *points == 0 { Style::QUIET } else { Style::STRONG };
            cells.push(Text::styled(points.to_string(), style));
            cells.push(text_of(why, words));
        }
        rows.push(cells);
    }
    let mut total = vec![Text::of(words.word("total"))];
    for one in &part.columns {
        let chosen = if one.chosen { words.word("host") } else { String::new() };
        total.push(Text::styled(one.total.to_string(), Style::STRONG));
        let band = Text::of(one.band.clone());
        total.push(if chosen.is_empty() { band } else { band.dot().and(chosen, Style::OPEN) });
    }
    rows.push(total);
    Table { total: true, ..Table::new(columns).rows(rows) }
}
