//! Requests that edit the map: many seats at once, order and room, units, successors, lines, decisions, committees, views.

use super::{Changed, wire};
use domain::scene::Lens;
use domain::*;

wire! {
    /// Rows typed or pasted into the quick-entry grid, added in one step. `superior` is where rows without one hang; `decision` and `join` as in `AddSeat`.
    AddSeats { account: AccountId, decision: Option<DecisionId>, #[serde(default)] join: bool, unit: Option<UnitId>, superior: Option<SeatId>, rows: Vec<QuickRow> }
    /// One row as typed. `superior` names a person of an earlier or later row or of the map; without a name it is an unknown seat; `unit` names a unit, a
    /// new one is made when there is none of that name. `role` names roles in the decision and needs one. `owner` names one of
    /// ours, who is made when there is none of that name.
    QuickRow { name: String, title: String, superior: String, unit: String, #[serde(default)] role: String, #[serde(default)] owner: String }
    /// A new account with its first rows. Superiors are named among the rows alone.
    StartAccount { name: String, rows: Vec<QuickRow> }
    /// Whether rows can be added as they stand, without adding them.
    /// `sounds`: the names of the rows in pinyin, a space between characters, for choosers.
    QuickCheck { problems: Vec<QuickProblem>, people: u32, seats: u32, new_units: Vec<String>, sounds: Vec<String> }
    /// What stands in the way in one cell; `field`: `name`, `title`, `superior`, `unit`, `role`, `owner`. `blocking`: the row cannot be added.
    QuickProblem { row: u32, field: String, text: String, blocking: bool }

    /// Moves several seats in one step from `on`. `superior` `null` keeps each superior; `unit` `null` keeps each unit. Refused whole when a loop would close.
    MoveSeats { seats: Vec<SeatId>, superior: Option<SeatId>, unit: Option<UnitId>, on: Day }
    /// Puts a seat before a sibling, or last.
    OrderSeat { seat: SeatId, before: Option<SeatId> }
    /// Gives branches room beside and above, in world units; 0 takes it away.
    NudgeSeats { seats: Vec<SeatNudge> }
    SeatNudge { seat: SeatId, x: f64, y: f64 }
    /// Takes away the room given to these seats; an empty list: to all of the account.
    TidySeats { account: AccountId, seats: Vec<SeatId> }

    /// Renames a unit.
    RenameUnit { unit: UnitId, name: String }
    /// Moves a unit into another (`null`: to the top). Refused when a unit would lie in itself.
    MoveUnit { unit: UnitId, parent: Option<UnitId> }
    /// Removes a unit without seats; units inside move up.
    RemoveUnit { unit: UnitId }

    /// Somebody takes an empty seat from `on`: a known person or a new name. `primary`: it is the person's main post.
    FillSeat { seat: SeatId, person: Option<PersonId>, name: Option<String>, on: Day, primary: bool }
    /// The seat itself ends on `on`; what was known of it before stays. Reports move to its superior.
    EndSeat { seat: SeatId, on: Day }
    /// Bars or allows contact.
    SetNoContact { seat: SeatId, no_contact: bool }
    /// Changes a line that is not the solid one from today on; `reversed` turns its direction.
    SetEdge { edge: EdgeId, kind: EdgeKind, strength: Option<u8>, evidence: Option<String>, reversed: bool }

    /// Adds a decision; with `copy_from` it takes over members, roles and committees of another, not the stances.
    AddDecision { account: AccountId, name: String, kind: DecisionKind, copy_from: Option<DecisionId>, blackout_from: Option<Day>, blackout_to: Option<Day> }
    /// Changes a decision.
    EditDecision { decision: DecisionId, name: String, kind: DecisionKind, blackout_from: Option<Day>, blackout_to: Option<Day>, closed_on: Option<Day> }
    /// Removes a decision with its chain; refused for the last one.
    RemoveDecision { decision: DecisionId }
    /// Puts seats into the chain of a decision, `null`: the main one, made when there is none; who is in it already is passed over.
    AddMembers { account: AccountId, decision: Option<DecisionId>, seats: Vec<SeatId> }
    /// Takes seats out of the chain of a decision.
    RemoveMembers { decision: DecisionId, seats: Vec<SeatId> }

    /// Makes or changes a committee.
    SetBody { body: Option<DecisionBodyId>, decision: DecisionId, name: String, rule: VotingRule, seat_count: u32, members: Vec<SeatId>, chair: Option<SeatId> }
    /// Removes a committee; its seats stay.
    RemoveBody { body: DecisionBodyId }

    /// Makes a view or overwrites one.
    SaveView {
        view: Option<SavedViewId>, account: AccountId, name: String, decision: Option<DecisionId>, lens: Lens, as_of: Option<Day>, compare: Option<Day>,
        filter: Vec<String>, folded: Vec<SeatId>, focus: Option<SeatId>, zoom: Option<f64>, centre_x: Option<f64>, centre_y: Option<f64>,
    }
    /// Removes a view.
    RemoveView { view: SavedViewId }

    /// Several seats were added; `seats` in the order of the rows.
    AddedSeats { changed: Changed, seats: Vec<SeatId> }
}
