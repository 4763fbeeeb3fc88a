//! What we do not know, as questions a person can ask: about whom, what it blocks, who asks, by when.
//!
//! Owns: which unknowns become questions, their order and days. Deliberately absent: their words, and questions about
//! people nobody may approach. Days follow the preparation scheme T−14 … T−5 (C.5), compressed for short notice.

use super::guests::{Diet, diet_of, facts_of, verified};
use super::{Sources, policy_of};
use crate::engine::asof::is_active;
use crate::engine::chain::{Holding, Stakeholder};
use crate::engine::findings::FindingCode;
use crate::engine::readiness::Gate;
use crate::{
    Code as _, Convention, Day, DecisionRole, FactKind, PersonId, Photo, SeatId, Sitter, StaffId, VisitDirection,
};
use chrono::{Datelike, Duration, Weekday};

/// A post verified longer ago than this is asked about again, days (B.4.14, gate 1).
const VERIFIED_WITHIN: i64 = 30;
/// Diet words that name a family of diets, not one a kitchen can cook for (C.6).
const LOOSE_DIETS: [&str; 4] = ["素食", "素", "vegetarian", "vegan"];

codes! {
    /// What is asked, in the order of the list.
    QuestionCode {
        Principal = "principal", Identity = "identity", Host = "host", Diet = "diet", DietKind = "diet-kind", Owner = "owner",
        SeatHolder = "seat-holder", OpenRole = "open-role", Attitude = "attitude", Background = "background", Address = "address",
        DelegationRole = "delegation-role", Interpreter = "interpreter", Gift = "gift", Photo = "photo",
        Travel = "travel", Vehicle = "vehicle", Task = "task",
    }
}
codes! {
    /// The part of the visit that waits for an answer.
    BriefPart {
        GuestList = "guest-list", Profiles = "profiles", Chain = "chain", Host = "host", Dining = "dining", Gift = "gift", Talks = "talks",
        Ways = "ways", Tasks = "tasks",
    }
}

/// What an open question blocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blocked {
    Gate(Gate),
    Finding(FindingCode),
    Part(BriefPart),
}

/// One question.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// From 1, without gaps.
    pub number: u32,
    pub code: QuestionCode,
    /// Whom it concerns, in protocol or chain order.
    pub people: Vec<PersonId>,
    pub seats: Vec<SeatId>,
    pub roles: Vec<DecisionRole>,
    /// The kinds of fact that are missing.
    pub kinds: Vec<FactKind>,
    /// Never empty.
    pub blocks: Vec<Blocked>,
    /// Who of ours asks; `None`: nobody answers for it yet.
    pub asker: Option<StaffId>,
    /// Before the visit, and never in the past.
    pub by: Day,
}

impl Question {
    /// The question's own key, the same while it asks the same: what a plan for it is kept under. Questions about many
    /// people at once keep theirs when one of them is answered.
    pub fn subject(&self) -> String {
        use QuestionCode as Code;
        let code = self.code.code();
        match (self.code, self.people.first(), self.seats.first(), self.roles.first()) {
            (Code::Identity, ..) if self.blocks.contains(&Blocked::Gate(Gate::Principal)) => {
                "identity:principal".to_owned()
            }
            (Code::Diet | Code::DietKind | Code::Owner | Code::Attitude | Code::Background, Some(person), ..) => {
                format!("{code}:{person}")
            }
            (Code::SeatHolder, _, Some(seat), _) => format!("{code}:{seat}"),
            (Code::OpenRole, _, _, Some(role)) => format!("{code}:{}", role.code()),
            _ => code.to_owned(),
        }
    }
}

/// Collects questions and numbers them.
struct Sheet<'a> {
    from: &'a Sources<'a>,
    questions: Vec<Question>,
}

impl Sheet<'_> {
    /// Adds a question due `days` before the visit and gives it back for details.
    fn ask(&mut self, code: QuestionCode, people: &[PersonId], days: i64, blocks: &[Blocked]) -> &mut Question {
        let asker = people.first().and_then(|person| asker(self.from, *person)).or(self.from.visit.topic_owner);
        self.ask_by(code, people, days, blocks, asker)
    }

    /// As [`Sheet::ask`], for questions our own side answers.
    fn decide(&mut self, code: QuestionCode, people: &[PersonId], days: i64, blocks: &[Blocked]) -> &mut Question {
        let asker = self.from.visit.topic_owner;
        self.ask_by(code, people, days, blocks, asker)
    }

    fn ask_by(
        &mut self,
        code: QuestionCode,
        people: &[PersonId],
        days: i64,
        blocks: &[Blocked],
        asker: Option<StaffId>,
    ) -> &mut Question {
        let at = self.questions.len();
        self.questions.push(Question {
            number: at as u32 + 1,
            code,
            people: people.to_vec(),
            seats: Vec::new(),
            roles: Vec::new(),
            kinds: Vec::new(),
            blocks: blocks.to_vec(),
            asker,
            by: due(self.from.visit.starts_on, self.from.as_of, days),
        });
        &mut self.questions[at]
    }
}

