//! Looking at the pages of a paper before it leaves the desk. Deliberately absent: writing files and counting copies.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::*;
use export::paper::{Job, Preview};

use crate::files::edition::{absent, allowed, draw, next, warning};
use crate::wire::*;
use crate::{App, Error};

/// Pixels per point when nobody says: sharp on a dense screen at the size of a page beside a list.
const SCALE: f32 = 1.5;
/// Pages of one answer.
const MOST_PAGES: usize = 60;

/// The paper looked at last, typeset and kept open.
pub(crate) struct OpenPreview {
    visit: VisitId,
    edition: PaperName,
    lang: PaperLang,
    fingerprint: String,
    preview: Preview,
}

/// Pages of a paper as pictures. The paper stays open until its content is another one, so that turning pages costs no
/// typesetting; after an edit what did not change is not laid out again.
pub fn preview_edition(app: &mut App, context: &ViewContext, request: PreviewEdition) -> Result<EditionPreview, Error> {
    allowed(context, request.edition)?;
    if request.pages.len() > MOST_PAGES {
        return Err(Error::refused("too-many").with("limit", MOST_PAGES));
    }
    let snapshot = app.account_of_visit(request.visit)?;
    let visit = snapshot.visit(request.visit).ok_or(Error::missing("visit"))?;
    let drawn = draw(&snapshot, visit, context.today, request.edition, app)?;
    let fingerprint = drawn.fingerprint.clone();
    let copies: Vec<IssuedCopy> = snapshot.issued_copies.iter().filter(|one| one.visit == visit.id).cloned().collect();
    let version = request.edition.edition().map_or(1, |edition| next(&copies, edition, &fingerprint).0);
    let speech = app.words().speak(context.lang);
    let reasons = engine::edition::draft_reasons(&snapshot, visit.id, context.today);
    let draft = reasons.into_iter().map(|one| warning(one, &speech)).collect();
    let absent = absent(request.edition, &speech);
    let known = app.preview.take().filter(|one| {
        let asked = (request.visit, request.edition, request.lang);
        (one.visit, one.edition, one.lang) == asked && one.fingerprint == fingerprint
    });
    let open = match known {
        Some(open) => open,
        None => {
            let preview = Preview::new(&drawn.in_lang(request.lang), &Job::default())?;
            let (visit, edition, lang) = (request.visit, request.edition, request.lang);
            OpenPreview { visit, edition, lang, fingerprint, preview }
        }
    };
    let scale = request.scale.map_or(SCALE, |one| one as f32);
    let pages = request.pages.iter().map(|number| page(&open.preview, *number, scale));
    let pages = pages.collect::<Result<Vec<_>, Error>>();
    let count = u32::try_from(open.preview.pages()).unwrap_or(u32::MAX);
    app.preview = Some(open);
    Ok(EditionPreview { count, pages: pages?, version, draft, absent })
}

fn page(preview: &Preview, number: u32, scale: f32) -> Result<PageImage, Error> {
    let at = usize::try_from(number).ok().and_then(|one| one.checked_sub(1)).ok_or(export::ExportError::NoPage)?;
    let (width, height) = preview.page_size(at).ok_or(export::ExportError::NoPage)?;
    let png = preview.page_png(at, scale)?;
    let title = preview.page_title(at).to_owned();
    Ok(PageImage { number, title, width, height, image: format!("data:image/png;base64,{}", STANDARD.encode(png)) })
}
