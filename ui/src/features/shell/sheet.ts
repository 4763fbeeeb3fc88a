// What stands on the key sheet: every line of the catalogue and every command without a key, in five columns by place.
import { t } from "../../i18n/index.svelte";
import { CATALOGUE, type Entry, type Group } from "./catalogue";
import { commands, whyNot } from "./commands";
import { pressKeys } from "./press";

export interface SheetLine {
  id: string;
  label: string;
  keys: readonly string[];
  /** Why it does nothing here and now. */
  why: string | null;
  run?: () => unknown;
}

type Head = Group["head"] | "shell-keys-more";

/** Which groups stand in one column, one under the other. */
export const COLUMNS: readonly { id: string; heads: readonly Head[] }[] = [
  { id: "go", heads: ["shell-keys-go", "shell-keys-list"] },
  { id: "look", heads: ["shell-keys-map", "shell-keys-visit"] },
  { id: "edit", heads: ["map-edit-keys", "shell-keys-court"] },
  { id: "seat", heads: ["shell-keys-seat"] },
  { id: "room", heads: ["shell-keys-room", "shell-keys-more"] },
];

function lineOf(entry: Entry): SheetLine {
  const { press } = entry;
  return { id: entry.id, label: t(entry.label), keys: entry.keys, why: whyNot(entry.where), ...(press ? { run: () => pressKeys(press) } : {}) };
}

/** What the catalogue says with a key. */
const told = (): Set<string> => new Set(CATALOGUE.flatMap((group) => group.entries.map((one) => t(one.label))));

/** Commands nobody gave a key. */
const keyless = (known = told()): SheetLine[] => commands().filter((one) => one.keys.length === 0 && !known.has(one.label)).map((one) => ({ id: one.id, label: one.label, keys: [], why: one.why ?? null, run: one.run }));

export function sheetColumns(): { id: string; groups: { head: Head; lines: SheetLine[] }[] }[] {
  const linesOf = (head: Head) => (head === "shell-keys-more" ? keyless() : (CATALOGUE.find((group) => group.head === head)?.entries ?? []).filter((one) => !one.hidden).map(lineOf));
  return COLUMNS.map(({ id, heads }) => ({ id, groups: heads.map((head) => ({ head, lines: linesOf(head) })) }));
}
