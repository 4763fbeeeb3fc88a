//! A card in words, for screen readers, the outline and the text inside exported drawings. Owns: their order.
//! Deliberately absent: the words themselves.

use super::card::overdue;
use super::index::Index;
use crate::engine::chain::{Holding, Stakeholder};
use crate::{Code, Lang};

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

/// Everything the card of `row` says, uncut: name, post, unit, roles, attitude, power, relation, owner, last touch.
pub(super) fn words(index: &Index, row: &Stakeholder) -> String {
    let label = index.person(row.person).and_then(|person| person.label.clone());
    let name = match label.filter(|_| row.holding == Holding::Held) {
        Some(label) => index.words.text("map-say-labelled", &[("name", index.name(row)), ("label", label)]),
        None => index.name(row),
    };
    let mut parts = vec![name, index.post(row)];
    parts.extend(index.seats.get(&row.seat).map(|seat| index.unit_name(seat.unit)));
    if row.in_chain {
        judgements(index, row, &mut parts);
    } else {
        parts.push(index.word(if row.no_contact { "map-no-contact" } else { "map-not-in-chain" }));
    }
    parts.push(match row.days {
        Some(days) => index.with("map-say-days", "n", days),
        None => index.word("map-never-touched"),
    });
    if overdue(row) {
        parts.push(index.word("map-say-overdue"));
    }
    parts.join(if index.lang() == Lang::ZhCn { "；" } else { "; " })
}

fn judgements(index: &Index, row: &Stakeholder, parts: &mut Vec<String>) {
    let between = if index.lang() == Lang::ZhCn { "、" } else { ", " };
    let roles = row.roles.iter().map(|role| index.word(&format!("map-role-{}", role.code())));
    let functions = row.functions.iter().map(|one| index.word(&format!("map-function-{}", one.code())));
    let all: Vec<String> = roles.chain(functions).collect();
    if !all.is_empty() {
        parts.push(all.join(between));
    }
    parts.push(index.with("map-say-attitude", "level", index.word(attitude_key(row.attitude))));
    let influence = row.influence_level.map_or_else(|| index.word("map-unknown"), |level| level.to_string());
    let power = [("power", row.formal_power.to_string()), ("influence", influence)];
    parts.push(index.words.text("map-say-power", &power));
    parts.push(index.with("map-say-relation", "n", row.level));
    if row.no_contact {
        parts.push(index.word("map-no-contact"));
    } else if row.owners.is_empty() {
        parts.push(index.word("map-no-owner"));
    } else {
        let owners: Vec<String> = row.owners.iter().map(|&staff| index.staff_name(staff)).collect();
        parts.push(index.with("map-say-owner", "names", owners.join(between)));
    }
}
