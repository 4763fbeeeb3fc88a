// Where branches in the hand would land: under a card, in a unit, between two siblings, or beside their own place with more room.
// Deliberately absent: what the core does with it, and how it is drawn.

import type { Rect, SeatId, UnitId } from "../../../generated";
import { judgeDrops, type Drop } from "./drop";
import type { Neighbours, Placed } from "./neighbours";

/** What letting go would do. */
export type Landing =
  | { kind: "under"; superior: SeatId; drop: Drop }
  | { kind: "unit"; unit: UnitId; drop: Drop }
  /** Before a sibling, or last; `mark` is the upright (or level) bar that shows the place, world units. */
  | { kind: "order"; before: SeatId | null; mark: Rect }
  /** The own place, farther right and down by so many world units. */
  | { kind: "room"; x: number; y: number }
  | { kind: "none" };

/** What the rules look at; places in world units. */
export interface LandingQuestion {
  tree: Neighbours;
  /** The branches in the hand, by their uppermost seats. */
  moved: readonly SeatId[];
  /** The pointer, and where it took hold. */
  at: [number, number];
  from: [number, number];
  /** The card beneath the pointer that is not the one in the hand. */
  over: Placed | null;
  /** The innermost unit frame beneath the pointer. */
  unit: UnitId | null;
  unitOf: (seat: SeatId) => UnitId | null;
  /** The seat's siblings, itself among them, in the order they are kept. */
  rowOf: (seat: SeatId) => readonly Placed[];
  /** Asked for room, whatever lies beneath (Alt). */
  room: boolean;
  readOnly: boolean;
}

/** How far from a sibling's edge, outward and inward, a place between siblings reaches. */
const [REACH, EDGE] = [36, 20];
/** Less than this is a trembling hand, not a wish for room. */
const LEAST_ROOM = 12;
/** Cards whose left edges differ by less stand above one another. */
const STACKED = 8;

/** Judges a place. */
export function landingAt(question: LandingQuestion): Landing {
  const { tree, moved, over, unit, readOnly } = question;
  if (moved.length === 0) return { kind: "none" };
  if (question.room) return roomAt(question);
  const order = moved.length === 1 ? orderAt(question) : null;
  if (order !== null) return readOnly ? { kind: "under", superior: moved[0] as SeatId, drop: "read_only" } : order;
  if (over !== null) return { kind: "under", superior: over.seat, drop: judgeDrops(tree, moved, over.seat, readOnly) };
  if (unit !== null && moved.some((seat) => question.unitOf(seat) !== unit)) return { kind: "unit", unit, drop: readOnly ? "read_only" : "allowed" };
  return unit !== null ? roomAt(question) : { kind: "none" };
}

function roomAt({ at, from, moved, readOnly }: LandingQuestion): Landing {
  const [x, y] = [Math.round(at[0] - from[0]), Math.round(at[1] - from[1])];
  if (readOnly) return { kind: "under", superior: moved[0] as SeatId, drop: "read_only" };
  return Math.hypot(x, y) < LEAST_ROOM ? { kind: "none" } : { kind: "room", x, y };
}

/** A place between siblings other than the own one; the own one asks for room. `null`: the pointer is not between siblings. */
function orderAt(question: LandingQuestion): Landing | null {
  const { at, over } = question;
  const seat = question.moved[0] as SeatId;
  const row = question.rowOf(seat);
  const rest = row.filter((one) => one.seat !== seat);
  const near = rest.map((one) => ({ one, away: distance(one.rect, at) })).filter(({ away }) => away <= REACH).sort((a, b) => a.away - b.away)[0]?.one;
  if (near === undefined) return null;
  const stacked = rest.some((one) => one.seat !== near.seat && Math.abs(one.rect.x - near.rect.x) < STACKED) && !rest.some((one) => one.seat !== near.seat && Math.abs(one.rect.y - near.rect.y) < STACKED);
  if (over !== null && (over.seat !== near.seat || !atEdge(near.rect, at, stacked))) return null;
  if (over === null && !besides(near.rect, at, stacked)) return null;
  const first = stacked ? at[1] < near.rect.y + near.rect.h / 2 : at[0] < near.rect.x + near.rect.w / 2;
  const place = rest.indexOf(near) + (first ? 0 : 1);
  const before = rest[place]?.seat ?? null;
  // Without the card in the hand, its own place is where the one after it stands now.
  const own = row[row.findIndex((one) => one.seat === seat) + 1]?.seat ?? null;
  if (before === own) return roomAt(question);
  return { kind: "order", before, mark: markAt(near.rect, first, stacked) };
}

function distance(rect: Rect, [x, y]: [number, number]): number {
  return Math.hypot(Math.max(rect.x - x, 0, x - rect.x - rect.w), Math.max(rect.y - y, 0, y - rect.y - rect.h));
}

function atEdge(rect: Rect, [x, y]: [number, number], stacked: boolean): boolean {
  return stacked ? y - rect.y < EDGE || rect.y + rect.h - y < EDGE : x - rect.x < EDGE || rect.x + rect.w - x < EDGE;
}

/** Beside the card in the direction of the row, not above or below it. */
function besides(rect: Rect, [x, y]: [number, number], stacked: boolean): boolean {
  return stacked ? x >= rect.x && x <= rect.x + rect.w : y >= rect.y && y <= rect.y + rect.h;
}

function markAt(rect: Rect, first: boolean, stacked: boolean): Rect {
  const GAP = 12;
  if (stacked) return { x: rect.x, y: first ? rect.y - GAP : rect.y + rect.h + GAP, w: rect.w, h: 0 };
  return { x: first ? rect.x - GAP : rect.x + rect.w + GAP, y: rect.y, w: 0, h: rect.h };
}
