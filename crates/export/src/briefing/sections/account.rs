//! Section 6 of the internal briefing: the account and the business with it, as far as the workspace knows.
//!
//! Owns: which facts of an account are told and how they are laid out. Deliberately absent: judging them (`engine::health`,
//! the findings of section 7), and what no record holds (strategy, share of their purchases).

use domain::engine::business::{figures_of, order_trend, overdue};
use domain::{Account, AccountId, Code, CompetitorSignal, Confidence, Day, Figures, Snapshot};

use super::{by_lang, name_column};
use crate::briefing::compose::held;
use crate::briefing::words::{Words, clean};
use crate::paper::{Block, Column, Pair, Section, Style, Table, Text};

/// Months of orders that are added up.
const YEAR: usize = 12;

/// `None` when the records hold no such account.
pub(super) fn account(id: AccountId, as_of: Day, words: &Words) -> Option<Section> {
    let from = words.snapshot;
    let account = from.account(id)?;
    let mut rows = vec![Pair::new(words.word("account-is"), standing(account, words))];
    rows.extend(figures_of(from, id).map(|one| business(one, as_of, words)).unwrap_or_default());
    rows.push(Pair::new(words.word("account-contact"), contact(from, id, as_of, words)));
    let mut blocks = vec![Block::Pairs { rows }];
    if figures_of(from, id).is_none() {
        blocks.push(Block::note(words.word("account-no-figures")));
    }
    blocks.extend(projects(from, id, as_of, words));
    blocks.extend(rivals(from, id, as_of, words));
    Some(Section::numbered("6", words.word("s6")).needs(46.0).blocks(blocks))
}

fn standing(account: &Account, words: &Words) -> Text {
    let label = |code: &str| clean(&words.wording.text(&format!("code-{code}"), &[]));
    let tier = words.tell("account-tier", &[("tier", account.tier.code().to_owned())]);
    Text::of(label(account.kind.code()))
        .dot()
        .and(tier, Style::PLAIN)
        .dot()
        .and(words.code("stage", account.stage), Style::PLAIN)
}

/// Orders of the last twelve months that are known, their trend, and what is owed.
fn business(one: &Figures, as_of: Day, words: &Words) -> Vec<Pair> {
    let unit = one.orders_unit.as_deref().map(clean).unwrap_or_default();
    let mut rows = Vec::new();
    if !one.orders.is_empty() {
        let recent = &one.orders[one.orders.len().saturating_sub(YEAR)..];
        let facts = [("months", recent.len().to_string()), ("sum", number(recent.iter().sum())), ("unit", unit)];
        let mut text = Text::of(words.tell("account-orders-sum", &facts));
        if let Some(trend) = order_trend(one, as_of) {
            let facts = [("percent", number(trend.abs()))];
            let key = if trend < 0.0 { "account-orders-down" } else { "account-orders-up" };
            text = text.dot().and(words.tell(key, &facts), if trend < 0.0 { Style::OPEN } else { Style::PLAIN });
        }
        rows.push(Pair::new(words.word("account-orders"), text));
    }
    let total = one.receivable_total.map(|sum| words.tell("account-receivable-sum", &[("sum", number(sum))]));
    let late = overdue(one).map(|late| {
        let facts = [
            ("sum", one.overdue.map_or_else(|| "—".to_owned(), number)),
            ("days", late.days.to_string()),
            ("percent", number(late.share)),
        ];
        words.tell("account-overdue-sum", &facts)
    });
    if total.is_some() || late.is_some() {
        let text = Text::of(total.unwrap_or_default());
        let text = match late {
            Some(late) if one.receivable_total.is_some() => text.dot().and(late, Style::OPEN),
            Some(late) => Text::styled(late, Style::OPEN),
            None => text,
        };
        rows.push(Pair::new(words.word("account-receivable"), text));
    }
    if let Some(day) = one.updated_on {
        rows.push(Pair::new(words.word("account-as-of"), Text::styled(held(&day.to_string()), Style::QUIET)));
    }
    rows
}

