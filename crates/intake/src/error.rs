//! Why a foreign file was refused. Every refusal leaves the workspace as it was; texts name places, never contents.

use serde::{Deserialize, Serialize};

/// What is wrong with a place in an interchange file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum JsonFault {
    /// The text is not JSON here.
    Syntax,
    /// A field that must be there is not; the path ends in its name.
    MissingField,
    /// A field this version does not know.
    UnknownField,
    /// A code outside its closed list.
    UnknownCode,
    /// A value of another type, or that is no id, no day, no number.
    WrongValue,
    /// A number outside its scale (a rank of 11, a stance of 3).
    OutOfRange,
    /// Two records of one kind share an identity.
    DuplicateId,
    /// A reference to a record that is not in the file.
    DanglingReference,
}

impl JsonFault {
    /// The sent form; labels are `intake-json-<code>` in the catalogue.
    pub fn code(self) -> &'static str {
        match self {
            Self::Syntax => "syntax",
            Self::MissingField => "missing_field",
            Self::UnknownField => "unknown_field",
            Self::UnknownCode => "unknown_code",
            Self::WrongValue => "wrong_value",
            Self::OutOfRange => "out_of_range",
            Self::DuplicateId => "duplicate_id",
            Self::DanglingReference => "dangling_reference",
        }
    }
}

/// A refusal. Crosses the process border as JSON.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum IntakeError {
    /// The file cannot be opened or read.
    #[error("the file cannot be read")]
    Unreadable,
    /// There is nothing in it, or no cell holds anything.
    #[error("the file is empty")]
    Empty,
    /// The file, or what it unpacks to, is larger than we look at.
    #[error("the file is too big (limit {limit_mb} MB)")]
    TooBig { limit_mb: u64 },
    /// Neither a spreadsheet, nor separated text, nor an interchange file.
    #[error("the file is not a spreadsheet")]
    NotASpreadsheet,
    /// A spreadsheet by its marks, but its inside does not hold together.
    #[error("the spreadsheet is damaged")]
    Damaged,
    /// Protected by a password.
    #[error("the spreadsheet is encrypted")]
    Encrypted,
    /// `.xls` or `.xlsb`.
    #[error("the spreadsheet has an unsupported older format")]
    UnsupportedOldExcel,
    /// Used columns reach further right than any people list does.
    #[error("sheet {sheet} uses {columns} columns (limit {limit})")]
    TooManyColumns { sheet: u32, columns: u32, limit: u32 },
    #[error("the file has more than {limit} cells")]
    TooManyCells { limit: u64 },
    #[error("the file has more than {limit} sheets")]
    TooManySheets { limit: u32 },
    /// One cell is longer than Excel itself allows.
    #[error("the cell in sheet {sheet}, row {row}, column {column} is too long")]
    CellTooLong { sheet: u32, row: u32, column: String },
    /// Packed so tightly that unpacking it would flood the machine.
    #[error("the file unpacks to far more than it should")]
    ZipBomb,
    /// JSON, but not ours.
    #[error("the file is not a Dianke interchange file")]
    UnknownFormat,
    /// Written by a newer Dianke.
    #[error("interchange version {found} is newer than {known}")]
    NewerVersion { found: u64, known: u64 },
    /// A record or the text of an interchange file is not as it must be.
    #[error("invalid interchange at {path} (line {line}, column {column}): {}", fault.code())]
    InvalidRecord { path: String, line: u64, column: u64, fault: JsonFault },
    /// The template is no deck of PowerPoint's current format.
    #[error("the template is not a presentation")]
    TemplateNotAPresentation,
    /// A deck by its marks, but its inside does not hold together.
    #[error("the template is damaged")]
    TemplateDamaged,
    /// The deck holds programs.
    #[error("the template holds macros")]
    TemplateMacros,
    /// Protected by a password.
    #[error("the template is encrypted")]
    TemplateEncrypted,
    /// The deck, or what is kept of it, is larger than we look at.
    #[error("the template is too big (limit {limit_mb} MB)")]
    TemplateTooBig { limit_mb: u64 },
    /// Packed so tightly that unpacking it would flood the machine.
    #[error("the template unpacks to far more than it should")]
    TemplateZipBomb,
    /// A picture file with nothing in it.
    #[error("the picture file is empty")]
    PhotoEmpty,
    /// Neither JPEG, PNG nor WebP.
    #[error("the file is not a picture we read")]
    PhotoNotAPicture,
    /// The ending of the name promises another format.
    #[error("the picture is not what its name says")]
    PhotoNameDiffers,
    /// A picture by its marks, but not whole.
    #[error("the picture is damaged")]
    PhotoDamaged,
    /// More pixels than are decoded; told before decoding.
    #[error("the picture has {found_mega} megapixels (limit {limit_mega})")]
    PhotoTooManyPixels { found_mega: u64, limit_mega: u64 },
    /// Too few to show a person.
    #[error("the picture is smaller than {limit} pixels")]
    PhotoTooSmall { limit: u32 },
    /// The file, or what it takes to decode it, is larger than we look at.
    #[error("the picture is too big (limit {limit_mb} MB)")]
    PhotoTooBig { limit_mb: u64 },
    /// The part chosen does not lie in the picture, or has not the shape of the photo box.
    #[error("the part does not fit the picture")]
    PhotoCrop,
    /// A calendar where a list of people was asked for.
    #[error("the file is a calendar")]
    Calendar,
    /// Not a single line of a calendar is in it.
    #[error("the text is not a calendar")]
    NotACalendar,
    #[error("reading took too long")]
    TimedOut,
    /// The child ended without an answer.
    #[error("reading failed inside the child process")]
    Crashed,
    /// The user asked to stop.
    #[error("reading was cancelled")]
    Cancelled,
    /// The child could not be started or was not limited.
    #[error("the reading process could not be started")]
    ChildFailed,
}

