// What the map screen knows: which map, what is chosen, filtered, carried or being added. The core holds the content.

import type { AccountId, DecisionId, Lens, MapView, OutlineRow, SceneCard, SeatId, UnitId, VacantRole } from "../../generated";
import { tick } from "svelte";
import { errorView } from "../../host";
import { t } from "../../i18n/index.svelte";
import { resource } from "../../state/resource.svelte";
import { session } from "../../state/session.svelte";
import { toasts } from "../../state/toast.svelte";
import { drill } from "../drill/drill.svelte";
import { Editing } from "./edit/editing.svelte";
import { Asked } from "./asked";
import { judgeDrops, type Drop } from "./model/drop";
import { Neighbours } from "./model/neighbours";
import type { Looks, Moving, Route } from "./paint/frame";
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

/** The day shown and the day compared with, as asked of the core. */
export interface Days {
  as_of: string;
  compare: string | null;
}

const NO_ROWS: readonly OutlineRow[] = [];
const NO_CARDS: readonly SceneCard[] = [];
/** Zoom at which a card that was searched for is shown. */
const READING_ZOOM = 1;

export class MapState {
  readonly account: AccountId;
  /** The canvas, once it is there. */
  stage: Stage | null = null;
  /** What is done by hand: choosing several, typing, dragging, drawing lines, folding. */
  readonly edit = new Editing(this);
  /** Opens the quick-entry grid with tabular text; `null`: there is no grid. */
  openGrid: ((text: string) => void) | null = null;

  #lens = $state<Lens>("attitude");
  #decision = $state<DecisionId | null>(null);
  /** The day shown; `null`: today. */
  #asOf = $state<string | null>(null);
  /** The day compared with. */
  compare = $state<string | null>(null);
  /** Days tried out without going there: the map shows them, everything else stays. */
  preview = $state.raw<Days | null>(null);
  /** A way to somebody, in the light. */
  route = $state.raw<Route | null>(null);
  /** Seats whose branch is hidden. */
  folded = $state.raw<readonly SeatId[]>([]);
  /** The branch shown alone. */
  focus = $state<SeatId | null>(null);
  #selected = $state<SeatId | null>(null);
  #open = $state(false);
  #hover = $state<SeatId | null>(null);
  /** The keyboard is in use on the map. */
  keyboard = $state(false);
  #filter = $state.raw<ReadonlySet<string>>(new Set());
  #moving = $state.raw<Moving | null>(null);
  #adding = $state.raw<Adding | null>(null);
  /** The outline is shown beside the map. */
  outline = $state(false);
  readonly asked = new Asked();
  /** The map under way, or the last one. */
  #loading: Promise<unknown> = Promise.resolve();
  #source = $state.raw<{ readonly value: MapView | null; readonly error: unknown; readonly slow: boolean; again(): Promise<void> } | null>(null);
  /** The outline as it was told: a change that leaves it alone leaves it the same. */
  readonly rows: readonly OutlineRow[] = $derived(this.view?.outline ?? NO_ROWS);
  #drawn = $derived(this.view?.scene.cards ?? NO_CARDS);
  #tree = $derived(new Neighbours(this.#drawn));
  #rows = $derived(new Map(this.rows.map((row) => [row.seat, row])));
  #cards = $derived(new Map(this.#drawn.map((card) => [card.seat, card])));

