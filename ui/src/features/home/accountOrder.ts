// Order of the account table, and what of a row is searched. Pure, so that it can be tested.
import type { AccountRow } from "../../generated";

export type AccountOrder = "health" | "tier" | "visit" | "name";

const TIERS = ["S", "A", "B", "C"];

/** What a row is found by. */
export const labelOf = (row: AccountRow): string => [row.name, row.lead ?? "", row.stage_text, row.detail].join(" ");

/** `health` keeps the order of the core: worst first. */
export function ordered(rows: readonly AccountRow[], order: AccountOrder, lang: string): AccountRow[] {
  const kept = [...rows];
  const visit = (row: AccountRow) => row.next_visit?.starts_on ?? "9999";
  if (order === "tier") return kept.sort((a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier));
  if (order === "visit") return kept.sort((a, b) => visit(a).localeCompare(visit(b)));
  if (order === "name") return kept.sort((a, b) => a.name.localeCompare(b.name, lang));
  return kept;
}
