import { describe, expect, it } from "vitest";
import type { ExchangeRow, MatterLine, PromiseRow } from "../../generated";
import { accountChoices, deltaKey, matterShown, moveRow, promiseShown } from "./ledger";

const promise = (patch: { delivered_on?: string | null; overdue_days?: number | null; ownerless?: boolean }) =>
  ({ record: { delivered_on: patch.delivered_on ?? null }, overdue_days: patch.overdue_days ?? null, ownerless: patch.ownerless ?? false }) as unknown as PromiseRow;
const matter = (patch: Partial<MatterLine>) => ({ step: "take", overdue_days: 0, ownerless: false, withdrawn_on: null, ...patch }) as MatterLine;

describe("the ledger's filters", () => {
  it("tells promises apart by what is left to do", () => {
    const late = promise({ overdue_days: 3 });
    const done = promise({ delivered_on: "2026-11-13" });
    expect([late, done].map((row) => promiseShown(row, "open"))).toEqual([true, false]);
    expect([late, done].map((row) => promiseShown(row, "overdue"))).toEqual([true, false]);
    expect([late, done].map((row) => promiseShown(row, "done"))).toEqual([false, true]);
    expect([late, done].map((row) => promiseShown(row, "all"))).toEqual([true, true]);
    expect(promiseShown(promise({ ownerless: true }), "ownerless")).toBe(true);
  });

  it("tells what came in apart by its clock", () => {
    const rows = [matter({}), matter({ overdue_days: 1 }), matter({ ownerless: true }), matter({ step: "done" })];
    expect(rows.map((row) => matterShown(row, "open"))).toEqual([true, true, true, false]);
    expect(rows.map((row) => matterShown(row, "overdue"))).toEqual([false, true, false, false]);
    expect(rows.map((row) => matterShown(row, "ownerless"))).toEqual([false, false, true, false]);
    expect(rows.map((row) => matterShown(row, "done"))).toEqual([false, false, false, true]);
  });

  it("shows what was withdrawn only when asked for it, or for all", () => {
    const gone = { ...promise({ overdue_days: null }), record: { delivered_on: null, withdrawn_on: "2026-11-20" } } as unknown as PromiseRow;
    const filters = ["open", "overdue", "ownerless", "done", "withdrawn", "all"] as const;
    expect(filters.map((filter) => promiseShown(gone, filter))).toEqual([false, false, false, false, true, true]);
    expect(filters.map((filter) => promiseShown(promise({}), filter))).toEqual([true, false, false, false, false, true]);
    const row = matter({ step: "done", withdrawn_on: "2026-11-20" });
    expect(filters.map((filter) => matterShown(row, filter))).toEqual([false, false, false, false, true, true]);
  });

  it("walks rows and holds at the edges", () => {
    expect([moveRow(3, 0, "ArrowDown"), moveRow(3, 2, "ArrowDown"), moveRow(3, 0, "ArrowUp"), moveRow(3, 1, "End")]).toEqual([1, 2, 0, 2]);
    expect([moveRow(0, 0, "ArrowDown"), moveRow(3, 0, "x")]).toEqual([null, null]);
  });

  it("words a delivery and names accounts once", () => {
    expect([deltaKey(5), deltaKey(0), deltaKey(-3)]).toEqual(["ledger-early", "ledger-on-time", "ledger-late"]);
    const rows = [{ account: "a", account_name: "样例一" }, { account: "b", account_name: "样例二" }] as unknown as ExchangeRow[];
    expect(accountChoices(rows, undefined)).toHaveLength(2);
    expect(accountChoices(rows, rows[1]!.account)).toEqual([{ code: "b", label: "样例二" }]);
  });
});
