//! Words in letters, sorted, so that those with a beginning stand side by side: the Latin ones of the index, and how Chinese ones are
//! spelt. Deliberately absent: Chinese characters.

use std::collections::HashMap;

use super::postings::Postings;
use super::typo::{ByLength, Pattern};

/// Distinct words and the texts each is in.
pub(super) struct Lexicon {
    bytes: Vec<u8>,
    starts: Vec<u32>,
    order: Vec<u32>,
    by_length: ByLength,
    texts: Postings,
    /// While many are added: the words by themselves, so that the order is made once.
    loading: Option<HashMap<Vec<u8>, u32>>,
}

impl Lexicon {
    /// An empty one, open for many words.
    pub fn new() -> Self {
        let (order, by_length, texts) = (Vec::new(), ByLength::default(), Postings::default());
        Self { bytes: Vec::new(), starts: vec![0], order, by_length, texts, loading: Some(HashMap::new()) }
    }

    fn word(&self, number: u32) -> &[u8] {
        let at = number as usize;
        &self.bytes[self.starts[at] as usize..self.starts[at + 1] as usize]
    }

    /// Notes that a text has a word.
    pub fn add(&mut self, word: &str, text: u32) {
        let known = match &self.loading {
            Some(loading) => loading.get(word.as_bytes()).copied(),
            None => self.find(word.as_bytes()).ok().map(|at| self.order[at]),
        };
        let number = known.unwrap_or_else(|| self.make(word.as_bytes()));
        self.texts.add(number as usize, text);
    }

    fn make(&mut self, word: &[u8]) -> u32 {
        let number = self.starts.len() as u32 - 1;
        if let Some(loading) = &mut self.loading {
            loading.insert(word.to_vec(), number);
        } else if let Err(at) = self.find(word) {
            self.order.insert(at, number);
        }
        self.bytes.extend_from_slice(word);
        self.by_length.add(number, word);
        self.starts.push(self.bytes.len() as u32);
        number
    }

    fn find(&self, word: &[u8]) -> Result<usize, usize> {
        self.order.binary_search_by(|one| self.word(*one).cmp(word))
    }

    /// Ends the adding of many.
    pub fn settle(&mut self) {
        if self.loading.take().is_some() {
            let mut order: Vec<u32> = (0..self.starts.len() as u32 - 1).collect();
            order.sort_unstable_by(|a, b| self.word(*a).cmp(self.word(*b)));
            self.order = order;
        }
        self.bytes.shrink_to_fit();
        self.starts.shrink_to_fit();
        self.by_length.shrink();
        self.texts.shrink();
    }

    /// The texts with a word that begins so, and whether it is that very word.
    pub fn beginning(&self, with: &str) -> impl Iterator<Item = (u32, bool)> {
        let with = with.as_bytes().to_vec();
        let from = self.order.partition_point(|one| self.word(*one) < with.as_slice());
        let len = with.len();
        let words = self.order[from..].iter().take_while(move |one| self.word(**one).starts_with(&with));
        words.flat_map(move |one| {
            let whole = self.word(*one).len() == len;
            self.texts.of(*one as usize).iter().map(move |text| (*text, whole))
        })
    }

    /// The texts with a word that is no further from the pattern than said.
    pub fn near(&self, pattern: &Pattern, most: u32) -> impl Iterator<Item = u32> {
        let near = move |number: &u32| pattern.distance(self.word(*number)) <= most;
        self.by_length.like(pattern, most).filter(near).flat_map(|number| self.texts.of(number as usize)).copied()
    }

    /// Bytes held.
    pub fn bytes(&self) -> usize {
        self.bytes.capacity()
            + 4 * (self.starts.capacity() + self.order.capacity())
            + self.by_length.bytes()
            + self.texts.bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_by_their_beginning_before_and_after_settling() {
        let mut words = Lexicon::new();
        words.add("smith", 1);
        words.add("anna", 2);
        words.add("smith", 3);
        words.settle();
        words.add("smit", 4);
        words.add("anna", 5);
        let beginning = |with: &str| words.beginning(with).collect::<Vec<_>>();
        assert_eq!(beginning("smit"), [(4, true), (1, false), (3, false)]);
        assert_eq!(beginning("an"), [(2, false), (5, false)]);
        assert!(beginning("b").is_empty());
        let near = |word: &str| Pattern::new(word.as_bytes()).map(|one| words.near(&one, 1).collect::<Vec<_>>());
        assert_eq!(near("smiht"), Some(vec![4, 1, 3]), "the shorter word first");
    }
}
