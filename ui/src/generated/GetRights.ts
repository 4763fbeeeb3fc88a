import type { PersonId } from "./PersonId";

export type GetRights = { person: PersonId | null, };
