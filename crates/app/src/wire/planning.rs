//! What a plan lacks and where it clashes, lines proposed for it, its costs, and what is not known.

use super::{PlanLine, wire};
use crate::wire::PlanLineKind;
use domain::engine::planning::PlanPanel;
use domain::engine::reason::Severity;
use domain::*;

wire! {
    /// Where something is mended: a panel of the planner, and there a line or somebody.
    MendAt { panel: PlanPanel, line: Option<String>, person: Option<PersonId>, staff: Option<StaffId>, visit: Option<VisitId> }
    /// Something missing, in words.
    MissingItem { text: String, mend: MendAt }
    /// Something that cannot be as it is planned. `code` groups rows of one kind.
    ClashRow { code: String, severity: Severity, text: String, mend: MendAt }

    /// Makes the checklist for the level, or brings it up to date: lines that are done, have an owner or are one's own stay.
    MakeChecklist { visit: VisitId }
    /// Asks for lines of one kind that could be planned and are not there yet: agenda, duties, contingencies, tour stops, meals, contacts, cost lines. Nothing is changed:
    /// `put_lines` with `new` takes over what somebody chose.
    ProposeLines { visit: VisitId, kind: PlanLineKind }
    /// Lines proposed; empty: nothing to propose.
    ProposedLines { lines: Vec<PlanLine> }

    /// Which visit's costs.
    GetCosts { visit: VisitId }
    /// Costs added up, in the company's currency. `used`: share of the limit, 0–1 and above. `per_head`: planned per guest.
    CostView { planned: f64, actual: f64, limit: Option<f64>, used: Option<f64>, per_head: Option<f64>, meal_limit: Option<f64>, currency: String, categories: Vec<CostRow>, open: u32 }
    /// A category added up.
    CostRow { category: CostCategory, label: String, planned: f64, actual: f64 }

    /// Which visit's questions.
    GetQuestions { visit: VisitId }
    /// What we do not know, in the order of the briefing. `unplanned`: nobody is named, or no day.
    QuestionsView { rows: Vec<AskRow>, unplanned: u32, overdue: u32 }
    /// A question. `subject` is its stable key. `owner` and `due_on` are what somebody decided, `asker` and `by` what is proposed. `blocks`: what waits for the answer.
    AskRow {
        subject: String, number: u32, text: String, blocks: Vec<String>, people: Vec<PersonId>, asker: Option<StaffId>, by: Day,
        owner: Option<StaffId>, due_on: Option<Day>, note: Option<String>, overdue: bool, mend: MendAt,
    }
    /// Names who finds out and by when; without owner, day and note the plan for it is dropped.
    PlanQuestion { visit: VisitId, subject: String, owner: Option<StaffId>, due_on: Option<Day>, note: Option<String> }
}
