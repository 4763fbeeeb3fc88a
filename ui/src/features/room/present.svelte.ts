// The presenter's side: whether a room-safe window is open, what it shows, and what goes there. Only identities, numbers and days do.

import type { RoomCover, RoomState, SeatId } from "../../generated";
import { session } from "../../state/session.svelte";
import type { MapState } from "../map/map.svelte";

/** Changes of the view are told this far apart. */
const PACE_MS = 120;

class Present {
  #since = $state<number | null>(null);
  #follow = $state(true);
  #spotlight = $state<SeatId | null>(null);
  #cover = $state<RoomCover>("none");
  #stop = $state(-1);
  #due: ReturnType<typeof setTimeout> | null = null;

  /** Milliseconds of the clock at which presenting began; `null`: no second window. */
  get since(): number | null {
    return this.#since;
  }

  get follow(): boolean {
    return this.#follow;
  }

  set follow(on: boolean) {
    this.#follow = on;
  }

  get spotlight(): SeatId | null {
    return this.#spotlight;
  }

  get cover(): RoomCover {
    return this.#cover;
  }

  /** What the map at the desk would be in the room. */
  stateOf(map: MapState): RoomState {
    const { stage } = map;
    const view = stage === null || !this.#follow || stage.whole ? null : { k: stage.view.k, x: (stage.size.w / 2 - stage.view.x) / stage.view.k, y: (stage.size.h / 2 - stage.view.y) / stage.view.k };
    return { account: map.account, as_of: map.asOf, folded: [...map.folded], focus: map.focus, view, spotlight: this.#spotlight, cover: this.#cover };
  }

  /** This window itself becomes the room-safe one. */
  async here(map: MapState): Promise<void> {
    await session.host.enterRoom({ ...this.stateOf(map), view: null, spotlight: null, cover: "none" }).catch((thrown: unknown) => session.fail(thrown));
  }

  async second(map: MapState): Promise<void> {
    try {
      await session.host.openRoom(this.stateOf(map));
      this.#since ??= Date.now();
    } catch (thrown) {
      session.fail(thrown);
    }
  }

  async end(): Promise<void> {
    await session.host.closeRoom().catch((thrown: unknown) => session.fail(thrown));
    [this.#since, this.#spotlight, this.#cover, this.#stop] = [null, null, "none", -1];
  }

  /** Tells the open room what the desk shows now, at a pace the room can follow. */
  tell(map: MapState): void {
    if (this.#since === null || this.#due !== null) return;
    this.#due = setTimeout(() => {
      this.#due = null;
      if (this.#since !== null) void session.host.openRoom(this.stateOf(map)).catch(() => undefined);
    }, PACE_MS);
  }

  light(map: MapState, seat: SeatId | null): void {
    this.#spotlight = seat;
    this.tell(map);
  }

  veil(map: MapState, cover: RoomCover): void {
    this.#cover = this.#cover === cover ? "none" : cover;
    this.tell(map);
  }

  /** The saved view `by` further, here and there. */
  turn(map: MapState, by: 1 | -1): void {
    const views = map.view?.views ?? [];
    if (views.length === 0) return;
    this.#stop = Math.max(0, Math.min(views.length - 1, this.#stop + by));
    const view = views[this.#stop];
    if (view === undefined) return;
    map.folded = view.folded;
    map.focus = view.focus;
    if (view.as_of !== null) map.asOf = view.as_of;
    this.tell(map);
  }
}

export const present = new Present();
