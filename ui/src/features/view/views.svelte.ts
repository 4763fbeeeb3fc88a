// Saved views of the map: what is kept under a name, and how it is brought back.

import type { SavedViewId, SaveView, ViewRow } from "../../generated";
import { session } from "../../state/session.svelte";
import type { MapState } from "../map/map.svelte";
import { middleOf, viewOf, windowOf } from "../map/paint/geometry";
import type { Stage } from "../map/paint/stage";
import type { TimeState } from "../time/time.svelte";

type Look = Omit<SaveView, "view" | "name">;

/** What of a window is kept: zoom and the world point in the middle; nothing while the whole map is shown. */
function keptOf(stage: Stage | null): Pick<SaveView, "zoom" | "centre_x" | "centre_y"> {
  if (stage === null || stage.whole) return { zoom: null, centre_x: null, centre_y: null };
  const { k, x, y } = middleOf(stage.goal, stage.size);
  return { zoom: k, centre_x: x, centre_y: y };
}

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

export class ViewsState {
  #applied = $state<SavedViewId | null>(null);

  constructor(
    readonly map: MapState,
    readonly time: TimeState,
  ) {}

  get list(): readonly ViewRow[] {
    return this.map.view?.views ?? [];
  }

  /** The view chosen last, as long as what it sets is still so; its window may have moved. */
  get active(): ViewRow | null {
    const row = this.list.find((one) => one.view === this.#applied);
    return row !== undefined && this.#holds(row) ? row : null;
  }

  #holds(row: ViewRow): boolean {
    const { map } = this;
    const same = (one: readonly string[], other: Iterable<string>): boolean => [...one].sort().join() === [...other].sort().join();
    return map.lens === row.lens && map.asOf === (row.as_of ?? session.today) && map.compare === row.compare && map.focus === row.focus && (row.decision === null || map.decision === row.decision) && same(row.folded, map.folded) && same(row.filter, map.filter);
  }

  /** The map as it is; `fixed`: it will always show this day, else the day it is brought back on. */
  look(fixed: boolean): Look {
    const { map } = this;
    return { account: map.account, decision: map.decision, lens: map.lens, as_of: fixed ? map.asOf : null, compare: map.compare, filter: [...map.filter], folded: [...map.folded], focus: map.focus, ...keptOf(map.stage) };
  }

  /** Keeps the map as it is. A refusal is thrown, for the form. */
  async save(name: string, fixed: boolean): Promise<void> {
    const changed = await session.tryChange("save_view", { ...this.look(fixed), view: null, name });
    this.#applied = changed.created as SavedViewId | null;
  }

  /** The same name for the map as it is now; a view of a fixed day stays one. */
  async update(row: ViewRow): Promise<void> {
    const done = await session.change("save_view", { ...this.look(row.as_of !== null), view: row.view, name: row.name });
    if (done !== null) this.#applied = row.view;
  }

  async rename(row: ViewRow, name: string): Promise<void> {
    const { decision, lens, as_of, compare, filter, folded, focus, zoom, centre_x, centre_y } = row;
    await session.tryChange("save_view", { view: row.view, account: this.map.account, name, decision, lens, as_of, compare, filter, folded, focus, zoom, centre_x, centre_y });
  }

  async remove(row: ViewRow): Promise<void> {
    await session.change("remove_view", { view: row.view });
  }

  /** Brings a view back, its window last: a fold or a day makes another map of it. */
  async apply(row: ViewRow): Promise<void> {
    const { map } = this;
    map.stopMove();
    map.stopAdding();
    map.lens = row.lens;
    map.decision = row.decision;
    map.asOf = row.as_of ?? session.today;
    map.compare = row.compare;
    map.folded = row.folded;
    map.focus = row.focus;
    map.filter = new Set(row.filter);
    if (row.lens === "change" && row.compare !== null) this.time.listing = true;
    this.#applied = row.view;
    await map.loaded();
    // A panel that came or went has changed the room of the map by then.
    await frame();
    await frame();
    const { stage } = map;
    if (stage === null || this.#applied !== row.view) return;
    const kept = windowOf(row);
    if (kept === null) stage.showWhole();
    else stage.flyTo(viewOf(kept, stage.size));
  }

  /** The next view in the list, or the one before; around the ends. */
  step(way: 1 | -1): void {
    const { list } = this;
    if (list.length === 0) return;
    const at = list.findIndex((one) => one.view === this.#applied);
    const next = list[at < 0 ? (way === 1 ? 0 : list.length - 1) : (at + way + list.length) % list.length];
    if (next !== undefined) void this.apply(next);
  }
}
