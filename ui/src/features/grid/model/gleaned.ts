// What typed rows already tell: who is on top, what is missing. Facts alone, nothing is scored.

import type { QuickRow } from "../../../generated";
import { isBlank, isUnknown, isUnknownSeat } from "./rows";

export type Gleaned =
  | { kind: "top"; name: string }
  | { kind: "tops"; count: number }
  | { kind: "unnamed"; title: string; count: number }
  | { kind: "ownerless"; count: number }
  | { kind: "roleless"; count: number }
  | { kind: "roles" };

const said = (text: string): boolean => text.trim() !== "" && !isUnknown(text);

/** In the order worth reading; nothing while there is nobody. */
export function gleaned(rows: readonly QuickRow[]): Gleaned[] {
  const typed = rows.filter((row) => !isBlank(row));
  if (typed.length === 0) return [];
  const told: Gleaned[] = [];
  const tops = typed.filter((row) => !said(row.superior));
  const [top] = tops;
  if (typed.length > 1 && tops.length === 1 && top !== undefined) told.push({ kind: "top", name: said(top.name) ? top.name.trim() : top.title.trim() });
  if (tops.length > 1) told.push({ kind: "tops", count: tops.length });
  const unnamed = typed.filter(isUnknownSeat);
  const [first] = unnamed;
  if (first !== undefined) told.push({ kind: "unnamed", title: first.title.trim(), count: unnamed.length });
  const without = (column: "role" | "owner") => typed.filter((row) => !said(row[column])).length;
  if (without("owner") > 0) told.push({ kind: "ownerless", count: without("owner") });
  if (without("role") === 0) told.push({ kind: "roles" });
  else if (without("role") < typed.length) told.push({ kind: "roleless", count: without("role") });
  return told;
}
