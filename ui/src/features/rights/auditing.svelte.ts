// Whether the log lies over the view, and about whom it is.
import type { PersonId } from "../../generated";

class Auditing {
  #about = $state.raw<{ person: PersonId | null } | null>(null);

  get about(): { person: PersonId | null } | null {
    return this.#about;
  }

  open(person: PersonId | null = null): void {
    this.#about = { person };
  }

  close(): void {
    this.#about = null;
  }
}

export const auditing = new Auditing();
