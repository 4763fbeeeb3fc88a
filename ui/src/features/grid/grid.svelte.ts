// What the quick-entry grid holds for one account: rows as typed, what the core says of them, and the way onto the map.
// It outlives the screen: rows that were typed are still there when the person comes back.

import type { AccountId, QuickCheck, QuickProblem, SeatId } from "../../generated";
import { errorWords } from "../../i18n/errors";
import { t } from "../../i18n/index.svelte";
import { session } from "../../state/session.svelte";
import type { GridDoor } from "./door";
import { readPaste } from "./model/paste";
import { COLUMNS, isBlank, isUnknownSeat, MOST_ROWS, toSend, type Column, type GridRow } from "./model/rows";

/** Rows there are at least, so that the grid looks like one. */
const LEAST_ROWS = 8;
const CHECK_MS = 250;

/** A message beneath the grid. */
export interface GridNote {
  text: string;
  tone: "plain" | "refused";
  /** A step that helps. */
  offer: "import" | "unpaste" | null;
}

const textOf = (row: GridRow): string => COLUMNS.map((column) => row[column]).join("\t");

export class GridState {
  #next = 0;
  #rows = $state<GridRow[]>([]);
  #check = $state.raw<QuickCheck | null>(null);
  #places: number[] = [];
  #problems = $state.raw<ReadonlyMap<string, QuickProblem>>(new Map());
  #note = $state.raw<GridNote | null>(null);
  #busy = $state(false);
  #superior = $state<SeatId | null>(null);
  /** The new seats become part of the decision shown, or of the standing chain made with them when there is none. */
  joining = $state(true);
  #before: GridRow[] | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;

  constructor(private readonly door: GridDoor) {
    this.#rows = Array.from({ length: LEAST_ROWS }, () => this.#blank());
  }

  get rows(): readonly GridRow[] {
    return this.#rows;
  }

  /** Whose map the rows come onto; `null`: of one that is not there yet. */
  get account(): AccountId | null {
    return this.door.account;
  }

  /** The name of a row in pinyin, as far as the core has told. */
  soundOf(place: number): string {
    return this.#check?.sounds[this.#places.indexOf(place)] ?? "";
  }

  /** Something was typed. */
  get dirty(): boolean {
    return this.#rows.some((row) => !isBlank(row));
  }

  get count(): number {
    return this.#rows.filter((row) => !isBlank(row)).length;
  }

  get unknown(): number {
    return this.#rows.filter(isUnknownSeat).length;
  }

  /** The latest answer of the core; another one with every check. */
  get checked(): QuickCheck | null {
    return this.#check;
  }

  get newUnits(): readonly string[] {
    return this.#check?.new_units ?? [];
  }

  get note(): GridNote | null {
    return this.#note;
  }

  get busy(): boolean {
    return this.#busy;
  }

  /** Where rows without a superior hang. */
  get superior(): SeatId | null {
    return this.#superior;
  }

  set superior(seat: SeatId | null) {
    this.#superior = seat;
    this.touch();
  }

  problem(place: number, column: Column): QuickProblem | null {
    return this.#problems.get(`${place}:${column}`) ?? null;
  }

