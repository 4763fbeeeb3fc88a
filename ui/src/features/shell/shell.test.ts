import { describe, expect, it } from "vitest";
import type { Found } from "../../generated";
import { CATALOGUE, ENTRIES } from "./catalogue";
import { COLUMNS } from "./sheet";
import { inTitle } from "./matters";
import { eventOf } from "./press";
import { idsOf, MOST, withHead } from "./recent.svelte";
import { fall } from "./steps.svelte";
import { inSight, layOut, moved, ROW, rowsOf, scopeOf, withScope, type Row } from "./rows";

const found = (kind: string, title: string, marks: [number, number][] = []): Found => ({ kind, title, reading: "", detail: "", marks, reading_marks: [], detail_marks: [], former: false, judged: false, attitude: null, account: null, seat: null, person: null, visit: null, staff: null, promise: null });
const command = (id: string, label = id) => ({ id, label, icon: null as never, keys: [], run: () => undefined });
const sections = (rows: Row[]) => rows.map((row) => row.section);

describe("the catalogue of keys", () => {
  it("names every key once", () => {
    const ids = ENTRIES.map((one) => one.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const group of CATALOGUE) expect(group.entries.length).toBeGreaterThan(1);
  });

  it("puts every place into one of the five columns of the sheet", () => {
    const heads = COLUMNS.flatMap((column) => column.heads);
    expect(COLUMNS).toHaveLength(5);
    expect(new Set(heads).size).toBe(heads.length);
    for (const group of CATALOGUE) expect(heads).toContain(group.head);
  });

  it("has for every key that can be pressed keys that make an event", () => {
    for (const entry of ENTRIES) {
      if (!entry.press) continue;
      const event = eventOf(entry.press, false);
      expect(event.key, entry.id).not.toBe("");
      expect(event.code, entry.id).not.toBe("");
    }
    expect(eventOf(["Mod", "Shift", "P"], true)).toMatchObject({ key: "P", code: "KeyP", metaKey: true, ctrlKey: false, shiftKey: true });
    expect(eventOf(["Mod", "F"], false)).toMatchObject({ key: "f", code: "KeyF", ctrlKey: true });
    expect(eventOf(["Shift", "2"], false)).toMatchObject({ key: "2", code: "Digit2", shiftKey: true });
  });
});

describe("what was opened lately", () => {
  it("keeps each once, the latest first, and not too many", () => {
    expect(withHead(["a", "b", "c"], "c")).toEqual(["c", "a", "b"]);
    expect(withHead(Array.from({ length: MOST }, (_, at) => String(at)), "x")).toHaveLength(MOST);
  });

  it("takes identities from a place and nothing else", () => {
    expect(idsOf({ view: "home" })).toEqual([]);
    expect(idsOf({ view: "account", account: "a" as never, seat: "s" as never })).toEqual(["a"]);
    expect(idsOf({ view: "visit", visit: "v" as never, tab: "plan" })).toEqual(["v"]);
  });
});

describe("rows of the palette", () => {
  it("narrows by the first sign, full width too", () => {
    expect(scopeOf(" ＞导出")).toEqual({ scope: "commands", text: "导出" });
    expect(scopeOf("@ miao ")).toEqual({ scope: "people", text: "miao" });
    expect(scopeOf("mgl")).toEqual({ scope: "all", text: "mgl" });
    expect([withScope("mgl", "@"), withScope("@mgl", "@"), withScope("@mgl", ">")]).toEqual(["@mgl", "mgl", ">mgl"]);
  });

  it("stand in sections by their best, with what can be done behind the first", () => {
    const answer = { hits: [found("person", "甲", [[0, 1]]), found("account", "乙"), found("person", "丙")], offers: [{ command: command("x"), marks: [] }] };
    expect(sections(rowsOf(answer, { section: "about", commands: [command("touch")] }))).toEqual(["person", "person", "about", "account", "commands"]);
    expect(sections(rowsOf({ hits: [], offers: answer.offers }, null))).toEqual(["commands"]);
    const many = { hits: Array.from({ length: 9 }, (_, at) => found("person", `样例${at}`)), offers: answer.offers };
    expect(sections(rowsOf(many, { section: "about", commands: [command("touch")] }, [command("x"), command("compare")])).join(" ")).toBe(`${"person ".repeat(6)}about ${"person ".repeat(3)}here commands`);
  });

  it("put a command that begins as typed before what only contains it", () => {
    const offers = [{ command: command("export"), marks: [[0, 2] as const] }];
    expect(sections(rowsOf({ hits: [found("visit", "看导出", [[1, 3]])], offers }, null))).toEqual(["commands", "visit"]);
    expect(sections(rowsOf({ hits: [found("visit", "导出会", [[0, 2]])], offers }, null))).toEqual(["visit", "commands"]);
  });

  it("put gaps and warnings, which come later, behind everything", () => {
    const hits = [found("person", "甲", [[0, 1]]), found("finding", "甲无责任人", [[0, 1]])];
    expect(sections(rowsOf({ hits, offers: [{ command: command("x"), marks: [] }] }, null))).toEqual(["person", "commands", "finding"]);
    expect(inTitle([[1, 3], [4, 9], [12, 14]], "五个字的题目")).toEqual([[1, 3], [4, 6]]);
  });

  it("are laid out one under the other and drawn where somebody looks", () => {
    const rows = rowsOf({ hits: Array.from({ length: 200 }, (_, at) => found("person", `样例${at}`)), offers: [{ command: command("x"), marks: [] }] }, null);
    const { lines, height } = layOut(rows, (section) => section);
    expect([lines.length, lines[0], height]).toEqual([203, { head: "person", top: 0, height: 32 }, 201 * ROW + 64]);
    const seen = inSight(lines, 4000, 400);
    expect(seen.length).toBeLessThan(25);
    expect(seen.every((line) => line.top > 3700 && line.top < 4700)).toBe(true);
  });

  it("tell a loss as it would be read", () => {
    expect([fall(19.04), fall(0.96), fall(0.01), fall(0)]).toEqual(["−19.0", "−1.0", "0.0", "0.0"]);
  });

  it("are walked by keys, edges hold", () => {
    expect([moved("ArrowUp", 0, 5, 3), moved("PageDown", 1, 5, 10), moved("End", 0, 5, 3), moved("Home", 4, 5, 3), moved("a", 2, 5, 3)]).toEqual([0, 4, 4, 0, null]);
  });
});
