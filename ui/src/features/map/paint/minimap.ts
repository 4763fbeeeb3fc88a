// The small map: the whole scene in its far drawing, painted once per scene and theme, with the part in view framed.

import type { Prim, Scene, SceneCard } from "../../../generated";
import { sceneRect } from "./frame";
import { visibleRect, type Size, type View } from "./geometry";
import { Pen } from "./prims";
import { rootReader, Theme } from "./theme";

const EDGE = 8;

/** How the world is scaled into the small map. */
export function miniView(scene: Scene, size: Size): View {
  const rect = sceneRect(scene);
  const k = Math.min((size.w - 2 * EDGE) / rect.w, (size.h - 2 * EDGE) / rect.h);
  return { k, x: (size.w - rect.w * k) / 2, y: (size.h - rect.h * k) / 2 };
}

/** A card as one block in the colour of its edge; a dashed card stays hollow. */
export function blockOf(card: SceneCard): Prim[] {
  const face = card.near[0] ?? card.far[0];
  if (face?.kind !== "rect" || face.stroke === null) return face === undefined ? [] : [face];
  const hollow = (face.stroke.dash ?? []).length > 0;
  return [hollow ? { ...face, fill: null } : { ...face, r: 0, fill: face.stroke.token, stroke: null }];
}

export class Minimap {
  private readonly theme = new Theme(rootReader());
  private readonly still = document.createElement("canvas");
  private painted: Scene | null = null;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly size: Size,
  ) {}

  retheme(): void {
    this.theme.refresh(rootReader());
    this.painted = null;
  }

  paint(scene: Scene, view: View, viewport: Size): void {
    const dpr = Math.max(1, window.devicePixelRatio || 1);
    if (this.painted !== scene || this.still.width !== Math.round(this.size.w * dpr)) this.paintStill(scene, dpr);
    const ctx = this.canvas.getContext("2d");
    if (ctx === null) return;
    this.canvas.width = this.still.width;
    this.canvas.height = this.still.height;
    ctx.drawImage(this.still, 0, 0);
    const mini = miniView(scene, this.size);
    const seen = visibleRect(view, viewport);
    const x0 = Math.max(1, seen.x * mini.k + mini.x);
    const y0 = Math.max(1, seen.y * mini.k + mini.y);
    const x1 = Math.min(this.size.w - 1, (seen.x + seen.w) * mini.k + mini.x);
    const y1 = Math.min(this.size.h - 1, (seen.y + seen.h) * mini.k + mini.y);
    if (x1 <= x0 || y1 <= y0) return;
    ctx.setTransform(dpr, 0, 0, dpr, 0, 0);
    ctx.strokeStyle = this.theme.colour("ink-1") ?? "#000";
    ctx.lineWidth = 1;
    ctx.beginPath();
    ctx.roundRect(Math.round(x0) + 0.5, Math.round(y0) + 0.5, Math.max(4, Math.round(x1 - x0) - 1), Math.max(4, Math.round(y1 - y0) - 1), 2);
    ctx.stroke();
  }

  private paintStill(scene: Scene, dpr: number): void {
    this.still.width = Math.round(this.size.w * dpr);
    this.still.height = Math.round(this.size.h * dpr);
    const ctx = this.still.getContext("2d");
    if (ctx === null) return;
    const mini = miniView(scene, this.size);
    const pen = new Pen(ctx, this.theme, "sans-serif");
    pen.begin(mini.k * dpr, mini.x * dpr, mini.y * dpr);
    for (const unit of scene.units) if (unit.depth < 2) pen.paint(unit.prims);
    for (const card of scene.cards) pen.paint(blockOf(card));
    this.painted = scene;
  }
}
