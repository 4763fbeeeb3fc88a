// Keys of a presenting window (interface §9, room). Every one works without looking at the keyboard twice; leaving needs two presses.

import { hasCommand, isComposing, keyOf } from "../../shared/keys";
import type { Direction } from "../map/model/neighbours";

export interface RoomDeeds {
  whole(): void;
  /** The branch of a number key, from 1. */
  branch(number: number): void;
  zoom(factor: number): void;
  turn(by: 1 | -1): void;
  walk(direction: Direction): void;
  spotlight(): void;
  black(): void;
  cover(): void;
  fullScreen(): void;
  escape(): void;
}

const ARROWS: Record<string, Direction> = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" };
const STEP = 1.25;

function plain(event: KeyboardEvent, deeds: RoomDeeds): boolean {
  const key = keyOf(event);
  const direction = ARROWS[event.key];
  if (direction !== undefined) deeds.walk(direction);
  else if (/^[1-9]$/.test(key)) deeds.branch(Number(key));
  else if (key === "0") deeds.whole();
  else if (key === "+" || key === "=") deeds.zoom(STEP);
  else if (key === "-") deeds.zoom(1 / STEP);
  else if (event.key === "PageDown") deeds.turn(1);
  else if (event.key === "PageUp") deeds.turn(-1);
  else if (event.key === "Enter" || event.code === "Space") deeds.spotlight();
  else if (key === "B") deeds.black();
  else if (key === "F") deeds.fullScreen();
  else if (event.key === "Escape") deeds.escape();
  else return false;
  return true;
}

/** Binds the keys; answers the way out. */
export function bindRoomKeys(deeds: RoomDeeds): () => void {
  const pressed = (event: KeyboardEvent) => {
    if (isComposing(event) || event.altKey) return;
    if (hasCommand(event) && event.shiftKey && event.code === "Period") deeds.cover();
    else if (event.ctrlKey || event.metaKey || !plain(event, deeds)) return;
    event.preventDefault();
  };
  window.addEventListener("keydown", pressed);
  return () => window.removeEventListener("keydown", pressed);
}
