//! The court for scripts: rows, topics, every finding, load. People by their refs.

use domain::*;
use serde_json::{Value, json};

use super::account_id;
use crate::commands::{court::get_court, court::get_court_rows, court_load::get_load};
use crate::names::tenure_of;
use crate::refs::{name_of, stakeholder};
use crate::wire::{
    CourtAccount, CourtCell, CourtRow, CourtTopic, FindingRow, GetCourt, GetCourtRows, GetLoad, LoadLine, ViewContext,
};
use crate::{App, Error};

/// Accounts asked for at once; the limit of the command.
const STEP: usize = 40;

/// The responsibility matrix of one account or of all, with findings, topics and the load of everybody.
///
/// # Errors
/// When there is no such account.
pub fn court(app: &mut App, context: &ViewContext, account: Option<&str>) -> Result<Value, Error> {
    let accounts = match account {
        Some(key) => vec![account_id(app, key)?],
        None => vec![],
    };
    let view = get_court(app, context, GetCourt { accounts, as_of: context.today, without: None })?;
    let ids: Vec<AccountId> = view.accounts.iter().map(|one| one.account).collect();
    let mut blocks: Vec<CourtAccount> = Vec::new();
    let mut findings: Vec<FindingRow> = Vec::new();
    for part in ids.chunks(STEP) {
        blocks.extend(
            get_court_rows(
                app,
                context,
                GetCourtRows { accounts: part.to_vec(), as_of: context.today, without: None },
            )?
            .accounts,
        );
    }
    // The screen shows the worst; a script gets all, account by account.
    if (view.findings.len() as u32) < view.findings_total {
        for id in ids {
            findings.extend(
                get_court(app, context, GetCourt { accounts: vec![id], as_of: context.today, without: None })?.findings,
            );
        }
    } else {
        findings = view.findings;
    }
    let load = get_load(app, context, GetLoad { as_of: context.today })?;
    let whole = app.whole()?;
    let staff = |id: StaffId| name_of(&whole.staff, id);
    let of = |cells: &[CourtCell], kind: AssignmentKind| {
        cells.iter().filter(|cell| cell.kinds.contains(&kind)).map(|cell| staff(cell.staff)).collect::<Vec<_>>()
    };
    let row = |row: &CourtRow| {
        let person = tenure_of(&whole, row.seat, context.today).map(|one| one.person);
        let senior =
            row.senior.as_ref().map(|one| json!({"staff": one.staff.map(staff), "on": one.on, "late": one.late}));
        json!({"subject": stakeholder(&whole, row.seat, person), "name": row.name, "weight": row.weight,
            "owner": of(&row.cells, AssignmentKind::Owner), "backup": of(&row.cells, AssignmentKind::Backup),
            "supporter": of(&row.cells, AssignmentKind::Supporter), "sponsor": of(&row.cells, AssignmentKind::Sponsor),
            "missing": row.missing.iter().map(|one| one.kind).collect::<Vec<_>>(), "collision": row.collision,
            "proposed": row.proposed.map(staff), "senior": senior})
    };
    let topic = |one: &CourtTopic| {
        json!({"topic": one.topic, "relevant": one.relevant, "owner": of(&one.cells, AssignmentKind::Owner),
            "backup": of(&one.cells, AssignmentKind::Backup), "collision": one.collision, "missing": one.missing.iter().map(|one| one.kind).collect::<Vec<_>>()})
    };
    let block = |one: &CourtAccount| {
        json!({"account": name_of(&whole.accounts, one.account), "name": one.name, "ownership_pct": one.ownership_pct.round(),
            "rows": one.rows.iter().map(row).collect::<Vec<_>>(), "topics": one.topics.iter().map(topic).collect::<Vec<_>>()})
    };
    let finding = |one: &FindingRow| {
        json!({"code": one.code, "severity": one.severity, "account": name_of(&whole.accounts, one.account), "title": one.title,
            "reason": one.detail, "mends": one.mends.iter().map(|way| &way.label).collect::<Vec<_>>()})
    };
    let line = |one: &LoadLine| json!({"staff": staff(one.staff), "rows": one.rows, "weight": one.weight, "accounts": one.accounts, "topics": one.topics, "over": one.over});
    Ok(json!({
        "as_of": context.today,
        "accounts": blocks.iter().map(block).collect::<Vec<_>>(),
        "findings": findings.iter().map(finding).collect::<Vec<_>>(),
        "gaps": view.gaps,
        "collisions": view.collisions,
        "unused": view.unused.iter().map(|one| staff(one.id)).collect::<Vec<_>>(),
        "load": load.lines.iter().map(line).collect::<Vec<_>>(),
    }))
}
