//! The decision-chain map of one account.

use std::collections::{HashMap, HashSet};

use domain::engine::chain::{Stakeholder, stakeholders};
use domain::engine::changes::{changes_among, first_record};
use domain::engine::rights::restricted_people;
use domain::engine::score::{AccountScore, OpenRole, open_roles, score_account};
use domain::engine::units::{UnitsOn, unit_of};
use domain::scene::{Compare, Detail, MapInput, SceneCard, SceneLine, draw_cards, draw_lines, draw_map};
use domain::*;

use super::drawn::Drawn;
use super::rows::Desk;
use super::tree::Tree;
use super::{map_side, must};
use crate::names;
use crate::wire::{
    AccountHead, CardList, DecisionRow, FigureReason, GetCards, GetMap, LineDrawing, MapFigures, MapView, OutlineRow,
    UnitRow, VacantRole, ViewContext,
};
use crate::words::Speech;
use crate::{App, Error};

/// A map of more seats is sent with its smallest level alone; the others follow for what is looked at.
const COARSE_ABOVE: usize = 600;
/// Cards anybody can look at in one window at the middle level, with room to spare.
const CARDS_AT_ONCE: usize = 2_000;
/// Lines that may cross such a window.
const LINES_AT_ONCE: usize = 4_000;
/// Reasons listed beneath a figure.
const LISTED_REASONS: usize = 50;

/// The whole map.
pub fn get_map(app: &mut App, context: &ViewContext, request: GetMap) -> Result<MapView, Error> {
    let view = draw(app, context, &request)?;
    app.drawn = Some(Drawn::of(&view));
    Ok(view)
}

/// Figures, scene, outline and units of an account on a day.
pub(super) fn draw(app: &mut App, context: &ViewContext, request: &GetMap) -> Result<MapView, Error> {
    let snapshot = app.account(request.account)?;
    let mut view = shown(app, &snapshot, context, request)?;
    app.drawings = app.drawings.wrapping_add(1);
    view.drawing = app.drawings;
    app.ways = None;
    Ok(view)
}

fn shown(app: &App, snapshot: &Snapshot, context: &ViewContext, request: &GetMap) -> Result<MapView, Error> {
    let account = must(&snapshot.accounts, request.account, "account")?;
    if let Some(decision) = request.decision {
        must(&snapshot.decisions, decision, "decision")?;
    }
    let day = ViewContext { today: request.as_of, ..context.clone() };
    let desk = Desk::new(snapshot, account, app.words().speak(context.lang), &day);
    let score = score_account(snapshot, account.id, request.decision, request.as_of);
    let decision = request.decision.or(snapshot.main_decision(account.id).map(|one| one.id));
    let then = other_day(request).map(|day| (day, score_account(snapshot, account.id, request.decision, day)));
    let compared = then.as_ref().map(|(_, score)| numbers(&desk, score));
    let other: Other = then.map(|(day, score)| (day, score.stakeholders));
    let changes = other
        .as_ref()
        .map(|(day, rows)| changes_among(snapshot, account.id, (*day, rows), (request.as_of, &score.stakeholders)));
    let size = snapshot.seats.iter().filter(|one| one.account == account.id).count();
    let detail = if size > COARSE_ABOVE { Detail::Coarse } else { Detail::Whole };
    let input = input(snapshot, &desk.speech, request, &score.stakeholders, &other, detail);
    let scene = draw_map(&input);
    let outline = outline(&desk, &score.stakeholders, &scene);
    let view = MapView {
        account: head(&desk, &score),
        decisions: decisions(&desk, request.as_of),
        decision,
        figures: MapFigures { reasons: figure_reasons(&desk, &score), ..numbers(&desk, &score) },
        compared,
        outline,
        units: units(&desk),
        vacant_roles: vacant_roles(&desk, decision, &score.stakeholders),
        bodies: map_side::bodies(&desk, decision, &score.stakeholders),
        lines: map_side::lines(&desk),
        changes: changes.map_or_else(Vec::new, |list| map_side::differences(&desk, &list)),
        moments: map_side::moments(&desk, decision),
        first_record: first_record(snapshot, account.id),
        views: map_side::views(&desk),
        scene,
        read_only: request.as_of < context.today,
        coarse: detail == Detail::Coarse,
        drawing: 0,
    };
    Ok(view)
}

