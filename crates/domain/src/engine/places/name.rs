//! What a place, a dialect and a language are called. Deliberately absent: reading typed text (`resolve`).

use super::table::{Place, countries, dialects, place};
use super::{is_municipality, settled};
use crate::Lang;

/// Short name of a place, widest part first in Chinese (`四川夹江`), last in English (`Jiajiang, Sichuan`).
///
/// A district is named with its city, because alone it says little. A former code has the name of today; a code under a
/// city or province we know is named by that; `None` for anything else.
pub fn place_name(code: &str, lang: Lang) -> Option<String> {
    let code = settled(code);
    if code.len() == 2 {
        return row(countries(), &code, lang).map(str::to_owned);
    }
    let province = place(&format!("{}0000", code.get(..2)?))?;
    let city = place(&format!("{}00", code.get(..4)?)).filter(|one| one.code != province.code);
    let county = place(&code).filter(|one| !one.code.ends_with("00"));
    let parts: Vec<&Place> = match (city, county) {
        (None, None) => vec![province],
        (Some(city), None) => vec![province, city],
        (Some(city), Some(county)) if is_district(county) && !is_municipality(&code) => vec![province, city, county],
        (_, Some(county)) => vec![province, county],
    };
    Some(match lang {
        Lang::ZhCn => parts.iter().enumerate().map(|(at, one)| chinese(one, at, &parts)).collect(),
        Lang::En => parts.iter().rev().map(|one| one.latin).collect::<Vec<_>>().join(", "),
    })
}

/// Full name of a place with every level, for telling apart places that are called alike: `辽宁省朝阳市朝阳县`. `None` as
/// [`place_name`].
pub fn full_place_name(code: &str, lang: Lang) -> Option<String> {
    let code = settled(code);
    if code.len() == 2 {
        return place_name(&code, lang);
    }
    let of = |digits: usize| place(&format!("{:0<6}", code.get(..digits)?));
    let mut parts: Vec<&Place> = [2, 4, 6].into_iter().filter_map(of).collect();
    parts.dedup_by_key(|one| one.code);
    if parts.is_empty() {
        return None;
    }
    Some(match lang {
        Lang::ZhCn => parts.iter().map(|one| format!("{}{}", one.short, one.rest)).collect(),
        Lang::En => parts.iter().rev().map(|one| one.latin).collect::<Vec<_>>().join(", "),
    })
}

/// A district keeps its word, and so does a city that is called like its province.
fn chinese(one: &Place, at: usize, parts: &[&Place]) -> String {
    let same = at > 0 && parts[at - 1].short == one.short;
    if (at > 0 && is_district(one)) || same { format!("{}{}", one.short, one.rest) } else { one.short.to_owned() }
}

fn is_district(one: &Place) -> bool {
    !one.code.ends_with("00") && (one.rest.ends_with('区') || (one.rest.is_empty() && one.short.ends_with('区')))
}

/// Name of a dialect; `None` for an unknown code.
pub fn dialect_name(code: &str, lang: Lang) -> Option<&'static str> {
    row(dialects(), code, lang)
}

/// Name of a language by ISO 639-1; `None` for an unknown code.
pub fn language_name(code: &str, lang: Lang) -> Option<&'static str> {
    row(LANGUAGES, code, lang)
}

/// The code of a language by its Chinese or English name or by the code itself.
pub fn language_code(text: &str) -> Option<&'static str> {
    let typed = text.trim();
    let same = |row: &&(&'static str, &str, &str)| {
        row.0.eq_ignore_ascii_case(typed) || row.1 == typed || row.2.eq_ignore_ascii_case(typed)
    };
    LANGUAGES.iter().find(same).map(|row| row.0)
}

/// The code of a dialect by its Chinese or English name or by the code itself; never guessed from a place.
pub fn dialect_code(text: &str) -> Option<&'static str> {
    let typed = text.trim();
    let same = |row: &&(&'static str, &str, &str)| {
        row.0.eq_ignore_ascii_case(typed) || row.1 == typed || row.2.eq_ignore_ascii_case(typed)
    };
    dialects().iter().find(same).map(|row| row.0)
}

fn row(table: &[(&str, &'static str, &'static str)], code: &str, lang: Lang) -> Option<&'static str> {
    table.iter().find(|row| row.0 == code).map(|row| if lang == Lang::ZhCn { row.1 } else { row.2 })
}

const LANGUAGES: &[(&str, &str, &str)] = &[
    ("zh", "中文", "Chinese"),
    ("en", "英语", "English"),
    ("no", "挪威语", "Norwegian"),
    ("hu", "匈牙利语", "Hungarian"),
    ("es", "西班牙语", "Spanish"),
    ("de", "德语", "German"),
    ("fr", "法语", "French"),
    ("ja", "日语", "Japanese"),
    ("ru", "俄语", "Russian"),
    ("ko", "韩语", "Korean"),
    ("pt", "葡萄牙语", "Portuguese"),
    ("it", "意大利语", "Italian"),
    ("nl", "荷兰语", "Dutch"),
    ("sv", "瑞典语", "Swedish"),
    ("da", "丹麦语", "Danish"),
    ("fi", "芬兰语", "Finnish"),
    ("pl", "波兰语", "Polish"),
    ("cs", "捷克语", "Czech"),
    ("tr", "土耳其语", "Turkish"),
    ("ar", "阿拉伯语", "Arabic"),
    ("he", "希伯来语", "Hebrew"),
    ("fa", "波斯语", "Persian"),
    ("hi", "印地语", "Hindi"),
    ("ur", "乌尔都语", "Urdu"),
    ("th", "泰语", "Thai"),
    ("vi", "越南语", "Vietnamese"),
    ("id", "印尼语", "Indonesian"),
    ("ms", "马来语", "Malay"),
    ("kk", "哈萨克语", "Kazakh"),
    ("mn", "蒙古语", "Mongolian"),
    ("uk", "乌克兰语", "Ukrainian"),
    ("el", "希腊语", "Greek"),
];
