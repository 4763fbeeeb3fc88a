import type { PersonId } from "./PersonId";

export type SetLegalHold = { person: PersonId, reason: string, from_on: string, };
