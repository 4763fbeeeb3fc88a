// The grid of people and matters as a tab of the court.
import type { CourtTab } from "../../views/courtTabs";
import AddColumn from "./AddColumn.svelte";
import CourtPane from "./CourtPane.svelte";

export const grid: CourtTab = { id: "grid", label: "court-tab-grid", order: 1, component: CourtPane, tools: AddColumn };
