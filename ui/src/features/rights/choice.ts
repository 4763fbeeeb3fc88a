// Which of the proposed texts are to be written anew, and which lines are blackened. Pure, so that it can be tested alone.
import type { AccessView, ErasureView, MentionChoice, MentionRow } from "../../generated";

export const keyOf = (row: MentionRow): string => `${row.table}/${row.column}/${row.record}`;

/** What is chosen before anybody looked: whatever can mean nobody else. */
export const sureOnes = (view: ErasureView): ReadonlySet<string> => new Set(view.mentions.filter((one) => one.sure).map(keyOf));

/** The request for the rows chosen. */
export const choices = (view: ErasureView, chosen: ReadonlySet<string>): MentionChoice[] => view.mentions.filter((one) => chosen.has(keyOf(one))).map(({ table, column, record }) => ({ table, column, record }));

/** What is blackened before anybody looked: whatever names somebody else. */
export const thirdOnes = (view: AccessView): ReadonlySet<string> => new Set(view.parts.flatMap((part) => part.lines.filter((line) => line.third).map((line) => line.key)));

export function toggled(chosen: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(chosen);
  if (!next.delete(key)) next.add(key);
  return next;
}

/** Whether the typed name is the person's: nothing but spaces around it may differ. */
export const isNamed = (typed: string, name: string): boolean => name !== "" && typed.trim() === name.trim();

/** A moment of the log on this machine's clock: `2026-11-22 14:05`. */
export function moment(at: string): string {
  const when = new Date(at);
  if (Number.isNaN(when.getTime())) return at;
  const two = (number: number) => String(number).padStart(2, "0");
  return `${when.getFullYear()}-${two(when.getMonth() + 1)}-${two(when.getDate())} ${two(when.getHours())}:${two(when.getMinutes())}`;
}
