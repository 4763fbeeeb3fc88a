// Places for the peers that have no layout of trees: superiors before their reports, in rows, as dense as Dianke's map.
// Cheaper than any layout of a tree, so that what is measured is the peer and not a layout it was given.
import { reports } from "../company.mjs";

export const [W, H, GAP_X, GAP_Y] = [240, 104, 24, 56];

/** Left upper corner of every seat, by number. */
export function place(seats) {
  const below = reports(seats);
  const columns = Math.ceil(Math.sqrt((seats.length * (H + GAP_Y) * 1.4) / (W + GAP_X)));
  const places = new Array(seats.length);
  const waiting = seats.filter((seat) => seat.above === null).map((seat) => seat.number);
  for (let at = 0; waiting.length > 0; at += 1) {
    const number = waiting.pop();
    places[number] = { x: (at % columns) * (W + GAP_X), y: Math.floor(at / columns) * (H + GAP_Y) };
    waiting.push(...below[number].toReversed());
  }
  return places;
}
