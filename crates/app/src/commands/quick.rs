//! The quick-entry grid: many typed or pasted rows checked, then added in one step, to an account or as a new one.
//! Deliberately absent: files (import).

mod ours;
mod plan;

use domain::*;

use self::plan::{Above, Plan, UnitChoice};
use super::account::account_with_root;
use super::chain::{joined, new_member, standing_decision};
use super::seat::{begins_on, new_seat, put_holder, reporting};
use super::{clean_name, required_name};
use crate::wire::*;
use crate::{App, Error, new_id};

/// Rows taken at once; more than that is a file.
const MOST_ROWS: usize = 2_000;

/// Says what would be added and what stands in the way.
pub fn check_rows(app: &mut App, context: &ViewContext, request: AddSeats) -> Result<QuickCheck, Error> {
    let snapshot = checked(app, &request, context.today)?;
    let plan = Plan::make(&snapshot, &app.words().speak(context.lang), &request, context.today);
    Ok(told(plan, &request.rows))
}

/// Adds the rows, or nothing when one of them cannot be added. They begin as [`begins_on`] says.
pub fn add_seats(app: &mut App, context: &ViewContext, request: AddSeats) -> Result<AddedSeats, Error> {
    let snapshot = checked(app, &request, context.today)?;
    let plan = sound(Plan::make(&snapshot, &app.words().speak(context.lang), &request, context.today))?;
    if plan.rows.is_empty() {
        return Err(Error::refused("nothing-chosen"));
    }
    let (decision, new_decision) = joined(&snapshot, request.account, request.decision, request.join)?;
    let from_on = begins_on(&snapshot, request.account, context.today);
    let first = super::next_position(snapshot.seats.iter().map(|one| one.position));
    let rows = Rows::new(plan, request.account, decision, from_on, first);
    let (_, changed) = app.transact(context.lang, "add-seats", |tx| {
        new_decision.iter().try_for_each(|one| tx.put(one))?;
        rows.put(tx)
    })?;
    Ok(AddedSeats { changed, seats: rows.seats.iter().map(|one| one.id).collect() })
}

/// Says the same of rows that begin an account; nothing needs to be open.
pub fn check_start(app: &mut App, context: &ViewContext, request: StartAccount) -> Result<QuickCheck, Error> {
    // The name is asked for when the rows are added, not while they are typed.
    let name = clean_name(&request.name)?;
    let name = name.unwrap_or_else(|| app.words().speak(context.lang).say("map-core-first-unit"));
    let fresh = Fresh::of(&[], name);
    let plan = fresh.plan(app, context, request.rows.clone())?;
    Ok(told(plan, &request.rows))
}

/// Adds an account with the rows in one step; its identity is in `created`.
pub fn start_account(app: &mut App, context: &ViewContext, request: StartAccount) -> Result<AddedSeats, Error> {
    let policies = app.store()?.list::<Policy>()?;
    let fresh = Fresh::of(&policies, required_name(&request.name)?);
    let plan = sound(fresh.plan(app, context, request.rows)?)?;
    // The chain every account has from the first day, so that roles and weights can be noted at once.
    let standing = standing_decision(fresh.account.id);
    let rows = Rows::new(plan, fresh.account.id, Some(standing.id), None, 0);
    let (_, changed) = app.transact(context.lang, "start-account", |tx| {
        tx.put(&fresh.account)?;
        tx.put(&fresh.root)?;
        tx.put(&standing)?;
        rows.put(tx)
    })?;
    let changed = Changed { created: Some(fresh.account.id.to_string()), ..changed };
    Ok(AddedSeats { changed, seats: rows.seats.iter().map(|one| one.id).collect() })
}

/// An account that is not there yet.
struct Fresh {
    account: Account,
    root: OrgUnit,
}

impl Fresh {
    fn of(policies: &[Policy], name: String) -> Self {
        let (kind, tier, stage) = (AccountKind::Private, AccountTier::B, RelationshipStage::Developing);
        let (account, root) = account_with_root(policies, name, kind, tier, stage);
        Self { account, root }
    }

