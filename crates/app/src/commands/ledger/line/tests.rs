//! Lines of contact as people type them, and odd ones that must not stop the reader.

use super::*;
use crate::commands::ledger::who::Book;

fn sample() -> Snapshot {
    serde_json::from_value(serde_json::json!({
        "staff": [
            staff(1, "样例甲", "Sample Jia"), staff(2, "冼样", "Xian Yang"),
        ],
        "accounts": [{"id": uuid(3), "name_zh": "样例客户", "name_en": null, "kind": "private", "policy": null, "tier": "A", "stage": "stable", "is_key": true}],
        "units": [{"id": uuid(4), "account": uuid(3), "parent": null, "name_zh": "样例部", "name_en": null, "position": 0}],
    }))
    .unwrap()
}

use domain::Snapshot;

fn uuid(n: u32) -> String {
    format!("01a1f640-bc00-7000-8000-{n:012}")
}

fn staff(n: u32, zh: &str, en: &str) -> serde_json::Value {
    serde_json::json!({
        "id": uuid(n), "name_zh": zh, "name_en": en, "title_zh": null, "title_en": null, "rank_level": 4, "job_role": "AR",
        "status": "active", "left_on": null, "leave_from": null, "leave_to": null, "native_place": null, "dialects": [],
        "languages": [], "schools": [], "employers": [], "profession": null, "hobbies": [], "served": false, "bg_ok": false
    })
}

/// A Friday.
fn today() -> Day {
    "2026-11-20".parse().unwrap()
}

fn of(text: &str) -> Line {
    read(text, today(), &Book::of(&sample(), None, today()))
}

fn told(text: &str) -> (String, String, u32, &'static str, Vec<String>, String) {
    use domain::Code;
    let line = of(text);
    (
        line.on.map_or_else(String::new, |one| one.to_string()),
        line.at.map_or_else(String::new, |one| one.to_string()),
        line.minutes.unwrap_or(0),
        line.kind.map_or("", Code::code),
        line.who.into_iter().map(|one| one.0).collect(),
        line.summary,
    )
}

#[test]
fn a_line_is_taken_apart_with_and_without_spaces() {
    let (a, b) = (vec!["样例甲".to_owned()], vec!["样例甲".to_owned(), "冼样".to_owned()]);
    assert_eq!(
        told("今天 样例甲 电话 20分 谈三期"),
        ("2026-11-20".into(), String::new(), 20, "call", a.clone(), "谈三期".into())
    );
    assert_eq!(
        told("昨天和样例甲电话20分钟谈三期"),
        ("2026-11-19".into(), String::new(), 20, "call", a, "谈三期".into())
    );
    assert_eq!(
        told("11月18日 下午3点半 拜访 样例甲、冼样 1.5小时 交流 进度"),
        ("2026-11-18".into(), "15:30".into(), 90, "meeting", b, "交流 进度".into())
    );
    assert_eq!(told("Sample Jia call 30 min pricing").3, "call");
    assert_eq!(told("ylj dinner").4, ["ylj"], "by initials");
    assert_eq!(told("xianyang 微信").4, ["xianyang"], "by sound, surname read as one");
    assert_eq!(of("拜访 样例甲").direction, Some(VisitDirection::Outbound));
    let met = of("明天 10:00 样例甲 @三号会议室 看进度");
    assert_eq!((met.place.as_deref(), met.summary.as_str()), (Some("三号会议室"), "看进度"));
    assert_eq!(of("冼总 电话").who.len(), 1, "a surname with a title");
}

#[test]
fn days_times_and_lengths_as_people_write_them() {
    let day = |text: &str| of(text).on.map(|one| one.to_string());
    for (text, wanted) in [
        ("周三", "2026-11-18"),
        ("上周五", "2026-11-13"),
        ("下周一", "2026-11-23"),
        ("星期天", "2026-11-22"),
        ("3天前", "2026-11-17"),
        ("2026-1-5", "2026-01-05"),
        ("11/2", "2026-11-02"),
        ("1月5日", "2027-01-05"),
        ("7月1号", "2026-07-01"),
        ("tomorrow", "2026-11-21"),
    ] {
        assert_eq!(day(text).as_deref(), Some(wanted), "{text}");
    }
    assert_eq!(day("13-40"), None);
    let minutes = |text: &str| of(text).minutes;
    assert_eq!(
        (minutes("半小时"), minutes("一个半小时"), minutes("2h"), minutes("两小时"), minutes("9999分")),
        (Some(30), Some(90), Some(120), Some(120), None)
    );
    let at = |text: &str| of(text).at.map(|one| one.to_string());
    assert_eq!(
        (at("9:30"), at("9点"), at("15点30分"), at("25:00"), at("中午12点")),
        (Some("09:30".into()), Some("09:00".into()), Some("15:30".into()), None, Some("12:00".into()))
    );
    assert_eq!(
        of("三期方案 电话系统 2027年目标").summary,
        "三期方案 电话系统 2027年目标".replace("电话系统", "系统"),
        "a kind word is taken once"
    );
}

#[test]
fn whatever_is_typed_is_taken_apart() {
    let odd = [
        "",
        " ",
        "、、",
        "9",
        "9:",
        "9点",
        "上周",
        "周",
        "3天",
        "2026-",
        "2026-1-",
        "99999999999999999999分",
        "..小时",
        "İ电话",
        "和",
        "with ",
        "见了 ",
        "半",
        "𠮷总",
        "@",
        "@ @",
        "＠样例",
        "\u{202e}今天",
        "1/2/3/4",
        "１２点",
    ];
    for text in odd {
        let _ = of(text);
        let _ = of(&format!("样例甲{text}{text}"));
    }
    assert_eq!(of("İ电话").summary, "İ电话", "signs whose lower case is longer shift nothing");
}
