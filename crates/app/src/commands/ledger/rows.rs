//! Rows of the ledger in words, of one account. Deliberately absent: which rows are shown, and in which order.

use domain::engine::asof::{Crew, is_in_force};
use domain::engine::chain::stakeholders;
use domain::engine::ledger::{
    Clocked, ContactStep, ExchangeMeeting, ExchangeWay, NextTouch, PromiseBuffer, PromiseStanding, complaint_clock,
    conflicts, executive_exchange, judge, next_touches, promise_clock, request_clock,
};
use domain::engine::reason::Severity;
use domain::scene::Wording;
use domain::*;

use super::super::workspace::staff_chip;
use crate::names::{self, Directory, either, staff_name};
use crate::wire::*;
use crate::words::Speech;

/// Everything the rows of one account are made of.
pub(super) struct Reading<'a> {
    snapshot: &'a Snapshot,
    account: &'a Account,
    speech: Speech<'a>,
    book: Directory<'a>,
    crew: Crew<'a>,
    day: Day,
}

impl<'a> Reading<'a> {
    pub fn new(snapshot: &'a Snapshot, account: &'a Account, speech: Speech<'a>, day: Day) -> Self {
        Self { snapshot, account, speech, book: Directory::new(snapshot, day), crew: Crew::on(snapshot, day), day }
    }

    fn account_name(&self) -> String {
        names::account_name(self.account, self.speech.lang())
    }

    fn staff(&self, id: StaffId) -> String {
        staff_name(self.snapshot, id, self.speech.lang())
    }

    fn person(&self, id: PersonId) -> String {
        self.book.person(id).map_or_else(String::new, |one| names::person_name(one, &self.speech))
    }

    /// The seat somebody sits in on the day, the main one first.
    fn seat(&self, person: Option<PersonId>) -> Option<SeatId> {
        let held = |one: &&Tenure| Some(one.person) == person && is_in_force(one.from_on, one.to_on, self.day);
        self.snapshot.tenures.iter().filter(held).max_by_key(|one| one.primary).map(|one| one.seat)
    }

    fn promise(&self, one: &Commitment) -> PromiseRow {
        let judged = judge(self.snapshot, one, self.day);
        let clock = promise_clock(one, &self.crew, self.day);
        let lang = self.speech.lang();
        let other = |id: CommitmentId| self.snapshot.commitments.iter().find(|one| one.id == id);
        let conflicts: Vec<String> =
            conflicts(self.snapshot, one, self.day).into_iter().filter_map(other).map(|one| self.told(one)).collect();
        let beyond = matches!(judged.standing, PromiseStanding::Beyond | PromiseStanding::Unknown);
        let open = clock.step != ContactStep::Done;
        let severity = if judged.overdue_days.is_some() || clock.ownerless || !conflicts.is_empty() {
            Some(Severity::Red)
        } else if open && (judged.buffer != PromiseBuffer::Kept || judged.needs_reader || beyond) {
            Some(Severity::Amber)
        } else {
            None
        };
        PromiseRow {
            account_name: self.account_name(),
            text: either(&one.text_zh, &one.text_en, lang),
            topic_kind: one.topic_kind.map(|topic| self.speech.label("code", topic)),
            to: one.to_person.map(|id| self.person(id)),
            seat: self.seat(one.to_person),
            by: one.by_staff.map(|id| self.staff(id)),
            buffer: judged.buffer,
            buffer_days: judged.buffer_days,
            least_days: judged.least_days,
            delivery_delta: judged.delivery_delta,
            value_gap: judged.value_gap,
            outcome: judged.outcome,
            overdue_days: judged.overdue_days,
            needs_reader: judged.needs_reader,
            reader: one.second_reader.map(|id| self.staff(id)),
            standing: judged.standing,
            signer: one.countersigned_by.map(|id| self.staff(id)),
            holder: clock.holder.map(|id| self.staff(id)),
            taken: clock.holder.is_some() && clock.holder != one.by_staff,
            ownerless: clock.ownerless,
            proposed: if clock.ownerless { self.proposed(one.to_person) } else { None },
            conflicts,
            severity,
            record: one.clone(),
        }
    }

    /// A promise in a sentence: what, until when, by whom.
    pub fn told(&self, one: &Commitment) -> String {
        let args = [
            ("text", either(&one.text_zh, &one.text_en, self.speech.lang())),
            ("day", self.speech.full_day(one.promised_on)),
            ("by", one.by_staff.map_or_else(|| self.speech.say("ledger-nobody"), |id| self.staff(id))),
        ];
        self.speech.text("ledger-promise-told", &args)
    }

