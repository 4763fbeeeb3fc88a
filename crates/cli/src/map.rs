//! The map as a file or as JSON.

use std::path::Path;

use anyhow::{Result, bail};
use app::files;
use app::report::{self, AskedMap};
use app::wire::MapFormat;
use domain::scene::{DisplayMode, Lens};

use crate::args::{Arguments, LensName, MapArguments, ModeName};
use crate::run::{Session, say, write};

fn format_of(out: &Path) -> Result<MapFormat> {
    Ok(match out.extension().and_then(|end| end.to_str()) {
        Some("svg") => MapFormat::Svg,
        Some("pdf") => MapFormat::Pdf,
        Some("png") => MapFormat::Png,
        Some("pptx") => MapFormat::Pptx,
        _ => bail!("--out: .svg | .pdf | .png | .pptx"),
    })
}

fn lens_of(name: LensName) -> Lens {
    match name {
        LensName::Structure => Lens::Structure,
        LensName::Attitude => Lens::Attitude,
        LensName::Coverage => Lens::Coverage,
        LensName::Ownership => Lens::Ownership,
        LensName::Freshness => Lens::Freshness,
        LensName::Change => Lens::Change,
    }
}

/// Draws the map and writes it, prints it, or both.
///
/// # Errors
/// The refusal, in words.
pub fn map(arguments: &Arguments, given: &MapArguments) -> Result<()> {
    let format = given.out.as_deref().map(format_of).transpose()?;
    let mut session = Session::open(arguments, &given.workspace, given.as_of)?;
    let asked = AskedMap {
        account: &given.account,
        decision: given.decision.as_deref(),
        lens: lens_of(given.lens),
        as_of: session.context.today,
        compare: given.compare,
        folded: given.fold.iter().map(String::as_str).collect(),
        focus: given.focus.as_deref(),
        view: given.view.as_deref(),
        mode: mode(given.mode),
    };
    if let (Some(out), Some(format)) = (&given.out, format) {
        if let Some(template) = &given.template {
            let taken = files::set_template(&mut session.app, template);
            session.told(taken)?;
        }
        let written = report::write_map(&mut session.app, &session.context, &asked, format, given.scale);
        write(out, &session.told(written)?.bytes)?;
    }
    if given.json {
        let value = report::map(&mut session.app, &session.context, &asked);
        let mut value = session.told(value)?;
        let ours = matches!(given.mode, ModeName::Internal);
        if let Some(to) = given.paths_to.as_deref().filter(|_| ours) {
            let found = report::paths(&mut session.app, &session.context, asked.account, asked.decision, to);
            value["paths"] = session.told(found)?;
        }
        say!("{}", serde_json::to_string_pretty(&value)?);
    }
    Ok(())
}

/// For whom something is looked up or drawn.
pub fn mode(name: ModeName) -> DisplayMode {
    match name {
        ModeName::Internal => DisplayMode::Internal,
        ModeName::Presenting => DisplayMode::Presenting,
    }
}
