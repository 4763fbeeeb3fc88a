//! Business cards in the manner of every program, through the real child, as rows of people; and cards made to hurt.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests stop at the first surprise")]

mod support;

use std::path::{Path, PathBuf};

use domain::{Calendar, PHOTO_SIZE};
use intake::people::{Certainty, PeopleList, PersonRow, ProblemCode, SeatSaid, Why};
use intake::{IntakeError, Limits, Table, read_file};
use support::*;

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/vcard").join(name)
}

fn cards(name: &str) -> (Table, PeopleList) {
    let table = table(read(&file(name)));
    let (proposal, _, list) = people(&table);
    assert!(
        proposal.columns.iter().all(|one| one.certainty == Some(Certainty::Certain) && one.why == Some(Why::Format))
    );
    assert_eq!(proposal.header_rows, (0, 0));
    (table, list)
}

fn only(list: &PeopleList) -> &PersonRow {
    list.rows.iter().find(|one| !one.from_superior_column).unwrap()
}

fn left_out(table: &Table) -> Vec<(&str, u32)> {
    table.cards.as_ref().unwrap().left_out.iter().map(|(name, count)| (name.as_str(), *count)).collect()
}

fn codes(list: &PeopleList) -> Vec<(u32, ProblemCode)> {
    list.problems.iter().map(|one| (one.row, one.code)).collect()
}

/// Name, company, unit, post.
fn who(row: &PersonRow) -> [&str; 4] {
    [row.any_name(), row.company.as_deref(), row.unit.as_deref(), row.title.as_deref()].map(Option::unwrap_or_default)
}

#[test]
fn outlook() {
    let (table, list) = cards("outlook.vcf");
    let one = only(&list);
    assert_eq!(who(one), ["彭越", "样例集团", "采购部", "部长"]);
    assert_eq!((one.surname.as_deref(), one.given.as_deref()), (Some("彭"), Some("越")));
    assert_eq!(
        (one.mobiles.as_slice(), one.phones.as_slice()),
        (["13900001234".to_owned()].as_slice(), ["051266001122转801".to_owned()].as_slice())
    );
    assert_eq!(one.emails, ["peng.yue@example.com", "peng@example.org"]);
    assert_eq!(one.work_addresses, ["中国江苏省苏州市样例路1号 215000"]);
    assert_eq!(one.note.as_deref(), Some("展会上认识；先谈交付\n再谈价格"));
    assert_eq!(list.rows[one.superior.unwrap()].name.as_deref(), Some("程岚"));
    assert!(one.photo && table.photo(1).is_some());
    assert_eq!(left_out(&table), [("TEL FAX", 1), ("URL", 1)]);
    assert_eq!(codes(&list), [(1, ProblemCode::SuperiorUnknown)]);
}

#[test]
fn iphone() {
    let (table, list) = cards("iphone.vcf");
    let one = only(&list);
    assert_eq!(who(one), ["单雄", "样例重工", "信息中心/网络处", "处长"]);
    assert_eq!(one.pronunciation.as_deref(), Some("Shàn Xióng"));
    assert_eq!(one.mobiles, ["13900002345", "13900002346"]);
    assert_eq!(
        (one.phones.as_slice(), one.emails.as_slice()),
        (["0512-6600-3344".to_owned()].as_slice(), ["shan.xiong@example.com".to_owned()].as_slice())
    );
    assert_eq!(one.work_addresses, ["中国江苏省昆山市样例大道9号, 3号楼 215300"]);
    assert_eq!(one.messengers, ["QQ 10001"]);
    let born = one.birthday.unwrap();
    assert_eq!((born.calendar, born.month, born.day), (Calendar::Solar, 5, 12));
    assert_eq!(
        one.note.as_deref(),
        Some("第一行\n第二行; 有分号, 有逗号，而且这一行很长很长，长到必须折成好几行才写得下，一直到这里才算完。")
    );
    assert_eq!(one.uid.as_deref(), Some("01F1-iphone-1"));
    let picture = image::load_from_memory(&table.photo(1).unwrap().0).unwrap();
    assert_eq!((picture.width(), picture.height()), PHOTO_SIZE);
    assert_eq!(left_out(&table), [("ADR HOME", 1), ("TEL FAX", 1), ("X-SOCIALPROFILE", 1)]);
    assert_eq!(codes(&list), [(2, ProblemCode::CardOfNobody)]);
    assert_eq!(list.rows.len(), 1);
}

