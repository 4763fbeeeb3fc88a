//! What typed rows mean: names resolved to seats, rows and units, and what stands in the way of each cell.

use std::collections::HashMap;

use domain::engine::asof::is_in_force;
use domain::engine::units::{UnitsOn, unit_of};
use domain::scene::Wording;
use domain::*;

use super::super::seat::begins_on;
use super::super::{NAME_LIMIT, by_script, is_hidden, next_position, tidy_text};
use super::ours::Ours;
use crate::names::person_name;
use crate::new_id;
use crate::wire::{AddSeats, QuickProblem, QuickRow};
use crate::words::Speech;

/// Where a row hangs.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Above {
    Seat(SeatId),
    /// Another row of the plan.
    Row(usize),
}

/// The unit of a row: one of the account, or one the plan makes.
#[derive(Clone, Copy)]
pub(super) enum UnitChoice {
    Known(UnitId),
    New(usize),
}

/// A row that says something.
pub(super) struct Planned {
    /// Its number in the grid.
    at: u32,
    pub name: Option<String>,
    pub title: Option<String>,
    pub above: Option<Above>,
    pub unit: UnitChoice,
    pub roles: Vec<DecisionRole>,
    pub owner: Option<StaffId>,
}

/// All rows that say something, in order. Empty rows are no rows.
pub(super) struct Plan {
    pub rows: Vec<Planned>,
    pub new_units: Vec<OrgUnit>,
    pub new_staff: Vec<Staff>,
    pub problems: Vec<QuickProblem>,
}

impl Plan {
    /// Reads the rows against the account as it is on the day.
    pub fn make(snapshot: &Snapshot, speech: &Speech, request: &AddSeats, day: Day) -> Self {
        let mut reading = Reading { speech, problems: vec![] };
        let typed: Vec<(u32, &QuickRow)> = (0..).zip(&request.rows).filter(|(_, row)| !is_blank(row)).collect();
        let mut rows: Vec<Planned> = typed
            .iter()
            .map(|(at, row)| Planned {
                at: *at,
                name: reading.cell(*at, "name", &row.name),
                title: reading.cell(*at, "title", &row.title),
                above: None,
                unit: UnitChoice::New(0),
                roles: Vec::new(),
                owner: None,
            })
            .collect();
        let book = Book::of(snapshot, speech, &rows, day);
        for (row, (_, typed)) in rows.iter_mut().zip(&typed) {
            row.above = reading.superior(&book, row.at, &typed.superior, request.superior);
            reading.notes(&book, row, typed);
        }
        reading.circles(&rows);
        let mut units = Units::of(snapshot, request, day);
        for at in 0..rows.len() {
            let near = near_unit(snapshot, &rows, at, day);
            rows[at].unit = reading.unit(&mut units, rows[at].at, &typed[at].1.unit, near);
        }
        let mut ours = Ours::of(snapshot);
        for (row, (_, typed)) in rows.iter_mut().zip(&typed) {
            row.roles = reading.roles(row.at, &typed.role);
            if !row.roles.is_empty() && !request.join && request.decision.is_none() {
                reading.tell(row.at, "role", "map-core-role-outside", true, &[]);
            }
            row.owner = reading.owner(&mut ours, row.at, &typed.owner);
        }
        let mut problems = reading.problems;
        problems.sort_by_key(|one| (one.row, !one.blocking));
        Self { rows, new_units: units.new, new_staff: ours.new, problems }
    }
}

fn is_blank(row: &QuickRow) -> bool {
    [&row.name, &row.title, &row.superior, &row.unit, &row.role, &row.owner]
        .iter()
        .all(|text| tidy_text(text).is_empty())
}

/// The unit of the superior, through rows that are read already.
fn near_unit(snapshot: &Snapshot, rows: &[Planned], at: usize, day: Day) -> Option<UnitChoice> {
    match rows[at].above? {
        Above::Seat(id) => snapshot.seat(id).map(|one| UnitChoice::Known(unit_of(one, day))),
        Above::Row(above) if above < at => Some(rows[above].unit),
        Above::Row(_) => None,
    }
}

/// Who can be named as a superior: names first, titles when no name fits.
struct Book {
    names: HashMap<String, Vec<Above>>,
    titles: HashMap<String, Vec<Above>>,
    /// Names of the map alone, to tell of namesakes.
    known: HashMap<String, u32>,
}

