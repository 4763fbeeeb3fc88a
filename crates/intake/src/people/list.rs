//! The read list: rows of values in the domain's scales, texts where codes need a look-up by the caller.

use domain::{Birthday, Day, DecisionRole, InformalFunction};

use crate::people::field::codes;
use crate::people::problem::{Problem, Severity};

codes! {
    /// What the row says of the holder of its post.
    SeatSaid {
        Held = "held",
        /// Somebody sits there and we do not know who (姓名待查).
        Unknown = "unknown",
        /// Nobody sits there (空缺).
        Vacant = "vacant",
    }
}

/// One person or unnamed seat. Every absent value is unknown, never a default.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct PersonRow {
    /// 1-based, as in the file; for `from_superior_column` the first row that names them.
    pub row: u32,
    /// Not a row of the list: named in a superior column only. Has nothing but a name (and `title` if written so).
    pub from_superior_column: bool,
    pub said: SeatSaid,
    /// As written, blanks inside Chinese names taken out. A Latin name in the name column is in `name_en`.
    pub name: Option<String>,
    pub name_en: Option<String>,
    pub surname: Option<String>,
    pub given: Option<String>,
    /// What tells two people of one name apart: the unit, else the title, else the row.
    pub label: Option<String>,
    /// Form of address.
    pub address: Option<String>,
    pub unit: Option<String>,
    pub title: Option<String>,
    /// 1–10 (B.2.9).
    pub rank: Option<u8>,
    /// Index into [`PeopleList::rows`].
    pub superior: Option<usize>,
    /// The organisation as the row names it.
    pub company: Option<String>,
    /// Mainland numbers as 11 digits, others as `+` and digits; each once, the first is the main one.
    pub mobiles: Vec<String>,
    pub phones: Vec<String>,
    pub emails: Vec<String>,
    /// `WeChat peng-yue`; without a service where nobody named one.
    pub messengers: Vec<String>,
    pub work_addresses: Vec<String>,
    /// How the name is read.
    pub pronunciation: Option<String>,
    pub roles: Vec<DecisionRole>,
    pub functions: Vec<InformalFunction>,
    /// 1–4 (B.2.5).
    pub power: Option<u8>,
    /// 1–4 (B.2.5).
    pub influence: Option<u8>,
    /// −2…+2 (B.2.4); `None`: unknown.
    pub attitude: Option<i8>,
    /// 0–10, on the scale of the list: which one it is, the caller asks.
    pub relation: Option<u8>,
    /// Names of ours as text; the first one is the owner.
    pub owners: Vec<String>,
    pub backup: Option<String>,
    pub sponsor: Option<String>,
    pub last_touch: Option<Day>,
    /// Text as written (`陕西米脂`); no code.
    pub native_place: Option<String>,
    pub dialects: Vec<String>,
    pub schools: Vec<String>,
    pub employers: Vec<String>,
    pub profession: Option<String>,
    /// `Some` and empty: asked, none.
    pub hobbies: Option<Vec<String>>,
    /// `Some` and empty: asked, none.
    pub diet: Option<Vec<String>>,
    pub birthday: Option<Birthday>,
    pub note: Option<String>,
    pub external_ref: Option<String>,
    /// What stays the same in every export of one card.
    pub uid: Option<String>,
    /// [`crate::Table::photo`] has a photograph for this row.
    pub photo: bool,
}

impl PersonRow {
    /// A row about which nothing is known yet.
    pub(crate) fn blank(row: u32) -> Self {
        Self {
            row,
            from_superior_column: false,
            said: SeatSaid::Unknown,
            name: None,
            name_en: None,
            surname: None,
            given: None,
            label: None,
            address: None,
            unit: None,
            title: None,
            rank: None,
            superior: None,
            company: None,
            mobiles: Vec::new(),
            phones: Vec::new(),
            emails: Vec::new(),
            messengers: Vec::new(),
            work_addresses: Vec::new(),
            pronunciation: None,
            roles: Vec::new(),
            functions: Vec::new(),
            power: None,
            influence: None,
            attitude: None,
            relation: None,
            owners: Vec::new(),
            backup: None,
            sponsor: None,
            last_touch: None,
            native_place: None,
            dialects: Vec::new(),
            schools: Vec::new(),
            employers: Vec::new(),
            profession: None,
            hobbies: None,
            diet: None,
            birthday: None,
            note: None,
            external_ref: None,
            uid: None,
            photo: false,
        }
    }

    /// The Chinese name, else the Latin one.
    pub fn any_name(&self) -> Option<&str> {
        self.name.as_deref().or(self.name_en.as_deref())
    }
}

/// What can be imported, and everything that was wrong.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct PeopleList {
    /// Good rows in file order, then those from superior columns.
    pub rows: Vec<PersonRow>,
    /// By row, then column.
    pub problems: Vec<Problem>,
    /// Rows of the file that hold text below the headings.
    pub rows_read: u32,
}

impl PeopleList {
    /// Rows left out.
    pub fn errors(&self) -> usize {
        self.problems.iter().filter(|one| one.severity == Severity::Error).count()
    }
}
