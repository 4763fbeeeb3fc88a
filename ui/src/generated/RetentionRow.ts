import type { PersonId } from "./PersonId";
import type { RetentionKind } from "./RetentionKind";
import type { VisitId } from "./VisitId";

export type RetentionRow = { kind: RetentionKind, object: string, person: PersonId | null, visit: VisitId | null, name: string, what: string, rule: string, due_on: string, due: boolean, deletable: boolean, held: boolean, };
