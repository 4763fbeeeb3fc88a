// A place inside another tab somebody asked for: the tab takes it when it starts. One at a time; asked again, the newer counts.
import type { VisitId } from "../../generated";
import { router } from "../../state/router.svelte";

export interface Spot {
  tab: string;
  section?: string;
  line?: string;
}

let waiting: { visit: VisitId; spot: Spot } | null = null;

/** Opens the tab, and there the section and the line. */
export function goTo(visit: VisitId, spot: Spot): void {
  waiting = { visit, spot };
  router.go({ view: "visit", visit, tab: spot.tab });
}

/** What was asked for of this tab; asked for once, given once. */
export function taken(visit: VisitId, tab: string): Spot | null {
  if (!waiting || waiting.visit !== visit || waiting.spot.tab !== tab) return null;
  const { spot } = waiting;
  waiting = null;
  return spot;
}
