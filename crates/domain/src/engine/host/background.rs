//! Points that rest on background: dialect, native place, school, career, things in common (B.4.9).
//!
//! Only with the host's recorded consent; unknown gives 0 points and no penalty. Deliberately absent: ethnicity,
//! religion, health, sex, age, family, looks.

use super::Guest;
use super::guest::Told;
use super::ours::Ours;
use super::points::Gain;
use crate::engine::entity::EntityKey;
use crate::engine::places::{DialectMatch, PlaceMatch, is_municipality, match_dialects, match_settled};
use crate::engine::{Param, Reason};
use crate::{Fact, FactKind, Stay};

fn told(told: &Told, gain: Gain) -> Gain {
    Gain { guest_source: told.source.clone(), host_source: Some("self"), ..gain }
}

/// What to say when nothing matched: unknown when the guest was never asked, silent when the host did not consent.
fn no_match(ours: &Ours, known: bool) -> Gain {
    if ours.staff.bg_ok && !known { Gain::nothing_known() } else { Gain::default() }
}

/// The pair with the most points; the first of equals.
fn best<T>(pairs: impl Iterator<Item = (u32, T)>) -> Option<(u32, T)> {
    pairs.fold(None, |most, one| match most {
        Some(most) if most.0 >= one.0 => Some(most),
        _ => Some(one),
    })
}

/// Same piece 12, same group other than Mandarin 8, same Mandarin subgroup 6. Only what both told, never a guess from a place.
pub(super) fn dialect(ours: &Ours, guest: &Guest) -> Gain {
    let own = ours.staff.dialects.iter().filter(|_| ours.staff.bg_ok);
    let pairs = own.flat_map(|mine| guest.dialects.iter().map(move |one| (mine, one)));
    let pairs = pairs.filter_map(|(mine, one)| {
        let theirs = one.value?;
        let near = match_dialects(mine, theirs)?;
        let points = match near {
            DialectMatch::Piece => 12,
            DialectMatch::Group => 8,
            DialectMatch::Subgroup => 6,
        };
        Some((points, (near, one, theirs)))
    });
    let Some((points, (near, one, theirs))) = best(pairs) else {
        return no_match(ours, guest.knows(&[FactKind::Dialect]));
    };
    let (code, shared) = match near {
        DialectMatch::Piece => ("dialect-same-piece", theirs.to_owned()),
        DialectMatch::Group => ("dialect-same-group", prefix(theirs, 1)),
        DialectMatch::Subgroup => ("dialect-same-subgroup", prefix(theirs, 2)),
    };
    told(one, Gain::of(points, Reason::new(code).with("dialect", Param::Dialect(shared))))
}

fn prefix(code: &str, parts: usize) -> String {
    code.split('.').take(parts).collect::<Vec<_>>().join(".")
}

/// Same county 10, same city 7, same province or country 4; the best of where the guest is from, was born, grew up.
pub(super) fn native(ours: &Ours, guest: &Guest) -> Gain {
    let pairs = guest.origins.iter().filter_map(|(one, theirs)| {
        let near = match_settled(ours.background.native.as_deref()?, theirs)?;
        let points = match near {
            PlaceMatch::County => 10,
            PlaceMatch::City => 7,
            PlaceMatch::Province | PlaceMatch::Country => 4,
        };
        Some((points, (near, one, theirs)))
    });
    let Some((points, (near, one, theirs))) = best(pairs) else { return no_match(ours, guest.knows_origin()) };
    let (code, shared) = match near {
        PlaceMatch::County => ("native-same-county", theirs.to_owned()),
        PlaceMatch::City => ("native-same-city", city_of(theirs)),
        PlaceMatch::Province => ("native-same-province", format!("{}0000", &theirs[..2])),
        PlaceMatch::Country => ("native-same-country", theirs.to_owned()),
    };
    told(one, Gain::of(points, Reason::new(code).with("place", Param::Place(shared))))
}

