//! The guests' handbook: an A5 booklet. Owns: its pages. Deliberately absent: numbers of copies and watermarks; guests are
//! not made to sign for a welcome.

use domain::engine::edition::{Function, GuestCar, GuestEdition, GuestStop, Heading, Named, OursNamed};
use domain::scene::Wording;

use super::paper;
use super::say::{Say, page, plain};
use crate::paper::{Block, Column, Edition, Head, Pair, Paper, Rank, Section, Style, Table, Text};

/// The handbook in the language of `wording`.
pub fn guest_paper(edition: &GuestEdition, wording: &dyn Wording) -> Paper {
    let say = Say::new(wording);
    let mut sections = vec![cover(&edition.heading, &say)];
    sections.extend(welcome(edition, &say));
    sections.extend(programme(edition, &say));
    sections.extend(people(edition, &say));
    let tour = tour(&edition.tour, &say);
    let practical = practical(edition, &say);
    // What is practical follows the tour on its page.
    sections.extend(match (tour, practical) {
        (None, Some(one)) => vec![one.new_page()],
        (tour, practical) => tour.into_iter().chain(practical).collect(),
    });
    sections.push(back(edition, &say));
    paper(Edition::Guest, &edition.heading, &say, sections)
}

fn space(weight: f32) -> Block {
    Block::Space { weight }
}

fn cover(heading: &Heading, say: &Say) -> Section {
    let mut under = Text::of(say.days(heading.from, heading.to));
    if let Some(place) = &heading.place {
        under = under.under(Text::of(crate::briefing::clean(place)));
    }
    if heading.draft {
        under = under.under(Text::styled(say.word("proof-guest"), Style { small: true, ..Style::OPEN }));
    }
    let blocks = vec![
        Block::Seal { signs: say.word("seal-guest") },
        Block::body(Text::styled(say.said(&heading.company), Style::SERIF)),
        space(1.1),
        Block::text(Rank::Display, say.word("welcome")),
        Block::Stroke,
        space(0.12),
        Block::text(Rank::Lead, Text::styled(say.said(&heading.account), Style::SERIF)),
        space(2.0),
        Block::body(under),
    ];
    Section { id: "cover".into(), ..Section::numbered("", say.word("welcome")) }.head(Head::Cover).blocks(blocks)
}

fn welcome(edition: &GuestEdition, say: &Say) -> Option<Section> {
    if edition.welcome.is_empty() {
        return None;
    }
    let paragraphs = edition.welcome.iter().flat_map(|one| say.lines(one));
    let mut blocks: Vec<Block> = paragraphs.map(|line| Block::text(Rank::Lead, line)).collect();
    if let Some(host) = &edition.host {
        blocks.push(space(0.2));
        blocks.push(Block::Signed { name: say.name(&host.name, Style::PLAIN), post: say.text(&host.title) });
        blocks.push(space(1.0));
    }
    Some(page("welcome", say.word("welcome-page")).blocks(blocks))
}

fn programme(edition: &GuestEdition, say: &Say) -> Option<Section> {
    if edition.agenda.is_empty() {
        return None;
    }
    Some(
        page("programme", say.word("programme"))
            .blocks(say.agenda(edition.agenda.iter().map(|one| (one, false)), false)),
    )
}

fn people(edition: &GuestEdition, say: &Say) -> Vec<Section> {
    let guest = |one: &Named| Pair::new(say.name(&one.name, Style::SERIF), say.text(&one.title));
    let guests = Block::Pairs { rows: edition.guests.iter().map(guest).collect() };
    let ours = Block::Pairs { rows: edition.ours.iter().map(|one| our_row(one, say)).collect() };
    let mut sections = Vec::new();
    if !edition.guests.is_empty() {
        sections.push(page("guests", say.word("delegation")).blocks(vec![guests]));
    }
    if !edition.ours.is_empty() {
        let section = plain("ours", say.word("our-people")).needs(70.0).blocks(vec![ours]);
        sections.push(if sections.is_empty() { section.new_page() } else { section });
    }
    sections
}

