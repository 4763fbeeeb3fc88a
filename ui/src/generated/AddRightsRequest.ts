import type { FactId } from "./FactId";
import type { PersonId } from "./PersonId";
import type { RightsKind } from "./RightsKind";

export type AddRightsRequest = { person: PersonId, kind: RightsKind, received_on: string, due_on: string | null, channel: string | null, subject: FactId | null, note: string | null, };
