//! Ways to a person. Deliberately absent: any way while contact is barred by a blackout or a mark.

use domain::engine::chain::{Holding, Stakeholder, stakeholders};
use domain::engine::paths::{AccessPath, access_paths_among};
use domain::scene::Wording;
use domain::*;

use super::must;
use super::rows::Desk;
use super::workspace::staff_chip;
use crate::names::tenure_of;
use crate::wire::*;
use crate::{App, Error};

/// Up to three ways to the holder of a seat, or why there is none.
pub fn get_paths(app: &mut App, context: &ViewContext, request: GetPaths) -> Result<PathList, Error> {
    let snapshot = app.account(request.account)?;
    let account = must(&snapshot.accounts, request.account, "account")?;
    let seat = must(&snapshot.seats, request.target, "seat")?;
    let asked = request.decision.map(|id| must(&snapshot.decisions, id, "decision")).transpose()?;
    let day = ViewContext { today: request.as_of, ..context.clone() };
    let desk = Desk::new(&snapshot, account, app.words().speak(context.lang), &day);
    let decision = asked.or(snapshot.main_decision(account.id));
    let rows = stakeholders(&snapshot, account.id, request.decision, request.as_of);
    let person = tenure_of(&snapshot, seat.id, request.as_of).map(|one| one.person);
    let target = rows
        .iter()
        .find(|row| row.seat == seat.id)
        .or_else(|| rows.iter().find(|row| person.is_some() && row.person == person));
    let barred = decision.and_then(|one| blackout(&desk, one)).or_else(|| unreachable(&desk, target));
    let paths = match &barred {
        Some(_) => vec![],
        None => access_paths_among(&snapshot, account.id, &rows, request.target, request.as_of),
    };
    let none_text = barred.or_else(|| paths.is_empty().then(|| desk.speech.say("map-core-path-none")));
    Ok(PathList {
        target: request.target,
        target_name: desk.book.seat_name(seat.id, &desk.speech),
        paths: paths.iter().map(|one| path_row(&desk, &rows, one)).collect(),
        none_text,
    })
}

/// Why nobody is to be approached while the decision is in its blackout.
fn blackout(desk: &Desk, decision: &Decision) -> Option<String> {
    decision.is_blackout_on(desk.today).then(|| match decision.blackout_to {
        Some(to) => desk.speech.text("map-core-path-blackout", &[("day", desk.speech.full_day(to))]),
        None => desk.speech.say("map-core-path-blackout-open"),
    })
}

fn unreachable(desk: &Desk, target: Option<&Stakeholder>) -> Option<String> {
    let key = match target {
        None => "map-core-path-gone",
        Some(row) if row.no_contact => "map-core-path-no-contact",
        Some(row) if row.holding == Holding::Erased => "map-core-path-gone",
        Some(_) => return None,
    };
    Some(desk.speech.say(key))
}

fn path_row(desk: &Desk, rows: &[Stakeholder], path: &AccessPath) -> PathRow {
    let reasons: Vec<String> = path.reasons.iter().map(|one| desk.speech.reason(one, &desk.book)).collect();
    // The last reasons are those of the lines, in their order.
    let links = &reasons[reasons.len().saturating_sub(path.steps.len())..];
    let step = |seat: SeatId, link: Option<&String>| PathStep {
        seat,
        name: desk.book.seat_name(seat, &desk.speech),
        post: desk.book.seat_title(seat, desk.speech.lang()),
        link_text: link.cloned(),
    };
    let mut steps: Vec<PathStep> =
        path.steps.iter().enumerate().map(|(at, one)| step(one.from, links.get(at))).collect();
    steps.extend(path.steps.last().map(|one| step(one.to, None)));
    PathRow {
        value: path.value,
        value_text: desk.speech.text("map-core-path-value", &[("n", format!("{:.0}", path.value * 100.0))]),
        text: reasons.join(&desk.speech.say("app-list-semicolon")),
        opener: opener(desk, rows, path.start),
        steps,
        edges: path.steps.iter().map(|one| one.edge).collect(),
    }
}

/// Who of ours knows the first one best: an owner before others.
fn opener(desk: &Desk, rows: &[Stakeholder], start: SeatId) -> Option<StaffChip> {
    let row = rows.iter().find(|row| row.seat == start)?;
    let active = row.ties.iter().filter(|tie| tie.active);
    let best = active.max_by_key(|tie| (tie.level, row.owners.contains(&tie.staff), std::cmp::Reverse(tie.staff)))?;
    desk.snapshot.staff_member(best.staff).map(|one| staff_chip(one, desk.speech.lang()))
}
