// Days a review starts on, counted back from a day. Days are ISO texts.

/** So many days earlier. */
export function back(day: string, days: number): string {
  const moment = new Date(`${day}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() - days);
  return moment.toISOString().slice(0, 10);
}

/** Whether these are two days in order. */
export const inOrder = (since: string, until: string): boolean => since !== "" && until !== "" && since < until;
