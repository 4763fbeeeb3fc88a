//! What a visit's plan lacks, block by block, where it clashes with itself, and what it costs.
//!
//! Deliberately absent: the marks people set (`readiness`), holidays (`calendar`), and any change of the plan.

mod clashes;
mod costs;
mod lacks;

pub use clashes::{Clash, ClashCode, plan_clashes};
pub use costs::{CategorySum, CostSum, cost_sum};
pub use lacks::{BlockLacks, lacks};

use crate::engine::reason::Reason;
use crate::{PersonId, StaffId, VisitId};

codes! {
    /// The part of the planner where something is mended.
    PlanPanel {
        Days = "days", Guests = "guests", Order = "order", Team = "team", Host = "host", Agenda = "agenda", Travel = "travel", Vehicles = "vehicles",
        Lodging = "lodging", Meals = "meals", Diet = "diet", Seating = "seating", Tour = "tour", Talking = "talking", Texts = "texts",
        Interpreter = "interpreter", Gift = "gift", Contacts = "contacts", Duties = "duties", Checklist = "checklist",
        Contingency = "contingency", Costs = "costs", Questions = "questions", Redaction = "redaction", Matters = "matters",
    }
}

/// Where something is mended: a panel, and there a line or somebody.
#[derive(Debug, Clone, PartialEq)]
pub struct Mend {
    pub panel: PlanPanel,
    pub line: Option<uuid::Uuid>,
    pub person: Option<PersonId>,
    pub staff: Option<StaffId>,
    /// Another visit that has to do with it.
    pub visit: Option<VisitId>,
}

impl Mend {
    /// A panel as a whole.
    pub fn at(panel: PlanPanel) -> Self {
        Self { panel, line: None, person: None, staff: None, visit: None }
    }
    fn line(self, id: impl Into<uuid::Uuid>) -> Self {
        Self { line: Some(id.into()), ..self }
    }
    fn person(self, id: PersonId) -> Self {
        Self { person: Some(id), ..self }
    }
    fn staff(self, id: StaffId) -> Self {
        Self { staff: Some(id), ..self }
    }
}

/// Something that is missing, in words, and where it is filled in.
#[derive(Debug, Clone, PartialEq)]
pub struct Lack {
    pub reason: Reason,
    pub mend: Mend,
}

/// Our own day before the promised one (B.4.12): at least a day, and a fifth of the promised time, rounded up; never before
/// the day the promise was made.
pub fn internal_target(made_on: crate::Day, promised_on: crate::Day) -> crate::Day {
    let buffer = super::ledger::least_buffer(made_on, promised_on);
    (promised_on - chrono::Duration::days(buffer)).max(made_on)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_day_is_a_fifth_earlier_and_at_least_a_day() {
        let day = |text: &str| text.parse::<crate::Day>().unwrap();
        let target = |promised| internal_target(day("2026-12-04"), day(promised));
        assert_eq!(target("2026-12-14"), day("2026-12-12"));
        assert_eq!(target("2026-12-15"), day("2026-12-12"), "a started fifth counts whole");
        assert_eq!(target("2026-12-06"), day("2026-12-05"));
        assert_eq!(target("2026-12-04"), day("2026-12-04"), "due the day it is made: there is no room");
    }
}
