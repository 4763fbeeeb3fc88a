// Units go in and out one step at a time, never into themselves.

import { describe, expect, it } from "vitest";
import type { UnitId, UnitRow } from "../../generated";
import { inOrder, inwards, isWithin, mayMove, outwards } from "./tree";

const id = (text: string) => text as UnitId;
const unit = (name: string, parent: string | null): UnitRow => ({ unit: id(name), parent: parent === null ? null : id(parent), name, depth: 9, people: 0 });
// root ─ a ─ a1, a2;  b;  lost (its parent is not here)
const units = [unit("a2x", "a2"), unit("root", null), unit("a", "root"), unit("b", "root"), unit("a1", "a"), unit("a2", "a"), unit("lost", "gone")];

describe("units", () => {
  it("stand after what they lie in, with their depth; none is lost", () => {
    expect(inOrder(units).map((one) => `${one.depth}${one.unit}`)).toEqual(["0root", "1a", "2a1", "2a2", "3a2x", "1b", "0lost"]);
  });

  it("never go into themselves, and not where they are", () => {
    expect(mayMove(units, id("a"), id("a2x"))).toBe(false);
    expect(mayMove(units, id("a"), id("a"))).toBe(false);
    expect(mayMove(units, id("a"), id("root"))).toBe(false);
    expect(mayMove(units, id("a"), id("b"))).toBe(true);
    expect(mayMove(units, id("a"), null)).toBe(true);
    expect(mayMove(units, id("none"), null)).toBe(false);
  });

  it("go one step inwards into the sibling before, one step outwards beside the parent", () => {
    expect(inwards(units, id("b"))).toBe("a");
    expect(inwards(units, id("a2"))).toBe("a1");
    expect(inwards(units, id("a1"))).toBeUndefined();
    expect(outwards(units, id("a2x"))).toBe("a");
    expect(outwards(units, id("a"))).toBeNull();
    expect(outwards(units, id("root"))).toBeUndefined();
  });

  it("do not hang on a circle", () => {
    const circle = [unit("x", "y"), unit("y", "x")];
    expect(isWithin(circle, id("x"), id("none"))).toBe(false);
  });
});
