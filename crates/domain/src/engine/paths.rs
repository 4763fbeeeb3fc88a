//! Ways in: who can bring us to somebody (B.4.13). Deliberately absent: any advice to contact people nobody may approach.

use super::chain::{Holding, Seating, Stakeholder, stakeholders};
use super::{Param, Reason, asof::is_in_force, why};
use crate::{
    AccountId, Day, DecisionId, DecisionRole, Edge, EdgeId, EdgeKind, IdMap, Person, PersonId, SeatId, Snapshot,
};

/// Longest path, in lines.
pub const LONGEST: usize = 3;
/// How many paths are shown.
pub const SHOWN: usize = 3;
/// Strength of a reporting line, which carries none of its own: a superior can send for a report and a report can ask for
/// time, surer than a weak influence and less sure than a strong one.
pub const REPORTING_STRENGTH: u8 = 2;
/// Least attitude and least relation level of whoever may open the door.
const START: (i8, u8) = (1, 3);

/// One line of a path, walked from `from` to `to`: seats of the cards, whichever post of the person the line hangs on.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    pub edge: EdgeId,
    pub kind: EdgeKind,
    pub from: SeatId,
    pub to: SeatId,
    /// 1–3.
    pub strength: u8,
}

/// A way from somebody on our side to the target.
#[derive(Debug, Clone, PartialEq)]
pub struct AccessPath {
    /// `level(start) / 5 × Π s`, s = 0.3, 0.6, 0.9 for strength 1, 2, 3; 0–0.9.
    pub value: f64,
    pub start: SeatId,
    pub steps: Vec<Step>,
    pub reasons: Vec<Reason>,
}

/// The best paths to `target`, at most three of at most three lines, best first (B.4.13).
///
/// A path starts with somebody of attitude ≥ +1 and level ≥ 3. Influence is walked in its direction, a reporting line
/// both ways with [`REPORTING_STRENGTH`]. It never touches people nobody may approach or erased ones, nor passes a
/// gatekeeper who is against us or a seat without a known holder: nobody there could pass anything on. Equal values: the
/// shorter path, then the seats in order of identity. Empty for a target nobody may approach, an erased or unknown one.
pub fn access_paths(
    snapshot: &Snapshot,
    account: AccountId,
    decision: Option<DecisionId>,
    target: SeatId,
    as_of: Day,
) -> Vec<AccessPath> {
    let rows = stakeholders(snapshot, account, decision, as_of);
    access_paths_among(snapshot, account, &rows, target, as_of)
}

/// As [`access_paths`], over rows of the day already at hand.
pub fn access_paths_among(
    snapshot: &Snapshot,
    account: AccountId,
    rows: &[Stakeholder],
    target: SeatId,
    as_of: Day,
) -> Vec<AccessPath> {
    let people: IdMap<PersonId, &Person> = snapshot.people.iter().map(|one| (one.id, one)).collect();
    let seating = Seating::read(snapshot, account, &people, as_of);
    let rows: IdMap<SeatId, &Stakeholder> = rows.iter().map(|row| (row.seat, row)).collect();
    let target = home(&seating, target);
    if rows.get(&target).is_none_or(|row| row.no_contact || row.holding == Holding::Erased) {
        return Vec::new();
    }
    let mut search = Search { into: lines_into(snapshot, account, &seating, as_of), rows, found: Vec::new() };
    search.back_from(&mut vec![target], &mut Vec::new(), 1);
    search.found.into_iter().filter_map(|(worth, steps)| answer(&search.rows, worth, steps)).collect()
}

/// The seat a seat's holder is shown in.
fn home(seating: &Seating, seat: SeatId) -> SeatId {
    seating.tenures.get(&seat).and_then(|one| seating.home_of.get(&one.person)).copied().unwrap_or(seat)
}

