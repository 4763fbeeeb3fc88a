// The log of the day: which day and minute an entry gets, its order, and what it says about who came. Pure.
import type { LogKind, PersonId, StaffId, VisitId, VisitLogEntry, VisitLogEntryId } from "../../../generated";
import { addDays } from "../../../i18n/days";
import { NEW_ID } from "../plan/lines";

/** What is noted in seconds, in the order of the buttons; keys are Alt and their number. */
export const KINDS: readonly LogKind[] = ["said", "asked", "promised", "arrived", "absent", "changed", "note"];

/** Kinds that say enough with a person alone. */
export const WORDLESS: ReadonlySet<LogKind> = new Set<LogKind>(["arrived", "absent"]);

export type Who = { person: PersonId } | { staff: StaffId } | null;

/** The day something is noted for: today within the visit, else the nearer end of it. */
export function logDay(today: string, starts_on: string, days: number): string {
  const last = addDays(starts_on, Math.max(1, days) - 1);
  return today < starts_on ? starts_on : today > last ? last : today;
}

export function clockNow(now: Date): string {
  return `${String(now.getHours()).padStart(2, "0")}:${String(now.getMinutes()).padStart(2, "0")}`;
}

/** What stops an entry from being saved; `null`: nothing. */
export function faultOf(kind: LogKind, who: Who, text: string): "who" | "text" | null {
  if (WORDLESS.has(kind)) return who === null ? "who" : null;
  return text.trim() === "" ? "text" : null;
}

export function entryOf(visit: VisitId, on: string, at: string, kind: LogKind, who: Who, text: string): VisitLogEntry {
  return {
    id: NEW_ID as VisitLogEntryId,
    visit,
    on,
    at,
    kind,
    person: who && "person" in who ? who.person : null,
    staff: who && "staff" in who ? who.staff : null,
    text: text.trim() === "" ? null : text.trim(),
    commitment: null,
  };
}

/** Newest first, as it is read on the day. */
export function latest(entries: readonly VisitLogEntry[]): VisitLogEntry[] {
  return [...entries].sort((a, b) => (a.on === b.on ? (a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1) : a.on < b.on ? 1 : -1));
}

/** When a guest was first noted as arrived, or `null`. */
export function arrival(entries: readonly VisitLogEntry[], person: PersonId): string | null {
  const all = entries.filter((one) => one.kind === "arrived" && one.person === person).map((one) => one.at).sort();
  return all[0] ?? null;
}
