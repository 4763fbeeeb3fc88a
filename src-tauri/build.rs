//! Embeds the window's page, icons and permissions.

fn main() {
    tauri_build::build();
}
