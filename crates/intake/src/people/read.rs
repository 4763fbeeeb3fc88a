//! The reading of a list under a confirmed mapping.

use std::collections::{BTreeMap, HashMap};

use crate::people::clean::fold;
use crate::people::field::PeopleField;
use crate::people::header::{self, Header};
use crate::people::list::{PeopleList, PersonRow};
use crate::people::problem::{MOST_TOLD, ProblemCode, ProblemColumn};
use crate::people::propose::Mapping;
use crate::people::row::{Column, Draft};
use crate::people::superior;
use crate::{Row, Sheet, Table, column_letter, column_number};

pub use crate::people::row::MAX_NAME_CHARS;

/// Reads the people of a table. Rows with an error are left out, all others are returned; nothing is imported here.
pub fn read_people(table: &Table, mapping: &Mapping) -> PeopleList {
    let Some(sheet) = table.sheets.get(mapping.sheet) else { return PeopleList::default() };
    let (first, last) = mapping.header_rows;
    let header = header::at_rows(sheet, first, last);
    let columns = mapped(mapping, &header, sheet);
    let filled = Filled::of(sheet, last);
    let mut list = PeopleList::default();
    let mut drafts: Vec<Draft> = Vec::new();
    // A card is always a card: only lists that people laid out have titles and footers among the rows.
    let laid_out = sheet.fields.is_empty();
    for row in sheet.rows.iter().filter(|row| row.number > last) {
        if laid_out && (is_aside(sheet, row, &columns) || is_repeated_header(row, &columns)) {
            continue;
        }
        let read = Draft::read(row.number, &columns, |column| filled.cell(row, column.column));
        if let Some(mut draft) = read {
            list.rows_read += 1;
            found(&mut draft, sheet, &columns);
            drafts.push(draft);
        }
    }
    refuse_duplicates(&mut drafts);
    let (refused, mut good): (Vec<_>, Vec<_>) = drafts.into_iter().partition(Draft::refused);
    label_namesakes(&mut good);
    let by_superior = columns.iter().find(|one| one.field == PeopleField::Superior);
    let added = superior::resolve(&mut good, by_superior);
    for draft in refused {
        list.problems.extend(draft.problems);
    }
    for draft in good {
        list.problems.extend(draft.problems);
        list.rows.push(*draft.row);
    }
    list.rows.extend(added);
    // Stable: problems of one place stay in the order they were found.
    list.problems.sort_by_key(|one| (one.row, one.column.as_ref().and_then(|column| column_number(&column.letter))));
    list
}

fn mapped(mapping: &Mapping, header: &Header, sheet: &Sheet) -> Vec<Column> {
    let mut columns: Vec<Column> = mapping
        .columns
        .iter()
        .filter_map(|(letter, field)| {
            let column = column_number(letter)?;
            let place = ProblemColumn { letter: column_letter(column), heading: header.text(column) };
            let certain = sheet.fields.get(column) == Some(field);
            Some(Column { column, field: *field, place, certain })
        })
        .collect();
    // The number in a column of mobiles is the main one, wherever that column stands.
    columns.sort_by_key(|one| (one.field == PeopleField::Phone, one.column));
    columns
}

/// What the reader of the format found wrong with the row, where it touches what is imported.
fn found(draft: &mut Draft, sheet: &Sheet, columns: &[Column]) {
    let number = draft.row.row;
    let from = sheet.faults.partition_point(|one| one.row < number);
    for fault in sheet.faults[from..].iter().take_while(|one| one.row == number) {
        let column = columns.iter().find(|one| Some(one.column) == fault.column);
        if column.is_some() || fault.column.is_none() {
            draft.problem(column, fault.code, fault.value.as_deref(), Vec::new());
        }
    }
}

/// Cells with merged blocks filled down: a unit written once beside its five people.
struct Filled<'a> {
    sheet: &'a Sheet,
    /// Per column: first row, last row; ascending, for cells below the headings.
    blocks: HashMap<usize, Vec<(u32, u32)>>,
}

