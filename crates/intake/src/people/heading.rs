//! Which field a heading means: synonyms in Chinese and English. Input only, never shown.

use crate::people::clean::{fold, split_brackets};
use crate::people::field::PeopleField::{self, *};
use crate::people::refused::is_refused;

/// How a heading was understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// A known word is part of it.
    Part,
    /// The whole heading is a known word.
    Whole,
}

/// Headings as wholes, folded (lower case, no blanks), parted by blanks.
const WORDS: [(PeopleField, &str); 36] = [
    (
        Name,
        "姓名 名字 联系人 联系人姓名 客户姓名 人员姓名 中文名 中文姓名 人员 name fullname contact \
     contactname person chinesename",
    ),
    (NameEn, "英文名 英文姓名 拼音 姓名拼音 外文名 englishname nameen name(en) pinyin latinname"),
    (Surname, "姓 姓氏 surname lastname familyname"),
    (Given, "名 firstname givenname forename"),
    (Address, "称呼 尊称 称谓 敬称 salutation formofaddress addressas honorific"),
    (
        Unit,
        "部门 单位 处室 科室 所属部门 所在部门 部门名称 所在单位 工作部门 工作单位部门 机构 组织 \
     所属单位 二级单位 单位部门 部门/单位 单位/部门 department dept dept. unit orgunit division \
     organization organisation team",
    ),
    (
        Title,
        "职务 职位 岗位 现任职务 职务名称 岗位名称 职称 头衔 职务/岗位 职务职称 title jobtitle \
     position post role/title",
    ),
    (Company, "客户名称 公司名称 企业名称 单位全称 accountname companyname"),
    (Rank, "级别 职级 行政级别 职务级别 礼宾职级 rank level grade seniority ranklevel"),
    (
        Superior,
        "上级 上级领导 汇报对象 直属领导 直接上级 直属上级 汇报给 汇报人 主管领导 分管领导 直接领导 汇报关系 \
     上级姓名 领导 主管 汇报上级 reportsto reportingto manager supervisor boss superior \
     linemanager managername reports_to",
    ),
    (
        Mobile,
        "手机 手机号 手机号码 移动电话 手提电话 联系手机 mobile mobilephone cell cellphone mobileno \
     mobileno. mobilenumber cellular",
    ),
    (
        Phone,
        "电话 座机 办公电话 固定电话 固话 联系电话 电话号码 单位电话 办公室电话 phone tel tel. \
     telephone officephone workphone landline phonenumber businessphone",
    ),
    (
        WorkAddress,
        "地址 办公地址 单位地址 公司地址 联系地址 通讯地址 通信地址 办公地点 address officeaddress workaddress \
     businessaddress postaladdress mailingaddress",
    ),
    (Pronunciation, "读音 注音 姓名读音 pronunciation phonetic reading"),
    (
        Email,
        "邮箱 电子邮件 电子邮箱 邮件 邮箱地址 电子邮箱地址 电子邮件地址 email e-mail mail emailaddress e-mailaddress",
    ),
    (Messenger, "微信 微信号 企业微信 qq qq号 即时通讯 钉钉 飞书 wechat wechatid messenger im imaccount"),
    (NativePlace, "籍贯 老家 祖籍 家乡 户籍 nativeplace hometown native placeoforigin"),
    (
        School,
        "毕业院校 学校 毕业学校 院校 母校 学历院校 教育背景 学历 school university almamater education \
     college",
    ),
    (
        Employer,
        "工作经历 曾任职单位 前单位 原单位 履历 职业经历 曾任 previousemployer formeremployer employer \
     career workhistory employers",
    ),
    (Dialect, "方言 乡音 dialect dialects"),
    (Hobby, "爱好 兴趣 兴趣爱好 个人爱好 喜好 特长 hobby hobbies interests interest"),
    (Diet, "饮食 忌口 饮食禁忌 饮食习惯 口味 饮食偏好 diet dietary dietaryrequirements food"),
    (Profession, "专业 所学专业 专业背景 profession major field expertise"),
    (Birthday, "生日 出生日期 出生年月日 生辰 birthday dateofbirth dob birthdate"),
    (
        Attitude,
        "态度 立场 支持度 对我方态度 态度立场 倾向 支持程度 attitude stance disposition sentiment \
     support",
    ),
    (Relation, "关系 关系强度 关系程度 关系等级 熟悉程度 亲密度 relation relationship relationshiplevel relationlevel"),
    (Power, "权力 决策权 权力等级 正式权力 职权 power formalpower authority"),
    (Influence, "影响力 影响 影响程度 影响力等级 influence influencelevel impact"),
    (Role, "角色 决策角色 购买角色 采购角色 role decisionrole buyingrole roles buyerrole"),
    (Function, "作用 非正式作用 隐性角色 关系作用 function informalfunction informalrole"),
    (
        Owner,
        "负责人 客户经理 责任人 我方负责人 负责销售 对接人 我方对接人 跟进人 维护人 归属销售 主责 销售 \
     owner accountmanager accountowner salesrep responsible contactowner ourowner",
    ),
    (Backup, "备份 备份责任人 备份负责人 b角 协同人 副责任人 backup backupowner deputyowner"),
    (Sponsor, "高层对接 高层责任人 高管赞助人 我方高层 发起人 高层 sponsor executivesponsor execsponsor"),
    (
        LastTouch,
        "最近接触 上次拜访 最近拜访 最后联系 最近联系 上次联系 最近拜访日期 最近一次拜访 最近接触日期 \
     最近联系时间 上次沟通 lasttouch lastcontact lastvisit lastcontacted lastmeeting lastactivity",
    ),
    (Note, "备注 说明 备忘 其他 其它 note notes remark remarks comment comments memo"),
    (Ref, "编号 客户编号 人员编号 工号 联系人编号 系统编号 ref id externalid contactid code"),
];

