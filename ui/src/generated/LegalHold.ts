import type { LegalHoldId } from "./LegalHoldId";
import type { PersonId } from "./PersonId";
import type { StaffId } from "./StaffId";

export type LegalHold = { id: LegalHoldId, ref?: string | null, person: PersonId, reason: string, from_on: string, to_on: string | null, set_by: StaffId | null, };
