//! What a person accepts of a hand-over plan becomes assignments and tasks, all in one step.

use std::collections::HashSet;

use domain::engine::asof::{is_active, is_in_force};
use domain::engine::drill::{AccountDrill, Drill, Leavers, LostMatter, LostRow, MatterKind};
use domain::*;

use super::{leavers, run};
use crate::commands::bond::{may_approach, seats_of_row};
use crate::commands::dated::end;
use crate::commands::must;
use crate::wire::{AcceptDrill, Changed, MatterHeir, RowHeir, TakeOver, ViewContext};
use crate::{App, Error, new_id};

/// Most choices of one step.
const MOST: usize = 5_000;

/// Everything that will be written.
#[derive(Default)]
struct Plan {
    ended: Vec<Assignment>,
    assignments: Vec<Assignment>,
    topics_ended: Vec<TopicAssignment>,
    topics: Vec<TopicAssignment>,
    tasks: Vec<Task>,
    promises: Vec<Commitment>,
    requests: Vec<CustomerRequest>,
    complaints: Vec<Complaint>,
    notes: Vec<WarningNote>,
}

impl Plan {
    fn is_empty(&self) -> bool {
        self.assignments.is_empty() && self.topics.is_empty() && self.tasks.is_empty() && self.notes.is_empty()
    }
}

/// Makes the chosen proposals real. Refused whole when a row must not be approached, an heir leaves too or has left, or
/// something chosen is no longer lost by this departure.
pub fn accept_drill(app: &mut App, context: &ViewContext, request: AcceptDrill) -> Result<Changed, Error> {
    let chosen = request.rows.len() + request.matters.len() + request.meetings.len();
    if chosen == 0 {
        return Err(Error::refused("nothing-chosen"));
    }
    if chosen > MOST {
        return Err(Error::refused("too-many").with("limit", MOST));
    }
    if request.on < context.today {
        return Err(Error::refused("drill-day-past"));
    }
    let who = leavers(app, &request.staff, request.team, &request.people)?;
    let (found, whole) = run(app, &who, context.today)?;
    let ground = Ground { found: &found, who: &who, today: context.today, on: request.on, mode: request.mode };
    let mut plan = Plan::default();
    for row in &request.rows {
        ground.heir(&whole, row.staff)?;
        let snapshot = app.account_of_seat(row.seat)?;
        ground.take_row(&snapshot, row, &mut plan)?;
    }
    for matter in &request.matters {
        ground.heir(&whole, matter.staff)?;
        let account = ground.matter(matter)?.0.account;
        let snapshot = app.account(account)?;
        ground.take_matter(&snapshot, matter, &mut plan)?;
    }
    for meeting in &request.meetings {
        ground.heir(&whole, meeting.staff)?;
        let snapshot = app.account_of_seat(meeting.seat)?;
        may_approach(&snapshot, meeting.seat, context.today)?;
        let (lost, row) = ground.row(meeting.seat)?;
        if !row.leaves {
            return Err(Error::refused("drill-stale"));
        }
        let person = row.before.person;
        let task = new_task(TaskKind::Meet, meeting.staff, ground.before_leaving());
        ground.keep(
            &snapshot,
            Task { account: Some(lost.account), person, seat: Some(meeting.seat), ..task },
            &mut plan,
        );
    }
    if plan.is_empty() {
        return Err(Error::refused("already-assigned"));
    }
    let (_, changed) = app.transact(context.lang, "accept-drill", |tx| {
        plan.ended.into_iter().try_for_each(|one| end(tx, one, request.on))?;
        plan.topics_ended.into_iter().try_for_each(|one| end(tx, one, request.on))?;
        plan.assignments.iter().try_for_each(|one| tx.put(one))?;
        plan.topics.iter().try_for_each(|one| tx.put(one))?;
        plan.promises.iter().try_for_each(|one| tx.put(one))?;
        plan.requests.iter().try_for_each(|one| tx.put(one))?;
        plan.complaints.iter().try_for_each(|one| tx.put(one))?;
        plan.notes.iter().try_for_each(|one| tx.put(one))?;
        Ok(plan.tasks.iter().try_for_each(|one| tx.put(one))?)
    })?;
    Ok(changed)
}

struct Ground<'a> {
    found: &'a Drill,
    who: &'a Leavers,
    today: Day,
    /// The first day without those who leave.
    on: Day,
    mode: TakeOver,
}

