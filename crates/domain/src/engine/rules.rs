//! Coverage rules: which job role a rule proposes for a stakeholder, and who of the account's team that is (B.4.5).
//!
//! A rule is a conjunction: every condition that is given must hold. Rules are asked in their order, the first that fits
//! decides. Deliberately absent: assigning; a person does that, or lets a manual owner stand.

use super::asof::{Crew, is_in_force};
use super::chain::Stakeholder;
use super::units::{UnitsOn, unit_of};
use crate::{
    AccountId, AssignmentKind, CoverageRule, CoverageRuleId, Day, IdMap, IdSet, JobRole, OrgUnit, Seat, SeatId,
    Snapshot, StaffId, TeamMember, UnitId,
};

/// What a rule proposes for a row.
#[derive(Debug, Clone, PartialEq)]
pub struct RuleProposal {
    pub rule: CoverageRuleId,
    pub job_role: JobRole,
    /// Those of the team with this role who are at work, the leading one first; empty: the team has nobody with it.
    pub staff: Vec<StaffId>,
}

/// How many stakeholders a rule meets. A rule that meets nobody or everybody is told so, it is no error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RuleReach {
    /// Rows whose conditions hold, and those for which it decides because no earlier rule does.
    pub fits: u32,
    pub decides: u32,
    /// All rows that need somebody.
    pub rows: u32,
}

codes! {
    /// Whether a rule says anything.
    RuleVerdict { Nobody = "nobody", Some = "some", Everybody = "everybody" }
}

impl RuleReach {
    /// What to tell whoever writes the rule.
    pub fn verdict(&self) -> RuleVerdict {
        match self.fits {
            0 => RuleVerdict::Nobody,
            fits if fits == self.rows => RuleVerdict::Everybody,
            _ => RuleVerdict::Some,
        }
    }
}

/// The rules of an account on a day with what they are matched against.
#[derive(Debug)]
pub struct RuleBook<'a> {
    rules: Vec<&'a CoverageRule>,
    units: UnitsOn<'a>,
    seats: IdMap<SeatId, &'a Seat>,
    team: Vec<&'a TeamMember>,
    crew: Crew<'a>,
}

impl<'a> RuleBook<'a> {
    /// Reads the rules of the account and those of every account, its units, seats and team.
    pub fn on(snapshot: &'a Snapshot, account: AccountId, day: Day) -> Self {
        let own = snapshot.coverage_rules.iter().filter(|one| one.account.is_none_or(|of| of == account));
        Self::with(snapshot, account, day, own.collect())
    }

    /// The same with the rules given: to look at one that is not written yet.
    pub fn with(snapshot: &'a Snapshot, account: AccountId, day: Day, mut rules: Vec<&'a CoverageRule>) -> Self {
        rules.sort_by_key(|one| (one.position, one.account.is_none(), one.id));
        let here = |one: &&TeamMember| one.account == account && is_in_force(one.from_on, one.to_on, day);
        let mut team: Vec<&TeamMember> = snapshot.team_members.iter().filter(here).collect();
        team.sort_by_key(|one| (!one.lead, one.id));
        Self {
            // Nothing is looked up where nobody wrote a rule.
            seats: match rules.is_empty() {
                true => IdMap::default(),
                false => snapshot.seats.iter().filter(|one| one.account == account).map(|one| (one.id, one)).collect(),
            },
            units: UnitsOn::read(snapshot, account, day),
            crew: Crew::on(snapshot, day),
            rules,
            team,
        }
    }

    /// Whether there is no rule.
    pub fn is_empty(&self) -> bool {
        self.rules.is_empty()
    }

    /// The rules in the order in which they are asked.
    pub fn rules(&self) -> &[&'a CoverageRule] {
        &self.rules
    }

    /// Units that a rule names and that exist on the day, in the order of the rules.
    pub fn named_units(&self) -> Vec<UnitId> {
        let mut named: Vec<UnitId> = Vec::new();
        for unit in self.rules.iter().filter_map(|one| one.unit) {
            if self.units.get(unit).is_some() && !named.contains(&unit) {
                named.push(unit);
            }
        }
        named
    }

