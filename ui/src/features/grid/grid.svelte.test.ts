// The grid asks the core about its rows, puts the answers into the right cells and never loses what was typed.

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { AccountId, AddSeats, Changed, QuickCheck, SeatId } from "../../generated";
import type { Host } from "../../host";
import { session } from "../../state/session.svelte";
import { accountDoor } from "./door";
import { GridState } from "./grid.svelte";
import { MOST_ROWS } from "./model/rows";

const NOTHING: QuickCheck = { problems: [], people: 0, seats: 0, new_units: [], sounds: [] };
const WRONG: QuickCheck = { ...NOTHING, problems: [{ row: 1, field: "superior", text: "没有这个人", blocking: true }, { row: 1, field: "superior", text: "可疑", blocking: false }, { row: 0, field: "title", text: "没有职务", blocking: false }] };

describe("the grid", () => {
  const asked: { name: string; request: AddSeats }[] = [];
  let answer: (name: string, request: AddSeats) => unknown = () => NOTHING;
  let grid: GridState;

  beforeEach(async () => {
    asked.length = 0;
    answer = (name) => (name === "add_seats" ? { changed: { areas: [], step: "录入多人", created: null }, seats: ["s1"] } : NOTHING);
    const call = (name: string, _: unknown, request: AddSeats) => {
      if (name === "check_rows" || name === "add_seats") asked.push({ name, request });
      return Promise.resolve(name === "check_rows" || name === "add_seats" ? answer(name, request) : {});
    };
    await session.start({ environment: () => Promise.resolve({ lang: "zh-CN", today: "2026-11-20", platform: "web" }), call } as unknown as Host, "zh-CN");
    vi.useFakeTimers();
    grid = new GridState(accountDoor("a1" as AccountId, () => null));
  });
  afterEach(() => vi.useRealTimers());

  const named = (name: string) => asked.filter((one) => one.name === name);

  it("asks once after a pause in typing, and leaves blank rows out", async () => {
    for (const text of ["样", "样例", "样例一"]) grid.put(2, "name", text);
    await vi.runAllTimersAsync();
    expect(named("check_rows").map((one) => one.request.rows)).toEqual([[{ name: "样例一", title: "", superior: "", unit: "", role: "", owner: "" }]]);
  });

  it("shows each problem in the cell it is about, the one that stands in the way first", async () => {
    answer = () => WRONG;
    grid.put(0, "name", "样例一");
    grid.put(3, "name", "样例二");
    await vi.runAllTimersAsync();
    expect(grid.problem(3, "superior")?.text).toBe("没有这个人");
    expect(grid.problem(0, "title")?.blocking).toBe(false);
    expect(grid.problems).toHaveLength(2);
    expect(await grid.finish()).toBeNull();
    expect(named("add_seats")).toHaveLength(0);
    expect(grid.count).toBe(2);
  });

  it("does not believe an answer that a newer question has overtaken", async () => {
    let release: (check: QuickCheck) => void = () => undefined;
    answer = () => new Promise<QuickCheck>((resolve) => (release = resolve));
    grid.put(0, "name", "样例一");
    await vi.advanceTimersByTimeAsync(300);
    const late = release;
    answer = () => NOTHING;
    grid.put(0, "name", "样例二");
    await vi.advanceTimersByTimeAsync(300);
    late(WRONG);
    await vi.runAllTimersAsync();
    expect(grid.problems).toEqual([]);
  });

  it("adds everything in one step and is empty afterwards; a refusal leaves the rows", async () => {
    grid.superior = "boss" as SeatId;
    grid.put(0, "name", "？");
    grid.put(0, "title", "样例职务");
    answer = (name) => (name === "add_seats" ? Promise.reject({ code: "too-long", params: {}, cause: null }) : NOTHING);
    expect(await grid.finish()).toBeNull();
    expect(grid.note?.tone).toBe("refused");
    expect(grid.count).toBe(1);
    answer = (name) => (name === "add_seats" ? { changed: { areas: [], step: "录入多人", created: null }, seats: ["s1"] } : NOTHING);
    expect(await grid.finish()).toEqual(["s1"]);
    expect(named("add_seats").at(-1)?.request).toMatchObject({ superior: "boss", rows: [{ name: "", title: "样例职务" }] });
    expect(grid.dirty).toBe(false);
  });

  it("keeps what was typed while the rows were being added", async () => {
    let release: (added: unknown) => void = () => undefined;
    answer = (name) => (name === "add_seats" ? new Promise((resolve) => (release = resolve)) : NOTHING);
    grid.put(0, "name", "样例一");
    grid.put(1, "name", "样例二");
    const finishing = grid.finish();
    await vi.advanceTimersByTimeAsync(10);
    grid.put(2, "name", "样例三");
    release({ changed: { areas: [], step: "录入多人", created: null }, seats: ["s1", "s2"] });
    expect(await finishing).toEqual(["s1", "s2"]);
    expect(grid.rows.filter((row) => row.name !== "").map((row) => row.name)).toEqual(["样例三"]);
  });

  it("waits for its turn behind a change under way", async () => {
    let release: (changed: unknown) => void = () => undefined;
    const slow = session.changeBy(() => new Promise<{ changed: Changed }>((resolve) => (release = resolve as typeof release)));
    grid.put(0, "name", "样例一");
    const finishing = grid.finish();
    await vi.advanceTimersByTimeAsync(10);
    expect(named("add_seats")).toHaveLength(0);
    release({ changed: { areas: [], step: "换岗", created: null } });
    await slow;
    expect(await finishing).toEqual(["s1"]);
    expect(named("add_seats")).toHaveLength(1);
  });

  it("grows with its rows, takes a paste back and refuses one that is too long", () => {
    const before = grid.rows.length;
    grid.put(before - 1, "name", "样例一");
    expect(grid.rows).toHaveLength(before + 1);
    expect(grid.append("样例二\t职务\n样例三\t职务")).toBe(before + 2);
    expect(grid.count).toBe(3);
    grid.unpaste();
    expect(grid.count).toBe(1);
    grid.paste(0, "name", Array.from({ length: MOST_ROWS + 1 }, (_, row) => `样例${row}\t职务`).join("\n"));
    expect(grid.note?.offer).toBe("import");
    expect([grid.count, grid.rows[before - 1]?.name]).toEqual([1, "样例一"]);
  });

  it("copies the cell above", () => {
    grid.put(0, "unit", "样例部");
    grid.above(1, "unit");
    grid.above(0, "unit");
    expect(grid.rows.slice(0, 2).map((row) => row.unit)).toEqual(["样例部", "样例部"]);
  });
});
