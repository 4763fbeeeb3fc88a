//! What one step can do about a finding. A person decides which, or does something else. Deliberately absent: doing it (`mend`).

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap, HashSet};

use domain::engine::asof::is_in_force;
use domain::engine::chain::Stakeholder;
use domain::engine::findings::{COLLISION_DAYS, CourtCrew, Finding, FindingCode};
use domain::engine::rules::{RuleBook, RuleProposal};
use domain::scene::Wording;
use domain::*;

use super::rows::Desk;
use crate::wire::{Mend, MendAct};

/// Most ways shown for one finding.
const MOST: usize = 3;
/// Days ahead at which a meeting is planned, and how far a day is looked for.
const PLAN_AHEAD: usize = 7;
const HORIZON: usize = 366;
/// Rank from which one of ours can be a sponsor.
const SENIOR: u8 = 7;

impl Desk<'_> {
    /// The ways to mend a finding, the likeliest first.
    pub(super) fn mends(&self, finding: &Finding, row: Option<&Stakeholder>, rows: &[Stakeholder]) -> Vec<Mend> {
        let mut ways = match (finding.code, row) {
            (FindingCode::DoubleOwner, Some(row)) => finding
                .staff
                .iter()
                .map(|one| self.assign("mend-keep", row.seat, *one, AssignmentKind::Owner, false))
                .collect(),
            (FindingCode::NoOwner | FindingCode::InactiveOwner, Some(row)) => self.owners(row),
            (FindingCode::NoBackup, Some(row)) => self.proposals(row, AssignmentKind::Backup),
            (FindingCode::NoSponsor | FindingCode::RankGap, Some(row)) => self.proposals(row, AssignmentKind::Sponsor),
            (FindingCode::LapsedOwner, Some(row)) => self.meet_again(row),
            (FindingCode::RuleConflict, Some(row)) => self.settle_rule(finding, row),
            (FindingCode::ScheduleCollision, _) => self.part_plans(finding),
            (FindingCode::DoubleBooking, _) => self.move_plans(finding),
            (FindingCode::Overload, _) => self.relieve(finding, rows),
            (FindingCode::MessageCollision, _) => self.settle_promises(finding),
            (FindingCode::RoleUnidentified, _) => finding.role.map_or_else(Vec::new, |role| self.seekers(role)),
            (FindingCode::Unowned, _) => finding.topic.map_or_else(Vec::new, |topic| self.topic_owners(topic)),
            _ => Vec::new(),
        };
        ways.truncate(MOST);
        ways
    }

    fn way(&self, key: &str, name: String, act: MendAct) -> Mend {
        Mend { label: self.speech.text(key, &[("name", name)]), act }
    }

    fn assign(&self, key: &str, seat: SeatId, staff: StaffId, kind: AssignmentKind, by_rule: bool) -> Mend {
        self.way(key, self.staff(staff), MendAct::Assign { seat, staff, kind, by_rule })
    }

    fn rule_of(&self, row: &Stakeholder) -> Option<RuleProposal> {
        self.rules().proposal(row)
    }

    fn crew(&self) -> &CourtCrew<'_> {
        self.crew.get_or_init(|| CourtCrew::on(self.snapshot, self.account.id, self.today))
    }

    fn rules(&self) -> &RuleBook<'_> {
        self.rules.get_or_init(|| RuleBook::on(self.snapshot, self.account.id, self.today))
    }

    /// Whom the rules name, then who is near.
    fn owners(&self, row: &Stakeholder) -> Vec<Mend> {
        let named =
            self.rule_of(row).and_then(|one| one.staff.first().copied()).filter(|one| !row.owners.contains(one));
        let by_rule = named.map(|one| self.assign("mend-owner-rule", row.seat, one, AssignmentKind::Owner, true));
        let near = self.near(row, AssignmentKind::Owner).into_iter().filter(|one| Some(*one) != named);
        by_rule
            .into_iter()
            .chain(near.map(|one| self.assign("mend-owner", row.seat, one, AssignmentKind::Owner, false)))
            .collect()
    }

    fn proposals(&self, row: &Stakeholder, kind: AssignmentKind) -> Vec<Mend> {
        let key = format!("mend-{}", kind.code());
        self.near(row, kind).into_iter().map(|one| self.assign(&key, row.seat, one, kind, false)).collect()
    }

    /// Up to two active colleagues who do not hold the row yet: those whose job the rules say it is, then the team, then the
    /// strongest tie, then who works here most. Sponsors are seniors. Nobody of the team, tied or assigned here: everybody.
    fn near(&self, row: &Stakeholder, kind: AssignmentKind) -> Vec<StaffId> {
        let crew = self.crew();
        let taken = if kind == AssignmentKind::Sponsor { &row.sponsors } else { &row.owners };
        let named: Vec<StaffId> = match kind {
            AssignmentKind::Sponsor => Vec::new(),
            _ => self.rule_of(row).map_or_else(Vec::new, |one| one.staff),
        };
        let (team, work) = (self.team(), self.work_here());
        let level = |id: StaffId| row.ties.iter().find(|tie| tie.staff == id).map_or(0, |tie| tie.level);
        let fits = |one: &&Staff| {
            let rank =
                if kind == AssignmentKind::Sponsor { one.rank_level >= SENIOR } else { one.rank_level <= SENIOR };
            let kept = crew.is_active(one.id) && one.status == StaffStatus::Active;
            rank && kept && !taken.contains(&one.id) && one.job_role != JobRole::Compliance
        };
        let here = team.iter().chain(work.keys()).copied();
        let here: BTreeSet<StaffId> =
            here.chain(row.ties.iter().filter(|tie| tie.level > 0).map(|tie| tie.staff)).collect();
        let mut staff: Vec<&Staff> =
            here.iter().filter_map(|id| self.snapshot.staff_member(*id)).filter(fits).collect();
        if staff.len() < 2 {
            staff = self.snapshot.staff.iter().filter(fits).collect();
        }
        let work = |id: StaffId| work.get(&id).copied().unwrap_or(0);
        staff.sort_by_key(|one| {
            (
                !named.contains(&one.id),
                Reverse(level(one.id)),
                !team.contains(&one.id),
                Reverse(work(one.id)),
                one.rank_level,
            )
        });
        staff.into_iter().take(2).map(|one| one.id).collect()
    }

    fn team(&self) -> &HashSet<StaffId> {
        let own = |one: &&TeamMember| one.account == self.account.id && is_in_force(one.from_on, one.to_on, self.today);
        self.team.get_or_init(|| self.snapshot.team_members.iter().filter(own).map(|one| one.staff).collect())
    }

    /// How many assignments each of ours has in this account.
    fn work_here(&self) -> &HashMap<StaffId, usize> {
        self.work.get_or_init(|| {
            let seats: HashSet<SeatId> =
                self.snapshot.seats.iter().filter(|one| one.account == self.account.id).map(|one| one.id).collect();
            let mut work = HashMap::new();
            for one in self.snapshot.assignments.iter().filter(|one| seats.contains(&one.seat)) {
                *work.entry(one.staff).or_insert(0) += 1;
            }
            work
        })
    }

    /// G5: the owner plans to meet the person, unless somebody already does; or was in touch and says when and how, which alone ends
    /// it; or the backup who is at work takes over.
    fn meet_again(&self, row: &Stakeholder) -> Vec<Mend> {
        let crew = self.crew();
        let spoke = |staff| self.way("mend-log", self.staff(staff), MendAct::Log { seat: row.seat, staff, kind: None });
        let logged = crew.active(&row.owners).first().copied().filter(|_| row.is_named()).map(spoke);
        let own = |one: &&PlannedTouch| Some(one.person) == row.person && one.on >= self.today;
        let planned: Vec<&PlannedTouch> = self.snapshot.planned_touches.iter().filter(own).collect();
        let owner = crew.active(&row.owners).first().copied().filter(|_| planned.is_empty());
        let plan = |staff| {
            let on = self.open_day()?;
            let args = [("name", self.staff(staff)), ("day", self.speech.day(on))];
            Some(Mend { label: self.speech.text("mend-plan", &args), act: MendAct::Plan { seat: row.seat, staff, on } })
        };
        owner.and_then(plan).into_iter().chain(logged).chain(self.hand_over(row, crew)).collect()
    }

    /// The first day some days ahead that is in no blackout of the account.
    fn open_day(&self) -> Option<Day> {
        let closed = |day: Day| {
            self.snapshot.decisions.iter().any(|one| one.account == self.account.id && one.is_blackout_within(day, day))
        };
        self.today.iter_days().skip(PLAN_AHEAD).take(HORIZON).find(|day| !closed(*day))
    }

    fn hand_over(&self, row: &Stakeholder, crew: &CourtCrew) -> Vec<Mend> {
        let backups = crew.active(&row.backups).into_iter().filter(|one| !row.owners.contains(one));
        backups.map(|one| self.assign("mend-hand-over", row.seat, one, AssignmentKind::Owner, false)).collect()
    }

    /// C5: rows of this account whose backup is at work, the lightest first; one at a time, as a person decides what to give away.
    fn relieve(&self, finding: &Finding, rows: &[Stakeholder]) -> Vec<Mend> {
        let crew = CourtCrew::on(self.snapshot, self.account.id, self.today);
        let own = |row: &&Stakeholder| finding.staff.first().is_some_and(|one| row.owners.contains(one));
        let next = |row: &&Stakeholder| crew.active(&row.backups).into_iter().find(|one| !row.owners.contains(one));
        let mut given: Vec<(&Stakeholder, StaffId)> = rows
            .iter()
            .filter(|row| row.is_in_scope())
            .filter(own)
            .filter_map(|row| Some((row, next(&row)?)))
            .collect();
        given.sort_by_key(|one| one.0.weight);
        let way = |(row, staff): (&Stakeholder, StaffId)| Mend {
            label: self.speech.text(
                "mend-relieve",
                &[("who", self.book.seat_name(row.seat, &self.speech)), ("name", self.staff(staff))],
            ),
            act: MendAct::Assign { seat: row.seat, staff, kind: AssignmentKind::Owner, by_rule: false },
        };
        given.into_iter().map(way).collect()
    }

    /// C6: the choice stands, or the rule.
    fn settle_rule(&self, finding: &Finding, row: &Stakeholder) -> Vec<Mend> {
        let [owner, wanted] = finding.staff[..] else { return Vec::new() };
        let keep = MendAct::Confirm { seat: row.seat, staff: owner, by: None };
        let over = self.assign("mend-owner-rule", row.seat, wanted, AssignmentKind::Owner, true);
        vec![self.way("mend-confirm", self.staff(owner), keep), over]
    }

    fn plans(&self, finding: &Finding) -> Vec<&PlannedTouch> {
        let own = self.snapshot.planned_touches.iter().filter(|one| finding.touches.contains(&one.id));
        let mut plans: Vec<&PlannedTouch> = own.collect();
        plans.sort_by_key(|one| (one.on, one.id));
        plans
    }

    /// C2: one activity on the first day, or the second one later than the days in which plans collide.
    fn part_plans(&self, finding: &Finding) -> Vec<Mend> {
        let plans = self.plans(finding);
        let (Some(first), Some(last)) = (plans.first(), plans.last()) else { return Vec::new() };
        let touches = plans.iter().map(|one| one.id).collect();
        let merge = MendAct::Merge { touches, on: first.on };
        let mut ways =
            vec![Mend { label: self.speech.text("mend-merge", &[("day", self.speech.day(first.on))]), act: merge }];
        if plans.len() == 2 {
            ways.extend(
                first.on.checked_add_days(chrono::Days::new(COLLISION_DAYS as u64 + 1)).map(|on| self.moved(last, on)),
            );
        }
        ways
    }

    fn moved(&self, plan: &PlannedTouch, on: Day) -> Mend {
        let args = [("name", self.staff(plan.staff)), ("day", self.speech.day(on))];
        Mend { label: self.speech.text("mend-move", &args), act: MendAct::Move { touch: plan.id, on } }
    }

    /// C3: one of the plans goes to the next day.
    fn move_plans(&self, finding: &Finding) -> Vec<Mend> {
        let plans = self.plans(finding);
        plans.iter().rev().filter_map(|one| Some(self.moved(one, one.on.succ_opt()?))).collect()
    }

    /// C4: one of those entitled says which day holds, unless already asked; or one promise is withdrawn.
    fn settle_promises(&self, finding: &Finding) -> Vec<Mend> {
        let promises: Vec<&Commitment> =
            self.snapshot.commitments.iter().filter(|one| finding.commitments.contains(&one.id)).collect();
        let asked =
            |one: &Task| one.done_on.is_none() && one.commitment.is_some_and(|id| finding.commitments.contains(&id));
        let entitled =
            finding.topic.and_then(|topic| self.entitled(topic)).filter(|_| !self.snapshot.tasks.iter().any(asked));
        let ask = |staff: StaffId| {
            self.way(
                "mend-ask-date",
                self.staff(staff),
                MendAct::AskDate { commitments: finding.commitments.clone(), staff },
            )
        };
        let withdraw = |one: &Commitment| Mend {
            label: self.speech.text("mend-withdraw", &[("day", self.speech.day(one.promised_on))]),
            act: MendAct::Withdraw { commitment: one.id },
        };
        entitled.map(ask).into_iter().chain(promises.into_iter().rev().take(2).map(withdraw)).collect()
    }

    /// Who of the account's team may promise on a topic: who owns it, else the first with an entitled role (B.4.5).
    fn entitled(&self, topic: Topic) -> Option<StaffId> {
        let roles = self.snapshot.commitment_authorities.iter().find(|one| one.topic == topic).map(|one| &one.roles)?;
        let book = self.rules();
        let team: Vec<StaffId> = roles.iter().flat_map(|role| book.team_with(*role)).collect();
        let owners = domain::engine::findings::topic_holders(
            self.snapshot,
            self.account.id,
            topic,
            AssignmentKind::Owner,
            self.today,
        );
        owners.into_iter().find(|one| team.contains(one)).or_else(|| team.first().copied())
    }

    /// Those at work who have most assignments here, after one who comes first.
    fn hands(&self, first: Option<StaffId>) -> Vec<StaffId> {
        let crew = self.crew();
        let mut work: Vec<(StaffId, usize)> =
            self.work_here().iter().map(|one| (*one.0, *one.1)).filter(|one| crew.is_active(one.0)).collect();
        work.sort_by_key(|one| (Reverse(one.1), one.0));
        let others = work.into_iter().map(|one| one.0).filter(|one| Some(*one) != first);
        first.into_iter().chain(others).take(2).collect()
    }

    /// G7 of topics: those of the team who may promise on it, then those who work here most.
    fn topic_owners(&self, topic: Topic) -> Vec<Mend> {
        let act = |staff| MendAct::AssignTopic { account: self.account.id, topic, staff };
        let staff = self.hands(self.entitled(topic));
        staff.into_iter().map(|one| self.way("mend-owner", self.staff(one), act(one))).collect()
    }

    /// G6: the seat is put into the chain, and one of ours has to find out who sits there.
    fn seekers(&self, role: DecisionRole) -> Vec<Mend> {
        let act = |staff| MendAct::Seek { account: self.account.id, role, staff };
        let lead =
            self.snapshot.team_members.iter().find(|one| {
                one.account == self.account.id && one.lead && is_in_force(one.from_on, one.to_on, self.today)
            });
        let crew = self.crew();
        let staff = self.hands(lead.map(|one| one.staff).filter(|one| crew.is_active(*one)));
        staff.into_iter().map(|one| self.way("mend-seek", self.staff(one), act(one))).collect()
    }
}
