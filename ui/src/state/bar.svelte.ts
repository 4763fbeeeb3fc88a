// What the window bar shows for the current view: the way to here, and the window's title.
import type { AccountTier } from "../generated";
import { session } from "./session.svelte";
import type { Place } from "./router.svelte";
import { t } from "../i18n/index.svelte";

export interface Crumb {
  text: string;
  place?: Place;
  tier?: AccountTier;
  /** Said after the last crumb, in plain weight. */
  note?: string;
}

class Bar {
  #crumbs = $state.raw<Crumb[]>([]);

  get crumbs(): Crumb[] {
    return this.#crumbs;
  }

  set crumbs(crumbs: Crumb[]) {
    this.#crumbs = crumbs;
  }
}

export const bar = new Bar();

/** To be called while a view starts: keeps the bar and the window's title up to date. */
export function showCrumbs(crumbs: () => Crumb[]): void {
  $effect(() => {
    const now = crumbs();
    bar.crumbs = now;
    const last = now.at(-1)?.text;
    void session.host.setTitle(last ? t("shell-window-title", { place: last }) : t("shell-name"));
  });
}
