//! How ready a visit is, for scripts: score, gates, blocks with what is missing, clashes, questions.

use domain::*;
use serde_json::{Value, json};

use super::tenth;
use crate::refs::name_of;
use crate::wire::{ClashRow, GetQuestions, GetVisit, MendAt, MissingItem, ViewContext};
use crate::{App, Error};

/// Readiness of a visit with everything that is missing.
///
/// # Errors
/// When there is no such visit.
pub fn ready(app: &mut App, context: &ViewContext, visit: &str) -> Result<Value, Error> {
    let visit = super::visit_id(app, visit)?;
    let view = crate::commands::visit::get_visit(app, context, GetVisit { visit })?;
    let asked = crate::commands::question::get_questions(app, context, GetQuestions { visit })?;
    let whole = app.whole()?;
    let at = |one: &MendAt| {
        json!({"panel": one.panel, "person": one.person.map(|id| name_of(&whole.people, id)),
            "staff": one.staff.map(|id| name_of(&whole.staff, id)), "line": one.line})
    };
    let missing = |list: &[MissingItem]| {
        list.iter().map(|one| json!({"text": one.text, "at": at(&one.mend)})).collect::<Vec<_>>()
    };
    let clash =
        |one: &ClashRow| json!({"code": one.code, "severity": one.severity, "text": one.text, "at": at(&one.mend)});
    let shown = &view.readiness;
    let gates = shown.gates.iter().map(|one| {
        json!({"gate": one.gate, "state": one.state, "reason": one.text, "missing": missing(&one.missing),
            "people": one.people.iter().map(|id| name_of(&whole.people, *id)).collect::<Vec<_>>()})
    });
    let blocks = shown.blocks.iter().map(|one| {
        json!({"block": one.block, "weight": one.weight, "state": one.state, "proposed": one.proposed, "missing": missing(&one.missing)})
    });
    let questions = asked.rows.iter().map(|one| {
        json!({"subject": one.subject, "text": one.text, "by": one.due_on.unwrap_or(one.by), "overdue": one.overdue,
            "owner": one.owner.or(one.asker).map(|id: StaffId| name_of(&whole.staff, id)), "planned": one.owner.is_some()})
    });
    Ok(json!({
        "visit": name_of(&whole.visits, visit),
        "as_of": context.today,
        "days_left": shown.days_left,
        "score": tenth(shown.score),
        "expected": tenth(shown.expected),
        "light": shown.light,
        "companions_max": shown.companions_max,
        "gates": gates.collect::<Vec<_>>(),
        "blocks": blocks.collect::<Vec<_>>(),
        "clashes": view.clashes.iter().map(clash).collect::<Vec<_>>(),
        "questions": questions.collect::<Vec<_>>(),
    }))
}
