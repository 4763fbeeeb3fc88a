//! Points that rest on background: dialect, native place, school, career, things in common (B.4.9).
//!
//! Only with the host's recorded consent; unknown gives 0 points and no penalty. Deliberately absent: ethnicity,
//! religion, health, sex, age, family, looks. "Both served" is absent too: no fact kind records it for a guest.

use super::Guest;
use super::points::Gain;
use crate::engine::places::{DialectMatch, PlaceMatch, match_dialects, match_places};
use crate::engine::{Param, Reason};
use crate::{Fact, FactKind, Staff, Stay};

const ORIGINS: [FactKind; 3] = [FactKind::NativePlace, FactKind::BirthPlace, FactKind::GrewUp];

fn told(fact: &Fact, gain: Gain) -> Gain {
    Gain { guest_source: fact.source.clone(), host_source: Some("self"), ..gain }
}

/// What to say when nothing matched: unknown when the guest was never asked, silent when the host did not consent.
fn no_match(staff: &Staff, guest: &Guest, kinds: &[FactKind]) -> Gain {
    if staff.bg_ok && !guest.knows(kinds) { Gain::nothing_known() } else { Gain::default() }
}

/// The gain with the most points; the first of equals.
fn best(gains: impl Iterator<Item = Gain>) -> Option<Gain> {
    gains.fold(None, |most: Option<Gain>, one| match most {
        Some(most) if most.points >= one.points => Some(most),
        _ => Some(one),
    })
}

/// Same piece 12, same group other than Mandarin 8, same Mandarin subgroup 6.
pub(super) fn dialect(staff: &Staff, guest: &Guest) -> Gain {
    let ours = staff.dialects.iter().filter(|_| staff.bg_ok);
    let pairs = ours.flat_map(|ours| guest.facts(FactKind::Dialect).map(move |(fact, theirs)| (ours, fact, theirs)));
    let gains = pairs.filter_map(|(ours, fact, theirs)| {
        let (points, code, shared) = match match_dialects(ours, theirs)? {
            DialectMatch::Piece => (12, "dialect-same-piece", theirs.to_owned()),
            DialectMatch::Group => (8, "dialect-same-group", prefix(theirs, 1)),
            DialectMatch::Subgroup => (6, "dialect-same-subgroup", prefix(theirs, 2)),
        };
        Some(told(fact, Gain::of(points, Reason::new(code).with("dialect", Param::Dialect(shared)))))
    });
    best(gains).unwrap_or_else(|| no_match(staff, guest, &[FactKind::Dialect]))
}

fn prefix(code: &str, parts: usize) -> String {
    code.split('.').take(parts).collect::<Vec<_>>().join(".")
}

/// Same county 10, same city 7, same province or country 4; the best of where the guest is from, was born, grew up.
pub(super) fn native(staff: &Staff, guest: &Guest) -> Gain {
    let ours = staff.native_place.as_deref().filter(|_| staff.bg_ok);
    let facts = ORIGINS.iter().flat_map(|kind| guest.facts(*kind));
    let gains = facts.filter_map(|(fact, theirs)| {
        let (points, code, shared) = match match_places(ours?, theirs)? {
            PlaceMatch::County => (10, "native-same-county", theirs.to_owned()),
            PlaceMatch::City => (7, "native-same-city", city_of(theirs)),
            PlaceMatch::Province => (4, "native-same-province", format!("{}0000", &theirs[..2])),
            PlaceMatch::Country => (4, "native-same-country", theirs.to_owned()),
        };
        Some(told(fact, Gain::of(points, Reason::new(code).with("place", Param::Place(shared)))))
    });
    best(gains).unwrap_or_else(|| no_match(staff, guest, &ORIGINS))
}

/// The city's own code; a municipality is named by its province part.
fn city_of(code: &str) -> String {
    match &code[..2] {
        "11" | "12" | "31" | "50" => format!("{}0000", &code[..2]),
        _ => format!("{}00", &code[..4]),
    }
}

