// Along which list the pages of people are walked: the one somebody came from, else the account, the highest by protocol first.
import type { AccountId, ListPeople } from "../../generated";

class Trail {
  /** What the list was asked when a page was opened from it. */
  list = $state.raw<ListPeople | null>(null);
}

export const trail = new Trail();

/** Everybody of an account, or all. */
export function listOf(account: AccountId | null): ListPeople {
  return { account, unit: null, text: "", stale: false, source: null, order: "rank", down: false, offset: 0, limit: 0 };
}
