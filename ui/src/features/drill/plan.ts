// The hand-over plan as lines a person chooses from. Pure; the core proposes, ranks and writes.
import type { AcceptDrill, AccountId, AssignmentKind, DrillAccount, DrillHeir, DrillRow, DrillView, SeatId, StaffId } from "../../generated";

/** What a person chose for a line; nothing chosen: the first candidate, taken. */
export interface Pick {
  take?: boolean;
  staff?: StaffId;
}
export type Picks = Readonly<Record<string, Pick>>;

type Matter = DrillAccount["matters"][number];

/** One proposal: who could take it, best first. */
export interface Line {
  key: string;
  account: AccountId;
  what: string;
  note: string;
  heirs: readonly DrillHeir[];
  row: DrillRow | null;
  kind: AssignmentKind | null;
  matter: Matter | null;
  /** One of theirs leaves: ours meets them for a successor. */
  meet: StaffId | null;
}

const rowKey = (seat: SeatId, kind: AssignmentKind) => `${seat}:${kind}`;
const matterKey = (matter: Matter) => `${matter.kind}:${matter.id}:${matter.holder}`;

/** All proposals, in order of loss, those about people before matters of the same account. */
export function linesOf(view: DrillView): Line[] {
  return view.accounts.flatMap((account) => [
    ...account.rows.flatMap((row): Line[] => [
      ...row.proposals.map((one) => ({ key: rowKey(row.seat, one.kind), account: account.account, what: row.name, note: row.note, heirs: one.heirs, row, kind: one.kind, matter: null, meet: null })),
      ...(row.meet ? [{ key: `meet:${row.seat}`, account: account.account, what: row.name, note: row.note, heirs: [], row, kind: null, matter: null, meet: row.meet }] : []),
    ]),
    ...account.matters.map((matter): Line => ({ key: matterKey(matter), account: account.account, what: matter.title, note: matter.detail, heirs: matter.heirs, row: null, kind: null, matter, meet: null })),
  ]);
}

export const staffOf = (line: Line, picks: Picks): StaffId | null => picks[line.key]?.staff ?? line.meet ?? line.heirs[0]?.staff ?? null;

export const isTaken = (line: Line, picks: Picks): boolean => staffOf(line, picks) !== null && (picks[line.key]?.take ?? true);

/** The heir with their reasons, when the core named them. */
export const heirOf = (line: Line, staff: StaffId | null): DrillHeir | undefined => line.heirs.find((heir) => heir.staff === staff);

/** What is accepted: only what is taken. */
export function accepted(lines: readonly Line[], picks: Picks): Chosen {
  const out: Chosen = { rows: [], matters: [], meetings: [] };
  for (const line of lines) {
    const staff = staffOf(line, picks);
    if (staff === null || !isTaken(line, picks)) continue;
    if (line.matter) out.matters.push({ kind: line.matter.kind, id: line.matter.id, staff });
    else if (line.row && line.kind) out.rows.push({ seat: line.row.seat, kind: line.kind, staff });
    else if (line.row && line.meet) out.meetings.push({ seat: line.row.seat, staff });
  }
  return out;
}
export type Chosen = Pick3<AcceptDrill>;
type Pick3<T extends AcceptDrill> = { rows: T["rows"]; matters: T["matters"]; meetings: T["meetings"] };

/** Who takes a responsibility of a row as things are chosen now. */
export function heirsOfRow(lines: readonly Line[], picks: Picks, seat: SeatId): Map<StaffId, AssignmentKind[]> {
  const found = new Map<StaffId, AssignmentKind[]>();
  for (const line of lines) {
    const staff = staffOf(line, picks);
    if (line.row?.seat !== seat || line.kind === null || staff === null || !isTaken(line, picks)) continue;
    found.set(staff, [...(found.get(staff) ?? []), line.kind]);
  }
  return found;
}

/** Who takes a matter as things are chosen now; `null`: nobody. */
export function heirOfMatter(lines: readonly Line[], picks: Picks, matter: Matter): StaffId | null {
  const line = lines.find((one) => one.key === matterKey(matter));
  return line && isTaken(line, picks) ? staffOf(line, picks) : null;
}

/** Points with one decimal, `−9.5`. */
export const points = (value: number): string => (Math.round(value * 10) / 10).toFixed(1);
