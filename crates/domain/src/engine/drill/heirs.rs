//! Who could take over, ranked with reasons: tie, responsibility, account, rank, rule, load. A person chooses.

use super::matters::{LostMatter, MatterKind};
use super::{AccountDrill, Leavers, LostRow, Proposal};
use crate::engine::asof::{Crew, is_in_force};
use crate::engine::chain::Stakeholder;
use crate::engine::rules::RuleBook;
use crate::engine::{Param, Reason};
use crate::{AssignmentKind, Day, JobRole, PersonId, SeatId, Snapshot, Staff, StaffId, VisitId};
use std::collections::{HashMap, HashSet};

/// Most candidates named for one place.
const MOST: usize = 6;
/// Rank from which one of ours may be an executive sponsor (B.2.8).
const SPONSOR_RANK: u8 = crate::engine::cadence::EXECUTIVE_RANK;
/// Rows one of ours can own before it is too much (C5).
const FULL: usize = 30;
/// A tie from which nobody needs to introduce them (B.2.6: they meet on request about business).
pub const KNOWS: u8 = 2;

/// How many rows each of ours owns now, over all accounts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Load(HashMap<StaffId, usize>);

impl Load {
    /// Counts owner assignments in force; a second post of one person counts once more, which only makes it more cautious.
    pub fn read(snapshot: &Snapshot, as_of: Day) -> Self {
        let owned = snapshot.assignments.iter().filter(|one| one.kind == AssignmentKind::Owner);
        let mut load = Self::default();
        owned.filter(|one| is_in_force(one.from_on, one.to_on, as_of)).for_each(|one| load.add(one.staff));
        load
    }
    fn of(&self, staff: StaffId) -> usize {
        self.0.get(&staff).copied().unwrap_or(0)
    }
    fn add(&mut self, staff: StaffId) {
        *self.0.entry(staff).or_insert(0) += 1;
    }
}

/// One of ours who could take over.
#[derive(Debug, Clone, PartialEq)]
pub struct Heir {
    pub staff: StaffId,
    /// The more the better; only for the order.
    pub points: u32,
    /// Level of the tie to the stakeholder, 0–5.
    pub level: u8,
    pub reasons: Vec<Reason>,
    /// Who brings them together: the one who leaves while still here, else a colleague who knows them; `None` with a tie
    /// below 2: they introduce themselves.
    pub introducer: Option<StaffId>,
}

/// Fills in proposals for rows and matters of an account, in the order of loss.
pub(super) fn propose(lost: &mut AccountDrill, s: &Snapshot, leavers: &Leavers, load: &mut Load, as_of: Day) {
    let ground = Ground::read(s, lost, leavers, as_of);
    for row in &mut lost.rows {
        let mut made: Vec<Proposal> = Vec::new();
        for kind in kinds(row) {
            // Who is proposed as owner needs somebody else as backup.
            let owner = made.iter().find(|one| one.kind == AssignmentKind::Owner).and_then(|one| one.heirs.first());
            let owner = owner.map(|one| one.staff);
            made.push(ground.proposal(row, kind, owner, load));
        }
        row.proposals = made;
    }
    let rows: HashMap<PersonId, &Stakeholder> =
        lost.rows.iter().filter_map(|row| Some((row.before.person?, &row.before))).collect();
    let heirs_of: HashMap<SeatId, StaffId> = lost
        .rows
        .iter()
        .filter_map(|row| Some((row.before.seat, row.proposals.first()?.heirs.first()?.staff)))
        .collect();
    for matter in &mut lost.matters {
        let row = matter.person.and_then(|id| rows.get(&id).copied());
        let next = row.and_then(|row| heirs_of.get(&row.seat).copied().or(ground.active_owner(row)));
        matter.heirs = ground.for_matter(matter, next, load);
    }
}

/// What is to be held anew: what nobody holds, or a backup where the only good tie goes.
fn kinds(row: &LostRow) -> Vec<AssignmentKind> {
    if row.leaves {
        return Vec::new();
    }
    if !row.lost.is_empty() {
        return row.lost.clone();
    }
    let thins = row.untied || row.loss > 1e-9;
    if thins && row.after.backups.is_empty() { vec![AssignmentKind::Backup] } else { Vec::new() }
}

