//! What the host knows before a window is open: from the command line, the environment, and the last run.

use std::path::PathBuf;

use chrono::NaiveDate;
use domain::Lang;

/// Settings of one run.
pub struct Settings {
    /// Dialogs are answered with this folder; set by the window tests.
    pub out_folder: Option<PathBuf>,
    /// The file an import dialog answers with; set by the window tests.
    pub import_file: Option<PathBuf>,
    /// The file a template dialog answers with; set by the window tests.
    pub template_file: Option<PathBuf>,
    /// The day that counts as today, for repeatable tests.
    today: Option<NaiveDate>,
    workspace: Option<PathBuf>,
    /// A test drives the window: several may run at once.
    pub driven: bool,
}

impl Settings {
    /// Reads the command line (a workspace to open) and the variables the tests set.
    pub fn from_environment() -> Self {
        let path = |name: &str| std::env::var_os(name).map(PathBuf::from);
        let out_folder = path("DIANKE_OUT");
        Self {
            driven: out_folder.is_some(),
            out_folder,
            import_file: path("DIANKE_IMPORT"),
            template_file: path("DIANKE_TEMPLATE"),
            today: std::env::var("DIANKE_TODAY").ok().and_then(|text| text.parse().ok()),
            workspace: std::env::args_os().nth(1).map(PathBuf::from).or_else(|| path("DIANKE_WORKSPACE")),
        }
    }

    /// Today.
    pub fn today(&self) -> NaiveDate {
        self.today.unwrap_or_else(|| chrono::Local::now().date_naive())
    }

    /// The system's language.
    pub fn lang() -> Lang {
        match sys_locale::get_locale() {
            Some(tag) if tag.starts_with("zh") => Lang::ZhCn,
            _ => Lang::En,
        }
    }

    /// The workspace named on the command line, else the one used last.
    pub fn first_workspace(&self) -> Option<PathBuf> {
        self.workspace.clone().or_else(|| if self.driven { None } else { remembered() })
    }
}

fn memory_file() -> Option<PathBuf> {
    let home = |name: &str| std::env::var_os(name).map(PathBuf::from);
    let folder = if cfg!(windows) {
        home("APPDATA")
    } else if cfg!(target_os = "macos") {
        home("HOME").map(|one| one.join("Library/Application Support"))
    } else {
        home("XDG_DATA_HOME").or_else(|| home("HOME").map(|one| one.join(".local/share")))
    };
    folder.map(|one| one.join("app.dianke.desktop").join("last-workspace"))
}

fn remembered() -> Option<PathBuf> {
    let text = std::fs::read_to_string(memory_file()?).ok()?;
    Some(PathBuf::from(text)).filter(|path| path.is_file())
}

/// Remembers the workspace for the next start; a failure only costs a click.
pub fn remember(path: &std::path::Path) {
    if let Some(file) = memory_file() {
        let made = file.parent().map(std::fs::create_dir_all);
        if matches!(made, Some(Ok(()))) {
            let _ = std::fs::write(file, path.to_string_lossy().as_bytes());
        }
    }
}