    fn request(&self, one: &CustomerRequest) -> MatterLine {
        let clock = request_clock(one, &self.crew, self.day);
        MatterLine {
            topic: one.topic.map(|topic| self.speech.label("code", topic)),
            from: one.from_person.map(|id| self.person(id)),
            seat: self.seat(one.from_person),
            asked_at: one.asked_at,
            taken_on: one.taken_on,
            answered_on: one.answered_on,
            answer: one.answer.clone(),
            proposed: if clock.ownerless { self.proposed(one.from_person) } else { None },
            withdrawn_on: one.withdrawn_on,
            withdrawn_why: one.withdrawn_why.clone(),
            request: Some(one.clone()),
            ..self.line(
                MatterKey::Request(one.id),
                one.asked_on,
                one.first_asked,
                (&one.text_zh, &one.text_en),
                &clock,
                one.closed_on,
            )
        }
    }

    fn complaint(&self, one: &Complaint) -> MatterLine {
        let clock = complaint_clock(one, &self.crew, self.day);
        MatterLine {
            from: one.by_person.map(|id| self.person(id)),
            seat: self.seat(one.by_person),
            answered_on: one.answered_on,
            grave: one.severity == ComplaintSeverity::Severe,
            taken_on: one.taken_on,
            proposed: if clock.ownerless { self.proposed(one.by_person) } else { None },
            withdrawn_on: one.withdrawn_on,
            withdrawn_why: one.withdrawn_why.clone(),
            complaint: Some(one.clone()),
            ..self.line(
                MatterKey::Complaint(one.id),
                one.opened_on,
                one.first_asked,
                (&one.text_zh, &one.text_en),
                &clock,
                one.closed_on,
            )
        }
    }

    fn line(
        &self,
        key: MatterKey,
        asked_on: Day,
        first: Option<StaffId>,
        (zh, en): (&Option<String>, &Option<String>),
        clock: &Clocked,
        closed_on: Option<Day>,
    ) -> MatterLine {
        MatterLine {
            key,
            account: self.account.id,
            account_name: self.account_name(),
            text: either(zh, en, self.speech.lang()),
            topic: None,
            from: None,
            seat: None,
            asked_on,
            asked_at: None,
            first_asked: first.map(|id| self.staff(id)),
            holder: clock.holder.map(|id| self.staff(id)),
            taken_on: None,
            answered_on: None,
            closed_on,
            answer: None,
            step: clock.step,
            by_first: clock.by_first,
            ownerless: clock.ownerless,
            due: clock.due,
            overdue_days: clock.overdue_days,
            grave: false,
            severity: severity_of(clock),
            proposed: None,
            withdrawn_on: None,
            withdrawn_why: None,
            request: None,
            complaint: None,
        }
    }

    /// Who at work answers for somebody of theirs: the one to take what nobody holds.
    fn proposed(&self, person: Option<PersonId>) -> Option<StaffChip> {
        let seat = self.seat(person)?;
        let held = |one: &&Assignment| {
            one.seat == seat && one.kind == AssignmentKind::Owner && is_in_force(one.from_on, one.to_on, self.day)
        };
        let mut owners = self.snapshot.assignments.iter().filter(held).filter(|one| self.crew.is_active(one.staff));
        self.crew.get(owners.next()?.staff).map(|one| staff_chip(one, self.speech.lang()))
    }

    fn own_promises(&self) -> impl Iterator<Item = &Commitment> {
        self.snapshot.commitments.iter().filter(|one| one.account == self.account.id && one.made_on <= self.day)
    }

    pub fn promises(&self) -> Vec<PromiseRow> {
        self.own_promises().map(|one| self.promise(one)).collect()
    }

    /// Promises nobody who is here answers for.
    pub fn ownerless_promises(&self) -> Vec<PromiseRow> {
        let lost = self.own_promises().filter(|one| promise_clock(one, &self.crew, self.day).ownerless);
        lost.map(|one| self.promise(one)).collect()
    }

    /// Requests and complaints of the account by the day.
    pub fn matters(&self) -> Vec<MatterLine> {
        let requests = self.snapshot.customer_requests.iter();
        let requests = requests.filter(|one| one.account == self.account.id && one.asked_on <= self.day);
        let complaints = self.snapshot.complaints.iter();
        let complaints = complaints.filter(|one| one.account == self.account.id && one.opened_on <= self.day);
        requests.map(|one| self.request(one)).chain(complaints.map(|one| self.complaint(one))).collect()
    }

