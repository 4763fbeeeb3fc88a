import type { AccountId } from "./AccountId";
import type { DecisionId } from "./DecisionId";
import type { Leaving } from "./Leaving";
export type GetFiguresWithout = { account: AccountId, decision: DecisionId | null, without: Leaving, as_of: string, };
