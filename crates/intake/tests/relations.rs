//! What cards say beside the person: a superior, a lunar birthday, how a name is read, a second script. Each way of writing
//! it is that of a program that exists; the people are made up.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests stop at the first surprise")]

mod support;

use domain::{Birthday, Calendar};
use intake::Table;
use intake::people::{PeopleList, PersonRow, ProblemCode};
use support::*;

fn card(version: &str, lines: &str) -> (Table, PeopleList) {
    let text = format!("BEGIN:VCARD\r\nVERSION:{version}\r\nFN:彭越\r\n{lines}\r\nEND:VCARD\r\n");
    let table = table(read_bytes(text.as_bytes()));
    let (_, _, list) = people(&table);
    (table, list)
}

fn first(list: &PeopleList) -> &PersonRow {
    list.rows.iter().find(|one| !one.from_superior_column).unwrap()
}

fn superior(list: &PeopleList) -> Option<&str> {
    first(list).superior.and_then(|at| list.rows[at].any_name())
}

#[test]
fn a_superior_in_the_way_of_each_maker() {
    for (version, line) in [
        ("2.1", "X-MS-MANAGER:程岚"),
        ("2.1", "X-MS-MANAGER;CHARSET=GBK;ENCODING=QUOTED-PRINTABLE:=B3=CC=E1=B0"),
        ("3.0", "X-MANAGER:程岚"),
        ("3.0", "X-EVOLUTION-MANAGER:程岚"),
        ("3.0", "X-KADDRESSBOOK-X-ManagersName:程岚"),
        ("3.0", "item1.X-ABRELATEDNAMES:程岚\r\nitem1.X-ABLabel:_$!<Manager>!$_"),
        ("3.0", "item1.X-ABRELATEDNAMES;type=pref:程岚\r\nitem1.X-ABLabel:直属上级"),
        ("2.1", "X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;程岚;7;;;;;;;;;;;;;"),
        ("2.1", "X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;程岚;0;上级;;;;;;;;;;;;"),
        ("4.0", "RELATED;TYPE=x-manager;VALUE=text:程岚"),
        ("4.0", "RELATED;TYPE=\"colleague,supervisor\";VALUE=text:程岚"),
    ] {
        let (table, list) = card(version, line);
        assert_eq!(superior(&list), Some("程岚"), "{line}");
        assert!(table.cards.unwrap().left_out.is_empty(), "{line}");
    }
}

/// Family is no business of ours (F.5), nor are friends and those who answer the telephone.
#[test]
fn nobody_else_becomes_a_superior_or_anything() {
    for (line, counted) in [
        ("X-SPOUSE:程岚", "X-SPOUSE"),
        ("X-MS-SPOUSE:程岚", "X-MS-SPOUSE"),
        ("X-EVOLUTION-SPOUSE:程岚", "X-EVOLUTION-SPOUSE"),
        ("X-MS-ASSISTANT:程岚", "X-MS-ASSISTANT"),
        ("X-MS-CHILD:程岚", "X-MS-CHILD"),
        ("RELATED;TYPE=spouse;VALUE=text:程岚", "RELATED"),
        ("RELATED;TYPE=x-manager:urn:uuid:03a0e51f-d1aa-4385-8a53-e29025acd8af", "RELATED"),
        ("item1.X-ABRELATEDNAMES:程岚\r\nitem1.X-ABLabel:_$!<Spouse>!$_", "X-ABRELATEDNAMES"),
        ("item1.X-ABRELATEDNAMES:程岚\r\nitem1.X-ABLabel:母亲", "X-ABRELATEDNAMES"),
        ("X-ABRELATEDNAMES:程岚", "X-ABRELATEDNAMES"),
        ("X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;程岚;14;;;;;;;;;;;;;", "X-ANDROID-CUSTOM RELATION"),
        ("AGENT:\r\nBEGIN:VCARD\r\nVERSION:2.1\r\nFN:程岚\r\nX-MANAGER:程岚\r\nEND:VCARD", "AGENT"),
        ("item2.TEL:051266001122\r\nitem2.X-ABLabel:_$!<AssistantPhone>!$_", "TEL ASSISTANT"),
    ] {
        let (table, list) = card("3.0", line);
        assert_eq!((superior(&list), list.rows.len()), (None, 1), "{line}");
        assert!(first(&list).phones.is_empty() && !serde_json::to_string(&list).unwrap().contains("程岚"), "{line}");
        assert_eq!(table.cards.unwrap().left_out.into_iter().collect::<Vec<_>>(), [(counted.to_owned(), 1)], "{line}");
    }
}

