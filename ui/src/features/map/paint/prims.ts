// Paints single primitives of the scene under a world transform. Knows styles and pixel snapping, nothing of cards or zoom levels.

import type { Prim, Stroke } from "../../../generated";
import type { Theme } from "./theme";

type Context = CanvasRenderingContext2D;
type RectPrim = Extract<Prim, { kind: "rect" }>;
type PathPrim = Extract<Prim, { kind: "path" }>;
type TextPrim = Extract<Prim, { kind: "text" }>;

/** Half the height of a letter as a share of the font's size. */
const HALF_HEIGHT = 0.35;

const NO_DASH: number[] = [];
const paths = new WeakMap<Prim, Path2D>();

/** The parsed path of a primitive, made once. */
export function pathOf(prim: PathPrim): Path2D {
  let path = paths.get(prim);
  if (path === undefined) {
    path = new Path2D(prim.d);
    paths.set(prim, path);
  }
  return path;
}

/** Whether a world point lies on what is drawn, its strokes taken `width` world units wide. */
export function liesOn(ctx: Context, prims: readonly Prim[], x: number, y: number, width: number): boolean {
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.lineWidth = width;
  return prims.some((prim) => {
    if (prim.kind === "rect") return x >= prim.x && x <= prim.x + prim.w && y >= prim.y && y <= prim.y + prim.h;
    return prim.kind === "path" && ((prim.stroke !== null && ctx.isPointInStroke(pathOf(prim), x, y)) || (prim.fill !== null && ctx.isPointInPath(pathOf(prim), x, y)));
  });
}

/**
 * A pen on one canvas. It remembers what the context is set to, because setting a font or a colour costs more than painting
 * a small box. `begin` starts a transform: device pixel = world × scale + (dx, dy).
 */
export class Pen {
  /** The largest text, world units: larger text is drawn in this size around the middle of its line. */
  most = Infinity;
  private scale = 1;
  private dx = 0;
  private dy = 0;
  private fill = "";
  private stroke = "";
  private font = "";
  private align = "";
  private dash: readonly number[] = NO_DASH;
  private width = 0;
  private round = false;

  constructor(
    readonly ctx: Context,
    private readonly theme: Theme,
    private readonly family: string,
  ) {}

  begin(scale: number, dx: number, dy: number): void {
    this.scale = scale;
    this.dx = dx;
    this.dy = dy;
    this.ctx.setTransform(scale, 0, 0, scale, dx, dy);
    this.ctx.setLineDash(NO_DASH);
    this.ctx.lineCap = "butt";
    this.ctx.lineJoin = "miter";
    this.ctx.textBaseline = "alphabetic";
    this.fill = this.stroke = this.font = this.align = "";
    this.dash = NO_DASH;
    this.width = 0;
    this.round = false;
  }

  paint(prims: readonly Prim[]): void {
    for (const prim of prims) {
      if (prim.kind === "rect") this.rect(prim);
      else if (prim.kind === "path") this.path(prim);
      else this.text(prim);
    }
  }

  /** Sets the fill by token; false when there is nothing to fill. */
  useFill(token: string | null): boolean {
    const colour = this.theme.colour(token);
    if (colour === null) return false;
    if (colour !== this.fill) this.ctx.fillStyle = this.fill = colour;
    return true;
  }

  private useStroke(stroke: Stroke | null, width: number): boolean {
    const colour = stroke === null ? null : this.theme.colour(stroke.token);
    if (stroke === null || colour === null) return false;
    if (colour !== this.stroke) this.ctx.strokeStyle = this.stroke = colour;
    if (width !== this.width) this.ctx.lineWidth = this.width = width;
    // An empty dash and a plain cap do not cross the wire.
    const dash = stroke.dash ?? NO_DASH;
    if (dash !== this.dash && (dash.length > 0 || this.dash.length > 0)) this.ctx.setLineDash(dash as number[]);
    this.dash = dash;
    const round = stroke.round ?? false;
    if (round !== this.round) {
      this.ctx.lineCap = round ? "round" : "butt";
      this.ctx.lineJoin = round ? "round" : "miter";
      this.round = round;
    }
    return true;
  }

  private rect(prim: RectPrim): void {
    const box = this.snap(prim);
    const ctx = this.ctx;
    if (prim.r <= 0 || prim.r * this.scale < 1) {
      if (this.useFill(prim.fill)) ctx.fillRect(box.x, box.y, box.w, box.h);
      if (this.useStroke(prim.stroke, box.line)) ctx.strokeRect(box.x, box.y, box.w, box.h);
      return;
    }
    const filled = this.useFill(prim.fill);
    const stroked = this.useStroke(prim.stroke, box.line);
    if (!filled && !stroked) return;
    ctx.beginPath();
    ctx.roundRect(box.x, box.y, box.w, box.h, prim.r);
    if (filled) ctx.fill();
    if (stroked) ctx.stroke();
  }

  /** Moves the outer edges to whole device pixels, so that hairlines are one crisp pixel at any zoom. */
  private snap(prim: RectPrim): { x: number; y: number; w: number; h: number; line: number } {
    const { scale, dx, dy } = this;
    const width = prim.stroke === null ? 0 : prim.stroke.width;
    const line = width === 0 ? 0 : Math.max(1, Math.round(width * scale));
    const x0 = Math.round((prim.x - width / 2) * scale + dx);
    const y0 = Math.round((prim.y - width / 2) * scale + dy);
    const x1 = Math.max(x0 + 1, Math.round((prim.x + prim.w + width / 2) * scale + dx));
    const y1 = Math.max(y0 + 1, Math.round((prim.y + prim.h + width / 2) * scale + dy));
    return {
      x: (x0 + line / 2 - dx) / scale,
      y: (y0 + line / 2 - dy) / scale,
      w: Math.max(0, x1 - x0 - line) / scale,
      h: Math.max(0, y1 - y0 - line) / scale,
      line: line / scale,
    };
  }

  private path(prim: PathPrim): void {
    const path = pathOf(prim);
    if (this.useFill(prim.fill)) this.ctx.fill(path);
    // Never thinner than half a device pixel, or lines vanish when the map is small.
    const width = prim.stroke === null ? 0 : Math.max(prim.stroke.width, 0.5 / this.scale);
    if (this.useStroke(prim.stroke, width)) this.ctx.stroke(path);
  }

  private text(prim: TextPrim): void {
    if (!this.useFill(prim.fill)) return;
    const size = Math.min(prim.size, this.most);
    this.useFont(size, prim.strong);
    const align = prim.anchor === "middle" ? "center" : prim.anchor;
    if (align !== this.align) this.ctx.textAlign = this.align = align as CanvasTextAlign;
    this.ctx.fillText(prim.text, prim.x, prim.y - (prim.size - size) * HALF_HEIGHT);
  }

  useFont(size: number, strong: boolean): void {
    const font = `${strong ? 600 : 400} ${size}px ${this.family}`;
    if (font !== this.font) this.ctx.font = this.font = font;
  }
}
