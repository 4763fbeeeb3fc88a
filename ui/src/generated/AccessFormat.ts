
export type AccessFormat = "pdf" | "json";