/// The city's own code; a municipality is named by its province part.
fn city_of(code: &str) -> String {
    if is_municipality(code) { format!("{}0000", &code[..2]) } else { format!("{}00", &code[..4]) }
}

/// Same school with overlapping years 8, without 5.
pub(super) fn school(ours: &Ours, guest: &Guest) -> Gain {
    let gain = stays(&ours.background.schools, &guest.schools, (8, "school-overlap"), (5, "school-same"));
    gain.unwrap_or_else(|| no_match(ours, guest.knows(&[FactKind::School])))
}

/// Same former employer with overlapping years 6, without 3; both served in the forces and both made it known 4.
pub(super) fn career(ours: &Ours, guest: &Guest) -> Gain {
    let gain = stays(&ours.background.employers, &guest.employers, (6, "employer-overlap"), (3, "employer-same"));
    let served = guest.served.as_ref().filter(|_| ours.staff.bg_ok && ours.staff.served);
    let served = served.map(|one| told(one, Gain::of(4, Reason::new("both-served"))));
    match (gain, served) {
        (Some(gain), Some(served)) if gain.points >= served.points => gain,
        (_, Some(served)) => served,
        (Some(gain), None) => gain,
        (None, None) => no_match(ours, guest.knows(&[FactKind::Employer, FactKind::Served])),
    }
}

fn stays(
    ours: &[(EntityKey, &Stay)],
    theirs: &[(Told, EntityKey)],
    overlapping: (u32, &'static str),
    same: (u32, &'static str),
) -> Option<Gain> {
    let pairs = ours
        .iter()
        .flat_map(|(key, stay)| theirs.iter().filter(move |one| one.1 == *key).map(move |one| (stay, &one.0)));
    let pairs = pairs.map(|(stay, one)| match overlap(stay, one.fact) {
        Some(years) => (overlapping.0, (one, Some(years))),
        None => (same.0, (one, None)),
    });
    let (points, (one, years)) = best(pairs)?;
    let place = Param::Text(one.value.unwrap_or_default().trim().to_owned());
    let reason = match years {
        Some((from, to)) => Reason::new(overlapping.1)
            .with("place", place)
            .with("from", Param::Int(from.into()))
            .with("to", Param::Int(to.into())),
        None => Reason::new(same.1).with("place", place),
    };
    Some(told(one, Gain::of(points, reason)))
}

/// Years both were there: `max(from) ≤ min(to)`; unknown years never overlap.
fn overlap(stay: &Stay, fact: &Fact) -> Option<(i32, i32)> {
    let from = stay.from_year?.max(fact.from_year?);
    let to = stay.to_year?.min(fact.to_year?);
    (from <= to).then_some((from, to))
}

/// Same profession 3, a shared hobby 2.
pub(super) fn affinity(ours: &Ours, guest: &Guest) -> Gain {
    if !ours.staff.bg_ok {
        return Gain::default();
    }
    let pursuits = &ours.background.pursuits;
    let profession =
        guest.professions.iter().find(|one| pursuits.profession.as_ref() == Some(&one.1)).map(|one| &one.0);
    let hobby = guest.hobbies.iter().find(|one| pursuits.hobbies.contains(&one.1)).map(|one| &one.0);
    let text = |one: &Told| Param::Text(one.value.unwrap_or_default().to_owned());
    match (profession, hobby) {
        (Some(job), Some(play)) => {
            let reason = Reason::new("affinity-both").with("profession", text(job)).with("hobby", text(play));
            told(job, Gain::of(5, reason))
        }
        (Some(job), None) => told(job, Gain::of(3, Reason::new("profession-same").with("profession", text(job)))),
        (None, Some(play)) => told(play, Gain::of(2, Reason::new("hobby-shared").with("hobby", text(play)))),
        (None, None) => no_match(ours, guest.knows(&[FactKind::Profession, FactKind::Hobby])),
    }
}
