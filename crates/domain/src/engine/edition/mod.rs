//! The editions of a visit that leave the desk (C.1): each a set of its own types, filled by allow-list.
//!
//! Redaction is by construction: a field that an edition does not have cannot be printed, previewed or read out of a file.
//! Whoever prints an edition gets these values and never the records. Deliberately absent: words, paper, attitudes, weights,
//! ties, reasons for the host, open matters, prices, gifts, room numbers, and everybody nobody may approach.

mod agenda;
mod crew;
mod guest;
mod host_card;
mod my_place;
mod people;
mod places;
mod presenting;
#[cfg(test)]
mod tests;

pub use agenda::{AgendaLine, Event, events};
pub use crew::{
    CarLine, ChecklistLine, ContactLine, ContingencyLine, CrewEdition, CrewGuest, CrewLine, DietRow, Gap, GapKind,
    LegLine, MealLine, PostQuestion, RoomLine, SeatSheet, SeatSpot, StopLine, crew_edition, seat_sheets,
};
pub use guest::{GuestCar, GuestContact, GuestEdition, GuestStop, guest_edition};
pub use host_card::{CardPerson, CardPhone, GuestCard, HostCardEdition, host_card_edition};
pub use my_place::MyPlace;
pub use people::{Function, Named, Ours, OursNamed, initials};
pub use places::{PlaceCard, PlacesEdition, places_edition};
pub use presenting::{PresentingEdition, presenting_edition};

use super::host::last_day;
use super::readiness::{Gate, GateState, assess_readiness};
use crate::{Day, Lang, Snapshot, Visit, VisitId, VisitTextKind};

/// Days after the visit when copies are returned (C.5, T+7).
const EXPIRES_AFTER: i64 = 7;

/// A text as it stands in each language; never translated.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said {
    pub zh: Option<String>,
    pub en: Option<String>,
}

impl Said {
    /// The two texts, without empty ones.
    pub fn of(zh: &Option<String>, en: &Option<String>) -> Self {
        let kept =
            |text: &Option<String>| text.as_deref().map(str::trim).filter(|one| !one.is_empty()).map(str::to_owned);
        Self { zh: kept(zh), en: kept(en) }
    }
    /// The text in the language, or the other one.
    pub fn pick(&self, lang: Lang) -> Option<&str> {
        crate::pick(self.zh.as_deref(), self.en.as_deref(), lang)
    }
    pub fn is_empty(&self) -> bool {
        self.zh.is_none() && self.en.is_none()
    }
    /// This text, or the other where there is none in either language.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        if self.is_empty() { other } else { self }
    }
}

codes! {
    /// Why a copy is still a draft.
    DraftReason {
        /// Nobody read the editions for what must not leave the house (GATE6).
        Redaction = "redaction",
        /// Another gate fails.
        Gate = "gate",
        /// The plan is not approved.
        Approval = "approval",
    }
}

/// What stands on every page of every edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    pub account: Said,
    pub company: Said,
    pub from: Day,
    pub to: Day,
    pub place: Option<String>,
    pub as_of: Day,
    /// Copies are void after this day.
    pub expires: Day,
    pub draft: bool,
}

/// Why copies of a visit's editions are drafts as of a day; empty: they are not.
pub fn draft_reasons(snapshot: &Snapshot, visit: VisitId, as_of: Day) -> Vec<DraftReason> {
    let Some(record) = snapshot.visit(visit) else { return Vec::new() };
    let gates = assess_readiness(snapshot, visit, as_of).map_or_else(Vec::new, |one| one.gates);
    let state =
        |wanted: bool| gates.iter().filter(move |one| (one.gate == Gate::Redaction) == wanted).map(|one| one.state);
    let mut reasons = Vec::new();
    if state(true).any(|one| one != GateState::Pass) {
        reasons.push(DraftReason::Redaction);
    }
    if state(false).any(|one| one == GateState::Fail) {
        reasons.push(DraftReason::Gate);
    }
    if record.approved_on.is_none_or(|on| on > as_of) {
        reasons.push(DraftReason::Approval);
    }
    reasons
}

/// What editions are filled from; never part of one.
struct Ground<'a> {
    snapshot: &'a Snapshot,
    visit: &'a Visit,
    as_of: Day,
}

impl<'a> Ground<'a> {
    fn read(snapshot: &'a Snapshot, visit: VisitId, as_of: Day) -> Option<Self> {
        Some(Self { snapshot, visit: snapshot.visit(visit)?, as_of })
    }
    fn heading(&self) -> Heading {
        let (visit, to) = (self.visit, last_day(self.visit));
        let account = self.snapshot.account(visit.account).map(|one| Said::of(&one.name_zh, &one.name_en));
        let company = self.snapshot.companies.first().map(|one| Said::of(&one.name_zh, &one.name_en));
        Heading {
            account: account.unwrap_or_default(),
            company: company.unwrap_or_default(),
            from: visit.starts_on,
            to,
            place: visit.place.clone().filter(|one| !one.trim().is_empty()),
            as_of: self.as_of,
            expires: to.checked_add_signed(chrono::Duration::days(EXPIRES_AFTER)).unwrap_or(to),
            draft: !draft_reasons(self.snapshot, visit.id, self.as_of).is_empty(),
        }
    }
    /// The authored texts of a kind, in order.
    fn texts(&self, kind: VisitTextKind) -> Vec<Said> {
        let own = self.snapshot.visit_texts.iter().filter(|one| one.visit == self.visit.id && one.kind == kind);
        let mut texts: Vec<_> = own.map(|one| (one.position, one.id, Said::of(&one.text_zh, &one.text_en))).collect();
        texts.sort_by_key(|one| (one.0, one.1));
        texts.into_iter().map(|one| one.2).filter(|one| !one.is_empty()).collect()
    }
}

/// A single-language text without blanks around it; `None` when nothing is left.
fn kept(text: &Option<String>) -> Option<String> {
    text.as_deref().map(str::trim).filter(|one| !one.is_empty()).map(str::to_owned)
}
