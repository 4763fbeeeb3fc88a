// What can be done with what is chosen or pointed at, in words and keys: one list for menus, the selection bar and the palette.

import type { SceneLine, UnitId } from "../../../generated";
import { t } from "../../../i18n/index.svelte";
import type { MapState } from "../map.svelte";
import type { Hit } from "../paint/hit";
import { copyChosen } from "./clipboard";

export interface Action {
  id: string;
  label: string;
  keys: readonly string[];
  /** Changes nothing: allowed on past days too. */
  harmless: boolean;
  run: () => unknown;
}

/** Actions that belong together. */
export type Group = readonly Action[];

/** So many lines of a card are listed in its menu. */
const MOST_LINES = 6;

const deed = (id: string, label: string, keys: readonly string[], run: () => unknown): Action => ({ id, label, keys, harmless: false, run });
const look = (id: string, label: string, keys: readonly string[], run: () => unknown): Action => ({ id, label, keys, harmless: true, run });

/** The menu for what was pointed at. */
export function actionsFor(map: MapState, hit: Hit): Group[] {
  const groups = hit.on === "line" ? lineActions(map, hit.line) : hit.on === "unit" ? [...unitActions(map, hit.unit), ...groundActions(map)] : hit.on === "ground" ? groundActions(map) : seatActions(map);
  return groups.map((group) => group.filter((one) => one.harmless || !map.readOnly)).filter((group) => group.length > 0);
}

/** Actions on the chosen seats. */
export function seatActions(map: MapState): Group[] {
  return map.edit.selection.many ? manyActions(map) : oneActions(map);
}

function oneActions(map: MapState): Group[] {
  const { typing, linking, selection } = map.edit;
  const deeds = map.edit.deeds;
  return [
    [
      deed("peer", t("map-edit-peer"), ["Enter"], () => typing.begin("peer")),
      deed("report", t("map-edit-report"), ["Tab"], () => typing.begin("report")),
      deed("boss", t("map-edit-boss"), ["Shift", "Tab"], () => typing.begin("boss")),
      deed("unknown", t("map-edit-unknown"), ["?"], () => typing.begin("report", true)),
      deed("rename", t("map-edit-rename"), ["F2"], () => typing.rename()),
    ],
    [...moveActions(map), deed("link", t("map-edit-link"), ["E"], () => linking.start())],
    lineChoices(map),
    [...foldActions(map), look("branch", t("map-edit-choose-branch"), ["Mod", "A"], () => selection.all()), look("copy", t("map-edit-copy"), ["Mod", "C"], () => copyChosen())],
    [
      deed("touch", t("map-edit-touch"), ["L"], () => deeds?.logTouch()),
      deed("owner", t("map-edit-owner"), ["O"], () => deeds?.owner()),
      look("open", t("map-edit-open"), ["Mod", "Enter"], () => (map.open = true)),
      deed("remove", t("map-edit-remove"), ["Delete"], () => map.remove()),
    ],
  ];
}

/** The lines of the chosen card, to go on with in their panel. */
function lineChoices(map: MapState): Action[] {
  const { linking } = map.edit;
  const lines = map.selected === null ? [] : linking.of(map.selected);
  return lines.slice(0, MOST_LINES).map((line) => look(`line-${line.edge}`, line.label, [], () => linking.choose(line, true)));
}

function moveActions(map: MapState): Action[] {
  return [
    deed("move", t("map-edit-move-under"), ["M"], () => map.startMove()),
    deed("unit", t("map-edit-move-unit"), ["U"], () => map.edit.askUnit()),
    deed("frame", t("map-edit-new-unit"), ["Shift", "F"], () => map.edit.askNewUnit()),
    deed("tidy", t("map-edit-tidy"), ["Mod", "T"], () => map.edit.tidy()),
  ];
}

function foldActions(map: MapState): Action[] {
  const { folding } = map.edit;
  const seat = map.selected;
  if (seat === null || !folding.mayFold(seat)) return [];
  const fold = folding.isFolded(seat) ? look("unfold", t("map-edit-unfold"), ["+"], () => folding.unfold(seat)) : look("fold", t("map-edit-fold"), ["−"], () => folding.fold(seat));
  const focus = map.focus === seat ? look("focus", t("map-edit-focus-leave"), ["Alt", "Enter"], () => folding.focus(null)) : look("focus", t("map-edit-focus"), ["Alt", "Enter"], () => folding.focus(seat));
  return [fold, focus];
}

