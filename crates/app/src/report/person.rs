//! The page of one person for scripts, with refs in place of identities.

use domain::*;
use serde_json::{Value, json};

use super::tenth;
use crate::refs::{find, name_of};
use crate::wire::{GetPerson, PersonFact, PostRow, SpanRow, ViewContext};
use crate::{App, Error};

/// Everything the page shows of a person. Sensitive values are named and left out, as on the page.
///
/// # Errors
/// When there is no such person.
pub fn person(app: &mut App, context: &ViewContext, key: &str) -> Result<Value, Error> {
    let whole = app.whole()?;
    let id = find(&whole.people, key, "person")?.id;
    let view = crate::commands::people::get_person(app, context, GetPerson { person: id, as_of: context.today })?;
    let staff = |id: Option<StaffId>| id.map(|id| name_of(&whole.staff, id));
    let post = |one: &PostRow| {
        json!({"account": name_of(&whole.accounts, one.account), "seat": name_of(&whole.seats, one.seat), "title": one.title, "unit": one.unit_name,
            "rank_level": one.rank_level, "primary": one.primary, "now": one.now, "from_on": one.from_on, "to_on": one.to_on})
    };
    let fact = |one: &PersonFact| {
        json!({"kind": one.row.kind, "group": one.group, "value": one.row.value, "hidden": one.row.hidden, "source": one.row.source,
            "confidence": one.row.confidence, "class": one.row.class, "verified_on": one.row.verified_on, "verified_by": one.row.verified_by,
            "freshness": one.row.freshness.map(tenth_of_hundredth), "purpose": one.row.purpose, "retain_until": one.retain_until,
            "stale": one.stale, "contradicts": one.contradicts, "rumour": one.rumour})
    };
    let span = |one: &SpanRow| json!({"kind": one.kind, "who": one.who, "label": one.label, "from": one.from, "to": one.to, "now": one.now, "shared": one.shared});
    let home = view.homes.first();
    let seat = home.and_then(|one| one.seat.as_ref()).map(|one| {
        json!({"roles": one.roles, "weight": one.weight, "formal_power": one.formal_power, "influence_level": one.influence_level,
            "attitude": one.attitude, "level": one.level, "days": one.days, "cadence_days": one.cadence_days,
            "owners": one.bonds.iter().filter(|bond| bond.kinds.contains(&AssignmentKind::Owner)).map(|bond| staff(Some(bond.staff))).collect::<Vec<_>>()})
    });
    Ok(json!({
        "ref": name_of(&whole.people, id),
        "as_of": context.today,
        "name": view.name,
        "names": view.names,
        "namesakes": view.namesakes,
        "status": view.status,
        "no_contact": view.no_contact,
        "account": view.account.map(|id| name_of(&whole.accounts, id)),
        "posts": view.posts.iter().map(post).collect::<Vec<_>>(),
        "seat": seat,
        "facts": view.facts.iter().map(fact).collect::<Vec<_>>(),
        "spans": view.spans.iter().map(span).collect::<Vec<_>>(),
        "core": {"value": tenth(view.core.value), "parts": view.core.parts.iter().map(|one| json!({"part": one.part, "points": tenth(one.points), "most": one.most})).collect::<Vec<_>>(),
            "background_known": view.core.background_known, "background_all": view.core.background_all},
        "unknown": view.questions.iter().map(|one| json!({"kind": one.kind, "text": one.text, "owner": staff(one.owner), "due_on": one.due_on, "overdue": one.overdue,
            "visit": one.visit.map(|id| name_of(&whole.visits, id)), "asked": one.question.is_some()})).collect::<Vec<_>>(),
        "judgements": view.judgements.iter().map(|one| json!({"on": one.on, "kind": one.kind, "text": one.text, "evidence": one.evidence, "by": one.by})).collect::<Vec<_>>(),
        "visits": view.visits.iter().map(|one| json!({"visit": name_of(&whole.visits, one.visit), "on": one.on, "principal": one.principal})).collect::<Vec<_>>(),
        "touches": view.homes.iter().flat_map(|one| &one.touches).map(|one| json!({"account": name_of(&whole.accounts, one.record.account), "on": one.record.on, "kind": one.record.kind, "staff": one.record.staff.iter().map(|id| staff(Some(*id))).collect::<Vec<_>>(), "summary": one.record.summary})).collect::<Vec<_>>(),
        "promises": view.homes.iter().flat_map(|one| &one.ledger.promises).map(|one| json!({"account": name_of(&whole.accounts, one.record.account), "ref": name_of(&whole.commitments, one.record.id), "text": one.text, "promised_on": one.record.promised_on})).collect::<Vec<_>>(),
        "birthday": view.birthday,
        "birthday_next": view.birthday_next,
    }))
}

/// Two decimals of a freshness.
fn tenth_of_hundredth(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}
