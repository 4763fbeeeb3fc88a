//! Lists on their way out: one table of typed cells for spreadsheets and separated text, and contact cards beside it.
//!
//! Owns: what a cell is, what makes a text dangerous in a spreadsheet. Deliberately absent: which rows and columns somebody may
//! have (the use cases fill a table and [`ListTable::up_to`] takes away what is of a higher class), words, file names.

mod csv;
mod vcard;
mod xlsx;

pub use csv::write_csv;
pub use vcard::{CardPhone, ContactCard, VcardVersion, write_vcards};
pub(crate) use xlsx::tab_name;
pub use xlsx::write_xlsx;

use domain::{DataClass, Day};

/// A list: columns with worded headings, rows of as many cells.
#[derive(Debug, Clone, PartialEq)]
pub struct ListTable {
    /// What the list is called; the tab of a workbook.
    pub title: String,
    pub columns: Vec<ListColumn>,
    pub rows: Vec<Vec<ListCell>>,
}

/// A column: its heading and the class of what stands in it (F.2).
#[derive(Debug, Clone, PartialEq)]
pub struct ListColumn {
    pub head: String,
    pub class: DataClass,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum ListCell {
    Blank,
    /// Never a number or a formula, whatever it looks like: names, phones, refs.
    Text(String),
    Whole(i64),
    Number(f64),
    Day(Day),
}

impl ListCell {
    /// A text, or nothing when it is empty.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Blank } else { Self::Text(text) }
    }

    /// A day, or nothing.
    pub fn day(day: Option<Day>) -> Self {
        day.map_or(Self::Blank, Self::Day)
    }

    /// A whole number, or nothing.
    pub fn whole(number: Option<impl Into<i64>>) -> Self {
        number.map_or(Self::Blank, |one| Self::Whole(one.into()))
    }
}

impl ListTable {
    /// The columns of at most this class; the others are not in it.
    pub fn up_to(self, class: DataClass) -> Self {
        let keep: Vec<bool> = self.columns.iter().map(|one| one.class <= class).collect();
        let chosen =
            |row: Vec<ListCell>| row.into_iter().zip(&keep).filter(|(_, keep)| **keep).map(|(one, _)| one).collect();
        Self {
            title: self.title,
            columns: self.columns.into_iter().filter(|one| one.class <= class).collect(),
            rows: self.rows.into_iter().map(chosen).collect(),
        }
    }
}

/// Whether a spreadsheet could take a text for a formula: it begins with a sign that starts one, in either width, or with a
/// tab or line end before it.
pub(crate) fn looks_like_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

/// Without what no cell or card may hold: control characters other than tab and line ends.
pub(crate) fn without_controls(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() || matches!(c, '\t' | '\r' | '\n')).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at once")]

    use super::*;

    #[test]
    fn columns_above_the_class_are_gone_with_their_cells() {
        let column = |head: &str, class| ListColumn { head: head.into(), class };
        let table = ListTable {
            title: "样例".into(),
            columns: vec![column("姓名", DataClass::P0), column("爱好", DataClass::P2), column("手机", DataClass::P1)],
            rows: vec![vec![ListCell::text("样例一"), ListCell::text("棋"), ListCell::text("13800000000")]],
        };
        let less = table.up_to(DataClass::P1);
        assert_eq!(less.columns.iter().map(|one| one.head.as_str()).collect::<Vec<_>>(), ["姓名", "手机"]);
        assert_eq!(less.rows, [[ListCell::text("样例一"), ListCell::text("13800000000")]]);
    }

    #[test]
    fn everything_that_starts_a_formula_is_known() {
        for text in ["=1+1", "+86 138", "-2", "@x", "\t=1", "\r=1", "\n=1", "＝1", "＠x"] {
            assert!(looks_like_formula(text), "{text:?}");
        }
        for text in ["", "138", "样例-一", "a=b", " =1", "'=1"] {
            assert!(!looks_like_formula(text), "{text:?}");
        }
    }
}
