//! Which rows of a sheet are its headings: a title, blank lines and merged group headings may stand above or among them.

use std::collections::HashSet;

use crate::people::field::PeopleField;
use crate::people::heading::{field_of, field_of_pair};
use crate::vcard::heading;
use crate::{Row, Sheet};

/// Headings are looked for in this many rows with text.
const LOOK: usize = 40;
/// A heading is not longer than this; a cell with more is prose.
const HEADING_CHARS: usize = 40;

/// The heading rows of a sheet and the combined heading of every column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Header {
    /// Row numbers, both ends included; `(0, 0)` if there are none.
    pub first: u32,
    pub last: u32,
    /// Upper and lower text per column; the upper one is blank for a single row.
    pub texts: Vec<(String, String)>,
    /// Distinct fields understood.
    pub score: usize,
}

impl Header {
    /// A sheet without headings.
    pub fn none(width: usize) -> Self {
        Self { first: 0, last: 0, texts: vec![(String::new(), String::new()); width], score: 0 }
    }

    /// What a format says of itself.
    fn fixed(sheet: &Sheet) -> Self {
        let texts: Vec<_> = sheet.fields.iter().map(|one| (String::new(), heading(*one).to_owned())).collect();
        Self { first: 0, last: 0, score: texts.len(), texts }
    }

    /// The heading of a column as the user knows it: `联系方式 / 手机`.
    pub fn text(&self, column: usize) -> String {
        match self.texts.get(column) {
            Some((upper, lower)) if upper.is_empty() || upper == lower => lower.clone(),
            Some((upper, lower)) if lower.is_empty() => upper.clone(),
            Some((upper, lower)) => format!("{upper} / {lower}"),
            None => String::new(),
        }
    }
}

/// The header at given rows (a mapping the user has confirmed).
pub(super) fn at_rows(sheet: &Sheet, first: u32, last: u32) -> Header {
    if !sheet.fields.is_empty() {
        return Header::fixed(sheet);
    }
    if last == 0 {
        return Header::none(sheet.width());
    }
    let blank = Row::default();
    let upper = (first < last).then(|| sheet.row(first).unwrap_or(&blank));
    build(sheet, sheet.width(), upper, sheet.row(last).unwrap_or(&blank), first, last)
}

/// The most convincing header: two fields at least, or one that is the name.
pub(super) fn find(sheet: &Sheet) -> Header {
    if !sheet.fields.is_empty() {
        return Header::fixed(sheet);
    }
    let width = sheet.width();
    let mut best = Header::none(width);
    for (at, row) in sheet.rows.iter().take(LOOK).enumerate() {
        let single = build(sheet, width, None, row, row.number, row.number);
        if single.score > best.score && convincing(&single) {
            best = single;
        }
        let Some(below) = sheet.rows.get(at + 1).filter(|below| below.number == row.number + 1) else { continue };
        let pair = build(sheet, width, Some(row), below, row.number, below.number);
        // A title above the headings adds nothing to them; a group heading does.
        let adds = pair.score > build(sheet, width, None, below, below.number, below.number).score;
        if adds && pair.score >= best.score && convincing(&pair) && is_pair(width, row, below) {
            best = pair;
        }
    }
    best
}

fn convincing(header: &Header) -> bool {
    let names = |(upper, lower): &(String, String)| {
        matches!(field_of_pair(upper, lower), Some((PeopleField::Name | PeopleField::NameEn | PeopleField::Surname, _)))
    };
    header.score >= 2 || (header.score == 1 && header.texts.iter().any(names))
}

fn build(sheet: &Sheet, width: usize, upper: Option<&Row>, lower: &Row, first: u32, last: u32) -> Header {
    let texts: Vec<(String, String)> = (0..width)
        .map(|column| {
            let above = upper.map_or(String::new(), |row| spread(sheet, row, column));
            (above, heading_text(lower.cell(column)))
        })
        .collect();
    let fields: HashSet<PeopleField> =
        texts.iter().filter_map(|(upper, lower)| field_of_pair(upper, lower)).map(|it| it.0).collect();
    Header { first, last, texts, score: fields.len() }
}

/// A group heading stands in the first cell of its merge and counts for all columns under it.
fn spread(sheet: &Sheet, row: &Row, column: usize) -> String {
    let own = row.cell(column);
    if !own.trim().is_empty() {
        return heading_text(own);
    }
    let merge = u32::try_from(column).ok().and_then(|at| sheet.merge_at(row.number, at));
    match merge {
        Some(merge) if merge.first_row == row.number => heading_text(row.cell(merge.first_column as usize)),
        _ => String::new(),
    }
}

fn heading_text(cell: &str) -> String {
    let text = cell.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() > HEADING_CHARS { String::new() } else { text }
}

/// The lower row is a heading too, not the first person: under an understood heading stands nothing, or another
/// heading; and it adds at least one field.
fn is_pair(width: usize, upper: &Row, lower: &Row) -> bool {
    let mut adds = false;
    for column in 0..width {
        let below = lower.cell(column).trim();
        if below.is_empty() {
            continue;
        }
        let below_is_heading = field_of(below).is_some();
        let above_is_heading = field_of(upper.cell(column)).is_some();
        if above_is_heading && !below_is_heading {
            return false;
        }
        adds |= below_is_heading;
    }
    adds
}
