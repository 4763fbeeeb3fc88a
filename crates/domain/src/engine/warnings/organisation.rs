//! W15: the organisation changes (B.4.11): units begin, end or join others; a unit gets another head; the economic buyer changes.
//!
//! Deliberately absent: a seat filled for the first time. Who is put on the map later is news to us, not to the customer.

use super::{Ground, MEMORY_DAYS, Warning, WarningCode, WarningObject, warning};
use crate::engine::asof::{has_left, is_in_force};
use crate::engine::units::unit_of;
use crate::engine::{Param, Reason, reason::Severity};
use crate::{Day, DecisionRole, EdgeKind, IdMap, IdSet, PersonId, Seat, SeatId, Tenure, UnitId};

/// One warning for units and links of the account together, one for each seat whose holder changed.
pub(super) fn org_change(ground: &Ground) -> Vec<Warning> {
    reorganised(ground).into_iter().chain(new_heads(ground)).collect()
}

/// Units that began or ended, and links to others that began, within the last 180 days: amber.
fn reorganised(ground: &Ground) -> Option<Warning> {
    let snapshot = ground.snapshot;
    let units = || snapshot.units.iter().filter(|one| one.account == ground.account);
    let recent = |day: Option<Day>| day.filter(|day| ground.is_recent(*day));
    let begun: Vec<Day> = units().filter_map(|one| recent(one.from_on)).collect();
    let ended: Vec<Day> = units().filter_map(|one| recent(one.to_on.and_then(|last| last.succ_opt()))).collect();
    let links = snapshot.org_links.iter().filter(|one| one.account == ground.account);
    let joined: Vec<Day> = links.filter_map(|one| recent(one.from_on)).collect();
    let since = begun.iter().chain(&ended).chain(&joined).max().copied()?;
    let count = |list: &[Day]| Param::Int(list.len() as i64);
    let reason = Reason::new("units-changed")
        .with("begun", count(&begun))
        .with("ended", count(&ended))
        .with("joined", count(&joined))
        .with("day", Param::Day(since));
    let base = warning(WarningCode::OrgChange, Severity::Amber, WarningObject::Account, reason);
    Some(Warning { since: Some(since), ..base })
}

/// Who held a seat before and who holds it now.
struct Change<'a> {
    seat: &'a Seat,
    /// First day of the change.
    on: Day,
    now: Option<PersonId>,
}

/// Another holder of a seat that leads a unit: amber; of the economic buyer's seat, also when it became empty: red.
fn new_heads(ground: &Ground) -> Vec<Warning> {
    let changes = changes(ground);
    if changes.is_empty() {
        return Vec::new();
    }
    let (buyers, heads) = (buyers(ground), Heads::read(ground));
    let warned = changes.into_iter().filter_map(|change| {
        let buyer = buyers.contains(&change.seat.id);
        let head = change.now.is_some() && heads.is_head(change.seat);
        let code = match (buyer, change.now) {
            (true, Some(_)) => "buyer-changed",
            (true, None) => "buyer-left",
            (false, _) if head => "head-changed",
            _ => return None,
        };
        let base = Reason::new(code).with("post", Param::Post(change.seat.id)).with("day", Param::Day(change.on));
        let reason = change.now.map_or(base.clone(), |person| base.with("who", Param::Person(person)));
        let severity = if buyer { Severity::Red } else { Severity::Amber };
        let base = warning(WarningCode::OrgChange, severity, WarningObject::Seat(change.seat.id), reason);
        Some(Warning { since: Some(change.on), people: change.now.into_iter().collect(), ..base })
    });
    warned.collect()
}

