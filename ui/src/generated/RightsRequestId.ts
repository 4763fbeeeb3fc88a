
export type RightsRequestId = string & { readonly __id: "RightsRequestId" };
