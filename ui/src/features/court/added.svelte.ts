// Colleagues shown in the grid although they hold nothing there yet; as long as the window lives.
import type { StaffChip, StaffId } from "../../generated";

class Added {
  staff = $state.raw<StaffId[]>([]);
  #offered = $state.raw<StaffChip[]>([]);

  /** Those who could be added, as the grid knows them. */
  get offered(): StaffChip[] {
    return this.#offered.filter((one) => !this.staff.includes(one.id));
  }

  offer(staff: StaffChip[]): void {
    this.#offered = staff;
  }

  add(staff: StaffId): void {
    if (!this.staff.includes(staff)) this.staff = [...this.staff, staff];
  }
}

export const added = new Added();
