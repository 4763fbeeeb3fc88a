//! The two components of health that come from matters and money: promises and business (B.4.8).

use crate::engine::warnings::matters::{delivered_by, open_complaints, overdue_days, promises_of};
use crate::engine::{Param, Reason, business as money, why};
use crate::{AccountId, ComplaintSeverity, Day, Snapshot};

/// Days back in which a due promise still counts.
const WINDOW_DAYS: i64 = 180;

/// A component with what took points from its 100.
pub(super) struct Part {
    pub value: f64,
    pub losses: Vec<(Reason, f64)>,
}

/// 100 less the losses; when they add up to more than 100 each is told in proportion.
fn part(mut losses: Vec<(Reason, f64)>) -> Part {
    let lost: f64 = losses.iter().map(|one| one.1).sum();
    for one in losses.iter_mut().filter(|_| lost > 100.0) {
        one.1 *= 100.0 / lost;
    }
    Part { value: (100.0 - lost).max(0.0), losses }
}

/// Percent on time of the promises due in 180 days (100 if none), −10 per open overdue, −15 per open severe complaint,
/// −7 per open normal one. `None`: nothing due and no complaint open.
pub(super) fn promises(snapshot: &Snapshot, account: AccountId, as_of: Day) -> Option<Part> {
    let in_window = |due: Day| (as_of - due).num_days() <= WINDOW_DAYS && due <= as_of;
    let mut losses = Vec::new();
    let (mut due, mut late) = (0_u32, 0_u32);
    for one in promises_of(snapshot, account, as_of) {
        let overdue = overdue_days(one, as_of);
        let delivered = delivered_by(one, as_of);
        if in_window(one.promised_on) && (overdue.is_some() || delivered.is_some()) {
            due += 1;
            late += u32::from(delivered.is_none_or(|on| on > one.promised_on));
        }
        if let Some(days) = overdue {
            let reason = Reason::new("promise-overdue").with("commitment", Param::Commitment(one.id));
            losses.push((reason.with("days", Param::Int(days)), 10.0));
        }
    }
    if late > 0 {
        let reason =
            Reason::new("promises-late").with("count", Param::Int(late.into())).with("due", Param::Int(due.into()));
        losses.push((reason, 100.0 * f64::from(late) / f64::from(due)));
    }
    let mut complaints = 0;
    for one in open_complaints(snapshot, account, as_of) {
        complaints += 1;
        let points = if one.severity == ComplaintSeverity::Severe { 15.0 } else { 7.0 };
        let reason = Reason::new("complaint-open").with("complaint", Param::Complaint(one.id));
        losses.push((reason.with("days", Param::Int((as_of - one.opened_on).num_days())), points));
    }
    (due > 0 || complaints > 0 || !losses.is_empty()).then(|| part(losses))
}

/// 100 − min(50, 1.25 × drop %) − overdue points. `None`: neither orders nor receivables are known.
pub(super) fn business(snapshot: &Snapshot, account: AccountId, as_of: Day) -> Option<Part> {
    let figures = money::figures_of(snapshot, account)?;
    let trend = money::order_trend(figures, as_of);
    if trend.is_none() && figures.overdue.is_none() && figures.overdue_days.is_none() {
        return None;
    }
    let mut losses = Vec::new();
    if let Some(drop) = trend.map(|trend| -trend).filter(|drop| *drop > 0.0) {
        let reason = Reason::new("orders-down").with("percent", Param::Number(why::tenth(drop)));
        losses.push((reason, (1.25 * drop).min(50.0)));
    }
    if let Some(overdue) = money::overdue(figures) {
        let reason = Reason::new("payment-overdue")
            .with("days", Param::Int(overdue.days))
            .with("share", Param::Int(overdue.share.round() as i64));
        losses.push((reason, money::overdue_points(overdue)));
    }
    Some(part(losses))
}
