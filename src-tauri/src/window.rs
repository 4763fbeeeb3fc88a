//! The window: its size, frame and title.

use tauri::{AppHandle, Manager, WebviewUrl, WebviewWindowBuilder};

/// Smallest window the screens are drawn for.
const SMALLEST: (f64, f64) = (1024.0, 680.0);

/// Opens the one window.
///
/// # Errors
/// When the system refuses a window.
pub fn open(handle: &AppHandle) -> tauri::Result<()> {
    let builder = WebviewWindowBuilder::new(handle, "main", WebviewUrl::default())
        .title("典客 Dianke")
        .inner_size(1440.0, 900.0)
        .min_inner_size(SMALLEST.0, SMALLEST.1)
        .disable_drag_drop_handler();
    #[cfg(target_os = "macos")]
    let builder = builder.title_bar_style(tauri::TitleBarStyle::Overlay).hidden_title(true);
    #[cfg(windows)]
    let builder = builder.decorations(false);
    builder.build()?;
    Ok(())
}

/// Brings the window to the front when the program is started again.
pub fn raise(handle: &AppHandle) {
    if let Some(window) = handle.get_webview_window("main") {
        // Failing to raise leaves the window where it is.
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
}
