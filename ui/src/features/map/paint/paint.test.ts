// Plane geometry, levels of detail, hit testing, tokens and titles.

import { describe, expect, it } from "vitest";
import type { Scene, SceneCard, SceneUnit, SeatId, UnitId } from "../../../generated";
import { contentRect } from "./frame";
import { between, centreOn, fitView, reveal, toScreen, toWorld, union, visibleRect, zoomAround } from "./geometry";
import { changeBadge } from "./cards";
import { Fade, levelFor, ROOM_NEAR_FROM } from "./levels";
import { Spatial } from "./spatial";
import { blockOf, miniView } from "./minimap";
import { Theme } from "./theme";
import { cut, placeTitles } from "./titles";

const SIZE = { w: 1032, h: 756 };
const INSETS = { top: 64, right: 24, bottom: 64, left: 72 };
const card = (seat: string, x: number, y: number): SceneCard => ({ seat: seat as SeatId, rect: { x, y, w: 240, h: 104 }, near: [], mid: [], far: [], keys: [], parent: null }) as unknown as SceneCard;
const scene = (cards: SceneCard[], width = 1000, height = 800): Scene => ({ width, height, units: [], lines: [], cards, legend: [] });

describe("fit to view", () => {
  it("shows a small map at 100 %, centred in the free part", () => {
    const view = fitView({ x: 24, y: 24, w: 400, h: 300 }, SIZE, INSETS);
    expect(view.k).toBe(1);
    const s = toScreen(view, { x: 24, y: 24, w: 400, h: 300 });
    expect(s.x - INSETS.left).toBeCloseTo(SIZE.w - INSETS.right - (s.x + s.w), 0);
    expect(s.y - INSETS.top).toBeCloseTo(SIZE.h - INSETS.bottom - (s.y + s.h), 0);
  });

  it("shrinks a large map until it lies inside the insets", () => {
    const s = toScreen(fitView({ x: 0, y: 0, w: 20000, h: 9000 }, SIZE, INSETS), { x: 0, y: 0, w: 20000, h: 9000 });
    expect(s.x).toBeGreaterThanOrEqual(INSETS.left - 1);
    expect(s.x + s.w).toBeLessThanOrEqual(SIZE.w - INSETS.right + 1);
    expect(s.y).toBeGreaterThanOrEqual(INSETS.top - 1);
  });

  it("stands on whole pixels and stays within the zoom limits", () => {
    const view = fitView({ x: 0, y: 0, w: 333, h: 77 }, SIZE, INSETS);
    expect(Number.isInteger(view.x) && Number.isInteger(view.y)).toBe(true);
    expect(fitView({ x: 0, y: 0, w: 1e7, h: 1 }, SIZE, INSETS).k).toBe(0.02);
    expect(fitView({ x: 0, y: 0, w: 1, h: 1 }, SIZE, INSETS, 9).k).toBe(2);
  });

  it("leaves the layout's room around the map out", () => {
    expect(contentRect(scene([], 1000, 800))).toEqual({ x: 24, y: 24, w: 952, h: 752 });
  });
});

describe("moving the view", () => {
  it("keeps the point under the pointer while zooming", () => {
    const before = { k: 0.5, x: 30, y: -20 };
    const point = toWorld(before, 400, 300);
    expect(toWorld(zoomAround(before, 1.3, 400, 300), 400, 300)[0]).toBeCloseTo(point[0]);
    expect(toWorld(zoomAround(before, 1.3, 400, 300), 400, 300)[1]).toBeCloseTo(point[1]);
  });

  it("reveals with the least pan and leaves what is seen alone", () => {
    const view = { k: 1, x: 0, y: 0 };
    expect(reveal(view, { x: 200, y: 200, w: 240, h: 104 }, SIZE, INSETS)).toBe(view);
    const right = reveal(view, { x: 1000, y: 200, w: 240, h: 104 }, SIZE, INSETS);
    expect(right).toEqual({ k: 1, x: SIZE.w - INSETS.right - 1240, y: 0 });
    expect(reveal(view, { x: -50, y: 200, w: 240, h: 104 }, SIZE, INSETS).x).toBe(122);
  });

  it("centres, and flies along both ends", () => {
    const s = toScreen(centreOn({ x: 1000, y: 1000, w: 240, h: 104 }, 1, SIZE, INSETS), { x: 1000, y: 1000, w: 240, h: 104 });
    expect(s.x + s.w / 2).toBeCloseTo((72 + 1032 - 24) / 2, 0);
    const [a, b] = [{ k: 0.1, x: 5, y: 6 }, { k: 1, x: -700, y: 40 }];
    expect(between(a, b, 0)).toEqual(a);
    expect(between(a, b, 1).x).toBeCloseTo(b.x);
    expect(between(a, b, 0.5).k).toBeCloseTo(Math.sqrt(0.1));
  });

  it("knows what is seen", () => {
    expect(visibleRect({ k: 0.5, x: 100, y: 50 }, SIZE)).toEqual({ x: -200, y: -100, w: 2064, h: 1512 });
    expect(union([])).toBeNull();
    expect(union([{ x: 0, y: 5, w: 10, h: 10 }, { x: -5, y: 0, w: 3, h: 3 }])).toEqual({ x: -5, y: 0, w: 15, h: 15 });
  });
});

