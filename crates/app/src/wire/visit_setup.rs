//! Who does a visit and by which rules: team, approval, seats, language, order and counterparts of the guests.

use super::wire;
use domain::engine::protocol::OrderBasis;
use domain::*;

wire! {
    /// Who coordinates, who leads the business part, who approves the plan; `null`: nobody yet. Another approver takes an approval back.
    SetVisitTeam { visit: VisitId, coordinator: Option<StaffId>, business_lead: Option<StaffId>, approver: Option<StaffId> }
    /// The named approver approved the plan on `on`; `null` takes the approval back.
    ApproveVisit { visit: VisitId, on: Option<Day> }
    /// The convention of this visit and the three choices sources disagree about (C.4.1, C.4.2, C.4.8).
    SetSeatRules { visit: VisitId, convention: Convention, rostrum_even_rule: RostrumEvenRule, mpv_rule: MpvRule, second_seat: SecondSeat }
    /// Language pair (`zh-en`); `none`: none is needed; `null`: undecided.
    SetInterpreter { visit: VisitId, pair: Option<String> }
    /// How much the visit may cost; `null`: no limit.
    SetBudget { visit: VisitId, limit: Option<f64> }

    /// What is known of a guest for this visit. `official_order`: place in the visitor's own list. `deviation_note`: why the place differs from the order proposed.
    SetGuest { visit: VisitId, person: PersonId, part: GuestPart, role: Option<String>, official_order: Option<u32>, deviation_note: Option<String> }
    /// A person chooses who of ours is this guest's opposite number; `null`: nobody.
    SetCounterpart { visit: VisitId, person: PersonId, staff: Option<StaffId>, note: Option<String> }

    /// The counterparts proposed for these guests become the chosen ones, in one step; no guest named: all proposed. Chosen ones stay.
    TakeCounterparts { visit: VisitId, people: Vec<PersonId> }

    /// Asks for the order of guests by protocol (C.3). Nothing is changed: `set_guests` with `rows` in their order takes it over.
    ProposeOrder { visit: VisitId }
    /// Guests in the order proposed. `same`: nobody would move. `unexplained`: how many deviate without a note.
    OrderProposal { rows: Vec<OrderRow>, same: bool, unexplained: u32 }
    /// A guest in the order proposed. `deviates`: stands elsewhere now; a note should say why. `reason`: what put them here.
    OrderRow { person: PersonId, name: String, post: String, now: u32, proposed: u32, basis: OrderBasis, reason: String, deviates: bool, note: Option<String> }
}