    /// How much waits: promises, requests and complaints.
    pub fn counts(&self) -> LedgerCounts {
        let mut counts = LedgerCounts { overdue: 0, ownerless: 0, waiting: 0 };
        let mut count = |clock: Clocked| {
            counts.overdue += u32::from(clock.overdue_days > 0);
            counts.ownerless += u32::from(clock.ownerless);
            counts.waiting += u32::from(clock.ownerless || clock.overdue_days > 0);
        };
        let own = self.account.id;
        self.own_promises().for_each(|one| count(promise_clock(one, &self.crew, self.day)));
        let requests = self.snapshot.customer_requests.iter();
        requests
            .filter(|one| one.account == own && one.asked_on <= self.day)
            .for_each(|one| count(request_clock(one, &self.crew, self.day)));
        let complaints = self.snapshot.complaints.iter();
        complaints
            .filter(|one| one.account == own && one.opened_on <= self.day)
            .for_each(|one| count(complaint_clock(one, &self.crew, self.day)));
        counts
    }

    fn due(&self, one: &NextTouch, owner: Option<StaffId>) -> DueRow {
        DueRow {
            account: self.account.id,
            account_name: self.account_name(),
            seat: one.seat,
            person: one.person,
            name: self.person(one.person),
            post: self.book.seat_title(one.seat, self.speech.lang()),
            weight: one.weight,
            cadence_days: one.cadence_days,
            last: one.last,
            due: one.due,
            overdue_days: one.overdue_days,
            planned_on: one.planned.map(|plan| plan.0),
            planned_staff: one.planned.map(|plan| self.staff(plan.1)),
            owner: owner.map(|id| self.staff(id)),
        }
    }

    pub fn dues(&self) -> Vec<DueRow> {
        let rows = stakeholders(self.snapshot, self.account.id, None, self.day);
        let owner = |seat: SeatId| {
            let row = rows.iter().find(|row| row.seat == seat)?;
            self.crew.active(&row.owners).first().copied()
        };
        let all = next_touches(self.snapshot, self.account.id, &rows, self.day);
        all.iter().map(|one| self.due(one, owner(one.seat))).collect()
    }

    pub fn exchange(&self) -> ExchangeRow {
        let all = executive_exchange(self.snapshot, self.account.id, self.day);
        let line = |one: &ExchangeMeeting| ExchangeLine {
            touch: one.touch,
            on: one.on,
            way: one.way,
            ours: one.ours.iter().map(|id| self.staff(*id)).collect(),
            theirs: one.theirs.iter().map(|id| self.person(*id)).collect(),
        };
        ExchangeRow {
            account: self.account.id,
            account_name: self.account_name(),
            tier: self.account.tier,
            cadence_days: all.cadence_days,
            last: all.last,
            due: all.due,
            overdue_days: all.overdue_days,
            to_them: all.last_way(ExchangeWay::ToThem).map(line),
            to_us: all.last_way(ExchangeWay::ToUs).map(line),
            elsewhere: all.last_way(ExchangeWay::Elsewhere).map(line),
        }
    }

    pub fn touch(&self, one: &Touch) -> TouchRow {
        TouchRow {
            account_name: self.account_name(),
            staff: one.staff.iter().map(|id| self.staff(*id)).collect(),
            people: one.people.iter().map(|id| self.person(*id)).collect(),
            kind_text: self.speech.label("touch", one.kind),
            record: one.clone(),
        }
    }

    pub fn plans(&self, person: Option<PersonId>) -> Vec<PlanRow> {
        let own =
            self.snapshot.planned_touches.iter().filter(|one| one.account == self.account.id && one.on >= self.day);
        let mut own: Vec<&PlannedTouch> = own.filter(|one| person.is_none_or(|id| one.person == id)).collect();
        own.sort_by_key(|one| (one.on, one.at, one.id));
        let row = |one: &PlannedTouch| PlanRow {
            account_name: self.account_name(),
            staff: self.staff(one.staff),
            person: self.person(one.person),
            record: one.clone(),
        };
        own.into_iter().map(row).collect()
    }
}

/// Held by nobody or past its day.
fn severity_of(clock: &Clocked) -> Option<Severity> {
    match clock {
        Clocked { ownerless: true, .. } | Clocked { overdue_days: 1.., .. } => Some(Severity::Red),
        Clocked { by_first: true, .. } => Some(Severity::Amber),
        _ => None,
    }
}
