// An owner who stays against the rule is confirmed by somebody: nobody is signed in, so it is asked who.
import type { Mend } from "../../generated";

class Confirming {
  #way = $state.raw<Mend | null>(null);
  #done: () => void = () => undefined;

  /** The mend somebody wants, until it is said who confirms. */
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
