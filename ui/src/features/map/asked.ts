// Which request each scene came from, so that the cards of a large map can be asked for the same way.

import type { GetMap, MapView, Scene, SceneCard, SeatId } from "../../generated";
import { session } from "../../state/session.svelte";

export class Asked {
  readonly #requests = new WeakMap<Scene, GetMap>();

  async map(request: GetMap): Promise<MapView> {
    const view = await session.call("get_map", request);
    this.#requests.set(view.scene, request);
    return view;
  }

  /** Cards of a large map at the levels its scene came without. */
  async cardsOf(scene: Scene, seats: SeatId[], near: boolean): Promise<readonly SceneCard[]> {
    const map = this.#requests.get(scene);
    return map === undefined ? [] : (await session.call("get_cards", { map, seats, near })).cards;
  }
}
