// One file on its way in: how it is mapped, what it says in its own way, who is who in it, and the step that writes it.
import type { AccountId, ColumnNote, DataClass, FixLine, Imported, ImportFix, ImportPair, ImportView, PersonId } from "../../generated";
import { session } from "../../state/session.svelte";
import { nextOpen, openPairs, othersApart, sent, sentGroups, settledOf, together, type Decisions, type Groups } from "./decisions";
import { allAsProposed, chosen, kept, openFixes, sentFixes, type Choices } from "./fixes";
import { mapped, mappingOf, sameMapping, type Mapping } from "./mapping";
import { following } from "./progress.svelte";

export const NEW = "new";
type Target = AccountId | typeof NEW;
/** What another look at the file may ask for. */
interface Look {
  mapping?: Mapping;
  target?: Target;
  sheet?: number;
  choices?: Choices;
  pairsFrom?: number;
}

export class Importing {
  view = $state.raw<ImportView>() as ImportView;
  mapping = $state.raw<Mapping>([]);
  target = $state<Target>(NEW);
  name = $state("");
  source = $state("");
  purpose = $state("");
  /** Whether the list is remembered for its next edition. */
  remember = $state(true);
  notes = $state.raw<ReadonlyMap<string, ColumnNote>>(new Map());
  choices = $state.raw<Choices>(new Map());
  decisions = $state.raw<Decisions>(new Map());
  groups = $state.raw<Groups>(new Map());
  ended = $state.raw<ReadonlySet<PersonId>>(new Set());
  asked = $state.raw<ReadonlySet<PersonId>>(new Set());
  /** Which pair is shown, among all pages. */
  at = $state(0);
  /** Whether the file is being looked at again, or written. */
  busy = $state(false);
  writing = $state(false);
  refusal = $state<string | null>(null);
  done = $state.raw<Imported | null>(null);
  #seen = $state.raw<ReadonlyMap<string, ImportPair>>(new Map());
  #turn = 0;

  constructor(view: ImportView) {
    this.target = view.account ?? NEW;
    this.name = view.account_name;
    this.source = view.source;
    this.purpose = view.purpose;
    this.#show(view);
  }

  get table(): boolean {
    return this.view.kind === "table";
  }

  get openFixes(): ImportFix[] {
    return openFixes(this.view.fixes);
  }

  get openPairs(): number {
    return openPairs(this.view.pair_groups, this.#seen.values(), this.decisions, this.groups);
  }

  /** How many things wait for a person. */
  get open(): number {
    return this.openFixes.length + this.openPairs;
  }

  get ready(): boolean {
    return !this.busy && !this.writing && this.view.good > 0 && (!this.table || this.target !== NEW || this.name.trim() !== "");
  }

  /** The pair shown; `null` while its page comes. */
  get pair(): ImportPair | null {
    return this.view.pairs[this.at - this.view.pairs_from] ?? null;
  }

  #show(view: ImportView): void {
    const same = this.#seen.size > 0 && sameMapping(mappingOf(view.columns), this.mapping);
    this.view = view;
    this.mapping = mappingOf(view.columns);
    this.choices = kept(this.choices, view.fixes);
    this.#seen = new Map([...(same ? this.#seen : []), ...view.pairs.map((one) => [one.key, one] as const)]);
    this.at = Math.min(this.at, Math.max(0, view.pair_count - 1));
    const groups = new Set(view.pair_groups.map((one) => one.group));
    this.groups = new Map([...this.groups].filter(([group]) => groups.has(group)));
    this.notes = new Map(view.columns.map((one) => [one.letter, { source: one.source, purpose: one.purpose, class: one.least === null || one.class === one.least ? null : one.class }]));
    const gone = new Set(view.difference?.gone.map((one) => one.person));
    this.ended = new Set([...this.ended].filter((one) => gone.has(one)));
    this.asked = new Set([...this.asked].filter((one) => gone.has(one)));
  }

