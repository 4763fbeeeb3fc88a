import { describe, expect, it } from "vitest";
import type { AgendaItem, ChecklistItem, CostLine, PlanView, StaffId, VisitView } from "../src/generated";
import { byDay, counts, dayMark, filtered, lateBy } from "../src/features/visit/checklist/checklist";
import { byCategory, cell, leftOf, perHead, sumOf, tableOf } from "../src/features/visit/cost/cost";
import { asClock, clockOf, minutesOf, span } from "../src/features/visit/plan/clock";
import { contextOf } from "../src/features/visit/plan/context";
import { dayOf, daysOf, frameOf, shifted, shiftedFrom, snapped, stretched } from "../src/features/visit/plan/day";
import { FIELDS } from "../src/features/visit/plan/fields";
import { followed } from "../src/features/visit/plan/follow";
import { bare, copyOf, NEW_ID, type Kind } from "../src/features/visit/plan/lines";
import { reordered, rowAt } from "../src/features/visit/plan/order";
import { SECTIONS } from "../src/features/visit/plan/sections";
import { SUMMARY } from "../src/features/visit/plan/summary";
import { TABS, tabOf } from "../src/features/visit/tabs";
import { language } from "../src/i18n/index.svelte";

const ON = "2026-12-04";
const one = "s-1" as StaffId;
const two = "s-2" as StaffId;
let next = 0;
const item = (starts_at: string, ends_at: string | null, own: Partial<AgendaItem> = {}): AgendaItem => ({ ...bare("agenda_item", "v-1", ON), id: `a-${(next += 1)}` as AgendaItem["id"], starts_at, ends_at, ...own });

describe("times as typed", () => {
  it("reads the ways a person writes them", () => {
    for (const [typed, wanted] of [["9", "09:00"], ["930", "09:30"], ["0930", "09:30"], ["9:5", "09:05"], ["９：３０", "09:30"], ["9.30", "09:30"], ["14点30分", "14:30"], ["21点", "21:00"], ["23:59", "23:59"]] as const) expect(asClock(typed), typed).toBe(wanted);
  });
  it("refuses what is no time", () => {
    for (const typed of ["", "24:00", "9:60", "99", "早上", "1:2:3", "-1"]) expect(asClock(typed), typed).toBeNull();
  });
  it("writes minutes and spans", () => {
    expect(clockOf(545)).toBe("09:05");
    expect(minutesOf("09:05")).toBe(545);
    expect(span("09:00", "10:30")).toBe("09:00–10:30");
    expect(span("09:00", null)).toBe("09:00");
    expect(span(null, null)).toBe("");
  });
});

describe("a day of the agenda", () => {
  it("tells free time after everything before is over", () => {
    const day = dayOf([item("11:00", "12:00"), item("09:00", "10:30"), item("09:30", "10:00")], ON);
    expect(day.map((line) => [line.item.starts_at, line.gap, line.row])).toEqual([["09:00", 0, 0], ["09:30", 0, 1], ["11:00", 30, 0]]);
  });
  it("names who would be in two places, and nobody else", () => {
    const talks = item("09:00", "10:30", { lead: one, ours: [one, two] });
    const call = item("10:00", "10:15", { lead: one });
    const day = dayOf([talks, call, item("10:30", "11:00", { lead: one })], ON);
    expect(day[1]?.over).toEqual([talks]);
    expect(day[1]?.twice).toEqual([one]);
    expect(day[2]?.twice).toEqual([]);
    expect(day[2]?.over).toEqual([]);
  });
  it("does not take a line without an end for one that runs on", () => {
    const day = dayOf([item("09:00", null, { lead: one }), item("09:10", "09:20", { lead: one })], ON);
    expect(day[1]?.over).toEqual([]);
    expect(day[1]?.row).toBe(1);
  });
  it("leaves other days alone and knows them all", () => {
    const other = item("09:00", "10:00", { on: "2026-12-05" });
    expect(dayOf([other], ON)).toEqual([]);
    expect(daysOf([ON], [other])).toEqual([ON, "2026-12-05"]);
  });
  it("shifts a line as long as it was, within the day", () => {
    expect(shifted(item("09:00", "10:30"), 15)).toMatchObject({ starts_at: "09:15", ends_at: "10:45" });
    expect(shifted(item("00:00", "00:30"), -5)).toBeNull();
    expect(shifted(item("22:00", "23:58"), 5)).toBeNull();
    expect(shifted(item("09:00", null), -5)).toMatchObject({ starts_at: "08:55", ends_at: null });
  });
  it("carries the rest of the day along, or nothing at all", () => {
    const [a, b, c] = [item("09:00", "09:30"), item("10:00", "10:30"), item("11:00", "11:30", { on: "2026-12-05" })];
    expect(shiftedFrom([a, b, c], a, 10)?.map((line) => line.starts_at)).toEqual(["09:10", "10:10"]);
    expect(shiftedFrom([a, item("23:00", "23:59")], a, 10)).toBeNull();
  });
  it("never ends a line before it has begun", () => {
    expect(stretched(item("09:00", "09:30"), -120)).toMatchObject({ ends_at: "09:05" });
    expect(stretched(item("09:00", null), 15)).toMatchObject({ ends_at: "09:45" });
  });
  it("frames the lines with full hours", () => {
    expect(frameOf(dayOf([item("08:50", "16:05")], ON))).toEqual({ from: 480, to: 1020 });
    expect(frameOf(dayOf([item("18:00", "20:10")], ON))).toEqual({ from: 540, to: 1260 });
    expect(snapped(7)).toBe(5);
    expect(snapped(8)).toBe(10);
  });
});

