//! One box for people, accounts and visits: Chinese, pinyin in full, initials, Latin.

use domain::engine::asof::is_in_force;
use domain::*;
use pinyin::ToPinyin;

use crate::names;
use crate::wire::{FindText, Found, FoundList, ViewContext};
use crate::{App, Error};

/// Surnames whose reading differs from the character's usual one.
const SURNAMES: &[(&str, &str)] = &[
    ("尉迟", "yu chi"),
    ("单", "shan"),
    ("查", "zha"),
    ("冼", "xian"),
    ("曾", "zeng"),
    ("仇", "qiu"),
    ("解", "xie"),
    ("朴", "piao"),
    ("区", "ou"),
    ("任", "ren"),
    ("华", "hua"),
    ("盖", "ge"),
    ("缪", "miao"),
    ("万俟", "mo qi"),
    ("覃", "qin"),
    ("召", "shao"),
    ("乐", "yue"),
    ("员", "yun"),
    ("隗", "wei"),
];

/// How a text matched and how good it is; smaller is better.
struct Match {
    rank: u32,
    marks: Vec<(u32, u32)>,
}

/// Finds people, accounts and visits; best first.
pub fn find_text(app: &mut App, context: &ViewContext, request: FindText) -> Result<FoundList, Error> {
    let query: String = request.text.trim().to_lowercase().chars().take(80).collect();
    if query.is_empty() {
        return Ok(FoundList { hits: vec![] });
    }
    let snapshot = app.whole()?;
    let speech = app.words().speak(context.lang);
    let mut hits: Vec<(u32, Found)> = Vec::new();
    for account in snapshot.accounts.iter().filter(|_| request.account.is_none()) {
        let title = names::account_name(account, context.lang);
        let other = names::either(&account.name_en, &account.name_zh, context.lang);
        if let Some(found) = best(&query, &title, &other) {
            hits.push((
                found.rank,
                Found {
                    kind: "account".into(),
                    detail: speech.label("code", account.stage),
                    account: Some(account.id),
                    ..blank(title, found.marks)
                },
            ));
        }
    }
    people(&snapshot, &speech, context, &request, &query, &mut hits);
    for visit in snapshot.visits.iter().filter(|one| request.account.is_none_or(|id| one.account == id)) {
        let title = visit.purpose.clone().unwrap_or_default();
        if let Some(found) = best(&query, &title, visit.r#ref.as_deref().unwrap_or_default()) {
            let account =
                snapshot.account(visit.account).map_or_else(String::new, |one| names::account_name(one, context.lang));
            let detail = format!("{account} {}", speech.day(visit.starts_on));
            hits.push((
                found.rank + 1,
                Found {
                    kind: "visit".into(),
                    detail,
                    account: Some(visit.account),
                    visit: Some(visit.id),
                    ..blank(title, found.marks)
                },
            ));
        }
    }
    hits.sort_by_key(|(rank, _)| *rank);
    Ok(FoundList { hits: hits.into_iter().take(request.limit.clamp(1, 200) as usize).map(|(_, hit)| hit).collect() })
}

fn people(
    snapshot: &Snapshot,
    speech: &crate::words::Speech,
    context: &ViewContext,
    request: &FindText,
    query: &str,
    hits: &mut Vec<(u32, Found)>,
) {
    let people: std::collections::HashMap<PersonId, &Person> =
        snapshot.people.iter().map(|one| (one.id, one)).collect();
    let seats: std::collections::HashMap<SeatId, &Seat> = snapshot.seats.iter().map(|one| (one.id, one)).collect();
    let tenures =
        snapshot.tenures.iter().filter(|one| one.primary && is_in_force(one.from_on, one.to_on, context.today));
    for tenure in tenures {
        let (Some(person), Some(seat)) = (people.get(&tenure.person), seats.get(&tenure.seat)) else { continue };
        if person.status != PersonStatus::Active || request.account.is_some_and(|id| seat.account != id) {
            continue;
        }
        let title = names::person_name(person, speech);
        let other = names::either(&person.name_en, &person.name_zh, context.lang);
        let post = names::either(&seat.title_zh, &seat.title_en, context.lang);
        let Some(found) = best(query, &title, &other).or_else(|| by_post(query, &post)) else { continue };
        let account =
            snapshot.account(seat.account).map_or_else(String::new, |one| names::account_name(one, context.lang));
        hits.push((
            found.rank,
            Found {
                kind: "person".into(),
                detail: format!("{account} {post}"),
                account: Some(seat.account),
                seat: Some(seat.id),
                person: Some(person.id),
                ..blank(title, found.marks)
            },
        ));
    }
}

