// Pasted lists, ways to what is missing, counterparts and the log of the day.
import { describe, expect, it } from "vitest";
import { arrival, entryOf, faultOf as logFault, latest, logDay } from "../src/features/visit/after/log";
import { targetOf } from "../src/features/visit/prepare/mend";
import { clear, stateOf } from "../src/features/visit/prepare/pairs";
import { count, faultOf, newGuests, startOf } from "../src/features/visit/prepare/paste";
import type { CounterpartRow, MendAt, PastedRow, PersonId, StaffId, VisitId } from "../src/generated";

const person = (name: string) => name as PersonId;
const visit = "v" as VisitId;
const row = (part: Partial<PastedRow>): PastedRow => ({ line: 1, text: "", name: "样例一", title: "处长", part: "guest", state: "known", note: "", person: person("p1"), candidates: [], dropped: false, ...part });

describe("a pasted list", () => {
  it("takes clear rows, asks about likely ones, leaves out the rest", () => {
    expect(startOf(row({})).who).toBe("p1");
    expect(startOf(row({ state: "similar" })).who).toBe("");
    expect(startOf(row({ state: "new", person: null })).who).toBe("new");
    expect(["double", "already", "barred", "left", "no_name"].map((state) => startOf(row({ state: state as PastedRow["state"] })).who)).toEqual(["out", "out", "out", "out", "out"]);
  });

  it("says what is still open, and who is chosen twice", () => {
    const all = [startOf(row({})), { ...startOf(row({ state: "ambiguous" })), who: person("p1") }, startOf(row({ state: "similar" })), { ...startOf(row({ state: "new" })), name: " " }];
    expect(all.map((_, index) => faultOf(all, index))).toEqual([null, "twice", "undecided", "nameless"]);
    expect(count(all)).toEqual({ ready: 1, faults: 3, out: 0, fresh: 1 });
  });

  it("counts places of their list behind those given, without those left out", () => {
    const all = [startOf(row({})), startOf(row({ state: "double" })), startOf(row({ state: "new", person: null, title: null }))];
    expect(newGuests(all, 3).map((one) => [one.person, one.title, one.official_order])).toEqual([["p1", "处长", 4], [null, null, 5]]);
    expect(newGuests(all, null).map((one) => one.official_order)).toEqual([null, null]);
  });
});

describe("what is missing", () => {
  const at = (part: Partial<MendAt>): MendAt => ({ panel: "guests", line: null, person: null, staff: null, visit: null, ...part });
  it("leads to its section and line", () => {
    expect(targetOf(at({ panel: "talking", line: "l1" }), visit)).toEqual({ at: "tab", spot: { tab: "agenda", section: "points", line: "l1" } });
    expect(targetOf(at({ panel: "costs" }), visit)).toEqual({ at: "tab", spot: { tab: "cost" } });
    expect(targetOf(at({ panel: "interpreter" }), visit)).toEqual({ at: "middle", middle: "team" });
  });
  it("leads to a guest, to adding guests, or to another visit", () => {
    expect(targetOf(at({ person: person("p1") }), visit)).toEqual({ at: "guest", person: "p1" });
    expect(targetOf(at({}), visit)).toEqual({ at: "add" });
    expect(targetOf(at({ panel: "agenda", visit: "w" as VisitId }), visit)).toEqual({ at: "visit", visit: "w" });
    expect(targetOf(at({ panel: "agenda", visit }), visit).at).toBe("tab");
  });
});

describe("counterparts", () => {
  const pair = (part: Partial<CounterpartRow>) => ({ fixed: false, staff: "s1" as StaffId, near: [], ...part }) as unknown as CounterpartRow;
  it("leaves what is near to judgement", () => {
    const near = pair({ near: [{ staff: "s2" as StaffId, name: "", total: 60 }] });
    expect([pair({ fixed: true }), near, pair({ staff: null }), pair({})].map(stateOf)).toEqual(["fixed", "near", "none", "proposed"]);
    expect(clear([near, pair({}), pair({ fixed: true })])).toHaveLength(1);
  });
});

describe("the log of the day", () => {
  it("notes for today within the visit, else for its nearer end", () => {
    expect(logDay("2026-12-01", "2026-12-04", 2)).toBe("2026-12-04");
    expect(logDay("2026-12-05", "2026-12-04", 2)).toBe("2026-12-05");
    expect(logDay("2026-12-09", "2026-12-04", 2)).toBe("2026-12-05");
  });
  it("needs a person for arriving and words for the rest", () => {
    expect(logFault("arrived", null, "")).toBe("who");
    expect(logFault("arrived", { person: person("p1") }, "")).toBeNull();
    expect(logFault("said", { person: person("p1") }, " ")).toBe("text");
    expect(logFault("note", null, "雨")).toBeNull();
  });
  it("shows the newest first and the first arrival", () => {
    const made = (at: string) => entryOf(visit, "2026-12-04", at, "arrived", { person: person("p1") }, " ");
    expect(latest([made("09:00"), made("10:30"), made("09:40")]).map((one) => one.at)).toEqual(["10:30", "09:40", "09:00"]);
    expect(arrival([made("10:30"), made("09:05")], person("p1"))).toBe("09:05");
    expect(made("09:00")).toMatchObject({ text: null, staff: null, commitment: null });
  });
});
