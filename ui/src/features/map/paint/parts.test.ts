import { describe, expect, it } from "vitest";
import type { CardList, EdgeId, Prim, Scene, SceneCard, SceneLine, SeatId } from "../../../generated";
import { drawnAt, Parts, type Lacking } from "./parts";

const prim = (d: string): Prim => ({ kind: "path", d, fill: null, stroke: null });
const card = (seat: string, parts: Partial<SceneCard> = {}): SceneCard => ({ seat: seat as SeatId, rect: { x: 0, y: 0, w: 1, h: 1 }, near: [], mid: [], far: [prim("far")], keys: [], parent: null, folded: 0, ...parts });
const line = (prims: Prim[] = []): SceneLine => ({ edge: "e" as EdgeId, kind: "reports_to", from: "a" as SeatId, to: "b" as SeatId, strength: 0, bounds: { x: 0, y: 0, w: 1, h: 1 }, prims, quiet: false, label: "" });
const scene = (cards: SceneCard[], lines: SceneLine[] = []): Scene => ({ width: 1, height: 1, units: [], lines, cards, legend: [] });
const sight = (cards: number[], lines: number[] = []) => ({ cards, lines });

/** Answers when told to. */
function desk() {
  const asked: { lacking: Lacking; answer: (cards: SceneCard[], lines?: CardList["lines"], ways?: CardList["ways"]) => void; fail: () => void }[] = [];
  const ask = (_: Scene, lacking: Lacking) => new Promise<CardList>((answer, fail) => asked.push({ lacking, answer: (cards, lines = [], ways = []) => answer({ cards, lines, ways }), fail: () => fail(new Error("no")) }));
  return { asked, ask };
}

const settled = () => new Promise((done) => setTimeout(done));

describe("cards of a large map", () => {
  it("show the nearest smaller drawing until theirs has come", () => {
    expect(drawnAt(card("a"), "near")).toEqual([prim("far")]);
    expect(drawnAt(card("a", { mid: [prim("mid")] }), "near")).toEqual([prim("mid")]);
    expect(drawnAt(card("a", { mid: [prim("mid")], near: [prim("near")] }), "near")).toEqual([prim("near")]);
    expect(drawnAt(card("a", { mid: [prim("mid")], near: [prim("near")] }), "far")).toEqual([prim("far")]);
  });

  it("are asked for where somebody looks, once, one question at a time", async () => {
    const { asked, ask } = desk();
    const [a, b] = [card("a"), card("b")];
    let painted = 0;
    const parts = new Parts(scene([a, b]), ask, () => (painted += 1));
    parts.want(sight([0]), "far", 0);
    expect(asked).toHaveLength(0);
    parts.want(sight([0]), "mid", 0);
    parts.want(sight([0, 1]), "near", 1);
    expect(asked.map((one) => one.lacking)).toEqual([{ seats: ["a"], near: false, lines: [], ways: false }]);
    asked[0]?.answer([card("a", { mid: [prim("mid")] })]);
    await settled();
    expect([painted, drawnAt(a, "near")]).toEqual([1, [prim("mid")]]);
    parts.want(sight([0]), "mid", 2);
    expect(asked).toHaveLength(1);
    parts.want(sight([0, 1]), "near", 3);
    expect(asked[1]?.lacking).toMatchObject({ seats: ["a", "b"], near: true });
  });

  it("come with the lines in sight", async () => {
    const { asked, ask } = desk();
    const [a, known, unknown] = [card("a", { mid: [prim("mid")] }), line([prim("there")]), line()];
    const came: boolean[] = [];
    const parts = new Parts(scene([a], [known, unknown]), ask, (ways) => came.push(ways));
    parts.want(sight([0], [0, 1]), "mid", 0);
    expect(asked[0]?.lacking).toEqual({ seats: [], near: false, lines: [], ways: true });
    asked[0]?.answer([], [], [[1, 2, 3, 4], [5, 6, 7, 8]]);
    await settled();
    expect([unknown.bounds, came]).toEqual([{ x: 5, y: 6, w: 7, h: 8 }, [true]]);
    parts.want(sight([0], [0, 1]), "mid", 1);
    expect(asked[1]?.lacking).toEqual({ seats: [], near: false, lines: [1], ways: false });
    asked[1]?.answer([], [{ at: 1, prims: [prim("line")] }]);
    await settled();
    expect(came).toEqual([true, false]);
    expect([known.prims, unknown.prims]).toEqual([[prim("there")], [prim("line")]]);
  });

  it("keep their former drawing in place until the new one has come", async () => {
    const { asked, ask } = desk();
    const before = scene([card("a", { mid: [prim("old mid")], near: [prim("old near")] }), card("b", { mid: [prim("old")], rect: { x: 5, y: 0, w: 1, h: 1 } })]);
    const [a, b] = [card("a"), card("b")];
    const parts = new Parts(scene([a, b]), ask, () => undefined);
    parts.adopt(before);
    expect([drawnAt(a, "near"), drawnAt(b, "near")]).toEqual([[prim("old near")], [prim("far")]]);
    parts.want(sight([0]), "mid", 0);
    expect(asked[0]?.lacking.seats).toEqual(["a"]);
    asked[0]?.answer([card("a", { mid: [prim("new mid")] })]);
    await settled();
    expect(drawnAt(a, "near")).toEqual([prim("new mid")]);
    parts.want(sight([0]), "mid", 1);
    expect(asked).toHaveLength(1);
  });

  it("that no difference told of are asked for again all the same: a far drawing says less than a near one", async () => {
    const { asked, ask } = desk();
    const [a, b, drawn] = [card("a", { mid: [prim("old mid")] }), card("b"), line([prim("old way")])];
    const parts = new Parts(scene([a, b], [drawn]), ask, () => undefined);
    parts.adopt(scene([a, b], [drawn]));
    parts.want(sight([0], [0]), "mid", 0);
    expect(asked[0]?.lacking).toEqual({ seats: ["a"], near: false, lines: [], ways: true });
    expect([drawnAt(a, "mid"), drawn.prims]).toEqual([[prim("old mid")], [prim("old way")]]);
    asked[0]?.answer([card("a", { mid: [prim("new mid")] })], [], [[0, 0, 1, 1]]);
    await settled();
    parts.want(sight([0], [0]), "mid", 1);
    expect(asked[1]?.lacking).toEqual({ seats: [], near: false, lines: [0], ways: false });
    asked[1]?.answer([], [{ at: 0, prims: [prim("new way")] }]);
    await settled();
    expect([drawnAt(a, "mid"), drawn.prims]).toEqual([[prim("new mid")], [prim("new way")]]);
    parts.want(sight([0], [0]), "mid", 2);
    expect(asked).toHaveLength(2);
  });

  it("do not show a line where the cards at its ends no longer stand", () => {
    const [a, b, moved] = [card("a"), card("b", { rect: { x: 9, y: 0, w: 1, h: 1 } }), line([prim("old way")])];
    const parts = new Parts(scene([a, b], [moved]), desk().ask, () => undefined);
    parts.adopt(scene([card("a"), card("b")], [moved]));
    expect(moved.prims).toEqual([]);
  });

  it("rest after a refusal instead of asking on", async () => {
    const { asked, ask } = desk();
    const a = card("a");
    const parts = new Parts(scene([a]), ask, () => undefined);
    parts.want(sight([0]), "mid", 0);
    asked[0]?.fail();
    await settled();
    parts.want(sight([0]), "mid", 500);
    expect(asked).toHaveLength(1);
    parts.want(sight([0]), "mid", 1500);
    expect(asked).toHaveLength(2);
  });
});
