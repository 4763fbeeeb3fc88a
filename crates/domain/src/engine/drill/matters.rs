//! Promises, complaints, requests, visits and other work that nobody holds once they are gone.

use super::{Heir, Leavers};
use crate::engine::asof::is_in_force;
use crate::engine::host::last_day;
use crate::{
    AccountId, AssignmentKind, ComplaintStatus, Day, Duty, PersonId, Snapshot, StaffId, Topic, Visit, VisitId,
    WarningNote, WarningStatus,
};
use uuid::Uuid;

codes! {
    /// What is handed over beside people. `warning`: one that somebody took, by its note.
    MatterKind {
        Promise = "promise", Complaint = "complaint", Request = "request", Visit = "visit", Topic = "topic", Task = "task", Contact = "contact",
        Incident = "incident", Warning = "warning",
    }
}
codes! {
    /// What one of ours is in a visit.
    VisitPart {
        Host = "host", Coordinator = "coordinator", BusinessLead = "business_lead", Approver = "approver", TopicOwner = "topic_owner",
        Counterpart = "counterpart", Agenda = "agenda", Checklist = "checklist", Contingency = "contingency",
    }
}

/// Work whose holder leaves.
#[derive(Debug, Clone, PartialEq)]
pub struct LostMatter {
    pub kind: MatterKind,
    pub id: Uuid,
    pub holder: StaffId,
    /// Whom of theirs it concerns.
    pub person: Option<PersonId>,
    pub due: Option<Day>,
    /// What the leaver is in the visit, and their duties there.
    pub parts: Vec<VisitPart>,
    pub duties: Vec<Duty>,
    pub topic: Option<Topic>,
    pub heirs: Vec<Heir>,
}

impl LostMatter {
    fn of(kind: MatterKind, id: impl Into<Uuid>, holder: StaffId) -> Self {
        let (parts, duties, heirs) = (Vec::new(), Vec::new(), Vec::new());
        Self { kind, id: id.into(), holder, person: None, due: None, parts, duties, topic: None, heirs }
    }
}

/// Open matters of an account held by those who leave, by kind, the nearest day first.
pub(super) fn lost_matters(s: &Snapshot, account: AccountId, leavers: &Leavers, as_of: Day) -> Vec<LostMatter> {
    let mut found = said(s, account, leavers);
    found.extend(planned(s, account, leavers, as_of));
    let visits = s.visits.iter().filter(|one| one.account == account && last_day(one) >= as_of);
    found.extend(visits.flat_map(|visit| leavers.staff.iter().filter_map(|staff| in_visit(s, visit, *staff))));
    found.sort_by_key(|one| (one.kind, one.due.is_none(), one.due, one.id));
    found
}

/// What was said to the customer or by them.
fn said(s: &Snapshot, account: AccountId, leavers: &Leavers) -> Vec<LostMatter> {
    let leaves = |staff: &Option<StaffId>| staff.filter(|one| leavers.staff.contains(one));
    // Whoever takes it over on a day to come holds it in the end.
    let stands = |one: &&crate::Commitment| one.delivered_on.is_none() && one.withdrawn_on.is_none();
    let promises = s.commitments.iter().filter(|one| one.account == account).filter(stands).filter_map(|one| {
        let holder = leaves(&one.holder.or(one.by_staff))?;
        let (person, due, topic) = (one.to_person, Some(one.promised_on), one.topic_kind);
        Some(LostMatter { person, due, topic, ..LostMatter::of(MatterKind::Promise, one.id, holder) })
    });
    let open = |one: &&crate::Complaint| {
        one.status == ComplaintStatus::Open && one.closed_on.is_none() && one.withdrawn_on.is_none()
    };
    // Who was asked first answers for it until somebody holds it.
    let complaints = s.complaints.iter().filter(|one| one.account == account).filter(open).filter_map(|one| {
        let (person, topic) = (one.by_person, Some(Topic::Complaint));
        let holder = leaves(&one.owner.or(one.first_asked))?;
        Some(LostMatter { person, topic, ..LostMatter::of(MatterKind::Complaint, one.id, holder) })
    });
    let waits = |one: &&crate::CustomerRequest| one.closed_on.is_none() && one.withdrawn_on.is_none();
    let requests = s.customer_requests.iter().filter(|one| one.account == account).filter(waits).filter_map(|one| {
        let holder = leaves(&one.holder.or(one.first_asked))?;
        let (person, due, topic) = (one.from_person, one.due_on, one.topic);
        Some(LostMatter { person, due, topic, ..LostMatter::of(MatterKind::Request, one.id, holder) })
    });
    let incidents = s.incidents.iter().filter(|one| one.account == account && one.closed_on.is_none());
    let incidents = incidents.filter_map(|one| Some(LostMatter::of(MatterKind::Incident, one.id, leaves(&one.owner)?)));
    promises.chain(complaints).chain(requests).chain(incidents).collect()
}

