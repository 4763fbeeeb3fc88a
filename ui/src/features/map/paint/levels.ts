// Level of detail: which drawing of a card is shown at a zoom, and the cross-fade between two of them.

/** The three drawings of a card. */
export type Level = "far" | "mid" | "near";

/** Below it the 12-px text of a full card would be smaller than 8 px. */
export const NEAR_FROM = 0.667;
/** Cards of the room-safe face carry a name and a post alone, in larger type: they stay whole for longer. */
export const ROOM_NEAR_FROM = 0.4;
export const MID_FROM = 0.22;
/** A level is left only this far below its threshold, so that a zoom at the edge does not flicker. */
export const HYSTERESIS = 0.02;
/** Duration of the cross-fade in milliseconds. */
export const FADE_MS = 120;

/** The level at zoom `k`, given the level shown before. `from`: the zoom full cards begin at. */
export function levelFor(k: number, before: Level | null, from = NEAR_FROM): Level {
  const near = before === "near" ? from - HYSTERESIS : from;
  const mid = before === "near" || before === "mid" ? MID_FROM - HYSTERESIS : MID_FROM;
  if (k >= near) return "near";
  return k >= mid ? "mid" : "far";
}

/** What to paint now: the level shown and, while fading, the level that leaves with its remaining share. */
export interface Mix {
  level: Level;
  /** Opacity of `level`, 0…1. */
  share: number;
  leaving: Level | null;
}

/** Keeps the level over time; `reduced` motion switches without a fade. */
export class Fade {
  private level: Level | null = null;
  private leaving: Level | null = null;
  private started = 0;

  constructor(private readonly near = NEAR_FROM) {}

  /** Advances to zoom `k` at time `now` (ms). */
  step(k: number, now: number, reduced: boolean): Mix {
    const next = levelFor(k, this.level, this.near);
    if (this.level !== null && next !== this.level && !reduced) {
      this.leaving = this.level;
      this.started = now;
    }
    this.level = next;
    const share = this.leaving === null ? 1 : Math.min(1, (now - this.started) / FADE_MS);
    if (share >= 1 || reduced) this.leaving = null;
    return { level: next, share: this.leaving === null ? 1 : share, leaving: this.leaving };
  }
}
