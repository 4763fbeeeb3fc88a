// Lines written, removed and put in order, each as one step that can be undone.
import type { Changed, OrderLines, RemoveLine, VisitId } from "../../../generated";
import { session } from "../../../state/session.svelte";
import { NEW_ID, wireLine, type AnyLine, type Kind, type Lines } from "./lines";

/** Throws what the core refuses, for forms that say it beside the fields. */
export async function tryPut<K extends Kind>(kind: K, lines: readonly Lines[K][]): Promise<Changed> {
  const fresh = lines[0]?.id === NEW_ID;
  const [only] = lines;
  if (lines.length === 1 && only) return session.tryChange("put_line", { ...wireLine(kind, only), new: fresh });
  return session.tryChange("put_lines", { lines: lines.map((line) => wireLine(kind, line)), new: fresh });
}

/** Shows what the core refuses. `null`: refused. */
export async function put<K extends Kind>(kind: K, lines: readonly Lines[K][]): Promise<Changed | null> {
  try {
    return await tryPut(kind, lines);
  } catch (thrown) {
    session.fail(thrown);
    return null;
  }
}

export function remove(kind: Kind, line: AnyLine): Promise<Changed | null> {
  return session.change("remove_line", { kind: kind as string as RemoveLine["kind"], id: line.id });
}

export function order(visit: VisitId, kind: Kind, ids: string[]): Promise<Changed | null> {
  return session.change("order_lines", { visit, kind: kind as string as OrderLines["kind"], ids });
}
