import type { PersonId } from "./PersonId";

export type GetAccess = { person: PersonId, };
