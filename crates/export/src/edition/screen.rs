//! The edition for the screen in front of the customer. Owns: its pages. Deliberately absent: the rest of the visit.

use domain::engine::edition::{Named, PresentingEdition};
use domain::scene::Wording;

use super::guest::our_row;
use super::paper;
use super::say::{Say, page};
use crate::paper::{Block, Edition, Head, Pair, Paper, Rank, Section, Style, Text};

/// Lines of the day on one page of the screen.
const LINES: usize = 9;
/// People on one page.
const PEOPLE: usize = 8;

/// The edition for the screen in the language of `wording`.
pub fn presenting_paper(edition: &PresentingEdition, wording: &dyn Wording) -> Paper {
    let say = Say::new(wording);
    let mut sections = vec![cover(edition, &say)];
    let one_day = edition.heading.from == edition.heading.to;
    let mut at = 0;
    for day in edition.agenda.chunk_by(|one, next| one.on == next.on) {
        for part in day.chunks(LINES) {
            at += 1;
            let title = if one_day { say.word("programme") } else { say.long_day(part[0].on) };
            let blocks = say.agenda(part.iter().map(|one| (one, false)), true);
            sections.push(page(&format!("day{at}"), title).blocks(blocks));
        }
    }
    let guest = |one: &Named| Pair::new(say.name(&one.name, Style::SERIF), say.text(&one.title));
    let guests: Vec<Pair> = edition.guests.iter().map(guest).collect();
    sections.extend(people("guests", "delegation", guests, &say));
    let ours: Vec<Pair> = edition.ours.iter().map(|one| our_row(one, &say)).collect();
    sections.extend(people("ours", "our-people", ours, &say));
    paper(Edition::Presenting, &edition.heading, &say, sections)
}

fn people(id: &str, title: &str, rows: Vec<Pair>, say: &Say) -> Vec<Section> {
    let pages = rows.chunks(PEOPLE).enumerate();
    let section = |(at, rows): (usize, &[Pair])| {
        page(&format!("{id}{at}"), say.word(title)).blocks(vec![Block::Pairs { rows: rows.to_vec() }])
    };
    pages.map(section).collect()
}

fn cover(edition: &PresentingEdition, say: &Say) -> Section {
    let heading = &edition.heading;
    let mut under = Text::of(say.days(heading.from, heading.to));
    if let Some(place) = &heading.place {
        under = under.under(Text::of(crate::briefing::clean(place)));
    }
    if heading.draft {
        under = under.under(Text::styled(say.word("draft"), Style { small: true, ..Style::OPEN }));
    }
    let blocks = vec![
        Block::body(Text::styled(say.said(&heading.company), Style::SERIF)),
        Block::Space { weight: 1.0 },
        Block::text(Rank::Display, say.word("welcome")),
        Block::Stroke,
        Block::Space { weight: 0.15 },
        Block::text(Rank::Lead, Text::styled(say.said(&heading.account), Style::SERIF)),
        Block::Space { weight: 1.4 },
        Block::body(under),
    ];
    Section { id: "cover".into(), ..Section::numbered("", say.word("welcome")) }.head(Head::Cover).blocks(blocks)
}
