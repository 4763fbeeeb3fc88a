//! Names in a list's columns of ours that are nobody in post: somebody who left, a short name, a namesake of several, or nobody we
//! have. Proposed is whoever alone is called or sounds like it.

use std::collections::HashMap;

use domain::*;
use intake::people::{PeopleField, PeopleList, PersonRow};

use super::{Fix, Gathered, Ground, Hint, NEW, NONE};
use crate::commands::search::readings;
use crate::wire::FixKind;

/// What is said before or after a surname: 小林, 林总.
const BEFORE: [char; 3] = ['小', '老', '阿'];
const AFTER: [&str; 8] = ["经理", "总", "工", "姐", "哥", "老师", "主任", "处"];

pub(super) fn find(list: &PeopleList, ground: &Ground) -> Option<Fix> {
    let mut all = Gathered::default();
    let mut clear: HashMap<&str, bool> = HashMap::new();
    for row in &list.rows {
        for name in names(row) {
            if *clear.entry(name).or_insert_with(|| exact(ground.whole, name).len() == 1) {
                continue;
            }
            let (line, new) = all.line("owner", name);
            if line.rows.last() != Some(&row.row) {
                line.rows.push(row.row);
            }
            if new {
                (line.hint, line.proposed, line.fallback) = proposal(ground.whole, name);
            }
        }
    }
    let lines = all.lines;
    (!lines.is_empty()).then_some(Fix { kind: FixKind::Owners, key: "owner", field: PeopleField::Owner, lines })
}

/// Names of ours a row gives, who answers first.
pub(super) fn names(row: &PersonRow) -> impl Iterator<Item = &str> {
    row.owners.iter().chain(&row.backup).chain(&row.sponsor).map(String::as_str)
}

fn active(whole: &Snapshot) -> impl Iterator<Item = &Staff> {
    whole.staff.iter().filter(|one| one.status != StaffStatus::Departed)
}

fn is_called(one: &Staff, name: &str) -> bool {
    one.name_zh.as_deref() == Some(name) || one.name_en.as_deref().is_some_and(|own| own.eq_ignore_ascii_case(name))
}

fn exact<'a>(whole: &'a Snapshot, name: &str) -> Vec<&'a Staff> {
    active(whole).filter(|one| is_called(one, name)).collect()
}

/// One of ours in post by identity.
pub(super) fn in_post<'a>(whole: &'a Snapshot, id: &str) -> Option<&'a Staff> {
    active(whole).find(|one| one.id.to_string() == id)
}

fn proposal(whole: &Snapshot, name: &str) -> (Hint, Option<String>, Option<String>) {
    let nobody = || Some(NONE.to_owned());
    if exact(whole, name).len() > 1 {
        return (Hint::Several, None, nobody());
    }
    if whole.staff.iter().any(|one| one.status == StaffStatus::Departed && is_called(one, name)) {
        return (Hint::Left, None, nobody());
    }
    let alike: Vec<&Staff> = active(whole).filter(|one| is_like(one, name)).collect();
    match alike[..] {
        [] => (Hint::Nobody, Some(NEW.into()), Some(NEW.into())),
        [one] => (Hint::Like(one.id), Some(one.id.to_string()), nobody()),
        _ => (Hint::Several, None, nobody()),
    }
}

/// Whether a name may be a short or a spelt form of one of ours.
fn is_like(one: &Staff, name: &str) -> bool {
    let Some(full) = one.name_zh.as_deref() else { return false };
    let (surname, given) = parted(full);
    let bare = name.strip_prefix(BEFORE).unwrap_or(name);
    let bare = AFTER.iter().find_map(|end| bare.strip_suffix(end)).unwrap_or(bare);
    if bare == surname || bare == given || bare == full {
        return true;
    }
    let latin: String = name.chars().filter(char::is_ascii_alphabetic).flat_map(char::to_lowercase).collect();
    let heard = if name.is_ascii() { latin } else { sound(name) };
    let (before, behind) = (sound(&surname), sound(&given));
    heard.len() > 2 && [behind.clone(), format!("{before}{behind}"), format!("{behind}{before}")].contains(&heard)
}

fn sound(text: &str) -> String {
    readings(text).into_iter().flatten().collect()
}

/// Surname and given name; a compound surname of four characters or more has two.
fn parted(full: &str) -> (String, String) {
    let chars: Vec<char> = full.chars().collect();
    let cut = if chars.len() > 3 { 2 } else { 1 }.min(chars.len());
    (chars[..cut].iter().collect(), chars[cut..].iter().collect())
}

/// What each name stands for; a name that becomes a new colleague is looked up as it is.
pub(super) fn meant(fix: &Fix, ground: &Ground) -> HashMap<String, Option<StaffId>> {
    let lines = fix.lines.iter().filter(|one| one.holds() != Some(NEW));
    lines
        .map(|one| {
            let id = one.holds().and_then(|choice| in_post(ground.whole, choice)).map(|one| one.id);
            (one.text.clone(), id)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ours(name: &str) -> Staff {
        let id = StaffId(uuid::Uuid::from_u128(name.chars().map(u128::from).sum()));
        Staff { name_zh: Some(name.into()), ..Staff::bare(id, 4, JobRole::Other) }
    }

    #[test]
    fn short_names_and_spellings_are_like_the_whole() {
        let one = ours("林采薇");
        for name in ["小林", "林经理", "采薇", "Lin Caiwei", "caiwei", "Caiwei Lin", "林彩薇"] {
            assert!(is_like(&one, name), "{name}");
        }
        for name in ["小李", "林芝", "薇", "li"] {
            assert!(!is_like(&one, name), "{name}");
        }
    }

    #[test]
    fn two_of_one_surname_are_asked_for() {
        let mut whole = Snapshot { staff: vec![ours("林采薇")], ..Snapshot::default() };
        assert!(matches!(proposal(&whole, "小林").0, Hint::Like(_)));
        whole.staff.push(ours("林远"));
        assert_eq!(proposal(&whole, "小林").0, Hint::Several);
        whole.staff[1].status = StaffStatus::Departed;
        assert_eq!(proposal(&whole, "林远"), (Hint::Left, None, Some(NONE.into())));
        assert_eq!(proposal(&whole, "样例一").0, Hint::Nobody);
    }
}
