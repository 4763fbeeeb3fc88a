//! Headings of matters that are not taken in at all (F.5): the column is left out, and the reason is told.
//!
//! Deliberately absent: what stands in the cells of other columns (`domain::engine::forbidden`), and the reasons in words.

use crate::people::clean::{fold, split_brackets};
use crate::people::field::codes;

codes! {
    /// Why a column is not taken in. Reasons are `intake-refused-<code>` (`_` as `-`) in the catalogue.
    RefusedMatter {
        /// Not needed for anything a visit or a call asks for.
        Gender = "gender", Age = "age",
        Ethnicity = "ethnicity", Religion = "religion", Politics = "politics", Health = "health",
        IdNumber = "id_number", Passport = "passport", BankCard = "bank_card",
        Family = "family", Home = "home", BloodType = "blood_type", Horoscope = "horoscope",
    }
}

/// Headings as wholes, folded, parted by blanks.
const HEADINGS: [(RefusedMatter, &str); 13] = [
    (RefusedMatter::Gender, "性别 男女 gender sex"),
    (RefusedMatter::Age, "年龄 年纪 岁数 age"),
    (RefusedMatter::Ethnicity, "民族 族别 种族 ethnicity ethnicgroup race nationality(ethnic)"),
    (RefusedMatter::Religion, "宗教 信仰 宗教信仰 religion faith"),
    (RefusedMatter::Politics, "政治面貌 党派 党员 是否党员 入党时间 politics politicalstatus party partymember"),
    (RefusedMatter::Health, "健康 健康状况 身体状况 病史 疾病 残疾 health healthcondition medicalhistory disability"),
    (RefusedMatter::IdNumber, "身份证 身份证号 身份证号码 证件号 证件号码 idnumber idcard idno idno. nationalid ssn"),
    (RefusedMatter::Passport, "护照 护照号 护照号码 passport passportno passportno. passportnumber"),
    (RefusedMatter::BankCard, "银行卡 银行卡号 卡号 银行账号 工资卡 bankcard bankaccount cardnumber iban"),
    (
        RefusedMatter::Family,
        "家人 家属 家庭 家庭成员 家庭情况 家庭关系 配偶 爱人 子女 孩子 婚姻 婚姻状况 婚否 family spouse wife husband \
         children maritalstatus",
    ),
    (RefusedMatter::Home, "家庭住址 家庭地址 住址 家庭电话 homeaddress homephone"),
    (RefusedMatter::BloodType, "血型 bloodtype bloodgroup"),
    (RefusedMatter::Horoscope, "星座 属相 生肖 八字 horoscope zodiac starsign"),
];

/// The matter a heading names, if it is one of those.
pub fn refused_heading(heading: &str) -> Option<RefusedMatter> {
    // Of a heading in two rows the lower one says what stands below.
    let folded = fold(heading.rsplit(" / ").next().unwrap_or(heading));
    let (outside, _) = split_brackets(&folded);
    let bare = outside.trim_matches(|one: char| "*:：_.★●-".contains(one)).to_owned();
    of(&folded).or_else(|| of(&bare))
}

pub(super) fn is_refused(bare: &str) -> bool {
    of(bare).is_some()
}

fn of(folded: &str) -> Option<RefusedMatter> {
    HEADINGS.iter().find(|(_, words)| words.split_whitespace().any(|word| word == folded)).map(|(matter, _)| *matter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_of_what_is_not_taken_in() {
        for (heading, matter) in [
            ("性别", RefusedMatter::Gender),
            (" 民 族 ", RefusedMatter::Ethnicity),
            ("宗教信仰*", RefusedMatter::Religion),
            ("身份证号（18位）", RefusedMatter::IdNumber),
            ("Passport No.", RefusedMatter::Passport),
            ("Marital status", RefusedMatter::Family),
            ("生肖", RefusedMatter::Horoscope),
            ("基本情况 / 民族", RefusedMatter::Ethnicity),
        ] {
            assert_eq!(refused_heading(heading), Some(matter), "{heading}");
        }
        for heading in ["姓名", "备注", "关系", "生日", "籍贯", "卡号备注"] {
            assert_eq!(refused_heading(heading), None, "{heading}");
        }
    }
}