describe("levels of detail", () => {
  it("change at 67 % and 22 %", () => {
    expect([0.67, 0.66, 0.22, 0.21].map((k) => levelFor(k, null))).toEqual(["near", "mid", "mid", "far"]);
  });

  it("are left only 2 % below", () => {
    expect(levelFor(0.66, "near")).toBe("near");
    expect(levelFor(0.64, "near")).toBe("mid");
    expect(levelFor(0.66, "mid")).toBe("mid");
    expect(levelFor(0.205, "mid")).toBe("mid");
    expect(levelFor(0.199, "mid")).toBe("far");
    expect(levelFor(0.21, "far")).toBe("far");
  });

  it("keep the room's cards whole for longer", () => {
    expect([0.41, 0.39].map((k) => levelFor(k, null, ROOM_NEAR_FROM))).toEqual(["near", "mid"]);
    expect(new Fade(ROOM_NEAR_FROM).step(0.5, 0, false).level).toBe("near");
  });

  it("fade over 120 ms, unless motion is reduced", () => {
    const fade = new Fade();
    expect(fade.step(1, 0, false)).toEqual({ level: "near", share: 1, leaving: null });
    expect(fade.step(0.5, 1000, false)).toEqual({ level: "mid", share: 0, leaving: "near" });
    expect(fade.step(0.5, 1060, false).share).toBeCloseTo(0.5);
    expect(fade.step(0.5, 1120, false)).toEqual({ level: "mid", share: 1, leaving: null });
    expect(fade.step(0.1, 1130, true)).toEqual({ level: "far", share: 1, leaving: null });
  });
});

describe("hit testing", () => {
  const spatial = new Spatial(scene([card("a", 0, 0), card("b", 300, 0), card("over", 200, 50)]));

  it("finds the card painted last, edges included, and nothing between", () => {
    expect(spatial.cardAt(10, 10)?.seat).toBe("a");
    expect(spatial.cardAt(220, 80)?.seat).toBe("over");
    expect(spatial.cardAt(540, 104)?.seat).toBe("b");
    expect(spatial.cardAt(270, 20)).toBeNull();
  });

  it("culls by area in painting order, and bears an empty map", () => {
    expect(spatial.cardsIn({ x: 190, y: 0, w: 200, h: 10 })).toEqual([0, 1]);
    expect(new Spatial(scene([])).cardAt(0, 0)).toBeNull();
  });
});

describe("what changed", () => {
  const plate = { kind: "rect", x: 89, y: 89, w: 22, h: 22, r: 11, fill: "ink-fill", stroke: null };
  const word = { kind: "text", x: 100, y: 104, size: 12, strong: false, fill: "ink-on", anchor: "middle", text: "改" };
  const box = { kind: "rect", x: 100, y: 100, w: 240, h: 104, r: 6, fill: "paper-surface", stroke: null };
  const drawn = (...prims: object[]): SceneCard => ({ ...card("a", 100, 100), near: prims }) as unknown as SceneCard;

  it("is painted once more: the plate on the corner and its word", () => {
    expect(changeBadge(drawn(box, plate, word), "near")).toEqual([plate, word]);
    expect(changeBadge(drawn(box, plate, word), "mid")).toEqual([]);
  });

  it("is nothing on a card without it, and not the count of a fold", () => {
    expect(changeBadge(drawn(box, word), "near")).toEqual([]);
    expect(changeBadge(drawn(box, { ...plate, x: 200, y: 196 }, word), "near")).toEqual([]);
  });
});

describe("tokens", () => {
  it("are read once per theme", () => {
    const reads: string[] = [];
    const theme = new Theme((name) => (reads.push(name), name === "--ink-1" ? " #1D1B18 " : ""));
    expect(theme.colour("ink-1")).toBe("#1D1B18");
    expect(theme.colour("ink-1")).toBe("#1D1B18");
    expect(reads).toEqual(["--ink-1"]);
    theme.refresh(() => "#EDEAE3");
    expect(theme.colour("ink-1")).toBe("#EDEAE3");
  });

  it("paint nothing where there is nothing", () => {
    const theme = new Theme((name) => (name === "--att-un-wash" ? "transparent" : ""));
    expect([null, "none", "att-un-wash", "unheard-of"].map((token) => theme.colour(token))).toEqual([null, null, null, null]);
  });
});

