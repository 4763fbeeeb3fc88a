// Keys of lenses, comparison, ways and saved views (interface §9).

import { isPlain, isTyping, keyOf, listen } from "../../shared/keys";
import type { PathState } from "../path/path.svelte";
import type { TimeState } from "../time/time.svelte";
import type { ViewsState } from "../view/views.svelte";
import { LENSES } from "./lenses";

export interface LookStates {
  time: TimeState;
  paths: PathState;
  views: ViewsState;
}

function views(event: KeyboardEvent, { views: own }: LookStates): boolean {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return false;
  if (event.key === "PageDown") own.step(1);
  else if (event.key === "PageUp") own.step(-1);
  else return false;
  return true;
}

function letters(event: KeyboardEvent, { time, paths }: LookStates): boolean {
  const { map } = time;
  if (!isPlain(event)) return false;
  const lens = event.shiftKey ? undefined : LENSES[["1", "2", "3", "4", "5", "6"].indexOf(event.key)];
  if (lens !== undefined) time.look(lens);
  else if (keyOf(event) === "C") time.toggleCompare();
  else if (keyOf(event) === "A" && map.selected !== null) paths.show(map.selected);
  else return false;
  return true;
}

function escape(event: KeyboardEvent, { paths }: LookStates): boolean {
  const { map } = paths;
  if (event.key !== "Escape" || !isPlain(event) || isTyping(event) || paths.target === null || map.moving !== null || map.adding !== null) return false;
  paths.close();
  return true;
}

/** To be bound before the map's own keys: Escape closes a panel before it lets go of the chosen seat. */
export function bindViewKeys(states: LookStates): () => void {
  return listen((event) => {
    if (views(event, states) || escape(event, states)) event.preventDefault();
  });
}

/** To be bound after the map's own keys: what is being done on the map has the first word on letters and digits. */
export function bindLookKeys(states: LookStates): () => void {
  return listen((event) => {
    if (!isTyping(event) && letters(event, states)) event.preventDefault();
  });
}
