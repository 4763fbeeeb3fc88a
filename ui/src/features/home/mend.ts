// Carries out one way to mend a finding. Undoable like every change.
import type { Mend } from "../../generated";
import { session } from "../../state/session.svelte";
import { confirming } from "../court/confirming.svelte";

export async function mend(way: Mend): Promise<void> {
  // Who confirms a choice against the rule is asked for; nobody is signed in. When and how somebody was in touch nobody knows but they.
  if ((way.act.do === "confirm" && !way.act.by) || (way.act.do === "log" && !way.act.kind)) return confirming.ask(way);
  await session.change("apply_mend", { act: way.act, on: session.today });
}
