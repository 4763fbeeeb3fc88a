// Arrows among the rows of a table: each row has one button that names it.
import { isComposing } from "../../shared/keys";
import { moveRow } from "./ledger";

export function walkRows(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  if (isComposing(event) || !(event.target instanceof HTMLElement) || !event.target.matches("[data-row]")) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-row]")];
  const next = moveRow(rows.length, rows.indexOf(event.target), event.key);
  if (next === null) return;
  event.preventDefault();
  rows[next]?.focus();
}
