// Keys of editing (interface §9). Called by the map's own key handler, which knows about composing and open dialogs.

import { hasCommand, isPlain, isTyping, keyOf } from "../../../shared/keys";
import { t } from "../../../i18n/index.svelte";
import { toasts } from "../../../state/toast.svelte";
import type { MapState } from "../map.svelte";
import type { Direction } from "../model/neighbours";
import { foldChosen, unfoldChosen } from "./actions";
import { KINDS } from "./kinds";
import { hasStrength } from "./linking.svelte";

const ARROWS: Record<string, Direction> = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" };

/** Keys with ⌘, Ctrl or Alt. */
export function editCommands(map: MapState, event: KeyboardEvent): boolean {
  if (isTyping(event)) return false;
  const { edit } = map;
  const key = keyOf(event);
  if (event.altKey && !hasCommand(event) && event.key === "Enter") {
    void edit.folding.focus(map.focus !== null && map.focus === map.selected ? null : (map.selected ?? null));
    return true;
  }
  if (!hasCommand(event) || event.altKey || event.shiftKey) return false;
  if (key === "A") edit.selection.all();
  else if (key === "T") void edit.tidy();
  // With the panel open the same key goes on to the page of the person.
  else if (event.key === "Enter" && map.selected !== null && !map.open) map.open = true;
  else if (event.key === "ArrowUp" && map.selected !== null) edit.typing.begin("boss");
  else return false;
  return true;
}

/** Keys on the map itself: adding beside the chosen card, extending the choice, lines, folding. Before the arrows and letters of the screen. */
export function editKeys(map: MapState, event: KeyboardEvent): boolean {
  const { edit } = map;
  if (edit.linking.link !== null) return linkKeys(map, event);
  const direction = ARROWS[event.key];
  if (direction !== undefined && event.shiftKey) {
    map.keyboard = true;
    edit.selection.extend(direction);
  } else if (event.key === "F2") void edit.typing.rename();
  else if (event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey)) openMenu(map);
  else if ((event.key === "Delete" || event.key === "Backspace") && edit.linking.line !== null) void edit.linking.end();
  else if ((event.key === "Delete" || event.key === "Backspace") && edit.selection.many) toasts.show({ text: t("map-edit-remove-one"), tone: "error" });
  else return map.moving === null && addKeys(map, event);
  return true;
}

/** Enter, Tab and ? write the next card. Tab is the map's only while a card is chosen: after Escape it leaves the map. */
function addKeys(map: MapState, event: KeyboardEvent): boolean {
  const { typing } = map.edit;
  const inTree = event.target instanceof Element && event.target.closest("[data-map-keys]") !== null;
  const empty = map.view?.scene.cards.length === 0 && !typing.busy;
  if (map.selected === null && !typing.busy && !empty) return false;
  if (event.key === "Enter" && !event.shiftKey && map.edit.linking.line === null) typing.begin("peer");
  else if (event.key === "Tab" && inTree && !empty) typing.begin(event.shiftKey ? "boss" : "report");
  else return false;
  return true;
}

/** Single letters and signs. */
export function editLetters(map: MapState, event: KeyboardEvent): boolean {
  const { edit } = map;
  const key = keyOf(event);
  if (edit.linking.line !== null && key === "X") void edit.linking.set({ reversed: true });
  else if (map.selected === null) return false;
  else if (key === "?") edit.typing.begin("report", true);
  else if (key === "E") edit.linking.start();
  else if (key === "U") edit.askUnit();
  else if (key === "F" && event.shiftKey) edit.askNewUnit();
  else if (key === "-" || key === "−") foldChosen(map);
  else if (key === "+" || key === "=") unfoldChosen(map);
  else return false;
  return true;
}

/** While a line is drawn: K the kind, 1–3 the strength, X the direction, Enter draws. Arrows are the screen's. */
function linkKeys(map: MapState, event: KeyboardEvent): boolean {
  const { linking } = map.edit;
  const link = linking.link;
  if (link === null) return false;
  const key = keyOf(event);
  if (event.key === "Enter") void linking.finish();
  else if (key === "K") linking.shape({ kind: KINDS[(KINDS.indexOf(link.kind) + 1) % KINDS.length] ?? link.kind });
  else if (key === "X") linking.shape({ turned: !link.turned });
  else if (hasStrength(link.kind) && ["1", "2", "3"].includes(key)) linking.shape({ strength: Number(key) });
  else return !(event.key in ARROWS) && isPlain(event) && event.key.length === 1;
  return true;
}

/** The menu of the chosen card, or of the ground, at its place in the window. */
function openMenu(map: MapState): void {
  const { stage } = map;
  const card = map.selected === null ? undefined : map.cardOf(map.selected);
  const origin = document.querySelector("[data-testid=map-canvas]")?.getBoundingClientRect();
  if (stage === null || origin === undefined) return;
  const [x, y] = card === undefined ? [origin.width / 2, origin.height / 2] : [(card.rect.x + card.rect.w / 2) * stage.goal.k + stage.goal.x, (card.rect.y + card.rect.h / 2) * stage.goal.k + stage.goal.y];
  map.edit.menu = { hit: map.selected === null ? { on: "ground" } : { on: "card", seat: map.selected }, x: origin.x + x, y: origin.y + y };
}
