// Reads what was copied elsewhere: cells from Excel or WPS (tabs, quotes), or plain lines "name post".

import type { QuickRow } from "../../../generated";
import { COLUMNS, type Column } from "./rows";

/** Headings of lists people copy, by the column they mean. Recognised, never shown. */
const HEADINGS: Record<Column, readonly string[]> = {
  name: ["姓名", "名字", "人员", "联系人", "name", "full name", "person"],
  title: ["职务", "职位", "岗位", "头衔", "title", "post", "position", "role", "job title"],
  superior: ["上级", "直接上级", "汇报给", "汇报对象", "领导", "superior", "reports to", "manager", "boss"],
  unit: ["部门", "单位", "所在部门", "unit", "department", "dept", "division"],
  role: ["决策角色", "角色", "buying role", "decision role"],
  owner: ["责任人", "我方责任人", "负责人", "客户经理", "对接人", "owner", "account manager", "our owner"],
};

/** Columns that copied cells without headings go into. */
const PLAIN = COLUMNS.indexOf("unit") + 1;

/** A numbering in front of a line of a list: `1.`, `2、`, `3)`. */
const NUMBERING = /^\s*\d{1,4}\s*[.、．)）]\s*/;
/** Between name and post in a line of text. */
const DIVIDER = /\s*[,，;；|｜:：/]\s*|\s+[-–—]\s+|\s{2,}|\u3000+/;

/** Cells of copied rows. A cell in quotes may hold tabs, line ends and doubled quotes. */
export function readCells(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = "";
  let quoted = false;
  const endCell = () => {
    rows.at(-1)?.push(cell.replace(/\s*[\r\n]+\s*/g, " ").trim());
    cell = "";
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] as string;
    if (quoted && sign === '"' && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (quoted && sign === '"') quoted = false;
    else if (quoted) cell += sign;
    else if (sign === '"' && cell === "") quoted = true;
    else if (sign === "\t") endCell();
    else if (sign === "\n" || sign === "\r") {
      if (sign === "\r" && text[at + 1] === "\n") at += 1;
      endCell();
      rows.push([]);
    } else cell += sign;
  }
  endCell();
  return rows.filter((row) => row.some((one) => one !== ""));
}

/** A line of text as name and post. Latin names have spaces of their own and need a divider. */
function readLine(line: string): [string, string] {
  const text = line.replace(NUMBERING, "").trim();
  const divided = DIVIDER.exec(text);
  if (divided !== null && divided.index > 0) return [text.slice(0, divided.index), text.slice(divided.index + divided[0].length).trim()];
  const space = /^[\p{Script=Han}·?？]+\s+/u.exec(text);
  return space === null ? [text, ""] : [space[0].trim(), text.slice(space[0].length).trim()];
}

/** Which column each cell of a heading row means; `null`: it is no heading row. */
function headings(cells: readonly string[]): (Column | null)[] | null {
  const meant = cells.map((cell) => COLUMNS.find((column) => HEADINGS[column].includes(cell.toLowerCase())) ?? null);
  return meant.filter((one) => one !== null).length >= Math.min(2, cells.length) ? meant : null;
}

/** The copied text as rows, from `start` on; a heading row says itself where its columns go. Columns not copied are absent. */
export function readPaste(text: string, start: Column): Partial<QuickRow>[] {
  const plain = !text.includes("\t");
  if (plain && start !== "name") return readCells(text).map((cells) => ({ [start]: cells[0] ?? "" }));
  const cells = plain ? text.split(/\r?\n|\r/).filter((line) => line.trim() !== "").map(readLine) : readCells(text);
  const meant = headings(cells[0] ?? []);
  const from = COLUMNS.indexOf(start);
  // Without headings nobody can say that a fifth column is a role and no phone number.
  const order = meant ?? COLUMNS.slice(from, Math.max(from + 1, PLAIN));
  return (meant === null ? cells : cells.slice(1)).map((row) => {
    const made: Partial<QuickRow> = {};
    row.forEach((cell, place) => {
      const column = order[place];
      if (column != null) made[column] = cell;
    });
    return made;
  });
}

/** Whether a paste is more than a word for one cell. */
export function isTable(text: string): boolean {
  return /[\t\r\n]/.test(text.trim());
}
