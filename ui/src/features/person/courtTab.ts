// Facts too old, as a tab of the court.
import type { CourtTab } from "../../views/courtTabs";
import StalePane from "./StalePane.svelte";

export const stale: CourtTab = { id: "stale", label: "stale-tab", order: 8, component: StalePane };
