//! Seats from the records of the sample visits: who takes part, settings of the visit, stored drawings, and proposals.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a record that is not there must fail the test")]

mod common;

use common::Sample;
use domain::engine::seating::*;
use domain::*;
use uuid::Uuid;

fn staff(sample: &Sample, names: &[&str]) -> Vec<StaffId> {
    names.iter().map(|one| sample.id(one)).collect()
}

fn name(sample: &Sample, seat: &PlacedSeat) -> String {
    match seat.occupant.as_ref().map(|one| &one.who) {
        Some(Attendee::Guest(id)) => sample.name(*id),
        Some(Attendee::Ours(id)) => sample.name(*id),
        Some(Attendee::Named(name)) => name.clone(),
        None => "-".into(),
    }
}

/// The row whose places begin with `prefix`, from the page's left.
fn row(sample: &Sample, plan: &SeatPlan, prefix: &str) -> String {
    let mut row: Vec<&PlacedSeat> = plan.seats.iter().filter(|one| one.place.starts_with(prefix)).collect();
    row.sort_by(|a, b| a.x.total_cmp(&b.x));
    row.into_iter().map(|one| name(sample, one)).collect::<Vec<_>>().join(" ")
}

fn table(sample: &Sample, plan: &SeatPlan, prefix: &str) -> String {
    let seats = plan.seats.iter().filter(|one| one.place.starts_with(prefix));
    seats.map(|one| name(sample, one)).collect::<Vec<_>>().join(" ")
}

fn of(sample: &Sample, account: &str, kind: SeatingKind) -> SeatPlan {
    let proposal = proposal(sample.visit(account).id, kind, None);
    plan_of(&sample.snapshot, &proposal, Chair::NARROW).unwrap()
}

fn failed(plan: &SeatPlan) -> Vec<&'static str> {
    plan.checks.iter().filter(|one| !one.passed).map(|one| one.reason.code).collect()
}

/// The sample before anybody planned a visit: everything is left to the rules.
fn unplanned() -> Sample {
    let mut sample = Sample::read();
    let records = &mut sample.snapshot;
    records.agenda_items.clear();
    records.vehicles.clear();
    records.meals.clear();
    records.visit_duties.clear();
    records.seating_plans.clear();
    for visit in &mut records.visits {
        (visit.host, visit.business_lead, visit.coordinator) = (None, None, None);
    }
    records.visit_guests.iter_mut().for_each(|one| one.part = GuestPart::Guest);
    sample
}

/// V07 as the mockups show it: host u02, u03 for the business, aides behind.
fn v07() -> Sample {
    let mut sample = unplanned();
    let (host, lead) = (sample.id("u02"), sample.id("u03"));
    let aides: Vec<PersonId> = ["p710", "p711", "p712"].map(|one| sample.id(one)).to_vec();
    let visit = sample.visit_mut("A07");
    (visit.host, visit.business_lead) = (Some(host), Some(lead));
    let id = visit.id;
    for guest in sample.snapshot.visit_guests.iter_mut().filter(|one| one.visit == id && aides.contains(&one.person)) {
        guest.part = GuestPart::Liaison;
    }
    let duties = ["u06", "u08", "u09", "u10"];
    for (at, one) in (0_i64..).zip(duties) {
        let staff = sample.id(one);
        let duty = VisitDuty {
            id: VisitDutyId(Uuid::from_u128(at as u128 + 1)),
            r#ref: None,
            visit: id,
            staff,
            duty: Duty::Companion,
            text: None,
            phone: None,
            position: at,
        };
        sample.snapshot.visit_duties.push(duty);
    }
    sample
}

#[test]
fn talks_of_v07_put_officials_by_the_left_and_aides_behind() {
    let sample = v07();
    let plan = of(&sample, "A07", SeatingKind::TableBroadside);
    assert_eq!(row(&sample, &plan, "far:"), "p709 p707 p705 p703 p701 p702 p704 p706 p708");
    assert_eq!(row(&sample, &plan, "far_behind:"), "p712 p710 p711");
    assert_eq!(row(&sample, &plan, "near:"), "u10 u08 u03 u02 u06 u09", "the business lead at the host's left");
    assert_eq!(failed(&plan), Vec::<&str>::new());
}

