//! The loopback test host: the window's page and the same commands, so that a browser can stand in for the window.
//!
//! Listens on 127.0.0.1 only. Dialogs are answered from the settings.

use std::io::Read;
use std::path::{Component, Path, PathBuf};

use anyhow::{Result, anyhow};
use app::progress::Progress;
use app::wire::{RoomState, ViewContext};
use app::{App, Error, contract, files};
use chrono::NaiveDate;
use domain::Lang;
use domain::scene::DisplayMode;
use serde_json::{Value, json};
use tiny_http::{Header, Method, Request, Response, Server};

/// Longest request body, in bytes.
const BODY_LIMIT: u64 = 72 * 1024 * 1024;

/// What the dialogs would have answered.
pub struct Settings {
    pub port: u16,
    pub page: PathBuf,
    pub out: PathBuf,
    pub import_file: Option<PathBuf>,
    pub template_file: Option<PathBuf>,
    pub lang: Lang,
    pub today: NaiveDate,
}

/// Serves until the process is ended; prints the address once it listens.
///
/// # Errors
/// When the port is taken or the workspace cannot be opened.
pub fn serve(workspace: Option<&Path>, settings: &Settings) -> Result<()> {
    let mut app = crate::run::application()?;
    if let Some(path) = workspace {
        app.open(path)?;
    }
    std::fs::create_dir_all(&settings.out)?;
    let mut room = None;
    let server = Server::http(("127.0.0.1", settings.port)).map_err(|error| anyhow!("{error}"))?;
    let address = server.server_addr().to_ip().ok_or(anyhow!("no address"))?;
    println!("http://{address}/");
    let progress = app.progress();
    let (send, receive) = std::sync::mpsc::channel::<Request>();
    std::thread::scope(|scope| {
        scope.spawn(move || {
            for mut request in receive {
                let answer = answer(&mut app, settings, &mut room, &mut request);
                respond(request, answer);
            }
        });
        for request in server.incoming_requests() {
            match aside(&progress, &request) {
                Some(answer) => respond(request, answer),
                // The worker lives as long as this loop.
                None => drop(send.send(request)),
            }
        }
    });
    Ok(())
}

fn respond(request: Request, (status, kind, body): Answer) {
    let mut response = Response::from_data(body).with_status_code(status);
    if let Ok(header) = Header::from_bytes("Content-Type", kind) {
        response.add_header(header);
    }
    // A page that went away is no error of the host.
    let _ = request.respond(response);
}

/// What is answered while the application works: how far it is, and the wish to stop.
fn aside(progress: &Progress, request: &Request) -> Option<Answer> {
    let value = match request.url() {
        "/host/import_progress" => json!(progress.view()),
        "/host/cancel_import" => {
            progress.cancel();
            Value::Null
        }
        _ => return None,
    };
    Some((200, "application/json", value.to_string().into_bytes()))
}

