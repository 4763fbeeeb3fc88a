// What the time bar knows: which days are shown and compared, and which are being tried out.

import type { Lens, MomentRow } from "../../generated";
import { addDays } from "../../i18n/days";
import { session } from "../../state/session.svelte";
import type { Days, MapState } from "../map/map.svelte";
import { addMonths, compareDay, makeAxis, nextMoment, type Axis } from "./axis";

/** Solid: the day shown. Ring: the day compared with. */
export type Handle = "shown" | "compared";

/** A step along the line. */
export type Step = { days: number } | { months: number } | { moment: 1 | -1 } | "first" | "last";

export class TimeState {
  /** The list of changes was put away. */
  #dismissed = $state(false);
  /** The lens before the comparison began. */
  #before: Lens = "attitude";
  #wanted: Days | null = null;
  #trying = false;
  #axis = $derived.by(() => makeAxis(this.first, session.today));

  constructor(readonly map: MapState) {}

  get axis(): Axis {
    return this.#axis;
  }

  /** The first day anything is known of. */
  get first(): string | null {
    const [record, moment] = [this.map.view?.first_record ?? null, this.moments[0]?.on ?? null];
    return record !== null && moment !== null ? earlier(record, moment) : (record ?? moment);
  }

  get moments(): readonly MomentRow[] {
    return this.map.view?.moments ?? [];
  }

  get shown(): string {
    return this.map.preview?.as_of ?? this.map.asOf;
  }

  get compared(): string | null {
    return this.map.preview === null ? this.map.compare : this.map.preview.compare;
  }

  /** Nothing was known yet on the day shown. */
  get before(): boolean {
    return this.first !== null && this.shown < this.first;
  }

  /** The list of changes stands where the inspector stands otherwise. */
  get listing(): boolean {
    return this.map.lens === "change" && this.map.compare !== null && !this.#dismissed;
  }

  set listing(shown: boolean) {
    this.#dismissed = !shown;
    if (shown) this.look("change");
  }

  /** Looks through a lens; the one for changes needs a day to compare with. */
  look(lens: Lens): void {
    if (lens === this.map.lens && (lens !== "change" || this.map.compare !== null)) return;
    if (lens === "change") this.#before = this.map.lens === "change" ? this.#before : this.map.lens;
    this.map.lens = lens;
    if (lens !== "change") return;
    this.#dismissed = false;
    this.map.compare ??= this.#usual();
  }

  toggleCompare(): void {
    if (this.map.compare === null) return this.look("change");
    this.map.compare = null;
    if (this.map.lens === "change") this.map.lens = this.#before;
  }

  #usual(): string {
    return compareDay(this.map.asOf, this.first, this.moments);
  }

  /** Both days after a handle went to a day: nothing is later than today, and the ring stays before the solid handle. */
  days(handle: Handle, day: string): Days {
    const compare = this.compared;
    if (handle === "compared") return { as_of: this.shown, compare: earlier(day, addDays(this.shown, -1)) };
    const shown = earlier(day, session.today);
    return { as_of: shown, compare: compare === null ? null : earlier(compare, addDays(shown, -1)) };
  }

  /** The day a step leads to. */
  stepped(handle: Handle, step: Step): string {
    const { from } = this.axis;
    const at = (handle === "shown" ? this.shown : this.compared) ?? this.shown;
    if (step === "first") return from;
    if (step === "last") return session.today;
    if ("moment" in step) return nextMoment(this.moments, at, step.moment) ?? at;
    const to = "days" in step ? addDays(at, step.days) : addMonths(at, step.months);
    return to < from && to < at ? earlier(from, at) : to;
  }

  /** Shows a day without going there yet. */
  attempt(handle: Handle, day: string): void {
    this.#wanted = this.days(handle, day);
    void this.#follow();
  }

  /** One map at a time is asked for: what was wanted meanwhile comes next, everything between is left out. */
  async #follow(): Promise<void> {
    if (this.#trying) return;
    this.#trying = true;
    while (this.#wanted !== null && !same(this.#wanted, this.map.preview)) {
      this.map.preview = this.#wanted;
      await this.map.loaded();
    }
    this.#trying = false;
  }

  /** Goes to the days tried out. */
  commit(): void {
    const wanted = this.#wanted;
    this.cancel();
    if (wanted !== null) this.#go(wanted);
  }

  /** Back to where one was. */
  cancel(): void {
    this.#wanted = null;
    this.map.preview = null;
  }

  goTo(handle: Handle, day: string): void {
    this.#go(this.days(handle, day));
  }

  #go({ as_of, compare }: Days): void {
    if (as_of !== this.map.asOf) this.map.asOf = as_of;
    if (compare !== this.map.compare) this.map.compare = compare;
  }
}

const earlier = (one: string, other: string): string => (one < other ? one : other);
const same = (one: Days, other: Days | null): boolean => other !== null && one.as_of === other.as_of && one.compare === other.compare;
