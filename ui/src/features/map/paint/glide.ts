// Cards that found another place glide there along straight paths. Worked out once per scene, looked up while it lasts.

import type { Scene, SceneLine, SeatId } from "../../../generated";

/** Where a card comes from, seen from its new place, world units; `null`: it was not there. */
type From = readonly [number, number] | null;

/** Beyond so many cards on the way the change is shown by fading alone. */
const MOST = 1500;

export class Glide {
  /** Share of the way gone, eased; set before each picture. */
  share = 0;

  private constructor(
    private readonly from: ReadonlyMap<SeatId, From>,
    readonly started: number,
  ) {}

  /** What moves between two scenes, once the view was moved by `shift` world units to keep one card still. `null`: nothing does, or too much. */
  static between(before: Scene, after: Scene, shift: readonly [number, number], now: number): Glide | null {
    const old = new Map(before.cards.map((card) => [card.seat, card.rect]));
    const from = new Map<SeatId, From>();
    let moved = false;
    for (const { seat, rect } of after.cards) {
      const was = old.get(seat);
      if (was === undefined) {
        from.set(seat, null);
        continue;
      }
      const way: From = [was.x + shift[0] - rect.x, was.y + shift[1] - rect.y];
      if (Math.abs(way[0]) < 0.5 && Math.abs(way[1]) < 0.5) continue;
      from.set(seat, way);
      moved = true;
    }
    return moved && from.size <= MOST ? new Glide(from, now) : null;
  }

  /** Still on the way, or still to appear. */
  has(seat: SeatId): boolean {
    return this.from.has(seat);
  }

  /** How far from its place a card is drawn now, world units. */
  off(seat: SeatId): readonly [number, number] {
    const from = this.from.get(seat) ?? null;
    return from === null ? [0, 0] : [from[0] * (1 - this.share), from[1] * (1 - this.share)];
  }

  /** A card or line that was not there, or whose ends move, fades in. */
  opacity(line: SceneLine): number {
    return this.has(line.from) || this.has(line.to) ? this.share : 1;
  }

  cardOpacity(seat: SeatId): number {
    return this.from.get(seat) === null ? this.share : 1;
  }
}

/** How far a card lies from its former place; no way when it is not in both. */
export function shiftOf(before: Scene, after: Scene, seat: SeatId | null): readonly [number, number] {
  if (seat === null) return [0, 0];
  const [old, now] = [before, after].map((scene) => scene.cards.find((card) => card.seat === seat)?.rect);
  return old === undefined || now === undefined ? [0, 0] : [now.x - old.x, now.y - old.y];
}
