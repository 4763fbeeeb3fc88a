
export type RetentionNoteId = string & { readonly __id: "RetentionNoteId" };
