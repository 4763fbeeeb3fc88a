// The map screen's keys (interface §9). Single letters rest while a field has the focus.

import { hasCommand, isPlain, isTyping, keyOf, listen } from "../../shared/keys";
import { editCommands, editKeys, editLetters } from "./edit/keys";
import { walk, walkRows } from "./edit/walking";
import { openPersonOf } from "../person/open";
import { desk, openGrid } from "../grid/desk.svelte";
import type { MapState } from "./map.svelte";
import type { Direction } from "./model/neighbours";

/** What keys start that is not the map's own. */
export interface KeyDeeds {
  find(): void;
  logTouch(): void;
  /** Opens the stance form: one step more or less favourable, or unknown. */
  stance(step: 1 | -1 | null): void;
  owner(): void;
}

const ARROWS: Record<string, Direction> = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" };
const STEP = 1.25;

/** Nothing else claims the arrows and Enter: the page itself or the map has the focus. */
function onMap(event: KeyboardEvent): boolean {
  const at = event.target;
  return at === document.body || (at instanceof Element && at.closest("[data-map-keys]") !== null);
}

function zoomKeys(map: MapState, event: KeyboardEvent): boolean {
  const { stage } = map;
  if (stage === null) return false;
  if (hasCommand(event) && (event.key === "=" || event.key === "+")) stage.flyTo(stage.zoomedBy(STEP));
  else if (hasCommand(event) && event.key === "-") stage.flyTo(stage.zoomedBy(1 / STEP));
  else if (isPlain(event) && event.shiftKey && event.code === "Digit1") stage.showWhole();
  else if (isPlain(event) && event.shiftKey && event.code === "Digit2") {
    const card = map.view?.scene.cards.find((one) => one.seat === map.selected);
    if (card !== undefined) stage.flyTo(stage.fit(card.rect, 1.25));
  } else return false;
  return true;
}

function letters(map: MapState, deeds: KeyDeeds, event: KeyboardEvent): boolean {
  const key = keyOf(event);
  if (key === "P") map.startAdding("person");
  else if (key === "S") map.startAdding("seat");
  else if (key === "N") openGrid();
  else if (key === "F") desk.toggle("units");
  else if (key === "D") desk.toggle("decisions");
  else if (key === "M") map.startMove();
  else if (map.selected === null) return false;
  else if (key === "L") deeds.logTouch();
  else if (key === "O" && map.edit.selection.many) map.edit.askOwner();
  else if (key === "O") deeds.owner();
  else if (key === "[") deeds.stance(-1);
  else if (key === "]") deeds.stance(1);
  else return false;
  return true;
}

function escape(map: MapState): void {
  if (map.edit.escape()) return;
  if (map.moving !== null) map.stopMove();
  else if (map.adding !== null) map.stopAdding();
  else if (map.filter.size > 0) map.clearFilter();
  else if (desk.panel !== null) desk.close();
  else if (map.open) map.open = false;
  else map.pick(null);
}

function walking(map: MapState, event: KeyboardEvent): boolean {
  if (!onMap(event)) return false;
  if (editKeys(map, event)) return true;
  const direction = ARROWS[event.key];
  if (direction !== undefined && map.outline) walkRows(map, direction);
  else if (direction !== undefined) walk(map, direction);
  else if (event.key === "Enter" && map.moving !== null) void map.finishMove();
  else if (event.key === "Delete" || event.key === "Backspace") void map.remove();
  else return false;
  return true;
}

/** Binds the keys while the screen is shown. Answers the way out. */
export function bindKeys(map: MapState, deeds: KeyDeeds): () => void {
  map.edit.deeds = deeds;
  return listen((event) => {
    if (hasCommand(event) && !event.altKey && keyOf(event) === "F") deeds.find();
    else if (hasCommand(event) && event.altKey && event.code === "KeyL") map.outline = !map.outline;
    else if (zoomKeys(map, event)) event.preventDefault();
    else if (editCommands(map, event)) event.preventDefault();
    else if (isTyping(event)) return;
    else if (hasCommand(event) && event.key === "Enter" && map.selected !== null) void openPersonOf(map.selected, map.asOf);
    else if (!isPlain(event)) return;
    else if (event.key === "Escape") escape(map);
    else if (!walking(map, event) && !editLetters(map, event) && !letters(map, deeds, event)) return;
    event.preventDefault();
  });
}
