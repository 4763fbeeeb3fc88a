// Pointer, wheel and touch on the canvas, turned into a few wishes. Panning and pinching are d3-zoom's.

import { select } from "d3-selection";
import { zoom, zoomIdentity, type D3ZoomEvent, type ZoomTransform } from "d3-zoom";
import type { Rect, SeatId } from "../../../generated";
import { EdgePan } from "./edge-pan";
import { MAX_ZOOM, MIN_ZOOM, toWorld } from "./geometry";
import type { Hit } from "./hit";
import type { Stage } from "./stage";

/** What the hand may want. Places are world units unless said otherwise. */
export interface Wishes {
  /** The pointer is over a seat, or over none. */
  point(seat: SeatId | null): void;
  /** A click; `more`: it adds to what is chosen (Shift, Ctrl, ⌘). */
  pick(hit: Hit, more: boolean): void;
  /** A double click on a card. */
  edit(seat: SeatId): void;
  /** A right click, with the place in the window. */
  menu(hit: Hit, x: number, y: number): void;
  /** A card was taken hold of. */
  lift(seat: SeatId, at: [number, number]): void;
  carry(at: [number, number], over: Hit, room: boolean): void;
  drop(): void;
  /** Whatever is carried or drawn is given up; nothing changes. */
  giveUp(): void;
  /** A box is drawn on the ground. */
  frame(box: Rect): void;
  framed(box: Rect): void;
  /** A line is drawn from a port. */
  draw(from: SeatId, at: [number, number], over: Hit): void;
  drawn(over: Hit): void;
}

/** A click becomes a drag after this many CSS pixels. */
const SLOP = 4;

type Deed = "none" | "carry" | "frame" | "draw";

interface Press {
  hit: Hit;
  x: number;
  y: number;
  /** Where the press began in world units: the view may move meanwhile. */
  from: [number, number];
  deed: Deed;
  panned: boolean;
  more: boolean;
}

/** Binds gestures to an element that covers the canvas. Answers the way out. */
export function bindGestures(element: HTMLElement, stage: Stage, wishes: Wishes): () => void {
  const hand = new Hand(element, stage, wishes);
  const heard: [string, (event: never) => void][] = [
    ["wheel", hand.wheel], ["pointerdown", hand.down], ["pointermove", hand.move], ["pointerup", hand.up], ["pointercancel", hand.cancel],
    ["pointerleave", hand.leave], ["dblclick", hand.twice], ["contextmenu", hand.menu],
  ];
  for (const [name, act] of heard) element.addEventListener(name, act as EventListener, name === "wheel" ? { passive: false } : undefined);
  window.addEventListener("keydown", hand.key);
  window.addEventListener("keyup", hand.key);
  const unbind = hand.bindZoom();
  return () => {
    unbind();
    hand.rest();
    for (const [name, act] of heard) element.removeEventListener(name, act as EventListener);
    window.removeEventListener("keydown", hand.key);
    window.removeEventListener("keyup", hand.key);
  };
}

class Hand {
  private space = false;
  private press: Press | null = null;
  private last: PointerEvent | null = null;
  private readonly edge: EdgePan;

  constructor(
    private readonly element: HTMLElement,
    private readonly stage: Stage,
    private readonly wishes: Wishes,
  ) {
    this.edge = new EdgePan(stage, () => this.last !== null && this.act(this.last));
  }

  /** d3 keeps its own transform on the element; before each gesture it is told where the view really is. */
  bindZoom(): () => void {
    const { element, stage } = this;
    const behaviour = zoom<HTMLElement, unknown>()
      .scaleExtent([MIN_ZOOM, MAX_ZOOM])
      .clickDistance(SLOP)
      .filter((event: MouseEvent | WheelEvent | TouchEvent) => {
        const { k, x, y } = stage.view;
        (element as HTMLElement & { __zoom: ZoomTransform }).__zoom = zoomIdentity.translate(x, y).scale(k);
        if (event.type === "wheel") return event.ctrlKey || event.metaKey;
        if (!(event instanceof MouseEvent)) return true;
        return event.button === 1 || (event.button === 0 && (this.space || (!event.shiftKey && this.isGround(this.hit(event)))));
      })
      .wheelDelta((event: WheelEvent) => -event.deltaY * (event.deltaMode === 1 ? 0.05 : event.deltaMode ? 1 : 0.008))
      .on("zoom", (event: D3ZoomEvent<HTMLElement, unknown>) => {
        if (this.press !== null) this.press.panned = true;
        const { k, x, y } = event.transform;
        stage.setView({ k, x, y });
      });
    const selection = select(element);
    selection.call(behaviour).on("dblclick.zoom", null);
    return () => void selection.on(".zoom", null);
  }

  private isGround({ on }: Hit): boolean {
    return on === "ground" || on === "unit" || on === "line";
  }

  private local(event: MouseEvent): [number, number] {
    const box = this.element.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  }

