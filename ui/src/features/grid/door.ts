// Where typed rows go: onto the map of an account that is there, or into one that begins with them.

import type { AccountId, AddedSeats, DecisionId, QuickCheck, QuickRow, SeatId } from "../../generated";
import { session } from "../../state/session.svelte";

/** The rows with what holds for all of them. */
export interface SentRows {
  rows: QuickRow[];
  /** Where rows without a superior hang. */
  superior: SeatId | null;
  /** They become part of the decision. */
  joining: boolean;
}

export interface GridDoor {
  readonly account: AccountId | null;
  check(sent: SentRows): Promise<QuickCheck>;
  add(sent: SentRows): Promise<AddedSeats>;
}

/** Rows for the map of an account; they join the decision shown, if they join. */
export function accountDoor(account: AccountId, decision: () => DecisionId | null): GridDoor {
  const request = ({ rows, superior, joining }: SentRows) => ({ account, decision: joining ? decision() : null, join: joining, unit: null, superior, rows });
  return {
    account,
    check: (sent) => session.call("check_rows", request(sent)),
    add: (sent) => session.call("add_seats", request(sent)),
  };
}
