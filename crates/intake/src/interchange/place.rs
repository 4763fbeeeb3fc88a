//! Where a fault lies in an interchange file, without a word of its contents.

use serde_json::error::Category;

use crate::interchange::at;
use crate::{IntakeError, JsonFault};

/// Paths longer than this are cut: an unknown field may have any name.
const PATH_CHARS: usize = 160;

/// Turns a parser's error into path, line, column and kind of fault.
pub(super) fn refusal(error: &serde_path_to_error::Error<serde_json::Error>) -> IntakeError {
    let inner = error.inner();
    let message = inner.to_string();
    let mut path = error.path().to_string();
    let fault = match inner.classify() {
        Category::Syntax | Category::Eof | Category::Io => JsonFault::Syntax,
        Category::Data => fault(&message),
    };
    if fault == JsonFault::MissingField
        && let Some(name) = message.split('`').nth(1)
    {
        path = if path == "." { name.to_string() } else { format!("{path}.{name}") };
    }
    at(inner, path.chars().take(PATH_CHARS).collect(), fault)
}

/// serde's messages start with fixed words.
fn fault(message: &str) -> JsonFault {
    let starts = |words: &str| message.starts_with(words);
    if starts("missing field") {
        JsonFault::MissingField
    } else if starts("unknown field") {
        JsonFault::UnknownField
    } else if starts("unknown variant") {
        JsonFault::UnknownCode
    } else {
        JsonFault::WrongValue
    }
}
