import type { CopyRow } from "./CopyRow";
import type { CountRow } from "./CountRow";
import type { PersonId } from "./PersonId";
import type { WrittenRow } from "./WrittenRow";

export type Certificate = { person: PersonId, erased_on: string, actor: string, gone: Array<CountRow>, kept: Array<CountRow>, mentions: number, mentions_left: number, undo_steps: number, barred: boolean, copies: Array<CopyRow>, written: Array<WrittenRow>, millis: number, };
