// What one picture of the map is made of: the scene and everything that changes how it looks now. Plain values only.

import type { EdgeId, Rect, Scene, SceneCard, SceneLine, SeatId } from "../../../generated";
import type { Carry } from "../edit/carrying.svelte";
import type { Link } from "../edit/linking.svelte";
import type { Drop } from "../model/drop";
import type { Size, View } from "./geometry";
import type { Glide } from "./glide";
import type { Mix } from "./levels";
import type { Spatial } from "./spatial";

/** A move with the keyboard: the card waits for a superior to be chosen. */
export interface Moving {
  seat: SeatId;
  /** The superior it would get. */
  target: SeatId | null;
  /** What would come of it; `null` while no superior is aimed at. */
  drop: Drop | null;
}

/** A way through the map: its cards and lines stay in full ink. */
export interface Route {
  /** From the first to the target. */
  seats: readonly SeatId[];
  edges: ReadonlySet<EdgeId>;
}

/** Looks that depend on what the user points at and chose. */
export interface Looks {
  hover: SeatId | null;
  selected: SeatId | null;
  /** All chosen cards, `selected` among them. */
  selection: ReadonlySet<SeatId>;
  /** The keyboard is in use on the map: the selection gets the focus frame. */
  keyboard: boolean;
  /** Legend entries that stay in full ink; `null`: no filter. */
  spotlight: ReadonlySet<string> | null;
  /** A way to somebody; while it is shown the filter rests. */
  route: Route | null;
  /** Cards that would be lost in a drill going on: they pale, and so do their lines. */
  pale?: ReadonlySet<SeatId> | null;
  moving: Moving | null;
  /** Cards in the hand. */
  carry: Carry | null;
  /** The box that chooses what lies in it, world units. */
  marquee: Rect | null;
  /** The chosen line. */
  line: SceneLine | null;
  /** The line being drawn. */
  link: Link | null;
  /** Cards whose branch can be folded here and now. */
  knobs: readonly { seat: SeatId; folded: boolean }[];
  /** Lines may be drawn from the chosen card. */
  ports: boolean;
}

/** One picture. */
export interface Frame {
  scene: Scene;
  spatial: Spatial;
  view: View;
  size: Size;
  /** Device pixels per CSS pixel. */
  dpr: number;
  mix: Mix;
  looks: Looks;
  /** Cards on the way to their places; `null`: all stand still. */
  glide: Glide | null;
}

/** The scene's own box. */
export function sceneRect(scene: Scene): Rect {
  return { x: 0, y: 0, w: Math.max(1, scene.width), h: Math.max(1, scene.height) };
}

/** Room the layout leaves around the whole map (`layout::MARGIN`). */
const MARGIN = 24;

/** The drawn part: the scene without the room around it. */
export function contentRect(scene: Scene): Rect {
  const { w, h } = sceneRect(scene);
  return { x: MARGIN, y: MARGIN, w: Math.max(1, w - 2 * MARGIN), h: Math.max(1, h - 2 * MARGIN) };
}

/** Opacity of what the legend filter leaves out. */
export const DIMMED = 0.34;

/** Tells which cards and lines stay in full ink. */
export interface Light {
  card(card: SceneCard): boolean;
  line(line: SceneLine): boolean;
}

const FULL: Light = { card: () => true, line: () => true };

/** What the legend filter or a shown way leaves in full ink. */
export function lightOf(scene: Scene, { spotlight, route, pale }: Pick<Looks, "spotlight" | "route" | "pale">): Light {
  const light = litBy(scene, { spotlight, route });
  if (!pale?.size) return light;
  return { card: (card) => !pale.has(card.seat) && light.card(card), line: (line) => !pale.has(line.from) && !pale.has(line.to) && light.line(line) };
}

function litBy(scene: Scene, { spotlight, route }: Pick<Looks, "spotlight" | "route">): Light {
  if (route !== null) {
    const seats = new Set(route.seats);
    const next = (line: SceneLine): boolean => route.seats.some((seat, at) => (seat === line.from && route.seats[at + 1] === line.to) || (seat === line.to && route.seats[at + 1] === line.from));
    return { card: (card) => seats.has(card.seat), line: (line) => (line.edge === null ? next(line) : route.edges.has(line.edge)) };
  }
  if (spotlight === null) return FULL;
  const lit = (card: SceneCard): boolean => card.keys.some((key) => spotlight.has(key));
  const bright = new Set(scene.cards.filter(lit).map((card) => card.seat));
  const kinds = [...spotlight].some((key) => key.startsWith("line:"));
  return { card: lit, line: (line) => bright.has(line.from) && bright.has(line.to) && (!kinds || spotlight.has(`line:${line.kind}`)) };
}