#[test]
fn the_superior_is_another_card_of_the_file() {
    let text = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:程岚\r\nTITLE:总经理\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:3.0\r\nFN:彭越\r\nitem1.X-ABRELATEDNAMES:程岚\r\nitem1.X-ABLabel:_$!<Manager>!$_\r\nEND:VCARD\r\n";
    let (_, _, list) = people(&table(read_bytes(text.as_bytes())));
    assert_eq!((list.rows.len(), list.rows[1].superior), (2, Some(0)));
    assert!(list.problems.is_empty(), "{:?}", list.problems);
}

#[test]
fn lunar_birthdays_in_the_way_of_each_maker() {
    let lunar = |month, day, leap| Some(Birthday { calendar: Calendar::Lunar, month, day, leap, source: None });
    for (line, wanted) in [
        ("X-ALTBDAY;CALSCALE=chinese:007800310815", lunar(8, 15, false)),
        ("X-ALTBDAY;CALSCALE=chinese:0078003104L08", lunar(4, 8, true)),
        ("BDAY:1984-09-10\r\nX-ALTBDAY;CALSCALE=chinese:007800310815", lunar(8, 15, false)),
        ("BDAY;CALSCALE=chinese:--0815", lunar(8, 15, false)),
        ("BDAY;CALSCALE=chinese:1984-08-15", lunar(8, 15, false)),
        (
            "X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;1984-08-15;0;农历生日;;;;;;;;;;;;",
            lunar(8, 15, false),
        ),
        ("X-ANDROID-CUSTOM:vnd.com.miui.cursor.item/lunarBirthday;1984-8-15;;;;;;;;;;;;;;", lunar(8, 15, false)),
        ("X-ANDROID-CUSTOM:vnd.com.miui.cursor.item/lunarBirthday;八月十五;;;;;;;;;;;;;;", lunar(8, 15, false)),
        ("X-LUNAR-BIRTHDAY:19840815", lunar(8, 15, false)),
        ("item1.X-ABDATE:1984-08-15\r\nitem1.X-ABLabel:农历生日", lunar(8, 15, false)),
    ] {
        let (_, list) = card("3.0", line);
        assert_eq!((first(&list).birthday, list.problems.len()), (wanted, 0), "{line}");
    }
    let (table, list) = card(
        "3.0",
        "item1.X-ABDATE:2010-06-01\r\nitem1.X-ABLabel:_$!<Anniversary>!$_\r\nX-ALTBDAY;CALSCALE=hebrew:57450615",
    );
    assert_eq!(first(&list).birthday, None);
    let left_out: Vec<_> = table.cards.unwrap().left_out.into_iter().collect();
    assert_eq!(left_out, [("X-ABDATE".to_owned(), 1), ("X-ALTBDAY".to_owned(), 1)]);
    let (_, list) = card("3.0", "X-ALTBDAY;CALSCALE=chinese:007800311531");
    assert_eq!(first(&list).birthday, None);
    assert_eq!(rows_with(&list, ProblemCode::BirthdayUnreadable), [1]);
}

