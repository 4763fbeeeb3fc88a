//! Who does what: counterparts (8), 24 contingency, 25 contacts, 26 checklist and duties, 27 costs, 28 after the visit.

use super::{Plan, typed};
use crate::briefing::compose::held;
use crate::briefing::sections::{by_lang, name_column};
use crate::briefing::words::clean;
use crate::paper::{Block, Column, Density, Mark, Pair, Run, Section, Style, Table, Text, Tick};
use domain::engine::brief::QuestionCode;
use domain::{ChecklistItem, Contingency, CostLine, VisitGuest, VisitTextKind};

/// `12,300` or `12,300.50`.
pub(super) fn amount(value: f64) -> String {
    let cents = (value * 100.0).round() as i64;
    let whole = (cents / 100).abs().to_string();
    let mut grouped = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    let sign = if cents < 0 { "−" } else { "" };
    let part = (cents % 100).abs();
    if part == 0 { format!("{sign}{grouped}") } else { format!("{sign}{grouped}.{part:02}") }
}

/// What the plan adds to section 8: opposite numbers, when any were chosen.
pub(in crate::briefing) fn counterparts(plan: &Plan) -> Vec<Block> {
    if plan.guests.iter().all(|one| one.counterpart.is_none()) {
        return Vec::new();
    }
    let columns = vec![
        Column::mm(plan.words.word("no"), 8.0),
        name_column(plan.words, "plan-theirs-head"),
        name_column(plan.words, "plan-ours-head"),
        Column::share(plan.word("note"), 1.0),
    ];
    let row = |one: &&VisitGuest| {
        let nobody = || Text::styled(plan.words.word("nobody"), Style::OPEN);
        vec![
            Text::styled(one.protocol_order.to_string(), Style::QUIET),
            Text::name(plan.words.person(one.person)),
            one.counterpart.map_or_else(nobody, |id| Text::name(plan.words.staff(id))),
            typed(&one.counterpart_note),
        ]
    };
    let table = Table::new(columns).rows(plan.guests.iter().map(row).collect());
    vec![Block::sub(plan.word("counterparts")), Block::Table(table)]
}

pub(super) fn contingency(plan: &Plan) -> Option<Section> {
    if plan.cases.is_empty() {
        return None;
    }
    let columns = vec![
        Column::mm(plan.words.word("no"), 8.0),
        Column::mm(plan.word("case"), 44.0),
        Column::share(plan.word("action"), 1.0),
        name_column(plan.words, "plan-who-acts"),
    ];
    let row = |(at, one): (usize, &&Contingency)| {
        let case = plan.keyed("plan-case", one.key.as_deref(), one.trigger.as_deref().filter(|_| one.key.is_none()));
        let act = one.key.as_deref().map(|key| format!("{key}-do"));
        let action = plan.keyed("plan-case", act.as_deref(), one.action.as_deref());
        vec![
            Text::styled((at + 1).to_string(), Style::QUIET),
            Text::styled(case, Style::STRONG),
            if action.is_empty() { Text::dash() } else { Text::of(action) },
            plan.staff(one.owner),
        ]
    };
    let rows = plan.cases.iter().enumerate().map(row).collect();
    Some(plan.section("24").needs(60.0).blocks(vec![Block::Table(Table::new(columns).rows(rows))]))
}

pub(super) fn contacts(plan: &Plan) -> Option<Section> {
    let mut rows: Vec<Vec<Text>> = Vec::new();
    for one in plan.duties.iter().filter(|one| one.phone.is_some()) {
        let duty = plan.label("duty", one.duty);
        rows.push(vec![Text::of(duty), Text::name(plan.words.staff(one.staff)), phone(&one.phone)]);
    }
    for one in &plan.contacts {
        let function = plan.words.pick(&one.function_zh, &one.function_en).map_or_else(Text::dash, Text::of);
        let name = one.name.as_deref().map_or_else(Text::dash, |name| Text::name(clean(name)));
        rows.push(vec![function, name, phone(&one.phone)]);
    }
    let columns = || {
        vec![
            Column::share(plan.word("function"), 1.0),
            name_column(plan.words, "name"),
            Column::mm(plan.word("phone"), 30.0),
        ]
    };
    (!rows.is_empty()).then(|| {
        let table = Block::Table(Table::new(columns()).rows(rows));
        plan.section("25").needs(40.0).blocks(vec![table])
    })
}

fn phone(number: &Option<String>) -> Text {
    number.as_deref().map_or_else(Text::dash, |number| Text::name(clean(number)))
}

pub(super) fn checklist(plan: &Plan) -> Option<Section> {
    let mut blocks = Vec::new();
    if !plan.checklist.is_empty() {
        let columns = vec![
            Column::mm("T", 12.0),
            Column::mm(plan.word("due"), 24.0),
            Column::mm("", 7.0),
            Column::share(plan.word("task"), 1.0),
            Column::mm(plan.word("owner"), by_lang(plan.words, 24.0, 30.0)),
            Column::mm(plan.word("evidence"), 42.0),
        ];
        let rows = plan.checklist.iter().map(|one| task(plan, one)).collect();
        blocks.push(Block::Table(Table::new(columns).density(Density::Tight).rows(rows)));
    }
    if !plan.duties.is_empty() {
        let rows = plan.duties.iter().map(|one| {
            let duty = Text::of(plan.label("duty", one.duty));
            let text = one.text.as_deref().map(clean).unwrap_or_default();
            let text = if text.is_empty() { duty } else { duty.dot().and(text, Style::PLAIN) };
            Pair::new(Text::name(plan.words.staff(one.staff)), text)
        });
        blocks.extend([Block::sub(plan.word("duties")), Block::Pairs { rows: rows.collect() }]);
    }
    let aside = format!("T = {}", held(&plan.visit.starts_on.to_string()));
    (!blocks.is_empty()).then(|| plan.section("26").aside(Text::of(aside).alone()).new_page().blocks(blocks))
}

