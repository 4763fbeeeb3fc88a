//! G7: units and topics that nobody answers for, and which of them are relevant (B.4.5).

use super::{CourtCrew, Finding, FindingCode};
use crate::engine::asof::is_in_force;
use crate::engine::chain::Stakeholder;
use crate::engine::rules::RuleBook;
use crate::engine::warnings::matters::{is_open as is_open_promise, open_complaints};
use crate::engine::{Param, Reason, reason::Severity};
use crate::{AccountId, AssignmentKind, Code, Day, Snapshot, StaffId, Topic};

/// G7 of units. **A unit is relevant when a coverage rule names it**: somebody decided that a job role answers for it. Units
/// nobody wrote a rule for are judged by their stakeholders alone (G1), else every unit of an organisation chart would be a
/// finding. The unit counts with everything below it; it is a gap when none of its stakeholders has an active owner, also
/// when nobody is known there yet.
pub(super) fn unit_gaps(book: &RuleBook, crew: &CourtCrew, rows: &[&Stakeholder]) -> Vec<Finding> {
    let owned: Vec<_> = rows.iter().filter(|row| !crew.active(&row.owners).is_empty()).collect();
    let gap = |unit: &crate::UnitId| !owned.iter().any(|row| book.is_in(row.seat, *unit));
    let finding = |unit: crate::UnitId| Finding {
        unit: Some(unit),
        ..Finding::of(FindingCode::Unowned, Severity::Amber, Reason::new("unit-gap").with("unit", Param::Unit(unit)))
    };
    book.named_units().into_iter().filter(gap).map(finding).collect()
}

/// G7 of topics that are relevant (`relevant_topics`) and have no active owner on the day.
pub(super) fn topic_gaps(snapshot: &Snapshot, account: AccountId, crew: &CourtCrew, as_of: Day) -> Vec<Finding> {
    let gap =
        |topic: &Topic| crew.active(&topic_holders(snapshot, account, *topic, AssignmentKind::Owner, as_of)).is_empty();
    let finding = |topic: Topic| Finding {
        topic: Some(topic),
        ..Finding::of(
            FindingCode::Unowned,
            Severity::Amber,
            Reason::new("topic-gap").with("topic", Param::Code(topic.code())),
        )
    };
    relevant_topics(snapshot, account, as_of).into_iter().filter(gap).map(finding).collect()
}

/// Who holds a topic on a day in one way, active or not.
pub fn topic_holders(
    snapshot: &Snapshot,
    account: AccountId,
    topic: Topic,
    kind: AssignmentKind,
    day: Day,
) -> Vec<StaffId> {
    let own = |one: &&crate::TopicAssignment| {
        one.account == account && one.topic == topic && one.kind == kind && is_in_force(one.from_on, one.to_on, day)
    };
    snapshot.topic_assignments.iter().filter(own).map(|one| one.staff).collect()
}

/// Topics of an account that need an owner on a day, in the order of the code list: **one is relevant when something is open
/// on it** (a promise, a request, or for `complaint` a complaint, for `contract` an agreement that has not ended), **or when
/// somebody ever answered for it** in the account: what was once given out does not fall silent when its holder goes.
pub fn relevant_topics(snapshot: &Snapshot, account: AccountId, as_of: Day) -> Vec<Topic> {
    let begun = |from: Option<Day>| from.is_none_or(|from| from <= as_of);
    let is_relevant = |topic: Topic| {
        let given = snapshot
            .topic_assignments
            .iter()
            .any(|one| one.account == account && one.topic == topic && begun(one.from_on));
        let promised = snapshot
            .commitments
            .iter()
            .any(|one| one.account == account && one.topic_kind == Some(topic) && is_open_promise(one, as_of));
        let asked = snapshot.customer_requests.iter().any(|one| {
            one.account == account
                && one.topic == Some(topic)
                && one.asked_on <= as_of
                && one.closed_on.is_none_or(|on| on > as_of)
                && !one.is_withdrawn(as_of)
        });
        given || promised || asked || is_open(snapshot, account, topic, as_of)
    };
    Topic::ALL.iter().copied().filter(|topic| is_relevant(*topic)).collect()
}

fn is_open(snapshot: &Snapshot, account: AccountId, topic: Topic, as_of: Day) -> bool {
    match topic {
        Topic::Complaint => open_complaints(snapshot, account, as_of).next().is_some(),
        Topic::Contract => snapshot
            .contracts
            .iter()
            .any(|one| one.account == account && is_in_force(one.starts_on, Some(one.ends_on), as_of)),
        _ => false,
    }
}
