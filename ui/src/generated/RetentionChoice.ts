import type { RetentionKind } from "./RetentionKind";

export type RetentionChoice = { kind: RetentionKind, object: string, };
