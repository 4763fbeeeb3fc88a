//! Contracts, incidents, budget lines and thresholds: read, put, removed. Deliberately absent: what they warn of.

use domain::engine::budget::budget_state;
use domain::engine::warnings::{LimitCode, LimitOrder};
use domain::*;
use store::Table;

use super::line::amount;
use super::{clean_text, must};
use crate::wire::*;
use crate::{App, Error, new_id};

/// The largest limit anybody may set, in whatever it counts.
const MOST_LIMIT: f64 = 10_000.0;

/// A kind of record.
trait Kept: Table<Id: std::fmt::Display> + Clone {
    const PUT: &'static str;
    const REMOVE: &'static str;
    fn set_id(&mut self, id: Self::Id);
    /// The account it belongs to, if it belongs to one.
    fn account(&self) -> Option<AccountId>;
    /// Cleans the texts and refuses what cannot be.
    fn check(&mut self, snapshot: &Snapshot) -> Result<(), Error>;
}

macro_rules! kept {
    ($record:ident $step:literal: [$($text:ident),*] account $account:expr, $check:expr) => {
        impl Kept for $record {
            const PUT: &'static str = concat!("put-", $step);
            const REMOVE: &'static str = concat!("remove-", $step);
            fn set_id(&mut self, id: Self::Id) {
                self.id = id;
            }
            fn account(&self) -> Option<AccountId> {
                let account: fn(&Self) -> Option<AccountId> = $account;
                account(self)
            }
            fn check(&mut self, snapshot: &Snapshot) -> Result<(), Error> {
                $(self.$text = self.$text.as_deref().map(clean_text).transpose()?.flatten();)*
                let check: fn(&mut Self, &Snapshot) -> Result<(), Error> = $check;
                check(self, snapshot)
            }
        }
    };
}

kept!(Contract "contract": [name_zh, name_en] account |one| Some(one.account), |one, _| {
    named(&one.name_zh, &one.name_en)?;
    in_order(one.starts_on, Some(one.ends_on))
});
kept!(Incident "incident": [text_zh, text_en] account |one| Some(one.account), |one, snapshot| {
    named(&one.text_zh, &one.text_en)?;
    one.owner.map_or(Ok(()), |id| must(&snapshot.staff, id, "staff").map(|_| ()))?;
    in_order(Some(one.on), one.closed_on)
});
kept!(BudgetLine "budget-line": [text] account |one| Some(one.account), |one, _| {
    [one.approved, one.committed, one.actual, one.remaining_plan].into_iter().try_for_each(|value| amount(Some(value)))?;
    if !(0.0..=1.0).contains(&one.probability) {
        return Err(Error::refused("probability"));
    }
    // No miscellany without a word (B.4.10).
    if one.category == CostCategory::Other && one.text.is_none() {
        return Err(Error::refused("budget-text"));
    }
    in_order(Some(one.from_on), Some(one.to_on))
});
kept!(WarningThreshold "threshold": [] account |_| None, |one, snapshot| {
    let code = LimitCode::from_code(&one.code).ok_or(Error::missing("rule"))?;
    let fits = |value: Option<f64>| value.is_none_or(|value| value.is_finite() && (0.0..=MOST_LIMIT).contains(&value));
    if !fits(one.amber) || !fits(one.red) {
        return Err(Error::refused("limit-range").with("limit", MOST_LIMIT));
    }
    let (amber, red) = (one.amber.unwrap_or(code.standard().0), one.red.unwrap_or(code.standard().1));
    let turned = match code.order() {
        LimitOrder::RedAbove => red < amber,
        LimitOrder::RedBelow => red > amber,
        LimitOrder::Apart => false,
    };
    if turned {
        return Err(Error::refused("limit-order"));
    }
    let same = |other: &&WarningThreshold| other.id != one.id && other.code == one.code && other.tier == one.tier;
    if snapshot.warning_thresholds.iter().any(|other| same(&other)) { Err(Error::refused("limit-twice")) } else { Ok(()) }
});

fn named(zh: &Option<String>, en: &Option<String>) -> Result<(), Error> {
    if zh.is_none() && en.is_none() { Err(Error::refused("name-empty")) } else { Ok(()) }
}

