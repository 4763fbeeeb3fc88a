//! The decision chain as of a day: one row per stakeholder, everything dated already resolved.

use super::{asof::Crew, cadence, units::unit_of};
use crate::{
    AccountId, AccountTier, AssignmentKind, ChainMember, Day, DecisionId, DecisionRole, IdMap, InformalFunction,
    PersonId, Seat, SeatId, Snapshot, StaffId,
};

mod index;
use index::Index;
pub use index::stance_of;
pub(crate) use index::{Seating, barred_people};

codes! {
    /// Who sits there on the day.
    Holding { Held = "held", Vacant = "vacant", Placeholder = "placeholder", Erased = "erased" }
}

/// One of ours and how well they know the stakeholder on the day.
#[derive(Debug, Clone, PartialEq)]
pub struct TieNow {
    pub staff: StaffId,
    pub level: u8,
    /** Our person is active. */
    pub active: bool,
}

/// One stakeholder: a seat of the chain with its holder, as of a day.
///
/// A person with several seats appears once, in the seat of the primary tenure.
#[derive(Debug, Clone, PartialEq)]
pub struct Stakeholder {
    pub seat: SeatId,
    pub person: Option<PersonId>,
    pub holding: Holding,
    /** Nobody may approach them: the seat, the person or any other seat of theirs is marked. */
    pub no_contact: bool,
    pub rank_level: Option<u8>,
    /// In the decision asked for (else only in the organisation).
    pub in_chain: bool,
    pub roles: Vec<DecisionRole>,
    pub functions: Vec<InformalFunction>,
    /// 1–4.
    pub formal_power: u8,
    pub influence_level: Option<u8>,
    /// `max(formal_power, influence_level)`, B.2.5.
    pub weight: u8,
    /// −2…+2; `None` is unknown, never 0.
    pub attitude: Option<i8>,
    pub attitude_on: Option<Day>,
    pub attitude_evidence: Option<String>,
    pub ties: Vec<TieNow>,
    /// Highest level among active ties, 0–5.
    pub level: u8,
    pub last_touch: Option<Day>,
    /// Days since the last two-way touch.
    pub days: Option<i64>,
    pub cadence_days: i64,
    /// 0–1, B.4.1.
    pub touch_fresh: f64,
    /// 0–1, B.4.1.
    pub cover: f64,
    /// All who hold an owner assignment on the day, active or not, in order of assignment.
    pub owners: Vec<StaffId>,
    pub backups: Vec<StaffId>,
    pub supporters: Vec<StaffId>,
    pub sponsors: Vec<StaffId>,
}

impl Stakeholder {
    /// Who of ours answers for the row, by kind, in the order they are shown.
    pub fn holders(&self) -> [(AssignmentKind, &[StaffId]); 4] {
        [
            (AssignmentKind::Owner, &self.owners),
            (AssignmentKind::Backup, &self.backups),
            (AssignmentKind::Supporter, &self.supporters),
            (AssignmentKind::Sponsor, &self.sponsors),
        ]
    }
    /// Whether a known, present person sits there.
    pub fn is_named(&self) -> bool {
        self.holding == Holding::Held
    }
    /// Whether coverage, support and engagement count this row: in the chain and free to be met (B.3).
    pub fn is_scored(&self) -> bool {
        self.in_chain && !self.no_contact
    }
    /// Whether the row needs somebody of ours: every stakeholder of the account, in the chain or not, who may be met (B.4.5).
    pub fn is_in_scope(&self) -> bool {
        !self.no_contact
    }
    /// `min(1, level / weight) × touch_fresh` for a given level (B.4.1); 0 when nobody sits there.
    pub fn cover_at(&self, level: u8) -> f64 {
        if self.is_named() { (f64::from(level) / f64::from(self.weight)).min(1.0) * self.touch_fresh } else { 0.0 }
    }
    /// Ties that carry weight today (B.4.4): level ≥ 2, our person active, the touch not yet stale.
    pub fn live_ties(&self) -> impl Iterator<Item = &TieNow> {
        let fresh = self.is_named() && self.touch_fresh > 0.0;
        self.ties.iter().filter(move |tie| fresh && tie.active && tie.level >= 2)
    }
    /// Highest level among active ties, leaving out one of ours.
    pub fn level_without(&self, staff: Option<StaffId>) -> u8 {
        let active = self.ties.iter().filter(|tie| tie.active && Some(tie.staff) != staff);
        active.map(|tie| tie.level).max().unwrap_or(0)
    }
}

