//! A workspace with two records of every kind: one with every field filled, one with only what must be there.
#![allow(dead_code, unused_imports, reason = "shared by several test programs, none of which needs all of it")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]
#![allow(clippy::too_many_lines, reason = "records written out, a line a field")]

mod court;
mod doings;
mod import;
mod map;
mod photo;
mod plan;
mod right;
mod sides;

use domain::{Day, Snapshot};
pub use photo::picture;
pub use sides::{person, person_bare};
use store::Step;
use uuid::Uuid;

/// The identity number `n`: rising, and of version 7.
pub fn id(n: u64) -> Uuid {
    uuid::Builder::from_unix_timestamp_millis(1_790_000_000_000 + n, &[0; 10]).into_uuid()
}

/// A day of 2026.
pub fn day(month: u32, day: u32) -> Day {
    Day::from_ymd_opt(2026, month, day).unwrap()
}

/// A step called `op`; every step of one test may share the identity, the store does not mind.
pub fn step(op: &str) -> Step<'_> {
    Step { id: id(900_000), op, params: serde_json::json!({ "n": 1 }), at: AT.into(), actor: "u01".into() }
}

/// A moment for steps.
pub const AT: &str = "2026-11-20T09:00:00+08:00";

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

/// A record with its identity, and with a name elsewhere when it is the full one of the two.
fn record<T: serde::de::DeserializeOwned>(number: u64, name: Option<&str>, parts: [serde_json::Value; 2]) -> T {
    let mut all = serde_json::json!({ "id": id(number) });
    let more = name.map_or(serde_json::json!({}), |name| serde_json::json!({ "ref": name }));
    for part in parts.into_iter().chain([more]) {
        all.as_object_mut().unwrap().extend(part.as_object().unwrap().clone());
    }
    serde_json::from_value(all).unwrap()
}

/// A full and a bare record of a kind, made by the `record` of the file it stands in.
macro_rules! two {
    ($all:ident . $field:ident, $number:literal, $name:literal: $full:tt, $bare:tt) => {
        $all.$field = vec![
            record($number, Some($name), serde_json::json!($full)),
            record($number + 1, None, serde_json::json!($bare)),
        ];
    };
}
use two;

/// Everything, two of each.
pub fn full() -> Snapshot {
    let mut all = Snapshot::default();
    sides::ours(&mut all);
    sides::theirs(&mut all);
    map::chart(&mut all);
    map::chain(&mut all);
    doings::visits(&mut all);
    doings::bonds(&mut all);
    doings::matters(&mut all);
    map::views(&mut all);
    plan::plan(&mut all);
    court::court(&mut all);
    photo::photos(&mut all);
    import::sources(&mut all);
    sides::questions(&mut all);
    right::rights(&mut all);
    all
}

/// What a file of the first schema can hold of it.
pub fn full_of_schema_1() -> Snapshot {
    let mut all = full();
    all.saved_views.clear();
    all.photos.clear();
    all.import_sources.clear();
    forget_rights(&mut all);
    forget_plans(&mut all);
    forget_court(&mut all);
    all.facts.iter_mut().for_each(|one| one.verified_by = None);
    all.units.iter_mut().for_each(|unit| (unit.from_on, unit.to_on) = (None, None));
    for seat in &mut all.seats {
        seat.former_units.clear();
        (seat.from_on, seat.to_on, seat.nudge_x, seat.nudge_y) = (None, None, None, None);
    }
    all
}

/// Leaves of every visit what files knew before visits were planned line by line.
fn forget_plans(all: &mut Snapshot) {
    macro_rules! clear {
        ($($field:ident),+) => { $(all.$field.clear();)+ };
    }
    clear!(agenda_items, travel_legs, lodgings, meals, tour_stops, talking_points, visit_duties, visit_contacts);
    clear!(
        vehicles,
        seating_plans,
        checklist_items,
        cost_lines,
        contingencies,
        visit_texts,
        visit_log,
        planned_questions,
        issued_copies,
        account_days,
        person_questions
    );
    for one in &mut all.visits {
        let bare = domain::Visit::bare(one.id, one.account, one.starts_on, one.level, one.convention);
        (one.coordinator, one.business_lead, one.approver, one.approved_on) = (None, None, None, None);
        (one.gift_quantity, one.gift_meaning, one.gift_moment) = (None, None, None);
        (one.gift_approver, one.gift_exception) = (None, None);
        (one.rostrum_even_rule, one.mpv_rule, one.second_seat) =
            (bare.rostrum_even_rule, bare.mpv_rule, bare.second_seat);
        (one.budget_limit, one.next_touch_on, one.cleaned_on) = (None, None, None);
        one.gift_receivers.clear();
    }
    for one in &mut all.visit_guests {
        let bare = domain::VisitGuest::bare(one.id, one.visit, one.person, one.protocol_order);
        *one = domain::VisitGuest {
            r#ref: one.r#ref.clone(),
            role: one.role.clone(),
            deviation_note: one.deviation_note.clone(),
            ..bare
        };
    }
}

/// Leaves what files knew before anybody asked for their rights.
fn forget_rights(all: &mut Snapshot) {
    all.rights_requests.clear();
    all.consents.clear();
    all.legal_holds.clear();
    all.retention_notes.clear();
}

/// Leaves what files knew before there was a court of rules, topics and requests.
fn forget_court(all: &mut Snapshot) {
    macro_rules! clear {
        ($($field:ident),+) => { $(all.$field.clear();)+ };
    }
    clear!(team_members, coverage_rules, topic_assignments, commitment_authorities, customer_requests, warning_notes);
    clear!(tasks, contracts, incidents, budget_lines, warning_thresholds);
    all.assignments.iter_mut().for_each(|one| (one.confirmed_by, one.confirmed_on) = (None, None));
    all.planned_touches.iter_mut().for_each(|one| (one.at, one.minutes, one.place) = (None, None, None));
    all.touches.iter_mut().for_each(|one| one.direction = None);
    for one in &mut all.commitments {
        (one.topic_kind, one.announcement, one.second_reader) = (None, false, None);
        (one.second_read_on, one.countersigned_by) = (None, None);
        (one.holder, one.taken_on, one.withdrawn_on, one.withdrawn_why) = (None, None, None, None);
    }
    for one in &mut all.complaints {
        (one.first_asked, one.taken_on, one.withdrawn_on, one.withdrawn_why) = (None, None, None, None);
    }
    all.figures.iter_mut().for_each(|one| one.order_days.clear());
    all.staff.iter_mut().for_each(|one| one.superior = None);
}
