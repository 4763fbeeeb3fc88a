// Paints what follows the user over the map: hover edge, selection frame with ports, keyboard frame, and a move in progress.

import type { Rect, SceneCard, SeatId } from "../../../generated";
import { cardOf } from "./cards";
import type { Frame } from "./frame";
import { toScreen, visibleRect } from "./geometry";
import { Hands } from "./hands";
import { portsOf } from "./hit";
import { drawnAt } from "./parts";
import type { Theme } from "./theme";

const CARD_RADIUS = 6;
const PORT = 4;

/** The layer above the scene. */
export class Overlay {
  readonly hands: Hands;

  constructor(
    private readonly ctx: CanvasRenderingContext2D,
    private readonly theme: Theme,
  ) {
    this.hands = new Hands(ctx, theme);
  }

  paint(frame: Frame): void {
    const { looks, dpr } = frame;
    this.ctx.setTransform(dpr, 0, 0, dpr, 0, 0);
    this.ctx.setLineDash([]);
    this.ctx.globalAlpha = 1;
    if (looks.carry === null && !looks.selection.has(looks.hover as SeatId)) this.hover(frame, cardOf(frame, looks.hover));
    this.selection(frame);
    this.move(frame);
    this.hands.paint(frame);
  }

  /** A card's box on screen, on whole pixels. */
  private box(frame: Frame, card: SceneCard): Rect {
    const r = toScreen(frame.view, this.shownRect(frame, card));
    const [x, y] = [Math.round(r.x), Math.round(r.y)];
    return { x, y, w: Math.round(r.x + r.w) - x, h: Math.round(r.y + r.h) - y };
  }

  /** What is drawn of the card at this level: its first box, or the whole card. */
  private shownRect(frame: Frame, card: SceneCard): Rect {
    const first = drawnAt(card, frame.mix.level)[0];
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

  /** Every chosen card in view; the one the inspector shows has the ports. */
  private selection(frame: Frame): void {
    const { selection, selected, keyboard, ports } = frame.looks;
    if (selection.size > 1) {
      this.others(frame);
    }
    const card = cardOf(frame, selected);
    if (card === null) return;
    const box = this.box(frame, card);
    this.outline(box, 2, 2, this.radius(frame), keyboard ? "focus" : "ink-1");
    if (frame.mix.level === "near" && !keyboard && ports) this.ports(box, card.folded > 0);
  }

  /** The other chosen cards in one path: there may be thousands. */
  private others(frame: Frame): void {
    const { ctx } = this;
    const { selection, selected } = frame.looks;
    const radius = this.radius(frame) + 2;
    const far = frame.mix.level === "far";
    ctx.strokeStyle = this.theme.colour("ink-2") ?? "#000";
    ctx.lineWidth = 2;
    ctx.beginPath();
    for (const at of frame.spatial.cardsIn(visibleRect(frame.view, frame.size))) {
      const card = frame.scene.cards[at];
      if (card === undefined || card.seat === selected || !selection.has(card.seat)) continue;
      const box = this.box(frame, card);
      // Rounding what is a few pixels high costs more than all else.
      if (far) ctx.rect(box.x - 2, box.y - 2, box.w + 4, box.h + 4);
      else ctx.roundRect(box.x - 2, box.y - 2, box.w + 4, box.h + 4, radius);
    }
    ctx.stroke();
  }

  private ports(box: Rect, folded: boolean): void {
    const { ctx } = this;
    ctx.fillStyle = this.theme.colour("paper-surface") ?? "#fff";
    ctx.strokeStyle = this.theme.colour("ink-1") ?? "#000";
    ctx.lineWidth = 1.5;
    for (const [x, y] of portsOf(box, folded)) {
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
    if (moved === null || target === null) return;
    const token = moving.drop === "allowed" ? "focus" : moving.drop === "same" ? "line-3" : "cinnabar";
    this.outline(this.box(frame, target), 2, 2, this.radius(frame), token);
    this.hands.preview(toScreen(frame.view, target.rect), toScreen(frame.view, moved.rect), token, moving.drop === "allowed");
  }
}