/// Lines of the large map drawn last, in order: they are routed together, so that some of them cannot be drawn alone.
/// Made when somebody looks closer for the first time.
pub(crate) struct Ways {
    request: GetMap,
    lang: Lang,
    lines: Vec<SceneLine>,
}

/// The other day of a comparison with its stakeholders.
type Other = Option<(Day, Vec<Stakeholder>)>;

/// The day compared with, if it is another one.
fn other_day(request: &GetMap) -> Option<Day> {
    request.compare.filter(|day| *day != request.as_of)
}

/// What the drawing is made from; the same for the whole map and for some of its cards.
fn input<'a>(
    snapshot: &'a Snapshot,
    speech: &'a Speech,
    request: &'a GetMap,
    rows: &'a [Stakeholder],
    other: &'a Other,
    detail: Detail,
) -> MapInput<'a> {
    MapInput {
        decision: request.decision,
        lens: request.lens,
        compare: other.as_ref().map(|(as_of, rows)| Compare { as_of: *as_of, rows }),
        folded: &request.folded,
        focus: request.focus,
        rows,
        detail,
        ..MapInput::new(snapshot, request.account, request.as_of, speech)
    }
}

/// Cards and lines of a large map, which its scene came without.
pub fn get_cards(app: &mut App, context: &ViewContext, request: GetCards) -> Result<CardList, Error> {
    if request.seats.len() > CARDS_AT_ONCE || request.lines.len() > LINES_AT_ONCE {
        return Err(Error::Request("too much at once".into()));
    }
    let GetCards { map, seats, near, lines, ways: bounds } = request;
    let snapshot = app.account(map.account)?;
    let known = app.ways.take().filter(|one| one.request == map && one.lang == context.lang);
    let ways = match known {
        None if bounds || !lines.is_empty() => {
            Some(Ways { lines: ways(app, context, &map)?, request: map.clone(), lang: context.lang })
        }
        known => known,
    };
    let speech = app.words().speak(context.lang);
    let rows = stakeholders(&snapshot, map.account, map.decision, map.as_of);
    let other = other_day(&map).map(|day| (day, stakeholders(&snapshot, map.account, map.decision, day)));
    let whole = input(&snapshot, &speech, &map, &rows, &other, Detail::Whole);
    let mut cards = draw_cards(&whole, &seats.into_iter().collect());
    if !near {
        cards.iter_mut().for_each(|card| card.near.clear());
    }
    let all = ways.as_ref().map_or(&[][..], |one| &one.lines[..]);
    let line = |at: u32| Some(LineDrawing { at, prims: all.get(at as usize)?.prims.clone() });
    let bounds = all.iter().filter(|_| bounds).map(|one| [one.bounds.x, one.bounds.y, one.bounds.w, one.bounds.h]);
    let list = CardList { cards, lines: lines.into_iter().filter_map(line).collect(), ways: bounds.collect() };
    app.ways = ways;
    Ok(list)
}

/// The lines of a map with their ways, which the scene of a large one comes without.
pub(crate) fn ways(app: &mut App, context: &ViewContext, map: &GetMap) -> Result<Vec<SceneLine>, Error> {
    let snapshot = app.account(map.account)?;
    let speech = app.words().speak(context.lang);
    let rows = stakeholders(&snapshot, map.account, map.decision, map.as_of);
    let other = other_day(map).map(|day| (day, stakeholders(&snapshot, map.account, map.decision, day)));
    Ok(draw_lines(&input(&snapshot, &speech, map, &rows, &other, Detail::Coarse)))
}

fn decisions(desk: &Desk, day: Day) -> Vec<DecisionRow> {
    let row = |one: &Decision| DecisionRow {
        decision: one.id,
        name: decision_name(desk, one),
        kind: one.kind,
        kind_text: desk.speech.label("code", one.kind),
        blackout_from: one.blackout_from,
        blackout_to: one.blackout_to,
        closed_on: one.closed_on,
        in_blackout: one.is_blackout_on(day),
        members: desk.snapshot.chain_members.iter().filter(|member| member.decision == one.id).count() as u32,
    };
    desk.snapshot.decisions.iter().filter(|one| one.account == desk.account.id).map(row).collect()
}

