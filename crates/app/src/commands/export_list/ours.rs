//! Accounts, the court and our own people as lists.

use domain::*;
use export::list::{ListCell, ListColumn};

use super::super::court::{get_court, get_court_rows};
use super::super::court_load::get_load;
use super::super::home::list_accounts;
use super::{Filling, Withheld, yes};
use crate::wire::{CourtRow, GetCourt, GetCourtRows, GetLoad, Nothing, ViewContext};
use crate::{App, Error};

use DataClass::{P0, P1, P2};

/// Accounts whose rows are asked for at once; the limit of the command.
const STEP: usize = 40;

/// All accounts as the table of accounts has them.
pub(super) fn accounts(app: &mut App, context: &ViewContext) -> Result<Filling, Error> {
    let view = list_accounts(app, context, Nothing {})?;
    let speech = app.words().speak(context.lang);
    let heads = [
        ("ref", P0),
        ("account", P0),
        ("tier", P1),
        ("stage", P1),
        ("health", P1),
        ("health-band", P1),
        ("coverage", P1),
        ("ownership", P1),
        ("lead", P1),
        ("next-visit", P1),
    ];
    let mut filling = Filling::with_heads(&speech, &heads);
    for one in view.accounts {
        let row = vec![
            ListCell::text(one.r#ref.unwrap_or_default()),
            ListCell::text(one.name),
            ListCell::text(one.tier.code()),
            ListCell::text(one.stage_text),
            one.health.map_or(ListCell::Blank, |health| ListCell::Number(tenth(health))),
            ListCell::text(one.band_text),
            ListCell::Number(tenth(one.coverage)),
            ListCell::Number(tenth(one.ownership_pct)),
            ListCell::text(one.lead.unwrap_or_default()),
            ListCell::day(one.next_visit.map(|visit| visit.starts_on)),
        ];
        filling.push(one.account, row);
    }
    Ok(filling)
}

/// One row a stakeholder, one column for each of ours who is in the grid; a cell says what they are to each other.
pub(super) fn court(
    app: &mut App,
    context: &ViewContext,
    account: Option<AccountId>,
    withheld: &Withheld,
) -> Result<Filling, Error> {
    let request = GetCourt { accounts: account.into_iter().collect(), as_of: context.today, without: None };
    let view = get_court(app, context, request)?;
    let ids: Vec<AccountId> = view.accounts.iter().map(|one| one.account).collect();
    let mut blocks = Vec::new();
    for part in ids.chunks(STEP) {
        let request = GetCourtRows { accounts: part.to_vec(), as_of: context.today, without: None };
        blocks.extend(get_court_rows(app, context, request)?.accounts);
    }
    let speech = app.words().speak(context.lang);
    let heads = [("account", P0), ("name", P0), ("title", P0), ("weight", P2), ("missing", P1)];
    let mut filling = Filling::with_heads(&speech, &heads);
    filling.columns.extend(view.columns.iter().map(|one| ListColumn { head: one.name.clone(), class: P1 }));
    let mark = |kind: &AssignmentKind| speech.label("court-mark", *kind);
    let cell = |row: &CourtRow, staff: StaffId| {
        let kinds = row.cells.iter().filter(|one| one.staff == staff).flat_map(|one| one.kinds.iter().map(mark));
        super::joined(&speech, kinds)
    };
    for block in &blocks {
        for row in &block.rows {
            if withheld.names(&row.seat.to_string()) {
                filling.keep_back(row.seat);
                continue;
            }
            let mut cells = vec![
                ListCell::text(&*block.name),
                ListCell::text(&*row.name),
                ListCell::text(&*row.post),
                ListCell::Whole(row.weight.into()),
                super::joined(&speech, row.missing.iter().map(|one| speech.label("code", one.kind))),
            ];
            cells.extend(view.columns.iter().map(|one| cell(row, one.staff)));
            filling.push(row.seat, cells);
        }
    }
    Ok(filling)
}

/// Our people with what they own, the heaviest first.
pub(super) fn colleagues(app: &mut App, context: &ViewContext) -> Result<Filling, Error> {
    let view = get_load(app, context, GetLoad { as_of: context.today })?;
    let staff = app.store()?.list::<Staff>()?;
    let speech = app.words().speak(context.lang);
    let heads = [
        ("ref", P0),
        ("colleague", P0),
        ("title", P0),
        ("job-role", P1),
        ("rows", P1),
        ("weights", P1),
        ("accounts", P1),
        ("topics", P1),
        ("over", P1),
        ("left", P1),
    ];
    let mut filling = Filling::with_heads(&speech, &heads);
    for one in view.lines {
        let record = staff.iter().find(|record| record.id == one.staff);
        let row = vec![
            ListCell::text(record.and_then(|record| record.r#ref.clone()).unwrap_or_default()),
            ListCell::text(one.name),
            ListCell::text(one.title),
            ListCell::text(record.map(|record| speech.label("code", record.job_role)).unwrap_or_default()),
            ListCell::Whole(one.rows.into()),
            ListCell::Whole(one.weight.into()),
            ListCell::Whole(one.accounts.into()),
            ListCell::Whole(one.topics.into()),
            yes(&speech, one.over),
            ListCell::day(record.and_then(|record| record.left_on)),
        ];
        filling.push(one.staff, row);
    }
    Ok(filling)
}

/// One decimal, as the screens show it.
pub(super) fn tenth(number: f64) -> f64 {
    (number * 10.0).round() / 10.0
}
