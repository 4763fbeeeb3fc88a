//! The tenure line: schools, employers and posts over the years, and who of ours was there too. Deliberately absent: drawing.

use chrono::Datelike;
use domain::engine::asof::is_in_force;
use domain::engine::entity::Aliases;
use domain::*;

use super::Page;
use crate::names::{either, staff_name};
use crate::wire::SpanRow;

/// Most of ours shown beside the person.
const MOST_OURS: usize = 3;

/// A stay with the years it covers, both included.
struct Was<'a> {
    kind: FactKind,
    place: &'a str,
    from: Option<i32>,
    to: Option<i32>,
}

/// All bars: the person's own first, by their beginning, then those of ours who were at the same place.
pub(super) fn spans(page: &Page) -> Vec<SpanRow> {
    let stays: Vec<&Fact> = page.snapshot.facts.iter().filter(|one| is_stay(page, one)).collect();
    let ours = together(page, &stays);
    let mut rows: Vec<SpanRow> = stays.iter().map(|one| stay(one, &ours)).collect();
    rows.extend(
        page.snapshot.tenures.iter().filter(|one| one.person == page.person.id).filter_map(|one| post(page, one)),
    );
    rows.sort_by(|one, other| one.from.unwrap_or(f64::MAX).total_cmp(&other.from.unwrap_or(f64::MAX)));
    rows.extend(ours.into_iter().map(|one| one.1));
    rows
}

fn is_stay(page: &Page, one: &Fact) -> bool {
    one.person == page.person.id
        && matches!(one.kind, FactKind::School | FactKind::Employer)
        && one.value.is_some()
        && one.confidence != Confidence::Rumour
}

fn stay(fact: &Fact, ours: &[(FactId, SpanRow)]) -> SpanRow {
    SpanRow {
        kind: fact.kind.code().to_owned(),
        who: None,
        label: fact.value.clone().unwrap_or_default(),
        from: fact.from_year.map(f64::from),
        // The last year is included.
        to: fact.to_year.map(|year| f64::from(year) + 1.0),
        now: fact.to_year.is_none() && fact.from_year.is_some(),
        shared: ours.iter().any(|one| one.0 == fact.id),
        source: fact.source.clone(),
    }
}

fn years(day: Day) -> f64 {
    f64::from(day.year()) + f64::from(day.ordinal0()) / 366.0
}

fn post(page: &Page, tenure: &Tenure) -> Option<SpanRow> {
    let seat = page.snapshot.seat(tenure.seat)?;
    let now = is_in_force(tenure.from_on, tenure.to_on, page.today) && crate::names::is_there(page.person, page.today);
    Some(SpanRow {
        kind: "post".to_owned(),
        who: None,
        label: either(&seat.title_zh, &seat.title_en, page.speech.lang()),
        from: tenure.from_on.map(years),
        to: tenure.to_on.map(years),
        now,
        shared: false,
        source: tenure.source.clone(),
    })
}

/// Ours who allowed their background to be used (B.4.9) and were at the same place in the same years, each with that stay.
fn together(page: &Page, stays: &[&Fact]) -> Vec<(FactId, SpanRow)> {
    let aliases = Aliases::of(page.snapshot, &[]);
    let mut found: Vec<(FactId, SpanRow)> = Vec::new();
    for staff in page.snapshot.staff.iter().filter(|one| one.bg_ok && one.status != StaffStatus::Departed) {
        let schools = staff.schools.iter().map(|one| was(FactKind::School, one));
        let employers = staff.employers.iter().map(|one| was(FactKind::Employer, one));
        for one in schools.chain(employers) {
            let same = |fact: &&&Fact| {
                fact.kind == one.kind
                    && fact.value.as_deref().is_some_and(|place| aliases.same(place, one.place))
                    && overlap(fact, &one)
            };
            if let Some(fact) = stays.iter().find(same) {
                let row = SpanRow {
                    kind: one.kind.code().to_owned(),
                    who: Some(staff_name(page.snapshot, staff.id, page.speech.lang())),
                    label: one.place.to_owned(),
                    from: one.from.map(f64::from),
                    to: one.to.map(|year| f64::from(year) + 1.0),
                    now: false,
                    shared: true,
                    source: None,
                };
                found.push((fact.id, row));
            }
        }
    }
    found.truncate(MOST_OURS);
    found
}

fn was(kind: FactKind, stay: &Stay) -> Was<'_> {
    Was { kind, place: &stay.place, from: stay.from_year, to: stay.to_year }
}

/// `max(from) ≤ min(to)`; unknown years never overlap (B.4.9).
fn overlap(fact: &Fact, one: &Was) -> bool {
    match (fact.from_year, fact.to_year, one.from, one.to) {
        (Some(from), Some(to), Some(other_from), Some(other_to)) => from.max(other_from) <= to.min(other_to),
        _ => false,
    }
}