#[test]
fn the_banquet_of_v07_keeps_to_two_tables_and_four_of_ours() {
    let sample = v07();
    let plan = of(&sample, "A07", SeatingKind::RoundTables);
    assert_eq!(plan.seats.len(), 16, "twelve guests and four companions (C.6) at two tables of eight");
    assert_eq!(table(&sample, &plan, "table1:"), "u02 p702 p706 p703 u06 p704 p705 p701");
    assert!(table(&sample, &plan, "table2:").starts_with("u03 p708 p712 p709"));
    assert_eq!(failed(&plan), Vec::<&str>::new());
    let mut stored = proposal(sample.visit("A07").id, SeatingKind::RoundTables, None);
    stored.ours = staff(&sample, &["u02", "u03", "u06", "u08", "u09"]);
    assert!(failed(&plan_of(&sample.snapshot, &stored, Chair::NARROW).unwrap()).contains(&"check-companions-over"));
}

#[test]
fn a_stored_drawing_keeps_its_people_and_pins() {
    let mut sample = v07();
    let mut stored = proposal(sample.visit("A07").id, SeatingKind::TableBroadside, None);
    stored.id = SeatingPlanId(Uuid::from_u128(7));
    stored.guests = ["p701", "p703", "p702"].map(|one| sample.id(one)).to_vec();
    stored.ours = staff(&sample, &["u02", "u08"]);
    stored.our_interpreter = Some(Attendee::Named("苏晚".into()));
    stored.pins = vec![SeatPin { place: "far:2".into(), who: Attendee::Guest(sample.id("p702")) }];
    sample.snapshot.seating_plans.push(stored.clone());
    let plan = plan_of(&sample.snapshot, &stored, Chair::NARROW).unwrap();
    assert_eq!(row(&sample, &plan, "far:"), "p703 p701 p702");
    assert_eq!(row(&sample, &plan, "near:"), "u08 u02 苏晚");
    assert_eq!(plan.at("far:2").unwrap().note.as_ref().unwrap().code, "note-order");
    let all = seats_of_visit(&sample.snapshot, stored.visit, Chair::NARROW);
    let kinds: Vec<_> = all.iter().map(|one| (one.record.kind, one.stored)).collect();
    assert_eq!(kinds[0], (SeatingKind::TableBroadside, true));
    assert_eq!(kinds.len(), SeatingKind::ALL.len(), "each other kind is proposed once: {kinds:?}");
    assert_eq!(kinds.iter().filter(|one| one.1).count(), 1);
}

#[test]
fn the_agenda_says_who_takes_part() {
    let mut sample = v07();
    let visit = sample.visit("A07").clone();
    let line = AgendaItem {
        id: AgendaItemId(Uuid::from_u128(1)),
        r#ref: None,
        visit: visit.id,
        on: visit.starts_on,
        starts_at: Clock::new(10, 30).unwrap(),
        ends_at: None,
        kind: AgendaKind::Talks,
        title_zh: None,
        title_en: None,
        place_zh: None,
        place_en: None,
        guest_title_zh: None,
        guest_title_en: None,
        lead: Some(sample.id("u03")),
        ours: staff(&sample, &["u11", "u02", "u08"]),
        theirs: vec![sample.id("p704"), sample.id("p701")],
        material: None,
        state: AgendaState::Draft,
        for_guests: true,
    };
    sample.snapshot.agenda_items.push(line);
    let plan = of(&sample, "A07", SeatingKind::TableBroadside);
    assert_eq!(row(&sample, &plan, "far:"), "p701 p704", "in protocol order, whatever the order of the list");
    assert_eq!(row(&sample, &plan, "near:"), "u11 u03 u02 u08", "host, business lead, then by rank");
}

#[test]
fn settings_of_the_visit_decide() {
    let mut sample = unplanned();
    let plan = of(&sample, "A04", SeatingKind::TableBroadside);
    assert_eq!(row(&sample, &plan, "far:"), "p403 p402 p401 p404", "foreign: number 2 at the right hand");
    assert_eq!(failed(&plan), ["check-host-unknown", "check-interpreter-unknown"], "zh-en is decided, nobody is named");
    assert!(plan.at("near:T").is_some());
    sample.visit_mut("A04").convention = Convention::GovDomestic;
    sample.visit_mut("A04").interpreter = Some("none".into());
    let plan = of(&sample, "A04", SeatingKind::TableBroadside);
    assert_eq!(row(&sample, &plan, "far:"), "p404 p401 p402 p403", "domestic official: number 2 at the left hand");
    let host = sample.id("u03");
    sample.visit_mut("A04").host = Some(host);
    let rostrum = |sample: &Sample| row(sample, &of(sample, "A04", SeatingKind::Rostrum), "row1:");
    assert_eq!(rostrum(&sample), "p404 p402 p401 u03 u05 p403");
    sample.visit_mut("A04").rostrum_even_rule = RostrumEvenRule::B;
    assert_eq!(rostrum(&sample), "p403 u05 u03 p401 p402 p404");
}

