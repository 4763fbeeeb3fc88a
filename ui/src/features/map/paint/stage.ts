// The canvas as an instrument: keeps view, size and scene, paints when something changed, moves the view smoothly.
// Deliberately absent: pointer and wheel handling (gestures.ts) and every decision about content.

import type { Rect, Scene, SceneLine, SeatId } from "../../../generated";
import { cardIn } from "./cards";
import { contentRect, type Frame, type Looks } from "./frame";
import { between, centreOn, fitView, grow, reveal, visibleRect, zoomAround, type Insets, type Size, type View } from "./geometry";
import { Glide, shiftOf } from "./glide";
import { hitAt, staysOn, type Aim, type Hit } from "./hit";
import { Fade, NEAR_FROM, type Level } from "./levels";
import { Painter } from "./painter";
import { Parts, type AskParts } from "./parts";
import { liesOn } from "./prims";
import { Spatial } from "./spatial";
import { rootReader, Theme } from "./theme";
import { BAND } from "./titles";

/** Duration of a flight or a change of lens in milliseconds. */
const SLOW_MS = 220;

/** Told whenever the view or the scene changed, after painting. */
export type ViewListener = (view: View) => void;

export const NO_LOOKS: Looks = { hover: null, selected: null, selection: new Set(), keyboard: false, spotlight: null, route: null, moving: null, carry: null, marquee: null, line: null, link: null, knobs: [], ports: false };

function easeMove(t: number): number {
  return t < 0.5 ? 4 * t * t * t : 1 - Math.pow(-2 * t + 2, 3) / 2;
}

export class Stage {
  view: View = { k: 1, x: 0, y: 0 };
  size: Size = { w: 0, h: 0 };
  insets: Insets = { top: 64, right: 24, bottom: 64, left: 72 };
  scene: Scene | null = null;
  spatial: Spatial | null = null;
  looks: Looks = NO_LOOKS;
  /** Where the parts of a large map come from. */
  ask: AskParts | null = null;
  private parts: Parts | null = null;
  onView: ViewListener = () => undefined;

  private readonly theme = new Theme(rootReader());
  private readonly painter: Painter;
  private readonly ctx: CanvasRenderingContext2D;
  private readonly fade: Fade;
  /** For asking whether a point lies on a line. */
  private readonly probe = document.createElement("canvas").getContext("2d");
  private level: Level = "near";
  private glide: Glide | null = null;
  private readonly calm = matchMedia("(prefers-reduced-motion: reduce)");
  private dpr = 1;
  private due = 0;
  /** The view that showed the whole map when it was last asked for. */
  private fitted: View | null = null;
  private flight: { from: View; to: View; started: number } | null = null;
  private ghost: { picture: HTMLCanvasElement; view: View; started: number } | null = null;

  /** `near`: the zoom full cards begin at. */
  constructor(private readonly canvas: HTMLCanvasElement, near = NEAR_FROM) {
    this.fade = new Fade(near);
    const ctx = canvas.getContext("2d", { alpha: false });
    if (ctx === null) throw new Error("no 2d canvas");
    this.ctx = ctx;
    const family = getComputedStyle(document.documentElement).getPropertyValue("--font-ui").replace(/\s+/g, " ").trim();
    this.painter = new Painter(ctx, this.theme, family || "sans-serif");
  }

  /** Shows a scene, `coarse` when it came in its smallest drawings alone. What was shown before fades out in place. */
  show(scene: Scene, coarse = false): void {
    if (scene === this.scene) return;
    const before = this.scene;
    if (before !== null) this.change(before, scene);
    this.scene = scene;
    this.parts = coarse && this.ask !== null ? new Parts(scene, this.ask, (ways) => this.came(ways)) : null;
    if (before !== null) this.parts?.adopt(before);
    this.spatial = new Spatial(scene);
    this.request();
  }

  private came(ways: boolean): void {
    if (ways) this.spatial?.rerouted();
    this.request();
  }

  /** From one scene to the next: the chosen card stays where it is, what moved glides, and where nothing moved the old picture fades. */
  private change(before: Scene, after: Scene): void {
    const shift = this.whole ? ([0, 0] as const) : shiftOf(before, after, this.looks.selected);
    const moved = (view: View): View => ({ k: view.k, x: view.x - shift[0] * view.k, y: view.y - shift[1] * view.k });
    if (!this.calm.matches) {
      this.glide = Glide.between(before, after, shift, performance.now());
      if (this.glide === null) this.keepGhost();
    }
    this.view = moved(this.view);
    if (this.flight !== null) this.flight = { ...this.flight, from: moved(this.flight.from), to: moved(this.flight.to) };
  }

  /** What lies beneath a point of the canvas, CSS pixels. */
  hit(x: number, y: number): Hit {
    const aim = this.aim();
    return aim === null ? { on: "ground" } : hitAt(aim, x, y);
  }

  /** The card that stays pointed at between its foot and its knob. */
  staysOn(x: number, y: number): SeatId | null {
    const aim = this.aim();
    return aim === null ? null : staysOn(aim, x, y);
  }

  private aim(): Aim | null {
    const { scene, spatial, view, level, looks } = this;
    if (scene === null || spatial === null) return null;
    return { spatial, view, level, looks, cardOf: (seat) => cardIn(scene, seat), onLine: (line, x, y, width) => this.onLine(line, x, y, width) };
  }

  private onLine(line: SceneLine, x: number, y: number, width: number): boolean {
    return this.probe !== null && liesOn(this.probe, line.prims, x, y, width);
  }

