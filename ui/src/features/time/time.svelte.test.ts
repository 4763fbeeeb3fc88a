// What the time bar asks the core for, and what it keeps in order between the two days.

import { flushSync } from "svelte";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { AccountId, GetMap, MapView } from "../../generated";
import type { Host } from "../../host";
import { session } from "../../state/session.svelte";
import { MapState } from "../map/map.svelte";
import { TimeState } from "./time.svelte";

const TODAY = "2026-11-20";
const view = (asked: GetMap) =>
  ({ scene: { width: 1, height: 1, units: [], lines: [], cards: [], legend: [] }, outline: [], decision: null, changes: [], views: [], first_record: "2025-12-10", moments: [{ on: "2026-07-22", structure: false, count: 1, text: "" }, { on: "2026-10-12", structure: true, count: 1, text: "" }], read_only: asked.as_of < TODAY }) as unknown as MapView;

describe("the time bar", () => {
  let stop: () => void = () => undefined;
  afterEach(() => stop());

  async function open() {
    const maps: { asked: GetMap; answer: () => void }[] = [];
    const mapOf = (asked: GetMap, answer: () => unknown) => new Promise((resolve) => maps.push({ asked, answer: () => resolve(answer()) }));
    const call = vi.fn((name: string, _context: unknown, request: unknown) => {
      if (name === "get_map") return mapOf(request as GetMap, () => view(request as GetMap));
      // The same map once more: nothing changed.
      const { map } = request as { map: GetMap };
      return name === "get_map_change" ? mapOf(map, () => ({ rest: view(map), cards: [], ways: [], frames: [], outline: [], lines: [] })) : Promise.resolve({});
    });
    await session.start({ environment: () => Promise.resolve({ lang: "zh-CN", today: TODAY, platform: "web", room: null }), call } as unknown as Host, "zh-CN");
    let map!: MapState;
    let time!: TimeState;
    stop = $effect.root(() => {
      map = new MapState("a1" as AccountId, null);
      time = new TimeState(map);
    });
    flushSync();
    maps[0]?.answer();
    await vi.waitFor(() => expect(map.view).not.toBeNull());
    return { map, time, maps, days: () => maps.map(({ asked }) => asked.as_of) };
  }

  it("asks for one map at a time while dragging and leaves out what was passed meanwhile", async () => {
    const { map, time, maps, days } = await open();
    for (const day of ["2026-10-01", "2026-09-01", "2026-08-01"]) time.attempt("shown", day);
    await vi.waitFor(() => expect(days()).toEqual([TODAY, "2026-10-01"]));
    maps[1]?.answer();
    await vi.waitFor(() => expect(days()).toEqual([TODAY, "2026-10-01", "2026-08-01"]));
    expect([map.asOf, time.shown]).toEqual([TODAY, "2026-08-01"]);
    time.commit();
    flushSync();
    expect([map.asOf, map.preview]).toEqual(["2026-08-01", null]);
  });

  it("goes nowhere when the drag is given up", async () => {
    const { map, time, days } = await open();
    time.attempt("shown", "2026-10-01");
    await vi.waitFor(() => expect(days()).toContain("2026-10-01"));
    time.cancel();
    flushSync();
    expect([map.asOf, time.shown, days().at(-1)]).toEqual([TODAY, TODAY, TODAY]);
  });

  it("keeps the ring before the solid handle and nothing after today", async () => {
    const { map, time } = await open();
    time.goTo("shown", "2031-01-01");
    expect(map.asOf).toBe(TODAY);
    time.toggleCompare();
    expect([map.compare, map.lens, time.listing]).toEqual(["2026-08-20", "change", true]);
    time.goTo("shown", "2026-08-01");
    expect([map.asOf, map.compare]).toEqual(["2026-08-01", "2026-07-31"]);
    time.goTo("compared", "2026-09-09");
    expect(map.compare).toBe("2026-07-31");
  });

  it("brings the lens back when the comparison ends, and starts one with the lens for changes", async () => {
    const { map, time } = await open();
    time.look("coverage");
    time.toggleCompare();
    time.toggleCompare();
    expect([map.lens, map.compare]).toEqual(["coverage", null]);
    time.look("change");
    expect(map.compare).toBe("2026-08-20");
    time.listing = false;
    expect([time.listing, map.compare]).toEqual([false, "2026-08-20"]);
  });

  it("steps by days, months, changes and to the ends", async () => {
    const { time } = await open();
    expect(time.stepped("shown", { days: -1 })).toBe("2026-11-19");
    expect(time.stepped("shown", { months: -1 })).toBe("2026-10-20");
    expect(time.stepped("shown", { moment: -1 })).toBe("2026-10-12");
    expect([time.stepped("shown", "first"), time.stepped("shown", "last")]).toEqual(["2025-12-10", TODAY]);
    time.goTo("shown", "2025-12-15");
    expect(time.stepped("shown", { months: -1 })).toBe("2025-12-10");
    time.goTo("shown", "2025-01-01");
    expect([time.before, time.stepped("shown", { days: -1 })]).toEqual([true, "2025-01-01"]);
  });
});
