//! One promise judged: buffer, outcome, who may make it, and which others it contradicts (B.4.5, B.4.12).

use crate::engine::asof::is_in_force;
use crate::engine::warnings::matters::{delivered_by, is_open, overdue_days};
use crate::{AccountId, Commitment, CommitmentId, Day, JobRole, Snapshot, StaffId, Topic};

codes! {
    /// Whether our own day lies far enough before the promised one (B.4.12).
    PromiseBuffer { Kept = "kept", Short = "short", None = "none" }
}
codes! {
    /// How a promise went (B.4.12).
    PromiseOutcome { Delighted = "delighted", Met = "met", Disappointed = "disappointed", Pending = "pending" }
}
codes! {
    /// Whether its maker may promise on the topic (B.4.5). `free`: nothing says who may; `unknown`: nobody is noted as its maker.
    PromiseStanding { Free = "free", Within = "within", Beyond = "beyond", Countersigned = "countersigned", Unknown = "unknown" }
}

/// What a promise comes to on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Judged {
    pub buffer: PromiseBuffer,
    /// Days between our own day and the promised one; `None`: no own day is set.
    pub buffer_days: Option<i64>,
    /// The fewest days the rule asks for.
    pub least_days: i64,
    /// Promised day − day of delivery: ≥ 0 is on time. `None`: not delivered.
    pub delivery_delta: Option<i64>,
    /// Perceived − expected. `None`: not asked.
    pub value_gap: Option<i64>,
    pub outcome: PromiseOutcome,
    /// Days past the promised one while nothing is delivered.
    pub overdue_days: Option<i64>,
    /// An announcement that nobody else of ours has read.
    pub needs_reader: bool,
    pub standing: PromiseStanding,
}

/// The fewest days between our own day and the promised one: a day, or a started fifth of the promised time (B.4.12).
pub fn least_buffer(made_on: Day, promised_on: Day) -> i64 {
    let days = (promised_on - made_on).num_days().max(0);
    ((days + 4) / 5).max(1)
}

/// Judges a promise as of a day.
pub fn judge(snapshot: &Snapshot, one: &Commitment, as_of: Day) -> Judged {
    let least_days = least_buffer(one.made_on, one.promised_on);
    let buffer_days = one.internal_target_on.map(|target| (one.promised_on - target).num_days());
    let buffer = match buffer_days {
        None => PromiseBuffer::None,
        Some(days) if days >= least_days => PromiseBuffer::Kept,
        Some(_) => PromiseBuffer::Short,
    };
    let delivered = delivered_by(one, as_of);
    let delivery_delta = delivered.map(|on| (one.promised_on - on).num_days());
    // Asked after delivery: a value noted before says nothing yet.
    let gap = || Some(i64::from(one.perceived_value?) - i64::from(one.expected_value?));
    let value_gap = delivered.and_then(|_| gap());
    Judged {
        buffer,
        buffer_days,
        least_days,
        delivery_delta,
        value_gap,
        outcome: outcome(delivery_delta, value_gap),
        overdue_days: overdue_days(one, as_of),
        needs_reader: one.announcement && !one.is_withdrawn(as_of) && one.second_read_on.is_none_or(|on| on > as_of),
        standing: standing(snapshot, one),
    }
}

/// Late disappoints whatever is said of the value; on time and not asked yet is pending.
fn outcome(delta: Option<i64>, gap: Option<i64>) -> PromiseOutcome {
    match (delta, gap) {
        (Some(..0), _) | (Some(_), Some(..=-1)) => PromiseOutcome::Disappointed,
        (Some(_), Some(0)) => PromiseOutcome::Met,
        (Some(_), Some(_)) => PromiseOutcome::Delighted,
        _ => PromiseOutcome::Pending,
    }
}

/// Who may promise on a topic; `None`: everybody (no record says otherwise).
pub fn entitled(snapshot: &Snapshot, topic: Topic) -> Option<Vec<JobRole>> {
    let mut records = snapshot.commitment_authorities.iter().filter(|one| one.topic == topic).peekable();
    records.peek()?;
    Some(records.flat_map(|one| one.roles.iter().copied()).collect())
}

/// What one of ours is for an account on a day: the roles in its team, else the job role itself.
fn roles_of(snapshot: &Snapshot, account: AccountId, staff: StaffId, on: Day) -> Vec<JobRole> {
    let own = snapshot.team_members.iter().filter(|one| one.account == account && one.staff == staff);
    let roles: Vec<JobRole> =
        own.filter(|one| is_in_force(one.from_on, one.to_on, on)).map(|one| one.job_role).collect();
    if roles.is_empty() { snapshot.staff_member(staff).map(|one| one.job_role).into_iter().collect() } else { roles }
}

fn may(snapshot: &Snapshot, one: &Commitment, staff: StaffId, roles: &[JobRole]) -> bool {
    roles_of(snapshot, one.account, staff, one.made_on).iter().any(|role| roles.contains(role))
}

/// Whether the maker may promise it (B.4.5). A promise beyond needs the signature of one who may.
pub fn standing(snapshot: &Snapshot, one: &Commitment) -> PromiseStanding {
    let Some(roles) = one.topic_kind.and_then(|topic| entitled(snapshot, topic)) else { return PromiseStanding::Free };
    let signed = || one.countersigned_by.is_some_and(|staff| may(snapshot, one, staff, &roles));
    match one.by_staff {
        Some(staff) if may(snapshot, one, staff, &roles) => PromiseStanding::Within,
        _ if signed() => PromiseStanding::Countersigned,
        Some(_) => PromiseStanding::Beyond,
        None => PromiseStanding::Unknown,
    }
}

/// Whether one of ours may countersign: entitled on the topic, and not the maker.
pub fn may_countersign(snapshot: &Snapshot, one: &Commitment, staff: StaffId) -> bool {
    let Some(roles) = one.topic_kind.and_then(|topic| entitled(snapshot, topic)) else { return false };
    one.by_staff != Some(staff) && may(snapshot, one, staff, &roles)
}

/// Open promises of the account that say another day or another value on the same topic (C4), first made first.
pub fn conflicts(snapshot: &Snapshot, one: &Commitment, as_of: Day) -> Vec<CommitmentId> {
    if !is_open(one, as_of) {
        return Vec::new();
    }
    let topic = one.topic.trim();
    let contradicts = |other: &&Commitment| {
        let value = other.expected_value.zip(one.expected_value).is_some_and(|(theirs, ours)| theirs != ours);
        other.promised_on != one.promised_on || value
    };
    let others = snapshot.commitments.iter().filter(|other| other.id != one.id && other.account == one.account);
    let mut found: Vec<&Commitment> =
        others.filter(|other| other.topic.trim() == topic && is_open(other, as_of)).filter(contradicts).collect();
    found.sort_by_key(|other| (other.made_on, other.id));
    found.into_iter().map(|other| other.id).collect()
}
