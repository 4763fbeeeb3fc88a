
export type LegalHoldId = string & { readonly __id: "LegalHoldId" };
