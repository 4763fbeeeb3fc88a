// Where the rows and columns of the matrix lie, so that only those in sight are drawn. Pure, no domain rules.
import type { AccountId, CourtAccount, CourtCell, CourtColumn, CourtRow, CourtTopic, StaffId } from "../../generated";

export const HEAD = 40;
export const ROW = 48;

/** A row that can be answered for: a stakeholder or a topic. */
export interface GridRow {
  /** The seat, or account and topic. */
  key: string;
  account: AccountId;
  person: CourtRow | null;
  topic: CourtTopic | null;
}

/** An account's block: its head and its rows, from `top` on. */
export interface Block {
  account: CourtAccount;
  top: number;
  rows: GridRow[];
  /** Rows it has, also while they are not here yet. */
  count: number;
}

export const keyOfTopic = (account: AccountId, topic: string): string => `${account} ${topic}`;

export function rowsOf(account: CourtAccount, idle: boolean): GridRow[] {
  const people = account.rows.map((person) => ({ key: person.seat as string, account: account.account, person, topic: null }));
  const topics = account.topics.filter((one) => one.relevant || idle).map((topic) => ({ key: keyOfTopic(account.account, topic.topic), account: account.account, person: null, topic }));
  return [...people, ...topics];
}

/** The blocks from top to bottom. `idle`: topics nobody needs now are rows too. */
export function lay(accounts: readonly CourtAccount[], idle: boolean): Block[] {
  let top = 0;
  return accounts.map((account) => {
    const rows = rowsOf(account, idle);
    const count = account.loaded ? rows.length : account.seats + account.topic_rows;
    const block = { account, top, rows, count };
    top += HEAD + count * ROW;
    return block;
  });
}

export const heightOf = (blocks: readonly Block[]): number => {
  const last = blocks.at(-1);
  return last ? last.top + HEAD + last.count * ROW : 0;
};

/** The first block that reaches below `top`: a search by halves, as there may be hundreds. */
function firstBlock(blocks: readonly Block[], top: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const block = blocks[middle]!;
    if (block.top + HEAD + block.count * ROW <= top) low = middle + 1;
    else high = middle;
  }
  return low;
}

export interface Slice {
  block: Block;
  /** Rows of it in sight. */
  from: number;
  to: number;
}

/** What lies between two heights, with a few rows more on either side. */
export function sliceOf(blocks: readonly Block[], top: number, height: number, more = 4): Slice[] {
  const begin = top - more * ROW;
  const end = top + height + more * ROW;
  const found: Slice[] = [];
  for (let at = firstBlock(blocks, begin); at < blocks.length; at += 1) {
    const block = blocks[at]!;
    if (block.top >= end) break;
    const first = block.top + HEAD;
    const from = Math.max(0, Math.floor((begin - first) / ROW));
    const to = Math.min(block.count, Math.ceil((end - first) / ROW));
    found.push({ block, from, to: Math.max(from, to) });
  }
  return found;
}

/** First and last+1 of the columns between two places, with two more on either side. */
export function columnsIn(count: number, width: number, left: number, room: number, more = 2): { from: number; to: number } {
  const from = Math.max(0, Math.floor(left / width) - more);
  return { from: Math.min(from, count), to: Math.min(count, Math.ceil((left + room) / width) + more) };
}

export const cellsOf = (row: GridRow): readonly CourtCell[] => row.person?.cells ?? row.topic?.cells ?? [];

/** All rows that are here, from top to bottom. */
export const rowsIn = (blocks: readonly Block[]): GridRow[] => blocks.flatMap((block) => block.rows);

/** Where a row lies from the top of the first block; `null`: not here. */
export function topOf(blocks: readonly Block[], key: string): number | null {
  for (const block of blocks) {
    const at = block.rows.findIndex((row) => row.key === key);
    if (at >= 0) return block.top + HEAD + at * ROW;
  }
  return null;
}

/** Columns with a mark on one of the rows, in their order. */
export function marked(columns: readonly CourtColumn[], rows: readonly GridRow[], kept: readonly StaffId[]): CourtColumn[] {
  const used = new Set(rows.flatMap((row) => cellsOf(row).map((cell) => cell.staff)));
  return columns.filter((column) => used.has(column.staff) || kept.includes(column.staff));
}

/** Columns by job role, each role where its first colleague stands. */
export function grouped(columns: readonly CourtColumn[]): CourtColumn[] {
  const roles = [...new Set(columns.map((column) => column.role))];
  return [...columns].sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role));
}