impl Book {
    fn of(snapshot: &Snapshot, speech: &Speech, rows: &[Planned], day: Day) -> Self {
        let mut book = Self { names: HashMap::new(), titles: HashMap::new(), known: HashMap::new() };
        let people: HashMap<PersonId, &Person> = snapshot.people.iter().map(|one| (one.id, one)).collect();
        let mut home: HashMap<PersonId, &Tenure> = HashMap::new();
        let open = |one: &&Tenure| is_in_force(one.from_on, one.to_on, day);
        for tenure in snapshot.tenures.iter().filter(open) {
            let slot = home.entry(tenure.person).or_insert(tenure);
            if tenure.primary && !slot.primary {
                *slot = tenure;
            }
        }
        for tenure in home.values() {
            let Some(person) = people.get(&tenure.person).filter(|one| one.status == PersonStatus::Active) else {
                continue;
            };
            let spelt = [person.name_zh.clone(), person.name_en.clone(), Some(person_name(person, speech))];
            let mut spelt: Vec<String> = spelt.into_iter().flatten().map(|one| key(&one)).collect();
            spelt.sort_unstable();
            spelt.dedup();
            for name in spelt {
                book.names.entry(name.clone()).or_default().push(Above::Seat(tenure.seat));
                *book.known.entry(name).or_default() += 1;
            }
        }
        for seat in snapshot.seats.iter().filter(|one| is_in_force(one.from_on, one.to_on, day)) {
            for title in [&seat.title_zh, &seat.title_en].into_iter().flatten() {
                book.titles.entry(key(title)).or_default().push(Above::Seat(seat.id));
            }
        }
        for (at, row) in rows.iter().enumerate() {
            row.name.iter().for_each(|one| book.names.entry(key(one)).or_default().push(Above::Row(at)));
            row.title.iter().for_each(|one| book.titles.entry(key(one)).or_default().push(Above::Row(at)));
        }
        book
    }
}

/// Names are compared without regard to case and doubled spaces.
pub(super) fn key(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// The account's units by name, and new ones.
struct Units {
    named: HashMap<String, Vec<UnitId>>,
    made: HashMap<String, usize>,
    new: Vec<OrgUnit>,
    /// Where rows without a unit go, and new units.
    home: Option<UnitId>,
    account: AccountId,
    /// Since when new units are there.
    from_on: Option<Day>,
    position: i64,
}

impl Units {
    fn of(snapshot: &Snapshot, request: &AddSeats, day: Day) -> Self {
        let mut named: HashMap<String, Vec<UnitId>> = HashMap::new();
        let there = UnitsOn::read(snapshot, request.account, day);
        for unit in there.all() {
            let mut spelt: Vec<String> =
                [&unit.name_zh, &unit.name_en].into_iter().flatten().map(|one| key(one)).collect();
            spelt.dedup();
            spelt.into_iter().for_each(|one| named.entry(one).or_default().push(unit.id));
        }
        Self {
            named,
            made: HashMap::new(),
            new: vec![],
            home: request.unit.or_else(|| there.root().map(|one| one.id)),
            account: request.account,
            from_on: begins_on(snapshot, request.account, day),
            position: next_position(snapshot.units.iter().map(|one| one.position)),
        }
    }

    fn make(&mut self, name: String) -> usize {
        if let Some(at) = self.made.get(&key(&name)) {
            return *at;
        }
        self.made.insert(key(&name), self.new.len());
        let (name_zh, name_en) = by_script(name);
        let position = self.position.saturating_add(self.new.len() as i64);
        let (parent, from_on) = (self.home, self.from_on);
        self.new.push(OrgUnit { parent, name_zh, name_en, position, from_on, ..OrgUnit::bare(new_id(), self.account) });
        self.new.len() - 1
    }
}

/// The name of a unit the plan makes.
pub(super) fn unit_name(unit: &OrgUnit) -> &str {
    unit.name_zh.as_deref().or(unit.name_en.as_deref()).unwrap_or_default()
}

pub(super) struct Reading<'a> {
    pub speech: &'a Speech<'a>,
    problems: Vec<QuickProblem>,
}

