//! The plan of a visit, line by line: the tables. Deliberately absent: rules; they live in the domain.

use super::reach::BY_VISIT;
use super::table;
use domain::{
    AgendaItem, ChecklistItem, Contingency, CostLine, IssuedCopy, Lodging, Meal, PlannedQuestion, SeatingPlan,
    TalkingPoint, TourStop, TravelLeg, Vehicle, VisitContact, VisitDuty, VisitLogEntry, VisitText,
};

table! { AgendaItem: "agenda_item", [Visits], BY_VISIT =>
    visit, on, starts_at, ends_at, kind, title_zh, title_en, place_zh, place_en, guest_title_zh, guest_title_en, lead, ours, theirs, material, state, for_guests
}
table! { Vehicle: "vehicle", [Visits], BY_VISIT =>
    visit, kind, name, plate, driver, driver_phone, host_drives, right_hand_drive, spare, route, leaves_on, leaves_at, riders, position
}
table! { TravelLeg: "travel_leg", [Visits], BY_VISIT =>
    visit, direction, number, place_zh, place_en, on, at, meeting_point, greeter, people, note
}
table! { Lodging: "lodging", [Visits], BY_VISIT =>
    visit, person, hotel_zh, hotel_en, room_kind, room_number, from_on, to_on, note
}
table! { Meal: "meal", [Visits], BY_VISIT =>
    visit, kind, on, at, place_zh, place_en, per_head, tables, menu, toast, alcohol, hosts, note
}
table! { TourStop: "tour_stop", [Visits], BY_VISIT =>
    visit, title_zh, title_en, minutes, guide, message, photo_allowed, gear, skip_when_late, position
}
table! { TalkingPoint: "talking_point", [Visits], BY_VISIT =>
    visit, kind, topic, text, proof, question, expected_question, answer, speaker, about, on_card, minutes, position
}
table! { VisitDuty: "visit_duty", [Visits], BY_VISIT =>
    visit, staff, duty, text, phone, position
}
table! { VisitContact: "visit_contact", [Visits], BY_VISIT =>
    visit, function_zh, function_en, name, phone, for_guests, position
}
table! { ChecklistItem: "checklist_item", [Visits], BY_VISIT =>
    visit, key, text, offset_days, due_on, role, owner, done_on, evidence, position
}
table! { CostLine: "cost_line", [Visits], BY_VISIT =>
    visit, category, text, planned, actual, funding, position
}
table! { Contingency: "contingency", [Visits], BY_VISIT =>
    visit, key, trigger, action, owner, position
}
table! { VisitText: "visit_text", [Visits], BY_VISIT =>
    visit, kind, text_zh, text_en, position
}
table! { VisitLogEntry: "visit_log_entry", [Visits], BY_VISIT =>
    visit, on, at, kind, person, staff, text, commitment
}
table! { PlannedQuestion: "planned_question", [Visits], BY_VISIT =>
    visit, subject, owner, due_on, note
}
table! { SeatingPlan: "seating_plan", [Visits], BY_VISIT =>
    visit, kind, name, vehicle, ours, guests, our_interpreter, their_interpreter, tables, rows, pins, note, position
}
table! { IssuedCopy: "issued_copy", [Visits], BY_VISIT =>
    visit, edition, format, lang, version, number, holder, issued_on, expires_on, fingerprint
}

#[cfg(test)]
mod tests {
    use crate::table::round_trip;

    #[test]
    fn agenda_items_come_back_as_they_went() {
        round_trip(|all| &all.agenda_items);
    }
    #[test]
    fn vehicles_come_back_as_they_went() {
        round_trip(|all| &all.vehicles);
    }
    #[test]
    fn travel_legs_come_back_as_they_went() {
        round_trip(|all| &all.travel_legs);
    }
    #[test]
    fn lodgings_come_back_as_they_went() {
        round_trip(|all| &all.lodgings);
    }
    #[test]
    fn meals_come_back_as_they_went() {
        round_trip(|all| &all.meals);
    }
    #[test]
    fn tour_stops_come_back_as_they_went() {
        round_trip(|all| &all.tour_stops);
    }
    #[test]
    fn talking_points_come_back_as_they_went() {
        round_trip(|all| &all.talking_points);
    }
    #[test]
    fn visit_duties_come_back_as_they_went() {
        round_trip(|all| &all.visit_duties);
    }
    #[test]
    fn visit_contacts_come_back_as_they_went() {
        round_trip(|all| &all.visit_contacts);
    }
    #[test]
    fn checklist_items_come_back_as_they_went() {
        round_trip(|all| &all.checklist_items);
    }
    #[test]
    fn cost_lines_come_back_as_they_went() {
        round_trip(|all| &all.cost_lines);
    }
    #[test]
    fn contingencies_come_back_as_they_went() {
        round_trip(|all| &all.contingencies);
    }
    #[test]
    fn visit_texts_come_back_as_they_went() {
        round_trip(|all| &all.visit_texts);
    }
    #[test]
    fn visit_log_come_back_as_they_went() {
        round_trip(|all| &all.visit_log);
    }
    #[test]
    fn planned_questions_come_back_as_they_went() {
        round_trip(|all| &all.planned_questions);
    }
    #[test]
    fn seating_plans_come_back_as_they_went() {
        round_trip(|all| &all.seating_plans);
    }
    #[test]
    fn issued_copies_come_back_as_they_went() {
        round_trip(|all| &all.issued_copies);
    }
}