  /** To be made while a component starts: it loads by itself. */
  constructor(account: AccountId, seat: SeatId | null) {
    this.account = account;
    this.#selected = seat;
    this.#open = seat !== null;
    this.#source = resource(["accounts", "people", "map", "court", "staff"], () => {
      const ask = (decision: DecisionId | null) => this.asked.map({ account, decision, lens: this.#lens, ...this.#days, folded: [...this.folded], focus: this.focus });
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

  /** Waits for the map that may be loading, whether it comes or not. */
  async loaded(): Promise<void> {
    // What was just changed is asked for in the next turn.
    await tick();
    await this.#loading.catch(() => undefined);
    await tick();
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

  get #days(): Days {
    return this.preview ?? { as_of: this.asOf, compare: this.compare };
  }

  toggleFold(seat: SeatId): void {
    this.folded = this.folded.includes(seat) ? this.folded.filter((one) => one !== seat) : [...this.folded, seat];
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

  get selection(): ReadonlySet<SeatId> {
    return this.edit.selection.seats;
  }

  /** The tree as drawn. */
  get tree(): Neighbours {
    return this.#tree;
  }

  cardOf(seat: SeatId): SceneCard | undefined {
    return this.#cards.get(seat);
  }

  unitName(unit: UnitId): string {
    return this.view?.units.find((one) => one.unit === unit)?.name ?? "";
  }

  /** Chooses a seat and leaves the inspector as it is. */
  choose(seat: SeatId | null): void {
    this.#selected = seat;
    if (seat === null) this.#open = false;
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

  get readOnly(): boolean {
    return this.view?.read_only ?? true;
  }

  get looks(): Looks {
    return { hover: this.#hover, selected: this.#selected, keyboard: this.keyboard, spotlight: this.#filter.size > 0 ? this.#filter : null, route: this.route, pale: drill.paleOf(this.account), moving: this.#moving, ...this.edit.looks(this.#hover) };
  }

  point(seat: SeatId | null): void {
    this.#hover = seat;
  }

  /** A click: shows the seat in the inspector, or nothing. During a move it chooses the superior. */
  pick(seat: SeatId | null): void {
    this.keyboard = false;
    if (this.#moving !== null && seat !== null) return this.aim(seat);
    this.#moving = null;
    this.edit.selection.narrow();
    if (seat !== null) this.edit.linking.choose(null);
    this.#selected = seat;
    this.#open = seat !== null;
  }

  /** Chooses a seat and brings it into view. */
  jump(seat: SeatId, open = true): void {
    if (this.#moving !== null) return this.aim(seat);
    this.edit.selection.narrow();
    this.#selected = seat;
    this.#open = open || this.#open;
    const card = this.cardOf(seat);
    if (card === undefined || this.stage === null) return;
    this.stage.flyTo(this.stage.view.k < NEAR_FROM ? this.stage.centre(card.rect, READING_ZOOM) : this.stage.revealing(card.rect));
  }

  revealSeat(seat: SeatId): void {
    const card = this.cardOf(seat);
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
    if (!this.selection.has(seat)) this.#selected = seat;
    this.#moving = { seat, target: null, drop: null };
  }

  stopMove(): void {
    this.#moving = null;
  }

  aim(target: SeatId): void {
    const moving = this.#moving;
    if (moving !== null) this.#moving = { ...moving, target, drop: this.judge(moving.seat, target) };
  }

  /** What would come of hanging a seat, with the others chosen, beneath `target`. */
  judge(moved: SeatId, target: SeatId): Drop {
    return judgeDrops(this.#tree, this.#hand(moved), target, this.readOnly);
  }

  /** The branches a move of `moved` takes along. */
  #hand(moved: SeatId): SeatId[] {
    return this.selection.has(moved) ? this.edit.selection.tops : [moved];
  }

  /** Ends a move: under `target`, or nowhere. A refusal is explained and the move goes on. */
  async finishMove(target: SeatId | null = this.#moving?.target ?? null): Promise<void> {
    const moving = this.#moving;
    if (moving === null || target === null) {
      this.#moving = null;
      return;
    }
    const drop = this.judge(moving.seat, target);
    if (drop === "allowed" || drop === "same") this.#moving = null;
    if (drop === "same") return;
    if (drop !== "allowed") {
      const [name, superior] = [this.rowOf(moving.seat)?.name ?? "", this.rowOf(target)?.name ?? ""];
      toasts.show({ text: t(REFUSED[drop], { name, superior }), tone: "error" });
      return;
    }
    await this.edit.moveUnder(this.#hand(moving.seat), target);
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
    if (this.preview !== null) return;
    if (this.view !== null && this.focus !== null && !this.#rows.has(this.focus)) this.focus = null;
    if (this.#selected === null || this.view === null || this.#rows.has(this.#selected)) return;
    this.#selected = null;
    this.#open = false;
  }
}
