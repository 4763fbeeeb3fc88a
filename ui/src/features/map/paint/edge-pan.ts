// The view moves by itself while something is carried to the edge of the canvas.

import type { Stage } from "./stage";

/** Width of the edge that moves the view, and the fastest pan per frame, CSS pixels. */
const [EDGE, FASTEST] = [40, 14];

/** Pan for a place along one side of length `length`: faster the nearer the edge, 0 away from it. */
export function edgeSpeed(at: number, length: number): number {
  if (at < EDGE) return Math.min(1, (EDGE - at) / EDGE) * FASTEST;
  return at > length - EDGE ? -Math.min(1, (at - length + EDGE) / EDGE) * FASTEST : 0;
}

export class EdgePan {
  private due = 0;
  private speed: [number, number] = [0, 0];

  /** `moved`: told after every step, so that what is carried follows. */
  constructor(
    private readonly stage: Stage,
    private readonly moved: () => void,
  ) {}

  /** The pointer is here, CSS pixels of the canvas. */
  at(x: number, y: number): void {
    const { size } = this.stage;
    this.speed = [edgeSpeed(x, size.w), edgeSpeed(y, size.h)];
    if ((this.speed[0] !== 0 || this.speed[1] !== 0) && this.due === 0) this.due = requestAnimationFrame(this.step);
  }

  stop(): void {
    cancelAnimationFrame(this.due);
    this.due = 0;
    this.speed = [0, 0];
  }

  private readonly step = (): void => {
    this.due = 0;
    const [dx, dy] = this.speed;
    if (dx === 0 && dy === 0) return;
    const { k, x, y } = this.stage.view;
    this.stage.setView({ k, x: x + dx, y: y + dy });
    this.moved();
    this.due = requestAnimationFrame(this.step);
  };
}
