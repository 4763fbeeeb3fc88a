//! What people decided about warnings, put beside what is computed today: status, owner, silence, escalation (B.4.11).
//!
//! A note outlives its warning. When the warning comes again, or grows worse, after it was closed, the same note counts as
//! open again; nothing is written for that. Deliberately absent: any effect on severity or health.

use super::{Warning, WarningObject};
use crate::engine::asof::{Crew, is_in_force};
use crate::engine::chain::Stakeholder;
use crate::engine::reason::Severity;
use crate::{AccountId, Day, Snapshot, StaffId, WarningNote, WarningStatus};

/// Days after which a warning nobody took goes up: amber, red (B.4.11).
const ESCALATE_AMBER: i64 = 7;
const ESCALATE_RED: i64 = 2;
/// Days after which a closed warning is asked about again where the records do not tell when it began (W11, W17, W21).
const ASK_AGAIN: i64 = 90;

/// A warning of the day with what people said of it.
#[derive(Debug, Clone, PartialEq)]
pub struct WarningState {
    pub warning: Warning,
    pub status: WarningStatus,
    /// Closed before, and here again.
    pub reopened: bool,
    /// First seen, by the note or by the records.
    pub first_seen: Option<Day>,
    /// Set by a person, else whoever answers for what it is about.
    pub owner: Option<StaffId>,
    pub owner_set: bool,
    /// Silent until this day, and why; only while the silence lasts.
    pub snoozed_until: Option<Day>,
    pub reason: Option<String>,
    /// Nobody took it in time.
    pub escalated: bool,
    /// To whom it goes then; `None` where nobody is above.
    pub escalated_to: Option<StaffId>,
}

impl WarningState {
    /// Whether it asks for somebody: not closed and not silent.
    pub fn is_due(&self) -> bool {
        matches!(self.status, WarningStatus::Open | WarningStatus::Intervening) && self.snoozed_until.is_none()
    }
}

/// Warnings of an account with their notes, in the order given.
pub fn weigh_warnings(
    snapshot: &Snapshot,
    account: AccountId,
    warnings: &[Warning],
    rows: &[Stakeholder],
    as_of: Day,
) -> Vec<WarningState> {
    let crew = Crew::on(snapshot, as_of);
    let desk =
        Desk { snapshot, account, rows, crew: &crew, as_of, lead: account_lead(snapshot, account, rows, &crew, as_of) };
    warnings.iter().map(|one| desk.state(one)).collect()
}

/// Who leads the team of an account on the day; without a team, who answers for most of the weight of its stakeholders.
pub fn account_lead(
    snapshot: &Snapshot,
    account: AccountId,
    rows: &[Stakeholder],
    crew: &Crew,
    as_of: Day,
) -> Option<StaffId> {
    let team = snapshot.team_members.iter().filter(|one| one.account == account && one.lead);
    let team = team.filter(|one| is_in_force(one.from_on, one.to_on, as_of) && crew.is_active(one.staff));
    let named = team.min_by_key(|one| one.id).map(|one| one.staff);
    named.or_else(|| {
        let mut sums: Vec<(StaffId, u32)> = Vec::new();
        for row in rows {
            for owner in crew.active(&row.owners) {
                match sums.iter_mut().find(|one| one.0 == owner) {
                    Some(one) => one.1 += u32::from(row.weight),
                    None => sums.push((owner, u32::from(row.weight))),
                }
            }
        }
        sums.into_iter().rev().max_by_key(|one| one.1).map(|one| one.0)
    })
}

/// Notes of an account on whose rule and object nothing warns any more, those still open first.
pub fn settled_notes<'a>(snapshot: &'a Snapshot, account: AccountId, warnings: &[Warning]) -> Vec<&'a WarningNote> {
    use crate::Code;
    let warned =
        |note: &WarningNote| warnings.iter().any(|one| one.code.code() == note.code && one.object.key() == note.object);
    let mut notes: Vec<_> =
        snapshot.warning_notes.iter().filter(|one| one.account == account && !warned(one)).collect();
    notes.sort_by_key(|one| (!is_open(one.status), std::cmp::Reverse(one.changed_on), one.id));
    notes
}

fn is_open(status: WarningStatus) -> bool {
    matches!(status, WarningStatus::Open | WarningStatus::Intervening)
}

struct Desk<'a> {
    snapshot: &'a Snapshot,
    account: AccountId,
    rows: &'a [Stakeholder],
    crew: &'a Crew<'a>,
    as_of: Day,
    lead: Option<StaffId>,
}