    fn plan(&self, app: &App, context: &ViewContext, rows: Vec<QuickRow>) -> Result<Plan, Error> {
        check_count(&rows)?;
        let snapshot =
            Snapshot { accounts: vec![self.account.clone()], units: vec![self.root.clone()], ..Snapshot::default() };
        let request =
            AddSeats { account: self.account.id, decision: None, join: true, unit: None, superior: None, rows };
        Ok(Plan::make(&snapshot, &app.words().speak(context.lang), &request, context.today))
    }
}

fn told(plan: Plan, rows: &[QuickRow]) -> QuickCheck {
    QuickCheck {
        sounds: rows.iter().map(|row| super::search::sound(&row.name)).collect(),
        people: plan.rows.iter().filter(|row| row.name.is_some()).count() as u32,
        seats: plan.rows.len() as u32,
        new_units: plan.new_units.iter().map(|one| plan::unit_name(one).to_owned()).collect(),
        problems: plan.problems,
    }
}

/// The plan, when nothing stands in its way.
fn sound(plan: Plan) -> Result<Plan, Error> {
    match plan.problems.iter().filter(|one| one.blocking).count() {
        0 => Ok(plan),
        blocked => Err(Error::refused("rows-blocked").with("count", blocked)),
    }
}

/// A plan with the seats it makes.
struct Rows {
    plan: Plan,
    account: AccountId,
    decision: Option<DecisionId>,
    from_on: Option<Day>,
    seats: Vec<Seat>,
}

impl Rows {
    fn new(plan: Plan, account: AccountId, decision: Option<DecisionId>, from_on: Option<Day>, first: i64) -> Self {
        let seat = |(row, more): (&plan::Planned, i64)| {
            let unit = match row.unit {
                UnitChoice::Known(id) => id,
                UnitChoice::New(at) => plan.new_units[at].id,
            };
            let title = row.title.as_deref().unwrap_or_default();
            let mut seat = new_seat(account, unit, title, None, row.name.is_some(), first.saturating_add(more));
            seat.from_on = from_on;
            if title.is_empty() {
                (seat.title_zh, seat.title_en) = (None, None);
            }
            seat
        };
        let seats = plan.rows.iter().zip(0..).map(seat).collect();
        Self { plan, account, decision, from_on, seats }
    }

    fn put(&self, tx: &mut store::Tx) -> Result<(), Error> {
        self.plan.new_units.iter().try_for_each(|one| tx.put(one))?;
        self.plan.new_staff.iter().try_for_each(|one| tx.put(one))?;
        for (seat, row) in self.seats.iter().zip(&self.plan.rows) {
            tx.put(seat)?;
            row.name.iter().try_for_each(|name| put_holder(tx, seat, name))?;
            let above = match row.above {
                Some(Above::Seat(id)) => Some(id),
                Some(Above::Row(at)) => Some(self.seats[at].id),
                None => None,
            };
            above.iter().try_for_each(|above| tx.put(&reporting(self.account, seat.id, *above, self.from_on)))?;
            if let Some(decision) = self.decision {
                let roles = row.roles.clone();
                tx.put(&ChainMember { roles, ..new_member(decision, seat.id, seat.position) })?;
            }
            row.owner.iter().try_for_each(|staff| tx.put(&self.owned(seat.id, *staff)))?;
        }
        Ok(())
    }

    fn owned(&self, seat: SeatId, staff: StaffId) -> Assignment {
        Assignment {
            id: new_id(),
            r#ref: None,
            seat,
            staff,
            kind: AssignmentKind::Owner,
            from_on: self.from_on,
            to_on: None,
            manual: true,
            confirmed_by: None,
            confirmed_on: None,
        }
    }
}

fn check_count(rows: &[QuickRow]) -> Result<(), Error> {
    if rows.len() > MOST_ROWS {
        return Err(Error::refused("too-many-rows").with("limit", MOST_ROWS).with("count", rows.len()));
    }
    Ok(())
}

/// The account's records, when what the whole request names is there.
fn checked(app: &mut App, request: &AddSeats, today: Day) -> Result<std::sync::Arc<Snapshot>, Error> {
    check_count(&request.rows)?;
    let snapshot = app.account(request.account)?;
    if let Some(id) = request.decision {
        super::must(&snapshot.decisions, id, "decision")?;
    }
    if let Some(id) = request.unit {
        super::unit::unit_on(&snapshot, id, today)?;
    }
    if let Some(id) = request.superior {
        super::must(&snapshot.seats, id, "seat")?;
    }
    Ok(snapshot)
}
