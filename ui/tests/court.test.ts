import { describe, expect, it } from "vitest";
import { cellsOf, columnsIn, grouped, HEAD, heightOf, keyOfTopic, lay, marked, ROW, rowsIn, sliceOf, topOf } from "../src/features/court/grid";
import { actionOf, bandOf, endKind, inOrder, kindOf, moveSpot, nextFinding } from "../src/features/court/model";
import { blank, moved, rankOf, ruleOf } from "../src/features/court/rules/rule";
import type { AccountId, CourtAccount, CourtCell, CourtColumn, CourtRow, CourtTopic, CoverageRule, FindingRow, SeatId, StaffId } from "../src/generated";
import { gather, tabOf, type CourtTab } from "../src/views/courtTabs";

const seats = ["s1", "s2", "s3"];
const staff = ["u1", "u2", "u3", "u4"] as StaffId[];
const spot = (row: number, column: number) => ({ row: seats[row]!, staff: staff[column]! });
const person = (seat: string, cells: CourtCell[] = []): CourtRow => ({ seat: seat as SeatId, name: "", post: "", holding: "held", formal_power: 1, influence_level: null, weight: 1, in_chain: true, no_contact: false, restricted: false, cells, missing: [], collision: false, proposed: null, senior: null });
const topic = (code: CourtTopic["topic"], relevant: boolean, cells: CourtCell[] = []): CourtTopic => ({ topic: code, label: "", relevant, cells, missing: [], collision: false });
const account = (id: string, rows: CourtRow[], topics: CourtTopic[] = [], more: Partial<CourtAccount> = {}): CourtAccount => ({ account: id as AccountId, name: "", tier: "S", ownership_pct: 100, seats: rows.length, red: 0, amber: 0, topic_rows: topics.filter((one) => one.relevant).length, loaded: true, rows, topics, ...more });

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
    expect(moveSpot(seats, staff, { row: "gone", staff: staff[2]! }, "ArrowDown")).toEqual(spot(0, 2));
  });

  it("leaves other keys and an empty matrix alone", () => {
    expect(moveSpot(seats, staff, spot(1, 1), "o")).toBeNull();
    expect(moveSpot([], staff, null, "ArrowDown")).toBeNull();
    expect(moveSpot(seats, [], null, "ArrowDown")).toBeNull();
  });

  it("turns a page of ten and holds at the end", () => {
    const rows = Array.from({ length: 15 }, (_, at) => `r${at}`);
    expect(moveSpot(rows, staff, { row: "r0", staff: staff[0]! }, "PageDown")?.row).toBe("r10");
    expect(moveSpot(rows, staff, { row: "r10", staff: staff[0]! }, "PageDown")?.row).toBe("r14");
  });
});

describe("where rows and columns lie", () => {
  const blocks = lay([account("a", [person("s1"), person("s2")], [topic("quality", true), topic("payment", false)]), account("b", [], [], { loaded: false, seats: 200, topic_rows: 3 }), account("c", [person("s3")])], false);

  it("a block is its head and its rows, also while they are not here", () => {
    expect(blocks.map((one) => one.top)).toEqual([0, HEAD + 3 * ROW, 2 * HEAD + 206 * ROW]);
    expect(heightOf(blocks)).toBe(3 * HEAD + 207 * ROW);
    expect(rowsIn(blocks).map((one) => one.key)).toEqual(["s1", "s2", keyOfTopic("a" as AccountId, "quality"), "s3"]);
    expect(lay([blocks[0]!.account], true)[0]!.count).toBe(4);
  });
  it("only what is in sight is drawn", () => {
    const middle = sliceOf(blocks, blocks[1]!.top + HEAD + 50 * ROW, 10 * ROW, 2);
    expect(middle.map((one) => [one.block.account.account, one.from, one.to])).toEqual([["b", 48, 62]]);
    expect(sliceOf(blocks, 0, ROW, 0).map((one) => [one.block.account.account, one.from, one.to])).toEqual([["a", 0, 1]]);
    expect(sliceOf([], 0, 500)).toEqual([]);
    expect(columnsIn(2000, 72, 7200, 720)).toEqual({ from: 98, to: 112 });
    expect(columnsIn(3, 72, 0, 720)).toEqual({ from: 0, to: 3 });
  });
  it("says where a row lies, and nothing of one that is not here", () => {
    expect(topOf(blocks, "s2")).toBe(HEAD + ROW);
    expect(topOf(blocks, "gone")).toBeNull();
  });
  it("shows columns with marks, and those added", () => {
    const columns = [0, 1, 2].map((at) => ({ staff: staff[at]!, name: "", title: "", role: at === 1 ? "SR" : "AR", owns: 0, active: true }));
    const rows = rowsIn(lay([account("a", [person("s1", [{ staff: staff[2]!, kinds: ["owner"], level: null }])])], false));
    expect(marked(columns, rows, [staff[0]!]).map((one) => one.staff)).toEqual(["u1", "u3"]);
    expect(grouped(columns).map((one) => one.staff)).toEqual(["u1", "u3", "u2"]);
    expect(cellsOf(rows[0]!)).toHaveLength(1);
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
    expect(bandOf([owner(3), { staff: staff[2]!, kinds: ["backup"], level: 1 }, owner(1)], true, staff)).toEqual({ from: 1, to: 3 });
  });
  it("is absent without a collision, and when the other owner has no column", () => {
    expect(bandOf([owner(0), owner(1)], false, staff)).toBeNull();
    expect(bandOf([owner(0), owner(1)], true, staff.slice(1))).toBeNull();
  });
});

