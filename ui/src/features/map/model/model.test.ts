// Walking the tree, dropping cards, finding rows.

import { describe, expect, it } from "vitest";
import type { OutlineRow, SeatId, UnitId } from "../../../generated";
import { judgeDrop } from "./drop";
import { findRows } from "./find";
import { Neighbours, type Placed } from "./neighbours";

const id = (text: string) => text as SeatId;
const at = (seat: string, parent: string | null, x: number, y: number): Placed => ({ seat: id(seat), parent: parent === null ? null : id(parent), rect: { x, y, w: 240, h: 104 } });

//        chair            cfo
//      a       b
//    a1 a2     b1
const tree = new Neighbours([at("b", "chair", 600, 200), at("chair", null, 300, 0), at("a", "chair", 0, 200), at("cfo", null, 700, 0), at("a2", "a", 260, 400), at("a1", "a", 0, 400), at("b1", "b", 600, 400)]);

describe("arrow keys", () => {
  it("go up to the superior and down to the leftmost report", () => {
    expect(tree.step(id("a2"), "up")).toBe("a");
    expect(tree.step(id("chair"), "down")).toBe("a");
  });

  it("go to siblings in the order they are drawn, not the order they came", () => {
    expect(tree.step(id("a"), "right")).toBe("b");
    expect(tree.step(id("a2"), "left")).toBe("a1");
  });

  it("go on to the nearest card of that height at the end of a row", () => {
    expect(tree.step(id("a2"), "right")).toBe("b1");
    expect(tree.step(id("b1"), "left")).toBe("a2");
  });

  it("stay where nothing lies that way, and start at the first root", () => {
    expect(tree.step(id("chair"), "up")).toBe("chair");
    expect(tree.step(id("a1"), "down")).toBe("a1");
    expect(tree.step(id("a1"), "left")).toBe("a1");
    expect(tree.step(null, "down")).toBe("chair");
    expect(new Neighbours([]).step(null, "left")).toBeNull();
  });

  it("treat a superior outside the map as none", () => {
    const lone = new Neighbours([at("x", "gone", 0, 0)]);
    expect(lone.first()).toBe("x");
    expect(lone.step(id("x"), "up")).toBe("x");
  });

  it("end even when the lines form a circle", () => {
    const circle = new Neighbours([at("x", "y", 0, 0), at("y", "x", 300, 0)]);
    expect(circle.isBeneath(id("x"), id("none"))).toBe(false);
    expect(circle.isBeneath(id("x"), id("y"))).toBe(true);
  });
});

describe("drop rules", () => {
  const ask = (moved: string, target: string, superior: string | null, readOnly = false) => judgeDrop(tree, { moved: id(moved), target: id(target), superior: superior === null ? null : id(superior), readOnly });

  it("allow another superior, sideways and upwards", () => {
    expect(ask("a1", "b", "a")).toBe("allowed");
    expect(ask("a1", "chair", "a")).toBe("allowed");
    expect(ask("chair", "cfo", null)).toBe("allowed");
  });

  it("refuse a circle at any depth, and oneself", () => {
    expect(ask("chair", "a1", null)).toBe("cycle");
    expect(ask("a", "a2", "chair")).toBe("cycle");
    expect(ask("a", "a", "chair")).toBe("self");
  });

  it("know when nothing would change, and when nothing may", () => {
    expect(ask("a", "chair", "chair")).toBe("same");
    expect(ask("a1", "b", "a", true)).toBe("read_only");
  });
});

describe("finding rows", () => {
  const row = (seat: string, name: string, post: string): OutlineRow => ({ seat: id(seat), unit: "u" as UnitId, depth: 0, parent: null, name, post, words: "", in_chain: true, reports: 0, hidden: 0, room_x: 0, room_y: 0 });
  const rows = [row("1", "白若冰", "采购中心主任"), row("2", "苗国梁", "总经理"), row("3", "Nagy Eszter", "VP Technology"), row("4", "王国", "国际部")];

  it("looks at names before posts and ignores case", () => {
    expect(findRows(rows, "国").map((hit) => hit.seat)).toEqual(["2", "4"]);
    expect(findRows(rows, "采购").map((hit) => hit.seat)).toEqual(["1"]);
    const [first, ...rest] = rows;
    const kept = [{ ...first!, restricted: true }, ...rest];
    expect(findRows(kept, first!.name.slice(0, 1)).some((hit) => hit.seat === first!.seat)).toBe(false);
    expect(findRows(kept, first!.post).some((hit) => hit.seat === first!.seat)).toBe(false);
    expect(findRows(kept, first!.name).find((hit) => hit.seat === first!.seat)?.post).toBe("");
    expect(findRows(rows, "NAGY").map((hit) => hit.seat)).toEqual(["3"]);
  });

  it("puts the name itself before longer ones", () => {
    expect(findRows([row("80", "样例80", ""), row("8", "样例8", ""), row("81", "样例81", "")], "样例8", 1).map((hit) => hit.seat)).toEqual(["8"]);
  });

  it("puts beginnings first, finds nothing for nothing, and keeps the limit", () => {
    expect(findRows(rows, "王").map((hit) => hit.seat)).toEqual(["4"]);
    expect(findRows([row("5", "x王", ""), ...rows], "王").map((hit) => hit.seat)).toEqual(["4", "5"]);
    expect(findRows(rows, "  ")).toEqual([]);
    expect(findRows(rows, "国", 1)).toHaveLength(1);
  });
});
