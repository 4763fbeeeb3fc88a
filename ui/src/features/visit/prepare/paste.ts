// A pasted list before it is added: what each row will become, what is still to be decided. Pure.
import type { GuestPart, NewGuest, PastedRow, PastedState, PersonId } from "../../../generated";

/** Whom a row means: somebody known, a new person, nobody, or not decided yet. */
export type Who = PersonId | "new" | "out" | "";

export interface Pasted {
  row: PastedRow;
  who: Who;
  name: string;
  title: string;
  part: GuestPart;
}

/** What a row starts as: clear ones stand, likely ones wait for a look, the rest stay out until somebody wants them. */
const START: Record<PastedState, (row: PastedRow) => Who> = {
  known: (row) => row.person ?? "",
  similar: () => "",
  ambiguous: () => "",
  new: () => "new",
  double: () => "out",
  already: () => "out",
  barred: () => "out",
  left: () => "out",
  no_name: () => "out",
};

export function startOf(row: PastedRow): Pasted {
  return { row, who: START[row.state](row), name: row.name, title: row.title ?? "", part: row.part };
}

/** Nobody may be added against a bar, and nobody twice. */
export const isFixed = (row: PastedRow): boolean => row.state === "barred" || row.state === "already";

/** Rows that need a person: undecided, a new one without a name, or the same person twice. */
export function faultOf(all: readonly Pasted[], at: number): "undecided" | "nameless" | "twice" | null {
  const one = all[at];
  if (!one || one.who === "out") return null;
  if (one.who === "") return "undecided";
  if (one.who === "new") return one.name.trim() === "" ? "nameless" : null;
  return all.some((other, index) => index < at && other.who === one.who) ? "twice" : null;
}

export interface Count {
  ready: number;
  faults: number;
  out: number;
  fresh: number;
}

export function count(all: readonly Pasted[]): Count {
  const faults = all.filter((_, index) => faultOf(all, index) !== null).length;
  const out = all.filter((one) => one.who === "out").length;
  return { ready: all.length - faults - out, faults, out, fresh: all.filter((one) => one.who === "new").length };
}

/** The rows to add. `from`: the last place of the visitor's own list already given; `null`: the list has no order of its own. */
export function newGuests(all: readonly Pasted[], from: number | null): NewGuest[] {
  return all
    .filter((one) => one.who !== "out" && one.who !== "")
    .map((one, index) => ({
      person: one.who === "new" ? null : (one.who as PersonId),
      name: one.name.trim(),
      title: one.title.trim() === "" ? null : one.title.trim(),
      role: null,
      part: one.part,
      official_order: from === null ? null : from + index + 1,
    }));
}
