//! Counterparts of the guests of a visit, proposed and explained. Deliberately absent: choosing.

use domain::engine::host::counterparts::{Constraints, Counterpart, Counterparts, counterparts};
use domain::engine::host::{HostMatch, HostOptions};
use domain::scene::Wording;
use domain::*;

use super::must;
use super::rows::Desk;
use super::visit::{guest_row, host_view};
use crate::names;
use crate::wire::*;
use crate::{App, Error};

/// Candidates shown of a guest beside the proposal.
const SHOWN: usize = 8;

/// Proposes counterparts: what a person fixed stays, the rest is the assignment with the most points.
pub fn get_counterparts(
    app: &mut App,
    context: &ViewContext,
    request: GetCounterparts,
) -> Result<CounterpartsView, Error> {
    let snapshot = app.account_of_visit(request.visit)?;
    let visit = must(&snapshot.visits, request.visit, "visit")?;
    let account = must(&snapshot.accounts, visit.account, "account")?;
    let desk = Desk::new(&snapshot, account, app.words().speak(context.lang), context);
    let none = Constraints::default();
    let found = counterparts(&snapshot, visit.id, &none, &HostOptions::default(), context.today)
        .ok_or(Error::missing("visit"))?;
    let rows: Vec<CounterpartRow> = found
        .pairs
        .iter()
        .zip(&found.matches)
        .enumerate()
        .filter_map(|(at, (pair, all))| row(&desk, visit, at, pair, all))
        .collect();
    Ok(CounterpartsView {
        visit: visit.id,
        summary: summary(&desk, &found),
        total: found.total,
        free: found.free.iter().filter_map(|id| free(&desk, *id)).collect(),
        rows,
    })
}

fn summary(desk: &Desk, found: &Counterparts) -> String {
    let open = found.pairs.iter().filter(|one| one.proposal.is_none()).count();
    let key = if open == 0 { "counterparts-summary" } else { "counterparts-summary-open" };
    let paired = found.pairs.len() - open;
    let args = [("paired", paired.to_string()), ("open", open.to_string()), ("total", found.total.to_string())];
    desk.speech.text(key, &args)
}

fn free(desk: &Desk, id: StaffId) -> Option<FreeRow> {
    let staff = desk.snapshot.staff_member(id)?;
    let title = names::either(&staff.title_zh, &staff.title_en, desk.speech.lang());
    Some(FreeRow { staff: id, name: names::staff_name(desk.snapshot, id, desk.speech.lang()), title })
}

fn row(desk: &Desk, visit: &Visit, at: usize, pair: &Counterpart, all: &HostMatch) -> Option<CounterpartRow> {
    let guest = guest_row(desk, desk.snapshot.person(pair.guest)?);
    let name = |id| names::staff_name(desk.snapshot, id, desk.speech.lang());
    let proposal = pair.proposal.as_ref();
    Some(CounterpartRow {
        guest: pair.guest,
        order: u32::try_from(at + 1).unwrap_or(u32::MAX),
        guest_name: guest.name,
        guest_post: guest.post,
        guest_rank: guest.rank_level,
        principal: visit.principal_guest == Some(pair.guest),
        staff: proposal.map(|one| one.staff),
        staff_name: proposal.map(|one| name(one.staff)),
        total: proposal.map(|one| one.total),
        band: proposal.map(|one| one.band),
        fixed: pair.fixed,
        near: pair.near.iter().map(|(id, total)| NearRow { staff: *id, name: name(*id), total: *total }).collect(),
        notes: pair.notes.iter().map(|one| desk.speech.reason(one, &desk.book)).collect(),
        hosts: host_view(desk, &shown(pair, all)),
    })
}

/// The proposal, those near it and the best others, best first.
fn shown(pair: &Counterpart, all: &HostMatch) -> HostMatch {
    let is_near = |id: StaffId| pair.near.iter().any(|one| one.0 == id);
    let chosen = pair.proposal.as_ref().map(|one| one.staff);
    let kept = all.candidates.iter().enumerate();
    let kept = kept.filter(|(at, one)| *at < SHOWN || Some(one.staff) == chosen || is_near(one.staff));
    let mut candidates: Vec<_> = kept.map(|(_, one)| one.clone()).collect();
    if let Some(fixed) = pair.proposal.as_ref().filter(|one| candidates.iter().all(|other| other.staff != one.staff)) {
        let place = candidates.iter().position(|one| one.total < fixed.total).unwrap_or(candidates.len());
        candidates.insert(place, fixed.clone());
    }
    HostMatch { guest: pair.guest, candidates, removed: all.removed.clone() }
}
