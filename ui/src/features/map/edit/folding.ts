// Folding branches away and showing one branch alone.

import type { SeatId } from "../../../generated";
import type { MapState } from "../map.svelte";

export class Folding {
  constructor(private readonly map: MapState) {}

  isFolded(seat: SeatId): boolean {
    return this.map.folded.includes(seat);
  }

  /** There is something beneath the seat, shown or folded away. */
  mayFold(seat: SeatId): boolean {
    return (this.map.rowOf(seat)?.reports ?? 0) > 0;
  }

  fold(seat: SeatId): void {
    if (!this.mayFold(seat) || this.isFolded(seat)) return;
    // What is folded away can not stay chosen.
    if (this.map.selected !== null && this.map.tree.isBeneath(this.map.selected, seat)) this.map.choose(seat);
    this.map.folded = [...this.map.folded, seat];
  }

  unfold(seat: SeatId): void {
    if (this.isFolded(seat)) this.map.folded = this.map.folded.filter((one) => one !== seat);
  }

  toggle(seat: SeatId): void {
    if (this.isFolded(seat)) this.unfold(seat);
    else this.fold(seat);
  }

  unfoldAll(): void {
    this.map.folded = [];
  }

  /** Shows `levels` levels and folds everything beneath. What is folded now has to be seen once to be counted. */
  async below(levels: number): Promise<void> {
    if (this.map.folded.length > 0) {
      this.map.folded = [];
      await this.map.loaded();
    }
    const rows = (this.map.view?.outline ?? []).filter((row) => row.depth === levels - 1 && row.reports > 0);
    this.map.folded = rows.map((row) => row.seat);
    await this.map.loaded();
    this.map.stage?.showWhole();
  }

  /** How many levels the map has now. */
  get levels(): number {
    return (this.map.view?.outline ?? []).reduce((most, row) => Math.max(most, row.depth + 1), 0);
  }

  /** Shows one branch alone, or all again, whole. */
  async focus(seat: SeatId | null): Promise<void> {
    if (this.map.focus === seat) return;
    this.map.focus = seat;
    await this.map.loaded();
    this.map.stage?.showWhole();
  }
}
