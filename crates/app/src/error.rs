//! One error for the border: a code the catalogue explains, its parameters, and a cause for the developer.

use std::collections::BTreeMap;

/// What a command refuses or fails with.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The request cannot be carried out as it stands; nothing was changed.
    #[error("{code}")]
    Refused { code: String, params: BTreeMap<String, String> },
    #[error(transparent)]
    Store(#[from] store::StoreError),
    #[error(transparent)]
    Intake(#[from] intake::IntakeError),
    #[error(transparent)]
    Export(#[from] export::ExportError),
    #[error("file: {0}")]
    File(#[from] std::io::Error),
    #[error("request: {0}")]
    Request(String),
}

/// What a window or script gets: `code` is the catalogue key without `error-`.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
pub struct ErrorView {
    pub code: String,
    pub params: BTreeMap<String, String>,
    /// For the developer; no personal data.
    pub cause: Option<String>,
}

impl Error {
    pub(crate) fn refused(code: &str) -> Self {
        Self::Refused { code: code.into(), params: BTreeMap::new() }
    }

    /// What a presenting window must not do.
    pub fn not_presenting() -> Self {
        Self::refused("not-presenting")
    }

    pub(crate) fn missing(what: &str) -> Self {
        Self::refused("missing").with("what", what)
    }

    pub(crate) fn with(self, name: &str, value: impl ToString) -> Self {
        match self {
            Self::Refused { code, mut params } => {
                params.insert(name.into(), value.to_string());
                Self::Refused { code, params }
            }
            other => other,
        }
    }

    pub(crate) fn bad_request(error: serde_json::Error) -> Self {
        Self::Request(error.to_string())
    }

    pub(crate) fn unknown_command(name: &str) -> Self {
        Self::refused("unknown-command").with("name", name)
    }

    /// The shape for the border.
    pub fn view(&self) -> ErrorView {
        let plain =
            |code: &str| ErrorView { code: code.into(), params: BTreeMap::new(), cause: Some(self.to_string()) };
        match self {
            Self::Refused { code, params } => ErrorView { code: code.clone(), params: params.clone(), cause: None },
            Self::Store(error) => plain(&format!("store-{}", store_code(error))),
            Self::Intake(error) => {
                let params = error.params().into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
                ErrorView { params, ..plain(&format!("intake-{}", error.code().replace('_', "-"))) }
            }
            Self::Export(error) => {
                let params = error.params().into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
                ErrorView { params, ..plain(&format!("export-{}", error.code())) }
            }
            Self::File(_) => plain("file"),
            Self::Request(_) => plain("bad-request"),
        }
    }
}

/// Codes of the store's refusals; one catalogue text each.
fn store_code(error: &store::StoreError) -> &'static str {
    use store::StoreError as E;
    match error {
        E::NotAWorkspace => "not_a_workspace",
        E::NewerSchema { .. } => "newer_schema",
        E::OlderSchema { .. } => "older_schema",
        E::ReadOnlyFolder => "read_only_folder",
        E::ReadOnly => "read_only",
        E::UnsuitableFolder => "unsuitable_folder",
        E::DiskFull => "disk_full",
        E::AlreadyOpen => "already_open",
        E::AlreadyExists => "already_exists",
        E::Busy => "busy",
        E::Conflict => "conflict",
        E::Missing { .. } => "missing",
        E::Dangling { .. } => "dangling",
        E::BadValue { .. } => "bad_value",
        E::OldSqlite { .. } => "old_sqlite",
        E::Sqlite(_) => "sqlite",
        E::Io(_) => "io",
    }
}
