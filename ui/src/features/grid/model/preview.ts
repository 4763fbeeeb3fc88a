// How typed rows will hang together: a tree by the names of superiors, beneath people of the map where they are named.

import type { QuickRow } from "../../../generated";
import { isBlank, isUnknown } from "./rows";

/** A line of the preview. `place`: its row in the grid; `null`: a person who is on the map already. */
export interface PreviewLine {
  place: number | null;
  depth: number;
  name: string;
  post: string;
}

/**
 * The rows as a tree. `onMap` knows whether somebody of that name is on the map; `fallback` is the person of the map above rows without a superior.
 * Rows that name each other in a circle, or nobody there is, stand at the top: the check says what is wrong with them.
 */
export function preview(rows: readonly QuickRow[], onMap: (name: string) => boolean, fallback: string | null): PreviewLine[] {
  const places = rows.flatMap((row, place) => (isBlank(row) ? [] : [place]));
  const named = new Map<string, number>();
  for (const place of places) {
    const name = nameOf(rows[place]);
    if (name !== "" && !named.has(name)) named.set(name, place);
  }
  const beneath = new Map<number | string, number[]>();
  const hang = (above: number | string, place: number) => beneath.set(above, [...(beneath.get(above) ?? []), place]);
  for (const place of places) {
    const superior = superiorOf(rows[place]);
    const row = named.get(superior);
    if (superior !== "" && row !== undefined && !circles(rows, named, place)) hang(row, place);
    else if (superior !== "" && row === undefined && onMap(superior)) hang(superior, place);
    else if (superior === "" && fallback !== null) hang(fallback, place);
    else hang("", place);
  }
  const lines: PreviewLine[] = [];
  const walk = (place: number, depth: number) => {
    lines.push({ place, depth, name: nameOf(rows[place]), post: rows[place]?.title.trim() ?? "" });
    for (const one of beneath.get(place) ?? []) walk(one, depth + 1);
  };
  for (const place of beneath.get("") ?? []) walk(place, 0);
  for (const [above, below] of beneath) {
    if (typeof above === "number" || above === "") continue;
    lines.push({ place: null, depth: 0, name: above, post: "" });
    for (const place of below) walk(place, 1);
  }
  return lines;
}

function nameOf(row: QuickRow | undefined): string {
  const name = row?.name.trim() ?? "";
  return isUnknown(name) ? "" : name;
}

function superiorOf(row: QuickRow | undefined): string {
  const name = row?.superior.trim() ?? "";
  return isUnknown(name) ? "" : name;
}

/** Going up from a row leads back to it, or into a circle. */
function circles(rows: readonly QuickRow[], named: ReadonlyMap<string, number>, from: number): boolean {
  const seen = new Set<number>();
  for (let at: number | undefined = from; at !== undefined; at = named.get(superiorOf(rows[at]))) {
    if (seen.has(at)) return true;
    seen.add(at);
  }
  return false;
}
