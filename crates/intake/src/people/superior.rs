//! The superior column: names become lines between rows, and what cannot become one becomes a problem.

use std::collections::{BTreeMap, HashMap};

use crate::people::clean::{self, is_han, parts, split_brackets};
use crate::people::list::{PersonRow, SeatSaid};
use crate::people::problem::{MOST_TOLD, ProblemCode};
use crate::people::row::{Column, Draft};
use crate::people::words::is_unknown_holder;

/// More people of one name than this are not told apart for each of those who name them: a list of one name alone would be compared
/// with itself.
const MOST_TOLD_APART: usize = 1_000;

/// What a superior's text leads to.
enum Found {
    One(usize),
    Several(Vec<usize>),
    Nobody { name: String, title: Option<String> },
}

/// Resolves the superiors of all good rows and returns the rows of those who are only named as superiors.
/// `drafts` are good rows; the index of a returned row is `drafts.len()` plus its place.
pub(super) fn resolve(drafts: &mut [Draft], column: Option<&Column>) -> Vec<PersonRow> {
    let mut added: Vec<PersonRow> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut naming: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let index = Index::of(drafts);
    for at in 0..drafts.len() {
        let Some(text) = drafts[at].superior.clone() else { continue };
        if is_unknown_holder(&text) {
            continue;
        }
        match index.find(drafts, at, &text) {
            Found::One(other) if other == at => {
                drafts[at].problem(column, ProblemCode::SuperiorSelf, Some(&text), Vec::new())
            }
            Found::One(other) => drafts[at].row.superior = Some(other),
            Found::Several(others) => {
                let rows = others.iter().map(|other| drafts[*other].row.row).collect();
                drafts[at].problem(column, ProblemCode::SuperiorAmbiguous, Some(&text), rows);
            }
            Found::Nobody { name, title } => {
                let place = *places.entry(name.clone()).or_insert_with(|| {
                    added.push(named_only(drafts[at].row.row, &name, title));
                    added.len() - 1
                });
                drafts[at].row.superior = Some(drafts.len() + place);
                naming.entry(name).or_default().push(at);
            }
        }
        if parts(&text).len() > 1 {
            drafts[at].problem(column, ProblemCode::SeveralValues, Some(&text), Vec::new());
        }
    }
    for (name, named_by) in naming {
        let others = named_by[1..].iter().take(MOST_TOLD).map(|at| drafts[*at].row.row).collect();
        drafts[named_by[0]].problem(column, ProblemCode::SuperiorUnknown, Some(&name), others);
    }
    drop_cycles(drafts, column);
    added
}

fn named_only(row: u32, name: &str, title: Option<String>) -> PersonRow {
    let mut person = PersonRow::blank(row);
    person.from_superior_column = true;
    person.said = SeatSaid::Held;
    person.title = title;
    if name.chars().any(is_han) {
        person.name = Some(name.to_string())
    } else {
        person.name_en = Some(name.to_string())
    }
    person
}

/// Rows by name and by title.
struct Index {
    names: HashMap<String, Vec<usize>>,
    titles: HashMap<String, Vec<usize>>,
}

impl Index {
    fn of(drafts: &[Draft]) -> Self {
        let mut index = Self { names: HashMap::new(), titles: HashMap::new() };
        for (at, draft) in drafts.iter().enumerate() {
            let row = &draft.row;
            for name in [&row.name, &row.name_en].into_iter().flatten() {
                index.names.entry(name.to_lowercase()).or_default().push(at);
            }
            if let Some(title) = &row.title {
                index.titles.entry(title.clone()).or_default().push(at);
                if let Some(unit) = &row.unit {
                    index.titles.entry(format!("{unit}{title}")).or_default().push(at);
                }
            }
        }
        index
    }

    /// Tries the text as it is, its parts, then as a post. `of` is the row whose superior is meant.
    fn find(&self, drafts: &[Draft], of: usize, text: &str) -> Found {
        let first = parts(text).into_iter().next().unwrap_or_else(|| text.to_string());
        let (outside, inside) = split_brackets(&first);
        let name = clean::name(if outside.is_empty() { &first } else { &outside });
        let mut hint = inside;
        let mut words = vec![clean::name(text), name.clone()];
        // `总经理 苗国梁`, `苗国梁 总经理`.
        words.extend(first.split(' ').map(clean::name));
        for word in &words {
            if let Some(found) = self.names.get(&word.to_lowercase()) {
                hint = hint.or_else(|| first.split(' ').find(|other| other != word).map(str::to_string));
                return narrow(drafts, of, found, hint.as_deref());
            }
        }
        if let Some(found) = self.titles.get(&first)
            && let one @ Found::One(_) = narrow(drafts, of, found, None)
        {
            return one;
        }
        Found::Nobody { name, title: hint }
    }
}

/// Of several people with one name: never oneself, then the one with the post named beside, then one of the same unit.
fn narrow(drafts: &[Draft], of: usize, found: &[usize], hint: Option<&str>) -> Found {
    if let [one] = found {
        return Found::One(*one);
    }
    let several = || Found::Several(found.iter().copied().filter(|at| *at != of).take(MOST_TOLD).collect());
    if found.len() > MOST_TOLD_APART {
        return several();
    }
    let others: Vec<usize> = found.iter().copied().filter(|at| *at != of).collect();
    let only = |fits: &dyn Fn(&PersonRow) -> bool| {
        let mut fitting = others.iter().copied().filter(|at| fits(&drafts[*at].row));
        fitting.next().filter(|_| fitting.next().is_none())
    };
    let by_hint =
        hint.and_then(|hint| only(&|row| row.title.as_deref() == Some(hint) || row.unit.as_deref() == Some(hint)));
    let unit = drafts[of].row.unit.as_deref();
    let by_unit = || only(&|row| unit.is_some() && row.unit.as_deref() == unit);
    match (others.as_slice(), by_hint.or_else(by_unit)) {
        ([one], _) => Found::One(*one),
        (_, Some(one)) => Found::One(one),
        _ => several(),
    }
}

/// Takes every line of a circle away: which of them is wrong, only the user knows.
fn drop_cycles(drafts: &mut [Draft], column: Option<&Column>) {
    // 0: not seen, otherwise the walk that saw it.
    let mut seen = vec![0usize; drafts.len()];
    for start in 0..drafts.len() {
        let walk = start + 1;
        let mut at = start;
        let closed = loop {
            if seen[at] != 0 {
                break seen[at] == walk;
            }
            seen[at] = walk;
            match drafts[at].row.superior.filter(|next| *next < drafts.len()) {
                Some(next) => at = next,
                None => break false,
            }
        };
        if closed {
            drop_cycle(drafts, at, column);
        }
    }
}

fn drop_cycle(drafts: &mut [Draft], entry: usize, column: Option<&Column>) {
    let mut members = Vec::new();
    let mut at = entry;
    while let Some(next) = drafts[at].row.superior.take() {
        members.push(at);
        at = next;
    }
    members.sort_unstable();
    let Some((first, others)) = members.split_first() else { return };
    let rows = others.iter().take(MOST_TOLD).map(|at| drafts[*at].row.row).collect();
    drafts[*first].problem(column, ProblemCode::SuperiorCycle, None, rows);
}
