//! The order of what is found. Deliberately absent: what fits, which [`super::query`] says.

use super::index::Part;
use super::query::How;
use uuid::Uuid;

/// What an entry is; the order among equals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Person,
    Account,
    Visit,
    /// Something promised to the customer.
    Promise,
    Staff,
    /// A part of an organisation.
    Unit,
    /// A post nobody is known to hold.
    Seat,
}

/// One entry that fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    pub kind: Kind,
    pub id: Uuid,
    /// The part that fits best.
    pub part: Part,
    pub how: How,
}

/// How good a fit is, as a number; smaller is better. In this order:
///
/// 1. **what fits**: the whole name, also of a unit; a name from its beginning; inside a name or by other initials than the first; label, ref, telephone,
///    mail; post, a unit's name, and who takes part; unit and place; account; and behind all of them what fits only by forgiving slips or by sound alone;
/// 2. **recent first**: what was opened lately, the latest before the others;
/// 3. **how**: as written, by whole syllables, by initials, by another reading;
/// 4. who is there before who has left;
/// 5. people, accounts, visits, promises, ours, units, unnamed posts;
/// 6. the earlier place in the text, then the shorter text, then the older entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rank {
    pub tier: u8,
    pub recent: u16,
    pub how: How,
    pub former: bool,
    pub kind: Kind,
    pub from: u8,
    pub len: u8,
    pub entry: u32,
}

/// How much it counts that this part fits so.
pub(super) fn tier(part: Part, how: How, from: usize, whole: bool) -> u8 {
    let base = match part {
        Part::Name | Part::UnitName if whole => 0,
        Part::Name if from == 0 => 1,
        Part::Name => 2,
        Part::Label | Part::Ref | Part::Phone | Part::Mail => 3,
        Part::Post | Part::UnitName | Part::With => 4,
        Part::Unit => 5,
        Part::Account => 6,
    };
    if how == How::Near { base + 8 } else { base }
}

/// The best so many.
pub(super) struct Best {
    most: usize,
    held: Vec<(Rank, Part)>,
}

impl Best {
    pub fn new(most: usize) -> Self {
        Self { most, held: Vec::with_capacity(most + 1) }
    }

    /// Takes a fit if it is among the best; of one entry the best fit alone.
    pub fn take(&mut self, rank: Rank, part: Part) {
        if self.held.len() >= self.most && self.held.last().is_some_and(|(worst, _)| *worst <= rank) {
            return;
        }
        if let Some(at) = self.held.iter().position(|(one, _)| one.entry == rank.entry) {
            if self.held[at].0 <= rank {
                return;
            }
            self.held.remove(at);
        }
        let at = self.held.partition_point(|(one, _)| *one < rank);
        self.held.insert(at, (rank, part));
        self.held.truncate(self.most);
    }

    /// Whether nothing as good as this, or worse, can be among the best any more.
    pub fn is_beyond(&self, rank: &Rank) -> bool {
        self.held.len() >= self.most && self.held.last().is_some_and(|(worst, _)| worst < rank)
    }

    pub fn into_sorted(self) -> Vec<(Rank, Part)> {
        self.held
    }

    pub fn is_empty(&self) -> bool {
        self.held.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rank(tier: u8, entry: u32) -> Rank {
        Rank { tier, recent: u16::MAX, how: How::Written, former: false, kind: Kind::Person, from: 0, len: 2, entry }
    }

    #[test]
    fn the_best_are_kept_each_once() {
        let mut best = Best::new(2);
        for (tier, entry) in [(4, 1), (2, 2), (3, 3), (1, 1), (5, 2), (0, 4)] {
            best.take(rank(tier, entry), Part::Name);
        }
        assert_eq!(
            best.into_sorted().iter().map(|(one, _)| (one.tier, one.entry)).collect::<Vec<_>>(),
            [(0, 4), (1, 1)]
        );
    }
}
