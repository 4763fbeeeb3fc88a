//! Single-thread and departure risk (B.4.4).

use super::{Coverage, Risk, SingleThread, coverage::total_weight, roles::OpenRole};
use crate::engine::{Param, Reason, chain::Stakeholder, why};
use crate::{IdMap, PersonId, StaffId};

/// Who carries the live ties of the chain.
///
/// What-if losses are asked only of people with a live tie: a colleague who is merely known to somebody (level 1), or a
/// contact nobody has met for three cadences, is no thread that could tear (sample A03).
pub fn score_single_thread(rows: &[Stakeholder], open: &[OpenRole], coverage: &Coverage) -> SingleThread {
    let chain: Vec<&Stakeholder> = rows.iter().filter(|row| row.is_scored()).collect();
    let mass = Mass::of(&chain);
    let total = total_weight(rows, open).max(1.0);
    let ours = loss_by_ours(&chain).into_iter().map(|(staff, loss)| (staff, 100.0 * loss / total));
    let ours: IdMap<StaffId, f64> = ours.collect();
    let worst_loss_ours = worst(mass.ours.iter().map(|one| (one.0, ours.get(&one.0).copied().unwrap_or(0.0))));
    let theirs = chain.iter().filter(|row| row.live_ties().next().is_some());
    let worst_loss_theirs =
        worst(theirs.filter_map(|row| Some((row.person?, 100.0 * f64::from(row.weight) * row.cover / total))));
    let key: Vec<_> = chain.iter().filter(|row| row.is_named() && row.weight >= 3).collect();
    let thin: Vec<PersonId> =
        key.iter().filter(|row| row.live_ties().count() <= 1).filter_map(|row| row.person).collect();
    let (our_share_max, their_share_max) = (mass.share(&mass.ours), mass.share(&mass.theirs));
    let max_loss = worst_loss_ours.map_or(0.0, |one| one.1);
    let risk = if mass.theirs.len() < 3 || mass.ours.len() < 2 {
        Risk::High
    } else if our_share_max > 0.6
        || their_share_max > 0.5
        || max_loss > 30.0
        || (!key.is_empty() && thin.len() * 2 >= key.len())
    {
        Risk::Medium
    } else {
        Risk::Low
    };
    let mut answer = SingleThread {
        risk,
        our_share_max,
        their_share_max,
        worst_loss_ours,
        worst_loss_theirs,
        thin,
        reasons: Vec::new(),
    };
    answer.reasons = reasons(&answer, &mass, key.len(), coverage.people);
    answer
}

/// Tie mass, `weight × level` over live ties, in the order first met.
struct Mass {
    ours: Vec<(StaffId, f64)>,
    theirs: Vec<(PersonId, f64)>,
}

impl Mass {
    fn of(chain: &[&Stakeholder]) -> Self {
        let (mut ours, mut theirs): (Vec<(StaffId, f64)>, Vec<_>) = (Vec::new(), Vec::new());
        let mut place: IdMap<StaffId, usize> = IdMap::default();
        for row in chain {
            let mut sum = 0.0;
            for tie in row.live_ties() {
                let mass = f64::from(row.weight) * f64::from(tie.level);
                let at = *place.entry(tie.staff).or_insert_with(|| {
                    ours.push((tie.staff, 0.0));
                    ours.len() - 1
                });
                ours[at].1 += mass;
                sum += mass;
            }
            if let (true, Some(person)) = (sum > 0.0, row.person) {
                theirs.push((person, sum));
            }
        }
        Self { ours, theirs }
    }
    fn share<T>(&self, side: &[(T, f64)]) -> f64 {
        let all: f64 = self.theirs.iter().map(|one| one.1).sum();
        let most = side.iter().map(|one| one.1).fold(0.0, f64::max);
        if all > 0.0 { most / all } else { 0.0 }
    }
}

/// Weight × cover that would be gone without each of ours (any active tie counts, not only live ones).
fn loss_by_ours(chain: &[&Stakeholder]) -> IdMap<StaffId, f64> {
    let mut loss = IdMap::default();
    for row in chain {
        // Only the strongest tie can change the level; ties are sorted strongest first.
        if let Some(best) = row.ties.iter().find(|tie| tie.active) {
            let left = row.cover_at(row.level_without(Some(best.staff)));
            *loss.entry(best.staff).or_insert(0.0) += f64::from(row.weight) * (row.cover - left);
        }
    }
    loss
}

/// The largest loss; the first of equals.
fn worst<T: Copy>(losses: impl Iterator<Item = (T, f64)>) -> Option<(T, f64)> {
    let mut most: Option<(T, f64)> = None;
    for one in losses.filter(|one| one.1 > 1e-9) {
        if most.is_none_or(|old| one.1 > old.1 + 1e-9) {
            most = Some(one);
        }
    }
    most
}

fn reasons(answer: &SingleThread, mass: &Mass, key: usize, people: usize) -> Vec<Reason> {
    let int = |value: usize| Param::Int(value as i64);
    let percent = |value: f64| Param::Int((100.0 * value).round() as i64);
    let mut reasons = vec![
        Reason::new("live-people")
            .with("theirs", int(mass.theirs.len()))
            .with("ours", int(mass.ours.len()))
            .with("people", int(people)),
    ];
    if answer.our_share_max > 0.6 {
        reasons.push(Reason::new("our-share-high").with("share", percent(answer.our_share_max)));
    }
    if let Some((staff, loss)) = answer.worst_loss_ours {
        reasons.push(loss_reason("loss-ours", Param::Staff(staff), loss));
    }
    if answer.their_share_max > 0.5 {
        reasons.push(Reason::new("their-share-high").with("share", percent(answer.their_share_max)));
    }
    if let Some((person, loss)) = answer.worst_loss_theirs {
        reasons.push(loss_reason("loss-theirs", Param::Person(person), loss));
    }
    if !answer.thin.is_empty() {
        reasons.push(Reason::new("thin-ties").with("count", int(answer.thin.len())).with("key", int(key)));
    }
    reasons
}

fn loss_reason(code: &'static str, who: Param, loss: f64) -> Reason {
    Reason::new(code).with("who", who).with("loss", Param::Number(why::tenth(loss)))
}
