//! The host's pocket card: A6, read standing. Owns: its pages. Deliberately absent: anything that takes more than a look.

use domain::engine::edition::{CardPerson, GuestCard, HostCardEdition, MyPlace, Said};
use domain::engine::seating::place_text;
use domain::scene::Wording;
use domain::{Lang, Snapshot};

use super::paper;
use super::say::{Say, page, plain};
use crate::briefing::{clean, reason_text};
use crate::paper::{
    Block, Bullet, Card, CardList, Drawing, Edition, Face, Frame, Head, Pair, Paper, Rank, Section, Shape, Style, Text,
};

/// What holds for everybody begins a page unless so much is free, millimetres.
const GENERAL: f32 = 34.0;

/// The card in the language of `wording`.
pub fn host_card_paper(edition: &HostCardEdition, wording: &dyn Wording) -> Paper {
    let say = Say::new(wording);
    let mut sections = vec![day(edition, &say)];
    for one in &edition.cards {
        let title = say.said(&one.person.who.name);
        let section = Section { id: format!("g{}", one.person.number), ..Section::numbered("", title) };
        let card = Block::Card(Box::new(card(one, edition.foreign, &say)));
        sections.push(section.head(Head::Hidden).new_page().blocks(vec![card]));
    }
    sections.extend(others(edition, &say));
    sections.extend(places(edition, &say));
    sections.extend(general(edition, &say));
    paper(Edition::HostCard, &edition.heading, &say, sections)
}

fn day(edition: &HostCardEdition, say: &Say) -> Section {
    let heading = &edition.heading;
    let one_day = heading.from == heading.to;
    let mut blocks = vec![Block::Seal { signs: say.word("seal-host-card") }];
    let mut days = say.agenda(edition.agenda.iter().map(|(line, own)| (line, *own)), one_day);
    // The day is read at a glance: one language, one page.
    for block in &mut days {
        let Block::Day { lines, .. } = block else { continue };
        for line in lines {
            line.what = std::mem::take(&mut line.what).alone();
            line.place = std::mem::take(&mut line.place).alone();
        }
    }
    blocks.extend(days);
    blocks.push(Block::Space { weight: 1.0 });
    if !edition.ask.is_empty() {
        let ask = Text::styled(edition.ask.iter().map(|one| say.said(one)).collect::<Vec<_>>().join(" "), Style::SERIF);
        let said = Block::captioned(say.word("ask"), vec![Block::text(Rank::Body, ask)]);
        blocks.push(Block::Panel { frame: Frame::Wash, blocks: vec![said] });
    }
    if !edition.phones.is_empty() {
        let phone = |one: &domain::engine::edition::CardPhone| {
            let who = Text::styled(format!("{} ", say.code("function", one.duty)), Style::NOTE);
            let who = who.join(say.name(&one.name, Style { small: true, ..Style::PLAIN }));
            let number = Text::default().and_name(clean(&one.phone), Style { small: true, ..Style::PLAIN });
            (1.0, vec![Block::body(who.under(number))])
        };
        blocks.push(Block::columns(edition.phones.iter().map(phone).collect()));
    }
    let who = edition.host.as_ref().map(|one| say.name(one, Style::PLAIN));
    let proposed = |name: Text| if edition.host_is_chosen { name } else { name.and(say.word("proposed"), Style::OPEN) };
    let aside = Text::of(say.days(heading.from, heading.to)).under(who.map(proposed).unwrap_or_default());
    Section { id: "day".into(), ..Section::numbered("", say.word("day")) }.head(Head::Plain).aside(aside).blocks(blocks)
}

fn card(one: &GuestCard, foreign: bool, say: &Say) -> Card {
    let person = &one.person;
    let spoken = say.said(&person.address);
    let spoken = if spoken.is_empty() { Text::unknown(person.ask) } else { Text::name(spoken) };
    let second = say.other_script(&person.who.name).filter(|_| foreign || say.lang == Lang::En);
    let reading = person.reading.as_deref().map(|text| format!("{} {}", say.word("read"), clean(text)));
    let mut commons: Vec<Text> =
        one.commons.iter().map(|reason| Text::of(reason_text(reason, &Snapshot::default(), say.wording))).collect();
    if commons.is_empty() && one.ask.is_some() {
        commons.push(Text::unknown(one.ask));
    }
    let list = |key: &str, items: Vec<Text>, bullet| CardList { label: Text::of(say.word(key)), items, bullet };
    let texts = |items: &[String]| -> Vec<Text> { items.iter().map(|text| Text::of(clean(text))).collect() };
    let mut lists = vec![
        list("common", commons, Bullet::Dash),
        list("talk", texts(&one.talk), Bullet::Dash),
        list("avoid", texts(&one.avoid), Bullet::Cross),
    ];
    lists.retain(|one| !one.items.is_empty());
    Card {
        number: person.number,
        face: Face { initials: say.said(&person.initials), photo: person.photo },
        name: say.name(&person.who.name, Style::PLAIN),
        second: second.map(|text| Text::name(text).alone()).unwrap_or_default(),
        reading: reading.map(|text| Text::of(text).alone()).unwrap_or_default(),
        post: say.text(&person.who.title),
        address: Pair::new(say.word("address"), spoken),
        note: Text::default(),
        lists,
    }
}

