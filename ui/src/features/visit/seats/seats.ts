// Drawings of seats: which one is shown, who moves where, and how the keyboard finds its way. Pure.
import type { Attendee, PersonId, Rect, SeatBox, SeatingDrawingView, SeatingKind, SeatingPlan, SeatingPlanId, SeatPin, SeatPlaceRow, StaffId } from "../../../generated";
import { NEW_ID } from "../plan/lines";

/** The order drawings are offered in, the most usual first. */
const ORDER: readonly SeatingKind[] = ["table_broadside", "photo", "round_tables", "signing", "car", "table_end_on", "sofas", "rostrum"];

/** What a drawing is known by, also while it becomes stored. */
export interface Chosen {
  id: string;
  kind: SeatingKind;
  vehicle: string | null;
  /** The last of its kind: the one just added. */
  last?: boolean;
}

export function chosenOf({ record }: SeatingDrawingView): Chosen {
  return { id: record.id, kind: record.kind, vehicle: record.vehicle };
}

/** One word for each drawing among the others; a proposal has no identity of its own. */
export function keyOf({ record, stored }: SeatingDrawingView): string {
  return stored ? record.id : `${record.kind}:${record.vehicle ?? ""}`;
}

/** Drawings in an order that storing one does not change. */
export function ordered(drawings: readonly SeatingDrawingView[]): SeatingDrawingView[] {
  const at = (one: SeatingDrawingView) => ORDER.indexOf(one.record.kind);
  return drawings.toSorted((a, b) => at(a) - at(b));
}

/** The chosen drawing; a proposal that was just stored is still the chosen one. Else the first stored, else the first. */
export function shownOf(drawings: readonly SeatingDrawingView[], chosen: Chosen | null): SeatingDrawingView | undefined {
  const same = (one: SeatingDrawingView) => one.record.kind === chosen?.kind && one.record.vehicle === chosen.vehicle;
  const own = chosen === null || chosen.id === NEW_ID ? undefined : drawings.find((one) => one.record.id === chosen.id);
  return own ?? (chosen?.last ? drawings.findLast(same) : drawings.find(same)) ?? drawings.find((one) => one.stored) ?? drawings[0];
}

export function sameWho(a: Attendee | null, b: Attendee | null): boolean {
  return a !== null && b !== null && JSON.stringify(a) === JSON.stringify(b);
}

/** The record after somebody was put on another place: whoever sat there takes the place left. */
export function moved(drawing: SeatingDrawingView, from: string, to: string): SeatingPlan | null {
  const who = (place: string) => drawing.seats.find((seat) => seat.place === place)?.who ?? null;
  const [one, other] = [who(from), who(to)];
  if (one === null || from === to || !drawing.seats.some((seat) => seat.place === to)) return null;
  const rest = drawing.record.pins.filter((pin) => pin.place !== from && pin.place !== to && !sameWho(pin.who, one) && !sameWho(pin.who, other));
  const back: SeatPin[] = other === null ? [] : [{ place: from, who: other }];
  return { ...drawing.record, pins: [...rest, { place: to, who: one }, ...back] };
}

/** Another drawing of the same kind to begin with: the same people and tables, nobody moved by hand, not kept yet. */
export function another(drawing: SeatingDrawingView): SeatingDrawingView {
  return { ...drawing, stored: false, record: { ...drawing.record, id: NEW_ID as SeatingPlanId, name: null, vehicle: null, pins: [], note: null } };
}

/** Which one of those of its kind without a name this is, from 1; `null`: there is one alone, or it has a name. */
export function numberAmong(drawings: readonly SeatingDrawingView[], one: SeatingDrawingView): number | null {
  const same = drawings.filter(({ record }) => record.kind === one.record.kind && record.vehicle === null && !record.name);
  const at = same.findIndex((other) => keyOf(other) === keyOf(one));
  return same.length > 1 && at >= 0 ? at + 1 : null;
}

/** The record with one place given back to the rules. */
export function unpinned(record: SeatingPlan, place: string): SeatingPlan {
  return { ...record, pins: record.pins.filter((pin) => pin.place !== place) };
}

const middle = (rect: Rect): [number, number] => [rect.x + rect.w / 2, rect.y + rect.h / 2];

/** The seat under a point of the drawing. */
export function seatAt(seats: readonly SeatBox[], x: number, y: number): SeatBox | undefined {
  return seats.findLast(({ rect }) => x >= rect.x && x <= rect.x + rect.w && y >= rect.y && y <= rect.y + rect.h);
}

/** The nearest seat in a direction: what lies aside counts twice. */
export function neighbour(seats: readonly SeatBox[], from: string, dx: number, dy: number): SeatBox | undefined {
  const start = seats.find((seat) => seat.place === from);
  if (!start) return seats[0];
  const [x, y] = middle(start.rect);
  let [best, least]: [SeatBox | undefined, number] = [undefined, Infinity];
  for (const seat of seats) {
    const [sx, sy] = middle(seat.rect);
    const along = (sx - x) * dx + (sy - y) * dy;
    const aside = Math.abs((sx - x) * dy) + Math.abs((sy - y) * dx);
    if (seat === start || along < 1 || along + aside * 2 >= least) continue;
    [best, least] = [seat, along + aside * 2];
  }
  return best;
}

/** Somebody as a code for lists: `guest:…`, `ours:…`, or the name itself. */
export function codeOf(who: Attendee | null): string[] {
  if (who === null) return [];
  if ("guest" in who) return [`guest:${who.guest}`];
  return "ours" in who ? [`ours:${who.ours}`] : [who.named];
}

export function attendeeOf(code: string | undefined): Attendee | null {
  if (code === undefined) return null;
  if (code.startsWith("guest:")) return { guest: code.slice(6) as PersonId };
  return code.startsWith("ours:") ? { ours: code.slice(5) as StaffId } : { named: code };
}

/** Tables a banquet starts with when somebody sets them: all who come, ten to a table. */
export const TABLE_SEATS = 10;

/** Places that stand otherwise than the rules say. */
export function deviations(seats: readonly SeatPlaceRow[]): SeatPlaceRow[] {
  return seats.filter((seat) => seat.note !== null);
}
