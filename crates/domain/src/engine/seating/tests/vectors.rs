//! The vectors of C.4, one test a rule.

use super::*;
use Convention::{Business, Foreign, GovDomestic};

fn rostrum(n: usize, convention: Convention, even: RostrumEvenRule) -> String {
    let mut ask = ask(SeatingKind::Rostrum, convention, n, 0);
    ask.rules.rostrum_even_rule = even;
    row(&seat(&ask), "row1:").replace('G', "")
}

#[test]
fn rostrum_odd_centre_then_left() {
    let odd = |n| rostrum(n, GovDomestic, RostrumEvenRule::A);
    assert_eq!(odd(1), "1");
    assert_eq!(odd(5), "5 3 1 2 4");
    assert_eq!(odd(7), "7 5 3 1 2 4 6");
    assert_eq!(
        rostrum(5, GovDomestic, RostrumEvenRule::B),
        "5 3 1 2 4",
        "the rule for even numbers leaves odd ones alone"
    );
}

#[test]
fn rostrum_even_by_both_rules() {
    let a = |n| rostrum(n, GovDomestic, RostrumEvenRule::A);
    assert_eq!([a(4), a(6), a(8)], ["3 1 2 4", "5 3 1 2 4 6", "7 5 3 1 2 4 6 8"]);
    let b = |n| rostrum(n, GovDomestic, RostrumEvenRule::B);
    assert_eq!([b(4), b(6)], ["4 2 1 3", "6 4 2 1 3 5"]);
}

#[test]
fn the_rule_for_even_rows_is_said_only_when_a_row_is_even() {
    let said = |n, even| {
        let mut ask = ask(SeatingKind::Rostrum, GovDomestic, n, 0);
        ask.rules.rostrum_even_rule = even;
        codes(&seat(&ask).rule)
    };
    assert!(!said(5, RostrumEvenRule::A).iter().any(|one| one.starts_with("rule-even")));
    assert!(said(6, RostrumEvenRule::A).contains(&"rule-even-a"));
    assert!(said(6, RostrumEvenRule::B).contains(&"rule-even-b"));
}

#[test]
fn rostrum_of_business_is_mirrored() {
    assert_eq!(rostrum(5, Business, RostrumEvenRule::A), "4 2 1 3 5");
    assert_eq!(rostrum(5, Foreign, RostrumEvenRule::A), "4 2 1 3 5");
    assert_eq!(rostrum(4, Business, RostrumEvenRule::A), "4 2 1 3");
}

#[test]
fn the_front_row_stands_over_the_back_row_and_each_keeps_the_rule() {
    let mut ask = ask(SeatingKind::Rostrum, GovDomestic, 9, 0);
    ask.rows = 2;
    let plan = seat(&ask);
    assert_eq!(row(&plan, "row1:"), "G5 G3 G1 G2 G4");
    assert_eq!(row(&plan, "row2:"), "G8 G6 G7 G9");
    assert!(
        plan.at("row2:1").unwrap().y < plan.at("row1:1").unwrap().y,
        "the front row is nearer to the audience below"
    );
    assert_eq!(plan.furniture.last().unwrap().kind, FurnitureKind::Audience);
}

#[test]
fn talks_broadside_with_interpreters() {
    for convention in [Foreign, Business] {
        let plan = seat(&with_interpreters(ask(SeatingKind::TableBroadside, convention, 5, 5)));
        assert_eq!(row(&plan, "far:"), "G4 G2 G1 T' G3 G5");
        assert_eq!(row(&plan, "near:"), "H5 H3 H1 T H2 H4");
        let (t, t2) = (plan.at("near:T").unwrap(), plan.at("far:T").unwrap());
        assert_eq!(t.x, t2.x, "the interpreters face each other");
        assert_eq!(plan.at("near:1").unwrap().x, plan.at("far:1").unwrap().x, "so do the principals");
        assert!(t2.y < t.y && t2.facing == Facing::Down && t.facing == Facing::Up, "guests are far and face the door");
    }
}

