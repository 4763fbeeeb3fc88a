//! From typed text to a code: `四川乐山夹江县`, `夹江`, `襄樊`, `Jiajiang, Sichuan`, `511126`, `挪威`, `NO`.
//!
//! Deliberately absent: guessing. Text that means several places answers with all of them.

use super::table::{Place, countries, formers_like, place, places, places_like};
use super::{is_gb, settled, today_code};

/// What a typed place is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlaceFound {
    Known(String),
    /// Several places are called so; codes in order. A person chooses.
    Ambiguous(Vec<String>),
    Unknown,
}

/// How sure a reading is, best first: the full name, the short one, a former one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Grade {
    Full,
    Short,
    Former,
}

/// Words that end the names of cities and counties.
const WORDS: [&str; 5] = ["地区", "县", "市", "区", "旗"];

/// The code behind a typed place. Names may leave out levels and their words (`县`, `市`); former names and codes lead to
/// today's. When a province and something smaller share a short name, the province is meant.
pub fn resolve_place(text: &str) -> PlaceFound {
    let plain = plain(text);
    if is_gb(&plain) {
        return today_code(&plain).map_or(PlaceFound::Unknown, |code| PlaceFound::Known(code.to_owned()));
    }
    if let Some(code) = country(text, &plain) {
        return PlaceFound::Known(settled(code));
    }
    let found = if plain.is_ascii() { latin(text) } else { chinese(&plain) };
    answer(found)
}

/// Width and marks that make no difference.
fn plain(text: &str) -> String {
    let wide = |c: char| match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        other => other,
    };
    let kept: String = text.chars().map(wide).filter(|c| c.is_alphanumeric()).collect();
    let kept = kept.strip_prefix("中国").filter(|rest| !rest.is_empty()).unwrap_or(&kept);
    kept.strip_suffix('人').filter(|rest| rest.chars().count() > 1).unwrap_or(kept).to_owned()
}

fn country(text: &str, plain: &str) -> Option<&'static str> {
    let typed = text.trim();
    let same = |row: &&(&str, &'static str, &'static str)| {
        row.0.eq_ignore_ascii_case(typed) || row.1 == plain || row.1 == typed || row.2.eq_ignore_ascii_case(typed)
    };
    let special = [("HK", "HK"), ("MO", "MO"), ("TW", "TW")].into_iter().find(|one| one.0.eq_ignore_ascii_case(typed));
    special.map(|one| one.1).or_else(|| countries().iter().find(same).map(|row| row.0))
}

fn answer(mut found: Vec<(Grade, &'static str)>) -> PlaceFound {
    found.sort();
    let Some(best) = found.first().map(|one| one.0) else { return PlaceFound::Unknown };
    found.retain(|one| one.0 == best);
    if let Some(province) = found.iter().find(|one| one.1.ends_with("0000")) {
        return PlaceFound::Known(province.1.to_owned());
    }
    found.dedup();
    match found.as_slice() {
        [(_, one)] => PlaceFound::Known((*one).to_owned()),
        several => PlaceFound::Ambiguous(several.iter().map(|one| one.1.to_owned()).collect()),
    }
}

/// Every way to read the text as province, city, county in this order, levels left out or not.
fn chinese(text: &str) -> Vec<(Grade, &'static str)> {
    let mut found = Vec::new();
    step(text, "", Grade::Full, &mut found);
    found
}

fn step(rest: &str, scope: &'static str, grade: Grade, found: &mut Vec<(Grade, &'static str)>) {
    let mut go = |one: &'static Place, taken: usize, with: Grade| match &rest[taken..] {
        "" => found.push((grade.max(with), one.code)),
        more => step(more, one.scope(), grade.max(with), found),
    };
    let inside = |code: &str| code.starts_with(scope) && code.len() > scope.len();
    for one in places_like(rest).iter().copied().filter(|one| inside(one.code) && one.scope() != scope) {
        let Some(tail) = rest.strip_prefix(one.short) else { continue };
        if !one.rest.is_empty() && tail.starts_with(one.rest) {
            go(one, one.short.len() + one.rest.len(), Grade::Full);
        } else if one.rest.is_empty() {
            go(one, one.short.len(), Grade::Full);
        }
        if !one.rest.is_empty() {
            go(one, one.short.len(), Grade::Short);
        }
        // 即墨市, 黄冈地区: the word of another time behind a name that stayed.
        if let Some(word) = WORDS.iter().find(|word| tail.starts_with(**word) && !one.rest.starts_with(**word)) {
            go(one, one.short.len() + word.len(), Grade::Former);
        }
        // 凉山州 and 峨边县 are what people write for autonomous prefectures and counties.
        if let Some(word) = one.rest.chars().last().filter(|_| one.rest.contains("自治"))
            && tail.starts_with(word)
        {
            go(one, one.short.len() + word.len_utf8(), Grade::Full);
        }
    }
    for one in formers_like(rest).iter().copied().filter(|one| was_inside(one.today, scope)) {
        let Some(place) = place(one.today) else { continue };
        for name in [one.name, core(one.name)] {
            if rest.starts_with(name) {
                go(place, name.len(), Grade::Former);
                break;
            }
        }
    }
}

/// A former name without its last word, when something is left of it.
fn core(name: &str) -> &str {
    let cut = ["地区", "县", "市", "区", "盟"].iter().find_map(|word| name.strip_suffix(word));
    cut.filter(|one| one.chars().count() > 1).unwrap_or(name)
}

/// Whether a place of today lay in a province once, or lies in the scope: Chongqing in Sichuan, Hainan in Guangdong, and so on.
fn was_inside(code: &str, scope: &str) -> bool {
    let moved: &[&str] = match scope {
        "51" => &["50"],
        "44" => &["46"],
        "32" | "33" | "34" => &["31"],
        _ => &[],
    };
    (code.starts_with(scope) && code != scope) || moved.iter().any(|one| code.starts_with(one))
}

/// `Jiajiang, Sichuan` and `Jiajiang County, Leshan, Sichuan`: the narrowest first, as written in English.
fn latin(text: &str) -> Vec<(Grade, &'static str)> {
    let part = |one: &str| {
        let words = one.trim();
        let kept = ["County", "City", "District", "Province", "Prefecture"]
            .iter()
            .find_map(|word| words.strip_suffix(word))
            .unwrap_or(words);
        kept.trim().to_lowercase()
    };
    let mut parts: Vec<String> = text.split(',').map(part).filter(|one| !one.is_empty()).collect();
    if parts.last().is_some_and(|one| one == "china") {
        parts.pop();
    }
    let mut scopes = vec![""];
    let mut found: Vec<&'static Place> = Vec::new();
    for wanted in parts.iter().rev() {
        let inside = |one: &&Place| scopes.iter().any(|scope| one.code.starts_with(scope) && one.scope() != *scope);
        found = places().iter().filter(inside).filter(|one| one.latin.to_lowercase() == *wanted).collect();
        scopes = found.iter().map(|one| one.scope()).collect();
    }
    found.into_iter().map(|one| (Grade::Short, one.code)).collect()
}