describe("order and copies", () => {
  it("moves within a group and keeps the places of others", () => {
    expect(reordered(["p1", "x", "p2", "y", "p3"], ["p1", "p2", "p3"], 2, 0)).toEqual(["p3", "x", "p1", "y", "p2"]);
  });
  it("finds the row under the pointer", () => {
    const rows = [{ top: 0, bottom: 40 }, { top: 40, bottom: 100 }];
    expect([rowAt(rows, -5), rowAt(rows, 39), rowAt(rows, 60), rowAt(rows, 900)]).toEqual([0, 0, 1, 1]);
  });
  it("copies without the identity and the name of another system", () => {
    const copy = copyOf(item("09:00", null, { ref: "g1" }));
    expect(copy.id).toBe(NEW_ID);
    expect("ref" in copy).toBe(false);
  });
});

describe("fields that follow", () => {
  const draft = { ...bare("agenda_item", "v-1", ON), ends_at: "10:30" };
  it("carries the end with the start", () => {
    expect(followed("agenda_item", draft, "starts_at", "10:00", [ON], "2026-11-20")).toMatchObject({ starts_at: "10:00", ends_at: "11:30" });
    expect(followed("agenda_item", draft, "starts_at", "23:30", [ON], "2026-11-20")).toMatchObject({ ends_at: "10:30" });
  });
  it("counts the due day from the visit, never into the past", () => {
    const todo = { ...bare("checklist_item", "v-1", ON) };
    expect(followed("checklist_item", todo, "offset_days", -7, [ON], "2026-11-20")["due_on"]).toBe("2026-11-27");
    expect(followed("checklist_item", todo, "offset_days", -30, [ON], "2026-11-20")["due_on"]).toBe("2026-11-20");
    expect(followed("checklist_item", todo, "offset_days", 7, [ON], "2026-12-20")["due_on"]).toBe("2026-12-11");
    // After the visit the days count from its last.
    expect(followed("checklist_item", todo, "offset_days", 7, [ON, "2026-12-05"], "2026-11-20")["due_on"]).toBe("2026-12-12");
  });
});

describe("the checklist", () => {
  const line = (offset_days: number, due_on: string, done_on: string | null, position = 0): ChecklistItem => ({ ...bare("checklist_item", "v-1", ON), id: `c-${(next += 1)}` as ChecklistItem["id"], offset_days, due_on, done_on, position });
  const items = [line(7, "2026-12-11", null), line(-14, "2026-11-18", null, 2), line(-14, "2026-11-18", "2026-11-19", 1), line(0, "2026-12-04", null)];
  it("is late by days, and never once done", () => {
    expect(items.map((one) => lateBy(one, "2026-11-20"))).toEqual([0, 2, 0, 0]);
    expect(lateBy(line(0, "2026-11-20", null), "2026-11-20")).toBe(0);
  });
  it("counts and filters", () => {
    expect(counts(items, "2026-11-20")).toEqual({ all: 4, done: 1, open: 3, late: 1, unowned: 3 });
    expect(filtered(items, "late", "2026-11-20")).toEqual([items[1]]);
    expect(filtered(items, "open", "2026-11-20")).toHaveLength(3);
  });
  it("stands by day, in its order within a day", () => {
    expect(byDay(items).map((day) => [dayMark(day.offset), day.lines.length])).toEqual([["T−14", 2], ["T", 1], ["T+7", 1]]);
    expect(byDay(items)[0]?.lines.map((one) => one.position)).toEqual([1, 2]);
  });
});

