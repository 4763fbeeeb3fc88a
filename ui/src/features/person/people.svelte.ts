// The list of people as it is scrolled: filters and order go to the core, rows come in stretches when somebody looks.
import { untrack } from "svelte";
import type { AccountId, ListPeople, PeopleList, PeopleOrder, PeopleRow, UnitId } from "../../generated";
import { subscribe } from "../../state/reload";
import { session } from "../../state/session.svelte";

export const STRETCH = 200;
export const ROW = 48;
/** Rows drawn above and below what is seen. */
const SPARE = 8;

export interface PeopleFilter {
  account: AccountId | null;
  unit: UnitId | null;
  text: string;
  stale: boolean;
  source: string | null;
}

/** Which rows lie in the window: `[from, to)`. */
export function inSight(top: number, height: number, total: number): { from: number; to: number } {
  const from = Math.max(0, Math.floor(top / ROW) - SPARE);
  return { from: Math.min(from, total), to: Math.min(total, Math.ceil((top + height) / ROW) + SPARE) };
}

/** The stretches that hold some rows. */
export function stretchesOf(from: number, to: number): number[] {
  const found: number[] = [];
  for (let at = Math.floor(from / STRETCH); at * STRETCH < Math.max(to, 1); at += 1) found.push(at);
  return found;
}

export class PeopleState {
  filter = $state.raw<PeopleFilter>({ account: null, unit: null, text: "", stale: false, source: null });
  order = $state<PeopleOrder>("name");
  down = $state(false);
  #head = $state.raw<PeopleList | null>(null);
  #rows = $state.raw<ReadonlyMap<number, readonly PeopleRow[]>>(new Map());
  #error = $state.raw<unknown>(null);
  #turn = 0;
  #asked = new Set<number>();

  /** To be made while a component starts. */
  constructor(account: () => AccountId | undefined) {
    $effect(() => {
      const own = account() ?? null;
      untrack(() => own !== this.filter.account && (this.filter = { ...this.filter, account: own, unit: null, source: null }));
    });
    $effect(() => {
      void [this.filter, this.order, this.down, session.context];
      const timer = setTimeout(() => untrack(() => void this.again()), this.filter.text ? 80 : 0);
      return () => clearTimeout(timer);
    });
    $effect(() => subscribe(["people", "map", "court", "staff", "accounts"], () => this.again()));
  }

  get head(): PeopleList | null {
    return this.#head;
  }

  get error(): unknown {
    return this.#error;
  }

  get total(): number {
    return this.#head?.total ?? 0;
  }

  /** The row at a place, once its stretch has come. */
  at(index: number): PeopleRow | null {
    return this.#rows.get(Math.floor(index / STRETCH))?.[index % STRETCH] ?? null;
  }

  /** What the core is asked, also by whoever writes the list to a file. */
  request(offset: number, limit: number): ListPeople {
    return { ...this.filter, order: this.order, down: this.down, offset, limit };
  }

  sort(order: PeopleOrder): void {
    if (this.order === order) this.down = !this.down;
    else [this.order, this.down] = [order, order === "verified" || order === "touch"];
  }

  /** Asks for the stretches in sight that are not here yet. */
  look(from: number, to: number): void {
    for (const stretch of stretchesOf(from, to)) if (!this.#asked.has(stretch)) void this.#fetch(stretch, this.#turn);
  }

  async again(): Promise<void> {
    this.#turn += 1;
    const seen = [...this.#asked];
    this.#asked = new Set();
    await Promise.all((seen.length > 0 && seen.length < 4 ? seen : [0]).map((stretch) => this.#fetch(stretch, this.#turn, true)));
  }

  async #fetch(stretch: number, turn: number, anew = false): Promise<void> {
    this.#asked.add(stretch);
    try {
      const list = await session.call("list_people", this.request(stretch * STRETCH, STRETCH));
      if (turn !== this.#turn) return;
      this.#error = null;
      const fresh = anew && this.#head !== null && list.total !== this.#head.total;
      this.#head = list;
      this.#rows = new Map([...(fresh ? [] : this.#rows), [stretch, list.rows]]);
      // Other stretches of another order or filter are not these.
      if (anew) this.#rows = new Map([...this.#rows].filter(([one]) => this.#asked.has(one)));
    } catch (thrown) {
      if (turn !== this.#turn) return;
      this.#asked.delete(stretch);
      this.#error = thrown;
    }
  }
}
