//! Accounts made by rule, the same on every machine: units in units, people in two seats, circles, long chains, large
//! units, lines of every kind. Deliberately absent: judgement on what is drawn; the suites that use it say what must hold.

#![allow(dead_code, reason = "each suite uses its part")]

use domain::scene::{MapInput, Scene, Wording, draw_map};
use domain::*;
use uuid::Uuid;

/// The key instead of a text: what is drawn does not depend on a language.
pub struct Keys;

impl Wording for Keys {
    fn lang(&self) -> Lang {
        Lang::ZhCn
    }
    fn text(&self, key: &str, _: &[(&str, String)]) -> String {
        key.to_owned()
    }
}

/// Numbers that look like chance and are the same on every run (SplitMix64).
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5851_f42d_4c95_7f2d)
    }
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
    /// Below `end`, which must not be 0.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }
    pub fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }
}

/// The identity of the `n`th record of a kind; later ones are greater.
pub fn id<T: From<Uuid>>(kind: u128, n: usize) -> T {
    Uuid::from_u128((kind << 64) + n as u128 + 1).into()
}

pub fn account() -> AccountId {
    id(1, 0)
}

pub fn seat_id(n: usize) -> SeatId {
    id(2, n)
}

pub fn unit_id(n: usize) -> UnitId {
    id(3, n)
}

pub fn day() -> Day {
    Day::from_ymd_opt(2026, 11, 20).unwrap_or_default()
}

/// An account under construction.
#[derive(Default)]
pub struct Company {
    pub snapshot: Snapshot,
}

impl Company {
    pub fn unit(&mut self, parent: Option<usize>) -> usize {
        let n = self.snapshot.units.len();
        self.snapshot.units.push(OrgUnit {
            parent: parent.map(unit_id),
            name_zh: Some(format!("样例部门{n}")),
            position: n as i64,
            ..OrgUnit::bare(unit_id(n), account())
        });
        n
    }

    /// A seat with a person of its own.
    pub fn seat(&mut self, unit: usize, superior: Option<usize>) -> usize {
        let n = self.vacant(unit, superior);
        let person = self.person(n);
        self.hold(n, person);
        n
    }

    pub fn vacant(&mut self, unit: usize, superior: Option<usize>) -> usize {
        let n = self.snapshot.seats.len();
        self.snapshot.seats.push(Seat {
            title_zh: Some("工程师".into()),
            position: n as i64,
            ..Seat::bare(seat_id(n), account(), unit_id(unit))
        });
        if let Some(superior) = superior {
            self.line(EdgeKind::ReportsTo, n, superior);
        }
        n
    }

    fn person(&mut self, n: usize) -> PersonId {
        self.snapshot.people.push(Person { name_zh: Some(format!("样例{n}")), ..Person::bare(id(4, n)) });
        id(4, n)
    }

    pub fn hold(&mut self, seat: usize, person: PersonId) {
        let n = self.snapshot.tenures.len();
        self.snapshot.tenures.push(Tenure::bare(id(5, n), seat_id(seat), person));
    }

    pub fn line(&mut self, kind: EdgeKind, from: usize, to: usize) {
        let n = self.snapshot.edges.len();
        self.snapshot.edges.push(Edge {
            strength: Some(1 + (n % 3) as u8),
            ..Edge::bare(id(6, n), account(), kind, seat_id(from), seat_id(to))
        });
    }

    pub fn seats(&self) -> usize {
        self.snapshot.seats.len()
    }

    /// Lines across the tree: a share of influence as asked, a tenth of that dotted and at odds.
    pub fn cross(&mut self, chance: &mut Chance, influence: usize) {
        let n = self.seats();
        for at in 0..influence {
            let from = chance.below(n);
            // Most influence is near; some goes through the whole house.
            let near = (from + chance.below(40)) % n;
            let to = if chance.one_in(3) { chance.below(n) } else { near };
            self.line(EdgeKind::Influences, from, to);
            if at % 5 == 0 {
                self.line(EdgeKind::ConflictsWith, chance.below(n), to);
                self.line(EdgeKind::DottedReportsTo, from, chance.below(n));
            }
        }
    }

    pub fn draw(&self) -> Scene {
        draw(&self.snapshot, account(), day())
    }
}

/// The whole account, drawn plain.
pub fn draw(snapshot: &Snapshot, account: AccountId, as_of: Day) -> Scene {
    draw_map(&MapInput::new(snapshot, account, as_of, &Keys))
}

/// A company of `people` with everything a real one has, and circles and strays besides.
pub fn company(seed: u64, people: usize) -> Company {
    let (mut chance, mut made) = (Chance::new(seed), Company::default());
    let units = 1 + chance.below(1 + people / 8);
    for n in 0..units {
        let parent = (n > 0 && !chance.one_in(9)).then(|| n - 1 - chance.below(n.min(12)));
        made.unit(parent);
    }
    let mut heads: Vec<Option<usize>> = vec![None; units];
    let wide = chance.below(units);
    while made.seats() < people {
        let unit = if chance.one_in(3) { wide } else { chance.below(units) };
        let n = made.seats();
        let superior = match heads[unit] {
            Some(head) if !chance.one_in(8) => {
                Some(if chance.one_in(3) { n - 1 - chance.below(n.min(6)) } else { head })
            }
            _ if n == 0 || chance.one_in(10) => None,
            _ => Some(chance.below(n)),
        };
        let own = if chance.one_in(20) { made.vacant(unit, superior) } else { made.seat(unit, superior) };
        heads[unit].get_or_insert(own);
        if n > 4 && chance.one_in(25) && made.seats() < people {
            let second = made.vacant(chance.below(units), Some(chance.below(n)));
            let person = made.snapshot.people[chance.below(made.snapshot.people.len())].id;
            made.hold(second, person);
        }
        if chance.one_in(12) {
            let (beside, above) = (chance.below(90) as f64 * 1.3, chance.below(60) as f64);
            (made.snapshot.seats[own].nudge_x, made.snapshot.seats[own].nudge_y) = (Some(beside), Some(above));
        }
        if n > 4 && chance.one_in(60) {
            made.line(EdgeKind::ReportsTo, chance.below(n), n);
        }
    }
    made.cross(&mut chance, people / 10);
    made
}

/// A group as large houses are: companies of seven departments of eight to forty-seven people.
pub fn group(people: usize) -> Company {
    let (mut made, mut chance) = (Company::default(), Chance::new(7));
    let top = made.unit(None);
    let chair = made.seat(top, None);
    let mut companies = 0;
    while made.seats() < people {
        let company = made.unit(Some(top));
        let head = made.seat(company, Some(chair));
        for part in 1..8 {
            let own = made.unit(Some(company));
            let count = (8 + (companies * 5 + part * 7) % 40).min(people - made.seats());
            let first = made.seats();
            for n in 0..count {
                made.seat(own, Some(if n == 0 { head } else { first }));
            }
        }
        companies += 1;
    }
    made.cross(&mut chance, people / 10);
    made
}