  /** Everything that stands in the way, by row and column. */
  get problems(): readonly { place: number; column: Column; problem: QuickProblem }[] {
    return this.#rows.flatMap((_, place) => COLUMNS.flatMap((column) => {
      const problem = this.problem(place, column);
      return problem === null ? [] : [{ place, column, problem }];
    }));
  }

  put(place: number, column: Column, text: string): void {
    const row = this.#rows[place];
    if (row === undefined) return;
    row[column] = text;
    // What was wrong with the former text is not said of this one.
    if (this.problem(place, column) !== null) this.#problems = new Map([...this.#problems].filter(([key]) => key !== `${place}:${column}`));
    this.#room();
    this.touch();
  }

  /** The value of the row above. */
  above(place: number, column: Column): void {
    const over = this.#rows[place - 1];
    if (over !== undefined) this.put(place, column, over[column]);
  }

  /** Puts copied rows in from a cell on. Too many are refused whole. Answers the place after the last row. */
  paste(place: number, column: Column, text: string): number {
    const pasted = readPaste(text, column);
    if (place + pasted.length > MOST_ROWS) {
      this.#note = { text: t("map-desk-grid-too-many", { count: pasted.length, most: MOST_ROWS }), tone: "refused", offer: "import" };
      return place;
    }
    this.#before = this.#rows.map((row) => ({ ...row }));
    while (this.#rows.length < place + pasted.length + 1) this.#rows.push(this.#blank());
    pasted.forEach((cells, index) => Object.assign(this.#rows[place + index] as GridRow, cells));
    this.#note = { text: t("map-desk-grid-pasted", { count: pasted.length }), tone: "plain", offer: "unpaste" };
    this.touch(true);
    return place + pasted.length;
  }

  /** Rows that arrive while nobody stands in a cell go after the last one. */
  append(text: string): number {
    const last = this.#rows.findLastIndex((row) => !isBlank(row));
    return this.paste(last + 1, "name", text);
  }

  /** Takes the last paste back. */
  unpaste(): void {
    if (this.#before !== null) this.#rows = this.#before;
    this.#before = null;
    this.#note = null;
    this.touch();
  }

  /** Something changed: ask the core a moment later what it thinks of it. */
  touch(keepNote = false): void {
    if (!keepNote) this.#note = null;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.check(), CHECK_MS);
  }

  async check(): Promise<void> {
    clearTimeout(this.#timer);
    const turn = (this.#turn += 1);
    const { rows, places } = toSend(this.#rows);
    if (rows.length === 0) return this.#judge(null, []);
    try {
      const check = await this.door.check(this.#sent(rows));
      if (turn === this.#turn) this.#judge(check, places);
    } catch (thrown) {
      if (turn === this.#turn) this.#note = { text: errorWords(thrown).text, tone: "refused", offer: null };
    }
  }

  /** Adds all rows in one step. Answers the new seats, or `null` when something stands in the way. */
  async finish(): Promise<SeatId[] | null> {
    if (this.#busy || !this.dirty) return null;
    this.#busy = true;
    try {
      await this.check();
      if (this.problems.some(({ problem }) => problem.blocking)) return null;
      const sent = new Map(this.#rows.filter((row) => !isBlank(row)).map((row) => [row.id, textOf(row)]));
      const request = this.#sent(toSend(this.#rows).rows);
      const { seats } = await session.changeBy(async () => {
        const added = await this.door.add(request);
        this.#drop(sent);
        return added;
      });
      return seats;
    } catch (thrown) {
      this.#note = { text: errorWords(thrown).text, tone: "refused", offer: null };
      return null;
    } finally {
      this.#busy = false;
    }
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#turn += 1;
    this.#rows = Array.from({ length: LEAST_ROWS }, () => this.#blank());
    this.#judge(null, []);
    this.#note = null;
    this.#before = null;
  }

  /** Takes the rows away that are on the map now; what was typed meanwhile stays. */
  #drop(sent: ReadonlyMap<number, string>): void {
    const left = this.#rows.filter((row) => !isBlank(row) && sent.get(row.id) !== textOf(row));
    this.clear();
    if (left.length === 0) return;
    this.#rows = [...left, ...Array.from({ length: Math.max(1, LEAST_ROWS - left.length) }, () => this.#blank())];
    this.touch();
  }

  #sent(rows: ReturnType<typeof toSend>["rows"]) {
    return { rows, superior: this.#superior, joining: this.joining };
  }

  #judge(check: QuickCheck | null, places: number[]): void {
    this.#check = check;
    this.#places = places;
    // One cell says one thing: what stands in the way before what is only worth knowing.
    const sorted = [...(check?.problems ?? [])].sort((a, b) => Number(a.blocking) - Number(b.blocking));
    this.#problems = new Map(sorted.map((problem) => [`${this.#places[problem.row] ?? 0}:${problem.field}`, problem]));
  }

  /** Always an empty row to go on with. */
  #room(): void {
    const last = this.#rows.at(-1);
    if (last !== undefined && !isBlank(last) && this.#rows.length < MOST_ROWS) this.#rows.push(this.#blank());
  }

  #blank(): GridRow {
    return { id: (this.#next += 1), name: "", title: "", superior: "", unit: "", role: "", owner: "" };
  }
}
