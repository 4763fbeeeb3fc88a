// The departure drill as a tab of the court.
import type { CourtTab } from "../../views/courtTabs";
import DrillPane from "./DrillPane.svelte";

export const drillTab: CourtTab = { id: "drill", label: "court-tab-drill", order: 4, component: DrillPane };
