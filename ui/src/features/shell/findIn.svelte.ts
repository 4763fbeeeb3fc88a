// Finding in a list the page already has, by the rules of the search: Chinese, pinyin, initials, Latin.
import type { Found, PersonId } from "../../generated";
import { session } from "../../state/session.svelte";

/** Most the core answers at once. */
const MOST = 200;

/** That somebody was looked for and opened is logged; what was typed is not. */
export function noteFound(person: PersonId): void {
  session.call("note_found", { person }).catch((thrown: unknown) => session.fail(thrown));
}

export interface Labelled<T> {
  value: T;
  label: string;
}

/** Until the core has answered, the letters themselves count. */
export class FindIn<T> {
  #asked = $state<string | null>(null);
  #kept = $state.raw<ReadonlySet<T>>(new Set());
  #wanted = "";

  /** Looks for a text among these. */
  async ask(text: string, list: readonly Labelled<T>[]): Promise<void> {
    this.#wanted = text.trim();
    const wanted = this.#wanted;
    if (wanted === "" || wanted === this.#asked) return;
    try {
      const { offers } = await session.call("find_text", { text: wanted, account: null, limit: 1, kinds: [], offers: list.map((one) => one.label) });
      if (wanted !== this.#wanted) return;
      this.#kept = new Set(offers.flatMap((one) => list[one.at]?.value ?? []));
      this.#asked = wanted;
    } catch {
      // The letters themselves still count; a search never interrupts.
    }
  }

  /** Whether one of the list fits the text. */
  has(text: string, { value, label }: Labelled<T>): boolean {
    const wanted = text.trim();
    return wanted === "" || (this.#asked === wanted ? this.#kept.has(value) : label.toLocaleLowerCase().includes(wanted.toLocaleLowerCase()));
  }
}

/** Which records of some kinds a text finds, by everything they are found by: visits by their guests, people by their posts. */
export class FoundBy {
  #asked = $state<string | null>(null);
  #hits = $state.raw<readonly Found[]>([]);
  #wanted = "";

  constructor(private readonly kinds: readonly string[]) {}

  async ask(text: string): Promise<void> {
    this.#wanted = text.trim();
    const wanted = this.#wanted;
    if (wanted === "" || wanted === this.#asked) return;
    try {
      const { hits } = await session.call("find_text", { text: wanted, account: null, limit: MOST, kinds: [...this.kinds] });
      if (wanted !== this.#wanted) return;
      this.#hits = hits;
      this.#asked = wanted;
    } catch {
      // What was found before stays; a search never interrupts.
    }
  }

  /** The hits for a text; those of the text before until the answer is there. `null`: everything is wanted. */
  of(text: string): readonly Found[] | null {
    return text.trim() === "" || this.#asked === null ? null : this.#hits;
  }
}
