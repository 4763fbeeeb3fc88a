import type { ConsentScope } from "./ConsentScope";
import type { PersonId } from "./PersonId";
import type { StaffId } from "./StaffId";

export type GiveConsent = { person: PersonId | null, staff: StaffId | null, scope: ConsentScope, version: string, text: string, channel: string, given_on: string, until_on: string | null, };
