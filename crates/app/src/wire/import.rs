//! Bringing a spreadsheet or an interchange file in: look first, then say yes.

use super::{Choice, wire};
use domain::AccountId;
use domain::engine::reason::Severity;

wire! {
    /// What a chosen file holds, before anything is written. `token` names the file for the next step.
    ImportView {
        token: String, file_name: String,
        /// `table` or `interchange`.
        kind: String,
        sheet: Option<String>, header_row: u32, columns: Vec<ImportColumn>, fields: Vec<Choice>,
        rows: Vec<ImportRow>, problems: Vec<ImportProblem>, total: u32, good: u32,
        /// For an interchange file: how many records of each kind.
        records: Vec<RecordCount>,
        account_name: String, accounts: Vec<AccountChoice>,
    }
    /// An account to import into.
    AccountChoice { account: AccountId, name: String }
    /// A kind of record and how many there are.
    RecordCount { kind: String, count: u32 }
    /// A column: its letter, heading, samples, the field proposed and why.
    ImportColumn { letter: String, heading: String, samples: Vec<String>, field: Option<String>, certain: bool, why: String }
    /// A row of the preview, cells by column. `row` counts as in the file, from 1.
    ImportRow { row: u32, cells: Vec<String>, good: bool }
    /// What is wrong, where, and what will happen with the row.
    ImportProblem { row: u32, column: String, severity: Severity, text: String }

    /// The same file with another mapping: the field code for each column, `null` to leave it out.
    RemapImport { token: String, mapping: Vec<Option<String>> }
    /// Yes: import what is good, in one undoable step. Into `account`, or a new one named `account_name`.
    ApplyImport { token: String, mapping: Vec<Option<String>>, account: Option<AccountId>, account_name: String }
    /// No: forget the file.
    DropImport { token: String }
    /// What was imported.
    Imported { changed: super::Changed, account: Option<AccountId>, people: u32, seats: u32, skipped: u32, text: String }
}