#[test]
fn talks_broadside_without_interpreters() {
    let plan = seat(&ask(SeatingKind::TableBroadside, Foreign, 5, 5));
    assert_eq!(row(&plan, "far:"), "G4 G2 G1 G3 G5");
    assert_eq!(row(&plan, "near:"), "H5 H3 H1 H2 H4");
    let plan = seat(&ask(SeatingKind::TableBroadside, GovDomestic, 5, 5));
    assert_eq!(row(&plan, "far:"), "G5 G3 G1 G2 G4");
    assert_eq!(row(&plan, "near:"), "H4 H2 H1 H3 H5");
}

#[test]
fn number_two_may_sit_on_the_free_side() {
    let mut ask = with_interpreters(ask(SeatingKind::TableBroadside, Foreign, 5, 5));
    ask.rules.second_seat = SecondSeat::FreeSide;
    let plan = seat(&ask);
    assert_eq!(row(&plan, "far:"), "G4 G2 G1 T' G3 G5", "beside the guest's right hand nobody interprets");
    assert_eq!(row(&plan, "near:"), "H4 H2 H1 T H3 H5");
}

#[test]
fn note_takers_and_those_too_many_sit_behind() {
    let mut ask = ask(SeatingKind::TableBroadside, GovDomestic, 9, 7);
    ask.guests.extend(["N10", "N11", "N12"].map(|one| person(one, SeatSide::Guest, SeatRole::NoteTaker)));
    let plan = seat(&ask);
    assert_eq!(row(&plan, "far:"), "G9 G7 G5 G3 G1 G2 G4 G6 G8");
    assert_eq!(row(&plan, "far_behind:"), "N12 N10 N11");
    assert_eq!(plan.at("far_behind:1").unwrap().number, Some(10));
    assert_eq!(row(&plan, "near:"), "H6 H4 H2 H1 H3 H5 H7");
    assert!(plan.at("far_behind:1").unwrap().y < plan.at("far:1").unwrap().y);
    let crowd = seat(&super::ask(SeatingKind::TableBroadside, GovDomestic, 40, 3));
    assert_eq!(failed(&crowd), Vec::<&str>::new());
    assert_eq!(at(&crowd, "far_behind:1"), "G16");
}

#[test]
fn talks_end_on_guests_at_the_right_of_who_enters() {
    let plan = seat(&with_interpreters(ask(SeatingKind::TableEndOn, Foreign, 5, 5)));
    let (guest, host) = (plan.at("right:1").unwrap(), plan.at("left:1").unwrap());
    assert!(guest.x > host.x && guest.facing == Facing::Left && host.facing == Facing::Right);
    // The guest looks to the page's left: the right hand is up. The host's is down.
    assert_eq!(column(&plan, "right:"), "G4 G2 G1 T' G3 G5");
    assert_eq!(column(&plan, "left:"), "H5 H3 H1 T H2 H4");
    let plan = seat(&ask(SeatingKind::TableEndOn, GovDomestic, 5, 4));
    assert_eq!(column(&plan, "right:"), "G5 G3 G1 G2 G4");
    assert_eq!(column(&plan, "left:"), "H4 H2 H1 H3");
    assert!(
        plan.at("right:1").unwrap().x > plan.at("left:1").unwrap().x,
        "who sits where does not turn with the convention"
    );
}

#[test]
fn sofas_guest_at_the_hosts_right_or_mirrored() {
    let far = |plan: &SeatPlan| {
        let y = plan.at("ours:1").unwrap().y;
        let mut far: Vec<&PlacedSeat> = plan.seats.iter().filter(|one| one.y == y).collect();
        far.sort_by(|a, b| a.x.total_cmp(&b.x));
        far.into_iter().map(name).collect::<Vec<_>>().join(" ")
    };
    let plan = seat(&ask(SeatingKind::Sofas, Foreign, 3, 3));
    assert_eq!(far(&plan), "G3 G2 G1 H1 H2 H3");
    assert_eq!(far(&seat(&ask(SeatingKind::Sofas, GovDomestic, 3, 3))), "H3 H2 H1 G1 G2 G3");
    let plan = seat(&with_interpreters(ask(SeatingKind::Sofas, Foreign, 5, 4)));
    let (t, host) = (plan.at("ours_behind:1").unwrap(), plan.at("ours:1").unwrap());
    assert_eq!((name(t), t.x), ("T".into(), host.x), "the interpreter sits behind the principal");
    assert!(t.y < host.y);
    let fourth = plan.at("guest:4").unwrap();
    assert!(fourth.y > host.y && fourth.facing == Facing::Right, "the fourth sits down the guests' own side");
}

