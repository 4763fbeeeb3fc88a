// What a room-safe window knows: the state the presenter sent and the map the core drew for this face. Nothing else is ever asked for.

import type { Contract, RoomState, RoomStop, RoomView, SeatId, ViewContext } from "../../generated";
import type { Environment, Host } from "../../host";
import { language } from "../../i18n/index.svelte";
import { windowOf } from "../map/paint/geometry";

type Look = RoomState;

/** Whether two states show the same drawing; zoom and spotlight move over it. */
function sameDrawing(a: Look, b: Look): boolean {
  return a.account === b.account && a.as_of === b.as_of && a.focus === b.focus && a.folded.length === b.folded.length && a.folded.every((seat, at) => seat === b.folded[at]);
}

export class Room {
  readonly host: Host;
  readonly #today: string;
  #state = $state.raw<RoomState>() as RoomState;
  #view = $state.raw<RoomView | null>(null);
  #error = $state.raw<unknown>(null);
  #stop = $state(-1);
  #asked = 0;

  constructor(host: Host, environment: Environment, state: RoomState) {
    this.host = host;
    this.#today = environment.today;
    this.#state = state;
  }

  get state(): RoomState {
    return this.#state;
  }

  get view(): RoomView | null {
    return this.#view;
  }

  get error(): unknown {
    return this.#error;
  }

  /** Number of the saved view shown; 0: the whole map. */
  get stop(): number {
    return this.#stop + 1;
  }

  /** Shows what the presenter asks for. The drawing is fetched only when it differs. */
  async show(next: RoomState): Promise<void> {
    const fresh = this.#view === null || !sameDrawing(this.#state, next);
    this.#state = next;
    if (fresh) await this.load();
  }

  async load(): Promise<void> {
    const turn = ++this.#asked;
    const { account, as_of, folded, focus } = this.#state;
    const context: ViewContext = { lang: language.lang, today: this.#today };
    const request: Contract["get_room"]["request"] = { account, as_of, folded, focus };
    try {
      const view = await this.host.call("get_room", context, request);
      if (turn === this.#asked) [this.#view, this.#error] = [view, null];
    } catch (thrown) {
      if (turn === this.#asked) this.#error = thrown;
    }
  }

  change(part: Partial<RoomState>): Promise<void> {
    return this.show({ ...this.#state, ...part });
  }

  /** The saved view `by` further; before the first lies the whole map. */
  turn(by: 1 | -1): Promise<void> {
    const stops = this.#view?.stops ?? [];
    const next = Math.max(-1, Math.min(stops.length - 1, this.#stop + by));
    if (next === this.#stop) return Promise.resolve();
    this.#stop = next;
    const stop = stops[next];
    return this.change(stop === undefined ? { folded: [], focus: null, view: null, spotlight: null, as_of: this.#today } : this.#at(stop));
  }

  #at(stop: RoomStop): Partial<RoomState> {
    return { as_of: stop.as_of ?? this.#today, folded: stop.folded, focus: stop.focus, view: windowOf(stop), spotlight: null };
  }

  spotlight(seat: SeatId | null): void {
    this.#state = { ...this.#state, spotlight: seat };
  }
}