#[test]
fn every_car_of_the_visit_has_a_drawing_with_its_riders() {
    let mut sample = v07();
    let visit = sample.visit("A07").id;
    let guest = |one: &str| Attendee::Guest(sample.id(one));
    let car = |n: u128, kind, riders, spare| Vehicle {
        id: VehicleId(Uuid::from_u128(n)),
        r#ref: None,
        visit,
        kind,
        name: None,
        plate: None,
        driver: None,
        driver_phone: None,
        host_drives: false,
        right_hand_drive: false,
        spare,
        route: None,
        leaves_on: None,
        leaves_at: None,
        riders,
        position: n as i64,
    };
    let mpv = car(1, VehicleKind::Mpv, vec![guest("p711"), Attendee::Ours(sample.id("u02")), guest("p701")], false);
    let bus = car(2, VehicleKind::Bus, vec![guest("p703"), guest("p702")], false);
    let spare = car(3, VehicleKind::Sedan, vec![], true);
    sample.snapshot.vehicles.extend([mpv, bus, spare]);
    let all = seats_of_visit(&sample.snapshot, visit, Chair::NARROW);
    let cars: Vec<_> = all.iter().filter(|one| one.record.kind == SeatingKind::Car).collect();
    assert_eq!(cars.len(), 2, "the spare car carries nobody");
    let at = |which: usize, place: &str| name(&sample, cars[which].plan.at(place).unwrap());
    assert_eq!(["MR", "ML", "FP"].map(|place| at(0, place)), ["p701", "u02", "p711"]);
    assert_eq!(["R1", "L1"].map(|place| at(1, place)), ["p702", "p703"]);
}

#[test]
fn every_sample_visit_can_be_seated_in_every_way() {
    let sample = Sample::read();
    for visit in &sample.snapshot.visits {
        for one in seats_of_visit(&sample.snapshot, visit.id, Chair::WIDE) {
            let bad: Vec<_> = failed(&one.plan)
                .into_iter()
                .filter(|code| {
                    !matches!(*code, "check-interpreter-unknown" | "check-host-unknown" | "check-table-no-host")
                })
                .collect();
            assert!(bad.is_empty(), "{:?} {:?}: {bad:?}", visit.r#ref, one.record.kind);
            assert!(one.plan.seats.iter().any(|seat| seat.principal) || visit.principal_guest.is_none());
        }
    }
}

#[test]
fn the_drawings_kept_with_the_sample_are_as_their_authors_drew_them() {
    let sample = Sample::read();
    let drawn = |account: &str, kind: SeatingKind| {
        let visit = sample.visit(account).id;
        let all = seats_of_visit(&sample.snapshot, visit, Chair::NARROW);
        let one = all.into_iter().find(|one| one.record.kind == kind && one.stored).unwrap();
        one.plan
    };
    let talks = drawn("A07", SeatingKind::TableBroadside);
    assert_eq!(row(&sample, &talks, "far:"), "p709 p707 p705 p703 p701 p702 p704 p706 p708");
    assert_eq!(row(&sample, &talks, "near:"), "u11 u08 u03 u02 u06 u09 u10");
    let banquet = drawn("A07", SeatingKind::RoundTables);
    assert_eq!(table(&sample, &banquet, "table1:"), "u02 p702 p706 p703 u06 p704 p705 p701");
    assert_eq!(table(&sample, &banquet, "table2:"), "u03 p708 p712 p709 u08 p710 p711 p707");
    let photo = drawn("A07", SeatingKind::Photo);
    assert_eq!(photo.seats.iter().filter(|one| one.place.starts_with("row1:")).count(), 9);
    assert_eq!(photo.seats.iter().filter(|one| one.place.starts_with("row2:")).count(), 8);
    let talks = drawn("A04", SeatingKind::TableBroadside);
    assert_eq!(row(&sample, &talks, "far:"), "p403 p402 p401 p404");
    assert_eq!(row(&sample, &talks, "near:"), "u09 u05 苏晚 u08 u07");
    let signing = drawn("A04", SeatingKind::Signing);
    assert_eq!(row(&sample, &signing, "sign:"), "p401 u03");
    assert_eq!(row(&sample, &signing, "guest_behind:"), "p403 p404 p402");
    assert_eq!(row(&sample, &signing, "ours_behind:"), "u05 u08 u07");
    assert_eq!(row(&sample, &drawn("A04", SeatingKind::Photo), "row1:"), "u07 p404 u05 p401 u03 p402 u08 p403 u09");
}
