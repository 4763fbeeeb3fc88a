
export type RetentionKind = "visit_logistics" | "diet" | "photo" | "rumour" | "dated_fact" | "silent" | "departed" | "stance";
