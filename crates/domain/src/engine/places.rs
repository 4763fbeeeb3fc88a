//! Native places by GB/T 2260 and countries, dialects by `group.subgroup.piece` (B.4.9).
//!
//! Deliberately absent: the full county list and its history of renamed codes; the names here cover provinces and the
//! places of the sample workspace, everything else falls back to the coarser name.

use crate::Lang;

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

/// Compares two native places by prefix, county before city before province; `None`: nothing in common or not comparable.
///
/// A code that ends in `00` knows the city only, in `0000` the province only. ISO countries compare whole.
pub fn match_places(one: &str, other: &str) -> Option<PlaceMatch> {
    if !is_gb(one) || !is_gb(other) {
        let same = one.len() == 2 && one.eq_ignore_ascii_case(other);
        return same.then_some(PlaceMatch::Country);
    }
    if one[..2] != other[..2] {
        return None;
    }
    if one == other && !one.ends_with("00") {
        return Some(PlaceMatch::County);
    }
    if MUNICIPALITIES.contains(&&one[..2]) {
        return Some(PlaceMatch::City);
    }
    let same_city = one[..4] == other[..4] && &one[2..4] != "00" && !DIRECT.contains(&&one[..4]);
    Some(if same_city { PlaceMatch::City } else { PlaceMatch::Province })
}

/// Compares two dialect codes. Mandarin is too wide to count as one group, so there the subgroup counts (B.4.9).
pub fn match_dialects(one: &str, other: &str) -> Option<DialectMatch> {
    let (a, b): (Vec<&str>, Vec<&str>) = (one.split('.').collect(), other.split('.').collect());
    if a[0].is_empty() || a[0] != b[0] {
        return None;
    }
    let piece_depth = if a[0] == "mandarin" { 3 } else { 2 };
    if a == b && a.len() >= piece_depth {
        return Some(DialectMatch::Piece);
    }
    if a[0] != "mandarin" {
        return Some(DialectMatch::Group);
    }
    (a.len() > 1 && a.get(1) == b.get(1)).then_some(DialectMatch::Subgroup)
}

/// Short name of a place, widest part first in Chinese (`四川夹江`), last in English (`Jiajiang, Sichuan`).
///
/// A county this table does not know is named by its city, else by its province; `None` for an unknown code.
pub fn place_name(code: &str, lang: Lang) -> Option<String> {
    let find = |table: &[(&str, &'static str, &'static str)], key: &str| {
        table.iter().find(|row| row.0 == key).map(|row| if lang == Lang::ZhCn { row.1 } else { row.2 })
    };
    if !is_gb(code) {
        return find(COUNTRIES, &code.to_ascii_uppercase()).map(str::to_owned);
    }
    let province = find(PROVINCES, &code[..2])?;
    let local = find(COUNTIES, code).or_else(|| find(CITIES, &code[..4]));
    Some(match (local, lang) {
        (None, _) => province.to_owned(),
        (Some(local), Lang::ZhCn) => format!("{province}{local}"),
        (Some(local), Lang::En) => format!("{local}, {province}"),
    })
}

/// Name of a dialect; `None` for an unknown code.
pub fn dialect_name(code: &str, lang: Lang) -> Option<&'static str> {
    DIALECTS.iter().find(|row| row.0 == code).map(|row| if lang == Lang::ZhCn { row.1 } else { row.2 })
}

/// Name of a language by ISO 639-1; `None` for an unknown code.
pub fn language_name(code: &str, lang: Lang) -> Option<&'static str> {
    LANGUAGES.iter().find(|row| row.0 == code).map(|row| if lang == Lang::ZhCn { row.1 } else { row.2 })
}

