//! The plan of a visit, line by line: one request for every kind of line.

use super::wire;
use domain::*;

/// Says for each kind of line: its name on the wire, its record, and the list of the snapshot it lives in.
/// `each!(Variant, Record, field)` is run for all.
macro_rules! for_each_line {
    ($each:ident) => {
        $each! {
            AgendaItem agenda_items, Vehicle vehicles, TravelLeg travel_legs, Lodging lodgings, Meal meals, TourStop tour_stops,
            TalkingPoint talking_points, VisitDuty visit_duties, VisitContact visit_contacts, ChecklistItem checklist_items,
            CostLine cost_lines, Contingency contingencies, VisitText visit_texts, VisitLogEntry visit_log,
            PlannedQuestion planned_questions, SeatingPlan seating_plans,
        }
    };
}
pub(crate) use for_each_line;

macro_rules! shapes {
    ($($record:ident $field:ident),+ $(,)?) => {
        /// A line of a visit's plan.
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        #[serde(tag = "kind", content = "line", rename_all = "snake_case")]
        pub enum PlanLine { $($record($record)),+ }

        /// Which kind of line.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        #[serde(rename_all = "snake_case")]
        pub enum PlanLineKind { $($record),+ }

        wire! {
            /// The visit itself, its guests in protocol order, all lines of its plan, each kind in its order, and the copies that were made.
            PlanView { visit: Visit, guests: Vec<VisitGuest>, $($field: Vec<$record>,)+ issued_copies: Vec<IssuedCopy> }
        }
    };
}
for_each_line!(shapes);

wire! {
    /// Which visit.
    GetPlan { visit: VisitId }
    /// Overwrites the line with the same identity; with `new` a line is added instead, whose identity and place at the end the core gives.
    PutLine { #[serde(flatten)] line: PlanLine, #[serde(default)] new: bool }
    /// Several lines in one step, all of them new or all known.
    PutLines { lines: Vec<PlanLine>, #[serde(default)] new: bool }
    /// Removes a line.
    RemoveLine { kind: PlanLineKind, id: String }
    /// Puts lines of one kind in this order.
    OrderLines { visit: VisitId, kind: PlanLineKind, ids: Vec<String> }
}
