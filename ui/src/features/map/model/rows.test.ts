import { describe, expect, it } from "vitest";
import type { OutlineRow, SeatId } from "../../../generated";
import { placesOf, spanOf } from "./rows";

describe("rows that are built", () => {
  it("are all of a usual map", () => {
    expect(spanOf(0, 0, 20)).toEqual({ from: 0, to: 0 });
    expect(spanOf(600, 300, 20)).toEqual({ from: 0, to: 600 });
  });

  it("are those in sight of a large map and some more, wherever one looks", () => {
    for (let first = -1; first < 5_100; first += 7) {
      const { from, to } = spanOf(5_000, first, 25);
      const [top, foot] = [Math.min(Math.max(0, first), 5_000), Math.min(5_000, Math.max(0, first) + 25)];
      expect(from <= top && to >= foot && from >= 0 && to <= 5_000).toBe(true);
      expect(to - from).toBeLessThan(200);
    }
  });

  it("seldom change while somebody scrolls", () => {
    const spans = new Set(Array.from({ length: 400 }, (_, first) => JSON.stringify(spanOf(5_000, first, 25))));
    expect(spans.size).toBe(10);
  });
});

describe("places of rows", () => {
  const row = (seat: string, parent: string | null) => ({ seat: seat as SeatId, parent: parent as SeatId | null }) as OutlineRow;

  it("are told where not all rows are built", () => {
    const rows = [row("a", null), row("a1", "a"), row("a2", "a"), row("b", null), ...Array.from({ length: 700 }, (_, at) => row(`b${at}`, "b"))];
    const places = placesOf(rows);
    expect(places.slice(0, 5)).toEqual([{ at: 1, of: 2 }, { at: 1, of: 2 }, { at: 2, of: 2 }, { at: 2, of: 2 }, { at: 1, of: 700 }]);
    expect(places.at(-1)).toEqual({ at: 700, of: 700 });
    expect(placesOf(rows.slice(0, 4))).toEqual([]);
  });
});
