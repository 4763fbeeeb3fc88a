
export type ConsentId = string & { readonly __id: "ConsentId" };