#[test]
fn android() {
    let (table, list) = cards("android.vcf");
    let [one, other] = list.rows.as_slice() else { panic!("two people") };
    assert_eq!(who(one), ["钟意", "样例服务有限公司", "", "服务经理"]);
    assert_eq!((one.surname.as_deref(), one.given.as_deref()), (None, None), "nobody has said which is which");
    assert_eq!(
        (one.mobiles.as_slice(), one.phones.as_slice()),
        (["13900003457".to_owned(), "13900003456".into()].as_slice(), ["051266005566转803".to_owned()].as_slice())
    );
    assert_eq!(one.note.as_deref(), Some("现场服务的负责人，周三下午在办公室，其余时间在客户那里，先打手机。\n第二行"));
    assert_eq!((one.birthday.unwrap().month, one.birthday.unwrap().day), (11, 2));
    assert!(one.photo);
    assert_eq!(one.messengers, ["QQ 10002"]);
    assert_eq!((who(other)[0], other.phones.as_slice()), ("韩澄", ["051266007788".to_owned()].as_slice()));
    assert_eq!(left_out(&table), [("X-ANDROID-CUSTOM RELATION", 1)]);
    assert!(list.problems.is_empty());
}

#[test]
fn gmail_turns_the_name_and_keeps_the_picture_elsewhere() {
    let (table, list) = cards("gmail.vcf");
    let one = only(&list);
    assert_eq!(who(one), ["彭越", "样例集团", "", "部长"]);
    assert_eq!(
        (one.mobiles.as_slice(), one.phones.as_slice()),
        (["13900001234".to_owned()].as_slice(), ["0512-66001122".to_owned()].as_slice())
    );
    assert_eq!((one.birthday.unwrap().month, one.note.as_deref()), (5, Some("一\n二")));
    assert!(!one.photo && table.photo(1).is_none());
    assert_eq!(left_out(&table), [("CATEGORIES", 1), ("URL", 1)]);
    // The column of the picture is blank, and what is wrong with it is still told.
    assert_eq!(codes(&list), [(1, ProblemCode::PhotoElsewhere)]);
}

#[test]
fn thunderbird() {
    let (table, list) = cards("thunderbird.vcf");
    let one = only(&list);
    assert_eq!(who(one), ["Ingrid Marie Olsen", "Sample Shipping AS", "Fleet", "Head of procurement"]);
    assert_eq!((one.surname.as_deref(), one.given.as_deref()), (Some("Olsen"), Some("Ingrid Marie")));
    assert_eq!(one.emails, ["ingrid.olsen@example.no", "ingrid@example.org"]);
    assert_eq!(one.mobiles, ["+4741234567"]);
    assert_eq!(one.phones, ["+4722334455转12"]);
    assert_eq!(one.work_addresses, ["1 Sample St, Oslo, 0150, Norway"]);
    assert_eq!((one.birthday.unwrap().month, one.birthday.unwrap().day), (5, 12));
    assert_eq!(one.uid.as_deref(), Some("urn:uuid:00000000-0000-4000-8000-000000000001"));
    assert!(one.photo && table.photo(1).is_some());
}

#[test]
fn lotus_and_blackberry_keep_other_peoples_cards_out() {
    let (table, list) = cards("lotus.vcf");
    assert_eq!(list.rows.len(), 1);
    let one = only(&list);
    assert_eq!(who(one), ["Tor Bjørnstad", "Sample Shipping AS", "", "Buyer"], "what follows the inner card is his");
    assert_eq!(
        (one.emails.as_slice(), one.phones.as_slice()),
        (["tor@example.no".to_owned()].as_slice(), ["+4722334466".to_owned()].as_slice())
    );
    assert_eq!(left_out(&table), [("AGENT", 2), ("EMAIL X400", 1), ("KEY", 1)]);
    let (table, list) = cards("blackberry.vcf");
    let one = only(&list);
    assert_eq!((list.rows.len(), who(one)[0], one.surname.as_deref()), (1, "冼思源", Some("冼")));
    assert_eq!(
        (one.mobiles.as_slice(), one.emails.as_slice()),
        (["13900004567".to_owned()].as_slice(), ["xian@example.com".to_owned()].as_slice())
    );
    assert!(one.photo && table.photo(1).is_some());
}

