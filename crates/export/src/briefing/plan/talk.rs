//! What is said and worn: 17 talking points, 18 sensitive topics, 19 speeches, 20 gifts, 21 interpreter, 22 dress, 23
//! safety.

use super::{Plan, list, typed};
use crate::briefing::compose::held;
use crate::briefing::sections::{by_lang, name_column};
use crate::briefing::words::clean;
use crate::paper::{Block, Column, Density, Pair, Section, Speech, Style, Table, Text};
use domain::{Duty, PersonId, TalkingPoint, TalkingPointKind, VisitGuest, VisitTextKind};

pub(super) fn points(plan: &Plan) -> Option<Section> {
    let openers = plan.points_of(TalkingPointKind::Opener);
    let points = plan.points_of(TalkingPointKind::Point);
    if openers.is_empty() && points.is_empty() {
        return None;
    }
    let mut blocks = Vec::new();
    let said = openers.iter().filter_map(|one| one.text.as_deref().or(one.topic.as_deref()).map(clean).map(Text::of));
    if let Some(openers) = list(said.collect()) {
        blocks.extend([Block::sub(plan.word("openers")), openers]);
    }
    let (own, points): (Vec<_>, Vec<_>) = points.into_iter().partition(|one| is_for_one(plan, one));
    if !points.is_empty() {
        let columns = vec![
            Column::mm(plan.word("topic"), 24.0),
            Column::share(plan.word("we-say"), 1.15),
            Column::share(plan.word("proof"), 1.0),
            Column::share(plan.word("we-ask"), 1.0),
            Column::share(plan.word("may-be-asked"), 1.2),
            Column::mm(plan.word("who-answers"), by_lang(plan.words, 16.0, 22.0)),
        ];
        let rows = points.iter().map(|one| point(plan, one)).collect();
        blocks.push(Block::Table(Table::new(columns).density(Density::Tight).rows(rows)));
    }
    blocks.extend(for_guests(plan, &own));
    Some(plan.section("17").new_page().blocks(blocks))
}

/// Whether a point is meant for one of the guests alone.
fn is_for_one(plan: &Plan, point: &TalkingPoint) -> bool {
    point.about.is_some_and(|person| plan.guests.iter().any(|one| one.person == person))
}

/// The whole point in a few lines: what to say, and under it what belongs to it.
fn whole(plan: &Plan, one: &TalkingPoint) -> Text {
    let head = [&one.topic, &one.text].into_iter().flatten().map(|text| Text::of(clean(text)));
    let more = [&one.proof, &one.question, &one.expected_question].into_iter().flatten().map(|text| clean(text));
    let answer = one.answer.as_deref().map(|text| plan.tell("answer", &[("text", clean(text))]));
    let speaker = one.speaker.map(|id| plan.words.staff(id));
    let under = more.chain(answer).chain(speaker).map(|text| Text::styled(text, Style::NOTE));
    head.chain(under).reduce(Text::under).unwrap_or_default()
}

/// What is meant for one guest alone: a line a guest, in protocol order.
fn for_guests(plan: &Plan, points: &[&TalkingPoint]) -> Option<Block> {
    let said = |guest: PersonId| {
        let own = points.iter().filter(|one| one.about == Some(guest));
        own.map(|one| whole(plan, one)).reduce(Text::under)
    };
    let row = |guest: &&VisitGuest| Some(vec![Text::name(plan.words.person(guest.person)), said(guest.person)?]);
    let rows: Vec<Vec<Text>> = plan.guests.iter().filter_map(row).collect();
    let columns = vec![name_column(plan.words, "plan-to-whom"), Column::share(plan.word("said"), 1.0)];
    (!rows.is_empty()).then(|| Block::Table(Table::new(columns).rows(rows)))
}

fn point(plan: &Plan, one: &TalkingPoint) -> Vec<Text> {
    let asked = match (&one.expected_question, &one.answer) {
        (None, None) => Text::dash(),
        (question, answer) => {
            let question = question.as_deref().map_or_else(Text::default, |text| Text::of(clean(text)));
            let answer = answer.as_deref().map(|text| plan.tell("answer", &[("text", clean(text))]));
            question.under(answer.map_or_else(Text::default, Text::of))
        }
    };
    let topic = one.topic.as_deref().map_or_else(Text::dash, |text| Text::styled(clean(text), Style::STRONG));
    vec![topic, typed(&one.text), typed(&one.proof), typed(&one.question), asked, plan.staff(one.speaker)]
}

