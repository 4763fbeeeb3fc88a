// Something loaded from the core: loads when what it reads changes, and again when a change touches its areas.
import { untrack } from "svelte";
import type { Area } from "../generated";
import { errorView } from "../host";
import { reload, subscribe } from "./reload";
import { session } from "./session.svelte";

export class Resource<T> {
  #value = $state.raw<T | null>(null);
  #error = $state.raw<unknown>(null);
  #slow = $state(false);
  #turn = 0;

  /** The last value that arrived; stays while a newer one loads, so nothing jumps. */
  get value(): T | null {
    return this.#value;
  }

  get error(): unknown {
    return this.#error;
  }

  /** Nothing is here yet and it takes longer than 150 ms (interface §10). */
  get slow(): boolean {
    return this.#slow && this.#value === null && this.#error === null;
  }

  async load(loader: () => Promise<T>): Promise<void> {
    const turn = (this.#turn += 1);
    const timer = setTimeout(() => turn === this.#turn && (this.#slow = true), 150);
    try {
      const value = await loader();
      if (turn !== this.#turn) return;
      this.#value = value;
      this.#error = null;
    } catch (thrown) {
      if (turn !== this.#turn) return;
      this.#error = thrown;
      // Gone (undone, removed): what is shown no longer exists. Anything else: keep it and say that it is not the newest.
      if (errorView(thrown).code === "missing") this.#value = null;
      else if (this.#value !== null) session.fail(thrown);
    } finally {
      clearTimeout(timer);
      if (turn === this.#turn) this.#slow = false;
    }
  }
}

/** To be called while a component starts. `loader` may read runes; it runs again when they change. */
export function resource<T>(areas: readonly Area[], loader: () => Promise<T>): Resource<T> & { again: () => Promise<void> } {
  const own = new Resource<T>();
  $effect(() => {
    const pending = loader();
    untrack(() => void own.load(() => pending));
  });
  $effect(() => subscribe(areas, () => own.load(loader)));
  return Object.assign(own, { again: () => own.load(loader) });
}

export { reload };
