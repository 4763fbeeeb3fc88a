// A column mapping as the window edits it: a field stands at one column only. Pure.
import type { ImportColumn } from "../../generated";

export type Mapping = (string | null)[];

export const mappingOf = (columns: readonly ImportColumn[]): Mapping => columns.map((column) => column.field);

/** `field` at `index`; where it stood before becomes free. */
export function mapped(mapping: Mapping, index: number, field: string | null): Mapping {
  return mapping.map((own, at) => (at === index ? field : own !== null && own === field ? null : own));
}

export const sameMapping = (a: Mapping, b: Mapping): boolean => a.length === b.length && a.every((field, index) => field === b[index]);
