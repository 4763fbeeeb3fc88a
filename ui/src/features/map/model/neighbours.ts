// Walking the drawn tree with the arrow keys: which seat lies where, seen from a seat.

import type { Rect, SeatId } from "../../../generated";

/** What the walk needs to know of a card. */
export interface Placed {
  seat: SeatId;
  rect: Rect;
  parent: SeatId | null;
}

export type Direction = "left" | "right" | "up" | "down";

const byPlace = (a: Placed, b: Placed): number => a.rect.x - b.rect.x || a.rect.y - b.rect.y;

/** The tree of the cards, answering one question: where does an arrow lead? */
export class Neighbours {
  private readonly cards = new Map<SeatId, Placed>();
  private readonly children = new Map<SeatId | null, Placed[]>();

  constructor(cards: readonly Placed[]) {
    for (const card of cards) this.cards.set(card.seat, card);
    for (const card of cards) {
      const parent = this.parentOf(card);
      const list = this.children.get(parent);
      if (list === undefined) this.children.set(parent, [card]);
      else list.push(card);
    }
    for (const list of this.children.values()) list.sort(byPlace);
  }

  /** The seat an arrow leads to; the same seat when there is nothing that way; the first root from nowhere. */
  step(from: SeatId | null, direction: Direction): SeatId | null {
    const card = from === null ? undefined : this.cards.get(from);
    if (card === undefined) return this.first();
    if (direction === "up") return this.parentOf(card) ?? card.seat;
    if (direction === "down") return this.reports(card.seat)[0]?.seat ?? card.seat;
    return this.beside(card, direction === "right" ? 1 : -1);
  }

  /** The seat at the top left. */
  first(): SeatId | null {
    return this.children.get(null)?.[0]?.seat ?? null;
  }

  /** Direct reports, left to right. */
  reports(seat: SeatId): readonly Placed[] {
    return this.children.get(seat) ?? [];
  }

  /** The superior as drawn; `null` for a root or a seat that is not drawn. */
  superior(seat: SeatId): SeatId | null {
    const card = this.cards.get(seat);
    return card === undefined ? null : this.parentOf(card);
  }

  /** Seats that hang beside this one, itself among them, left to right. */
  siblings(seat: SeatId): readonly Placed[] {
    return this.children.get(this.superior(seat)) ?? [];
  }

  /** The seat and all that hangs beneath it, superiors first. */
  branch(seat: SeatId): SeatId[] {
    const found = [seat];
    const seen = new Set(found);
    for (let i = 0; i < found.length; i += 1) {
      for (const report of this.reports(found[i] as SeatId)) {
        if (seen.has(report.seat)) continue;
        seen.add(report.seat);
        found.push(report.seat);
      }
    }
    return found;
  }

  /** Those of `seats` that lie beneath no other of them: moving these moves all. */
  tops(seats: Iterable<SeatId>): SeatId[] {
    const chosen = new Set(seats);
    return [...chosen].filter((seat) => {
      const superior = this.superior(seat);
      return superior === null || ![...chosen].some((other) => other !== seat && this.isBeneath(superior, other));
    });
  }

  /** Whether `seat` lies beneath `top`, at any depth; a seat lies beneath itself. */
  isBeneath(seat: SeatId, top: SeatId): boolean {
    const seen = new Set<SeatId>();
    for (let at: SeatId | null = seat; at !== null && !seen.has(at); ) {
      if (at === top) return true;
      seen.add(at);
      const card = this.cards.get(at);
      at = card === undefined ? null : this.parentOf(card);
    }
    return false;
  }

  private parentOf(card: Placed): SeatId | null {
    return card.parent !== null && card.parent !== card.seat && this.cards.has(card.parent) ? card.parent : null;
  }

  /** The next sibling; at the end of the row the nearest card of about the same height beyond. */
  private beside(card: Placed, way: 1 | -1): SeatId {
    const row = this.children.get(this.parentOf(card)) ?? [];
    const next = row[row.findIndex((c) => c.seat === card.seat) + way];
    if (next !== undefined) return next.seat;
    const middle = card.rect.y + card.rect.h / 2;
    let best: Placed | null = null;
    for (const other of this.cards.values()) {
      const ahead = (other.rect.x - card.rect.x) * way;
      const level = Math.abs(other.rect.y + other.rect.h / 2 - middle) <= card.rect.h;
      if (ahead <= 0 || !level) continue;
      if (best === null || ahead < (best.rect.x - card.rect.x) * way) best = other;
    }
    return best?.seat ?? card.seat;
  }
}
