//! Rows that several screens share: findings with their mends, visits with readiness, accounts with health.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};

use domain::engine::chain::{Holding, Stakeholder};
use domain::engine::findings::{CourtCrew, Finding, FindingCode};
use domain::engine::health::HealthBand;
use domain::engine::readiness::{GateState, assess_readiness};
use domain::engine::reason::Severity;
use domain::engine::rules::RuleBook;
use domain::engine::score::AccountScore;
use domain::scene::Wording;
use domain::*;

use crate::names::{self, Directory};
use crate::wire::{AccountRow, FindingRow, MatterRow, ViewContext, VisitLine};
use crate::words::Speech;

/// Everything the row makers read.
pub(crate) struct Desk<'a> {
    pub snapshot: &'a Snapshot,
    pub book: Directory<'a>,
    pub account: &'a Account,
    pub speech: Speech<'a>,
    pub today: Day,
    /// Read when the first mend asks for them, because many rows need none.
    pub(super) crew: OnceCell<CourtCrew<'a>>,
    pub(super) rules: OnceCell<RuleBook<'a>>,
    pub(super) team: OnceCell<HashSet<StaffId>>,
    pub(super) work: OnceCell<HashMap<StaffId, usize>>,
}

/// Places of findings in their score, by severity: the worst can be taken without looking at the others.
#[derive(Debug, Default)]
pub(crate) struct BySeverity([Vec<u32>; 3]);

impl BySeverity {
    /// Severities, the worst first.
    pub const WORST_FIRST: [Severity; 3] = [Severity::Red, Severity::Amber, Severity::Info];

    pub fn of(findings: &[Finding]) -> Self {
        let mut all = Self::default();
        for (at, one) in findings.iter().enumerate() {
            all.0[Self::level(one.severity)].push(at as u32);
        }
        all
    }

    /// Places of the findings of one severity, in their order.
    pub fn at(&self, severity: Severity) -> &[u32] {
        &self.0[Self::level(severity)]
    }

    fn level(severity: Severity) -> usize {
        match severity {
            Severity::Red => 0,
            Severity::Amber => 1,
            Severity::Info => 2,
        }
    }
}

impl<'a> Desk<'a> {
    pub fn new(snapshot: &'a Snapshot, account: &'a Account, speech: Speech<'a>, context: &ViewContext) -> Self {
        Self {
            snapshot,
            book: Directory::new(snapshot, context.today),
            account,
            speech,
            today: context.today,
            crew: OnceCell::new(),
            rules: OnceCell::new(),
            team: OnceCell::new(),
            work: OnceCell::new(),
        }
    }

    /// What a finding about no row is about: a promise, a unit, a topic, one of ours.
    fn matter_name(&self, finding: &Finding) -> String {
        let promise = finding.commitments.first();
        let promise = promise.and_then(|id| self.snapshot.commitments.iter().find(|one| one.id == *id));
        let unit = finding.unit.and_then(|id| self.snapshot.units.iter().find(|one| one.id == id));
        match (promise, unit, finding.topic, finding.staff.first()) {
            (Some(promise), ..) => promise.topic.clone(),
            (_, Some(unit), ..) => names::either(&unit.name_zh, &unit.name_en, self.speech.lang()),
            (_, _, Some(topic), _) => self.speech.label("code", topic),
            (.., Some(staff)) => self.staff(*staff),
            _ => String::new(),
        }
    }

    fn account_name(&self) -> String {
        names::account_name(self.account, self.speech.lang())
    }

    pub(super) fn staff(&self, id: StaffId) -> String {
        names::staff_name(self.snapshot, id, self.speech.lang())
    }

    /// The findings of one seat, severe first: wording all of a large account takes seconds.
    pub fn findings_of(&self, score: &AccountScore, seat: SeatId) -> Vec<FindingRow> {
        let found = score.findings.iter().filter(|one| one.seat == Some(seat));
        let mut rows: Vec<FindingRow> = found.map(|one| self.finding(one, &score.stakeholders)).collect();
        rows.sort_by_key(|one| std::cmp::Reverse(one.severity));
        rows
    }

    /// One finding in words, with what would mend it.
    pub fn finding(&self, finding: &Finding, rows: &[Stakeholder]) -> FindingRow {
        let name = match (finding.seat, finding.role) {
            (Some(seat), _) => self.book.seat_name(seat, &self.speech),
            (None, Some(role)) => self.speech.label("code", role),
            _ => self.matter_name(finding),
        };
        let row = finding.seat.and_then(|seat| rows.iter().find(|one| one.seat == seat));
        FindingRow {
            code: finding.code,
            severity: finding.severity,
            title: self.speech.text(&format!("finding-{}", finding.code.code()), &[("name", name)]),
            topic: finding.topic,
            visit: finding.visits.first().copied(),
            detail: self.detail(finding, row),
            account: self.account.id,
            account_name: self.account_name(),
            seat: finding.seat,
            role: finding.role,
            mends: self.mends(finding, row, rows),
        }
    }

    /// Why it matters: for what is simply missing the weight and the silence, else the reason itself.
    fn detail(&self, finding: &Finding, row: Option<&Stakeholder>) -> String {
        let missing = matches!(finding.code, FindingCode::NoOwner | FindingCode::NoBackup | FindingCode::NoSponsor);
        match row.filter(|_| missing) {
            Some(row) => {
                let args = [("weight", row.weight.to_string()), ("days", row.days.unwrap_or(0).to_string())];
                self.speech.text(if row.days.is_some() { "finding-detail-days" } else { "finding-detail-never" }, &args)
            }
            None => self.speech.reason(&finding.reason, &self.book),
        }
    }

