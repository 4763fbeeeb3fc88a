import type { AccessRow } from "./AccessRow";

export type AccessPart = { part: string, label: string, lines: Array<AccessRow>, };
