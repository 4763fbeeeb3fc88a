// What one receiver of a gift gets. Pure; the core decides by the same rule.

/** The pieces shared out, a started share counted whole, times the value of one. Nobody named: one receiver. `null`: not priced. */
export function shareOf(value: number | null, pieces: number | null, receivers: number): number | null {
  if (value === null || !Number.isFinite(value)) return null;
  const heads = Math.max(1, receivers);
  return value * Math.max(1, Math.ceil((pieces ?? heads) / heads));
}
