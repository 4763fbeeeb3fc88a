//! Native places by GB/T 2260 and countries, dialects by `group.subgroup.piece`: what they are called and how near two are (B.4.9).
//!
//! The tables lie in `data/`. Deliberately absent: any guess of a dialect from a place, and distances.

mod name;
mod resolve;
mod table;

pub use name::{dialect_code, dialect_name, full_place_name, language_code, language_name, place_name};
pub use resolve::{PlaceFound, resolve_place};
pub use table::{dialects, today_code};

codes! {
    /// How near two native places are.
    PlaceMatch { County = "county", City = "city", Province = "province", Country = "country" }
}
codes! {
    /// How near two dialects are: same piece, same Mandarin subgroup, same group other than Mandarin.
    DialectMatch { Piece = "piece", Group = "group", Subgroup = "subgroup" }
}

/// Municipalities: the province is the city.
const MUNICIPALITIES: [&str; 4] = ["11", "12", "31", "50"];
/// Counties directly under the province: the same first four digits are not one city.
const DIRECT: [&str; 4] = ["4190", "4290", "4690", "6590"];

fn is_gb(code: &str) -> bool {
    code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit())
}

pub(crate) fn is_municipality(code: &str) -> bool {
    MUNICIPALITIES.iter().any(|one| code.starts_with(one))
}

/// The code two places are compared by: a former code becomes today's (`370282` → `370215`), the ISO codes of Hong Kong,
/// Macao and Taiwan their GB/T 2260 code, a country's upper case. An unknown code stays as it is.
pub fn settled(code: &str) -> String {
    let code = code.trim();
    if is_gb(code) {
        return today_code(code).unwrap_or(code).to_owned();
    }
    match code.to_ascii_uppercase().as_str() {
        "HK" => "810000".to_owned(),
        "MO" => "820000".to_owned(),
        "TW" => "710000".to_owned(),
        other => other.to_owned(),
    }
}

/// Compares two native places, county before city before province; `None`: nothing in common or not comparable.
///
/// A code that ends in `00` knows the city only, in `0000` the province only. ISO countries compare whole; China alone says
/// nothing about a place. Former codes count as today's.
pub fn match_places(one: &str, other: &str) -> Option<PlaceMatch> {
    match_settled(&settled(one), &settled(other))
}

/// The same for codes that are [`settled`] already.
pub(crate) fn match_settled(one: &str, other: &str) -> Option<PlaceMatch> {
    if !is_gb(one) || !is_gb(other) {
        return (one.len() == 2 && one == other && one != "CN").then_some(PlaceMatch::Country);
    }
    if one[..2] != other[..2] {
        return None;
    }
    if one == other && !one.ends_with("00") {
        return Some(PlaceMatch::County);
    }
    if is_municipality(one) {
        return Some(PlaceMatch::City);
    }
    let same_city = one[..4] == other[..4] && &one[2..4] != "00" && !DIRECT.contains(&&one[..4]);
    Some(if same_city { PlaceMatch::City } else { PlaceMatch::Province })
}

/// Compares two dialect codes. Mandarin is too wide to count as one group, so there the subgroup counts (B.4.9).
pub fn match_dialects(one: &str, other: &str) -> Option<DialectMatch> {
    let mut a = one.split('.');
    let mut b = other.split('.');
    let group = a.next().filter(|group| !group.is_empty() && b.next() == Some(*group))?;
    let mandarin = group == "mandarin";
    let piece_depth = if mandarin { 3 } else { 2 };
    if one == other && one.split('.').count() >= piece_depth {
        return Some(DialectMatch::Piece);
    }
    if !mandarin {
        return Some(DialectMatch::Group);
    }
    let (ours, theirs) = (a.next(), b.next());
    (ours.is_some() && ours == theirs).then_some(DialectMatch::Subgroup)
}

#[cfg(test)]
mod tests;