/// Same school with overlapping years 8, without 5.
pub(super) fn school(staff: &Staff, guest: &Guest) -> Gain {
    let gain = stays(staff, &staff.schools, guest, FactKind::School, (8, "school-overlap"), (5, "school-same"));
    gain.unwrap_or_else(|| no_match(staff, guest, &[FactKind::School]))
}

/// Same former employer with overlapping years 6, without 3.
pub(super) fn career(staff: &Staff, guest: &Guest) -> Gain {
    let gain = stays(staff, &staff.employers, guest, FactKind::Employer, (6, "employer-overlap"), (3, "employer-same"));
    gain.unwrap_or_else(|| no_match(staff, guest, &[FactKind::Employer]))
}

fn stays(
    staff: &Staff,
    ours: &[Stay],
    guest: &Guest,
    kind: FactKind,
    overlapping: (u32, &'static str),
    same: (u32, &'static str),
) -> Option<Gain> {
    let ours = ours.iter().filter(|_| staff.bg_ok);
    let pairs = ours.flat_map(|stay| guest.facts(kind).map(move |(fact, place)| (stay, fact, place)));
    let gains = pairs.filter(|(stay, _, place)| stay.place.trim() == place.trim()).map(|(stay, fact, place)| {
        let place = Param::Text(place.to_owned());
        let gain = match overlap(stay, fact) {
            Some((from, to)) => Gain::of(
                overlapping.0,
                Reason::new(overlapping.1)
                    .with("place", place)
                    .with("from", Param::Int(from.into()))
                    .with("to", Param::Int(to.into())),
            ),
            None => Gain::of(same.0, Reason::new(same.1).with("place", place)),
        };
        told(fact, gain)
    });
    best(gains)
}

/// Years both were there: `max(from) ≤ min(to)`; unknown years never overlap.
fn overlap(stay: &Stay, fact: &Fact) -> Option<(i32, i32)> {
    let from = stay.from_year?.max(fact.from_year?);
    let to = stay.to_year?.min(fact.to_year?);
    (from <= to).then_some((from, to))
}

/// Same profession 3, a shared hobby 2.
pub(super) fn affinity(staff: &Staff, guest: &Guest) -> Gain {
    if !staff.bg_ok {
        return Gain::default();
    }
    let profession = guest.facts(FactKind::Profession).find(|(_, one)| staff.profession.as_deref() == Some(one));
    let hobby = guest.facts(FactKind::Hobby).find(|(_, one)| staff.hobbies.iter().any(|own| own == one));
    let text = |one: &str| Param::Text(one.to_owned());
    match (profession, hobby) {
        (Some((fact, job)), Some((_, play))) => {
            let reason = Reason::new("affinity-both").with("profession", text(job)).with("hobby", text(play));
            told(fact, Gain::of(5, reason))
        }
        (Some((fact, job)), None) => {
            told(fact, Gain::of(3, Reason::new("profession-same").with("profession", text(job))))
        }
        (None, Some((fact, play))) => told(fact, Gain::of(2, Reason::new("hobby-shared").with("hobby", text(play)))),
        (None, None) => no_match(staff, guest, &[FactKind::Profession, FactKind::Hobby]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fact(from: Option<i32>, to: Option<i32>) -> Fact {
        Fact {
            id: uuid::Uuid::from_u128(1).into(),
            r#ref: None,
            person: uuid::Uuid::from_u128(2).into(),
            kind: FactKind::School,
            value: Some("样例大学".into()),
            level: None,
            from_year: from,
            to_year: to,
            source: None,
            confidence: crate::Confidence::Confirmed,
            verified_on: None,
            purpose: None,
            class: crate::DataClass::P2,
            retain_until: None,
        }
    }

    #[test]
    fn years_overlap_when_the_later_start_is_not_after_the_earlier_end() {
        let stay = Stay { place: "样例大学".into(), from_year: Some(1990), to_year: Some(1994) };
        assert_eq!(overlap(&stay, &fact(Some(1994), Some(1998))), Some((1994, 1994)));
        assert_eq!(overlap(&stay, &fact(Some(1995), Some(1998))), None);
        assert_eq!(overlap(&stay, &fact(Some(1980), None)), None, "unknown years never overlap");
    }
}
