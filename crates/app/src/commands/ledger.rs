//! The ledger as it is read: promises judged, what came in with its clock, who is to be met, how executives see each other.
//!
//! Deliberately absent: what changes it; one file each in `ledger/`.

mod calendar;
mod draft;
mod line;
mod matter;
mod promise;
mod touch;
mod who;

pub use calendar::{apply_calendar, read_calendar};
pub use draft::read_touch;
pub use matter::{answer_matter, close_matter, put_complaint, put_request, remove_matter, take_matter};
pub use promise::{check_promise, countersign_promise, deliver_promise, put_promise, read_promise, withdraw_promise};
pub use touch::{put_planned_touch, put_touch, remove_planned_touch, remove_touch};

use std::sync::Arc;

use domain::engine::asof::{Crew, is_in_force};
use domain::engine::chain::stakeholders;
use domain::engine::ledger::{
    Clocked, ContactStep, ExchangeMeeting, ExchangeWay, NextTouch, PromiseStanding, complaint_clock, conflicts,
    executive_exchange, judge, next_touches, promise_clock, request_clock,
};
use domain::engine::reason::Severity;
use domain::scene::Wording;
use domain::*;

use super::must;
use super::workspace::staff_chips;
use crate::names::{self, Directory, either, is_shielded, staff_name, tenure_of};
use crate::wire::*;
use crate::words::Speech;
use crate::{App, Error};

/// Contacts listed, the latest ones.
const MOST_TOUCHES: usize = 200;
/// People due listed, the most overdue ones.
const MOST_DUE: usize = 200;
/// How far ahead somebody counts as due, in days.
const DUE_AHEAD: i64 = 14;

