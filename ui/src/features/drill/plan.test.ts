// What a person takes of a hand-over plan, and who then stands where.
import { describe, expect, it } from "vitest";
import type { DrillHeir, DrillView, SeatId, StaffId } from "../../generated";
import { accepted, heirOfMatter, heirsOfRow, isTaken, linesOf, points, staffOf } from "./plan";

const heir = (staff: string): DrillHeir => ({ staff: staff as StaffId, name: staff, level: 0, reasons: ["x"], introducer: null });
const figures = { coverage: 50, support: null, risk: "low", our_share: 0, their_share: 0, thin: 0, ownership_pct: 100 } as const;
const row = { seat: "s1" as SeatId, name: "一", post: "", holding: "held", formal_power: 3, influence_level: null, weight: 3, cells: [], loss: 9.5, lost: ["owner"], untied: true, leaves: false, note: "", told: [], proposals: [{ kind: "owner", heirs: [heir("a"), heir("b")] }], meet: null } as const;
const matter = { kind: "promise", id: "m1", title: "二", detail: "", holder: "z" as StaffId, due: null, heirs: [heir("a")] } as const;
const leaving = { ...row, seat: "s2" as SeatId, proposals: [], leaves: true, meet: "c" as StaffId };
const view = { as_of: "2026-11-20", leavers: [], columns: [], unowned: 1, untied: 1, promises: 1, matters: 1, impacts: [], staff: [], accounts: [{ account: "A", name: "A", tier: "S", before: figures, after: figures, rows: [row, leaving], matters: [matter], shielded: 0, pale: [] }] } as unknown as DrillView;

describe("a hand-over plan", () => {
  const lines = linesOf(view);

  it("has people before matters, and one line for each proposal", () => expect(lines.map((line) => line.key)).toEqual(["s1:owner", "meet:s2", "promise:m1:z"]));

  it("takes the first candidates until somebody says otherwise", () => {
    expect(accepted(lines, {})).toEqual({ rows: [{ seat: "s1", kind: "owner", staff: "a" }], meetings: [{ seat: "s2", staff: "c" }], matters: [{ kind: "promise", id: "m1", staff: "a" }] });
    expect(heirsOfRow(lines, {}, "s1" as SeatId).get("a" as StaffId)).toEqual(["owner"]);
  });

  it("leaves out what was taken off, and gives it to whom was chosen", () => {
    const picks = { "s1:owner": { staff: "b" as StaffId }, "promise:m1:z": { take: false }, "meet:s2": { take: false } };
    expect(accepted(lines, picks)).toEqual({ rows: [{ seat: "s1", kind: "owner", staff: "b" }], meetings: [], matters: [] });
    expect(heirOfMatter(lines, picks, matter as never)).toBeNull();
    expect(heirsOfRow(lines, picks, "s1" as SeatId).has("a" as StaffId)).toBe(false);
  });

  it("takes nothing where nobody is left", () => {
    const alone = { ...lines[0]!, heirs: [] };
    expect(staffOf(alone, {})).toBeNull();
    expect(isTaken(alone, { "s1:owner": { take: true } })).toBe(false);
  });

  it("says points with one decimal", () => expect([points(9.54), points(0)]).toEqual(["9.5", "0.0"]));
});
