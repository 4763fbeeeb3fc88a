//! Maps keyed by identities. Scores of a large company look up millions of them, and the general hash of the library takes most
//! of that time. Deliberately absent: an order; whoever needs one sorts.
//!
//! Identities may come from a foreign file, so the multiplication is seeded anew in every process: who does not know the seed
//! cannot choose identities that fall together.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, Hasher, RandomState};
use std::sync::OnceLock;

/// A map by identity.
pub type IdMap<K, V> = HashMap<K, V, IdHash>;
/// A set of identities.
pub type IdSet<K> = HashSet<K, IdHash>;

static SEED: OnceLock<(u64, u64)> = OnceLock::new();

/// Makes hashers with the seed of the process.
#[derive(Debug, Clone, Copy)]
pub struct IdHash(u64, u64);

impl Default for IdHash {
    fn default() -> Self {
        let random = |nth: u8| RandomState::new().hash_one(nth);
        let seed = SEED.get_or_init(|| (random(1), random(2) | 1));
        Self(seed.0, seed.1)
    }
}

impl BuildHasher for IdHash {
    type Hasher = IdHasher;
    fn build_hasher(&self) -> IdHasher {
        IdHasher { state: self.0, key: self.1 }
    }
}

/// Folds sixteen bytes with one multiplication of 64 by 64 bits.
#[derive(Debug)]
pub struct IdHasher {
    state: u64,
    key: u64,
}

impl IdHasher {
    fn fold(&mut self, one: u64, other: u64) {
        let product = u128::from(one ^ self.state) * u128::from(other ^ self.key);
        self.state = (product as u64) ^ ((product >> 64) as u64);
    }
}

impl Hasher for IdHasher {
    fn write(&mut self, bytes: &[u8]) {
        for part in bytes.chunks(16) {
            let mut padded = [0; 16];
            padded[..part.len()].copy_from_slice(part);
            let both = u128::from_le_bytes(padded);
            self.fold(both as u64, (both >> 64) as u64);
        }
    }
    fn write_u8(&mut self, one: u8) {
        self.fold(u64::from(one), 0);
    }
    fn write_u64(&mut self, one: u64) {
        self.fold(one, 0);
    }
    fn write_isize(&mut self, one: isize) {
        self.fold(one as u64, 0);
    }
    /// Lengths come before identities, which are all of one length.
    fn write_usize(&mut self, _: usize) {}
    fn finish(&self) -> u64 {
        self.state
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SeatId;
    use uuid::Uuid;

    #[test]
    fn numbered_identities_spread_over_every_part_of_a_map() {
        let hash = IdHash::default();
        for low in [0, 7, 57] {
            let mut buckets = [0_u32; 128];
            for number in 0..12_800_u128 {
                let id = SeatId(Uuid::from_u128((4 << 96) | (0x7000 << 64) | 0x8000_0000_0000_0000 | number));
                buckets[(hash.hash_one(id) >> low) as usize % 128] += 1;
            }
            assert!(buckets.iter().all(|one| (40..=220).contains(one)), "bits from {low}: {buckets:?}");
        }
    }

    #[test]
    fn what_was_put_is_found() {
        let id = |number: u128| SeatId(Uuid::from_u128(number));
        let map: IdMap<SeatId, u128> = (0..5_000).map(|one| (id(one << 70 | one), one)).collect();
        assert!((0..5_000).all(|one| map.get(&id(one << 70 | one)) == Some(&one)));
        assert_eq!(map.get(&id(5_001)), None);
    }
}
