// Early warnings as a tab of the court.
import type { CourtTab } from "../../views/courtTabs";
import WatchTab from "./WatchTab.svelte";

export const warnings: CourtTab = { id: "warnings", label: "watch-tab", order: 5, component: WatchTab };