impl Reading<'_> {
    pub fn tell(&mut self, row: u32, field: &str, key: &str, blocking: bool, args: &[(&str, String)]) {
        let text = self.speech.text(key, args);
        self.problems.push(QuickProblem { row, field: field.into(), text, blocking });
    }

    /// A cleaned cell; a text that is too long blocks the row.
    pub fn cell(&mut self, row: u32, field: &str, raw: &str) -> Option<String> {
        if raw.chars().any(|c| !c.is_whitespace() && is_hidden(c)) {
            self.tell(row, field, "map-core-hidden-marks", false, &[]);
        }
        let text = tidy_text(raw);
        let length = text.chars().count();
        if length > NAME_LIMIT {
            let args = [("limit", NAME_LIMIT.to_string()), ("length", length.to_string())];
            self.tell(row, field, "map-core-too-long", true, &args);
        }
        (length > 0).then_some(text)
    }

    fn superior(&mut self, book: &Book, row: u32, raw: &str, otherwise: Option<SeatId>) -> Option<Above> {
        let Some(name) = self.cell(row, "superior", raw) else { return otherwise.map(Above::Seat) };
        let found = book.names.get(&key(&name)).or_else(|| book.titles.get(&key(&name)));
        match found.map(Vec::as_slice) {
            Some([one]) => Some(*one),
            Some(more) if !more.is_empty() => {
                self.tell(
                    row,
                    "superior",
                    "map-core-superior-twice",
                    true,
                    &[("name", name), ("count", more.len().to_string())],
                );
                None
            }
            _ => {
                self.tell(row, "superior", "map-core-superior-unknown", true, &[("name", name)]);
                None
            }
        }
    }

    /// What is worth a look but does not stop anybody.
    fn notes(&mut self, book: &Book, row: &Planned, typed: &QuickRow) {
        match (&row.name, &row.title) {
            (None, None) => self.tell(row.at, "name", "map-core-row-empty", true, &[]),
            (Some(_), None) => self.tell(row.at, "title", "map-core-no-title", false, &[]),
            _ => {}
        }
        if let Some(name) = row.name.as_ref().filter(|name| book.known.contains_key(&key(name))) {
            self.tell(row.at, "name", "map-core-namesake", false, &[("name", name.clone())]);
        }
        let own = row.name.as_ref().is_some_and(|name| key(name) == key(&tidy_text(&typed.superior)));
        if own && matches!(row.above, Some(Above::Row(_))) {
            self.tell(row.at, "superior", "map-core-own-superior", true, &[]);
        }
    }

    /// Rows that hang on each other in a circle.
    fn circles(&mut self, rows: &[Planned]) {
        let up = |at: usize| match rows[at].above {
            Some(Above::Row(above)) => Some(above),
            _ => None,
        };
        // 0 unseen, else the walk that saw it first: each row is walked once.
        let mut seen = vec![0; rows.len()];
        for start in 0..rows.len() {
            let (mut at, walk) = (Some(start), start + 1);
            while let Some(here) = at.filter(|here| seen[*here] == 0) {
                seen[here] = walk;
                at = up(here);
            }
            let Some(first) = at.filter(|here| seen[*here] == walk && up(*here) != Some(*here)) else { continue };
            let mut here = Some(first);
            while let Some(one) = here {
                self.tell(rows[one].at, "superior", "map-core-circle", true, &[]);
                here = up(one).filter(|next| *next != first);
            }
        }
    }

    fn unit(&mut self, units: &mut Units, row: u32, raw: &str, near: Option<UnitChoice>) -> UnitChoice {
        let home = units.home;
        let Some(name) = self.cell(row, "unit", raw) else {
            return match near.or(home.map(UnitChoice::Known)) {
                Some(choice) => choice,
                // An account without any unit gets one of its name when something is put into it.
                None => UnitChoice::New(units.make(self.speech.say("map-core-first-unit"))),
            };
        };
        match units.named.get(&key(&name)).map(Vec::as_slice) {
            Some([one]) => UnitChoice::Known(*one),
            Some(more) if !more.is_empty() => {
                let args = [("name", name.clone()), ("count", more.len().to_string())];
                let first = more[0];
                self.tell(row, "unit", "map-core-unit-twice", true, &args);
                UnitChoice::Known(first)
            }
            _ => UnitChoice::New(units.make(name)),
        }
    }
}
