import type { PersonId } from "./PersonId";

export type GetErasure = { person: PersonId, };
