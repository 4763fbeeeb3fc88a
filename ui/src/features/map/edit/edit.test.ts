// Tables on the clipboard, and the kinds of lines.

import { describe, expect, it } from "vitest";
import type { MapState } from "../map.svelte";
import { chosenTable, isTable } from "./clipboard";
import { KINDS, kindItems } from "./kinds";
import { hasStrength } from "./linking.svelte";

describe("copying", () => {
  const rows = [{ seat: "a", name: "样例一", post: "总\t监", unit: "u" }, { seat: "b", name: "样例二", post: "经理", unit: "v" }, { seat: "c", name: "样例三", post: "专员", unit: "u" }];
  const map = (chosen: string[]) => ({ view: { outline: rows }, selection: new Set(chosen), unitName: (unit: string) => (unit === "u" ? "甲部" : "乙\n部") }) as unknown as MapState;

  it("writes chosen seats as lines of three cells, in the order of the outline", () => {
    expect(chosenTable(map(["c", "a"]))).toBe("样例一\t总 监\t甲部\n样例三\t专员\t甲部");
  });

  it("keeps breaks inside a cell from breaking the table", () => {
    expect(chosenTable(map(["b"]))).toBe("样例二\t经理\t乙 部");
  });

  it("takes for a table what has several cells or lines, and nothing else", () => {
    expect([isTable("样例一\t总监"), isTable("样例一\n样例二"), isTable("样例一\n"), isTable("")]).toEqual([true, true, false, false]);
  });
});

describe("kinds of lines", () => {
  it("offer the solid line for new ones only", () => {
    expect(kindItems().map((one) => one.code)).toEqual(KINDS);
    expect(kindItems(false).map((one) => one.code)).toEqual(KINDS.slice(1));
  });

  it("have a strength when they are influence or discord", () => {
    expect(KINDS.filter(hasStrength)).toEqual(["influences", "conflicts_with"]);
  });
});
