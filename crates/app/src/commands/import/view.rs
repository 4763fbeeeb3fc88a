//! What a file holds, in the shape a window shows before anything is written.

use domain::engine::reason::Severity;
use domain::scene::Wording;
use domain::*;
use intake::Table;
use intake::people::{Certainty, ColumnProposal, PeopleField, Proposal, SheetChoice, Why, refused_heading};

use super::after::after;
use super::difference::difference;
use super::fields::shown;
use super::fixes::{fix_view, remark};
use super::look::Look;
use super::pairs::{Compared, FieldNote, Other, Pair};
use super::remember::{least_class, use_of};
use crate::names::{either, person_name, post_of};
use crate::wire::*;
use crate::words::Speech;

/// Rows of the preview.
const PREVIEW_ROWS: usize = 50;
/// Problems that are listed; the count covers all.
const LISTED_PROBLEMS: usize = 500;
/// Pairs that are sent at a time; the others are asked for, decided by group, or go as proposed.
const LISTED_PAIRS: usize = 500;

/// The fields a column can go to.
pub(super) fn fields(speech: &Speech) -> Vec<Choice> {
    let field = |one: &PeopleField| Choice {
        code: one.code().into(),
        label: speech.say(&format!("intake-field-{}", one.code().replace('_', "-"))),
    };
    PeopleField::ALL.iter().map(field).collect()
}

/// A table with its mapping, problems, pairs and differences.
pub(super) fn table_view(
    base: ImportView,
    table: &Table,
    proposal: &Proposal,
    look: &Look,
    speech: &Speech,
) -> ImportView {
    let (mapping, list) = (&look.mapping, &look.list);
    let bad: std::collections::BTreeSet<u32> =
        list.problems.iter().filter(|one| one.severity == intake::people::Severity::Error).map(|one| one.row).collect();
    let read: std::collections::BTreeMap<u32, &intake::people::PersonRow> =
        list.rows.iter().filter(|one| !one.from_superior_column).map(|one| (one.row, one)).collect();
    let sheet = table.sheets.get(mapping.sheet);
    let first = sheet.and_then(|one| one.rows.iter().find(|row| read.contains_key(&row.number)));
    let column = |one: &ColumnProposal| {
        let view = column_view(one, look, speech);
        // What is not taken in is not shown either.
        let written = first.filter(|_| view.refused.is_none()).map_or("", |row| row.cell(one.column));
        let sample = written.trim().chars().take(60).collect();
        let samples = if view.refused.is_some() { Vec::new() } else { one.samples.clone() };
        ImportColumn { sample, samples, ..view }
    };
    // Headings of sections are neither imported nor wrong: they are not shown.
    let shown = |row: &&intake::Row| read.contains_key(&row.number) || bad.contains(&row.number);
    // A unit merged over several rows is written once and meant for all of them.
    let cell = |row: &intake::Row, column: &ColumnProposal| -> String {
        let written = row.cell(column.column);
        let is_unit = mapping.columns.get(&column.letter) == Some(&PeopleField::Unit);
        let meant = if is_unit { read.get(&row.number).and_then(|one| one.unit.as_deref()) } else { None };
        meant.unwrap_or(written).chars().take(60).collect()
    };
    let cells = |row: &intake::Row| proposal.columns.iter().map(|one| cell(row, one)).collect();
    ImportView {
        sample_row: first.map_or(0, |row| row.number),
        sheet: Some(proposal.sheet_name.clone()).filter(|name| !name.is_empty()),
        header_row: mapping.header_rows.1,
        columns: proposal.columns.iter().map(column).collect(),
        rows: sheet.map_or_else(Vec::new, |sheet| {
            let rows = sheet.rows.iter().filter(shown).take(PREVIEW_ROWS);
            rows.map(|row| ImportRow { row: row.number, cells: cells(row), good: !bad.contains(&row.number) }).collect()
        }),
        problems: list.problems.iter().take(LISTED_PROBLEMS).map(|one| problem(one, speech)).collect(),
        total: list.rows_read,
        good: list.rows.iter().filter(|one| !one.from_superior_column).count() as u32,
        account_name: company(look).unwrap_or(base.account_name),
        sheets: proposal.sheets.iter().map(|one| sheet_view(one, mapping.sheet)).collect(),
        left_out: table.cards.iter().flat_map(|one| &one.left_out).map(left_out).collect(),
        ..base
    }
}

fn why_key(why: Why) -> &'static str {
    match why {
        Why::Heading => "intake-why-heading",
        Why::HeadingPart => "intake-why-heading-part",
        Why::Content => "intake-why-content",
        Why::HeadingAndContent => "intake-why-heading-and-content",
        Why::Format => "intake-why-format",
    }
}

