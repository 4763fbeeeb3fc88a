// Rows of accounts that come only when somebody looks at them. What is shown stays until the newer is here.
import type { AccountId, CourtAccount, CourtView, Leaving } from "../../generated";
import { session } from "../../state/session.svelte";

/** Most accounts asked for at once; the core refuses more than 40. */
const AT_ONCE = 20;
/** Most accounts whose rows are held; those that came longest ago are asked for again. */
const MOST_HELD = 80;

export class Blocks {
  #loaded = $state.raw<ReadonlyMap<AccountId, CourtAccount>>(new Map());
  #fresh = new Set<AccountId>();
  #turn = 0;

  /** After a change: what is here is shown until it comes again. */
  outdate(): void {
    this.#fresh = new Set();
    this.#turn += 1;
  }

  /** The accounts of the court, with the rows that are here. */
  of(court: CourtView): CourtAccount[] {
    return court.accounts.map((head) => (head.loaded ? head : withRows(head, this.#loaded.get(head.account))));
  }

  /** Asks for the rows of accounts in sight that are not here. */
  async want(heads: readonly CourtAccount[], as_of: string, without: Leaving | null = null): Promise<void> {
    const missing = heads.filter((head) => !this.#fresh.has(head.account)).map((head) => head.account).slice(0, AT_ONCE);
    if (missing.length === 0) return;
    missing.forEach((one) => this.#fresh.add(one));
    const turn = this.#turn;
    try {
      const { accounts } = await session.call("get_court_rows", { accounts: missing, as_of, without });
      if (turn !== this.#turn) return;
      const next = new Map(this.#loaded);
      for (const one of accounts) {
        next.delete(one.account);
        next.set(one.account, one);
      }
      for (const oldest of [...next.keys()].slice(0, Math.max(0, next.size - MOST_HELD))) {
        next.delete(oldest);
        this.#fresh.delete(oldest);
      }
      this.#loaded = next;
    } catch (thrown) {
      missing.forEach((one) => this.#fresh.delete(one));
      session.fail(thrown);
    }
  }
}

const withRows = (head: CourtAccount, known: CourtAccount | undefined): CourtAccount => (known ? { ...head, loaded: true, rows: known.rows, topics: known.topics } : head);
