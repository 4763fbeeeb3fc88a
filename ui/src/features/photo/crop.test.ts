import { describe, expect, it } from "vitest";
import { moved, widened, widest, widthAt, within, zoomOf, type Size } from "./crop";

const tall: Size = { width: 900, height: 1400 };
const wide: Size = { width: 1400, height: 600 };
const tiny: Size = { width: 90, height: 100 };

describe("the part of a picture", () => {
  it("is as wide as the picture allows", () => {
    expect([widest(tall), widest(wide), widest(tiny)]).toEqual([900, 450, 75]);
  });

  it("stays inside whatever is asked, in whole pixels and three to four", () => {
    for (const size of [tall, wide, tiny]) {
      for (const part of [{ x: -50, y: -9, width: 5, height: 5 }, { x: 9999, y: 9999, width: 9999, height: 1 }, { x: 33.4, y: 7.7, width: 201.3, height: 0 }]) {
        const got = within(part, size);
        expect(Object.values(got).every(Number.isInteger)).toBe(true);
        expect(got.x >= 0 && got.y >= 0 && got.x + got.width <= size.width && got.y + got.height <= size.height).toBe(true);
        expect(Math.abs(got.width * 4 - got.height * 3)).toBeLessThanOrEqual(3);
      }
    }
  });

  it("moves, and stops at the edge", () => {
    const part = within({ x: 100, y: 100, width: 300, height: 400 }, tall);
    expect(moved(part, 10, -20, tall)).toEqual({ x: 110, y: 80, width: 300, height: 400 });
    expect(moved(part, -500, 5000, tall)).toEqual({ x: 0, y: 1000, width: 300, height: 400 });
  });

  it("zooms around its middle", () => {
    const part = { x: 200, y: 200, width: 300, height: 400 };
    const near = widened(part, 150, tall);
    expect([near.x + near.width / 2, near.y + near.height / 2]).toEqual([350, 400]);
    expect(widened(near, 5000, tall).width).toBe(900);
  });

  it("says how far in it is, and finds back", () => {
    expect([zoomOf(within({ x: 0, y: 0, width: 900, height: 1200 }, tall), tall), widthAt(100, tall)]).toEqual([0, 120]);
    expect(Math.round(widthAt(zoomOf({ x: 0, y: 0, width: 510, height: 680 }, tall), tall))).toBe(510);
    expect(zoomOf({ x: 0, y: 0, width: 75, height: 100 }, tiny)).toBe(0);
  });
});