describe("small map", () => {
  const faced = (dash: number[]) => ({ ...card("a", 10, 20), near: [{ kind: "rect", x: 10, y: 20, w: 240, h: 104, r: 6, fill: "att-p1-wash", stroke: { token: "att-p1-line", width: 1, dash } }] }) as SceneCard;

  it("shows a card in the colour of its edge, and an unnamed seat hollow", () => {
    expect(blockOf(faced([]))[0]).toMatchObject({ fill: "att-p1-line", stroke: null, x: 10, w: 240 });
    expect(blockOf(faced([4, 3]))[0]).toMatchObject({ fill: null, stroke: { dash: [4, 3] } });
    expect(blockOf(card("bare", 0, 0))).toEqual([]);
  });

  it("holds the whole world inside its edge", () => {
    const view = miniView(scene([], 5000, 1000), { w: 160, h: 96 });
    expect(toScreen(view, { x: 0, y: 0, w: 5000, h: 1000 })).toMatchObject({ x: 8, w: 144 });
  });
});

describe("unit titles", () => {
  const measure = (text: string) => [...text].length * 12;
  const unit = (id: string, x: number, y: number, w: number, h: number, depth: number, title: string, count: number): SceneUnit => ({ unit: id as UnitId, rect: { x, y, w, h }, depth, title, count, count_label: `${count}席`, prims: [] });
  const all = { x: -1e6, y: -1e6, w: 2e6, h: 2e6 };
  const lay = (units: SceneUnit[], k: number) => placeTitles(units, { k, x: 0, y: 0 }, all, measure);

  it("stand inside the band at 100 %, with the count from two seats on", () => {
    const [title, single] = lay([unit("a", 0, 0, 600, 300, 0, "集团总部", 3), unit("b", 700, 0, 600, 300, 0, "财务部", 1)], 1);
    expect(title?.box).toMatchObject({ x: 8, y: 8, h: 16 });
    expect(title?.count).toBe("3席");
    expect(single?.count).toBe("");
  });

  it("never reach out of the band into the cards below it", () => {
    for (const k of [0.6, 0.7, 0.9]) {
      const box = lay([unit("a", 0, 100, 4000, 3000, 0, "集团总部", 3)], k)[0]?.box;
      expect(box && box.y + box.h).toBeLessThanOrEqual(Math.ceil((100 + 32) * k));
      expect(box?.y).toBeGreaterThanOrEqual(100 * k);
    }
  });

  it("sit on the frame's edge when the band is too low", () => {
    expect(lay([unit("a", 0, 100, 4000, 3000, 0, "集团总部", 3)], 0.3)[0]?.box.y).toBe(22);
  });

  it("never overlap: the inner one moves aside or gives way", () => {
    const units = [unit("a", 0, 0, 3000, 2000, 0, "集团总部", 3), unit("b", 16, 32, 2000, 1500, 1, "采购中心", 2)];
    const [outer, inner] = lay(units, 0.3);
    expect(inner && outer && inner.box.x >= outer.box.x + outer.box.w).toBe(true);
    expect(lay([unit("a", 0, 0, 300, 300, 0, "很长很长的单位名称", 3), unit("b", 2, 2, 280, 280, 1, "采购中心", 2)], 0.35)).toHaveLength(1);
  });

  it("go up to the frame's edge where a sign on a line stands in the band, and stay where that would not help", () => {
    const units = [unit("a", 0, 100, 600, 300, 0, "集团总部", 3)];
    const at = (sign: { x: number; y: number; w: number; h: number }) => placeTitles(units, { k: 1, x: 0, y: 0 }, all, measure, [sign])[0]?.box.y;
    expect(at({ x: 60, y: 112, w: 32, h: 20 })).toBe(92);
    expect(at({ x: 60, y: 80, w: 32, h: 60 })).toBe(108);
    expect(at({ x: 300, y: 112, w: 32, h: 20 })).toBe(108);
  });

  it("stand in small inner frames as long as they leave most of the cards free", () => {
    const small = (k: number) => lay([unit("b", 0, 100, 176 / k, 84 / k, 1, "采购中心", 1)], k);
    expect(small(0.67)).toHaveLength(1);
    expect(small(0.3)).toHaveLength(1);
    expect(small(0.2)).toHaveLength(1);
    expect(lay([unit("b", 0, 100, 176 / 0.2, 50 / 0.2, 1, "采购中心", 1)], 0.2)).toEqual([]);
  });

  it("are cut to their frame, or left out", () => {
    expect(cut("集团总部采购中心", 60, measure)).toBe("集团总部…");
    expect(cut("集团", 12, measure)).toBe("");
    expect(lay([unit("a", 0, 0, 600, 300, 0, "集团总部", 3)], 0.05)).toEqual([]);
  });
});
