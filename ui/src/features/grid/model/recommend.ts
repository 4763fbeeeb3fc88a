// What a cell probably holds, from what the row says already. Offered, never written unasked.

import type { DecisionRole, QuickRow } from "../../../generated";

/** Words of posts by the part such a post mostly has in a decision; the first that fits counts. Recognised, never shown. */
const POSTS: readonly (readonly [DecisionRole, RegExp])[] = [
  ["gatekeeper", /秘书|助理|办公室|assistant|secretary/i],
  ["commercial_evaluator", /采购|商务|合同|供应|procurement|purchas|buyer|commercial/i],
  ["approver", /财务|审计|法务|风控|\bcfo\b|financ|audit|legal/i],
  ["technical_evaluator", /总工|技术|工程|信息|研发|质量|\bcto\b|\bcio\b|engineer|technical|\bit\b/i],
  ["user", /生产|运营|运行|车间|厂长|设备|使用|operation|production|plant/i],
  ["decision_maker", /副总|分管|deputy|vice/i],
  ["economic_buyer", /董事长|总经理|总裁|院长|局长|\bceo\b|president|general manager|chairman/i],
];

/** The role a post suggests. */
export function roleOf(title: string): DecisionRole | null {
  return POSTS.find(([, words]) => words.test(title))?.[0] ?? null;
}

/** Who of ours answers for the superior answers for the report, until somebody says otherwise. */
export function ownerOf(rows: readonly QuickRow[], place: number): string {
  const superior = rows[place]?.superior.trim() ?? "";
  const above = superior === "" ? undefined : rows.find((row) => row.name.trim() === superior);
  return above?.owner.trim() ?? "";
}
