//! Lists of numbers by key, made small: a key with one number takes four bytes. Deliberately absent: removing, which the
//! index does by marking what is gone and building anew when much is.

const NONE: u32 = u32::MAX;
const MANY: u32 = 1 << 31;

/// Ascending numbers below 2³¹ for each key.
#[derive(Default)]
pub(super) struct Postings {
    heads: Vec<u32>,
    many: Vec<Vec<u32>>,
}

impl Postings {
    /// Adds a number, which must not be smaller than those the key has; the last one again is not added.
    pub fn add(&mut self, key: usize, value: u32) {
        if key >= self.heads.len() {
            self.heads.resize(key + 1, NONE);
        }
        let head = self.heads[key];
        if head == NONE {
            self.heads[key] = value;
        } else if head & MANY != 0 {
            let list = &mut self.many[(head & !MANY) as usize];
            if list.last() != Some(&value) {
                list.push(value);
            }
        } else if head != value {
            self.heads[key] = MANY | self.many.len() as u32;
            self.many.push(vec![head, value]);
        }
    }

    pub fn of(&self, key: usize) -> &[u32] {
        match self.heads.get(key) {
            None | Some(&NONE) => &[],
            Some(head) if head & MANY != 0 => &self.many[(head & !MANY) as usize],
            Some(head) => std::slice::from_ref(head),
        }
    }

    pub fn shrink(&mut self) {
        self.heads.shrink_to_fit();
        self.many.iter_mut().for_each(Vec::shrink_to_fit);
        self.many.shrink_to_fit();
    }

    /// Bytes held.
    pub fn bytes(&self) -> usize {
        let lists: usize = self.many.iter().map(|one| one.capacity() * 4 + size_of::<Vec<u32>>()).sum();
        self.heads.capacity() * 4 + lists
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_many_and_none() {
        let mut lists = Postings::default();
        for (key, value) in [(3, 1), (3, 1), (5, 2), (3, 7), (3, 7), (3, 9), (0, 4)] {
            lists.add(key, value);
        }
        assert_eq!((lists.of(3), lists.of(5), lists.of(0)), (&[1, 7, 9][..], &[2][..], &[4][..]));
        assert!(lists.of(1).is_empty() && lists.of(99).is_empty());
    }
}
