// Paints one picture of the map on a canvas: dots, frames, lines, cards, unit titles, then what follows the user.

import type { Prim, Rect, Scene, SceneCard, SceneLine, SceneUnit, SeatId } from "../../../generated";
import { DIMMED, lightOf, type Frame, type Light, type Looks } from "./frame";
import { grow, toScreen, visibleRect } from "./geometry";
import type { Level } from "./levels";
import { cardOf, carriedBy, changeBadge, foldBadge } from "./cards";
import { Overlay } from "./overlay";
import { drawnAt } from "./parts";
import { Pen } from "./prims";
import type { Theme } from "./theme";
import { placeTitles, type Measure } from "./titles";

/** Beyond this many cards lines are left out while the map is small: they would only grey the picture. */
const LINES_AT_FAR = 150;
/** So many cards of a branch are drawn in the hand. */
const MOST_CARRIED = 40;
/** Largest text of the middle level in CSS pixels: a name on a full card is 15. */
const MOST_TEXT = 15;
/** Distance of the ground's dots at 100 %. */
const DOTS = 24;

/** The sign a line carries (strength, discord): its only box and what is drawn on it. */
function signOf(line: SceneLine): readonly Prim[] {
  const box = line.prims.findIndex((prim) => prim.kind === "rect");
  return box < 0 ? [] : line.prims.slice(box);
}

/** Names of the middle level fill their box; near its upper end they would outgrow the names of full cards. World units. */
function largestText(level: Level, k: number): number {
  return level === "mid" ? MOST_TEXT / k : Infinity;
}

/** Without a single card the ground is left to the words that say so. */
function unitsOf({ scene }: Frame): readonly SceneUnit[] {
  return scene.cards.length === 0 ? [] : scene.units;
}

/** The painter of one canvas. */
export class Painter {
  private readonly pen: Pen;
  private readonly overlay: Overlay;
  private readonly widths = new Map<string, number>();
  /** Measures without touching what the pen has set. */
  private readonly ruler = document.createElement("canvas").getContext("2d");
  private lit: (Pick<Looks, "spotlight" | "route" | "pale"> & { scene: Scene; light: Light }) | null = null;
  private dots: { spacing: number; colour: string; pattern: CanvasPattern } | null = null;

  constructor(
    private readonly ctx: CanvasRenderingContext2D,
    private readonly theme: Theme,
    private readonly family: string,
  ) {
    this.pen = new Pen(ctx, theme, family);
    this.overlay = new Overlay(ctx, theme);
  }

  paint(frame: Frame): void {
    const { ctx } = this;
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.globalAlpha = 1;
    this.ground(frame);
    const { view, dpr } = frame;
    // A small overscan keeps shadows and selection frames at the edge.
    const area = grow(visibleRect(view, frame.size), 16 / view.k);
    this.pen.begin(view.k * dpr, view.x * dpr, view.y * dpr);
    for (const unit of unitsOf(frame)) this.pen.paint(unit.prims);
    const lines = this.linesToPaint(frame, frame.spatial.linesIn(area));
    this.lines(frame, lines);
    const cards = frame.spatial.cardsIn(area).flatMap((i) => frame.scene.cards[i] ?? []);
    if (frame.mix.leaving !== null) this.cards(frame, cards, frame.mix.leaving, 1 - frame.mix.share);
    this.cards(frame, cards, frame.mix.level, frame.mix.share);
    ctx.globalAlpha = 1;
    this.titles(frame, area, lines);
    this.overlay.hands.line(frame);
    this.signs(frame, lines);
    this.changes(frame, cards);
    this.lifted(frame);
    this.overlay.paint(frame);
    this.badge(frame);
  }

  /** Once more above the frame of the chosen card: what its fold hides. */
  private badge(frame: Frame): void {
    const card = cardOf(frame, frame.looks.selected);
    if (card === null || card.folded === 0) return;
    const { view, dpr } = frame;
    this.pen.begin(view.k * dpr, view.x * dpr, view.y * dpr);
    this.pen.paint(foldBadge(card, frame.mix.level));
  }

