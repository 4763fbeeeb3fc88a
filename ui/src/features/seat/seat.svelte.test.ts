// What the inspector asks the core for: nothing about a seat that is no longer on the map.

import { flushSync } from "svelte";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { DecisionId, SeatId } from "../../generated";
import type { Host } from "../../host";
import { reload } from "../../state/reload";
import { session } from "../../state/session.svelte";
import { SeatState } from "./seat.svelte";

const seat = "s1" as SeatId;

describe("the seat shown", () => {
  let stop: () => void = () => undefined;
  afterEach(() => stop());

  async function show(holds: () => Promise<boolean>) {
    const asked: string[] = [];
    const call = vi.fn((name: string) => {
      asked.push(name);
      return Promise.resolve(name === "get_seat" ? { seat } : {});
    });
    await session.start({ environment: () => Promise.resolve({ lang: "zh-CN", today: "2026-11-20", platform: "web" }), call } as unknown as Host, "zh-CN");
    let own!: SeatState;
    stop = $effect.root(() => {
      own = new SeatState(() => seat, () => null as DecisionId | null, holds);
    });
    flushSync();
    return { own, seats: () => asked.filter((name) => name === "get_seat").length };
  }

  it("is loaded while the map holds it, and again after a change", async () => {
    const { own, seats } = await show(() => Promise.resolve(true));
    await vi.waitFor(() => expect(own.view?.seat).toBe(seat));
    await reload(["map"]);
    expect(seats()).toBe(2);
  });

  it("is not asked for once an undo took it from the map", async () => {
    let held = true;
    const { own, seats } = await show(() => Promise.resolve(held));
    await vi.waitFor(() => expect(own.view?.seat).toBe(seat));
    held = false;
    await reload(["people", "map"]);
    expect(seats()).toBe(1);
    expect(own.view).toBeNull();
  });
});
