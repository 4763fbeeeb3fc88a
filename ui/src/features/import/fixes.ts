// What a list says in its own way and how it is settled. Pure.
import type { FixChoice, FixKind, FixLine, ImportFix } from "../../generated";

/** What was chosen, by the key of a line or of a kind at once (`owner/*`). */
export type Choices = ReadonlyMap<string, string>;

const AT_ONCE = "proposed";
/** Before the words that take the place of a sentence. */
const INSTEAD = "as:";

/** Kinds whose lines are looked at before anything holds: the button opens them. */
const LOOKED_AT: readonly FixKind[] = ["words", "sensitive"];
export const opensFirst = (fix: ImportFix): boolean => LOOKED_AT.includes(fix.kind) || fix.proposed === 0;

/** Takes every proposal of a kind. */
export const allAsProposed = (choices: Choices, fix: ImportFix): Choices => new Map(choices).set(`${fix.key}/*`, AT_ONCE);

export const chosen = (choices: Choices, line: FixLine, choice: string): Choices => new Map(choices).set(line.key, choice);

export const sentFixes = (choices: Choices): FixChoice[] => [...choices].map(([key, choice]) => ({ key, choice }));

/** Choices for lines that are still there; a mapping that changed takes lines away. */
export function kept(choices: Choices, fixes: readonly ImportFix[]): Choices {
  const known = new Set(fixes.map((one) => one.key));
  const lines = new Set(fixes.flatMap((one) => one.lines.map((line) => line.key)));
  // Of long kinds only the first lines are listed: what is not seen stays.
  const long = new Set(fixes.filter((one) => one.lines.length < one.line_count).map((one) => one.key));
  const kind = (key: string) => key.slice(0, key.indexOf("/"));
  return new Map([...choices].filter(([key]) => known.has(kind(key)) && (key.endsWith("/*") || lines.has(key) || long.has(kind(key)))));
}

export const openFixes = (fixes: readonly ImportFix[]): ImportFix[] => fixes.filter((one) => one.open > 0);

export const instead = (words: string): string => `${INSTEAD}${words}`;
export const insteadOf = (choice: string | null): string | null => (choice?.startsWith(INSTEAD) ? choice.slice(INSTEAD.length) : null);

/** A sentence in pieces, those that are not kept marked. */
export function pieces(line: FixLine): { text: string; marked: boolean }[] {
  const signs = [...line.text];
  const out: { text: string; marked: boolean }[] = [];
  let at = 0;
  for (const mark of line.marks) {
    if (mark.from > at) out.push({ text: signs.slice(at, mark.from).join(""), marked: false });
    out.push({ text: signs.slice(Math.max(at, mark.from), mark.to).join(""), marked: true });
    at = Math.max(at, mark.to);
  }
  if (at < signs.length) out.push({ text: signs.slice(at).join(""), marked: false });
  return out.filter((one) => one.text !== "");
}

/** What a cell shows of one number: its last four digits, as on every card. Several are shown as they are. */
export function masked(field: string | null, sample: string): string | null {
  if (field !== "mobile" && field !== "phone") return null;
  const digits = sample.replace(/\D/g, "");
  return digits.length >= 7 && digits.length <= 15 ? digits.slice(-4) : null;
}
