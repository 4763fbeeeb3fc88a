// Our people as choices: those who are here, with "nobody" first. Pure.
import type { StaffChip, StaffId } from "../../../generated";

export type Chosen = StaffId | "none";

export function staffChoices(staff: readonly StaffChip[], none: string, points: ReadonlyMap<StaffId, string> = new Map()): { code: Chosen; label: string; note?: string }[] {
  const rows = staff.filter((one) => one.active).map((one) => ({ code: one.id as Chosen, label: one.name, note: points.get(one.id) ?? one.title }));
  const rank = (code: Chosen) => (code !== "none" && points.has(code) ? 0 : 1);
  return [{ code: "none", label: none }, ...rows.sort((a, b) => rank(a.code) - rank(b.code))];
}

export const staffOf = (chosen: Chosen): StaffId | null => (chosen === "none" ? null : chosen);
