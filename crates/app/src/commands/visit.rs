//! Visits: the list and the planner.

use domain::engine::Reason;
use domain::engine::asof::is_in_force;
use domain::engine::host::{HostDimension, HostMatch, last_day, match_hosts};
use domain::engine::readiness::{GateState, Readiness, assess_readiness};
use domain::scene::Wording;
use domain::*;

use super::must;
use super::rows::Desk;
use super::workspace::staff_chips;
use crate::names;
use crate::wire::*;
use crate::{App, Error};

/// All visits: coming ones by date, then past ones.
pub fn list_visits(app: &mut App, context: &ViewContext, _: Nothing) -> Result<VisitList, Error> {
    let snapshot = app.whole()?;
    let ids: std::collections::BTreeSet<AccountId> = snapshot.visits.iter().map(|one| one.account).collect();
    let mut visits = Vec::new();
    for id in ids {
        let snapshot = app.account(id)?;
        let account = must(&snapshot.accounts, id, "account")?;
        let desk = Desk::new(&snapshot, account, app.words().speak(context.lang), context);
        visits.extend(snapshot.visits.iter().filter(|one| one.account == id).map(|one| desk.visit_line(one)));
    }
    visits.sort_by_key(|one| (one.days_left < 0, one.days_left.abs()));
    Ok(VisitList { visits })
}

