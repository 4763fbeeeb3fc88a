import type { ConsentId } from "./ConsentId";

export type WithdrawConsent = { consent: ConsentId, on: string, };
