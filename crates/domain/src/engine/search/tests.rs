//! The index answers what looking at every text would; and the order of what it answers.

#![allow(clippy::unwrap_used, reason = "a test may stop at once")]

use super::*;
use uuid::Uuid;

/// Neutral names of common characters, some of whose readings are special.
const PEOPLE: [(&str, &str, &str, &str); 14] = [
    ("曾国强", "Zeng Guoqiang", "采购中心主任", "13800005271"),
    ("单晓晨", "", "财务处处长", "010-66554433"),
    ("尉迟安", "", "总经理", ""),
    ("欧阳娜", "Nana Ouyang", "技术总监", "13911112222"),
    ("张伟", "", "总经理", "13800001111"),
    ("张伟", "", "工程部主任", "13800001112"),
    ("章苇", "", "会计", ""),
    ("王安刚", "", "行长", ""),
    ("汪洋", "", "副总经理", ""),
    ("李乐", "", "重庆分公司总经理", ""),
    ("", "John Smith", "Chief Engineer", "+44 20 7946 0958"),
    ("", "Jürgen Müller", "CFO", ""),
    ("赵一诺", "", "IT部主任", ""),
    ("吕安", "", "A股部经理", ""),
];

fn id(number: usize) -> Uuid {
    Uuid::from_u128(number as u128 + 1)
}

fn document(number: usize) -> Document<'static> {
    let (zh, en, post, phone) = PEOPLE[number];
    let parts = vec![(Part::Name, zh), (Part::Name, en), (Part::Post, post), (Part::Phone, phone)];
    let group = Some(Uuid::from_u128(1_000 + number as u128 % 2));
    Document { kind: Kind::Person, id: id(number), group, former: false, parts, told: None }
}

fn index() -> Index {
    Index::new((0..PEOPLE.len()).map(document))
}

const ALL: Ask<'_> = Ask { group: None, kinds: &[], recent: &[], limit: 50 };

fn found(index: &Index, text: &str, ask: &Ask<'_>) -> Vec<usize> {
    let Some(query) = Query::new(text) else { return vec![] };
    index.find(&query, ask).iter().map(|hit| hit.id.as_u128() as usize - 1).collect()
}

/// Who has a part that fits, looking at each, without slips.
fn plainly(text: &str) -> Vec<usize> {
    let query = Query::new(text).unwrap();
    let fits = |number: &usize| {
        document(*number).parts.iter().any(|(part, one)| {
            let read_as = if *part == Part::Name { ReadAs::Name } else { ReadAs::Phrase };
            let figures: String = one.chars().filter(char::is_ascii_digit).collect();
            match part {
                Part::Phone => text.len() > 2 && text.bytes().all(|c| c.is_ascii_digit()) && figures.contains(text),
                _ => query.on(one, read_as, None).iter().any(|fit| fit.how != How::Near),
            }
        })
    };
    (0..PEOPLE.len()).filter(fits).collect()
}

#[test]
fn the_index_answers_what_looking_at_every_text_would() {
    let index = index();
    let mut typed: Vec<String> = [
        "曾",
        "张",
        "伟",
        "总",
        "经理",
        "张伟",
        "zeng",
        "zengg",
        "zgq",
        "z",
        "zh",
        "zhang",
        "zhangw",
        "zw",
        "wang",
        "w",
        "shan",
        "yuchi",
        "yc",
        "ouyang",
        "ouyang娜",
        "oy娜",
        "oyn",
        "kuaiji",
        "hangzhang",
        "chongqing",
        "cq",
        "chuzhang",
        "john",
        "smi",
        "mull",
        "müller",
        "chief",
        "cfo",
        "5271",
        "138",
        "7946",
        "13800001111",
        "it",
        "itb",
        "a股",
        "lv",
        "lu",
        "lvan",
        "liyue",
        "lile",
        "zjl",
        "fzjl",
        "an",
        "g",
        "zhyn",
    ]
    .map(String::from)
    .to_vec();
    for (zh, _, post, _) in PEOPLE {
        for text in [zh, post] {
            let sounds: Vec<String> = readings(text, ReadAs::Phrase, None).into_iter().flatten().collect();
            typed.push(sounds.concat());
            typed.push(sounds.iter().filter_map(|one| one.chars().next()).collect());
            typed.extend(text.chars().map(String::from));
        }
    }
    for text in typed.iter().filter(|one| !one.trim().is_empty()) {
        let plainly = plainly(text);
        let mut seen = found(&index, text, &ALL);
        seen.sort_unstable();
        if !plainly.is_empty() {
            assert_eq!(seen, plainly, "{text}");
        }
    }
}

#[test]
fn several_words_must_all_fit() {
    let index = index();
    assert_eq!(found(&index, "张伟 总经理", &ALL), [4]);
    assert_eq!(found(&index, "zhang gong cheng", &ALL), [5]);
    assert_eq!(found(&index, "zhuren 1112", &ALL), [5]);
    assert_eq!(found(&index, "1111 zhangwei", &ALL), [4]);
    assert_eq!(found(&index, "John eng", &ALL), [10]);
    assert!(found(&index, "张伟 会计", &ALL).is_empty());
}

