// Paints what follows the user over the map: hover edge, selection frame with ports, keyboard frame, and a move in progress.

import type { Rect, SceneCard, SeatId } from "../../../generated";
import type { Frame } from "./frame";
import { toScreen } from "./geometry";
import type { Theme } from "./theme";

const CARD_RADIUS = 6;
const PORT = 4;

/** Cards by seat, kept per scene. */
const bySeat = new WeakMap<object, Map<SeatId, SceneCard>>();

export function cardOf(frame: Frame, seat: SeatId | null): SceneCard | null {
  if (seat === null) return null;
  let cards = bySeat.get(frame.scene);
  if (cards === undefined) {
    cards = new Map(frame.scene.cards.map((card) => [card.seat, card]));
    bySeat.set(frame.scene, cards);
  }
  return cards.get(seat) ?? null;
}

/** Where a carried card hangs: beneath the pointer, so that the card aimed at stays readable. */
export function carried(rect: Rect, at: [number, number] | null): Rect {
  return at === null ? rect : { x: at[0] - rect.w / 2, y: at[1] + 14, w: rect.w, h: rect.h };
}

/** The layer above the scene. */
export class Overlay {
  constructor(
    private readonly ctx: CanvasRenderingContext2D,
    private readonly theme: Theme,
  ) {}

  paint(frame: Frame): void {
    const { looks, dpr } = frame;
    this.ctx.setTransform(dpr, 0, 0, dpr, 0, 0);
    this.ctx.setLineDash([]);
    this.ctx.globalAlpha = 1;
    if (looks.hover !== looks.selected) this.hover(frame, cardOf(frame, looks.hover));
    this.selection(frame, cardOf(frame, looks.selected));
    this.move(frame);
  }

  /** A card's box on screen, on whole pixels. */
  private box(frame: Frame, card: SceneCard): Rect {
    const r = toScreen(frame.view, this.shownRect(frame, card));
    const [x, y] = [Math.round(r.x), Math.round(r.y)];
    return { x, y, w: Math.round(r.x + r.w) - x, h: Math.round(r.y + r.h) - y };
  }

  /** What is drawn of the card at this level: its first box, or the whole card. */
  private shownRect(frame: Frame, card: SceneCard): Rect {
    const first = card[frame.mix.level][0];
    return first?.kind === "rect" && first.w * frame.view.k >= 6 ? first : card.rect;
  }

  private outline(box: Rect, off: number, width: number, radius: number, token: string): void {
    const { ctx } = this;
    const d = off + width / 2;
    ctx.strokeStyle = this.theme.colour(token) ?? "#000";
    ctx.lineWidth = width;
    ctx.beginPath();
    ctx.roundRect(box.x - d, box.y - d, box.w + 2 * d, box.h + 2 * d, radius + d);
    ctx.stroke();
  }

  private radius(frame: Frame): number {
    return Math.max(1, CARD_RADIUS * frame.view.k);
  }

  private hover(frame: Frame, card: SceneCard | null): void {
    if (card !== null) this.outline(this.box(frame, card), -1, 1, this.radius(frame), "line-3");
  }

  private selection(frame: Frame, card: SceneCard | null): void {
    if (card === null) return;
    const box = this.box(frame, card);
    this.outline(box, 2, 2, this.radius(frame), frame.looks.keyboard ? "focus" : "ink-1");
    if (frame.mix.level === "near" && !frame.looks.keyboard) this.ports(box);
  }

  private ports(box: Rect): void {
    const { ctx } = this;
    ctx.fillStyle = this.theme.colour("paper-surface") ?? "#fff";
    ctx.strokeStyle = this.theme.colour("ink-1") ?? "#000";
    ctx.lineWidth = 1.5;
    const [cx, cy] = [box.x + box.w / 2, box.y + box.h / 2];
    for (const [x, y] of [[cx, box.y - 3], [cx, box.y + box.h + 3], [box.x - 3, cy], [box.x + box.w + 3, cy]] as const) {
      ctx.beginPath();
      ctx.arc(x, y, PORT - 0.75, 0, 2 * Math.PI);
      ctx.fill();
      ctx.stroke();
    }
  }

  /** The line the card would get, and the card it would hang under. */
  private move(frame: Frame): void {
    const { moving } = frame.looks;
    if (moving === null) return;
    const moved = cardOf(frame, moving.seat);
    const target = cardOf(frame, moving.target);
    if (moved === null) return;
    const token = moving.drop === "allowed" ? "focus" : moving.drop === "same" ? "line-3" : "cinnabar";
    if (target !== null) this.outline(this.box(frame, target), 2, 2, this.radius(frame), token);
    const from = toScreen(frame.view, carried(moved.rect, moving.at));
    if (moving.at !== null) this.lifted(from, frame);
    if (target === null) return;
    this.preview(toScreen(frame.view, target.rect), from, token, moving.drop === "allowed");
  }

  private lifted(box: Rect, frame: Frame): void {
    this.outline(box, 0, 1, this.radius(frame), "line-3");
  }

  /** A reporting line as it would run: from the superior's foot, with square turns. */
  private preview(superior: Rect, report: Rect, token: string, allowed: boolean): void {
    const { ctx } = this;
    const [x0, y0] = [superior.x + superior.w / 2, superior.y + superior.h];
    const [x1, y1] = [report.x + report.w / 2, report.y];
    const middle = y1 > y0 ? (y0 + y1) / 2 : y0 + 16;
    ctx.strokeStyle = this.theme.colour(token) ?? "#000";
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
}
