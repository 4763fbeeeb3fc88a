//! Hosts and counterparts of a visit for scripts. Deliberately absent: choosing.

use domain::engine::Reason;
use domain::engine::host::counterparts::{Constraints, Counterpart, counterparts};
use domain::engine::host::{HostCandidate, HostLine, HostMatch, HostOptions, match_hosts};
use domain::engine::readiness::{GateMark, GateState, assess_readiness};
use domain::*;
use serde_json::{Value, json};

use super::tenth;
use crate::names::Directory;
use crate::refs::{find, name_of};
use crate::wire::ViewContext;
use crate::words::Speech;
use crate::{App, Error};

/// For whom hosts are asked.
pub enum HostsFor<'a> {
    Principal,
    /// A guest by ref.
    Guest(&'a str),
    /// Everybody: the best assignment, and each guest's candidates.
    All,
}

struct Page<'a> {
    snapshot: &'a Snapshot,
    speech: Speech<'a>,
    book: &'a Directory<'a>,
}

/// Ranked hosts of a visit with every point line, readiness and gates; for everybody also the counterparts.
///
/// # Errors
/// When there is no such visit or guest, or the visit has no guests.
pub fn hosts(app: &mut App, context: &ViewContext, visit: &str, whom: &HostsFor) -> Result<Value, Error> {
    let whole = app.whole()?;
    let visit = find(&whole.visits, visit, "visit")?.id;
    let snapshot = app.account_of_visit(visit)?;
    let book = Directory::new(&snapshot, context.today);
    let page = Page { snapshot: &snapshot, speech: app.words().speak(context.lang), book: &book };
    let mut answer = match whom {
        HostsFor::All => page.all(visit, context.today)?,
        HostsFor::Principal => page.one(visit, None, context.today)?,
        HostsFor::Guest(guest) => page.one(visit, Some(find(&snapshot.people, guest, "person")?.id), context.today)?,
    };
    answer["visit"] = json!(name_of(&snapshot.visits, visit));
    answer["readiness"] = page.readiness(visit, context.today)?;
    Ok(answer)
}

impl Page<'_> {
    fn staff(&self, id: StaffId) -> String {
        name_of(&self.snapshot.staff, id)
    }
    fn guest(&self, id: PersonId) -> String {
        name_of(&self.snapshot.people, id)
    }
    fn say(&self, reason: &Reason) -> String {
        self.speech.reason(reason, self.book)
    }

    fn one(&self, visit: VisitId, guest: Option<PersonId>, today: Day) -> Result<Value, Error> {
        let invited = |id| self.snapshot.visit_guests.iter().any(|one| one.visit == visit && one.person == id);
        if guest.is_some_and(|id| !invited(id)) {
            return Err(Error::missing("person"));
        }
        let found = match_hosts(self.snapshot, visit, guest, today).ok_or(Error::refused("no-guests"))?;
        Ok(self.ranked(&found))
    }

    fn all(&self, visit: VisitId, today: Day) -> Result<Value, Error> {
        let none = Constraints::default();
        let found =
            counterparts(self.snapshot, visit, &none, &HostOptions::default(), today).ok_or(Error::missing("visit"))?;
        if found.pairs.is_empty() {
            return Err(Error::refused("no-guests"));
        }
        Ok(json!({
            "counterparts": found.pairs.iter().map(|one| self.pair(one)).collect::<Vec<_>>(),
            "total": found.total,
            "free": found.free.iter().map(|id| self.staff(*id)).collect::<Vec<_>>(),
            "guests": found.matches.iter().map(|one| self.ranked(one)).collect::<Vec<_>>(),
        }))
    }

    fn pair(&self, pair: &Counterpart) -> Value {
        let near = |one: &(StaffId, u32)| json!({"staff": self.staff(one.0), "total": one.1});
        json!({
            "guest": self.guest(pair.guest), "host": pair.proposal.as_ref().map(|one| self.candidate(one)), "fixed": pair.fixed,
            "near": pair.near.iter().map(near).collect::<Vec<_>>(),
            "notes": pair.notes.iter().map(|one| self.say(one)).collect::<Vec<_>>(),
        })
    }

    fn ranked(&self, found: &HostMatch) -> Value {
        let removed =
            found.removed.iter().map(|one| json!({"staff": self.staff(one.staff), "why": self.say(&one.reason)}));
        json!({
            "guest": self.guest(found.guest),
            "candidates": found.candidates.iter().map(|one| self.candidate(one)).collect::<Vec<_>>(),
            "removed": removed.collect::<Vec<_>>(),
        })
    }

    fn candidate(&self, one: &HostCandidate) -> Value {
        let line = |one: &HostLine| {
            json!({"dimension": one.dimension, "points": one.points, "max": one.max, "unknown": one.unknown,
                "why": one.reason.as_ref().map(|one| self.say(one)), "guest_source": one.guest_source.as_deref()})
        };
        json!({"staff": self.staff(one.staff), "total": one.total, "band": one.band, "near_tie": one.near_tie,
            "lines": one.lines.iter().map(line).collect::<Vec<_>>()})
    }

    fn readiness(&self, visit: VisitId, today: Day) -> Result<Value, Error> {
        let readiness = assess_readiness(self.snapshot, visit, today).ok_or(Error::missing("visit"))?;
        let gate = |one: &GateMark| {
            json!({"gate": one.gate, "state": one.state, "people": one.people.iter().map(|id| self.guest(*id)).collect::<Vec<_>>(),
                "reason": self.say(&one.reason)})
        };
        let failing = readiness.gates.iter().filter(|one| one.state == GateState::Fail).count();
        Ok(json!({"score": tenth(readiness.score), "expected": tenth(readiness.expected), "failing": failing,
            "gates": readiness.gates.iter().map(gate).collect::<Vec<_>>(), "companions_max": readiness.companions_max}))
    }
}
