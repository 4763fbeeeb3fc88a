// The presenter's side: whether a room-safe window is open, for which account, what it shows, and what goes there. Only identities, numbers and days do.

import type { AccountId, RoomCover, RoomState, SeatId } from "../../generated";
import { errorView } from "../../host";
import { putAway } from "../../shared/covering";
import { session } from "../../state/session.svelte";
import type { MapState } from "../map/map.svelte";
import { middleOf, viewOf, windowOf } from "../map/paint/geometry";

/** Changes of the view are told this far apart. */
const PACE_MS = 120;

class Present {
  #since = $state<number | null>(null);
  /** The room follows the desk's view. */
  follow = $state(true);
  #spotlight = $state<SeatId | null>(null);
  #cover = $state<RoomCover>("none");
  /** What the room was given last. Its account changes only when another map is opened there on purpose. */
  #sent = $state.raw<RoomState | null>(null);
  #stop = -1;
  #due: ReturnType<typeof setTimeout> | null = null;
  #deaf: (() => void) | null = null;

  /** Milliseconds of the clock at which presenting began; `null`: no second window. */
  get since(): number | null {
    return this.#since;
  }

  get spotlight(): SeatId | null {
    return this.#spotlight;
  }

  get cover(): RoomCover {
    return this.#cover;
  }

  /** The account in the room. */
  get account(): AccountId | null {
    return this.#since === null ? null : (this.#sent?.account ?? null);
  }

  /** What the map at the desk would be in the room. */
  stateOf(map: MapState): RoomState {
    const { stage } = map;
    const view = stage === null || stage.whole ? null : middleOf(stage.view, stage.size);
    return { account: map.account, as_of: map.asOf, folded: [...map.folded], focus: map.focus, view, spotlight: this.#spotlight, cover: this.#cover };
  }

  /** This window itself becomes the room-safe one. */
  async here(map: MapState): Promise<void> {
    await session.host.enterRoom({ ...this.stateOf(map), view: null, spotlight: null, cover: "none" }).catch((thrown: unknown) => session.fail(thrown));
  }

  /** Opens the second window for this map, or gives the open one this map: the only way to another account. */
  async second(map: MapState): Promise<void> {
    if (this.#sent?.account !== map.account) [this.#spotlight, this.#stop] = [null, -1];
    const state = this.stateOf(map);
    putAway();
    try {
      await session.host.openRoom(state);
      this.#sent = state;
      this.#since ??= Date.now();
      this.#deaf ??= session.host.onRoomClosed(() => this.#gone());
    } catch (thrown) {
      session.fail(thrown);
    }
  }

  /** Nothing is told any more before the window is asked to close: it must not come back by itself. */
  async end(): Promise<void> {
    this.#gone();
    await session.host.closeRoom().catch((thrown: unknown) => session.fail(thrown));
  }

  /** Tells the room what the desk shows of its account now, at a pace the room can follow. Another account's map is never told. */
  tell(map: MapState): void {
    if (!this.follow || map.account !== this.account || this.#due !== null) return;
    this.#due = setTimeout(() => {
      this.#due = null;
      if (this.follow && map.account === this.account) this.#send(this.stateOf(map));
    }, PACE_MS);
  }

  light(seat: SeatId | null): void {
    this.#spotlight = seat;
    this.#over();
  }

  /** Works from any map: the room must go dark at once. */
  veil(cover: RoomCover): void {
    this.#cover = this.#cover === cover ? "none" : cover;
    this.#over();
  }

  /** The saved view `by` further, in the room, and at the desk when the room follows it. */
  async turn(map: MapState, by: 1 | -1): Promise<void> {
    const views = map.view?.views ?? [];
    const sent = this.#sent;
    if (views.length === 0 || sent === null || map.account !== this.account) return;
    this.#stop = Math.max(0, Math.min(views.length - 1, this.#stop + by));
    const row = views[this.#stop];
    if (row === undefined) return;
    const as_of = row.as_of ?? session.today;
    this.#spotlight = null;
    this.#send({ ...sent, as_of, folded: row.folded, focus: row.focus, view: windowOf(row), spotlight: null, cover: this.#cover });
    if (!this.follow) return;
    [map.asOf, map.folded, map.focus] = [as_of, row.folded, row.focus];
    await map.loaded();
    const [view, stage] = [windowOf(row), map.stage];
    if (stage === null) return;
    if (view === null) stage.showWhole();
    else stage.flyTo(viewOf(view, stage.size));
  }

  /** What lies over the map in the room changes; the map there stays as it was sent. */
  #over(): void {
    if (this.account !== null && this.#sent !== null) this.#send({ ...this.#sent, spotlight: this.#spotlight, cover: this.#cover });
  }

  #send(state: RoomState): void {
    this.#sent = state;
    session.host.tellRoom(state).catch((thrown: unknown) => {
      if (errorView(thrown).code === "room-closed") this.#gone();
    });
  }

  /** There is no second window any more. */
  #gone(): void {
    if (this.#due !== null) clearTimeout(this.#due);
    this.#deaf?.();
    this.#deaf = null;
    this.#due = null;
    [this.#since, this.#sent, this.#spotlight, this.#cover, this.#stop] = [null, null, null, "none", -1];
  }
}

export const present = new Present();
