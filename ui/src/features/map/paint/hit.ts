// What lies beneath a point of the canvas: a port or knob of the card at hand, a card, a line, a unit, or the ground.

import type { Rect, SceneCard, SceneLine, SeatId, UnitId } from "../../../generated";
import { foldBadge } from "./cards";
import { contains, grow, toScreen, toWorld, type View } from "./geometry";
import type { Looks } from "./frame";
import type { Level } from "./levels";
import type { Spatial } from "./spatial";

export type Hit =
  | { on: "port"; seat: SeatId }
  | { on: "knob"; seat: SeatId }
  | { on: "card"; seat: SeatId }
  | { on: "line"; line: SceneLine }
  | { on: "unit"; unit: UnitId }
  | { on: "ground" };

/** How far from a line a click still means it, CSS pixels. */
const LINE_REACH = 6;
const PORT_REACH = 8;
const KNOB_REACH = 12;
/** How far a badge reaches from its card's box, world units. */
const BADGE_REACH = 40;
/** Middle of the fold knob below the card's foot, CSS pixels. */
const KNOB_OFF = 20;
/** Middle of a port outside the card's edge. */
const PORT_OFF = 3;

/** What a hit depends on. */
export interface Aim {
  spatial: Spatial;
  view: View;
  level: Level;
  looks: Looks;
  cardOf: (seat: SeatId) => SceneCard | null;
  /** Whether a world point lies on a line drawn so many world units wide. */
  onLine: (line: SceneLine, x: number, y: number, width: number) => boolean;
}

/** Middles of the ports of a card's box on screen: four, or three where the badge of a folded card takes the foot. */
export function portsOf(box: Rect, folded: boolean): readonly (readonly [number, number])[] {
  const [cx, cy] = [box.x + box.w / 2, box.y + box.h / 2];
  const ports = [[cx, box.y - PORT_OFF], [box.x - PORT_OFF, cy], [box.x + box.w + PORT_OFF, cy]] as const;
  return folded ? ports : [...ports, [cx, box.y + box.h + PORT_OFF]];
}

/** Middle of the fold knob of a card's box on screen: below the port, and on a smaller card on its foot, clear of the titles beneath. */
export function knobOf(box: Rect, level: Level): readonly [number, number] {
  return [box.x + box.w / 2, box.y + box.h + (level === "near" ? KNOB_OFF : 0)];
}

const near = ([x, y]: readonly [number, number], sx: number, sy: number, reach: number): boolean => Math.hypot(sx - x, sy - y) <= reach;

/** The uppermost thing at a point of the canvas, CSS pixels. */
export function hitAt(aim: Aim, sx: number, sy: number): Hit {
  const { view, level, looks, spatial } = aim;
  const handle = level === "far" ? null : (portAt(aim, sx, sy) ?? knobAt(aim, sx, sy));
  if (handle !== null) return handle;
  const [x, y] = toWorld(view, sx, sy);
  const badge = level === "far" ? null : badgeAt(aim, x, y, view.k);
  if (badge !== null) return badge;
  const card = spatial.cardAt(x, y);
  if (card !== null) return { on: "card", seat: card.seat };
  const reach = LINE_REACH / view.k;
  const lines = spatial.linesIn({ x: x - reach, y: y - reach, w: 2 * reach, h: 2 * reach });
  for (let i = lines.length - 1; i >= 0; i -= 1) {
    const line = lines[i] as SceneLine;
    const seen = !line.quiet || [looks.hover, looks.selected].some((seat) => seat === line.from || seat === line.to);
    if (seen && aim.onLine(line, x, y, 2 * reach)) return { on: "line", line };
  }
  const unit = spatial.unitAt(x, y);
  return unit === null ? { on: "ground" } : { on: "unit", unit: unit.unit };
}

function portAt({ looks, level, view, cardOf }: Aim, sx: number, sy: number): Hit | null {
  const { selected, keyboard } = looks;
  if (!looks.ports || keyboard || selected === null || level !== "near") return null;
  const card = cardOf(selected);
  return card !== null && portsOf(toScreen(view, card.rect), card.folded > 0).some((port) => near(port, sx, sy, PORT_REACH)) ? { on: "port", seat: selected } : null;
}

function knobAt({ looks, view, level, cardOf }: Aim, sx: number, sy: number): Hit | null {
  for (const { seat } of looks.knobs) {
    const card = cardOf(seat);
    if (card !== null && card.folded === 0 && near(knobOf(toScreen(view, card.rect), level), sx, sy, KNOB_REACH)) return { on: "knob", seat };
  }
  return null;
}

/** The badge of a folded card is the knob that unfolds it. */
function badgeAt({ spatial, level }: Aim, x: number, y: number, k: number): Hit | null {
  for (const card of spatial.foldedNear(x, y, BADGE_REACH)) {
    const plate = foldBadge(card, level)[0];
    if (plate?.kind === "rect" && contains(grow(plate, 2 / k), x, y)) return { on: "knob", seat: card.seat };
  }
  return null;
}

/** The card whose handles keep it pointed at: between the card and its knob nothing else may take over. */
export function staysOn(aim: Aim, sx: number, sy: number): SeatId | null {
  const { hover } = aim.looks;
  const card = hover === null || aim.level === "far" ? null : aim.cardOf(hover);
  if (card === null) return null;
  const box = toScreen(aim.view, card.rect);
  const strip = { x: box.x + box.w / 2 - KNOB_REACH, y: box.y + box.h, w: 2 * KNOB_REACH, h: KNOB_OFF + KNOB_REACH };
  return contains(strip, sx, sy) ? hover : null;
}