/// Everything the rows of one account are made of.
pub(crate) struct Reading<'a> {
    pub snapshot: &'a Snapshot,
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
        } else if open
            && (judged.buffer != domain::engine::ledger::PromiseBuffer::Kept || judged.needs_reader || beyond)
        {
            Some(Severity::Amber)
        } else {
            None
        };
        PromiseRow {
            account_name: self.account_name(),
            text: either(&one.text_zh, &one.text_en, lang),
            topic_kind: one.topic_kind.map(|topic| self.speech.label("ledger-topic", topic)),
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
            ownerless: clock.ownerless,
            conflicts,
            severity,
            record: one.clone(),
        }
    }

    /// A promise in a sentence: what, until when, by whom.
    fn told(&self, one: &Commitment) -> String {
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
            topic: one.topic.map(|topic| self.speech.label("ledger-topic", topic)),
            from: one.from_person.map(|id| self.person(id)),
            seat: self.seat(one.from_person),
            asked_at: one.asked_at,
            taken_on: one.taken_on,
            answered_on: one.answered_on,
            answer: one.answer.clone(),
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
            request: None,
            complaint: None,
        }
    }

    fn promises(&self) -> Vec<PromiseRow> {
        let own =
            self.snapshot.commitments.iter().filter(|one| one.account == self.account.id && one.made_on <= self.day);
        own.map(|one| self.promise(one)).collect()
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
        let promises = self.snapshot.commitments.iter().filter(|one| one.account == own && one.made_on <= self.day);
        promises.for_each(|one| count(promise_clock(one, &self.crew, self.day)));
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

    fn dues(&self) -> Vec<DueRow> {
        let rows = stakeholders(self.snapshot, self.account.id, None, self.day);
        let owner = |seat: SeatId| {
            let row = rows.iter().find(|row| row.seat == seat)?;
            self.crew.active(&row.owners).first().copied()
        };
        let all = next_touches(self.snapshot, self.account.id, &rows, self.day);
        all.iter().map(|one| self.due(one, owner(one.seat))).collect()
    }

    fn exchange(&self) -> ExchangeRow {
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

    fn touch(&self, one: &Touch) -> TouchRow {
        TouchRow {
            account_name: self.account_name(),
            staff: one.staff.iter().map(|id| self.staff(*id)).collect(),
            people: one.people.iter().map(|id| self.person(*id)).collect(),
            kind_text: self.speech.label("touch", one.kind),
            record: one.clone(),
        }
    }

    fn plans(&self, person: Option<PersonId>) -> Vec<PlanRow> {
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

/// The accounts asked for, each with its records.
fn accounts(app: &mut App, only: Option<AccountId>) -> Result<Vec<(AccountId, Arc<Snapshot>)>, Error> {
    let ids: Vec<AccountId> = match only {
        Some(id) => vec![id],
        None => app.store()?.list::<Account>()?.into_iter().map(|one| one.id).collect(),
    };
    ids.into_iter().map(|id| Ok((id, app.account(id)?))).collect()
}

/// The ledger of one account or of all.
pub fn get_ledger(app: &mut App, context: &ViewContext, request: GetLedger) -> Result<LedgerView, Error> {
    let all = accounts(app, request.account)?;
    let speech = app.words().speak(context.lang);
    let mut view = LedgerView {
        promises: Vec::new(),
        matters: Vec::new(),
        due: Vec::new(),
        exchange: Vec::new(),
        touches: Vec::new(),
        plans: Vec::new(),
        topics: speech.choices::<Topic>("ledger-topic"),
        staff: Vec::new(),
        counts: LedgerCounts { overdue: 0, ownerless: 0, waiting: 0 },
    };
    for (id, snapshot) in &all {
        let reading = Reading::new(snapshot, must(&snapshot.accounts, *id, "account")?, speech, request.as_of);
        view.promises.extend(reading.promises());
        view.matters.extend(reading.matters());
        view.due.extend(reading.dues());
        view.exchange.push(reading.exchange());
        view.plans.extend(reading.plans(None));
        let mut touches: Vec<&Touch> =
            snapshot.touches.iter().filter(|one| one.account == *id && one.on <= request.as_of).collect();
        touches.sort_by_key(|one| std::cmp::Reverse((one.on, one.id)));
        view.touches.extend(touches.into_iter().take(MOST_TOUCHES).map(|one| reading.touch(one)));
        let counts = reading.counts();
        view.counts.overdue += counts.overdue;
        view.counts.ownerless += counts.ownerless;
        view.counts.waiting += counts.waiting;
    }
    order(&mut view, request.account.is_some(), request.as_of);
    let whole = app.whole()?;
    view.staff = staff_chips(&whole, context.lang);
    Ok(view)
}

fn order(view: &mut LedgerView, one_account: bool, today: Day) {
    let open = |row: &PromiseRow| row.record.delivered_on.is_some();
    view.promises
        .sort_by_key(|row| (open(row), std::cmp::Reverse(row.severity), row.record.promised_on, row.record.id));
    view.matters
        .sort_by_key(|row| (row.step == ContactStep::Done, std::cmp::Reverse(row.severity), row.due, row.asked_on));
    view.touches.sort_by_key(|row| std::cmp::Reverse((row.record.on, row.record.id)));
    view.touches.truncate(MOST_TOUCHES);
    view.plans.sort_by_key(|row| (row.record.on, row.record.at, row.record.id));
    if !one_account {
        view.due.retain(|row| (row.due - today).num_days() <= DUE_AHEAD);
    }
    view.due.sort_by_key(|row| (std::cmp::Reverse(row.overdue_days), row.due, std::cmp::Reverse(row.weight), row.seat));
    view.due.truncate(MOST_DUE);
    view.exchange.sort_by_key(|row| (std::cmp::Reverse(row.overdue_days), row.due, row.tier));
}

/// How much waits on an account today.
pub fn count_matters(app: &mut App, context: &ViewContext, request: CountMatters) -> Result<LedgerCounts, Error> {
    let snapshot = app.account(request.account)?;
    let account = must(&snapshot.accounts, request.account, "account")?;
    Ok(Reading::new(&snapshot, account, app.words().speak(context.lang), context.today).counts())
}

/// What concerns the stakeholder in a seat.
pub fn get_seat_ledger(app: &mut App, context: &ViewContext, request: GetSeatLedger) -> Result<SeatLedger, Error> {
    let snapshot = app.account_of_seat(request.seat)?;
    let seat = must(&snapshot.seats, request.seat, "seat")?;
    let account = must(&snapshot.accounts, seat.account, "account")?;
    let reading = Reading::new(&snapshot, account, app.words().speak(context.lang), request.as_of);
    let Some(person) = tenure_of(&snapshot, seat.id, request.as_of).map(|one| one.person) else {
        return Ok(SeatLedger { promises: Vec::new(), matters: Vec::new(), due: None, plans: Vec::new() });
    };
    let mut promises = reading.promises();
    promises.retain(|row| row.record.to_person == Some(person));
    let mut matters = reading.matters();
    let from = |row: &MatterLine| {
        row.request.as_ref().and_then(|one| one.from_person).or(row.complaint.as_ref().and_then(|one| one.by_person))
    };
    matters.retain(|row| from(row) == Some(person));
    let due = reading.dues().into_iter().find(|row| row.person == person);
    Ok(SeatLedger { promises, matters, due, plans: reading.plans(Some(person)) })
}

/// What came in and waits, for Home: held by nobody, or a request past its day (late complaints are warned of, W06).
pub(super) fn pressing(desk: &super::rows::Desk) -> Vec<MatterRow> {
    let reading = Reading::new(desk.snapshot, desk.account, desk.speech, desk.today);
    let waits = |row: &MatterLine| row.ownerless || (row.request.is_some() && row.overdue_days > 0);
    let title = |row: &MatterLine| match row.ownerless {
        true => desk.speech.say("ledger-home-ownerless"),
        false => desk.speech.text("ledger-home-overdue", &[("days", row.overdue_days.to_string())]),
    };
    let row = |row: MatterLine| MatterRow {
        severity: Severity::Red,
        title: title(&row),
        detail: row.text,
        account: row.account,
        account_name: row.account_name,
        seat: row.seat,
    };
    reading.matters().into_iter().filter(waits).map(row).collect()
}

/// One of ours who was still here on a day.
fn staff_here(snapshot: &Snapshot, id: StaffId, on: Day) -> Result<(), Error> {
    let one = must(&snapshot.staff, id, "staff")?;
    let left = one.status == StaffStatus::Departed && one.left_on.is_none_or(|left| left < on);
    if left { Err(Error::refused("staff-left")) } else { Ok(()) }
}

/// Somebody of theirs who is known and may be approached.
fn person_free(snapshot: &Snapshot, id: PersonId, on: Day) -> Result<(), Error> {
    let one = must(&snapshot.people, id, "person")?;
    if one.status == PersonStatus::Erased {
        return Err(Error::missing("person"));
    }
    if is_shielded(snapshot, id, on) { Err(Error::refused("no-contact")) } else { Ok(()) }
}

/// A text in both fields: unchanged words keep the other language, new ones go where they belong.
fn retold(
    text: String,
    before: Option<(&Option<String>, &Option<String>)>,
    lang: Lang,
) -> (Option<String>, Option<String>) {
    match before {
        Some((zh, en)) if either(zh, en, lang) == text => (zh.clone(), en.clone()),
        _ => super::by_script(text),
    }
}
