//! Points first, words once: a guest's lines about all of ours. Owns: which pairs share a line, and the order of candidates.
//!
//! Most of two thousand hosts say the same to a guest in most dimensions. Every line there is to say is made once, each
//! pair keeps the places of its nine. Deliberately absent: what a line says (points, background).

use super::ours::Ours;
use super::{Guest, HostCandidate, HostDimension, HostLine, NEAR, host_band, points};
use crate::StaffId;
use std::collections::HashMap;
use std::sync::Arc;

/// The nine lines of a pair, in column order.
#[derive(Clone)]
pub struct Lines {
    /// All there is to say to a guest, shared by the candidates.
    all: Arc<Vec<HostLine>>,
    places: [u32; 9],
}

impl Lines {
    /// The lines in column order.
    pub fn iter(&self) -> impl Iterator<Item = &HostLine> + Clone {
        self.places.iter().map(|&place| &self.all[place as usize])
    }
    /// The line of a dimension.
    pub fn of(&self, dimension: HostDimension) -> &HostLine {
        &self.all[self.places[dimension as usize] as usize]
    }
}

impl PartialEq for Lines {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl std::fmt::Debug for Lines {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

/// Our people by identity: their places among ours, and the order of their identities.
pub(super) struct Places {
    of: HashMap<StaffId, u32>,
    /// Of each of ours, the place among all when sorted by identity.
    order: Vec<u32>,
}

impl Places {
    pub(super) fn new(ours: &[Ours]) -> Self {
        let mut sorted: Vec<(StaffId, u32)> = (0..).zip(ours).map(|(place, one)| (one.staff.id, place)).collect();
        sorted.sort_unstable();
        let mut order = vec![0; ours.len()];
        for (at, (_, place)) in (0..).zip(&sorted) {
            order[*place as usize] = at;
        }
        Self { of: sorted.into_iter().collect(), order }
    }
    pub(super) fn of(&self, staff: StaffId) -> Option<usize> {
        self.of.get(&staff).map(|place| *place as usize)
    }
}

/// One pair on its own.
pub(super) fn alone(place: usize, ours: &Ours, guest: &Guest) -> HostCandidate {
    let all = points::lines(ours, guest, None);
    let total = all.iter().map(|line| line.points).sum();
    let lines = Lines { all: Arc::new(all), places: [0, 1, 2, 3, 4, 5, 6, 7, 8] };
    HostCandidate { staff: ours.staff.id, total, band: host_band(total), lines, near_tie: false, place: place as u32 }
}

/// A pair with its points.
struct Scored {
    place: u32,
    total: u32,
    business: u32,
    lines: [u32; 9],
}

/// What is said to one guest so far.
pub(super) struct Sheet<'a, 'b> {
    guest: &'b Guest<'a>,
    ours: &'b [Ours<'a>],
    places: &'b Places,
    all: Vec<HostLine>,
    /// One more than the place of the line of each class; 0 is not made yet.
    made: [Vec<u32>; 9],
    /// Of ours, those the guest has to do with: who answers for them, who met them.
    tied: Vec<bool>,
    scored: Vec<Scored>,
}

impl<'a, 'b> Sheet<'a, 'b> {
    pub(super) fn new(guest: &'b Guest<'a>, ours: &'b [Ours<'a>], places: &'b Places) -> Self {
        let mut tied = vec![false; ours.len()];
        let named = guest.owners.iter().chain(&guest.sponsors).chain(&guest.topic_owner).chain(guest.met.keys());
        for place in named.filter_map(|staff| places.of(*staff)) {
            tied[place] = true;
        }
        for (tied, _) in tied.iter_mut().zip(ours).filter(|(_, one)| guest.principal && one.note.is_some()) {
            *tied = true;
        }
        let scored = Vec::with_capacity(ours.len());
        Self { guest, ours, places, all: Vec::new(), made: Default::default(), tied, scored }
    }

    /// Scores one of ours. `let_in`: the written reason of somebody whose rank is too far away.
    pub(super) fn score(&mut self, place: usize, let_in: Option<&str>) {
        let (mut total, mut business, mut lines) = (0, 0, [0; 9]);
        for (line, &(dimension, max)) in lines.iter_mut().zip(&points::MAX) {
            let alone = match dimension {
                HostDimension::Rank => let_in.is_some(),
                HostDimension::Business | HostDimension::Met => self.tied[place],
                _ => false,
            };
            *line = if alone { self.make(place, dimension, max, let_in) } else { self.shared(place, dimension, max) };
            let points = self.all[*line as usize].points;
            total += points;
            if dimension == HostDimension::Business {
                business = points;
            }
        }
        self.scored.push(Scored { place: place as u32, total, business, lines });
    }

    fn shared(&mut self, place: usize, dimension: HostDimension, max: u32) -> u32 {
        let (at, class) = (dimension as usize, self.ours[place].class[dimension as usize] as usize);
        match self.made[at].get(class) {
            Some(&made) if made > 0 => return made - 1,
            Some(_) => {}
            None => self.made[at].resize(class + 1, 0),
        }
        let line = self.make(place, dimension, max, None);
        self.made[at][class] = line + 1;
        line
    }

    fn make(&mut self, place: usize, dimension: HostDimension, max: u32, let_in: Option<&str>) -> u32 {
        self.all.push(points::line(dimension, max, &self.ours[place], self.guest, let_in));
        (self.all.len() - 1) as u32
    }

    /// Highest first; equal totals by business relevance, then in the order our people were put down (identity). The prose
    /// says "name" for the last step; the golden values keep the list order.
    pub(super) fn ranked(self) -> Vec<HostCandidate> {
        let high = |one: &Scored| !(u64::from(one.total) << 8 | u64::from(one.business));
        let key = |(at, one): (u32, &Scored)| (high(one), self.places.order[one.place as usize], at);
        let mut order: Vec<(u64, u32, u32)> = (0..).zip(&self.scored).map(key).collect();
        order.sort_unstable();
        let all = Arc::new(self.all);
        let best = order.first().map_or(0, |one| self.scored[one.2 as usize].total);
        let near = order.iter().take_while(|one| best - self.scored[one.2 as usize].total <= NEAR).count();
        let candidate = |(at, (_, _, scored)): (usize, &(u64, u32, u32))| {
            let Scored { place, total, lines, .. } = self.scored[*scored as usize];
            HostCandidate {
                staff: self.ours[place as usize].staff.id,
                total,
                band: host_band(total),
                lines: Lines { all: Arc::clone(&all), places: lines },
                near_tie: near > 1 && at < near,
                place,
            }
        };
        order.iter().enumerate().map(candidate).collect()
    }
}
