//! Lists of people as account teams keep them: the samples, odd headings, and every way a row can be wrong.
#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod support;

use domain::{Calendar, DecisionRole, InformalFunction};
use intake::people::{
    Certainty, Mapping, PeopleField, ProblemCode, SeatSaid, Severity, Why, propose, propose_for, read_people,
};
use intake::{Merge, Table};
use support::*;

#[test]
fn the_sample_workbook() {
    let table = table(read(&sample("people.xlsx")));
    let (proposal, _, list) = people(&table);
    assert_eq!((proposal.sheet_name.as_str(), proposal.header_rows), ("联系人", (4, 5)));
    let found: Vec<(&str, Option<PeopleField>)> =
        proposal.columns.iter().map(|one| (one.letter.as_str(), one.field)).collect();
    use PeopleField::*;
    let fields = [
        None,
        Some(Unit),
        Some(Title),
        Some(Name),
        Some(Superior),
        Some(Mobile),
        Some(Phone),
        Some(Email),
        Some(Attitude),
        Some(Role),
        Some(Influence),
        Some(Owner),
        Some(Backup),
        Some(LastTouch),
        Some(NativePlace),
        Some(School),
        Some(Hobby),
        Some(Diet),
        Some(Birthday),
        Some(Note),
    ];
    let letters = ('A'..='T').map(String::from);
    assert!(found.iter().map(|it| it.0.to_string()).eq(letters));
    assert_eq!(found.iter().map(|it| it.1).collect::<Vec<_>>(), fields);
    assert_eq!(proposal.columns[5].heading, "联系方式 / 手机");
    assert_eq!(proposal.columns[3].samples, ["荣景行", "靳怀远", "季明川"]);

    let held = list.rows.iter().filter(|row| row.said == SeatSaid::Held && !row.from_superior_column).count();
    let unnamed = list.rows.iter().filter(|row| row.said == SeatSaid::Unknown).count();
    assert_eq!((list.rows.len(), held, unnamed, list.rows_read), (62, 60, 1, 61));
    let problems: Vec<(u32, Option<&str>, ProblemCode)> =
        list.problems.iter().map(|one| (one.row, one.column.as_ref().map(|at| at.letter.as_str()), one.code)).collect();
    assert_eq!(
        problems,
        [
            (16, Some("I"), ProblemCode::WordLoose),
            (19, None, ProblemCode::SameName),
            (24, None, ProblemCode::SameName),
            (31, Some("N"), ProblemCode::DateUnreadable),
            (48, Some("I"), ProblemCode::WordLoose),
            (51, Some("E"), ProblemCode::SuperiorUnknown),
            (82, Some("I"), ProblemCode::WordLoose),
        ]
    );
}

#[test]
fn the_sample_workbook_in_values() {
    let table = table(read(&sample("people.xlsx")));
    let (_, _, list) = people(&table);
    let by_name = |name: &str| list.rows.iter().find(|row| row.name.as_deref() == Some(name)).unwrap();
    let chief = by_name("荣景行");
    assert_eq!(
        (chief.superior, chief.attitude, chief.roles.as_slice()),
        (None, Some(0), [DecisionRole::EconomicBuyer].as_slice())
    );
    let second = by_name("靳怀远");
    assert_eq!(list.rows[second.superior.unwrap()].name, chief.name);
    assert_eq!((second.birthday.unwrap().month, second.birthday.unwrap().day), (5, 12));
    let coach = by_name("冷松涛");
    assert_eq!(coach.functions, [InformalFunction::Coach]);
    // The unit stands once in a merged block beside all its people.
    assert_eq!(coach.unit.as_deref(), Some("装备制造事业部"));
    let finance = by_name("葛守正");
    assert_eq!((finance.attitude, finance.birthday.unwrap().calendar), (None, Calendar::Lunar));
    assert_eq!(finance.last_touch.unwrap().to_string(), "2026-07-22");
    let same: Vec<_> =
        list.rows.iter().filter(|row| row.name.as_deref() == Some("陈静")).map(|row| row.label.as_deref()).collect();
    assert_eq!(same, [Some("综合管理部"), Some("财务部")]);
    let outside = by_name("于怀瑾");
    assert!(outside.from_superior_column);
    assert_eq!(list.rows[by_name("路九章").superior.unwrap()].name, outside.name);
    assert_eq!(by_name("谷云舟").diet, Some(vec![]), "asked, none");
    assert_eq!(by_name("靳怀远").diet, None, "not asked");
    let depth = |mut at: usize| {
        std::iter::from_fn(|| {
            at = list.rows[at].superior?;
            Some(())
        })
        .count()
            + 1
    };
    assert_eq!((0..list.rows.len()).map(depth).max(), Some(6));
}

