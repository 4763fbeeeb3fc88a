//! The room-safe face (F.4): a new set of records, filled by whitelist, from which presenting draws. What is not copied
//! here does not exist there. Deliberately absent: hiding by style, and anything taken away from the full records.

use std::collections::HashSet;

use domain::engine::asof::is_in_force;
use domain::*;

use crate::names::is_there;
use crate::wire::RoomState;
use crate::{App, Error, timestamp};

/// The account as anybody in the room may see it on a day: names, formal posts, units, reporting lines. Ours, the chain,
/// judgements, ties, facts, marks, refs, ranks, dates and other accounts are not in it.
pub fn presenting(snapshot: &Snapshot, account: AccountId, as_of: Day) -> Snapshot {
    let seats: Vec<Seat> = snapshot
        .seats
        .iter()
        .filter(|one| one.account == account && is_in_force(one.from_on, one.to_on, as_of))
        .map(plain_seat)
        .collect();
    let known: HashSet<SeatId> = seats.iter().map(|one| one.id).collect();
    let people: Vec<Person> = snapshot.people.iter().filter(|one| is_there(one, as_of)).map(plain_person).collect();
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
        units: snapshot.units.iter().filter(|one| one.account == account).map(plain_unit).collect(),
        edges: snapshot.edges.iter().filter(line).map(plain_edge).collect(),
        people: people.into_iter().filter(|one| shown.contains(&one.id)).collect(),
        seats,
        tenures,
        ..Snapshot::default()
    }
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

fn plain_unit(one: &OrgUnit) -> OrgUnit {
    OrgUnit {
        id: one.id,
        r#ref: None,
        account: one.account,
        parent: one.parent,
        name_zh: one.name_zh.clone(),
        name_en: one.name_en.clone(),
        position: one.position,
    }
}

/// Post, unit and place. Whether a seat is vacant, unknown or erased is ours to know.
fn plain_seat(one: &Seat) -> Seat {
    Seat {
        id: one.id,
        r#ref: None,
        account: one.account,
        unit: one.unit,
        title_zh: one.title_zh.clone(),
        title_en: one.title_en.clone(),
        rank_level: None,
        status: SeatStatus::Normal,
        no_contact: false,
        position: one.position,
        from_on: None,
        to_on: None,
        nudge_x: one.nudge_x,
        nudge_y: one.nudge_y,
    }
}

fn plain_person(one: &Person) -> Person {
    Person {
        id: one.id,
        r#ref: None,
        name_zh: one.name_zh.clone(),
        name_en: one.name_en.clone(),
        given: None,
        middle: None,
        surname: None,
        surname2: None,
        name_order: one.name_order,
        variants: vec![],
        pronunciation: None,
        address_zh: None,
        address_en: None,
        label: None,
        status: PersonStatus::Active,
        left_on: None,
        erased_on: None,
        suppress_hash: None,
        no_contact: false,
        birthday: None,
        legal: None,
    }
}

fn plain_tenure(one: &Tenure) -> Tenure {
    Tenure {
        id: one.id,
        r#ref: None,
        seat: one.seat,
        person: one.person,
        from_on: None,
        to_on: None,
        primary: one.primary,
        source: None,
    }
}

fn plain_edge(one: &Edge) -> Edge {
    Edge {
        id: one.id,
        r#ref: None,
        account: one.account,
        kind: one.kind,
        from_seat: one.from_seat,
        to_seat: one.to_seat,
        strength: None,
        from_on: None,
        to_on: None,
        evidence: None,
    }
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
    let actor = app.actor.clone();
    Ok(app.store_mut()?.witness(uuid::Uuid::now_v7(), &op, &timestamp(), &actor)?)
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