fn others(edition: &HostCardEdition, say: &Say) -> Option<Section> {
    if edition.others.is_empty() {
        return None;
    }
    let row = |one: &CardPerson| {
        let name = say.name(&one.who.name, Style::STRONG);
        let name = match &one.reading {
            Some(reading) => name.and("\u{2002}", Style::NOTE).and_name(clean(reading), Style::NOTE),
            None => name,
        };
        let spoken = say.said(&one.address);
        let spoken = if spoken.is_empty() { Text::unknown(one.ask) } else { Text::name(spoken) };
        [Text::of(one.number.to_string()), name, say.text(&one.who.title), spoken]
    };
    let rows = edition.others.iter().map(row).collect();
    Some(page("others", say.word("others")).blocks(vec![Block::Roster { rows }]))
}

/// Where the host sits: a line a drawing, and the own table of a banquet. Like the day, it is read at a glance: one language.
fn places(edition: &HostCardEdition, say: &Say) -> Option<Section> {
    if edition.places.is_empty() {
        return None;
    }
    let row = |one: &MyPlace| {
        let said = |key: &str, who: &Option<Said>| {
            let name = who.as_ref().map(|one| say.name(one, Style::STRONG))?;
            Some(Text::styled(format!("{} ", say.word(key)), Style::NOTE).join(name))
        };
        let around = [said("left", &one.left), said("right", &one.right), said("across", &one.across)];
        let apart = |all: Text, next: Text| all.and("\u{2003}", Style::PLAIN).join(next);
        let around = around.into_iter().flatten().reduce(apart);
        let place = || Text::of(clean(&place_text(&one.place, say.wording)));
        Pair::new(say.seat_title(one.kind, one.name.as_deref()), around.unwrap_or_else(place).alone())
    };
    let mut blocks = vec![Block::Pairs { rows: edition.places.iter().map(row).collect() }];
    let tables = edition.places.iter().filter_map(|one| Some((one, one.table.as_ref()?)));
    blocks.extend(tables.map(|(one, table)| {
        let title = Text::of(say.seat_title(one.kind, one.name.as_deref()));
        Block::Drawing { drawing: alone(say.seat_drawing(table, &title)) }
    }));
    Some(page("places", say.word("my-places")).blocks(blocks))
}

fn alone(mut drawing: Drawing) -> Drawing {
    for shape in &mut drawing.shapes {
        if let Shape::Label { text, .. } = shape {
            *text = std::mem::take(text).alone();
        }
    }
    drawing
}

/// What holds for everybody at table.
fn general(edition: &HostCardEdition, say: &Say) -> Option<Section> {
    let mut blocks = Vec::new();
    if !edition.talk.is_empty() {
        let items = edition.talk.iter().map(|one| Text::of(clean(one))).collect();
        blocks.push(Block::captioned(say.word("talk"), vec![Block::List { bullet: Bullet::Dash, items }]));
    }
    if !edition.avoid.is_empty() {
        let item = |(avoid, answer): &(String, Option<String>)| {
            let answer = answer.as_deref().map(|one| Text::styled(clean(one), Style::NOTE)).unwrap_or_default();
            Text::styled(clean(avoid), Style::STRONG).under(answer)
        };
        let items = edition.avoid.iter().map(item).collect();
        let list = Block::captioned(say.word("avoid"), vec![Block::List { bullet: Bullet::Cross, items }]);
        blocks.push(Block::Panel { frame: Frame::Bar, blocks: vec![list] });
    }
    // Beside the own places there is room for it more often than not.
    let section =
        |title| if edition.places.is_empty() { page("general", title) } else { plain("general", title).needs(GENERAL) };
    (!blocks.is_empty()).then(|| section(say.word("general")).blocks(blocks))
}
