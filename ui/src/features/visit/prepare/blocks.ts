// Marks of a block of preparation: what comes next at a press, how much each counts, how many squares are filled.
import type { BlockState } from "../../../generated";

export const NEXT: Record<BlockState, BlockState> = { empty: "draft", draft: "confirmed", confirmed: "empty", not_applicable: "empty" };
export const SHARE: Record<BlockState, number> = { empty: 0, draft: 0.5, confirmed: 1, not_applicable: 0 };
export const FILL: Record<BlockState, number> = { empty: 0, draft: 1, confirmed: 2, not_applicable: 0 };
