//! The desktop host: a window, dialogs and paths around the application. Holds no rules.

#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

mod commands;
mod print;
mod room;
mod settings;
mod window;

use std::alloc::System;
use std::process::ExitCode;
use std::sync::Mutex;

use cap::Cap;
use tauri::{Emitter, Manager};

#[global_allocator]
static ALLOCATOR: Cap<System> = Cap::new(System, usize::MAX);

/// What the commands share: the application, and the file written last.
pub struct Shared {
    app: Mutex<app::App>,
    progress: std::sync::Arc<app::progress::Progress>,
    last_file: Mutex<Option<std::path::PathBuf>>,
    settings: settings::Settings,
    rooms: room::Rooms,
}

fn main() -> ExitCode {
    let set_cap = |bytes| ALLOCATOR.set_limit(bytes).is_ok();
    if let Some(code) = intake::run_child_if_asked(std::env::args_os().skip(1), set_cap) {
        return code;
    }
    tracing_subscriber::fmt().with_env_filter("warn").with_writer(std::io::stderr).init();
    match build() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!(cause = %error, "the window could not be opened");
            ExitCode::from(1)
        }
    }
}

fn build() -> anyhow::Result<()> {
    let settings = settings::Settings::from_environment();
    let mut app = app::App::new(std::env::current_exe()?, "desktop".into());
    if let Some(path) = settings.first_workspace()
        && let Err(error) = app.open(&path)
    {
        // The window then shows its first-run page, from which another file can be opened.
        tracing::warn!(code = %error.view().code, "the workspace could not be opened");
    }
    let progress = app.progress();
    let shared =
        Shared { app: Mutex::new(app), progress, last_file: Mutex::new(None), settings, rooms: room::Rooms::default() };
    let mut builder = tauri::Builder::default();
    if !shared.settings.driven {
        builder = builder.plugin(tauri_plugin_single_instance::init(|handle, _, _| window::raise(handle)));
    }
    builder
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .plugin(window_state())
        .manage(shared)
        .invoke_handler(tauri::generate_handler![
            commands::call,
            commands::host_environment,
            commands::host_new_workspace,
            commands::host_open_workspace,
            commands::host_pick_import,
            commands::host_drop_import,
            commands::host_import_progress,
            commands::host_cancel_import,
            commands::host_pick_template,
            commands::host_drop_template,
            commands::host_write_map,
            commands::host_write_briefing,
            commands::host_write_agenda,
            commands::host_write_review,
            commands::host_write_handover,
            commands::host_write_access,
            commands::host_write_certificate,
            commands::host_export_workspace,
            commands::host_write_list,
            commands::host_show_file,
            commands::host_set_title,
            commands::host_print_map,
            commands::host_print_briefing,
            room::host_screens,
            room::host_enter_room,
            room::host_leave_room,
            room::host_open_room,
            room::host_tell_room,
            room::host_close_room,
            room::host_full_screen,
        ])
        .setup(|app| {
            sweep(app.handle());
            Ok(window::open(app.handle())?)
        })
        .on_window_event(|window, event| {
            if matches!(event, tauri::WindowEvent::Destroyed) {
                gone(window);
            }
        })
        .build(tauri::generate_context!())?
        .run(|handle, event| {
            // Quitting by the system's menu destroys no window first.
            if matches!(event, tauri::RunEvent::Exit) {
                end(handle);
            }
        });
    Ok(())
}

/// Sizes and places are remembered for the desk; the second window is placed anew, by the displays there are.
fn window_state<R: tauri::Runtime>() -> tauri::plugin::TauriPlugin<R> {
    tauri_plugin_window_state::Builder::default().with_denylist(&[room::ROOM]).skip_initial_state(room::ROOM).build()
}

/// Deletes the files made for printing.
fn sweep(handle: &tauri::AppHandle) {
    if let Some(shared) = handle.try_state::<Shared>()
        && let Ok(cache) = commands::cache(handle, &shared.settings)
    {
        print::sweep(&cache);
    }
}

/// The second window leaves the desk as it is; with the desk everything ends.
fn gone(window: &tauri::Window) {
    let handle = window.app_handle().clone();
    if window.label() != room::ROOM {
        end(&handle);
        if let Some(second) = handle.get_webview_window(room::ROOM) {
            // Nothing is left to present; a window that refuses to close ends with the program.
            let _ = second.destroy();
        }
        return;
    }
    let presented = handle.try_state::<Shared>().is_some_and(|shared| shared.rooms.end(room::ROOM));
    // The audit not here: a command at work holds the application, and the windows must not wait for it.
    tauri::async_runtime::spawn_blocking(move || {
        // A desk that is gone needs no bar.
        let _ = handle.emit_to(room::DESK, room::CLOSED, ());
        if let (Some(shared), true) = (handle.try_state::<Shared>(), presented) {
            room::log_left(&shared, "second-window");
        }
    });
}

/// Once, whichever way the program ends: what still presents is logged, the file is closed, nothing printed stays.
fn end(handle: &tauri::AppHandle) {
    let Some(shared) = handle.try_state::<Shared>() else { return };
    for label in [room::DESK, room::ROOM] {
        if shared.rooms.end(label) {
            room::log_left(&shared, "quit");
        }
    }
    shared.close();
    sweep(handle);
}

impl Shared {
    /// Closes the workspace, so that the file is whole without its side files.
    fn close(&self) {
        if let Ok(mut app) = self.app.lock() {
            app.close();
        }
    }
}
