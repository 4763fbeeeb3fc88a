// Which request each scene came from, so that the cards of a large map can be asked for the same way.

import type { CardList, GetMap, MapView, Scene } from "../../generated";
import { session } from "../../state/session.svelte";
import type { Lacking } from "./paint/parts";

export class Asked {
  readonly #requests = new WeakMap<Scene, GetMap>();

  async map(request: GetMap): Promise<MapView> {
    const view = await session.call("get_map", request);
    this.#requests.set(view.scene, request);
    return view;
  }

  /** The parts of a large map that its scene came without. */
  async partsOf(scene: Scene, lacking: Lacking): Promise<CardList> {
    const map = this.#requests.get(scene);
    return map === undefined ? { cards: [], lines: [] } : session.call("get_cards", { map, ...lacking });
  }
}
