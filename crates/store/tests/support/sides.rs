//! The sample: our side and theirs.

use super::{day, id, some};
use domain::*;

pub(super) fn ours(all: &mut Snapshot) {
    let company = Company {
        id: id(1).into(),
        r#ref: some("W1"),
        name_zh: some("示例公司"),
        name_en: some("Sample Company"),
        currency: "CNY".into(),
        time_zone: "Asia/Shanghai".into(),
    };
    all.companies =
        vec![company.clone(), Company { id: id(2).into(), r#ref: None, name_zh: None, name_en: None, ..company }];
    let policy = Policy {
        id: id(11).into(),
        r#ref: some("soe"),
        name_zh: some("国有企业"),
        name_en: some("State-owned"),
        gift_max: 200.5,
        gift_annual_max: Some(500.0),
        meal_per_head_max: Some(0.1 + 0.2),
        alcohol: AlcoholRule::Forbidden,
        tobacco: false,
        airport_welcome: Some(true),
        companion_rule: CompanionRule::ByRule103,
    };
    let bare = Policy {
        id: id(12).into(),
        r#ref: None,
        gift_annual_max: None,
        meal_per_head_max: None,
        airport_welcome: None,
        name_zh: None,
        name_en: None,
        alcohol: AlcoholRule::Ask,
        tobacco: true,
        companion_rule: CompanionRule::Free,
        ..policy.clone()
    };
    all.policies = vec![policy, bare];
    let staff = Staff {
        id: id(21).into(),
        r#ref: some("u01"),
        name_zh: some("样例一"),
        name_en: some("Yangli Yi"),
        title_zh: some("客户经理"),
        title_en: some("Account lead"),
        rank_level: 10,
        job_role: JobRole::Kam,
        status: StaffStatus::OnLeave,
        left_on: Some(day(12, 31)),
        leave_from: Some(day(3, 1)),
        leave_to: Some(day(3, 9)),
        native_place: some("430100"),
        dialects: vec!["xiang.changyi".into(), "官话".into()],
        languages: vec![Spoken { language: "en".into(), level: "B2".into() }],
        schools: vec![Stay { place: "样例大学".into(), from_year: Some(1999), to_year: None }],
        employers: vec![Stay { place: "样例厂".into(), from_year: None, to_year: Some(2010) }],
        profession: some("engineer"),
        hobbies: vec!["围棋".into()],
        served: true,
        bg_ok: true,
        superior: Some(id(22).into()),
    };
    let bare = Staff::bare(id(22).into(), 1, JobRole::Ar);
    all.staff = vec![staff, bare];
}

pub(super) fn theirs(all: &mut Snapshot) {
    let account = Account {
        id: id(31).into(),
        r#ref: some("A01"),
        name_zh: some("样例能源"),
        name_en: some("Sample Energy"),
        kind: AccountKind::PublicInstitution,
        policy: Some(id(11).into()),
        tier: AccountTier::S,
        stage: RelationshipStage::Strategic,
        is_key: true,
    };
    let bare = Account {
        id: id(32).into(),
        r#ref: None,
        name_zh: None,
        name_en: None,
        policy: None,
        is_key: false,
        ..account.clone()
    };
    all.accounts = vec![account, bare];
    let unit = |n, parent: Option<u64>, position| OrgUnit {
        id: id(n).into(),
        r#ref: parent.map(|_| "dept".into()),
        account: id(31).into(),
        parent: parent.map(|p| id(p).into()),
        name_zh: some("部门"),
        name_en: None,
        position,
        from_on: parent.map(|_| day(2, 1)),
        to_on: parent.map(|_| day(10, 31)),
    };
    all.units =
        vec![unit(41, None, -1), unit(42, Some(41), i64::MAX), OrgUnit { account: id(32).into(), ..unit(43, None, 0) }];
    let link = OrgLink {
        id: id(51).into(),
        r#ref: some("l1"),
        account: id(31).into(),
        from_unit: id(41).into(),
        to_unit: id(42).into(),
        kind: OrgLinkKind::EntrustedManagement,
        from_on: Some(day(1, 1)),
        to_on: Some(day(2, 28)),
    };
    all.org_links = vec![link.clone(), OrgLink { id: id(52).into(), r#ref: None, from_on: None, to_on: None, ..link }];
    all.people = vec![person(61), person_bare(62), person_bare(63), person_bare(64)];
    let figures = Figures {
        order_days: vec![day(10, 1), day(11, 1)],
        id: id(71).into(),
        r#ref: some("f"),
        account: id(31).into(),
        orders_from: Some(day(1, 1)),
        orders: vec![1.0, 0.1 + 0.2, -3e10],
        orders_unit: some("万元"),
        overdue_days: Some(-5),
        overdue: Some(12.5),
        receivable_total: Some(1e12),
        updated_on: Some(day(11, 1)),
    };
    let founding = AccountDay {
        id: id(73).into(),
        r#ref: some("ad"),
        account: id(31).into(),
        kind: AccountDayKind::Founding,
        month: 5,
        day: 12,
        year: Some(1998),
        name: some("总部"),
        source: some("官网"),
    };
    let contract = AccountDay {
        id: id(74).into(),
        r#ref: None,
        kind: AccountDayKind::Contract,
        year: None,
        name: None,
        source: None,
        ..founding.clone()
    };
    all.account_days = vec![founding, contract];
    all.figures = vec![
        figures.clone(),
        Figures {
            id: id(72).into(),
            r#ref: None,
            orders_from: None,
            orders: vec![],
            orders_unit: None,
            overdue_days: None,
            overdue: None,
            receivable_total: None,
            updated_on: None,
            ..figures
        },
    ];
}

/// What is not known of two people.
pub(super) fn questions(all: &mut Snapshot) {
    let full = PersonQuestion {
        id: id(75).into(),
        r#ref: some("pq"),
        person: id(61).into(),
        kind: Some(FactKind::Concern),
        text: some("会面偏好"),
        owner: Some(id(21).into()),
        due_on: Some(day(11, 27)),
        answered_on: Some(day(11, 28)),
    };
    let bare = PersonQuestion {
        id: id(76).into(),
        r#ref: None,
        person: id(62).into(),
        kind: None,
        text: None,
        owner: None,
        due_on: None,
        answered_on: None,
    };
    all.person_questions = vec![full, bare];
}

/// A person with every field.
pub fn person(n: u64) -> Person {
    Person {
        id: id(n).into(),
        r#ref: Some(format!("p{n}")),
        name_zh: some("样例二"),
        name_en: some("Yangli Er"),
        given: some("例二"),
        middle: some("M"),
        surname: some("样"),
        surname2: some("𠮷"),
        name_order: NameOrder::SurnameFirst,
        variants: vec![NameVariant { script: "zh-Hant".into(), text: "樣例二".into() }],
        pronunciation: some("Yànglì Èr"),
        address_zh: some("样总"),
        address_en: some("Mr Yang \"<script>\""),
        label: some("信息中心"),
        status: PersonStatus::Departed,
        left_on: Some(day(5, 5)),
        erased_on: Some(day(6, 6)),
        suppress_hash: some("00ff"),
        no_contact: true,
        birthday: Some(Birthday { calendar: Calendar::Lunar, month: 4, day: 30, leap: true, source: None }),
        legal: some("PIPL"),
    }
}

/// A person of whom nothing is known.
pub fn person_bare(n: u64) -> Person {
    Person { name_order: NameOrder::GivenFirst, ..Person::bare(id(n).into()) }
}
