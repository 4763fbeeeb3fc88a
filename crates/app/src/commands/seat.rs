//! Seats on the map: add, rename, move, empty, remove.

use domain::engine::asof::is_in_force;
use domain::engine::changes::first_record;
use domain::engine::units::{UnitsOn, unit_of};
use domain::*;

use super::chain::{joined, new_member};
use super::dated::end;
use super::tree::{Tree, renumber};
use super::unit::{into_unit, unit_on};
use super::{by_script, clean_name, must, next_position, required_name};
use crate::names::tenure_of;
use crate::wire::{AddSeat, Changed, EndTenure, MoveSeat, RemoveSeat, RenameSeat, ViewContext};
use crate::{App, Error, new_id};

/// A person without anything but a name.
pub(crate) fn new_person(name: &str) -> Person {
    let (name_zh, name_en) = by_script(name.to_owned());
    Person {
        name_order: if name_zh.is_some() { NameOrder::SurnameFirst } else { NameOrder::GivenFirst },
        name_zh,
        name_en,
        ..Person::bare(new_id())
    }
}

/// A seat without anything but a title.
pub(crate) fn new_seat(
    account: AccountId,
    unit: UnitId,
    title: &str,
    rank_level: Option<u8>,
    known: bool,
    position: i64,
) -> Seat {
    let (title_zh, title_en) = by_script(title.to_owned());
    let status = if known { SeatStatus::Normal } else { SeatStatus::Placeholder };
    Seat { title_zh, title_en, rank_level, status, position, ..Seat::bare(new_id(), account, unit) }
}

/// Since when what is added today is there: since today, once the account has a record of an earlier day, so that maps of
/// earlier days stay as they were; since ever (`None`) while a map is first filled and nothing tells of another day.
pub(crate) fn begins_on(snapshot: &Snapshot, account: AccountId, today: Day) -> Option<Day> {
    first_record(snapshot, account).filter(|first| *first < today).map(|_| today)
}

/// A reporting line from a day.
pub(crate) fn reporting(account: AccountId, from_seat: SeatId, to_seat: SeatId, from_on: Option<Day>) -> Edge {
    Edge { from_on, ..Edge::bare(new_id(), account, EdgeKind::ReportsTo, from_seat, to_seat) }
}

/// Adds a person with a seat, or an unknown seat, and its line upward; with `report` it comes between that seat and its
/// superior from today, with `after` it stands right after that sibling. Seat, holder and line begin as [`begins_on`] says.
pub fn add_seat(app: &mut App, context: &ViewContext, request: AddSeat) -> Result<Changed, Error> {
    let snapshot = app.account(request.account)?;
    let name = request.name.as_deref().map(clean_name).transpose()?.flatten();
    let title = required_name(&request.title)?;
    check_rank(request.rank_level)?;
    let (decision, new_decision) = joined(&snapshot, request.account, request.decision, request.join)?;
    let tree = Tree::of(&snapshot, context.today);
    let place = Place::find(&snapshot, &tree, &request, context.today)?;
    let mut seat = new_seat(
        request.account,
        place.unit,
        &title,
        request.rank_level,
        name.is_some(),
        next_position(snapshot.seats.iter().map(|one| one.position)),
    );
    seat.from_on = begins_on(&snapshot, request.account, context.today);
    let member = decision.map(|decision| new_member(decision, seat.id, seat.position));
    let makes_way = place.make_way(&tree, &mut seat, &request);
    let op = if name.is_some() { "add-person" } else { "add-unknown-seat" };
    let (_, changed) = app.transact(context.lang, op, |tx| {
        makes_way.iter().try_for_each(|one| tx.put(one))?;
        tx.put(&seat)?;
        name.iter().try_for_each(|name| put_holder(tx, &seat, name))?;
        if let Some(above) = place.above {
            tx.put(&reporting(request.account, seat.id, above, seat.from_on))?;
        }
        if let Some(report) = place.report {
            tree.rehang(tx, report, Some(seat.id))?;
        }
        new_decision.iter().try_for_each(|one| tx.put(one))?;
        Ok(member.iter().try_for_each(|one| tx.put(one))?)
    })?;
    Ok(Changed { created: Some(seat.id.to_string()), ..changed })
}

