//! Requests that change something, and what every change answers.

use super::wire;
use domain::engine::readiness::Gate;
use domain::*;

/// A part of the screen that a change touches; a window reloads just these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Area {
    Accounts,
    People,
    Map,
    Court,
    Visits,
    Matters,
    Staff,
    Workspace,
}

wire! {
    /// What changed: reload these areas; `step` names the undo step in the user's language; `created` is the new record, if one was made.
    Changed { areas: Vec<Area>, step: String, created: Option<String> }

    /// Adds a customer organisation with one root unit.
    AddAccount { name: String, kind: AccountKind, tier: AccountTier, stage: RelationshipStage }
    /// Adds a unit under another, or a root unit, and moves `seats` into it.
    AddUnit { account: AccountId, parent: Option<UnitId>, name: String, #[serde(default)] seats: Vec<SeatId> }
    /// Adds a person with a new seat, beneath `superior` if given, among its siblings right after `after`. With `report` the new seat comes between that
    /// seat and its superior. Without a name it is an unknown seat (placeholder). It joins the chain of `decision`; when that is `null` it stays outside,
    /// unless it is to `join`: then it joins the main one, made as the standing chain when the account has none.
    AddSeat { account: AccountId, unit: Option<UnitId>, superior: Option<SeatId>, report: Option<SeatId>, after: Option<SeatId>, name: Option<String>, title: String, rank_level: Option<u8>, decision: Option<DecisionId>, #[serde(default)] join: bool }
    /// Renames the holder and the post. An unknown seat becomes held when a name is given.
    RenameSeat { seat: SeatId, name: Option<String>, title: String }
    /// Moves a seat under another superior (`null`: none) from `on`; with `unit` it changes its unit too.
    MoveSeat { seat: SeatId, superior: Option<SeatId>, unit: Option<UnitId>, on: Day }
    /// The holder left on `on`; the seat and what hangs on it stay.
    EndTenure { seat: SeatId, on: Day }
    /// Removes a seat that was added by mistake, with its lines. Refused while somebody holds it.
    RemoveSeat { seat: SeatId }
    /// Sets the part of a seat in a decision; adds it to the chain when it is not in it.
    SetMember { seat: SeatId, decision: Option<DecisionId>, roles: Vec<DecisionRole>, functions: Vec<InformalFunction>, formal_power: u8, influence_level: Option<u8> }
    /// Records a stance on a day with what was seen. `level` `null`: unknown.
    SetStance { seat: SeatId, decision: Option<DecisionId>, level: Option<i8>, read_on: Day, evidence: String }
    /// Records how well one of ours knows the holder.
    SetTie { seat: SeatId, staff: StaffId, level: u8, read_on: Day, evidence: Option<String> }
    /// Makes one of ours answer for a seat from `on`. A new owner ends the ownership of the others.
    Assign { seat: SeatId, staff: StaffId, kind: AssignmentKind, on: Day }
    /// As `Assign` for several seats in one step; who has that one already is passed over.
    AssignSeats { seats: Vec<SeatId>, staff: StaffId, kind: AssignmentKind, on: Day }
    /// Ends an assignment on `on`.
    EndAssignment { seat: SeatId, staff: StaffId, kind: AssignmentKind, on: Day }
    /// Adds a line between two seats. `strength` 1–3 for influence and conflict.
    AddEdge { account: AccountId, kind: EdgeKind, from_seat: SeatId, to_seat: SeatId, strength: Option<u8>, on: Day, evidence: Option<String> }
    /// Ends a line on `on`.
    EndEdge { edge: EdgeId, on: Day }
    /// Logs a two-way contact with the holder of a seat.
    LogTouch { seat: SeatId, staff: Vec<StaffId>, on: Day, kind: TouchKind, summary: Option<String> }
    /// Adds a fact about the holder of a seat. `value` `null`: asked, none.
    AddFact { seat: SeatId, kind: FactKind, value: Option<String>, source: String, confidence: Confidence, verified_on: Day }
    /// What a typed place is: a code, or several to choose from, or nothing known. Nothing is changed.
    ResolvePlace { text: String }
    /// The place, or those it may be; both empty: not known.
    PlaceAnswer { known: Option<PlaceChoice>, several: Vec<PlaceChoice> }
    /// A place by its code and its full name.
    PlaceChoice { code: String, label: String }
    /// Says which of several places a fact means.
    ChoosePlace { fact: FactId, code: String }
    /// Notes the birthday of a person, as told, and how we know it; `null`: not known.
    SetBirthday { person: PersonId, birthday: Option<Birthday> }
    /// Confirms a fact as of a day. `by`: who of ours says so.
    VerifyFact { fact: FactId, on: Day, #[serde(default)] #[ts(optional)] by: Option<StaffId> }
    /// Removes a fact.
    RemoveFact { fact: FactId }
    /// Answers the diet question for a guest: needs, or `[]` for "asked: none".
    AnswerDiet { person: PersonId, needs: Vec<String>, source: String, on: Day }

    /// Plans a visit.
    AddVisit { account: AccountId, starts_on: Day, days: u32, level: VisitLevel, purpose: String, place: String, convention: Convention, #[serde(default)] #[ts(optional)] direction: Option<VisitDirection> }
    /// Changes the plan of a visit; without `direction` that stays. Another first day moves agenda, meals, ways, rooms, cars and what is still to do by
    /// as many days, in the same step, unless `lines_stay`.
    EditVisit { visit: VisitId, starts_on: Day, days: u32, level: VisitLevel, purpose: String, place: String, convention: Convention, topic_owner: Option<StaffId>, #[serde(default)] #[ts(optional)] direction: Option<VisitDirection>, #[serde(default)] #[ts(optional, as = "Option<bool>")] lines_stay: bool }
    /// Removes a visit; a past one for good: neither this step nor those before it can then be undone.
    RemoveVisit { visit: VisitId }
    /// Sets the guests in protocol order; the first is the principal.
    SetGuests { visit: VisitId, people: Vec<PersonId> }
    /// A person chooses the host and says why.
    ChooseHost { visit: VisitId, staff: Option<StaffId>, reason: String, on: Day }
    /// Decides the gift; no item means none is given. `value` is that of one piece, `quantity` counts all pieces, `receivers` are guests of the visit
    /// (none named: the principal guest gets them all). Over a limit of the policy it is refused, unless somebody
    /// named (`approver`: compliance or management) allows it and `exception` says in which words; where the policy allows no gift there is no exception.
    DecideGift {
        visit: VisitId, item: Option<String>, value: Option<f64>,
        #[serde(default)] #[ts(optional)] quantity: Option<u32>, #[serde(default)] #[ts(optional)] meaning: Option<String>, #[serde(default)] #[ts(optional)] moment: Option<String>,
        #[serde(default)] #[ts(optional)] approver: Option<StaffId>, #[serde(default)] #[ts(optional)] exception: Option<String>,
        #[serde(default)] #[ts(optional, as = "Option<Vec<PersonId>>")] receivers: Vec<PersonId>,
    }
    /// Marks how far a block of preparation is.
    MarkBlock { visit: VisitId, block: ReadinessBlock, state: BlockState }
    /// Marks a gate that only a person can pass (redaction check).
    PassGate { visit: VisitId, gate: Gate, on: Day }
}

/// The store's areas as sent to a window.
pub(crate) fn areas(touched: Vec<store::Area>) -> Vec<Area> {
    use store::Area as Stored;
    let area = |one| match one {
        Stored::Accounts => Area::Accounts,
        Stored::People => Area::People,
        Stored::Map => Area::Map,
        Stored::Court => Area::Court,
        Stored::Visits => Area::Visits,
        Stored::Matters => Area::Matters,
        Stored::Staff => Area::Staff,
        Stored::Workspace => Area::Workspace,
    };
    touched.into_iter().map(area).collect()
}
