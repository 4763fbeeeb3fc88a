// What the palette knows: the text, what the core answered to it, and which row is marked.
import ArrowUpRight from "@lucide/svelte/icons/arrow-up-right";
import Handshake from "@lucide/svelte/icons/handshake";
import LogOut from "@lucide/svelte/icons/log-out";
import type { Found } from "../../generated";
import { t } from "../../i18n/index.svelte";
import { fromHash, router, type Place } from "../../state/router.svelte";
import { session } from "../../state/session.svelte";
import { drill } from "../drill/drill.svelte";
import { touchLine } from "../ledger/touchLine.svelte";
import { commands, type Command } from "./commands";
import { inTitle, loadMatters, type Matter } from "./matters";
import { recent } from "./recent.svelte";
import { rowsOf, scopeOf, type Answer, type Row } from "./rows";

const LIMIT = 100;
/** So many are offered while nothing is typed. */
const RECENT = 8;
/** So many gaps and warnings are shown. */
const MATTERS = 12;
const REST_MS = 400;

/** The page of a person, where there is one. */
function personPlace(found: Found): Place | null {
  return found.person === null ? null : fromHash(`#/person/${found.person}`);
}

/** Where Enter leads: the map at a person, the visit, the account. */
export function placeOf(found: Found): Place | null {
  const { account, seat, visit, staff } = found;
  if (visit !== null) return { view: "visit", visit };
  if (account !== null && (seat !== null || found.person === null)) return { view: "account", account, ...(seat === null ? {} : { seat }) };
  return personPlace(found) ?? (account !== null ? { view: "account", account } : staff !== null ? { view: "court" } : null);
}

export class PaletteState {
  #text = $state("");
  #at = $state(0);
  #answer = $state.raw<Answer>({ hits: [], offers: [] });
  /** The text the answer belongs to; `null` before the first. */
  #asked = $state<string | null>(null);
  /** The person whose commands are shown. */
  #about = $state.raw<Found | null>(null);
  #busy = false;
  #matters: Promise<Matter[]> | null = null;
  /** Enter was pressed before the answer was there. */
  #eager: { page: boolean } | null = null;

  constructor(private readonly leave: () => void) {
    void this.#ask();
  }

  get text(): string {
    return this.#text;
  }

  set text(text: string) {
    this.#text = text;
    this.#at = 0;
    this.#eager = null;
    void this.#ask();
  }

  get at(): number {
    return this.#at;
  }

  set at(at: number) {
    this.#at = at;
  }

