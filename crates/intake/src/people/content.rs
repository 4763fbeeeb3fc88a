//! Which field a column's contents mean, where its heading does not tell.

use crate::people::clean::{fold, is_han, name};
use crate::people::contact::{Number, email, number};
use crate::people::field::PeopleField;
use crate::people::words::{Reading, attitude, role};

/// Whether a value fits a field.
type Test = fn(&str) -> bool;

/// Values looked at.
const SAMPLE: usize = 50;

/// The field most values of a column fit, if 60 % and at least two do. Never `Name` by itself: any two characters fit.
pub(super) fn field_of(values: &[&str]) -> Option<PeopleField> {
    let values: Vec<&str> = values.iter().copied().take(SAMPLE).collect();
    let mostly = |fits: Test| {
        let count = values.iter().filter(|value| fits(value)).count();
        count >= 2 && count * 10 >= values.len() * 6
    };
    let tests: [(PeopleField, Test); 5] = [
        (PeopleField::Email, |text| email(text.trim()).is_some()),
        (PeopleField::Mobile, is_mobile),
        (PeopleField::Attitude, is_attitude_word),
        (PeopleField::Role, |text| role(text).is_some()),
        (PeopleField::Phone, |text| matches!(number(text), Number::Landline(_)) && text.contains('-')),
    ];
    tests.iter().find(|(_, fits)| mostly(*fits)).map(|(field, _)| *field)
}

/// An 11-digit mobile, or a foreign number with its `+`.
pub(super) fn is_mobile(text: &str) -> bool {
    matches!(number(text), Number::Mobile(_))
}

/// A word of the scale; bare numbers could be anything.
fn is_attitude_word(text: &str) -> bool {
    matches!(attitude(text), Reading::Level(_)) && !fold(text).chars().all(|one| one.is_ascii_digit())
}

/// Two to four Chinese characters that start with a common surname: a name rather than a post or a unit.
pub(super) fn is_chinese_name(text: &str) -> bool {
    const SURNAMES: &str = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文祁苗卓裴骆岳冼闻柏温霍殷纪舒屈项祝左涂单房宁";
    let text = name(text.trim());
    let count = text.chars().count();
    (2..=4).contains(&count)
        && text.chars().all(is_han)
        && text.chars().next().is_some_and(|one| SURNAMES.contains(one))
}

/// Whether a column holds names, for lists without a name heading.
pub(super) fn is_name_column(values: &[&str]) -> bool {
    let values: Vec<&str> = values.iter().copied().take(SAMPLE).collect();
    let count = values.iter().filter(|value| is_chinese_name(value)).count();
    count >= 2 && count * 10 >= values.len() * 7
}
