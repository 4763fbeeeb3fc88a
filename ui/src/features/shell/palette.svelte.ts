// What the palette knows: the text, what the core answered to it, and which row is marked.
import type { Found } from "../../generated";
import { t } from "../../i18n/index.svelte";
import { router, type Place } from "../../state/router.svelte";
import { session } from "../../state/session.svelte";
import { commands, hereCommands, type Command } from "./commands";
import { noteFound } from "./findIn.svelte";
import { inTitle, loadMatters, type Matter } from "./matters";
import { recent } from "./recent.svelte";
import { rowsOf, scopeOf, type Answer, type Row } from "./rows";
import { personPlace, Steps } from "./steps.svelte";

/** So many hits are asked for: three screens of them; who wants others types on. */
const LIMIT = 40;
/** So many are offered while nothing is typed. */
const RECENT = 8;
/** So many gaps and warnings are shown. */
const MATTERS = 12;
const REST_MS = 400;
/** With so many accounts reckoning them takes seconds, once: the hand must rest for longer. */
const MANY = 100;
const LONG_REST_MS = 1_500;

/** Where Enter leads: the map at a person, the visit, the account; promises stand in the ledger. */
export function placeOf(found: Found): Place | null {
  const { account, seat, visit, staff } = found;
  if (found.promise !== null) return { view: "court", ...(account === null ? {} : { account }), tab: "ledger" };
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
  /** Only what sounds or is spelt alike was found. */
  #near = $state(false);
  /** What can be done with the person who stands first, or whom Tab chose. */
  readonly #steps = new Steps();
  /** Tab went to what can be done: a letter now is a key and no text. */
  #acting = $state(false);
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
    this.#acting = false;
    void this.#ask();
  }

  get at(): number {
    return this.#at;
  }

  set at(at: number) {
    this.#at = at;
    if (this.row?.section !== "about") this.#acting = false;
  }

  get near(): boolean {
    return this.#near && this.settled;
  }

  get wanted(): string {
    return scopeOf(this.#text).text;
  }

  get settled(): boolean {
    return this.#asked === this.#text;
  }

  readonly rows: Row[] = $derived.by(() => {
    const about = this.#steps.of === null ? null : { section: "about", commands: this.#steps.commands };
    return rowsOf(this.#answer, about, about === null || this.wanted === "" ? [] : hereCommands());
  });

  get row(): Row | undefined {
    return this.rows[this.#at];
  }

  heading(section: string): string {
    if (section === "about") return t("shell-group-about", { name: this.#steps.of?.title ?? "" });
    if (section === "here") return t("shell-group-here");
    if (section === "commands") return t("shell-group-commands");
    const words = { person: t("shell-group-person"), account: t("shell-group-account"), visit: t("shell-group-visit"), promise: t("shell-group-promise"), unit: t("shell-group-unit"), staff: t("shell-group-staff"), seat: t("shell-group-seat"), finding: t("shell-group-finding") } as Record<string, string>;
    return this.wanted === "" ? t("shell-group-recent", { what: words[section] ?? section }) : (words[section] ?? section);
  }

  /** Shows all that can be done with the marked person, and goes there; from there back to the person. */
  more(): void {
    const row = this.row;
    if (row?.section === "about") return this.#back();
    if (row === undefined || !("found" in row) || row.found.person === null) return;
    this.#steps.show(row.found);
    this.#steps.all = true;
    const first = this.rows.findIndex((one) => one.section === "about");
    if (first < 0) return;
    this.#at = first;
    this.#acting = true;
  }

  #back(): void {
    const person = this.#steps.of?.person;
    this.#acting = false;
    this.#at = Math.max(0, this.rows.findIndex((one) => "found" in one && one.found.person === person));
  }

  /** Presses the key of one of the steps, once Tab went there. Answers whether it was one. */
  press(key: string): boolean {
    if (!this.#acting) return false;
    const row = this.rows.find((one) => one.section === "about" && "command" in one && one.command.keys.length === 1 && one.command.keys[0] === key);
    if (row === undefined) this.#acting = false;
    else this.open(row, false);
    return row !== undefined;
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
      noteFound(found.person);
    }
    else if (found.staff !== null) recent.note(found.staff);
    this.leave();
    if (place !== null) router.go(place);
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
    this.#near = list.near && hits.length > 0;
    this.#steps.show(wanted !== "" && first !== undefined && first.person !== null ? first : null);
    this.#asked = text;
    if (wanted !== "" && scope === "all") void this.#addMatters(text, wanted);
  }

  /** Gaps and warnings, behind what is already there. */
  async #addMatters(text: string, wanted: string): Promise<void> {
    try {
      // Reckoning them takes the core longer than a keystroke lasts: only when the hand rests.
      if (this.#matters === null) await new Promise((resolve) => setTimeout(resolve, (session.workspace?.accounts ?? 0) > MANY ? LONG_REST_MS : REST_MS));
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

