// The one line for contacts: opened from the card, the palette, the visit, the ledger. What it was opened with is already known.
import type { AccountId, PersonId, VisitId } from "../../generated";

export interface TouchLineStart {
  account?: AccountId;
  people?: readonly PersonId[];
  /** Their names, shown before anything is typed. */
  names?: readonly string[];
  visit?: VisitId;
}

class TouchLine {
  #start = $state.raw<TouchLineStart | null>(null);

  get start(): TouchLineStart | null {
    return this.#start;
  }

  open(start: TouchLineStart): void {
    this.#start = start;
  }

  close(): void {
    this.#start = null;
  }
}

export const touchLine = new TouchLine();
