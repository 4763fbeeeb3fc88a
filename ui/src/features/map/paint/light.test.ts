// Who stays in full ink while the legend filters or a way is shown.

import { describe, expect, it } from "vitest";
import type { EdgeId, Scene, SceneCard, SceneLine, SeatId } from "../../../generated";
import { lightOf } from "./frame";

const seat = (name: string) => name as SeatId;
const card = (name: string, x: number, keys: string[] = []): SceneCard => ({ seat: seat(name), rect: { x, y: 0, w: 240, h: 104 }, near: [], mid: [], far: [], keys, parent: null, folded: 0 });
const line = (from: string, to: string, edge: string | null = null, kind: SceneLine["kind"] = "reports_to"): SceneLine => ({ edge: edge as EdgeId | null, kind, from: seat(from), to: seat(to), strength: 0, bounds: { x: 0, y: 0, w: 1, h: 1 }, prims: [], quiet: false, label: "" });
const scene = (cards: SceneCard[], lines: SceneLine[] = []): Scene => ({ width: 1000, height: 500, units: [], lines, cards, legend: [] });

describe("who stays in full ink", () => {
  const cards = [card("a", 0, ["att:+1", "line:influences"]), card("b", 300, ["line:influences"]), card("c", 600)];
  const lines = [line("a", "b"), line("a", "b", "e1", "influences"), line("b", "c", "e2", "influences")];
  const shown = (spotlight: string[] | null, route: { seats: string[]; edges: string[] } | null = null) => {
    const light = lightOf(scene(cards, lines), { spotlight: spotlight && new Set(spotlight), route: route && { seats: route.seats.map(seat), edges: new Set(route.edges as EdgeId[]) } });
    return [cards.filter((one) => light.card(one)).map((one) => one.seat), lines.map((one) => light.line(one))];
  };

  it("is everybody without a filter", () => expect(shown(null)).toEqual([["a", "b", "c"], [true, true, true]]));

  it("are the cards of any chosen entry", () => expect(shown(["att:+1"])).toEqual([["a"], [false, false, false]]));

  it("are the lines of a chosen kind with both their ends", () => expect(shown(["line:influences"])).toEqual([["a", "b"], [false, true, false]]));

  it("are the cards and lines of a way, whatever the filter", () => {
    expect(shown(["att:+1"], { seats: ["a", "b", "c"], edges: ["e2"] })).toEqual([["a", "b", "c"], [true, false, true]]);
  });

  it("are not those a drill would lose, nor their lines", () => {
    const light = lightOf(scene(cards, lines), { spotlight: null, route: null, pale: new Set([seat("a")]) });
    expect([cards.map((one) => light.card(one)), lines.map((one) => light.line(one))]).toEqual([[false, true, true], [false, false, true]]);
  });
});
