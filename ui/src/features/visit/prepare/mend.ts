// Where something missing is mended: a panel or dialog of this tab, another tab, the map, or another visit. Pure.
import type { MendAt, PersonId, PlanPanel, StaffId, VisitId } from "../../../generated";
import type { Spot } from "../going.svelte";

/** What the middle of the tab shows. */
export type Middle = "hosts" | "pairs" | "order" | "team" | "questions";
export const MIDDLES: readonly Middle[] = ["hosts", "pairs", "order", "team", "questions"];

export type Target =
  | { at: "middle"; middle: Middle }
  | { at: "add" }
  | { at: "guest"; person: PersonId }
  | { at: "diet"; person: PersonId | null }
  | { at: "host"; staff: StaffId | null }
  | { at: "gift" }
  | { at: "redaction" }
  | { at: "map"; person: PersonId | null }
  | { at: "visit"; visit: VisitId }
  | { at: "tab"; spot: Spot };

/** Sections of the agenda tab by the panel the core names. */
const SECTION: Partial<Record<PlanPanel, string>> = { agenda: "agenda", travel: "travel", vehicles: "vehicles", lodging: "lodging", meals: "meals", tour: "tour", talking: "points", texts: "texts", contacts: "contacts", duties: "duties", contingency: "contingency" };
const TAB: Partial<Record<PlanPanel, string>> = { seating: "seats", checklist: "checklist", costs: "cost" };
const MIDDLE: Partial<Record<PlanPanel, Middle>> = { order: "order", team: "team", interpreter: "team", questions: "questions" };

export function targetOf(mend: MendAt, own: VisitId): Target {
  if (mend.visit !== null && mend.visit !== own) return { at: "visit", visit: mend.visit };
  const line = mend.line === null ? {} : { line: mend.line };
  const section = SECTION[mend.panel];
  if (section) return { at: "tab", spot: { tab: "agenda", section, ...line } };
  const tab = TAB[mend.panel];
  if (tab) return { at: "tab", spot: { tab, ...line } };
  const middle = MIDDLE[mend.panel];
  if (middle) return { at: "middle", middle };
  switch (mend.panel) {
    case "host":
      return { at: "host", staff: mend.staff };
    case "diet":
      return { at: "diet", person: mend.person };
    case "gift":
      return { at: "gift" };
    case "redaction":
      return { at: "redaction" };
    case "matters":
      return { at: "map", person: mend.person };
    default:
      return mend.person === null ? { at: "add" } : { at: "guest", person: mend.person };
  }
}