    /// A visit with its readiness today.
    pub fn visit_line(&self, visit: &Visit) -> VisitLine {
        let readiness = assess_readiness(self.snapshot, visit.id, self.today);
        let failed =
            readiness.as_ref().map_or(0, |one| one.gates.iter().filter(|gate| gate.state == GateState::Fail).count());
        let guests = self.snapshot.visit_guests.iter().filter(|one| one.visit == visit.id).count() as u32;
        let days_left = (visit.starts_on - self.today).num_days();
        let args = [("gates", failed.to_string()), ("guests", guests.to_string())];
        VisitLine {
            visit: visit.id,
            r#ref: visit.r#ref.clone(),
            account: self.account.id,
            account_name: self.account_name(),
            starts_on: visit.starts_on,
            date_text: self.speech.day(visit.starts_on),
            days_left,
            purpose: visit.purpose.clone().unwrap_or_default(),
            guests,
            level: visit.level,
            direction: visit.direction,
            score: readiness.as_ref().map_or(0.0, |one| one.score),
            expected: readiness.as_ref().map_or(0.0, |one| one.expected),
            light: readiness.as_ref().map_or(engine::readiness::Light::Red, |one| one.light),
            gates_failed: failed as u32,
            detail: self.speech.text(
                if guests == 0 {
                    "row-visit-empty"
                } else if failed > 0 {
                    "row-visit-gates"
                } else {
                    "row-visit-clear"
                },
                &args,
            ),
        }
    }

    /// Warnings of the account that need somebody: promises, complaints and money whatever their severity, the others when
    /// they are pressing. Not those that were closed or are silent.
    pub fn matters(&self, score: &AccountScore) -> Vec<MatterRow> {
        use domain::engine::warnings::WarningCode as Code;
        let about = [
            Code::Commitment,
            Code::ComplaintOpen,
            Code::ExpectationGap,
            Code::PaymentOverdue,
            Code::Competitor,
            Code::OrderDrop,
        ];
        // Silence, orphaned rows and late preparation stand among findings and visits already.
        let elsewhere = [Code::TouchLapse, Code::OwnerLeft, Code::ReadinessBehind];
        let states = self.warning_states(score);
        let due = states.iter().filter(|one| one.is_due()).map(|one| &one.warning);
        let warned =
            due.filter(|one| about.contains(&one.code) || (pressing(one.severity) && !elsewhere.contains(&one.code)));
        let seat_of = |people: &[PersonId]| {
            people
                .first()
                .and_then(|person| score.stakeholders.iter().find(|row| row.person == Some(*person)))
                .map(|row| row.seat)
        };
        let warned = warned.map(|one| MatterRow {
            severity: one.severity,
            title: self.speech.say(&format!("warning-{}", one.code.code())),
            detail: self.speech.reason(&one.reason, &self.book),
            account: self.account.id,
            account_name: self.account_name(),
            seat: seat_of(&one.people),
        });
        super::ledger::pressing(self).into_iter().chain(warned).chain(super::asked::asked(self, score)).collect()
    }

    /// The account as a row.
    pub fn account_row(&self, score: &AccountScore) -> AccountRow {
        let health = &score.health;
        let placeholders = score.stakeholders.iter().filter(|one| one.holding == Holding::Placeholder).count();
        let next = self
            .snapshot
            .visits
            .iter()
            .filter(|one| one.account == self.account.id && one.starts_on >= self.today)
            .min_by_key(|one| one.starts_on);
        let building = health.band == HealthBand::Building;
        let key = if placeholders > 0 { "row-account-open" } else { "row-account" };
        AccountRow {
            account: self.account.id,
            r#ref: self.account.r#ref.clone(),
            name: self.account_name(),
            tier: self.account.tier,
            stage: self.account.stage,
            stage_text: self.speech.label("code", self.account.stage),
            detail: self
                .speech
                .text(key, &[("seats", score.stakeholders.len().to_string()), ("open", placeholders.to_string())]),
            health: (!building).then_some(health.shown),
            band: health.band,
            band_text: self.speech.label("band", health.band),
            reason: health
                .reasons
                .first()
                .map_or_else(String::new, |(reason, _)| self.speech.reason(reason, &self.book)),
            coverage: score.coverage.value,
            ownership_pct: score.ownership_pct,
            lead: lead(score, self.snapshot).map(|id| self.staff(id)),
            next_visit: next.map(|one| self.visit_line(one)),
        }
    }
}

/// The colleague who answers for most of the weight of an account.
fn lead(score: &AccountScore, snapshot: &Snapshot) -> Option<StaffId> {
    let mut sums: Vec<(StaffId, u32)> = Vec::new();
    for row in &score.stakeholders {
        let here = |id: &&StaffId| snapshot.staff_member(**id).is_some_and(|one| one.status != StaffStatus::Departed);
        for owner in row.owners.iter().filter(here) {
            match sums.iter_mut().find(|(id, _)| id == owner) {
                Some((_, sum)) => *sum += u32::from(row.weight),
                None => sums.push((*owner, u32::from(row.weight))),
            }
        }
    }
    sums.into_iter().rev().max_by_key(|(_, sum)| *sum).map(|(id, _)| id)
}

/// Whether a severity asks for a person today.
pub(crate) fn pressing(severity: Severity) -> bool {
    severity == Severity::Red
}