describe("the cost plan", () => {
  const line = (category: CostLine["category"], planned: number | null, actual: number | null = null): CostLine => ({ ...bare("cost_line", "v-1", ON), id: `k-${(next += 1)}` as CostLine["id"], category, planned, actual });
  it("sums in whole cents and keeps the unknown unknown", () => {
    expect(sumOf([line("dining", 0.1), line("dining", 0.2), line("gift", null)])).toEqual({ planned: 0.3, actual: null, open: 1 });
    expect(sumOf([line("dining", 10, 12.5), line("gift", 5)])).toEqual({ planned: 15, actual: 12.5, open: 0 });
  });
  it("holds the larger of plan and spending against the limit", () => {
    expect(leftOf(100, { planned: 80, actual: 130, open: 0 })).toBe(-30);
    expect(leftOf(100, { planned: 80, actual: null, open: 0 })).toBe(20);
    expect(leftOf(null, { planned: 80, actual: null, open: 0 })).toBeNull();
    expect(perHead(100, 3)).toBe(33.33);
    expect(perHead(100, 0)).toBeNull();
  });
  it("stands by category in their order", () => {
    expect(byCategory([line("gift", 1), line("dining", 2), line("gift", 3)], ["dining", "gift", "venue"]).map((one) => [one.category, one.lines.length])).toEqual([["dining", 1], ["gift", 2]]);
  });
  it("makes cells no spreadsheet takes for a formula or for two", () => {
    expect(cell("=HYPERLINK(1)")).toBe("'=HYPERLINK(1)");
    expect(cell("a\tb\r\nc")).toBe("a b c");
    expect(tableOf([["餐饮", "工作餐", 1120, null], ["-1", "", 0, 2.5]])).toBe("餐饮\t工作餐\t1120\t\r\n'-1\t\t0\t2.5");
  });
});

describe("every kind of line", () => {
  const plan = { visit: { id: "v-1", starts_on: ON, days: 2, meal_per_head: null, budget_limit: null } } as unknown as PlanView;
  const view = { visit: "v-1", guests: [] } as unknown as VisitView;
  const context = contextOf(view, plan, [], "2026-11-20");
  it("knows all days of the visit", () => expect(context.days).toEqual([ON, "2026-12-05"]));

  for (const lang of ["zh-CN", "en"] as const) {
    it(`has a form for each of its own fields and words for them in ${lang}`, () => {
      language.lang = lang;
      for (const kind of Object.keys(FIELDS) as Kind[]) {
        const line = bare(kind, "v-1", ON);
        const summary = (SUMMARY[kind] as (line: unknown, context: unknown) => { title: string })(line, context);
        expect(summary.title, kind).not.toBe("");
        expect(summary.title, kind).not.toMatch(/planner-/);
        const fields = (FIELDS[kind] as (line: unknown) => { as: string; name?: string; zh?: string; en?: string; words?: string; items?: string[]; label: string }[])(line);
        for (const field of fields) {
          for (const name of field.as === "pair" ? [field.zh, field.en] : [field.name]) expect(line, `${kind} ${name}`).toHaveProperty(name as string);
          expect(language.find(field.label), field.label).not.toBeNull();
          for (const code of field.items ?? []) expect(language.find(`${field.words}-${code}`), `${field.words}-${code}`).not.toBeNull();
        }
        const edited = new Set(fields.flatMap((field) => (field.as === "pair" ? [field.zh, field.en] : [field.name])));
        // What a form does not edit: its identity, its place, the key of a built-in line, and what depends on the kind of point.
        const left = Object.keys(line).filter((name) => !edited.has(name) && !["id", "visit", "position", "key", "minutes"].includes(name));
        expect(left, kind).toEqual([]);
      }
      language.lang = "zh-CN";
    });
  }
  it("stands in one section, each with a name of its own", () => {
    expect(new Set(SECTIONS.map((section) => section.code)).size).toBe(SECTIONS.length);
    expect(new Set(SECTIONS.map((section) => section.kind)).size).toBe(SECTIONS.length);
  });
});

describe("the tab of a visit", () => {
  it("is the one asked for, else the one left, else the first", () => {
    const codes = TABS.map((tab) => tab.code);
    expect(codes).toContain("agenda");
    expect(tabOf("v-9", undefined)?.code).toBe("prepare");
    expect(tabOf("v-9", "cost")?.code).toBe("cost");
    expect(tabOf("v-9", undefined)?.code).toBe("cost");
    expect(tabOf("v-9", "no-such-tab")?.code).toBe("cost");
    expect(tabOf("v-8", undefined)?.code).toBe("prepare");
  });
});
