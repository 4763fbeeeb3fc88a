import { describe, expect, it } from "vitest";
import type { AccountId, LimitRow, SeatId, VisitId, WarningRow, WarningThreshold, WarningThresholdId } from "../../generated";
import { beside, byScript, grouped, inLanguage, keyOf, placeOf, readNumber, thresholdOf } from "./model";

const row = (account: string, code: string, severity: "red" | "amber" | "info", object = ""): WarningRow =>
  ({ account: account as AccountId, account_name: account, code, severity, object, seat: null, visit: null, step: "open_map" }) as unknown as WarningRow;

const rows = [row("a", "W01", "red"), row("b", "W03", "red", "p"), row("a", "W12", "amber", "c")];

describe("grouping", () => {
  it("keeps the order in which the groups first appear", () => {
    expect(grouped(rows, "severity").map((one) => [one.code, one.rows.length])).toEqual([["red", 2], ["amber", 1]]);
    expect(grouped(rows, "account").map((one) => [one.name, one.rows.map((own) => own.code)])).toEqual([["a", ["W01", "W12"]], ["b", ["W03"]]]);
  });
  it("tells rows apart by rule, object and account", () => {
    expect(new Set([...rows, row("a", "W12", "amber", "d"), row("b", "W01", "red")].map(keyOf)).size).toBe(5);
  });
});

describe("walking", () => {
  const key = (at: number) => keyOf(rows[at]!);
  it("begins at the first, stops at both ends, and begins anew where the row is gone", () => {
    expect(beside(rows, null, 1)).toBe(rows[0]);
    expect(beside(rows, key(0), 1)).toBe(rows[1]);
    expect(beside(rows, key(2), 1)).toBe(rows[2]);
    expect(beside(rows, key(0), -1)).toBe(rows[0]);
    expect(beside(rows, "gone", -1)).toBe(rows[0]);
    expect(beside([], null, 1)).toBeUndefined();
  });
});

describe("the place of a warning", () => {
  it("is the visit, the ledger, the seat or the account", () => {
    const account = "a" as AccountId;
    expect(placeOf({ account, seat: null, visit: "v" as VisitId, step: "open_visit" })).toEqual({ view: "visit", visit: "v" });
    expect(placeOf({ account, seat: "s" as SeatId, visit: null, step: "open_matters" })).toEqual({ view: "court", account, tab: "ledger" });
    expect(placeOf({ account, seat: "s" as SeatId, visit: null, step: "open_seat" })).toEqual({ view: "account", account, seat: "s" });
    expect(placeOf({ account, seat: null, visit: null, step: "open_map" })).toEqual({ view: "account", account });
  });
});

describe("typed values", () => {
  it("reads full-width numbers and separators and refuses the rest", () => {
    expect(["１２,０００", " 12.5 ", "", "-1", "十", "1e999"].map(readNumber)).toEqual([12000, 12.5, null, undefined, undefined, undefined]);
  });
  it("keeps the other language's text beside what was typed", () => {
    expect(byScript("维保合同", { zh: "旧", en: "Old" })).toEqual({ zh: "维保合同", en: "Old" });
    expect(byScript("Maintenance", { zh: "旧", en: "Old" })).toEqual({ zh: "旧", en: "Maintenance" });
    expect(byScript("  ", { zh: "旧", en: "Old" })).toEqual({ zh: null, en: null });
    expect([inLanguage("en", "旧", "Old"), inLanguage("zh-CN", null, "Old"), inLanguage("en", null, null)]).toEqual(["Old", "Old", ""]);
  });
  it("finds the limit of exactly one tier", () => {
    const limit = { code: "W03" } as LimitRow;
    const all: WarningThreshold[] = [
      { id: "1" as WarningThresholdId, code: "W03", tier: null, amber: 1, red: null },
      { id: "2" as WarningThresholdId, code: "W03", tier: "S", amber: 2, red: null },
    ];
    expect([thresholdOf(all, limit, null)?.id, thresholdOf(all, limit, "S")?.id, thresholdOf(all, limit, "B")?.id]).toEqual(["1", "2", undefined]);
  });
});