#[test]
fn round_tables_of_eight_ten_and_twelve() {
    let round = |n: u32, guests, ours| {
        let mut ask = ask(SeatingKind::RoundTables, Business, guests, ours);
        ask.tables = vec![RoundTable { seats: n, host: None, co_host: None }];
        // In the vectors the co-host is D and companions are C.
        let companion = |k: usize| if k == 2 { "D".to_owned() } else { format!("C{}", k - 2) };
        let named = table(&seat(&ask), 1);
        (2..=ours).fold(named, |text, k| text.replace(&format!("H{k}"), &companion(k))).replace("H1", "H")
    };
    assert_eq!(round(8, 4, 4), "H G2 C2 G3 D G4 C1 G1");
    assert_eq!(round(10, 6, 4), "H G2 C2 G6 G3 D G4 G5 C1 G1");
    assert_eq!(round(12, 6, 6), "H G2 C2 G6 C4 G3 D G4 C3 G5 C1 G1");
    assert_eq!(round(6, 4, 2), "H G2 G3 D G4 G1");
    assert_eq!(round(5, 3, 2), "H G2 D G3 G1");
    assert_eq!(round(14, 8, 6), "H G2 C2 G6 C4 G8 G3 D G4 G7 C3 G5 C1 G1");
}

#[test]
fn the_host_faces_the_door_and_the_principal_guest_sits_at_the_hosts_right() {
    let plan = seat(&ask(SeatingKind::RoundTables, GovDomestic, 6, 4));
    let (host, co_host) = (plan.at("table1:0").unwrap(), plan.at("table1:5").unwrap());
    assert_eq!(
        (host.facing, host.post, co_host.facing, co_host.post),
        (Facing::Down, Some("host"), Facing::Up, Some("co_host"))
    );
    let guest = plan.seats.iter().find(|one| name(one) == "G1").unwrap();
    assert!(guest.x < host.x, "the right hand of who faces down is at the page's left, whatever the convention");
    assert_eq!(plan.honour.as_ref().unwrap().hand, Hand::Right);
}

#[test]
fn one_host_alone_has_guests_by_turns_right_first() {
    let mut ask = ask(SeatingKind::RoundTables, Business, 5, 1);
    ask.tables = vec![RoundTable { seats: 6, host: None, co_host: None }];
    let plan = seat(&ask);
    assert_eq!(table(&plan, 1), "H1 G2 G4 G5 G3 G1");
    assert!(codes(&plan.rule).contains(&"rule-round-one-host"));
}

#[test]
fn too_few_companions_leave_their_chairs_to_guests_in_order() {
    let mut ask = ask(SeatingKind::RoundTables, GovDomestic, 12, 4);
    ask.tables = vec![RoundTable { seats: 8, host: None, co_host: None }; 2];
    ask.companions_max = Some(4);
    let plan = seat(&ask);
    assert_eq!(table(&plan, 1), "H1 G2 G6 G3 H3 G4 G5 G1");
    assert_eq!(table(&plan, 2), "H2 G8 G12 G9 H4 G10 G11 G7");
    assert!(codes(&plan.rule).contains(&"rule-round-few") && codes(&plan.rule).contains(&"rule-round-tables"));
    assert_eq!(failed(&plan), Vec::<&str>::new());
}

