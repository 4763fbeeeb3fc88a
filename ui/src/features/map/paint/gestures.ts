// Pointer, wheel and touch on the canvas, turned into a few wishes. Panning and pinching are d3-zoom's.

import { select } from "d3-selection";
import { zoom, zoomIdentity, type D3ZoomEvent, type ZoomTransform } from "d3-zoom";
import type { SeatId } from "../../../generated";
import { MAX_ZOOM, MIN_ZOOM, toWorld } from "./geometry";
import type { Stage } from "./stage";

/** What the hand may want. */
export interface Wishes {
  /** The pointer is over a seat, or over none. */
  point(seat: SeatId | null): void;
  /** A click on a seat or on the ground. */
  pick(seat: SeatId | null): void;
  /** A seat is carried: pointer in world units, the seat beneath. */
  carry(seat: SeatId, at: [number, number], over: SeatId | null): void;
  /** A carried seat was let go over another, over the ground, or the carrying was given up. */
  drop(seat: SeatId, over: SeatId | null): void;
  mayCarry(seat: SeatId): boolean;
}

/** A click becomes a drag after this many CSS pixels. */
const SLOP = 4;

/** Binds gestures to an element that covers the canvas. Answers the way out. */
export function bindGestures(element: HTMLElement, stage: Stage, wishes: Wishes): () => void {
  let space = false;
  let press: { seat: SeatId | null; x: number; y: number; carrying: boolean; panned: boolean } | null = null;

  const place = (event: MouseEvent): [number, number] => {
    const box = element.getBoundingClientRect();
    return toWorld(stage.view, event.clientX - box.left, event.clientY - box.top);
  };
  const seatAt = (event: MouseEvent): SeatId | null => stage.spatial?.cardAt(...place(event))?.seat ?? null;

  // d3 keeps its own transform on the element; before each gesture it is told where the view really is.
  const sync = (): void => {
    const { k, x, y } = stage.view;
    (element as HTMLElement & { __zoom: ZoomTransform }).__zoom = zoomIdentity.translate(x, y).scale(k);
  };
  const behaviour = zoom<HTMLElement, unknown>()
    .scaleExtent([MIN_ZOOM, MAX_ZOOM])
    .clickDistance(SLOP)
    .filter((event: MouseEvent | WheelEvent | TouchEvent) => {
      sync();
      if (event.type === "wheel") return event.ctrlKey || event.metaKey;
      if (!(event instanceof MouseEvent)) return true;
      return event.button === 1 || (event.button === 0 && (space || seatAt(event) === null));
    })
    .wheelDelta((event: WheelEvent) => -event.deltaY * (event.deltaMode === 1 ? 0.05 : event.deltaMode ? 1 : 0.008))
    .on("zoom", (event: D3ZoomEvent<HTMLElement, unknown>) => {
      if (press !== null) press.panned = true;
      const { k, x, y } = event.transform;
      stage.setView({ k, x, y });
    });
  const selection = select(element);
  selection.call(behaviour).on("dblclick.zoom", null);

  const wheel = (event: WheelEvent): void => {
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) return;
    const unit = event.deltaMode === 1 ? 16 : 1;
    const across = event.shiftKey && event.deltaX === 0;
    const { k, x, y } = stage.view;
    const dx = (across ? event.deltaY : event.deltaX) * unit;
    const dy = (across ? 0 : event.deltaY) * unit;
    stage.setView({ k, x: x - dx, y: y - dy });
  };
  const down = (event: PointerEvent): void => {
    if (event.button !== 0 || !event.isPrimary) return;
    press = { seat: space ? null : seatAt(event), x: event.clientX, y: event.clientY, carrying: false, panned: space };
  };
  const move = (event: PointerEvent): void => {
    if (!event.isPrimary) return;
    const over = seatAt(event);
    if (press === null) return wishes.point(over);
    if (press.seat === null || event.pointerType === "touch") return;
    const far = Math.hypot(event.clientX - press.x, event.clientY - press.y) > SLOP;
    if (!press.carrying && far && wishes.mayCarry(press.seat)) {
      press.carrying = true;
      element.setPointerCapture(event.pointerId);
    }
    if (press.carrying) wishes.carry(press.seat, place(event), over === press.seat ? null : over);
  };
  const up = (event: PointerEvent): void => {
    const was = press;
    press = null;
    if (was === null || !event.isPrimary) return;
    const over = seatAt(event);
    if (was.carrying && was.seat !== null) wishes.drop(was.seat, over === was.seat ? null : over);
    else if (!was.panned && Math.hypot(event.clientX - was.x, event.clientY - was.y) <= SLOP) wishes.pick(was.seat);
  };
  const cancel = (): void => {
    if (press?.carrying && press.seat !== null) wishes.drop(press.seat, null);
    press = null;
    wishes.point(null);
  };
  const key = (event: KeyboardEvent): void => {
    if (event.code !== "Space") return;
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLButtonElement;
    space = event.type === "keydown" && !typing;
    element.style.cursor = space ? "grab" : "";
  };
  const leave = (): void => wishes.point(null);

  element.addEventListener("wheel", wheel, { passive: false });
  element.addEventListener("pointerdown", down);
  element.addEventListener("pointermove", move);
  element.addEventListener("pointerup", up);
  element.addEventListener("pointercancel", cancel);
  element.addEventListener("pointerleave", leave);
  window.addEventListener("keydown", key);
  window.addEventListener("keyup", key);
  return () => {
    selection.on(".zoom", null);
    element.removeEventListener("wheel", wheel);
    element.removeEventListener("pointerdown", down);
    element.removeEventListener("pointermove", move);
    element.removeEventListener("pointerup", up);
    element.removeEventListener("pointercancel", cancel);
    element.removeEventListener("pointerleave", leave);
    window.removeEventListener("keydown", key);
    window.removeEventListener("keyup", key);
  };
}
