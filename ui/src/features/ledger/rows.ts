// Arrows among the rows of the ledger: each row has one button that names it.
import { isComposing } from "../../shared/keys";
import { moveRow } from "./ledger";

export function walkRows(event: KeyboardEvent, list: HTMLElement): void {
  if (isComposing(event) || !(event.target instanceof HTMLElement) || !event.target.matches("[data-row]")) return;
  const rows = [...list.querySelectorAll<HTMLElement>("[data-row]")];
  const next = moveRow(rows.length, rows.indexOf(event.target), event.key);
  if (next === null) return;
  event.preventDefault();
  rows[next]?.focus();
}
