//! The day: 9 agenda, 13 meals, 14 venue, 16 tour, and the strip on the cover.

use super::{Plan, list, remark, span, stacked, typed};
use crate::briefing::compose::held;
use crate::briefing::sections::{by_lang, name_column};
use crate::briefing::words::clean;
use crate::paper::{Block, Column, DayItem, DayStrip, Density, Pair, Section, Style, Table, Text};
use domain::{AgendaItem, AgendaKind, AgendaState, Day, Meal, TourStop, VisitTextKind};

/// Days shown as a strip on the cover.
const STRIPS: usize = 2;

/// Agenda days in order.
fn days(plan: &Plan) -> Vec<Day> {
    let mut days: Vec<Day> = plan.agenda.iter().map(|one| one.on).collect();
    days.dedup();
    days
}

pub(super) fn agenda(plan: &Plan) -> Option<Section> {
    let days = days(plan);
    let first = *days.first()?;
    let mut blocks = Vec::new();
    for day in &days {
        if days.len() > 1 {
            blocks.push(Block::sub(plan.words.long_day(*day)));
        }
        let rows = plan.agenda.iter().filter(|one| one.on == *day).map(|one| agenda_row(plan, one)).collect();
        let columns = vec![
            Column::mm(plan.word("time"), 23.0),
            Column::share(plan.word("item"), 1.0),
            Column::mm(plan.word("place"), 36.0),
            name_column(plan.words, "plan-lead"),
            Column::mm(plan.word("material"), 28.0),
            Column::mm(plan.word("state"), by_lang(plan.words, 12.0, 15.0)),
        ];
        blocks.push(Block::Table(Table::new(columns).rows(rows)));
    }
    let aside = if days.len() == 1 { plan.words.long_day(first) } else { String::new() };
    Some(plan.section("9").aside(aside).needs(130.0).blocks(blocks))
}

fn agenda_row(plan: &Plan, one: &AgendaItem) -> Vec<Text> {
    let words = plan.words;
    let title = words.pick(&one.title_zh, &one.title_en).unwrap_or_else(|| plan.label("agenda", one.kind));
    let ours = words.staff_list(&one.ours);
    let ours = (!ours.is_empty()).then(|| plan.tell("ours", &[("names", ours)]));
    let theirs = (!one.theirs.is_empty()).then(|| plan.tell("theirs", &[("names", words.people(&one.theirs))]));
    let style = if one.state == AgendaState::Draft { Style::QUIET } else { Style::PLAIN };
    vec![
        Text::name(span(one.starts_at, one.ends_at)),
        Text::of(title).under(remark(ours)).under(remark(theirs)),
        words.pick(&one.place_zh, &one.place_en).map_or_else(Text::dash, Text::of),
        plan.staff(one.lead),
        one.material.as_deref().map_or_else(Text::dash, |text| Text::styled(clean(text), Style::NOTE)),
        Text::styled(plan.label("state", one.state), style),
    ]
}

/// The first days as strips: content slots only, the talks strong.
pub(in crate::briefing) fn day_strips(plan: &Plan) -> Vec<Block> {
    let mut strips = Vec::new();
    let days = days(plan);
    for day in days.iter().take(STRIPS) {
        let items = plan.agenda.iter().filter(|one| one.on == *day).filter_map(|one| item(plan, one));
        let items = items.fold(Vec::new(), joined);
        let (Some(from), Some(to)) = (items.iter().map(|one| one.from).min(), items.iter().map(|one| one.to).max())
        else {
            continue;
        };
        let strip = DayStrip { from: from / 60 * 60, to: to.div_ceil(60) * 60, items };
        let label = if days.len() > 1 { plan.words.long_day(*day) } else { plan.word("day") };
        strips.push(Block::captioned(label, vec![Block::DayStrip(strip)]));
    }
    strips
}

fn item(plan: &Plan, one: &AgendaItem) -> Option<DayItem> {
    let (from, to) = (u32::from(one.starts_at.minutes()), u32::from(one.ends_at?.minutes()));
    let label = Text::of(plan.label("agenda", one.kind));
    (to > from).then_some(DayItem { from, to, label, strong: one.kind == AgendaKind::Talks })
}

/// What begins while something else goes on is drawn as one stretch with it: a strip has one row.
fn joined(mut strip: Vec<DayItem>, next: DayItem) -> Vec<DayItem> {
    match strip.last_mut().filter(|last| next.from < last.to) {
        Some(last) => {
            last.to = last.to.max(next.to);
            last.strong |= next.strong;
        }
        None => strip.push(next),
    }
    strip
}

