//! Makes the checklist of a visit, or brings it up to date. Deliberately absent: which lines there are (`engine::checklist`).

use domain::engine::checklist::checklist;
use domain::*;

use super::must;
use crate::wire::{Changed, MakeChecklist, ViewContext};
use crate::{App, Error, new_id};

/// Writes what the level, direction and kind of a visit need. Done lines and one's own stay as they are; an owner somebody
/// chose stays; lines the level no longer needs go.
pub fn make_checklist(app: &mut App, context: &ViewContext, request: MakeChecklist) -> Result<Changed, Error> {
    let snapshot = app.account_of_visit(request.visit)?;
    let visit = must(&snapshot.visits, request.visit, "visit")?;
    let wanted = checklist(&snapshot, visit, context.today);
    let own = || snapshot.checklist_items.iter().filter(|one| one.visit == visit.id);
    let touched = |one: &ChecklistItem| one.done_on.is_some() || one.evidence.is_some();
    let gone: Vec<ChecklistItemId> = own()
        .filter(|one| one.key.as_ref().is_some_and(|key| !wanted.iter().any(|line| line.key == *key)) && !touched(one))
        .map(|one| one.id)
        .collect();
    let put: Vec<ChecklistItem> = wanted
        .iter()
        .zip(0_i64..)
        .filter_map(|(line, position)| {
            let known = own().find(|one| one.key.as_deref() == Some(line.key));
            match known {
                Some(item) if item.done_on.is_some() => {
                    (item.position != position).then(|| ChecklistItem { position, ..item.clone() })
                }
                Some(item) => {
                    let moved = ChecklistItem {
                        offset_days: line.offset_days,
                        // A day once set stays: a list filled up late must not make its lines look on time.
                        due_on: if item.offset_days == line.offset_days { item.due_on } else { line.due_on },
                        owner: item.owner.or(line.owner),
                        position,
                        ..item.clone()
                    };
                    (moved != *item).then_some(moved)
                }
                None => Some(ChecklistItem {
                    id: new_id(),
                    r#ref: None,
                    visit: visit.id,
                    key: Some(line.key.to_owned()),
                    text: None,
                    offset_days: line.offset_days,
                    due_on: line.due_on,
                    role: Some(line.role),
                    owner: line.owner,
                    done_on: None,
                    evidence: None,
                    position,
                }),
            }
        })
        .collect();
    let (_, changed) = app.transact(context.lang, "make-checklist", |tx| {
        for id in &gone {
            tx.remove::<ChecklistItem>(*id)?;
        }
        Ok(put.iter().try_for_each(|one| tx.put(one))?)
    })?;
    Ok(changed)
}