fn decision_name(desk: &Desk, decision: &Decision) -> String {
    let name = names::either(&decision.name_zh, &decision.name_en, desk.speech.lang());
    if name.is_empty() { desk.speech.label("code", decision.kind) } else { name }
}

fn head(desk: &Desk, score: &AccountScore) -> AccountHead {
    AccountHead {
        id: desk.account.id,
        r#ref: desk.account.r#ref.clone(),
        name: names::account_name(desk.account, desk.speech.lang()),
        tier: desk.account.tier,
        stage_text: desk.speech.label("code", desk.account.stage),
        visits: desk.snapshot.visits.iter().filter(|one| one.account == desk.account.id).count() as u32,
        people: score.stakeholders.len() as u32,
    }
}

/// The figures of a decision with their reasons.
pub(super) fn figures(desk: &Desk, decision: Option<DecisionId>) -> MapFigures {
    let score = score_account(desk.snapshot, desk.account.id, decision, desk.today);
    MapFigures { reasons: figure_reasons(desk, &score), ..numbers(desk, &score) }
}

/// The figures without their reasons.
fn numbers(desk: &Desk, score: &AccountScore) -> MapFigures {
    MapFigures {
        coverage: score.coverage.value,
        support: score.support.sufficient.then_some(score.support.all),
        known_share: score.support.known_share,
        ownership_pct: score.ownership_pct,
        risk: score.single_thread.risk,
        risk_text: desk.speech.label("risk", score.single_thread.risk),
        health: (score.health.band != engine::health::HealthBand::Building).then_some(score.health.shown),
        band_text: desk.speech.label("band", score.health.band),
        reasons: vec![],
    }
}

fn figure_reasons(desk: &Desk, score: &AccountScore) -> Vec<FigureReason> {
    let seat_of = |reason: &engine::Reason| {
        reason.params.iter().find_map(|(_, param)| match param {
            engine::Param::Seat(seat) => Some(*seat),
            engine::Param::Person(person) => {
                score.stakeholders.iter().find(|row| row.person == Some(*person)).map(|row| row.seat)
            }
            _ => None,
        })
    };
    let line = |figure: &str, reason: &engine::Reason| FigureReason {
        figure: figure.into(),
        text: desk.speech.reason(reason, &desk.book),
        seat: seat_of(reason),
    };
    // As many as anybody reads beneath a figure; the court lists them all.
    let ownership = score
        .findings
        .iter()
        .filter(|one| one.seat.is_some())
        .take(LISTED_REASONS)
        .map(|one| FigureReason { seat: one.seat, ..line("ownership", &one.reason) });
    let listed = |figure: &'static str, reasons: &[engine::Reason]| -> Vec<FigureReason> {
        reasons.iter().take(LISTED_REASONS).map(|one| line(figure, one)).collect()
    };
    let health = score.health.reasons.iter().take(LISTED_REASONS).map(|(one, _)| line("health", one));
    let reasons = listed("coverage", &score.coverage.reasons)
        .into_iter()
        .chain(listed("support", &score.support.reasons))
        .chain(ownership)
        .chain(listed("single_thread", &score.single_thread.reasons))
        .chain(health);
    reasons.collect()
}

/// The tree of the drawing as rows, superiors before their reports.
fn outline(desk: &Desk, rows: &[Stakeholder], scene: &domain::scene::Scene) -> Vec<OutlineRow> {
    let restricted = restricted_people(desk.snapshot, desk.today);
    let rows: HashMap<SeatId, &Stakeholder> = rows.iter().map(|row| (row.seat, row)).collect();
    let seats: HashMap<SeatId, &Seat> = desk.snapshot.seats.iter().map(|one| (one.id, one)).collect();
    // A card already carries its words.
    let cards: HashMap<SeatId, &SceneCard> = scene.cards.iter().map(|card| (card.seat, card)).collect();
    let reports = Tree::of(desk.snapshot, desk.today).reports();
    let mut list = Vec::with_capacity(scene.cards.len());
    for (seat, depth, parent) in walk(desk.snapshot, scene) {
        let post = seats
            .get(&seat)
            .map_or_else(String::new, |one| names::either(&one.title_zh, &one.title_en, desk.speech.lang()));
        let row = rows.get(&seat);
        let (name, words) = match row {
            Some(row) => {
                (super::court::row_name(desk, row), cards.get(&seat).map_or_else(String::new, |one| one.label.clone()))
            }
            None => {
                let name = desk.book.seat_name(seat, &desk.speech);
                let words = format!("{name}{}{post}", if desk.speech.lang() == Lang::ZhCn { "；" } else { "; " });
                (name, words)
            }
        };
        if let Some(own) = seats.get(&seat) {
            list.push(OutlineRow {
                seat,
                unit: unit_of(own, desk.today),
                depth,
                parent,
                name,
                post,
                words,
                in_chain: row.is_some_and(|row| row.in_chain),
                reports: reports.get(&seat).copied().unwrap_or(0),
                hidden: cards.get(&seat).map_or(0, |one| one.folded),
                room_x: own.nudge_x.unwrap_or(0.0),
                room_y: own.nudge_y.unwrap_or(0.0),
                restricted: row.is_some_and(|row| row.person.is_some_and(|id| restricted.contains(&id))),
            });
        }
    }
    list
}

