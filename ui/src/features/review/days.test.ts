import { expect, test } from "vitest";
import { back, inOrder } from "./days";

test("days are counted back over months and leap days", () => {
  expect(back("2026-11-20", 7)).toBe("2026-11-13");
  expect(back("2028-03-01", 1)).toBe("2028-02-29");
  expect(back("2027-01-03", 7)).toBe("2026-12-27");
});

test("the first day comes before the last", () => {
  expect(inOrder("2026-11-13", "2026-11-20")).toBe(true);
  expect(inOrder("2026-11-20", "2026-11-20")).toBe(false);
  expect(inOrder("", "2026-11-20")).toBe(false);
});
