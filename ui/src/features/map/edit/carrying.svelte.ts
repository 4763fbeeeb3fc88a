// Branches in the hand: what lifting, carrying and letting go mean. A refusal is known, and worded, before letting go.

import type { SeatId, UnitId } from "../../../generated";
import { t } from "../../../i18n/index.svelte";
import { session } from "../../../state/session.svelte";
import type { MapState } from "../map.svelte";
import type { Drop } from "../model/drop";
import { landingAt, type Landing } from "../model/landing";
import type { Placed } from "../model/neighbours";

/** What the pointer carries; places in world units. */
export interface Carry {
  /** The card taken hold of. */
  seat: SeatId;
  /** Uppermost seats of the branches in the hand, `seat` first. */
  tops: readonly SeatId[];
  /** All cards in the hand. */
  branch: ReadonlySet<SeatId>;
  from: [number, number];
  at: [number, number];
  landing: Landing;
  /** The landing in words; refusals say why. */
  words: string;
  refused: boolean;
}

/** What lies beneath the pointer. */
export interface Beneath {
  card: Placed | null;
  unit: UnitId | null;
}

export function isRefused(landing: Landing): boolean {
  return (landing.kind === "under" || landing.kind === "unit") && landing.drop !== "allowed" && landing.drop !== "same";
}

export class Carrying {
  #carry = $state.raw<Carry | null>(null);

  constructor(private readonly map: MapState) {}

  get carry(): Carry | null {
    return this.#carry;
  }

  /** Lifts a card with its branch, and with the other chosen branches when it is one of them. */
  lift(seat: SeatId, from: [number, number]): void {
    const { map } = this;
    const chosen = map.edit.selection.seats;
    if (!chosen.has(seat)) map.choose(seat);
    const tops = chosen.has(seat) && chosen.size > 1 ? map.edit.selection.tops : [seat];
    const first = tops.find((top) => map.tree.isBeneath(seat, top)) ?? seat;
    map.point(null);
    const branch = new Set(tops.flatMap((top) => map.tree.branch(top)));
    this.#carry = { seat: first, tops: [first, ...tops.filter((top) => top !== first)], branch, from, at: from, landing: { kind: "none" }, words: "", refused: false };
  }

  over(at: [number, number], beneath: Beneath, room: boolean): void {
    const carry = this.#carry;
    if (carry === null) return;
    const { map } = this;
    const landing = landingAt({
      tree: map.tree,
      moved: carry.tops,
      at,
      from: carry.from,
      over: beneath.card !== null && carry.tops.includes(beneath.card.seat) ? null : beneath.card,
      unit: beneath.unit,
      unitOf: (seat) => map.rowOf(seat)?.unit ?? null,
      rowOf: (seat) => this.siblings(seat),
      room,
      readOnly: map.readOnly,
    });
    this.#carry = { ...carry, at, landing, words: this.words(carry, landing), refused: isRefused(landing) };
  }

  giveUp(): void {
    this.#carry = null;
  }

  /** Lets go. What is refused was said while carrying and changes nothing. */
  async letGo(): Promise<void> {
    const carry = this.#carry;
    this.#carry = null;
    if (carry === null || carry.refused) return;
    const { landing } = carry;
    if (landing.kind === "under" && landing.drop === "allowed") await this.map.edit.moveUnder(carry.tops, landing.superior);
    else if (landing.kind === "unit" && landing.drop === "allowed") await this.map.edit.moveToUnit(carry.tops, landing.unit);
    else if (landing.kind === "order") await session.change("order_seat", { seat: carry.seat, before: landing.before });
    else if (landing.kind === "room") await this.giveRoom(carry.tops, landing.x, landing.y);
  }

  /** Cards beside this one in its unit, itself among them, in their order. Units have an order of their own. */
  private siblings(seat: SeatId): Placed[] {
    const { map } = this;
    const superior = map.tree.superior(seat);
    const unit = map.rowOf(seat)?.unit;
    return (map.view?.outline ?? []).flatMap((row) => (row.unit === unit && map.tree.superior(row.seat) === superior ? (map.cardOf(row.seat) ?? []) : []));
  }

  /** Adds to the room there is. */
  private async giveRoom(seats: readonly SeatId[], x: number, y: number): Promise<void> {
    const nudges = seats.flatMap((seat) => {
      const row = this.map.rowOf(seat);
      if (row === null) return [];
      const next = { seat, x: Math.max(0, row.room_x + x), y: Math.max(0, row.room_y + y) };
      return next.x === row.room_x && next.y === row.room_y ? [] : [next];
    });
    // Room is never less than none: towards the upper left there may be nothing to take back.
    if (nudges.length > 0) await session.change("nudge_seats", { seats: nudges });
  }

  private words({ tops, seat }: Carry, landing: Landing): string {
    const named = (id: SeatId | null) => (id === null ? "" : (this.map.rowOf(id)?.name ?? ""));
    const name = tops.length > 1 ? t("map-edit-seats", { n: tops.length }) : named(seat);
    if (landing.kind === "under") return this.underWords(name, named(landing.superior), landing.drop);
    if (landing.kind === "unit") return landing.drop === "read_only" ? t("map-screen-drop-read-only") : t("map-edit-drop-unit", { name, unit: this.map.unitName(landing.unit) });
    if (landing.kind === "order") return landing.before === null ? t("map-edit-drop-last", { name }) : t("map-edit-drop-before", { name, other: named(landing.before) });
    return landing.kind === "room" ? t("map-edit-drop-room", { name }) : "";
  }

  private underWords(name: string, superior: string, drop: Drop): string {
    if (drop === "allowed") return t("map-screen-move-to", { name, superior });
    if (drop === "same") return t("map-screen-move-same", { name, superior });
    if (drop === "read_only") return t("map-screen-drop-read-only");
    return drop === "self" ? t("map-screen-drop-self") : t("map-screen-drop-cycle", { name, superior });
  }
}
