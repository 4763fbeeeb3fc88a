// The grid, the rules and the load as tabs of the court.
import type { CourtTab } from "../../views/courtTabs";
import AddColumn from "./AddColumn.svelte";
import CourtPane from "./CourtPane.svelte";
import LoadPane from "./load/LoadPane.svelte";
import RulesPane from "./rules/RulesPane.svelte";

export const grid: CourtTab = { id: "grid", label: "court-tab-grid", order: 1, component: CourtPane, tools: AddColumn };
export const rules: CourtTab = { id: "rules", label: "court-tab-rules", order: 2, component: RulesPane };
export const load: CourtTab = { id: "load", label: "court-tab-load", order: 3, component: LoadPane };
