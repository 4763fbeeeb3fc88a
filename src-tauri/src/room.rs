//! Room-safe windows: which window shows which face, and the second window for the projector.
//!
//! The face belongs to the window, not to its page: whatever a page asks, its window's mode is put into the request here.

use std::sync::Mutex;

use app::wire::RoomState;
use app::{Error, ErrorView};
use domain::scene::DisplayMode;
use tauri::{AppHandle, Emitter, LogicalSize, Manager, State, WebviewUrl, WebviewWindow, WebviewWindowBuilder};

use crate::Shared;
use crate::commands::with_app;

type Answer<T> = Result<T, ErrorView>;

/// Label of the second window.
pub const ROOM: &str = "room";
/// Label of the desk.
pub const DESK: &str = "main";

/// Who presents what.
#[derive(Default)]
pub struct Rooms {
    /// The desk's own window presents this.
    desk: Mutex<Option<RoomState>>,
    /// The second window presents this.
    second: Mutex<Option<RoomState>>,
}

impl Rooms {
    fn of(&self, label: &str) -> Option<RoomState> {
        let held = if label == DESK { &self.desk } else { &self.second };
        held.lock().ok().and_then(|one| one.clone())
    }

    fn set(&self, label: &str, state: Option<RoomState>) {
        let held = if label == DESK { &self.desk } else { &self.second };
        if let Ok(mut held) = held.lock() {
            *held = state;
        }
    }

    /// The face of a window: everything but a desk that does not present is the room-safe one.
    pub fn mode(&self, label: &str) -> DisplayMode {
        if label == DESK && self.of(label).is_none() { DisplayMode::Internal } else { DisplayMode::Presenting }
    }

    /// What a window presents; `None`: it is a desk.
    pub fn state(&self, label: &str) -> Option<RoomState> {
        self.of(label)
    }
}

fn failed(error: tauri::Error) -> ErrorView {
    Error::Request(error.to_string()).view()
}

/// Every switch of face is in the audit.
fn log(shared: &Shared, entered: bool, why: &str) -> Answer<()> {
    with_app(shared, |app| app::face::log_face(app, entered, why))
}

/// Why a window with this label shows the face, as the audit has it.
fn reason(label: &str) -> &'static str {
    if label == DESK { "this-window" } else { "second-window" }
}

/// A window is gone: what it presented, it presents no more.
pub fn ended(shared: &Shared, label: &str) {
    if shared.rooms.state(label).is_none() {
        return;
    }
    shared.rooms.set(label, None);
    if let Err(error) = log(shared, false, reason(label)) {
        tracing::warn!(code = %error.code, "the end of presenting is not in the audit");
    }
}

#[tauri::command(async)]
pub fn host_enter_room(window: WebviewWindow, shared: State<'_, Shared>, state: RoomState) -> Answer<()> {
    log(&shared, true, reason(window.label()))?;
    shared.rooms.set(window.label(), Some(state));
    Ok(())
}

/// The desk comes back; the second window closes.
#[tauri::command(async)]
pub fn host_leave_room(window: WebviewWindow, shared: State<'_, Shared>) -> Answer<()> {
    if window.label() == ROOM {
        // Its end is written when it is gone.
        return window.close().map_err(failed);
    }
    log(&shared, false, reason(DESK))?;
    shared.rooms.set(window.label(), None);
    window.set_fullscreen(false).map_err(failed)
}

/// Opens the second window, or tells the open one what to show.
#[tauri::command(async)]
pub fn host_open_room(window: WebviewWindow, shared: State<'_, Shared>, state: RoomState) -> Answer<()> {
    crate::commands::desk_only(&window, &shared)?;
    let handle = window.app_handle();
    let first = shared.rooms.state(ROOM).is_none();
    shared.rooms.set(ROOM, Some(state.clone()));
    if handle.get_webview_window(ROOM).is_some() {
        return handle.emit_to(ROOM, ROOM, state).map_err(failed);
    }
    if first {
        log(&shared, true, reason(ROOM))?;
    }
    open_second(handle).map_err(|error| {
        shared.rooms.set(ROOM, None);
        failed(error)
    })
}

/// On a display other than the desk's when there is one, then over the whole of it.
fn open_second(handle: &AppHandle) -> tauri::Result<()> {
    let title = if cfg!(target_os = "macos") { "" } else { "典客" };
    let room = WebviewWindowBuilder::new(handle, ROOM, WebviewUrl::default())
        .title(title)
        .inner_size(1280.0, 800.0)
        .build()?;
    let own = handle.get_webview_window(DESK).and_then(|desk| desk.current_monitor().ok().flatten());
    let others = room.available_monitors()?;
    let other = others.iter().find(|one| own.as_ref().is_none_or(|own| own.position() != one.position()));
    if let (Some(other), true) = (other, others.len() > 1) {
        room.set_position(*other.position())?;
        room.set_fullscreen(true)?;
    } else {
        room.set_size(LogicalSize::new(1280.0, 800.0))?;
    }
    Ok(())
}

#[tauri::command(async)]
pub fn host_close_room(window: WebviewWindow, shared: State<'_, Shared>) -> Answer<()> {
    crate::commands::desk_only(&window, &shared)?;
    match window.app_handle().get_webview_window(ROOM) {
        Some(room) => room.close().map_err(failed),
        None => Ok(()),
    }
}

/// How many displays there are; one when the system does not say.
#[tauri::command]
pub fn host_screens(window: WebviewWindow) -> usize {
    window.available_monitors().map_or(1, |all| all.len().max(1))
}

#[tauri::command]
pub fn host_full_screen(window: WebviewWindow, on: bool) -> Answer<()> {
    window.set_fullscreen(on).map_err(failed)
}
