// What can be done next about the person who is marked. Asked of the core for that one alone, after the hits are on screen.
import ArrowUpRight from "@lucide/svelte/icons/arrow-up-right";
import Grid3x3 from "@lucide/svelte/icons/grid-3x3";
import Landmark from "@lucide/svelte/icons/landmark";
import LogOut from "@lucide/svelte/icons/log-out";
import Phone from "@lucide/svelte/icons/phone";
import type { Found, PersonId, PersonSteps } from "../../generated";
import { t } from "../../i18n/index.svelte";
import { fromHash, router, type Place } from "../../state/router.svelte";
import { session } from "../../state/session.svelte";
import { drill } from "../drill/drill.svelte";
import { touchLine } from "../ledger/touchLine.svelte";
import type { Command } from "./commands";

/** The page of a person, where there is one. */
export const personPlace = (found: Found): Place | null => (found.person === null ? null : fromHash(`#/person/${found.person}`));

/** Points of coverage as they would fall: `−19.0`. */
export const fall = (loss: number): string => (loss < 0.05 ? "0.0" : `−${loss.toFixed(1)}`);

const REST_MS = 120;

export class Steps {
  /** The person whose steps are shown. */
  #of = $state.raw<Found | null>(null);
  #answer = $state.raw<PersonSteps | null>(null);
  /** Whether those behind Tab are shown too. */
  all = $state(false);

  get of(): Found | null {
    return this.#of;
  }

  /** Shows the steps of somebody, or of nobody. */
  show(found: Found | null): void {
    if (found?.person === this.#of?.person && found?.account === this.#of?.account) return;
    this.#of = found;
    this.#answer = null;
    this.all = false;
    if (found !== null) void this.#ask(found);
  }

  async #ask(found: Found): Promise<void> {
    const { person, account } = found;
    if (person === null || account === null || found.former) return;
    // Scoring an account may take longer than a keystroke: only when the hand rests.
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
    if (this.#of !== found) return;
    try {
      const answer = await session.call("get_person_steps", { person, account, as_of: session.today });
      if (this.#of === found) this.#answer = answer;
    } catch {
      // Without it the steps stand as they are; a search never interrupts.
    }
  }

  get commands(): Command[] {
    const found = this.#of;
    if (found === null || found.person === null) return [];
    const here = found.account !== null && !found.former;
    return [...(here ? this.#next(found, found.person) : []), ...(this.all || !here ? this.#more(found) : [])];
  }

  #next(found: Found, person: PersonId): Command[] {
    const [answer, account] = [this.#answer, found.account];
    const barred = answer?.barred ? t("shell-about-barred") : null;
    const visit = answer?.visit ?? null;
    const listed = visit?.guest ? t("shell-about-visit-listed") : null;
    const add = () => visit && session.change("add_guests", { visit: visit.visit, source: null, rows: [{ person, name: "", title: null, role: null, official_order: null, part: "guest" }] });
    const loss = answer === null || barred ? "" : answer.loss === null ? t("shell-about-uncounted") : fall(answer.loss);
    return [
      { id: "touch", label: t("shell-about-touch"), icon: Phone, keys: ["L"], why: barred, run: () => account !== null && touchLine.open({ account, people: [person], names: [found.title] }) },
      { id: "visit", label: visit === null ? t("shell-about-visit-next") : t("shell-about-visit", { visit: visit.label }), icon: Landmark, keys: ["V"], why: barred ?? listed ?? (answer !== null && visit === null ? t("shell-about-visit-none") : null), run: add },
      { id: "leaves", label: t("shell-about-leaves"), icon: LogOut, keys: [], note: loss, run: () => drill.open([], [{ id: person, name: found.title }]) },
    ];
  }

  #more(found: Found): Command[] {
    const { account, seat } = found;
    const page = personPlace(found);
    const court: Command[] = account === null || seat === null ? [] : [{ id: "court", label: t("shell-about-court"), icon: Grid3x3, keys: [], run: () => router.go({ view: "court", account, seat }) }];
    return [...(page === null ? [] : [{ id: "page", label: t("shell-about-page"), icon: ArrowUpRight, keys: ["Mod", "Enter"], run: () => router.go(page) }]), ...court];
  }
}
