// The weekly review as a tab of the court.
import type { CourtTab } from "../../views/courtTabs";
import ReviewPane from "./ReviewPane.svelte";

export const review: CourtTab = { id: "review", label: "review-tab", order: 7, component: ReviewPane };
