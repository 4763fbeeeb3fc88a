// Lines of the agenda while they are being shifted: shown at once, written as one step when the hand rests.
import type { AgendaItem } from "../../../generated";
import { shifted, shiftedFrom, stretched } from "./day";
import { put } from "./write";

/** How long after the last key a shift is written, in milliseconds. */
const REST_MS = 700;

export class Shift {
  #moved = $state.raw<ReadonlyMap<string, AgendaItem>>(new Map());
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<unknown> = Promise.resolve();

  /** The lines as they stand while shifted. */
  over(items: AgendaItem[]): AgendaItem[] {
    return this.#moved.size ? items.map((item) => this.#moved.get(item.id) ?? item) : items;
  }

  /** `items`: as `over` shows them. A shift that would leave the day does nothing. */
  by(items: AgendaItem[], item: AgendaItem, minutes: number, rest: boolean): void {
    const now = items.find((one) => one.id === item.id) ?? item;
    const next = rest ? shiftedFrom(items, now, minutes) : [shifted(now, minutes)];
    if (next) this.#keep(next);
  }

  stretch(items: AgendaItem[], item: AgendaItem, minutes: number): void {
    this.#keep([stretched(items.find((one) => one.id === item.id) ?? item, minutes)]);
  }

  /** Writes what was shifted. */
  settle(): Promise<unknown> {
    clearTimeout(this.#timer);
    const moved = this.#moved;
    if (moved.size === 0) return this.#writing;
    this.#writing = this.#writing.then(async () => {
      await put("agenda_item", [...moved.values()]);
      // What was shifted again meanwhile stays.
      this.#moved = new Map([...this.#moved].filter(([id, item]) => moved.get(id) !== item));
    });
    return this.#writing;
  }

  #keep(items: readonly (AgendaItem | null)[]): void {
    if (items.some((item) => item === null)) return;
    this.#moved = new Map([...this.#moved, ...items.flatMap((item) => (item ? [[item.id, item] as const] : []))]);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.settle(), REST_MS);
  }
}
