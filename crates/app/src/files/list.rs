//! Lists and the whole workspace as files that leave it. Each is written into the audit before its bytes are (F.4.5): what
//! could not be noted does not leave. Deliberately absent: what stands in a list (`commands::export_list`).

use std::path::Path;

use domain::scene::{DisplayMode, Wording};
use domain::{Code, DataClass, Lang};
use export::list::{VcardVersion, write_csv, write_vcards, write_xlsx};

use super::{plain_file_name, write_whole};
use crate::commands::export_list::{Filled, Leaving, fill};
use crate::wire::{ListFormat, ViewContext, WriteList};
use crate::{App, Error};

/// A finished file that is not noted yet. A host may ask where to save it before [`save_outgoing`], and be told nowhere.
pub struct Outgoing {
    /// The name to propose; no name of a person and no judgement in it.
    pub name: String,
    pub bytes: Vec<u8>,
    /// Rows that stay, because the person asked that their data is not used.
    pub withheld: u32,
    /// The entry of the audit: what, as what, up to which class, how much, what for.
    op: String,
}

/// A list as a file.
///
/// # Errors
/// In presenting always; judgements, background or sensitive matters without a reason; contact cards of anything but people;
/// when there is nothing in it.
pub fn write_list(app: &mut App, context: &ViewContext, request: &WriteList) -> Result<Outgoing, Error> {
    if context.mode == DisplayMode::Presenting {
        return Err(Error::not_presenting());
    }
    if request.class >= DataClass::P2 && request.reason.is_none() {
        return Err(Error::refused("list-needs-reason"));
    }
    let Filled { leaving, withheld } = fill(app, context, request)?;
    let (rows, bytes) = match leaving {
        Leaving::Table(table) if request.format == ListFormat::Csv => (table.rows.len(), write_csv(&table)),
        Leaving::Table(table) => (table.rows.len(), write_xlsx(&table)?),
        Leaving::Cards(cards) => {
            let version = if request.format == ListFormat::Vcard3 { VcardVersion::V3 } else { VcardVersion::V4 };
            (cards.len(), write_vcards(&cards, version))
        }
    };
    if rows == 0 {
        return Err(Error::refused("list-empty"));
    }
    let (list, format) = (request.list.code(), request.format.code());
    let reason = request.reason.map_or("none", |one| one.code());
    let op = format!("export-list:{list}:{format}:{}:{rows}:{reason}", request.class.code());
    Ok(Outgoing { name: file_name(app, context.lang, request), bytes, withheld, op })
}

/// The whole workspace as an interchange file.
///
/// # Errors
/// When no workspace is open.
pub fn export_workspace(app: &mut App) -> Result<Outgoing, Error> {
    let whole = app.whole()?;
    let text = intake::interchange::write(&whole, &app.store()?.list::<domain::Picture>()?);
    Ok(Outgoing {
        name: "workspace.json".into(),
        bytes: text.into_bytes(),
        withheld: 0,
        op: "export-workspace:json".into(),
    })
}

/// Notes in the audit that the file leaves, then writes it.
///
/// # Errors
/// What the store or the file system refuses. What was noted and then not written stays noted.
pub fn save_outgoing(app: &mut App, outgoing: &Outgoing, path: &Path) -> Result<(), Error> {
    app.saw(&outgoing.op, None)?;
    Ok(write_whole(path, &outgoing.bytes)?)
}

fn file_name(app: &App, lang: Lang, request: &WriteList) -> String {
    let end = match request.format {
        ListFormat::Xlsx => "xlsx",
        ListFormat::Csv => "csv",
        ListFormat::Vcard4 | ListFormat::Vcard3 => "vcf",
    };
    let speech = app.words().speak(lang);
    let args =
        [("list", speech.say(&format!("list-file-{}", request.list.code()))), ("day", request.as_of.to_string())];
    format!("{}.{end}", plain_file_name(&speech.text("list-file", &args)))
}
