//! New identities: UUIDv7 that rise in the order they are made, also within a millisecond. Deliberately absent: a call to the
//! system for each; an import makes half a million.
//!
//! Bits come from a keyed hash of a counter, its key from the system (`RandomState`). The first identity of a millisecond begins
//! anywhere in its space, the next ones follow at random distances (RFC 9562, 6.2, method 2).

use std::hash::{BuildHasher, RandomState};
use std::sync::{LazyLock, Mutex, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

use uuid::{Builder, Uuid};

/// Bits beside the moment, version and variant.
const SPACE: u32 = 74;

/// What identities are made of.
struct Ids {
    bits: RandomState,
    made: u64,
    /// Milliseconds since 1970 of the last one, and its place in the space.
    moment: u64,
    place: u128,
}

impl Ids {
    fn random(&mut self) -> u64 {
        self.made = self.made.wrapping_add(1);
        self.bits.hash_one(self.made)
    }

    /// An identity above the last one.
    fn next(&mut self, now: u64) -> Uuid {
        let room = 1_u128 << SPACE;
        let step = u128::from(self.random() as u32) + 1;
        if now <= self.moment && self.place + step < room {
            self.place += step;
        } else {
            // Also when the clock was put back or the space is full: later than the last one.
            self.moment = now.max(self.moment + 1);
            // The upper half stays free for those that follow.
            self.place = ((u128::from(self.random()) << 64) | u128::from(self.random())) % (room >> 1);
        }
        // Version and variant stand among the bits and are put there by the builder.
        let (high, low) = ((self.place >> 62) as u16, self.place as u64 & (u64::MAX >> 2));
        let mut bytes = [0; 10];
        bytes[..2].copy_from_slice(&high.to_be_bytes());
        bytes[2..].copy_from_slice(&low.to_be_bytes());
        Builder::from_unix_timestamp_millis(self.moment, &bytes).into_uuid()
    }
}

static IDS: LazyLock<Mutex<Ids>> =
    LazyLock::new(|| Mutex::new(Ids { bits: RandomState::new(), made: 0, moment: 0, place: 0 }));

/// A new identity, above every one made before in this process.
pub(crate) fn next() -> Uuid {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let now = u64::try_from(since.as_millis()).unwrap_or(u64::MAX >> 16);
    // Whoever panicked here left whole numbers behind.
    IDS.lock().unwrap_or_else(PoisonError::into_inner).next(now)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identities_rise_whatever_the_clock_does() {
        let all: Vec<Uuid> = (0..200_000).map(|_| next()).collect();
        assert!(all.is_sorted_by(|a, b| a < b), "none comes twice");
        assert!(all.iter().all(|one| one.get_version_num() == 7 && one.get_variant() == uuid::Variant::RFC4122));
        let mut ids = Ids { bits: RandomState::new(), made: 0, moment: 0, place: 0 };
        let back: Vec<Uuid> = [5_000, 5_000, 4_000, 4_001, 9_000].into_iter().map(|now| ids.next(now)).collect();
        assert!(back.is_sorted_by(|a, b| a < b), "{back:?}");
        ids.place = (1 << SPACE) - 1;
        let (full, above) = (ids.moment, ids.next(9_000));
        assert!(ids.moment == full + 1 && above > back[4], "a full space goes on in the next millisecond");
    }

    #[test]
    fn two_processes_that_begin_at_once_make_different_ones() {
        let fresh = || Ids { bits: RandomState::new(), made: 0, moment: 0, place: 0 };
        let (mut one, mut other) = (fresh(), fresh());
        let of = |ids: &mut Ids| (0..1_000).map(|_| ids.next(7)).collect::<std::collections::HashSet<_>>();
        assert!(of(&mut one).is_disjoint(&of(&mut other)));
    }
}
