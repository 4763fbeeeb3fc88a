// What typed rows show before anything is saved: a small map, what is missing, and what is proposed.

import { describe, expect, it } from "vitest";
import { gleaned } from "./gleaned";
import { preview } from "./preview";
import { ownerOf, roleOf } from "./recommend";
import { BOX, sketch } from "./sketch";

const row = (name: string, title = "", superior = "", unit = "", role = "", owner = "") => ({ name, title, superior, unit, role, owner });
const ROWS = [row("样例一", "总经理", "", "", "经济决策人", "样例甲"), row("样例二", "财务总监", "样例一"), row("样例三", "生产副总经理", "样例一", "", "", "样例乙"), row("？", "采购负责人", "样例三")];
const drawn = (rows: typeof ROWS) => sketch(preview(rows, () => false, null));

describe("the map that grows while typing", () => {
  it("puts a superior over the middle of its reports, and no two boxes on each other", () => {
    const { boxes, ways, width, height } = drawn(ROWS);
    expect(boxes.map((box) => box.line.name)).toEqual(["样例一", "样例二", "样例三", ""]);
    const [top, left, right, below] = boxes;
    expect(top?.x).toBe(((left?.x ?? 0) + (right?.x ?? 0)) / 2);
    expect(below?.x).toBe(right?.x);
    expect((right?.x ?? 0) - (left?.x ?? 0)).toBeGreaterThanOrEqual(BOX.width);
    expect(ways).toHaveLength(3);
    expect([width, height].every((length) => length > BOX.width)).toBe(true);
    for (const one of boxes) for (const other of boxes) if (one !== other && one.y === other.y) expect(Math.abs(one.x - other.x)).toBeGreaterThanOrEqual(BOX.width);
  });

  it("stands many reports of one superior in rows, each reached without crossing a box", () => {
    const { boxes, ways, width, height } = drawn([row("甲"), ...Array.from({ length: 12 }, (_, at) => row(`样例${at}`, "", "甲"))]);
    expect(width).toBe(5 * BOX.width + 4 * 24);
    expect(new Set(boxes.map((box) => box.y)).size).toBe(4);
    for (const one of boxes) for (const other of boxes) if (one !== other && one.y === other.y) expect(Math.abs(one.x - other.x)).toBeGreaterThanOrEqual(BOX.width);
    expect(Math.max(...boxes.map((box) => box.y)) + BOX.height).toBe(height);
    expect(ways).toHaveLength(12);
    expect(new Set(ways).size).toBe(12);
  });

  it("is nothing without rows, and stands rows in a circle side by side", () => {
    expect(drawn([])).toEqual({ boxes: [], ways: [], width: 0, height: 0 });
    const circle = drawn([row("甲", "", "乙"), row("乙", "", "甲")]);
    expect(circle.boxes.map((box) => box.y)).toEqual([0, 0]);
  });
});

describe("what shows already", () => {
  it("says who is on top and what is missing, in order", () => {
    expect(gleaned(ROWS)).toEqual([{ kind: "top", name: "样例一" }, { kind: "unnamed", title: "采购负责人", count: 1 }, { kind: "ownerless", count: 2 }, { kind: "roleless", count: 3 }]);
    expect(gleaned([row(""), row("", "  ")])).toEqual([]);
    expect(gleaned([row("甲"), row("乙")])[0]).toEqual({ kind: "tops", count: 2 });
    expect(gleaned([row("甲", "", "", "", "使用者", "丙")])).toEqual([{ kind: "roles" }]);
  });
});

describe("proposals", () => {
  it("read a role out of a post and nothing out of an unknown one", () => {
    expect(["总经理", "财务总监", "生产副总经理", "采购部长", "技术总工", "副总经理", "总经理助理", "CFO"].map(roleOf)).toEqual(["economic_buyer", "approver", "user", "commercial_evaluator", "technical_evaluator", "decision_maker", "gatekeeper", "approver"]);
    expect(roleOf("专员")).toBeNull();
  });

  it("take the owner of the superior", () => {
    expect(ownerOf(ROWS, 3)).toBe("样例乙");
    expect(ownerOf(ROWS, 0)).toBe("");
  });
});
