//! Round tables (C.4.5): host far and facing the door, co-host opposite, guests at their hands, the rest by turns so that
//! each guest has one of ours near. Several tables: the main one far and in the centre, the others before it.

use std::f32::consts::PI;

use super::lay::{AISLE, Queue, Roll, Room, Spot};
use super::{Chair, Facing, FurnitureKind, Hand, Honour, Occupant, RoundTable, SeatCheck, SeatingAsk};
use crate::engine::{Param, Reason};
use crate::{Attendee, SeatPin};

/// Sizes a table is laid for; others are drawn, with a check that says so.
const SIZES: std::ops::RangeInclusive<u32> = 4..=20;
/// Tables beside each other in front of the main one.
const ABREAST: usize = 3;

/// What a chair is for, with its number among its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    Host,
    CoHost,
    Guest(usize),
    Companion(usize),
    Interpreter,
}

/// How many sit at one table.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Heads {
    pub guests: usize,
    /// Host and co-host included, interpreters not.
    pub ours: usize,
    pub interpreters: usize,
}

/// The use of each chair, clockwise from above, chair 0 the host's (C.4.5). Chairs nobody needs are left to the next in order.
pub(super) fn uses(n: usize, heads: Heads) -> Vec<Option<Use>> {
    let mut chairs = vec![None; n];
    if n == 0 {
        return chairs;
    }
    let mut free = honour_order(n, heads);
    if heads.ours > 0 {
        chairs[0] = Some(Use::Host);
    } else {
        free.push((0, true));
    }
    if heads.ours > 1 && n > 1 {
        chairs[opposite(n)] = Some(Use::CoHost);
    }
    for _ in 0..heads.interpreters {
        // Beside the principal guest, else the second one; else wherever a chair is left.
        let beside =
            [n.saturating_sub(2), 2].into_iter().find_map(|at| free.iter().position(|one| one.0 == at && n > 5));
        let at = beside.unwrap_or(free.len().saturating_sub(1));
        if at < free.len() {
            chairs[free.remove(at).0] = Some(Use::Interpreter);
        }
    }
    share(&mut chairs, &free, heads);
    chairs
}

/// The co-host's chair.
fn opposite(n: usize) -> usize {
    1 + (n - 2) / 2
}

/// Chairs for guests (`true`) and companions in order of honour, without host and co-host.
fn honour_order(n: usize, heads: Heads) -> Vec<(usize, bool)> {
    if heads.ours <= 1 || n < 3 {
        // One host only: guests by turns from the host, right first.
        let turn = |k: usize| if k.is_multiple_of(2) { n - 1 - k / 2 } else { k.div_ceil(2) };
        return (0..n - 1).map(|k| (turn(k), true)).collect();
    }
    // The host's right is the page's left: chairs n−1, n−2 … down to the co-host; the left: chairs 1, 2 … up to the co-host.
    let right: Vec<usize> = (opposite(n) + 1..n).rev().collect();
    let left: Vec<usize> = (1..opposite(n)).collect();
    let mut order: Vec<(usize, bool)> =
        [right.first(), left.first()].into_iter().flatten().map(|one| (*one, true)).collect();
    order.extend(
        [&left, &right].into_iter().filter(|arc| arc.len() > 1).filter_map(|arc| arc.last()).map(|one| (*one, true)),
    );
    for k in 1..right.len().max(left.len()) {
        let inner = |arc: &[usize]| arc.get(k).filter(|_| k + 1 < arc.len()).copied();
        let guest = k.is_multiple_of(2);
        order.extend([inner(&right), inner(&left)].into_iter().flatten().map(|one| (one, guest)));
    }
    order
}

/// Gives the free chairs to guests and companions: each takes its own kind first, then the other's that is left.
fn share(chairs: &mut [Option<Use>], free: &[(usize, bool)], heads: Heads) {
    let kind = |guest: bool| free.iter().filter(move |one| one.1 == guest).map(|one| one.0);
    let companions = heads.ours.saturating_sub(2);
    let (for_guests, for_ours): (Vec<usize>, Vec<usize>) = (kind(true).collect(), kind(false).collect());
    let ours_own = companions.min(for_ours.len());
    let mut guest_chairs = for_guests.clone();
    guest_chairs.extend(&for_ours[ours_own..]);
    guest_chairs.truncate(heads.guests);
    let mut our_chairs = for_ours[..ours_own].to_vec();
    our_chairs.extend(for_guests.iter().filter(|one| !guest_chairs.contains(one)));
    our_chairs.truncate(companions);
    guest_chairs.iter().enumerate().for_each(|(k, at)| chairs[*at] = Some(Use::Guest(k + 1)));
    our_chairs.iter().enumerate().for_each(|(k, at)| chairs[*at] = Some(Use::Companion(k + 1)));
}