/// How often we met within a year, and when they were here last.
fn contact(from: &Snapshot, id: AccountId, as_of: Day, words: &Words) -> Text {
    let since = as_of.checked_sub_months(chrono::Months::new(12)).unwrap_or(Day::MIN);
    let met = from.touches.iter().filter(|one| one.account == id && since < one.on && one.on <= as_of).count();
    let text = Text::of(words.tell("account-touches", &[("count", met.to_string())]));
    let visits = from.visits.iter().filter(|one| one.account == id && one.starts_on < as_of);
    match visits.map(|one| one.starts_on).max() {
        Some(day) => text.dot().and(words.tell("account-last-visit", &[("day", held(&day.to_string()))]), Style::PLAIN),
        None => text.dot().and(words.word("account-first-visit"), Style::PLAIN),
    }
}

/// Decisions that are open: what they buy or renew.
fn projects(from: &Snapshot, id: AccountId, as_of: Day, words: &Words) -> Vec<Block> {
    let open = from.decisions.iter().filter(|one| one.account == id && one.closed_on.is_none_or(|on| on > as_of));
    let row = |one: &domain::Decision| {
        let name = words.pick(&one.name_zh, &one.name_en)?;
        let kind = clean(&words.wording.text(&format!("code-{}", one.kind.code()), &[]));
        let ends = |day: Option<Day>| day.map_or_else(|| "…".to_owned(), |one| held(&one.to_string()));
        let barred = one.blackout_from.or(one.blackout_to).is_some();
        let facts = [("from", ends(one.blackout_from)), ("to", ends(one.blackout_to))];
        let blackout =
            if barred { Text::styled(words.tell("account-blackout", &facts), Style::OPEN) } else { Text::dash() };
        Some(vec![Text::of(name), Text::of(kind), blackout])
    };
    let rows: Vec<Vec<Text>> = open.filter_map(row).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let columns = vec![
        Column::share(words.word("account-project"), 1.0),
        Column::mm(words.word("account-project-kind"), by_lang(words, 30.0, 36.0)),
        Column::mm(words.word("account-silence"), by_lang(words, 52.0, 58.0)),
    ];
    vec![Block::sub(words.word("account-projects")), Block::Table(Table::new(columns).rows(rows))]
}

/// What was lawfully learnt of rivals, newest first; hearsay is left out.
fn rivals(from: &Snapshot, id: AccountId, as_of: Day, words: &Words) -> Vec<Block> {
    let sure = |one: &&CompetitorSignal| one.account == id && one.on <= as_of && one.confidence != Confidence::Rumour;
    let mut signals: Vec<_> = from.competitor_signals.iter().filter(sure).collect();
    signals.sort_by_key(|one| (std::cmp::Reverse(one.on), one.id));
    if signals.is_empty() {
        let none = Text::styled(words.word("checked-none"), Style::QUIET);
        return vec![Block::sub(words.word("account-rivals")), Block::body(none)];
    }
    let columns = vec![
        Column::mm(words.word("account-on"), 22.0),
        Column::share(words.word("matter"), 1.0),
        name_column(words, "account-source"),
    ];
    let row = |one: &&CompetitorSignal| {
        vec![
            Text::styled(held(&one.on.to_string()), Style::QUIET),
            Text::of(words.pick(&one.text_zh, &one.text_en).unwrap_or_default()),
            Text::styled(clean(&one.lawful_source), Style::NOTE),
        ]
    };
    let table = Table::new(columns).rows(signals.iter().map(row).collect());
    vec![Block::sub(words.word("account-rivals")), Block::Table(table)]
}

/// A number as short as it is exact to a tenth.
fn number(value: f64) -> String {
    format!("{value:.1}").trim_end_matches(".0").to_owned()
}
