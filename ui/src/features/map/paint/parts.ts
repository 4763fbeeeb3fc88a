// A large map comes with the smallest drawing of each card and without drawn lines; the rest is asked for where somebody looks. Nothing is
// ever blank meanwhile.

import type { CardList, Prim, Rect, Scene, SceneCard, SeatId } from "../../../generated";
import type { Level } from "./levels";

/** What a coarse scene is asked for: cards by seat, lines by their place in the scene. `near`: the nearest drawing too; `ways`: where lines run. */
export interface Lacking {
  seats: SeatId[];
  near: boolean;
  lines: number[];
  ways: boolean;
}

export type AskParts = (scene: Scene, lacking: Lacking) => Promise<CardList>;

/** As many as one answer brings. */
const CARDS_AT_ONCE = 600;
const LINES_AT_ONCE = 2000;
/** After a failed answer nothing is asked for this long, milliseconds. */
const REST_MS = 1000;

/** The drawing at a level, or the nearest smaller one that has come. */
export function drawnAt(card: SceneCard, level: Level): readonly Prim[] {
  if (level === "near" && card.near.length > 0) return card.near;
  if (level !== "far" && card.mid.length > 0) return card.mid;
  return card.far;
}

const samePlace = (one: Rect | undefined, other: Rect | undefined): boolean => one !== undefined && one.x === other?.x && one.y === other.y;

/** What has come of one coarse scene. */
export class Parts {
  private busy = false;
  /** It is known where the lines of this scene run; without it nobody knows which of them are in sight. */
  private routed = false;
  private restsUntil = 0;
  private readonly cards: Map<SeatId, SceneCard>;
  /** Seats and places of lines shown as the scene before drew them. */
  private readonly old = new Set<SeatId>();
  private readonly oldLines = new Set<number>();

  constructor(
    private readonly scene: Scene,
    private readonly ask: AskParts,
    /** Something came: paint again. `ways`: the lines are known by place now. */
    private readonly came: (ways: boolean) => void,
  ) {
    this.cards = new Map(scene.cards.map((card) => [card.seat, card]));
  }

  /** Keeps showing what the scene before had of a card or a line in the same place, until its own drawing has come. */
  adopt(before: Scene): void {
    for (const old of before.cards) {
      const own = old.mid.length === 0 ? undefined : this.cards.get(old.seat);
      if (own === undefined || !samePlace(own.rect, old.rect)) continue;
      [own.mid, own.near] = [old.mid, old.near];
      this.old.add(own.seat);
    }
    const were = new Map(before.cards.map((card) => [card.seat, card.rect]));
    const stays = (seat: SeatId): boolean => samePlace(were.get(seat), this.cards.get(seat)?.rect);
    this.scene.lines.forEach((line, at) => {
      if (line.prims.length === 0) return;
      if (stays(line.from) && stays(line.to)) this.oldLines.add(at);
      else line.prims = [];
    });
  }

  /** Asks for what the cards and lines in sight lack; one answer at a time, so that a flight does not leave a trail of questions. */
  want(sight: { cards: readonly number[]; lines: readonly number[] }, level: Level, now: number): void {
    if (level === "far" || this.busy || now < this.restsUntil) return;
    const near = level === "near";
    const lacks = (card: SceneCard) => this.old.has(card.seat) || (near ? card.near : card.mid).length === 0;
    const seats = sight.cards.flatMap((at) => (this.scene.cards[at] !== undefined && lacks(this.scene.cards[at]) ? [this.scene.cards[at].seat] : [])).slice(0, CARDS_AT_ONCE);
    const ways = !this.routed && this.scene.lines.length > 0;
    const lines = ways ? [] : sight.lines.filter((at) => this.oldLines.has(at) || this.scene.lines[at]?.prims.length === 0).slice(0, LINES_AT_ONCE);
    if (seats.length + lines.length === 0 && !ways) return;
    this.busy = true;
    void this.ask(this.scene, { seats, near, lines, ways })
      .then((list) => this.take(list, ways))
      .catch(() => (this.restsUntil = now + REST_MS))
      .finally(() => {
        this.busy = false;
        this.came(ways && this.routed);
      });
  }

  private take({ cards, lines, ways }: CardList, routed: boolean): void {
    if (routed) {
      this.scene.lines.forEach((line, at) => {
        const [x = 0, y = 0, w = 0, h = 0] = ways[at] ?? [];
        line.bounds = { x, y, w, h };
      });
      this.routed = true;
    }
    for (const card of cards) {
      const own = this.cards.get(card.seat);
      if (own === undefined) continue;
      if (this.old.delete(card.seat)) own.near = [];
      if (card.mid.length > 0) own.mid = card.mid;
      if (card.near.length > 0) own.near = card.near;
    }
    for (const { at, prims } of lines) {
      const line = this.scene.lines[at];
      if (line !== undefined) line.prims = prims;
      this.oldLines.delete(at);
    }
  }
}