  /** Looks at the file again: another mapping, account, sheet or page, or with what was chosen. */
  async #look({ mapping = this.mapping, target = this.target, sheet, choices = this.choices, pairsFrom = this.view.pairs_from }: Look): Promise<void> {
    const before = { mapping: this.mapping, target: this.target, choices: this.choices };
    const own = (this.#turn += 1);
    const moved = target !== before.target || !sameMapping(mapping, before.mapping);
    [this.mapping, this.target, this.choices, this.busy] = [mapping, target, choices, true];
    try {
      const where = target === NEW ? { fresh: true } : { account: target };
      const pages = moved || sheet !== undefined ? 0 : pairsFrom;
      const answer = await following.during(() => session.call("remap_import", { token: this.view.token, mapping, ...where, fixes: sentFixes(choices), pairs_from: pages, ...(sheet === undefined ? {} : { sheet }) }));
      if (own !== this.#turn) return;
      if (moved) [this.#seen, this.at] = [new Map(), 0];
      const noted = this.notes;
      this.#show(answer);
      // What somebody noted of a column stays with its column.
      if (sheet === undefined) this.notes = this.#noted(noted, before.mapping);
      this.refusal = null;
    } catch (thrown) {
      if (own !== this.#turn) return;
      [this.mapping, this.target, this.choices] = [before.mapping, before.target, before.choices];
      this.refusal = session.errorText(thrown);
    } finally {
      if (own === this.#turn) this.busy = false;
    }
  }

  #noted(before: ReadonlyMap<string, ColumnNote>, mapping: Mapping): ReadonlyMap<string, ColumnNote> {
    const place = (letter: string) => this.view.columns.findIndex((one) => one.letter === letter);
    return new Map([...this.notes].map(([letter, note]) => [letter, this.mapping[place(letter)] === mapping[place(letter)] ? (before.get(letter) ?? note) : note]));
  }

  map(index: number, field: string | null): Promise<void> {
    const next = mapped(this.mapping, index, field);
    return sameMapping(next, this.mapping) ? Promise.resolve() : this.#look({ mapping: next });
  }

  into(target: Target): Promise<void> {
    return this.table ? this.#look({ target }) : Promise.resolve();
  }

  sheet(index: number): Promise<void> {
    return this.#look({ sheet: index, choices: new Map() });
  }

  /** Takes every proposal of a kind. */
  settle(fix: ImportFix): Promise<void> {
    return this.#look({ choices: allAsProposed(this.choices, fix) });
  }

  choose(line: FixLine, choice: string): Promise<void> {
    return this.#look({ choices: chosen(this.choices, line, choice) });
  }

  note(letter: string, part: Partial<ColumnNote>): void {
    const before = this.notes.get(letter) ?? { source: null, purpose: null, class: null };
    this.notes = new Map(this.notes).set(letter, { ...before, ...part });
  }

  classOf(letter: string): DataClass | null {
    const column = this.view.columns.find((one) => one.letter === letter);
    return this.notes.get(letter)?.class ?? column?.least ?? null;
  }

  /** Shows another pair, round all pages. */
  async turn(step: number): Promise<void> {
    const count = this.view.pair_count;
    if (count === 0) return;
    this.at = (this.at + step + count) % count;
    if (this.pair === null) await this.#look({ pairsFrom: this.at });
  }

  /** Shows the next pair nobody has decided, on this page or the next. */
  async toOpenPair(): Promise<void> {
    const { pairs, pairs_from: from, pair_count: count } = this.view;
    const current = this.pair;
    // The one shown comes first: nobody is led past what they were led to.
    const before = current && settledOf(current, this.decisions, this.groups) === null ? this.at - from - 1 : this.at - from;
    const next = nextOpen(pairs, this.decisions, Math.max(-1, before), this.groups);
    const there = pairs[next];
    if (there && settledOf(there, this.decisions, this.groups) === null) this.at = from + next;
    else if (from + pairs.length < count) {
      this.at = from + pairs.length;
      await this.#look({ pairsFrom: this.at });
    } else if (from > 0) {
      this.at = 0;
      await this.#look({ pairsFrom: 0 });
    }
  }

  /** Decides every pair that agrees in the same as this one. */
  together(pair: ImportPair): void {
    const own = settledOf(pair, this.decisions, this.groups);
    if (own) this.groups = together(this.groups, pair, own.decision);
  }

  apart(): void {
    this.groups = othersApart(this.view.pair_groups, this.groups);
  }

  /** Shows the pair of a row. */
  lookAt(row: number): void {
    const at = this.view.pairs.findIndex((one) => one.row === row);
    if (at >= 0) this.at = this.view.pairs_from + at;
  }

  async apply(): Promise<void> {
    if (!this.ready) return;
    [this.writing, this.refusal] = [true, null];
    try {
      const { view } = this;
      const notes = view.columns.map((one) => this.notes.get(one.letter) ?? { source: null, purpose: null, class: null });
      const decided = { choices: sent(this.#seen.values(), this.decisions), groups: sentGroups(this.groups), fixes: sentFixes(this.choices), ended: [...this.ended], asked: [...this.asked] };
      const people = this.table ? { source: this.source.trim(), purpose: this.purpose.trim(), notes, forget: !this.remember, ...decided } : {};
      const answer = await following.during(() => session.call("apply_import", { token: view.token, mapping: this.mapping, account: this.target === NEW ? null : this.target, account_name: this.name.trim(), ...people }));
      await session.settle(answer.changed);
      this.done = answer;
    } catch (thrown) {
      this.refusal = session.errorText(thrown);
    } finally {
      this.writing = false;
    }
  }
}