/// Headings that look like a field and are none: another party's columns and matters we do not take in.
const NOT_OURS: [&str; 10] = ["ipaddress", "公司", "客户", "account", "company", "序号", "no", "no.", "#", "行号"];

/// Fields that name another person; a sub-heading 姓名 under them means that person's name.
const OTHERS: [PeopleField; 4] = [Superior, Owner, Backup, Sponsor];

/// The field of a heading, and how it fits.
pub(super) fn field_of(heading: &str) -> Option<(PeopleField, Fit)> {
    let folded = fold(heading);
    if let Some(found) = whole(&folded) {
        return Some((found, Fit::Whole));
    }
    let (outside, _) = split_brackets(&folded);
    let bare = outside.trim_matches(|one: char| "*:：_.★●-".contains(one)).to_string();
    if NOT_OURS.contains(&bare.as_str()) || is_refused(&bare) {
        return None;
    }
    whole(&bare).map(|found| (found, Fit::Whole)).or_else(|| part(&bare).map(|found| (found, Fit::Part)))
}

/// The field of a heading of two rows: the lower one counts, unless the upper one speaks of another person.
pub(super) fn field_of_pair(upper: &str, lower: &str) -> Option<(PeopleField, Fit)> {
    if lower.trim().is_empty() {
        return field_of(upper);
    }
    let below = field_of(lower);
    match field_of(upper) {
        Some((other, fit)) if OTHERS.contains(&other) => match below {
            Some((Name, _)) => Some((other, fit)),
            Some((same, fit)) if OTHERS.contains(&same) => Some((same, fit)),
            _ => None,
        },
        _ => below,
    }
}

fn whole(folded: &str) -> Option<PeopleField> {
    WORDS.iter().find(|(_, words)| words.split(' ').any(|word| word == folded)).map(|(field, _)| *field)
}

/// The longest known word inside. Two words side by side that mean different fields (负责人手机) mean neither.
fn part(folded: &str) -> Option<PeopleField> {
    let mut found: Vec<(usize, usize, PeopleField)> = Vec::new();
    for (field, words) in &WORDS {
        for word in words.split(' ') {
            let long_enough = if word.is_ascii() { word.len() >= 5 } else { word.chars().count() >= 2 };
            if long_enough && let Some(at) = folded.find(word) {
                found.push((at, at + word.len(), *field));
            }
        }
    }
    let longest = found.iter().copied().max_by_key(|(from, to, _)| to - from)?;
    let apart = |one: &(usize, usize, PeopleField)| one.1 <= longest.0 || one.0 >= longest.1;
    let conflict = found.iter().any(|one| one.2 != longest.2 && apart(one));
    (!conflict).then_some(longest.2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_of_real_lists() {
        for (heading, field) in [
            ("姓 名", Name),
            ("联系人", Name),
            ("处室", Unit),
            ("Reports to", Superior),
            ("直属领导", Superior),
            ("移动电话", Mobile),
            ("座机", Phone),
            ("E-mail", Email),
            ("籍贯*", NativePlace),
            ("客户经理", Owner),
            ("姓名（必填）", Name),
            ("生日（公历/农历）", Birthday),
            ("最近拜访日期", LastTouch),
            ("对我方态度（+2…-2）", Attitude),
            ("手机(11位)", Mobile),
            ("联系手机号码", Mobile),
            ("Department", Unit),
            ("职务", Title),
            ("关系（1—10）", Relation),
            ("汇报关系", Superior),
            ("客户名称", Company),
        ] {
            assert_eq!(field_of(heading).map(|it| it.0), Some(field), "{heading}");
        }
    }

    #[test]
    fn headings_that_are_not_ours() {
        for heading in ["客户", "序号", "性别", "民族", "负责人手机", "", "家庭关系", "是否参会"] {
            assert_eq!(field_of(heading), None, "{heading}");
        }
    }

    #[test]
    fn headings_of_two_rows() {
        let of = |upper, lower| field_of_pair(upper, lower).map(|it| it.0);
        assert_eq!(of("联系方式", "手机"), Some(Mobile));
        assert_eq!(of("直接上级", "姓名"), Some(Superior));
        assert_eq!(of("直接上级", "职务"), None);
        assert_eq!(of("姓名", ""), Some(Name));
        assert_eq!(of("我方", "负责人"), Some(Owner));
    }
}
