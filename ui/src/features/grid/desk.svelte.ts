// Which panel of the map's desk is open: the quick-entry grid below, or decisions, committees and units at the side.
// One for the window, so that keys, palette and paste reach it from anywhere.

import type { AccountId, SeatId } from "../../generated";
import { t } from "../../i18n/index.svelte";
import { toasts } from "../../state/toast.svelte";
import type { MapState } from "../map/map.svelte";
import { accountDoor } from "./door";
import { GridState } from "./grid.svelte";

export type DeskPanel = "decisions" | "bodies" | "units";

class Desk {
  #map = $state.raw<MapState | null>(null);
  #panel = $state<DeskPanel | null>(null);
  #grid = $state.raw<GridState | null>(null);
  /** How often the grid was asked for: each time it takes the keyboard. */
  #calls = $state(0);
  /** Height of the grid on screen, in CSS pixels. */
  tall = $state(0);
  #drafts = new Map<AccountId, GridState>();
  /** A form that takes the seats clicked on the map. */
  #picker: ((seat: SeatId) => void) | null = null;

  /** The map on screen. Answers how it leaves. */
  attach(map: MapState): () => void {
    this.#map = map;
    map.openGrid = (text) => this.open(text);
    return () => {
      if (this.#map !== map) return;
      this.#map = null;
      this.#panel = null;
      this.#grid = null;
      this.#picker = null;
    };
  }

  get map(): MapState | null {
    return this.#map;
  }

  get panel(): DeskPanel | null {
    return this.#panel;
  }

  get grid(): GridState | null {
    return this.#grid;
  }

  get calls(): number {
    return this.#calls;
  }

  show(panel: DeskPanel): void {
    if (this.#map !== null) this.#map.open = false;
    this.#panel = panel;
  }

  toggle(panel: DeskPanel): void {
    if (this.#panel === panel) this.close();
    else this.show(panel);
  }

  close(): void {
    this.#panel = null;
  }

  closeGrid(): void {
    this.#grid = null;
  }

  /** Seats clicked on the map go to `take` until it is given back. */
  lend(take: (seat: SeatId) => void): () => void {
    this.#picker = take;
    return () => {
      if (this.#picker === take) this.#picker = null;
    };
  }

  /** A seat was clicked: a form takes it, or the panel makes room for it. */
  picked(seat: SeatId): void {
    if (this.#picker === null) {
      this.#panel = null;
      return;
    }
    this.#picker(seat);
    if (this.#map !== null) this.#map.open = false;
  }

  open(text: string): void {
    const map = this.#map;
    if (map === null) return;
    if (map.readOnly) {
      toasts.show({ text: t("map-screen-drop-read-only"), tone: "error" });
      return;
    }
    map.stopAdding();
    map.stopMove();
    let grid = this.#drafts.get(map.account);
    if (grid === undefined) this.#drafts.set(map.account, (grid = new GridState(accountDoor(map.account, () => this.#map?.decision ?? null))));
    if (!grid.dirty) grid.superior = map.selected;
    this.#grid = grid;
    this.#calls += 1;
    if (text.trim() !== "") grid.append(text);
  }
}

export const desk = new Desk();

/** Opens the quick-entry grid over the map, with copied rows put in. Does nothing away from a map. */
export function openGrid(text = ""): void {
  desk.open(text);
}
