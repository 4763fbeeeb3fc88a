//! The court: who of ours answers for whom.

use std::collections::HashMap;

use domain::engine::findings::FindingCode;
use domain::engine::reason::Severity;
use domain::engine::score::AccountScore;
use domain::*;

use super::home::over_accounts;
use super::rows::Desk;
use super::workspace::{staff_chip, staff_chips};
use crate::names;
use crate::wire::{
    CourtAccount, CourtCell, CourtColumn, CourtRow, CourtView, FindingRow, GetCourt, MissingKind, ViewContext,
};
use crate::{App, Error};
use domain::engine::chain::Stakeholder;

/// Rows by account, a column for each of ours, findings with mends.
pub fn get_court(app: &mut App, context: &ViewContext, request: GetCourt) -> Result<CourtView, Error> {
    let day = ViewContext { today: request.as_of, ..context.clone() };
    let mut accounts = Vec::new();
    let mut findings: Vec<FindingRow> = Vec::new();
    let wanted = |id: AccountId| request.accounts.is_empty() || request.accounts.contains(&id);
    over_accounts(app, &day, |desk, score| {
        if wanted(desk.account.id) {
            accounts.push(account_block(desk, score));
            findings.extend(desk.findings(score));
        }
    })?;
    findings.sort_by_key(|one| std::cmp::Reverse(one.severity));
    accounts.sort_by(|a, b| a.tier.cmp(&b.tier).then(b.red.cmp(&a.red)));
    let whole = app.whole()?;
    let owns = count_owned(&accounts);
    let used: Vec<StaffId> =
        accounts.iter().flat_map(|one| &one.rows).flat_map(|row| &row.cells).map(|cell| cell.staff).collect();
    let staff = staff_chips(&whole, context.lang);
    let column = |one: &crate::wire::StaffChip| CourtColumn {
        staff: one.id,
        name: one.name.clone(),
        title: one.title.clone(),
        owns: owns.get(&one.id).copied().unwrap_or(0),
        active: one.active,
    };
    Ok(CourtView {
        columns: staff.iter().filter(|one| used.contains(&one.id)).map(column).collect(),
        gaps: findings.iter().filter(|one| one.code.code().starts_with('G')).count() as u32,
        collisions: findings.iter().filter(|one| one.code.code().starts_with('C')).count() as u32,
        unused: whole
            .staff
            .iter()
            .filter(|one| one.status == StaffStatus::Active && !used.contains(&one.id))
            .map(|one| staff_chip(one, context.lang))
            .collect(),
        accounts,
        findings,
        staff,
    })
}

fn count_owned(accounts: &[CourtAccount]) -> HashMap<StaffId, u32> {
    let mut owns = HashMap::new();
    let cells = accounts.iter().flat_map(|one| &one.rows).flat_map(|row| &row.cells);
    for cell in cells.filter(|cell| cell.kinds.contains(&AssignmentKind::Owner)) {
        *owns.entry(cell.staff).or_insert(0) += 1;
    }
    owns
}

fn account_block(desk: &Desk, score: &AccountScore) -> CourtAccount {
    let severity = |wanted: Severity| score.findings.iter().filter(|one| one.severity == wanted).count() as u32;
    CourtAccount {
        account: desk.account.id,
        name: names::account_name(desk.account, desk.speech.lang()),
        tier: desk.account.tier,
        ownership_pct: score.ownership_pct,
        seats: score.stakeholders.len() as u32,
        red: severity(Severity::Red),
        amber: severity(Severity::Amber),
        rows: score.stakeholders.iter().map(|row| court_row(desk, score, row)).collect(),
    }
}

fn court_row(desk: &Desk, score: &AccountScore, row: &Stakeholder) -> CourtRow {
    let own = |code: FindingCode| {
        score.findings.iter().find(|one| one.seat == Some(row.seat) && one.code == code).map(|one| one.severity)
    };
    let missing = [
        (AssignmentKind::Owner, own(FindingCode::NoOwner).or(own(FindingCode::InactiveOwner))),
        (AssignmentKind::Backup, own(FindingCode::NoBackup)),
        (AssignmentKind::Sponsor, own(FindingCode::NoSponsor)),
    ];
    let seat = desk.snapshot.seat(row.seat);
    CourtRow {
        seat: row.seat,
        name: row_name(desk, row),
        post: seat.map_or_else(String::new, |one| names::either(&one.title_zh, &one.title_en, desk.speech.lang())),
        holding: row.holding,
        formal_power: row.formal_power,
        influence_level: row.influence_level,
        weight: row.weight,
        in_chain: row.in_chain,
        no_contact: row.no_contact,
        cells: cells(row),
        missing: missing
            .into_iter()
            .filter_map(|(kind, severity)| severity.map(|severity| MissingKind { kind, severity }))
            .collect(),
        collision: own(FindingCode::DoubleOwner).is_some(),
    }
}

/// The holder, or what the row is called while nobody is known to sit there.
pub(crate) fn row_name(desk: &Desk, row: &Stakeholder) -> String {
    use domain::engine::chain::Holding;
    match (row.holding, row.person.and_then(|id| desk.book.person(id))) {
        (Holding::Held, Some(person)) => names::person_name(person, &desk.speech),
        (Holding::Erased, _) => desk.speech.say("app-erased-person"),
        (Holding::Placeholder, _) => desk.speech.say("app-unknown-person"),
        _ => desk.speech.say("app-vacant"),
    }
}

pub(super) fn cells(row: &Stakeholder) -> Vec<CourtCell> {
    let mut cells: Vec<CourtCell> = Vec::new();
    let kinds = row.holders();
    for (kind, holders) in kinds {
        for staff in holders {
            match cells.iter_mut().find(|one| one.staff == *staff) {
                Some(cell) => cell.kinds.push(kind),
                None => cells.push(CourtCell {
                    staff: *staff,
                    kinds: vec![kind],
                    level: row.ties.iter().find(|tie| tie.staff == *staff).map(|tie| tie.level),
                }),
            }
        }
    }
    let holds = |staff: StaffId, cells: &[CourtCell]| cells.iter().any(|one| one.staff == staff);
    for tie in &row.ties {
        if !holds(tie.staff, &cells) {
            cells.push(CourtCell { staff: tie.staff, kinds: vec![], level: Some(tie.level) });
        }
    }
    cells
}