/// The cards of a drawing as a tree: seat, depth and superior, superiors before their reports, siblings in their order. A
/// card whose superior is not drawn stands at the top.
pub(super) fn walk(snapshot: &Snapshot, scene: &domain::scene::Scene) -> Vec<(SeatId, u32, Option<SeatId>)> {
    let place: HashMap<SeatId, i64> = snapshot.seats.iter().map(|one| (one.id, one.position)).collect();
    let mut cards: Vec<&SceneCard> = scene.cards.iter().collect();
    cards.sort_by_key(|card| (place.get(&card.seat).copied(), card.seat));
    let drawn: HashSet<SeatId> = cards.iter().map(|card| card.seat).collect();
    let mut below: HashMap<Option<SeatId>, Vec<SeatId>> = HashMap::new();
    for card in &cards {
        below.entry(card.parent.filter(|above| drawn.contains(above))).or_default().push(card.seat);
    }
    let mut stack: Vec<(SeatId, u32, Option<SeatId>)> =
        below.get(&None).into_iter().flatten().rev().map(|seat| (*seat, 0, None)).collect();
    let mut list = Vec::with_capacity(cards.len());
    while let Some((seat, depth, parent)) = stack.pop() {
        list.push((seat, depth, parent));
        stack.extend(below.get(&Some(seat)).into_iter().flatten().rev().map(|one| (*one, depth + 1, Some(seat))));
    }
    list
}

/// The units of the day as a tree, each with the seats that are in it then.
fn units(desk: &Desk) -> Vec<UnitRow> {
    let units = UnitsOn::read(desk.snapshot, desk.account.id, desk.today);
    let mut below: HashMap<Option<UnitId>, Vec<&OrgUnit>> = HashMap::new();
    for unit in units.all() {
        below.entry(units.parent(unit)).or_default().push(unit);
    }
    below
        .values_mut()
        .for_each(|list| list.sort_by_key(|one| (std::cmp::Reverse(one.position), std::cmp::Reverse(one.id))));
    let mut people: HashMap<UnitId, u32> = HashMap::new();
    let there = desk.snapshot.seats.iter().filter(|one| engine::asof::is_in_force(one.from_on, one.to_on, desk.today));
    there.for_each(|seat| *people.entry(unit_of(seat, desk.today)).or_default() += 1);
    let mut stack: Vec<(&OrgUnit, u32)> = below.get(&None).into_iter().flatten().map(|one| (*one, 0)).collect();
    let mut rows = Vec::new();
    while let Some((unit, depth)) = stack.pop() {
        rows.push(UnitRow {
            unit: unit.id,
            parent: units.parent(unit),
            name: names::either(&unit.name_zh, &unit.name_en, desk.speech.lang()),
            depth,
            people: people.get(&unit.id).copied().unwrap_or(0),
        });
        stack.extend(below.get(&Some(unit.id)).into_iter().flatten().map(|one| (*one, depth + 1)));
    }
    rows
}

fn vacant_roles(desk: &Desk, decision: Option<DecisionId>, rows: &[Stakeholder]) -> Vec<VacantRole> {
    let decision = decision.and_then(|id| desk.snapshot.decisions.iter().find(|one| one.id == id));
    let role =
        |one: OpenRole| VacantRole { role: one.role, label: desk.speech.label("code", one.role), weight: one.weight };
    open_roles(desk.snapshot, decision, rows).into_iter().map(role).collect()
}
