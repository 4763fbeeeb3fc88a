//! The crew's copy: a page for each post, to be torn off. Owns: which post reads what, in which order. Deliberately absent:
//! one post's matters on another's page; a driver does not see the kitchen's.

use domain::engine::brief::QuestionCode;
use domain::engine::edition::{CrewEdition, CrewGuest, CrewLine, GapKind, LegLine, PostQuestion, RoomLine, Said};
use domain::scene::Wording;

use super::crew_posts;
use super::paper;
use super::say::Say;
use crate::briefing::clean;
use crate::paper::{
    Block, Column, Density, Edition, Face, Frame, Head, Pair, Paper, Portrait, QuestionLine, Rank, Section, Style,
    Table, Text,
};

/// A Chinese name longer than this needs a wider column.
const LONG_NAME: usize = 6;

/// Photo boxes side by side.
const FACES: usize = 3;

/// The crew's copy with the words of its posts.
pub(super) struct Crew<'a> {
    pub edition: &'a CrewEdition,
    pub say: Say<'a>,
}

/// The crew's copy in the language of `wording`. Posts without anything to say are left out; numbers of posts stay.
pub fn crew_paper(edition: &CrewEdition, wording: &dyn Wording) -> Paper {
    let crew = Crew { edition, say: Say::new(wording) };
    let posts = [
        (1, "timetable", crew.timetable()),
        (2, "reception", crew.reception()),
        (3, "vehicles", crew.vehicles()),
        (4, "kitchen", crew.kitchen()),
        (5, "venue", crew.venue()),
        (6, "interpreter", crew.interpreter()),
        (7, "contingency", crew.contingency()),
    ];
    let mut sections = Vec::new();
    for (number, key, mut blocks) in posts.into_iter().filter(|one| !one.2.is_empty()) {
        blocks.push(Block::Ruled { label: Text::of(crew.say.word("log")), lines: None });
        let heading = &edition.heading;
        let title = crew.say.word(&format!("post-{key}"));
        let tag = crew.say.tell("post", &[("number", number.to_string())]);
        let section = Section { id: format!("post{number}"), ..Section::numbered(&tag, title) };
        let days = Text::of(crew.say.short_days(heading.from, heading.to)).alone();
        sections.push(section.head(Head::Post).aside(days).new_page().blocks(blocks));
    }
    paper(Edition::Crew, &edition.heading, &crew.say, sections)
}