  private place(event: MouseEvent): [number, number] {
    return toWorld(this.stage.view, ...this.local(event));
  }

  private hit(event: MouseEvent): Hit {
    return this.stage.hit(...this.local(event));
  }

  readonly wheel = (event: WheelEvent): void => {
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) return;
    const unit = event.deltaMode === 1 ? 16 : 1;
    const across = event.shiftKey && event.deltaX === 0;
    const { k, x, y } = this.stage.view;
    const dx = (across ? event.deltaY : event.deltaX) * unit;
    const dy = (across ? 0 : event.deltaY) * unit;
    this.stage.setView({ k, x: x - dx, y: y - dy });
  };

  readonly down = (event: PointerEvent): void => {
    if (event.button !== 0 || !event.isPrimary) return;
    const more = event.shiftKey || event.ctrlKey || event.metaKey;
    this.press = { hit: this.space ? { on: "ground" } : this.hit(event), x: event.clientX, y: event.clientY, from: this.place(event), deed: "none", panned: this.space, more };
  };

  readonly move = (event: PointerEvent): void => {
    if (!event.isPrimary) return;
    const { press } = this;
    if (press === null) return this.point(event);
    if (event.pointerType === "touch") return;
    if (press.deed === "none" && Math.hypot(event.clientX - press.x, event.clientY - press.y) > SLOP) this.begin(press, event);
    if (press.deed === "none") return;
    this.last = event;
    this.act(event);
    this.edge.at(...this.local(event));
  };

  private point(event: PointerEvent): void {
    const hit = this.hit(event);
    this.wishes.point(hit.on === "card" ? hit.seat : hit.on === "knob" || hit.on === "port" ? hit.seat : this.stage.staysOn(...this.local(event)));
    this.element.style.cursor = this.space ? "grab" : hit.on === "port" ? "crosshair" : hit.on === "knob" || hit.on === "line" ? "pointer" : "";
  }

  private begin(press: Press, event: PointerEvent): void {
    const { hit } = press;
    if (hit.on === "port") press.deed = "draw";
    else if (hit.on === "card" && !press.panned) press.deed = "carry";
    else if (this.isGround(hit) && event.shiftKey && !press.panned) press.deed = "frame";
    else return;
    this.element.setPointerCapture(event.pointerId);
    if (press.deed === "carry" && hit.on === "card") this.wishes.lift(hit.seat, press.from);
  }

  private act(event: PointerEvent): void {
    const { press, wishes } = this;
    const at = this.place(event);
    if (press?.deed === "carry") wishes.carry(at, this.hit(event), event.altKey);
    else if (press?.deed === "frame") wishes.frame(boxOf(press.from, at));
    else if (press?.deed === "draw" && press.hit.on === "port") wishes.draw(press.hit.seat, at, this.hit(event));
  }

  readonly up = (event: PointerEvent): void => {
    const was = this.press;
    if (was === null || !event.isPrimary) return;
    this.rest();
    if (was.deed === "carry") this.wishes.drop();
    else if (was.deed === "frame") this.wishes.framed(boxOf(was.from, this.place(event)));
    else if (was.deed === "draw") this.wishes.drawn(this.hit(event));
    else if (!was.panned && Math.hypot(event.clientX - was.x, event.clientY - was.y) <= SLOP) this.wishes.pick(was.hit, was.more);
  };

  readonly twice = (event: MouseEvent): void => {
    const hit = this.hit(event);
    if (hit.on === "card" && !event.shiftKey && !event.ctrlKey && !event.metaKey) this.wishes.edit(hit.seat);
  };

  readonly menu = (event: MouseEvent): void => {
    event.preventDefault();
    // A right click in the middle of a drag ends the drag and asks for nothing more.
    if (this.abandon()) return;
    this.wishes.menu(this.hit(event), event.clientX, event.clientY);
  };

  readonly cancel = (): void => {
    this.abandon();
    this.wishes.point(null);
  };

  readonly leave = (): void => {
    if (this.press === null) this.wishes.point(null);
  };

  /** Escape ends what the hand does; what it carried is given up where the map's keys are heard. */
  readonly key = (event: KeyboardEvent): void => {
    if (event.key === "Escape") return this.rest();
    if (event.code !== "Space") return;
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLButtonElement;
    this.space = event.type === "keydown" && !typing;
    this.element.style.cursor = this.space ? "grab" : "";
  };

  /** Ends a press without its deed. Answers whether there was one under way. */
  private abandon(): boolean {
    const deed = this.press?.deed ?? "none";
    this.rest();
    if (deed === "none") return false;
    this.wishes.giveUp();
    return true;
  }

  rest(): void {
    this.press = null;
    this.last = null;
    this.edge.stop();
  }
}

function boxOf([x0, y0]: [number, number], [x1, y1]: [number, number]): Rect {
  return { x: Math.min(x0, x1), y: Math.min(y0, y1), w: Math.abs(x1 - x0), h: Math.abs(y1 - y0) };
}
