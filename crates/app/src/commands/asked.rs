//! Questions somebody wrote down about people of an account, as Home tells them: one line an account, the nearest first.
//! Deliberately absent: the questions of visits (`question`), and what nobody has asked yet (`people::unknown`).

use std::collections::HashMap;

use domain::engine::reason::Severity;
use domain::engine::score::AccountScore;
use domain::scene::Wording;
use domain::*;

use super::rows::Desk;
use crate::names::{is_shielded, person_name};
use crate::wire::MatterRow;

/// How far ahead Home looks, in days.
const NEAR: i64 = 14;

/// Open questions that are due soon, if there are any.
pub(super) fn asked(desk: &Desk, score: &AccountScore) -> Option<MatterRow> {
    let seats: HashMap<PersonId, SeatId> =
        score.stakeholders.iter().filter_map(|row| Some((row.person?, row.seat))).collect();
    let near = |one: &&PersonQuestion| {
        one.answered_on.is_none()
            && one.due_on.is_some_and(|due| (due - desk.today).num_days() <= NEAR)
            && seats.contains_key(&one.person)
            && !is_shielded(desk.snapshot, one.person, desk.today)
    };
    let mut open: Vec<&PersonQuestion> = desk.snapshot.person_questions.iter().filter(near).collect();
    open.sort_by_key(|one| (one.due_on, one.id));
    let first = *open.first()?;
    let due = first.due_on?;
    let name = desk.snapshot.person(first.person).map(|one| person_name(one, &desk.speech)).unwrap_or_default();
    let text = first.text.clone().or(first.kind.map(|kind| desk.speech.label("fact", kind))).unwrap_or_default();
    let args = [
        ("count", open.len().to_string()),
        ("name", name),
        ("text", text),
        ("owner", first.owner.map_or_else(|| "none".to_owned(), |id| desk.staff(id))),
        ("day", desk.speech.day(due)),
    ];
    Some(MatterRow {
        severity: if due < desk.today { Severity::Amber } else { Severity::Info },
        title: desk.speech.text("row-asked", &args),
        detail: desk.speech.text("row-asked-detail", &args),
        account: desk.account.id,
        account_name: crate::names::account_name(desk.account, desk.speech.lang()),
        seat: seats.get(&first.person).copied(),
    })
}
