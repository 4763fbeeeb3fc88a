//! Codes, names and texts that mean a place.

use super::*;
use crate::Lang;

fn known(code: &str) -> PlaceFound {
    PlaceFound::Known(code.into())
}

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
        assert_eq!(match_settled(&one, &other), Some(PlaceMatch::Province), "{prefix}");
        assert_eq!(match_settled(&one, &one), Some(PlaceMatch::County), "{prefix}");
    }
    assert_eq!(match_places("429004", "429005"), Some(PlaceMatch::Province), "仙桃 and 潜江");
}

#[test]
fn a_municipality_is_its_own_city_and_countries_compare_whole() {
    for province in MUNICIPALITIES {
        let (one, other) = (format!("{province}0101"), format!("{province}0112"));
        assert_eq!(match_places(&one, &other), Some(PlaceMatch::City), "{province}");
    }
    assert_eq!(match_places("500101", "500230"), Some(PlaceMatch::City), "districts and counties of Chongqing");
    assert_eq!(match_places("NO", "no"), Some(PlaceMatch::Country));
    assert_eq!(match_places("NO", "330382"), None);
    assert_eq!(match_places("CN", "CN"), None, "China alone says nothing about a place");
    assert_eq!(match_places("夹江", "夹江"), None);
}

#[test]
fn hong_kong_macao_and_taiwan_have_their_codes_under_either_name() {
    assert_eq!(match_places("HK", "810011"), Some(PlaceMatch::Province));
    assert_eq!(match_places("810011", "810011"), Some(PlaceMatch::County));
    assert_eq!(match_places("TW", "710000"), Some(PlaceMatch::Province));
    assert_eq!((resolve_place("香港"), resolve_place("MO")), (known("810000"), known("820000")));
    assert_eq!((resolve_place("中国台湾省"), resolve_place("香港湾仔区")), (known("710000"), known("810002")));
    assert_eq!(place_name("TW", Lang::En).as_deref(), Some("Taiwan"));
}

#[test]
fn former_codes_are_the_place_of_today() {
    // Counties that became cities, then districts; 1980s prefectures; the making of Chongqing and Hainan.
    let cases = [
        ("370282", "370215"), // 即墨市 → 即墨区
        ("441421", "441403"), // 梅县 → 梅县区
        ("340521", "340521"), // 当涂县
        ("500234", "500154"), // 开县 → 开州区
        ("310225", "310115"), // 南汇县 → 浦东新区
        ("110103", "110101"), // 崇文区 → 东城区
        ("422100", "421100"), // 黄冈地区
        ("340823", "340722"), // 枞阳县, moved to 铜陵
        ("460003", "460400"), // 儋州市
        ("142300", "141100"), // 吕梁地区
    ];
    for (former, today) in cases {
        assert_eq!(today_code(former), Some(today), "{former}");
    }
    assert_eq!(match_places("370282", "370215"), Some(PlaceMatch::County));
    assert_eq!(match_places("370282", "370202"), Some(PlaceMatch::City));
    assert_eq!(today_code("999999"), None);
}

#[test]
fn every_former_place_leads_to_a_place_of_today_and_no_code_leads_to_two() {
    let mut codes = std::collections::BTreeSet::new();
    for one in table::formers() {
        assert!(table::place(one.today).is_some(), "{one:?}");
        assert!(one.code.is_empty() || (codes.insert(one.code) && table::place(one.code).is_none()), "{one:?}");
        assert!(!one.code.is_empty() || !one.name.is_empty(), "{one:?}");
    }
    assert!(codes.len() > 2_500, "{}", codes.len());
    assert!(table::places().len() > 3_200 && table::places().is_sorted_by_key(|one| one.code));
    assert!(table::formers().is_sorted_by_key(|one| one.code));
}

#[test]
fn typed_places_become_codes() {
    for text in [
        "四川乐山夹江",
        "四川夹江",
        "夹江县",
        "夹江",
        "乐山夹江",
        "四川省乐山市夹江县",
        " 四川 乐山·夹江人",
        "５１１１２６",
        "Jiajiang, Sichuan",
        "Jiajiang County, Leshan, Sichuan, China",
    ] {
        assert_eq!(resolve_place(text), known("511126"), "{text}");
    }
    let cases = [
        ("北京市朝阳区", "110105"),
        ("上海浦东", "310115"),
        ("四川", "510000"),
        ("吉林", "220000"),
        ("吉林市", "220200"),
        ("凉山州", "513400"),
        ("峨边县", "511132"),
        ("湖北仙桃", "429004"),
        ("襄樊", "420600"),
        ("湖北襄樊枣阳", "420683"),
        ("四川万县", "500101"),
        ("即墨市", "370215"),
        ("挪威", "NO"),
        ("Norway", "NO"),
        ("us", "US"),
    ];
    for (text, code) in cases {
        assert_eq!(resolve_place(text), known(code), "{text}");
    }
}

#[test]
fn what_means_several_places_is_left_to_a_person() {
    let PlaceFound::Ambiguous(codes) = resolve_place("朝阳") else { panic!("{:?}", resolve_place("朝阳")) };
    assert!(
        ["110105", "211300", "211321", "220104"].iter().all(|one| codes.iter().any(|code| code == one)),
        "{codes:?}"
    );
    assert_eq!(resolve_place("辽宁朝阳市"), known("211300"));
    assert_eq!(resolve_place("不存在的地方"), PlaceFound::Unknown);
    assert_eq!(resolve_place(""), PlaceFound::Unknown);
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
fn names_are_short_and_districts_keep_their_city() {
    assert_eq!(place_name("511126", Lang::ZhCn).as_deref(), Some("四川夹江"));
    assert_eq!(place_name("511126", Lang::En).as_deref(), Some("Jiajiang, Sichuan"));
    assert_eq!(place_name("511181", Lang::ZhCn).as_deref(), Some("四川峨眉山"));
    assert_eq!(place_name("370282", Lang::ZhCn).as_deref(), Some("山东青岛即墨区"));
    assert_eq!(place_name("430103", Lang::En).as_deref(), Some("Tianxin, Changsha, Hunan"));
    assert_eq!(place_name("110105", Lang::ZhCn).as_deref(), Some("北京朝阳区"));
    assert_eq!(place_name("220200", Lang::ZhCn).as_deref(), Some("吉林吉林市"));
    assert_eq!(place_name("NO", Lang::ZhCn).as_deref(), Some("挪威"));
    assert_eq!(place_name("999999", Lang::En), None);
    assert_eq!(place_name("川", Lang::En), None);
}

#[test]
fn every_dialect_has_both_names() {
    for code in ["mandarin.southwest.guanchi", "jin.wubao", "min.minnan", "hakka", "yue.guangfu", "pinghua.guinan"] {
        assert!(dialect_name(code, Lang::ZhCn).is_some() && dialect_name(code, Lang::En).is_some(), "{code}");
    }
}
