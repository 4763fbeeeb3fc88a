// Days on the line, ticks, marks, and days as they are typed.

import { describe, expect, it } from "vitest";
import type { MomentRow } from "../../generated";
import { daysBetween } from "../../i18n/days";
import { addMonths, compareDay, dayAt, makeAxis, marksOf, nextMoment, shareOf, ticks } from "./axis";
import { readDay } from "./day";

const TODAY = "2026-11-20";
const moment = (on: string, structure = false): MomentRow => ({ on, structure, count: 1, text: "样例一离开。" });

describe("the line of days", () => {
  const axis = makeAxis("2025-12-10", TODAY);

  it("runs from the first record to today, and places every day where it is read back", () => {
    expect(axis).toEqual({ from: "2025-12-10", to: TODAY, days: 345 });
    for (let day = axis.from; day <= TODAY; day = addMonths(day, 1)) expect(dayAt(axis, shareOf(axis, day))).toBe(day);
  });

  it("keeps days beyond its ends at the ends", () => {
    expect([shareOf(axis, "1990-01-01"), shareOf(axis, "2027-01-01")]).toEqual([0, 1]);
    expect([dayAt(axis, -3), dayAt(axis, 3)]).toEqual([axis.from, TODAY]);
  });

  it("is never so short that days lie on each other, and spans a year where nothing is dated", () => {
    expect(makeAxis("2026-11-19", TODAY).days).toBeGreaterThanOrEqual(60);
    expect(makeAxis(null, TODAY).from).toBe("2025-11-20");
  });

  it("has months while there is room, then fewer, then years", () => {
    expect(ticks(axis, 600).map((tick) => tick.day)).toContain("2026-08-01");
    const narrow = ticks(axis, 200).map((tick) => tick.day);
    expect(narrow.length).toBeLessThan(6);
    const long = ticks(makeAxis("1997-03-01", TODAY), 600);
    expect(long.every((tick) => tick.year)).toBe(true);
    expect(long.length).toBeGreaterThan(3);
    for (const width of [160, 300, 600, 1200]) {
      for (const first of ["1900-01-01", "1997-03-01", "2024-05-05", "2026-10-01"]) {
        const shares = ticks(makeAxis(first, TODAY), width).map((tick) => tick.share * width);
        shares.slice(1).forEach((at, index) => expect(at - (shares[index] ?? 0)).toBeGreaterThan(38));
      }
    }
  });

  it("marks days too near to tell apart as one, filled as soon as one is about a person", () => {
    const marks = marksOf([moment("2026-07-22", true), moment("2026-07-24"), moment("2026-10-12", true)], axis, 600);
    expect(marks.map((mark) => [mark.day, mark.count, mark.structure])).toEqual([["2026-07-24", 2, false], ["2026-10-12", 1, true]]);
    expect(marksOf([moment("2026-07-22"), moment("2026-07-24")], axis, 6000)).toHaveLength(2);
  });

  it("loses no moment at any width", () => {
    const moments = Array.from({ length: 60 }, (_, n) => moment(dayAt(axis, n / 59)));
    for (const width of [160, 333, 600, 1400]) expect(marksOf(moments, axis, width).reduce((sum, mark) => sum + mark.count, 0)).toBe(60);
  });
});

describe("steps", () => {
  const moments = ["2026-07-22", "2026-09-15", "2026-11-05"].map((on) => moment(on));

  it("lead to the change before and after", () => {
    expect(nextMoment(moments, "2026-09-15", 1)).toBe("2026-11-05");
    expect(nextMoment(moments, "2026-09-15", -1)).toBe("2026-07-22");
    expect(nextMoment(moments, "2026-07-22", -1)).toBeNull();
  });

  it("of a month keep the day, or end with the month", () => {
    expect(addMonths("2026-03-31", -1)).toBe("2026-02-28");
    expect(addMonths("2026-01-20", -1)).toBe("2025-12-20");
    expect(daysBetween("2026-11-20", addMonths("2026-11-20", 12))).toBe(365);
  });

  it("compare with three months before, or with the last change of a young account", () => {
    expect(compareDay(TODAY, "2024-01-01", moments)).toBe("2026-08-20");
    expect(compareDay(TODAY, "2026-09-01", moments)).toBe("2026-11-05");
    expect(compareDay(TODAY, "2026-11-10", [])).toBe("2026-11-19");
  });
});

describe("a typed day", () => {
  it.each([
    ["2026-08-20", "2026-08-20"],
    ["2026/8/2", "2026-08-02"],
    ["20260820", "2026-08-20"],
    ["２０２６年８月２０日", "2026-08-20"],
    ["8-20", "2026-08-20"],
    ["12-24", "2025-12-24"],
    ["2027-01-01", TODAY],
    ["1998-07-01", "1998-07-01"],
  ])("%s is %s", (text, day) => expect(readDay(text, TODAY)).toBe(day));

  it.each(["", "昨天", "2026", "2026-02-30", "2026-13-01", "202608", "0020-08-20"])("%s is no day", (text) => expect(readDay(text, TODAY)).toBeNull());
});
