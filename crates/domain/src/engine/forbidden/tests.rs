//! What is caught and what only looks like it.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a failing expectation is what a test is for")]

use super::*;
use ForbiddenMatter as M;

fn matters(text: &str) -> Vec<M> {
    caught(text).into_iter().map(|one| one.matter).collect()
}

#[test]
fn each_matter_is_caught_in_both_languages() {
    let cases: [(&str, M); 44] = [
        ("他信佛，初一十五不见客", M::Religion),
        ("周日去教会", M::Religion),
        ("devout Catholic", M::Religion),
        ("He is a Muslim", M::Religion),
        ("去年查出高血压", M::Health),
        ("她刚怀孕", M::Health),
        ("had surgery in May", M::Health),
        ("diagnosed with something", M::Health),
        ("本人是回族", M::Ethnicity),
        ("民族：满族", M::Ethnicity),
        ("ethnicity: unknown", M::Ethnicity),
        ("政治面貌：群众", M::Politics),
        ("中共党员", M::Politics),
        ("asked about his politics", M::Politics),
        ("听说有婚外情", M::SexLife),
        ("her sexual orientation", M::SexLife),
        ("儿子今年高考", M::Family),
        ("两个孩子", M::Family),
        ("his wife works at a bank", M::Family),
        ("daughter studies abroad", M::Family),
        ("他是A型血", M::BloodType),
        ("血型O", M::BloodType),
        ("blood type B", M::BloodType),
        ("天蝎座，难说话", M::Horoscope),
        ("属相是龙", M::Horoscope),
        ("his star sign", M::Horoscope),
        ("可以发展成线人", M::Informant),
        ("our informant there", M::Informant),
        ("手里有他的把柄", M::Leverage),
        ("we have dirt on him", M::Leverage),
        ("给了回扣", M::Benefit),
        ("灰色利益", M::Benefit),
        ("expects a kickback", M::Benefit),
        ("送购物卡", M::Benefit),
        ("清真，不饮酒", M::Diet),
        ("海鲜过敏", M::Diet),
        ("vegetarian, no alcohol", M::Diet),
        ("ａ型血", M::BloodType),
        ("MUSLIM", M::Religion),
        ("护照号E12345678", M::Passport),
        ("passport no. G87654321", M::Passport),
        ("身份证 510111198001011", M::IdNumber),
        ("工资卡 123456789012", M::BankCard),
        ("泄露标底", M::Informant),
    ];
    for (text, matter) in cases {
        assert!(matters(text).contains(&matter), "{text}: {:?}", matters(text));
    }
}

#[test]
fn words_that_mean_something_else_pass() {
    let harmless = [
        "籍贯 张家川回族自治县",
        "阿坝藏族羌族自治州",
        "双江拉祜族佤族布朗族傣族自治县",
        "广西壮族自治区",
        "管城回族区",
        "中央民族大学",
        "水族馆项目",
        "健康产业事业部",
        "大健康板块负责人",
        "党委书记、董事长",
        "党组成员",
        "纳入党建考核",
        "加入党委中心组学习",
        "民族宗教事务委员会主任",
        "基督教青年会中学",
        "岭南教会学校旧址改造",
        "他教会了我看图纸",
        "佛教协会办公楼弱电",
        "Catholic University of Leuven",
        "Christian Weber",
        "Islamic Development Bank",
        "肿瘤医院信息科",
        "癌症医院",
        "抗癌药生产线",
        "糖尿病中心",
        "住院部改造",
        "住院医师",
        "手术室机器人",
        "残疾人联合会",
        "集中风险管理",
        "星座计划",
        "低轨卫星星座",
        "内线电话 8012",
        "反商业贿赂培训",
        "拒收红包",
        "anti-bribery training",
        "bank leverage ratio",
        "leverage our platform",
        "儿童医院",
        "Children's Hospital",
        "父母官",
        "孙子兵法",
        "家庭宽带",
        "隶属马钢集团",
        "仁爱人寿",
        "大小三个项目",
        "情人节促销",
        "关心供应商的弱点分析",
        "feature disabled",
        "Johnson & Sons",
        "清真食品有限公司",
        "不能吃亏",
        "non-alcoholic drinks",
        "血型检测仪",
        "隐私计算",
        "政治学院",
        "周礼拜三上午", // a day of the week
    ];
    for text in harmless {
        assert_eq!(matters(text), [], "{text}");
    }
}

#[test]
fn identity_numbers_are_known_by_their_check_digit() {
    // Made for tests by the rule of GB 11643; they belong to nobody we know of.
    let good = number_with_check("11010119900101001");
    assert_eq!(matters(&good), [M::IdNumber]);
    assert_eq!(matters(&format!("号码{good}。")), [M::IdNumber]);
    let last = good.chars().last().unwrap();
    let wrong = format!("{}{}", &good[..17], if last == '1' { '2' } else { '1' });
    assert_eq!(matters(&wrong), [], "one digit off is a contract's number");
    assert_eq!(matters(&number_with_check("11010119901301001")), [], "a thirteenth month");
    let spaced = format!("{} {} {}", &good[..6], &good[6..14], &good[14..]);
    assert_eq!(matters(&spaced), [M::IdNumber]);
}

fn number_with_check(head: &str) -> String {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = head.chars().zip(weights).map(|(one, weight)| one.to_digit(10).unwrap() * weight).sum();
    format!("{head}{}", "10X98765432".chars().nth((sum % 11) as usize).unwrap())
}

#[test]
fn cards_are_known_by_beginning_and_sum() {
    for card in ["4111 1111 1111 1111", "5555555555554444", "378282246310005", "6200000000000005"] {
        assert_eq!(matters(card), [M::BankCard], "{card}");
    }
    assert_eq!(matters("4111111111111112"), [], "the sum is one off");
    assert_eq!(matters("8613800138000"), [], "a telephone number");
    assert_eq!(matters("订单 2026112000001234"), [], "an order");
    assert_eq!(matters("13800138000"), []);
    assert_eq!(matters("+86 28 8888 8888"), []);
}

#[test]
fn places_count_characters_and_overlap_is_told_once() {
    let found = caught("他信佛，手里有把柄");
    assert_eq!(found[0], Caught { matter: M::Religion, from: 1, to: 3 });
    assert_eq!((found[1].matter, found[1].from, found[1].to), (M::Leverage, 7, 9));
    assert_eq!(caught("佛教徒").len(), 1);
    assert!(caught("").is_empty() && caught("𠮷𠮷").is_empty());
    assert!(caught("清真")[0].has_a_place() && !caught("线人")[0].has_a_place());
}

#[test]
fn the_list_is_read_whole() {
    let lines =
        include_str!("../../../data/forbidden.tsv").lines().filter(|one| !one.starts_with('@') && !one.is_empty());
    let mut count = 0;
    for line in lines {
        let matter = line.split('\t').next().unwrap();
        assert!(ForbiddenMatter::from_code(matter).is_some(), "{line}");
        count += 1;
    }
    assert_eq!(WORDS.values().map(Vec::len).sum::<usize>(), count);
}
