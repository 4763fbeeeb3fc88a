// Sensitive facts somebody opened: each for the minutes the core allows, then it is gone from the page by itself. Also gone when the page is
// left, the desk is covered, the window goes out of sight, or a room opens.
import type { FactId, SightReason, VisitId } from "../../generated";
import { whenCovered } from "../../shared/covering";
import { session } from "../../state/session.svelte";

/** What somebody looks for, in the order of the list. */
export const REASONS: readonly SightReason[] = ["catering", "care", "check", "urgent", "other"];

interface Opened {
  value: string;
  /** Milliseconds of the clock. */
  until: number;
}

/** `9:05`, whole minutes and seconds, never below nothing. */
export function clockOf(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

export class SensitiveSight {
  #open = $state.raw<ReadonlyMap<FactId, Opened>>(new Map());
  #now = $state(0);

  /** To be made while a component starts; what it holds goes when `owner` becomes another or the component ends. */
  constructor(owner: () => unknown) {
    $effect(() => {
      void owner();
      const deaf = whenCovered(() => this.hideAll());
      return () => {
        deaf();
        this.hideAll();
      };
    });
    $effect(() => {
      if (this.#open.size === 0) return;
      const timer = setInterval(() => this.tick(Date.now()), 500);
      return () => clearInterval(timer);
    });
  }

  /** What is open of a fact; `null`: nothing. */
  of(fact: FactId | null): { value: string; left: string } | null {
    const one = fact === null ? undefined : this.#open.get(fact);
    return one && one.until > this.#now ? { value: one.value, left: clockOf(one.until - this.#now) } : null;
  }

  async look(fact: FactId, visit: VisitId, reason: SightReason, note: string): Promise<void> {
    const seen = await session.call("view_sensitive", { fact, visit, reason, note: note.trim() || null });
    this.#now = Date.now();
    this.#open = new Map([...this.#open, [fact, { value: seen.value, until: this.#now + seen.seconds * 1000 }]]);
  }

  /** Looks at the clock: what is over is forgotten, not only unseen. */
  tick(now: number): void {
    this.#now = now;
    if ([...this.#open.values()].some((one) => one.until <= now)) this.#open = new Map([...this.#open].filter(([, one]) => one.until > now));
  }

  hide(fact: FactId): void {
    this.#open = new Map([...this.#open].filter(([one]) => one !== fact));
  }

  hideAll(): void {
    if (this.#open.size > 0) this.#open = new Map();
  }
}
