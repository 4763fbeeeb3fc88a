// Paints what the hand does over the map: where carried cards would land, the choosing box, lines being drawn or chosen, fold knobs.

import type { Rect, UnitId } from "../../../generated";
import type { Carry } from "../edit/carrying.svelte";
import type { Frame } from "./frame";
import { toScreen } from "./geometry";
import { knobOf } from "./hit";
import { cardOf, carriedBy } from "./cards";
import { pathOf } from "./prims";
import type { Theme } from "./theme";

const KNOB = 8;

export class Hands {
  constructor(
    private readonly ctx: CanvasRenderingContext2D,
    private readonly theme: Theme,
  ) {}

  paint(frame: Frame): void {
    const { looks } = frame;
    this.knobs(frame);
    if (looks.carry !== null) this.carry(frame, looks.carry);
    this.link(frame);
    if (looks.marquee !== null) this.marquee(toScreen(frame.view, looks.marquee));
  }

  private colour(token: string): string {
    return this.theme.colour(token) ?? "#000";
  }

  /** The chosen line, once more in the colour of the focus. */
  line({ looks, view, dpr }: Frame): void {
    const { ctx } = this;
    if (looks.line === null) return;
    ctx.save();
    ctx.setTransform(view.k * dpr, 0, 0, view.k * dpr, view.x * dpr, view.y * dpr);
    ctx.strokeStyle = this.colour("focus");
    ctx.lineJoin = "round";
    for (const prim of looks.line.prims) {
      if (prim.kind !== "path" || prim.stroke === null) continue;
      ctx.lineWidth = prim.stroke.width + 2 / view.k;
      ctx.globalAlpha = 0.7;
      ctx.stroke(pathOf(prim));
    }
    ctx.restore();
  }

  /** A small round button at the foot of the branch: minus folds, plus unfolds. */
  private knobs(frame: Frame): void {
    const { ctx } = this;
    if (frame.mix.level === "far") return;
    for (const { seat, folded } of frame.looks.knobs) {
      const card = cardOf(frame, seat);
      // A folded card has its badge.
      if (card === null || card.folded > 0) continue;
      const [x, y] = knobOf(toScreen(frame.view, card.rect), frame.mix.level).map((v) => Math.round(v) + 0.5) as [number, number];
      ctx.fillStyle = this.colour("paper-surface");
      ctx.strokeStyle = this.colour("line-3");
      ctx.lineWidth = 1;
      ctx.beginPath();
      ctx.arc(x, y, KNOB, 0, 2 * Math.PI);
      ctx.fill();
      ctx.stroke();
      ctx.strokeStyle = this.colour("ink-1");
      ctx.beginPath();
      ctx.moveTo(x - 4, y);
      ctx.lineTo(x + 4, y);
      if (folded) {
        ctx.moveTo(x, y - 4);
        ctx.lineTo(x, y + 4);
      }
      ctx.stroke();
    }
  }

  private carry(frame: Frame, carry: Carry): void {
    const top = cardOf(frame, carry.seat);
    if (top === null) return;
    const [dx, dy] = carriedBy(top.rect, carry);
    const hanging = toScreen(frame.view, { ...top.rect, x: top.rect.x + dx, y: top.rect.y + dy });
    const token = carry.refused ? "cinnabar" : "focus";
    const { landing } = carry;
    this.frame(hanging, 0, 1, "line-3");
    if (landing.kind === "under") {
      const target = cardOf(frame, landing.superior);
      if (target === null) return;
      const box = toScreen(frame.view, target.rect);
      const tone = landing.drop === "same" ? "line-3" : token;
      this.frame(box, 2, 2, tone);
      if (landing.drop !== "self" && landing.drop !== "read_only") this.preview(box, hanging, tone, landing.drop === "allowed");
    } else if (landing.kind === "unit") this.unit(frame, landing.unit, token);
    else if (landing.kind === "order") this.mark(toScreen(frame.view, landing.mark));
  }

  private unit(frame: Frame, id: UnitId, token: string): void {
    const unit = frame.scene.units.find((one) => one.unit === id);
    if (unit !== undefined) this.frame(toScreen(frame.view, unit.rect), 0, 2, token);
  }

