//! Twelve guests and two thousand of ours with full backgrounds, numbered, none of them real: P-10.

use crate::{Row, measure};
use anyhow::{Context, Result};
use domain::engine::host::counterparts::{Constraints, Counterparts, counterparts};
use domain::engine::host::{HostMatcher, HostOptions};
use domain::*;
use std::path::Path;
use uuid::Uuid;

const GUESTS: usize = 12;
const OURS: usize = 2_000;
const RUNS: usize = 50;

fn id<T: From<Uuid>>(kind: u128, number: usize) -> T {
    T::from(Uuid::from_u128((kind << 96) | (0x7000 << 64) | 0x8000_0000_0000_0000 | number as u128))
}

/// Counties of two provinces, dialects, schools and trades to draw from.
const COUNTIES: [&str; 8] = ["511126", "511181", "510104", "340881", "330783", "610826", "110105", "370215"];
const DIALECTS: [&str; 5] =
    ["mandarin.southwest.guanchi", "mandarin.southwest.chengyu", "wu.taihu", "wu.wuzhou", "min.minnan"];

/// A visit whose guests and hosts have a fact for every dimension; of `apart` hosts no two share a school, an employer, a
/// profession or a hobby.
fn reception(apart: bool) -> Snapshot {
    let account: AccountId = id(1, 0);
    let mut snapshot = Snapshot::default();
    snapshot.accounts.push(Account {
        id: account,
        r#ref: None,
        name_zh: Some("样例客户".into()),
        name_en: None,
        kind: AccountKind::Private,
        policy: None,
        tier: AccountTier::A,
        stage: RelationshipStage::Stable,
        is_key: true,
    });
    let starts_on = suite::sample_day() + chrono::Days::new(14);
    let visit = Visit::bare(id(2, 0), account, starts_on, VisitLevel::A, Convention::Business);
    snapshot.visits.push(Visit { days: 2, principal_guest: Some(id(5, 0)), ..visit });
    (0..OURS).for_each(|number| snapshot.staff.push(staff(number, apart)));
    (0..GUESTS).for_each(|number| guest(&mut snapshot, account, number));
    snapshot
}

fn staff(number: usize, apart: bool) -> Staff {
    let of = |many: usize| if apart { number } else { number % many };
    // Few are senior, as everywhere.
    let rank = 3 + (number % 7).min(number / 3 % 7) as u8;
    Staff {
        name_zh: Some(format!("样例{number}")),
        native_place: Some(COUNTIES[number % 8].into()),
        dialects: vec![DIALECTS[number % 5].into()],
        schools: vec![stay("样例大学", of(11), 1980)],
        employers: vec![stay("样例企业", of(13), 1990)],
        profession: Some(format!("专业{}", of(9))),
        hobbies: vec![format!("爱好{}", of(7))],
        served: number.is_multiple_of(10),
        bg_ok: true,
        ..Staff::bare(id(3, number), rank, JobRole::Exec)
    }
}

fn stay(place: &str, which: usize, from: i32) -> Stay {
    let from_year = Some(from + (which % 30) as i32);
    Stay { place: format!("{place}{which}"), from_year, to_year: from_year.map(|year| year + 4) }
}

fn guest(snapshot: &mut Snapshot, account: AccountId, number: usize) {
    let (seat, person): (SeatId, PersonId) = (id(4, number), id(5, number));
    snapshot.seats.push(Seat { rank_level: Some(8 - (number / 4) as u8), ..Seat::bare(seat, account, id(6, 0)) });
    snapshot.people.push(Person { name_zh: Some(format!("来宾{number}")), ..Person::bare(person) });
    snapshot.tenures.push(Tenure::bare(id(7, number), seat, person));
    snapshot.visit_guests.push(VisitGuest::bare(id(8, number), id(2, 0), person, number as u32 + 1));
    let (school, employer) = (stay("样例大学", number % 11, 1981), stay("样例企业", number % 13, 1992));
    let facts = [
        (FactKind::NativePlace, COUNTIES[number % 8].to_owned(), None),
        (FactKind::Dialect, DIALECTS[number % 5].to_owned(), None),
        (FactKind::School, school.place, school.from_year),
        (FactKind::Employer, employer.place, employer.from_year),
        (FactKind::Profession, format!("专业{}", number % 9), None),
        (FactKind::Hobby, format!("爱好{}", number % 7), None),
    ];
    for (at, (kind, value, from_year)) in facts.into_iter().enumerate() {
        snapshot.facts.push(Fact {
            id: id(9, number * 8 + at),
            r#ref: None,
            person,
            kind,
            value: Some(value),
            level: None,
            from_year,
            to_year: from_year.map(|year| year + 4),
            source: Some("公开简历".into()),
            confidence: Confidence::Confirmed,
            verified_on: None,
            purpose: None,
            class: DataClass::P2,
            retain_until: None,
            verified_by: None,
        });
    }
}

/// Measures both, and writes what the peers are given: our lines and the matrix of points.
pub fn hosts(folder: Option<&Path>) -> Result<()> {
    let snapshot = reception(false);
    let (visit, day) = (snapshot.visits.first().context("visit")?.id, suite::sample_day());
    let ranked = measure(&format!("hosts of {GUESTS} guests, {OURS} of ours, every reason"), RUNS, || {
        HostMatcher::new(&snapshot, visit, &HostOptions::default(), day).map(|mut one| one.rank_all().len())
    });
    let propose = || counterparts(&snapshot, visit, &Constraints::default(), &HostOptions::default(), day);
    let whole = measure("- and the best counterparts", RUNS, propose);
    let found = propose().context("counterparts")?;
    if let Some(folder) = folder {
        std::fs::create_dir_all(folder)?;
        std::fs::write(folder.join("hosts.json"), given(&snapshot, &found, &whole)?)?;
    }
    ranked.print();
    whole.print();
    let alone = reception(true);
    let propose = || counterparts(&alone, visit, &Constraints::default(), &HostOptions::default(), day);
    measure("- and when no two of ours are alike", RUNS, propose).print();
    Ok(())
}

/// Points of every allowed pair (others `null`), the sum ours found, and our line of the table.
fn given(snapshot: &Snapshot, found: &Counterparts, whole: &Row) -> Result<String> {
    let column: std::collections::HashMap<StaffId, usize> =
        snapshot.staff.iter().enumerate().map(|(at, one)| (one.id, at)).collect();
    let row = |one: &domain::engine::host::HostMatch| {
        let mut points: Vec<Option<u32>> = vec![None; OURS];
        for candidate in &one.candidates {
            if let Some(at) = column.get(&candidate.staff) {
                points[*at] = Some(candidate.total);
            }
        }
        points
    };
    let line = whole.line("P-10", OURS, "from the records: all points, reasons, order, filters and the assignment");
    let points: Vec<_> = found.matches.iter().map(row).collect();
    Ok(serde_json::to_string(&serde_json::json!({"points": points, "total": found.total, "ours": line}))?)
}