  get wanted(): string {
    return scopeOf(this.#text).text;
  }

  get settled(): boolean {
    return this.#asked === this.#text;
  }

  readonly rows: Row[] = $derived.by(() => {
    const person = this.#about;
    const about = person === null ? null : { section: "about", commands: this.#commandsOf(person) };
    return rowsOf(this.#answer, about);
  });

  get row(): Row | undefined {
    return this.rows[this.#at];
  }

  heading(section: string): string {
    if (section === "about") return t("shell-group-about", { name: this.#about?.title ?? "" });
    if (section === "commands") return t("shell-group-commands");
    const words = { person: t("shell-group-person"), account: t("shell-group-account"), visit: t("shell-group-visit"), staff: t("shell-group-staff"), seat: t("shell-group-seat"), finding: t("shell-group-finding") } as Record<string, string>;
    return this.wanted === "" ? t("shell-group-recent", { what: words[section] ?? section }) : (words[section] ?? section);
  }

  /** Shows what can be done with the marked person, and goes there. */
  more(): void {
    const row = this.row;
    if (row === undefined || !("found" in row) || row.found.person === null) return;
    this.#about = row.found;
    const first = this.rows.findIndex((one) => one.section === "about");
    if (first >= 0) this.#at = first;
  }

  /** Opens the marked row once the answer to the text is there. `page`: the person's page in place of the map. */
  open(row: Row | undefined, page: boolean): void {
    if (!this.settled) {
      this.#eager = { page };
      return;
    }
    if (row === undefined) return;
    if ("command" in row) {
      if (row.command.why) return;
      this.leave();
      // After the palette has gone, so that keys reach the view.
      setTimeout(() => row.command.run());
      return;
    }
    const { found } = row;
    const place = (page ? personPlace(found) : null) ?? placeOf(found);
    if (found.person !== null) {
      recent.note(found.person);
      // That somebody was looked for and opened is logged; what was typed is not.
      session.call("note_found", { person: found.person }).catch((thrown: unknown) => session.fail(thrown));
    }
    else if (found.staff !== null) recent.note(found.staff);
    this.leave();
    if (place !== null) router.go(place);
  }

  #commandsOf(found: Found): Command[] {
    const page = personPlace(found);
    const { account, person } = found;
    const theirs = account === null || person === null ? [] : [{ id: "touch", label: t("shell-about-touch"), icon: Handshake, keys: [], run: () => touchLine.open({ account, people: [person], names: [found.title] }) }];
    const leaves = person === null ? [] : [{ id: "leaves", label: t("shell-about-leaves"), icon: LogOut, keys: [], run: () => drill.open([], [{ id: person, name: found.title }]) }];
    return [...(page === null ? [] : [{ id: "page", label: t("shell-about-page"), icon: ArrowUpRight, keys: ["Mod", "Enter"], run: () => router.go(page) }]), ...theirs, ...leaves];
  }

  /** One question at a time; while it is under way only the newest text waits. */
  async #ask(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    try {
      while (this.#asked !== this.#text) await this.#answerTo(this.#text);
    } catch (thrown) {
      session.fail(thrown);
    } finally {
      this.#busy = false;
    }
    const eager = this.#eager;
    this.#eager = null;
    if (eager !== null) this.open(this.row, eager.page);
  }

  async #answerTo(text: string): Promise<void> {
    const { scope, text: wanted } = scopeOf(text);
    const all = scope === "people" ? [] : commands(wanted !== "");
    const kinds = scope === "people" ? { kinds: ["person"] } : {};
    const list = await session.call("find_text", { text: wanted, account: null, limit: wanted === "" ? RECENT : LIMIT, recent: [...recent.ids], offers: all.map((one) => one.label), ...kinds });
    const offers = wanted === "" ? all.map((command) => ({ command, marks: [] })) : list.offers.flatMap((one) => (all[one.at] ? [{ command: all[one.at] as Command, marks: one.marks }] : []));
    const hits = scope === "commands" ? [] : list.hits;
    this.#answer = { hits, offers };
    const first = hits[0];
    this.#about = wanted !== "" && first !== undefined && first.person !== null ? first : null;
    this.#asked = text;
    if (wanted !== "" && scope === "all") void this.#addMatters(text, wanted);
  }

  /** Gaps and warnings, behind what is already there. */
  async #addMatters(text: string, wanted: string): Promise<void> {
    try {
      // Reckoning them takes the core longer than a keystroke lasts: only when the hand rests.
      if (this.#matters === null) await new Promise((resolve) => setTimeout(resolve, REST_MS));
      if (this.#text !== text) return;
      const all = await (this.#matters ??= loadMatters());
      if (this.#text !== text) return;
      const { offers } = await session.call("find_text", { text: wanted, account: null, limit: 1, kinds: [], offers: all.map((one) => one.label) });
      if (this.#asked !== text || this.#text !== text) return;
      const more = offers.slice(0, MATTERS).flatMap(({ at, marks }) => {
        const one = all[at];
        return one === undefined ? [] : [{ ...one.found, marks: inTitle(marks, one.found.title) }];
      });
      if (more.length > 0) this.#answer = { ...this.#answer, hits: [...this.#answer.hits, ...more] };
    } catch {
      // What was found stays; the court has all of them.
    }
  }
}

