// Mends that need an answer first: an owner who stays against the rule is confirmed by somebody (nobody is signed in, so it is asked who);
// a contact was on some day and in some way.
import type { Mend } from "../../generated";

class Confirming {
  #way = $state.raw<Mend | null>(null);
  #done: () => void = () => undefined;

  /** The mend somebody wants, until it is said who confirms, or when and how. */
  get way(): Mend | null {
    return this.#way;
  }

  /** Asks; comes back when it was said or left. */
  ask(way: Mend): Promise<void> {
    this.#done();
    this.#way = way;
    return new Promise((resolve) => (this.#done = resolve));
  }

  close(): void {
    this.#way = null;
    this.#done();
  }
}

export const confirming = new Confirming();
