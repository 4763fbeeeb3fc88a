// The one list of keys. The key sheet is printed from it, and the palette offers from it what can be done.
import type { Messages } from "../../i18n/keys";

/** Messages without arguments. */
type Plain = { [K in keyof Messages]: [Messages[K]] extends [never] ? K : never }[keyof Messages] & (`shell-${string}` | `map-${string}`);

/** Where a key works. `seat`: on the map while somebody is chosen; `edit`: on the map of today. */
export type Where = "all" | "list" | "map" | "edit" | "seat" | "court" | "warnings" | "visit" | "room";

export interface Entry {
  id: string;
  label: Plain;
  /** As printed on the sheet. */
  keys: readonly string[];
  where: Where;
  /** What the palette presses in place of the hand; without it the line is for the sheet alone. */
  press?: readonly string[];
  /** The map itself offers this with a better label while it can be done. */
  offered?: string;
  /** Not on the sheet: another line stands for it. */
  hidden?: boolean;
}

export interface Group {
  head: "shell-keys-go" | "shell-keys-list" | "shell-keys-map" | "map-edit-keys" | "shell-keys-seat" | "shell-keys-court" | "shell-keys-visit" | "shell-keys-room";
  entries: readonly Entry[];
}

const press = (id: string, label: Plain, keys: readonly string[], where: Where, more: Partial<Entry> = {}): Entry => ({ id, label, keys, where, press: keys, ...more });
const line = (id: string, label: Plain, keys: readonly string[], where: Where): Entry => ({ id, label, keys, where });

const LENSES = ["structure", "attitude", "coverage", "ownership", "freshness", "change"] as const;

