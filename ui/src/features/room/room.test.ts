import { describe, expect, it } from "vitest";
import type { AccountId, RoomState, RoomView, SeatId } from "../../generated";
import type { Environment, Host } from "../../host";
import { Room } from "./room.svelte";

const state: RoomState = { account: "a" as AccountId, as_of: "2026-11-20", folded: [], focus: null, view: null, spotlight: null, cover: "none" };
const environment: Environment = { lang: "zh-CN", today: "2026-11-20", platform: "web", room: state };
const stop = (number: number, as_of: string | null) => ({ number, as_of, folded: ["s" as SeatId], focus: null, zoom: 0.5, centre_x: 10, centre_y: 20 });

/** A host that answers when told to, in any order. */
function slowHost() {
  const asked: { request: unknown; answer: (view: RoomView) => void }[] = [];
  const call = (name: string, _: unknown, request: unknown) => new Promise((answer) => asked.push({ request: { name, ...(request as object) }, answer: answer as (view: RoomView) => void }));
  return { host: { call } as unknown as Host, asked };
}

const drawn = (title: string): RoomView => ({ account_name: "", title, month: "", scene: { width: 0, height: 0, units: [], lines: [], cards: [], legend: [] }, outline: [], branches: [], stops: [stop(1, null), stop(2, "2026-01-02")] });

async function shown() {
  const { host, asked } = slowHost();
  const room = new Room(host, environment, state);
  const loading = room.load();
  asked[0]?.answer(drawn("first"));
  await loading;
  return { room, asked };
}

describe("a room-safe window", () => {
  it("asks for nothing but the room-safe map", async () => {
    const { asked } = await shown();
    expect(asked.map((one) => one.request)).toEqual([{ name: "get_room", account: "a", as_of: "2026-11-20", folded: [], focus: null }]);
  });

  it("fetches again only when the drawing differs", async () => {
    const { room, asked } = await shown();
    await room.show({ ...state, view: { k: 2, x: 1, y: 1 }, spotlight: "s" as SeatId, cover: "black" });
    expect(asked).toHaveLength(1);
    void room.show({ ...state, folded: ["s" as SeatId] });
    expect(asked).toHaveLength(2);
  });

  it("keeps the last of several answers", async () => {
    const { room, asked } = await shown();
    const early = room.show({ ...state, as_of: "2026-01-01" });
    const late = room.show({ ...state, as_of: "2026-02-01" });
    asked[2]?.answer(drawn("late"));
    asked[1]?.answer(drawn("early"));
    await Promise.all([early, late]);
    expect(room.view?.title).toBe("late");
  });

  it("walks the saved views and comes back to the whole map of today", async () => {
    const { room, asked } = await shown();
    void room.turn(1);
    expect(room.stop).toBe(1);
    expect(asked.at(-1)?.request).toMatchObject({ as_of: "2026-11-20", folded: ["s"] });
    void room.turn(1);
    expect(asked.at(-1)?.request).toMatchObject({ as_of: "2026-01-02" });
    void room.turn(1);
    expect(room.stop).toBe(2);
    void room.turn(-1);
    void room.turn(-1);
    expect(room.stop).toBe(0);
    expect(asked.at(-1)?.request).toMatchObject({ as_of: "2026-11-20", folded: [] });
  });
});
