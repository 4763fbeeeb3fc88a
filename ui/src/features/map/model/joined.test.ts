// Differences put together, over many generated lists.

import { describe, expect, it } from "vitest";
import type { MapChange, MapView, Piece, SceneCard } from "../../../generated";
import { joined, merged } from "./joined";

interface Item {
  key: number;
  said: string;
}

/** A generator of numbers below `n`, the same in every run. */
function dice(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

/** The list told as a difference, as the core does it. */
function told(before: readonly Item[], after: readonly Item[]): Piece<Item>[] {
  const pieces: Piece<Item>[] = [];
  for (const one of after) {
    const at = before.findIndex((old) => old.key === one.key && old.said === one.said);
    const last = pieces.at(-1);
    if (at < 0) pieces.push({ ...one });
    else if (Array.isArray(last) && last[0] + last[1] === at) last[1] += 1;
    else pieces.push([at, 1]);
  }
  return pieces;
}

/** The list after some rows came, went, changed and moved. */
function changed(before: readonly Item[], roll: (n: number) => number, fresh: () => number): Item[] {
  const list = before.map((one) => ({ ...one }));
  for (let step = roll(6); step > 0; step -= 1) {
    const at = roll(list.length + 1);
    const kind = roll(4);
    const [one] = kind === 0 ? [{ key: fresh(), said: "new" }] : list.splice(at, 1);
    if (one === undefined || kind === 1) continue;
    list.splice(kind === 2 ? roll(list.length + 1) : at, 0, kind === 3 ? { ...one, said: `${one.said}!` } : one);
  }
  return list;
}

describe("a list told in pieces", () => {
  it("is the list again, whatever came, went, changed or moved", () => {
    for (let seed = 1; seed <= 500; seed += 1) {
      const roll = dice(seed);
      let next = 0;
      let list: Item[] = Array.from({ length: roll(12) }, () => ({ key: next++, said: "" }));
      for (let turn = 0; turn < 5; turn += 1) {
        const after = changed(list, roll, () => next++);
        const result = joined(list, told(list, after));
        expect(result).toEqual(after);
        for (const one of result) {
          const old = list.find((was) => was.key === one.key && was.said === one.said);
          if (old !== undefined) expect(one).toBe(old);
        }
        list = result;
      }
    }
  });

  it("stays the same list when nothing changed", () => {
    const list = [{ key: 1, said: "" }, { key: 2, said: "" }];
    expect(joined(list, [[0, 2]])).toBe(list);
    expect(joined(list, [[0, 1]])).toEqual([list[0]]);
    const none: Item[] = [];
    expect(joined(none, [])).toBe(none);
    expect(joined(list, [])).toEqual([]);
  });
});

describe("a map told as a difference", () => {
  it("takes every long list from its pieces and everything else from the rest", () => {
    const card = (seat: string) => ({ seat }) as unknown as SceneCard;
    const map = (part: object, scene: object) => ({ drawing: 1, outline: [], lines: [], ...part, scene: { width: 1, legend: [], units: [], lines: [], cards: [], ...scene } }) as unknown as MapView;
    const before = map({ outline: [{ seat: "a" }, { seat: "b" }], lines: [{ edge: "e" }] }, { cards: [card("a"), card("b")], lines: [{ edge: "w" }], units: [{ unit: "u" }] });
    const change = { rest: map({ drawing: 2, read_only: true }, { width: 9 }), cards: [[1, 1], card("c")], ways: [], frames: [[0, 1], { unit: "v" }], outline: [[0, 2]], lines: [[0, 1]] } as unknown as MapChange;
    const after = merged(before, change);
    expect(after).toEqual(map({ drawing: 2, read_only: true, outline: [{ seat: "a" }, { seat: "b" }], lines: [{ edge: "e" }] }, { width: 9, cards: [card("b"), card("c")], units: [{ unit: "u" }, { unit: "v" }] }));
    expect(after.scene.cards[0]).toBe(before.scene.cards[1]);
    expect(after.outline).toBe(before.outline);
  });
});