impl Crew<'_> {
    /// A value that stands once, or unknown with its question.
    pub fn or_unknown(&self, value: Option<&str>, ask: Option<u32>) -> Text {
        value.map_or_else(|| Text::unknown(ask), |one| Text::of(clean(one)))
    }
    /// The number of the question about a hole on a line.
    pub fn gap(&self, kind: GapKind, line: usize) -> Option<u32> {
        self.edition.gaps.iter().find(|one| one.kind == kind && one.line == line).map(|one| one.number)
    }
    /// Names of ours; a dash for nobody.
    pub fn ours(&self, names: &[Said]) -> Text {
        if names.is_empty() { Text::dash() } else { Text::of(self.say.list(names)) }
    }
    pub fn one_of_ours(&self, name: Option<&Said>) -> Text {
        name.map_or_else(Text::dash, |one| self.say.name(one, Style::PLAIN))
    }
    /// Width of a column of Chinese or Latin names in millimetres.
    pub fn name_width(&self, names: impl Iterator<Item = String>) -> f32 {
        let long = names.map(|one| one.chars().count()).max().unwrap_or(0) > LONG_NAME;
        if long { 38.0 } else { 22.0 }
    }

    /// What a post must still ask: its questions of the internal copy, then the holes on its lines.
    pub fn missing(&self, codes: &[QuestionCode], kinds: &[GapKind]) -> Option<Block> {
        let asked = self.edition.questions.iter().filter(|one| codes.contains(&one.code)).map(|one| self.question(one));
        let holes = self.edition.gaps.iter().filter(|one| kinds.contains(&one.kind));
        let hole = |one: &domain::engine::edition::Gap| QuestionLine {
            number: one.number,
            question: Text::of(
                self.say.tell(&format!("gap-{}", code(one.kind)), &[("what", self.line_name(one.kind, one.line))]),
            ),
            about: Text::default(),
        };
        let rows: Vec<QuestionLine> = asked.chain(holes.map(hole)).collect();
        (!rows.is_empty()).then(|| Block::Missing { label: Text::of(self.say.word("missing")), rows })
    }
    fn question(&self, one: &PostQuestion) -> QuestionLine {
        let facts = [("people", self.say.list(&one.people)), ("needs", one.needs.join(self.separator()))];
        let text = self.say.wording.text(&format!("doc-question-{}", code(one.code)), &facts);
        let asker = one.asker.as_ref().map_or_else(|| self.say.doc("nobody"), |name| self.say.said(name));
        let by = self.say.tell("before", &[("day", self.say.month_day(one.by))]);
        QuestionLine {
            number: one.number,
            question: Text::of(clean(&text)),
            about: Text::of(asker).dot().join(Text::of(by)),
        }
    }
    fn separator(&self) -> &'static str {
        if self.say.lang == domain::Lang::ZhCn { "、" } else { ", " }
    }
    fn line_name(&self, kind: GapKind, line: usize) -> String {
        let edition = self.edition;
        match kind {
            GapKind::Car => edition.cars.get(line).map(|one| crew_posts::car_name(one, &self.say)),
            GapKind::Leg => edition.legs.get(line).map(|one| self.leg_name(one)),
            GapKind::Meal => edition.meals.get(line).map(|one| self.meal_name(one)),
        }
        .unwrap_or_default()
    }
    fn leg_name(&self, one: &LegLine) -> String {
        format!("{} {}", self.say.code("travel", one.direction), self.say.month_day(one.on))
    }
    pub fn meal_name(&self, one: &domain::engine::edition::MealLine) -> String {
        format!("{} {}", self.say.month_day(one.on), self.say.code("meal", one.kind))
    }

    fn timetable(&self) -> Vec<Block> {
        let mut blocks = Vec::new();
        let one_day = self.edition.heading.from == self.edition.heading.to;
        for day in self.edition.timetable.chunk_by(|one, next| one.line.on == next.line.on) {
            if !one_day {
                blocks.push(Block::sub(self.say.long_day(day[0].line.on)));
            }
            blocks.push(Block::Table(self.time_table(day, true)));
        }
        let about = [("dress", &self.edition.dress), ("weather", &self.edition.weather)];
        let rows: Vec<Pair> = about
            .into_iter()
            .filter(|one| !one.1.is_empty())
            .map(|(key, texts)| Pair::new(self.say.word(key), self.say.stacked(texts)))
            .collect();
        if !rows.is_empty() {
            blocks.push(Block::Pairs { rows });
        }
        blocks
    }
    /// Times, items and places; with `whole` also who of ours is needed and what must be ready.
    pub fn time_table(&self, lines: &[CrewLine], whole: bool) -> Table {
        let mut columns = vec![
            Column::mm(self.say.word("time"), 25.0),
            Column::share(self.say.word("item"), 1.0),
            Column::mm(self.say.word("place"), 40.0),
            Column::mm(self.say.word("lead"), 24.0),
        ];
        if whole {
            columns.push(Column::mm(self.say.word("material"), 32.0));
        }
        let row = |one: &CrewLine| {
            let mut what = Text::styled(self.say.said(&one.line.what), Style::STRONG);
            if whole && !one.ours.is_empty() {
                let ours = format!("{}{}{}", self.say.word("with"), self.say.colon(), self.say.list(&one.ours));
                what = what.under(Text::styled(ours, Style::NOTE));
            }
            let mut cells = vec![
                Text::name(self.say.span(one.line.at, one.line.ends)),
                what,
                self.say.text(&one.line.place),
                self.one_of_ours(one.lead.as_ref()),
            ];
            if whole {
                cells.push(Text::styled(one.material.as_deref().map(clean).unwrap_or_default(), Style::NOTE));
            }
            cells
        };
        Table::new(columns).rows(lines.iter().map(row).collect())
    }

    fn reception(&self) -> Vec<Block> {
        let edition = self.edition;
        let mut blocks = Vec::new();
        if !edition.guests.is_empty() {
            blocks.push(Block::Table(self.guest_table()));
        }
        blocks.extend(self.faces());
        if !edition.sign.is_empty() {
            let sign = Block::text(Rank::Display, self.say.stacked(&edition.sign));
            blocks.push(Block::Panel { frame: Frame::Box, blocks: vec![Block::note(self.say.word("sign")), sign] });
        }
        if !edition.legs.is_empty() {
            blocks.push(Block::Table(self.leg_table()));
        }
        let hotel = self.say.authored(&edition.hotel);
        if !(edition.rooms.is_empty() && hotel.is_empty()) {
            blocks.push(Block::sub(self.say.word("hotel")));
            blocks.extend(hotel);
        }
        if !edition.rooms.is_empty() {
            blocks.push(Block::Table(self.room_table()));
        }
        blocks.extend(self.missing(&[QuestionCode::Address], &[GapKind::Leg]));
        blocks
    }
    /// Whom to look for: everybody's box, once there is a photograph to show at all.
    fn faces(&self) -> Vec<Block> {
        let guests = &self.edition.guests;
        if guests.iter().all(|one| one.photo.is_none()) {
            return Vec::new();
        }
        let face = |one: &CrewGuest| {
            let portrait = Portrait {
                face: Face { initials: self.say.said(&one.initials), photo: one.photo },
                name: self.say.name(&one.who.name, Style::PLAIN),
                post: self.say.text(&one.who.title),
                note: Text::default(),
            };
            (1.0, vec![Block::Portrait(portrait)])
        };
        let row = |some: &[CrewGuest]| {
            let blank = (some.len()..FACES).map(|_| (1.0, Vec::new()));
            Block::columns(some.iter().map(face).chain(blank).collect())
        };
        guests.chunks(FACES).map(row).collect()
    }
    fn guest_table(&self) -> Table {
        let names = self.edition.guests.iter().map(|one| self.say.said(&one.who.name));
        let columns = vec![
            Column::mm(self.say.doc("no"), 8.0),
            Column::mm(self.say.word("name"), self.name_width(names).max(24.0)),
            Column::mm(self.say.word("reading"), 36.0),
            Column::share(self.say.word("title-of"), 1.0),
            Column::mm(self.say.word("address"), 34.0),
        ];
        let row = |one: &CrewGuest| {
            let number = if one.principal { Style::SERIF_OPEN } else { Style { serif: true, ..Style::QUIET } };
            let reading = one.reading.as_deref().map(clean).or_else(|| self.say.other_script(&one.who.name));
            let spoken = self.say.said(&one.address);
            vec![
                Text::styled(one.number.to_string(), number),
                self.say.name(&one.who.name, Style::STRONG),
                reading.map_or_else(Text::dash, |text| Text::default().and_name(text, Style::QUIET).alone()),
                self.say.text(&one.who.title),
                if spoken.is_empty() { Text::unknown(one.ask) } else { Text::of(spoken) },
            ]
        };
        Table::new(columns).rows(self.edition.guests.iter().map(row).collect())
    }
    fn leg_table(&self) -> Table {
        let columns = vec![
            Column::mm(self.say.word("travel"), 20.0),
            Column::mm(self.say.word("number-time"), 34.0),
            Column::share(self.say.word("place"), 1.0),
            Column::mm(self.say.word("greeter"), 24.0),
            Column::share(self.say.word("note"), 1.0),
        ];
        let row = |(at, one): (usize, &LegLine)| {
            let ask = self.gap(GapKind::Leg, at);
            let day = Text::of(self.say.month_day(one.on));
            let what = match (&one.number, one.at) {
                (None, None) => day.and(" ", Style::PLAIN).join(Text::unknown(ask)),
                (number, time) => {
                    let number = self.or_unknown(number.as_deref(), ask);
                    let time = time.map_or_else(|| Text::unknown(ask), |one| Text::name(one.to_string()));
                    day.and(" ", Style::PLAIN).join(time).under(number)
                }
            };
            let place = self.say.text(&one.place);
            let place = if place.is_empty() { Text::unknown(ask) } else { place };
            let meet =
                one.meeting_point.as_deref().map(clean).filter(|text| Some(text.as_str()) != one.place.zh.as_deref());
            let place = place.under(Text::styled(meet.unwrap_or_default(), Style::NOTE));
            let place = place.under(Text::styled(self.say.list(&one.people), Style::NOTE));
            vec![
                Text::styled(self.say.code("travel", one.direction), Style::STRONG),
                what,
                place,
                self.one_of_ours(one.greeter.as_ref()),
                Text::styled(one.note.as_deref().map(clean).unwrap_or_default(), Style::NOTE),
            ]
        };
        Table::new(columns).rows(self.edition.legs.iter().enumerate().map(row).collect())
    }
    fn room_table(&self) -> Table {
        let names = self.edition.rooms.iter().map(|one| self.say.said(&one.name));
        let columns = vec![
            Column::mm(self.say.word("name"), self.name_width(names).max(30.0)),
            Column::share(self.say.word("hotel"), 1.0),
            Column::mm(self.say.word("room-kind"), 40.0),
            Column::mm(self.say.word("nights"), 34.0),
        ];
        let row = |one: &RoomLine| {
            let day = |day: Option<domain::Day>| day.map_or_else(|| "—".to_owned(), |on| self.say.month_day(on));
            vec![
                self.say.name(&one.name, Style::PLAIN),
                self.say.text(&one.hotel),
                Text::of(one.room_kind.as_deref().map(clean).unwrap_or_default()),
                Text::name(format!("{}–{}", day(one.from), day(one.to))),
            ]
        };
        Table::new(columns).density(Density::Normal).rows(self.edition.rooms.iter().map(row).collect())
    }
}

fn code<C: domain::Code>(one: C) -> String {
    crate::briefing::kebab(one.code())
}