impl Desk<'_> {
    fn state(&self, warning: &Warning) -> WarningState {
        let note = self.note(warning).filter(|one| one.opened_on <= self.as_of);
        let reopened = note.is_some_and(|one| self.came_again(warning, one));
        let status = match note {
            Some(one) if !reopened => one.status,
            _ => WarningStatus::Open,
        };
        let set = note.and_then(|one| one.owner);
        let snoozed_until = note.and_then(|one| one.snoozed_until).filter(|until| *until > self.as_of);
        let owner = set.or_else(|| self.owner(warning));
        let first_seen = note.map(|one| one.opened_on).into_iter().chain(warning.since).min();
        let escalated = status == WarningStatus::Open && snoozed_until.is_none() && self.waits_long(warning, note);
        WarningState {
            warning: warning.clone(),
            status,
            reopened,
            first_seen,
            owner,
            owner_set: set.is_some(),
            reason: note.and_then(|one| one.reason.clone()),
            snoozed_until,
            escalated,
            escalated_to: if escalated { self.above(owner) } else { None },
        }
    }

    fn note(&self, warning: &Warning) -> Option<&WarningNote> {
        use crate::Code;
        let notes = self.snapshot.warning_notes.iter().filter(|one| one.account == self.account);
        let mut own = notes.filter(|one| one.code == warning.code.code()).peekable();
        own.peek()?;
        let key = warning.object.key();
        own.filter(|one| one.object == key).max_by_key(|one| (one.changed_on, one.id))
    }

    /// Whether a closed warning is there again: it began, or grew worse, after it was closed.
    fn came_again(&self, warning: &Warning, note: &WarningNote) -> bool {
        !is_open(note.status)
            && match warning.since {
                Some(since) => since > note.changed_on,
                None => (self.as_of - note.changed_on).num_days() > ASK_AGAIN,
            }
    }

    /// Amber 7 days, red 2 days, counted from the present severity and never from before the end of a silence. Where the
    /// records tell no beginning, the note does; without a note nobody knows how long it waits.
    fn waits_long(&self, warning: &Warning, note: Option<&WarningNote>) -> bool {
        let silent = note.and_then(|one| one.snoozed_until).filter(|until| *until <= self.as_of);
        let from = warning.since.or(note.map(|one| one.opened_on)).max(silent);
        let days = from.map(|from| (self.as_of - from).num_days());
        days.is_some_and(|days| match warning.severity {
            Severity::Red => days >= ESCALATE_RED,
            Severity::Amber => days >= ESCALATE_AMBER,
            Severity::Info => false,
        })
    }

    /// The account's lead; when that is the owner, or there is none, whom the owner works under.
    fn above(&self, owner: Option<StaffId>) -> Option<StaffId> {
        let lead = self.lead.filter(|lead| Some(*lead) != owner);
        lead.or_else(|| self.crew.get(owner?)?.superior.filter(|one| self.crew.is_active(*one)))
    }

    /// Who answers for the object: the one named in its record, the stakeholder's owner, else the account's lead.
    fn owner(&self, warning: &Warning) -> Option<StaffId> {
        let s = self.snapshot;
        let named = match warning.object {
            WarningObject::Commitment(id) => {
                s.commitments.iter().find(|one| one.id == id).and_then(|one| one.held_by(self.as_of))
            }
            WarningObject::Complaint(id) => {
                let own = s.complaints.iter().find(|one| one.id == id);
                own.and_then(|one| one.taken_by(self.as_of).or(one.first_asked))
            }
            WarningObject::Incident(id) => s.incidents.iter().find(|one| one.id == id).and_then(|one| one.owner),
            WarningObject::Visit(id) => s.visit(id).and_then(|one| one.coordinator.or(one.business_lead).or(one.host)),
            WarningObject::PlannedTouch(id) => s.planned_touches.iter().find(|one| one.id == id).map(|one| one.staff),
            _ => None,
        };
        let about = |row: &&Stakeholder| match warning.object {
            WarningObject::Seat(seat) => row.seat == seat,
            _ => row.person.is_some_and(|person| warning.people.first() == Some(&person)),
        };
        let row = self.rows.iter().find(about);
        let stands = row.and_then(|row| self.crew.active(&row.owners).first().copied());
        named.filter(|id| self.crew.is_active(*id)).or(stands).or(self.lead)
    }
}
