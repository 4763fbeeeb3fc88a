// How the list of warnings was left, as long as the window lives; and the record somebody asked for.
import type { AccountId, StaffId, WarningFilter } from "../../generated";
import type { Grouping } from "./model";

class Watching {
  pane = $state<"list" | "records" | "limits">("list");
  filter = $state<WarningFilter>("due");
  grouping = $state<Grouping>("severity");
  owner = $state<StaffId | "all">("all");
  /** The record to open in its form, and whose it is. */
  asked = $state.raw<{ account: AccountId; id: string } | null>(null);

  /** Opens the form of a record. */
  ask(account: AccountId, id: string) {
    this.asked = { account, id };
    this.pane = "records";
  }
}

export const watching = new Watching();
