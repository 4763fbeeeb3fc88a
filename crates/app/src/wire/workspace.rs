//! The open workspace, its history, and search.

use super::{Choice, StaffChip, wire};
use domain::{AccountId, Lang, PersonId, SeatId, StaffId, VisitId};

wire! {
    /// The open file and what can be undone. `open` false: nothing is open and the other fields are empty.
    WorkspaceView {
        open: bool, name: String, company: String, accounts: u32, people: u32,
        undo: Option<String>, redo: Option<String>, staff: Vec<StaffChip>, choices: Choices,
    }

    /// Every closed list a chooser needs, worded.
    Choices {
        decision_roles: Vec<Choice>, informal_functions: Vec<Choice>, attitudes: Vec<Choice>, power_levels: Vec<Choice>,
        tie_levels: Vec<Choice>, assignment_kinds: Vec<Choice>, fact_kinds: Vec<Choice>, confidences: Vec<Choice>,
        tiers: Vec<Choice>, stages: Vec<Choice>, account_kinds: Vec<Choice>, visit_levels: Vec<Choice>, conventions: Vec<Choice>,
        touch_kinds: Vec<Choice>,
    }

    /// Finds people, accounts and visits by Chinese, pinyin, initials or Latin.
    FindText { text: String, account: Option<AccountId>, limit: u32 }

    /// Matches, best first.
    FoundList { hits: Vec<Found> }

    /// One match. `marks` are `[start, end)` character positions in `title` that matched.
    Found { kind: String, title: String, detail: String, marks: Vec<(u32, u32)>, account: Option<AccountId>, seat: Option<SeatId>, person: Option<PersonId>, visit: Option<VisitId>, staff: Option<StaffId> }

    /// A catalogue in Fluent syntax.
    GetCatalogue { lang: Lang }
    /// Its text.
    Catalogue { text: String }
}
