// From one scene to the next: cards glide along straight paths, what comes or goes fades. Used for days, folds and moves.

import type { Rect, Scene, SceneCard, SceneLine, SceneUnit, SeatId } from "../../../generated";
import { DIMMED, type Frame, type Light } from "./frame";
import type { Pen } from "./prims";

/** Beyond this many cards a plain fade is calmer and cheaper. */
const LIMIT = 1200;

/** What differs between two scenes, found once. */
export interface Morph {
  from: Scene;
  /** Where a card stood, relative to its place now. */
  moved: ReadonlyMap<SeatId, readonly [number, number]>;
  entering: ReadonlySet<SeatId>;
  leaving: readonly SceneCard[];
  /** Units and lines that are drawn just as before. */
  still: ReadonlySet<SceneUnit | SceneLine>;
  gone: { units: readonly SceneUnit[]; lines: readonly SceneLine[] };
}

const placed = (r: Rect): string => `${r.x},${r.y},${r.w},${r.h}`;
const unitKey = (unit: SceneUnit): string => `${unit.unit} ${placed(unit.rect)}`;
const lineKey = (line: SceneLine): string => `${line.kind} ${line.edge ?? ""} ${line.from} ${line.to} ${placed(line.bounds)}`;

function compare<T>(before: readonly T[], now: readonly T[], key: (one: T) => string): { still: T[]; gone: T[] } {
  const [old, fresh] = [new Set(before.map(key)), new Set(now.map(key))];
  return { still: now.filter((one) => old.has(key(one))), gone: before.filter((one) => !fresh.has(key(one))) };
}

/** `null`: no card comes, goes or moves, or there are too many to follow; a plain fade does. */
export function morphOf(from: Scene, to: Scene): Morph | null {
  if (from.cards.length + to.cards.length > LIMIT) return null;
  const before = new Map(from.cards.map((card) => [card.seat, card]));
  const moved = new Map<SeatId, readonly [number, number]>();
  const entering = new Set<SeatId>();
  for (const { seat, rect } of to.cards) {
    const old = before.get(seat)?.rect;
    if (old === undefined) entering.add(seat);
    else if (old.x !== rect.x || old.y !== rect.y) moved.set(seat, [old.x - rect.x, old.y - rect.y]);
    before.delete(seat);
  }
  const leaving = [...before.values()];
  if (moved.size + entering.size + leaving.length === 0) return null;
  const units = compare(from.units, to.units, unitKey);
  const lines = compare(from.lines, to.lines, lineKey);
  return { from, moved, entering, leaving, still: new Set<SceneUnit | SceneLine>([...units.still, ...lines.still]), gone: { units: units.gone, lines: lines.gone } };
}

/** Paints a share (0…1) of the way. The pen must stand at the frame's transform, and stands there again afterwards. */
export function paintMorph(frame: Frame, pen: Pen, light: Light, morph: Morph, share: number): void {
  const { scene, view, dpr, mix } = frame;
  const scale = view.k * dpr;
  const home = (dx = 0, dy = 0): void => pen.begin(scale, view.x * dpr + dx * scale, view.y * dpr + dy * scale);
  const level = mix.level;
  const show = (alpha: number, lit: boolean): void => void (pen.ctx.globalAlpha = alpha * (lit ? 1 : DIMMED));
  const bare = (line: SceneLine): boolean => !line.quiet;
  const paintAll = <T extends SceneUnit | SceneLine>(list: readonly T[], alpha: number, lit: (one: T) => boolean): void => {
    for (const one of list) {
      show(morph.still.has(one) ? 1 : alpha, lit(one));
      pen.paint(one.prims);
    }
  };
  paintAll(morph.gone.units, 1 - share, () => true);
  paintAll(scene.cards.length === 0 ? [] : scene.units, share, () => true);
  paintAll(morph.gone.lines.filter(bare), 1 - share, (line) => light.line(line));
  paintAll(scene.lines.filter(bare), share, (line) => light.line(line));
  for (const card of morph.leaving) {
    show(1 - share, light.card(card));
    pen.paint(card[level]);
  }
  for (const card of scene.cards) {
    const off = morph.moved.get(card.seat);
    if (off !== undefined) home(off[0] * (1 - share), off[1] * (1 - share));
    show(morph.entering.has(card.seat) ? share : 1, light.card(card));
    pen.paint(card[level]);
    if (off !== undefined) home();
  }
  pen.ctx.globalAlpha = 1;
}
