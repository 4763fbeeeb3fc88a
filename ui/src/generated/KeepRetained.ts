import type { RetentionChoice } from "./RetentionChoice";

export type KeepRetained = { rows: Array<RetentionChoice>, keep_until: string, reason: string, };
