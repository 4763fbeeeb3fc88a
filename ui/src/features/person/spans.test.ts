import { describe, expect, it } from "vitest";
import type { SpanRow } from "../../generated";
import { axisOf, gapsOf, lanesOf, yearOf } from "./spans";

const row = (from: number | null, to: number | null, more: Partial<SpanRow> = {}): SpanRow => ({ kind: "employer", who: null, label: "x", from, to, now: false, shared: false, source: null, ...more });
const NOW = 2026.9;

describe("the tenure line", () => {
  it("puts what overlaps into another lane and ours below", () => {
    const lanes = lanesOf([row(1984, 1989), row(1988, 1998), row(1998, 2001), row(1993, 1997, { who: "样例一" })], NOW);
    expect(lanes.map((lane) => [lane.who, lane.bars.length])).toEqual([[null, 2], [null, 1], ["样例一", 1]]);
  });
  it("keeps an open beginning short and an open end until today", () => {
    const [first] = lanesOf([row(null, 2000)], NOW);
    expect(first?.bars[0]).toMatchObject({ from: 1997, to: 2000, open: true });
    const [still] = lanesOf([row(2019, null, { now: true })], NOW);
    expect(still?.bars[0]?.to).toBe(NOW);
    expect(lanesOf([row(null, null)], NOW)).toEqual([]);
    expect(lanesOf([row(2000, 1999)], NOW)).toEqual([]);
  });
  it("names gaps of a year and more between known bars", () => {
    expect(gapsOf(lanesOf([row(1988, 1998), row(2019, null, { now: true })], NOW))).toEqual([{ from: 1998, to: 2019 }]);
    expect(gapsOf(lanesOf([row(1988, 1998), row(1998.5, 2001)], NOW))).toEqual([]);
    expect(gapsOf(lanesOf([row(1988, 1998), row(null, null, { now: true })], NOW))).toEqual([]);
  });
  it("ticks in round years", () => {
    expect(axisOf(lanesOf([row(1984, 1998)], NOW), NOW).ticks).toEqual([1990, 2000, 2010, 2020]);
    expect(axisOf([], NOW)).toMatchObject({ from: 2025, to: 2027 });
  });
  it("reads today", () => {
    expect(yearOf("2026-01-01")).toBe(2026);
    expect(yearOf("2026-07-02")).toBeCloseTo(2026.5, 1);
  });
});
