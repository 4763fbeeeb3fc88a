// The lines of the palette: what was found in sections, what can be done with the first person, and commands.
import type { Found } from "../../generated";
import type { Command } from "./commands";

export type Mark = readonly [number, number];
export type Row = { id: string; section: string; found: Found } | { id: string; section: string; command: Command; marks: readonly Mark[] };

/** A line on screen: the head of a section, or a row with its number. */
export type Line = { top: number; height: number } & ({ head: string } | { row: Row; at: number });

export const ROW = 40;
export const HEAD = 32;

/** What the first sign narrows the search to; full-width signs count. */
export type Scope = "all" | "commands" | "people";

export function scopeOf(text: string): { scope: Scope; text: string } {
  const rest = text.trimStart();
  if (/^[>＞》]/.test(rest)) return { scope: "commands", text: rest.slice(1).trim() };
  if (/^[@＠]/.test(rest)) return { scope: "people", text: rest.slice(1).trim() };
  return { scope: "all", text: rest.trim() };
}

/** A typed prefix put before the text, or taken away when it is there. */
export function withScope(text: string, sign: ">" | "@"): string {
  const own = scopeOf(text);
  const same = (sign === ">" && own.scope === "commands") || (sign === "@" && own.scope === "people");
  return same ? own.text : `${sign}${own.text}`;
}

export interface Answer {
  hits: readonly Found[];
  /** Commands that fit, best first; all of them when nothing was typed. */
  offers: readonly { command: Command; marks: readonly Mark[] }[];
}

/** So many of the first section stand before what can be done with the first of them. */
const AHEAD = 6;

/** Sections in the order in which their best stands; commands first when one begins as typed and nothing found does. `here`: what belongs to
 * the place on screen, behind what can be done with the person. */
export function rowsOf(answer: Answer, about: { section: string; commands: readonly Command[] } | null, here: readonly Command[] = []): Row[] {
  const sections = new Map<string, Row[]>();
  const put = (section: string, row: Row) => sections.set(section, [...(sections.get(section) ?? []), row]);
  const late = answer.hits.filter((found) => found.kind === "finding");
  const early = answer.hits.filter((found) => found.kind !== "finding");
  early.forEach((found) => put(found.kind, { id: idOf(found), section: found.kind, found }));
  const found = [...sections.values()];
  const first = found[0];
  const own: Row[] = first && about ? about.commands.map((command) => ({ id: `about-${command.id}`, section: about.section, command, marks: [] })) : [];
  const offered = new Set(answer.offers.map((one) => one.command.id));
  const near: Row[] = here.filter((one) => !offered.has(one.id)).map((command) => ({ id: `here-${command.id}`, section: "here", command, marks: [] }));
  const commands: Row[] = answer.offers.map(({ command, marks }) => ({ id: command.id, section: "commands", command, marks }));
  // What comes later stands behind, so that nothing moves under the hand.
  const matters: Row[] = late.map((found, at) => ({ id: `finding-${at}`, section: "finding", found }));
  const begins = answer.offers[0]?.marks[0]?.[0] === 0 && !early.some((one) => one.marks[0]?.[0] === 0);
  const [people = [], ...others] = found;
  const ahead = own.length > 0 ? AHEAD : people.length;
  const list = [...people.slice(0, ahead), ...own, ...people.slice(ahead), ...others.flat(), ...near];
  return begins ? [...commands, ...list, ...matters] : [...list, ...commands, ...matters];
}

export function idOf(found: Found): string {
  return `${found.kind}-${found.person ?? found.visit ?? found.promise ?? found.staff ?? found.seat ?? found.account ?? found.title}`;
}

/** Where every head and row stands. */
export function layOut(rows: readonly Row[], heading: (section: string) => string): { lines: Line[]; height: number } {
  const lines: Line[] = [];
  let top = 0;
  rows.forEach((row, at) => {
    if (rows[at - 1]?.section !== row.section) {
      lines.push({ head: heading(row.section), top, height: HEAD });
      top += HEAD;
    }
    lines.push({ row, at, top, height: ROW });
    top += ROW;
  });
  return { lines, height: top };
}

/** The lines in sight, with a few above and below. */
export function inSight(lines: readonly Line[], from: number, height: number): Line[] {
  const spare = ROW * 4;
  return lines.filter((line) => line.top + line.height >= from - spare && line.top <= from + height + spare);
}

/** The row a key goes to; edges hold. `null`: the key does not move. */
export function moved(key: string, at: number, count: number, page: number): number | null {
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + page, PageUp: at - page, Home: 0, End: count - 1 }[key];
  return to === undefined ? null : Math.max(0, Math.min(count - 1, to));
}
