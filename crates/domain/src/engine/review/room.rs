//! The week as the customer may see it: structure and contacts. Deliberately absent: whatever one of ours thinks, answers
//! for, promised to himself or does not know.

use crate::engine::changes::{ChangeKind, changes_between};
use crate::engine::edition::Said;
use crate::engine::units::unit_of;
use crate::{AccountId, Day, Person, PersonId, PersonStatus, SeatId, Snapshot, StaffId, TouchKind, VisitId};

/// Somebody who came, went or moved, or a post that began or ended.
#[derive(Debug, Clone, PartialEq)]
pub struct StructureChange {
    /// `joined`, `left`, `moved`, `seat_added` or `seat_removed`.
    pub kind: ChangeKind,
    /// Empty for a post without a holder.
    pub name: Said,
    pub post: Said,
    pub unit: Said,
    pub on: Option<Day>,
}

/// A meeting held, or a visit to come.
#[derive(Debug, Clone, PartialEq)]
pub struct Contact {
    pub on: Day,
    /// Still to come.
    pub planned: bool,
    pub visit: Option<VisitId>,
    pub ours: Vec<Said>,
    pub theirs: Vec<Said>,
}

/// What a joint meeting may be shown of an account.
#[derive(Debug, Clone, PartialEq)]
pub struct RoomReview {
    pub account: Said,
    pub since: Day,
    pub until: Day,
    pub changes: Vec<StructureChange>,
    /// In order of days.
    pub contacts: Vec<Contact>,
}

/// Days ahead of which planned contacts are told.
const AHEAD_DAYS: i64 = 28;

/// Structure and formal contacts between two days, and visits of the four weeks after. Calls, messages and dinners are left
/// out: with whom of theirs one of ours speaks alone is not for the table. People nobody may approach, and erased ones, are
/// not named. `None`: there is no such account.
pub fn review_for_room(snapshot: &Snapshot, account: AccountId, since: Day, until: Day) -> Option<RoomReview> {
    let own = snapshot.account(account)?;
    let room = Room { snapshot, until };
    let kinds =
        [ChangeKind::Joined, ChangeKind::Left, ChangeKind::Moved, ChangeKind::SeatAdded, ChangeKind::SeatRemoved];
    let changes = changes_between(snapshot, account, None, since, until);
    let changes = changes.iter().filter(|one| kinds.contains(&one.kind));
    Some(RoomReview {
        account: Said::of(&own.name_zh, &own.name_en),
        since,
        until,
        changes: changes.filter_map(|one| room.change(one.kind, one.seat?, one.person, one.on)).collect(),
        contacts: room.contacts(account, since),
    })
}

struct Room<'a> {
    snapshot: &'a Snapshot,
    until: Day,
}

impl Room<'_> {
    /// The name of somebody who may be named.
    fn person(&self, id: PersonId) -> Option<Said> {
        let named = |one: &&Person| one.status != PersonStatus::Erased && !one.no_contact;
        let person = self.snapshot.person(id).filter(named)?;
        let barred = |seat: SeatId| self.snapshot.seat(seat).is_some_and(|one| one.no_contact);
        if self.snapshot.tenures.iter().any(|one| one.person == id && barred(one.seat)) {
            return None;
        }
        Some(Said::of(&person.name_zh, &person.name_en))
    }
    fn staff(&self, id: StaffId) -> Option<Said> {
        self.snapshot.staff_member(id).map(|one| Said::of(&one.name_zh, &one.name_en))
    }
    fn change(
        &self,
        kind: ChangeKind,
        seat: SeatId,
        who: Option<PersonId>,
        on: Option<Day>,
    ) -> Option<StructureChange> {
        let place = self.snapshot.seat(seat).filter(|one| !one.no_contact)?;
        let name = match who {
            Some(id) => self.person(id)?,
            None => Said::default(),
        };
        let unit = unit_of(place, on.unwrap_or(self.until));
        let unit = self.snapshot.units.iter().find(|one| one.id == unit);
        Some(StructureChange {
            kind,
            name,
            post: Said::of(&place.title_zh, &place.title_en),
            unit: unit.map_or_else(Said::default, |one| Said::of(&one.name_zh, &one.name_en)),
            on,
        })
    }
    fn contacts(&self, account: AccountId, since: Day) -> Vec<Contact> {
        let last = self.until.checked_add_signed(chrono::Duration::days(AHEAD_DAYS)).unwrap_or(Day::MAX);
        let held = self.snapshot.touches.iter().filter(|one| one.account == account);
        let formal = |kind| matches!(kind, TouchKind::Meeting | TouchKind::Workshop | TouchKind::Visit);
        let held = held.filter(|one| formal(one.kind) && super::within(one.on, since, self.until)).map(|one| Contact {
            on: one.on,
            planned: false,
            visit: one.visit,
            ours: one.staff.iter().filter_map(|id| self.staff(*id)).collect(),
            theirs: one.people.iter().filter_map(|id| self.person(*id)).collect(),
        });
        let visits = self.snapshot.visits.iter().filter(|one| one.account == account);
        let visits = visits.filter(|one| super::within(one.starts_on, self.until, last)).map(|one| Contact {
            on: one.starts_on,
            planned: true,
            visit: Some(one.id),
            ours: one.host.and_then(|id| self.staff(id)).into_iter().collect(),
            theirs: one.principal_guest.and_then(|id| self.person(id)).into_iter().collect(),
        });
        let mut all: Vec<Contact> = held.chain(visits).filter(|one| !one.theirs.is_empty()).collect();
        all.sort_by_key(|one| (one.on, one.visit));
        all
    }
}
