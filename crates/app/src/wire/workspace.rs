//! The open workspace, its history, and search.

use super::{Choice, StaffChip, wire};
use domain::{AccountId, CommitmentId, Day, Lang, PersonId, SeatId, StaffId, VisitId};
use uuid::Uuid;

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

    /// Finds people, accounts, visits, promises, units and ours by Chinese, pinyin, initials, Latin or figures. With an empty text those opened lately.
    FindText {
        text: String, account: Option<AccountId>, limit: u32,
        /// What was opened lately, the latest first: identities of people, accounts, visits.
        #[serde(default)] #[ts(optional)] recent: Option<Vec<Uuid>>,
        /// Only these kinds, as in `Found.kind`; all when not given.
        #[serde(default)] #[ts(optional)] kinds: Option<Vec<String>>,
        /// Labels of what the page itself offers, such as commands, to be searched by the same rules.
        #[serde(default)] #[ts(optional)] offers: Option<Vec<String>>,
    }

    /// Matches, best first; of the offers those that fit. `near`: nothing fits as typed, these only sound or are spelt alike.
    FoundList { hits: Vec<Found>, offers: Vec<OfferHit>, near: bool }

    /// An offer that fits, by its place in the request, with what matched of its label.
    OfferHit { at: u32, marks: Vec<(u32, u32)> }

    /// One match. Marks are `[start, end)` character positions that matched. `kind`: `person`, `account`, `visit`, `promise`, `staff`, `unit` or `seat`.
    Found {
        kind: String, title: String,
        /// How a Chinese name is read, `Miáo Guóliáng`, or the name in the other script that matched; empty when there is neither.
        reading: String,
        /// What tells it from others: account, unit, post.
        detail: String, marks: Vec<(u32, u32)>, reading_marks: Vec<(u32, u32)>, detail_marks: Vec<(u32, u32)>,
        /// Somebody who has left.
        former: bool,
        /// Whether an attitude is told of them; `attitude` `null` is then unknown. Never while presenting.
        judged: bool, attitude: Option<i8>,
        account: Option<AccountId>, seat: Option<SeatId>, person: Option<PersonId>, visit: Option<VisitId>, staff: Option<StaffId>,
        promise: Option<CommitmentId>,
    }

    /// What can be done next about somebody of an account.
    GetPersonSteps { person: PersonId, account: AccountId, as_of: Day }
    /// `loss`: points of coverage that would go with them; `null`: coverage does not count them. `barred`: not to be approached.
    PersonSteps { loss: Option<f64>, barred: bool, visit: Option<StepVisit> }
    /// The account's next visit. `guest`: already one of its guests.
    StepVisit { visit: VisitId, label: String, guest: bool }

    /// A catalogue in Fluent syntax.
    GetCatalogue { lang: Lang }
    /// Its text.
    Catalogue { text: String }
}
