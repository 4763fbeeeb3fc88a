import { describe, expect, it } from "vitest";
import { aside, landing, moved } from "../src/features/visit/order";

const guests = ["a", "b", "c", "d"];

describe("moving a guest", () => {
  it.each([
    [0, 2, "bcad"],
    [3, 0, "dabc"],
    [1, 1, "abcd"],
    [0, -5, "abcd"],
    [1, 99, "acdb"],
    [-1, 0, "abcd"],
    [4, 0, "abcd"],
  ])("from %i to %i", (from, to, result) => {
    expect(moved(guests, from, to).join("")).toBe(result);
    expect(guests.join("")).toBe("abcd");
  });
});

describe("dragging a guest", () => {
  it("lands on the row nearest to where it is held", () => {
    expect(landing(1, 24, 50, 4)).toBe(1);
    expect(landing(1, 26, 50, 4)).toBe(2);
    expect(landing(1, -76, 50, 4)).toBe(0);
    expect(landing(1, 900, 50, 4)).toBe(3);
    expect(landing(1, -900, 50, 4)).toBe(0);
  });

  it("moves just the rows between aside, and to where the drop leaves them", () => {
    for (const [from, to] of [[0, 3], [3, 1], [2, 2], [1, 2]] as const) {
      const dropped = moved(guests, from, to);
      guests.forEach((guest, index) => {
        if (index !== from) expect(dropped[index + aside(index, from, to, 50) / 50]).toBe(guest);
      });
    }
  });
});
