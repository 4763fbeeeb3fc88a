import type { RetentionRow } from "./RetentionRow";

export type RetentionView = { rows: Array<RetentionRow>, due: number, };
