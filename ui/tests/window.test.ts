import { beforeEach, describe, expect, it, vi } from "vitest";
import { fitted, labelWidth, plan } from "../src/features/home/calendar";
import { mapped, mappingOf, sameMapping } from "../src/features/import/mapping";
import { pieces } from "../src/features/shell/marks";
import type { CalendarMark, ImportColumn } from "../src/generated";
import { errorView } from "../src/host";
import { addDays, daysBetween } from "../src/i18n/days";
import { errorWords } from "../src/i18n/errors";
import { language, t, tCode } from "../src/i18n/index.svelte";
import { reload, subscribe } from "../src/state/reload";
import { TOAST_MS, toasts } from "../src/state/toast.svelte";

describe("reload", () => {
  it("reaches the stores of the touched areas, once each, and waits", async () => {
    const court = vi.fn(async () => undefined);
    const map = vi.fn();
    const offs = [subscribe(["court", "people"], court), subscribe(["map"], map)];
    await reload(["court", "people", "visits"]);
    expect(court).toHaveBeenCalledTimes(1);
    expect(map).not.toHaveBeenCalled();
    offs.forEach((off) => off());
    await reload(["court", "map"]);
    expect(court).toHaveBeenCalledTimes(1);
    expect(map).not.toHaveBeenCalled();
  });
});

describe("texts", () => {
  beforeEach(() => {
    language.lang = "zh-CN";
  });
  it("switch language at run time, with arguments", () => {
    expect(t("shell-undo-step", { step: "改态度" })).toBe("撤销：改态度");
    expect(t("home-days-left", { days: 0 })).toBe("就在今天");
    language.lang = "en";
    expect(document.documentElement.lang).toBe("en");
    expect(t("home-days-left", { days: 7 })).toBe("in 7 days");
  });
  it("fall back for codes the catalogue does not know", () => {
    expect(tCode("error-no-such-code", "shell-error-unknown")).toBe(t("shell-error-unknown"));
  });
});

describe("errors", () => {
  it("are worded by the code, and say plainly that data is safe where the catalogue is silent", () => {
    expect(errorWords({ code: "no-such-code", params: {}, cause: null })).toMatchObject({ known: false, code: "no-such-code", text: t("shell-error-unknown") });
    expect(errorWords(new Error("boom"))).toMatchObject({ known: false, code: "unknown", cause: "boom" });
  });
  it("keep the code of the core and hide everything else behind unknown", () => {
    expect(errorView({ code: "store.too_new", params: { found: 9 }, cause: null })).toEqual({ code: "store.too_new", params: { found: 9 }, cause: null });
    expect(errorView({ code: "x" })).toEqual({ code: "x", params: {}, cause: null });
    expect(errorView(new Error("boom"))).toEqual({ code: "unknown", params: {}, cause: "boom" });
    expect(errorView(null).code).toBe("unknown");
  });
});

describe("toast", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    toasts.drop();
  });
  it("leaves after its time, and stays while it is held", () => {
    toasts.show({ text: "a" });
    vi.advanceTimersByTime(TOAST_MS - 1);
    toasts.hold();
    vi.advanceTimersByTime(TOAST_MS * 3);
    expect(toasts.current?.text).toBe("a");
    toasts.resume();
    vi.advanceTimersByTime(TOAST_MS);
    expect(toasts.current).toBeNull();
  });
  it("gives way to the newer one and keeps a running one", () => {
    const old = toasts.show({ text: "a" });
    toasts.show({ text: "b", tone: "busy" });
    toasts.drop(old);
    vi.advanceTimersByTime(TOAST_MS * 9);
    expect(toasts.current?.text).toBe("b");
    vi.useRealTimers();
  });
});

describe("marks", () => {
  it("cut by characters, not by code units", () => {
    expect(pieces("𠮷田 Wang", [[1, 2], [3, 5]])).toEqual([
      { text: "𠮷", marked: false },
      { text: "田", marked: true },
      { text: " ", marked: false },
      { text: "Wa", marked: true },
      { text: "ng", marked: false },
    ]);
    expect(pieces("ab", [[1, 2], [0, 2]]).map((piece) => piece.text).join("")).toBe("ab");
    expect(pieces("", [])).toEqual([]);
  });
});

describe("mapping", () => {
  const columns = ["name", null, "title"].map((field) => ({ field }) as ImportColumn);
  it("lets a field stand at one column only", () => {
    const start = mappingOf(columns);
    expect(mapped(start, 1, "name")).toEqual([null, "name", "title"]);
    expect(mapped(start, 2, null)).toEqual(["name", null, null]);
    expect(start).toEqual(["name", null, "title"]);
    expect(sameMapping(start, mapped(start, 0, "name"))).toBe(true);
    expect(sameMapping(start, mapped(start, 0, null))).toBe(false);
  });
});

describe("calendar", () => {
  const today = "2026-11-20";
  const visit = (from: string, label: string, kind = "inbound"): CalendarMark => ({ kind, from, to: from, label, visit: null });
  it("counts days over months and years", () => {
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(daysBetween("2026-11-20", "2027-02-02")).toBe(74);
  });
  it("never lets a stem cross a label, nor two labels meet", () => {
    const marks = ["11-27", "12-03", "12-04", "12-08", "12-10", "12-16", "12-18", "12-30"].map((day, index) => visit(`2026-${day}`, "样例客户名称".slice(0, 3 + (index % 4))));
    const { flags } = plan(marks, today, 784);
    const span = (flag: (typeof flags)[number]) => (flag.left ? [flag.x - flag.label.length * 12 - 5, flag.x] : [flag.x, flag.x + 5 + flag.label.length * 12]) as [number, number];
    expect(flags.filter((flag) => flag.y !== null).length).toBeGreaterThan(5);
    for (const one of flags) {
      if (one.y === null) continue;
      const [from, to] = span(one);
      for (const other of flags) {
        if (other === one || other.y === null) continue;
        expect(other.x > from && other.x < to && other.y < one.y).toBe(false);
        if (other.y === one.y) expect(span(other)[0] >= to || span(other)[1] <= from).toBe(true);
      }
    }
  });
  it("cuts long names to what fits", () => {
    expect(fitted("岱州轨道", 98)).toBe("岱州轨道");
    const cut = fitted("Xiqiao City Digital Government Delegation", 98);
    expect(cut.endsWith("…")).toBe(true);
    expect(labelWidth(cut)).toBeLessThanOrEqual(98);
    expect(cut.startsWith("Xiqiao")).toBe(true);
  });
  it("cuts blackouts at today and names what comes later", () => {
    const drawn = plan([{ kind: "blackout", from: "2026-10-01", to: "2027-03-01", label: "x", visit: null }, visit("2027-02-02", "later")], today, 784);
    expect(drawn.blackouts[0]).toMatchObject({ x: 0.5 });
    expect(drawn.blackouts[0]!.x + drawn.blackouts[0]!.width).toBeLessThanOrEqual(784);
    expect(drawn.flags).toEqual([]);
    expect(drawn.later.map((mark) => mark.label)).toEqual(["later"]);
  });
});
