// A rule while it is written: what the fields hold, and what is sent.
import type { AccountId, CoverageRule, CoverageRuleId, DecisionRole, JobRole, UnitId } from "../../../generated";

export interface RuleDraft {
  id: CoverageRuleId | null;
  account: AccountId | "";
  unit: UnitId | "";
  function: string;
  rankFrom: string;
  rankTo: string;
  role: DecisionRole | "";
  job: JobRole;
  position: number;
}

const NOBODY = "00000000-0000-0000-0000-000000000000" as CoverageRuleId;

export const blank = (account: AccountId | undefined, position: number): RuleDraft => ({ id: null, account: account ?? "", unit: "", function: "", rankFrom: "", rankTo: "", role: "", job: "AR", position });

export const draftOf = (rule: CoverageRule): RuleDraft => ({
  id: rule.id,
  account: rule.account ?? "",
  unit: rule.unit ?? "",
  function: rule.function ?? "",
  rankFrom: rule.rank_from?.toString() ?? "",
  rankTo: rule.rank_to?.toString() ?? "",
  role: rule.decision_role ?? "",
  job: rule.job_role,
  position: rule.position,
});

/** A rank typed; `null` when the field is empty, `undefined` when it is no rank. */
export function rankOf(text: string): number | null | undefined {
  const plain = text.normalize("NFKC").trim();
  if (plain === "") return null;
  const rank = Number(plain);
  return Number.isInteger(rank) && rank >= 1 && rank <= 10 ? rank : undefined;
}

/** The rule to send; `null` while a rank is no rank or the bounds are turned round. */
export function ruleOf(draft: RuleDraft): CoverageRule | null {
  const [from, to] = [rankOf(draft.rankFrom), rankOf(draft.rankTo)];
  if (from === undefined || to === undefined || (from !== null && to !== null && to < from)) return null;
  return {
    id: draft.id ?? NOBODY,
    account: draft.account || null,
    // A unit belongs to an account; without one it says nothing.
    unit: (draft.account && draft.unit) || null,
    function: draft.function.trim() || null,
    rank_from: from,
    rank_to: to,
    decision_role: draft.role || null,
    job_role: draft.job,
    position: draft.position,
  };
}

/** Positions of a list after one of its rules moved by a step; only those that change. */
export function moved(rules: readonly CoverageRule[], id: CoverageRuleId, by: number): CoverageRule[] {
  const at = rules.findIndex((one) => one.id === id);
  const other = rules[at + by];
  const own = rules[at];
  if (!own || !other) return [];
  const order = rules.map((one) => one.id);
  order.splice(at, 1);
  order.splice(at + by, 0, id);
  return order.flatMap((one, position) => {
    const rule = rules.find((known) => known.id === one);
    return rule && rule.position !== position ? [{ ...rule, position }] : [];
  });
}