fn blank(title: String, marks: Vec<(u32, u32)>) -> Found {
    Found {
        kind: String::new(),
        title,
        detail: String::new(),
        marks,
        account: None,
        seat: None,
        person: None,
        visit: None,
        staff: None,
    }
}

fn by_post(query: &str, post: &str) -> Option<Match> {
    post.to_lowercase().contains(query).then_some(Match { rank: 8, marks: vec![] })
}

fn best(query: &str, title: &str, other: &str) -> Option<Match> {
    let unmarked = |found: Match| Match { rank: found.rank + 4, marks: vec![] };
    let by_title = within(query, title).or_else(|| by_sound(query, title));
    by_title.or_else(|| within(query, other).or_else(|| by_sound(query, other)).map(unmarked))
}

/// The text itself.
fn within(query: &str, title: &str) -> Option<Match> {
    let (title, query): (Vec<char>, Vec<char>) = (title.to_lowercase().chars().collect(), query.chars().collect());
    let at = (0..title.len().checked_sub(query.len())? + 1).find(|at| title[*at..].starts_with(&query))?;
    Some(Match { rank: u32::from(at > 0), marks: vec![(at as u32, (at + query.len()) as u32)] })
}

/// Pinyin in full or by initials, mixed too: `miaogl`, `mgl`, `miao`.
fn by_sound(query: &str, title: &str) -> Option<Match> {
    let query: Vec<char> = query.chars().filter(|c| !c.is_whitespace() && *c != '\'').collect();
    if query.iter().any(|c| !c.is_ascii_alphanumeric()) {
        return None;
    }
    let sounds = readings(title);
    let start = (0..sounds.len()).find_map(|start| spell(&query, &sounds[start..]).map(|used| (start, used)))?;
    Some(Match { rank: 2 + u32::from(start.0 > 0), marks: vec![(start.0 as u32, (start.0 + start.1) as u32)] })
}

/// How many characters the query spells from the start, each by a prefix of its reading.
fn spell(query: &[char], sounds: &[Option<String>]) -> Option<usize> {
    if query.is_empty() {
        return Some(0);
    }
    let sound: Vec<char> = sounds.first()?.as_ref()?.chars().collect();
    let common = sound.iter().zip(query).take_while(|(a, b)| a == b).count();
    (1..=common).rev().find_map(|n| spell(&query[n..], &sounds[1..]).map(|rest| rest + 1))
}

/// How a name is spelt for choosers: the readings of its characters, `lin cai wei`. Empty for a name in Latin letters.
pub(crate) fn sound(name: &str) -> String {
    if name.is_ascii() { String::new() } else { readings(name).into_iter().flatten().collect::<Vec<_>>().join(" ") }
}

/// A reading for each character, surnames by the table.
pub(crate) fn readings(text: &str) -> Vec<Option<String>> {
    let chars: Vec<char> = text.chars().collect();
    let surname = SURNAMES.iter().find(|(surname, _)| text.starts_with(surname));
    let fixed: Vec<&str> = surname.map_or_else(Vec::new, |(_, sound)| sound.split(' ').collect());
    let sound = |(index, c): (usize, &char)| match fixed.get(index) {
        Some(sound) => Some((*sound).to_owned()),
        None if c.is_ascii_alphanumeric() => Some(c.to_ascii_lowercase().to_string()),
        None => c.to_pinyin().map(|one| one.plain().to_owned()),
    };
    chars.iter().enumerate().map(sound).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(query: &str, title: &str) -> bool {
        best(query, title, "").is_some()
    }

    #[test]
    fn spells_chinese_in_full_by_initials_and_mixed() {
        assert!(
            finds("miaoguoliang", "苗国梁")
                && finds("mgl", "苗国梁")
                && finds("miaogl", "苗国梁")
                && finds("国", "苗国梁")
                && finds("guol", "苗国梁")
        );
        assert!(!finds("mlg", "苗国梁") && !finds("miaox", "苗国梁"));
    }

    #[test]
    fn reads_surnames_as_surnames() {
        assert!(
            finds("yuchi", "尉迟安")
                && finds("shan", "单晓晨")
                && finds("zha", "查慎行")
                && finds("xiansiyuan", "冼思源")
        );
        assert!(!finds("weichi", "尉迟安") && !finds("dan", "单晓晨"));
    }

    #[test]
    fn marks_what_matched() {
        assert_eq!(best("guo", "苗国梁", "").map(|one| one.marks), Some(vec![(1, 2)]));
    }
}