impl Ground<'_> {
    /// Somebody who stays and works here.
    fn heir(&self, whole: &Snapshot, staff: StaffId) -> Result<(), Error> {
        let one = must(&whole.staff, staff, "staff")?;
        if self.who.staff.contains(&staff) {
            return Err(Error::refused("drill-heir-leaves"));
        }
        if is_active(one, self.today) { Ok(()) } else { Err(Error::refused("staff-left")) }
    }

    fn row(&self, seat: SeatId) -> Result<(&AccountDrill, &LostRow), Error> {
        let rows = self.found.accounts.iter().flat_map(|one| one.rows.iter().map(move |row| (one, row)));
        let mut own = rows.filter(|(_, row)| row.before.seat == seat);
        own.next().ok_or(Error::refused("drill-stale"))
    }

    fn matter(&self, asked: &MatterHeir) -> Result<(&AccountDrill, &LostMatter), Error> {
        let matters = self.found.accounts.iter().flat_map(|one| one.matters.iter().map(move |matter| (one, matter)));
        let mut own = matters.filter(|(_, one)| one.kind == asked.kind && one.id.to_string() == asked.id);
        own.next().ok_or(Error::refused("drill-stale"))
    }

    /// While the one who leaves is still here.
    fn before_leaving(&self) -> Day {
        self.on.pred_opt().map_or(self.on, |last| last.max(self.today))
    }

    fn take_row(&self, s: &Snapshot, asked: &RowHeir, plan: &mut Plan) -> Result<(), Error> {
        let (lost, row) = self.row(asked.seat)?;
        if !row.proposals.iter().any(|one| one.kind == asked.kind) {
            return Err(Error::refused("drill-stale"));
        }
        may_approach(s, asked.seat, self.today)?;
        let now = self.mode == TakeOver::BackupNow;
        let (kind, from) = match asked.kind {
            AssignmentKind::Owner if now => (AssignmentKind::Backup, self.today),
            kind if now || !row.lost.contains(&kind) => (kind, self.today),
            kind => (kind, self.on),
        };
        let seats: HashSet<SeatId> = seats_of_row(s, asked.seat, self.today).into_iter().collect();
        let held = |one: &&Assignment| seats.contains(&one.seat) && is_in_force(one.from_on, one.to_on, from);
        let current: Vec<&Assignment> = s.assignments.iter().filter(held).collect();
        if !current.iter().any(|one| one.staff == asked.staff && one.kind == kind)
            && !plan.assignments.iter().any(|one| (one.seat, one.staff, one.kind) == (asked.seat, asked.staff, kind))
        {
            plan.assignments.push(Assignment {
                id: new_id(),
                r#ref: None,
                seat: asked.seat,
                staff: asked.staff,
                kind,
                from_on: Some(from),
                to_on: None,
                manual: true,
                confirmed_by: None,
                confirmed_on: None,
            });
        }
        if !now {
            let of_leaver = |one: &Assignment| one.kind == asked.kind && self.who.staff.contains(&one.staff);
            // Whoever owns a row from now on is not its backup any more.
            let risen = |one: &Assignment| {
                asked.kind == AssignmentKind::Owner && one.kind == AssignmentKind::Backup && one.staff == asked.staff
            };
            plan.ended.extend(current.into_iter().filter(|one| of_leaver(one) || risen(one)).cloned());
        }
        if let Some(introducer) = row.introduction(self.who, asked.staff) {
            let task = new_task(TaskKind::Introduction, asked.staff, self.before_leaving());
            let (person, seat) = (row.before.person, Some(asked.seat));
            self.keep(s, Task { account: Some(lost.account), with_staff: introducer, person, seat, ..task }, plan);
        }
        Ok(())
    }

    fn take_matter(&self, s: &Snapshot, asked: &MatterHeir, plan: &mut Plan) -> Result<(), Error> {
        let (lost, matter) = self.matter(asked)?;
        let due = matter.due.map_or(self.on, |due| due.clamp(self.today, self.on));
        let kind = match matter.kind {
            MatterKind::Promise => TaskKind::TakePromise,
            MatterKind::Complaint => TaskKind::TakeComplaint,
            MatterKind::Request => TaskKind::TakeRequest,
            MatterKind::Visit => TaskKind::TakeVisit,
            MatterKind::Contact => TaskKind::Meet,
            MatterKind::Topic => return self.take_topic(s, matter, asked.staff, plan),
            MatterKind::Task => {
                let own = must(&s.tasks, matter.id.into(), "task")?.clone();
                plan.tasks.push(Task { staff: asked.staff, with_staff: Some(matter.holder), ..own });
                return Ok(());
            }
            MatterKind::Warning => {
                // There is no second for a warning: whoever takes it over follows it from today.
                let own = must(&s.warning_notes, matter.id.into(), "warning")?.clone();
                plan.notes.push(WarningNote { owner: Some(asked.staff), ..own });
                return Ok(());
            }
            MatterKind::Incident => TaskKind::Other,
        };
        let mut task = Task {
            account: Some(lost.account),
            with_staff: Some(matter.holder),
            person: matter.person,
            ..new_task(kind, asked.staff, due)
        };
        match matter.kind {
            MatterKind::Promise => task.commitment = Some(matter.id.into()),
            MatterKind::Complaint => task.complaint = Some(matter.id.into()),
            MatterKind::Request => task.request = Some(matter.id.into()),
            MatterKind::Visit => task.visit = Some(matter.id.into()),
            MatterKind::Incident => {
                let own = s.incidents.iter().find(|one| one.id == matter.id.into());
                task.text = own.and_then(|one| one.text_zh.clone().or_else(|| one.text_en.clone()));
            }
            _ => {}
        }
        self.keep(s, task, plan);
        if self.mode == TakeOver::OwnerFrom { self.hand_over(s, matter, asked.staff, plan) } else { Ok(()) }
    }

    /// Promises, requests and complaints get their new holder beside the task: from the first day without the leaver where it
    /// is the leaver who made it or was asked first and so answers for it until then, else at once.
    fn hand_over(&self, s: &Snapshot, matter: &LostMatter, heir: StaffId, plan: &mut Plan) -> Result<(), Error> {
        let (holder, from) = (Some(heir), |first| if first == Some(matter.holder) { self.on } else { self.today });
        match matter.kind {
            MatterKind::Promise => {
                let own = must(&s.commitments, matter.id.into(), "commitment")?.clone();
                plan.promises.push(Commitment { holder, taken_on: Some(from(own.by_staff)), ..own });
            }
            MatterKind::Request => {
                let own = must(&s.customer_requests, matter.id.into(), "request")?.clone();
                plan.requests.push(CustomerRequest { holder, taken_on: Some(from(own.first_asked)), ..own });
            }
            MatterKind::Complaint => {
                let own = must(&s.complaints, matter.id.into(), "complaint")?.clone();
                plan.complaints.push(Complaint { owner: holder, taken_on: Some(from(own.first_asked)), ..own });
            }
            _ => {}
        }
        Ok(())
    }

    fn take_topic(&self, s: &Snapshot, matter: &LostMatter, staff: StaffId, plan: &mut Plan) -> Result<(), Error> {
        let own = must(&s.topic_assignments, matter.id.into(), "line")?;
        let (kind, from) = match self.mode {
            TakeOver::BackupNow => (AssignmentKind::Backup, self.today),
            TakeOver::OwnerFrom => (AssignmentKind::Owner, self.on),
        };
        let same = |one: &&TopicAssignment| {
            (one.account, one.topic, one.staff, one.kind) == (own.account, own.topic, staff, kind)
                && is_in_force(one.from_on, one.to_on, from)
        };
        if s.topic_assignments.iter().find(same).is_none() {
            let from_on = Some(from);
            plan.topics.push(TopicAssignment {
                id: new_id(),
                r#ref: None,
                staff,
                kind,
                from_on,
                to_on: None,
                manual: true,
                ..own.clone()
            });
        }
        if self.mode == TakeOver::OwnerFrom {
            plan.topics_ended.push(own.clone());
        }
        Ok(())
    }

    /// Adds a task unless the same one is open already.
    fn keep(&self, s: &Snapshot, task: Task, plan: &mut Plan) {
        let about = |one: &Task| {
            (one.kind, one.staff, one.person, one.seat, one.commitment, one.complaint, one.request, one.visit)
        };
        let same = |one: &&Task| one.done_on.is_none() && about(one) == about(&task) && one.text == task.text;
        if s.tasks.iter().chain(&plan.tasks).find(same).is_none() {
            plan.tasks.push(task);
        }
    }
}

/// A task about nothing yet.
pub(in crate::commands) fn new_task(kind: TaskKind, staff: StaffId, due_on: Day) -> Task {
    Task {
        id: new_id(),
        r#ref: None,
        account: None,
        kind,
        staff,
        with_staff: None,
        person: None,
        seat: None,
        commitment: None,
        complaint: None,
        request: None,
        visit: None,
        text: None,
        due_on,
        done_on: None,
    }
}
