//! The inspector of one seat.

use domain::engine::asof::is_in_force;
use domain::engine::chain::Stakeholder;
use domain::engine::completeness::BACKGROUND;
use domain::engine::rights::is_restricted;
use domain::engine::score::score_account;
use domain::engine::units::unit_of;
use domain::scene::Wording;
use domain::*;

use super::must;
use super::people::facts::FactReader;
use super::rows::Desk;
use crate::names;
use crate::wire::{BondRow, ChangeRow, FactRow, GetSeat, SeatView, ViewContext};
use crate::{App, Error};

/// Everything the inspector shows of a seat.
pub fn get_seat(app: &mut App, context: &ViewContext, request: GetSeat) -> Result<SeatView, Error> {
    let snapshot = app.account_of_seat(request.seat)?;
    let seat = must(&snapshot.seats, request.seat, "seat")?;
    let account = must(&snapshot.accounts, seat.account, "account")?;
    let day = ViewContext { today: request.as_of, ..context.clone() };
    let desk = Desk::new(&snapshot, account, app.words().speak(context.lang), &day);
    let score = score_account(&snapshot, account.id, request.decision, request.as_of);
    let person = names::tenure_of(&snapshot, seat.id, request.as_of).map(|one| one.person);
    // A second post of a person is shown with the row of the first one.
    let row = score
        .stakeholders
        .iter()
        .find(|row| row.seat == seat.id)
        .or_else(|| score.stakeholders.iter().find(|row| row.person.is_some() && row.person == person));
    let row = row.ok_or(Error::missing("seat"))?;
    let view = Inspected { desk: &desk, seat, person: person.and_then(|id| snapshot.person(id)), row };
    let mut seat_view = view.view();
    seat_view.findings = desk.findings_of(&score, view.row.seat);
    Ok(seat_view)
}

struct Inspected<'a> {
    desk: &'a Desk<'a>,
    seat: &'a Seat,
    person: Option<&'a Person>,
    row: &'a Stakeholder,
}

