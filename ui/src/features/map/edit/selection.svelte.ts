// Which seats are chosen together. One of them is the map's chosen seat, the one the inspector shows.
// A set without that seat is forgotten, so whatever chooses one seat elsewhere ends the larger choice.

import type { SeatId } from "../../../generated";
import type { MapState } from "../map.svelte";
import type { Direction } from "../model/neighbours";

const NOBODY: ReadonlySet<SeatId> = new Set();

export class Selection {
  #chosen = $state.raw<ReadonlySet<SeatId>>(NOBODY);
  #seats = $derived.by(() => {
    const primary = this.map.selected;
    if (primary === null) return NOBODY;
    return this.#chosen.has(primary) ? this.#chosen : new Set([primary]);
  });

  constructor(private readonly map: MapState) {}

  get seats(): ReadonlySet<SeatId> {
    return this.#seats;
  }

  /** More than one seat is chosen. */
  get many(): boolean {
    return this.#seats.size > 1;
  }

  /** The chosen seats that lie beneath no other chosen one. */
  get tops(): SeatId[] {
    return this.map.tree.tops(this.#seats);
  }

  /** Chooses exactly these; the chosen seat stays when it is among them. */
  set(seats: Iterable<SeatId>): void {
    const next = new Set(seats);
    const primary = this.map.selected;
    this.#chosen = next;
    if (primary === null || !next.has(primary)) this.map.choose(next.values().next().value ?? null);
  }

  toggle(seat: SeatId): void {
    const next = new Set(this.#seats);
    if (!next.delete(seat)) next.add(seat);
    const primary = next.has(seat) ? seat : (next.values().next().value ?? null);
    this.#chosen = next;
    this.map.choose(primary);
  }

  /** An arrow with Shift: the next seat joins; going back over a chosen one lets go of the last. */
  extend(direction: Direction): void {
    const from = this.map.selected;
    const next = this.map.tree.step(from, direction);
    if (next === null || next === from) return;
    const seats = new Set(this.#seats);
    if (seats.has(next) && from !== null) seats.delete(from);
    else seats.add(next);
    this.#chosen = seats;
    this.map.choose(next);
    this.map.revealSeat(next);
  }

  /** The branch of the chosen seat; when that is chosen already, or it has none, its unit; then the whole map. */
  all(): void {
    const { selected, view, tree } = this.map;
    const every = (view?.scene.cards ?? []).map((card) => card.seat);
    const wider = selected === null ? [every] : [tree.branch(selected), this.ofUnit(selected), every];
    this.set([...this.#seats, ...(wider.find((seats) => seats.some((seat) => !this.#seats.has(seat))) ?? every)]);
  }

  private ofUnit(seat: SeatId): SeatId[] {
    const unit = this.map.rowOf(seat)?.unit;
    return (this.map.view?.outline ?? []).filter((row) => row.unit === unit).map((row) => row.seat);
  }

  /** Leaves the one chosen seat. */
  narrow(): void {
    this.#chosen = NOBODY;
  }
}