/// What the plan adds to section 13.
pub(in crate::briefing) fn meals(plan: &Plan) -> Vec<Block> {
    plan.meals.iter().flat_map(|one| meal(plan, one)).collect()
}

fn meal(plan: &Plan, one: &Meal) -> Vec<Block> {
    let words = plan.words;
    let place = words.pick(&one.place_zh, &one.place_en);
    let at = one.at.map(|at| at.to_string());
    let title = [Some(plan.label("meal", one.kind)), Some(held(&one.on.to_string())), at, place];
    let title = title.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let money = |amount: f64| plan.tell("per-head", &[("amount", super::duties::amount(amount))]);
    let hosts = words.staff_list(&one.hosts);
    let rows = [
        ("standard", one.per_head.map(money).map(Text::of)),
        ("tables", Some(words.tell("tables", &[("count", one.tables.to_string())]).into())),
        ("table-hosts", (!hosts.is_empty()).then(|| hosts.into())),
        ("toast", one.toast.as_deref().map(stacked)),
        ("menu", one.menu.as_deref().map(stacked)),
        ("alcohol", Some(plan.word(if one.alcohol { "alcohol-served" } else { "alcohol-none" }).into())),
        ("note", one.note.as_deref().map(stacked)),
    ];
    let rows = rows.into_iter().filter_map(|(key, text)| Some(Pair::new(plan.word(key), text?))).collect();
    vec![Block::sub(title), Block::Pairs { rows }]
}

pub(super) fn venue(plan: &Plan) -> Option<Section> {
    let texts = [("venue", VisitTextKind::Venue), ("wifi", VisitTextKind::Wifi)];
    let rows = texts
        .into_iter()
        .flat_map(|(key, kind)| plan.paragraphs(kind).into_iter().map(move |text| Pair::new(plan.word(key), text)));
    let rows: Vec<Pair> = rows.collect();
    (!rows.is_empty()).then(|| plan.section("14").blocks(vec![Block::Pairs { rows }]))
}

pub(super) fn tour(plan: &Plan) -> Option<Section> {
    if plan.stops.is_empty() {
        return None;
    }
    let minutes = |stops: &mut dyn Iterator<Item = &&TourStop>| stops.map(|one| one.minutes).sum::<u32>();
    let columns = vec![
        Column::mm(plan.words.word("no"), 8.0),
        Column::share(plan.word("stop"), 1.0),
        Column::mm(plan.word("minutes"), 14.0).right(),
        name_column(plan.words, "plan-guide"),
        Column::share(plan.word("message"), 1.5),
        Column::mm(plan.word("photo"), 18.0),
    ];
    let rows = plan.stops.iter().enumerate().map(|(at, one)| stop(plan, at, one)).collect();
    let mut blocks = vec![Block::Table(Table::new(columns).density(Density::Normal).rows(rows))];
    let kept: Vec<_> = (1..).zip(&plan.stops).filter(|(_, one)| !one.skip_when_late).collect();
    if kept.len() < plan.stops.len() {
        let numbers = plan.words.list(kept.iter().map(|(number, _)| number.to_string()));
        let rest = minutes(&mut kept.iter().map(|(_, one)| *one)).to_string();
        blocks.push(Block::note(plan.tell("tour-late", &[("stops", numbers), ("minutes", rest)])));
    }
    let whole = minutes(&mut plan.stops.iter()).to_string();
    Some(plan.section("16").aside(plan.tell("tour-minutes", &[("minutes", whole)])).needs(50.0).blocks(blocks))
}

fn stop(plan: &Plan, at: usize, one: &TourStop) -> Vec<Text> {
    let photo = if one.photo_allowed {
        Text::of(plan.word("photo-yes"))
    } else {
        Text::styled(plan.word("photo-no"), Style::OPEN)
    };
    let title = plan.words.pick(&one.title_zh, &one.title_en).map_or_else(Text::dash, Text::of);
    vec![
        Text::styled((at + 1).to_string(), Style::QUIET),
        title.under(remark(one.gear.as_deref().map(clean))),
        Text::of(one.minutes.to_string()),
        plan.staff(one.guide),
        typed(&one.message),
        photo,
    ]
}

/// The texts of a kind as a list.
pub(super) fn texts(plan: &Plan, kind: VisitTextKind) -> Option<Block> {
    list(plan.paragraphs(kind))
}
