
export type RightsStatus = "open" | "granted" | "refused";
