// Copying chosen cards as a table and pasting tables into the quick-entry grid. The clipboard is reached through its own events only:
// they need no permission and work alike in every window.

import { isCovered, isTyping } from "../../../shared/keys";
import type { MapState } from "../map.svelte";

/** A cell of separated text: what would break the table becomes a space. */
const cell = (text: string): string => text.replace(/[\t\r\n]+/g, " ").trim();

/** The chosen seats in the order of the outline: name, post, unit. */
export function chosenTable(map: MapState): string {
  const rows = (map.view?.outline ?? []).filter((row) => map.selection.has(row.seat));
  return rows.map((row) => [row.name, row.post, map.unitName(row.unit)].map(cell).join("\t")).join("\n");
}

/** Several cells or several lines: what a spreadsheet copies. */
export function isTable(text: string): boolean {
  return /[\t\n]/.test(text.trim());
}

/** Asks the window to copy; the event that follows takes the table. */
export function copyChosen(): void {
  document.execCommand("copy");
}

/** Answers the way out. */
export function bindClipboard(map: MapState): () => void {
  const free = (event: Event): boolean => !event.defaultPrevented && !isTyping(event) && !isCovered() && (document.getSelection()?.isCollapsed ?? true);
  // WebKit offers copying without selected text only to those who ask for it before.
  const before = (event: Event): void => {
    if (free(event) && map.selection.size > 0) event.preventDefault();
  };
  const copy = (event: ClipboardEvent): void => {
    if (!free(event) || map.selection.size === 0) return;
    event.clipboardData?.setData("text/plain", chosenTable(map));
    event.preventDefault();
  };
  const paste = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!free(event) || map.openGrid === null || map.readOnly || !isTable(text)) return;
    event.preventDefault();
    map.openGrid(text);
  };
  document.addEventListener("beforecopy", before);
  document.addEventListener("copy", copy);
  document.addEventListener("paste", paste);
  return () => {
    document.removeEventListener("beforecopy", before);
    document.removeEventListener("copy", copy);
    document.removeEventListener("paste", paste);
  };
}
