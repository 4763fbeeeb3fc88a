import type { ConsentRow } from "./ConsentRow";
import type { HoldRow } from "./HoldRow";
import type { RequestRow } from "./RequestRow";

export type RightsView = { requests: Array<RequestRow>, consents: Array<ConsentRow>, holds: Array<HoldRow>, waiting: number, overdue: number, };