    /// Whether a seat is in a unit or one below it on the day.
    pub fn is_in(&self, seat: SeatId, unit: UnitId) -> bool {
        self.seats.get(&seat).is_some_and(|one| self.lies_in(unit_of(one, self.units.day()), unit))
    }

    fn lies_in(&self, inner: UnitId, outer: UnitId) -> bool {
        let mut at = Some(inner);
        let mut seen = IdSet::default();
        while let Some(id) = at {
            if id == outer {
                return true;
            }
            // Units that lie in each other in a circle end the way up.
            if !seen.insert(id) {
                return false;
            }
            at = self.units.get(id).and_then(|one| self.units.parent(one));
        }
        false
    }

    /// Whether every condition of a rule holds for a row. A rank nobody knows meets no bound.
    pub fn fits(&self, rule: &CoverageRule, row: &Stakeholder) -> bool {
        let Some(seat) = self.seats.get(&row.seat).copied() else { return false };
        let bounds = (rule.rank_from, rule.rank_to);
        let rank = match (bounds, row.rank_level) {
            ((None, None), _) => true,
            (_, None) => false,
            ((from, to), Some(rank)) => from.is_none_or(|from| rank >= from) && to.is_none_or(|to| rank <= to),
        };
        rank && rule.unit.is_none_or(|unit| self.lies_in(unit_of(seat, self.units.day()), unit))
            && rule.decision_role.is_none_or(|role| row.roles.contains(&role))
            && rule.function.as_deref().is_none_or(|word| self.speaks_of(seat, word))
    }

    /// Whether a word is in the title of the post or in the name of its unit, in either language, small or capital.
    fn speaks_of(&self, seat: &Seat, word: &str) -> bool {
        let word = word.trim().to_lowercase();
        let unit: Option<&OrgUnit> = self.units.get(unit_of(seat, self.units.day()));
        let names = unit.into_iter().flat_map(|one| [&one.name_zh, &one.name_en]);
        let mut texts = [&seat.title_zh, &seat.title_en].into_iter().chain(names).flatten();
        !word.is_empty() && texts.any(|text| text.to_lowercase().contains(&word))
    }

    /// What the first rule that fits proposes; `None`: no rule fits.
    pub fn proposal(&self, row: &Stakeholder) -> Option<RuleProposal> {
        let rule = self.rules.iter().find(|rule| self.fits(rule, row))?;
        Some(RuleProposal { rule: rule.id, job_role: rule.job_role, staff: self.team_with(rule.job_role) })
    }

    /// Those of the team with a job role who are at work, the leading one first.
    pub fn team_with(&self, role: JobRole) -> Vec<StaffId> {
        let mut staff = Vec::new();
        for one in self.team.iter().filter(|one| one.job_role == role && self.crew.is_active(one.staff)) {
            if !staff.contains(&one.staff) {
                staff.push(one.staff);
            }
        }
        staff
    }

    /// How far a rule reaches among the rows that need somebody.
    pub fn reach(&self, rule: &CoverageRule, rows: &[Stakeholder]) -> RuleReach {
        let mut reach = RuleReach { fits: 0, decides: 0, rows: 0 };
        for row in rows.iter().filter(|row| row.is_in_scope()) {
            reach.rows += 1;
            reach.fits += u32::from(self.fits(rule, row));
            let first = self.rules.iter().find(|one| self.fits(one, row));
            reach.decides += u32::from(first.is_some_and(|one| one.id == rule.id));
        }
        reach
    }
}

/// Owners chosen by hand and not confirmed on a day, by seat (C6).
pub fn chosen_owners(snapshot: &Snapshot, day: Day) -> IdSet<(SeatId, StaffId)> {
    let own = snapshot.assignments.iter().filter(|one| {
        one.kind == AssignmentKind::Owner
            && one.manual
            && one.confirmed_by.is_none()
            && is_in_force(one.from_on, one.to_on, day)
    });
    own.map(|one| (one.seat, one.staff)).collect()
}
