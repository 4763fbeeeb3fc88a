// Unit titles: 12 px on screen at every zoom, on a pad of the canvas colour. Decides where each stands and which give way.

import type { Rect, SceneUnit } from "../../../generated";
import { overlaps, toScreen, type View } from "./geometry";

/** Text width in CSS pixels at 12 px. */
export type Measure = (text: string, strong: boolean) => number;

/** A title to paint, in CSS pixels. */
export interface Title {
  /** The pad. */
  box: Rect;
  name: string;
  count: string;
  /** Where the count starts. */
  countX: number;
}

const HEIGHT = 16;
const INSET = 12;
const PAD = 4;
const GAP = 6;
/** Frames narrower than this on screen have no title. */
const NARROWEST = 48;
/** Inner frames smaller than this would be covered by their title. */
const INNER = { w: 96, h: 48 };
/** Where the band is lower than half a title, the title on the edge reaches a few pixels into the cards: frames with more than one row bear that. */
const TALL = 56;
/** Height of the title band inside a frame, world units (`layout::TITLE_BAND`). */
export const BAND = 32;

/** The text with its end cut so that it fits, or `""`. */
export function cut(text: string, width: number, measure: Measure): string {
  if (measure(text, true) <= width) return text;
  const glyphs = [...text];
  let [lo, hi] = [0, glyphs.length - 1];
  while (lo < hi) {
    const mid = (lo + hi + 1) >> 1;
    if (measure(`${glyphs.slice(0, mid).join("")}…`, true) <= width) lo = mid;
    else hi = mid - 1;
  }
  return lo < 2 ? "" : `${glyphs.slice(0, lo).join("")}…`;
}

/** Lays the titles of the visible units; outer units come first and keep their place. `signs`: boxes on lines to keep clear of, CSS pixels. */
export function placeTitles(units: readonly SceneUnit[], view: View, area: Rect, measure: Measure, signs: readonly Rect[] = []): Title[] {
  const placed: Title[] = [];
  for (const unit of units) {
    if (unit.title === "" || !overlaps(unit.rect, area)) continue;
    const frame = toScreen(view, unit.rect);
    if (frame.w < NARROWEST || (unit.depth > 0 && (frame.w < INNER.w || frame.h < (BAND * view.k < HEIGHT / 2 ? TALL : INNER.h)))) continue;
    const title = placeOne(unit, frame, view.k, { placed, signs }, measure);
    if (title !== null) placed.push(title);
  }
  return placed;
}

/** What a title must not cover. */
interface Taken {
  placed: readonly Title[];
  signs: readonly Rect[];
}

/** In the band, or on the frame's upper edge where the band is too low for a line of text or a sign stands in it. */
function placeOne(unit: SceneUnit, frame: Rect, k: number, { placed, signs }: Taken, measure: Measure): Title | null {
  const edge = Math.round(frame.y - HEIGHT / 2);
  const band = BAND * k >= HEIGHT + 2 ? Math.round(frame.y + Math.min(8, (BAND * k - HEIGHT) / 2)) : edge;
  const title = placeAt(unit, frame, k, band, placed, measure);
  if (title === null || band === edge || !signs.some((sign) => overlaps(sign, title.box))) return title;
  const raised = placeAt(unit, frame, k, edge, placed, measure);
  return raised !== null && !signs.some((sign) => overlaps(sign, raised.box)) ? raised : title;
}

function placeAt(unit: SceneUnit, frame: Rect, k: number, y: number, placed: readonly Title[], measure: Measure): Title | null {
  const right = frame.x + frame.w - PAD;
  let x = Math.round(frame.x + Math.min(INSET, Math.max(PAD, INSET * k)) - PAD);
  for (let tries = 0; tries < 3; tries += 1) {
    const title = fit(unit, x, y, right, measure);
    if (title === null) return null;
    const other = placed.find((one) => overlaps(one.box, title.box));
    if (other === undefined) return title;
    x = Math.round(other.box.x + other.box.w + PAD);
  }
  return null;
}

function fit(unit: SceneUnit, x: number, y: number, right: number, measure: Measure): Title | null {
  const room = right - x - 2 * PAD;
  const name = cut(unit.title, room, measure);
  if (name === "") return null;
  const wide = measure(name, true);
  const number = unit.count > 1 ? unit.count_label : "";
  const numberWide = number === "" ? 0 : GAP + measure(number, false);
  const shown = wide + numberWide <= room ? number : "";
  const width = Math.ceil(wide + (shown === "" ? 0 : numberWide) + 2 * PAD);
  return { box: { x, y, w: width, h: HEIGHT }, name, count: shown, countX: x + PAD + wide + GAP };
}
