// Finding in a list the page already has, by the rules of the search: Chinese, pinyin, initials, Latin.
import { session } from "../../state/session.svelte";

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
