
export type RightsKind = "access" | "correction" | "objection" | "restriction" | "erasure";
