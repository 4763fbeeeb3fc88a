//! Facts of one person in words, for the inspector and the page. Deliberately absent: which are shown, and in which order groups stand.

use domain::engine::completeness::BACKGROUND;
use domain::engine::fact_rank::{contradicting, group_of, is_stale, rank};
use domain::engine::freshness::{freshness, half_life};
use domain::engine::places::{dialect_name, place_name};
use domain::scene::Wording;
use domain::*;

use crate::commands::{fact, place};
use crate::names;
use crate::wire::{FactRow, PersonFact};
use crate::words::Speech;

/// What facts are read with. `seat`: whose title a position may repeat.
pub(crate) struct FactReader<'a> {
    pub snapshot: &'a Snapshot,
    pub speech: &'a Speech<'a>,
    pub today: Day,
    pub seat: Option<&'a Seat>,
}

impl FactReader<'_> {
    fn own(&self, person: PersonId) -> Vec<&Fact> {
        let mut own: Vec<&Fact> = self.snapshot.facts.iter().filter(|one| one.person == person).collect();
        own.sort_by(|one, other| one.kind.cmp(&other.kind).then(rank(one, other)));
        own
    }

    /// Known facts without rumours, and a line for what was never asked.
    pub fn rows(&self, person: PersonId) -> Vec<FactRow> {
        let own = self.own(person);
        let told = own.iter().filter(|one| one.confidence != Confidence::Rumour);
        let mut rows: Vec<FactRow> = told.map(|one| self.row(one)).collect();
        let open = BACKGROUND.iter().chain(&[FactKind::Diet]);
        let missing: Vec<FactRow> =
            open.filter(|kind| !rows.iter().any(|one| one.kind == **kind)).map(|kind| self.not_asked(*kind)).collect();
        rows.extend(missing);
        rows.sort_by_key(|one| (!one.asked, one.kind));
        rows
    }

    /// Every fact with all that is kept of it, rumours too, the better source first.
    pub fn full(&self, person: PersonId) -> Vec<PersonFact> {
        let own = self.own(person);
        let against = contradicting(&own);
        let row = |one: &&Fact| PersonFact {
            row: self.row(one),
            group: group_of(one.kind),
            retain_until: one.retain_until,
            stale: is_stale(one, self.today),
            contradicts: against.contains(&one.id),
            rumour: one.confidence == Confidence::Rumour,
        };
        own.iter().map(row).collect()
    }

    /// One fact; a sensitive one is named but not shown.
    pub fn row(&self, fact: &Fact) -> FactRow {
        let age = fact.verified_on.map(|day| (self.today - day).num_days().max(0));
        let hidden = fact.class == DataClass::P3 && fact.value.is_some();
        FactRow {
            id: Some(fact.id),
            kind: fact.kind,
            label: self.speech.label("fact", fact.kind),
            value: if hidden { None } else { self.worded(fact) },
            asked: true,
            hidden,
            class: fact.class,
            source: fact.source.clone(),
            confidence: Some(fact.confidence),
            confidence_text: self.speech.label("code", fact.confidence),
            verified_on: fact.verified_on,
            age_days: age,
            freshness: age.and_then(|age| half_life(fact.kind).map(|half| freshness(age, Some(half)))),
            purpose: fact.purpose.clone(),
            verified_by: fact.verified_by.map(|id| names::staff_name(self.snapshot, id, self.speech.lang())),
            places: place::choices(fact.kind, fact.value.as_deref().filter(|_| !hidden), self.speech.lang()),
        }
    }

    fn not_asked(&self, kind: FactKind) -> FactRow {
        FactRow {
            id: None,
            kind,
            label: self.speech.label("fact", kind),
            value: None,
            asked: false,
            hidden: false,
            class: fact::class_of(kind),
            source: None,
            confidence: None,
            confidence_text: String::new(),
            verified_on: None,
            age_days: None,
            freshness: None,
            purpose: None,
            verified_by: None,
            places: Vec::new(),
        }
    }

    /// Codes become names; years follow schools and employers.
    pub fn worded(&self, fact: &Fact) -> Option<String> {
        let value = fact.value.as_deref()?;
        let lang = self.speech.lang();
        let text = match fact.kind {
            FactKind::NativePlace | FactKind::BirthPlace | FactKind::GrewUp => {
                place_name(value, lang).unwrap_or_else(|| value.to_owned())
            }
            FactKind::Dialect => dialect_name(value, lang).map_or_else(|| value.to_owned(), str::to_owned),
            FactKind::Language => {
                let name = self.speech.say(&format!("language-{value}"));
                let name = if name.starts_with("language-") { value.to_owned() } else { name };
                fact.level.as_ref().map_or(name.clone(), |level| format!("{name} {level}"))
            }
            // The post as the list had it, in the language of the screen where the seat knows both.
            FactKind::Position if self.seat.is_some_and(|seat| seat.title_zh.as_deref() == Some(value)) => {
                self.seat.map_or_else(String::new, |seat| names::either(&seat.title_zh, &seat.title_en, lang))
            }
            _ => value.to_owned(),
        };
        let year = |year: i32| format!("{year:04} ").trim().to_owned();
        Some(match (fact.from_year, fact.to_year) {
            (Some(from), Some(to)) => {
                self.speech.text("app-years", &[("text", text), ("from", year(from)), ("to", to.to_string())])
            }
            (Some(from), None) => self.speech.text("person-years-since", &[("text", text), ("from", year(from))]),
            _ => text,
        })
    }
}
