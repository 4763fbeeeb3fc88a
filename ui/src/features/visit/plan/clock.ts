// Times of a day as typed, as written and as minutes; and spans in words. Pure.

/** Minutes after midnight; `null` where the text is no time. Takes 9, 930, 0930, 9:30, 9.30 and the full-width forms. */
export function minutesOf(typed: string): number | null {
  const plain = typed.normalize("NFKC").trim().replace(/[.。时点h]/gi, ":").replace(/[分m]$/i, "");
  const parts = /^(\d{1,2}):?$/.exec(plain) ?? /^(\d{1,2}):(\d{1,2})$/.exec(plain) ?? /^(\d{1,2})(\d{2})$/.exec(plain);
  if (!parts) return null;
  const [hours, minutes] = [Number(parts[1]), Number(parts[2] ?? 0)];
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : null;
}

export function clockOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** `09:30` for whatever was typed, or `null`. */
export function asClock(typed: string): string | null {
  const minutes = minutesOf(typed);
  return minutes === null ? null : clockOf(minutes);
}

/** `09:00–10:30`, or the start alone. */
export function span(from: string | null, to: string | null): string {
  return from && to ? `${from}–${to}` : (from ?? "");
}
