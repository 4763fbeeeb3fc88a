import type { CopyRow } from "./CopyRow";
import type { CountRow } from "./CountRow";
import type { MentionRow } from "./MentionRow";
import type { PersonId } from "./PersonId";
import type { WrittenRow } from "./WrittenRow";

export type ErasureView = { person: PersonId, name: string, hold: string | null, gone: Array<CountRow>, kept: Array<CountRow>, mentions: Array<MentionRow>, copies: Array<CopyRow>, written: Array<WrittenRow>, undo_steps: number, barred: boolean, };
