// Finding cards and lines by place: one static index per scene, rebuilt when the scene changes.

import Flatbush from "flatbush";
import type { Rect, Scene, SceneCard, SceneLine, SceneUnit } from "../../../generated";
import { contains } from "./geometry";

function build(rects: readonly Rect[]): Flatbush | null {
  if (rects.length === 0) return null;
  const index = new Flatbush(rects.length);
  for (const r of rects) index.add(r.x, r.y, r.x + r.w, r.y + r.h);
  index.finish();
  return index;
}

/** Positions in scene order, so that painting order stays the scene's. */
function within(index: Flatbush | null, area: Rect): number[] {
  if (index === null) return [];
  return index.search(area.x, area.y, area.x + area.w, area.y + area.h).sort((a, b) => a - b);
}

/** The index of one scene. */
export class Spatial {
  private readonly cards: Flatbush | null;
  private lines: Flatbush | null;
  private readonly units: Flatbush | null;

  constructor(private readonly scene: Scene) {
    this.cards = build(scene.cards.map((card) => card.rect));
    this.lines = build(scene.lines.map((line) => line.bounds));
    this.units = build(scene.units.map((unit) => unit.rect));
  }

  /** The ways of the lines have come, or others. */
  rerouted(): void {
    this.lines = build(this.scene.lines.map((line) => line.bounds));
  }

  /** The card painted uppermost at a world point. */
  cardAt(x: number, y: number): SceneCard | null {
    const hits = within(this.cards, { x, y, w: 0, h: 0 });
    for (let i = hits.length - 1; i >= 0; i -= 1) {
      const card = this.scene.cards[hits[i] as number];
      if (card !== undefined && contains(card.rect, x, y)) return card;
    }
    return null;
  }

  /** The innermost unit frame at a world point. */
  unitAt(x: number, y: number): SceneUnit | null {
    let inner: SceneUnit | null = null;
    for (const i of within(this.units, { x, y, w: 0, h: 0 })) {
      const unit = this.scene.units[i];
      if (unit !== undefined && (inner === null || unit.depth >= inner.depth)) inner = unit;
    }
    return inner;
  }

  /** Folded cards within a distance of a world point. */
  foldedNear(x: number, y: number, reach: number): SceneCard[] {
    const hits = this.cards?.search(x - reach, y - reach, x + reach, y + reach, (at) => (this.scene.cards[at]?.folded ?? 0) > 0) ?? [];
    return hits.flatMap((at) => this.scene.cards[at] ?? []);
  }

  /** Positions in `scene.cards` of the cards that touch an area. */
  cardsIn(area: Rect): number[] {
    return within(this.cards, area);
  }

  /** The lines that touch an area, in painting order. */
  linesIn(area: Rect): SceneLine[] {
    return this.linesAt(area).flatMap((i) => this.scene.lines[i] ?? []);
  }

  /** Positions in `scene.lines` of the lines that touch an area. */
  linesAt(area: Rect): number[] {
    return within(this.lines, area);
  }
}
