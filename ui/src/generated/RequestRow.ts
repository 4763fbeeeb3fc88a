import type { RightsRequest } from "./RightsRequest";

export type RequestRow = { request: RightsRequest, name: string, kind_text: string, status_text: string, overdue: boolean, days_left: number, stops: string | null, };
