import type { RetentionKind } from "./RetentionKind";
import type { RetentionNoteId } from "./RetentionNoteId";
import type { StaffId } from "./StaffId";

export type RetentionNote = { id: RetentionNoteId, ref?: string | null, kind: RetentionKind, object: string, keep_until: string, reason: string, decided_on: string, decided_by: StaffId | null, };
