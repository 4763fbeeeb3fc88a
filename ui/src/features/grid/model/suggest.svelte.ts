// Suggestions beneath a field: its own matches at once, those by pinyin and initials from the core a moment later.

import type { AccountId, Found } from "../../../generated";
import { session } from "../../../state/session.svelte";

/** A suggestion. `value` is what choosing it means to whoever asks. */
export interface Option<T> {
  key: string;
  label: string;
  note: string;
  value: T;
}

/** Suggestions shown at most. */
const SHOWN = 7;
const WAIT_MS = 120;

export class Suggest<T> {
  #options = $state.raw<readonly Option<T>[]>([]);
  #at = $state(0);
  #asked = "";
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `first`: the place marked when the list opens; -1: none, a new word stays what it is. */
  constructor(
    private readonly own: (text: string) => readonly Option<T>[],
    private readonly take: ((hit: Found) => Option<T> | null) | null,
    private readonly account: AccountId | null,
    private readonly first: 0 | -1 = 0,
  ) {}

  get options(): readonly Option<T>[] {
    return this.#options;
  }

  get at(): number {
    return this.#at;
  }

  get marked(): Option<T> | null {
    return this.#options[this.#at] ?? null;
  }

  /** Looks for matches of a text; a text that is one of them already needs none. */
  ask(text: string): void {
    clearTimeout(this.#timer);
    const wanted = text.trim();
    this.#asked = wanted;
    this.#at = this.first;
    const own = wanted === "" ? [] : this.own(wanted);
    this.#options = own.some((one) => one.label === wanted) ? [] : own.slice(0, SHOWN);
    if (wanted === "" || this.take === null || own.some((one) => one.label === wanted)) return;
    this.#timer = setTimeout(() => void this.#askCore(wanted), WAIT_MS);
  }

  /** More is known than when it was asked: looks again for the same text, while somebody still waits for it. */
  again(): void {
    if (this.#asked !== "" && this.#options.length === 0) this.ask(this.#asked);
  }

  move(step: 1 | -1): void {
    this.#at = Math.max(0, Math.min(this.#options.length - 1, this.#at + step));
  }

  point(at: number): void {
    this.#at = at;
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#asked = "";
    this.#options = [];
  }

  async #askCore(wanted: string): Promise<void> {
    try {
      const { hits } = await session.call("find_text", { text: wanted, account: this.account, limit: 12, kinds: ["person", "seat"] });
      if (this.#asked !== wanted) return;
      const known = new Set(this.#options.map((one) => one.key));
      const more = hits.map((hit) => this.take?.(hit) ?? null).filter((one) => one !== null && !known.has(one.key)) as Option<T>[];
      this.#options = [...this.#options, ...more].slice(0, SHOWN);
    } catch {
      // The field's own matches stay; a suggestion never interrupts.
    }
  }
}