/// Seats of the day whose holder changed within the last 180 days.
fn changes<'a>(ground: &Ground<'a>) -> Vec<Change<'a>> {
    let snapshot = ground.snapshot;
    let seats = snapshot.seats.iter().filter(|one| one.account == ground.account && !one.no_contact);
    let there: IdMap<SeatId, &Seat> =
        seats.filter(|one| is_in_force(one.from_on, one.to_on, ground.as_of)).map(|one| (one.id, one)).collect();
    let people: IdMap<PersonId, &crate::Person> = snapshot.people.iter().map(|one| (one.id, one)).collect();
    let mut by_seat: IdMap<SeatId, Vec<&Tenure>> = IdMap::default();
    for one in snapshot.tenures.iter().filter(|one| there.contains_key(&one.seat)) {
        by_seat.entry(one.seat).or_default().push(one);
    }
    let gone = |one: &Tenure| {
        let left = people.get(&one.person).filter(|person| has_left(person, ground.as_of)).and_then(|one| one.left_on);
        one.to_on.into_iter().chain(left).min().and_then(|last| last.succ_opt()).filter(|day| *day <= ground.as_of)
    };
    let mut found: Vec<Change> = Vec::new();
    for (seat, tenures) in by_seat {
        let now = tenures.iter().filter(|one| gone(one).is_none() && one.from_on.is_none_or(|on| on <= ground.as_of));
        let now = now.max_by_key(|one| (one.primary, one.from_on, one.id));
        let before = tenures.iter().filter(|one| now.is_none_or(|now| now.person != one.person));
        let Some(ended) = before.filter_map(|one| gone(one)).max() else { continue };
        let on = now.and_then(|one| one.from_on).filter(|on| *on >= ended).unwrap_or(ended);
        if let Some(seat) = there.get(&seat).filter(|_| (ground.as_of - on).num_days() <= MEMORY_DAYS) {
            found.push(Change { seat, on, now: now.map(|one| one.person) });
        }
    }
    found.sort_by_key(|one| (one.seat.position, one.seat.id));
    found
}

/// Seats of the economic buyer in decisions still open.
fn buyers(ground: &Ground) -> IdSet<SeatId> {
    let open = ground.snapshot.decisions.iter().filter(|one| one.account == ground.account);
    let open: IdSet<_> =
        open.filter(|one| one.closed_on.is_none_or(|on| on > ground.as_of)).map(|one| one.id).collect();
    let members = ground.snapshot.chain_members.iter().filter(|one| open.contains(&one.decision));
    members.filter(|one| one.roles.contains(&DecisionRole::EconomicBuyer)).map(|one| one.seat).collect()
}

/// Which seats lead their units on the day.
struct Heads {
    of: IdMap<UnitId, SeatId>,
    day: Day,
}

impl Heads {
    /// The seat that works under nobody of its own unit; of several the one with the highest rank. Equal ranks: nobody leads.
    fn read(ground: &Ground) -> Self {
        let day = ground.as_of;
        let own = ground.snapshot.seats.iter().filter(|one| one.account == ground.account);
        let there: IdMap<SeatId, &Seat> =
            own.filter(|one| is_in_force(one.from_on, one.to_on, day)).map(|one| (one.id, one)).collect();
        let lines = ground.snapshot.edges.iter().filter(|one| one.kind == EdgeKind::ReportsTo);
        let inside = lines.filter(|one| is_in_force(one.from_on, one.to_on, day)).filter_map(|one| {
            let (from, to) = (there.get(&one.from_seat)?, there.get(&one.to_seat)?);
            (unit_of(from, day) == unit_of(to, day)).then_some(one.from_seat)
        });
        let inside: IdSet<SeatId> = inside.collect();
        let mut tops: IdMap<UnitId, Vec<&Seat>> = IdMap::default();
        for seat in there.values().filter(|one| !inside.contains(&one.id)) {
            tops.entry(unit_of(seat, day)).or_default().push(seat);
        }
        let lead = |seats: Vec<&Seat>| {
            let rank = seats.iter().map(|one| one.rank_level).max()?;
            let mut best = seats.iter().filter(|one| one.rank_level == rank);
            best.next().filter(|_| best.next().is_none()).map(|one| one.id)
        };
        Self { of: tops.into_iter().filter_map(|(unit, seats)| Some((unit, lead(seats)?))).collect(), day }
    }

    fn is_head(&self, seat: &Seat) -> bool {
        self.of.get(&unit_of(seat, self.day)) == Some(&seat.id)
    }
}
