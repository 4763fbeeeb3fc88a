// Carries out one way to mend a finding. Undoable like every change.
import type { Mend } from "../../generated";
import { session } from "../../state/session.svelte";

export async function mend(way: Mend): Promise<void> {
  await session.change("apply_mend", { act: way.act, on: session.today });
}