fn problem(one: &intake::people::Problem, speech: &Speech) -> ImportProblem {
    let rows: Vec<String> = one.rows.iter().take(12).map(u32::to_string).collect();
    let heading = one.column.as_ref().map_or_else(String::new, |column| column.heading.clone());
    let args = [
        ("value", one.value.clone().unwrap_or_default()),
        ("rows", rows.join(&speech.say("app-list-comma"))),
        ("column", heading),
    ];
    ImportProblem {
        row: one.row,
        column: one.column.as_ref().map_or_else(String::new, |column| column.letter.clone()),
        severity: if one.severity == intake::people::Severity::Error { Severity::Red } else { Severity::Amber },
        asked: is_asked(one.code),
        text: speech.text(&format!("intake-problem-{}", one.code.code().replace('_', "-")), &args),
    }
}

/// Whether a person is asked about it by kind (`fixes`).
fn is_asked(code: intake::people::ProblemCode) -> bool {
    use intake::people::ProblemCode as P;
    matches!(
        code,
        P::NameMissing
            | P::WordLoose
            | P::AttitudeUnreadable
            | P::LevelUnreadable
            | P::RankUnreadable
            | P::RoleUnreadable
            | P::RelationUnreadable
            | P::DateUnreadable
            | P::BirthdayUnreadable
    )
}

/// The organisation every row names: what a new account is called.
fn company(look: &Look) -> Option<String> {
    let mut named = look.list.rows.iter().filter_map(|one| one.company.as_ref());
    let first = named.next()?;
    named.all(|one| one == first).then(|| first.clone())
}

fn sheet_view(one: &SheetChoice, chosen: usize) -> ImportSheet {
    let SheetChoice { sheet, name, hidden, rows } = one.clone();
    ImportSheet { index: sheet as u32, name, hidden, rows: rows as u32, chosen: sheet == chosen }
}

fn left_out((kind, count): (&String, &u32)) -> RecordCount {
    RecordCount { kind: kind.clone(), count: *count }
}

fn column_view(one: &ColumnProposal, look: &Look, speech: &Speech) -> ImportColumn {
    let field = look.mapping.columns.get(&one.letter).copied();
    let used = look.memory.and_then(|memory| use_of(memory, &one.heading));
    let known = used.is_some_and(|used| used.field.as_deref() == field.map(PeopleField::code));
    let note = used.filter(|_| known);
    let least = field.and_then(least_class);
    let proposed = one.field == field;
    let why = match one.why.filter(|_| proposed) {
        _ if known => speech.say("intake-why-remembered"),
        Some(why) => speech.say(why_key(why)),
        None => String::new(),
    };
    let told = field.and_then(|field| look.fixes.all.iter().find(|fix| fix.field == field && fix.open() > 0));
    let told = told.or_else(|| look.fixes.all.iter().find(|fix| Some(fix.field) == field));
    ImportColumn {
        letter: one.letter.clone(),
        heading: one.heading.clone(),
        samples: Vec::new(),
        field: field.map(|field| field.code().to_owned()),
        certain: known || !proposed || one.certainty == Some(Certainty::Certain),
        why,
        sample: String::new(),
        refused: refused_heading(&one.heading)
            .map(|matter| speech.say(&format!("intake-refused-{}", matter.code().replace('_', "-")))),
        remark: told.map_or_else(|| plain_remark(field, look, speech), |fix| remark(fix, speech)),
        open: told.is_some_and(|fix| fix.open() > 0),
        source: note.and_then(|used| used.source.clone()),
        purpose: note.and_then(|used| used.purpose.clone()),
        class: note.and_then(|used| used.class).or(least).or_else(|| field.and_then(fixed_class)),
        least,
    }
}

/// The class of what becomes part of a person or a seat and not a fact (F.2).
fn fixed_class(field: PeopleField) -> Option<DataClass> {
    use PeopleField as F;
    match field {
        F::Name | F::NameEn | F::Surname | F::Given | F::Company | F::Unit | F::Rank | F::Superior => {
            Some(DataClass::P0)
        }
        F::Birthday | F::Photo => Some(DataClass::P2),
        _ => None,
    }
}

/// What was understood of a column without asking.
fn plain_remark(field: Option<PeopleField>, look: &Look, speech: &Speech) -> String {
    let lunar = |one: &intake::people::PersonRow| one.birthday.is_some_and(|day| day.calendar == Calendar::Lunar);
    match field {
        Some(PeopleField::Birthday) if look.list.rows.iter().any(lunar) => speech.say("core-import-lunar"),
        _ => String::new(),
    }
}

