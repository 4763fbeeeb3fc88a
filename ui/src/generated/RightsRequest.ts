import type { PersonId } from "./PersonId";
import type { RightsKind } from "./RightsKind";
import type { RightsRequestId } from "./RightsRequestId";
import type { RightsStatus } from "./RightsStatus";
import type { StaffId } from "./StaffId";

export type RightsRequest = { id: RightsRequestId, ref?: string | null, person: PersonId, kind: RightsKind, received_on: string, due_on: string, status: RightsStatus, channel: string | null, verified_on: string | null, reviewed_on: string | null, closed_on: string | null, ended_on: string | null, handled_by: StaffId | null, subject: string | null, note: string | null, answer: string | null, };
