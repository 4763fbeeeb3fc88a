// Which rows of the ledger are shown, and how a row is walked by keys. Pure; what is late or held by nobody the core says.
import type { AccountId, ExchangeRow, MatterLine, PromiseRow } from "../../generated";

export const SECTIONS = ["promises", "matters", "touches", "exchange"] as const;
export type Section = (typeof SECTIONS)[number];

export const FILTERS = ["open", "overdue", "ownerless", "done", "withdrawn", "all"] as const;
export type Filter = (typeof FILTERS)[number];

export function promiseShown(row: PromiseRow, filter: Filter): boolean {
  if (filter === "all") return true;
  // What was withdrawn stays on record and is shown when asked for.
  if (row.record.withdrawn_on || filter === "withdrawn") return Boolean(row.record.withdrawn_on) && filter === "withdrawn";
  const done = row.record.delivered_on !== null;
  if (filter === "done") return done;
  if (filter === "overdue") return row.overdue_days !== null;
  if (filter === "ownerless") return row.ownerless;
  return !done;
}

export function matterShown(row: MatterLine, filter: Filter): boolean {
  if (filter === "all") return true;
  if (row.withdrawn_on || filter === "withdrawn") return row.withdrawn_on !== null && filter === "withdrawn";
  const done = row.step === "done";
  if (filter === "done") return done;
  if (filter === "overdue") return row.overdue_days > 0;
  if (filter === "ownerless") return row.ownerless;
  return !done;
}

/** Days before (positive) or after (negative) the promised one, as said beside the day of delivery. */
export function deltaKey(delta: number): "ledger-early" | "ledger-late" | "ledger-on-time" {
  return delta > 0 ? "ledger-early" : delta < 0 ? "ledger-late" : "ledger-on-time";
}

/** Accounts a new record can belong to; the one that is looked at stands alone. */
export function accountChoices(exchange: readonly ExchangeRow[], only: AccountId | undefined): { code: AccountId; label: string }[] {
  return exchange.filter((row) => only === undefined || row.account === only).map((row) => ({ code: row.account, label: row.account_name }));
}

/** The row reached by a key among so many; `null`: the key does not move. Edges hold. */
export function moveRow(count: number, at: number, key: string): number | null {
  if (count === 0) return null;
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: count - 1 }[key];
  return next === undefined ? null : Math.max(0, Math.min(count - 1, next));
}
