//! The edition for the screen in front of the customer. Owns: its pages. Deliberately absent: the rest of the visit.

use domain::engine::edition::{Named, OursNamed, PresentingEdition};
use domain::scene::Wording;

use super::guest::function_word;
use super::paper;
use super::say::{Say, page};
use crate::paper::{Block, Column, Density, Edition, Head, Paper, Rank, Section, Style, Table, Text};

/// Lines of the day on one page of the screen.
const LINES: usize = 9;
/// People on one page.
const PEOPLE: usize = 7;

/// The edition for the screen in the language of `wording`.
pub fn presenting_paper(edition: &PresentingEdition, wording: &dyn Wording) -> Paper {
    let say = Say::new(wording);
    let mut sections = vec![cover(edition, &say)];
    let one_day = edition.heading.from == edition.heading.to;
    let mut at = 0;
    for day in edition.agenda.chunk_by(|one, next| one.on == next.on) {
        for part in evenly(day, LINES) {
            at += 1;
            let title = if one_day { say.word("programme") } else { say.long_day(part[0].on) };
            let blocks = say.agenda(part.iter().map(|one| (one, false)), true);
            sections.push(page(&format!("day{at}"), title).blocks(blocks));
        }
    }
    let guest = |one: &Named| vec![say.name(&one.name, Style::STRONG), say.text(&one.title), Text::default()];
    sections.extend(people("guests", "delegation", edition.guests.iter().map(guest).collect(), &say));
    let ours = |one: &OursNamed| {
        let function = Text::styled(function_word(one.function, &say), Style::QUIET);
        vec![say.name(&one.who.name, Style::STRONG), say.text(&one.who.title), function]
    };
    sections.extend(people("ours", "our-people", edition.ours.iter().map(ours).collect(), &say));
    paper(Edition::Presenting, &edition.heading, &say, sections)
}

/// Parts of at most `most`, of one size as far as they can be: no page is left with a single line.
fn evenly<T>(all: &[T], most: usize) -> std::slice::Chunks<'_, T> {
    let parts = all.len().div_ceil(most).max(1);
    all.chunks(all.len().div_ceil(parts).max(1))
}

fn people(id: &str, title: &str, rows: Vec<Vec<Text>>, say: &Say) -> Vec<Section> {
    let columns = || {
        let name = Column::mm(say.word("name"), 54.0);
        vec![name, Column::share(say.word("title-of"), 1.0), Column::mm(Text::default(), 34.0)]
    };
    let section = |(at, rows): (usize, &[Vec<Text>])| {
        let table = Table::new(columns()).density(Density::Loose).rows(rows.to_vec());
        page(&format!("{id}{at}"), say.word(title)).blocks(vec![Block::Table(table)])
    };
    evenly(&rows, PEOPLE).enumerate().map(section).collect()
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

#[cfg(test)]
mod tests {
    use super::evenly;

    #[test]
    fn pages_are_filled_alike() {
        let sizes = |n: usize, most: usize| -> Vec<usize> { evenly(&vec![(); n], most).map(<[()]>::len).collect() };
        assert_eq!(sizes(11, 9), [6, 5]);
        assert_eq!(sizes(12, 7), [6, 6]);
        assert_eq!(sizes(9, 9), [9]);
        assert_eq!(sizes(40, 7), [7, 7, 7, 7, 7, 5]);
        assert!(sizes(0, 7).is_empty());
    }
}
