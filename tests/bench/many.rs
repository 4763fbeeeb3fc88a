//! Many generated accounts as one workspace, and as the tables that the peers of P-11 and P-12 get. Numbered, none of them real.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use domain::*;
use serde_json::{Value, json};

use crate::company::{company, id};

/// A workspace of many accounts as one file.
pub fn write(folder: &Path, accounts: usize, people: usize, ours: usize) -> Result<PathBuf> {
    let path = folder.join("company-many.dianke");
    for end in ["", "-wal", "-shm", ".lock"] {
        let _ = std::fs::remove_file(format!("{}{end}", path.display()));
    }
    let mut store = store::Store::create(&path)?;
    let step = |number: u128| store::Step {
        id: uuid::Uuid::from_u128(number),
        op: "bench",
        params: Value::Null,
        at: "2026-11-20T00:00:00Z".into(),
        actor: "bench".into(),
    };
    let staff = Snapshot { staff: (0..ours).map(colleague).collect(), ..Snapshot::default() };
    store.transact(step(1), |tx| tx.put_all(&staff))?;
    for at in 0..accounts {
        let one = account(at, people, ours).context("account")?;
        store.transact(step(2 + at as u128), |tx| tx.put_all(&one))?;
    }
    store.close()?;
    Ok(path)
}

pub fn colleague(number: usize) -> Staff {
    const ROLES: [JobRole; 6] = [JobRole::Ar, JobRole::Sr, JobRole::Fr, JobRole::Service, JobRole::Kam, JobRole::Exec];
    let role = ROLES[number % ROLES.len()];
    let rank = if role == JobRole::Exec { 8 } else { 4 };
    Staff { name_zh: Some(format!("我方{number}")), ..Staff::bare(id(11, number), rank, role) }
}

/// The company of the other measurements as account `at`, with owners, backups, ties and touches by numbers.
pub fn account(at: usize, people: usize, ours: usize) -> Option<Snapshot> {
    let mut one = shifted(company(people), at, people);
    let account = one.accounts.first()?.id;
    let who = |n: usize| id::<StaffId>(11, (at * 4 + n) % ours);
    let day = suite::sample_day();
    for number in 0..people {
        let whole = at * people + number;
        let (seat, person): (SeatId, PersonId) = (id(4, whole), id(5, whole));
        if number % 5 > 0 {
            one.assignments.push(assignment(whole * 2, seat, who(number % 4), AssignmentKind::Owner));
        }
        if number % 3 == 0 {
            one.assignments.push(assignment(whole * 2 + 1, seat, who((number + 1) % 4), AssignmentKind::Backup));
        }
        one.ties.push(TieReading {
            id: id(13, whole),
            r#ref: None,
            staff: who(number % 4),
            person,
            level: 3,
            read_on: day,
            evidence: None,
            confirmed_by: None,
        });
        let on = day.checked_sub_days(chrono::Days::new((number % 200) as u64))?;
        one.touches.push(Touch {
            id: id(14, whole),
            r#ref: None,
            account,
            on,
            kind: TouchKind::Meeting,
            staff: vec![who(number % 4)],
            people: vec![person],
            summary: None,
            minutes: None,
            visit: None,
            direction: None,
        });
    }
    Some(one)
}

fn assignment(number: usize, seat: SeatId, staff: StaffId, kind: AssignmentKind) -> Assignment {
    let (from_on, to_on, manual) = (None, None, true);
    Assignment {
        id: id(12, number),
        r#ref: None,
        seat,
        staff,
        kind,
        from_on,
        to_on,
        manual,
        confirmed_by: None,
        confirmed_on: None,
    }
}

