// The tabs of the court in order. A feature adds one by a file `courtTab.ts` in its folder; each loads what it needs by itself.
import type { Component } from "svelte";
import type { AccountId, SeatId } from "../generated";
import type { PlainKey } from "../i18n/index.svelte";

export interface CourtTabProps {
  /** Only this account; none: all of them. */
  account: AccountId | undefined;
  /** The row to be shown first. */
  seat: SeatId | undefined;
}

export interface CourtTab {
  id: string;
  label: PlainKey;
  order: number;
  component: Component<CourtTabProps>;
  /** What stands at the end of the bar while the tab is shown. */
  tools?: Component;
}

type TabFile = Record<string, CourtTab | readonly CourtTab[]>;

const found = import.meta.glob<TabFile>("../features/*/courtTab.ts", { eager: true });

/** All tabs of some files, whatever they call them: one or a list each. */
export function gather(files: readonly TabFile[]): CourtTab[] {
  return files.flatMap((file) => Object.values(file).flat()).sort((a, b) => a.order - b.order);
}

export const TABS: readonly CourtTab[] = gather(Object.values(found));

/** The tab asked for, else the first. */
export const tabOf = (asked: string | undefined, tabs: readonly CourtTab[] = TABS): CourtTab | undefined => tabs.find((tab) => tab.id === asked) ?? tabs[0];