it("findings are gaps or collisions by their code", () => {
  expect(["G1", "G3a", "C1", "C4"].map((code) => kindOf({ code } as FindingRow))).toEqual(["gap", "gap", "collision", "collision"]);
});

describe("order of the columns", () => {
  const column = (at: number, owns: number): CourtColumn => ({ staff: staff[at]!, name: "", title: "", role: "", owns, active: true });
  const names = (columns: CourtColumn[]) => columns.map((one) => one.staff);

  it("owners first, otherwise as they came", () => {
    expect(names(inOrder([column(0, 0), column(1, 2), column(2, 0), column(3, 1)], []))).toEqual(["u2", "u4", "u1", "u3"]);
  });
  it("whoever stands stays, and new ones come behind", () => {
    expect(names(inOrder([column(0, 5), column(1, 0), column(2, 0), column(3, 1)], [staff[1]!, staff[2]!]))).toEqual(["u2", "u3", "u1", "u4"]);
    expect(names(inOrder([column(0, 0), column(3, 1)], [staff[1]!]))).toEqual(["u4", "u1"]);
  });
});

describe("walking the findings", () => {
  it("begins at the first, ends at the beginning, and goes nowhere without any", () => {
    expect([nextFinding(3, null, 1), nextFinding(3, 2, 1), nextFinding(3, 0, -1), nextFinding(0, null, 1)]).toEqual([0, 0, 2, -1]);
  });
});

describe("a rule while it is written", () => {
  it("takes ranks from 1 to 10, the lower one first", () => {
    expect(["", "1", "10", "０", "11", "x", "2.5"].map(rankOf)).toEqual([null, 1, 10, undefined, undefined, undefined, undefined]);
    expect(ruleOf({ ...blank(undefined, 0), rankFrom: "8", rankTo: "7" })).toBeNull();
    expect(ruleOf({ ...blank(undefined, 2), rankFrom: "7", rankTo: "7", function: " 采购 " })).toMatchObject({ rank_from: 7, rank_to: 7, function: "采购", account: null, position: 2 });
  });
  it("forgets a unit without its account", () => {
    expect(ruleOf({ ...blank(undefined, 0), unit: "u" as never })?.unit).toBeNull();
  });
  it("moves by a step and writes only what changed", () => {
    const rules = ["a", "b", "c"].map((id, position) => ({ id, position }) as CoverageRule);
    expect(moved(rules, "b" as CoverageRule["id"], -1).map((one) => [one.id, one.position])).toEqual([["b", 0], ["a", 1]]);
    expect(moved(rules, "a" as CoverageRule["id"], -1)).toEqual([]);
  });
});

describe("tabs of the court", () => {
  const tab = (id: string, order: number) => ({ id, order }) as CourtTab;
  it("come from files in their order, one or a list each; an unknown one is the first", () => {
    const tabs = gather([{ default: tab("b", 4) }, { one: tab("a", 1), more: [tab("c", 9), tab("d", 2)] }]);
    expect(tabs.map((one) => one.id)).toEqual(["a", "d", "b", "c"]);
    expect([tabOf("b", tabs)?.id, tabOf("gone", tabs)?.id, tabOf(undefined, [])?.id]).toEqual(["b", "a", undefined]);
  });
});
