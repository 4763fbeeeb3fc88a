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
/// Tells the desk that the second window is gone.
pub const CLOSED: &str = "room-closed";
/// Title of a presenting window until its page names what it shows; macOS shows none.
const NEUTRAL: &str = if cfg!(target_os = "macos") { "" } else { "典客" };

/// Who presents what.
#[derive(Default)]
pub struct Rooms {
    /// The desk's own window presents this.
    desk: Mutex<Option<RoomState>>,
    /// The second window presents this.
    second: Mutex<Option<RoomState>>,
    /// Held while the second window is being opened.
    opening: Mutex<()>,
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

    /// A window no longer presents. Answers whether it did.
    pub fn end(&self, label: &str) -> bool {
        let held = if label == DESK { &self.desk } else { &self.second };
        held.lock().is_ok_and(|mut held| held.take().is_some())
    }

    /// What a window presents; `None`: it is a desk.
    pub fn state(&self, label: &str) -> Option<RoomState> {
        self.of(label)
    }
}

fn failed(error: tauri::Error) -> ErrorView {
    Error::Request(error.to_string()).view()
}

/// Every switch of face is in the audit; what cannot be written there is not entered.
fn log_entered(shared: &Shared, why: &str) -> Answer<()> {
    with_app(shared, |app| app::face::log_face(app, true, why))
}

/// Leaving never waits for the audit: whoever wants out gets out, and a failing line is told in the log of the program.
pub fn log_left(shared: &Shared, why: &str) {
    // The refusal is logged where it arises.
    let _ = with_app(shared, |app| app::face::log_face(app, false, why));
}

#[tauri::command(async)]
pub fn host_enter_room(window: WebviewWindow, shared: State<'_, Shared>, state: RoomState) -> Answer<()> {
    crate::commands::desk_only(&window, &shared)?;
    log_entered(&shared, "this-window")?;
    shared.rooms.set(window.label(), Some(state));
    // The title is on show before the page is: it must not name the desk's place for a moment.
    window.set_title(NEUTRAL).map_err(failed)
}

/// The desk comes back; the second window closes, which is logged when it is gone.
#[tauri::command(async)]
pub fn host_leave_room(window: WebviewWindow, shared: State<'_, Shared>) -> Answer<()> {
    if window.label() == ROOM {
        return window.close().map_err(failed);
    }
    let presented = shared.rooms.end(window.label());
    // A window that stays in full screen can be left by hand; the desk must come back all the same.
    let _ = window.set_fullscreen(false);
    if presented {
        log_left(&shared, "this-window");
    }
    Ok(())
}

/// Opens the second window for a map, or gives the open one another map. The only way to another account.
#[tauri::command(async)]
pub fn host_open_room(window: WebviewWindow, shared: State<'_, Shared>, state: RoomState) -> Answer<()> {
    crate::commands::desk_only(&window, &shared)?;
    let handle = window.app_handle();
    // Two presses of a key are two requests: the second one finds the window of the first.
    let _one_at_a_time = shared.rooms.opening.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    if handle.get_webview_window(ROOM).is_some() {
        shared.rooms.set(ROOM, Some(state.clone()));
        return handle.emit_to(ROOM, ROOM, state).map_err(failed);
    }
    log_entered(&shared, "second-window")?;
    shared.rooms.set(ROOM, Some(state));
    open_second(handle).map_err(|error| {
        // A window that is there keeps its state: a page without one would take itself for a desk.
        match handle.get_webview_window(ROOM) {
            Some(half) => drop(half.destroy()),
            None => {
                shared.rooms.end(ROOM);
                log_left(&shared, "second-window");
            }
        }
        failed(error)
    })
}

/// Tells the open second window what to show of its account. Never opens one.
#[tauri::command(async)]
pub fn host_tell_room(window: WebviewWindow, shared: State<'_, Shared>, state: RoomState) -> Answer<()> {
    crate::commands::desk_only(&window, &shared)?;
    let handle = window.app_handle();
    let open = shared.rooms.state(ROOM).filter(|_| handle.get_webview_window(ROOM).is_some());
    let next = app::face::told(open.as_ref(), state).map_err(|error| error.view())?;
    shared.rooms.set(ROOM, Some(next.clone()));
    handle.emit_to(ROOM, ROOM, next).map_err(failed)
}

/// On a display other than the desk's when there is one, then over the whole of it.
fn open_second(handle: &AppHandle) -> tauri::Result<()> {
    let room = WebviewWindowBuilder::new(handle, ROOM, WebviewUrl::default())
        .title(NEUTRAL)
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
    window.app_handle().get_webview_window(ROOM).map_or(Ok(()), |room| room.close().map_err(failed))
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