/// A new person who has held a seat for as long as it has been there.
pub(crate) fn put_holder(tx: &mut store::Tx, seat: &Seat, name: &str) -> Result<(), Error> {
    let person = new_person(name);
    let (id, seat, from_on, to_on) = (new_id(), seat.id, seat.from_on, None);
    tx.put(&Tenure { id, r#ref: None, seat, person: person.id, from_on, to_on, primary: true, source: None })?;
    Ok(tx.put(&person)?)
}

/// Where a new seat comes.
struct Place<'a> {
    above: Option<SeatId>,
    report: Option<&'a Seat>,
    unit: UnitId,
}

impl<'a> Place<'a> {
    fn find(snapshot: &'a Snapshot, tree: &Tree, request: &AddSeat, today: Day) -> Result<Self, Error> {
        let report = request.report.map(|id| must(&snapshot.seats, id, "seat")).transpose()?;
        let asked = request.superior.or(report.and_then(|one| tree.superior(one.id)));
        let above = asked.map(|id| must(&snapshot.seats, id, "seat")).transpose()?;
        if let (Some(report), Some(above)) = (report, above)
            && tree.ever_loops(&[report.id], above.id)
        {
            return Err(Error::refused("cycle"));
        }
        let root = || UnitsOn::read(snapshot, request.account, today).root().map(|one| one.id);
        let near = report.or(above).map(|one| unit_of(one, today));
        let unit = request.unit.or(near).or_else(root).ok_or(Error::missing("unit"))?;
        unit_on(snapshot, unit, today)?;
        Ok(Self { above: above.map(|one| one.id), report, unit })
    }

    /// Gives the new seat its position and says which siblings move on for it.
    fn make_way(&self, tree: &Tree, seat: &mut Seat, request: &AddSeat) -> Vec<Seat> {
        let mut order = tree.siblings(seat.account, self.above);
        let at = match (request.after, self.report) {
            // Who is no sibling (a second post stands beside cards it does not report with) gives no place: it comes last.
            (Some(after), _) => match order.iter().position(|one| one.id == after) {
                Some(known) => known + 1,
                None => return vec![],
            },
            // A superior put between takes the place of the report.
            (None, Some(report)) => {
                let Some(at) = order.iter().position(|one| one.id == report.id) else { return vec![] };
                seat.position = report.position;
                order.remove(at);
                at
            }
            (None, None) => return vec![],
        };
        if at > 0 && request.after.is_some() {
            seat.position = order[at - 1].position.saturating_add(1);
        }
        let fixed = seat.clone();
        order.insert(at, &fixed);
        let mut changed = renumber(order);
        if let Some(own) = changed.iter().position(|one| one.id == fixed.id) {
            seat.position = changed.remove(own).position;
        }
        changed
    }
}

fn check_rank(rank: Option<u8>) -> Result<(), Error> {
    match rank {
        Some(level) if !(1..=10).contains(&level) => Err(Error::refused("rank-range")),
        _ => Ok(()),
    }
}

/// Renames holder and post; naming an unknown seat's holder makes it held.
pub fn rename_seat(app: &mut App, context: &ViewContext, request: RenameSeat) -> Result<Changed, Error> {
    let snapshot = app.account_of_seat(request.seat)?;
    let mut seat = must(&snapshot.seats, request.seat, "seat")?.clone();
    let title = required_name(&request.title)?;
    set_by_script(&mut seat.title_zh, &mut seat.title_en, title);
    let name = request.name.as_deref().map(clean_name).transpose()?.flatten();
    let held = tenure_of(&snapshot, seat.id, context.today);
    let mut person = held.and_then(|one| snapshot.person(one.person)).cloned();
    let mut begun = None;
    match (&mut person, name) {
        (Some(person), Some(name)) => set_by_script(&mut person.name_zh, &mut person.name_en, name),
        (None, Some(name)) => {
            if seat.no_contact {
                return Err(Error::refused("no-contact"));
            }
            let new = new_person(&name);
            begun = Some(Tenure { from_on: Some(context.today), ..Tenure::bare(new_id(), seat.id, new.id) });
            seat.status = SeatStatus::Normal;
            person = Some(new);
        }
        _ => {}
    }
    let (_, changed) = app.transact(context.lang, "rename-seat", |tx| {
        tx.put(&seat)?;
        person.iter().try_for_each(|one| tx.put(one))?;
        begun.iter().try_for_each(|one| tx.put(one))?;
        Ok(())
    })?;
    Ok(changed)
}

/// Replaces the text of its own script and keeps the other language.
pub(crate) fn set_by_script(zh: &mut Option<String>, en: &mut Option<String>, text: String) {
    match by_script(text) {
        (Some(text), _) => *zh = Some(text),
        (_, text) => *en = text,
    }
}

/// Moves a seat: the old line ends the day before, a new one begins. A loop of superiors, on that day or a later one, is refused.
pub fn move_seat(app: &mut App, context: &ViewContext, request: MoveSeat) -> Result<Changed, Error> {
    let snapshot = app.account_of_seat(request.seat)?;
    let mut seat = must(&snapshot.seats, request.seat, "seat")?.clone();
    let tree = Tree::of(&snapshot, request.on);
    if let Some(above) = request.superior {
        must(&snapshot.seats, above, "seat")?;
        if tree.ever_loops(&[request.seat], above) {
            return Err(Error::refused("cycle"));
        }
    }
    if let Some(unit) = request.unit {
        unit_on(&snapshot, unit, request.on)?;
        seat = into_unit(&snapshot, &seat, unit, request.on, context.today);
    }
    let (_, changed) = app.transact(context.lang, "move-seat", |tx| {
        tree.rehang(tx, &seat, request.superior)?;
        Ok(tx.put(&seat)?)
    })?;
    Ok(changed)
}

/// The holder left: tenures of the seat end, the seat stays and is vacant.
pub fn end_tenure(app: &mut App, context: &ViewContext, request: EndTenure) -> Result<Changed, Error> {
    let snapshot = app.account_of_seat(request.seat)?;
    if request.on > context.today {
        return Err(Error::refused("day-ahead"));
    }
    let tenure = tenure_of(&snapshot, request.seat, request.on).ok_or(Error::refused("seat-empty"))?.clone();
    let all = app.store()?.list_by::<Tenure>("person", tenure.person)?;
    let elsewhere = all.iter().any(|one| one.id != tenure.id && one.to_on.is_none_or(|to| to >= request.on));
    let mut person = must(&snapshot.people, tenure.person, "person")?.clone();
    if !elsewhere {
        person.status = PersonStatus::Departed;
        person.left_on = request.on.pred_opt();
    }
    let (_, changed) = app.transact(context.lang, "end-tenure", |tx| {
        // The day of leaving is the first without a holder, so that the seat is seen empty at once.
        end(tx, tenure, request.on)?;
        Ok(tx.put(&person)?)
    })?;
    Ok(changed)
}

/// Removes a seat nobody ever held, with its lines, chain parts and assignments; reports move up to its superior.
pub fn remove_seat(app: &mut App, context: &ViewContext, request: RemoveSeat) -> Result<Changed, Error> {
    let snapshot = app.account_of_seat(request.seat)?;
    let id = must(&snapshot.seats, request.seat, "seat")?.id;
    if snapshot.tenures.iter().any(|one| one.seat == id) {
        return Err(Error::refused("seat-held"));
    }
    let above = snapshot
        .edges
        .iter()
        .find(|one| {
            one.kind == EdgeKind::ReportsTo && one.from_seat == id && is_in_force(one.from_on, one.to_on, context.today)
        })
        .map(|one| one.to_seat);
    let (_, changed) = app.transact(context.lang, "remove-seat", |tx| {
        for line in snapshot.edges.iter().filter(|one| one.from_seat == id || one.to_seat == id) {
            match above {
                Some(above) if line.to_seat == id && line.from_seat != above && line.kind == EdgeKind::ReportsTo => {
                    tx.put(&Edge { to_seat: above, ..line.clone() })?
                }
                _ => {
                    tx.remove::<Edge>(line.id)?;
                }
            };
        }
        for member in snapshot.chain_members.iter().filter(|one| one.seat == id) {
            tx.remove::<ChainMember>(member.id)?;
        }
        for assignment in snapshot.assignments.iter().filter(|one| one.seat == id) {
            tx.remove::<Assignment>(assignment.id)?;
        }
        for body in snapshot.decision_bodies.iter().filter(|one| one.chair == Some(id) || one.members.contains(&id)) {
            let members = body.members.iter().copied().filter(|one| *one != id).collect();
            tx.put(&DecisionBody { members, chair: body.chair.filter(|one| *one != id), ..body.clone() })?;
        }
        tx.remove::<Seat>(id)?;
        Ok(())
    })?;
    Ok(changed)
}
