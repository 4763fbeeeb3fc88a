// Where something is mended: the tab, the section and the line to open. Whoever names a fault calls `go`; the tab that holds the place takes it.
import type { MendAt, PlanPanel, VisitId } from "../../../generated";
import { router } from "../../../state/router.svelte";

/** Panels of the plan that stand in the agenda tab, by the section that holds them. */
const SECTION: Partial<Record<PlanPanel, string>> = { agenda: "agenda", travel: "travel", vehicles: "vehicles", lodging: "lodging", meals: "meals", diet: "meals", tour: "tour", talking: "points", texts: "texts", contacts: "contacts", duties: "duties", contingency: "contingency" };
const TAB: Partial<Record<PlanPanel, string>> = { checklist: "checklist", costs: "cost", seating: "seats" };

export function tabOfMend(mend: MendAt): string {
  return SECTION[mend.panel] ? "agenda" : (TAB[mend.panel] ?? "prepare");
}

class Wanted {
  /** Taken once by the agenda tab. */
  place = $state.raw<{ section: string; line: string | null } | null>(null);
}

export const wanted = new Wanted();

export function goMend(visit: VisitId, mend: MendAt): void {
  const section = SECTION[mend.panel];
  wanted.place = section ? { section, line: mend.line } : null;
  router.replace({ view: "visit", visit: mend.visit ?? visit, tab: tabOfMend(mend) });
}