pub(super) fn questions(from: &Sources) -> Vec<Question> {
    let mut sheet = Sheet { from, questions: Vec::new() };
    ask_who_comes(&mut sheet);
    ask_table(&mut sheet);
    ask_chain(&mut sheet);
    ask_people(&mut sheet);
    ask_arrangements(&mut sheet);
    ask_plan(&mut sheet);
    sheet.questions
}

/// `days` before the visit; on a weekend the Monday after if that is still before it; never in the past (C.5).
fn due(starts_on: Day, as_of: Day, days: i64) -> Day {
    let planned = (starts_on - Duration::days(days)).max(as_of);
    let shift = match planned.weekday() {
        Weekday::Sat => 2,
        Weekday::Sun => 1,
        _ => 0,
    };
    let shifted = planned + Duration::days(shift);
    if shifted < starts_on { shifted } else { planned }
}

/// The active owner, else the active backup.
fn asker(from: &Sources, person: PersonId) -> Option<StaffId> {
    let row = from.row_of(person)?;
    let active = |id: &&StaffId| from.snapshot.staff_member(**id).is_some_and(|one| is_active(one, from.as_of));
    row.owners.iter().chain(&row.backups).find(active).copied()
}

fn is_reachable(from: &Sources, person: PersonId) -> bool {
    let barred = from.snapshot.person(person).is_none_or(|one| one.no_contact);
    !barred && from.row_of(person).is_none_or(|row| !row.no_contact)
}

fn guests(from: &Sources) -> impl Iterator<Item = PersonId> {
    from.invited.iter().map(|one| one.person)
}

fn ask_who_comes(sheet: &mut Sheet) {
    let from = sheet.from;
    let principal = from.visit.principal_guest.filter(|one| from.is_guest(*one));
    let stale = |person: &PersonId| {
        verified(from, *person).is_none_or(|mark| (from.as_of - mark.on).num_days() > VERIFIED_WITHIN)
    };
    match principal {
        None => _ = sheet.ask(QuestionCode::Principal, &[], 14, &[Blocked::Gate(Gate::Principal)]),
        Some(one) if stale(&one) => {
            _ = sheet.ask(QuestionCode::Identity, &[one], 12, &[Blocked::Gate(Gate::Principal)])
        }
        Some(_) => {}
    }
    let others: Vec<_> = guests(from).filter(|one| Some(*one) != principal && stale(one)).collect();
    if !others.is_empty() {
        sheet.ask(QuestionCode::Identity, &others, 12, &[Blocked::Part(BriefPart::GuestList)]);
    }
    if from.visit.host.is_none() {
        sheet.decide(QuestionCode::Host, &[], 12, &[Blocked::Gate(Gate::Host), Blocked::Part(BriefPart::Host)]);
    }
}

fn ask_table(sheet: &mut Sheet) {
    let from = sheet.from;
    let blocks = [Blocked::Gate(Gate::Diet), Blocked::Part(BriefPart::Dining)];
    for person in guests(from).filter(|one| diet_of(from, *one) == Diet::NotAsked) {
        sheet.ask(QuestionCode::Diet, &[person], 10, &blocks);
    }
    let loose = |need: &String| LOOSE_DIETS.iter().any(|one| need.trim().eq_ignore_ascii_case(one));
    for person in guests(from) {
        if matches!(diet_of(from, person), Diet::Needs(needs) if needs.iter().any(loose)) {
            sheet.ask(QuestionCode::DietKind, &[person], 10, &blocks[1..]);
        }
    }
}

fn ask_chain(sheet: &mut Sheet) {
    let from = sheet.from;
    let is_ours = |row: &&Stakeholder| row.in_chain || row.person.is_some_and(|one| from.is_guest(one));
    for row in from.rows.iter().filter(is_ours) {
        let unowned = from.findings.iter().any(|one| one.code == FindingCode::NoOwner && one.seat == Some(row.seat));
        if let (true, Some(person)) = (unowned, row.person) {
            let blocks = [Blocked::Finding(FindingCode::NoOwner), Blocked::Part(BriefPart::Chain)];
            sheet.decide(QuestionCode::Owner, &[person], 12, &blocks);
        }
    }
    for row in from.rows.iter().filter(|row| row.in_chain && row.holding == Holding::Placeholder && !row.no_contact) {
        sheet.ask(QuestionCode::SeatHolder, &[], 12, &[Blocked::Part(BriefPart::Chain)]).seats.push(row.seat);
    }
    let unfilled = from.findings.iter().filter(|one| one.code == FindingCode::RoleUnidentified);
    for role in unfilled.filter_map(|one| one.role) {
        let blocks = [Blocked::Finding(FindingCode::RoleUnidentified), Blocked::Part(BriefPart::Chain)];
        sheet.ask(QuestionCode::OpenRole, &[], 12, &blocks).roles.push(role);
    }
    for row in from.rows.iter().filter(|row| row.in_chain && row.attitude.is_none()) {
        if let Some(person) = row.person.filter(|one| is_reachable(from, *one)) {
            sheet.ask(QuestionCode::Attitude, &[person], 5, &[Blocked::Part(BriefPart::Chain)]);
        }
    }
}