pub(super) fn sensitive(plan: &Plan) -> Option<Section> {
    let points = plan.points_of(TalkingPointKind::Sensitive);
    if points.is_empty() {
        return None;
    }
    let (own, points): (Vec<_>, Vec<_>) = points.into_iter().partition(|one| is_for_one(plan, one));
    let columns = vec![
        Column::mm(plan.words.word("no"), 8.0),
        Column::share(plan.word("avoid"), 1.0),
        Column::share(plan.word("if-raised"), 1.55),
        name_column(plan.words, "plan-hand-to"),
    ];
    let row = |(at, one): (usize, &&TalkingPoint)| {
        let avoid = one.topic.as_deref().or(one.text.as_deref()).map(clean).unwrap_or_default();
        let more = one.text.as_deref().filter(|_| one.topic.is_some()).map(clean);
        vec![
            Text::styled((at + 1).to_string(), Style::QUIET),
            Text::styled(avoid, Style::STRONG).under(super::remark(more)),
            typed(&one.answer),
            plan.staff(one.speaker),
        ]
    };
    let rows: Vec<Vec<Text>> = points.iter().enumerate().map(row).collect();
    let mut blocks = Vec::new();
    if !rows.is_empty() {
        blocks.push(Block::Table(Table::new(columns).rows(rows)));
    }
    blocks.extend(for_guests(plan, &own));
    Some(plan.section("18").needs(40.0).blocks(blocks))
}

pub(super) fn speeches(plan: &Plan) -> Option<Section> {
    let points = plan.points_of(TalkingPointKind::Speech);
    let speech = |one: &&TalkingPoint| {
        let words = one.text.as_deref()?;
        let paragraphs = words.lines().filter(|line| !line.trim().is_empty());
        let minutes = one.minutes.map(|minutes| plan.tell("minutes-long", &[("minutes", minutes.to_string())]));
        let place = [one.topic.as_deref().map(clean), minutes].into_iter().flatten();
        Some(Block::Speech(Speech {
            speaker: plan.staff(one.speaker),
            place: Text::of(plan.words.list(place)),
            words: paragraphs.fold(Text::default(), |text, line| text.under(Text::of(clean(line)))),
        }))
    };
    let blocks: Vec<Block> = points.iter().filter_map(speech).collect();
    (!blocks.is_empty()).then(|| plan.section("19").needs(40.0).blocks(blocks))
}

pub(super) fn gift(plan: &Plan) -> Option<Section> {
    let visit = plan.visit;
    if !visit.gift_decided {
        return None;
    }
    let mut rows = Vec::new();
    let item = visit.gift_item.as_deref().map_or_else(|| plan.words.word("gift-none"), clean);
    rows.push(Pair::new(plan.word("gift"), item));
    let value = visit.gift_value.filter(|_| visit.gift_item.is_some()).map(super::duties::amount);
    let policy = domain::engine::brief::policy_of(plan.words.snapshot, plan.briefing.account);
    let limit = policy.map(|one| plan.tell("gift-limit", &[("amount", super::duties::amount(one.gift_max))]));
    let allowed = visit.gift_approver.map(|id| plan.words.staff(id));
    let allowed = allowed
        .map(|name| plan.words.list([Some(name), visit.gift_exception.as_deref().map(clean)].into_iter().flatten()));
    let more = [
        ("gift-value", value),
        ("gift-quantity", visit.gift_quantity.map(|count| count.to_string())),
        ("gift-meaning", visit.gift_meaning.as_deref().map(clean)),
        ("gift-moment", visit.gift_moment.as_deref().map(clean)),
        ("gift-rule", limit),
        ("gift-exception", allowed),
    ];
    rows.extend(more.into_iter().filter_map(|(key, text)| Some(Pair::new(plan.word(key), text?))));
    Some(plan.section("20").blocks(vec![Block::Pairs { rows }]))
}

pub(super) fn interpreter(plan: &Plan) -> Option<Section> {
    let on_duty = plan.duties.iter().filter(|one| one.duty == Duty::Interpreter);
    let mut rows: Vec<Pair> = on_duty
        .map(|one| {
            let more = [one.text.as_deref().map(clean), one.phone.as_deref().map(clean)].into_iter().flatten();
            Pair::new(Text::name(plan.words.staff(one.staff)), plan.words.list(more))
        })
        .collect();
    let texts = plan.texts(VisitTextKind::Interpreter);
    rows.extend(texts.into_iter().map(|text| Pair::new(plan.word("interpreting"), text)));
    (!rows.is_empty()).then(|| plan.section("21").blocks(vec![Block::Pairs { rows }]))
}

/// Pairs of a kind of text under one label each.
fn labelled(plan: &Plan, kinds: &[(&str, VisitTextKind)]) -> Vec<Pair> {
    let pairs = kinds
        .iter()
        .flat_map(|(key, kind)| plan.paragraphs(*kind).into_iter().map(|text| Pair::new(plan.word(key), text)));
    pairs.collect()
}

pub(super) fn dress(plan: &Plan) -> Option<Section> {
    let rows = labelled(plan, &[("dress", VisitTextKind::Dress), ("weather", VisitTextKind::Weather)]);
    (!rows.is_empty()).then(|| plan.section("22").blocks(vec![Block::Pairs { rows }]))
}

pub(super) fn safety(plan: &Plan) -> Option<Section> {
    let mut items = plan.paragraphs(VisitTextKind::Security);
    items.extend(plan.paragraphs(VisitTextKind::Secrecy));
    let block = list(items)?;
    let mut blocks = vec![block];
    if let Some(on) = plan.visit.redaction_checked_on {
        blocks.push(Block::note(plan.tell("redaction-checked", &[("day", held(&on.to_string()))])));
    }
    Some(plan.section("23").blocks(blocks))
}