function manyActions(map: MapState): Group[] {
  const { selection } = map.edit;
  return [
    moveActions(map),
    [
      deed("owner", t("map-edit-owner"), ["O"], () => map.edit.askOwner()),
      ...(map.edit.outside.length > 0 ? [deed("join", t("map-edit-join"), [], () => map.edit.join())] : []),
      ...(map.edit.inside.length > 0 ? [deed("leave", t("map-edit-leave"), [], () => map.edit.leave())] : []),
    ],
    [
      look("fold", t("map-edit-fold"), ["−"], () => foldChosen(map)),
      look("copy", t("map-edit-copy"), ["Mod", "C"], () => copyChosen()),
      look("narrow", t("map-edit-choose-none"), ["Escape"], () => selection.narrow()),
    ],
  ];
}

/** Folds the branches of all chosen seats. */
export function foldChosen(map: MapState): void {
  for (const seat of map.edit.selection.tops) map.edit.folding.fold(seat);
}

export function unfoldChosen(map: MapState): void {
  for (const seat of map.selection) map.edit.folding.unfold(seat);
}

export function lineActions(map: MapState, line: SceneLine): Group[] {
  const { linking } = map.edit;
  const solid = line.kind === "reports_to";
  const turned = line.kind === "influences" || line.kind === "dotted_reports_to";
  return [
    [
      ...(turned ? [deed("turn", t("map-edit-line-turn"), ["X"], () => linking.set({ reversed: true }))] : []),
      ...(solid ? [deed("move", t("map-edit-move-under"), ["M"], () => map.startMove(line.from))] : []),
      ...(line.edge !== null ? [deed("end", solid ? t("map-edit-line-cut") : t("map-edit-line-end"), ["Delete"], () => linking.end())] : []),
    ],
  ];
}

function unitActions(map: MapState, unit: UnitId): Group[] {
  const { edit } = map;
  const row = map.view?.units.find((one) => one.unit === unit);
  const inside = (map.view?.outline ?? []).filter((one) => one.unit === unit).map((one) => one.seat);
  const name = row?.name ?? "";
  return [
    [
      look("unit-choose", t("map-edit-unit-choose", { unit: name }), [], () => edit.selection.set(inside)),
      deed("unit-rename", t("map-edit-unit-rename"), [], () => (edit.naming = { unit, parent: row?.parent ?? null, name, seats: [] })),
      deed("unit-inside", t("map-edit-unit-inside"), [], () => edit.askNewUnit(unit)),
      deed("unit-move", t("map-edit-unit-move"), [], () => (edit.choosing = { seats: [], unit })),
      ...(inside.length === 0 ? [deed("unit-remove", t("map-edit-unit-remove"), [], () => edit.removeUnit(unit))] : []),
    ],
  ];
}

export function groundActions(map: MapState): Group[] {
  const { folding, selection } = map.edit;
  const grid = map.openGrid;
  return [
    [
      deed("person", t("map-screen-add-person"), ["P"], () => map.startAdding("person")),
      deed("seat", t("map-screen-add-seat"), ["S"], () => map.startAdding("seat")),
      ...(grid === null ? [] : [deed("grid", t("map-desk-grid"), [], () => grid(""))]),
    ],
    levelActions(map),
    [
      ...(map.focus === null ? [] : [look("focus-leave", t("map-edit-focus-leave"), ["Alt", "Enter"], () => folding.focus(null))]),
      look("all", t("map-edit-choose-all"), ["Mod", "A"], () => selection.all()),
      deed("tidy-all", t("map-edit-tidy-all"), [], () => map.edit.tidy([])),
      look("whole", t("map-screen-fit"), ["Shift", "1"], () => map.stage?.showWhole()),
    ],
  ];
}

/** Folding the whole map to its first levels. */
export function levelActions(map: MapState): Action[] {
  const { folding } = map.edit;
  const levels = [1, 2, 3].filter((n) => n < folding.levels || map.folded.length > 0);
  return [
    ...levels.map((n) => look(`level-${n}`, t("map-edit-levels", { n }), [], () => folding.below(n))),
    ...(map.folded.length > 0 ? [look("unfold-all", t("map-edit-unfold-all"), [], () => folding.unfoldAll())] : []),
  ];
}
