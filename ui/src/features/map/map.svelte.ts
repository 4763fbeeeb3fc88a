// What the map screen knows: which map, what is chosen, filtered, carried or being added. The core holds the content.

import type { AccountId, DecisionId, Lens, MapView, OutlineRow, SeatId, VacantRole } from "../../generated";
import { errorView } from "../../host";
import { t } from "../../i18n/index.svelte";
import { resource } from "../../state/resource.svelte";
import { session } from "../../state/session.svelte";
import { toasts } from "../../state/toast.svelte";
import { judgeDrop, type Drop } from "./model/drop";
import { Neighbours, type Direction } from "./model/neighbours";
import type { Looks, Moving } from "./paint/frame";
import { NEAR_FROM } from "./paint/levels";
import type { Stage } from "./paint/stage";

/** A form at the place of the card to come. */
export interface Adding {
  kind: "person" | "seat";
  superior: SeatId | null;
  /** The vacant role the seat is for. */
  role: VacantRole | null;
}

const REFUSED: Record<Exclude<Drop, "allowed" | "same">, "map-screen-drop-self" | "map-screen-drop-cycle" | "map-screen-drop-read-only"> = {
  self: "map-screen-drop-self",
  cycle: "map-screen-drop-cycle",
  read_only: "map-screen-drop-read-only",
};

/** Zoom at which a card that was searched for is shown. */
const READING_ZOOM = 1;

export class MapState {
  readonly account: AccountId;
  /** The canvas, once it is there. */
  stage: Stage | null = null;

  #lens = $state<Lens>("attitude");
  #decision = $state<DecisionId | null>(null);
  /** The day shown; `null`: today. */
  #asOf = $state<string | null>(null);
  #compare = $state<string | null>(null);
  #folded = $state.raw<readonly SeatId[]>([]);
  #focus = $state<SeatId | null>(null);
  #selected = $state<SeatId | null>(null);
  #open = $state(false);
  #hover = $state<SeatId | null>(null);
  #keyboard = $state(false);
  #filter = $state.raw<ReadonlySet<string>>(new Set());
  #moving = $state.raw<Moving | null>(null);
  #adding = $state.raw<Adding | null>(null);
  #outline = $state(false);
  /** The map under way, or the last one. */
  #loading: Promise<unknown> = Promise.resolve();
  #source = $state.raw<{ readonly value: MapView | null; readonly error: unknown; readonly slow: boolean; again(): Promise<void> } | null>(null);
  #tree = $derived(new Neighbours(this.view?.scene.cards ?? []));
  #rows = $derived(new Map((this.view?.outline ?? []).map((row) => [row.seat, row])));

  /** To be made while a component starts: it loads by itself. */
  constructor(account: AccountId, seat: SeatId | null) {
    this.account = account;
    this.#selected = seat;
    this.#open = seat !== null;
    this.#source = resource(["accounts", "people", "map", "court", "staff"], () => {
      const ask = (decision: DecisionId | null) => session.call("get_map", { account, decision, lens: this.#lens, as_of: this.asOf, compare: this.#compare, folded: [...this.#folded], focus: this.#focus });
      const loading = ask(this.#decision).catch((thrown: unknown) => {
        if (this.#decision === null || errorView(thrown).code !== "missing") throw thrown;
        // Undo took the decision away that was shown.
        this.#decision = null;
        return ask(null);
      });
      this.#loading = loading;
      return loading;
    });
  }

  get view(): MapView | null {
    return this.#source?.value ?? null;
  }

  get error(): unknown {
    return this.#source?.error ?? null;
  }

  get slow(): boolean {
    return this.#source?.slow ?? false;
  }

  again(): Promise<void> {
    return this.#source?.again() ?? Promise.resolve();
  }

  /** Whether a seat is on the map, once the map that may be loading has come. A map that fails to come forbids nothing. */
  async holds(seat: SeatId): Promise<boolean> {
    // The same change may be about to load the map: let every store start first.
    await Promise.resolve();
    try {
      await this.#loading;
    } catch {
      return true;
    }
    return this.#rows.has(seat);
  }