/// The same records under numbers of their own.
fn shifted(mut one: Snapshot, at: usize, people: usize) -> Snapshot {
    let base = at * people;
    let number = |value: uuid::Uuid| (value.as_u128() & 0xffff_ffff) as usize;
    let account: AccountId = id(1, at);
    let decision: DecisionId = id(2, at);
    for one in &mut one.accounts {
        (one.id, one.r#ref, one.name_zh) = (account, Some(format!("G{at:03}")), Some(format!("样例客户{at}")));
    }
    one.decisions.iter_mut().for_each(|one| (one.id, one.account) = (decision, account));
    for one in &mut one.units {
        one.parent = one.parent.map(|parent| id(3, base + number(parent.into())));
        (one.id, one.account) = (id(3, base + number(one.id.into())), account);
    }
    for one in &mut one.seats {
        one.unit = id(3, base + number(one.unit.into()));
        (one.id, one.account) = (id(4, base + number(one.id.into())), account);
    }
    one.people.iter_mut().for_each(|one| one.id = id(5, base + number(one.id.into())));
    for one in &mut one.tenures {
        let plain = number(one.id.into());
        (one.id, one.seat, one.person) = (id(6, base + plain), id(4, base + plain), id(5, base + plain));
    }
    for one in &mut one.chain_members {
        one.seat = id(4, base + number(one.seat.into()));
        (one.id, one.decision) = (id(7, base + number(one.id.into())), decision);
    }
    for one in &mut one.edges {
        let kind = uuid::Uuid::from(one.id).as_u128() >> 96;
        (one.from_seat, one.to_seat) =
            (id(4, base + number(one.from_seat.into())), id(4, base + number(one.to_seat.into())));
        (one.id, one.account) = (id(kind, base + number(one.id.into())), account);
    }
    one
}

/// The same records as plain tables, column by column, for those who compute over tables. `coverage`, `engagement` and
/// `ownership` are ours, account by account, so that nobody is compared who finds another answer.
///
/// # Errors
/// When it cannot be written.
pub fn tables(file: &Path, snapshots: &[Snapshot], answers: &[(f64, f64, f64)]) -> Result<()> {
    let plain = |id: uuid::Uuid| (id.as_u128() & 0xffff_ffff) as u64;
    let mut seats: [Vec<u64>; 4] = Default::default();
    let mut ties: [Vec<u64>; 3] = Default::default();
    let mut touches: (Vec<u64>, Vec<String>) = Default::default();
    let mut owners: [Vec<u64>; 2] = Default::default();
    for (at, one) in snapshots.iter().enumerate() {
        for (member, tenure) in one.chain_members.iter().zip(&one.tenures) {
            seats[0].push(plain(member.seat.into()));
            seats[1].push(at as u64);
            seats[2].push(plain(tenure.person.into()));
            seats[3].push(u64::from(member.formal_power));
        }
        for tie in &one.ties {
            [plain(tie.person.into()), plain(tie.staff.into()), u64::from(tie.level)]
                .into_iter()
                .zip(&mut ties)
                .for_each(|(value, column)| column.push(value));
        }
        for touch in &one.touches {
            touches.0.push(touch.people.first().map_or(0, |one| plain((*one).into())));
            touches.1.push(touch.on.to_string());
        }
        for one in one.assignments.iter().filter(|one| one.kind == AssignmentKind::Owner) {
            owners[0].push(plain(one.seat.into()));
            owners[1].push(plain(one.staff.into()));
        }
    }
    let [seat, account, person, weight] = seats;
    let [known, staff, level] = ties;
    let [owned, owner] = owners;
    let column = |at: fn(&(f64, f64, f64)) -> f64| answers.iter().map(at).collect::<Vec<_>>();
    let all = json!({
        "day": suite::sample_day(),
        // Days within which a stakeholder of weight 1 to 4 should be met, tier S (B.2.8).
        "cadence": [180, 90, 45, 30],
        "seats": {"seat": seat, "account": account, "person": person, "weight": weight},
        "ties": {"person": known, "staff": staff, "level": level},
        "touches": {"person": touches.0, "day": touches.1},
        "owners": {"seat": owned, "staff": owner},
        "answers": {"coverage": column(|one| one.0), "engagement": column(|one| one.1), "ownership": column(|one| one.2)},
    });
    std::fs::write(file, all.to_string())?;
    Ok(())
}
