// One file on its way in: how it is mapped, who is who in it, what its facts carry, and the step that writes it.
import type { AccountId, ColumnNote, DataClass, Imported, ImportView, PersonId } from "../../generated";
import { session } from "../../state/session.svelte";
import { sent, undecided, type Decisions } from "./decisions";
import { mapped, mappingOf, sameMapping, type Mapping } from "./mapping";
import { following } from "./progress.svelte";

export type Tab = "problems" | "pairs" | "difference";
export const NEW = "new";
type Target = AccountId | typeof NEW;

export class Importing {
  view = $state.raw<ImportView>() as ImportView;
  mapping = $state.raw<Mapping>([]);
  target = $state<Target>(NEW);
  name = $state("");
  source = $state("");
  purpose = $state("");
  notes = $state.raw<ReadonlyMap<string, ColumnNote>>(new Map());
  decisions = $state.raw<Decisions>(new Map());
  ended = $state.raw<ReadonlySet<PersonId>>(new Set());
  tab = $state<Tab>("problems");
  at = $state(0);
  busy = $state(false);
  refusal = $state<string | null>(null);
  done = $state.raw<Imported | null>(null);
  #turn = 0;

  constructor(view: ImportView) {
    this.target = view.account ?? NEW;
    this.name = view.account_name;
    this.source = view.source;
    this.purpose = view.purpose;
    this.#show(view);
    if (view.difference) this.tab = "difference";
  }

  get table(): boolean {
    return this.view.kind === "table";
  }

  get open(): number {
    return undecided(this.view.pairs, this.decisions).length;
  }

  get ready(): boolean {
    return !this.busy && this.view.good > 0 && (!this.table || this.target !== NEW || this.name.trim() !== "");
  }

  #show(view: ImportView): void {
    this.view = view;
    this.mapping = mappingOf(view.columns);
    this.at = Math.min(this.at, Math.max(0, view.pairs.length - 1));
    this.notes = new Map(view.columns.map((one) => [one.letter, { source: one.source, purpose: one.purpose, class: one.class === one.least ? null : one.class }]));
    if ((this.tab === "difference" && !view.difference) || (this.tab === "pairs" && view.pairs.length === 0)) this.tab = "problems";
    const gone = new Set(view.difference?.gone.map((one) => one.person));
    this.ended = new Set([...this.ended].filter((one) => gone.has(one)));
  }

  /** Reads the file under another mapping, for another account, or another sheet of it. */
  async #look(mapping: Mapping, target: Target, sheet?: number): Promise<void> {
    const before = { mapping: this.mapping, target: this.target };
    const own = (this.#turn += 1);
    [this.mapping, this.target, this.busy] = [mapping, target, true];
    try {
      const where = target === NEW ? { fresh: true } : { account: target };
      const answer = await following.during(() => session.call("remap_import", { token: this.view.token, mapping, ...where, ...(sheet === undefined ? {} : { sheet }) }));
      if (own !== this.#turn) return;
      const kept = this.notes;
      this.#show(answer);
      // What somebody noted of a column stays with its column.
      if (sheet === undefined) this.notes = new Map([...this.notes].map(([letter, note]) => [letter, this.mapping[this.view.columns.findIndex((one) => one.letter === letter)] === before.mapping[this.view.columns.findIndex((one) => one.letter === letter)] ? (kept.get(letter) ?? note) : note]));
      this.refusal = null;
    } catch (thrown) {
      if (own !== this.#turn) return;
      [this.mapping, this.target] = [before.mapping, before.target];
      this.refusal = session.errorText(thrown);
    } finally {
      if (own === this.#turn) this.busy = false;
    }
  }

  map(index: number, field: string | null): Promise<void> {
    const next = mapped(this.mapping, index, field);
    return sameMapping(next, this.mapping) ? Promise.resolve() : this.#look(next, this.target);
  }

  into(target: Target): Promise<void> {
    return this.table ? this.#look(this.mapping, target) : Promise.resolve();
  }

  sheet(index: number): Promise<void> {
    return this.#look(this.mapping, this.target, index);
  }

  note(letter: string, part: Partial<ColumnNote>): void {
    const before = this.notes.get(letter) ?? { source: null, purpose: null, class: null };
    this.notes = new Map(this.notes).set(letter, { ...before, ...part });
  }

  classOf(letter: string): DataClass | null {
    const column = this.view.columns.find((one) => one.letter === letter);
    return this.notes.get(letter)?.class ?? column?.least ?? null;
  }

  /** Shows the pair of a row. */
  lookAt(row: number): void {
    const at = this.view.pairs.findIndex((one) => one.row === row);
    if (at < 0) return;
    [this.at, this.tab] = [at, "pairs"];
  }

  async apply(): Promise<void> {
    if (!this.ready) return;
    [this.busy, this.refusal] = [true, null];
    try {
      const { view } = this;
      const notes = view.columns.map((one) => this.notes.get(one.letter) ?? { source: null, purpose: null, class: null });
      const people = this.table ? { source: this.source.trim(), purpose: this.purpose.trim(), notes, choices: sent(view.pairs, this.decisions), ended: [...this.ended] } : {};
      const answer = await following.during(() => session.call("apply_import", { token: view.token, mapping: this.mapping, account: this.target === NEW ? null : this.target, account_name: this.name.trim(), ...people }));
      await session.settle(answer.changed);
      this.done = answer;
    } catch (thrown) {
      this.refusal = session.errorText(thrown);
    } finally {
      this.busy = false;
    }
  }
}