#[test]
fn other_tables_stand_before_the_main_one_and_their_hosts_face_the_main_host() {
    let mut ask = ask(SeatingKind::RoundTables, Business, 18, 6);
    ask.tables = vec![RoundTable { seats: 8, host: None, co_host: None }; 3];
    let plan = seat(&ask);
    let centre = |t: usize| {
        let prefix = format!("table{t}:");
        let seats: Vec<_> = plan.seats.iter().filter(|one| one.place.starts_with(&prefix)).collect();
        let n = seats.len() as f32;
        (seats.iter().map(|one| one.x).sum::<f32>() / n, seats.iter().map(|one| one.y).sum::<f32>() / n)
    };
    let (main, second, third) = (centre(1), centre(2), centre(3));
    assert!(main.1 < second.1 && second.1 == third.1, "the main table is far from the door");
    assert!(second.0 < main.0 && main.0 < third.0, "right of the main table, its own right, comes first");
    assert_eq!([at(&plan, "table1:0"), at(&plan, "table2:0"), at(&plan, "table3:0")], ["H1", "H2", "H3"]);
    assert_eq!(plan.at("table2:0").unwrap().facing, Facing::Up);
    assert_eq!(plan.at("table1:0").unwrap().facing, Facing::Down);
}

#[test]
fn chosen_hosts_of_tables_keep_their_chairs() {
    let mut ask = ask(SeatingKind::RoundTables, GovDomestic, 12, 4);
    let named = |name: &str| Some(Attendee::Named(name.into()));
    ask.tables = vec![
        RoundTable { seats: 8, host: named("H1"), co_host: named("H4") },
        RoundTable { seats: 8, host: named("H3"), co_host: None },
    ];
    let plan = seat(&ask);
    assert_eq!(["table1:0", "table1:4", "table2:0", "table2:4"].map(|one| at(&plan, one)), ["H1", "H4", "H3", "H2"]);
    assert!(plan.seats.iter().all(|one| one.note.is_none() && !one.pinned), "a choice of the table is no deviation");
}

#[test]
fn the_interpreter_sits_by_the_principal_guest_at_a_banquet() {
    let mut ask = ask(SeatingKind::RoundTables, Foreign, 4, 3);
    ask.ours.push(person("T", SeatSide::Ours, SeatRole::Interpreter));
    ask.tables = vec![RoundTable { seats: 8, host: None, co_host: None }];
    assert_eq!(table(&seat(&ask), 1), "H1 G2 H3 G3 H2 G4 T G1");
}

#[test]
fn signing_guest_at_the_hosts_right() {
    for convention in [GovDomestic, Business, Foreign] {
        let mut ask = ask(SeatingKind::Signing, convention, 4, 3);
        ask.guests.push(person("A", SeatSide::Guest, SeatRole::Assistant));
        ask.ours.push(person("B", SeatSide::Ours, SeatRole::Assistant));
        let plan = seat(&ask);
        assert_eq!(row(&plan, "sign:"), "G1 H1");
        assert_eq!(row(&plan, "guest_behind:"), "G4 G3 G2");
        assert_eq!(row(&plan, "ours_behind:"), "H2 H3");
        let x = |place: &str| plan.at(place).unwrap().x;
        assert!(
            x("guest_assist:1") < x("sign:guest") && x("ours_assist:1") > x("sign:ours"),
            "assistants at the outer side"
        );
    }
    let mut ask = ask(SeatingKind::Signing, Business, 3, 2);
    ask.guests[1].role = SeatRole::Signer;
    assert_eq!((at(&seat(&ask), "sign:guest"), at(&seat(&ask), "guest_behind:1")), ("G2".into(), "G1".into()));
}

#[test]
fn photograph_of_business_by_turns_from_the_host() {
    let plan = seat(&ask(SeatingKind::Photo, Foreign, 4, 5));
    assert_eq!(row(&plan, "row1:"), "H4 G3 H2 G1 H1 G2 H3 G4 H5");
    assert_eq!(
        row(&seat(&ask(SeatingKind::Photo, Business, 1, 1)), "row1:"),
        "G1 H1",
        "host left, guest right, as they stand"
    );
    let ends = seat(&ask(SeatingKind::Photo, Business, 4, 3));
    assert_eq!(row(&ends, "row1:"), "H2 G3 G1 H1 G2 G4 H3", "ours close the ends");
}

#[test]
fn photograph_of_officials_is_a_rostrum() {
    let plan = seat(&ask(SeatingKind::Photo, GovDomestic, 5, 0));
    assert_eq!(row(&plan, "row1:"), "G5 G3 G1 G2 G4");
    assert_eq!(row(&seat(&ask(SeatingKind::Photo, GovDomestic, 3, 2)), "row1:"), "G3 G2 G1 H1 H2");
    assert_eq!(plan.furniture.last().unwrap().kind, FurnitureKind::Camera);
}