  /** Who stays in full ink, found once for each filter and scene. */
  private light({ scene, looks: { spotlight, route, pale = null } }: Frame): Light {
    const { lit } = this;
    if (lit?.scene === scene && lit.spotlight === spotlight && lit.route === route && lit.pale === pale) return lit.light;
    const light = lightOf(scene, { spotlight, route, pale });
    this.lit = { scene, spotlight, route, pale, light };
    return light;
  }

  private ground(frame: Frame): void {
    const { ctx, theme } = this;
    const { w, h } = frame.size;
    ctx.fillStyle = theme.colour("paper-canvas") ?? "#fff";
    ctx.fillRect(0, 0, Math.ceil(w * frame.dpr), Math.ceil(h * frame.dpr));
    // The spacing doubles as the map shrinks, so that the dots never crowd.
    let step = DOTS * frame.view.k;
    while (step < 16) step *= 2;
    while (step > 40) step /= 2;
    const spacing = Math.max(8, Math.round(step * frame.dpr));
    const pattern = this.dotPattern(spacing, frame.dpr);
    if (pattern === null) return;
    const offset = (v: number): number => Math.round(v * frame.dpr) % spacing;
    ctx.setTransform(1, 0, 0, 1, offset(frame.view.x), offset(frame.view.y));
    ctx.fillStyle = pattern;
    ctx.fillRect(-spacing, -spacing, w * frame.dpr + 2 * spacing, h * frame.dpr + 2 * spacing);
  }

  private dotPattern(spacing: number, dpr: number): CanvasPattern | null {
    const colour = this.theme.colour("line-grid") ?? "#ddd";
    if (this.dots?.spacing === spacing && this.dots.colour === colour) return this.dots.pattern;
    const tile = document.createElement("canvas");
    tile.width = tile.height = spacing;
    const ctx = tile.getContext("2d");
    if (ctx === null) return null;
    ctx.fillStyle = colour;
    ctx.beginPath();
    ctx.arc(spacing / 2, spacing / 2, dpr, 0, 2 * Math.PI);
    ctx.fill();
    const pattern = this.ctx.createPattern(tile, "repeat");
    if (pattern !== null) this.dots = { spacing, colour, pattern };
    return pattern;
  }

  /** Quiet lines show for the pointed and the chosen card only. */
  private linesToPaint(frame: Frame, lines: SceneLine[]): SceneLine[] {
    const { hover, selected } = frame.looks;
    const of = (line: SceneLine, seat: SeatId | null): boolean => seat !== null && (line.from === seat || line.to === seat);
    const crowded = frame.mix.level === "far" && frame.scene.cards.length > LINES_AT_FAR;
    return lines.filter((line) => {
      return !(crowded || line.quiet) || of(line, hover) || of(line, selected);
    });
  }

  private lines(frame: Frame, lines: readonly SceneLine[], part: (line: SceneLine) => readonly Prim[] = (line) => line.prims): void {
    const light = this.light(frame);
    for (const line of lines) {
      this.ctx.globalAlpha = (light.line(line) ? 1 : DIMMED) * (frame.glide?.opacity(line) ?? 1);
      this.pen.paint(part(line));
    }
  }

  private cards(frame: Frame, cards: readonly SceneCard[], level: Level, share: number): void {
    const light = this.light(frame);
    const { carry } = frame.looks;
    this.pen.most = largestText(level, frame.view.k);
    for (const card of cards) {
      const dim = carry?.branch.has(card.seat) === true || !light.card(card);
      const alpha = (dim ? share * DIMMED : share) * (frame.glide?.cardOpacity(card.seat) ?? 1);
      if (this.ctx.globalAlpha !== alpha) this.ctx.globalAlpha = alpha;
      if (frame.glide?.has(card.seat) !== true) {
        this.pen.paint(drawnAt(card, level));
        continue;
      }
      this.moved(frame, card, level, frame.glide.off(card.seat));
      this.pen.begin(frame.view.k * frame.dpr, frame.view.x * frame.dpr, frame.view.y * frame.dpr);
    }
    this.pen.most = Infinity;
  }