export const CATALOGUE: readonly Group[] = [
  {
    head: "shell-keys-go",
    entries: [
      line("home", "shell-home", ["G", "T"], "all"),
      line("accounts", "shell-accounts", ["G", "A"], "all"),
      line("visits", "shell-visits", ["G", "V"], "all"),
      line("court", "shell-court", ["G", "C"], "all"),
      line("palette", "shell-key-palette", ["Mod", "K"], "all"),
      press("keys", "shell-key-sheet", ["Mod", "/"], "all"),
      press("back", "shell-back", ["Mod", "["], "all"),
      press("forward", "shell-forward", ["Mod", "]"], "all"),
      press("fold", "shell-key-fold", ["Mod", "\\"], "all"),
      line("undo", "shell-undo", ["Mod", "Z"], "all"),
      line("redo", "shell-redo", ["Mod", "Shift", "Z"], "all"),
      press("audit", "shell-key-audit", ["Mod", "Shift", "L"], "all"),
      press("settings", "shell-settings", ["Mod", ","], "all"),
    ],
  },
  {
    head: "shell-keys-list",
    entries: [
      line("list-move", "shell-key-move", ["J", "K"], "list"),
      line("list-open", "shell-key-open", ["Enter"], "list"),
      press("list-new", "shell-key-new", ["N"], "list"),
      line("list-map", "shell-key-map", ["M"], "list"),
      line("list-visit", "shell-key-visit", ["V"], "list"),
      press("list-find", "shell-key-filter", ["/"], "list"),
      press("warning-snooze", "shell-key-snooze", ["S"], "warnings"),
      press("warning-status", "shell-key-status", ["E"], "warnings"),
    ],
  },
  {
    head: "shell-keys-map",
    entries: [
      line("lens", "map-time-key-lens", ["1–6"], "map"),
      ...LENSES.map((lens, at) => press(`lens-${lens}`, `map-time-lens-${lens}`, [String(at + 1)], "map", { hidden: true })),
      press("find", "shell-key-find", ["Mod", "F"], "map"),
      press("zoom-in", "shell-key-zoom-in", ["Mod", "+"], "map"),
      press("zoom-out", "shell-key-zoom-out", ["Mod", "-"], "map"),
      press("fit", "shell-key-fit", ["Shift", "1"], "map", { offered: "map-whole" }),
      press("fit-seat", "shell-key-fit-seat", ["Shift", "2"], "seat"),
      press("outline", "shell-key-outline", ["Mod", "Alt", "L"], "map"),
      press("compare", "map-time-key-compare", ["C"], "map"),
      press("paths", "map-time-key-paths", ["A"], "seat"),
      press("view-next", "shell-key-view-next", ["Alt", "PageDown"], "map"),
      press("view-before", "shell-key-view-before", ["Alt", "PageUp"], "map"),
      press("decisions", "map-desk-key-decisions", ["D"], "map"),
      press("units", "map-desk-key-units", ["F"], "map"),
    ],
  },
  {
    head: "map-edit-keys",
    entries: [
      press("person", "shell-key-person", ["P"], "edit", { offered: "map-person" }),
      press("seat", "shell-key-seat", ["S"], "edit", { offered: "map-seat" }),
      press("grid", "map-desk-key-grid", ["N"], "edit", { offered: "map-grid" }),
      line("type", "map-edit-key-type", ["Enter", "Tab"], "seat"),
      press("boss", "map-edit-key-boss", ["Mod", "ArrowUp"], "seat", { keys: ["Shift", "Tab"], offered: "map-boss" }),
      press("unknown", "map-edit-key-unknown", ["?"], "seat", { offered: "map-unknown" }),
      press("rename", "map-edit-key-rename", ["F2"], "seat", { offered: "map-rename" }),
      press("move", "map-edit-key-move", ["M"], "seat", { keys: ["M", "U"], offered: "map-move" }),
      press("unit-new", "map-edit-key-unit", ["Shift", "F"], "seat", { offered: "map-frame" }),
      press("link", "map-edit-key-link", ["E"], "seat", { offered: "map-link" }),
      press("tidy", "map-edit-key-tidy", ["Mod", "T"], "edit", { offered: "map-tidy-all" }),
      line("fold-branch", "map-edit-key-fold", ["−", "+"], "seat"),
    ],
  },
  {
    head: "shell-keys-seat",
    entries: [
      line("walk", "shell-key-walk", ["ArrowLeft", "ArrowRight"], "seat"),
      press("touch-seat", "shell-key-touch", ["L"], "seat", { offered: "map-touch" }),
      press("attitude-down", "shell-key-attitude-down", ["["], "seat"),
      press("attitude-up", "shell-key-attitude-up", ["]"], "seat"),
      press("owner", "shell-key-assign", ["O"], "seat", { offered: "map-owner" }),
      press("open", "map-edit-key-open", ["Mod", "Enter"], "seat", { offered: "map-open" }),
      line("page", "shell-key-page", ["Mod", "Enter"], "seat"),
      press("focus", "map-edit-key-focus", ["Alt", "Enter"], "seat", { offered: "map-focus" }),
      line("extend", "map-edit-key-extend", ["Shift", "ArrowUp", "ArrowDown"], "seat"),
      press("branch", "map-edit-key-all", ["Mod", "A"], "seat", { offered: "map-branch" }),
      press("menu", "map-edit-key-menu", ["Shift", "F10"], "seat"),
    ],
  },
  {
    head: "shell-keys-court",
    entries: [
      line("cell", "shell-key-cell", ["ArrowLeft", "ArrowRight"], "court"),
      line("cell-owner", "shell-key-owner", ["O"], "court"),
      line("cell-backup", "shell-key-backup", ["B"], "court"),
      line("cell-sponsor", "shell-key-sponsor", ["S"], "court"),
      line("cell-supporter", "shell-key-supporter", ["+"], "court"),
      line("cell-end", "shell-key-end", ["Delete"], "court"),
      press("finding-next", "shell-key-finding", ["F"], "court"),
    ],
  },
  {
    head: "shell-keys-visit",
    entries: [line("reorder", "shell-key-reorder", ["Alt", "ArrowUp", "ArrowDown"], "visit"), press("briefing", "shell-key-briefing", ["Mod", "B"], "visit")],
  },
  {
    head: "shell-keys-room",
    entries: [
      press("present", "shell-key-present", ["Mod", "Shift", "P"], "map"),
      press("cover", "shell-key-cover", ["Mod", "Shift", "."], "all"),
      line("black", "shell-key-black", ["B"], "room"),
      line("room-stops", "shell-key-stops", ["PageUp", "PageDown"], "room"),
      line("room-leave", "shell-key-leave", ["Escape"], "room"),
    ],
  },
];

export const ENTRIES: readonly Entry[] = CATALOGUE.flatMap((group) => group.entries);
