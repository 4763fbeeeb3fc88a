//! First contact: whatever comes in has one holder and a clock, from being asked to being closed. Who is asked first answers
//! for it until somebody takes it. Deliberately absent: times of day; every clock runs in days.

use crate::engine::asof::Crew;
use crate::engine::warnings::matters::delivered_by;
use crate::{Commitment, Complaint, ComplaintSeverity, ComplaintStatus, CustomerRequest, Day, StaffId};
use chrono::Days;

codes! {
    /// What comes next.
    ContactStep { Take = "take", Answer = "answer", Close = "close", Done = "done" }
}

/// Days until the first answer, where no day was agreed: 24 hours (B.4.11, W06).
const ANSWER_DAYS: u64 = 1;
/// Days until a complaint is closed, by severity: where W06 begins.
const CLOSE_DAYS: u64 = 7;
const CLOSE_DAYS_SEVERE: u64 = 2;

/// Where something that came in stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clocked {
    pub step: ContactStep,
    /// Who answers for it now and is still here: the holder, else whoever was asked first.
    pub holder: Option<StaffId>,
    /// Nobody has taken it; the first asked answers for it.
    pub by_first: bool,
    /// Open, and nobody who is here answers for it.
    pub ownerless: bool,
    /// When the next step is due; `None`: no day.
    pub due: Option<Day>,
    /// Days past `due`; 0: not overdue.
    pub overdue_days: i64,
}

/// The dates and names a clock is read from.
struct Course {
    holder: Option<StaffId>,
    first: Option<StaffId>,
    answered: bool,
    closed: bool,
    answer_due: Option<Day>,
    close_due: Option<Day>,
}

fn clock(course: &Course, crew: &Crew, as_of: Day) -> Clocked {
    let here = |one: Option<StaffId>| one.filter(|id| crew.is_active(*id));
    let holder = here(course.holder);
    // A holder who left has not handed over: whoever was asked first is asked again.
    let first = here(course.first).filter(|_| holder.is_none());
    let step = match course {
        Course { closed: true, .. } => ContactStep::Done,
        Course { answered: true, .. } => ContactStep::Close,
        Course { .. } if holder.is_some() => ContactStep::Answer,
        Course { .. } => ContactStep::Take,
    };
    let due = match step {
        ContactStep::Done => None,
        ContactStep::Close => course.close_due,
        ContactStep::Take | ContactStep::Answer => course.answer_due,
    };
    let overdue_days = due.map_or(0, |due| (as_of - due).num_days().max(0));
    let open = step != ContactStep::Done;
    let holder = holder.or(first);
    Clocked { step, holder, by_first: open && first.is_some(), ownerless: open && holder.is_none(), due, overdue_days }
}

fn by(day: Option<Day>, as_of: Day) -> bool {
    day.is_some_and(|day| day <= as_of)
}

fn after(day: Day, days: u64) -> Option<Day> {
    day.checked_add_days(Days::new(days))
}

/// The clock of a request: answered by its due day, else within a day of being asked; once answered it has no day of its own.
pub fn request_clock(one: &CustomerRequest, crew: &Crew, as_of: Day) -> Clocked {
    let course = Course {
        holder: one.taken_by(as_of),
        first: one.first_asked,
        answered: by(one.answered_on, as_of),
        closed: by(one.closed_on, as_of) || one.is_withdrawn(as_of),
        answer_due: one.due_on.or_else(|| after(one.asked_on, ANSWER_DAYS)),
        close_due: one.due_on,
    };
    clock(&course, crew, as_of)
}

/// The clock of a complaint: a first answer within a day, closed within 7 days, a severe one within 2 (W06).
pub fn complaint_clock(one: &Complaint, crew: &Crew, as_of: Day) -> Clocked {
    let days = if one.severity == ComplaintSeverity::Severe { CLOSE_DAYS_SEVERE } else { CLOSE_DAYS };
    let course = Course {
        holder: one.taken_by(as_of),
        first: one.first_asked,
        answered: by(one.answered_on, as_of),
        closed: match one.closed_on {
            _ if one.is_withdrawn(as_of) => true,
            Some(on) => on <= as_of,
            None => one.status == ComplaintStatus::Closed,
        },
        answer_due: after(one.opened_on, ANSWER_DAYS),
        close_due: after(one.opened_on, days),
    };
    clock(&course, crew, as_of)
}

/// The clock of a promise: its maker holds it until somebody takes it over, and again when that one has left; delivering or
/// withdrawing it closes it.
pub fn promise_clock(one: &Commitment, crew: &Crew, as_of: Day) -> Clocked {
    let course = Course {
        holder: one.held_by(as_of),
        first: one.by_staff,
        answered: true,
        closed: delivered_by(one, as_of).is_some() || one.is_withdrawn(as_of),
        answer_due: None,
        close_due: Some(one.promised_on),
    };
    let read = clock(&course, crew, as_of);
    // Held by nobody who is here, it is first of all to be taken over.
    Clocked { step: if read.ownerless { ContactStep::Take } else { read.step }, ..read }
}
