import { describe, expect, it } from "vitest";
import type { Prim, Scene, SceneCard, SeatId } from "../../../generated";
import { drawnAt, isCoarse, Parts } from "./parts";

const prim = (d: string): Prim => ({ kind: "path", d, fill: null, stroke: null });
const card = (seat: string, parts: Partial<SceneCard> = {}): SceneCard => ({ seat: seat as SeatId, rect: { x: 0, y: 0, w: 1, h: 1 }, near: [], mid: [], far: [prim("far")], keys: [], parent: null, label: "", folded: 0, ...parts });
const scene = (cards: SceneCard[]): Scene => ({ width: 1, height: 1, units: [], lines: [], cards, legend: [] });

/** Answers when told to. */
function desk() {
  const asked: { seats: string[]; near: boolean; answer: (cards: SceneCard[]) => void; fail: () => void }[] = [];
  const ask = (_: Scene, seats: SeatId[], near: boolean) => new Promise<SceneCard[]>((answer, fail) => asked.push({ seats, near, answer, fail: () => fail(new Error("no")) }));
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

  it("are told from a whole map", () => {
    expect(isCoarse(scene([card("a"), card("b")]))).toBe(true);
    expect(isCoarse(scene([card("a", { mid: [prim("mid")] })]))).toBe(false);
    expect(isCoarse(scene([]))).toBe(false);
  });

  it("are asked for where somebody looks, once, one question at a time", async () => {
    const { asked, ask } = desk();
    const [a, b] = [card("a"), card("b")];
    let painted = 0;
    const parts = new Parts(scene([a, b]), ask, () => (painted += 1));
    parts.want([a], "far", 0);
    expect(asked).toHaveLength(0);
    parts.want([a], "mid", 0);
    parts.want([a, b], "near", 1);
    expect(asked.map((one) => [one.seats, one.near])).toEqual([[["a"], false]]);
    asked[0]?.answer([card("a", { mid: [prim("mid")] })]);
    await settled();
    expect([painted, drawnAt(a, "near")]).toEqual([1, [prim("mid")]]);
    parts.want([a], "mid", 2);
    expect(asked).toHaveLength(1);
    parts.want([a, b], "near", 3);
    expect(asked[1]).toMatchObject({ seats: ["a", "b"], near: true });
  });

  it("keep their former drawing in place until the new one has come", async () => {
    const { asked, ask } = desk();
    const before = scene([card("a", { mid: [prim("old mid")], near: [prim("old near")] }), card("b", { mid: [prim("old")], rect: { x: 5, y: 0, w: 1, h: 1 } })]);
    const [a, b] = [card("a"), card("b")];
    const parts = new Parts(scene([a, b]), ask, () => undefined);
    parts.adopt(before);
    expect([drawnAt(a, "near"), drawnAt(b, "near")]).toEqual([[prim("old near")], [prim("far")]]);
    parts.want([a], "mid", 0);
    expect(asked[0]?.seats).toEqual(["a"]);
    asked[0]?.answer([card("a", { mid: [prim("new mid")] })]);
    await settled();
    expect(drawnAt(a, "near")).toEqual([prim("new mid")]);
    parts.want([a], "mid", 1);
    expect(asked).toHaveLength(1);
  });

  it("rest after a refusal instead of asking on", async () => {
    const { asked, ask } = desk();
    const a = card("a");
    const parts = new Parts(scene([a]), ask, () => undefined);
    parts.want([a], "mid", 0);
    asked[0]?.fail();
    await settled();
    parts.want([a], "mid", 500);
    expect(asked).toHaveLength(1);
    parts.want([a], "mid", 1500);
    expect(asked).toHaveLength(2);
  });
});
