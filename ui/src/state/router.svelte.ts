// Where the window is, and the way back and forth. The place is mirrored in the hash so that a reload stays where it was.
import type { AccountId, PersonId, SeatId, VisitId } from "../generated";

export type Place =
  | { view: "home" }
  | { view: "accounts" }
  | { view: "account"; account: AccountId; seat?: SeatId }
  | { view: "people"; account?: AccountId }
  | { view: "person"; person: PersonId }
  | { view: "visits" }
  | { view: "visit"; visit: VisitId; tab?: string }
  | { view: "court"; account?: AccountId; seat?: SeatId; tab?: string };

export const HOME: Place = { view: "home" };
const LIMIT = 100;

export function toHash(place: Place): string {
  const parts: (string | undefined)[] = [place.view];
  if (place.view === "account") parts.push(place.account, place.seat);
  if (place.view === "people") parts.push(place.account);
  if (place.view === "person") parts.push(place.person);
  if (place.view === "visit") parts.push(place.visit, place.tab);
  if (place.view === "court") parts.push(place.account, place.seat, place.tab);
  while (parts.length && parts.at(-1) === undefined) parts.pop();
  return `#/${parts.map((part) => encodeURIComponent(part ?? "-")).join("/")}`;
}

export function fromHash(hash: string): Place | null {
  let parts: string[];
  try {
    parts = hash.replace(/^#\//, "").split("/").map((part) => decodeURIComponent(part));
  } catch {
    return null;
  }
  const [view, first, second, third] = parts.map((part) => (part === "-" ? "" : part));
  if (view === "home" || view === "accounts" || view === "visits") return { view };
  if (view === "account" && first) return { view, account: first as AccountId, ...(second ? { seat: second as SeatId } : {}) };
  if (view === "people") return { view, ...(first ? { account: first as AccountId } : {}) };
  if (view === "person" && first) return { view, person: first as PersonId };
  if (view === "visit" && first) return { view, visit: first as VisitId, ...(second ? { tab: second } : {}) };
  if (view === "court") return { view, ...(first ? { account: first as AccountId } : {}), ...(second ? { seat: second as SeatId } : {}), ...(third ? { tab: third } : {}) };
  return null;
}

export class Router {
  #stack = $state.raw<Place[]>([HOME]);
  #index = $state(0);

  get place(): Place {
    return this.#stack[this.#index] ?? HOME;
  }

  get canBack(): boolean {
    return this.#index > 0;
  }

  get canForward(): boolean {
    return this.#index < this.#stack.length - 1;
  }

  /** Goes to a place; going where one already is changes nothing. */
  go(place: Place): void {
    if (toHash(place) === toHash(this.place)) return;
    const kept = this.#stack.slice(0, this.#index + 1).slice(-LIMIT);
    this.#stack = [...kept, place];
    this.#index = kept.length;
    this.#mirror();
  }

  /** Changes the place without a step in the way back (a selection inside a view). */
  replace(place: Place): void {
    this.#stack = this.#stack.with(this.#index, place);
    this.#mirror();
  }

  back(): void {
    if (this.canBack) this.#index -= 1;
    this.#mirror();
  }

  forward(): void {
    if (this.canForward) this.#index += 1;
    this.#mirror();
  }

  /** Forgets the way, for another workspace. */
  reset(place: Place = HOME): void {
    this.#stack = [place];
    this.#index = 0;
    this.#mirror();
  }

  #mirror(): void {
    history.replaceState(null, "", toHash(this.place));
  }
}

export const router = new Router();
