//! Words for records and codes, from the one catalogue.
//!
//! Owns: names, titles, days, lists and reasons as text, and cleaning of what users typed. Deliberately absent: layout.

use chrono::Datelike;
use domain::engine::places::{dialect_name, language_name, place_name};
use domain::engine::{Param, Reason};
use domain::scene::Wording;
use domain::{
    Code, CommitmentId, ComplaintId, Day, DecisionRole, Lang, Person, PersonId, SeatId, Snapshot, Staff, StaffId,
    UnitId, pick,
};

/// Runs of letters without a place to break longer than this get one, so that no line leaves the page.
const LONGEST_RUN: usize = 24;

/// A snapshot and the catalogue it is told with.
pub(super) struct Words<'a> {
    pub snapshot: &'a Snapshot,
    pub wording: &'a dyn Wording,
    pub lang: Lang,
}

impl<'a> Words<'a> {
    pub fn new(snapshot: &'a Snapshot, wording: &'a dyn Wording) -> Self {
        Self { snapshot, wording, lang: wording.lang() }
    }
    /// The text of `doc-<key>`.
    pub fn word(&self, key: &str) -> String {
        self.tell(key, &[])
    }
    /// The text of `doc-<key>` with facts.
    pub fn tell(&self, key: &str, facts: &[(&str, String)]) -> String {
        clean(&self.wording.text(&format!("doc-{key}"), facts))
    }
    /// The label of a code: `doc-<family>-<code>`.
    pub fn code<C: Code>(&self, family: &str, code: C) -> String {
        self.word(&format!("{family}-{}", kebab(code.code())))
    }
    /// The Chinese or English one of two texts, cleaned.
    pub fn pick(&self, zh: &Option<String>, en: &Option<String>) -> Option<String> {
        pick(zh.as_deref(), en.as_deref(), self.lang).map(clean)
    }
    /// A list in one line.
    pub fn list(&self, items: impl IntoIterator<Item = String>) -> String {
        items.into_iter().collect::<Vec<_>>().join(if self.lang == Lang::ZhCn { "、" } else { ", " })
    }
    /// Name of a stakeholder: as established in the language, `已删除联系人` for an erased one, `姓名待查` when unknown. Namesakes
    /// carry what tells them apart (C.3).
    pub fn person_name(&self, person: &Person) -> String {
        let nobody = if person.status == domain::PersonStatus::Erased { "erased" } else { "name-unknown" };
        let Some(name) = self.pick(&person.name_zh, &person.name_en) else { return self.word(nobody) };
        match person.label.as_deref().map(clean) {
            Some(label) if !label.contains(&name) => self.tell("labelled", &[("name", name), ("label", label)]),
            Some(label) if self.lang == Lang::ZhCn => label,
            _ => name,
        }
    }
    pub fn person(&self, id: PersonId) -> String {
        self.snapshot.person(id).map_or_else(|| self.word("name-unknown"), |one| self.person_name(one))
    }
    pub fn people(&self, ids: &[PersonId]) -> String {
        self.list(ids.iter().map(|id| self.person(*id)))
    }
    pub fn staff_name(&self, staff: &Staff) -> String {
        self.pick(&staff.name_zh, &staff.name_en).unwrap_or_else(|| self.word("name-unknown"))
    }
    pub fn staff(&self, id: StaffId) -> String {
        self.snapshot.staff_member(id).map_or_else(|| self.word("name-unknown"), |one| self.staff_name(one))
    }
    pub fn staff_list(&self, ids: &[StaffId]) -> String {
        self.list(ids.iter().map(|id| self.staff(*id)))
    }
    pub fn seat_title(&self, id: SeatId) -> String {
        let title = self.snapshot.seat(id).and_then(|one| self.pick(&one.title_zh, &one.title_en));
        title.unwrap_or_else(|| self.word("post-unknown"))
    }
    pub fn unit_of(&self, seat: SeatId) -> Option<String> {
        self.unit(self.snapshot.seat(seat)?.unit)
    }
    pub fn unit(&self, unit: UnitId) -> Option<String> {
        let unit = self.snapshot.units.iter().find(|one| one.id == unit)?;
        self.pick(&unit.name_zh, &unit.name_en)
    }
    pub fn commitment(&self, id: CommitmentId) -> String {
        let found = self.snapshot.commitments.iter().find(|one| one.id == id);
        found.and_then(|one| self.pick(&one.text_zh, &one.text_en)).unwrap_or_default()
    }
    pub fn complaint(&self, id: ComplaintId) -> String {
        let found = self.snapshot.complaints.iter().find(|one| one.id == id);
        found.and_then(|one| self.pick(&one.text_zh, &one.text_en)).unwrap_or_default()
    }
    /// A day in full.
    pub fn long_day(&self, day: Day) -> String {
        long_day(self.wording, day)
    }
}