  /** A card beside its place, world units. */
  private moved({ view, dpr }: Frame, card: SceneCard, level: Level, [dx, dy]: readonly [number, number]): void {
    this.pen.begin(view.k * dpr, (view.x + dx * view.k) * dpr, (view.y + dy * view.k) * dpr);
    this.pen.paint(drawnAt(card, level));
  }

  /** The branch in the hand, its top card in full ink. */
  private lifted(frame: Frame): void {
    const { carry } = frame.looks;
    const top = carry === null ? null : cardOf(frame, carry.seat);
    if (carry === null || top === null) return;
    const off = carriedBy(top.rect, carry);
    this.pen.most = largestText(frame.mix.level, frame.view.k);
    let left = MOST_CARRIED;
    for (const seat of carry.branch) {
      if ((left -= 1) < 0) break;
      const card = seat === carry.seat ? null : cardOf(frame, seat);
      this.ctx.globalAlpha = 0.4;
      if (card !== null) this.moved(frame, card, frame.mix.level, off);
    }
    this.ctx.globalAlpha = 0.92;
    this.moved(frame, top, frame.mix.level, off);
    this.pen.most = Infinity;
    this.ctx.globalAlpha = 1;
  }

  private titles(frame: Frame, area: Rect, lines: readonly SceneLine[]): void {
    const signs = lines.flatMap((line) => {
      const sign = signOf(line)[0];
      return sign?.kind === "rect" ? [toScreen(frame.view, sign)] : [];
    });
    const titles = placeTitles(unitsOf(frame), frame.view, area, this.measure, signs);
    const { ctx, pen } = this;
    pen.begin(frame.dpr, 0, 0);
    ctx.textAlign = "start";
    for (const title of titles) {
      pen.useFill("paper-canvas");
      ctx.fillRect(title.box.x, title.box.y, title.box.w, title.box.h);
      pen.useFill("ink-2");
      pen.useFont(12, true);
      ctx.fillText(title.name, title.box.x + 4, title.box.y + 12.4);
      if (title.count === "") continue;
      pen.useFill("ink-3");
      pen.useFont(12, false);
      ctx.fillText(title.count, title.countX, title.box.y + 12.4);
    }
  }

  /** Once more above the titles: a sign must stay whole where a title found no other place. */
  private signs(frame: Frame, lines: readonly SceneLine[]): void {
    const { view, dpr } = frame;
    this.pen.begin(view.k * dpr, view.x * dpr, view.y * dpr);
    this.lines(frame, lines, signOf);
    this.ctx.globalAlpha = 1;
  }

  /** Once more above the titles: what changed is what the lens is for. */
  private changes(frame: Frame, cards: readonly SceneCard[]): void {
    if (frame.glide !== null) return;
    const light = this.light(frame);
    for (const card of cards) {
      const badge = changeBadge(card, frame.mix.level);
      if (badge.length === 0) continue;
      this.ctx.globalAlpha = light.card(card) ? 1 : DIMMED;
      this.pen.paint(badge);
    }
    this.ctx.globalAlpha = 1;
  }

  private readonly measure: Measure = (text, strong) => {
    const key = strong ? `*${text}` : text;
    const known = this.widths.get(key);
    if (known !== undefined) return known;
    if (this.ruler === null) return text.length * 12;
    this.ruler.font = `${strong ? 600 : 400} 12px ${this.family}`;
    const width = this.ruler.measureText(text).width;
    this.widths.set(key, width);
    return width;
  };
}
