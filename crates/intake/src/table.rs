//! What a list of people is once read, whatever the file: sheets of rows of text. A file of business cards is one sheet
//! with a card in each row. Deliberately absent: types of cells, styles, formulae.

use std::collections::BTreeMap;

use domain::Jpeg;
use serde::{Deserialize, Serialize};

use crate::interchange::Interchange;
use crate::people::{PeopleField, ProblemCode};

/// What a foreign file held.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Foreign {
    /// A spreadsheet, separated text, or business cards.
    Table(Table),
    /// A whole workspace.
    Interchange(Box<Interchange>),
}

/// How the text of a file was written. `None` in [`Table`] for spreadsheets, whose text is always Unicode, and for cards,
/// each line of which may have its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextEncoding {
    /// WHATWG name: `UTF-8`, `gb18030`, `UTF-16LE`.
    pub name: String,
    /// The character between two cells.
    pub separator: char,
}

/// A list: sheets in the order of the file. Sheets without any text are left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    pub sheets: Vec<Sheet>,
    pub encoding: Option<TextEncoding>,
    /// For a file of business cards: what does not fit into cells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cards: Option<Cards>,
}

/// What a file of business cards holds beside the rows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cards {
    /// By row.
    pub photos: Vec<CardPhoto>,
    /// What has no column and is not taken, with how often it came: `URL` 3, `ADR HOME` 1. Never values.
    pub left_out: BTreeMap<String, u32>,
}

/// The photograph on a card: upright, of the kept size, without metadata.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardPhoto {
    pub row: u32,
    pub jpeg: Jpeg,
}

/// One sheet. Blank rows are left out; rows know their number.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// As on the tab; empty for separated text.
    pub name: String,
    pub hidden: bool,
    /// Ascending by `number`.
    pub rows: Vec<Row>,
    pub merges: Vec<Merge>,
    /// What each column is, where the format itself says so (cards): then there is no row of headings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<PeopleField>,
    /// What the reader itself found wrong, by row.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub faults: Vec<Fault>,
}

/// Something wrong that only the reader of the format can see: a photograph that is none, a line that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    pub row: u32,
    /// 0-based; `None`: about the row as a whole.
    pub column: Option<usize>,
    pub code: ProblemCode,
    pub value: Option<String>,
}

/// One row that holds text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// 1-based, as the spreadsheet program shows it; of cards, which card in the file.
    pub number: u32,
    /// From column A on; shorter than the sheet where the right end is blank. Several values of one kind stand in lines.
    pub cells: Vec<String>,
}

/// A merged range; the text stands in its first cell. All ends included, rows 1-based, columns 0-based.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Merge {
    pub first_row: u32,
    pub last_row: u32,
    pub first_column: u32,
    pub last_column: u32,
}

impl Row {
    /// The text of a column, blank where there is none.
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }
}

impl Table {
    /// The photograph of a row.
    pub fn photo(&self, row: u32) -> Option<&Jpeg> {
        let photos = &self.cards.as_ref()?.photos;
        photos.binary_search_by_key(&row, |one| one.row).ok().map(|at| &photos[at].jpeg)
    }
}

impl Sheet {
    /// The row with this number, if it holds text.
    pub fn row(&self, number: u32) -> Option<&Row> {
        self.rows.binary_search_by_key(&number, |row| row.number).ok().map(|at| &self.rows[at])
    }

    /// Columns up to the rightmost that holds text.
    pub fn width(&self) -> usize {
        self.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0)
    }

    /// The merged range a cell lies in.
    pub fn merge_at(&self, row: u32, column: u32) -> Option<&Merge> {
        self.merges.iter().find(|one| {
            (one.first_row..=one.last_row).contains(&row) && (one.first_column..=one.last_column).contains(&column)
        })
    }
}

/// `A` for 0, `AA` for 26.
pub fn column_letter(column: usize) -> String {
    let mut rest = column + 1;
    let mut letters = Vec::new();
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// 0 for `A`; `None` for what is no column letter (four letters and more included).
pub fn column_number(letters: &str) -> Option<usize> {
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    let mut sum = 0usize;
    for letter in letters.bytes() {
        if !letter.is_ascii_alphabetic() {
            return None;
        }
        sum = sum * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1;
    }
    Some(sum - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_numbers_agree() {
        for (number, letter) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")] {
            assert_eq!(column_letter(number), letter);
            assert_eq!(column_number(letter), Some(number));
        }
        assert_eq!(column_number("A1"), None);
        assert_eq!(column_number(""), None);
    }
}