/// As many tables as are needed: one up to 12, else tables of ten.
fn proposed(people: usize) -> Vec<RoundTable> {
    let table = |seats: u32| RoundTable { seats, host: None, co_host: None };
    match people {
        0..=8 => vec![table(8)],
        9..=10 => vec![table(10)],
        11..=12 => vec![table(12)],
        _ => (0..people.div_ceil(10)).map(|_| table(10)).collect(),
    }
}

/// Who sits at which table: a host each, a co-host each, then companions by turns; guests fill the main table first.
pub(super) fn distribute(sizes: &[usize], guests: usize, ours: usize, interpreters: usize) -> Vec<Heads> {
    let mut heads = vec![Heads::default(); sizes.len()];
    let room = |one: &Heads, size: usize| size.saturating_sub(one.guests + one.ours + one.interpreters);
    let places: usize = sizes.iter().sum();
    for _ in 0..interpreters {
        if let Some(at) = (0..sizes.len()).find(|at| room(&heads[*at], sizes[*at]) > 0) {
            heads[at].interpreters += 1;
        }
    }
    let mut left = ours.min(places.saturating_sub(interpreters));
    while left > 0 {
        let before = left;
        for at in 0..sizes.len() {
            if left > 0 && room(&heads[at], sizes[at]) > 0 {
                heads[at].ours += 1;
                left -= 1;
            }
        }
        if left == before {
            break;
        }
    }
    let mut left = guests;
    for (one, size) in heads.iter_mut().zip(sizes) {
        one.guests = room(one, *size).min(left);
        left -= one.guests;
    }
    heads
}

/// The tables of a banquet.
pub(super) fn tables(ask: &SeatingAsk, roll: &Roll) -> Room {
    let mut room = Room { foot: Some(FurnitureKind::Door), ..Room::default() };
    let guests = [roll.guests.as_slice(), &roll.guest_aides].concat();
    let ours = [roll.ours.as_slice(), &roll.our_aides].concat();
    let interpreters = [roll.guest_interpreters.as_slice(), &roll.our_interpreters].concat();
    let proposal = proposed(guests.len() + ours.len() + interpreters.len());
    let tables: &[RoundTable] = if ask.tables.is_empty() { &proposal } else { &ask.tables };
    let sizes: Vec<usize> = tables.iter().map(|one| usize::try_from(one.seats).unwrap_or(0).min(60)).collect();
    let heads = distribute(&sizes, guests.len(), ours.len(), interpreters.len());
    let ours = seated_heads(tables, &ours, &mut room);
    let layouts: Vec<Vec<Option<Use>>> = sizes.iter().zip(&heads).map(|(n, heads)| uses(*n, *heads)).collect();
    let middles = middles(&sizes, ask.chair);
    for (t, (layout, middle)) in layouts.iter().zip(&middles).enumerate() {
        draw_table(ask, t, layout.len(), *middle, &mut room);
    }
    put_in_order(ask, &layouts, &middles, &mut room);
    room.wait(Queue::Guests, &guests);
    room.wait(Queue::Ours, &ours);
    room.wait(Queue::OurInterpreters, &interpreters);
    room.honour = layouts
        .first()
        .and_then(|one| one.iter().position(|one| *one == Some(Use::Guest(1))))
        .map(|at| Honour { hand: Hand::Right, first: "table1:0".into(), second: format!("table1:{at}") });
    room.rule = rules(&heads, &layouts, interpreters.len());
    room.checks = checks(tables, &heads);
    room
}

/// Hosts and co-hosts chosen with the tables take those chairs; the others of ours wait in order.
fn seated_heads(tables: &[RoundTable], ours: &[Occupant], room: &mut Room) -> Vec<Occupant> {
    for (t, table) in tables.iter().enumerate() {
        let n = usize::try_from(table.seats).unwrap_or(0);
        let chairs = [(0, &table.host), (if n > 2 { opposite(n) } else { 1 }, &table.co_host)];
        let known = |who: &&Attendee| ours.iter().any(|one| one.who == **who);
        for (at, who) in chairs.into_iter().filter_map(|(at, who)| Some((at, who.as_ref().filter(known)?))) {
            room.fixed.push(SeatPin { place: format!("table{}:{at}", t + 1), who: who.clone() });
        }
    }
    ours.to_vec()
}

/// Places in the order their queues take them: hosts of all tables, co-hosts of all, then companions table by table.
fn put_in_order(ask: &SeatingAsk, layouts: &[Vec<Option<Use>>], middles: &[(f32, f32)], room: &mut Room) {
    let mut spots: Vec<((usize, usize, usize), Spot)> = Vec::new();
    for (t, (layout, middle)) in layouts.iter().zip(middles).enumerate() {
        for (at, chair) in layout.iter().enumerate() {
            let (queue, post, rank) = match chair {
                Some(Use::Host) => (Queue::Ours, Some("host"), (0, t, 0)),
                Some(Use::CoHost) => (Queue::Ours, Some("co_host"), (1, t, 0)),
                Some(Use::Companion(k)) => (Queue::Ours, None, (2, *k, t)),
                Some(Use::Guest(k)) => (Queue::Guests, None, (3, t, *k)),
                Some(Use::Interpreter) => (Queue::OurInterpreters, None, (4, t, at)),
                None => (Queue::All, None, (5, t, at)),
            };
            let (x, y, facing) = chair_at(at, layout.len(), t, ask.chair);
            let place = format!("table{}:{at}", t + 1);
            spots.push((rank, Spot { place, queue, facing, post, x: middle.0 + x, y: middle.1 + y }));
        }
    }
    spots.sort_by_key(|one| one.0);
    room.spots.extend(spots.into_iter().map(|one| one.1));
}

