// The keyboard of the responsibility matrix, and where a collision band lies. Pure, no domain rules.
import type { AssignmentKind, CourtCell, CourtColumn, FindingRow, StaffId } from "../../generated";

/** The cell that has the keyboard: a row of the grid and one of ours. */
export interface Spot {
  row: string;
  staff: StaffId;
}

export type CourtAction = { assign: AssignmentKind } | { end: true };

/** In the order in which tiles stand, and in which Delete takes them off. */
export const KINDS: readonly AssignmentKind[] = ["owner", "backup", "sponsor", "supporter"];

const BY_KEY: Record<string, AssignmentKind> = { O: "owner", B: "backup", S: "sponsor", "+": "supporter", "=": "supporter", "＋": "supporter" };

/** What a key does to the cell; `null`: nothing. */
export function actionOf(key: string): CourtAction | null {
  if (key === "Delete" || key === "Backspace") return { end: true };
  const kind = BY_KEY[key.length === 1 ? key.toUpperCase() : key];
  return kind ? { assign: kind } : null;
}

const PAGE = 10;

/** The cell reached by an arrow, a page, Home or End; edges hold. `null`: the key does not move. */
export function moveSpot(rows: readonly string[], staff: readonly StaffId[], at: Spot | null, key: string): Spot | null {
  const steps: Record<string, [number, number]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], Home: [0, -Infinity], End: [0, Infinity], PageUp: [-PAGE, 0], PageDown: [PAGE, 0] };
  const step = steps[key];
  if (!step || rows.length === 0 || staff.length === 0) return null;
  const row = at ? rows.indexOf(at.row) : -1;
  const column = at ? staff.indexOf(at.staff) : -1;
  if (row < 0 || column < 0) return { row: rows[Math.max(0, row)]!, staff: staff[Math.max(0, column)]! };
  const clamp = (value: number, size: number) => Math.max(0, Math.min(size - 1, value));
  return { row: rows[clamp(row + step[0], rows.length)]!, staff: staff[clamp(column + step[1], staff.length)]! };
}

/** The tile that Delete takes off: one for each press, so that each is one step back. */
export const endKind = (cell: CourtCell | undefined): AssignmentKind | null => KINDS.find((kind) => cell?.kinds.includes(kind)) ?? null;

export const cellOf = (cells: readonly CourtCell[], staff: StaffId): CourtCell | undefined => cells.find((cell) => cell.staff === staff);

/** First and last column of the owners of a row in collision. */
export function bandOf(cells: readonly CourtCell[], collision: boolean, staff: readonly StaffId[]): { from: number; to: number } | null {
  if (!collision) return null;
  const columns = cells.filter((cell) => cell.kinds.includes("owner")).map((cell) => staff.indexOf(cell.staff)).filter((index) => index >= 0);
  return columns.length > 1 ? { from: Math.min(...columns), to: Math.max(...columns) } : null;
}

export type FindingKind = "gap" | "collision";

export const kindOf = (finding: FindingRow): FindingKind => (finding.code.startsWith("C") ? "collision" : "gap");

/** The finding reached from where one is; past the last it begins anew. -1: there is none. */
export const nextFinding = (count: number, at: number | null, step: number): number => (count === 0 ? -1 : at === null ? (step > 0 ? 0 : count - 1) : (at + step + count) % count);

/**
 * Columns in the order in which they stay: those of `kept` where they were, so that nothing jumps while one assigns; new
 * ones behind them, owners first.
 */
export function inOrder(columns: readonly CourtColumn[], kept: readonly StaffId[]): CourtColumn[] {
  const places = new Map(kept.map((staff, at) => [staff, at]));
  const place = (column: CourtColumn) => places.get(column.staff) ?? kept.length + (column.owns > 0 ? 0 : 1);
  return [...columns].sort((a, b) => place(a) - place(b));
}
