//! Lists that leave the workspace: which list, up to which class, why, and as what file.

use super::wire;
use domain::{AccountId, Code, DataClass, Day};

/// A closed list of codes, as the catalogue and scripts name them.
macro_rules! codes {
    ($($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $code:literal),+ $(,)? })+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        pub enum $name { $($(#[$vmeta])* #[serde(rename = $code)] $variant),+ }

        impl Code for $name {
            const ALL: &'static [Self] = &[$(Self::$variant),+];
            fn code(self) -> &'static str { match self { $(Self::$variant => $code),+ } }
        }
    )+};
}

codes! {
    /// A list somebody may take along.
    ListKind {
        /// Stakeholders of accounts, with their contact data and facts.
        People = "people",
        Accounts = "accounts",
        /// Stakeholders × our people.
        Court = "court",
        Promises = "promises", Requests = "requests", Complaints = "complaints",
        Warnings = "warnings", Visits = "visits",
        /// Our people with what they own.
        Colleagues = "colleagues",
    }
    /// The file of a list. Contact cards hold people only.
    ListFormat { Xlsx = "xlsx", Csv = "csv", Vcard4 = "vcard4", Vcard3 = "vcard3" }
    /// What a list is needed for, as the audit keeps it (F.4.5). A code, so that no name gets into the audit.
    ExportReason {
        Meeting = "meeting", Handover = "handover", Transfer = "transfer", PersonAsked = "person_asked", Audit = "audit",
    }
}

wire! {
    /// A list as it leaves. `account` `null`: of all. `class`: the highest class of data in it (F.2); from P2 on a `reason` is needed. `keys`: the rows on
    /// screen in their order — seats, or the records of the list; `null`: all, in the order of the list.
    WriteList {
        list: ListKind, format: ListFormat, class: DataClass, reason: Option<ExportReason>, account: Option<AccountId>, as_of: Day,
        #[serde(default)] keys: Option<Vec<String>>,
    }
    /// What would leave: rows (cards, for contact cards), headings in order, and how many pictures. `withheld`: rows that stay, because the person asked
    /// that their data is not used.
    ListPreview { rows: u32, columns: Vec<ListHead>, photos: u32, withheld: u32 }
    /// A column of a list and whether the chosen class lets it leave.
    ListHead { head: String, class: DataClass, kept: bool }
}
