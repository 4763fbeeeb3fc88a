//! The access pack of one person as a file: PDF for the person, JSON to take elsewhere (F.4, point 6).
//!
//! Deliberately absent: what is held (`commands::rights::access`) and how the paper looks (`export::access`).

use std::collections::{BTreeMap, HashSet};

use domain::scene::{DisplayMode, Wording};
use domain::*;
use export::access::{AccessPack, AccessPackLine, AccessPackPart, access_paper};
use export::paper::{Job, write_pdf};

use super::{NamedFile, plain_file_name};
use crate::commands::must;
use crate::commands::rights::access::held;
use crate::wire::*;
use crate::{App, Error, names};

/// What stands in place of words that are not the person's to read.
const BLACK: &str = "█████";

/// The pack in one language or both. Its file name does not tell whose it is.
///
/// # Errors
/// In presenting always; when there is no such person; when the paper cannot be typeset.
pub fn write_access(app: &mut App, context: &ViewContext, request: WriteAccess) -> Result<NamedFile, Error> {
    if context.mode == DisplayMode::Presenting {
        return Err(Error::not_presenting());
    }
    let whole = app.whole()?;
    let asked = request.request.map(|id| must(&whole.rights_requests, id, "request")).transpose()?;
    let asked = asked.filter(|one| one.person == request.person);
    let mut packs: Vec<(Lang, AccessView)> = Vec::new();
    let langs: &[Lang] = match request.lang {
        PaperLang::ZhCn => &[Lang::ZhCn],
        PaperLang::En => &[Lang::En],
        PaperLang::Both => &[Lang::ZhCn, Lang::En],
    };
    for lang in langs {
        let view = held(app, &ViewContext { lang: *lang, ..context.clone() }, GetAccess { person: request.person })?;
        packs.push((*lang, blacken(view, &request.blackened)));
    }
    let name = plain_file_name(
        &app.words().speak(request.lang.primary()).text("rights-paper-file", &[("day", context.today.to_string())]),
    );
    let file = match request.format {
        AccessFormat::Json => {
            // One language as it is; both by their codes.
            let bytes = match packs.as_slice() {
                [(_, view)] => serde_json::to_vec_pretty(view),
                views => {
                    let both: BTreeMap<&str, &AccessView> =
                        views.iter().map(|(lang, view)| (lang.code(), view)).collect();
                    serde_json::to_vec_pretty(&both)
                }
            };
            let bytes = bytes.map_err(Error::bad_request)?;
            NamedFile { name: format!("{name}.json"), bytes }
        }
        AccessFormat::Pdf => {
            let company = |lang| whole.companies.first().map(|one| names::either(&one.name_zh, &one.name_en, lang));
            let paper = |(lang, view): &(Lang, AccessView)| {
                let pack =
                    pack(view, context.today, company(*lang).unwrap_or_default(), asked, request.blackened.len());
                access_paper(&pack, &app.words().speak(*lang))
            };
            let mut papers: Vec<_> = packs.iter().map(paper).collect();
            let second = if papers.len() > 1 { papers.pop() } else { None };
            let first = papers.pop().ok_or(Error::missing("person"))?;
            let whole = second.map_or(first.clone(), |other| first.beside(&other));
            let job = Job {
                printed_by: Some(app.actor.clone()),
                printed_at: Some(context.today.to_string()),
                ..Job::default()
            };
            NamedFile { name: format!("{name}.pdf"), bytes: write_pdf(&whole, &job)?.pdf }
        }
    };
    app.saw("write-access", Some(request.person.into()))?;
    Ok(file)
}

/// The view with the chosen lines unreadable, sources included.
fn blacken(view: AccessView, keys: &[String]) -> AccessView {
    let keys: HashSet<&str> = keys.iter().map(String::as_str).collect();
    let line = |one: AccessRow| {
        if !keys.contains(one.key.as_str()) {
            return one;
        }
        AccessRow { value: BLACK.into(), source: one.source.map(|_| BLACK.into()), ..one }
    };
    let part = |one: AccessPart| AccessPart { lines: one.lines.into_iter().map(line).collect(), ..one };
    AccessView { parts: view.parts.into_iter().map(part).collect(), ..view }
}

fn pack(view: &AccessView, today: Day, company: String, asked: Option<&RightsRequest>, blackened: usize) -> AccessPack {
    let line = |one: &AccessRow| AccessPackLine {
        label: one.label.clone(),
        value: one.value.clone(),
        on: one.on,
        source: one.source.clone(),
    };
    let part =
        |one: &AccessPart| AccessPackPart { label: one.label.clone(), lines: one.lines.iter().map(line).collect() };
    AccessPack {
        name: view.name.clone(),
        company,
        as_of: Some(today),
        draft: asked.is_none_or(|one| one.reviewed_on.is_none()),
        asked_on: asked.map(|one| one.received_on),
        due_on: asked.map(|one| one.due_on),
        blackened: blackened as u32,
        parts: view.parts.iter().map(part).collect(),
    }
}
