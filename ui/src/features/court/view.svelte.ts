// How the grid is looked at; as long as the window lives. Colleagues added, which columns, which rows, and the finding chosen.
import type { StaffChip, StaffId } from "../../generated";

export type Columns = "marked" | "all";

class CourtLook {
  /** Colleagues shown although they hold nothing there yet; the last one's seams are told. */
  added = $state.raw<StaffId[]>([]);
  columns = $state<Columns>("marked");
  byRole = $state(false);
  seniors = $state(false);
  idleTopics = $state(false);
  #offered = $state.raw<StaffChip[]>([]);

  /** Those who could be added, as the grid knows them. */
  get offered(): StaffChip[] {
    return this.#offered.filter((one) => !this.added.includes(one.id));
  }

  offer(staff: StaffChip[]): void {
    this.#offered = staff;
  }

  add(staff: StaffId): void {
    this.added = [...this.added.filter((one) => one !== staff), staff];
  }

  drop(staff: StaffId): void {
    this.added = this.added.filter((one) => one !== staff);
  }
}

export const look = new CourtLook();
