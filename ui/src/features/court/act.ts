// One assignment made or ended from the matrix, as of today.
import type { AssignmentKind } from "../../generated";
import { session } from "../../state/session.svelte";
import type { Spot } from "./model";

export async function act(spot: Spot, kind: AssignmentKind, what: "assign" | "end"): Promise<void> {
  await session.change(what === "assign" ? "assign" : "end_assignment", { seat: spot.seat, staff: spot.staff, kind, on: session.today });
}
