import type { LegalHoldId } from "./LegalHoldId";

export type EndLegalHold = { hold: LegalHoldId, on: string, };
