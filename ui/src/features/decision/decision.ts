// Words and rules of decisions and committees that the page decides alone.

import type { BodyMember, DecisionKind, DecisionRow, SceneCard, SeatId, VotingRule } from "../../generated";

/** Kinds of decision, as the customer meets them. */
export const KINDS: readonly DecisionKind[] = ["purchase", "framework_purchase", "tender", "renewal", "expansion", "project", "dispute", "standing"];
export const RULES: readonly VotingRule[] = ["majority", "two_thirds", "unanimous", "chair_decides"];

/** A refusal of the page in the shape of the core's, so that the catalogue of refusals words it. */
export function refusal(code: string): { code: string; params: Record<string, never>; cause: null } {
  return { code, params: {}, cause: null };
}

/** The name a person gave; a decision called after its kind has none of its own. */
export function ownName(row: DecisionRow): string {
  return row.name === row.kind_text ? "" : row.name;
}

/** The last day lies before the first. */
export function reversed(from: string, to: string): boolean {
  return from !== "" && to !== "" && to < from;
}

/** The shape of a vote: for, against, or the ring of the unknown. A person who must not be approached counts as unknown. */
export function voteLevel(member: Pick<BodyMember, "vote" | "no_contact">): 1 | -1 | null {
  if (member.no_contact) return null;
  return member.vote === "support" ? 1 : member.vote === "oppose" ? -1 : null;
}

/** A whole number of seats from what was typed, or `null`. */
export function seatCount(text: string): number | null {
  const plain = text.trim().replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  return /^[1-9]\d{0,2}$/.test(plain) ? Number(plain) : null;
}

/** The key of cards of people who must not be approached. */
export const NO_CONTACT = "no-contact";

/** Seats nobody may approach, by the keys of their cards. */
export function barred(cards: readonly Pick<SceneCard, "seat" | "keys">[]): ReadonlySet<SeatId> {
  return new Set(cards.filter((card) => card.keys.includes(NO_CONTACT)).map((card) => card.seat));
}
