// Order and search of the account table. Pure, so that it can be tested.
import type { AccountRow } from "../../generated";

export type AccountOrder = "health" | "tier" | "visit" | "name";

const TIERS = ["S", "A", "B", "C"];

/** `health` keeps the order of the core: worst first. */
export function ordered(rows: readonly AccountRow[], order: AccountOrder, text: string, lang: string): AccountRow[] {
  const wanted = text.trim().toLocaleLowerCase();
  const kept = rows.filter((row) => wanted === "" || [row.name, row.lead ?? "", row.stage_text, row.detail].some((part) => part.toLocaleLowerCase().includes(wanted)));
  const visit = (row: AccountRow) => row.next_visit?.starts_on ?? "9999";
  if (order === "tier") return kept.sort((a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier));
  if (order === "visit") return kept.sort((a, b) => visit(a).localeCompare(visit(b)));
  if (order === "name") return kept.sort((a, b) => a.name.localeCompare(b.name, lang));
  return kept;
}
