// Whether a card may be dropped on another: what "move under this superior" allows. The core decides again when it is done.

import type { SeatId } from "../../../generated";
import type { Neighbours } from "./neighbours";

/** Why a drop is refused, or that it is allowed. `same`: nothing would change. */
export type Drop = "allowed" | "self" | "cycle" | "same" | "read_only";

/** The branches in the hand and a superior they may get; with several it is `same` only when it is for all of them. */
export function judgeDrops(tree: Neighbours, moved: readonly SeatId[], target: SeatId, readOnly: boolean): Drop {
  const drops = moved.map((seat) => judgeDrop(tree, { moved: seat, target, superior: tree.superior(seat), readOnly }));
  return drops.find((drop) => drop !== "allowed" && drop !== "same") ?? (drops.every((drop) => drop === "same") ? "same" : "allowed");
}

/** What the rules look at. */
export interface DropQuestion {
  moved: SeatId;
  target: SeatId;
  /** Superior of the moved seat now. */
  superior: SeatId | null;
  readOnly: boolean;
}

/** Judges a drop. */
export function judgeDrop(tree: Neighbours, question: DropQuestion): Drop {
  if (question.readOnly) return "read_only";
  if (question.moved === question.target) return "self";
  if (tree.isBeneath(question.target, question.moved)) return "cycle";
  return question.superior === question.target ? "same" : "allowed";
}