#[test]
fn the_sample_csv() {
    let table = table(read(&sample("people.csv")));
    assert_eq!(table.encoding.as_ref().unwrap().name, "gb18030");
    let (proposal, _, list) = people(&table);
    assert_eq!((proposal.header_rows, list.rows.len()), ((1, 1), 20));
    assert!(proposal.columns.iter().all(|one| one.field.is_some()));
    assert_eq!(rows_with(&list, ProblemCode::DateUnreadable), [19]);
    assert_eq!(list.errors(), 0);
}

#[test]
fn the_same_list_in_every_encoding() {
    let text = "姓名;部门;态度\n彭越;工程部;支持\n钟意;服务部;中立\n";
    let (gbk, _, _) = encoding_rs::GBK.encode(text);
    let wide: Vec<u8> = [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let marked = [b"\xEF\xBB\xBF".as_slice(), text.as_bytes()].concat();
    let (_, _, expected) = people(&table(read_bytes(text.as_bytes())));
    assert_eq!(expected.rows[1].name.as_deref(), Some("钟意"));
    for bytes in [gbk.as_ref(), &wide, &marked] {
        assert_eq!(people(&table(read_bytes(bytes))).2, expected);
    }
}

#[test]
fn english_headings_and_names_in_two_columns() {
    let table = table_of(&[
        &["Key contacts"],
        &[],
        &[
            "Mobile No.",
            "Last name",
            "First name",
            "Department",
            "Job title",
            "Reports to",
            "E-mail",
            "Attitude",
            "Account manager",
        ],
        &["+47 412 34 567", "Olsen", "Ingrid", "Fleet", "Director", "", "Ingrid@Example.NO", "Supporter", "贺一鸣"],
        &["", "Berg", "Tor", "Fleet", "Buyer", "ingrid olsen", "tor.example.no", "Advocate", "贺一鸣、林采薇"],
    ]);
    let (proposal, _, list) = people(&table);
    assert_eq!(proposal.header_rows, (3, 3));
    let [first, second] = list.rows.as_slice() else { panic!("two people") };
    assert_eq!(
        (first.name_en.as_deref(), first.mobiles.as_slice()),
        (Some("Ingrid Olsen"), ["+4741234567".to_owned()].as_slice())
    );
    assert_eq!(first.emails, ["Ingrid@example.no"]);
    assert_eq!((second.superior, second.attitude), (Some(0), Some(2)));
    assert_eq!(second.owners, ["贺一鸣", "林采薇"]);
    assert_eq!(rows_with(&list, ProblemCode::EmailUnreadable), [5]);
}

#[test]
fn columns_without_headings_are_known_by_content() {
    let table = table_of(&[
        &["林采薇", "客户部", "13900001234", "lin@example.com", "支持"],
        &["宋嘉树", "客户部", "13900001235", "song@example.com", "中立"],
        &["曹泊宁", "方案部", "13900001236", "cao@example.com", "支持"],
    ]);
    let proposal = propose(&table);
    let fields: Vec<_> = proposal.columns.iter().map(|one| one.field.map(PeopleField::code)).collect();
    assert_eq!(proposal.header_rows, (0, 0));
    assert_eq!(fields, [Some("name"), None, Some("mobile"), Some("email"), Some("attitude")]);
    assert_eq!((proposal.columns[2].certainty, proposal.columns[2].why), (Some(Certainty::Guess), Some(Why::Content)));
    assert_eq!(read_people(&table, &proposal.mapping()).rows.len(), 3);
}

#[test]
fn a_telephone_heading_over_mobile_numbers() {
    let rows: &[&[&str]] = &[&["姓名", "联系电话"], &["彭越", "13900001234"], &["钟意", "13900001235"]];
    let proposal = propose(&table_of(rows));
    assert_eq!(proposal.columns[1].field, Some(PeopleField::Mobile));
    assert_eq!(proposal.columns[1].why, Some(Why::HeadingAndContent));
}

#[test]
fn several_numbers_may_stand_in_several_columns() {
    let rows: &[&[&str]] = &[
        &["姓名", "办公电话", "手机", "手机", "联系电话"],
        &["彭越", "010-88886666", "13900001234", "13900001235", "13900001236"],
    ];
    let (proposal, _, list) = people(&table_of(rows));
    use PeopleField::*;
    let fields: Vec<_> = proposal.columns.iter().map(|one| one.field.unwrap()).collect();
    assert_eq!(fields, [Name, Phone, Mobile, Mobile, Phone]);
    assert_eq!(list.rows[0].mobiles, ["13900001234", "13900001235", "13900001236"]);
    assert_eq!(list.rows[0].phones, ["010-88886666"]);
}

#[test]
fn two_columns_of_one_field_are_not_both_taken() {
    let rows: &[&[&str]] = &[&["姓名", "备注", "其他说明", "备注"], &["彭越", "一", "二", "三"]];
    let fields: Vec<_> = propose(&table_of(rows)).columns.iter().map(|one| one.field).collect();
    assert_eq!(fields, [Some(PeopleField::Name), Some(PeopleField::Note), None, None]);
}

#[test]
fn the_list_is_found_among_other_sheets() {
    let mut book = table_of(&[&["说明"], &["一行一人"]]);
    book.sheets.push(table_of(&[&["姓名", "部门"], &["彭越", "交付部"]]).sheets.remove(0));
    let mut hidden = table_of(&[&["姓名", "部门", "职务"], &["旧人", "旧部门", "旧职"]]).sheets.remove(0);
    hidden.hidden = true;
    book.sheets.insert(0, hidden);
    let proposal = propose(&book);
    assert_eq!((proposal.sheet, proposal.rows), (2, 1));
    let named: Vec<_> = proposal.sheets.iter().map(|one| (one.sheet, one.hidden, one.rows)).collect();
    assert_eq!(named, [(0, true, 2), (1, false, 2), (2, false, 2)]);
    let chosen = propose_for(&book, 0);
    assert_eq!((chosen.sheet, chosen.rows, chosen.columns.len(), chosen.sheets.len()), (0, 1, 3, 3));
    let nobody = propose(&Table::default());
    assert!(nobody.columns.is_empty() && !nobody.has_people());
    assert!(!propose(&table_of(&[&["日期", "金额"], &["2026-01-01", "12"]])).has_people());
}

#[test]
fn a_superior_split_into_name_and_post() {
    let mut table = table_of(&[
        &["姓名", "直接上级", "", "手机"],
        &["", "姓名", "职务", ""],
        &["彭越", "程岚", "高级副总裁", "13900001234"],
    ]);
    table.sheets[0].merges.push(Merge { first_row: 1, last_row: 1, first_column: 1, last_column: 2 });
    let (proposal, _, list) = people(&table);
    assert_eq!(proposal.header_rows, (1, 2));
    let fields: Vec<_> = proposal.columns.iter().map(|one| one.field).collect();
    assert_eq!(fields, [Some(PeopleField::Name), Some(PeopleField::Superior), None, Some(PeopleField::Mobile)]);
    assert_eq!(list.rows[list.rows[0].superior.unwrap()].name.as_deref(), Some("程岚"));
}

#[test]
fn a_circle_of_superiors_names_its_rows() {
    let (_, _, list) = people(&table_of(&[
        &["姓名", "上级"],
        &["甲一", "乙二"],
        &["乙二", "丙三"],
        &["丙三", "甲一"],
        &["丁四", "甲一"],
        &["戊五", "戊五"],
    ]));
    let circle = list.problems.iter().find(|one| one.code == ProblemCode::SuperiorCycle).unwrap();
    assert_eq!((circle.row, circle.rows.as_slice()), (2, [3, 4].as_slice()));
    let superiors: Vec<_> = list.rows.iter().map(|row| row.superior).collect();
    assert_eq!(superiors, [None, None, None, Some(0), None]);
    assert_eq!(rows_with(&list, ProblemCode::SuperiorSelf), [6]);
    assert_eq!(list.rows.len(), 5, "the people themselves are good");
}

#[test]
fn superiors_with_posts_namesakes_and_titles() {
    let (_, _, list) = people(&table_of(&[
        &["姓名", "部门", "职务", "上级"],
        &["王磊", "信息中心", "主任", "总经理"],
        &["王磊", "采购部", "部长", "苗国梁（总经理）"],
        &["路遥知", "采购部", "专员", "王磊"],
        &["白若冰", "财务部", "专员", "王磊"],
        &["卓越川", "财务部", "会计", "王磊（主任）"],
        &["苗国梁", "总部", "总经理", "无"],
        &["阎秀芝", "总部", "顾问", "祁振邦（董事长）"],
        &["闻人洁", "总部", "秘书", "祁振邦"],
    ]));
    let superiors: Vec<_> = list.rows.iter().map(|row| row.superior).collect();
    assert_eq!(superiors, [Some(5), Some(5), Some(1), None, Some(0), None, Some(8), Some(8), None]);
    let doubt = list.problems.iter().find(|one| one.code == ProblemCode::SuperiorAmbiguous).unwrap();
    assert_eq!((doubt.row, doubt.rows.as_slice()), (5, [2, 3].as_slice()));
    let added = &list.rows[8];
    assert_eq!((added.name.as_deref(), added.title.as_deref()), (Some("祁振邦"), Some("董事长")));
    let unknown = list.problems.iter().find(|one| one.code == ProblemCode::SuperiorUnknown).unwrap();
    assert_eq!((unknown.row, unknown.rows.as_slice()), (8, [9].as_slice()));
}

#[test]
fn names_that_are_no_names() {
    let long = "长".repeat(500);
    let (_, _, list) = people(&table_of(&[
        &["姓名", "职务", "手机"],
        &[&long, "部长", ""],
        &["\u{202E}彭越\u{200F}", "部长", ""],
        &["<script>alert(1)</script>", "工程师", ""],
        &["", "财务总监", ""],
        &["（待查）", "采购总监", ""],
        &["空缺", "法务总监", ""],
        &["", "", "13900001234"],
        &["张　三", "工程师", ""],
    ]));
    assert_eq!(rows_with(&list, ProblemCode::NameTooLong), [2]);
    assert_eq!(rows_with(&list, ProblemCode::MarksRemoved), [3]);
    assert_eq!(rows_with(&list, ProblemCode::NameMissing), [5]);
    assert_eq!(rows_with(&list, ProblemCode::RowWithoutPerson), [8]);
    assert_eq!((list.errors(), list.problems.len()), (2, 4));
    let said: Vec<_> = list.rows.iter().map(|row| (row.any_name(), row.said)).collect();
    assert_eq!(
        said,
        [
            (Some("彭越"), SeatSaid::Held),
            (Some("<script>alert(1)</script>"), SeatSaid::Held),
            (None, SeatSaid::Unknown),
            (None, SeatSaid::Unknown),
            (None, SeatSaid::Vacant),
            (Some("张三"), SeatSaid::Held),
        ]
    );
    let shown = list.problems[0].value.as_ref().unwrap();
    assert_eq!(shown.chars().count(), 40, "problems show the start only");
}

#[test]
fn dates_that_are_no_dates() {
    let (_, _, list) = people(&table_of(&[
        &["姓名", "最近接触", "生日"],
        &["甲一", "去年三月", "1975-05-12"],
        &["乙二", "2026-02-30", "农历五月十二"],
        &["丙三", "2026年11月2日", "春天"],
        &["丁四", "46328", "-"],
    ]));
    assert_eq!(rows_with(&list, ProblemCode::DateUnreadable), [2, 3]);
    assert_eq!(rows_with(&list, ProblemCode::BirthdayUnreadable), [4]);
    let first = &list.problems[0];
    let place = first.column.as_ref().unwrap();
    assert_eq!((place.letter.as_str(), place.heading.as_str(), first.severity), ("B", "最近接触", Severity::Warning));
    assert_eq!(first.value.as_deref(), Some("去年三月"));
    let days: Vec<_> = list.rows.iter().map(|row| row.last_touch.map(|day| day.to_string())).collect();
    assert_eq!(days, [None, None, Some("2026-11-02".into()), Some("2026-11-02".into())]);
}

#[test]
fn levels_contacts_and_roles_that_cannot_be_read() {
    let (_, _, list) = people(&table_of(&[
        &["姓名", "态度", "权力", "影响力", "级别", "角色", "手机", "座机", "邮箱"],
        &["甲一", "看情况", "9", "很高吧", "P7", "大佬", "139****1234", "见名片", "x"],
        &[
            "乙二",
            "友好",
            "高",
            "4",
            "正处级",
            "决策者/教练",
            "1.39E+10",
            "010-88886666转8",
            "a@example.com；b@example.com",
        ],
        &["丙三", "−2", "#N/A", "未知", "8", "拍板", "13900001234/13900001235", "", ""],
    ]));
    let of = |row: u32| -> Vec<ProblemCode> {
        list.problems.iter().filter(|one| one.row == row).map(|one| one.code).collect()
    };
    use ProblemCode::*;
    assert_eq!(
        of(2),
        [
            AttitudeUnreadable,
            LevelUnreadable,
            LevelUnreadable,
            RankUnreadable,
            RoleUnreadable,
            PhoneUnreadable,
            PhoneUnreadable,
            EmailUnreadable,
        ]
    );
    assert_eq!(of(3), [WordLoose, PhoneDigitsLost]);
    assert_eq!(of(4), [FormulaError]);
    let [bare, second, third] = list.rows.as_slice() else { panic!("three people") };
    assert_eq!((bare.attitude, bare.power, bare.rank, bare.mobiles.len()), (None, None, None, 0));
    assert_eq!((second.attitude, second.power, second.influence, second.rank), (Some(1), Some(3), Some(4), Some(6)));
    assert_eq!(second.functions, [InformalFunction::Coach]);
    assert_eq!(second.phones, ["010-88886666转8"]);
    assert_eq!(second.emails, ["a@example.com", "b@example.com"]);
    assert_eq!((third.attitude, third.influence), (Some(-2), None));
    assert_eq!(third.mobiles, ["13900001234", "13900001235"]);
}

#[test]
fn namesakes_doubles_and_asides() {
    let (_, _, list) = people(&table_of(&[
        &["姓名", "部门", "职务", "手机"],
        &["王磊", "采购部", "部长", "13900001234"],
        &["王磊", "采购部", "部长", "13900001234"],
        &["王磊", "采购部", "部长", "13900009999"],
        &["姓名", "部门", "职务", "手机"],
        &["彭越", "交付部", "总监", ""],
        &["合计：3 人"],
    ]));
    assert_eq!(rows_with(&list, ProblemCode::DuplicateRow), [3]);
    assert_eq!(list.problems.iter().find(|one| one.code == ProblemCode::DuplicateRow).unwrap().rows, [2]);
    assert_eq!(rows_with(&list, ProblemCode::SameName), [2, 4]);
    let labels: Vec<_> = list.rows.iter().map(|row| row.label.as_deref()).collect();
    assert_eq!(labels, [Some("2"), Some("4"), None]);
}

#[test]
fn the_users_mapping_rules() {
    let table = table_of(&[&["甲", "乙", "丙"], &["交付部", "彭越", "总监"]]);
    let mapping: Mapping =
        serde_json::from_str(r#"{"header_rows":[1,1],"columns":{"B":"name","A":"unit","ZZZ":"note"}}"#).unwrap();
    let list = read_people(&table, &mapping);
    let row = &list.rows[0];
    assert_eq!((row.name.as_deref(), row.unit.as_deref(), row.title.as_deref()), (Some("彭越"), Some("交付部"), None));
    assert!(serde_json::from_str::<Mapping>(r#"{"columns":{"B":"shoe_size"}}"#).is_err());
    assert!(read_people(&table, &Mapping { sheet: 9, ..mapping }).rows.is_empty());
}

#[test]
fn every_text_is_in_both_catalogues() {
    for language in ["zh-CN", "en"] {
        let path = format!("{}/../../locales/{language}/intake.ftl", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).unwrap();
        let has = |key: &str| text.lines().any(|line| line.starts_with(&format!("{key} =")));
        let codes = intake::IntakeError::CODES.iter().map(|code| format!("error-intake-{code}"));
        let codes = codes.chain(ProblemCode::ALL.iter().map(|one| format!("intake-problem-{}", one.code())));
        let codes = codes.chain(PeopleField::ALL.iter().map(|one| format!("intake-field-{}", one.code())));
        for code in codes {
            let key = code.replace('_', "-");
            assert!(has(&key), "{language}: {key}");
        }
    }
}
