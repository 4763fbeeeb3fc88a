//! Who is handed over: responsibility, rhythm, judgement where the reader has a right to it, and facts with their source.

use domain::engine::drill::pack::{Judged, PackAccount, PackPerson};
use domain::engine::places::{dialect_name, language_name, place_name};
use domain::{Code, FactKind};

use super::{common, holder, word};
use crate::briefing::{clean, kebab};
use crate::edition::say::Say;
use crate::paper::{Block, Column, Density, Mark, Style, Table, Text};

/// The table of people, and what is known of each.
pub(super) fn people(one: &PackAccount, say: &Say) -> Vec<Block> {
    if one.people.is_empty() {
        return Vec::new();
    }
    let mut columns = vec![
        Column::share(word(say, "person"), 1.5),
        Column::share(word(say, "holds"), 1.0),
        Column::share(word(say, "others"), 1.2),
        Column::mm(word(say, "last"), 24.0),
    ];
    if one.entitled {
        columns.push(Column::mm(word(say, "judged"), 34.0));
    }
    let rows = one.people.iter().map(|person| row(person, one.entitled, say)).collect();
    let table = Table::new(columns).density(Density::Tight).rows(rows);
    let mut blocks = vec![Block::sub(word(say, "people-head")), Block::Table(table)];
    let known: Vec<&PackPerson> = one.people.iter().filter(|person| !person.facts.is_empty()).collect();
    if !known.is_empty() {
        let columns = vec![
            Column::mm(word(say, "person"), 30.0),
            Column::mm(word(say, "fact"), 24.0),
            Column::share(word(say, "value"), 1.0),
            Column::mm(word(say, "source"), 44.0),
        ];
        let rows = known.iter().flat_map(|person| facts(person, say)).collect();
        blocks.push(Block::sub(word(say, "facts-head")));
        blocks.push(Block::Table(Table::new(columns).density(Density::Tight).rows(rows)));
    }
    blocks
}

fn row(person: &PackPerson, entitled: bool, say: &Say) -> Vec<Text> {
    let post = [say.said(&person.post), say.said(&person.unit)];
    let post = post.into_iter().filter(|one| !one.is_empty()).collect::<Vec<_>>().join(" · ");
    let name = holder(say, &person.name, person.holding, Style::STRONG);
    let address = say.said(&person.address);
    let name = if address.is_empty() {
        name
    } else {
        name.and(format!("\u{2002}{}{}{address}", word(say, "address"), say.colon()), Style::NOTE)
    };
    let kinds: Vec<String> = person.kinds.iter().map(|kind| common(say, "code", *kind)).collect();
    let kinds =
        if kinds.is_empty() { Text::styled(word(say, "knows"), Style::QUIET) } else { Text::of(kinds.join(" ")) };
    let others = person.others.iter().fold(Text::default(), |text, (kind, who)| {
        let held = Text::styled(format!("{} ", common(say, "code", *kind)), Style::NOTE);
        text.under(held.join(say.name(who, Style::PLAIN)))
    });
    let others = if others.is_empty() { Text::dash() } else { others };
    let last = person
        .last_touch
        .map_or_else(|| Text::styled(word(say, "never"), Style::QUIET), |day| Text::name(day.to_string()));
    let rhythm = say.wording.text("drill-paper-cadence", &[("days", person.cadence_days.to_string())]);
    let mut row = vec![
        name.under(Text::styled(post, Style::NOTE)),
        kinds,
        others,
        last.under(Text::styled(clean(&rhythm), Style::NOTE)),
    ];
    if entitled {
        row.push(person.judged.as_ref().map_or_else(Text::dash, |one| judged(one, say)));
    }
    row
}

fn judged(one: &Judged, say: &Say) -> Text {
    let attitude = match one.attitude {
        Some(value) => Text::mark(Mark::Attitude { value }).and(format!(" {}", attitude_word(value, say)), Style::NOTE),
        None => Text::unknown(None),
    };
    let marks = Text::mark(Mark::Weight { value: one.weight }).and(" ", Style::PLAIN);
    marks.run(crate::paper::Run::Mark(Mark::Relation { value: one.level })).under(attitude)
}

fn attitude_word(value: i8, say: &Say) -> String {
    match value {
        2.. => say.doc("attitude-plus-2"),
        1 => say.doc("attitude-plus-1"),
        0 => say.doc("attitude-0"),
        -1 => say.doc("attitude-minus-1"),
        _ => say.doc("attitude-minus-2"),
    }
}

/// One line a fact; the name stands once.
fn facts(person: &PackPerson, say: &Say) -> Vec<Vec<Text>> {
    let line = |(at, fact): (usize, &domain::engine::drill::pack::PackFact)| {
        let name = if at == 0 { holder(say, &person.name, person.holding, Style::STRONG) } else { Text::default() };
        let value = match &fact.value {
            Some(value) => Text::of(in_words(fact.kind, value, say)),
            None => Text::styled(word(say, "none-told"), Style::QUIET),
        };
        let source = fact.source.as_deref().map(clean).unwrap_or_default();
        let day = fact.verified_on.map(|day| day.to_string()).unwrap_or_default();
        let sure = Text::mark(Mark::Confidence { value: fact.confidence });
        let source = sure.and(format!(" {source}"), Style::NOTE).under(Text::styled(day, Style::NOTE));
        vec![name, Text::of(say.doc(&format!("fact-{}", kebab(fact.kind.code())))), value, source]
    };
    person.facts.iter().enumerate().map(line).collect()
}

/// Codes become names; any other text stays as it was written.
fn in_words(kind: FactKind, value: &str, say: &Say) -> String {
    let named = match kind {
        FactKind::NativePlace | FactKind::BirthPlace | FactKind::GrewUp => place_name(value, say.lang),
        FactKind::Dialect => dialect_name(value, say.lang).map(str::to_owned),
        FactKind::Language => language_name(value, say.lang).map(str::to_owned),
        _ => None,
    };
    named.unwrap_or_else(|| clean(value))
}