fn in_order(first: Option<Day>, last: Option<Day>) -> Result<(), Error> {
    let turned = first.zip(last).is_some_and(|(first, last)| last < first);
    if turned { Err(Error::refused("days-turned")) } else { Ok(()) }
}

macro_rules! each_kind {
    ($value:expr, $one:ident => $run:expr) => {
        match $value {
            WatchLine::Contract($one) => $run,
            WatchLine::Incident($one) => $run,
            WatchLine::BudgetLine($one) => $run,
            WatchLine::WarningThreshold($one) => $run,
        }
    };
}

/// What warnings of an account rest on, and the limits.
pub fn get_watch_lines(app: &mut App, _: &ViewContext, request: GetWatchLines) -> Result<WatchLines, Error> {
    let snapshot = match request.account {
        Some(id) => app.account(id)?,
        None => app.whole()?,
    };
    let budget = |line: &BudgetLine| {
        let state = budget_state(line, request.as_of);
        BudgetRow {
            line: line.clone(),
            used: state.used,
            used_share: state.used_share,
            forecast: state.forecast,
            variance: state.variance,
            pace: state.pace,
        }
    };
    let limit = |code: &LimitCode| {
        let (amber, red) = code.standard();
        LimitRow { code: *code, unit: code.unit(), order: code.order(), amber, red }
    };
    let mut view = WatchLines {
        contracts: snapshot.contracts.clone(),
        incidents: snapshot.incidents.clone(),
        budgets: snapshot.budget_lines.iter().map(budget).collect(),
        thresholds: snapshot.warning_thresholds.clone(),
        limits: LimitCode::ALL.iter().map(limit).collect(),
        currency: snapshot.companies.first().map_or_else(String::new, |one| one.currency.clone()),
    };
    view.contracts.sort_by_key(|one| (one.ends_on, one.id));
    view.incidents.sort_by_key(|one| (one.closed_on.is_some(), std::cmp::Reverse(one.on), one.id));
    view.budgets.sort_by_key(|one| (std::cmp::Reverse(one.line.from_on), one.line.category, one.line.id));
    view.thresholds.sort_by_key(|one| (LimitCode::from_code(&one.code), one.tier, one.id));
    Ok(view)
}

/// Writes a record.
pub fn put_watch_line(app: &mut App, context: &ViewContext, request: PutWatchLine) -> Result<Changed, Error> {
    fn put<K: Kept>(app: &mut App, context: &ViewContext, mut one: K, new: bool) -> Result<Changed, Error> {
        let snapshot = match one.account() {
            Some(account) => app.account(account)?,
            None => app.whole()?,
        };
        if new {
            one.set_id(new_id());
        } else {
            let known = app.store()?.get::<K>(one.id())?.ok_or(Error::missing("line"))?;
            if known.account() != one.account() {
                return Err(Error::missing("account"));
            }
        }
        one.check(&snapshot)?;
        let (_, changed) = app.transact(context.lang, K::PUT, |tx| Ok(tx.put(&one)?))?;
        Ok(Changed { created: new.then(|| one.id().to_string()), ..changed })
    }
    each_kind!(request.line, one => put(app, context, one, request.new))
}

/// Removes a record.
pub fn remove_watch_line(app: &mut App, context: &ViewContext, request: RemoveWatchLine) -> Result<Changed, Error> {
    fn remove<K: Kept>(app: &mut App, context: &ViewContext, id: uuid::Uuid) -> Result<Changed, Error> {
        let id = K::Id::from(id);
        app.store()?.get::<K>(id)?.ok_or(Error::missing("line"))?;
        let (_, changed) = app.transact(context.lang, K::REMOVE, |tx| {
            tx.remove::<K>(id)?;
            Ok(())
        })?;
        Ok(changed)
    }
    let id = uuid::Uuid::parse_str(&request.id).map_err(|_| Error::missing("line"))?;
    match request.kind {
        WatchLineKind::Contract => remove::<Contract>(app, context, id),
        WatchLineKind::Incident => remove::<Incident>(app, context, id),
        WatchLineKind::BudgetLine => remove::<BudgetLine>(app, context, id),
        WatchLineKind::WarningThreshold => remove::<WarningThreshold>(app, context, id),
    }
}
