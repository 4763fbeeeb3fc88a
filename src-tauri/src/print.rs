//! Maps and papers of a visit on their way to the printer: finished PDFs in a folder that only this user reads, under names that say nothing, gone when
//! the program starts or ends. Deliberately absent: printing itself, which is the system's program for PDFs.

use std::io;
use std::path::{Path, PathBuf};

/// Where the files for printing lie, inside the program's cache.
pub fn folder(cache: &Path) -> PathBuf {
    cache.join("print")
}

/// Writes a PDF for printing. The name is the moment alone: lists of recent documents keep it after the file is gone.
///
/// # Errors
/// When the folder cannot be made, kept from others, or written to.
pub fn write(cache: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
    let folder = folder(cache);
    make_own(&folder)?;
    let path = folder.join(format!("{}.pdf", chrono::Local::now().format("%Y%m%d-%H%M%S-%3f")));
    app::files::write_whole(&path, bytes)?;
    Ok(path)
}

#[cfg(unix)]
fn make_own(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::create_dir_all(folder)?;
    std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700))
}

#[cfg(not(unix))]
fn make_own(folder: &Path) -> io::Result<()> {
    // The profile of a user is already closed to others.
    std::fs::create_dir_all(folder)
}

/// Deletes what was made for printing. A file still open elsewhere stays until the next time.
pub fn sweep(cache: &Path) {
    let Ok(files) = std::fs::read_dir(folder(cache)) else { return };
    for file in files.flatten() {
        if let Err(error) = std::fs::remove_file(file.path()) {
            tracing::warn!(cause = %error.kind(), "a file made for printing could not be deleted");
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at once")]

    use super::*;

    #[test]
    fn printed_maps_are_the_users_own_and_do_not_stay() {
        let cache = std::env::temp_dir().join(format!("dianke-print-{}", std::process::id()));
        std::fs::create_dir_all(folder(&cache)).unwrap();
        let path = write(&cache, b"%PDF").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"%PDF");
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        assert!(name.chars().all(|c| c.is_ascii_digit() || c == '-'), "{name}");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(std::fs::metadata(folder(&cache)).unwrap().permissions().mode() & 0o777, 0o700);
        }
        sweep(&cache);
        assert!(!path.exists());
        std::fs::remove_dir_all(&cache).unwrap();
    }
}
