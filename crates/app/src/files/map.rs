//! The map as a file: SVG, PDF, picture or deck, internal or room-safe. Deliberately absent: any judgement in the room-safe
//! edition, whose words, too, say nothing of a decision.

use std::path::Path;
use std::sync::Arc;

use domain::engine::chain::stakeholders;
use domain::scene::{Compare, DisplayMode, Lens, MapInput, Scene, Wording, draw_map};
use domain::*;
use export::map_pdf::write_map_pdf;
use export::map_png::write_map_png;
use export::map_pptx::{PptxOptions, TemplateDeck, write_map_pptx};
use export::map_svg::{MapTitle, write_map_svg};

use super::{NamedFile, plain_file_name, short_name};
use crate::commands::must;
use crate::commands::room::draw_face;
use crate::commands::saved_view::shown_by;
use crate::face::presenting;
use crate::wire::{GetMap, GetRoom, MapFormat, ViewContext, WriteMap};
use crate::words::Speech;
use crate::{App, Error, names};

/// Pixels per world unit when nobody says.
const SCALE: f32 = 2.0;

/// What is drawn and how the file is called.
struct Sheet {
    scene: Scene,
    title: MapTitle,
    name: String,
}

/// The map as a file, from the same scene as the screen. A presenting window gets the room-safe edition, whatever it asks.
///
/// # Errors
/// When there is no such account, decision or view, or the drawing cannot be written.
pub fn write_map(app: &mut App, context: &ViewContext, request: WriteMap) -> Result<NamedFile, Error> {
    let snapshot = app.account(request.account)?;
    app.saw("write-map", Some(request.account.into()))?;
    let request = looked_at(&snapshot, context, request)?;
    let speech = app.words().speak(context.lang);
    let room = DisplayMode::Presenting;
    let sheet = if context.mode == room || request.mode == room {
        room_sheet(&snapshot, &speech, &request)?
    } else {
        inner_sheet(&snapshot, &speech, &request)?
    };
    let (bytes, end) = match request.format {
        MapFormat::Svg => (write_map_svg(&sheet.scene, &sheet.title).into_bytes(), "svg"),
        MapFormat::Pdf => (write_map_pdf(&sheet.scene, &sheet.title)?, "pdf"),
        MapFormat::Png => {
            let scale = request.scale.map_or(SCALE, |one| one as f32);
            (write_map_png(&sheet.scene, &sheet.title, scale)?, "png")
        }
        MapFormat::Pptx => {
            let options = PptxOptions { words: &speech, template: app.template.as_ref() };
            (write_map_pptx(&sheet.scene, &sheet.title, options)?, "pptx")
        }
    };
    Ok(NamedFile { name: format!("{}.{end}", plain_file_name(&sheet.name)), bytes })
}

/// Takes a user's own deck as the template of every deck from now on, and gives back its file name. It is read by the
/// limited child, and only its clean parts are kept.
///
/// # Errors
/// When it is no presentation, damaged, encrypted, has macros, or is too large; the template before stays.
pub fn set_template(app: &mut App, path: &Path) -> Result<String, Error> {
    let read = intake::read_template(&app.reader, path, &intake::Limits::default())?;
    app.template = Some(TemplateDeck {
        parts: read.parts,
        content_types: read.content_types,
        master: read.master,
        master_id: read.master_id,
        layout: read.layout,
        theme: read.theme,
        width: read.width,
        height: read.height,
        titled: read.titled,
        east_asian: read.east_asian,
    });
    Ok(path.file_name().map_or_else(String::new, |one| one.to_string_lossy().into_owned()))
}

/// Goes back to the plain deck.
pub fn drop_template(app: &mut App) {
    app.template = None;
}

/// The request with what its saved view says: decision, lens, days, folds, focus and filter.
fn looked_at(snapshot: &Arc<Snapshot>, context: &ViewContext, request: WriteMap) -> Result<WriteMap, Error> {
    let Some(id) = request.view else { return Ok(request) };
    let view = must(&snapshot.saved_views, id, "view")?;
    let GetMap { decision, lens, as_of, compare, folded, focus, .. } = shown_by(view, context.today);
    Ok(WriteMap { decision, lens, as_of, compare, folded, focus, filter: view.filter.clone(), ..request })
}

fn inner_sheet(snapshot: &Snapshot, speech: &Speech, request: &WriteMap) -> Result<Sheet, Error> {
    let account = must(&snapshot.accounts, request.account, "account")?;
    let asked = request.decision.map(|id| must(&snapshot.decisions, id, "decision")).transpose()?;
    let decision = asked.or(snapshot.main_decision(account.id));
    let rows_on = |day: Day| stakeholders(snapshot, account.id, request.decision, day);
    let rows = rows_on(request.as_of);
    // The other day shows in the lens of change alone.
    let other = request.compare.filter(|day| *day != request.as_of && request.lens == Lens::Change);
    let other = other.map(|day| (day, rows_on(day)));
    let mut scene = draw_map(&MapInput {
        decision: decision.map(|one| one.id),
        lens: request.lens,
        compare: other.as_ref().map(|(as_of, rows)| Compare { as_of: *as_of, rows }),
        folded: &request.folded,
        focus: request.focus,
        rows: &rows,
        ..MapInput::new(snapshot, account.id, request.as_of, speech)
    });
    scene.spotlight(&request.filter);
    let name = names::account_name(account, speech.lang());
    let day = speech.text("file-as-of", &[("day", request.as_of.to_string())]);
    let title = MapTitle {
        title: speech.text("file-map-title", &[("account", name.clone())]),
        subtitle: decision.map_or_else(String::new, |one| names::either(&one.name_zh, &one.name_en, speech.lang())),
        edition: speech.say("file-internal"),
        as_of: match &other {
            Some((other, _)) => speech.text("map-core-as-of-compared", &[("day", day), ("other", other.to_string())]),
            None => day,
        },
        lang: speech.lang().code().to_owned(),
    };
    let name = speech.text("file-map", &[("account", short_name(&name)), ("day", request.as_of.to_string())]);
    Ok(Sheet { scene, title, name })
}

fn room_sheet(snapshot: &Snapshot, speech: &Speech, request: &WriteMap) -> Result<Sheet, Error> {
    let face = presenting(snapshot, request.account, request.as_of);
    let account = must(&face.accounts, request.account, "account")?;
    let asked = GetRoom {
        account: request.account,
        as_of: request.as_of,
        folded: request.folded.clone(),
        focus: request.focus,
    };
    let name = names::account_name(account, speech.lang());
    let month = speech.month(request.as_of);
    let title = MapTitle {
        title: speech.text("map-core-room-file-title", &[("account", name.clone())]),
        subtitle: String::new(),
        edition: speech.say("map-core-room-edition"),
        as_of: month.clone(),
        lang: speech.lang().code().to_owned(),
    };
    let name = speech.text("map-core-room-file", &[("account", short_name(&name)), ("month", month)]);
    Ok(Sheet { scene: draw_face(&face, speech, &asked), title, name })
}
