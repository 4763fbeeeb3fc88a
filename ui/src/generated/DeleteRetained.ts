import type { RetentionChoice } from "./RetentionChoice";

export type DeleteRetained = { rows: Array<RetentionChoice>, };
