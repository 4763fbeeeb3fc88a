//! Lists that leave the workspace, filled from what the screens show: the same rows, in the same order, in the same words.
//!
//! Deliberately absent: the bytes (`export::list`), files and the audit (`files::list`).

mod matters;
mod ours;
mod people;

use std::collections::{HashMap, HashSet};

use domain::engine::asof::is_in_force;
use domain::engine::rights::restricted_people;
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
    /// Keys of rows that do not leave.
    pub stays: HashSet<String>,
}

impl Filling {
    /// A list whose headings are `list-head-<name>` of the catalogue.
    pub fn with_heads(speech: &Speech, heads: &[(&str, DataClass)]) -> Self {
        let column = |(name, class): &(&str, DataClass)| ListColumn {
            head: speech.say(&format!("list-head-{name}")),
            class: *class,
        };
        Self { columns: heads.iter().map(column).collect(), rows: Vec::new(), stays: HashSet::new() }
    }

    /// A row that stays; it is only counted.
    pub fn keep_back(&mut self, key: impl ToString) {
        self.stays.insert(key.to_string());
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

/// What leaves, and how many rows stay because the person asked that their data is not used.
pub(crate) struct Filled {
    pub leaving: Leaving,
    pub withheld: u32,
}

/// People who asked that their data is not used, with what they are known by in lists: no list takes them along.
pub(super) struct Withheld {
    people: HashSet<PersonId>,
    /// The seats they hold, and they themselves, as rows of lists name them.
    keys: HashSet<String>,
}

impl Withheld {
    fn on(app: &App, day: Day) -> Result<Self, Error> {
        let store = app.store()?;
        let asked = Snapshot { rights_requests: store.list()?, ..Snapshot::default() };
        let people = restricted_people(&asked, day);
        let mut keys: HashSet<String> = people.iter().map(ToString::to_string).collect();
        for id in &people {
            let held = store.list_by::<Tenure>("person", *id)?;
            let held = held.iter().filter(|one| is_in_force(one.from_on, one.to_on, day));
            keys.extend(held.map(|one| one.seat.to_string()));
        }
        Ok(Self { people, keys })
    }

    /// Whether it is about somebody who stays.
    pub fn has(&self, person: Option<PersonId>) -> bool {
        person.is_some_and(|id| self.people.contains(&id))
    }

    /// Whether a row is about one of them, by the seat or the person it is about.
    pub fn names(&self, key: &str) -> bool {
        self.keys.contains(key)
    }
}

/// What a list would hold when it leaves.
pub fn look_at_list(app: &mut App, context: &ViewContext, request: WriteList) -> Result<ListPreview, Error> {
    let class = request.class;
    let whole = WriteList { class: DataClass::P3, format: ListFormat::Xlsx, ..request.clone() };
    let Filled { leaving: Leaving::Table(table), withheld } = fill(app, context, &whole)? else {
        return Err(Error::refused("list-no-cards"));
    };
    let head = |one: &ListColumn| ListHead { head: one.head.clone(), class: one.class, kept: one.class <= class };
    let columns = table.columns.iter().map(head).collect();
    let rows = table.rows.len() as u32;
    if matches!(request.format, ListFormat::Xlsx | ListFormat::Csv) {
        return Ok(ListPreview { rows, columns, photos: 0, withheld });
    }
    let Filled { leaving: Leaving::Cards(cards), withheld } = fill(app, context, &request)? else {
        return Err(Error::refused("list-no-cards"));
    };
    let photos = cards.iter().filter(|one| one.photo.is_some()).count() as u32;
    Ok(ListPreview { rows: cards.len() as u32, columns: Vec::new(), photos, withheld })
}

/// The list in the language of the context, up to the class asked for, the rows asked for in their order.
pub(crate) fn fill(app: &mut App, context: &ViewContext, request: &WriteList) -> Result<Filled, Error> {
    let day = ViewContext { today: request.as_of, ..context.clone() };
    // What holds now, whatever day the list is of.
    let withheld = Withheld::on(app, context.today)?;
    if matches!(request.format, ListFormat::Vcard4 | ListFormat::Vcard3) {
        if request.list != ListKind::People {
            return Err(Error::refused("list-no-cards"));
        }
        let (cards, stays) = people::cards(app, &day, request, &withheld)?;
        let withheld = counted(&stays, request.keys.as_deref());
        return Ok(Filled { leaving: Leaving::Cards(chosen(cards, request.keys.as_deref())), withheld });
    }
    let filling = match request.list {
        ListKind::People => people::table(app, &day, request, &withheld)?,
        ListKind::Accounts => ours::accounts(app, &day)?,
        ListKind::Court => ours::court(app, &day, request.account, &withheld)?,
        ListKind::Colleagues => ours::colleagues(app, &day)?,
        ListKind::Promises => matters::promises(app, &day, request.account, &withheld)?,
        ListKind::Requests => matters::came_in(app, &day, request, &withheld)?,
        ListKind::Complaints => matters::came_in(app, &day, request, &withheld)?,
        ListKind::Warnings => matters::warnings(app, &day, request, &withheld)?,
        ListKind::Visits => matters::visits(app, &day, request.account)?,
    };
    let title = app.words().speak(context.lang).label("list-kind", request.list);
    let withheld = counted(&filling.stays, request.keys.as_deref());
    let rows = chosen(filling.rows, request.keys.as_deref());
    let table = ListTable { title, columns: filling.columns, rows }.up_to(request.class);
    Ok(Filled { leaving: Leaving::Table(table), withheld })
}

/// How many rows stay of those asked for.
fn counted(stays: &HashSet<String>, keys: Option<&[String]>) -> u32 {
    let asked = |one: &&String| keys.is_none_or(|keys| keys.contains(*one));
    stays.iter().filter(asked).count() as u32
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
