// What the page decides alone about decisions and committees.

import { describe, expect, it } from "vitest";
import type { DecisionRow, SeatId } from "../../generated";
import { barred, ownName, reversed, seatCount, voteLevel } from "./decision";

describe("decisions", () => {
  it("called after their kind have no name of their own", () => {
    const row = { name: "常设决策链", kind_text: "常设决策链" } as DecisionRow;
    expect(ownName(row)).toBe("");
    expect(ownName({ ...row, name: "样例采购" })).toBe("样例采购");
  });

  it("know a blackout that ends before it begins; an open end is none", () => {
    expect(reversed("2026-11-10", "2026-11-01")).toBe(true);
    expect(reversed("2026-11-10", "2026-11-10")).toBe(false);
    expect(reversed("", "2026-11-01") || reversed("2026-11-10", "")).toBe(false);
  });
});

describe("votes", () => {
  it("have the shape of an attitude; nobody who must not be approached has one", () => {
    const votes = ["support", "oppose", "unknown", "anything"].map((vote) => voteLevel({ vote, no_contact: false }));
    expect(votes).toEqual([1, -1, null, null]);
    expect(voteLevel({ vote: "support", no_contact: true })).toBeNull();
  });

  it("are never looked for among people who must not be approached", () => {
    expect([...barred([{ seat: "a" as SeatId, keys: ["att:0"] }, { seat: "b" as SeatId, keys: ["att:+1", "no-contact"] }])]).toEqual(["b"]);
  });

  it("are counted in whole numbers, also in full width", () => {
    expect(["5", " ７ ", "１２"].map(seatCount)).toEqual([5, 7, 12]);
    expect(["0", "-1", "2.5", "abc", "1000", ""].map(seatCount)).toEqual([null, null, null, null, null, null]);
  });
});
