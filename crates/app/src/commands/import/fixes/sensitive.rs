//! What is not kept about people, in the texts of a list: shown at its place with the reason. The sentence goes unless a person
//! says it means something else or puts the allowed words in its place; a number that proves itself is never kept.

use std::collections::HashMap;

use domain::engine::forbidden::{Caught, ForbiddenMatter, caught};
use intake::people::{PeopleField, PeopleList, PersonRow};

use super::{Fix, Line};
use crate::Error;
use crate::commands::forbidden;
use crate::wire::FixKind;

/// The sentence goes.
const DROP: &str = "drop";
/// It is not meant so; it stays.
const KEEP: &str = "keep";
/// What was caught goes to the answer about meals, the rest of the sentence goes.
const DIET: &str = "diet";
/// Before the words that take the place of the sentence.
const INSTEAD: &str = "as:";

/// What a text of this field holds that is not kept. What somebody eats has its place in the field for it.
fn held(field: PeopleField, text: &str) -> Vec<Caught> {
    let mut all = caught(text);
    all.retain(|one| field != PeopleField::Diet || one.matter != ForbiddenMatter::Diet);
    all
}

/// Whether a person may say that it is not meant so: a number that proves itself cannot be anything else.
pub(super) fn may_stay(text: &str) -> bool {
    use ForbiddenMatter as M;
    !caught(text).iter().any(|one| matches!(one.matter, M::IdNumber | M::BankCard | M::Passport))
}

/// Whether some of it has a place of its own.
pub(super) fn has_a_place(text: &str) -> bool {
    caught(text).iter().any(Caught::has_a_place)
}

pub(super) fn allowed(text: &str, choice: &str) -> Result<(), Error> {
    let fits = match choice {
        DROP => true,
        KEEP => may_stay(text),
        DIET => has_a_place(text),
        other => match other.strip_prefix(INSTEAD) {
            Some(words) => return forbidden::allowed(words),
            None => false,
        },
    };
    if fits { Ok(()) } else { Err(Error::refused("import-fix").with("value", "")) }
}

pub(super) fn find(list: &PeopleList) -> Option<Fix> {
    let mut lines = Vec::new();
    for row in &list.rows {
        for (field, at, text) in parts(row).into_iter().filter(|(field, _, text)| !held(*field, text).is_empty()) {
            let drop = Some(DROP.to_owned());
            lines.push(Line {
                rows: vec![row.row],
                proposed: drop.clone(),
                fallback: drop,
                ..Line::new("text", &place(row.row, field, at), text.trim())
            });
        }
    }
    (!lines.is_empty()).then_some(Fix { kind: FixKind::Sensitive, key: "text", field: PeopleField::Note, lines })
}

fn place(row: u32, field: PeopleField, at: usize) -> String {
    format!("{row}-{}-{at}", field.code())
}

/// The field of a line by its key.
pub(super) fn field_of(key: &str) -> Option<PeopleField> {
    PeopleField::from_code(key.split('-').nth(1)?)
}

pub(super) fn take(fix: &Fix, list: &mut PeopleList) {
    let chosen: HashMap<&str, &Line> = fix.lines.iter().map(|one| (one.key.as_str(), one)).collect();
    let concerned: std::collections::HashSet<u32> = fix.lines.iter().flat_map(|one| one.rows.iter().copied()).collect();
    for row in list.rows.iter_mut().filter(|one| concerned.contains(&one.row)) {
        let number = row.row;
        let mut meals: Vec<String> = Vec::new();
        each(row, &mut |field, at, text| {
            let Some(line) = chosen.get(format!("text/{}", place(number, field, at)).as_str()) else {
                return Some(text.to_owned());
            };
            match line.holds() {
                Some(KEEP) => Some(text.to_owned()),
                Some(DIET) => {
                    meals.extend(meal_words(text));
                    None
                }
                Some(other) => other.strip_prefix(INSTEAD).and_then(|words| in_place(text, words)),
                None => None,
            }
        });
        if !meals.is_empty() {
            let diet = row.diet.get_or_insert_default();
            meals.into_iter().for_each(|one| {
                if !diet.contains(&one) {
                    diet.push(one)
                }
            });
        }
    }
}

fn meal_words(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let own = caught(text).into_iter().filter(Caught::has_a_place);
    own.filter_map(|one| chars.get(one.from..one.to)).map(|one| one.iter().collect()).collect()
}

/// Other words where a sentence stood, with the sign it ended with.
fn in_place(text: &str, words: &str) -> Option<String> {
    let words = words.trim();
    let end = text.chars().last().filter(|one| is_end(*one) && !words.ends_with(is_end));
    (!words.is_empty()).then(|| words.chars().chain(end).collect())
}

fn is_end(one: char) -> bool {
    matches!(one, '。' | '！' | '？' | '；' | '!' | '?' | ';' | '\n')
}

