//! Pages of the crew's copy for single posts: vehicles, kitchen, venue, interpreter, contingency. Owns: their tables.
//! Deliberately absent: needs of guests anywhere but in the kitchen.

use domain::SeatingKind;
use domain::engine::brief::{Diet, QuestionCode};
use domain::engine::edition::{
    CarLine, ChecklistLine, ContactLine, ContingencyLine, CrewLine, DietRow, GapKind, MealLine, StopLine,
};

use super::crew::Crew;
use super::say::Say;
use crate::briefing::clean;
use crate::paper::{Block, Column, Density, Pair, Style, Table, Text};

/// A car by its name, else by its kind.
pub(super) fn car_name(one: &CarLine, say: &Say) -> String {
    one.name.as_deref().map_or_else(|| say.code("vehicle", one.kind), clean)
}

impl Crew<'_> {
    pub(super) fn vehicles(&self) -> Vec<Block> {
        let mut blocks = Vec::new();
        if !self.edition.cars.is_empty() {
            blocks.push(Block::Table(self.car_table()));
        }
        let rides: Vec<CrewLine> = self.edition.timetable.iter().filter(|one| one.ride).cloned().collect();
        for day in rides.chunk_by(|one, next| one.line.on == next.line.on) {
            blocks.push(Block::sub(self.say.long_day(day[0].line.on)));
            blocks.push(Block::Table(self.time_table(day, false)));
        }
        blocks.extend(self.missing(&[], &[GapKind::Car]));
        blocks.extend(self.seating(&[SeatingKind::Car]));
        blocks
    }
    fn car_table(&self) -> Table {
        let say = &self.say;
        let columns = vec![
            Column::mm(say.word("car"), 26.0),
            Column::mm(say.word("plate"), 24.0),
            Column::mm(say.word("driver"), 34.0),
            Column::share(say.word("riders"), 1.0),
            Column::mm(say.word("leaves"), 30.0),
        ];
        let row = |(at, one): (usize, &CarLine)| {
            let ask = self.gap(GapKind::Car, at);
            let mut name = Text::styled(car_name(one, say), Style::STRONG);
            name = name.under(Text::styled(say.code("vehicle", one.kind), Style::NOTE));
            if one.spare {
                name = name.under(Text::styled(say.word("spare"), Style::NOTE));
            }
            let named = |value: &Option<String>| {
                value.as_deref().map_or_else(|| Text::unknown(ask), |one| Text::name(clean(one)))
            };
            let driver = match (one.host_drives, &one.driver, &one.driver_phone) {
                (true, None, _) => Text::of(say.word("host-drives")),
                (_, None, None) => Text::unknown(ask),
                _ => named(&one.driver).under(named(&one.driver_phone)),
            };
            let when =
                one.leaves_on.map(|on| say.month_day(on)).into_iter().chain(one.leaves_at.map(|at| at.to_string()));
            let leaves = Text::of(when.collect::<Vec<_>>().join(" "));
            let route = Text::styled(one.route.as_deref().map(clean).unwrap_or_default(), Style::NOTE);
            vec![name, named(&one.plate), driver, self.ours(&one.riders), leaves.under(route)]
        };
        Table::new(columns).rows(self.edition.cars.iter().enumerate().map(row).collect())
    }

    pub(super) fn kitchen(&self) -> Vec<Block> {
        let mut blocks = Vec::new();
        for (at, meal) in self.edition.meals.iter().enumerate() {
            if self.edition.meals.len() > 1 {
                blocks.push(Block::sub(self.meal_name(meal)));
            }
            blocks.push(Block::Pairs { rows: self.meal_rows(at, meal) });
        }
        if !self.edition.diets.is_empty() {
            blocks.push(Block::Table(self.diet_table()));
            blocks.push(Block::note(self.say.doc("diet-privacy")));
        }
        blocks.extend(self.missing(&[QuestionCode::Diet, QuestionCode::DietKind], &[GapKind::Meal]));
        blocks.extend(self.seating(&[SeatingKind::RoundTables]));
        blocks
    }
    fn meal_rows(&self, at: usize, meal: &MealLine) -> Vec<Pair> {
        let say = &self.say;
        let ask = self.gap(GapKind::Meal, at);
        let time = meal.at.map_or_else(|| Text::unknown(ask), |one| Text::name(one.to_string()));
        let place = say.text(&meal.place);
        let place = if place.is_empty() { Text::unknown(ask) } else { place };
        let alcohol = say.word(if meal.alcohol { "alcohol-yes" } else { "alcohol-no" });
        let told = |text: &Option<String>| {
            let lines = text.as_deref().unwrap_or_default().lines().map(str::trim).filter(|one| !one.is_empty());
            lines.fold(Text::default(), |all, line| all.under(Text::of(clean(line))))
        };
        let mut rows = vec![
            Pair::new(say.word("time"), time),
            Pair::new(say.word("place"), place),
            Pair::new(say.word("tables"), say.tell("tables-count", &[("count", meal.tables.to_string())])),
            Pair::new(say.word("alcohol"), alcohol),
            Pair::new(say.word("hosts"), self.ours(&meal.hosts)),
            Pair::new(say.word("toast"), told(&meal.toast)),
            Pair::new(say.word("menu"), told(&meal.menu)),
        ];
        rows.retain(|one| !one.value.is_empty());
        rows
    }
    fn diet_table(&self) -> Table {
        let say = &self.say;
        let names = self.edition.diets.iter().map(|one| say.said(&one.name));
        let columns = vec![
            Column::mm(say.doc("no"), 8.0),
            Column::mm(say.doc("diner"), self.name_width(names).max(34.0)),
            Column::share(say.doc("diet"), 1.0),
        ];
        let row = |one: &DietRow| {
            let diet = match &one.diet {
                Diet::NotAsked => Text::unknown(one.ask),
                Diet::None => Text::styled(say.doc("none-told"), Style::QUIET),
                Diet::Needs(needs) => {
                    let needs: Vec<String> = needs.iter().map(|need| clean(need)).collect();
                    let separator = if say.lang == domain::Lang::ZhCn { "；" } else { "; " };
                    Text::styled(needs.join(separator), Style::STRONG).ask(one.ask)
                }
            };
            vec![Text::styled(one.number.to_string(), Style::QUIET), say.name(&one.name, Style::PLAIN), diet]
        };
        Table::new(columns).rows(self.edition.diets.iter().map(row).collect())
    }

    pub(super) fn venue(&self) -> Vec<Block> {
        let edition = self.edition;
        let mut blocks = self.say.authored(&edition.venue);
        blocks.extend(self.say.authored(&edition.wifi));
        if !edition.tour.is_empty() {
            blocks.push(Block::sub(self.say.word("tour")));
            blocks.push(Block::Table(self.stop_table()));
        }
        if !edition.security.is_empty() {
            blocks.push(Block::sub(self.say.word("security")));
            blocks.extend(self.say.authored(&edition.security));
        }
        use SeatingKind::{Photo, Rostrum, Signing, Sofas, TableBroadside, TableEndOn};
        blocks.extend(self.seating(&[Rostrum, TableBroadside, TableEndOn, Sofas, Signing, Photo]));
        blocks
    }
    fn stop_table(&self) -> Table {
        let say = &self.say;
        let columns = vec![
            Column::mm(say.doc("no"), 10.0),
            Column::share(say.word("stop"), 1.0),
            Column::mm(say.word("minutes"), 18.0),
            Column::mm(say.word("guide"), 24.0),
            Column::mm(say.word("photo"), 24.0),
            Column::share(say.word("note"), 1.0),
        ];
        let row = |(at, one): (usize, &StopLine)| {
            let photo = if one.photo_allowed {
                Text::of(say.word("photo-ok"))
            } else {
                Text::styled(say.word("no-photo"), Style::OPEN)
            };
            let late = if one.skip_when_late { say.word("skip-when-late") } else { String::new() };
            let gear = Text::styled(one.gear.as_deref().map(clean).unwrap_or_default(), Style::NOTE);
            vec![
                Text::of((at + 1).to_string()),
                say.text(&one.title),
                Text::of(say.tell("minutes-count", &[("count", one.minutes.to_string())])),
                self.one_of_ours(one.guide.as_ref()),
                photo,
                gear.under(Text::styled(late, Style::NOTE)),
            ]
        };
        Table::new(columns).rows(self.edition.tour.iter().enumerate().map(row).collect())
    }

    pub(super) fn interpreter(&self) -> Vec<Block> {
        let edition = self.edition;
        let pair = match edition.interpreter_pair.as_deref() {
            Some("none") => return Vec::new(),
            pair => pair,
        };
        let ask = edition.questions.iter().find(|one| one.code == QuestionCode::Interpreter).map(|one| one.number);
        let languages = pair.map_or_else(|| Text::unknown(ask), |pair| Text::of(self.languages(pair)));
        let mut rows = vec![Pair::new(self.say.word("languages"), languages)];
        for one in &edition.interpreters {
            rows.push(Pair::new(
                self.say.code("function", domain::Duty::Interpreter),
                self.say.name(&one.name, Style::STRONG),
            ));
        }
        let mut blocks = vec![Block::Pairs { rows }];
        blocks.extend(self.say.authored(&edition.interpreter));
        blocks.extend(self.missing(&[QuestionCode::Interpreter], &[]));
        blocks
    }
    /// `中文 — 英语`.
    fn languages(&self, pair: &str) -> String {
        let name = |code: &str| {
            domain::engine::places::language_name(code, self.say.lang).map_or_else(|| clean(code), str::to_owned)
        };
        pair.split('-').map(name).collect::<Vec<_>>().join(" — ")
    }

    pub(super) fn contingency(&self) -> Vec<Block> {
        let edition = self.edition;
        let mut blocks = Vec::new();
        if !edition.contingencies.is_empty() {
            blocks.push(Block::Table(self.case_table()));
        }
        if !edition.contacts.is_empty() {
            blocks.push(Block::sub(self.say.word("contacts")));
            blocks.push(Block::Table(self.contact_table()));
        }
        if !edition.checklist.is_empty() {
            blocks.push(Block::sub(self.say.word("checklist")));
            blocks.push(Block::Table(self.check_table()));
        }
        blocks
    }
    fn case_table(&self) -> Table {
        let say = &self.say;
        let columns = vec![
            Column::mm(say.doc("no"), 8.0),
            Column::mm(say.word("trigger"), 44.0),
            Column::share(say.word("action"), 1.0),
            Column::mm(say.word("acts"), 24.0),
        ];
        let row = |(at, one): (usize, &ContingencyLine)| {
            vec![
                Text::styled((at + 1).to_string(), Style::QUIET),
                Text::styled(
                    self.listed(&one.trigger.clone().filter(|_| one.key.is_none()), &one.key, "plan-case"),
                    Style::STRONG,
                ),
                Text::of(self.listed(&one.action, &one.key.as_ref().map(|key| format!("{key}-do")), "plan-case")),
                self.one_of_ours(one.owner.as_ref()),
            ]
        };
        Table::new(columns).rows(self.edition.contingencies.iter().enumerate().map(row).collect())
    }
    /// An own text, else the text of the list for a key.
    fn listed(&self, text: &Option<String>, key: &Option<String>, family: &str) -> String {
        match (text, key) {
            (Some(text), _) => clean(text),
            (None, Some(key)) => clean(&self.say.wording.text(&format!("{family}-{key}"), &[])),
            (None, None) => String::new(),
        }
    }
    fn contact_table(&self) -> Table {
        let say = &self.say;
        let columns = vec![
            Column::share(say.word("function"), 1.0),
            Column::share(say.word("name"), 1.0),
            Column::mm(say.word("phone"), 44.0),
        ];
        let row = |one: &ContactLine| {
            let function = one.duty.map_or_else(|| say.said(&one.function), |duty| say.code("function", duty));
            let name = if one.name.is_empty() { Text::default() } else { say.name(&one.name, Style::PLAIN) };
            let phone = one.phone.as_deref().map_or_else(Text::dash, |phone| Text::name(clean(phone)));
            vec![Text::of(function), name, phone]
        };
        Table::new(columns).density(Density::Tight).rows(self.edition.contacts.iter().map(row).collect())
    }
    fn check_table(&self) -> Table {
        let say = &self.say;
        let columns = vec![
            Column::mm("T", 14.0),
            Column::mm(say.word("due"), 22.0),
            Column::share(say.word("task"), 1.0),
            Column::mm(say.word("acts"), 26.0),
        ];
        let row = |one: &ChecklistLine| {
            let offset = match one.offset_days {
                0 => "T".to_owned(),
                days if days < 0 => format!("T\u{2212}{}", -days),
                days => format!("T+{days}"),
            };
            vec![
                Text::name(offset),
                Text::name(say.month_day(one.due_on)),
                Text::of(self.listed(&one.text, &one.key, "plan-check")),
                self.one_of_ours(one.owner.as_ref()),
            ]
        };
        Table::new(columns).density(Density::Tight).rows(self.edition.checklist.iter().map(row).collect())
    }
}
