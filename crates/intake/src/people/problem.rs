//! What can be wrong with a row or a cell, and where.

use crate::people::field::codes;

/// Most rows a problem tells beside its own: a list of one name would else tell every row to every other.
pub(super) const MOST_TOLD: usize = 50;

codes! {
    /// Whether the row is still imported.
    Severity {
        /// The row is left out.
        Error = "error",
        /// The row is imported; the value named is left out or changed as the problem says.
        Warning = "warning",
    }
}

codes! {
    /// Kinds of problems. Messages are `intake-problem-<code>` (`_` as `-`) in the catalogue.
    ProblemCode {
        /// Error: neither a name nor a post, but other values.
        RowWithoutPerson = "row_without_person",
        /// Error: more than [`crate::people::MAX_NAME_CHARS`] characters.
        NameTooLong = "name_too_long",
        /// Error: same name, unit and title as the row in `rows`.
        DuplicateRow = "duplicate_row",
        /// No name, but a post: becomes a seat whose holder is unknown.
        NameMissing = "name_missing",
        /// Several people of this name (`rows`); kept apart by unit or title.
        SameName = "same_name",
        /// Invisible or direction marks were taken out.
        MarksRemoved = "marks_removed",
        /// A text longer than its field; left out.
        ValueTooLong = "value_too_long",
        /// The cell holds a formula error (`#REF!`).
        FormulaError = "formula_error",
        /// Several values where one is kept; the first one is.
        SeveralValues = "several_values",
        /// Nobody in the list has this name; the superior is created with nothing but the name.
        SuperiorUnknown = "superior_unknown",
        /// Several people have this name (`rows`); no line is drawn.
        SuperiorAmbiguous = "superior_ambiguous",
        /// A person as their own superior; no line is drawn.
        SuperiorSelf = "superior_self",
        /// These `rows` report to each other in a circle; their lines are not drawn.
        SuperiorCycle = "superior_cycle",
        DateUnreadable = "date_unreadable",
        BirthdayUnreadable = "birthday_unreadable",
        AttitudeUnreadable = "attitude_unreadable",
        /// A word that is not on the scale was taken for a level (友好 → +1); to be looked at.
        WordLoose = "word_loose",
        LevelUnreadable = "level_unreadable",
        RankUnreadable = "rank_unreadable",
        RelationUnreadable = "relation_unreadable",
        RoleUnreadable = "role_unreadable",
        PhoneUnreadable = "phone_unreadable",
        /// `1.38E+10`: a spreadsheet program has lost the digits.
        PhoneDigitsLost = "phone_digits_lost",
        EmailUnreadable = "email_unreadable",
        /// Error: a card of a company, a group or a list, not of a person.
        CardOfNobody = "card_of_nobody",
        /// Lines of a card that are no lines; the rest of the card is taken.
        CardLineUnreadable = "card_line_unreadable",
        /// The photograph on a card is none, damaged or too small; the card is taken without it.
        PhotoUnreadable = "photo_unreadable",
        /// The photograph on a card is larger than we look at; the card is taken without it.
        PhotoTooBig = "photo_too_big",
        /// The photograph lies somewhere else than in the file; nothing is fetched.
        PhotoElsewhere = "photo_elsewhere",
    }
}

impl ProblemCode {
    /// Errors keep the row out; everything else is a warning.
    pub fn severity(self) -> Severity {
        match self {
            Self::RowWithoutPerson | Self::NameTooLong | Self::DuplicateRow | Self::CardOfNobody => Severity::Error,
            _ => Severity::Warning,
        }
    }
}

/// The column of a problem.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ProblemColumn {
    /// `A`, `AA`.
    pub letter: String,
    /// The heading as in the file; may be blank.
    pub heading: String,
}

/// One problem. `value` is shown to the user beside the file they chose; it must not be logged.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Problem {
    /// 1-based, as in the file.
    pub row: u32,
    /// `None`: about the row as a whole.
    pub column: Option<ProblemColumn>,
    pub code: ProblemCode,
    pub severity: Severity,
    /// What stood there, at most 40 characters.
    pub value: Option<String>,
    /// Other rows concerned, ascending.
    pub rows: Vec<u32>,
}
