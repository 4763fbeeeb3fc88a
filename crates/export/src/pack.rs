//! What the packs share on paper (hand-over, access): page, furniture, marks and the way their words are called. Deliberately absent:
//! what stands in them.

use crate::briefing::{clean, furniture_words};
use crate::edition::say::Say;
use crate::paper::{Furnish, Furniture, MarkWords, Page, Paper, Pictures, Section, Text, Tongue};

/// What differs from pack to pack.
pub(crate) struct PackHead<'a> {
    /// Its texts are `<area>-<key>` of the catalogue.
    pub area: &'static str,
    /// Facts of the title.
    pub title: &'a [(&'static str, String)],
    pub short: Text,
    pub company: Text,
    pub class: Text,
    /// Nobody has read it yet: so it says.
    pub draft: Option<Text>,
    pub as_of: String,
    pub watermark: bool,
}

/// The text of `<area>-<key>` with facts.
pub(crate) fn tell(say: &Say, area: &str, key: &str, facts: &[(&str, String)]) -> String {
    clean(&say.wording.text(&format!("{area}-{key}"), facts))
}

/// The paper of a pack.
pub(crate) fn pack_paper(say: &Say, head: PackHead, sections: Vec<Section>) -> Paper {
    let word = |key: &str| tell(say, head.area, key, &[]);
    Paper {
        tongue: Tongue::only(say.lang),
        page: Page::A4,
        title: Text::of(tell(say, head.area, "title", head.title)),
        furniture: Furniture {
            furnish: Furnish::Full,
            company: head.company,
            short: head.short,
            edition: Text::of(word("name")),
            class: head.class,
            draft: head.draft,
            as_of: head.as_of,
            expires: None,
            watermark: head.watermark,
            words: furniture_words(say.wording),
        },
        marks: MarkWords {
            unknown: say.doc("unknown"),
            ask: say.doc("q"),
            answer: say.doc("answer"),
            photo: say.doc("photo-none"),
            contents: word("contents"),
        },
        sections,
        pictures: Pictures::default(),
    }
}
