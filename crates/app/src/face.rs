//! The room-safe face (F.4): a new set of records, filled by whitelist, from which presenting draws. What is not copied
//! here does not exist there. Deliberately absent: hiding by style, and anything taken away from the full records.

use std::collections::HashSet;

use domain::engine::asof::is_in_force;
use domain::engine::units::{UnitsOn, unit_of};
use domain::*;

use crate::names::is_there;
use crate::wire::RoomState;
use crate::{App, Error};

/// The account as anybody in the room may see it on a day: names, formal posts, units, reporting lines. Ours, the chain,
/// judgements, ties, facts, marks, refs, ranks, dates and other accounts are not in it, nor are people nobody may approach
/// and their seats: that a tender has such experts, and how many, is not for the room. Their reports stand free.
pub fn presenting(snapshot: &Snapshot, account: AccountId, as_of: Day) -> Snapshot {
    let barred = Barred::on(snapshot, as_of);
    let seat = |one: &&Seat| {
        one.account == account && is_in_force(one.from_on, one.to_on, as_of) && !barred.seats.contains(&one.id)
    };
    let seats: Vec<Seat> = snapshot.seats.iter().filter(seat).map(|one| plain_seat(one, as_of)).collect();
    let known: HashSet<SeatId> = seats.iter().map(|one| one.id).collect();
    let person = |one: &&Person| is_there(one, as_of) && !barred.people.contains(&one.id);
    let people: Vec<Person> = snapshot.people.iter().filter(person).map(plain_person).collect();
    let there: HashSet<PersonId> = people.iter().map(|one| one.id).collect();
    let held = |one: &&Tenure| {
        known.contains(&one.seat) && there.contains(&one.person) && is_in_force(one.from_on, one.to_on, as_of)
    };
    let tenures: Vec<Tenure> = snapshot.tenures.iter().filter(held).map(plain_tenure).collect();
    let shown: HashSet<PersonId> = tenures.iter().map(|one| one.person).collect();
    let line = |one: &&Edge| {
        let formal = matches!(one.kind, EdgeKind::ReportsTo | EdgeKind::DottedReportsTo);
        let ends = known.contains(&one.from_seat) && known.contains(&one.to_seat);
        formal && ends && one.account == account && is_in_force(one.from_on, one.to_on, as_of)
    };
    Snapshot {
        accounts: snapshot.accounts.iter().filter(|one| one.id == account).map(plain_account).collect(),
        units: units_of(snapshot, account, as_of, &barred),
        edges: snapshot.edges.iter().filter(line).map(plain_edge).collect(),
        people: people.into_iter().filter(|one| shown.contains(&one.id)).collect(),
        seats,
        tenures,
        ..Snapshot::default()
    }
}

/// Whom nobody may approach on a day, and every seat of theirs: a second post would say who they are.
struct Barred {
    people: HashSet<PersonId>,
    seats: HashSet<SeatId>,
}

impl Barred {
    fn on(snapshot: &Snapshot, day: Day) -> Self {
        let held: Vec<&Tenure> =
            snapshot.tenures.iter().filter(|one| is_in_force(one.from_on, one.to_on, day)).collect();
        let mut seats: HashSet<SeatId> = snapshot.seats.iter().filter(|one| one.no_contact).map(|one| one.id).collect();
        let mut people: HashSet<PersonId> =
            snapshot.people.iter().filter(|one| one.no_contact).map(|one| one.id).collect();
        people.extend(held.iter().filter(|one| seats.contains(&one.seat)).map(|one| one.person));
        seats.extend(held.iter().filter(|one| people.contains(&one.person)).map(|one| one.seat));
        Self { people, seats }
    }
}

/// Units of the day; one in which barred seats are or were, and no other seat is, such as a panel of experts, is not there
/// either.
fn units_of(snapshot: &Snapshot, account: AccountId, day: Day, barred: &Barred) -> Vec<OrgUnit> {
    let units = UnitsOn::read(snapshot, account, day);
    let (mut open, mut closed) = (HashSet::new(), HashSet::new());
    for seat in snapshot.seats.iter().filter(|one| one.account == account) {
        if barred.seats.contains(&seat.id) {
            closed.extend(seat.former_units.iter().map(|one| one.unit).chain([seat.unit]));
        } else if is_in_force(seat.from_on, seat.to_on, day) {
            open.insert(unit_of(seat, day));
        }
    }
    let around: HashSet<UnitId> = units.all().filter_map(|one| units.parent(one)).collect();
    let shown = |one: &&OrgUnit| !closed.contains(&one.id) || open.contains(&one.id) || around.contains(&one.id);
    units.all().filter(shown).map(|one| plain_unit(one, units.parent(one))).collect()
}

