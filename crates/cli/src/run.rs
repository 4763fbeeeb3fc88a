//! Runs one command and prints its answer.

use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};
use app::report::{self, HostsFor};
use app::wire::ViewContext;
use app::{App, files};
use chrono::NaiveDate;
use domain::{Code, Lang, SeatingKind};
use serde_json::Value;

use crate::args::{Arguments, Command, Language};

/// Prints a line; a reader who has seen enough and closed the pipe is no error.
macro_rules! say {
    ($($part:tt)*) => {{
        use std::io::Write;
        let _ = writeln!(std::io::stdout(), $($part)*);
    }};
}
pub(crate) use say;

/// The language asked for, or the system's.
pub fn language(asked: Option<Language>) -> Lang {
    match asked {
        Some(Language::ZhCn | Language::Both) => Lang::ZhCn,
        Some(Language::En) => Lang::En,
        None if sys_locale::get_locale().is_some_and(|tag| tag.starts_with("zh")) => Lang::ZhCn,
        None => Lang::En,
    }
}

/// Today on this machine.
pub fn today() -> NaiveDate {
    chrono::Local::now().date_naive()
}

/// An application whose reader of foreign files is this program.
pub fn application() -> Result<App> {
    Ok(App::new(std::env::current_exe()?, "cli".into()))
}

/// An application with the context of one command.
pub struct Session {
    pub app: App,
    pub context: ViewContext,
}

impl Session {
    fn new(arguments: &Arguments, as_of: Option<NaiveDate>) -> Result<Self> {
        let context = ViewContext {
            lang: language(arguments.lang),
            today: as_of.unwrap_or_else(today),
            mode: domain::scene::DisplayMode::Internal,
        };
        Ok(Self { app: application()?, context })
    }

    /// Opens a workspace.
    ///
    /// # Errors
    /// What the store refuses, in words.
    pub fn open(arguments: &Arguments, workspace: &Path, as_of: Option<NaiveDate>) -> Result<Self> {
        let mut session = Self::new(arguments, as_of)?;
        let opened = session.app.open(workspace);
        session.told(opened)?;
        Ok(session)
    }

    /// A refusal in the user's words, with the code for the developer.
    ///
    /// # Errors
    /// The refusal.
    pub fn told<T>(&self, result: Result<T, app::Error>) -> Result<T> {
        result.map_err(|error| {
            let view = error.view();
            let cause = view.cause.as_deref().map_or_else(String::new, |cause| format!("\n[{}] {cause}", view.code));
            anyhow!("{}{cause}", self.app.words().error(self.context.lang, &view))
        })
    }
}

/// Runs the command.
///
/// # Errors
/// The refusal, in words.
pub fn run(arguments: &Arguments) -> Result<()> {
    match &arguments.command {
        Command::New { workspace, sample } => {
            let mut session = Session::new(arguments, None)?;
            let made = session.app.create(workspace, *sample);
            session.told(made)
        }
        Command::Import { .. } => crate::import::import(arguments),
        Command::Export(asked) => crate::export::export(arguments, asked),
        Command::Map(map) => crate::map::map(arguments, map),
        Command::Brief(asked) => crate::paper::brief(arguments, asked),
        Command::Agenda(asked) => crate::paper::agenda(arguments, asked),
        Command::Review(asked) => crate::paper::review(arguments, asked),
        Command::Handover(asked) => crate::drill::handover(arguments, asked),
        Command::Access(asked) => crate::rights::access(arguments, asked),
        Command::Erase(asked) => crate::rights::erase(arguments, asked),
        Command::Audit { workspace, key, kind, limit, json } => {
            crate::rights::audit(arguments, workspace, (key.as_deref(), kind.as_deref(), *limit), *json)
        }
        Command::Check { workspace } => check(arguments, workspace),
        Command::Serve { workspace, port, page, out, import_file, template_file, today: day } => {
            let settings = crate::serve::Settings {
                port: *port,
                page: page.clone(),
                out: out.clone(),
                import_file: import_file.clone(),
                template_file: template_file.clone(),
                lang: language(arguments.lang),
                today: day.unwrap_or_else(today),
            };
            crate::serve::serve(workspace.as_deref(), &settings)
        }
        _ => answer(arguments),
    }
}

