//! What is handed over beside people: promises and other open matters, visits to come, the contacts of two years.

use domain::Day;
use domain::engine::drill::pack::{PackAccount, PackMatter, PackVisit};

use super::{common, label, word};
use crate::briefing::clean;
use crate::edition::say::Say;
use crate::paper::{Block, Column, Density, Style, Table, Text};

/// Promises first, then complaints, requests, topics, tasks, contacts.
pub(super) fn matters(one: &PackAccount, say: &Say) -> Vec<Block> {
    if one.matters.is_empty() {
        return Vec::new();
    }
    let columns = vec![
        Column::mm(word(say, "kind"), 22.0),
        Column::share(word(say, "what"), 1.0),
        Column::mm(word(say, "toward"), 34.0),
        Column::mm(word(say, "since"), 22.0),
        Column::mm(word(say, "due"), 24.0),
    ];
    let rows = one.matters.iter().map(|matter| row(matter, say)).collect();
    let table = Table::new(columns).density(Density::Tight).rows(rows);
    vec![Block::sub(word(say, "matters-head")), Block::Table(table)]
}

fn row(one: &PackMatter, say: &Say) -> Vec<Text> {
    let topic = one.topic.map(|topic| common(say, "code", topic)).unwrap_or_default();
    let warning = one.warning.map(|code| common(say, "warning", code));
    let said = warning.unwrap_or_else(|| say.said(&one.text));
    let what = match (said.is_empty(), topic.is_empty()) {
        (true, _) => Text::of(topic),
        (false, true) => Text::of(said),
        (false, false) => Text::of(said).under(Text::styled(topic, Style::NOTE)),
    };
    let what = if what.is_empty() { Text::dash() } else { what };
    let progress = one.progress.map(|share| say.wording.text("drill-paper-progress", &[("share", share.to_string())]));
    let what = progress.map_or(what.clone(), |text| what.under(Text::styled(clean(&text), Style::NOTE)));
    let kind = Text::of(label(say, "matter", one.kind));
    let kind = if one.severe { kind.under(Text::styled(word(say, "severe"), Style::OPEN)) } else { kind };
    let target = one.target.map(|day| format!("{} {day}", word(say, "target")));
    let due = day(one.due).under(target.map(|text| Text::styled(text, Style::NOTE)).unwrap_or_default());
    let person = say.said(&one.person);
    let person = if person.is_empty() { Text::dash() } else { Text::name(person) };
    vec![kind, what, person, day(one.since), due]
}

fn day(day: Option<Day>) -> Text {
    day.map_or_else(Text::dash, |day| Text::name(day.to_string()))
}

/// Visits that are not over, with what the leaver is in them.
pub(super) fn visits(one: &PackAccount, say: &Say) -> Vec<Block> {
    if one.visits.is_empty() {
        return Vec::new();
    }
    let columns = vec![
        Column::mm(word(say, "when"), 26.0),
        Column::share(word(say, "what"), 1.0),
        Column::mm(word(say, "principal"), 34.0),
        Column::share(word(say, "parts"), 1.0),
    ];
    let rows = one.visits.iter().map(|visit| visit_row(visit, say)).collect();
    vec![Block::sub(word(say, "visits-head")), Block::Table(Table::new(columns).density(Density::Tight).rows(rows))]
}

fn visit_row(one: &PackVisit, say: &Say) -> Vec<Text> {
    let parts = one.parts.iter().map(|part| label(say, "part", *part));
    let parts: Vec<String> = parts.chain(one.duties.iter().map(|duty| label(say, "duty", *duty))).collect();
    let place = one.place.as_deref().map(clean).unwrap_or_default();
    let purpose = Text::of(one.purpose.as_deref().map(clean).unwrap_or_default());
    let last = if one.to > one.from { Text::name(one.to.to_string()) } else { Text::default() };
    let principal = say.said(&one.principal);
    let principal = if principal.is_empty() { Text::dash() } else { Text::name(principal) };
    vec![
        Text::name(one.from.to_string()).under(last),
        purpose.under(Text::styled(place, Style::NOTE)),
        principal,
        Text::of(parts.join(if say.lang == domain::Lang::ZhCn { "、" } else { ", " })),
    ]
}

/// The leaver's contacts, the newest first.
pub(super) fn history(one: &PackAccount, say: &Say) -> Vec<Block> {
    if one.history.is_empty() {
        return Vec::new();
    }
    let columns = vec![
        Column::mm(word(say, "when"), 24.0),
        Column::mm(word(say, "kind"), 22.0),
        Column::share(word(say, "with"), 1.0),
        Column::share(word(say, "summary"), 1.4),
    ];
    let row = |touch: &domain::engine::drill::pack::PackTouch| {
        let people = say.list(&touch.people);
        let ours = say.list(&touch.ours);
        let people = if people.is_empty() { Text::dash() } else { Text::of(people) };
        let people = if ours.is_empty() {
            people
        } else {
            people.under(Text::styled(format!("{} {ours}", word(say, "together")), Style::NOTE))
        };
        let summary = touch.summary.as_deref().map_or_else(Text::dash, |text| Text::of(clean(text)));
        vec![Text::name(touch.on.to_string()), Text::of(common(say, "touch", touch.kind)), people, summary]
    };
    let rows = one.history.iter().map(row).collect();
    vec![Block::sub(word(say, "history-head")), Block::Table(Table::new(columns).density(Density::Tight).rows(rows))]
}