  get lens(): Lens {
    return this.#lens;
  }

  set lens(lens: Lens) {
    this.#lens = lens;
    this.#filter = new Set();
  }

  /** The decision shown; the core's choice until one was chosen. */
  get decision(): DecisionId | null {
    return this.#decision ?? this.view?.decision ?? null;
  }

  set decision(decision: DecisionId | null) {
    this.#decision = decision;
  }

  /** The day shown. */
  get asOf(): string {
    return this.#asOf ?? session.today;
  }

  /** Today is shown whenever that is. */
  set asOf(day: string) {
    this.#asOf = day === session.today ? null : day;
  }

  /** The day compared with. */
  get compare(): string | null {
    return this.#compare;
  }

  set compare(day: string | null) {
    this.#compare = day;
  }

  /** Seats whose branch is hidden. */
  get folded(): readonly SeatId[] {
    return this.#folded;
  }

  set folded(seats: readonly SeatId[]) {
    this.#folded = seats;
  }

  toggleFold(seat: SeatId): void {
    this.#folded = this.#folded.includes(seat) ? this.#folded.filter((one) => one !== seat) : [...this.#folded, seat];
  }

  /** The branch shown alone. */
  get focus(): SeatId | null {
    return this.#focus;
  }

  set focus(seat: SeatId | null) {
    this.#focus = seat;
  }

  /** Puts legend keys in the spotlight. */
  set filter(keys: ReadonlySet<string>) {
    this.#filter = keys;
  }

  get selected(): SeatId | null {
    return this.#selected;
  }

  get row(): OutlineRow | null {
    return this.#selected === null ? null : (this.#rows.get(this.#selected) ?? null);
  }

  rowOf(seat: SeatId): OutlineRow | null {
    return this.#rows.get(seat) ?? null;
  }

  /** The inspector is open. */
  get open(): boolean {
    return this.#open && this.#selected !== null;
  }

  set open(open: boolean) {
    this.#open = open;
  }

  get filter(): ReadonlySet<string> {
    return this.#filter;
  }

  get moving(): Moving | null {
    return this.#moving;
  }

  get adding(): Adding | null {
    return this.#adding;
  }

  get outline(): boolean {
    return this.#outline;
  }

  set outline(shown: boolean) {
    this.#outline = shown;
  }

  get keyboard(): boolean {
    return this.#keyboard;
  }

  set keyboard(used: boolean) {
    this.#keyboard = used;
  }

  get readOnly(): boolean {
    return this.view?.read_only ?? true;
  }

