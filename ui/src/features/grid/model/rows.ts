// The rows of the quick-entry grid: what is a row, what is unknown, what is sent.

import type { QuickRow } from "../../../generated";

/** The columns in their order; the names are those the core answers with. */
export const COLUMNS = ["name", "title", "superior", "unit", "role", "owner"] as const;
export type Column = (typeof COLUMNS)[number];

/** A row on screen; `id` stays when rows are added or taken away. */
export interface GridRow extends QuickRow {
  id: number;
}

/** Rows the grid takes; more is a list for the import. */
export const MOST_ROWS = 500;

/** The mark of a name nobody knows yet. */
export function isUnknown(text: string): boolean {
  const mark = text.trim();
  return mark === "?" || mark === "？";
}

export function isBlank(row: QuickRow): boolean {
  return COLUMNS.every((column) => row[column].trim() === "");
}

/** A seat without a known name. */
export function isUnknownSeat(row: QuickRow): boolean {
  return !isBlank(row) && (row.name.trim() === "" || isUnknown(row.name));
}

/** The rows as the core takes them, with the place each has in the grid. */
export function toSend(rows: readonly QuickRow[]): { rows: QuickRow[]; places: number[] } {
  const places = rows.flatMap((row, place) => (isBlank(row) ? [] : [place]));
  const said = (text: string) => (isUnknown(text) ? "" : text.trim());
  const clean = (row: QuickRow): QuickRow => ({ name: said(row.name), title: row.title.trim(), superior: said(row.superior), unit: said(row.unit), role: said(row.role), owner: said(row.owner) });
  return { rows: places.map((place) => clean(rows[place] as QuickRow)), places };
}