  look(looks: Looks): void {
    this.looks = looks;
    this.request();
  }

  resize(size: Size): void {
    this.size = size;
    this.dpr = Math.max(1, window.devicePixelRatio || 1);
    this.canvas.width = Math.max(1, Math.round(size.w * this.dpr));
    this.canvas.height = Math.max(1, Math.round(size.h * this.dpr));
    this.ghost = null;
    // At once: an emptied canvas must never be seen.
    this.paint(performance.now());
  }

  /** Reads the colours again. */
  retheme(): void {
    this.theme.refresh(rootReader());
    this.ghost = null;
    this.request();
  }

  colour(token: string): string {
    return this.theme.colour(token) ?? "transparent";
  }

  /** Moves at once, as fingers do. */
  setView(view: View): void {
    this.flight = null;
    this.view = view;
    this.request();
  }

  /** Moves over `SLOW_MS`, or at once with reduced motion. */
  flyTo(view: View): void {
    if (this.calm.matches || this.size.w === 0) return this.setView(view);
    this.flight = { from: this.view, to: view, started: performance.now() };
    this.request();
  }

  /** Where the view is going, or is. */
  get goal(): View {
    return this.flight?.to ?? this.view;
  }

  fit(rect: Rect | null = null, maxZoom = 1): View {
    const box = rect ?? (this.scene === null ? null : contentRect(this.scene));
    return box === null ? this.view : fitView(box, this.size, this.insets, maxZoom);
  }

  /** Shows the whole map inside the free room. */
  showWhole(smooth = true): void {
    const view = this.fit();
    this.fitted = view;
    if (smooth) this.flyTo(view);
    else this.setView(view);
  }

  /** The whole map is shown, or about to be, and nobody has moved it since. */
  get whole(): boolean {
    const { goal, fitted } = this;
    return fitted !== null && goal.k === fitted.k && goal.x === fitted.x && goal.y === fitted.y;
  }

  /** A flight is under way. */
  get flying(): boolean {
    return this.flight !== null;
  }

  centre(rect: Rect, k: number): View {
    return centreOn(rect, k, this.size, this.insets);
  }

  /** The least pan that shows a card and the title band of its unit above it. */
  revealing(rect: Rect): View {
    return reveal(this.goal, { ...rect, y: rect.y - BAND, h: rect.h + BAND }, this.size, this.insets);
  }

  zoomedBy(factor: number): View {
    return zoomAround(this.goal, this.goal.k * factor, this.size.w / 2, this.size.h / 2);
  }

  dispose(): void {
    cancelAnimationFrame(this.due);
    this.due = -1;
  }

  request(): void {
    if (this.due === 0) this.due = requestAnimationFrame((now) => this.tick(now));
  }

  private tick(now: number): void {
    this.due = 0;
    const moving = this.advance(now);
    const fading = this.paint(now);
    this.onView(this.view);
    if (moving || fading) this.request();
  }

  private advance(now: number): boolean {
    if (this.flight === null) return false;
    const t = Math.min(1, Math.max(0, now - this.flight.started) / SLOW_MS);
    this.view = t >= 1 ? this.flight.to : between(this.flight.from, this.flight.to, easeMove(t));
    if (t >= 1) this.flight = null;
    return t < 1;
  }

  /** Paints the picture; true while something still fades. */
  private paint(now: number): boolean {
    if (this.scene === null || this.spatial === null || this.size.w === 0) return false;
    const mix = this.fade.step(this.view.k, now, this.calm.matches);
    this.level = mix.level;
    const gliding = this.glideOn(now);
    const { scene, spatial, view, size, dpr, looks, glide } = this;
    const frame: Frame = { scene, spatial, view, size, dpr, mix, looks, glide };
    this.painter.paint(frame);
    if (this.parts !== null && mix.level !== "far") this.parts.want(this.inSight(spatial), mix.level, now);
    return this.paintGhost(now) || gliding || mix.leaving !== null;
  }

  /** What is on the canvas and a little beyond, so that a slow pan meets what it needs. */
  private inSight(spatial: Spatial): { cards: number[]; lines: number[] } {
    const area = visibleRect(this.view, this.size);
    const wide = grow(area, Math.min(area.w, area.h) / 4);
    return { cards: spatial.cardsIn(wide), lines: spatial.linesAt(wide) };
  }

  private glideOn(now: number): boolean {
    if (this.glide === null) return false;
    const t = Math.max(0, now - this.glide.started) / SLOW_MS;
    this.glide.share = easeMove(Math.min(1, t));
    if (t >= 1) this.glide = null;
    return this.glide !== null;
  }

  private keepGhost(): void {
    const picture = document.createElement("canvas");
    picture.width = this.canvas.width;
    picture.height = this.canvas.height;
    picture.getContext("2d")?.drawImage(this.canvas, 0, 0);
    this.ghost = { picture, view: this.view, started: performance.now() };
  }

  /** The former picture fades over the new one, as long as the view stands still. */
  private paintGhost(now: number): boolean {
    const { ghost, view } = this;
    if (ghost === null) return false;
    const share = 1 - Math.max(0, now - ghost.started) / SLOW_MS;
    const still = ghost.view.k === view.k && ghost.view.x === view.x && ghost.view.y === view.y;
    if (share <= 0 || !still) {
      this.ghost = null;
      return false;
    }
    this.ctx.setTransform(1, 0, 0, 1, 0, 0);
    this.ctx.globalAlpha = share;
    this.ctx.drawImage(ghost.picture, 0, 0);
    this.ctx.globalAlpha = 1;
    return true;
  }
}