/// `2026年12月4日，星期五` / `Friday, 4 December 2026`.
pub(crate) fn long_day(wording: &dyn Wording, day: Day) -> String {
    let (year, month, date, weekday) = (day.year(), day.month(), day.day(), day.weekday().number_from_monday());
    let word = |key: String| wording.text(&key, &[]);
    let facts = [
        ("year", year.to_string()),
        ("month", word(format!("doc-month-{month}"))),
        ("day", date.to_string()),
        ("weekday", word(format!("doc-weekday-{weekday}"))),
    ];
    clean(&wording.text("doc-day-long", &facts))
}

/// The sentence of a reason: catalogue key `reason-<code>`, its facts as arguments by their names. Records become names,
/// days ISO dates, roles their labels.
pub fn reason_text(reason: &Reason, snapshot: &Snapshot, wording: &dyn Wording) -> String {
    let words = Words::new(snapshot, wording);
    let facts: Vec<_> = reason.params.iter().map(|(name, param)| (*name, param_text(&words, param))).collect();
    clean(&wording.text(&format!("reason-{}", reason.code), &facts))
}

fn param_text(words: &Words, param: &Param) -> String {
    match param {
        Param::Int(value) => value.to_string(),
        Param::Number(value) => format!("{value:.1}").trim_end_matches(".0").to_owned(),
        Param::Text(text) => clean(text),
        Param::Place(code) => place_name(code, words.lang).unwrap_or_else(|| clean(code)),
        Param::Dialect(code) => dialect_name(code, words.lang).map_or_else(|| clean(code), str::to_owned),
        Param::Language(code) => language_name(code, words.lang).map_or_else(|| clean(code), str::to_owned),
        Param::Day(day) => day.to_string(),
        Param::Seat(id) | Param::Post(id) => words.seat_title(*id),
        Param::Person(id) => words.person(*id),
        Param::Staff(id) => words.staff(*id),
        Param::Account(id) => {
            words.snapshot.account(*id).and_then(|one| words.pick(&one.name_zh, &one.name_en)).unwrap_or_default()
        }
        Param::Unit(id) => words.unit(*id).unwrap_or_default(),
        Param::Commitment(id) => words.commitment(*id),
        Param::Complaint(id) => words.complaint(*id),
        Param::Contract(id) => {
            let found = words.snapshot.contracts.iter().find(|one| one.id == *id);
            found.and_then(|one| words.pick(&one.name_zh, &one.name_en)).unwrap_or_default()
        }
        Param::Incident(id) => {
            let found = words.snapshot.incidents.iter().find(|one| one.id == *id);
            found.and_then(|one| words.pick(&one.text_zh, &one.text_en)).unwrap_or_default()
        }
        Param::Code(code) => code_text(words, code),
    }
}

/// Codes in reasons are decision roles, or have a label as on screen; any other stays as it is.
fn code_text(words: &Words, code: &str) -> String {
    let key = format!("code-{code}");
    let label = || Some(words.wording.text(&key, &[])).filter(|text| *text != key);
    match DecisionRole::from_code(code) {
        Some(role) => words.code("role", role),
        None => label().unwrap_or_else(|| code.to_owned()),
    }
}

/// Codes in catalogue keys are kebab-case and lower case.
pub(crate) fn kebab(code: &str) -> String {
    code.to_lowercase().replace('_', "-")
}

/// Text fit for paper: no control or direction marks, and a place to break in every long run of letters.
pub(crate) fn clean(text: &str) -> String {
    let mut run = 0;
    let mut out = String::with_capacity(text.len());
    for letter in text.chars().filter(|one| !is_control(*one)) {
        let breaks = letter.is_whitespace() || letter > '\u{2e7f}' || matches!(letter, '-' | '\u{200b}');
        run = if breaks { 0 } else { run + 1 };
        out.push(if letter == '\n' || letter == '\t' { ' ' } else { letter });
        if run == LONGEST_RUN {
            out.push('\u{200b}');
            run = 0;
        }
    }
    out
}

fn is_control(letter: char) -> bool {
    let directs =
        matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    directs || (letter.is_control() && letter != '\n' && letter != '\t')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn direction_marks_go_and_long_runs_may_break() {
        assert_eq!(clean("a\u{202e}b\u{2068}c\u{0}d"), "abcd");
        assert_eq!(clean("一\n二"), "一 二");
        let long = clean(&"x".repeat(500));
        assert!(long.split('\u{200b}').all(|part| part.len() <= LONGEST_RUN));
        assert_eq!(clean("María de la Cruz Ortega"), "María de la Cruz Ortega");
    }
}
