//! Visits: who comes, in which order, whom they meet.

use crate::{AccountId, Day, PersonId, StaffId, VisitGuestId, VisitHostId, VisitId};

codes! {
    /// Level of the reception.
    VisitLevel { A = "A", B = "B", C = "C" }
}
codes! {
    /// Who travels.
    VisitDirection { Inbound = "inbound", Outbound = "outbound" }
}
codes! {
    /// Convention for order and seats (C.4).
    Convention { GovDomestic = "gov_domestic", Business = "business", Foreign = "foreign" }
}
codes! {
    /// How much of the visit one of ours is busy elsewhere.
    Busy { Free = "free", Part = "part", All = "all" }
}
codes! {
    /// The blocks of preparation (B.4.14).
    ReadinessBlock {
        Delegation = "delegation", Objectives = "objectives", Host = "host", Agenda = "agenda", Transport = "transport", Dining = "dining",
        Seating = "seating", Venue = "venue", Interpreter = "interpreter", Gift = "gift", Contacts = "contacts",
        Contingency = "contingency", Budget = "budget", Redaction = "redaction",
    }
}
codes! {
    /// State of a block: 0, ½, 1, or left out of the sum.
    BlockState { Empty = "empty", Draft = "draft", Confirmed = "confirmed", NotApplicable = "not_applicable" }
}

/// One block of preparation and how far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct BlockMark {
    pub block: ReadinessBlock,
    pub state: BlockState,
}

codes! {
    /// As what somebody travels with the delegation.
    GuestPart { Guest = "guest", Liaison = "liaison", Companion = "companion", Interpreter = "interpreter" }
}
codes! {
    /// Which of the two centre places of a rostrum with an even number is number 1's (C.4.1).
    RostrumEvenRule { A = "A", B = "B" }
}
codes! {
    /// Where honour sits in a car with two captain's chairs (C.4.8).
    MpvRule { MiddleRowFirst = "middle_row_first", RearRowFirst = "rear_row_first" }
}
codes! {
    /// Where number 2 sits at talks with interpreters (C.4.2).
    SecondSeat { BeyondInterpreter = "beyond_interpreter", FreeSide = "free_side" }
}

/// What stands for a code that a file made before the field existed does not carry: the first of the list.
macro_rules! first_by_default {
    ($($name:ident),+) => {$(impl Default for $name {
        fn default() -> Self { <Self as crate::Code>::ALL[0] }
    })+};
}
first_by_default!(VisitDirection, GuestPart, RostrumEvenRule, MpvRule, SecondSeat);

record! {
    /// A reception or a call on the customer.
    Visit: VisitId {
        account: AccountId, starts_on: Day, days: u32, level: VisitLevel, direction: VisitDirection,
        place: Option<String>, purpose: Option<String>, principal_guest: Option<PersonId>, topic_owner: Option<StaffId>, convention: Convention,
        /// Language pair, e.g. `zh-en`; `none`: decided that none is needed; `null`: undecided.
        interpreter: Option<String>,
        /// `gift_decided` with no item: decided to give none.
        gift_decided: bool, gift_item: Option<String>, gift_value: Option<f64>,
        meal_tables: Option<u32>, meal_per_head: Option<f64>,
        /// Chosen by a person, with the reason written down.
        host: Option<StaffId>, host_reason: Option<String>, host_chosen_on: Option<Day>,
        redaction_checked_on: Option<Day>, blocks: Vec<BlockMark>, calendar_flags: Vec<String>,
        coordinator: Option<StaffId>, business_lead: Option<StaffId>, approver: Option<StaffId>, approved_on: Option<Day>,
        /// How many pieces in all; `null`: one for each receiver.
        gift_quantity: Option<u32>, gift_meaning: Option<String>, gift_moment: Option<String>,
        /// Who allowed a gift over the limit, and in which words.
        gift_approver: Option<StaffId>, gift_exception: Option<String>,
        #[serde(default)] rostrum_even_rule: RostrumEvenRule, #[serde(default)] mpv_rule: MpvRule, #[serde(default)] second_seat: SecondSeat,
        budget_limit: Option<f64>, next_touch_on: Option<Day>,
        /// When temporary data (flights, rooms, plates, telephones) was deleted.
        cleaned_on: Option<Day>,
        /// Which guests get the gift; empty: the principal guest.
        #[serde(default, skip_serializing_if = "Vec::is_empty")] gift_receivers: Vec<PersonId>,
    }
}
record! {
    /// A guest in protocol order; the visitor's list decides.
    VisitGuest: VisitGuestId {
        visit: VisitId, person: PersonId, protocol_order: u32, role: Option<String>, deviation_note: Option<String>,
        #[serde(default)] part: GuestPart,
        /// Place in the visitor's own list, from 1.
        official_order: Option<u32>,
        /// Who of ours is this guest's opposite number; chosen by a person.
        counterpart: Option<StaffId>, counterpart_note: Option<String>,
        /// `null`: not noted.
        attended: Option<bool>,
        thanked_on: Option<Day>,
        /// How much was expected of the visit and what was found, 1–5, as told.
        expected_value: Option<u8>, perceived_value: Option<u8>,
    }
}
record! {
    /// What is known of one of ours for this visit.
    VisitHost: VisitHostId {
        visit: VisitId, staff: StaffId,
        /// Meetings with the principal in the last three years.
        met: u32,
        busy: Busy,
        /// Why this person must not host (conflict of interest, compliance).
        blocked: Option<String>,
    }
}
