// Facts of the page by group, and the one way to verify one.
import type { FactGroup, FactId, PersonFact, StaffId } from "../../generated";
import { session } from "../../state/session.svelte";
import { verifier } from "./by.svelte";

/** Groups in the order of the page. */
export const GROUPS: readonly FactGroup[] = ["work", "contact", "background", "talk", "care"];

export function grouped(facts: readonly PersonFact[]): { group: FactGroup; rows: PersonFact[] }[] {
  return GROUPS.map((group) => ({ group, rows: facts.filter((one) => one.group === group) })).filter((one) => one.rows.length > 0);
}

/** Confirms a fact as of today, by whoever verifies at this desk. */
export function verify(fact: FactId): Promise<unknown> {
  const known = session.workspace?.staff.some((one) => one.active && one.id === verifier.staff);
  const by: { by?: StaffId } = known && verifier.staff ? { by: verifier.staff } : {};
  return session.change("verify_fact", { fact, on: session.today, ...by });
}
