// The drill going on in this window: who leaves, what falls, what a person chose. Left, it leaves nothing behind.
import type { AccountId, DrillView, Leaving, PersonId, SeatId, StaffId, TakeOver } from "../../generated";
import { router } from "../../state/router.svelte";
import { session } from "../../state/session.svelte";
import { accepted, linesOf, type Line, type Pick, type Picks } from "./plan";

export interface Theirs {
  id: PersonId;
  name: string;
}

const MONTH_DAYS = 30;
const NOTHING: ReadonlySet<SeatId> = new Set();

class Drill {
  /** Of which file: another one forgets it. */
  #file = $state("");
  #staff = $state.raw<readonly StaffId[]>([]);
  #people = $state.raw<readonly Theirs[]>([]);
  #team = $state(false);
  #picks = $state.raw<Picks>({});
  /** The last answer of the core; kept while a newer one comes. */
  view = $state.raw<DrillView | null>(null);
  mode = $state<TakeOver>("backup_now");
  #on = $state<string | null>(null);

  get staff(): readonly StaffId[] {
    return this.#mine ? this.#staff : [];
  }
  get people(): readonly Theirs[] {
    return this.#mine ? this.#people : [];
  }
  get team(): boolean {
    return this.#team;
  }
  set team(on: boolean) {
    this.#team = on;
  }
  get picks(): Picks {
    return this.#picks;
  }
  /** First day without those who leave. */
  get on(): string {
    return this.#on ?? new Date(Date.parse(session.today) + MONTH_DAYS * 86_400_000).toISOString().slice(0, 10);
  }
  set on(day: string) {
    this.#on = day;
  }
  /** Somebody leaves. */
  get running(): boolean {
    return this.staff.length + this.people.length > 0;
  }
  /** Those a court and a map are asked about as if they had left; `null`: no drill. */
  get leaving(): Leaving | null {
    return this.running ? { staff: [...this.staff], team: this.#team, people: this.people.map((one) => one.id) } : null;
  }
  get #mine(): boolean {
    return this.#file === (session.workspace?.name ?? "");
  }
  readonly #pale = $derived(new Map((this.view?.accounts ?? []).map((one) => [one.account, new Set(one.pale)])));
  readonly lines: readonly Line[] = $derived(this.view === null ? [] : linesOf(this.view));

  /** Names of those chosen, as they are known. */
  get names(): string[] {
    return this.view?.leavers.map((one) => one.name) ?? [];
  }

  /** Seats of an account that a map pales; `null`: no drill. */
  paleOf(account: AccountId): ReadonlySet<SeatId> | null {
    if (!this.running || this.view === null) return null;
    return this.#pale.get(account) ?? NOTHING;
  }

  /** Rehearses these leaving, in the tab of the court. */
  open(staff: readonly StaffId[] = [], people: readonly Theirs[] = []): void {
    if (staff.length + people.length > 0) this.#choose(staff, people);
    router.go({ view: "court", tab: "drill" });
  }
  replace(staff: StaffId): void {
    this.#choose([staff, ...this.#staff.slice(1).filter((one) => one !== staff)], this.people);
  }
  add(staff: StaffId): void {
    if (!this.staff.includes(staff)) this.#choose([...this.staff, staff], this.people);
  }
  addTheirs(one: Theirs): void {
    if (!this.people.some((known) => known.id === one.id)) this.#choose(this.staff, [...this.people, one]);
  }
  remove(id: StaffId | PersonId): void {
    this.#choose(this.staff.filter((one) => one !== id), this.people.filter((one) => one.id !== id));
  }
  /** Ends the drill. */
  leave(): void {
    this.#choose([], []);
    this.#team = false;
  }
  pick(key: string, change: Pick): void {
    this.#picks = { ...this.#picks, [key]: { ...this.#picks[key], ...change } };
  }
  pickAll(take: boolean): void {
    this.#picks = Object.fromEntries(this.lines.map((line) => [line.key, { ...this.#picks[line.key], take }]));
  }

  /** Makes what is chosen real, in one step. */
  async accept(): Promise<boolean> {
    const chosen = accepted(this.lines, this.#picks);
    const people = this.people.map((one) => one.id);
    return (await session.change("accept_drill", { staff: [...this.staff], team: this.#team, people, mode: this.mode, on: this.on, ...chosen })) !== null;
  }

  #choose(staff: readonly StaffId[], people: readonly Theirs[]): void {
    this.#file = session.workspace?.name ?? "";
    this.#staff = staff;
    this.#people = people;
    this.#picks = {};
    if (staff.length === 0) this.#team = false;
  }
}

export const drill = new Drill();
