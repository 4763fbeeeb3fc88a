//! How complete what we know of a stakeholder is (B.4.6), and how much of the background is known: counted, never scored.
//!
//! Sensitive facts are part of neither. Deliberately absent: any weight for private facts, and advice whom to ask.

use super::cadence::touch_fresh;
use super::chain::Stakeholder;
use super::freshness::{ATTITUDE, freshness, half_life};
use crate::{Confidence, Day, Fact, FactKind, Person};

codes! {
    /// The scored fields (B.4.6).
    CorePart {
        Name = "name", Position = "position", Unit = "unit", Role = "role", Attitude = "attitude", Power = "power", Channel = "channel",
        Address = "address", Concern = "concern", Work = "work", Owner = "owner", Touch = "touch",
    }
}

/// The seven background matters that are counted.
pub const BACKGROUND: [FactKind; 7] = [
    FactKind::NativePlace,
    FactKind::Dialect,
    FactKind::School,
    FactKind::Employer,
    FactKind::Profession,
    FactKind::Language,
    FactKind::Hobby,
];

/// What is known of one stakeholder. `reports`: the line to a superior is known, or they are the head.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    pub person: &'a Person,
    /// The person's own facts.
    pub facts: &'a [&'a Fact],
    /// `None`: in no account, so nobody's stakeholder.
    pub row: Option<&'a Stakeholder>,
    pub reports: bool,
    pub as_of: Day,
}

/// The score with its parts: each with the points it has and could have.
#[derive(Debug, Clone, PartialEq)]
pub struct Completeness {
    /// 0–100.
    pub value: f64,
    pub parts: Vec<(CorePart, f64, f64)>,
    pub background_known: u32,
}

/// Certainty of a confidence (B.2.10).
pub fn certainty(confidence: Confidence) -> f64 {
    match confidence {
        Confidence::Confirmed => 1.0,
        Confidence::Reliable => 0.8,
        Confidence::Unverified => 0.5,
        Confidence::Rumour => 0.0,
    }
}

/// What a fact is worth as evidence: certainty × freshness. One that ages and was never verified counts as at its half-life.
pub fn worth(fact: &Fact, as_of: Day) -> f64 {
    let half = half_life(fact.kind);
    let fresh = match (half, fact.verified_on) {
        (None, _) => 1.0,
        (half, Some(day)) => freshness((as_of - day).num_days(), half),
        (Some(_), None) => 0.5,
    };
    certainty(fact.confidence) * fresh
}

/// Points of B.4.6: each filled field × confidence × freshness; where a record carries neither, both count as 1.
pub fn completeness(known: &Known) -> Completeness {
    let age = |day: Option<Day>, half| day.map_or(0.0, |day| freshness((known.as_of - day).num_days(), Some(half)));
    let flag = |yes: bool| f64::from(u8::from(yes));
    let row = known.row;
    let chain = row.filter(|one| one.in_chain);
    let attitude = row.filter(|one| one.attitude.is_some() && one.attitude_evidence.is_some());
    let power = chain.map_or(0.0, |one| 0.5 + 0.5 * flag(one.influence_level.is_some()));
    let channel = [FactKind::Mobile, FactKind::Phone, FactKind::Email, FactKind::Messenger, FactKind::WorkAddress];
    let shares = [
        (CorePart::Name, 5.0, flag(known.person.name_zh.is_some() || known.person.name_en.is_some())),
        (CorePart::Position, 15.0, best(known, &[FactKind::Position])),
        (CorePart::Unit, 10.0, flag(row.is_some()) * if known.reports { 1.0 } else { 0.5 }),
        (CorePart::Role, 15.0, flag(chain.is_some_and(|one| !one.roles.is_empty()))),
        (CorePart::Attitude, 10.0, attitude.map_or(0.0, |one| age(one.attitude_on, ATTITUDE))),
        (CorePart::Power, 8.0, power),
        (CorePart::Channel, 7.0, best(known, &channel)),
        (CorePart::Address, 5.0, flag(known.person.address_zh.is_some() || known.person.address_en.is_some())),
        (CorePart::Concern, 12.0, best(known, &[FactKind::Concern])),
        (CorePart::Work, 3.0, best(known, &[FactKind::Employer])),
        (CorePart::Owner, 5.0, flag(row.is_some_and(|one| !one.owners.is_empty()))),
        (CorePart::Touch, 5.0, row.map_or(0.0, |one| touch_fresh(one.days, one.cadence_days))),
    ];
    let parts: Vec<(CorePart, f64, f64)> =
        shares.into_iter().map(|(part, most, share)| (part, most * share, most)).collect();
    let told =
        |kind: &&FactKind| known.facts.iter().any(|one| one.kind == **kind && one.confidence != Confidence::Rumour);
    Completeness {
        value: parts.iter().map(|one| one.1).sum(),
        parts,
        background_known: BACKGROUND.iter().filter(told).count() as u32,
    }
}

