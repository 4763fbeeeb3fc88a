import type { LegalHold } from "./LegalHold";

export type HoldRow = { hold: LegalHold, name: string, in_force: boolean, };
