//! Rights of a person for scripts: who is meant by a ref, what would go, what must be blackened.

use domain::{AuditKind, PersonId};

use crate::commands::rights::audit::{check_audit, get_audit};
use crate::commands::rights::{access::get_access, erase};
use crate::refs::find;
use crate::wire::{
    AuditCheck, AuditRow, ErasePerson, Erased, ErasureView, GetAccess, GetAudit, GetErasure, Nothing, ViewContext,
};
use crate::{App, Error};

/// The person known by a ref or identity.
///
/// # Errors
/// When there is none.
pub fn person_id(app: &mut App, key: &str) -> Result<PersonId, Error> {
    Ok(find(&app.whole()?.people, key, "person")?.id)
}

/// What erasing somebody would do.
///
/// # Errors
/// When there is no such person.
pub fn erasure(app: &mut App, context: &ViewContext, person: PersonId) -> Result<ErasureView, Error> {
    erase::get_erasure(app, context, GetErasure { person })
}

/// Erases somebody for good.
///
/// # Errors
/// When the name is another one, or a hold forbids it.
pub fn erase(app: &mut App, context: &ViewContext, request: ErasePerson) -> Result<Erased, Error> {
    erase::erase_person(app, context, request)
}

/// Whether the audit is as it was written, and its lines, the latest first.
///
/// # Errors
/// When there is no such person.
pub fn audit(
    app: &mut App,
    context: &ViewContext,
    key: Option<&str>,
    kind: Option<AuditKind>,
    limit: Option<usize>,
) -> Result<(AuditCheck, Vec<AuditRow>), Error> {
    let person = key.map(|key| person_id(app, key)).transpose()?;
    let check = check_audit(app, context, Nothing {})?;
    let limit = limit.unwrap_or(usize::MAX);
    let mut rows: Vec<AuditRow> = Vec::new();
    loop {
        let asked = GetAudit { person, kind, offset: rows.len() as u32, limit: u32::MAX };
        let view = get_audit(app, context, asked)?;
        let done = view.rows.is_empty();
        rows.extend(view.rows);
        if done || rows.len() >= limit {
            rows.truncate(limit);
            return Ok((check, rows));
        }
    }
}

/// Keys of the lines of an access pack that name somebody else.
///
/// # Errors
/// When there is no such person.
pub fn third_parties(app: &mut App, context: &ViewContext, person: PersonId) -> Result<Vec<String>, Error> {
    let view = get_access(app, context, GetAccess { person })?;
    let lines = view.parts.into_iter().flat_map(|one| one.lines);
    Ok(lines.filter(|one| one.third).map(|one| one.key).collect())
}