/// The kinds of background a host is matched by; dialects are asked of guests from here alone.
fn background_kinds(from: &Sources, person: PersonId) -> Vec<FactKind> {
    use FactKind::{Dialect, Employer, Hobby, NativePlace, Profession, School};
    let wanted = [NativePlace, Dialect, School, Employer, Profession, Hobby];
    let applies = |kind: &FactKind| *kind != Dialect || from.visit.convention != Convention::Foreign;
    wanted.into_iter().filter(applies).filter(|kind| facts_of(from, person, *kind).next().is_none()).collect()
}

fn ask_people(sheet: &mut Sheet) {
    let from = sheet.from;
    if let Some(principal) = from.visit.principal_guest.filter(|one| from.is_guest(*one)) {
        let kinds = background_kinds(from, principal);
        if !kinds.is_empty() {
            let blocks = [Blocked::Part(BriefPart::Profiles), Blocked::Part(BriefPart::Host)];
            sheet.ask(QuestionCode::Background, &[principal], 7, &blocks).kinds = kinds;
        }
    }
    let unaddressed = |id: &PersonId| {
        from.snapshot.person(*id).is_some_and(|one| one.address_zh.is_none() && one.address_en.is_none())
    };
    let people: Vec<_> = guests(from).filter(unaddressed).collect();
    if !people.is_empty() {
        sheet.ask(QuestionCode::Address, &people, 7, &[Blocked::Part(BriefPart::GuestList)]);
    }
    let people: Vec<_> = from.invited.iter().filter(|one| one.role.is_none()).map(|one| one.person).collect();
    if !people.is_empty() {
        sheet.ask(QuestionCode::DelegationRole, &people, 7, &[Blocked::Part(BriefPart::GuestList)]);
    }
}

fn ask_arrangements(sheet: &mut Sheet) {
    let from = sheet.from;
    if from.visit.interpreter.is_none() {
        sheet.decide(QuestionCode::Interpreter, &[], 7, &[Blocked::Part(BriefPart::Talks)]);
    }
    let allowed = policy_of(from.snapshot, from.visit.account).is_none_or(|policy| policy.gift_max > 0.0);
    if !from.visit.gift_decided && allowed {
        sheet.decide(QuestionCode::Gift, &[], 5, &[Blocked::Gate(Gate::Gift), Blocked::Part(BriefPart::Gift)]);
    }
    // No paper shows a photograph without permission: it is asked of those who have not given it.
    let agreed = |id: PersonId| from.snapshot.photo_of(Sitter::Person(id)).is_some_and(Photo::may_print);
    let unasked: Vec<_> = guests(from).filter(|id| !agreed(*id)).collect();
    if !unasked.is_empty() {
        sheet.ask(QuestionCode::Photo, &unasked, 7, &[Blocked::Part(BriefPart::Profiles)]);
    }
}

/// What a plan that has been begun still lacks; a visit nobody has planned yet is not asked line by line.
fn ask_plan(sheet: &mut Sheet) {
    let from = sheet.from;
    let id = from.visit.id;
    if !from.snapshot.agenda_items.iter().any(|one| one.visit == id) {
        return;
    }
    let legs: Vec<_> = from.snapshot.travel_legs.iter().filter(|one| one.visit == id).collect();
    let untold = legs.is_empty() || legs.iter().any(|one| one.number.is_none());
    if from.visit.direction == VisitDirection::Inbound && untold {
        sheet.decide(QuestionCode::Travel, &[], 12, &[Blocked::Part(BriefPart::Ways)]);
    }
    let mut cars = from.snapshot.vehicles.iter().filter(|one| one.visit == id && !one.spare);
    if cars.any(|one| one.plate.is_none() || (one.driver.is_none() && !one.host_drives)) {
        sheet.decide(QuestionCode::Vehicle, &[], 5, &[Blocked::Part(BriefPart::Ways)]);
    }
    let mut tasks = from.snapshot.checklist_items.iter().filter(|one| one.visit == id && one.done_on.is_none());
    if tasks.any(|one| one.owner.is_none()) {
        sheet.decide(QuestionCode::Task, &[], 12, &[Blocked::Part(BriefPart::Tasks)]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn answers_are_due_before_the_visit_on_a_working_day_and_never_in_the_past() {
        let friday = day("2026-12-04");
        let today = day("2026-11-20");
        assert_eq!(due(friday, today, 10), day("2026-11-24"));
        assert_eq!(due(friday, today, 12), day("2026-11-23"), "a Sunday moves to Monday");
        assert_eq!(due(friday, day("2026-12-03"), 10), day("2026-12-03"), "short notice");
        assert_eq!(due(day("2026-11-23"), day("2026-11-21"), 7), day("2026-11-21"), "Monday would be too late");
    }
}
