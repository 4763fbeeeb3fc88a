//! The desktop host: a window, dialogs and paths around the application. Holds no rules.

#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

mod commands;
mod room;
mod settings;
mod window;

use std::alloc::System;
use std::process::ExitCode;
use std::sync::Mutex;

use cap::Cap;
use tauri::Manager;

#[global_allocator]
static ALLOCATOR: Cap<System> = Cap::new(System, usize::MAX);

/// What the commands share: the application, and the file written last.
pub struct Shared {
    app: Mutex<app::App>,
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
    let shared = Shared { app: Mutex::new(app), last_file: Mutex::new(None), settings, rooms: room::Rooms::default() };
    let mut builder = tauri::Builder::default();
    if !shared.settings.driven {
        builder = builder.plugin(tauri_plugin_single_instance::init(|handle, _, _| window::raise(handle)));
    }
    builder
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .plugin(tauri_plugin_window_state::Builder::default().build())
        .manage(shared)
        .invoke_handler(tauri::generate_handler![
            commands::call,
            commands::host_environment,
            commands::host_new_workspace,
            commands::host_open_workspace,
            commands::host_pick_import,
            commands::host_pick_template,
            commands::host_drop_template,
            commands::host_write_map,
            commands::host_write_briefing,
            commands::host_export_workspace,
            commands::host_show_file,
            commands::host_set_title,
            commands::host_print_map,
            room::host_screens,
            room::host_enter_room,
            room::host_leave_room,
            room::host_open_room,
            room::host_close_room,
            room::host_full_screen,
        ])
        .setup(|app| Ok(window::open(app.handle())?))
        .on_window_event(|window, event| {
            if matches!(event, tauri::WindowEvent::Destroyed)
                && let Some(shared) = window.try_state::<Shared>()
            {
                shared.gone(window);
            }
        })
        .run(tauri::generate_context!())?;
    Ok(())
}

impl Shared {
    /// The second window leaves the desk as it is; with the desk everything ends.
    fn gone(&self, window: &tauri::Window) {
        if window.label() == room::ROOM {
            return room::ended(self, room::ROOM);
        }
        // While the workspace is still open: its audit says when presenting ended.
        room::ended(self, room::DESK);
        room::ended(self, room::ROOM);
        self.close();
        if let Some(second) = window.app_handle().get_webview_window(room::ROOM) {
            // Nothing is left to present; a window that refuses to close ends with the program.
            let _ = second.close();
        }
    }

    /// Closes the workspace, so that the file is whole without its side files.
    fn close(&self) {
        if let Ok(mut app) = self.app.lock() {
            app.close();
        }
    }
}
