//! Records made by hand for tests: account 1, numbers for identities, neutral names.

use crate::*;
use uuid::Uuid;

pub(crate) fn id<T: From<Uuid>>(n: u128) -> T {
    Uuid::from_u128(n).into()
}

pub(crate) fn day(text: &str) -> Day {
    text.parse().unwrap_or_default()
}

pub(crate) fn unit(n: u128, parent: Option<u128>, name: &str) -> OrgUnit {
    OrgUnit { parent: parent.map(id), name_zh: Some(name.into()), position: n as i64, ..OrgUnit::bare(id(n), id(1)) }
}

pub(crate) fn seat(n: u128, unit: u128, title: &str) -> Seat {
    let title_zh = Some(title.to_owned());
    Seat { title_zh, position: n as i64, ..Seat::bare(id(n), id(1), id(unit)) }
}

pub(crate) fn person(n: u128, name: &str) -> Person {
    Person { name_zh: Some(name.into()), ..Person::bare(id(n)) }
}

pub(crate) fn tenure(n: u128, seat: u128, person: u128, primary: bool) -> Tenure {
    Tenure { primary, ..Tenure::bare(id(n), id(seat), id(person)) }
}

pub(crate) fn edge(n: u128, kind: EdgeKind, from: u128, to: u128) -> Edge {
    Edge { strength: Some(2), ..Edge::bare(id(n), id(1), kind, id(from), id(to)) }
}

pub(crate) fn account() -> Account {
    Account {
        id: id(1),
        r#ref: None,
        name_zh: Some("样例客户".into()),
        name_en: None,
        kind: AccountKind::Private,
        policy: None,
        tier: AccountTier::A,
        stage: RelationshipStage::Stable,
        is_key: true,
    }
}

pub(crate) fn decision(n: u128) -> Decision {
    Decision::bare(id(n), id(1), DecisionKind::Standing)
}

pub(crate) fn stance(n: u128, person: u128, level: Option<i8>, on: &str) -> StanceReading {
    StanceReading {
        id: id(n),
        r#ref: None,
        person: id(person),
        decision: None,
        level,
        read_on: day(on),
        evidence: "样例".into(),
        read_by: None,
    }
}

/// Seats 20… in unit 10, each held by person 30… since ever.
pub(crate) fn seated(people: u128) -> Snapshot {
    let each = || 0..people;
    Snapshot {
        accounts: vec![account()],
        units: vec![unit(10, None, "样例集团")],
        seats: each().map(|n| seat(20 + n, 10, "样例职务")).collect(),
        people: each().map(|n| person(30 + n, "样例")).collect(),
        tenures: each().map(|n| tenure(40 + n, 20 + n, 30 + n, true)).collect(),
        decisions: vec![decision(60)],
        ..Snapshot::default()
    }
}
