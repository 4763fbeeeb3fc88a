// Kinds of lines, where the plan keeps them, and how an empty one starts. Pure.
import type { AgendaItem, ChecklistItem, Contingency, CostLine, Lodging, Meal, PlanLine, PlanView, TalkingPoint, TourStop, TravelLeg, Vehicle, VisitContact, VisitDuty, VisitText } from "../../../generated";

export type Kind = Exclude<PlanLine["kind"], "visit_log_entry" | "planned_question" | "seating_plan">;

export interface Lines {
  agenda_item: AgendaItem;
  vehicle: Vehicle;
  travel_leg: TravelLeg;
  lodging: Lodging;
  meal: Meal;
  tour_stop: TourStop;
  talking_point: TalkingPoint;
  visit_duty: VisitDuty;
  visit_contact: VisitContact;
  checklist_item: ChecklistItem;
  cost_line: CostLine;
  contingency: Contingency;
  visit_text: VisitText;
}

/** A line of any kind, as far as lists go. */
export interface AnyLine {
  id: string;
}

const PLACE: { [K in Kind]: (plan: PlanView) => Lines[K][] } = {
  agenda_item: (plan) => plan.agenda_items,
  vehicle: (plan) => plan.vehicles,
  travel_leg: (plan) => plan.travel_legs,
  lodging: (plan) => plan.lodgings,
  meal: (plan) => plan.meals,
  tour_stop: (plan) => plan.tour_stops,
  talking_point: (plan) => plan.talking_points,
  visit_duty: (plan) => plan.visit_duties,
  visit_contact: (plan) => plan.visit_contacts,
  checklist_item: (plan) => plan.checklist_items,
  cost_line: (plan) => plan.cost_lines,
  contingency: (plan) => plan.contingencies,
  visit_text: (plan) => plan.visit_texts,
};

export function linesOf<K extends Kind>(plan: PlanView, kind: K): Lines[K][] {
  return PLACE[kind](plan);
}

/** The core gives a new line its own identity; until then it has this one. */
export const NEW_ID = "00000000-0000-0000-0000-000000000000";

/** The line as the wire wants it. */
export function wireLine<K extends Kind>(kind: K, line: Lines[K]): PlanLine {
  return { kind, line } as PlanLine;
}

/** A copy that will be added as a new line. */
export function copyOf<L extends AnyLine>(line: L): L {
  const copy: L & { ref?: unknown } = { ...line, id: NEW_ID };
  delete copy.ref;
  return copy;
}

const pair = { place_zh: null, place_en: null };
const titles = { title_zh: null, title_en: null };

/** An empty line of a kind; `day`: the first day of the visit. Whoever belongs to it is unknown at first. */
export function bare<K extends Kind>(kind: K, visit: string, day: string): Lines[K] {
  const common = { id: NEW_ID, visit, position: 0 };
  const own: { [One in Kind]: Record<string, unknown> } = {
    agenda_item: { on: day, starts_at: "09:00", ends_at: null, kind: "talks", ...titles, ...pair, guest_title_zh: null, guest_title_en: null, lead: null, ours: [], theirs: [], material: null, state: "draft", for_guests: false, position: undefined },
    vehicle: { kind: "mpv", name: null, plate: null, driver: null, driver_phone: null, host_drives: false, right_hand_drive: false, spare: false, route: null, leaves_on: day, leaves_at: null, riders: [] },
    travel_leg: { direction: "arrival", number: null, ...pair, on: day, at: null, meeting_point: null, greeter: null, people: [], note: null, position: undefined },
    lodging: { person: NEW_ID, hotel_zh: null, hotel_en: null, room_kind: null, room_number: null, from_on: null, to_on: null, note: null, position: undefined },
    meal: { kind: "lunch", on: day, at: null, ...pair, per_head: null, tables: 1, menu: null, toast: null, alcohol: false, hosts: [], note: null, position: undefined },
    tour_stop: { ...titles, minutes: 5, guide: null, message: null, photo_allowed: true, gear: null, skip_when_late: false },
    talking_point: { kind: "point", topic: null, text: null, proof: null, question: null, expected_question: null, answer: null, speaker: null, about: null, on_card: false, minutes: null },
    visit_duty: { staff: NEW_ID, duty: "companion", text: null, phone: null },
    visit_contact: { function_zh: null, function_en: null, name: null, phone: null, for_guests: false },
    checklist_item: { key: null, text: null, offset_days: 0, due_on: day, role: null, owner: null, done_on: null, evidence: null },
    cost_line: { category: "dining", text: null, planned: null, actual: null, funding: null },
    contingency: { key: null, trigger: null, action: null, owner: null },
    visit_text: { kind: "objective", text_zh: null, text_en: null },
  };
  const made = { ...common, ...own[kind] };
  if (made.position === undefined) delete (made as { position?: unknown }).position;
  return made as unknown as Lines[K];
}