impl IntakeError {
    /// Every code, for checks that the catalogue is complete.
    pub const CODES: [&'static str; 35] = [
        "unreadable",
        "empty",
        "too_big",
        "not_a_spreadsheet",
        "damaged",
        "encrypted",
        "unsupported_old_excel",
        "too_many_columns",
        "too_many_cells",
        "too_many_sheets",
        "cell_too_long",
        "zip_bomb",
        "unknown_format",
        "newer_version",
        "invalid_record",
        "template_not_a_presentation",
        "template_damaged",
        "template_macros",
        "template_encrypted",
        "template_too_big",
        "template_zip_bomb",
        "photo_empty",
        "photo_not_a_picture",
        "photo_name_differs",
        "photo_damaged",
        "photo_too_many_pixels",
        "photo_too_small",
        "photo_too_big",
        "photo_crop",
        "calendar",
        "not_a_calendar",
        "timed_out",
        "crashed",
        "cancelled",
        "child_failed",
    ];

    /// The sent form; the message is `error-intake-<code>` (`_` as `-`) in the catalogue.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::Empty => "empty",
            Self::TooBig { .. } => "too_big",
            Self::NotASpreadsheet => "not_a_spreadsheet",
            Self::Damaged => "damaged",
            Self::Encrypted => "encrypted",
            Self::UnsupportedOldExcel => "unsupported_old_excel",
            Self::TooManyColumns { .. } => "too_many_columns",
            Self::TooManyCells { .. } => "too_many_cells",
            Self::TooManySheets { .. } => "too_many_sheets",
            Self::CellTooLong { .. } => "cell_too_long",
            Self::ZipBomb => "zip_bomb",
            Self::UnknownFormat => "unknown_format",
            Self::NewerVersion { .. } => "newer_version",
            Self::InvalidRecord { .. } => "invalid_record",
            Self::TemplateNotAPresentation => "template_not_a_presentation",
            Self::TemplateDamaged => "template_damaged",
            Self::TemplateMacros => "template_macros",
            Self::TemplateEncrypted => "template_encrypted",
            Self::TemplateTooBig { .. } => "template_too_big",
            Self::TemplateZipBomb => "template_zip_bomb",
            Self::PhotoEmpty => "photo_empty",
            Self::PhotoNotAPicture => "photo_not_a_picture",
            Self::PhotoNameDiffers => "photo_name_differs",
            Self::PhotoDamaged => "photo_damaged",
            Self::PhotoTooManyPixels { .. } => "photo_too_many_pixels",
            Self::PhotoTooSmall { .. } => "photo_too_small",
            Self::PhotoTooBig { .. } => "photo_too_big",
            Self::PhotoCrop => "photo_crop",
            Self::Calendar => "calendar",
            Self::NotACalendar => "not_a_calendar",
            Self::TimedOut => "timed_out",
            Self::Crashed => "crashed",
            Self::Cancelled => "cancelled",
            Self::ChildFailed => "child_failed",
        }
    }

    /// Arguments of the message, by name.
    pub fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooBig { limit_mb } | Self::TemplateTooBig { limit_mb } | Self::PhotoTooBig { limit_mb } => {
                vec![("limit", limit_mb.to_string())]
            }
            Self::TooManyColumns { sheet, columns, limit } => {
                vec![("sheet", sheet.to_string()), ("columns", columns.to_string()), ("limit", limit.to_string())]
            }
            Self::PhotoTooManyPixels { found_mega, limit_mega } => {
                vec![("found", found_mega.to_string()), ("limit", limit_mega.to_string())]
            }
            Self::PhotoTooSmall { limit } => vec![("limit", limit.to_string())],
            Self::TooManyCells { limit } => vec![("limit", limit.to_string())],
            Self::TooManySheets { limit } => vec![("limit", limit.to_string())],
            Self::CellTooLong { sheet, row, column } => {
                vec![("sheet", sheet.to_string()), ("row", row.to_string()), ("column", column.clone())]
            }
            Self::NewerVersion { found, known } => vec![("found", found.to_string()), ("known", known.to_string())],
            Self::InvalidRecord { path, line, column, fault } => vec![
                ("path", path.clone()),
                ("line", line.to_string()),
                ("column", column.to_string()),
                ("fault", fault.code().to_string()),
            ],
            _ => Vec::new(),
        }
    }
}