#[test]
fn wechat_old_and_wide_ones() {
    let (table, list) = cards("wechat.vcf");
    assert_eq!(who(only(&list)), ["林采薇", "样例科技", "", "客户经理"]);
    assert_eq!(only(&list).messengers, ["WeChat lincaiwei"]);
    assert!(left_out(&table).is_empty() && list.problems.is_empty());
    let (_, list) = cards("old-phone.vcf");
    let names: Vec<_> = list.rows.iter().map(|one| (who(one), one.mobiles.len())).collect();
    assert_eq!(names, [(["宋嘉树", "样例医院", "设备科", ""], 1), (["曹泊宁", "", "", ""], 1)]);
    let (_, list) = cards("wide.vcf");
    assert_eq!(
        (who(only(&list))[0], only(&list).mobiles.as_slice()),
        ("卓越川", ["13900007890".to_owned()].as_slice())
    );
}

#[test]
fn what_is_broken_in_one_card_costs_only_itself() {
    let (table, list) = cards("broken.vcf");
    let names: Vec<_> = list.rows.iter().map(|one| (one.row, one.any_name(), one.said)).collect();
    assert_eq!(
        names,
        [(1, Some("甲一"), SeatSaid::Held), (2, Some("乙二"), SeatSaid::Held), (6, Some("丙三"), SeatSaid::Held)]
    );
    assert_eq!(list.rows[1].note.as_deref(), Some("第一行\n第二行没有转义"));
    assert_eq!(
        codes(&list),
        [
            (1, ProblemCode::CardLineUnreadable),
            (2, ProblemCode::PhotoUnreadable),
            (3, ProblemCode::CardOfNobody),
            (5, ProblemCode::RowWithoutPerson),
        ]
    );
    assert_eq!(left_out(&table), [("MEMBER", 1), ("VCARD", 1)]);
}

fn card_with(lines: &str) -> Vec<u8> {
    format!("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:彭越\r\nTEL:13900001234\r\n{lines}END:VCARD\r\n").into_bytes()
}

#[test]
fn a_picture_of_50_mb_costs_the_picture_alone() {
    let digits = "QUJD".repeat(50 * 1024 * 1024 / 3 / 18);
    let folded = format!("PHOTO;ENCODING=b;TYPE=JPEG:{}\r\n", [digits.as_str(); 18].join("\r\n "));
    let read = table(read_bytes(&card_with(&folded)));
    let (_, _, list) = people(&read);
    assert_eq!((only(&list).mobiles.len(), only(&list).photo), (1, false));
    assert_eq!(codes(&list), [(1, ProblemCode::PhotoTooBig)]);
    let limits = Limits { card_bytes: 1024 * 1024, file_bytes: 1024, json_bytes: 1024, ..Limits::default() };
    let file = file_of(&card_with(&folded));
    assert_eq!(read_file(&child(), file.path(), &limits), Err(IntakeError::TooBig { limit_mb: 1 }));
}

#[test]
fn a_thousand_cards_inside_each_other() {
    let inside = format!("{}{}", "AGENT:\r\nBEGIN:VCARD\r\nFN:里\r\n".repeat(100_000), "END:VCARD\r\n".repeat(100_000));
    let read = table(read_bytes(&card_with(&inside)));
    assert_eq!(people(&read).2.rows[0].name.as_deref(), Some("彭越"));
}

#[test]
fn pictures_that_are_none_and_lines_without_an_end() {
    let svg = "PHOTO;ENCODING=b;TYPE=SVG:PHN2Zz48L3N2Zz4=\r\n";
    let odd = format!("{svg}X-{}:1\r\nNOTE:{}\r\n", "A".repeat(300_000), "长".repeat(200_000));
    let read = table(read_bytes(&card_with(&odd)));
    let (_, _, list) = people(&read);
    assert_eq!(codes(&list), [(1, ProblemCode::ValueTooLong), (1, ProblemCode::PhotoUnreadable)]);
    assert_eq!(left_out(&read)[0].0.len(), 40);
}

#[test]
fn cards_that_are_none() {
    assert_eq!(read_bytes(b"BEGIN:VCARD\r\nEND:VCARD\r\n"), Err(IntakeError::Empty));
    assert_eq!(read_bytes(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"), Err(IntakeError::Calendar));
    let many = "BEGIN:VCARD\r\nFN:样例\r\nEND:VCARD\r\n".repeat(3_000);
    let file = file_of(many.as_bytes());
    let limits = Limits { cells: 1_000, ..Limits::default() };
    assert_eq!(read_file(&child(), file.path(), &limits), Err(IntakeError::TooManyCells { limit: 1_000 }));
}