#[test]
fn slips_and_sounds_are_looked_for_when_nothing_fits() {
    let index = index();
    assert_eq!(found(&index, "jhon", &ALL), [10]);
    assert_eq!(found(&index, "ouyagnna", &ALL), [3]);
    assert_eq!(found(&index, "guoqinag", &ALL), [0]);
    assert_eq!(found(&index, "章伟", &ALL), [4, 5, 6]);
    assert!(
        found(&index, "jhn", &ALL).is_empty()
            && found(&index, "xyzwv", &ALL).is_empty()
            && found(&index, "", &ALL).is_empty()
    );
}

#[test]
fn names_before_posts_and_what_was_opened_lately_first() {
    let index = index();
    // 安 begins no name, stands in two, and nobody's post has it.
    assert_eq!(found(&index, "an", &ALL), [13, 7, 2]);
    assert_eq!(found(&index, "zhang", &ALL)[..3], [4, 5, 6]);
    let recent = [id(5), id(7)];
    let lately = Ask { recent: &recent, ..ALL };
    assert_eq!(found(&index, "张伟", &lately), [5, 4]);
    assert_eq!(found(&index, "zhang", &lately)[..3], [5, 4, 6]);
    assert_eq!(found(&index, "zongjingli", &Ask { limit: 2, ..ALL }).len(), 2);
    let second = Ask { group: Some(Uuid::from_u128(1_001)), ..ALL };
    assert_eq!(found(&index, "张伟", &second), [5]);
    assert!(found(&index, "张伟", &Ask { group: Some(Uuid::from_u128(7)), ..ALL }).is_empty());
}

#[test]
fn entries_are_changed_one_by_one() {
    let mut index = index();
    index.remove(Kind::Person, id(4));
    assert_eq!((found(&index, "张伟", &ALL), index.len()), (vec![5], 13));
    let mut changed = document(5);
    changed.parts = vec![(Part::Name, "仇英"), (Part::Mail, "qiu.ying@example.com"), (Part::Post, "总经理")];
    index.put(&changed);
    assert!(found(&index, "张伟", &ALL).iter().all(|one| *one != 5));
    assert_eq!(
        (found(&index, "qiuy", &ALL), found(&index, "ying", &ALL), found(&index, "example", &ALL)),
        (vec![5], vec![5], vec![5])
    );
    changed.told = Some("Chóu Yīng");
    index.put(&changed);
    assert_eq!((found(&index, "chouying", &ALL), index.len(), index.is_worn()), (vec![5], 13, false));
    let gone = Document { former: true, id: Uuid::from_u128(40), ..changed };
    index.put(&gone);
    assert_eq!(found(&index, "仇英", &ALL), [5, 39]);
}

#[test]
fn what_was_typed_in_one_is_cut_in_two_when_it_fits_nowhere_in_one() {
    let index = index();
    assert_eq!(found(&index, "工程部主任张伟", &ALL), [5]);
    assert_eq!(found(&index, "张伟总经理", &ALL), [4]);
    assert_eq!(found(&index, "jishu欧阳娜", &ALL), [3]);
    assert!(found(&index, "会计张伟", &ALL).is_empty() && found(&index, "zongjinglizhangwei", &ALL).is_empty());
    let query = Query::new("工程部主任张伟").unwrap();
    let fit = |text: &str, read_as| query.partly(text, read_as, None).map(|one| (one.from, one.to));
    assert_eq!((fit("张伟", ReadAs::Name), fit("工程部主任", ReadAs::Phrase)), (Some((0, 2)), Some((0, 5))));
}

#[test]
fn numbers_are_found_with_and_without_the_code_of_the_country() {
    let index = index();
    for typed in ["138 0000 5271", "+86 138-0000-5271", "008613800005271", "8613800005271", "＋８６ 138 0000 5271"] {
        assert_eq!(found(&index, typed, &ALL), [0], "{typed}");
    }
    assert_eq!((found(&index, "+86 10 66554433", &ALL), found(&index, "20 7946 0958", &ALL)), (vec![1], vec![10]));
    assert!(found(&index, "861380", &ALL).is_empty(), "a beginning is no number of a country");
}

#[test]
fn everything_of_a_kind_is_all_that_the_best_are_taken_from() {
    let index = index();
    for typed in ["zhang", "张伟", "总经理", "zhuren 1112", "1380000", "jhon", "工程部主任张伟", "an", "qqqq"]
    {
        let mut best: Vec<Uuid> = found(&index, typed, &ALL).into_iter().map(id).collect();
        best.sort();
        assert_eq!(
            index.all(&Query::new(typed).unwrap(), Kind::Person).into_iter().collect::<Vec<_>>(),
            best,
            "{typed}"
        );
    }
    assert!(index.all(&Query::new("张").unwrap(), Kind::Visit).is_empty());
}

#[test]
fn what_was_opened_lately_is_found_among_very_many_of_the_same_name() {
    let like = |number: usize| Document { id: id(number), parts: vec![(Part::Name, "张伟")], ..document(4) };
    let index = Index::new((0..500).map(like));
    let recent = [id(499), id(321)];
    let ask = Ask { recent: &recent, limit: 5, ..ALL };
    assert_eq!(found(&index, "zhangw", &ask), [499, 321, 0, 1, 2]);
    assert_eq!(index.known(&recent).iter().map(|hit| hit.id).collect::<Vec<_>>(), recent);
}