/// Distance of the chairs from the middle of a table: neighbours never touch, wherever they sit.
fn radius(n: usize, chair: Chair) -> f32 {
    let apart = chair.w.hypot(chair.h) + 1.5;
    (apart / (2.0 * (PI / n.max(3) as f32).sin())).max(chair.w * 1.4)
}

/// A chair seen from the middle of its table. The main host is far; hosts of other tables are near and face him.
fn chair_at(at: usize, n: usize, table: usize, chair: Chair) -> (f32, f32, Facing) {
    let turned = if table == 0 { 0.0 } else { PI };
    let angle = -PI / 2.0 + turned + 2.0 * PI * at as f32 / n.max(1) as f32;
    let (x, y) = (radius(n, chair) * angle.cos(), radius(n, chair) * angle.sin());
    let facing = match () {
        () if y.abs() >= x.abs() && y < 0.0 => Facing::Down,
        () if y.abs() >= x.abs() => Facing::Up,
        () if x < 0.0 => Facing::Right,
        () => Facing::Left,
    };
    (x, y, facing)
}

/// Where the tables stand: the main one far and centred, the others in front, right of it (its own right) before left.
fn middles(sizes: &[usize], chair: Chair) -> Vec<(f32, f32)> {
    let widest = sizes.iter().map(|n| radius(*n, chair) + chair.w / 2.0).fold(0.0, f32::max) * 2.0 + AISLE * 2.0;
    let others = sizes.len().saturating_sub(1);
    let place = |t: usize| {
        let Some(at) = t.checked_sub(1) else { return (0.0, 0.0) };
        let (row, k) = (at / ABREAST, at % ABREAST);
        let abreast = (others - row * ABREAST).min(ABREAST);
        let x = match (abreast, k) {
            (1, _) | (3, 0) => 0.0,
            (2, 0) => -0.5,
            (2, _) => 0.5,
            (_, 1) => -1.0,
            _ => 1.0,
        };
        (x * widest, (row + 1) as f32 * widest)
    };
    (0..sizes.len()).map(place).collect()
}

fn draw_table(ask: &SeatingAsk, t: usize, n: usize, middle: (f32, f32), room: &mut Room) {
    let inner = (radius(n, ask.chair) - ask.chair.w / 2.0 - 2.5).max(8.0) * 2.0;
    room.stand(FurnitureKind::Round, None, middle, (inner, inner));
    let number = Param::Int(i64::try_from(t + 1).unwrap_or(0));
    let label = Reason::new(if t == 0 { "label-main-table" } else { "label-table" }).with("number", number);
    if let Some(table) = room.furniture.last_mut() {
        table.label = Some(label);
    }
}

fn rules(heads: &[Heads], layouts: &[Vec<Option<Use>>], interpreters: usize) -> Vec<Reason> {
    let main = heads.first().copied().unwrap_or_default();
    let mut rule = vec![Reason::new(if main.ours > 1 { "rule-round-two-hosts" } else { "rule-round-one-host" })];
    let crowded = |(one, layout): (&Heads, &Vec<Option<Use>>)| {
        let order = honour_order(layout.len().max(1), *one);
        one.ours > 1 && one.guests > order.iter().filter(|one| one.1).count()
    };
    if heads.iter().zip(layouts).any(crowded) {
        rule.push(Reason::new("rule-round-few"));
    }
    if heads.len() > 1 {
        rule.push(Reason::new("rule-round-tables"));
    }
    if interpreters > 0 {
        rule.push(Reason::new("rule-round-interpreter"));
    }
    rule.push(Reason::new("rule-confirm"));
    rule
}

fn checks(tables: &[RoundTable], heads: &[Heads]) -> Vec<SeatCheck> {
    let failed = |code: &'static str, t: usize| {
        let number = Param::Int(i64::try_from(t + 1).unwrap_or(0));
        SeatCheck { passed: false, reason: Reason::new(code).with("number", number) }
    };
    let sizes = tables
        .iter()
        .enumerate()
        .filter(|(_, one)| !SIZES.contains(&one.seats))
        .map(|(t, _)| failed("check-table-size", t));
    let taken = |one: &Heads| one.guests > 0 && one.ours == 0;
    let hosts = heads.iter().enumerate().filter(|(_, one)| taken(one)).map(|(t, _)| failed("check-table-no-host", t));
    sizes.chain(hosts).collect()
}