/// As what one of ours meets the guests.
pub(super) fn function_word(function: Function, say: &Say) -> String {
    match function {
        Function::Host => say.word("function-host"),
        Function::Duty(duty) => say.code("function", duty),
    }
}

/// Name, post and function of one of ours.
fn our_row(one: &OursNamed, say: &Say) -> Pair {
    let under = Text::styled(function_word(one.function, say), Style::NOTE);
    let title = say.text(&one.who.title);
    Pair::new(say.name(&one.who.name, Style::SERIF), title.under(under))
}

fn tour(stops: &[GuestStop], say: &Say) -> Option<Section> {
    if stops.is_empty() {
        return None;
    }
    let columns = vec![
        Column::mm(Text::default(), 9.0),
        Column::share(say.word("stop"), 1.0),
        Column::mm(say.word("minutes"), 26.0),
        Column::mm(Text::default(), 40.0),
    ];
    let row = |(number, stop): (usize, &GuestStop)| {
        let photo = if stop.photo_allowed { String::new() } else { say.word("no-photo") };
        vec![
            Text::styled((number + 1).to_string(), Style::SERIF_OPEN),
            say.text(&stop.title),
            Text::of(say.tell("minutes-count", &[("count", stop.minutes.to_string())])),
            Text::styled(photo, Style::NOTE),
        ]
    };
    let rows = stops.iter().enumerate().map(row).collect();
    Some(page("tour", say.word("tour")).blocks(vec![Block::Table(Table::new(columns).rows(rows))]))
}

fn practical(edition: &GuestEdition, say: &Say) -> Option<Section> {
    let cars = edition.cars.iter().fold(Text::default(), |text, car| text.under(car_line(car, say)));
    let weather = say.stacked(&edition.weather);
    let weather = if weather.is_empty() { Text::of(say.word("weather-pending")) } else { weather };
    let rows = [
        ("cars", cars),
        ("hotel", say.stacked(&edition.hotel)),
        ("wifi", say.stacked(&edition.wifi)),
        ("dress", say.stacked(&edition.dress)),
        ("weather", weather),
    ];
    let rows: Vec<Pair> =
        rows.into_iter().filter(|one| !one.1.is_empty()).map(|(key, value)| Pair::new(say.word(key), value)).collect();
    Some(plain("practical", say.word("practical")).needs(60.0).blocks(vec![Block::Pairs { rows }]))
}

fn car_line(car: &GuestCar, say: &Say) -> Text {
    let name = car.name.as_deref().map_or_else(|| say.code("vehicle", car.kind), crate::briefing::clean);
    let text = Text::of(name);
    let text = match &car.plate {
        Some(plate) => text.and(" ", Style::PLAIN).and_name(plate.clone(), Style::NOTE),
        None => text,
    };
    text.under(Text::styled(say.list(&car.riders), Style::NOTE))
}

fn back(edition: &GuestEdition, say: &Say) -> Section {
    let mut blocks = vec![space(1.0)];
    if !edition.contacts.is_empty() {
        let row = |one: &domain::engine::edition::GuestContact| {
            let name = one.name.as_deref().map(crate::briefing::clean).unwrap_or_default();
            let who = Text::default().and_name(name, Style::STRONG);
            let phone = Text::default().and_name(one.phone.clone().unwrap_or_default(), Style::PLAIN);
            let value = if who.is_empty() { phone } else { who.and("\u{2002}", Style::PLAIN).join(phone) };
            Pair::new(say.text(&one.function), value)
        };
        blocks.push(Block::sub(say.word("contact-us")));
        blocks.push(Block::Pairs { rows: edition.contacts.iter().map(row).collect() });
    }
    blocks.extend([
        space(2.0),
        Block::Stroke,
        Block::text(Rank::Lead, Text::styled(say.word("farewell"), Style::SERIF)),
        Block::body(say.text(&edition.heading.company)),
    ]);
    Section { id: "back".into(), ..Section::numbered("", say.word("contact-us")) }.head(Head::Cover).blocks(blocks)
}
