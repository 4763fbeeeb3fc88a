//! How many slips of the finger lie between two words: letters changed, left out, added, or two neighbours swapped.
//!
//! Bit-parallel after Hyyrö (2003), "A bit-vector algorithm for computing Levenshtein and Damerau edit distances", for
//! patterns of at most 64 letters.

/// Most slips forgiven: none below four letters, one below eight, then two.
pub(super) fn allowed(letters: usize) -> u32 {
    match letters {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// A word many others are compared with.
pub(super) struct Pattern {
    at: [u64; 128],
    len: usize,
    letters: u32,
}

/// A bit for each letter of a word; figures and signs share six.
fn letters(word: &[u8]) -> u32 {
    let bit = |one: &u8| if one.is_ascii_lowercase() { one - b'a' } else { 26 + one % 6 };
    word.iter().fold(0, |all, one| all | 1 << bit(one))
}

/// Whether no more bits than these are set: by taking the lowest away, as counting them costs more on common processors.
fn few(bits: u32, most: u32) -> bool {
    (0..most).fold(bits, |left, _| left & left.wrapping_sub(1)) == 0
}

impl Pattern {
    /// `None` for an empty word, one of more than 64 letters, or one with other than ASCII.
    pub fn new(word: &[u8]) -> Option<Self> {
        if word.is_empty() || word.len() > 64 || !word.is_ascii() {
            return None;
        }
        let mut at = [0; 128];
        word.iter().enumerate().for_each(|(index, letter)| at[usize::from(letter & 127)] |= 1 << index);
        Some(Self { at, len: word.len(), letters: letters(word) })
    }

    /// The distance to another word.
    pub fn distance<'a>(&self, other: impl IntoIterator<Item = &'a u8>) -> u32 {
        let last = 1u64 << (self.len - 1);
        let (mut vp, mut vn, mut d0, mut before) = (u64::MAX, 0u64, 0u64, 0u64);
        let mut distance = self.len as u32;
        for letter in other {
            let fits = self.at[usize::from(letter & 127)];
            let swapped = ((!d0 & fits) << 1) & before;
            d0 = ((fits & vp).wrapping_add(vp) ^ vp) | fits | vn | swapped;
            let (hp, hn) = (vn | !(d0 | vp), d0 & vp);
            distance += u32::from(hp & last != 0);
            distance -= u32::from(hn & last != 0);
            let hp = hp << 1 | 1;
            vp = hn << 1 | !(d0 | hp);
            vn = hp & d0;
            before = fits;
        }
        distance
    }

    /// Whether a word with these letters can be near at all: each slip takes away and brings in one letter at most.
    pub fn shares(&self, letters: u32, most: u32) -> bool {
        few(self.letters & !letters, most) && few(letters & !self.letters, most)
    }
}

/// Words by how many letters they have, each with which: most that are not near a pattern are never looked at.
#[derive(Default)]
pub(super) struct ByLength {
    lists: Vec<Vec<(u32, u32)>>,
}

impl ByLength {
    /// Adds a word under a number.
    pub fn add(&mut self, number: u32, word: &[u8]) {
        if word.len() >= self.lists.len() {
            self.lists.resize_with(word.len() + 1, Vec::new);
        }
        self.lists[word.len()].push((number, letters(word)));
    }

    /// The numbers of words that could be near.
    pub fn like(&self, pattern: &Pattern, most: u32) -> impl Iterator<Item = u32> {
        let (from, to) = (pattern.len.saturating_sub(most as usize).max(1), pattern.len + most as usize + 1);
        let lists = self.lists.get(from.min(self.lists.len())..to.min(self.lists.len())).unwrap_or_default();
        lists.iter().flatten().filter(move |one| pattern.shares(one.1, most)).map(|one| one.0)
    }

    pub fn shrink(&mut self) {
        self.lists.iter_mut().for_each(Vec::shrink_to_fit);
    }

    /// Bytes held.
    pub fn bytes(&self) -> usize {
        self.lists.iter().map(|one| one.capacity() * 8 + size_of::<Vec<(u32, u32)>>()).sum()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at once")]

    use super::*;
    use proptest::prelude::*;

    /// The same by the book: the whole table.
    fn plainly(a: &[u8], b: &[u8]) -> u32 {
        let mut cost = vec![vec![0u32; b.len() + 1]; a.len() + 1];
        (0..=a.len()).for_each(|i| cost[i][0] = i as u32);
        (0..=b.len()).for_each(|j| cost[0][j] = j as u32);
        for i in 1..=a.len() {
            for j in 1..=b.len() {
                let change = cost[i - 1][j - 1] + u32::from(a[i - 1] != b[j - 1]);
                cost[i][j] = change.min(cost[i - 1][j] + 1).min(cost[i][j - 1] + 1);
                if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    cost[i][j] = cost[i][j].min(cost[i - 2][j - 2] + 1);
                }
            }
        }
        cost[a.len()][b.len()]
    }

    #[test]
    fn slips_are_counted() {
        let far = |a: &str, b: &str| Pattern::new(a.as_bytes()).unwrap().distance(b.as_bytes());
        assert_eq!(
            (far("smith", "smtih"), far("smith", "smyth"), far("smith", "smit"), far("smith", "smith")),
            (1, 1, 1, 0)
        );
        assert_eq!((far("ouyangna", "ouyagnan"), far("zhang", "wang")), (2, 2));
        assert!(Pattern::new(b"").is_none() && Pattern::new("曾".as_bytes()).is_none());
    }

    proptest! {
        #[test]
        fn as_the_whole_table_says(a in "[a-e]{1,12}", b in "[a-e]{0,12}") {
            let pattern = Pattern::new(a.as_bytes()).unwrap();
            let far = plainly(a.as_bytes(), b.as_bytes());
            prop_assert_eq!(pattern.distance(b.as_bytes()), far);
            prop_assert!(pattern.shares(letters(b.as_bytes()), far));
            let mut words = ByLength::default();
            words.add(7, b.as_bytes());
            prop_assert_eq!(words.like(&pattern, far).collect::<Vec<_>>(), if b.is_empty() { vec![] } else { vec![7] });
        }
    }
}