  get looks(): Looks {
    return { hover: this.#hover, selected: this.#selected, keyboard: this.#keyboard, spotlight: this.#filter.size > 0 ? this.#filter : null, moving: this.#moving };
  }

  point(seat: SeatId | null): void {
    this.#hover = seat;
  }

  /** A click: shows the seat in the inspector, or nothing. During a move it chooses the superior. */
  pick(seat: SeatId | null): void {
    this.#keyboard = false;
    if (this.#moving !== null && seat !== null) return this.aim(seat);
    this.#moving = null;
    this.#selected = seat;
    this.#open = seat !== null;
  }

  /** Chooses a seat and brings it into view. */
  jump(seat: SeatId, open = true): void {
    if (this.#moving !== null) return this.aim(seat);
    this.#selected = seat;
    this.#open = open || this.#open;
    const card = this.view?.scene.cards.find((one) => one.seat === seat);
    if (card === undefined || this.stage === null) return;
    this.stage.flyTo(this.stage.view.k < NEAR_FROM ? this.stage.centre(card.rect, READING_ZOOM) : this.stage.revealing(card.rect));
  }

  /** An arrow key: walks the tree, or the superior to be chosen. */
  walk(direction: Direction): void {
    this.#keyboard = true;
    const at = this.#moving?.at === null ? (this.#moving.target ?? this.#moving.seat) : this.#selected;
    const next = this.#tree.step(at, direction);
    if (next === null) return;
    if (this.#moving?.at === null) this.aim(next);
    else this.#selected = next;
    this.revealSeat(next);
  }

  /** An arrow key while the outline is shown: rows in their order, and in and out of the tree. */
  walkRows(direction: Direction): void {
    const rows = this.view?.outline ?? [];
    const at = rows.findIndex((row) => row.seat === (this.#moving?.target ?? this.#selected));
    const aside = direction === "left" ? rows[at]?.parent : direction === "right" ? this.#tree.reports(rows[at]?.seat ?? ("" as SeatId))[0]?.seat : undefined;
    const next = aside ?? (direction === "down" ? rows[at + 1] : direction === "up" ? rows[Math.max(0, at - 1)] : rows[at])?.seat;
    if (next === undefined) return;
    this.#keyboard = true;
    if (this.#moving?.at === null) this.aim(next);
    else this.#selected = next;
    this.revealSeat(next);
  }

  revealSeat(seat: SeatId): void {
    const card = this.view?.scene.cards.find((one) => one.seat === seat);
    if (card !== undefined && this.stage !== null) this.stage.flyTo(this.stage.revealing(card.rect));
  }

  toggleFilter(key: string): void {
    const next = new Set(this.#filter);
    if (!next.delete(key)) next.add(key);
    this.#filter = next;
  }

  clearFilter(): void {
    this.#filter = new Set();
  }

  startAdding(kind: Adding["kind"], role: VacantRole | null = null): void {
    if (this.readOnly) return;
    this.#moving = null;
    this.#adding = { kind, superior: this.#selected, role };
  }

  stopAdding(): void {
    this.#adding = null;
  }

  /** Starts "move under" with the keyboard. */
  startMove(seat: SeatId | null = this.#selected): void {
    if (seat === null || this.readOnly) return;
    this.#selected = seat;
    this.#moving = { seat, target: null, drop: null, at: null };
  }

  stopMove(): void {
    this.#moving = null;
  }

  aim(target: SeatId): void {
    const moving = this.#moving;
    if (moving !== null) this.#moving = { ...moving, target, drop: this.judge(moving.seat, target) };
  }

  carry(seat: SeatId, at: [number, number], over: SeatId | null): void {
    this.#hover = null;
    this.#moving = { seat, at, target: over, drop: over === null ? null : this.judge(seat, over) };
  }

  judge(moved: SeatId, target: SeatId): Drop {
    return judgeDrop(this.#tree, { moved, target, superior: this.rowOf(moved)?.parent ?? null, readOnly: this.readOnly });
  }

  /** Ends a move: under `target`, or nowhere. A refusal is explained and an unfinished keyboard move goes on. */
  async finishMove(target: SeatId | null = this.#moving?.target ?? null): Promise<void> {
    const moving = this.#moving;
    if (moving === null || target === null) {
      this.#moving = null;
      return;
    }
    const drop = this.judge(moving.seat, target);
    if (drop === "allowed" || drop === "same" || moving.at !== null) this.#moving = null;
    if (drop === "same") return;
    if (drop !== "allowed") {
      const [name, superior] = [this.rowOf(moving.seat)?.name ?? "", this.rowOf(target)?.name ?? ""];
      toasts.show({ text: t(REFUSED[drop], { name, superior }), tone: "error" });
      return;
    }
    await session.change("move_seat", { seat: moving.seat, superior: target, unit: null, on: session.today });
  }

  async remove(seat: SeatId | null = this.#selected): Promise<void> {
    if (seat === null || this.readOnly) return;
    const [next, open] = [this.rowOf(seat)?.parent ?? null, this.#open];
    // The inspector must not ask for a seat that is going.
    this.#selected = next;
    this.#open = open && next !== null;
    const changed = await session.change("remove_seat", { seat });
    if (changed === null) [this.#selected, this.#open] = [seat, open];
  }

  /** A seat that undo or somebody else took away is no longer chosen. */
  forgetLost(): void {
    if (this.#selected === null || this.view === null || this.#rows.has(this.#selected)) return;
    this.#selected = null;
    this.#open = false;
  }
}
