//! Lists that leave the workspace, filled from what the screens show: the same rows, in the same order, in the same words.
//!
//! Deliberately absent: the bytes (`export::list`), files and the audit (`files::list`).

mod matters;
mod ours;
mod people;

use std::collections::HashMap;

use domain::*;
use export::list::{ContactCard, ListCell, ListColumn, ListTable};

use crate::wire::{ListFormat, ListHead, ListKind, ListPreview, ViewContext, WriteList};
use crate::words::Speech;
use crate::{App, Error};

/// A row with what the screen knows it by.
pub(super) struct Keyed<T> {
    pub key: String,
    pub row: T,
}

/// A list before the chosen class is applied.
pub(super) struct Filling {
    pub columns: Vec<ListColumn>,
    pub rows: Vec<Keyed<Vec<ListCell>>>,
}

impl Filling {
    /// A list whose headings are `list-head-<name>` of the catalogue.
    pub fn with_heads(speech: &Speech, heads: &[(&str, DataClass)]) -> Self {
        let column = |(name, class): &(&str, DataClass)| ListColumn {
            head: speech.say(&format!("list-head-{name}")),
            class: *class,
        };
        Self { columns: heads.iter().map(column).collect(), rows: Vec::new() }
    }

    pub fn push(&mut self, key: impl ToString, row: Vec<ListCell>) {
        self.rows.push(Keyed { key: key.to_string(), row });
    }
}

/// What leaves: a table, or cards.
pub(crate) enum Leaving {
    Table(ListTable),
    Cards(Vec<ContactCard>),
}

/// What a list would hold when it leaves.
pub fn look_at_list(app: &mut App, context: &ViewContext, request: WriteList) -> Result<ListPreview, Error> {
    let class = request.class;
    let whole = WriteList { class: DataClass::P3, format: ListFormat::Xlsx, ..request.clone() };
    let Leaving::Table(table) = fill(app, context, &whole)? else { return Err(Error::refused("list-no-cards")) };
    let head = |one: &ListColumn| ListHead { head: one.head.clone(), class: one.class, kept: one.class <= class };
    let columns = table.columns.iter().map(head).collect();
    let rows = table.rows.len() as u32;
    if matches!(request.format, ListFormat::Xlsx | ListFormat::Csv) {
        return Ok(ListPreview { rows, columns, photos: 0 });
    }
    let Leaving::Cards(cards) = fill(app, context, &request)? else { return Err(Error::refused("list-no-cards")) };
    let photos = cards.iter().filter(|one| one.photo.is_some()).count() as u32;
    Ok(ListPreview { rows: cards.len() as u32, columns: Vec::new(), photos })
}

/// The list in the language of the context, up to the class asked for, the rows asked for in their order.
pub(crate) fn fill(app: &mut App, context: &ViewContext, request: &WriteList) -> Result<Leaving, Error> {
    let day = ViewContext { today: request.as_of, ..context.clone() };
    if matches!(request.format, ListFormat::Vcard4 | ListFormat::Vcard3) {
        if request.list != ListKind::People {
            return Err(Error::refused("list-no-cards"));
        }
        return Ok(Leaving::Cards(chosen(people::cards(app, &day, request)?, request.keys.as_deref())));
    }
    let filling = match request.list {
        ListKind::People => people::table(app, &day, request)?,
        ListKind::Accounts => ours::accounts(app, &day)?,
        ListKind::Court => ours::court(app, &day, request.account)?,
        ListKind::Colleagues => ours::colleagues(app, &day)?,
        ListKind::Promises => matters::promises(app, &day, request.account)?,
        ListKind::Requests => matters::came_in(app, &day, request.account, false)?,
        ListKind::Complaints => matters::came_in(app, &day, request.account, true)?,
        ListKind::Warnings => matters::warnings(app, &day, request)?,
        ListKind::Visits => matters::visits(app, &day, request.account)?,
    };
    let title = app.words().speak(context.lang).label("list-kind", request.list);
    let rows = chosen(filling.rows, request.keys.as_deref());
    Ok(Leaving::Table(ListTable { title, columns: filling.columns, rows }.up_to(request.class)))
}

/// The rows of these keys in the order of the keys, or all.
fn chosen<T>(rows: Vec<Keyed<T>>, keys: Option<&[String]>) -> Vec<T> {
    let Some(keys) = keys else { return rows.into_iter().map(|one| one.row).collect() };
    let places: HashMap<&str, usize> = keys.iter().enumerate().map(|(at, key)| (key.as_str(), at)).collect();
    let mut kept: Vec<(usize, T)> =
        rows.into_iter().filter_map(|one| Some((*places.get(one.key.as_str())?, one.row))).collect();
    kept.sort_by_key(|one| one.0);
    kept.into_iter().map(|one| one.1).collect()
}

/// Several texts in one cell.
pub(super) fn joined(speech: &Speech, texts: impl IntoIterator<Item = String>) -> ListCell {
    let texts: Vec<String> = texts.into_iter().filter(|one| !one.is_empty()).collect();
    ListCell::text(texts.join(&speech.say("app-list-comma")))
}

/// A yes as a word; no leaves the cell blank.
pub(super) fn yes(speech: &Speech, is: bool) -> ListCell {
    if is { ListCell::text(speech.say("list-yes")) } else { ListCell::Blank }
}
