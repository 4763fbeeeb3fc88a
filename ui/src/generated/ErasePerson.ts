import type { MentionChoice } from "./MentionChoice";
import type { PersonId } from "./PersonId";

export type ErasePerson = { person: PersonId, name: string, mentions: Array<MentionChoice>, };
