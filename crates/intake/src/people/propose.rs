//! The proposal: sheet, headings, and for each column what it seems to mean and why. The user decides.

use std::collections::{BTreeMap, HashMap};

use crate::people::content;
use crate::people::field::{PeopleField, codes};
use crate::people::header::{self, Header};
use crate::people::heading::{Fit, field_of_pair};
use crate::people::refused::refused_heading;
use crate::{Sheet, Table, column_letter};

codes! {
    /// How sure the proposal is.
    Certainty {
        /// The whole heading is a known word.
        Certain = "certain",
        /// Part of the heading, or heading and contents together.
        Likely = "likely",
        /// Contents alone.
        Guess = "guess",
    }
}

codes! {
    /// What the proposal rests on.
    Why {
        Heading = "heading", HeadingPart = "heading_part", Content = "content", HeadingAndContent = "heading_and_content",
        /// The format itself says what the column is.
        Format = "format",
    }
}

/// One column.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ColumnProposal {
    /// 0-based.
    pub column: usize,
    /// `A`, `AA`.
    pub letter: String,
    /// As in the file; `联系方式 / 手机` for two rows.
    pub heading: String,
    /// Up to three different values.
    pub samples: Vec<String>,
    /// Rows with a value.
    pub filled: usize,
    /// `None`: not to be imported.
    pub field: Option<PeopleField>,
    pub certainty: Option<Certainty>,
    pub why: Option<Why>,
}

/// What a table seems to be.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Proposal {
    /// Index into [`Table::sheets`].
    pub sheet: usize,
    pub sheet_name: String,
    /// Numbers of the heading rows, both ends included; `(0, 0)` if none was found.
    pub header_rows: (u32, u32),
    pub columns: Vec<ColumnProposal>,
    /// Rows with text below the headings.
    pub rows: usize,
    /// Every sheet there is, hidden ones too: none is read without a word, and another can be chosen.
    pub sheets: Vec<SheetChoice>,
}

/// A sheet one may choose.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct SheetChoice {
    /// Index into [`Table::sheets`].
    pub sheet: usize,
    pub name: String,
    pub hidden: bool,
    /// Rows with text, headings included.
    pub rows: usize,
}

/// A mapping the user has confirmed; also the form of a mapping file.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// Index into [`Table::sheets`].
    #[serde(default)]
    pub sheet: usize,
    /// Numbers of the heading rows, both ends included; `(0, 0)` if there are none.
    #[serde(default)]
    pub header_rows: (u32, u32),
    /// Column letter to field. Columns not named are not imported.
    pub columns: BTreeMap<String, PeopleField>,
}

impl Proposal {
    /// The mapping if the user agrees to all of it.
    pub fn mapping(&self) -> Mapping {
        let columns = self.columns.iter().filter_map(|one| Some((one.letter.clone(), one.field?))).collect();
        Mapping { sheet: self.sheet, header_rows: self.header_rows, columns }
    }

    /// Whether anybody can be read: a name, or a post to make unnamed seats of.
    pub fn has_people(&self) -> bool {
        use PeopleField::{Given, Name, NameEn, Surname};
        self.columns.iter().any(|one| matches!(one.field, Some(Name | NameEn | Surname | Given)))
    }
}

/// Proposes a mapping for the sheet that looks most like a list of people. Hidden sheets count only if no other does.
pub fn propose(table: &Table) -> Proposal {
    let scored = table.sheets.iter().enumerate().map(|(at, sheet)| (at, sheet, header::find(sheet)));
    // The first of equals: `max_by_key` takes the last, hence reversed.
    let best = scored.rev().max_by_key(|(_, sheet, header)| {
        (header.score > 0 && !sheet.hidden, header.score, !sheet.hidden, sheet.rows.len().min(2))
    });
    let found = best.map(|(at, sheet, header)| propose_sheet(at, sheet, &header));
    Proposal { sheets: choices(table), ..found.unwrap_or_else(|| nothing(0)) }
}

/// Proposes a mapping for the sheet somebody chose.
pub fn propose_for(table: &Table, sheet: usize) -> Proposal {
    let found = table.sheets.get(sheet).map(|one| propose_sheet(sheet, one, &header::find(one)));
    Proposal { sheets: choices(table), ..found.unwrap_or_else(|| nothing(sheet)) }
}

fn nothing(sheet: usize) -> Proposal {
    let (sheet_name, columns, sheets) = (String::new(), Vec::new(), Vec::new());
    Proposal { sheet, sheet_name, header_rows: (0, 0), columns, rows: 0, sheets }
}

fn choices(table: &Table) -> Vec<SheetChoice> {
    let choice = |(sheet, one): (usize, &Sheet)| SheetChoice {
        sheet,
        name: one.name.clone(),
        hidden: one.hidden,
        rows: one.rows.len(),
    };
    table.sheets.iter().enumerate().map(choice).collect()
}

