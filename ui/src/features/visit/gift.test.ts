import { describe, expect, it } from "vitest";
import { shareOf } from "./gift";

describe("what one receiver gets", () => {
  it("counts a started share whole", () => {
    expect(shareOf(100, 3, 2)).toBe(200);
    expect(shareOf(100, 12, 12)).toBe(100);
  });
  it("gives one piece each when no number is said, and everything to one when nobody is named", () => {
    expect(shareOf(80, null, 5)).toBe(80);
    expect(shareOf(80, 4, 0)).toBe(320);
  });
  it("knows nothing without a value", () => {
    expect(shareOf(null, 4, 2)).toBeNull();
  });
});
