//! What stands beside the map: committees, lines, differences between two days, days of the time bar, views.

use std::collections::{BTreeMap, HashMap};

use domain::engine::asof::is_in_force;
use domain::engine::chain::Stakeholder;
use domain::engine::changes::{About, Change, ChangeKind, Moment, moments as engine_moments};
use domain::engine::committee::project_body;
use domain::scene::Wording;
use domain::*;

use super::rows::Desk;
use crate::names;
use crate::wire::{BodyMember, BodyRow, DifferenceRow, LineRow, MomentRow, ViewRow};

/// The committees of a decision, each with its projection (B.4.3).
pub(super) fn bodies(desk: &Desk, decision: Option<DecisionId>, rows: &[Stakeholder]) -> Vec<BodyRow> {
    let own = |one: &&DecisionBody| Some(one.decision) == decision;
    let found: Vec<&DecisionBody> = desk.snapshot.decision_bodies.iter().filter(own).collect();
    if found.is_empty() {
        return vec![];
    }
    let by_seat: HashMap<SeatId, &Stakeholder> = rows.iter().map(|row| (row.seat, row)).collect();
    let by_person: HashMap<PersonId, &Stakeholder> = rows.iter().filter_map(|row| Some((row.person?, row))).collect();
    let row_of = |seat: SeatId| {
        let held = || names::tenure_of(desk.snapshot, seat, desk.today).and_then(|one| by_person.get(&one.person));
        by_seat.get(&seat).or_else(held).copied()
    };
    found.into_iter().map(|one| body(desk, one, rows, row_of)).collect()
}

fn body<'a>(
    desk: &Desk,
    body: &DecisionBody,
    rows: &[Stakeholder],
    row_of: impl Fn(SeatId) -> Option<&'a Stakeholder>,
) -> BodyRow {
    let speech = &desk.speech;
    let projection = project_body(desk.snapshot, body, rows, desk.today);
    let member = |seat: &SeatId| {
        let row = row_of(*seat);
        let barred =
            row.map_or_else(|| desk.snapshot.seat(*seat).is_some_and(|one| one.no_contact), |one| one.no_contact);
        let vote = match row.and_then(|one| one.attitude).filter(|_| !barred) {
            Some(level) if level > 0 => "support",
            Some(level) if level < 0 => "oppose",
            _ => "unknown",
        };
        let own = desk.snapshot.seat(*seat);
        let ended = own.is_none_or(|one| !is_in_force(one.from_on, one.to_on, desk.today));
        let post = desk.book.seat_title(*seat, speech.lang());
        // A seat that is no more is not vacant: nobody is looked for.
        let called = || if ended { post.clone() } else { desk.book.seat_name(*seat, speech) };
        BodyMember {
            seat: *seat,
            name: row.map_or_else(called, |one| super::court::row_name(desk, one)),
            ended,
            post: post.clone(),
            vote: vote.into(),
            vote_text: speech.say(&format!("map-core-vote-{vote}")),
            no_contact: barred,
        }
    };
    BodyRow {
        body: body.id,
        name: names::either(&body.name_zh, &body.name_en, speech.lang()),
        rule: body.rule,
        rule_text: speech.label("code", body.rule),
        seat_count: body.seat_count,
        members: body.members.iter().map(member).collect(),
        chair: body.chair,
        need: projection.need,
        support: projection.support,
        oppose: projection.oppose,
        undecided: projection.undecided_or_unknown,
        outlook: projection.outlook,
        outlook_text: speech.label("map-core-outlook", projection.outlook),
    }
}

