// Plane geometry of the map: boxes, the view transform, fitting and clamping. No canvas, no DOM.

import type { Rect, RoomViewport, ViewRow } from "../../../generated";

/** Screen = world × k + (x, y); CSS pixels. */
export interface View {
  k: number;
  x: number;
  y: number;
}

/** A size in CSS pixels. */
export interface Size {
  w: number;
  h: number;
}

/** Space kept free at each edge of the viewport, for the floating bars. */
export interface Insets {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

export const MIN_ZOOM = 0.02;
export const MAX_ZOOM = 2;

/** The part of the world seen through a viewport. */
export function visibleRect(view: View, size: Size): Rect {
  return { x: -view.x / view.k, y: -view.y / view.k, w: size.w / view.k, h: size.h / view.k };
}

export function toWorld(view: View, x: number, y: number): [number, number] {
  return [(x - view.x) / view.k, (y - view.y) / view.k];
}

/** The zoom and the world point in the middle of a viewport. */
export function middleOf(view: View, size: Size): RoomViewport {
  const [x, y] = toWorld(view, size.w / 2, size.h / 2);
  return { k: view.k, x, y };
}

/** The view with a world point in the middle of the viewport. */
export function viewOf({ k, x, y }: RoomViewport, size: Size): View {
  return { k, x: size.w / 2 - x * k, y: size.h / 2 - y * k };
}

/** The middle a saved view was kept with; `null`: it shows the whole map. */
export function windowOf({ zoom, centre_x, centre_y }: Pick<ViewRow, "zoom" | "centre_x" | "centre_y">): RoomViewport | null {
  return zoom === null || centre_x === null || centre_y === null ? null : { k: zoom, x: centre_x, y: centre_y };
}

export function toScreen(view: View, rect: Rect): Rect {
  return { x: rect.x * view.k + view.x, y: rect.y * view.k + view.y, w: rect.w * view.k, h: rect.h * view.k };
}

export function contains(rect: Rect, x: number, y: number): boolean {
  return x >= rect.x && x <= rect.x + rect.w && y >= rect.y && y <= rect.y + rect.h;
}

export function overlaps(a: Rect, b: Rect): boolean {
  return a.x <= b.x + b.w && b.x <= a.x + a.w && a.y <= b.y + b.h && b.y <= a.y + a.h;
}

/** The smallest box around all; `null` for none. */
export function union(rects: readonly Rect[]): Rect | null {
  if (rects.length === 0) return null;
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const r of rects) {
    x0 = Math.min(x0, r.x);
    y0 = Math.min(y0, r.y);
    x1 = Math.max(x1, r.x + r.w);
    y1 = Math.max(y1, r.y + r.h);
  }
  return { x: x0, y: y0, w: x1 - x0, h: y1 - y0 };
}

export function grow(rect: Rect, by: number): Rect {
  return { x: rect.x - by, y: rect.y - by, w: rect.w + 2 * by, h: rect.h + 2 * by };
}

export function clampZoom(k: number): number {
  return Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, k));
}

/** The view that shows `rect` whole inside the insets, centred, never larger than `maxZoom`. */
export function fitView(rect: Rect, size: Size, insets: Insets, maxZoom = 1): View {
  const w = Math.max(1, size.w - insets.left - insets.right);
  const h = Math.max(1, size.h - insets.top - insets.bottom);
  const k = clampZoom(Math.min(w / Math.max(1, rect.w), h / Math.max(1, rect.h), maxZoom));
  const x = insets.left + (w - rect.w * k) / 2 - rect.x * k;
  const y = insets.top + (h - rect.h * k) / 2 - rect.y * k;
  return { k, x: Math.round(x), y: Math.round(y) };
}

/** The view that changes zoom to `k` and keeps the world point under (sx, sy) where it is. */
export function zoomAround(view: View, k: number, sx: number, sy: number): View {
  const next = clampZoom(k);
  const [wx, wy] = toWorld(view, sx, sy);
  return { k: next, x: sx - wx * next, y: sy - wy * next };
}

/** Puts the middle of `rect` in the middle of the free part of the viewport at zoom `k`. */
export function centreOn(rect: Rect, k: number, size: Size, insets: Insets): View {
  const zoom = clampZoom(k);
  const cx = (insets.left + size.w - insets.right) / 2;
  const cy = (insets.top + size.h - insets.bottom) / 2;
  return { k: zoom, x: Math.round(cx - (rect.x + rect.w / 2) * zoom), y: Math.round(cy - (rect.y + rect.h / 2) * zoom) };
}

/** The least pan that brings `rect` inside the insets; the same view when it is inside already. */
export function reveal(view: View, rect: Rect, size: Size, insets: Insets): View {
  const s = toScreen(view, rect);
  const shift = (lo: number, len: number, from: number, to: number): number => {
    if (len > to - from || lo < from) return from - lo;
    return lo + len > to ? to - (lo + len) : 0;
  };
  const dx = shift(s.x, s.w, insets.left, size.w - insets.right);
  const dy = shift(s.y, s.h, insets.top, size.h - insets.bottom);
  return dx === 0 && dy === 0 ? view : { k: view.k, x: view.x + dx, y: view.y + dy };
}

/** The view a share `t` (0…1) of the way between two views, zoom interpolated by factor. */
export function between(a: View, b: View, t: number): View {
  const k = a.k * Math.pow(b.k / a.k, t);
  const share = a.k === b.k ? t : (k - a.k) / (b.k - a.k);
  return { k, x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
}
