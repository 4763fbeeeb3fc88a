//! One-line adapters between the window and the application, and the dialogs that choose paths.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use app::wire::{
    Certificate, ImportProgress, ImportView, ViewContext, WriteAccess, WriteAgenda, WriteEdition, WriteHandover,
    WriteList, WriteMap, WriteReview,
};
use app::{App, Error, ErrorView, contract, files};
use domain::scene::DisplayMode;
use serde_json::{Value, json};
use tauri::ipc::{InvokeResponseBody, Response};
use tauri::{AppHandle, Manager, State, WebviewWindow};
use tauri_plugin_dialog::{DialogExt, FilePath};
use tauri_plugin_opener::OpenerExt;

use crate::Shared;
use crate::print;
use crate::settings::{Settings, remember};

type Answer<T> = Result<T, ErrorView>;

pub fn with_app<T>(shared: &Shared, work: impl FnOnce(&mut App) -> Result<T, Error>) -> Answer<T> {
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

/// Refuses what a presenting window must not do, whatever its page asks.
pub fn desk_only(window: &WebviewWindow, shared: &Shared) -> Answer<()> {
    match shared.rooms.mode(window.label()) {
        DisplayMode::Internal => Ok(()),
        DisplayMode::Presenting => Err(Error::not_presenting().view()),
    }
}

/// Every command of the contract, in the face of the window that asks.
#[tauri::command(async)]
pub fn call(
    window: WebviewWindow,
    shared: State<'_, Shared>,
    name: String,
    context: ViewContext,
    request: Value,
) -> Answer<Response> {
    let context = ViewContext { mode: shared.rooms.mode(window.label()), ..context };
    let text = with_app(&shared, |app| contract::answer(app, &name, &context, request))?;
    Ok(Response::new(InvokeResponseBody::Json(text)))
}

#[tauri::command]
pub fn host_environment(window: WebviewWindow, shared: State<'_, Shared>) -> Value {
    let platform = if cfg!(windows) {
        "windows"
    } else if cfg!(target_os = "macos") {
        "macos"
    } else {
        "linux"
    };
    json!({"lang": Settings::lang(), "today": shared.settings.today(), "platform": platform, "room": shared.rooms.state(window.label())})
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

/// The file a dialog for one of these ends answers with; tests set a file instead.
fn ask_which(handle: &AppHandle, set: Option<&PathBuf>, ends: &[&str]) -> Option<PathBuf> {
    match set {
        Some(path) => Some(path.clone()),
        None => handle.dialog().file().add_filter(ends.join(" "), ends).blocking_pick_file().and_then(to_path),
    }
}

fn to_path(chosen: FilePath) -> Option<PathBuf> {
    chosen.into_path().ok()
}

#[tauri::command(async)]
pub fn host_new_workspace(
    window: WebviewWindow,
    handle: AppHandle,
    shared: State<'_, Shared>,
    sample: bool,
    ask: bool,
) -> Answer<bool> {
    desk_only(&window, &shared)?;
    let name = if sample { "sample" } else { "workspace" };
    let usual = if ask { None } else { usual_place(&handle, &shared, name) };
    let asked = || ask_where(&handle, &shared, &format!("{name}.dianke"), "dianke");
    let Some(path) = usual.or_else(asked) else { return Ok(false) };
    with_app(&shared, |app| app.create(&path, sample))?;
    remember(&path);
    Ok(true)
}

/// Most workspaces of one name in the usual folder; after that somebody is asked.
const MOST_OF_A_NAME: u32 = 99;

/// A free name in the usual folder, among the user's documents: it says what the file is, not whom it is about. `None` when
/// there is no such folder or it cannot be made; then the user is asked.
fn usual_place(handle: &AppHandle, shared: &Shared, name: &str) -> Option<PathBuf> {
    let folder = match &shared.settings.out_folder {
        Some(folder) => folder.clone(),
        None => handle.path().document_dir().ok()?.join("Dianke"),
    };
    std::fs::create_dir_all(&folder).ok()?;
    let named = |at: u32| if at == 1 { format!("{name}.dianke") } else { format!("{name}-{at}.dianke") };
    (1..=MOST_OF_A_NAME).map(|at| folder.join(named(at))).find(|path| !path.exists())
}

#[tauri::command(async)]
pub fn host_open_workspace(window: WebviewWindow, handle: AppHandle, shared: State<'_, Shared>) -> Answer<bool> {
    desk_only(&window, &shared)?;
    let Some(path) = ask_which(&handle, None, &["dianke"]) else { return Ok(false) };
    with_app(&shared, |app| app.open(&path))?;
    remember(&path);
    Ok(true)
}

#[tauri::command(async)]
pub fn host_pick_import(
    window: WebviewWindow,
    handle: AppHandle,
    shared: State<'_, Shared>,
    context: ViewContext,
) -> Answer<Option<ImportView>> {
    desk_only(&window, &shared)?;
    let chosen = ask_which(&handle, shared.settings.import_file.as_ref(), &["xlsx", "csv", "txt", "vcf", "json"]);
    let Some(path) = chosen else { return Ok(None) };
    let reader = with_app(&shared, |app| Ok(app.reader().to_owned()))?;
    // Aside from the application, so that the window answers meanwhile.
    look_at(&shared, &context, files::read_import(&reader, &shared.progress, &path)).map(Some)
}

/// A file dropped on the window: the page was handed it by the system and hands on its bytes.
#[tauri::command(async)]
pub fn host_drop_import(
    window: WebviewWindow,
    shared: State<'_, Shared>,
    context: ViewContext,
    name: String,
    bytes: String,
) -> Answer<ImportView> {
    desk_only(&window, &shared)?;
    let reader = with_app(&shared, |app| Ok(app.reader().to_owned()))?;
    look_at(&shared, &context, files::read_dropped(&reader, &shared.progress, &name, &bytes))
}

fn look_at(shared: &Shared, context: &ViewContext, read: Result<files::ReadFile, Error>) -> Answer<ImportView> {
    let read = read.map_err(|error| error.view())?;
    with_app(shared, |app| files::look_at_read(app, context, read))
}

/// How far a long import is; answered while the application works.
#[tauri::command(async)]
pub fn host_import_progress(window: WebviewWindow, shared: State<'_, Shared>) -> Answer<ImportProgress> {
    desk_only(&window, &shared)?;
    Ok(shared.progress.view())
}

/// Stops a long import; nothing of it is kept.
#[tauri::command(async)]
pub fn host_cancel_import(window: WebviewWindow, shared: State<'_, Shared>) -> Answer<()> {
    desk_only(&window, &shared)?;
    shared.progress.cancel();
    Ok(())
}

/// Asks for a presentation and takes it as the template of every deck from now on; its file name.
#[tauri::command(async)]
pub fn host_pick_template(
    window: WebviewWindow,
    handle: AppHandle,
    shared: State<'_, Shared>,
) -> Answer<Option<String>> {
    desk_only(&window, &shared)?;
    let chosen = ask_which(&handle, shared.settings.template_file.as_ref(), &["pptx"]);
    let Some(path) = chosen else { return Ok(None) };
    with_app(&shared, |app| files::set_template(app, &path)).map(Some)
}

/// Goes back to the plain deck.
#[tauri::command(async)]
pub fn host_drop_template(window: WebviewWindow, shared: State<'_, Shared>) -> Answer<()> {
    desk_only(&window, &shared)?;
    with_app(&shared, |app| {
        files::drop_template(app);
        Ok(())
    })
}

/// Saves a finished file where the user says.
fn save(handle: &AppHandle, shared: &Shared, file: files::NamedFile) -> Answer<Option<String>> {
    save_with(handle, shared, &file.name, |path| {
        files::write_whole(path, &file.bytes).map_err(|error| Error::from(error).view())
    })
}

/// Lets `write` write where the user says and remembers the file for `host_show_file`.
fn save_with(
    handle: &AppHandle,
    shared: &Shared,
    name: &str,
    write: impl FnOnce(&Path) -> Answer<()>,
) -> Answer<Option<String>> {
    let end = name.rsplit('.').next().unwrap_or_default().to_owned();
    let Some(path) = ask_where(handle, shared, name, &end) else { return Ok(None) };
    write(&path)?;
    let name = path.file_name().map(|one| one.to_string_lossy().into_owned());
    if let Ok(mut last) = shared.last_file.lock() {
        *last = Some(path);
    }
    Ok(name)
}

#[tauri::command(async)]
pub fn host_write_map(
    window: WebviewWindow,
    handle: AppHandle,
    shared: State<'_, Shared>,
    context: ViewContext,
    request: WriteMap,
) -> Answer<Option<String>> {
    desk_only(&window, &shared)?;
    let file = with_app(&shared, |app| files::write_map(app, &context, request))?;
    save(&handle, &shared, file)
}

#[tauri::command(async)]
pub fn host_write_briefing(
    window: WebviewWindow,
    handle: AppHandle,
    shared: State<'_, Shared>,
    context: ViewContext,
    request: WriteEdition,
) -> Answer<Option<String>> {
    desk_only(&window, &shared)?;
    let prepared = with_app(&shared, |app| files::prepare_edition(app, &context, request))?;
    save_with(&handle, &shared, &prepared.name, |path| {
        with_app(&shared, |app| files::issue_to(app, &context, &prepared, path))
    })
}

#[tauri::command(async)]
pub fn host_write_agenda(
    window: WebviewWindow,
    handle: AppHandle,
    shared: State<'_, Shared>,
    context: ViewContext,
    request: WriteAgenda,
) -> Answer<Option<String>> {
    desk_only(&window, &shared)?;
    let file = with_app(&shared, |app| files::write_agenda(app, &context, request))?;
    save(&handle, &shared, file)
}

#[tauri::command(async)]
pub fn host_write_review(
    window: WebviewWindow,
    handle: AppHandle,
    shared: State<'_, Shared>,
    context: ViewContext,
    request: WriteReview,
) -> Answer<Option<String>> {
    desk_only(&window, &shared)?;
    let file = with_app(&shared, |app| files::write_review(app, &context, request))?;
    save(&handle, &shared, file)
}

#[tauri::command(async)]
pub fn host_write_handover(
    window: WebviewWindow,
    handle: AppHandle,
    shared: State<'_, Shared>,
    context: ViewContext,
    request: WriteHandover,
) -> Answer<Option<String>> {
    desk_only(&window, &shared)?;
    let file = with_app(&shared, |app| files::write_handover(app, &context, request))?;
    save(&handle, &shared, file)
}

#[tauri::command(async)]
pub fn host_write_access(
    window: WebviewWindow,
    handle: AppHandle,
    shared: State<'_, Shared>,
    context: ViewContext,
    request: WriteAccess,
) -> Answer<Option<String>> {
    desk_only(&window, &shared)?;
    let file = with_app(&shared, |app| files::write_access(app, &context, request))?;
    save(&handle, &shared, file)
}

#[tauri::command(async)]
pub fn host_write_certificate(
    window: WebviewWindow,
    handle: AppHandle,
    shared: State<'_, Shared>,
    request: Certificate,
) -> Answer<Option<String>> {
    desk_only(&window, &shared)?;
    let file = with_app(&shared, |app| Ok(files::certificate_file(app, &request)))?;
    save(&handle, &shared, file)
}

#[tauri::command(async)]
pub fn host_export_workspace(
    window: WebviewWindow,
    handle: AppHandle,
    shared: State<'_, Shared>,
) -> Answer<Option<String>> {
    desk_only(&window, &shared)?;
    let outgoing = with_app(&shared, files::export_workspace)?;
    save_outgoing(&handle, &shared, &outgoing)
}

#[tauri::command(async)]
pub fn host_write_list(
    window: WebviewWindow,
    handle: AppHandle,
    shared: State<'_, Shared>,
    context: ViewContext,
    request: WriteList,
) -> Answer<Option<String>> {
    desk_only(&window, &shared)?;
    let outgoing = with_app(&shared, |app| files::write_list(app, &context, &request))?;
    save_outgoing(&handle, &shared, &outgoing)
}

/// Saves what leaves the workspace where the user says, noted in the audit.
fn save_outgoing(handle: &AppHandle, shared: &Shared, outgoing: &files::Outgoing) -> Answer<Option<String>> {
    save_with(handle, shared, &outgoing.name, |path| with_app(shared, |app| files::save_outgoing(app, outgoing, path)))
}

/// Opens the file written last with the system's program for it.
#[tauri::command(async)]
pub fn host_show_file(window: WebviewWindow, handle: AppHandle, shared: State<'_, Shared>) -> Answer<()> {
    desk_only(&window, &shared)?;
    let last = shared.last_file.lock().ok().and_then(|one| one.clone());
    if let (Some(path), false) = (last, shared.settings.driven)
        && let Err(error) = handle.opener().open_path(path.to_string_lossy(), None::<&str>)
    {
        tracing::warn!(cause = %error, "no program opened the file");
    }
    Ok(())
}

/// The title of the window: the workspace and the product, never a person.
#[tauri::command]
pub fn host_set_title(window: WebviewWindow, title: String) {
    // A refused title leaves the former one, which names nobody either.
    let _ = window.set_title(&title);
}

/// Where passing files lie; tests set a folder instead.
pub fn cache(handle: &AppHandle, settings: &Settings) -> tauri::Result<PathBuf> {
    settings.out_folder.clone().map_or_else(|| handle.path().app_cache_dir(), Ok)
}

/// Makes the PDF of the map where only this user sees it and opens it with the system's program, which prints.
#[tauri::command(async)]
pub fn host_print_map(
    window: WebviewWindow,
    shared: State<'_, Shared>,
    context: ViewContext,
    request: WriteMap,
) -> Answer<()> {
    desk_only(&window, &shared)?;
    let file = with_app(&shared, |app| files::write_map(app, &context, request))?;
    hand_to_printer(window.app_handle(), &shared, &file)
}

/// The same for a copy of a paper of a visit: it is numbered and marked as a saved one, and counts as issued.
#[tauri::command(async)]
pub fn host_print_briefing(
    window: WebviewWindow,
    shared: State<'_, Shared>,
    context: ViewContext,
    request: WriteEdition,
) -> Answer<()> {
    desk_only(&window, &shared)?;
    let cache = printing_place(window.app_handle(), &shared)?;
    let mut laid = None;
    let lay = |file: files::NamedFile| {
        laid = Some(print::write(&cache, &file.bytes)?);
        Ok(())
    };
    with_app(&shared, |app| files::print_edition(app, &context, request, lay))?;
    laid.iter().for_each(|path| open_to_print(window.app_handle(), &shared, path));
    Ok(())
}

fn printing_place(handle: &AppHandle, shared: &Shared) -> Answer<PathBuf> {
    cache(handle, &shared.settings).map_err(|error| Error::Request(error.to_string()).view())
}

/// Lays a PDF where only this user sees it and opens it with the system's program.
fn hand_to_printer(handle: &AppHandle, shared: &Shared, file: &files::NamedFile) -> Answer<()> {
    let cache = printing_place(handle, shared)?;
    let path = print::write(&cache, &file.bytes).map_err(|error| Error::from(error).view())?;
    open_to_print(handle, shared, &path);
    Ok(())
}

fn open_to_print(handle: &AppHandle, shared: &Shared, path: &Path) {
    if !shared.settings.driven
        && let Err(error) = handle.opener().open_path(path.to_string_lossy(), None::<&str>)
    {
        tracing::warn!(cause = %error, "no program opened the file");
    }
}