/// The lines of the day that are not solid.
pub(super) fn lines(desk: &Desk) -> Vec<LineRow> {
    let shown = |one: &&Edge| {
        one.account == desk.account.id
            && one.kind != EdgeKind::ReportsTo
            && is_in_force(one.from_on, one.to_on, desk.today)
    };
    let row = |one: &Edge| LineRow {
        edge: one.id,
        kind: one.kind,
        kind_text: desk.speech.label("map-line", one.kind),
        from_seat: one.from_seat,
        to_seat: one.to_seat,
        from_name: desk.book.seat_name(one.from_seat, &desk.speech),
        to_name: desk.book.seat_name(one.to_seat, &desk.speech),
        strength: one.strength,
        from_on: one.from_on,
        evidence: one.evidence.clone(),
    };
    desk.snapshot.edges.iter().filter(shown).map(row).collect()
}

/// Changes in words.
pub(super) fn differences(desk: &Desk, changes: &[Change]) -> Vec<DifferenceRow> {
    let row = |one: &Change| {
        let kind = match one.kind {
            ChangeKind::Joined | ChangeKind::SeatAdded => "joined",
            ChangeKind::Left | ChangeKind::SeatRemoved => "left",
            ChangeKind::Moved => "moved",
            ChangeKind::StanceChanged | ChangeKind::RoleChanged => "changed",
            ChangeKind::LineAdded | ChangeKind::LineRemoved => "line",
        };
        let person = one.person.and_then(|id| desk.book.person(id));
        let seat = || one.seat.map_or_else(String::new, |id| desk.book.seat_name(id, &desk.speech));
        DifferenceRow {
            kind: kind.into(),
            kind_text: desk.speech.say(&format!("map-core-difference-{kind}")),
            seat: one.seat,
            name: person.map_or_else(seat, |one| names::person_name(one, &desk.speech)),
            post: one.seat.map_or_else(String::new, |id| desk.book.seat_title(id, desk.speech.lang())),
            text: desk.speech.reason(&one.reason, &desk.book),
            on: one.on,
        }
    };
    changes.iter().map(row).collect()
}

/// The days of the time bar: one mark a day for people and one for structure.
pub(super) fn moments(desk: &Desk, decision: Option<DecisionId>) -> Vec<MomentRow> {
    let mut days: BTreeMap<(Day, bool), Vec<Moment>> = BTreeMap::new();
    for one in engine_moments(desk.snapshot, desk.account.id, decision) {
        let day = days.entry((one.on, one.about == About::Structure)).or_default();
        // Somebody with two posts is one.
        if one.person.is_none() || day.iter().all(|known| known.person != one.person) {
            day.push(one);
        }
    }
    let row = |((on, structure), found): ((Day, bool), Vec<Moment>)| {
        let key = if structure { "map-core-moment-structure" } else { "map-core-moment-people" };
        let (name, count) = (found.first().map_or_else(String::new, |one| who(desk, one)), found.len() as u32);
        let args = [("day", desk.speech.full_day(on)), ("name", name), ("count", count.to_string())];
        MomentRow { on, structure, count, text: desk.speech.text(key, &args) }
    };
    days.into_iter().map(row).collect()
}

/// Who, or which post, a moment is about. Of the erased the post is all there is.
fn who(desk: &Desk, moment: &Moment) -> String {
    let person = moment.person.and_then(|id| desk.book.person(id)).filter(|one| one.status != PersonStatus::Erased);
    match (person, moment.seat) {
        (Some(person), _) => names::person_name(person, &desk.speech),
        (None, Some(seat)) => desk.book.seat_name(seat, &desk.speech),
        (None, None) => String::new(),
    }
}

/// The saved views in their order.
pub(super) fn views(desk: &Desk) -> Vec<ViewRow> {
    let row = |one: &SavedView| ViewRow {
        view: one.id,
        name: one.name.clone(),
        decision: one.decision,
        lens: one.lens,
        as_of: one.as_of,
        compare: one.compare,
        filter: one.filter.clone(),
        folded: one.folded.clone(),
        focus: one.focus,
        zoom: one.zoom,
        centre_x: one.centre_x,
        centre_y: one.centre_y,
    };
    super::saved_view::views(desk.snapshot, desk.account.id).into_iter().map(row).collect()
}
