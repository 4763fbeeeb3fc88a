//! Which of several facts of one kind goes first, which contradict each other, and which are too old to rely on (B.2.10, B.4.7).
//!
//! Deliberately absent: choosing one and dropping the others. What is said stays until a person takes it away.

use super::completeness::certainty;
use super::freshness::{freshness, half_life};
use crate::{Confidence, Day, Fact, FactId, FactKind};
use std::cmp::Ordering;

codes! {
    /// The part of the page a fact stands in.
    FactGroup { Work = "work", Contact = "contact", Background = "background", Talk = "talk", Care = "care" }
}
codes! {
    /// What a fact is kept for when nobody says otherwise (F.4).
    FactPurpose { Planning = "planning", Contact = "contact", Matching = "matching", Talk = "talk", Gift = "gift", Dining = "dining" }
}

/// The part of the page a kind of fact stands in.
pub fn group_of(kind: FactKind) -> FactGroup {
    use FactKind as K;
    match kind {
        K::Position | K::Duty | K::Concern => FactGroup::Work,
        K::Mobile | K::Phone | K::Email | K::Messenger | K::WorkAddress => FactGroup::Contact,
        K::NativePlace
        | K::BirthPlace
        | K::GrewUp
        | K::Dialect
        | K::Language
        | K::School
        | K::Employer
        | K::Profession
        | K::Served => FactGroup::Background,
        K::Hobby | K::Style | K::Note | K::GiftAvoid => FactGroup::Talk,
        K::Diet => FactGroup::Care,
    }
}

/// What a kind of fact is kept for unless a person says otherwise.
pub fn purpose_of(kind: FactKind) -> FactPurpose {
    match (kind, group_of(kind)) {
        (FactKind::GiftAvoid, _) => FactPurpose::Gift,
        (_, FactGroup::Work) => FactPurpose::Planning,
        (_, FactGroup::Contact) => FactPurpose::Contact,
        (_, FactGroup::Background) => FactPurpose::Matching,
        (_, FactGroup::Talk) => FactPurpose::Talk,
        (_, FactGroup::Care) => FactPurpose::Dining,
    }
}

/// The better source first (B.2.10), then what was verified later.
pub fn rank(one: &Fact, other: &Fact) -> Ordering {
    certainty(other.confidence)
        .total_cmp(&certainty(one.confidence))
        .then(other.verified_on.cmp(&one.verified_on))
        .then(other.id.cmp(&one.id))
}

/// Whether a person has one of this at a time, so that two values contradict each other.
pub fn is_single(kind: FactKind) -> bool {
    use FactKind as K;
    matches!(kind, K::Position | K::NativePlace | K::BirthPlace | K::GrewUp | K::WorkAddress | K::Profession)
}

/// The facts of one person that contradict another one, rumours aside. "Asked: none" beside a value is a contradiction of any kind.
pub fn contradicting(facts: &[&Fact]) -> Vec<FactId> {
    let told = |one: &&&Fact| one.confidence != Confidence::Rumour;
    let differs = |one: &Fact, other: &Fact| {
        one.id != other.id
            && one.kind == other.kind
            && one.value.as_deref().map(str::trim) != other.value.as_deref().map(str::trim)
            && (is_single(one.kind) || one.value.is_none() || other.value.is_none())
    };
    let against = |one: &&&Fact| facts.iter().filter(told).any(|other| differs(one, other));
    facts.iter().filter(told).filter(against).map(|one| one.id).collect()
}

/// Whether a fact is too old to rely on: freshness below one half, or never verified though its kind ages.
pub fn is_stale(fact: &Fact, as_of: Day) -> bool {
    let Some(half) = half_life(fact.kind) else { return false };
    fact.verified_on.is_none_or(|day| freshness((as_of - day).num_days(), Some(half)) < 0.5)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::DataClass;

    fn fact(n: u128, kind: FactKind, value: Option<&str>, confidence: Confidence, verified: Option<&str>) -> Fact {
        Fact {
            id: uuid::Uuid::from_u128(n).into(),
            r#ref: None,
            person: uuid::Uuid::nil().into(),
            kind,
            value: value.map(str::to_owned),
            level: None,
            from_year: None,
            to_year: None,
            source: None,
            confidence,
            verified_on: verified.map(|day| day.parse().unwrap()),
            purpose: None,
            class: DataClass::P0,
            retain_until: None,
            verified_by: None,
        }
    }

    #[test]
    fn the_better_source_goes_first_and_then_the_newer_word() {
        let old = fact(1, FactKind::Position, Some("a"), Confidence::Confirmed, Some("2026-01-01"));
        let card = fact(2, FactKind::Position, Some("b"), Confidence::Reliable, Some("2026-11-01"));
        let new = fact(3, FactKind::Position, Some("c"), Confidence::Confirmed, Some("2026-10-01"));
        let mut all = [&card, &old, &new];
        all.sort_by(|one, other| rank(one, other));
        assert_eq!(all.map(|one| one.id), [new.id, old.id, card.id]);
    }

    #[test]
    fn two_values_of_what_one_has_once_contradict() {
        let one = fact(1, FactKind::NativePlace, Some("511126"), Confidence::Confirmed, None);
        let other = fact(2, FactKind::NativePlace, Some("510100"), Confidence::Unverified, None);
        let rumour = fact(3, FactKind::NativePlace, Some("110101"), Confidence::Rumour, None);
        let hobbies = [
            fact(4, FactKind::Hobby, Some("a"), Confidence::Confirmed, None),
            fact(5, FactKind::Hobby, Some("b"), Confidence::Confirmed, None),
        ];
        assert_eq!(contradicting(&[&one, &other, &rumour]), [one.id, other.id]);
        assert!(contradicting(&[&one, &rumour]).is_empty(), "a rumour contradicts nobody");
        assert!(contradicting(&[&hobbies[0], &hobbies[1]]).is_empty());
        let none = fact(6, FactKind::Hobby, None, Confidence::Confirmed, None);
        assert_eq!(contradicting(&[&hobbies[0], &none]).len(), 2);
    }

    #[test]
    fn stale_begins_behind_the_half_life() {
        let at = |day: Option<&str>, kind| {
            is_stale(&fact(1, kind, Some("x"), Confidence::Confirmed, day), "2026-11-20".parse().unwrap())
        };
        assert!(!at(Some("2026-05-24"), FactKind::Position), "180 days: half");
        assert!(at(Some("2026-05-23"), FactKind::Position), "181 days");
        assert!(at(None, FactKind::Position), "never verified");
        assert!(!at(None, FactKind::School), "does not age");
    }
}