/// What was planned among us.
fn planned(s: &Snapshot, account: AccountId, leavers: &Leavers, as_of: Day) -> Vec<LostMatter> {
    let leaves = |staff: StaffId| Some(staff).filter(|one| leavers.staff.contains(one));
    let mine = |one: &&crate::Task| one.account == Some(account) && one.done_on.is_none();
    let tasks = s.tasks.iter().filter(mine).filter_map(|one| {
        let (person, due) = (one.person, Some(one.due_on));
        Some(LostMatter { person, due, ..LostMatter::of(MatterKind::Task, one.id, leaves(one.staff)?) })
    });
    let contacts = s.planned_touches.iter().filter(|one| one.account == account && one.on >= as_of);
    let contacts = contacts.filter_map(|one| {
        let (person, due) = (Some(one.person), Some(one.on));
        Some(LostMatter { person, due, ..LostMatter::of(MatterKind::Contact, one.id, leaves(one.staff)?) })
    });
    let held = |one: &&crate::TopicAssignment| {
        one.account == account && one.kind == AssignmentKind::Owner && is_in_force(one.from_on, one.to_on, as_of)
    };
    let others = |topic| {
        let rest = s.topic_assignments.iter().filter(held).filter(move |one| one.topic == topic);
        rest.filter(|one| leaves(one.staff).is_none()).count()
    };
    let topics = s.topic_assignments.iter().filter(held).filter(|one| others(one.topic) == 0).filter_map(|one| {
        let topic = Some(one.topic);
        Some(LostMatter { topic, ..LostMatter::of(MatterKind::Topic, one.id, leaves(one.staff)?) })
    });
    // Warnings somebody took, also those that are silent: the rest go to whoever answers for what they are about.
    let taken = |one: &&WarningNote| {
        one.account == account && matches!(one.status, WarningStatus::Open | WarningStatus::Intervening)
    };
    let warnings = s.warning_notes.iter().filter(taken).filter_map(|one| {
        let due = one.snoozed_until.filter(|until| *until > as_of);
        Some(LostMatter { due, ..LostMatter::of(MatterKind::Warning, one.id, leaves(one.owner?)?) })
    });
    tasks.chain(contacts).chain(topics).chain(warnings).collect()
}

/// What one of ours is in a visit that is not over; `None`: nothing.
fn in_visit(s: &Snapshot, visit: &Visit, staff: StaffId) -> Option<LostMatter> {
    let parts = parts_of(s, visit, staff);
    let duties = s.visit_duties.iter().filter(|one| one.visit == visit.id && one.staff == staff);
    let duties: Vec<Duty> = duties.map(|one| one.duty).collect();
    let (person, due) = (visit.principal_guest, Some(visit.starts_on));
    (!parts.is_empty() || !duties.is_empty()).then(|| LostMatter {
        person,
        due,
        parts,
        duties,
        ..LostMatter::of(MatterKind::Visit, visit.id, staff)
    })
}

fn parts_of(s: &Snapshot, visit: &Visit, staff: StaffId) -> Vec<VisitPart> {
    let own = |id: VisitId| id == visit.id;
    let named = [
        (VisitPart::Host, visit.host),
        (VisitPart::Coordinator, visit.coordinator),
        (VisitPart::BusinessLead, visit.business_lead),
        (VisitPart::Approver, visit.approver),
        (VisitPart::TopicOwner, visit.topic_owner),
    ];
    let named = named.into_iter().filter(|one| one.1 == Some(staff)).map(|one| one.0);
    let counts = [
        (VisitPart::Counterpart, s.visit_guests.iter().any(|one| own(one.visit) && one.counterpart == Some(staff))),
        (VisitPart::Agenda, s.agenda_items.iter().any(|one| own(one.visit) && one.lead == Some(staff))),
        (
            VisitPart::Checklist,
            s.checklist_items.iter().any(|one| own(one.visit) && one.owner == Some(staff) && one.done_on.is_none()),
        ),
        (VisitPart::Contingency, s.contingencies.iter().any(|one| own(one.visit) && one.owner == Some(staff))),
    ];
    named.chain(counts.into_iter().filter(|one| one.1).map(|one| one.0)).collect()
}
