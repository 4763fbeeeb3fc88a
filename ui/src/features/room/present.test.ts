// The presenter's side: nothing of another account reaches the room, and a closed window stays closed.

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { AccountId, RoomState, SeatId } from "../../generated";
import type { Host } from "../../host";
import { session } from "../../state/session.svelte";
import type { MapState } from "../map/map.svelte";
import { present } from "./present.svelte";

const views = [{ as_of: "2026-01-02", folded: ["s1"], focus: null, zoom: 0.5, centre_x: 10, centre_y: 20 }, { as_of: null, folded: [], focus: "s2", zoom: null, centre_x: null, centre_y: null }];

/** A map with only what presenting looks at. */
function mapOf(account: string, folded: string[] = []) {
  const stage = { whole: true, view: { k: 1, x: 0, y: 0 }, size: { w: 100, h: 80 }, flyTo: vi.fn(), showWhole: vi.fn() };
  return { account: account as AccountId, asOf: "2026-11-20", folded, focus: null, stage, view: { views }, loaded: () => Promise.resolve() };
}
const asMap = (map: ReturnType<typeof mapOf>) => map as unknown as MapState;

describe("presenting in a second window", () => {
  const opened: RoomState[] = [];
  const told: RoomState[] = [];
  let closed: () => void = () => undefined;
  let refusal: string | null = null;

  beforeEach(async () => {
    [opened.length, told.length, refusal] = [0, 0, null];
    const host = {
      environment: () => Promise.resolve({ lang: "zh-CN", today: "2026-11-20", platform: "web", room: null }),
      call: () => Promise.resolve({}),
      openRoom: (state: RoomState) => (opened.push(state), Promise.resolve()),
      tellRoom: (state: RoomState) => (told.push(state), refusal === null ? Promise.resolve() : Promise.reject({ code: refusal, params: {}, cause: null })),
      closeRoom: () => Promise.resolve(),
      onRoomClosed: (listener: () => void) => ((closed = listener), () => undefined),
    };
    await session.start(host as unknown as Host, "zh-CN");
    vi.useFakeTimers();
    present.follow = true;
  });
  afterEach(async () => {
    await present.end();
    vi.useRealTimers();
  });

  it("tells nothing of another account's map, and takes it over only when asked", async () => {
    await present.second(asMap(mapOf("a")));
    present.light("s1" as SeatId);
    const other = asMap(mapOf("b", ["x"]));
    present.tell(other);
    await vi.runAllTimersAsync();
    present.veil("black");
    expect(told.map((one) => [one.account, one.cover])).toEqual([["a", "none"], ["a", "black"]]);
    await present.second(other);
    expect(opened.at(-1)).toMatchObject({ account: "b", spotlight: null, cover: "black" });
    expect(present.account).toBe("b");
  });

  it("does not tell late what was meant for the account before", async () => {
    const first = asMap(mapOf("a"));
    await present.second(first);
    present.tell(first);
    await present.second(asMap(mapOf("b")));
    await vi.runAllTimersAsync();
    expect(told).toEqual([]);
  });

  it("changes only light and cover while the room does not follow", async () => {
    const map = mapOf("a");
    await present.second(asMap(map));
    present.follow = false;
    Object.assign(map, { asOf: "2020-01-01", folded: ["x"], focus: "y" });
    present.tell(asMap(map));
    await vi.runAllTimersAsync();
    expect(told).toEqual([]);
    present.veil("black");
    present.light("s1" as SeatId);
    expect(told.at(-1)).toEqual({ ...opened[0], cover: "black", spotlight: "s1" });
  });

  it("ends when the window is closed elsewhere, and never opens it again", async () => {
    const map = asMap(mapOf("a"));
    await present.second(map);
    present.tell(map);
    closed();
    expect(present.since).toBeNull();
    await vi.runAllTimersAsync();
    expect([told.length, opened.length]).toEqual([0, 1]);
    await present.second(map);
    refusal = "room-closed";
    present.veil("black");
    await vi.runAllTimersAsync();
    expect(present.since).toBeNull();
  });

  it("tells nothing while the window is being closed", async () => {
    const map = asMap(mapOf("a"));
    await present.second(map);
    present.tell(map);
    const ending = present.end();
    expect(present.since).toBeNull();
    await vi.runAllTimersAsync();
    await ending;
    expect(told).toEqual([]);
  });

  it("turns to saved views on their day, in their window, from the first one on", async () => {
    const map = mapOf("a");
    await present.second(asMap(map));
    await present.turn(asMap(map), 1);
    expect(map.asOf).toBe("2026-01-02");
    expect(told.at(-1)).toMatchObject({ as_of: "2026-01-02", folded: ["s1"], view: { k: 0.5, x: 10, y: 20 } });
    expect(map.stage.flyTo).toHaveBeenCalledWith({ k: 0.5, x: 45, y: 30 });
    await present.turn(asMap(map), 1);
    expect(map.asOf).toBe("2026-11-20");
    expect(map.stage.showWhole).toHaveBeenCalledOnce();
    const other = mapOf("b");
    await present.second(asMap(other));
    await present.turn(asMap(other), 1);
    expect(told.at(-1)).toMatchObject({ account: "b", as_of: "2026-01-02" });
  });
});
