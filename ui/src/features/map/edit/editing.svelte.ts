// All that is done to the map by hand, in parts: what is chosen, typed, carried, drawn and folded, and the menus over it.

import type { Rect, SeatId, StaffId, UnitId } from "../../../generated";
import { session } from "../../../state/session.svelte";
import type { KeyDeeds } from "../keys";
import type { MapState } from "../map.svelte";
import type { Looks } from "../paint/frame";
import type { Hit } from "../paint/hit";
import { Carrying } from "./carrying.svelte";
import { Folding } from "./folding";
import { Linking } from "./linking.svelte";
import { Selection } from "./selection.svelte";
import { Typing } from "./typing.svelte";

/** A menu at a place of the window, for what was pointed at. */
export interface MenuAt {
  hit: Hit;
  x: number;
  y: number;
}

/** Units to choose from: for these seats, or for a unit that moves into another. */
export interface Choosing {
  seats: readonly SeatId[];
  unit: UnitId | null;
}

/** A name being typed for a unit, new (`unit` null, with the seats that move in) or old. */
export interface Naming {
  unit: UnitId | null;
  parent: UnitId | null;
  name: string;
  seats: readonly SeatId[];
}

export class Editing {
  readonly selection: Selection;
  readonly typing: Typing;
  readonly carrying: Carrying;
  readonly linking: Linking;
  readonly folding: Folding;
  /** What belongs to the screen around the map, once it is there. */
  deeds: KeyDeeds | null = null;
  /** The box being drawn to choose what lies in it, world units. */
  marquee = $state.raw<Rect | null>(null);
  menu = $state.raw<MenuAt | null>(null);
  choosing = $state.raw<Choosing | null>(null);
  naming = $state.raw<Naming | null>(null);
  /** Seats whose owner is being chosen. */
  owning = $state.raw<readonly SeatId[] | null>(null);

  constructor(private readonly map: MapState) {
    this.selection = new Selection(map);
    this.typing = new Typing(map);
    this.carrying = new Carrying(map);
    this.linking = new Linking(map);
    this.folding = new Folding(map);
  }

  /** What editing adds to how the map looks. */
  looks(hover: SeatId | null): Pick<Looks, "selection" | "carry" | "marquee" | "line" | "link" | "knobs" | "ports"> {
    const { carry } = this.carrying;
    const near = carry === null ? new Set([hover, this.map.selected]) : new Set<SeatId | null>();
    const knobs = [...near].flatMap((seat) => (seat !== null && this.folding.mayFold(seat) ? [{ seat, folded: this.folding.isFolded(seat) }] : []));
    const ports = !this.map.readOnly && carry === null && this.typing.draft === null && !this.selection.many;
    return { selection: this.selection.seats, carry, marquee: this.marquee, line: this.linking.line, link: this.linking.link, knobs, ports };
  }

  /** Chooses what lies in the box, adding to what is chosen. */
  gather(seats: readonly SeatId[]): void {
    this.marquee = null;
    if (seats.length > 0) this.selection.set([...this.selection.seats, ...seats]);
  }

  async moveUnder(seats: readonly SeatId[], superior: SeatId | null): Promise<void> {
    const only = seats.length === 1 ? seats[0] : undefined;
    if (only !== undefined) await session.change("move_seat", { seat: only, superior, unit: null, on: session.today });
    else if (superior !== null && seats.length > 0) await session.change("move_seats", { seats: [...seats], superior, unit: null, on: session.today });
  }

  async moveToUnit(seats: readonly SeatId[], unit: UnitId): Promise<void> {
    if (seats.length > 0) await session.change("move_seats", { seats: [...seats], superior: null, unit, on: session.today });
  }

  /** Chosen seats that are in the chain of the decision shown. */
  get inside(): SeatId[] {
    return [...this.selection.seats].filter((seat) => this.map.rowOf(seat)?.in_chain === true);
  }

  get outside(): SeatId[] {
    return [...this.selection.seats].filter((seat) => this.map.rowOf(seat)?.in_chain === false);
  }

  /** Puts the chosen seats into the chain of the decision shown. */
  async join(): Promise<void> {
    await session.change("add_members", { account: this.map.account, decision: this.map.decision, seats: this.outside });
  }

  async leave(): Promise<void> {
    if (this.map.decision !== null) await session.change("remove_members", { decision: this.map.decision, seats: this.inside });
  }

  /** Asks who answers for the chosen seats. */
  askOwner(): void {
    if (!this.map.readOnly && this.selection.many) this.owning = [...this.selection.seats];
  }

  /** Makes one of ours the owner of the seats asked about. A refusal is thrown. */
  async own(staff: StaffId): Promise<void> {
    const seats = this.owning;
    if (seats !== null) await session.tryChange("assign_seats", { seats: [...seats], staff, kind: "owner", on: session.today });
    this.owning = null;
  }

  /** Takes given room away: from the chosen seats, or from all of the account. */
  async tidy(seats: readonly SeatId[] = [...this.selection.seats]): Promise<void> {
    if (!this.map.readOnly) await session.change("tidy_seats", { account: this.map.account, seats: [...seats] });
  }

  /** Asks for the unit the chosen seats are to move to. */
  askUnit(): void {
    if (!this.map.readOnly && this.selection.seats.size > 0) this.choosing = { seats: [...this.selection.seats], unit: null };
  }

  /** Asks for the name of a new unit around the chosen seats, or inside `parent`. */
  askNewUnit(parent: UnitId | null = null): void {
    if (this.map.readOnly) return;
    const seats = parent === null ? [...this.selection.seats] : [];
    const own = this.map.row?.unit ?? this.map.view?.units[0]?.unit ?? null;
    this.naming = { unit: null, parent: parent ?? own, name: "", seats };
  }

  /** Gives the unit the name typed. A refusal is thrown. */
  async nameUnit(name: string): Promise<void> {
    const naming = this.naming;
    if (naming === null) return;
    if (naming.unit !== null) await session.tryChange("rename_unit", { unit: naming.unit, name });
    else await session.tryChange("add_unit", { account: this.map.account, parent: naming.parent, name, seats: [...naming.seats] });
    this.naming = null;
  }

  async chooseUnit(unit: UnitId): Promise<void> {
    const choosing = this.choosing;
    this.choosing = null;
    if (choosing === null) return;
    if (choosing.unit === null) await this.moveToUnit(choosing.seats, unit);
    else await session.change("move_unit", { unit: choosing.unit, parent: unit });
  }

  async removeUnit(unit: UnitId): Promise<void> {
    await session.change("remove_unit", { unit });
  }

  /** Takes back the innermost thing under way. False: nothing was. */
  escape(): boolean {
    if (this.menu !== null) this.menu = null;
    else if (this.choosing !== null) this.choosing = null;
    else if (this.naming !== null) this.naming = null;
    else if (this.owning !== null) this.owning = null;
    else if (this.typing.draft !== null) this.typing.stop();
    else if (this.carrying.carry !== null) this.carrying.giveUp();
    else if (this.marquee !== null) this.marquee = null;
    else if (this.linking.link !== null) this.linking.stop();
    else if (this.linking.line !== null) this.linking.choose(null);
    else if (this.selection.many) this.selection.narrow();
    else return false;
    return true;
  }
}