/// The commands that answer with JSON or lines.
fn answer(arguments: &Arguments) -> Result<()> {
    let (session, value, json) = match &arguments.command {
        Command::Accounts { workspace, as_of, json } => {
            let mut session = Session::open(arguments, workspace, *as_of)?;
            let value = report::accounts(&mut session.app, &session.context);
            (session, value, *json)
        }
        Command::Score { workspace, account, as_of, json } => {
            let mut session = Session::open(arguments, workspace, *as_of)?;
            let value = report::score(&mut session.app, &session.context, account);
            (session, value, *json)
        }
        Command::Court { workspace, account, as_of, json } => {
            let mut session = Session::open(arguments, workspace, *as_of)?;
            let value = report::court(&mut session.app, &session.context, account.as_deref());
            (session, value, *json)
        }
        Command::Warnings { workspace, account, as_of, json } => {
            let mut session = Session::open(arguments, workspace, *as_of)?;
            let value = report::warnings(&mut session.app, &session.context, account.as_deref());
            (session, value, *json)
        }
        Command::Hosts { workspace, visit, guest, all, as_of, json } => {
            let mut session = Session::open(arguments, workspace, *as_of)?;
            let whom = match guest {
                Some(guest) => HostsFor::Guest(guest),
                None if *all => HostsFor::All,
                None => HostsFor::Principal,
            };
            let value = report::hosts(&mut session.app, &session.context, visit, &whom);
            (session, value, *json)
        }
        Command::Seat { workspace, visit, plan, as_of, json } => {
            let mut session = Session::open(arguments, workspace, *as_of)?;
            let kind = SeatingKind::from_code(plan).context("no such drawing")?;
            let value = report::seats(&mut session.app, &session.context, visit, kind);
            (session, value, *json)
        }
        Command::Ready { workspace, visit, as_of, json } => {
            let mut session = Session::open(arguments, workspace, *as_of)?;
            let value = report::ready(&mut session.app, &session.context, visit);
            (session, value, *json)
        }
        Command::Person { workspace, key, as_of, json } => {
            let mut session = Session::open(arguments, workspace, *as_of)?;
            let value = report::person(&mut session.app, &session.context, key);
            (session, value, *json)
        }
        Command::Paths { workspace, account, to, decision, as_of, json } => {
            let mut session = Session::open(arguments, workspace, *as_of)?;
            let value = report::paths(&mut session.app, &session.context, account, decision.as_deref(), to);
            (session, value, *json)
        }
        Command::Drill { workspace, leaves, team, as_of, json } => {
            let mut session = Session::open(arguments, workspace, *as_of)?;
            let value = report::drill(&mut session.app, &session.context, leaves, *team);
            (session, value, *json)
        }
        Command::Search { workspace, text, account, mode, as_of, json } => {
            let mut session = Session::open(arguments, workspace, *as_of)?;
            session.context.mode = crate::map::mode(*mode);
            let value = report::search(&mut session.app, &session.context, text, account.as_deref());
            (session, value, *json)
        }
        _ => bail!("no such command"),
    };
    let value = session.told(value)?;
    if json {
        say!("{}", serde_json::to_string_pretty(&value)?);
    } else {
        print_lines(&value, 0);
    }
    Ok(())
}

/// A value as indented lines, for reading in a terminal.
fn print_lines(value: &Value, depth: usize) {
    let pad = "  ".repeat(depth);
    let flat = |one: &Value| match one {
        Value::String(text) => Some(text.clone()),
        Value::Array(list) if list.iter().all(|one| !one.is_array() && !one.is_object()) => Some(
            list.iter()
                .map(|one| one.as_str().map_or_else(|| one.to_string(), str::to_owned))
                .collect::<Vec<_>>()
                .join("  "),
        ),
        Value::Array(_) | Value::Object(_) => None,
        other => Some(other.to_string()),
    };
    match value {
        Value::Object(map) => map.iter().for_each(|(key, one)| match flat(one) {
            Some(text) => say!("{pad}{key}: {text}"),
            None => {
                say!("{pad}{key}:");
                print_lines(one, depth + 1);
            }
        }),
        Value::Array(list) => list.iter().for_each(|one| match flat(one) {
            Some(text) => say!("{pad}- {text}"),
            None => {
                print_lines(one, depth);
                say!("");
            }
        }),
        other => say!("{pad}{other}"),
    }
}

fn check(arguments: &Arguments, workspace: &Path) -> Result<()> {
    let session = Session::new(arguments, None)?;
    let report = app::files::check_workspace(workspace, session.app.words(), session.context.lang);
    let report = session.told(report)?;
    say!("{}", report.text);
    if report.whole { Ok(()) } else { bail!("{}", report.verdict) }
}

/// Writes through a temporary neighbour, so that a full disk never leaves half a file under the name asked for.
pub fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    files::write_whole(path, bytes).with_context(|| path.display().to_string())
}
