// Days in words. Chinese writes 11-27 in lists, English 27 Nov; another year is always written out.
import { language } from "./index.svelte";

const english = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", ...options });
const near = english({ day: "numeric", month: "short" });
const far = english({ day: "numeric", month: "short", year: "numeric" });

export function shortDay(day: string, today: string): string {
  const sameYear = day.slice(0, 4) === today.slice(0, 4);
  if (language.lang === "en") return (sameYear ? near : far).format(new Date(`${day}T00:00:00Z`));
  return sameYear ? day.slice(5) : day;
}

/** Days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The day `count` days later. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

/** 0 Sunday … 6 Saturday. */
export function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}