impl Inspected<'_> {
    fn either(&self, zh: &Option<String>, en: &Option<String>) -> String {
        names::either(zh, en, self.desk.speech.lang())
    }

    fn view(&self) -> SeatView {
        let (desk, row, seat) = (self.desk, self.row, self.seat);
        let (superior, unit) = (self.superior(), unit_of(seat, desk.today));
        let facts = self.facts();
        let known =
            BACKGROUND.iter().filter(|kind| facts.iter().any(|one| one.kind == **kind && one.asked)).count() as u32;
        SeatView {
            seat: seat.id,
            account: desk.account.id,
            account_name: names::account_name(desk.account, desk.speech.lang()),
            person: self.person.map(|one| one.id),
            holding: row.holding,
            no_contact: row.no_contact,
            restricted: self.person.is_some_and(|one| is_restricted(desk.snapshot, one.id, desk.today)),
            in_chain: row.in_chain,
            name: self
                .person
                .map_or_else(|| super::court::row_name(desk, row), |one| names::person_name(one, &desk.speech)),
            raw_name: self.person.map(|one| names::bare_name(one, &desk.speech)),
            pronunciation: self.person.and_then(|one| one.pronunciation.clone()),
            label: self.person.and_then(|one| one.label.clone()),
            title: self.either(&seat.title_zh, &seat.title_en),
            posts: self.posts(),
            unit,
            unit_name: desk
                .snapshot
                .units
                .iter()
                .find(|one| one.id == unit)
                .map_or_else(String::new, |one| self.either(&one.name_zh, &one.name_en)),
            superior,
            superior_name: superior.map(|id| desk.book.seat_name(id, &desk.speech)),
            rank_level: seat.rank_level,
            roles: row.roles.clone(),
            functions: row.functions.clone(),
            formal_power: row.formal_power,
            influence_level: row.influence_level,
            weight: row.weight,
            attitude: row.attitude,
            attitude_text: desk.speech.say(&attitude_key(row.attitude)),
            attitude_on: row.attitude_on,
            attitude_evidence: row.attitude_evidence.clone(),
            attitude_before: self.attitude_before(),
            level: row.level,
            level_text: desk.speech.say(&format!("tie-{}", row.level)),
            confirmed_by: self.confirmed_by(),
            days: row.days,
            cadence_days: row.cadence_days,
            last_touch: row.last_touch,
            bonds: self.bonds(),
            birthday: self.person.and_then(|one| one.birthday),
            birthday_text: self.person.and_then(|one| one.birthday).map(|one| super::birthday::text(one, &desk.speech)),
            background_known: known,
            background_all: BACKGROUND.len() as u32,
            facts,
            changes: self.changes(),
            findings: vec![],
        }
    }

    fn superior(&self) -> Option<SeatId> {
        let today = self.desk.today;
        let solid = |one: &&Edge| {
            one.kind == EdgeKind::ReportsTo
                && one.from_seat == self.seat.id
                && is_in_force(one.from_on, one.to_on, today)
        };
        self.desk.snapshot.edges.iter().find(solid).map(|one| one.to_seat)
    }

    /// All posts of the person, primary first; the seat's own title when nobody is known.
    fn posts(&self) -> String {
        let Some(person) = self.person else { return self.either(&self.seat.title_zh, &self.seat.title_en) };
        let held = |one: &&Tenure| one.person == person.id && is_in_force(one.from_on, one.to_on, self.desk.today);
        let mut tenures: Vec<&Tenure> = self.desk.snapshot.tenures.iter().filter(held).collect();
        tenures.sort_by_key(|one| !one.primary);
        let title =
            |one: &&Tenure| self.desk.snapshot.seat(one.seat).map(|seat| self.either(&seat.title_zh, &seat.title_en));
        let titles: Vec<String> = tenures.iter().filter_map(title).collect();
        titles.join(&self.desk.speech.say("app-list-comma"))
    }

    fn attitude_before(&self) -> Option<String> {
        let now = self.row.attitude_on?;
        let person = self.person?;
        let earlier = self.desk.snapshot.stances.iter().filter(|one| one.person == person.id && one.read_on < now);
        let before = earlier.max_by_key(|one| one.read_on)?;
        let args =
            [("day", self.desk.speech.day(now)), ("attitude", self.desk.speech.say(&attitude_key(before.level)))];
        Some(self.desk.speech.text("row-attitude-before", &args))
    }

    fn confirmed_by(&self) -> Option<String> {
        let person = self.person?;
        let top = self.desk.snapshot.ties.iter().filter(|one| one.person == person.id && one.level == self.row.level);
        let staff = top.filter_map(|one| one.confirmed_by).next()?;
        Some(names::staff_name(self.desk.snapshot, staff, self.desk.speech.lang()))
    }

    fn bonds(&self) -> Vec<BondRow> {
        let row = self.row;
        let kinds = row.holders();
        let holders = kinds.iter().flat_map(|(_, list)| list.iter().copied());
        let mut staff: Vec<StaffId> = Vec::new();
        for id in holders.chain(row.ties.iter().map(|tie| tie.staff)) {
            if !staff.contains(&id) {
                staff.push(id);
            }
        }
        let read_on = |id: StaffId| {
            let own = self
                .desk
                .snapshot
                .ties
                .iter()
                .filter(|one| one.staff == id && self.person.is_some_and(|person| one.person == person.id));
            own.map(|one| one.read_on).filter(|day| *day <= self.desk.today).max()
        };
        let bond = |id: StaffId| {
            let name = names::staff_name(self.desk.snapshot, id, self.desk.speech.lang());
            BondRow {
                staff: id,
                short: names::short_name(&name),
                active: self.desk.snapshot.staff_member(id).is_some_and(|one| one.status != StaffStatus::Departed),
                kinds: kinds.iter().filter(|(_, list)| list.contains(&id)).map(|(kind, _)| *kind).collect(),
                level: row.ties.iter().find(|tie| tie.staff == id).map(|tie| tie.level),
                read_on: read_on(id),
                name,
            }
        };
        staff.into_iter().map(bond).collect()
    }

    fn facts(&self) -> Vec<FactRow> {
        let (desk, seat) = (self.desk, Some(self.seat));
        let reader = FactReader { snapshot: desk.snapshot, speech: &desk.speech, today: desk.today, seat };
        self.person.map_or_else(Vec::new, |one| reader.rows(one.id))
    }

    /// Stances, ties and touches, newest first.
    fn changes(&self) -> Vec<ChangeRow> {
        let Some(person) = self.person else { return vec![] };
        let (desk, snapshot) = (self.desk, self.desk.snapshot);
        let lang = desk.speech.lang();
        let mut rows: Vec<ChangeRow> = Vec::new();
        for one in snapshot.stances.iter().filter(|one| one.person == person.id) {
            let args = [("attitude", desk.speech.say(&attitude_key(one.level))), ("evidence", one.evidence.clone())];
            rows.push(ChangeRow { on: one.read_on, text: desk.speech.text("change-stance", &args) });
        }
        for one in snapshot.ties.iter().filter(|one| one.person == person.id) {
            let args = [
                ("staff", names::staff_name(snapshot, one.staff, lang)),
                ("level", format!("{} {}", one.level, desk.speech.say(&format!("tie-{}", one.level)))),
            ];
            rows.push(ChangeRow { on: one.read_on, text: desk.speech.text("change-tie", &args) });
        }
        for one in snapshot.touches.iter().filter(|one| one.people.contains(&person.id)) {
            let staff: Vec<String> = one.staff.iter().map(|id| names::staff_name(snapshot, *id, lang)).collect();
            let key = if staff.is_empty() { "change-touch" } else { "change-touch-by" };
            let args = [
                ("kind", desk.speech.label("touch", one.kind)),
                ("staff", staff.join(&desk.speech.say("app-list-comma"))),
                ("summary", one.summary.clone().unwrap_or_default()),
            ];
            rows.push(ChangeRow { on: one.on, text: desk.speech.text(key, &args).trim().to_owned() });
        }
        rows.retain(|one| one.on <= desk.today);
        rows.sort_by_key(|one| std::cmp::Reverse(one.on));
        rows.truncate(12);
        rows
    }
}

/// Catalogue key of a stance; unknown has its own word.
pub(crate) fn attitude_key(level: Option<i8>) -> String {
    level.map_or_else(|| "attitude-unknown".to_owned(), |level| format!("attitude-{level}").replace("--", "-n"))
}