/// The name alone; kind, tier and stage are the same for every account.
fn plain_account(one: &Account) -> Account {
    Account {
        id: one.id,
        r#ref: None,
        name_zh: one.name_zh.clone(),
        name_en: one.name_en.clone(),
        kind: AccountKind::Private,
        policy: None,
        tier: AccountTier::C,
        stage: RelationshipStage::Initial,
        is_key: false,
    }
}

fn plain_unit(one: &OrgUnit, parent: Option<UnitId>) -> OrgUnit {
    OrgUnit {
        parent,
        name_zh: one.name_zh.clone(),
        name_en: one.name_en.clone(),
        position: one.position,
        ..OrgUnit::bare(one.id, one.account)
    }
}

/// Post, unit of the day and place. Whether a seat is vacant, unknown or erased is ours to know.
fn plain_seat(one: &Seat, day: Day) -> Seat {
    Seat {
        title_zh: one.title_zh.clone(),
        title_en: one.title_en.clone(),
        position: one.position,
        nudge_x: one.nudge_x,
        nudge_y: one.nudge_y,
        ..Seat::bare(one.id, one.account, unit_of(one, day))
    }
}

fn plain_person(one: &Person) -> Person {
    Person {
        name_zh: one.name_zh.clone(),
        name_en: one.name_en.clone(),
        name_order: one.name_order,
        ..Person::bare(one.id)
    }
}

fn plain_tenure(one: &Tenure) -> Tenure {
    Tenure { primary: one.primary, ..Tenure::bare(one.id, one.seat, one.person) }
}

fn plain_edge(one: &Edge) -> Edge {
    Edge::bare(one.id, one.account, one.kind, one.from_seat, one.to_seat)
}

/// Writes into the audit that this machine entered or left presenting, and why: a code of the host such as `key` or
/// `display`. No step, nothing to undo.
///
/// # Errors
/// When no workspace is open, the code is no code, or the file cannot be written.
pub fn log_face(app: &mut App, entered: bool, why: &str) -> Result<(), Error> {
    let code = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if why.is_empty() || why.len() > 40 || !why.chars().all(code) {
        return Err(Error::Request("why: a code".into()));
    }
    let op = if entered { format!("enter-presenting:{why}") } else { format!("leave-presenting:{why}") };
    app.saw(&op, None)
}

/// What an open room-safe window shows next: another look at the account it was opened for. The account changes only by
/// opening again, so that nothing the presenter does at the desk carries the room to another customer.
///
/// # Errors
/// When no window is open, or for another account.
pub fn told(open: Option<&RoomState>, next: RoomState) -> Result<RoomState, Error> {
    match open {
        None => Err(Error::refused("room-closed")),
        Some(open) if open.account != next.account => Err(Error::refused("room-other-account")),
        Some(_) => Ok(next),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at once")]

    use super::*;
    use crate::wire::RoomCover;

    fn showing(account: AccountId) -> RoomState {
        let as_of = "2026-11-20".parse().unwrap();
        RoomState { account, as_of, folded: vec![], focus: None, view: None, spotlight: None, cover: RoomCover::None }
    }

    #[test]
    fn an_open_room_stays_with_its_account() {
        let [one, other] = [AccountId(uuid::Uuid::from_u128(1)), AccountId(uuid::Uuid::from_u128(2))];
        let open = showing(one);
        let next = RoomState { cover: RoomCover::Black, ..showing(one) };
        assert_eq!(told(Some(&open), next).unwrap().cover, RoomCover::Black);
        assert_eq!(told(Some(&open), showing(other)).unwrap_err().view().code, "room-other-account");
        assert_eq!(told(None, showing(one)).unwrap_err().view().code, "room-closed");
    }
}
