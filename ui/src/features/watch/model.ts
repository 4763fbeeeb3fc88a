// Groups of warnings, where one leads, and what a form sends. Pure.
import type { Agreement, BudgetLine, Incident, Lang, LimitRow, Severity, WarningRow, WarningStatus, WarningThreshold } from "../../generated";
import type { PlainKey } from "../../i18n/index.svelte";
import type { Place } from "../../state/router.svelte";

/** One per rule, object and account. */
export const keyOf = (row: WarningRow): string => `${row.account} ${row.code} ${row.object}`;

export type Grouping = "severity" | "account";

export interface Group {
  code: string;
  /** The account's name; none where severities group. */
  name: string | null;
  severity: Severity;
  rows: WarningRow[];
}

/** Rows in groups, each group where its first row stands. */
export function grouped(rows: readonly WarningRow[], by: Grouping): Group[] {
  const groups = new Map<string, Group>();
  for (const row of rows) {
    const code = by === "account" ? row.account : row.severity;
    const group = groups.get(code) ?? { code, name: by === "account" ? row.account_name : null, severity: row.severity, rows: [] };
    group.rows.push(row);
    groups.set(code, group);
  }
  return [...groups.values()];
}

/** The row after or before another; the first when that one is gone. */
export function beside(rows: readonly WarningRow[], key: string | null, step: 1 | -1): WarningRow | undefined {
  const at = rows.findIndex((row) => keyOf(row) === key);
  if (at < 0) return rows[0];
  return rows[Math.min(rows.length - 1, Math.max(0, at + step))];
}

/** Where a warning is looked at. */
export function placeOf(row: Pick<WarningRow, "account" | "seat" | "visit" | "step">): Place {
  if (row.visit) return { view: "visit", visit: row.visit };
  if (row.step === "open_matters") return { view: "court", account: row.account, tab: "ledger" };
  return { view: "account", account: row.account, ...(row.seat ? { seat: row.seat } : {}) };
}

export const STATUSES = ["open", "intervening", "rescued", "lost", "false_alarm"] as const satisfies readonly WarningStatus[];

/** Closed ones leave the list of what is due. */
export const isClosed = (status: WarningStatus): boolean => status !== "open" && status !== "intervening";

export const NEW_ID = "00000000-0000-0000-0000-000000000000";

/** A number as typed: full-width signs and thousands separators are read, nothing is `null`, anything else `undefined`. */
export function readNumber(text: string): number | null | undefined {
  const plain = text.normalize("NFKC").replace(/[,\s]/g, "");
  if (plain === "") return null;
  const value = Number(plain);
  return Number.isFinite(value) && value >= 0 ? value : undefined;
}

export type Kept = { kind: "contract"; line: Agreement } | { kind: "incident"; line: Incident } | { kind: "budget_line"; line: BudgetLine };

export interface Field {
  name: string;
  label: PlainKey;
  input: "text" | "day" | "money" | "share" | "category" | "severity" | "staff" | "yes";
  needed?: boolean;
}

/** The fields of each kind, in the order of the form. Text fields without a language stand for both. */
export const FIELDS: Record<Kept["kind"], readonly Field[]> = {
  contract: [
    { name: "name", label: "watch-f-name", input: "text", needed: true },
    { name: "starts_on", label: "watch-f-starts", input: "day" },
    { name: "ends_on", label: "watch-f-ends", input: "day", needed: true },
    { name: "renewal_planned", label: "watch-f-renewal", input: "yes" },
  ],
  incident: [
    { name: "text", label: "watch-f-incident", input: "text", needed: true },
    { name: "severity", label: "watch-f-severity", input: "severity", needed: true },
    { name: "on", label: "watch-f-on", input: "day", needed: true },
    { name: "closed_on", label: "watch-f-closed", input: "day" },
    { name: "owner", label: "watch-f-owner", input: "staff" },
  ],
  budget_line: [
    { name: "category", label: "watch-f-category", input: "category", needed: true },
    { name: "from_on", label: "watch-f-from", input: "day", needed: true },
    { name: "to_on", label: "watch-f-to", input: "day", needed: true },
    { name: "approved", label: "watch-f-approved", input: "money", needed: true },
    { name: "committed", label: "watch-f-committed", input: "money" },
    { name: "actual", label: "watch-f-actual", input: "money" },
    { name: "remaining_plan", label: "watch-f-remaining", input: "money" },
    { name: "probability", label: "watch-f-probability", input: "share" },
    { name: "text", label: "watch-f-text", input: "text" },
  ],
};

/** The text in the language, or the other one. */
export const inLanguage = (lang: Lang, zh: string | null | undefined, en: string | null | undefined): string => (lang === "en" ? (en ?? zh) : (zh ?? en)) ?? "";

const CHINESE = /[㐀-鿿]/u;

/** A text goes to the field of its script; the other language's is kept unless both would say the same. */
export function byScript(text: string, old: { zh: string | null; en: string | null }): { zh: string | null; en: string | null } {
  const plain = text.trim() || null;
  if (plain === null) return { zh: null, en: null };
  return CHINESE.test(plain) ? { zh: plain, en: old.en } : { zh: old.zh !== null && !CHINESE.test(old.zh) ? null : old.zh, en: plain };
}

/** The threshold set for a rule and a tier; `null` tier: for all. */
export function thresholdOf(all: readonly WarningThreshold[], limit: LimitRow, tier: WarningThreshold["tier"]): WarningThreshold | undefined {
  return all.find((one) => one.code === limit.code && one.tier === tier);
}
