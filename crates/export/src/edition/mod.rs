//! The outward editions on paper: an edition's own values in, a paper in words out.
//!
//! Owns: words and blocks of the host's card, the crew's copy, the guests' handbook, the screen, name plates and the board.
//! Deliberately absent: the records. A composer here gets the values of its edition and the catalogue, so it cannot print
//! what the edition does not hold.

mod board;
mod crew;
mod crew_posts;
mod guest;
mod host_card;
pub(crate) mod say;
mod screen;
mod seats;

pub use board::{board_paper, plates_paper};
pub use crew::crew_paper;
pub use guest::guest_paper;
pub use host_card::host_card_paper;
pub use screen::presenting_paper;

use domain::engine::edition::Heading;

use domain::Code;

use crate::paper::{Edition, Furnish, Furniture, MarkWords, Page, Paper, Pictures, Section, Text, Tongue};
use say::Say;

/// What stands around the sections of an edition.
fn paper(edition: Edition, heading: &Heading, say: &Say, sections: Vec<Section>) -> Paper {
    let name = say.word(&format!("name-{}", edition.code().replace('_', "-")));
    let account = say.said(&heading.account);
    let title = say.tell("title", &[("account", account.clone()), ("edition", name.clone())]);
    let (furnish, class) = match edition {
        Edition::Crew => (Furnish::Full, say.word("class-crew")),
        Edition::HostCard => (Furnish::Short, say.word("class-host-card")),
        Edition::Guest => (Furnish::Booklet, String::new()),
        _ => (Furnish::Bare, String::new()),
    };
    let draft = match edition {
        Edition::Guest => "proof-guest",
        _ => "draft",
    };
    Paper {
        tongue: Tongue::only(say.lang),
        page: Page::of(edition),
        title: Text::of(title),
        furniture: Furniture {
            furnish,
            company: say.text(&heading.company),
            short: Text::of(say.tell("short", &[("account", account), ("day", say.month_day(heading.from))])),
            edition: Text::of(name),
            class: Text::of(class),
            draft: heading.draft.then(|| Text::of(say.word(draft))),
            as_of: heading.as_of.to_string(),
            expires: matches!(furnish, Furnish::Full | Furnish::Short).then(|| heading.expires.to_string()),
            watermark: matches!(edition, Edition::Crew | Edition::HostCard),
            words: crate::briefing::furniture_words(say.wording),
        },
        marks: MarkWords {
            unknown: say.doc("unknown"),
            ask: say.doc("q"),
            answer: say.doc("answer"),
            photo: say.doc("photo-none"),
            contents: say.doc("toc"),
        },
        sections,
        pictures: Pictures::default(),
    }
}