fn propose_sheet(at: usize, sheet: &Sheet, header: &Header) -> Proposal {
    let rows: Vec<_> = sheet.rows.iter().filter(|row| row.number > header.last).collect();
    let values = |column: usize| -> Vec<&str> {
        rows.iter().map(|row| row.cell(column).trim()).filter(|cell| !cell.is_empty()).collect()
    };
    let mut columns: Vec<ColumnProposal> =
        (0..sheet.width()).map(|column| describe(column, header, &values(column))).collect();
    if sheet.fields.is_empty() {
        understand(&mut columns, &values);
    } else {
        columns.iter_mut().zip(&sheet.fields).for_each(|(column, field)| {
            propose_by(column, *field, Certainty::Certain, Why::Format);
        });
    }
    columns.retain(|one| one.filled > 0 || !one.heading.is_empty());
    Proposal {
        sheet: at,
        sheet_name: sheet.name.clone(),
        header_rows: (header.first, header.last),
        columns,
        rows: rows.len(),
        sheets: Vec::new(),
    }
}

/// By headings, then by contents.
fn understand<'a>(columns: &mut [ColumnProposal], values: &impl Fn(usize) -> Vec<&'a str>) {
    one_column_per_field(columns);
    let has_mobile = columns.iter().any(|one| one.field == Some(PeopleField::Mobile));
    for column in columns.iter_mut().filter(|one| refused_heading(&one.heading).is_none()) {
        refine(column, &values(column.column), has_mobile);
    }
    name_by_content(columns, values);
    one_column_per_field(columns);
}

fn describe(column: usize, header: &Header, values: &[&str]) -> ColumnProposal {
    let mut samples: Vec<String> = Vec::new();
    for value in values {
        if samples.len() < 3 && !samples.iter().any(|one| one == value) {
            samples.push(value.chars().take(60).collect());
        }
    }
    let found = header.texts.get(column).and_then(|(upper, lower)| field_of_pair(upper, lower));
    let (certainty, why) = match found {
        Some((_, Fit::Whole)) => (Some(Certainty::Certain), Some(Why::Heading)),
        Some((_, Fit::Part)) => (Some(Certainty::Likely), Some(Why::HeadingPart)),
        None => (None, None),
    };
    let (letter, heading) = (column_letter(column), header.text(column));
    ColumnProposal {
        column,
        letter,
        heading,
        samples,
        filled: values.len(),
        field: found.map(|it| it.0),
        certainty,
        why,
    }
}

/// Contents where the heading does not tell, or tells only half (电话 over mobile numbers).
fn refine(column: &mut ColumnProposal, values: &[&str], has_mobile: bool) {
    match column.field {
        Some(PeopleField::Phone)
            if !has_mobile && values.len() >= 2 && content::field_of(values) == Some(PeopleField::Mobile) =>
        {
            propose_by(column, PeopleField::Mobile, Certainty::Likely, Why::HeadingAndContent);
        }
        None if column.heading.is_empty() => {
            if let Some(field) = content::field_of(values) {
                propose_by(column, field, Certainty::Guess, Why::Content);
            }
        }
        // A heading nobody knows over e-mail addresses or mobile numbers still holds those.
        None => {
            if let Some(field @ (PeopleField::Email | PeopleField::Mobile)) = content::field_of(values) {
                propose_by(column, field, Certainty::Guess, Why::Content);
            }
        }
        _ => {}
    }
}

fn propose_by(column: &mut ColumnProposal, field: PeopleField, certainty: Certainty, why: Why) {
    (column.field, column.certainty, column.why) = (Some(field), Some(certainty), Some(why));
}

/// Without any name heading, the first column full of names is the names.
fn name_by_content<'a>(columns: &mut [ColumnProposal], values: &impl Fn(usize) -> Vec<&'a str>) {
    use PeopleField::{Given, Name, NameEn, Surname};
    if columns.iter().any(|one| matches!(one.field, Some(Name | NameEn | Surname | Given))) {
        return;
    }
    let open = |one: &ColumnProposal| one.field.is_none() && refused_heading(&one.heading).is_none();
    let found = columns.iter_mut().find(|one| open(one) && content::is_name_column(&values(one.column)));
    if let Some(column) = found {
        propose_by(column, Name, Certainty::Guess, Why::Content);
    }
}

/// Of several columns with one field the surest stays, then the leftmost; all of them where a person may have several.
fn one_column_per_field(columns: &mut [ColumnProposal]) {
    let mut kept: HashMap<PeopleField, usize> = HashMap::new();
    for at in 0..columns.len() {
        let Some(field) = columns[at].field.filter(|one| !one.takes_several()) else { continue };
        let Some(earlier) = kept.get(&field).copied() else {
            kept.insert(field, at);
            continue;
        };
        let loser = if rank(&columns[at]) < rank(&columns[earlier]) {
            kept.insert(field, at);
            earlier
        } else {
            at
        };
        (columns[loser].field, columns[loser].certainty, columns[loser].why) = (None, None, None);
    }
}

/// Smaller is surer; a column without values never wins over one with.
fn rank(column: &ColumnProposal) -> (bool, Option<Certainty>) {
    (column.filled == 0, column.certainty)
}