/// Every sentence and every item a person's row says freely, as [`each`] walks them.
fn parts(row: &PersonRow) -> Vec<(PeopleField, usize, &str)> {
    use PeopleField as F;
    let title = row.title.as_ref().filter(|_| row.any_name().is_some());
    let texts = [
        (F::Title, title),
        (F::Address, row.address.as_ref()),
        (F::NativePlace, row.native_place.as_ref()),
        (F::Profession, row.profession.as_ref()),
        (F::Note, row.note.as_ref()),
    ];
    let whole = texts.into_iter().filter_map(|(field, text)| Some((field, text?)));
    let said =
        whole.flat_map(|(field, text)| sentences(text).into_iter().enumerate().map(move |(at, one)| (field, at, one)));
    let lists: [(F, &[String]); 6] = [
        (F::Dialect, &row.dialects),
        (F::School, &row.schools),
        (F::Employer, &row.employers),
        (F::WorkAddress, &row.work_addresses),
        (F::Hobby, row.hobbies.as_deref().unwrap_or_default()),
        (F::Diet, row.diet.as_deref().unwrap_or_default()),
    ];
    let items = lists
        .into_iter()
        .flat_map(|(field, all)| all.iter().enumerate().map(move |(at, one)| (field, at, one.as_str())));
    said.chain(items).collect()
}

/// Walks every sentence and every item; what `keep` gives back stays.
fn each(row: &mut PersonRow, keep: &mut dyn FnMut(PeopleField, usize, &str) -> Option<String>) {
    use PeopleField as F;
    let named = row.any_name().is_some();
    for (field, text) in [
        (F::Title, named.then_some(&mut row.title)),
        (F::Address, Some(&mut row.address)),
        (F::NativePlace, Some(&mut row.native_place)),
        (F::Profession, Some(&mut row.profession)),
        (F::Note, Some(&mut row.note)),
    ] {
        let Some(text) = text else { continue };
        let kept = text.as_deref().map(|whole| {
            let parts = sentences(whole).into_iter().enumerate();
            parts.filter_map(|(at, one)| keep(field, at, one)).collect::<String>().trim().to_owned()
        });
        *text = kept.filter(|one| !one.is_empty());
    }
    for (field, items) in [
        (F::Dialect, &mut row.dialects),
        (F::School, &mut row.schools),
        (F::Employer, &mut row.employers),
        (F::WorkAddress, &mut row.work_addresses),
    ] {
        retain(items, |at, one| keep(field, at, one));
    }
    for (field, items) in [(F::Hobby, &mut row.hobbies), (F::Diet, &mut row.diet)] {
        let Some(list) = items.as_mut().filter(|one| !one.is_empty()) else { continue };
        retain(list, |at, one| keep(field, at, one));
        // An empty list would say that there is nothing; what went was not said at all.
        if list.is_empty() {
            *items = None;
        }
    }
}

fn retain(items: &mut Vec<String>, mut keep: impl FnMut(usize, &str) -> Option<String>) {
    *items = std::mem::take(items).iter().enumerate().filter_map(|(at, one)| keep(at, one)).collect();
}

/// A text cut behind the signs that end a sentence; a full stop ends one before a blank.
fn sentences(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut from = 0;
    let mut signs = text.char_indices().peekable();
    while let Some((at, one)) = signs.next() {
        let stop = one == '.' && signs.peek().is_some_and(|(_, next)| *next == ' ');
        if is_end(one) || stop {
            parts.push(&text[from..at + one.len_utf8()]);
            from = at + one.len_utf8();
        }
    }
    parts.extend((from < text.len()).then(|| &text[from..]));
    parts
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failing expectation is what a test is for")]

    use super::*;

    fn noted(text: &str) -> PeopleList {
        let mut row: PersonRow = serde_json::from_value(serde_json::json!({
            "row": 2, "from_superior_column": false, "said": "held", "mobiles": [], "messengers": [], "phones": [], "emails": [],
            "work_addresses": [], "roles": [], "functions": [], "owners": [], "dialects": [], "schools": [],
            "employers": [], "photo": false, "name": "样例一"
        }))
        .unwrap();
        row.note = Some(text.into());
        PeopleList { rows: vec![row], ..PeopleList::default() }
    }

    fn with(text: &str, choice: Option<&str>) -> Option<String> {
        let mut list = noted(text);
        let mut fix = find(&list).unwrap();
        fix.lines[0].chosen = choice.map(str::to_owned);
        take(&fix, &mut list);
        list.rows[0].note.clone()
    }

    #[test]
    fn the_sentence_goes_and_the_others_stay() {
        let text = "喜欢打球。去年查出高血压。关心交付。";
        assert_eq!(with(text, None).as_deref(), Some("喜欢打球。关心交付。"));
        assert_eq!(with(text, Some("keep")).as_deref(), Some(text));
        assert_eq!(with(text, Some("as:来访少走路")).as_deref(), Some("喜欢打球。来访少走路。关心交付。"));
        assert_eq!(with("信佛", None), None);
    }

    #[test]
    fn a_meal_goes_where_meals_are_kept() {
        let mut list = noted("清真。爱下棋。");
        let mut fix = find(&list).unwrap();
        fix.lines[0].chosen = Some("diet".into());
        take(&fix, &mut list);
        assert_eq!(list.rows[0].note.as_deref(), Some("爱下棋。"));
        assert_eq!(list.rows[0].diet.as_deref(), Some(&["清真".to_owned()][..]));
    }

    #[test]
    fn a_number_that_proves_itself_never_stays() {
        assert!(allowed("护照号E12345678", KEEP).is_err());
        assert!(allowed("两个孩子", KEEP).is_ok());
        assert!(allowed("两个孩子", "as:信佛").is_err(), "nor do other words that are not kept");
        assert!(allowed("两个孩子", "什么").is_err());
    }
}
