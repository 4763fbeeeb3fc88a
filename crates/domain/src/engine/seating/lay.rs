//! What all drawings share: the people sorted by what they do, places that wait for them, and the alternation from the
//! middle outward. Deliberately absent: any one drawing.

use super::{Chair, Facing, Furniture, FurnitureKind, Honour, Occupant, SeatCheck, SeatRole, SeatSide, SeatingAsk};
use crate::engine::Reason;
use crate::{Attendee, SeatPin};

/// Space between chairs side by side, mm.
pub(super) const GAP: f32 = 1.4;
/// Space between a row and a table or another row, mm.
pub(super) const AISLE: f32 = 4.0;
/// Space above the row of the principals: the bracket of honour stands there, mm.
pub(super) const HEADROOM: f32 = 9.5;

/// How far a row lies behind the principals' row (0), mm.
pub(super) fn rows_back(row: usize, depth: f32) -> f32 {
    if row == 0 { 0.0 } else { row as f32 * (depth + AISLE) + HEADROOM - AISLE }
}

/// The people of a drawing by what they do, each list in rank order.
pub(super) struct Roll {
    pub guests: Vec<Occupant>,
    pub ours: Vec<Occupant>,
    pub guest_interpreters: Vec<Occupant>,
    pub our_interpreters: Vec<Occupant>,
    /// Note-takers and assistants.
    pub guest_aides: Vec<Occupant>,
    pub our_aides: Vec<Occupant>,
    /// Named more than once.
    pub twice: Vec<Attendee>,
}

impl Roll {
    pub fn of(ask: &SeatingAsk) -> Self {
        let (mut seen, mut twice) = (Vec::new(), Vec::new());
        for one in ask.guests.iter().chain(&ask.ours) {
            if seen.contains(&&one.who) {
                twice.push(one.who.clone());
            } else {
                seen.push(&one.who);
            }
        }
        let mut taken: Vec<Attendee> = Vec::new();
        let mut once = |list: &[Occupant]| -> Vec<Occupant> {
            let fresh = |one: &&Occupant| {
                let new = !taken.contains(&one.who);
                if new {
                    taken.push(one.who.clone());
                }
                new
            };
            list.iter().filter(fresh).cloned().collect()
        };
        let (guests, ours) = (once(&ask.guests), once(&ask.ours));
        let pick = |list: &[Occupant], fits: &dyn Fn(SeatRole) -> bool| {
            list.iter().filter(|one| fits(one.role)).cloned().collect::<Vec<_>>()
        };
        let ranked = |list: &[Occupant]| {
            let mut ranked = pick(list, &|role| !is_interpreter(role) && !is_aide(role));
            ranked.sort_by_key(|one| one.role != SeatRole::Principal);
            ranked
        };
        Self {
            guest_interpreters: pick(&guests, &is_interpreter),
            our_interpreters: pick(&ours, &is_interpreter),
            guest_aides: pick(&guests, &is_aide),
            our_aides: pick(&ours, &is_aide),
            guests: ranked(&guests),
            ours: ranked(&ours),
            twice,
        }
    }

    /// The same people where note-takers and assistants stand in rank with the others, after them.
    pub fn with_aides_in_rank(&self) -> Self {
        Self {
            guests: [self.guests.as_slice(), &self.guest_aides].concat(),
            ours: [self.ours.as_slice(), &self.our_aides].concat(),
            guest_interpreters: self.guest_interpreters.clone(),
            our_interpreters: self.our_interpreters.clone(),
            guest_aides: Vec::new(),
            our_aides: Vec::new(),
            twice: self.twice.clone(),
        }
    }

    /// Everybody once.
    pub fn all(&self) -> impl Iterator<Item = &Occupant> {
        let guests = self.guests.iter().chain(&self.guest_aides).chain(&self.guest_interpreters);
        guests.chain(&self.ours).chain(&self.our_aides).chain(&self.our_interpreters)
    }

    /// The leader of a side.
    pub fn head(&self, side: SeatSide) -> Option<&Attendee> {
        let list = if side == SeatSide::Guest { &self.guests } else { &self.ours };
        list.first().map(|one| &one.who)
    }

    /// Rank on the own side, from 1; note-takers come after those at table, interpreters have none.
    pub fn number(&self, who: &Attendee) -> Option<u32> {
        let find = |list: &[Occupant], aides: &[Occupant]| list.iter().chain(aides).position(|one| one.who == *who);
        let at = find(&self.guests, &self.guest_aides).or_else(|| find(&self.ours, &self.our_aides))?;
        u32::try_from(at + 1).ok()
    }
}

fn is_interpreter(role: SeatRole) -> bool {
    role == SeatRole::Interpreter
}

fn is_aide(role: SeatRole) -> bool {
    matches!(role, SeatRole::NoteTaker | SeatRole::Assistant)
}

/// Who waits for a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Queue {
    Guests,
    Ours,
    /// Both sides in one order.
    All,
    GuestInterpreters,
    OurInterpreters,
    GuestAides,
    OurAides,
}

impl Queue {
    pub fn side(self) -> Option<SeatSide> {
        match self {
            Self::Guests | Self::GuestInterpreters | Self::GuestAides => Some(SeatSide::Guest),
            Self::Ours | Self::OurInterpreters | Self::OurAides => Some(SeatSide::Ours),
            Self::All => None,
        }
    }
}

/// A place before anybody sits on it; `x`, `y` are its middle.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Spot {
    pub place: String,
    pub queue: Queue,
    pub facing: Facing,
    pub post: Option<&'static str>,
    pub x: f32,
    pub y: f32,
}

/// A drawing before anybody sits down. Places of one queue are in its order of honour.
#[derive(Debug, Default)]
pub(super) struct Room {
    pub spots: Vec<Spot>,
    pub queues: Vec<(Queue, Vec<Occupant>)>,
    /// Chosen with the tables, not against a rule.
    pub fixed: Vec<SeatPin>,
    pub furniture: Vec<Furniture>,
    pub honour: Option<Honour>,
    pub rule: Vec<Reason>,
    pub checks: Vec<SeatCheck>,
    pub foot: Option<FurnitureKind>,
}

impl Room {
    pub fn wait(&mut self, queue: Queue, people: &[Occupant]) {
        self.queues.push((queue, people.to_vec()));
    }

    pub fn put(&mut self, place: String, queue: Queue, facing: Facing, at: (f32, f32)) {
        self.spots.push(Spot { place, queue, facing, post: None, x: at.0, y: at.1 });
    }

    pub fn stand(&mut self, kind: FurnitureKind, label: Option<&'static str>, middle: (f32, f32), size: (f32, f32)) {
        let (x, y) = (middle.0 - size.0 / 2.0, middle.1 - size.1 / 2.0);
        let label = label.map(Reason::new);
        self.furniture.push(Furniture { kind, label, x, y, w: size.0, h: size.1 });
    }
}

/// Steps from the middle of number `k` (from 1): 2 towards `dir`, 3 away from it, 4 towards it …
pub(super) fn step(k: usize, dir: i32) -> i32 {
    let half = i32::try_from(k / 2).unwrap_or(i32::MAX);
    if k.is_multiple_of(2) { dir * half } else { -dir * half }
}

/// A distance of so many chairs.
pub(super) fn along(steps: i32, chair: Chair) -> f32 {
    f32::from(i16::try_from(steps).unwrap_or(i16::MAX)) * (chair.w + GAP)
}

/// The same down a column.
pub(super) fn down(steps: i32, chair: Chair) -> f32 {
    f32::from(i16::try_from(steps).unwrap_or(i16::MAX)) * (chair.h + GAP)
}
