import type { Consent } from "./Consent";

export type ConsentRow = { consent: Consent, name: string, scope_text: string, in_force: boolean, };
