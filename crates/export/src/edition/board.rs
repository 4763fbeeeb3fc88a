//! Name plates and the welcome board. Owns: their faces. Deliberately absent: anything but names, posts and the greeting.

use domain::engine::edition::{PlaceCard, PlacesEdition};
use domain::scene::Wording;

use super::paper;
use super::say::Say;
use crate::paper::{Block, Edition, Head, Paper, Plate, Section, Style, Text};

fn only(id: &str, title: String, blocks: Vec<Block>) -> Section {
    Section { id: id.to_owned(), ..Section::numbered("", title) }.head(Head::Hidden).blocks(blocks)
}

/// A name plate for each who attends, in the language of `wording`.
pub fn plates_paper(edition: &PlacesEdition, wording: &dyn Wording) -> Paper {
    let say = Say::new(wording);
    let foot = |one: &PlaceCard| {
        let key = if one.guest { "plate-guest" } else { "plate-ours" };
        let text = say.tell(key, &[("number", one.number.to_string())]);
        let text = Text::styled(text, Style::QUIET);
        if edition.heading.draft { text.dot().and(say.word("draft"), Style::OPEN) } else { text }
    };
    let plate = |one: &PlaceCard| {
        Block::Plate(Plate {
            name: say.name(&one.who.name, Style::PLAIN),
            post: say.text(&one.who.title),
            foot: foot(one),
        })
    };
    let blocks = edition.cards.iter().map(plate).collect();
    let sections = vec![only("plates", say.word("name-name-plates"), blocks)];
    paper(Edition::NamePlates, &edition.heading, &say, sections)
}

/// The board at the entrance, in the language of `wording`.
pub fn board_paper(edition: &PlacesEdition, wording: &dyn Wording) -> Paper {
    let say = Say::new(wording);
    let heading = &edition.heading;
    let mut under = Text::of(say.days(heading.from, heading.to)).under(say.text(&heading.company));
    if heading.draft {
        under = under.under(Text::styled(say.word("draft"), Style::OPEN));
    }
    // The authored text greets by itself; without one the account is greeted.
    let authored = say.stacked(&edition.sign);
    let (greeting, whom) = if authored.is_empty() {
        (Text::of(say.word("welcome")), say.text(&heading.account))
    } else {
        (Text::default(), authored)
    };
    let blocks = vec![Block::Board { greeting, whom, under }];
    paper(Edition::WelcomeBoard, heading, &say, vec![only("board", say.word("name-welcome-board"), blocks)])
}
