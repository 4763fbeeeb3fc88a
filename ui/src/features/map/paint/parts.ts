// A large map comes with the smallest drawing of each card; the others are asked for where somebody looks. Nothing is ever blank meanwhile.

import type { Prim, Scene, SceneCard, SeatId } from "../../../generated";
import type { Level } from "./levels";

/** Asks for cards of a scene at the middle level, and with `near` at the nearest too. */
export type AskCards = (scene: Scene, seats: SeatId[], near: boolean) => Promise<readonly SceneCard[]>;

/** As many as one answer brings. */
const AT_ONCE = 600;
/** After a failed answer nothing is asked for this long, milliseconds. */
const REST_MS = 1000;

/** The drawing at a level, or the nearest smaller one that has come. */
export function drawnAt(card: SceneCard, level: Level): readonly Prim[] {
  if (level === "near" && card.near.length > 0) return card.near;
  if (level !== "far" && card.mid.length > 0) return card.mid;
  return card.far;
}

/** Whether a scene came with its smallest drawings alone. */
export function isCoarse(scene: Scene): boolean {
  return scene.cards.length > 0 && scene.cards.every((card) => card.mid.length === 0);
}

/** What has come of one coarse scene. */
export class Parts {
  private busy = false;
  private restsUntil = 0;
  private readonly cards: Map<SeatId, SceneCard>;
  /** Seats shown as the scene before drew them. */
  private readonly old = new Set<SeatId>();

  constructor(
    private readonly scene: Scene,
    private readonly ask: AskCards,
    /** Something came: paint again. */
    private readonly came: () => void,
  ) {
    this.cards = new Map(scene.cards.map((card) => [card.seat, card]));
  }

  /** Keeps showing what the scene before had of a card in the same place, until its own drawing has come. */
  adopt(before: Scene): void {
    for (const old of before.cards) {
      const own = old.mid.length === 0 ? undefined : this.cards.get(old.seat);
      if (own === undefined || own.mid.length > 0 || own.rect.x !== old.rect.x || own.rect.y !== old.rect.y) continue;
      [own.mid, own.near] = [old.mid, old.near];
      this.old.add(own.seat);
    }
  }

  /** Asks for what the cards in sight lack at a level; one answer at a time, so that a flight does not leave a trail of questions. */
  want(inSight: readonly SceneCard[], level: Level, now: number): void {
    if (level === "far" || this.busy || now < this.restsUntil) return;
    const near = level === "near";
    const lacking = inSight.filter((card) => this.old.has(card.seat) || (near ? card.near : card.mid).length === 0);
    if (lacking.length === 0) return;
    this.busy = true;
    const seats = lacking.slice(0, AT_ONCE).map((card) => card.seat);
    void this.ask(this.scene, seats, near)
      .then((cards) => cards.forEach((card) => this.take(card)))
      .catch(() => (this.restsUntil = now + REST_MS))
      .finally(() => {
        this.busy = false;
        this.came();
      });
  }

  private take(card: SceneCard): void {
    const own = this.cards.get(card.seat);
    if (own === undefined) return;
    if (this.old.delete(card.seat)) own.near = [];
    if (card.mid.length > 0) own.mid = card.mid;
    if (card.near.length > 0) own.near = card.near;
  }
}
