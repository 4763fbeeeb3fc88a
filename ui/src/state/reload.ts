// Who wants to hear about which area. A change names the areas it touched; only stores subscribed to one of them load again.
import type { Area } from "../generated";

interface Subscription {
  areas: ReadonlySet<Area>;
  load: () => unknown;
}

const subscriptions = new Set<Subscription>();

/** Calls `load` after every change that touches one of `areas`. Returns the way out. */
export function subscribe(areas: readonly Area[], load: () => unknown): () => void {
  const own = { areas: new Set(areas), load };
  subscriptions.add(own);
  return () => void subscriptions.delete(own);
}

/** Loads the stores of these areas again and waits for them. */
export async function reload(areas: readonly Area[]): Promise<void> {
  const due = [...subscriptions].filter((one) => areas.some((area) => one.areas.has(area)));
  await Promise.all(due.map((one) => one.load()));
}
