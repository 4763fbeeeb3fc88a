// What the inspector knows: one seat with its holder, and which of its forms is open.

import type { DecisionId, ErrorView, FactKind, SeatId, SeatView } from "../../generated";
import { resource } from "../../state/resource.svelte";
import { session } from "../../state/session.svelte";

/** A form of the inspector. */
export type SeatForm = "touch" | "stance" | "member" | "bond" | "fact" | "birthday" | "diet" | "rename" | "left" | "fill" | "contact" | "end";

/** Something asked for from outside, by a key. `step`: one level up or down, `null`: unknown. */
export interface SeatWish {
  form: SeatForm;
  step?: 1 | -1 | null;
}

/** Attitude levels, most favourable first; `null` is unknown. */
export const LEVELS = [2, 1, 0, -1, -2, null] as const;
export type Level = (typeof LEVELS)[number];

/** What the core would say of a seat that was taken back or removed. */
const GONE: ErrorView = { code: "missing", params: {}, cause: null };

/** The level after one step; from unknown the first step leads to neutral. */
export function stepped(from: number | null, step: 1 | -1 | null): Level {
  if (step === null) return null;
  if (from === null) return 0;
  return Math.min(2, Math.max(-2, from + step)) as Level;
}

export class SeatState {
  #form = $state<SeatForm | null>(null);
  #kind = $state<FactKind | null>(null);
  #level = $state<Level | undefined>(undefined);
  #source = $state.raw<{ readonly value: SeatView | null; readonly error: unknown; again(): Promise<void> } | null>(null);

  /** To be made while a component starts: it loads by itself, as of `day`. A seat that `holds` denies is not asked for. */
  constructor(seat: () => SeatId, decision: () => DecisionId | null, holds: (seat: SeatId) => Promise<boolean>, day: () => string = () => session.today) {
    this.#source = resource(["people", "map", "court", "matters", "staff", "visits"], () => {
      const asked = { seat: seat(), decision: decision(), as_of: day() };
      // Read now: what is read after the wait is not followed, and another language must load the seat again.
      void session.context;
      return holds(asked.seat).then((held) => (held ? session.call("get_seat", asked) : Promise.reject(GONE)));
    });
  }

  get view(): SeatView | null {
    return this.#source?.value ?? null;
  }

  get error(): unknown {
    return this.#source?.error ?? null;
  }

  again(): Promise<void> {
    return this.#source?.again() ?? Promise.resolve();
  }

  get form(): SeatForm | null {
    return this.#form;
  }

  /** The kind the line starts with; `null`: none. */
  get kind(): FactKind | null {
    return this.#kind;
  }

  /** Opens the line for a fact, of a kind or any. */
  tell(kind: FactKind | null): void {
    this.#kind = kind;
    this.#form = "fact";
  }

  /** The level the stance form starts with. */
  get level(): Level | undefined {
    return this.#level;
  }

  open(form: SeatForm): void {
    this.#form = this.#form === form ? null : form;
  }

  judge(level: Level): void {
    this.#level = level;
    this.#form = "stance";
  }

  close(): void {
    this.#form = null;
    this.#level = undefined;
  }

  grant(wish: SeatWish): void {
    if (wish.form === "stance") this.judge(stepped(this.view?.attitude ?? null, wish.step ?? null));
    else this.#form = wish.form;
  }
}
