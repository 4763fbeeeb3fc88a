import { describe, expect, it } from "vitest";
import { fitted, labelWidth, plan } from "../src/features/home/calendar";
import type { CalendarMark } from "../src/generated";

const TODAY = "2026-11-20";
const visit = (from: string, label: string): CalendarMark => ({ kind: "inbound", from, to: from, label, visit: null });
const near = ["2026-11-27", "2026-12-03", "2026-12-04", "2026-12-08", "2026-12-10", "2026-12-16", "2026-12-18"];
const long = near.map((day, index) => visit(day, `Municipal Digital Government Delegation ${index}`));

describe("labels on the calendar", () => {
  it("stand whole where nothing is in the way", () => {
    const [flag] = plan([visit("2026-11-27", "Municipal Digital Government Delegation")], TODAY, 784).flags;
    expect(flag?.label).toBe("Municipal Digital Government Delegation");
  });

  it.each([784, 520, 1100])("no stem and no other label crosses a text at %i", (width) => {
    const { flags } = plan(long, TODAY, width);
    for (const flag of flags) {
      if (flag.y === null) continue;
      const wide = labelWidth(flag.label) + 5;
      const [from, to] = flag.left ? [flag.x - wide, flag.x] : [flag.x, flag.x + wide];
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeLessThanOrEqual(width);
      const crossing = flags.filter((other) => other !== flag && other.y !== null && other.y <= flag.y! && other.x > from && other.x < to);
      expect(crossing.map((other) => other.name)).toEqual([]);
    }
  });

  it("a label that is cut ends at the next stem, not before", () => {
    const { flags } = plan(long, TODAY, 784);
    const cut = flags.filter((flag) => flag.y !== null && !flag.left && flag.label !== flag.name);
    expect(cut.length).toBeGreaterThan(0);
    for (const flag of cut) {
      const next = Math.min(784, ...flags.filter((other) => other.x > flag.x && other.y !== null && other.y <= flag.y!).map((other) => other.x));
      expect(next - flag.x - labelWidth(flag.label)).toBeLessThan(40);
    }
  });

  it("a cut text says so and fits", () => {
    expect(fitted("朔澜能源集团", 60)).toBe("朔澜能源…");
    expect(labelWidth(fitted("朔澜能源集团", 60))).toBeLessThanOrEqual(60);
  });
});
