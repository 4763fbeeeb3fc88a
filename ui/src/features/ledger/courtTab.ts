// Promises and what came in as a tab of the court.
import type { CourtTab } from "../../views/courtTabs";
import LedgerPane from "./LedgerPane.svelte";

export const ledger: CourtTab = { id: "ledger", label: "ledger-tab", order: 6, component: LedgerPane };