fn task(plan: &Plan, one: &ChecklistItem) -> Vec<Text> {
    let state = if one.done_on.is_some() { Tick::Done } else { Tick::Open };
    let late = one.done_on.is_none() && one.due_on < plan.briefing.as_of;
    let due = held(one.due_on.to_string().get(5..).unwrap_or_default());
    let weekday =
        plan.words.word(&format!("plan-weekday-{}", chrono::Datelike::weekday(&one.due_on).number_from_monday()));
    let style = if late { Style::OPEN } else { Style::PLAIN };
    let day = match one.offset_days {
        0 => "T".to_owned(),
        before @ ..0 => format!("T\u{2212}{}", before.unsigned_abs()),
        after => format!("T+{after}"),
    };
    let done = one.done_on.map(|on| held(&on.to_string()));
    let owner = match one.owner {
        Some(id) => Text::name(plan.words.staff(id)),
        None if one.done_on.is_some() => Text::dash(),
        None => Text::default().run(Run::Unknown { ask: plan.ask(QuestionCode::Task) }),
    };
    vec![
        Text::default().and_name(day, Style::STRONG),
        Text::default().and_name(format!("{due} {weekday}"), style),
        Text::mark(Mark::Tick { state }),
        Text::of(plan.keyed("check", one.key.as_deref(), one.text.as_deref())),
        owner,
        Text::styled(plan.words.list([done, one.evidence.as_deref().map(clean)].into_iter().flatten()), Style::NOTE),
    ]
}

pub(super) fn costs(plan: &Plan) -> Option<Section> {
    if plan.costs.is_empty() {
        return None;
    }
    let columns = vec![
        Column::mm(plan.word("category"), 28.0),
        Column::share(plan.word("basis"), 1.0),
        Column::mm(plan.word("planned"), 26.0).right(),
        Column::mm(plan.word("actual"), 26.0).right(),
        Column::mm(plan.word("funding"), 32.0),
    ];
    let sum = |of: fn(&CostLine) -> Option<f64>| {
        let known: Vec<f64> = plan.costs.iter().filter_map(|one| of(one)).collect();
        if known.is_empty() { Text::dash() } else { Text::of(amount(known.iter().sum())) }
    };
    let money = |value: Option<f64>| value.map_or_else(Text::dash, |value| Text::of(amount(value)));
    let row = |one: &&CostLine| {
        let category = Text::of(plan.label("cost", one.category));
        vec![category, typed(&one.text), money(one.planned), money(one.actual), typed(&one.funding)]
    };
    let mut rows: Vec<Vec<Text>> = plan.costs.iter().map(row).collect();
    let limit = plan.visit.budget_limit.map(|most| plan.tell("budget-limit", &[("amount", amount(most))]));
    let planned: f64 = plan.costs.iter().filter_map(|one| one.planned).sum();
    let over = plan.visit.budget_limit.is_some_and(|most| planned > most);
    let limit = limit.map_or_else(Text::dash, |text| Text::styled(text, if over { Style::OPEN } else { Style::NOTE }));
    rows.push(vec![
        Text::of(plan.words.word("total")),
        Text::default(),
        sum(|one| one.planned),
        sum(|one| one.actual),
        limit,
    ]);
    let table = Table { total: true, ..Table::new(columns).rows(rows) };
    Some(plan.section("27").needs(60.0).blocks(vec![Block::Table(table)]))
}

pub(super) fn after(plan: &Plan) -> Option<Section> {
    let mut rows = Vec::new();
    for (key, kind) in [("minutes-text", VisitTextKind::Minutes), ("review", VisitTextKind::Review)] {
        rows.extend(plan.paragraphs(kind).into_iter().map(|text| Pair::new(plan.word(key), text)));
    }
    let day = |on: domain::Day| held(&on.to_string());
    rows.extend(plan.visit.next_touch_on.map(|on| Pair::new(plan.word("next-touch"), day(on))));
    rows.extend(plan.visit.cleaned_on.map(|on| Pair::new(plan.word("cleaned"), day(on))));
    if rows.is_empty() && plan.agenda.is_empty() {
        return None;
    }
    let mut blocks = Vec::new();
    if !rows.is_empty() {
        blocks.push(Block::Pairs { rows });
    }
    blocks.push(Block::Ruled { label: plan.word("debrief").into(), lines: Some(4) });
    Some(plan.section("28").needs(48.0).blocks(blocks))
}

#[cfg(test)]
mod tests {
    use super::amount;

    #[test]
    fn amounts_are_grouped_by_thousands() {
        for (value, text) in
            [(0.0, "0"), (999.0, "999"), (1_120.0, "1,120"), (1_234_567.5, "1,234,567.50"), (-2_000.0, "−2,000")]
        {
            assert_eq!(amount(value), text);
        }
    }
}