type Row = (&'static str, &'static str, &'static str);

const PROVINCES: &[Row] = &[
    ("11", "北京", "Beijing"),
    ("12", "天津", "Tianjin"),
    ("13", "河北", "Hebei"),
    ("14", "山西", "Shanxi"),
    ("15", "内蒙古", "Inner Mongolia"),
    ("21", "辽宁", "Liaoning"),
    ("22", "吉林", "Jilin"),
    ("23", "黑龙江", "Heilongjiang"),
    ("31", "上海", "Shanghai"),
    ("32", "江苏", "Jiangsu"),
    ("33", "浙江", "Zhejiang"),
    ("34", "安徽", "Anhui"),
    ("35", "福建", "Fujian"),
    ("36", "江西", "Jiangxi"),
    ("37", "山东", "Shandong"),
    ("41", "河南", "Henan"),
    ("42", "湖北", "Hubei"),
    ("43", "湖南", "Hunan"),
    ("44", "广东", "Guangdong"),
    ("45", "广西", "Guangxi"),
    ("46", "海南", "Hainan"),
    ("50", "重庆", "Chongqing"),
    ("51", "四川", "Sichuan"),
    ("52", "贵州", "Guizhou"),
    ("53", "云南", "Yunnan"),
    ("54", "西藏", "Tibet"),
    ("61", "陕西", "Shaanxi"),
    ("62", "甘肃", "Gansu"),
    ("63", "青海", "Qinghai"),
    ("64", "宁夏", "Ningxia"),
    ("65", "新疆", "Xinjiang"),
    ("71", "台湾", "Taiwan"),
    ("81", "香港", "Hong Kong"),
    ("82", "澳门", "Macao"),
];
const CITIES: &[Row] = &[
    ("3205", "苏州", "Suzhou"),
    ("3303", "温州", "Wenzhou"),
    ("3307", "金华", "Jinhua"),
    ("3408", "安庆", "Anqing"),
    ("3505", "泉州", "Quanzhou"),
    ("3702", "青岛", "Qingdao"),
    ("4305", "邵阳", "Shaoyang"),
    ("4414", "梅州", "Meizhou"),
    ("5111", "乐山", "Leshan"),
    ("6105", "渭南", "Weinan"),
    ("6108", "榆林", "Yulin"),
    ("6403", "吴忠", "Wuzhong"),
];
const COUNTIES: &[Row] = &[
    ("110105", "朝阳区", "Chaoyang"),
    ("310115", "浦东新区", "Pudong"),
    ("320581", "常熟", "Changshu"),
    ("330382", "乐清", "Yueqing"),
    ("330783", "东阳", "Dongyang"),
    ("340881", "桐城", "Tongcheng"),
    ("350582", "晋江", "Jinjiang"),
    ("370215", "即墨", "Jimo"),
    ("430582", "邵东", "Shaodong"),
    ("441403", "梅县", "Meixian"),
    ("511126", "夹江", "Jiajiang"),
    ("610581", "韩城", "Hancheng"),
    ("610826", "绥德", "Suide"),
    ("640324", "同心", "Tongxin"),
];
const COUNTRIES: &[Row] = &[
    ("CN", "中国", "China"),
    ("DE", "德国", "Germany"),
    ("ES", "西班牙", "Spain"),
    ("FR", "法国", "France"),
    ("GB", "英国", "United Kingdom"),
    ("HU", "匈牙利", "Hungary"),
    ("IN", "印度", "India"),
    ("JP", "日本", "Japan"),
    ("NO", "挪威", "Norway"),
    ("US", "美国", "United States"),
];
const DIALECTS: &[Row] = &[
    ("mandarin.southwest.guanchi", "西南官话灌赤片", "Southwestern Mandarin, Guanchi"),
    ("mandarin.zhongyuan.guanzhong", "中原官话关中片", "Central Plains Mandarin, Guanzhong"),
    ("mandarin.zhongyuan.longzhong", "中原官话陇中片", "Central Plains Mandarin, Longzhong"),
    ("mandarin.jianghuai.huangxiao", "江淮官话黄孝片", "Jianghuai Mandarin, Huangxiao"),
    ("mandarin.southwest", "西南官话", "Southwestern Mandarin"),
    ("mandarin.zhongyuan", "中原官话", "Central Plains Mandarin"),
    ("mandarin.jianghuai", "江淮官话", "Jianghuai Mandarin"),
    ("mandarin.jiaoliao", "胶辽官话", "Jiaoliao Mandarin"),
    ("wu.taihu", "吴语太湖片", "Wu, Taihu"),
    ("wu.wuzhou", "吴语婺州片", "Wu, Wuzhou"),
    ("jin.wubao", "晋语吴堡片", "Jin, Wubao"),
    ("min.minnan", "闽南话", "Southern Min"),
    ("xiang.loushao", "湘语娄邵片", "Xiang, Loushao"),
    ("hakka", "客家话", "Hakka"),
    ("wu", "吴语", "Wu"),
    ("jin", "晋语", "Jin"),
    ("min", "闽语", "Min"),
    ("xiang", "湘语", "Xiang"),
];
const LANGUAGES: &[Row] = &[
    ("zh", "中文", "Chinese"),
    ("en", "英语", "English"),
    ("no", "挪威语", "Norwegian"),
    ("hu", "匈牙利语", "Hungarian"),
    ("es", "西班牙语", "Spanish"),
    ("de", "德语", "German"),
    ("fr", "法语", "French"),
    ("ja", "日语", "Japanese"),
    ("ru", "俄语", "Russian"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefixes_give_county_city_province() {
        assert_eq!(match_places("511126", "511126"), Some(PlaceMatch::County));
        assert_eq!(match_places("511126", "511181"), Some(PlaceMatch::City));
        assert_eq!(match_places("511126", "510104"), Some(PlaceMatch::Province));
        assert_eq!(match_places("511126", "500101"), None);
        assert_eq!(match_places("511100", "511100"), Some(PlaceMatch::City));
        assert_eq!(match_places("510000", "510000"), Some(PlaceMatch::Province));
    }

    #[test]
    fn counties_under_the_province_are_not_one_city() {
        for prefix in DIRECT {
            let (one, other) = (format!("{prefix}01"), format!("{prefix}04"));
            assert_eq!(match_places(&one, &other), Some(PlaceMatch::Province), "{prefix}");
            assert_eq!(match_places(&one, &one), Some(PlaceMatch::County), "{prefix}");
        }
    }

    #[test]
    fn a_municipality_is_its_own_city_and_countries_compare_whole() {
        for province in MUNICIPALITIES {
            let (one, other) = (format!("{province}0101"), format!("{province}0215"));
            assert_eq!(match_places(&one, &other), Some(PlaceMatch::City), "{province}");
        }
        assert_eq!(match_places("NO", "no"), Some(PlaceMatch::Country));
        assert_eq!(match_places("NO", "330382"), None);
        assert_eq!(match_places("夹江", "夹江"), None);
    }

    #[test]
    fn dialects_compare_by_piece_group_and_mandarin_subgroup() {
        let piece = "mandarin.southwest.guanchi";
        assert_eq!(match_dialects(piece, piece), Some(DialectMatch::Piece));
        assert_eq!(match_dialects(piece, "mandarin.southwest.chengyu"), Some(DialectMatch::Subgroup));
        assert_eq!(match_dialects("mandarin.jiaoliao", "mandarin.jiaoliao"), Some(DialectMatch::Subgroup));
        assert_eq!(match_dialects(piece, "mandarin.zhongyuan.guanzhong"), None);
        assert_eq!(match_dialects("mandarin", "mandarin"), None);
        assert_eq!(match_dialects("wu.taihu", "wu.taihu"), Some(DialectMatch::Piece));
        assert_eq!(match_dialects("wu.taihu", "wu.wuzhou"), Some(DialectMatch::Group));
        assert_eq!(match_dialects("hakka", "hakka"), Some(DialectMatch::Group));
        assert_eq!(match_dialects("", ""), None);
    }

    #[test]
    fn names_fall_back_to_the_coarser_place() {
        assert_eq!(place_name("511126", Lang::ZhCn).as_deref(), Some("四川夹江"));
        assert_eq!(place_name("511126", Lang::En).as_deref(), Some("Jiajiang, Sichuan"));
        assert_eq!(place_name("511181", Lang::ZhCn).as_deref(), Some("四川乐山"));
        assert_eq!(place_name("430103", Lang::En).as_deref(), Some("Hunan"));
        assert_eq!(place_name("NO", Lang::ZhCn).as_deref(), Some("挪威"));
        assert_eq!(place_name("999999", Lang::En), None);
        assert_eq!(place_name("川", Lang::En), None);
    }
}
