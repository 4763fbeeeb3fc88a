//! Typed lines and the facts they say.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a failing expectation is what a test is for")]

use super::*;
use FactKind as K;

fn read(text: &str) -> FactLine {
    read_fact_line(text, None, "2026-11-20".parse().unwrap())
}

#[test]
fn the_two_lines_of_the_brief() {
    let zh = read("籍贯 乐山夹江 — 本人告知");
    assert_eq!(
        (zh.kind, zh.value.as_deref(), zh.source.as_deref()),
        (Some(K::NativePlace), Some("511126"), Some("本人告知"))
    );
    assert_eq!((zh.confidence, &zh.asks[..]), (Some(Confidence::Confirmed), &[][..]));
    let en = read("native place Jiajiang, Leshan — told by herself");
    assert_eq!(
        (en.kind, en.value.as_deref(), en.source.as_deref()),
        (Some(K::NativePlace), Some("511126"), Some("told by herself"))
    );
    assert!(en.asks.is_empty());
}

#[test]
fn kinds_by_word_and_by_shape() {
    let cases = [
        ("爱好：围棋 —— 听说", K::Hobby, "围棋"),
        ("喜欢围棋", K::Hobby, "围棋"),
        ("分管信息化 - 官网", K::Duty, "信息化"),
        ("手机 138 0013 8000 — 名片", K::Mobile, "138 0013 8000"),
        ("13800138000", K::Mobile, "13800138000"),
        ("+86 28 8888 8888", K::Phone, "+86 28 8888 8888"),
        ("wang@example.com — card", K::Email, "wang@example.com"),
        ("speaks English C1", K::Language, "en"),
        ("外语 日语 B2", K::Language, "ja"),
        ("方言 西南官话灌赤片", K::Dialect, "mandarin.southwest.guanchi"),
        ("cares about delivery dates", K::Concern, "delivery dates"),
        ("postal code problems", K::Note, "postal code problems"),
    ];
    for (text, kind, value) in cases {
        let line = read(text);
        if kind == K::Note {
            assert_eq!((line.kind, line.value.as_deref()), (None, Some(value)), "a word that only begins like one");
            continue;
        }
        assert_eq!((line.kind, line.value.as_deref()), (Some(kind), Some(value)), "{text}");
    }
    assert_eq!(read("speaks English C1").level.as_deref(), Some("C1"));
}

#[test]
fn years_in_many_ways() {
    let cases = [
        ("1998–2002 四川大学 — 公开简历", Some(K::School), "四川大学", (Some(1998), Some(2002))),
        ("四川大学（1998-2002）", Some(K::School), "四川大学", (Some(1998), Some(2002))),
        ("毕业于 四川大学 1998年至2002年", Some(K::School), "四川大学", (Some(1998), Some(2002))),
        ("曾任职 蜀南机械厂 1994—1999 — 本人告知", Some(K::Employer), "蜀南机械厂", (Some(1994), Some(1999))),
        ("曾在 北塬电力设计院 2015年至今", Some(K::Employer), "北塬电力设计院", (Some(2015), None)),
        ("worked at Nordvik Power since 2015", Some(K::Employer), "Nordvik Power", (Some(2015), None)),
        (
            "worked at Nordvik Power 2015 to 2019 - LinkedIn",
            Some(K::Employer),
            "Nordvik Power",
            (Some(2015), Some(2019)),
        ),
    ];
    for (text, kind, value, years) in cases {
        let line = read(text);
        assert_eq!(
            (line.kind, line.value.as_deref(), (line.from_year, line.to_year)),
            (kind, Some(value), years),
            "{text}"
        );
    }
    assert_eq!(read("学校 四川大学 2002-1998 — 名片").asks, [FactAsk::Years], "the end before the beginning");
    assert_eq!(read("曾任职 样例厂 2099 — 名片").asks, [FactAsk::Years], "not yet");
    assert_eq!(read("学校 样例大学 12345 — 名片").from_year, None, "five digits are no year");
}

#[test]
fn what_is_missing_is_asked() {
    assert_eq!(read("籍贯 夹江").asks, [FactAsk::Source]);
    assert_eq!(read("籍贯 — 本人告知").asks, [FactAsk::Value]);
    assert_eq!(read("围棋 — 本人告知").asks, [FactAsk::Kind]);
    assert_eq!(read("手机 12345 — 名片").asks, [FactAsk::Phone]);
    assert_eq!(read("邮箱 wang.example.com — 名片").asks, [FactAsk::Mail]);
    assert_eq!(read("").asks, [FactAsk::Kind, FactAsk::Value, FactAsk::Source]);
    let several = read("籍贯 鼓楼区 — 本人告知");
    assert_eq!(several.asks, [FactAsk::Place]);
    assert!(several.places.len() > 1);
    assert_eq!(read("籍贯 样例村 — 本人告知").value.as_deref(), Some("样例村"), "not in the table: kept as typed");
}

#[test]
fn asked_none_is_an_answer() {
    let line = read("爱好 没有 — 本人告知");
    assert!(line.asked_none && line.value.is_none() && line.asks.is_empty());
    assert!(read("hobbies none — told by him").asked_none);
}

#[test]
fn a_chosen_kind_takes_the_whole_line() {
    let line = read_fact_line("喜欢安静 — 本人告知", Some(K::Style), "2026-11-20".parse().unwrap());
    assert_eq!((line.kind, line.value.as_deref()), (Some(K::Style), Some("喜欢安静")));
}

#[test]
fn sources_say_how_sure() {
    let cases = [
        ("本人告知", Confidence::Confirmed),
        ("told by herself", Confidence::Confirmed),
        ("名片", Confidence::Reliable),
        ("company website", Confidence::Reliable),
        ("听说", Confidence::Unverified),
        ("同事", Confidence::Unverified),
        ("传闻", Confidence::Rumour),
    ];
    for (source, sure) in cases {
        assert_eq!(confidence_of(source), sure, "{source}");
    }
}
