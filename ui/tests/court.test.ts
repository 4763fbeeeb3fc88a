import { describe, expect, it } from "vitest";
import { actionOf, bandOf, endKind, inOrder, kindOf, moveSpot, seatsOf, columnsOf } from "../src/features/court/model";
import type { CourtAccount, CourtColumn, CourtRow, FindingRow, SeatId, StaffId } from "../src/generated";

const seats = ["s1", "s2", "s3"] as SeatId[];
const staff = ["u1", "u2", "u3", "u4"] as StaffId[];
const spot = (row: number, column: number) => ({ seat: seats[row]!, staff: staff[column]! });
const row = (cells: CourtRow["cells"], collision: boolean): CourtRow => ({ seat: seats[0]!, name: "", post: "", holding: "held", formal_power: 1, influence_level: null, weight: 1, in_chain: true, no_contact: false, cells, missing: [], collision });

describe("moving the cell", () => {
  it.each([
    ["ArrowUp", 0, 1],
    ["ArrowDown", 2, 1],
    ["ArrowLeft", 1, 0],
    ["ArrowRight", 1, 2],
    ["Home", 1, 0],
    ["End", 1, 3],
  ])("%s", (key, toRow, toColumn) => {
    expect(moveSpot(seats, staff, spot(1, 1), key)).toEqual(spot(toRow, toColumn));
  });

  it("holds at every edge", () => {
    expect(moveSpot(seats, staff, spot(0, 0), "ArrowUp")).toEqual(spot(0, 0));
    expect(moveSpot(seats, staff, spot(0, 0), "ArrowLeft")).toEqual(spot(0, 0));
    expect(moveSpot(seats, staff, spot(2, 3), "ArrowDown")).toEqual(spot(2, 3));
    expect(moveSpot(seats, staff, spot(2, 3), "ArrowRight")).toEqual(spot(2, 3));
  });

  it("enters at the first cell, also when the chosen one is gone", () => {
    expect(moveSpot(seats, staff, null, "ArrowDown")).toEqual(spot(0, 0));
    expect(moveSpot(seats, staff, { seat: "gone" as SeatId, staff: staff[2]! }, "ArrowDown")).toEqual(spot(0, 2));
  });

  it("leaves other keys and an empty matrix alone", () => {
    expect(moveSpot(seats, staff, spot(1, 1), "o")).toBeNull();
    expect(moveSpot([], staff, null, "ArrowDown")).toBeNull();
    expect(moveSpot(seats, [], null, "ArrowDown")).toBeNull();
  });

  it("walks through accounts as through one list", () => {
    const accounts = [{ rows: [{ seat: "s1" }, { seat: "s2" }] }, { rows: [] }, { rows: [{ seat: "s3" }] }] as unknown as CourtAccount[];
    expect(seatsOf(accounts)).toEqual(seats);
  });
});

describe("assigning by key", () => {
  it.each([
    ["o", "owner"],
    ["O", "owner"],
    ["b", "backup"],
    ["S", "sponsor"],
    ["+", "supporter"],
    ["=", "supporter"],
    ["＋", "supporter"],
  ])("%s makes %s", (key, kind) => {
    expect(actionOf(key)).toEqual({ assign: kind });
  });

  it("Delete takes off, the strongest tile first, one for each press", () => {
    expect(actionOf("Delete")).toEqual({ end: true });
    expect(actionOf("Backspace")).toEqual({ end: true });
    expect(endKind({ staff: staff[0]!, kinds: ["supporter", "sponsor", "owner"], level: null })).toBe("owner");
    expect(endKind({ staff: staff[0]!, kinds: ["supporter", "backup"], level: 3 })).toBe("backup");
    expect(endKind({ staff: staff[0]!, kinds: [], level: 3 })).toBeNull();
    expect(endKind(undefined)).toBeNull();
  });

  it("nothing else acts", () => {
    for (const key of ["x", "Enter", " ", "ArrowUp", "Tab", "-"]) expect(actionOf(key)).toBeNull();
  });
});

describe("collision band", () => {
  const owner = (index: number) => ({ staff: staff[index]!, kinds: ["owner" as const], level: null });
  it("joins the owners, whatever stands between", () => {
    expect(bandOf(row([owner(3), { staff: staff[2]!, kinds: ["backup"], level: 1 }, owner(1)], true), staff)).toEqual({ from: 1, to: 3 });
  });
  it("is absent without a collision, and when the other owner has no column", () => {
    expect(bandOf(row([owner(0), owner(1)], false), staff)).toBeNull();
    expect(bandOf(row([owner(0), owner(1)], true), staff.slice(1))).toBeNull();
  });
});

it("findings are gaps or collisions by their code", () => {
  expect(["G1", "G3a", "C1", "C4"].map((code) => kindOf({ code } as FindingRow))).toEqual(["gap", "gap", "collision", "collision"]);
});

describe("order of the columns", () => {
  const column = (at: number, owns: number): CourtColumn => ({ staff: staff[at]!, name: "", title: "", owns, active: true });
  const names = (columns: CourtColumn[]) => columns.map((one) => one.staff);

  it("owners first, otherwise as they came", () => {
    expect(names(inOrder([column(0, 0), column(1, 2), column(2, 0), column(3, 1)], []))).toEqual(["u2", "u4", "u1", "u3"]);
  });
  it("whoever stands stays, and new ones come behind", () => {
    expect(names(inOrder([column(0, 5), column(1, 0), column(2, 0), column(3, 1)], [staff[1]!, staff[2]!]))).toEqual(["u2", "u3", "u1", "u4"]);
    expect(names(inOrder([column(0, 0), column(3, 1)], [staff[1]!]))).toEqual(["u4", "u1"]);
  });
});

it("the matrix names no repeat of nothing", () => {
  expect(columnsOf(0)).not.toContain("repeat");
  expect(columnsOf(3)).toBe("repeat(3, minmax(var(--w-col), 1fr))");
});
