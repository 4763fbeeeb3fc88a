// Days as people type them.

import { addDays } from "../../i18n/days";

const wide = (text: string): string => text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));

/** `2026-08-20`, `2026/8/20`, `20260820`, `2026年8月20日`, `8-20` (the latest that is not after `max`); a later day becomes `max`. `null`: not a day. */
export function readDay(text: string, max: string): string | null {
  const plain = wide(text).trim();
  const packed = /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  const parts = (packed?.slice(1) ?? plain.split(/\D+/).filter((part) => part !== "")).map(Number);
  const [year, month, date] = parts.length === 2 ? [Number(max.slice(0, 4)), ...parts] : parts;
  if (parts.length < 2 || parts.length > 3 || year === undefined || month === undefined || date === undefined || year < 1900 || year > 9999) return null;
  const day = written(year, month, date);
  if (day === null || day <= max) return day;
  return parts.length === 2 ? written(year - 1, month, date) : max;
}

function written(year: number, month: number, date: number): string | null {
  const day = `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
  // 30 February would silently become a day in March.
  const real = Number.isNaN(Date.parse(`${day}T00:00:00Z`)) ? null : addDays(day, 0);
  return real === day ? day : null;
}