fn car_order(kind: VehicleKind, host_drives: bool, right_hand_drive: bool, mpv: MpvRule) -> String {
    super::super::car::order(Car { kind, host_drives, right_hand_drive }, mpv, 6).join(" ")
}

#[test]
fn cars_in_order_of_honour() {
    use VehicleKind::{Mpv, Offroad, Sedan, Suv7};
    let middle = MpvRule::MiddleRowFirst;
    assert_eq!(car_order(Sedan, false, false, middle), "RR RL RM FP");
    assert_eq!(car_order(Sedan, true, false, middle), "FP RR RL RM");
    assert_eq!(car_order(Offroad, false, false, middle), "FP RR RL");
    assert_eq!(car_order(Offroad, true, false, middle), "FP RR RL");
    assert_eq!(car_order(Suv7, false, false, middle), "RR RL RM MR ML FP");
    assert_eq!(car_order(Mpv, false, false, middle), "MR ML RR RL RM FP");
    assert_eq!(car_order(Mpv, false, false, MpvRule::RearRowFirst), "RR RL RM MR ML FP");
    assert_eq!(
        car_order(Sedan, false, true, middle),
        "RL RR RM FP",
        "with the wheel at the right the rear left comes first"
    );
    assert_eq!(car_order(VehicleKind::Bus, false, false, middle), "R1 L1 R2 L2 R3 L3 R4 L4");
    assert_eq!(car_order(VehicleKind::Bus, false, true, middle), "L1 R1 L2 R2 L3 R3 L4 R4");
}

fn in_car(car: Car, guests: usize, ours: usize) -> SeatingAsk {
    SeatingAsk { car: Some(car), ..ask(SeatingKind::Car, Business, guests, ours) }
}

#[test]
fn the_aide_or_interpreter_rides_in_front_beside_a_chauffeur() {
    let car = Car { kind: VehicleKind::Sedan, host_drives: false, right_hand_drive: false };
    let mut ask = in_car(car, 1, 1);
    ask.ours.push(person("T", SeatSide::Ours, SeatRole::Interpreter));
    let plan = seat(&ask);
    assert_eq!(["RR", "RL", "FP"].map(|one| at(&plan, one)), ["G1", "H1", "T"]);
    let (rear, front) = (plan.at("RR").unwrap(), plan.at("FP").unwrap());
    assert!(rear.x == front.x && rear.y > front.y, "the car looks up the page");
    let mirrored = seat(&in_car(Car { right_hand_drive: true, ..car }, 2, 0));
    assert_eq!(at(&mirrored, "RL"), "G1");
    assert!(mirrored.at("FP").unwrap().x < mirrored.at("RM").unwrap().x, "the front passenger sits at the left");
}

#[test]
fn beside_an_owner_who_drives_the_front_is_never_empty() {
    let car = Car { kind: VehicleKind::Sedan, host_drives: true, right_hand_drive: false };
    let plan = seat(&in_car(car, 1, 1));
    assert_eq!(["DR", "FP"].map(|one| at(&plan, one)), ["H1", "G1"]);
    assert_eq!(failed(&plan), Vec::<&str>::new());
    let mut ask = in_car(car, 1, 1);
    ask.pins = vec![SeatPin { place: "RR".into(), who: Attendee::Named("G1".into()) }];
    assert_eq!(failed(&seat(&ask)), ["check-car-front-empty"]);
    assert_eq!(failed(&seat(&in_car(car, 2, 0))), ["check-car-no-driver"]);
}

#[test]
fn a_bus_of_forty_has_four_abreast() {
    let car = Car { kind: VehicleKind::Bus, host_drives: false, right_hand_drive: false };
    let plan = seat(&in_car(car, 40, 0));
    assert_eq!(["R1", "R1a", "L1", "L1a", "R2"].map(|one| at(&plan, one)), ["G1", "G2", "G3", "G4", "G5"]);
    assert_eq!(failed(&plan), Vec::<&str>::new());
}
