// What was opened lately on this computer: identities alone, no name. The core says which of them still may be shown.
import type { Place } from "../../state/router.svelte";

/** So many are remembered. */
export const MOST = 40;
const NAME = "dianke-recent";

/** The list with one more at its head. */
export function withHead(ids: readonly string[], id: string): string[] {
  return [id, ...ids.filter((one) => one !== id)].slice(0, MOST);
}

/** The identities a place shows: the account or visit, and the person on a page of its own. */
export function idsOf(place: Place): string[] {
  const shown = place as Partial<Record<"account" | "visit" | "person", string>>;
  return [shown.account, shown.visit, shown.person].filter((one) => one !== undefined);
}

function read(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(NAME) ?? "[]");
    return Array.isArray(kept) ? kept.filter((one) => typeof one === "string" && /^[0-9a-f-]{36}$/.test(one)).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

class Recent {
  #ids: string[] | null = null;

  get ids(): readonly string[] {
    return (this.#ids ??= read());
  }

  note(id: string): void {
    if (this.ids[0] === id) return;
    this.#ids = withHead(this.ids, id);
    try {
      localStorage.setItem(NAME, JSON.stringify(this.#ids));
    } catch {
      // A window without storage forgets when it is closed.
    }
  }

  notePlace(place: Place): void {
    for (const id of idsOf(place)) this.note(id);
  }
}

export const recent = new Recent();