struct Ground<'a> {
    s: &'a Snapshot,
    leavers: &'a Leavers,
    crew: Crew<'a>,
    candidates: Vec<&'a Staff>,
    /// Those who answer for somebody here, or are in the account's team.
    here: HashSet<StaffId>,
    rules: RuleBook<'a>,
}

impl<'a> Ground<'a> {
    fn read(s: &'a Snapshot, lost: &AccountDrill, leavers: &'a Leavers, as_of: Day) -> Self {
        let crew = Crew::on(s, as_of);
        let may = |one: &&Staff| {
            let fits = !matches!(one.job_role, JobRole::Compliance | JobRole::Finance | JobRole::Other);
            fits && crew.is_active(one.id) && !leavers.staff.contains(&one.id)
        };
        let candidates = s.staff.iter().filter(may).collect();
        let seats: HashSet<SeatId> =
            s.seats.iter().filter(|one| one.account == lost.account).map(|one| one.id).collect();
        let held = s.assignments.iter().filter(|one| seats.contains(&one.seat));
        let held = held.filter(|one| is_in_force(one.from_on, one.to_on, as_of)).map(|one| one.staff);
        let team = s.team_members.iter().filter(|one| one.account == lost.account);
        let team = team.filter(|one| is_in_force(one.from_on, one.to_on, as_of)).map(|one| one.staff);
        let here = held.chain(team).collect();
        let rules = RuleBook::on(s, lost.account, as_of);
        Self { s, leavers, crew, candidates, here, rules }
    }

    fn active_owner(&self, row: &Stakeholder) -> Option<StaffId> {
        self.crew.active(&row.owners).into_iter().find(|one| !self.leavers.staff.contains(one))
    }

    fn proposal(&self, row: &LostRow, kind: AssignmentKind, owner: Option<StaffId>, load: &mut Load) -> Proposal {
        let rule = self.rules.proposal(&row.before).map(|one| one.job_role);
        let fits = |one: &&&Staff| match kind {
            AssignmentKind::Sponsor => one.rank_level >= SPONSOR_RANK,
            // A backup stands beside the owner.
            AssignmentKind::Backup => !row.after.owners.contains(&one.id) && owner != Some(one.id),
            _ => true,
        };
        let heir = |one: &&Staff| self.heir(one, row, rule, load);
        let heirs: Vec<Heir> = best(self.candidates.iter().filter(fits).map(heir).collect(), load);
        if let Some(first) = heirs.first().filter(|_| kind == AssignmentKind::Owner) {
            load.add(first.staff);
        }
        Proposal { kind, heirs }
    }

    fn heir(&self, one: &Staff, row: &LostRow, rule: Option<JobRole>, load: &Load) -> Heir {
        let (before, after) = (&row.before, &row.after);
        let level = after.ties.iter().filter(|tie| tie.active && tie.staff == one.id).map(|tie| tie.level).max();
        let level = level.unwrap_or(0);
        let mut sum = Sum::default();
        sum.add(
            u32::from(level) * 8,
            (level > 0).then(|| Reason::new("heir-tie").with("level", Param::Int(level.into()))),
        );
        if after.backups.contains(&one.id) {
            sum.add(20, Some(Reason::new("heir-backup")));
        } else if after.supporters.contains(&one.id) {
            sum.add(10, Some(Reason::new("heir-supporter")));
        }
        self.at_home(one, &mut sum);
        rank(one, before.rank_level, &mut sum);
        if rule == Some(one.job_role) {
            sum.add(12, Some(Reason::new("heir-rule")));
        }
        sum.add(job(one.job_role), None);
        weigh(load.of(one.id), &mut sum);
        let introducer = row.introduction(self.leavers, one.id).flatten();
        if level == 0 && after.is_named() {
            sum.reasons.push(Reason::new("heir-first-meeting"));
        }
        Heir { staff: one.id, points: sum.points, level, reasons: sum.reasons, introducer }
    }

    fn at_home(&self, one: &Staff, sum: &mut Sum) {
        if self.here.contains(&one.id) {
            sum.add(10, Some(Reason::new("heir-same-account")));
        }
    }

