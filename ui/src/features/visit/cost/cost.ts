// The cost plan of a visit: sums by category and in all, per head, against the limit; and the table for a spreadsheet. Pure.
import type { CostCategory, CostLine } from "../../../generated";

export interface Sum {
  planned: number;
  /** `null`: nothing has been spent yet, as far as is known. */
  actual: number | null;
  /** Lines without a planned amount. */
  open: number;
}

export function sumOf(lines: readonly CostLine[]): Sum {
  const spent = lines.flatMap((line) => (line.actual === null ? [] : [line.actual]));
  return { planned: cents(lines.reduce((sum, line) => sum + (line.planned ?? 0), 0)), actual: spent.length ? cents(spent.reduce((sum, one) => sum + one, 0)) : null, open: lines.filter((line) => line.planned === null).length };
}

/** Whole cents, so that sums of decimals read as they add up on paper. */
function cents(value: number): number {
  return Math.round(value * 100) / 100;
}

/** What is left of the limit; below zero: over it. `null`: no limit. */
export function leftOf(limit: number | null, sum: Sum): number | null {
  return limit === null ? null : cents(limit - Math.max(sum.planned, sum.actual ?? 0));
}

export function perHead(amount: number, heads: number): number | null {
  return heads > 0 ? cents(amount / heads) : null;
}

export function byCategory(lines: readonly CostLine[], categories: readonly CostCategory[]): { category: CostCategory; lines: CostLine[] }[] {
  return categories.map((category) => ({ category, lines: lines.filter((line) => line.category === category) })).filter((one) => one.lines.length > 0);
}

/** A cell of pasted text: one line, and never taken for a formula by the spreadsheet. */
export function cell(text: string): string {
  const plain = text.replace(/\s+/g, " ").trim();
  return /^[=+\-@]/.test(plain) ? `'${plain}` : plain;
}

/** Rows separated by tabs, as spreadsheets paste them. Unknown amounts stay empty. */
export function tableOf(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows.map((row) => row.map((one) => (typeof one === "string" ? cell(one) : (one ?? ""))).join("\t")).join("\r\n");
}
