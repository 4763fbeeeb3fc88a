import { describe, expect, it } from "vitest";
import { rowsInSight, scrollTo } from "./inSight";

describe("rows of a long table", () => {
  it("are all drawn while they are few", () => {
    expect(rowsInSight(59, 64, 0, 600)).toEqual({ from: 0, to: 59 });
    expect(rowsInSight(0, 64, 0, 600)).toEqual({ from: 0, to: 0 });
  });
  it("are drawn where somebody looks, never beyond the ends", () => {
    expect(rowsInSight(500, 64, 0, 640)).toEqual({ from: 0, to: 18 });
    expect(rowsInSight(500, 64, 6_400, 640)).toEqual({ from: 92, to: 118 });
    expect(rowsInSight(500, 64, 500 * 64 - 640, 640)).toEqual({ from: 482, to: 500 });
    expect(rowsInSight(500, 64, 99_999, 640)).toEqual({ from: 500, to: 500 });
  });
  it("are brought into sight by the shortest way", () => {
    expect(scrollTo(3, 64, 0, 640, 40)).toBe(0);
    expect(scrollTo(499, 64, 0, 640, 40)).toBe(500 * 64 + 40 - 640);
    expect(scrollTo(2, 64, 6_400, 640, 40)).toBe(128);
    expect(scrollTo(101, 64, 6_400, 640, 40)).toBe(6_400);
  });
});