    fn for_matter(&self, matter: &LostMatter, next: Option<StaffId>, load: &Load) -> Vec<Heir> {
        let was = self.crew.get(matter.holder);
        let entitled = matter.topic.and_then(|topic| {
            let rule = self.s.commitment_authorities.iter().find(|one| one.topic == topic)?;
            (matter.kind == MatterKind::Promise).then_some(&rule.roles)
        });
        let heir = |one: &&Staff| {
            let mut sum = Sum::default();
            if next == Some(one.id) {
                sum.add(25, Some(Reason::new("heir-takes-person")));
            }
            if let Some(roles) = entitled {
                let may = roles.contains(&one.job_role);
                let code = if may { Reason::new("heir-entitled") } else { Reason::new("heir-countersign") };
                sum.add(if may { 15 } else { 0 }, Some(code));
            }
            if matter.kind == MatterKind::Visit && self.is_in_visit(matter.id.into(), one.id) {
                sum.add(15, Some(Reason::new("heir-in-visit")));
            }
            self.at_home(one, &mut sum);
            if was.is_some_and(|was| was.job_role == one.job_role) {
                sum.add(10, Some(Reason::new("heir-same-job")));
            }
            // A promise or a duty is worked on, it is not a matter of rank: those too far above are not asked first.
            let apart = was.map_or(0, |was| (i64::from(one.rank_level) - i64::from(was.rank_level)).abs());
            sum.add(if apart <= 2 { 8 } else { 0 }, None);
            weigh(load.of(one.id), &mut sum);
            Heir { staff: one.id, points: sum.points, level: 0, reasons: sum.reasons, introducer: None }
        };
        best(self.candidates.iter().map(heir).collect(), load)
    }

    fn is_in_visit(&self, visit: VisitId, staff: StaffId) -> bool {
        let duty = self.s.visit_duties.iter().any(|one| one.visit == visit && one.staff == staff);
        let named = self
            .s
            .visit(visit)
            .is_some_and(|one| [one.host, one.coordinator, one.business_lead, one.topic_owner].contains(&Some(staff)));
        duty || named || self.s.agenda_items.iter().any(|one| one.visit == visit && one.ours.contains(&staff))
    }
}

#[derive(Default)]
struct Sum {
    points: u32,
    reasons: Vec<Reason>,
}

impl Sum {
    fn add(&mut self, points: u32, reason: Option<Reason>) {
        self.points += points;
        self.reasons.extend(reason);
    }
}

/// As in host matching (B.4.9): level or one above 20, one below 16, two below 8; two above only 10, since a row is worked
/// on and not received.
fn rank(one: &Staff, theirs: Option<u8>, sum: &mut Sum) {
    let Some(theirs) = theirs else { return };
    let points = match i64::from(one.rank_level) - i64::from(theirs) {
        0 | 1 => 20,
        -1 => 16,
        2 => 10,
        -2 => 8,
        _ => 0,
    };
    let code = if points > 0 { Reason::new("heir-rank") } else { Reason::new("heir-rank-apart") };
    let facts = code.with("ours", Param::Int(one.rank_level.into())).with("theirs", Param::Int(theirs.into()));
    sum.add(points, Some(facts));
}

/// Those whose work is the customer come before those who are asked for help.
fn job(role: JobRole) -> u32 {
    match role {
        JobRole::Kam | JobRole::Ar => 6,
        JobRole::Sr | JobRole::Fr | JobRole::Service => 3,
        _ => 0,
    }
}

fn weigh(rows: usize, sum: &mut Sum) {
    let points = 8_usize.saturating_sub(rows / 2);
    sum.add(u32::try_from(points).unwrap_or(0), None);
    let facts = |reason: Reason| reason.with("rows", Param::Int(i64::try_from(rows).unwrap_or(i64::MAX)));
    if rows >= FULL {
        sum.points = sum.points.saturating_sub(20);
        sum.reasons.push(facts(Reason::new("heir-full")));
    } else {
        sum.reasons.push(facts(Reason::new("heir-load")));
    }
}

/// Most points first; equals by the smaller load, then in the order our people were put down.
fn best(mut heirs: Vec<Heir>, load: &Load) -> Vec<Heir> {
    heirs.sort_by_key(|one| (std::cmp::Reverse(one.points), load.of(one.staff), one.staff));
    heirs.truncate(MOST);
    heirs
}
