// What lies beneath the pointer, how the view moves at the edge, and how cards glide.

import { describe, expect, it } from "vitest";
import type { Scene, SceneCard, SceneLine, SceneUnit, SeatId } from "../../../generated";
import { edgeSpeed } from "./edge-pan";
import { Glide, shiftOf } from "./glide";
import { edgeTowards } from "./hands";
import { hitAt, staysOn, type Aim } from "./hit";
import { Spatial } from "./spatial";
import { NO_LOOKS } from "./stage";

const id = (text: string) => text as SeatId;
const card = (seat: string, x: number, y: number, folded = 0) => ({ seat, rect: { x, y, w: 240, h: 104 }, keys: [], parent: null, folded, near: [{ kind: "rect", x, y, w: 240, h: 104 }, { kind: "rect", x: x + 100, y: y + 98, w: 40, h: 20 }, { kind: "text", text: "+3" }], mid: [], far: [] }) as unknown as SceneCard;
const line = (from: string, to: string, quiet = false) => ({ edge: `${from}-${to}`, kind: "influences", from, to, quiet, bounds: { x: 300, y: 40, w: 200, h: 20 }, prims: [] }) as unknown as SceneLine;
const unit = (name: string, depth: number, x: number, w: number) => ({ unit: name, rect: { x, y: -40, w, h: 400 }, depth, prims: [] }) as unknown as SceneUnit;
const scene = (cards: SceneCard[], lines: SceneLine[] = [], units: SceneUnit[] = []): Scene => ({ width: 2000, height: 1000, units, lines, cards, legend: [] });

const shown = scene([card("a", 0, 0), card("b", 600, 0)], [line("a", "b")], [unit("outer", 0, -40, 2000), unit("inner", 1, 560, 320)]);
const aim = (part: Partial<Aim> = {}, of = shown): Aim => ({
  spatial: new Spatial(of), view: { k: 1, x: 0, y: 0 }, level: "near", looks: { ...NO_LOOKS, ports: true },
  cardOf: (seat) => of.cards.find((one) => one.seat === seat) ?? null,
  onLine: (_, __, y, width) => Math.abs(y - 50) <= width / 2, ...part,
});

describe("a hit", () => {
  it("goes from handles over cards and lines to units and the ground", () => {
    expect(hitAt(aim(), 120, 50)).toEqual({ on: "card", seat: "a" });
    expect(hitAt(aim(), 400, 55)).toMatchObject({ on: "line", line: { edge: "a-b" } });
    expect(hitAt(aim(), 400, 58)).toEqual({ on: "unit", unit: "outer" });
    expect(hitAt(aim(), 700, 200)).toEqual({ on: "unit", unit: "inner" });
    expect(hitAt(aim(), 700, 900)).toEqual({ on: "ground" });
  });

  it("means a line within six pixels at any zoom", () => {
    const small = aim({ view: { k: 0.5, x: 0, y: 0 } });
    expect(hitAt(small, 200, 30).on).toBe("line");
    expect(hitAt(small, 200, 33).on).toBe("unit");
  });

  it("leaves lines alone that are not drawn", () => {
    const quiet = scene([card("a", 0, 0), card("b", 600, 0)], [line("a", "b", true)]);
    expect(hitAt(aim({}, quiet), 400, 50).on).toBe("ground");
    expect(hitAt(aim({ looks: { ...NO_LOOKS, selected: id("a") } }, quiet), 400, 50).on).toBe("line");
  });

  it("takes the chosen card's ports, but not while the keyboard is used or the card is small", () => {
    const looks = { ...NO_LOOKS, selected: id("a"), ports: true };
    expect(hitAt(aim({ looks }), 243, 52)).toEqual({ on: "port", seat: "a" });
    expect(hitAt(aim({ looks: { ...looks, keyboard: true } }), 247, 52).on).toBe("unit");
    expect(hitAt(aim({ looks, level: "mid" }), 247, 52).on).toBe("unit");
  });

  it("takes a knob below the foot, and the way there keeps the card", () => {
    const looks = { ...NO_LOOKS, hover: id("a"), knobs: [{ seat: id("a"), folded: false }] };
    expect(hitAt(aim({ looks }), 120, 124)).toEqual({ on: "knob", seat: "a" });
    expect(hitAt(aim({ looks, level: "mid" }), 120, 106)).toEqual({ on: "knob", seat: "a" });
    expect(staysOn(aim({ looks }), 120, 110)).toBe("a");
    expect(staysOn(aim({ looks }), 20, 110)).toBeNull();
  });
});

describe("a folded card", () => {
  const folded = scene([card("a", 0, 0, 3)]);
  const looks = { ...NO_LOOKS, selected: id("a"), ports: true, knobs: [{ seat: id("a"), folded: true }] };

  it("unfolds by its badge, also where that hangs below the card", () => {
    expect(hitAt(aim({}, folded), 120, 115)).toEqual({ on: "knob", seat: "a" });
    expect(hitAt(aim({}, folded), 60, 115).on).toBe("ground");
    expect(hitAt(aim({}, scene([card("a", 0, 0)])), 120, 115).on).toBe("ground");
  });

  it("has no port and no second knob at its foot", () => {
    expect(hitAt(aim({ looks }, folded), 120, 108)).toEqual({ on: "knob", seat: "a" });
    expect(hitAt(aim({ looks }, folded), 120, 126).on).toBe("ground");
    expect(hitAt(aim({ looks }, folded), 120, -4)).toEqual({ on: "port", seat: "a" });
  });
});

describe("at the edge", () => {
  it("the view moves faster the nearer the pointer is, and not away from the edge", () => {
    expect(edgeSpeed(500, 1000)).toBe(0);
    expect(edgeSpeed(20, 1000)).toBeGreaterThan(0);
    expect(edgeSpeed(5, 1000)).toBeGreaterThan(edgeSpeed(20, 1000));
    expect(edgeSpeed(990, 1000)).toBeLessThan(0);
    expect(edgeSpeed(-50, 1000)).toBe(edgeSpeed(0, 1000));
  });
});

describe("gliding", () => {
  const before = scene([card("a", 0, 0), card("b", 600, 0)]);
  const after = scene([card("a", 100, 0), card("b", 700, 50), card("c", 300, 0)]);

  it("takes cards from their former places, seen from the card that stays", () => {
    const shift = shiftOf(before, after, id("a"));
    expect(shift).toEqual([100, 0]);
    const glide = Glide.between(before, after, shift, 0) as Glide;
    expect(glide.has(id("a"))).toBe(false);
    expect(glide.off(id("b"))).toEqual([0, -50]);
    glide.share = 0.5;
    expect(glide.off(id("b"))).toEqual([0, -25]);
    expect(glide.cardOpacity(id("c"))).toBe(0.5);
    expect(glide.opacity(line("a", "b"))).toBe(0.5);
    expect(glide.opacity(line("a", "a"))).toBe(1);
  });

  it("does nothing where nothing moved", () => {
    expect(Glide.between(before, before, [0, 0], 0)).toBeNull();
    expect(shiftOf(before, after, null)).toEqual([0, 0]);
  });
});

describe("a line being drawn", () => {
  it("leaves a card at its edge towards the other", () => {
    const [a, b] = [{ x: 0, y: 0, w: 240, h: 104 }, { x: 600, y: 0, w: 240, h: 104 }];
    expect(edgeTowards(a, b)).toEqual([240, 52]);
    expect(edgeTowards(b, a)).toEqual([600, 52]);
    expect(edgeTowards(a, { x: 0, y: 500, w: 240, h: 104 })).toEqual([120, 104]);
  });
});
