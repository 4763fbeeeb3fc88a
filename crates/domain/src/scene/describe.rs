//! A card in words, for screen readers, the outline and the text inside exported drawings. Owns: their order.
//! Deliberately absent: the words themselves.

use super::card::{Said, overdue};
use super::index::Index;
use super::lens::{Look, Tag};
use super::{CardText, Lens};
use crate::Lang;
use crate::engine::chain::{Holding, Stakeholder};

/// The catalogue key of an attitude.
pub(super) fn attitude_key(level: Option<i8>) -> &'static str {
    match level {
        Some(2..) => "map-stance-p2",
        Some(1) => "map-stance-p1",
        Some(0) => "map-stance-0",
        Some(-1) => "map-stance-n1",
        Some(..=-2) => "map-stance-n2",
        None => "map-stance-unknown",
    }
}

/// Everything the card of `row` says, uncut: name, post, unit, roles, attitude, power, relation, owner, last touch, and what
/// the lens says beside that.
pub(super) fn words(index: &Index, row: &Stakeholder, said: &Said, look: &Look) -> String {
    let label = index.person(row.person).and_then(|person| person.label.clone());
    let name = match label.filter(|_| row.holding == Holding::Held) {
        Some(label) => index.words.text("map-say-labelled", &[("name", said.name.clone()), ("label", label)]),
        None => said.name.clone(),
    };
    let mut parts = vec![name, said.post.clone()];
    parts.extend(index.unit_name_of(row.seat));
    let all: Vec<&str> = said.roles.iter().chain(&said.functions).map(String::as_str).collect();
    if !all.is_empty() {
        parts.push(all.join(index.between()));
    }
    if row.in_chain {
        judgements(index, row, &mut parts);
    } else {
        parts.push(index.word(if row.no_contact { "map-no-contact" } else { "map-not-in-chain" }));
    }
    if index.is_restricted(row) {
        parts.push(index.word("map-restricted-say"));
    }
    parts.push(match row.days {
        Some(days) => index.number("map-say-days", "n", days),
        None => index.word("map-never-touched"),
    });
    if overdue(row) {
        parts.push(index.word("map-say-overdue"));
    }
    if let Some(waiting) = index.waiting(row) {
        parts.push(index.number("map-say-waiting", "n", waiting.all.into()));
    }
    parts.extend(look.badge.clone());
    if !parts.contains(&look.says) && look.says != index.word(attitude_key(row.attitude)) && !look.says.is_empty() {
        parts.push(look.says.clone());
    }
    parts.join(if index.lang() == Lang::ZhCn { "；" } else { "; " })
}

fn judgements(index: &Index, row: &Stakeholder, parts: &mut Vec<String>) {
    let attitude = row.attitude.map_or(-9, i64::from);
    parts.push(index.once("map-say-attitude", attitude, || {
        index.with("map-say-attitude", "level", index.word(attitude_key(row.attitude)))
    }));
    let both = i64::from(row.formal_power) * 10 + row.influence_level.map_or(0, i64::from);
    parts.push(index.once("map-say-power", both, || {
        let influence = row.influence_level.map_or_else(|| index.word("map-unknown"), |level| level.to_string());
        index.words.text("map-say-power", &[("power", row.formal_power.to_string()), ("influence", influence)])
    }));
    parts.push(index.number("map-say-relation", "n", row.level.into()));
    if row.no_contact {
        parts.push(index.word("map-no-contact"));
    } else if row.owners.is_empty() {
        parts.push(index.word("map-no-owner"));
    } else {
        parts.push(index.with("map-say-owner", "names", index.staff_names(&row.owners)));
    }
}

/// What is written on the card, for surfaces that set text themselves: the sentence of the lens, the owner, the last touch.
pub(super) fn text(index: &Index, row: &Stakeholder, said: Said, look: &Look, lens: Lens) -> CardText {
    let mut note = vec![look.says.clone()];
    if row.no_contact {
        note.push(index.word("map-no-contact"));
    } else if row.in_chain {
        if lens != Lens::Ownership {
            note.push(if row.owners.is_empty() { index.word("map-no-owner") } else { index.staff_names(&row.owners) });
        }
    } else {
        note.push(index.word("map-not-in-chain"));
    }
    if let Some(days) = row.days {
        note.push(index.number("map-days", "n", days));
    } else if lens != Lens::Freshness {
        note.push(index.word("map-never-touched"));
    }
    if let Some(waiting) = index.waiting(row) {
        note.push(index.number("map-say-waiting", "n", waiting.all.into()));
    }
    note.retain(|part| !part.is_empty());
    let own = |tags: &Vec<Tag>| tags.iter().map(|tag| tag.text.clone()).filter(|text| *text != look.says).collect();
    let tags = look.tags.as_ref().map_or_else(|| said.roles.into_iter().chain(said.functions).collect(), own);
    CardText {
        sign: if lens == Lens::Attitude && row.in_chain { sign(row.attitude).to_owned() } else { String::new() },
        name: said.name,
        post: said.post,
        tags: if lens == Lens::Ownership { Vec::new() } else { tags },
        note: note.join(" · "),
    }
}

/// The mark of an attitude as one character.
fn sign(level: Option<i8>) -> &'static str {
    match level {
        Some(2..) => "▲",
        Some(1) => "△",
        Some(0) => "—",
        Some(-1) => "▽",
        Some(..=-2) => "▼",
        None => "?",
    }
}