/// Usable lines by the seat they lead to; of parallel lines the strongest, of equals the one with the lowest identity.
fn lines_into(snapshot: &Snapshot, account: AccountId, seating: &Seating, day: Day) -> IdMap<SeatId, Vec<Step>> {
    let mut best: IdMap<(SeatId, SeatId), Step> = IdMap::default();
    let current = |one: &&Edge| one.account == account && is_in_force(one.from_on, one.to_on, day);
    for edge in snapshot.edges.iter().filter(current) {
        let (from, to) = (home(seating, edge.from_seat), home(seating, edge.to_seat));
        let strength = match edge.kind {
            EdgeKind::Influences => edge.strength.unwrap_or(1).clamp(1, 3),
            EdgeKind::ReportsTo => REPORTING_STRENGTH,
            EdgeKind::DottedReportsTo | EdgeKind::ConflictsWith => continue,
        };
        let back = (edge.kind == EdgeKind::ReportsTo).then_some((to, from));
        for (from, to) in std::iter::once((from, to)).chain(back).filter(|ends| ends.0 != ends.1) {
            let step = Step { edge: edge.id, kind: edge.kind, from, to, strength };
            let slot = best.entry((from, to)).or_insert_with(|| step.clone());
            if (slot.strength, std::cmp::Reverse(slot.edge)) < (strength, std::cmp::Reverse(edge.id)) {
                *slot = step;
            }
        }
    }
    let mut into: IdMap<SeatId, Vec<Step>> = IdMap::default();
    for step in best.into_values() {
        into.entry(step.to).or_default().push(step);
    }
    into.values_mut().for_each(|steps| steps.sort_by_key(|step| (std::cmp::Reverse(step.strength), step.from)));
    into
}

/// Worth of a full path in 1/5000: whole numbers, so that equal paths are equal.
type Worth = u32;

struct Search<'a> {
    into: IdMap<SeatId, Vec<Step>>,
    rows: IdMap<SeatId, &'a Stakeholder>,
    /// Best first, never more than are shown; steps from the start on.
    found: Vec<(Worth, Vec<Step>)>,
}

impl Search<'_> {
    /// Walks lines backwards from the last of `seen`. `product` is Π s of `steps` in tenths to the power of their number.
    fn back_from(&mut self, seen: &mut Vec<SeatId>, steps: &mut Vec<Step>, product: u32) {
        let Some(&here) = seen.last() else { return };
        for step in self.into.get(&here).cloned().unwrap_or_default() {
            let next = step.from;
            if seen.contains(&next) || !self.rows.get(&next).is_some_and(|row| passes(row)) {
                continue;
            }
            let product = product * 3 * u32::from(step.strength);
            let unit = 10u32.pow(LONGEST as u32 - steps.len() as u32 - 1);
            // Whatever is still to come only lowers the worth.
            if self.found.len() == SHOWN && self.found.last().is_some_and(|worst| 5 * product * unit < worst.0) {
                continue;
            }
            seen.push(next);
            steps.push(step);
            self.keep(next, steps, product * unit);
            if steps.len() < LONGEST {
                self.back_from(seen, steps, product);
            }
            steps.pop();
            seen.pop();
        }
    }

    fn keep(&mut self, start: SeatId, steps: &[Step], product: u32) {
        let Some(row) = self.rows.get(&start) else { return };
        if row.attitude.is_none_or(|level| level < START.0) || row.level < START.1 {
            return;
        }
        self.found.push((u32::from(row.level) * product, steps.iter().rev().cloned().collect()));
        self.found.sort_by_cached_key(|(worth, steps)| {
            let way: Vec<SeatId> = steps.iter().map(|step| step.from).collect();
            (std::cmp::Reverse(*worth), steps.len(), way)
        });
        self.found.truncate(SHOWN);
    }
}

/// Whether somebody sits there who can and may pass us on.
fn passes(row: &Stakeholder) -> bool {
    let declined = row.roles.contains(&DecisionRole::Gatekeeper) && row.attitude.is_some_and(|level| level <= -1);
    row.is_named() && !row.no_contact && !declined
}

fn answer(rows: &IdMap<SeatId, &Stakeholder>, worth: Worth, steps: Vec<Step>) -> Option<AccessPath> {
    let who = |seat: SeatId| rows.get(&seat).map_or(Param::Seat(seat), |row| why::who(row));
    let start = steps.first()?.from;
    let mut reasons = Vec::new();
    if let Some(row) = rows.get(&start) {
        reasons.push(
            Reason::new("path-start")
                .with("who", why::who(row))
                .with("attitude", Param::Code(why::attitude_code(row.attitude)))
                .with("level", Param::Int(row.level.into())),
        );
    }
    reasons.extend(steps.iter().map(|step| {
        let code = if step.kind == EdgeKind::Influences { "path-influences" } else { "path-reports" };
        let reason = Reason::new(code).with("from", who(step.from)).with("to", who(step.to));
        reason.with("strength", Param::Int(step.strength.into()))
    }));
    Some(AccessPath { value: f64::from(worth) / 5000.0, start, steps, reasons })
}

#[cfg(test)]
mod tests;
