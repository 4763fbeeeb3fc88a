// Carries out one way to mend a finding. Undoable like every change.
import type { Mend } from "../../generated";
import { session } from "../../state/session.svelte";

export async function mend(way: Mend): Promise<void> {
  const { seat, staff } = way;
  const on = session.today;
  if (way.end) await session.change("end_assignment", { seat, staff, kind: way.end, on });
  if (way.assign) await session.change("assign", { seat, staff, kind: way.assign, on });
}
