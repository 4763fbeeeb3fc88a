//! A generated company for measurements: deterministic, no real or invented people, only numbered ones.

use anyhow::Result;
use domain::*;
use std::path::Path;
use uuid::Uuid;

/// Reports of one superior.
const SPAN: usize = 7;
/// People of one unit.
const UNIT: usize = 40;

/// The identity of a numbered record of a kind.
pub fn id<T: From<Uuid>>(kind: u128, number: usize) -> T {
    // Version and variant bits of a UUIDv7, so that the reader accepts them.
    T::from(Uuid::from_u128((kind << 96) | (0x7000 << 64) | (0x8000_0000_0000_0000) | number as u128))
}

/// An account of `people` people in a tree of reporting lines with 10 % influence lines.
pub fn company(people: usize) -> Snapshot {
    let account = Account {
        id: id(1, 0),
        r#ref: Some("G01".into()),
        name_zh: Some("样例集团".into()),
        name_en: None,
        kind: AccountKind::Private,
        policy: None,
        tier: AccountTier::S,
        stage: RelationshipStage::Stable,
        is_key: true,
    };
    let decision = Decision {
        name_zh: Some("样例决策".into()),
        ..Decision::bare(id(2, 0), account.id, DecisionKind::Standing)
    };
    let mut snapshot = Snapshot::default();
    for unit in 0..=people / UNIT {
        let parent = (unit > 0).then(|| id(3, (unit - 1) / SPAN));
        snapshot.units.push(OrgUnit {
            parent,
            name_zh: Some(format!("部门{unit}")),
            position: unit as i64,
            ..OrgUnit::bare(id(3, unit), account.id)
        });
    }
    for number in 0..people {
        add(&mut snapshot, &account, &decision, number);
    }
    snapshot.accounts.push(account);
    snapshot.decisions.push(decision);
    snapshot
}

fn add(snapshot: &mut Snapshot, account: &Account, decision: &Decision, number: usize) {
    let (seat, person): (SeatId, PersonId) = (id(4, number), id(5, number));
    snapshot.seats.push(Seat {
        title_zh: Some(format!("岗位{}", number % 12)),
        rank_level: Some(3),
        position: number as i64,
        ..Seat::bare(seat, account.id, id(3, number / UNIT))
    });
    snapshot.people.push(Person { name_zh: Some(format!("样例{number}")), ..Person::bare(person) });
    snapshot.tenures.push(Tenure::bare(id(6, number), seat, person));
    snapshot.chain_members.push(ChainMember {
        formal_power: (number % 4) as u8 + 1,
        position: number as i64,
        ..ChainMember::bare(id(7, number), decision.id, seat)
    });
    if number > 0 {
        let above = id(4, (number - 1) / SPAN);
        snapshot.edges.push(edge(account.id, EdgeKind::ReportsTo, id(8, number), seat, above, None));
    }
    if number % 10 == 9 {
        snapshot.edges.push(edge(account.id, EdgeKind::Influences, id(9, number), seat, id(4, number / 2), Some(2)));
    }
}

fn edge(
    account: AccountId,
    kind: EdgeKind,
    id: EdgeId,
    from_seat: SeatId,
    to_seat: SeatId,
    strength: Option<u8>,
) -> Edge {
    Edge { strength, ..Edge::bare(id, account, kind, from_seat, to_seat) }
}

/// A people list of `rows` rows as a spreadsheet.
///
/// # Errors
/// When it cannot be written.
pub fn list(path: &Path, rows: u32) -> Result<()> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (column, heading) in ["姓名", "部门", "职务", "上级", "手机", "邮箱", "籍贯", "态度", "爱好"].iter().enumerate()
    {
        sheet.write(0, column as u16, *heading)?;
    }
    for row in 1..=rows {
        let above = if row > 1 { format!("样例{}", (row - 1) / SPAN as u32 + 1) } else { String::new() };
        let above = if above == format!("样例{row}") { "样例1".to_owned() } else { above };
        let cells = [
            format!("样例{row}"),
            format!("部门{}", row / 40),
            format!("岗位{}", row % 12),
            above,
            format!("1380000{:04}", row % 10_000),
            format!("p{row}@example.com"),
            "四川".into(),
            "中立".into(),
            "书法".into(),
        ];
        for (column, cell) in cells.iter().enumerate() {
            sheet.write(row, column as u16, cell)?;
        }
    }
    book.save(path)?;
    Ok(())
}
