//! One-line adapters between the window and the application, and the dialogs that choose paths.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;

use app::wire::{ImportView, ViewContext, WriteBriefing, WriteMap};
use app::{App, Error, ErrorView, contract, files};
use serde_json::{Value, json};
use tauri::{AppHandle, Manager, State, Window};
use tauri_plugin_dialog::{DialogExt, FilePath};
use tauri_plugin_opener::OpenerExt;

use crate::Shared;
use crate::settings::{Settings, remember};

type Answer<T> = Result<T, ErrorView>;

fn with_app<T>(shared: &Shared, work: impl FnOnce(&mut App) -> Result<T, Error>) -> Answer<T> {
    let mut app = shared.app.lock().unwrap_or_else(|stopped| {
        // A fault in one command must not make every later one fail: the store took the step back.
        shared.app.clear_poison();
        stopped.into_inner()
    });
    let done = catch_unwind(AssertUnwindSafe(|| work(&mut app)));
    done.unwrap_or_else(|_| Err(Error::Request("internal fault".into()))).map_err(|error| {
        let view = error.view();
        tracing::warn!(code = %view.code, "refused");
        view
    })
}

/// Every command of the contract.
#[tauri::command(async)]
pub fn call(shared: State<'_, Shared>, name: String, context: ViewContext, request: Value) -> Answer<Value> {
    with_app(&shared, |app| contract::call(app, &name, &context, request))
}

#[tauri::command]
pub fn host_environment(shared: State<'_, Shared>) -> Value {
    let platform = if cfg!(windows) {
        "windows"
    } else if cfg!(target_os = "macos") {
        "macos"
    } else {
        "linux"
    };
    json!({"lang": Settings::lang(), "today": shared.settings.today(), "platform": platform})
}

/// The path a dialog answers with; tests set a folder instead.
fn ask_where(handle: &AppHandle, shared: &Shared, name: &str, end: &str) -> Option<PathBuf> {
    match &shared.settings.out_folder {
        Some(folder) => Some(folder.join(name)),
        None => {
            handle.dialog().file().set_file_name(name).add_filter(end, &[end]).blocking_save_file().and_then(to_path)
        }
    }
}

fn to_path(chosen: FilePath) -> Option<PathBuf> {
    chosen.into_path().ok()
}

#[tauri::command(async)]
pub fn host_new_workspace(handle: AppHandle, shared: State<'_, Shared>, sample: bool) -> Answer<bool> {
    let name = if sample { "sample.dianke" } else { "workspace.dianke" };
    let Some(path) = ask_where(&handle, &shared, name, "dianke") else { return Ok(false) };
    with_app(&shared, |app| app.create(&path, sample))?;
    remember(&path);
    Ok(true)
}

#[tauri::command(async)]
pub fn host_open_workspace(handle: AppHandle, shared: State<'_, Shared>) -> Answer<bool> {
    let chosen = handle.dialog().file().add_filter("dianke", &["dianke"]).blocking_pick_file().and_then(to_path);
    let Some(path) = chosen else { return Ok(false) };
    with_app(&shared, |app| app.open(&path))?;
    remember(&path);
    Ok(true)
}

#[tauri::command(async)]
pub fn host_pick_import(
    handle: AppHandle,
    shared: State<'_, Shared>,
    context: ViewContext,
) -> Answer<Option<ImportView>> {
    let chosen = match &shared.settings.import_file {
        Some(path) => Some(path.clone()),
        None => handle
            .dialog()
            .file()
            .add_filter("xlsx csv json", &["xlsx", "csv", "txt", "json"])
            .blocking_pick_file()
            .and_then(to_path),
    };
    let Some(path) = chosen else { return Ok(None) };
    with_app(&shared, |app| files::look_at_import(app, &context, &path)).map(Some)
}

/// Saves a finished file where the user says and remembers it for `host_show_file`.
fn save(handle: &AppHandle, shared: &Shared, file: files::NamedFile) -> Answer<Option<String>> {
    let end = file.name.rsplit('.').next().unwrap_or_default().to_owned();
    let Some(path) = ask_where(handle, shared, &file.name, &end) else { return Ok(None) };
    files::write_whole(&path, &file.bytes).map_err(|error| Error::from(error).view())?;
    let name = path.file_name().map(|one| one.to_string_lossy().into_owned());
    if let Ok(mut last) = shared.last_file.lock() {
        *last = Some(path);
    }
    Ok(name)
}

#[tauri::command(async)]
pub fn host_write_map(
    handle: AppHandle,
    shared: State<'_, Shared>,
    context: ViewContext,
    request: WriteMap,
) -> Answer<Option<String>> {
    let file = with_app(&shared, |app| files::write_map(app, &context, request))?;
    save(&handle, &shared, file)
}

#[tauri::command(async)]
pub fn host_write_briefing(
    handle: AppHandle,
    shared: State<'_, Shared>,
    context: ViewContext,
    request: WriteBriefing,
) -> Answer<Option<String>> {
    let file = with_app(&shared, |app| files::write_briefing(app, &context, request))?;
    save(&handle, &shared, file)
}

#[tauri::command(async)]
pub fn host_export_workspace(handle: AppHandle, shared: State<'_, Shared>) -> Answer<Option<String>> {
    let file = with_app(&shared, files::export_workspace)?;
    save(&handle, &shared, file)
}

/// Opens the file written last with the system's program for it.
#[tauri::command(async)]
pub fn host_show_file(handle: AppHandle, shared: State<'_, Shared>) {
    let last = shared.last_file.lock().ok().and_then(|one| one.clone());
    if let (Some(path), false) = (last, shared.settings.driven)
        && let Err(error) = handle.opener().open_path(path.to_string_lossy(), None::<&str>)
    {
        tracing::warn!(cause = %error, "no program opened the file");
    }
}

/// The title of the window: the workspace and the product, never a person.
#[tauri::command]
pub fn host_set_title(window: Window, title: String) {
    if let Some(main) = window.app_handle().get_webview_window("main") {
        let _ = main.set_title(&title);
    }
}
