//! Bringing a spreadsheet or an interchange file in: look first, then say yes.

use super::{Choice, wire};
use domain::engine::reason::Severity;
use domain::{AccountId, DataClass, Day, PersonId};

/// What a user says of a row and whom it may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum PairDecision {
    /// The same person: fields named are taken from the file, the others stay.
    Same,
    /// Another person, who is added.
    Another,
    /// The row is left out.
    Skip,
    /// Nobody can say yet: the row is left out, and a question is noted.
    Later,
}

/// Kinds of what a list says in its own way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum FixKind {
    /// Rows with a post and no name.
    NoName,
    /// Words for levels or roles that are not ours.
    Words,
    /// A relation counted on another scale.
    Scale,
    /// Days nobody can read for certain.
    Days,
    /// Names of ours that are nobody in post.
    Owners,
    /// Matters that are not kept about people.
    Sensitive,
}

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
        /// The account proposed; `null`: a new one.
        account: Option<AccountId>,
        /// What facts of this list name as source and purpose, unless a column says otherwise.
        source: String, purpose: String,
        /// Rows that may be somebody known or an earlier row, and have something to decide or to see; the first of them.
        pairs: Vec<ImportPair>,
        /// Where in all pairs the first of those sent stands.
        pairs_from: u32,
        /// Pairs by what agrees: each group can be decided at once.
        pair_groups: Vec<PairGroup>,
        /// All of them, and those nobody can be certain of.
        pair_count: u32, unsure: u32,
        /// Rows whose person is there with all they say.
        known: u32,
        /// Rows of people who were erased: they are left out and not shown.
        suppressed: u32,
        /// What is different from the last edition of this list; `null`: it was not imported before.
        difference: Option<ImportDifference>,
        /// Every sheet of the file, hidden ones too; `sheet` names the one read.
        sheets: Vec<ImportSheet>,
        /// What is to be decided before the list goes in, by kind.
        fixes: Vec<ImportFix>,
        /// The first rows as they will stand.
        after: Vec<ImportAfter>,
        /// The row samples are taken from.
        sample_row: u32,
        /// What a file of cards holds and is not read, by kind.
        left_out: Vec<RecordCount>,
    }
    /// A sheet one may choose.
    ImportSheet { index: u32, name: String, hidden: bool, rows: u32, chosen: bool }
    /// An account to import into.
    AccountChoice { account: AccountId, name: String }
    /// A kind of record and how many there are.
    RecordCount { kind: String, count: u32 }
    /// A column: its letter, heading, samples, the field proposed and why. What its facts carry: source and purpose when not
    /// those of the list; `class` as it will be, `least` the lowest it may be, `null` where no fact is made.
    ImportColumn {
        letter: String, heading: String, samples: Vec<String>, field: Option<String>, certain: bool, why: String,
        source: Option<String>, purpose: Option<String>, class: Option<DataClass>, least: Option<DataClass>,
        /// What stands in the first row.
        sample: String,
        /// Not taken in whatever is wanted; why.
        refused: Option<String>,
        /// What the list says in its own way here, and whether it is still to be decided.
        remark: String, open: bool,
    }
    /// What is to be decided of a list: one kind in one column. `way` is the button that takes every proposal: it sends
    /// `<key>/*`. `open` lines are undecided; `lines` are the first of `line_count`.
    ImportFix {
        key: String, kind: FixKind, severity: Severity, title: String, note: String, way: String, column: String,
        choices: Vec<Choice>, lines: Vec<FixLine>, line_count: u32, open: u32, proposed: u32,
    }
    /// One of them: the words of the list, the first rows they stand in, what is proposed and why, and what was chosen.
    /// `choices` are those of this line alone. `marks`: what is not kept, at its place.
    FixLine {
        key: String, rows: Vec<u32>, row_count: u32, field: String, text: String, why: String, choices: Vec<Choice>,
        proposed: Option<String>, chosen: Option<String>, marks: Vec<super::CaughtText>,
    }
    /// What was chosen of a line, or of all of a kind (`<key>/*`, with any text).
    FixChoice { key: String, choice: String }
    /// A row as it will stand. `days` since the last contact.
    ImportAfter {
        row: u32, name: Option<String>, title: String, superior: Option<String>, roles: Vec<String>, power: Option<u8>,
        influence: Option<u8>, attitude: Option<i8>, relation: Option<u8>, owner: Option<String>,
        last_touch: Option<Day>, days: Option<i64>,
    }
    /// Pairs that agree in the same: how many of them nobody can be certain of.
    PairGroup { group: String, text: String, count: u32, certain: bool }
    /// A row of the preview, cells by column. `row` counts as in the file, from 1.
    ImportRow { row: u32, cells: Vec<String>, good: bool }
    /// What is wrong, where, and what will happen with the row.
    /// `asked`: it is one of `fixes` too.
    ImportProblem { row: u32, column: String, severity: Severity, text: String, asked: bool }
    /// A row and whom it may be: somebody known (`person`) or an earlier row (`other_row`). `certain`: two identifiers agree,
    /// and the proposal is that they are the same.
    ImportPair {
        key: String, row: u32, other_row: Option<u32>, person: Option<PersonId>, name: String, post: String,
        other_name: String, other_post: String, certain: bool, group: String, reasons: Vec<String>, fields: Vec<PairField>,
    }
    /// A field both sides are shown of. `file`: the value of the file is proposed. `fixed`: ours stays whatever is chosen.
    PairField { field: String, label: String, ours: String, theirs: String, same: bool, file: bool, fixed: bool, note: String }
    /// What is different from the edition imported on `last_on`: rows of new people, of people whose values differ, of those all
    /// the same, and people it no longer names.
    ImportDifference { last_on: Day, fresh: u32, changed: u32, same: u32, new_rows: Vec<ListedRow>, changed_rows: Vec<ListedRow>, gone: Vec<GonePerson> }
    /// A row in a list of differences.
    ListedRow { row: u32, name: String, post: String, what: String }
    /// Somebody the list no longer names.
    /// `ends`: proposed that the post ends, for the reason in `why`.
    GonePerson { person: PersonId, name: String, post: String, ends: bool, why: String }

    /// The same file with another mapping (the field code for each column, `null` to leave it out) or another account.
    RemapImport {
        token: String, mapping: Vec<Option<String>>,
        #[serde(default)] #[ts(optional)] account: Option<AccountId>,
        /// The account is a new one, whatever the list was imported into before.
        #[serde(default)] #[ts(optional, as = "Option<bool>")] fresh: bool,
        /// Another sheet: its own mapping is proposed and `mapping` is passed by.
        #[serde(default)] #[ts(optional)] sheet: Option<u32>,
        /// What was chosen so far.
        #[serde(default)] #[ts(optional, as = "Option<Vec<FixChoice>>")] fixes: Vec<FixChoice>,
        /// The first pair to send.
        #[serde(default)] #[ts(optional, as = "Option<u32>")] pairs_from: u32,
    }
    /// What was decided of every pair of a group that has no choice of its own.
    GroupChoice { group: String, decision: PairDecision }
    /// What the facts of a column carry, when not what the list says.
    ColumnNote { #[serde(default)] source: Option<String>, #[serde(default)] purpose: Option<String>, #[serde(default)] class: Option<DataClass> }
    /// What was decided of a pair; `file` are the fields whose value of the file is taken.
    PairChoice { key: String, decision: PairDecision, #[serde(default)] file: Vec<String> }
    /// Yes: import what is good, in one undoable step. Into `account`, or a new one named `account_name`. Pairs without a choice
    /// go as proposed: certain ones are the same person, others are not. `ended` are people the list no longer names and whose
    /// posts in the account end today; of `asked` it is noted to find out whether they left. `forget`: the list is not
    /// remembered for its next edition.
    ApplyImport {
        token: String, mapping: Vec<Option<String>>, account: Option<AccountId>, account_name: String,
        #[serde(default)] #[ts(optional)] source: Option<String>,
        #[serde(default)] #[ts(optional)] purpose: Option<String>,
        #[serde(default)] #[ts(optional, as = "Option<Vec<ColumnNote>>")] notes: Vec<ColumnNote>,
        #[serde(default)] #[ts(optional, as = "Option<Vec<PairChoice>>")] choices: Vec<PairChoice>,
        #[serde(default)] #[ts(optional, as = "Option<Vec<PersonId>>")] ended: Vec<PersonId>,
        #[serde(default)] #[ts(optional, as = "Option<Vec<PersonId>>")] asked: Vec<PersonId>,
        #[serde(default)] #[ts(optional, as = "Option<Vec<FixChoice>>")] fixes: Vec<FixChoice>,
        #[serde(default)] #[ts(optional, as = "Option<Vec<GroupChoice>>")] groups: Vec<GroupChoice>,
        #[serde(default)] #[ts(optional, as = "Option<bool>")] forget: bool,
    }
    /// No: forget the file.
    DropImport { token: String }
    /// What was imported.
    /// `fresh` and `updated` are the first of the people who came and of those who learned something, `asked` of those a
    /// question was noted about; `questions` counts all of these.
    Imported {
        changed: super::Changed, account: Option<AccountId>, people: u32, seats: u32, skipped: u32, text: String,
        updated_count: u32, questions: u32, fresh: Vec<ImportedPerson>, updated: Vec<ImportedPerson>, asked: Vec<ImportedPerson>,
    }
    /// Somebody the list brought or changed.
    ImportedPerson { person: PersonId, name: String, post: String }
    /// How far a long read or a long write is. `phase`: `idle`, `reading`, `comparing` or `writing`; `total` 0: not known.
    ImportProgress { phase: String, done: u32, total: u32 }
}

impl ApplyImport {
    /// Yes to everything as proposed.
    pub fn as_proposed(
        token: String,
        mapping: Vec<Option<String>>,
        account: Option<AccountId>,
        account_name: String,
    ) -> Self {
        let (source, purpose) = (None, None);
        let (notes, choices, ended, asked) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let (fixes, groups, forget) = (Vec::new(), Vec::new(), false);
        Self {
            token,
            mapping,
            account,
            account_name,
            source,
            purpose,
            notes,
            choices,
            ended,
            asked,
            fixes,
            groups,
            forget,
        }
    }
}
