import type { RightsRequestId } from "./RightsRequestId";
import type { RightsStatus } from "./RightsStatus";
import type { StaffId } from "./StaffId";

export type MoveRightsRequest = { request: RightsRequestId, verified_on: string | null, reviewed_on: string | null, status: RightsStatus | null, ended_on: string | null, handled_by: StaffId | null, answer: string | null, };
