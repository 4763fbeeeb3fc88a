// Follows a long import while it runs: asks the host how far it is, and stops it.
import type { ImportProgress } from "../../generated";
import { session } from "../../state/session.svelte";

/** How often the host is asked, in milliseconds. */
const LOOK_MS = 200;

class Following {
  #now = $state.raw<ImportProgress | null>(null);
  #running = 0;

  /** How far it is; `null`: nothing long is going on. */
  get now(): ImportProgress | null {
    return this.#now;
  }

  /** Does `work` and follows it meanwhile. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.#running += 1;
    const own = this.#running;
    const look = async () => {
      const seen = await session.host.importProgress().catch(() => null);
      if (own !== this.#running) return;
      this.#now = seen && seen.phase !== "idle" ? seen : null;
      setTimeout(() => own === this.#running && void look(), LOOK_MS);
    };
    const first = setTimeout(() => void look(), LOOK_MS);
    try {
      return await work();
    } finally {
      clearTimeout(first);
      if (own === this.#running) {
        this.#running += 1;
        this.#now = null;
      }
    }
  }

  stop(): void {
    void session.host.cancelImport().catch((thrown: unknown) => session.fail(thrown));
  }
}

export const following = new Following();