  /** The place between two siblings. */
  private mark(at: Rect): void {
    const { ctx } = this;
    ctx.strokeStyle = this.colour("focus");
    ctx.lineWidth = 3;
    ctx.lineCap = "round";
    ctx.beginPath();
    ctx.moveTo(at.x, at.y);
    ctx.lineTo(at.x + at.w, at.y + at.h);
    ctx.stroke();
    ctx.lineCap = "butt";
  }

  private frame(box: Rect, off: number, width: number, token: string): void {
    const { ctx } = this;
    const d = off + width / 2;
    ctx.strokeStyle = this.colour(token);
    ctx.lineWidth = width;
    ctx.beginPath();
    ctx.roundRect(Math.round(box.x) - d, Math.round(box.y) - d, Math.round(box.w) + 2 * d, Math.round(box.h) + 2 * d, 6);
    ctx.stroke();
  }

  /** A reporting line as it would run: from the superior's foot, with square turns. */
  preview(superior: Rect, report: Rect, token: string, allowed: boolean): void {
    const { ctx } = this;
    const [x0, y0] = [superior.x + superior.w / 2, superior.y + superior.h];
    const [x1, y1] = [report.x + report.w / 2, report.y];
    const middle = y1 > y0 ? (y0 + y1) / 2 : y0 + 16;
    ctx.strokeStyle = this.colour(token);
    ctx.lineWidth = 1.5;
    ctx.setLineDash(allowed ? [] : [4, 4]);
    ctx.beginPath();
    ctx.moveTo(x0, y0);
    ctx.lineTo(x0, middle);
    ctx.lineTo(x1, middle);
    ctx.lineTo(x1, y1);
    ctx.stroke();
    ctx.setLineDash([]);
  }

  /** The line being drawn, from its card to the other card or the pointer. */
  private link(frame: Frame): void {
    const { ctx } = this;
    const link = frame.looks.link;
    const from = link === null ? null : cardOf(frame, link.from);
    if (link === null || from === null) return;
    const a = toScreen(frame.view, from.rect);
    const to = cardOf(frame, link.to);
    if (to !== null) this.frame(toScreen(frame.view, to.rect), 2, 2, "focus");
    const b = to !== null ? toScreen(frame.view, to.rect) : link.at === null ? null : toScreen(frame.view, { x: link.at[0], y: link.at[1], w: 0, h: 0 });
    if (b === null) return this.frame(a, 5, 1.5, "focus");
    ctx.strokeStyle = this.colour("focus");
    ctx.lineWidth = 2;
    ctx.setLineDash(link.kind === "dotted_reports_to" ? [2, 4] : []);
    ctx.beginPath();
    ctx.moveTo(...edgeTowards(a, b));
    ctx.lineTo(...edgeTowards(b, a));
    ctx.stroke();
    ctx.setLineDash([]);
  }

  private marquee(box: Rect): void {
    const { ctx } = this;
    ctx.fillStyle = this.colour("focus");
    ctx.globalAlpha = 0.08;
    ctx.fillRect(box.x, box.y, box.w, box.h);
    ctx.globalAlpha = 1;
    ctx.strokeStyle = this.colour("focus");
    ctx.lineWidth = 1;
    ctx.strokeRect(Math.round(box.x) + 0.5, Math.round(box.y) + 0.5, Math.round(box.w), Math.round(box.h));
  }
}

/** The point where the way from the middle of `box` to the middle of `other` leaves `box`. */
export function edgeTowards(box: Rect, other: Rect): [number, number] {
  const [cx, cy] = [box.x + box.w / 2, box.y + box.h / 2];
  const [dx, dy] = [other.x + other.w / 2 - cx, other.y + other.h / 2 - cy];
  if ((dx === 0 && dy === 0) || box.w === 0) return [cx, cy];
  const share = Math.min(dx === 0 ? Infinity : box.w / 2 / Math.abs(dx), dy === 0 ? Infinity : box.h / 2 / Math.abs(dy), 1);
  return [cx + dx * share, cy + dy * share];
}
