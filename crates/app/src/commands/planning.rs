//! What a plan lacks, where it clashes, what could be planned, what it costs: answers of the engines in words.

use domain::engine::Param;
use domain::engine::calendar::clashes;
use domain::engine::planning::{self, BlockLacks, Lack, PlanPanel, cost_sum, plan_clashes};
use domain::engine::readiness::{Gate, GateMark, GateState};
use domain::*;

use super::must;
use super::propose::Proposing;
use super::rows::Desk;
use crate::wire::*;
use crate::{App, Error};

/// Where something is mended, as sent.
pub(super) fn mend_at(mend: &planning::Mend) -> MendAt {
    MendAt {
        panel: mend.panel,
        line: mend.line.map(|one| one.to_string()),
        person: mend.person,
        staff: mend.staff,
        visit: mend.visit,
    }
}

fn item(desk: &Desk, lack: &Lack) -> MissingItem {
    MissingItem { text: desk.speech.reason(&lack.reason, &desk.book), mend: mend_at(&lack.mend) }
}

/// What a block lacks.
pub(crate) fn block_missing(desk: &Desk, lacks: &[BlockLacks], block: ReadinessBlock) -> Vec<MissingItem> {
    let own = lacks.iter().filter(|one| one.block == block);
    own.flat_map(|one| &one.missing).map(|one| item(desk, one)).collect()
}

/// What a gate waits for, with the place where it is mended; nothing when it is passed.
pub(crate) fn gate_missing(desk: &Desk, mark: &GateMark) -> Vec<MissingItem> {
    let panel = match mark.gate {
        Gate::Principal => PlanPanel::Guests,
        Gate::Host => PlanPanel::Host,
        Gate::Diet => PlanPanel::Diet,
        Gate::Gift => PlanPanel::Gift,
        Gate::Issues => PlanPanel::Matters,
        Gate::Redaction => PlanPanel::Redaction,
        Gate::Blackout => PlanPanel::Team,
    };
    if mark.state == GateState::Pass {
        return Vec::new();
    }
    let text = || desk.speech.reason(&mark.reason, &desk.book);
    let name =
        |id: &PersonId| desk.book.person(*id).map_or_else(text, |one| crate::names::person_name(one, &desk.speech));
    let at = |person: Option<PersonId>| MendAt { person, ..mend_at(&planning::Mend::at(panel)) };
    match mark.people.as_slice() {
        [] => vec![MissingItem { text: text(), mend: at(None) }],
        [one] if mark.gate == Gate::Principal => vec![MissingItem { text: text(), mend: at(Some(*one)) }],
        many => many.iter().map(|one| MissingItem { text: name(one), mend: at(Some(*one)) }).collect(),
    }
}

/// Where the plan clashes with itself, the policy and the days, worst first. `whole` holds every account: one of ours may
/// be promised elsewhere.
pub(crate) fn clash_rows(whole: &Snapshot, desk: &Desk, visit: VisitId) -> Vec<ClashRow> {
    let book = crate::names::Directory::new(whole, desk.today);
    let own = plan_clashes(whole, visit, desk.today);
    let of_plan = own.iter().map(|one| ClashRow {
        code: one.code.code().to_owned(),
        severity: one.severity,
        text: desk.speech.reason(&one.reason, &book),
        mend: mend_at(&one.mend),
    });
    let days = clashes(whole, visit);
    let of_days = days.iter().map(|one| {
        let staff = one.reason.params.iter().find_map(|(_, what)| match what {
            Param::Staff(id) => Some(*id),
            _ => None,
        });
        let panel = if staff.is_some() { PlanPanel::Team } else { PlanPanel::Days };
        ClashRow {
            code: one.reason.code.trim_start_matches("clash-").replace('-', "_"),
            severity: one.severity,
            text: desk.speech.reason(&one.reason, &book),
            mend: MendAt { staff, ..mend_at(&planning::Mend::at(panel)) },
        }
    });
    let mut rows: Vec<ClashRow> = of_plan.chain(of_days).collect();
    rows.sort_by_key(|one| std::cmp::Reverse(one.severity));
    rows
}

/// Lines that could be planned and are not there yet.
pub fn propose_lines(app: &mut App, context: &ViewContext, request: ProposeLines) -> Result<ProposedLines, Error> {
    let snapshot = app.account_of_visit(request.visit)?;
    let visit = must(&snapshot.visits, request.visit, "visit")?;
    let proposing = Proposing { snapshot: &snapshot, visit, words: app.words(), today: context.today };
    Ok(ProposedLines { lines: proposing.lines(request.kind) })
}

/// Costs added up.
pub fn get_costs(app: &mut App, context: &ViewContext, request: GetCosts) -> Result<CostView, Error> {
    let snapshot = app.account_of_visit(request.visit)?;
    let sum = cost_sum(&snapshot, request.visit, context.today).ok_or(Error::missing("visit"))?;
    let speech = app.words().speak(context.lang);
    let row = |one: &planning::CategorySum| CostRow {
        category: one.category,
        label: speech.label("plan-cost", one.category),
        planned: one.planned,
        actual: one.actual,
    };
    Ok(CostView {
        planned: sum.planned,
        actual: sum.actual,
        limit: sum.limit,
        used: sum.used,
        per_head: sum.per_head,
        meal_limit: sum.meal_limit,
        currency: snapshot.companies.first().map_or_else(String::new, |one| one.currency.clone()),
        categories: sum.categories.iter().map(row).collect(),
        open: sum.open,
    })
}