/// Pairs, counts and differences of a list, put into the view of its table.
pub(super) fn with_people(view: ImportView, look: &Look, pairs_from: u32, speech: &Speech) -> ImportView {
    let telling: Vec<&Pair> = look.pairs.iter().filter(|one| one.tells()).collect();
    let suppressed = look.suppression.count(&look.list);
    let restricted = |one: &&Pair| matches!(one.other, Other::Person(id) if look.known.is_restricted(id));
    let untouched: Vec<&Pair> = look.pairs.iter().filter(|one| one.certain).filter(restricted).collect();
    let known = look.pairs.iter().filter(|one| !one.tells() && matches!(one.other, Other::Person(_))).count();
    let mut problems = view.problems;
    problems.extend(untouched.iter().map(|one| ImportProblem {
        row: look.list.rows[one.row].row,
        column: String::new(),
        severity: Severity::Amber,
        text: speech.say("rights-import-restricted"),
        asked: false,
    }));
    problems.sort_by_key(|one| one.row);
    ImportView {
        pair_count: telling.len() as u32,
        unsure: telling.iter().filter(|one| !one.certain).count() as u32,
        pairs_from,
        pair_groups: groups(&telling, speech),
        after: after(look, speech),
        fixes: look.fixes.all.iter().map(|one| fix_view(one, look, speech)).collect(),
        pairs: telling
            .iter()
            .skip(pairs_from as usize)
            .take(LISTED_PAIRS)
            .map(|one| pair_view(one, look, speech))
            .collect(),
        known: (known - untouched.len()) as u32,
        problems,
        suppressed,
        good: view.good.saturating_sub(suppressed),
        difference: look
            .memory
            .map(|memory| difference(&look.list, &look.pairs, memory, &look.known, &look.suppression, speech)),
        ..view
    }
}

/// Pairs by what agrees, the largest group first.
fn groups(telling: &[&Pair], speech: &Speech) -> Vec<PairGroup> {
    let mut all: Vec<PairGroup> = Vec::new();
    for pair in telling {
        let group = pair.group();
        match all.iter_mut().find(|one| one.group == group) {
            Some(one) => one.count += 1,
            None => {
                let text = reasons(pair, speech).join(&speech.say("app-list-comma"));
                all.push(PairGroup { group, text, count: 1, certain: pair.certain });
            }
        }
    }
    all.sort_by_key(|one| std::cmp::Reverse(one.count));
    all
}

fn reasons(pair: &Pair, speech: &Speech) -> Vec<String> {
    let key =
        |one: &domain::engine::duplicates::Agreement| format!("core-import-agree-{}", one.code().replace('_', "-"));
    pair.agreements.iter().map(|one| speech.say(&key(one))).collect()
}

fn pair_view(pair: &Pair, look: &Look, speech: &Speech) -> ImportPair {
    let row = &look.list.rows[pair.row];
    let line =
        |title: &Option<String>, unit: &Option<String>| unit.iter().chain(title).cloned().collect::<Vec<_>>().join(" ");
    let (other_row, person, other_name, other_post) = match pair.other {
        Other::Row(at) => {
            let one = &look.list.rows[at];
            (Some(one.row), None, one.any_name().unwrap_or_default().to_owned(), line(&one.title, &one.unit))
        }
        Other::Person(id) => {
            let known = look.known.index_of(id).map(|at| look.known.people[at]);
            (
                None,
                Some(id),
                known.map_or_else(String::new, |one| person_name(one, speech)),
                post_line(id, look, speech),
            )
        }
    };
    ImportPair {
        key: pair.key(&look.list),
        row: row.row,
        other_row,
        person,
        name: row.any_name().unwrap_or_default().to_owned(),
        post: line(&row.title, &row.unit),
        other_name,
        other_post,
        certain: pair.certain,
        group: pair.group(),
        reasons: reasons(pair, speech),
        fields: pair.fields().iter().map(|one| field_view(one, look, speech)).collect(),
    }
}

/// Account and post of somebody known: two of one name are told apart by them.
fn post_line(person: PersonId, look: &Look, speech: &Speech) -> String {
    match look.known.held(person) {
        [(_, seat), ..] => {
            let account = look.known.whole.account(seat.account);
            let account = account.map_or_else(String::new, |one| crate::names::account_name(one, speech.lang()));
            format!("{account} {}", either(&seat.title_zh, &seat.title_en, speech.lang()))
        }
        [] => post_of(look.known.whole, person, look.known.today, speech.lang()),
    }
}

fn field_view(one: &Compared, look: &Look, speech: &Speech) -> PairField {
    let note = match one.note {
        FieldNote::Same => speech.say("core-import-note-same"),
        FieldNote::Fills => speech.say("core-import-note-fills"),
        FieldNote::Verified(on) => {
            let days = (look.known.today - on).num_days().max(0);
            speech.text("core-import-note-verified", &[("days", days.to_string())])
        }
        FieldNote::Drawn(on) => {
            let days = (look.known.today - on).num_days().max(0);
            speech.text("core-import-note-drawn", &[("days", days.to_string())])
        }
        FieldNote::Updated => speech.say("core-import-note-updated"),
        FieldNote::Differs => speech.say("core-import-note-differs"),
        FieldNote::Adds => speech.say("core-import-note-adds"),
        FieldNote::Kept => speech.say("core-import-note-kept"),
    };
    PairField {
        field: one.field.code().into(),
        label: speech.say(&format!("intake-field-{}", one.field.code().replace('_', "-"))),
        ours: shown(one.field, &one.ours, speech),
        theirs: shown(one.field, &one.file, speech),
        same: one.note == FieldNote::Same,
        file: one.takes_file(),
        fixed: matches!(one.note, FieldNote::Same | FieldNote::Kept),
        note,
    }
}