/// The best of the facts of some kinds that say something.
fn best(known: &Known, kinds: &[FactKind]) -> f64 {
    let own = known.facts.iter().filter(|one| kinds.contains(&one.kind) && one.value.is_some());
    own.map(|one| worth(one, known.as_of)).fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::DataClass;
    use crate::engine::fixture;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn fact(kind: FactKind, confidence: Confidence, verified: Option<&str>) -> Fact {
        Fact {
            id: uuid::Uuid::nil().into(),
            r#ref: None,
            person: uuid::Uuid::nil().into(),
            kind,
            value: Some("x".into()),
            level: None,
            from_year: None,
            to_year: None,
            source: Some("x".into()),
            confidence,
            verified_on: verified.map(day),
            purpose: None,
            class: DataClass::P0,
            retain_until: None,
            verified_by: None,
        }
    }

    fn points(facts: &[&Fact], part: CorePart) -> f64 {
        let person = fixture::person(30, "样例一");
        let known = Known { person: &person, facts, row: None, reports: false, as_of: day("2026-11-20") };
        completeness(&known).parts.iter().find(|one| one.0 == part).unwrap().1
    }

    #[test]
    fn a_field_counts_by_certainty_and_age() {
        let at = |confidence, verified| points(&[&fact(FactKind::Position, confidence, verified)], CorePart::Position);
        assert!((at(Confidence::Confirmed, Some("2026-11-20")) - 15.0).abs() < 1e-9);
        assert!((at(Confidence::Reliable, Some("2026-11-20")) - 12.0).abs() < 1e-9);
        assert!((at(Confidence::Confirmed, Some("2026-05-24")) - 7.5).abs() < 1e-9, "one half-life ago");
        assert_eq!(at(Confidence::Rumour, Some("2026-11-20")), 0.0);
        assert!((at(Confidence::Confirmed, None) - 7.5).abs() < 1e-9, "never verified");
        assert!(
            (points(&[&fact(FactKind::Employer, Confidence::Confirmed, None)], CorePart::Work) - 3.0).abs() < 1e-9,
            "does not age"
        );
    }

    #[test]
    fn the_parts_are_a_hundred_and_background_gives_no_points() {
        let person = fixture::person(30, "样例一");
        let bare = Known { person: &person, facts: &[], row: None, reports: false, as_of: day("2026-11-20") };
        let before = completeness(&bare);
        assert_eq!(before.parts.iter().map(|one| one.2).sum::<f64>(), 100.0);
        let told: Vec<Fact> = BACKGROUND
            .iter()
            .filter(|kind| **kind != FactKind::Employer)
            .map(|kind| fact(*kind, Confidence::Confirmed, Some("2026-11-20")))
            .collect();
        let told: Vec<&Fact> = told.iter().collect();
        let after = completeness(&Known { facts: &told, ..bare });
        assert_eq!((after.value, after.background_known), (before.value, 6));
        let rumour = fact(FactKind::Hobby, Confidence::Rumour, None);
        assert_eq!(completeness(&Known { facts: &[&rumour], ..bare }).background_known, 0);
    }
}