impl<'a> Filled<'a> {
    fn of(sheet: &'a Sheet, header_last: u32) -> Self {
        let mut blocks: HashMap<usize, Vec<(u32, u32)>> = HashMap::new();
        for merge in &sheet.merges {
            // A block over several columns is a section title, not a value of each.
            if merge.first_row > header_last
                && merge.first_column == merge.last_column
                && merge.last_row > merge.first_row
            {
                blocks.entry(merge.first_column as usize).or_default().push((merge.first_row, merge.last_row));
            }
        }
        for list in blocks.values_mut() {
            list.sort_unstable();
        }
        Self { sheet, blocks }
    }

    fn cell(&self, row: &'a Row, column: usize) -> &'a str {
        let own = row.cell(column);
        if !own.trim().is_empty() {
            return own;
        }
        let Some(blocks) = self.blocks.get(&column) else { return own };
        let before = blocks.partition_point(|(first, _)| *first <= row.number);
        match before.checked_sub(1).and_then(|at| blocks.get(at)) {
            Some((first, last)) if row.number <= *last => self.sheet.row(*first).map_or(own, |top| top.cell(column)),
            _ => own,
        }
    }
}

/// A line that is no person: a section title merged over several columns, a footer.
fn is_aside(sheet: &Sheet, row: &Row, columns: &[Column]) -> bool {
    const FOOTERS: [&str; 12] =
        ["注:", "注意:", "备注:", "说明:", "合计", "总计", "共计", "填表人", "制表", "制表人", "note:", "total"];
    let mut filled = row.cells.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty());
    let (Some((at, cell)), None) = (filled.next(), filled.next()) else { return false };
    let wide = u32::try_from(at)
        .ok()
        .and_then(|column| sheet.merge_at(row.number, column))
        .is_some_and(|merge| merge.last_column >= merge.first_column + 2);
    let folded = fold(cell);
    wide || FOOTERS.iter().any(|word| folded.starts_with(word)) || !columns.iter().any(|column| column.column == at)
}

/// Headings repeated on every printed page.
fn is_repeated_header(row: &Row, columns: &[Column]) -> bool {
    let mut compared = 0;
    let same = columns.iter().all(|column| {
        let cell = fold(row.cell(column.column));
        compared += usize::from(!cell.is_empty());
        cell.is_empty() || fold(&column.place.heading).ends_with(&cell)
    });
    same && compared >= 2
}

/// The same person twice: name, unit and title alike, and no number or address that tells them apart.
fn refuse_duplicates(drafts: &mut [Draft]) {
    let mut seen: HashMap<(String, Option<String>, Option<String>), usize> = HashMap::new();
    for at in 0..drafts.len() {
        let row = &drafts[at].row;
        let Some(name) = row.any_name() else { continue };
        let key = (name.to_string(), row.unit.clone(), row.title.clone());
        let Some(earlier) = seen.get(&key).copied() else {
            seen.insert(key, at);
            continue;
        };
        let earlier = &drafts[earlier].row;
        let differ =
            |a: &[String], b: &[String]| !a.is_empty() && !b.is_empty() && !a.iter().any(|one| b.contains(one));
        if !differ(&row.mobiles, &earlier.mobiles) && !differ(&row.emails, &earlier.emails) {
            let first = earlier.row;
            drafts[at].problem(None, ProblemCode::DuplicateRow, None, vec![first]);
        }
    }
}

/// People of one name get a label: the unit if that tells them apart, else the title, else the row.
fn label_namesakes(drafts: &mut [Draft]) {
    let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, draft) in drafts.iter().enumerate() {
        if let Some(name) = draft.row.any_name() {
            groups.entry(name.to_string()).or_default().push(at);
        }
    }
    for (_, group) in groups.into_iter().filter(|(_, group)| group.len() > 1) {
        let telling: [fn(&PersonRow) -> Option<String>; 2] = [|row| row.unit.clone(), |row| row.title.clone()];
        let by = telling.into_iter().find(|by| {
            let mut labels: Vec<_> = group.iter().map(|at| by(&drafts[*at].row)).collect();
            labels.sort();
            labels.dedup();
            labels.len() == group.len() && labels.iter().all(Option::is_some)
        });
        for at in &group {
            let row = &drafts[*at].row;
            let label = by.and_then(|by| by(row)).unwrap_or_else(|| row.row.to_string());
            let others = group.iter().filter(|other| *other != at).take(MOST_TOLD);
            let others = others.map(|other| drafts[*other].row.row).collect();
            drafts[*at].row.label = Some(label);
            drafts[*at].problem(None, ProblemCode::SameName, None, others);
        }
    }
}
