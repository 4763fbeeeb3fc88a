// The planner's tabs in order. A tab shows when its component is there; each gets the visit and its plan and loads what else it needs.
import type { Component } from "svelte";
import type { PlanView, VisitView } from "../../generated";
import type { PlainKey } from "../../i18n/index.svelte";

export interface TabProps {
  view: VisitView;
  /** All lines of the plan; loaded anew after every change of the visit. */
  plan: PlanView;
}

export interface VisitTab {
  code: string;
  label: PlainKey;
  component: Component<TabProps>;
}

const found = import.meta.glob<Component<TabProps>>("./*/*Tab.svelte", { import: "default", eager: true });

const ALL = [
  { code: "prepare", label: "planner-tab-prepare", file: "./prepare/PrepareTab.svelte" },
  { code: "agenda", label: "planner-tab-agenda", file: "./plan/AgendaTab.svelte" },
  { code: "seats", label: "planner-tab-seats", file: "./seats/SeatsTab.svelte" },
  { code: "checklist", label: "planner-tab-checklist", file: "./checklist/ChecklistTab.svelte" },
  { code: "cost", label: "planner-tab-cost", file: "./cost/CostTab.svelte" },
  { code: "after", label: "planner-tab-after", file: "./after/AfterTab.svelte" },
] as const satisfies readonly { code: string; label: PlainKey; file: string }[];

export const TABS: readonly VisitTab[] = ALL.flatMap(({ code, label, file }) => {
  const component = found[file];
  return component ? [{ code, label, component }] : [];
});

/** The tab each visit was left at, as long as the window lives. */
const left = new Map<string, string>();

/** The tab asked for, else the one the visit was left at, else the first. */
export function tabOf(visit: string, asked: string | undefined, tabs: readonly VisitTab[] = TABS): VisitTab | undefined {
  const by = (code: string | undefined) => tabs.find((one) => one.code === code);
  const tab = by(asked) ?? by(left.get(visit)) ?? tabs[0];
  if (tab) left.set(visit, tab.code);
  return tab;
}
