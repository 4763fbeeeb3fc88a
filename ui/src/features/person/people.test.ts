import { describe, expect, it } from "vitest";
import { inSight, ROW, STRETCH, stretchesOf } from "./people.svelte";

describe("the list of people", () => {
  it("draws the rows in sight and a few around them", () => {
    expect(inSight(0, 10 * ROW, 100_000)).toEqual({ from: 0, to: 18 });
    expect(inSight(500 * ROW, 10 * ROW, 100_000)).toEqual({ from: 492, to: 518 });
    expect(inSight(99_995 * ROW, 10 * ROW, 100_000)).toEqual({ from: 99_987, to: 100_000 });
    expect(inSight(5000, 400, 3)).toEqual({ from: 3, to: 3 });
  });
  it("asks for the stretches that hold them", () => {
    expect(stretchesOf(0, 18)).toEqual([0]);
    expect(stretchesOf(STRETCH - 2, STRETCH + 1)).toEqual([0, 1]);
    expect(stretchesOf(STRETCH, 2 * STRETCH)).toEqual([1]);
    expect(stretchesOf(0, 0)).toEqual([0]);
  });
});
