//! Ways and rooms: 10 arrival and departure, 11 vehicles, 12 hotel.

use super::{Plan, remark, typed};
use crate::briefing::compose::held;
use crate::briefing::sections::{by_lang, name_column};
use crate::briefing::words::clean;
use crate::paper::{Block, Column, Frame, Section, Style, Table, Text};
use domain::engine::brief::QuestionCode;
use domain::{Lodging, TravelLeg, Vehicle, VisitTextKind};

pub(super) fn travel(plan: &Plan) -> Option<Section> {
    let signs = plan.texts(VisitTextKind::Signboard);
    if plan.legs.is_empty() && signs.is_empty() {
        return None;
    }
    let mut blocks = Vec::new();
    if !plan.legs.is_empty() {
        let columns = vec![
            Column::mm(plan.word("way"), 15.0),
            Column::mm(plan.word("when"), 24.0),
            Column::mm(plan.word("number"), 24.0),
            Column::share(plan.word("place"), 1.0),
            name_column(plan.words, "plan-greeter"),
            Column::share(plan.word("note"), 1.0),
        ];
        let rows = plan.legs.iter().map(|one| leg(plan, one)).collect();
        blocks.push(Block::Table(Table::new(columns).rows(rows)));
    }
    for sign in signs {
        let label = Text::styled(plan.word("sign"), Style::NOTE);
        blocks.push(Block::Panel {
            frame: Frame::Box,
            blocks: vec![Block::body(label), Block::body(Text::styled(sign, Style::SERIF))],
        });
    }
    Some(plan.section("10").needs(50.0).blocks(blocks))
}

fn leg(plan: &Plan, one: &TravelLeg) -> Vec<Text> {
    let day = held(&one.on.to_string());
    let at = one.at.map(|at| at.to_string());
    let place = plan.words.pick(&one.place_zh, &one.place_en).map_or_else(Text::dash, Text::of);
    let people = (!one.people.is_empty()).then(|| plan.words.people(&one.people));
    let number = one.number.as_deref().map(clean);
    vec![
        Text::of(plan.label("way", one.direction)),
        Text::name(day).under(at.map_or_else(Text::default, Text::name)),
        number.map_or_else(|| Text::unknown(plan.ask(QuestionCode::Travel)), Text::name),
        place.under(remark(one.meeting_point.as_deref().map(clean))),
        plan.staff(one.greeter),
        typed(&one.note).under(remark(people)),
    ]
}

pub(super) fn vehicles(plan: &Plan) -> Option<Section> {
    if plan.vehicles.is_empty() {
        return None;
    }
    let columns = vec![
        Column::mm(plan.word("vehicle"), 32.0),
        Column::mm(plan.word("plate"), 22.0),
        Column::mm(plan.word("driver"), by_lang(plan.words, 30.0, 33.0)),
        Column::share(plan.word("riders"), 1.0),
        Column::mm(plan.word("route"), 40.0),
    ];
    let rows = plan.vehicles.iter().enumerate().map(|(at, one)| vehicle(plan, at, one)).collect();
    Some(plan.section("11").needs(50.0).blocks(vec![Block::Table(Table::new(columns).rows(rows))]))
}

fn vehicle(plan: &Plan, at: usize, one: &Vehicle) -> Vec<Text> {
    let ask = plan.ask(QuestionCode::Vehicle).filter(|_| !one.spare);
    let number = plan.tell("vehicle-number", &[("number", (at + 1).to_string())]);
    let name = one.name.as_deref().map_or(number, clean);
    let kind = plan.label("vehicle", one.kind);
    let kind = if one.spare { plan.words.list([kind, plan.word("spare")]) } else { kind };
    let unknown = || if one.spare { Text::dash() } else { Text::unknown(ask) };
    let held_or = |text: &Option<String>| text.as_deref().map_or_else(unknown, |text| Text::name(clean(text)));
    let driver = if one.host_drives { Text::of(plan.word("host-drives")) } else { held_or(&one.driver) };
    let phone = one.driver_phone.as_deref().map_or_else(Text::default, |text| Text::name(clean(text)));
    let riders = plan.words.list(one.riders.iter().map(|who| plan.attendee(who)));
    let day = one.leaves_on.map(|on| held(&on.to_string()));
    let leaves: Vec<String> = [day, one.leaves_at.map(|at| at.to_string())].into_iter().flatten().collect();
    let leaves = (!leaves.is_empty()).then(|| leaves.join(" "));
    vec![
        Text::of(name).under(remark(Some(kind))),
        held_or(&one.plate),
        driver.under(phone),
        if riders.is_empty() { Text::dash() } else { Text::of(riders) },
        typed(&one.route).under(remark(leaves)),
    ]
}

pub(super) fn hotel(plan: &Plan) -> Option<Section> {
    let mut blocks: Vec<Block> = super::day::texts(plan, VisitTextKind::Hotel).into_iter().collect();
    if !plan.lodgings.is_empty() {
        let columns = vec![
            name_column(plan.words, "name"),
            Column::share(plan.word("hotel"), 1.0),
            Column::mm(plan.word("room-kind"), 26.0),
            Column::mm(plan.word("room-number"), 18.0),
            Column::mm(plan.word("nights"), 44.0),
            Column::share(plan.word("note"), 0.8),
        ];
        let rows = plan.lodgings.iter().map(|one| room(plan, one)).collect();
        blocks.push(Block::Table(Table::new(columns).rows(rows)));
    }
    (!blocks.is_empty()).then(|| plan.section("12").blocks(blocks))
}

fn room(plan: &Plan, one: &Lodging) -> Vec<Text> {
    let night = |day: Option<domain::Day>| day.map(|day| held(&day.to_string())).unwrap_or_else(|| "—".into());
    vec![
        Text::name(plan.words.person(one.person)),
        plan.words.pick(&one.hotel_zh, &one.hotel_en).map_or_else(Text::dash, Text::of),
        typed(&one.room_kind),
        typed(&one.room_number),
        Text::name(format!("{}–{}", night(one.from_on), night(one.to_on))),
        typed(&one.note),
    ]
}
