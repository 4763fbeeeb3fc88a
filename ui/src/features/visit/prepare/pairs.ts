// Counterparts as a table: what each row says about itself, and which can be settled without judgement. Pure.
import type { CounterpartRow, HostRow, StaffId } from "../../../generated";

export type PairState = "fixed" | "near" | "proposed" | "none";

export function stateOf(row: CounterpartRow): PairState {
  if (row.fixed) return "fixed";
  if (row.staff === null) return "none";
  return row.near.length > 0 ? "near" : "proposed";
}

/** Pairs proposed with nobody as good beside them. */
export const clear = (rows: readonly CounterpartRow[]): CounterpartRow[] => rows.filter((row) => stateOf(row) === "proposed");

/** All pairs proposed, also those with somebody as good beside them. */
export const proposed = (rows: readonly CounterpartRow[]): CounterpartRow[] => rows.filter((row) => !row.fixed && row.staff !== null);

export const whyOf = (row: CounterpartRow): HostRow | undefined => row.hosts.candidates.find((one) => one.staff === row.staff);

export const pointsOf = (row: CounterpartRow): Map<StaffId, number> => new Map(row.hosts.candidates.map((one) => [one.staff, one.total]));
