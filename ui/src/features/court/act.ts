// One assignment made or ended from the matrix, as of today: of a stakeholder, or of a topic.
import type { AssignmentKind, SeatId, StaffId } from "../../generated";
import { session } from "../../state/session.svelte";
import type { GridRow } from "./grid";

export async function act(row: GridRow, staff: StaffId, kind: AssignmentKind, what: "assign" | "end"): Promise<void> {
  const on = session.today;
  if (row.topic) {
    const topic = { account: row.account, topic: row.topic.topic, staff, kind, on };
    await session.change(what === "assign" ? "assign_topic" : "end_topic", topic);
    return;
  }
  const seat = { seat: row.key as SeatId, staff, kind, on };
  await session.change(what === "assign" ? "assign" : "end_assignment", seat);
}
