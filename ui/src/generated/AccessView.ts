import type { AccessPart } from "./AccessPart";
import type { PersonId } from "./PersonId";

export type AccessView = { person: PersonId, name: string, parts: Array<AccessPart>, third: number, };