type Answer = (u16, &'static str, Vec<u8>);

/// Everything under `/room/` is the room-safe face: the same page, but whatever it asks is answered in that mode.
fn answer(app: &mut App, settings: &Settings, room: &mut Option<RoomState>, request: &mut Request) -> Answer {
    let whole = request.url().split('?').next().unwrap_or("/").to_owned();
    let (mode, path) = match whole.strip_prefix("/room") {
        Some(rest) if rest.starts_with('/') => (DisplayMode::Presenting, rest),
        _ => (DisplayMode::Internal, whole.as_str()),
    };
    if *request.method() == Method::Get {
        return page(&settings.page, path);
    }
    let mut body = String::new();
    let read = request.as_reader().take(BODY_LIMIT).read_to_string(&mut body);
    let body: Value = read.ok().and_then(|_| serde_json::from_str(&body).ok()).unwrap_or(Value::Null);
    let result = match path.split('/').collect::<Vec<_>>()[..] {
        ["", "call", name] => {
            context(&body, mode).and_then(|context| contract::answer(app, name, &context, body["request"].clone()))
        }
        ["", "host", action] if mode == DisplayMode::Presenting => said(act_in_room(app, settings, room, action)),
        ["", "host", "open_room"] => said(open_room(app, room, &body)),
        ["", "host", "tell_room"] => said(tell_room(room, &body)),
        ["", "host", "close_room"] => said(close_room(app, room)),
        ["", "host", action] => said(act(app, settings, action, &body)),
        _ => Err(Error::Request("no such address".into())),
    };
    match result {
        Ok(text) => (200, "application/json", text.into_bytes()),
        Err(error) => (422, "application/json", json!(error.view()).to_string().into_bytes()),
    }
}

fn said(result: Result<Value, Error>) -> Result<String, Error> {
    result.map(|value| value.to_string())
}

fn context(body: &Value, mode: DisplayMode) -> Result<ViewContext, Error> {
    let asked: ViewContext =
        serde_json::from_value(body["context"].clone()).map_err(|error| Error::Request(error.to_string()))?;
    Ok(ViewContext { mode, ..asked })
}

fn environment(settings: &Settings, room: Option<&RoomState>) -> Value {
    json!({"lang": settings.lang, "today": settings.today, "platform": "web", "room": room})
}

/// Why the face changes, as the audit has it.
const REASON: &str = "browser";

fn open_room(app: &mut App, room: &mut Option<RoomState>, body: &Value) -> Result<Value, Error> {
    let state = serde_json::from_value(body["state"].clone()).map_err(|error| Error::Request(error.to_string()))?;
    if room.replace(state).is_none() {
        app::face::log_face(app, true, REASON)?;
    }
    Ok(Value::Null)
}

fn close_room(app: &mut App, room: &mut Option<RoomState>) -> Result<Value, Error> {
    if room.take().is_some() {
        app::face::log_face(app, false, REASON)?;
    }
    Ok(Value::Null)
}

/// Like the window's host: what was not opened, or was opened for another account, is not told.
fn tell_room(room: &mut Option<RoomState>, body: &Value) -> Result<Value, Error> {
    let next = serde_json::from_value(body["state"].clone()).map_err(|error| Error::Request(error.to_string()))?;
    *room = Some(app::face::told(room.as_ref(), next)?);
    Ok(Value::Null)
}

/// A room-safe page learns what to show and nothing else.
fn act_in_room(app: &mut App, settings: &Settings, room: &mut Option<RoomState>, action: &str) -> Result<Value, Error> {
    match action {
        "leave_room" => close_room(app, room),
        "environment" => Ok(environment(settings, room.as_ref())),
        "set_title" => Ok(Value::Null),
        other => Err(Error::Request(format!("no such action in the room: {other}"))),
    }
}

fn from<T: serde::de::DeserializeOwned>(body: &Value) -> Result<T, Error> {
    serde_json::from_value(body["request"].clone()).map_err(|error| Error::Request(error.to_string()))
}

fn save_outgoing(app: &mut App, settings: &Settings, outgoing: &files::Outgoing) -> Result<Value, Error> {
    files::save_outgoing(app, outgoing, &settings.out.join(&outgoing.name))?;
    Ok(json!(outgoing.name))
}

fn act(app: &mut App, settings: &Settings, action: &str, body: &Value) -> Result<Value, Error> {
    let save = |file: files::NamedFile| -> Result<Value, Error> {
        files::write_whole(&settings.out.join(&file.name), &file.bytes)?;
        Ok(json!(file.name))
    };
    match action {
        "environment" => Ok(environment(settings, None)),
        "new_workspace" => {
            let path = settings.out.join(format!("{}.dianke", std::process::id()));
            // The test host makes a fresh file for each run.
            let _ = std::fs::remove_file(&path);
            app.create(&path, body["sample"].as_bool().unwrap_or(false)).map(|()| json!(true))
        }
        "open_workspace" => Ok(json!(false)),
        "pick_import" => match &settings.import_file {
            Some(path) => Ok(json!(files::look_at_import(app, &context(body, DisplayMode::Internal)?, path)?)),
            None => Ok(Value::Null),
        },
        "drop_import" => {
            let text = |name: &str| body[name].as_str().unwrap_or_default();
            let read = files::read_dropped(app.reader(), &app.progress(), text("name"), text("bytes"))?;
            Ok(json!(files::look_at_read(app, &context(body, DisplayMode::Internal)?, read)?))
        }
        "pick_template" => match &settings.template_file {
            Some(path) => Ok(json!(files::set_template(app, path)?)),
            None => Ok(Value::Null),
        },
        "drop_template" => {
            files::drop_template(app);
            Ok(Value::Null)
        }
        "print_map" => {
            save(files::write_map(app, &context(body, DisplayMode::Internal)?, from(body)?)?).map(|_| Value::Null)
        }
        "write_map" => save(files::write_map(app, &context(body, DisplayMode::Internal)?, from(body)?)?),
        "write_briefing" => save(files::write_edition(app, &context(body, DisplayMode::Internal)?, from(body)?)?),
        "print_briefing" => {
            let context = context(body, DisplayMode::Internal)?;
            files::print_edition(app, &context, from(body)?, |file| save(file).map(|_| ())).map(|()| Value::Null)
        }
        "write_agenda" => save(files::write_agenda(app, &context(body, DisplayMode::Internal)?, from(body)?)?),
        "write_review" => save(files::write_review(app, &context(body, DisplayMode::Internal)?, from(body)?)?),
        "write_handover" => save(files::write_handover(app, &context(body, DisplayMode::Internal)?, from(body)?)?),
        "write_access" => save(files::write_access(app, &context(body, DisplayMode::Internal)?, from(body)?)?),
        "write_certificate" => save(files::certificate_file(app, &from(body)?)),
        "export_workspace" => {
            let outgoing = files::export_workspace(app)?;
            save_outgoing(app, settings, &outgoing)
        }
        "write_list" => {
            let outgoing = files::write_list(app, &context(body, DisplayMode::Internal)?, &from(body)?)?;
            save_outgoing(app, settings, &outgoing)
        }
        "show_file" | "set_title" => Ok(Value::Null),
        other => Err(Error::Request(format!("no such action: {other}"))),
    }
}

/// A file of the built page; never one outside its folder.
fn page(root: &Path, path: &str) -> Answer {
    let relative = Path::new(path.trim_start_matches('/'));
    let inside = relative.components().all(|one| matches!(one, Component::Normal(_)));
    let file = if path == "/" || !inside { root.join("index.html") } else { root.join(relative) };
    match std::fs::read(&file) {
        Ok(bytes) => (200, kind_of(&file), bytes),
        Err(_) => (404, "text/plain", Vec::new()),
    }
}

fn kind_of(file: &Path) -> &'static str {
    match file.extension().and_then(|end| end.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    }
}
