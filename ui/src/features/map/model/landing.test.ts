// Where carried branches land, and where a card being written stands.

import { describe, expect, it } from "vitest";
import type { SeatId, UnitId } from "../../../generated";
import { draftPlace, editorRect } from "./draft";
import { judgeDrops } from "./drop";
import { landingAt, type LandingQuestion } from "./landing";
import { Neighbours, type Placed } from "./neighbours";

const id = (text: string) => text as SeatId;
const unit = (text: string) => text as UnitId;
const at = (seat: string, parent: string | null, x: number, y: number): Placed => ({ seat: id(seat), parent: parent === null ? null : id(parent), rect: { x, y, w: 240, h: 104 } });

//             top
//    a      b      c
//   a1
const cards = [at("top", null, 272, 0), at("a", "top", 0, 156), at("b", "top", 272, 156), at("c", "top", 544, 156), at("a1", "a", 0, 312)];
const tree = new Neighbours(cards);
const card = (seat: string) => cards.find((one) => one.seat === seat) as Placed;
const ask = (part: Partial<LandingQuestion>): LandingQuestion => ({
  tree, moved: [id("a")], at: [0, 0], from: [120, 200], over: null, unit: null, unitOf: () => unit("u"), rowOf: (seat) => tree.siblings(seat), room: false, readOnly: false, ...part,
});

describe("a landing", () => {
  it("is under the card beneath the pointer, refused in the own branch", () => {
    expect(landingAt(ask({ over: card("c"), at: [664, 208] }))).toEqual({ kind: "under", superior: "c", drop: "allowed" });
    expect(landingAt(ask({ over: card("a1"), at: [120, 360] }))).toEqual({ kind: "under", superior: "a1", drop: "cycle" });
    expect(landingAt(ask({ over: card("top"), at: [392, 50] }))).toEqual({ kind: "under", superior: "top", drop: "same" });
  });

  it("is between siblings in the gap and at the edges of their cards", () => {
    expect(landingAt(ask({ at: [528, 200] }))).toMatchObject({ kind: "order", before: "c" });
    expect(landingAt(ask({ over: card("c"), at: [550, 200] }))).toMatchObject({ kind: "order", before: "c" });
    expect(landingAt(ask({ over: card("c"), at: [780, 200] }))).toMatchObject({ kind: "order", before: null, mark: { x: 796, y: 156, h: 104 } });
  });

  it("asks for room where it would pass no sibling", () => {
    expect(landingAt(ask({ at: [250, 206], unit: unit("u") }))).toEqual({ kind: "room", x: 130, y: 6 });
    expect(landingAt(ask({ moved: [id("b")], from: [392, 200], at: [260, 204] }))).toEqual({ kind: "room", x: -132, y: 4 });
    expect(landingAt(ask({ at: [125, 204], unit: unit("u") }))).toEqual({ kind: "none" });
  });

  it("is a unit on the free ground of another unit's frame, and nothing outside of all", () => {
    expect(landingAt(ask({ at: [1200, 400], unit: unit("v") }))).toEqual({ kind: "unit", unit: "v", drop: "allowed" });
    expect(landingAt(ask({ at: [1200, 400] }))).toEqual({ kind: "none" });
  });

  it("asks for room anywhere with Alt", () => {
    expect(landingAt(ask({ over: card("c"), at: [664, 208], room: true }))).toEqual({ kind: "room", x: 544, y: 8 });
  });

  it("is refused on a past day wherever it is", () => {
    for (const part of [{ over: card("c"), at: [664, 208] }, { at: [528, 200] }, { at: [1200, 400], unit: unit("v") }, { at: [664, 208], room: true }] as Partial<LandingQuestion>[]) {
      expect(landingAt(ask({ ...part, readOnly: true }))).toMatchObject({ drop: "read_only" });
    }
  });

  it("of several branches is the same only when it is for all", () => {
    expect(judgeDrops(tree, [id("a1"), id("c")], id("top"), false)).toBe("allowed");
    expect(judgeDrops(tree, [id("b"), id("c")], id("top"), false)).toBe("same");
    expect(judgeDrops(tree, [id("c"), id("a")], id("a1"), false)).toBe("cycle");
  });

  it("takes stacked siblings from top to bottom", () => {
    const stack = new Neighbours([at("top", null, 0, 0), at("x", "top", 0, 156), at("y", "top", 0, 288), at("z", "top", 0, 420)]);
    const landing = landingAt(ask({ tree: stack, moved: [id("x")], rowOf: (seat) => stack.siblings(seat), from: [120, 200], at: [120, 408] }));
    expect(landing).toMatchObject({ kind: "order", before: "z", mark: { h: 0, w: 240 } });
  });
});

describe("branches", () => {
  it("hold all beneath, superiors first", () => {
    expect(tree.branch(id("top"))).toEqual(["top", "a", "b", "c", "a1"]);
  });

  it("are moved by their uppermost seats", () => {
    expect(tree.tops([id("a"), id("a1"), id("c")])).toEqual(["a", "c"]);
  });

  it("end where superiors go in a circle", () => {
    const circle = new Neighbours([at("p", "q", 0, 0), at("q", "p", 300, 0)]);
    expect(circle.branch(id("p")).sort()).toEqual(["p", "q"]);
  });
});

describe("a card being written", () => {
  it("stands where its card will stand", () => {
    const own = card("b").rect;
    expect(draftPlace("peer", own, [])).toMatchObject({ x: 544, y: 156 });
    expect(draftPlace("boss", own, [])).toMatchObject({ x: 272, y: 0 });
    expect(draftPlace("report", own, [])).toMatchObject({ x: 272, y: 312 });
    expect(draftPlace("report", card("top").rect, tree.reports(id("top")).map((one) => one.rect))).toMatchObject({ x: 816, y: 156 });
  });

  it("takes more of a small map than a card does", () => {
    expect(editorRect({ x: 10, y: 20, w: 240, h: 104 }, 0.5)).toEqual({ x: 10, y: 20, w: 480, h: 208 });
  });
});
