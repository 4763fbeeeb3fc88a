import type { ConsentId } from "./ConsentId";
import type { ConsentScope } from "./ConsentScope";
import type { PersonId } from "./PersonId";
import type { StaffId } from "./StaffId";

export type Consent = { id: ConsentId, ref?: string | null, person: PersonId | null, staff: StaffId | null, scope: ConsentScope, version: string, text: string, channel: string, given_on: string, until_on: string | null, withdrawn_on: string | null, };