#[test]
fn how_a_name_is_read() {
    for line in [
        "N:单;雄;;;\r\nX-PHONETIC-LAST-NAME:Shàn\r\nX-PHONETIC-FIRST-NAME:Xióng",
        "N;SORT-AS=\"Shàn,Xióng\":单;雄;;;",
        "SORT-STRING:Shàn Xióng",
        "N:单;雄;;;\r\nSOUND;X-IRMC-N;CHARSET=UTF-8:Shàn;Xióng;;;",
        "N;ALTID=1:单;雄;;;\r\nN;ALTID=1;PHONETIC=piny;LANGUAGE=zh-Latn-pinyin:Shàn;Xióng;;;",
    ] {
        let text = format!("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:单雄\r\n{line}\r\nEND:VCARD\r\n");
        let (_, _, list) = people(&table(read_bytes(text.as_bytes())));
        assert_eq!(first(&list).pronunciation.as_deref(), Some("Shàn Xióng"), "{line}");
        assert_eq!(first(&list).name.as_deref(), Some("单雄"), "{line}");
    }
}

#[test]
fn the_name_in_letters_stands_beside_the_chinese_one() {
    let (table, list) = card("4.0", "FN;ALTID=1;LANGUAGE=en:Peng Yue\r\nN:彭;越;;;\r\nN;LANGUAGE=en:Peng;Yue;;;");
    let one = first(&list);
    assert_eq!((one.name.as_deref(), one.name_en.as_deref()), (Some("彭越"), Some("Peng Yue")));
    assert_eq!((one.surname.as_deref(), one.given.as_deref()), (Some("彭"), Some("越")));
    assert!(table.cards.unwrap().left_out.is_empty());
}

/// What is not kept is told: nothing goes silently.
#[test]
fn further_titles_companies_and_names_are_counted() {
    let (table, list) = card(
        "4.0",
        "NICKNAME:阿越\r\nORG:样例集团;生产系统;采购部\r\nORG:样例协会\r\nTITLE:部长\r\nTITLE:理事\r\nROLE:招标\r\nCATEGORIES:客户\r\nKIND:individual",
    );
    let one = first(&list);
    assert_eq!((one.company.as_deref(), one.unit.as_deref()), (Some("样例集团"), Some("生产系统/采购部")));
    assert_eq!(one.title.as_deref(), Some("部长"));
    let left_out: Vec<_> = table.cards.unwrap().left_out.into_iter().collect();
    let counted = ["CATEGORIES", "NICKNAME", "ORG", "ROLE", "TITLE"].map(|one| (one.to_owned(), 1));
    assert_eq!(left_out, counted);
}

#[test]
fn groups_and_their_members_are_no_people() {
    for kind in [
        "KIND:group\r\nMEMBER:urn:uuid:03a0e51f-d1aa-4385-8a53-e29025acd8af",
        "X-ADDRESSBOOKSERVER-KIND:group\r\nX-ADDRESSBOOKSERVER-MEMBER:urn:uuid:03a0",
        "KIND:org",
        "KIND:location",
    ] {
        let (_, list) = card("4.0", kind);
        assert!(list.rows.is_empty(), "{kind}");
        assert_eq!(rows_with(&list, ProblemCode::CardOfNobody), [1], "{kind}");
    }
}

#[test]
fn accounts_of_messengers_in_the_way_of_each_maker() {
    for (line, wanted) in [
        ("X-WECHAT:peng-yue", "WeChat peng-yue"),
        ("IMPP;X-SERVICE-TYPE=微信号;type=pref:x-apple:peng-yue", "微信号 peng-yue"),
        ("item1.IMPP;X-SERVICE-TYPE=QQ:x-apple:10001\r\nitem1.X-ABLabel:QQ", "QQ 10001"),
        ("IMPP;PREF=1:xmpp:peng@example.com", "xmpp peng@example.com"),
        ("X-MS-IMADDRESS:peng@example.com", "peng@example.com"),
        ("X-QQ;TYPE=WORK:10001", "QQ 10001"),
        ("X-GOOGLE-TALK:peng", "Google-Talk peng"),
    ] {
        let (table, list) = card("3.0", line);
        assert_eq!(first(&list).messengers, [wanted], "{line}");
        assert!(list.problems.is_empty() && table.cards.unwrap().left_out.is_empty(), "{line}");
    }
}
