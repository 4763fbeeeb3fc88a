//! Freshness lens: how long ago the last two-way touch was, by the half-life of a relation; lighter is older. Deliberately
//! absent: the cadence, which is marked on every card.

use super::{ChipMark, Look, Part, Tag, TagLook, entry, hollow};
use crate::Code;
use crate::engine::chain::Stakeholder;
use crate::engine::freshness::{FreshWord, TIE, fresh_word, freshness};
use crate::scene::index::Index;
use crate::scene::mark::{self, Pen};
use crate::scene::{LegendEntry, Token};

/// Key of people never met.
const NEVER: &str = "fresh:never";

/// Ground, height of the cell and a day on which the word holds, for the sample in the legend.
fn tone(word: FreshWord) -> (Token, f32, i64) {
    match word {
        FreshWord::Fresh => ("seq-2", 7.0, 0),
        FreshWord::Ageing => ("seq-1", 5.0, 90),
        FreshWord::Stale => ("seq-0", 3.0, 180),
        FreshWord::Expired => ("paper-surface", 1.5, 400),
    }
}

fn key(word: FreshWord) -> String {
    format!("fresh:{}", word.code())
}

fn word_key(word: FreshWord) -> &'static str {
    match word {
        FreshWord::Fresh => "map-fresh-fresh",
        FreshWord::Ageing => "map-fresh-ageing",
        FreshWord::Stale => "map-fresh-stale",
        FreshWord::Expired => "map-fresh-expired",
    }
}

pub(super) fn look(index: &Index, row: &Stakeholder) -> Look {
    let mut look = Look { chip_mark: ChipMark::Freshness, ..Look::plain(row) };
    let tag = |text| Some(vec![Tag { text, look: TagLook::Bare("ink-1") }]);
    let Some(days) = row.days else {
        (look.open, look.fill, look.edge) = (true, "paper-canvas", "line-3");
        look.cell = hollow("paper-canvas", "line-3");
        look.says = index.word("map-never-touched");
        look.tags = tag(look.says.clone());
        look.keys.push(NEVER.to_owned());
        return look;
    };
    let value = freshness(days, Some(TIE));
    let word = fresh_word(value);
    let (fill, height, _) = tone(word);
    if !look.open {
        look.fill = fill;
    }
    let percent = (100.0 * value).round() as i64;
    look.says = index.once("map-fresh", percent, || {
        index.words.text("map-fresh", &[("word", index.word(word_key(word))), ("n", percent.to_string())])
    });
    look.tags = tag(look.says.clone());
    look.cell = cell(height);
    look.keys.push(key(word));
    look
}

/// The fresher, the fuller.
fn cell(height: f32) -> Vec<Part> {
    vec![([0.0, 0.0, 15.0, 7.0], Some("line-1"), None), ([0.0, 7.0 - height, 15.0, height], Some("seq-4"), None)]
}

pub(super) fn legend(index: &Index, count: &dyn Fn(&str) -> u32) -> Vec<LegendEntry> {
    let pie = |days| mark::freshness(Pen::new(2.0, 2.0, 1.0), days);
    let words = FreshWord::ALL
        .iter()
        .map(|&word| entry(&key(word), index.word(word_key(word)), count, pie(Some(tone(word).2))));
    let never = entry(NEVER, index.word("map-never-touched"), count, pie(None));
    words.chain([never]).collect()
}