/// One visit: guests, hosts, readiness.
pub fn get_visit(app: &mut App, context: &ViewContext, request: GetVisit) -> Result<VisitView, Error> {
    let whole = app.whole()?;
    let snapshot = app.account_of_visit(request.visit)?;
    let visit = must(&snapshot.visits, request.visit, "visit")?;
    let account = must(&snapshot.accounts, visit.account, "account")?;
    let desk = Desk::new(&snapshot, account, app.words().speak(context.lang), context);
    let policy = account.policy.and_then(|id| snapshot.policies.iter().find(|one| one.id == id));
    let readiness = assess_readiness(&snapshot, visit.id, context.today).ok_or(Error::missing("visit"))?;
    let guests = guests(&desk, visit);
    let others = others(&desk, &guests);
    let clashes = super::planning::clash_rows(&whole, &desk, visit.id);
    let staff_name = |id: Option<StaffId>| id.map(|id| names::staff_name(&snapshot, id, context.lang));
    Ok(VisitView {
        visit: visit.id,
        r#ref: visit.r#ref.clone(),
        account: account.id,
        account_name: names::account_name(account, context.lang),
        starts_on: visit.starts_on,
        date_text: desk.speech.day_with_weekday(visit.starts_on),
        days: visit.days,
        days_left: (visit.starts_on - context.today).num_days(),
        level: visit.level,
        direction: visit.direction,
        place: visit.place.clone().unwrap_or_default(),
        purpose: visit.purpose.clone().unwrap_or_default(),
        convention: visit.convention,
        convention_text: desk.speech.label("code", visit.convention),
        policy_text: policy
            .and_then(|one| one.r#ref.as_deref())
            .map_or_else(String::new, |key| desk.speech.say(&format!("policy-{key}"))),
        topic_owner: visit.topic_owner,
        topic_owner_name: staff_name(visit.topic_owner),
        hosts: match_hosts(&snapshot, visit.id, None, context.today).map(|one| host_view(&desk, &one)),
        host: visit.host,
        host_name: staff_name(visit.host),
        host_reason: visit.host_reason.clone(),
        readiness: readiness_view(&desk, visit.id, &readiness),
        clashes,
        gift_item: visit.gift_item.clone(),
        gift_value: visit.gift_value,
        gift_decided: visit.gift_decided,
        gift_max: policy.map(|one| one.gift_max),
        staff: staff_chips(&snapshot, context.lang),
        guests,
        others,
        past: last_day(visit) < context.today,
        closed_on: super::after::closed_on(&snapshot, visit.id),
        dated_lines: !super::shift::with_days(&snapshot, visit, 0, context.today).is_empty(),
    })
}

fn guests(desk: &Desk, visit: &Visit) -> Vec<GuestRow> {
    let mut list: Vec<&VisitGuest> = desk.snapshot.visit_guests.iter().filter(|one| one.visit == visit.id).collect();
    list.sort_by_key(|one| one.protocol_order);
    let row = |one: &VisitGuest| {
        let person = desk.snapshot.person(one.person)?;
        Some(GuestRow {
            order: one.protocol_order,
            principal: visit.principal_guest == Some(one.person),
            role: one.role.clone(),
            ..guest_row(desk, person)
        })
    };
    list.into_iter().filter_map(row).collect()
}

/// People of the account who could be invited, seniors first.
fn others(desk: &Desk, guests: &[GuestRow]) -> Vec<GuestRow> {
    let free = |one: &&Person| {
        one.status == PersonStatus::Active
            && !names::is_shielded(desk.snapshot, one.id, desk.today)
            && !guests.iter().any(|guest| guest.person == one.id)
    };
    let mut rows: Vec<GuestRow> = desk
        .snapshot
        .people
        .iter()
        .filter(free)
        .map(|one| guest_row(desk, one))
        .filter(|row| row.seat.is_some())
        .collect();
    rows.sort_by_key(|one| std::cmp::Reverse(one.rank_level));
    rows
}

pub(super) fn guest_row(desk: &Desk, person: &Person) -> GuestRow {
    let held =
        |one: &&Tenure| one.person == person.id && one.primary && is_in_force(one.from_on, one.to_on, desk.today);
    let seat = desk
        .snapshot
        .tenures
        .iter()
        .find(held)
        .and_then(|one| desk.snapshot.seat(one.seat))
        .filter(|one| one.account == desk.account.id);
    let readings = desk.snapshot.stances.iter().filter(|one| one.person == person.id && one.read_on <= desk.today);
    GuestRow {
        person: person.id,
        seat: seat.map(|one| one.id),
        order: 0,
        sound: super::search::sound(&names::person_name(person, &desk.speech)),
        name: names::person_name(person, &desk.speech),
        post: match seat {
            Some(one) => names::either(&one.title_zh, &one.title_en, desk.speech.lang()),
            None => names::post_of(desk.snapshot, person.id, desk.today, desk.speech.lang()),
        },
        rank_level: seat.and_then(|one| one.rank_level),
        principal: false,
        diet: diet(desk.snapshot, person.id),
        attitude: readings.max_by_key(|one| one.read_on).and_then(|one| one.level),
        role: None,
    }
}

fn diet(snapshot: &Snapshot, person: PersonId) -> DietState {
    let answers: Vec<&Fact> =
        snapshot.facts.iter().filter(|one| one.person == person && one.kind == FactKind::Diet).collect();
    match answers.iter().any(|one| one.value.is_some()) {
        _ if answers.is_empty() => DietState::NotAsked,
        true => DietState::HasNeeds,
        false => DietState::None,
    }
}

/// Ranked hosts of one guest in words.
pub(super) fn host_view(desk: &Desk, found: &HostMatch) -> HostView {
    let say =
        |reason: &Option<Reason>| reason.as_ref().map_or_else(String::new, |one| desk.speech.reason(one, &desk.book));
    let staff = |id: StaffId| desk.snapshot.staff_member(id);
    let name = |id: StaffId| names::staff_name(desk.snapshot, id, desk.speech.lang());
    let sources = |line: &engine::host::HostLine| {
        let host = line.host_source.map(|key| desk.speech.say(&format!("code-{key}")));
        let both: Vec<String> = [line.guest_source.as_deref().map(str::to_owned), host].into_iter().flatten().collect();
        both.join(&desk.speech.say("app-list-semicolon"))
    };
    let line = |one: &engine::host::HostLine| HostLineRow {
        dimension: one.dimension,
        label: desk.speech.label("host-long", one.dimension),
        points: one.points,
        max: one.max,
        text: say(&one.reason),
        sources: sources(one),
        unknown: one.unknown,
    };
    let candidate = |one: &engine::host::HostCandidate| HostRow {
        staff: one.staff,
        name: name(one.staff),
        title: staff(one.staff)
            .map_or_else(String::new, |one| names::either(&one.title_zh, &one.title_en, desk.speech.lang())),
        total: one.total,
        band: one.band,
        band_text: desk.speech.label("host-band", one.band),
        near_tie: one.near_tie,
        lines: one.lines.iter().map(line).collect(),
    };
    let near = found.candidates.iter().filter(|one| one.near_tie).count();
    let gap = found.candidates.first().zip(found.candidates.get(1)).map(|(a, b)| a.total - b.total);
    let note = match (found.candidates.first(), gap) {
        (Some(best), _) if best.band == engine::host::HostBand::Weak => Some(desk.speech.say("host-note-weak")),
        (Some(_), Some(gap)) if near > 1 => Some(desk.speech.text("host-note-tie", &[("gap", gap.to_string())])),
        _ => None,
    };
    let guest = desk.snapshot.person(found.guest);
    let head = |one: &HostDimension| DimensionHead {
        dimension: *one,
        label: desk.speech.label("host", *one),
        max: one.most(),
    };
    HostView {
        guest: found.guest,
        guest_name: guest.map_or_else(String::new, |one| names::person_name(one, &desk.speech)),
        guest_rank: guest.and_then(|one| guest_row(desk, one).rank_level),
        note,
        dimensions: HostDimension::ALL.iter().map(head).collect(),
        candidates: found.candidates.iter().map(candidate).collect(),
        removed: found
            .removed
            .iter()
            .map(|one| RemovedRow {
                staff: one.staff,
                name: name(one.staff),
                text: desk.speech.reason(&one.reason, &desk.book),
            })
            .collect(),
    }
}

fn readiness_view(desk: &Desk, visit: VisitId, readiness: &Readiness) -> ReadinessView {
    let gate = |one: &engine::readiness::GateMark| GateRow {
        gate: one.gate,
        state: one.state,
        name: desk.speech.label("gate", one.gate),
        text: desk.speech.reason(&one.reason, &desk.book),
        people: one.people.clone(),
        missing: super::planning::gate_missing(desk, one),
    };
    let lacks = engine::planning::lacks(desk.snapshot, visit, desk.today);
    let block = |(block, weight, state): &(ReadinessBlock, u32, BlockState)| BlockRow {
        block: *block,
        label: desk.speech.label("block", *block),
        weight: *weight,
        state: *state,
        proposed: lacks.iter().find(|one| one.block == *block).map_or(*state, |one| one.proposed),
        missing: super::planning::block_missing(desk, &lacks, *block),
    };
    let failed = readiness.gates.iter().filter(|one| one.state == GateState::Fail).count();
    let ahead = readiness.score >= readiness.expected;
    let key = match (ahead, failed) {
        (true, 0) => "readiness-ahead",
        (true, _) => "readiness-ahead-gates",
        (false, 0) => "readiness-behind",
        (false, _) => "readiness-behind-gates",
    };
    let args = [("expected", format!("{:.0}", readiness.expected)), ("gates", failed.to_string())];
    ReadinessView {
        score: readiness.score,
        expected: readiness.expected,
        days_left: readiness.days_left,
        light: readiness.light,
        summary: desk.speech.text(key, &args),
        gates: readiness.gates.iter().map(gate).collect(),
        blocks: readiness.blocks.iter().map(block).collect(),
        companions_max: readiness.companions_max,
    }
}
