// Who of ours verifies at this desk; remembered for the next time, on this machine only.
import type { StaffId } from "../../generated";

const KEY = "dianke.verifier";

class Verifier {
  #staff = $state<StaffId | null>(read());

  get staff(): StaffId | null {
    return this.#staff;
  }

  set staff(staff: StaffId | null) {
    this.#staff = staff;
    try {
      if (staff === null) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, staff);
    } catch {
      // Without storage it holds until the window closes.
    }
  }
}

function read(): StaffId | null {
  try {
    return localStorage.getItem(KEY) as StaffId | null;
  } catch {
    return null;
  }
}

export const verifier = new Verifier();
