//! Seats for scripts: page order with refs, the rule and the checks in words.

use domain::engine::seating::{PlacedSeat, SeatPlan, place_text};
use domain::*;
use serde_json::{Value, json};

use crate::commands::rows::Desk;
use crate::commands::seating::{check_row, drawings, tag, title};
use crate::refs::{find, name_of};
use crate::wire::ViewContext;
use crate::{App, Error};

/// The drawings of one kind of a visit: the stored ones, or what the rules propose.
///
/// # Errors
/// When there is no such visit.
pub fn seats(app: &mut App, context: &ViewContext, visit: &str, kind: SeatingKind) -> Result<Value, Error> {
    let whole = app.whole()?;
    let id = find(&whole.visits, visit, "visit")?.id;
    let snapshot = app.account_of_visit(id)?;
    let visit = find(&snapshot.visits, visit, "visit")?;
    let account = snapshot.account(visit.account).ok_or(Error::missing("account"))?;
    let desk = Desk::new(&snapshot, account, app.words().speak(context.lang), context);
    let drawn: Vec<Value> = drawings(&desk, id)
        .iter()
        .filter(|one| one.record.kind == kind)
        .map(|one| {
            let reasons = one.plan.rule.iter().map(|rule| desk.speech.reason_of("seating", rule, &desk.book));
            let checks = one.plan.checks.iter().map(|one| check_row(&desk, one));
            json!({
                "title": title(&desk, &one.record), "stored": one.stored, "honoured": one.plan.honour.as_ref().map(|one| one.hand),
                "rows": rows(&snapshot, &one.plan),
                "seats": one.plan.seats.iter().map(|seat| place(&desk, seat)).collect::<Vec<_>>(),
                "rule": reasons.collect::<Vec<_>>(),
                "checks": checks.map(|one| json!({"passed": one.passed, "text": one.text})).collect::<Vec<_>>(),
            })
        })
        .collect();
    Ok(json!({"visit": name_of(&snapshot.visits, id), "plan": kind, "convention": visit.convention, "drawings": drawn}))
}

fn reference(snapshot: &Snapshot, seat: &PlacedSeat) -> Option<String> {
    Some(match &seat.occupant.as_ref()?.who {
        Attendee::Guest(id) => name_of(&snapshot.people, *id),
        Attendee::Ours(id) => name_of(&snapshot.staff, *id),
        Attendee::Named(name) => name.clone(),
    })
}

fn place(desk: &Desk, seat: &PlacedSeat) -> Value {
    json!({
        "place": seat.place, "place_text": place_text(&seat.place, &desk.speech), "who": reference(desk.snapshot, seat),
        "side": seat.occupant.as_ref().map(|one| one.side), "number": seat.number, "tag": tag(&desk.speech, seat),
        "principal": seat.principal, "pinned": seat.pinned,
        "note": seat.note.as_ref().map(|note| desk.speech.reason_of("seating", note, &desk.book)),
    })
}

/// Rows from the top of the page, each from the left; columns beside a table end-on from the top; tables clockwise from the
/// host's chair; a car in order of honour.
fn rows(snapshot: &Snapshot, plan: &SeatPlan) -> Vec<Value> {
    let area = |one: &PlacedSeat| one.place.split_once(':').map_or("car", |one| one.0).to_owned();
    let mut areas: Vec<String> = Vec::new();
    for one in &plan.seats {
        if !areas.contains(&area(one)) {
            areas.push(area(one));
        }
    }
    let order = |name: &String| {
        let mut row: Vec<&PlacedSeat> = plan.seats.iter().filter(|one| area(one) == *name).collect();
        match plan.kind {
            SeatingKind::TableEndOn => row.sort_by(|a, b| a.y.total_cmp(&b.y)),
            SeatingKind::RoundTables | SeatingKind::Car => {}
            _ => row.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.x.total_cmp(&b.x))),
        }
        json!({"row": name, "order": row.into_iter().map(|one| reference(snapshot, one)).collect::<Vec<_>>()})
    };
    areas.iter().map(order).collect()
}