/// Stakeholders of an account as of a day, chain members first in chain order, then the others by unit and position.
/// With `decision` `None` the main decision is used. Departed people are gone; their seat stays. A seat that does not exist
/// on the day (`from_on`, `to_on`) is left out with whatever hangs on it.
///
/// A stakeholder outside the chain has weight 1: power is a claim about a decision (B.2.5), and none was made.
pub fn stakeholders(
    snapshot: &Snapshot,
    account: AccountId,
    decision: Option<DecisionId>,
    as_of: Day,
) -> Vec<Stakeholder> {
    let decision = decision.or_else(|| snapshot.main_decision(account).map(|one| one.id));
    let index = Index::build(snapshot, account, decision, as_of);
    let crew = Crew::on(snapshot, as_of);
    let tier = snapshot.account(account).map_or(AccountTier::C, |one| one.tier);
    let mut rows: Vec<(Order, Stakeholder)> = index.homes().map(|home| row(&index, &crew, tier, home, as_of)).collect();
    rows.sort_by_key(|one| one.0);
    rows.into_iter().map(|one| one.1).collect()
}

/// Chain members first by place in the chain, then unit, then position, then identity.
type Order = (bool, i64, usize, i64, SeatId);

fn row(index: &Index, crew: &Crew, tier: AccountTier, home: &Seat, as_of: Day) -> (Order, Stakeholder) {
    let part = Part::of(&index.members_of(home.id));
    let person = index.holder(home.id);
    let holding = index.holding(home);
    let named = person.filter(|_| holding == Holding::Held);
    let stance = named.and_then(|id| index.stance(id));
    let ties = named.map_or_else(Vec::new, |id| index.ties(id, crew));
    let last_touch = named.and_then(|id| index.last_touch(id));
    let days = last_touch.map(|on| (as_of - on).num_days());
    let cadence_days = cadence::cadence_days(tier, part.weight());
    let by = |kind| index.assigned(home.id, kind);
    let mut row = Stakeholder {
        seat: home.id,
        person,
        holding,
        no_contact: home.no_contact || index.is_barred(person),
        rank_level: home.rank_level,
        in_chain: part.position.is_some(),
        weight: part.weight(),
        roles: part.roles,
        functions: part.functions,
        formal_power: part.power,
        influence_level: part.influence,
        attitude: stance.and_then(|one| one.level),
        attitude_on: stance.map(|one| one.read_on),
        attitude_evidence: stance.map(|one| one.evidence.clone()),
        ties,
        level: 0,
        last_touch,
        days,
        cadence_days,
        touch_fresh: cadence::touch_fresh(days, cadence_days),
        cover: 0.0,
        owners: by(AssignmentKind::Owner),
        backups: by(AssignmentKind::Backup),
        supporters: by(AssignmentKind::Supporter),
        sponsors: by(AssignmentKind::Sponsor),
    };
    row.level = row.level_without(None);
    row.cover = row.cover_at(row.level);
    let order = (
        part.position.is_none(),
        part.position.unwrap_or(0),
        index.unit_order(unit_of(home, as_of)),
        home.position,
        home.id,
    );
    (order, row)
}

/// A stakeholder's part in the decision, put together from all seats of one person.
struct Part {
    position: Option<i64>,
    roles: Vec<DecisionRole>,
    functions: Vec<InformalFunction>,
    power: u8,
    influence: Option<u8>,
}

impl Part {
    fn of(members: &[&ChainMember]) -> Self {
        let mut part = Self { position: None, roles: Vec::new(), functions: Vec::new(), power: 1, influence: None };
        for member in members {
            part.position = Some(part.position.map_or(member.position, |one| one.min(member.position)));
            part.power = part.power.max(member.formal_power.clamp(1, 4));
            part.influence = part.influence.max(member.influence_level.map(|one| one.clamp(1, 4)));
            extend_new(&mut part.roles, &member.roles);
            extend_new(&mut part.functions, &member.functions);
        }
        part
    }
    /// `max(power, influence)`; unknown influence falls back to power (B.2.5).
    fn weight(&self) -> u8 {
        self.power.max(self.influence.unwrap_or(0))
    }
}

fn extend_new<T: Copy + PartialEq>(list: &mut Vec<T>, more: &[T]) {
    for one in more {
        if !list.contains(one) {
            list.push(*one);
        }
    }
}

/// Rows by seat and by person, so that records naming either find their stakeholder in one step.
pub(super) struct RowsBy<'a> {
    pub seat: IdMap<SeatId, &'a Stakeholder>,
    pub person: IdMap<PersonId, &'a Stakeholder>,
}

impl<'a> RowsBy<'a> {
    /// Reads the rows once.
    pub fn of(rows: &'a [Stakeholder]) -> Self {
        Self {
            seat: rows.iter().map(|row| (row.seat, row)).collect(),
            person: rows.iter().filter_map(|row| Some((row.person?, row))).collect(),
        }
    }
}
