// A refused card comes back with what was typed, whatever was begun meanwhile.

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Host } from "../../../host";
import { session } from "../../../state/session.svelte";
import type { MapState } from "../map.svelte";
import { Typing } from "./typing.svelte";

const not = () => undefined;

describe("a refused card", () => {
  const answers: { settle: (created: string) => void; refuse: () => void }[] = [];
  let typing: Typing;

  beforeEach(async () => {
    answers.length = 0;
    const call = (name: string) => {
      if (name !== "add_seat") return Promise.resolve({});
      return new Promise((resolve, reject) => answers.push({ settle: (created) => resolve({ areas: [], step: "添人", created }), refuse: () => reject({ code: "too-long", params: {}, cause: null }) }));
    };
    await session.start({ environment: () => Promise.resolve({ lang: "zh-CN", today: "2026-11-20", platform: "web", room: null }), call } as unknown as Host, "zh-CN");
    const rect = { x: 0, y: 0, w: 240, h: 104 };
    const stage = { view: { k: 1, x: 0, y: 0 }, goal: { k: 1, x: 0, y: 0 }, size: { w: 800, h: 600 }, flyTo: not, revealing: not };
    const map = { readOnly: false, selected: "s0", account: "a", decision: null, view: { units: [] }, stage, keyboard: false, cardOf: () => ({ rect }), rowOf: () => null, tree: { reports: () => [] }, choose: not, revealSeat: not, stopAdding: not, stopMove: not };
    typing = new Typing(map as unknown as MapState);
    vi.useFakeTimers();
  });
  afterEach(() => vi.useRealTimers());

  it("comes back after the next one that was already being written", async () => {
    typing.begin("peer");
    typing.commit("样例一", "职务一");
    await vi.advanceTimersByTimeAsync(0);
    typing.begin("peer");
    answers[0]?.refuse();
    await vi.advanceTimersByTimeAsync(10);
    expect(typing.draft).toMatchObject({ name: "", error: "" });
    typing.commit("样例二", "职务二");
    await vi.advanceTimersByTimeAsync(10);
    answers[1]?.settle("s2");
    await vi.advanceTimersByTimeAsync(10);
    expect(typing.draft).toMatchObject({ name: "样例一", post: "职务一" });
    expect(typing.draft?.error).not.toBe("");
  });

  it("comes back when the next one is given up", async () => {
    typing.begin("peer");
    typing.commit("样例一", "职务一");
    await vi.advanceTimersByTimeAsync(0);
    typing.begin("peer");
    answers[0]?.refuse();
    await vi.advanceTimersByTimeAsync(10);
    typing.stop();
    await vi.advanceTimersByTimeAsync(10);
    expect(typing.draft).toMatchObject({ name: "样例一", post: "职务一" });
    typing.stop();
    await vi.advanceTimersByTimeAsync(10);
    expect(typing.draft).toBeNull();
  });

  it("makes room for another card and waits", async () => {
    typing.begin("peer");
    typing.commit("样例一", "职务一");
    await vi.advanceTimersByTimeAsync(0);
    answers[0]?.refuse();
    await vi.advanceTimersByTimeAsync(10);
    typing.begin("report");
    expect(typing.draft?.name).toBe("");
    typing.stop();
    await vi.advanceTimersByTimeAsync(10);
    expect(typing.draft).toMatchObject({ name: "样例一", post: "职务一" });
  });
});
