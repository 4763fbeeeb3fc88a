//! The departure drill for scripts, with refs in place of identities.

use domain::*;
use serde_json::{Value, json};

use super::tenth;
use crate::commands::drill::get_drill;
use crate::refs::{find, name_of, stakeholder};
use crate::wire::{DrillAccount, DrillFigures, DrillHeir, DrillMatter, DrillRow, GetDrill, ViewContext, WriteHandover};
use crate::{App, Error, files, names};

/// What falls when those with these refs leave: ours or theirs, several at once; `team`: ours with everybody below them.
///
/// # Errors
/// When nobody has such a ref.
pub fn drill(app: &mut App, context: &ViewContext, leaves: &[String], team: bool) -> Result<Value, Error> {
    let whole = app.whole()?;
    let (mut staff, mut people) = (Vec::new(), Vec::new());
    for key in leaves {
        match (find(&whole.staff, key, "staff"), find(&whole.people, key, "person")) {
            (Ok(one), _) => staff.push(one.id),
            (_, Ok(one)) => people.push(one.id),
            (Err(error), _) => return Err(error),
        }
    }
    let view = get_drill(app, context, GetDrill { staff, team, people, as_of: context.today })?;
    let leaver = |one: &crate::wire::DrillLeaver| {
        let ours = one.staff.map(|id| name_of(&whole.staff, id));
        ours.or_else(|| one.person.map(|id| name_of(&whole.people, id)))
    };
    let impact = |one: &crate::wire::DrillImpact| {
        let who = one.staff.map(|id| name_of(&whole.staff, id)).or(one.person.map(|id| name_of(&whole.people, id)));
        json!({"who": who, "account": name_of(&whole.accounts, one.account), "loss": tenth(one.loss)})
    };
    Ok(json!({
        "as_of": view.as_of,
        "leavers": view.leavers.iter().filter_map(leaver).collect::<Vec<_>>(),
        "unowned": view.unowned, "untied": view.untied, "promises": view.promises, "matters": view.matters,
        "accounts": view.accounts.iter().map(|one| account(&whole, context.today, one)).collect::<Vec<_>>(),
        "impacts": view.impacts.iter().map(impact).collect::<Vec<_>>(),
    }))
}

fn account(whole: &Snapshot, day: Day, one: &DrillAccount) -> Value {
    json!({
        "account": name_of(&whole.accounts, one.account), "name": one.name,
        "loss": tenth(one.before.coverage - one.after.coverage),
        "before": figures(&one.before), "after": figures(&one.after),
        "rows": one.rows.iter().map(|row| drill_row(whole, day, row)).collect::<Vec<_>>(),
        "matters": one.matters.iter().map(|matter| drill_matter(whole, matter)).collect::<Vec<_>>(),
        "shielded": one.shielded,
    })
}

fn figures(one: &DrillFigures) -> Value {
    json!({"coverage": tenth(one.coverage), "support": one.support.map(tenth), "single_thread": one.risk, "thin": one.thin,
        "our_share": (one.our_share * 100.0).round(), "their_share": (one.their_share * 100.0).round(), "ownership_pct": one.ownership_pct.round()})
}

fn drill_row(whole: &Snapshot, day: Day, row: &DrillRow) -> Value {
    let person = names::tenure_of(whole, row.seat, day).map(|one| one.person);
    let proposals = row.proposals.iter().map(|one| {
        json!({"kind": one.kind, "heirs": one.heirs.iter().map(|heir| drill_heir(whole, heir)).collect::<Vec<_>>()})
    });
    json!({"subject": stakeholder(whole, row.seat, person), "name": row.name, "weight": row.weight, "loss": tenth(row.loss), "lost": row.lost,
        "untied": row.untied, "leaves": row.leaves, "proposals": proposals.collect::<Vec<_>>()})
}

fn drill_heir(whole: &Snapshot, heir: &DrillHeir) -> Value {
    json!({"staff": name_of(&whole.staff, heir.staff), "level": heir.level, "reasons": heir.reasons,
        "introducer": heir.introducer.map(|id| name_of(&whole.staff, id))})
}

fn drill_matter(whole: &Snapshot, matter: &DrillMatter) -> Value {
    json!({"kind": matter.kind, "title": matter.title, "detail": matter.detail, "due": matter.due, "holder": name_of(&whole.staff, matter.holder),
        "heirs": matter.heirs.iter().map(|heir| drill_heir(whole, heir)).collect::<Vec<_>>()})
}

/// The hand-over pack of one of ours, by ref, for another, by ref.
///
/// # Errors
/// When nobody has such a ref, or the paper cannot be written.
pub fn handover(
    app: &mut App,
    context: &ViewContext,
    staff: &str,
    holder: Option<&str>,
    format: PaperFormat,
    lang: PaperLang,
) -> Result<files::NamedFile, Error> {
    let whole = app.whole()?;
    let staff = find(&whole.staff, staff, "staff")?.id;
    let holder = holder.map(|key| find(&whole.staff, key, "staff")).transpose()?.map(|one| one.id);
    files::write_handover(app, context, WriteHandover { staff, holder, format, lang })
}
