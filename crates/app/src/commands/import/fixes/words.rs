//! A list's own words for levels and roles, mapped word by word; and a relation counted from 1 to 10 on our scale of 0 to 5.

use std::collections::HashMap;

use domain::*;
use intake::people::{PeopleField, PeopleList, PersonRow, ProblemCode};

use super::{Fix, Gathered, Ground, Line, NONE};
use crate::wire::FixKind;

const FIELDS: [(PeopleField, &str); 7] = [
    (PeopleField::Attitude, "attitude"),
    (PeopleField::Role, "role"),
    (PeopleField::Function, "function"),
    (PeopleField::Power, "power"),
    (PeopleField::Influence, "influence"),
    (PeopleField::Rank, "rank"),
    (PeopleField::Relation, "relation"),
];

pub(super) fn find(list: &PeopleList, ground: &Ground) -> Vec<Fix> {
    let mut all: HashMap<PeopleField, Gathered> = HashMap::new();
    let at = super::rows_of(list);
    for problem in list.problems.iter().filter(|one| is_word(one.code)) {
        let letter = problem.column.as_ref().map(|one| one.letter.as_str()).unwrap_or_default();
        let Some(field) = ground.field_at(letter) else { continue };
        let Some((_, key)) = FIELDS.iter().find(|(one, _)| *one == field) else { continue };
        let Some(word) = problem.value.as_deref() else { continue };
        let (line, new) = all.entry(field).or_default().line(key, word);
        line.rows.push(problem.row);
        if new && problem.code == ProblemCode::WordLoose {
            let read = at.get(&problem.row).and_then(|place| said_as(&list.rows[*place], field));
            (line.proposed, line.fallback) = (read.clone(), read);
        }
    }
    let fix = |(field, key)| {
        let lines = all.remove(&field)?.lines;
        Some(Fix { kind: FixKind::Words, key, field, lines })
    };
    FIELDS.into_iter().filter_map(fix).collect()
}

fn is_word(code: ProblemCode) -> bool {
    use ProblemCode as P;
    matches!(
        code,
        P::WordLoose
            | P::AttitudeUnreadable
            | P::LevelUnreadable
            | P::RankUnreadable
            | P::RoleUnreadable
            | P::RelationUnreadable
    )
}

fn said_as(row: &PersonRow, field: PeopleField) -> Option<String> {
    match field {
        PeopleField::Attitude => row.attitude.map(|one| one.to_string()),
        PeopleField::Power => row.power.map(|one| one.to_string()),
        PeopleField::Influence => row.influence.map(|one| one.to_string()),
        _ => None,
    }
}

/// Codes a word of the field can stand for, in the order a chooser shows them.
pub(super) fn codes(field: PeopleField) -> Vec<String> {
    let numbers = |range: std::ops::RangeInclusive<i8>| range.map(|one| one.to_string()).collect::<Vec<_>>();
    match field {
        PeopleField::Attitude => numbers(-2..=2).into_iter().rev().collect(),
        PeopleField::Power | PeopleField::Influence => numbers(1..=4),
        PeopleField::Rank => numbers(1..=10),
        PeopleField::Relation => numbers(0..=5),
        PeopleField::Role | PeopleField::Function => {
            let roles = DecisionRole::ALL.iter().map(|one| one.code().to_owned());
            roles.chain(InformalFunction::ALL.iter().map(|one| one.code().to_owned())).collect()
        }
        _ => Vec::new(),
    }
}

pub(super) fn fits(field: PeopleField, choice: &str) -> bool {
    codes(field).iter().any(|one| one == choice)
}

pub(super) fn take(fix: &Fix, list: &mut PeopleList, at: &HashMap<u32, usize>) {
    for line in &fix.lines {
        let meaning = line.holds().filter(|one| *one != NONE);
        for place in line.rows.iter().filter_map(|row| at.get(row)) {
            put(&mut list.rows[*place], fix.field, meaning);
        }
    }
}

fn put(row: &mut PersonRow, field: PeopleField, meaning: Option<&str>) {
    let small = || meaning.and_then(|one| one.parse::<u8>().ok());
    match field {
        PeopleField::Attitude => row.attitude = meaning.and_then(|one| one.parse().ok()),
        PeopleField::Power => row.power = small(),
        PeopleField::Influence => row.influence = small(),
        PeopleField::Rank => row.rank = small(),
        PeopleField::Relation => row.relation = small(),
        _ => {
            if let Some(role) = meaning.and_then(DecisionRole::from_code).filter(|one| !row.roles.contains(one)) {
                row.roles.push(role);
            }
            let function = meaning.and_then(InformalFunction::from_code);
            if let Some(one) = function.filter(|one| !row.functions.contains(one)) {
                row.functions.push(one);
            }
        }
    }
}

/// A relation counted beyond 5, or under a heading that says so.
pub(super) fn scale(list: &PeopleList, ground: &Ground) -> Option<Fix> {
    let heading = ground.heading_of(PeopleField::Relation)?;
    let counted = || list.rows.iter().filter_map(|one| Some((one.row, one.relation?)));
    let most = counted().map(|(_, level)| level).max()?;
    if most <= 5 && !heading.contains("10") {
        return None;
    }
    let proposed = Some("10".to_owned());
    let rows = counted().map(|(row, _)| row).collect();
    let line = Line { rows, proposed: proposed.clone(), fallback: proposed, ..Line::new("scale", "relation", heading) };
    Some(Fix { kind: FixKind::Scale, key: "scale", field: PeopleField::Relation, lines: vec![line] })
}

/// Two steps of ten are one of five: 1 and 2 are 1, 9 and 10 are 5; 0 stays 0.
pub(super) fn take_scale(fix: &Fix, list: &mut PeopleList) {
    let scale = fix.lines.first().and_then(Line::holds).unwrap_or(NONE);
    for row in &mut list.rows {
        row.relation = row.relation.and_then(|level| match scale {
            "10" => Some(level.div_ceil(2)),
            "5" => Some(level).filter(|one| *one <= 5),
            _ => None,
        });
    }
}
