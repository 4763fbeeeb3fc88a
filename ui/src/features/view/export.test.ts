// What is asked to be written, and how large pictures may be.

import { describe, expect, it } from "vitest";
import type { AccountId, DecisionId, SavedViewId, SeatId, ViewRow } from "../../generated";
import type { MapState } from "../map/map.svelte";
import { fitsSwitch } from "../lens/lenses";
import { scaleFor, writeRequest } from "./export";

const map = { account: "a" as AccountId, decision: "d" as DecisionId, lens: "attitude", asOf: "2026-11-20", compare: null, folded: ["s"] as SeatId[], focus: null, filter: new Set(["attitude:2"]) } as unknown as MapState;
const row: ViewRow = { view: "v" as SavedViewId, name: "样例", decision: null, lens: "coverage", as_of: "2026-08-20", compare: "2026-07-01", filter: ["level:1"], folded: [], focus: "s" as SeatId, zoom: null, centre_x: null, centre_y: null };

describe("an export", () => {
  it("writes the map as shown, in the edition asked for", () => {
    expect(writeRequest(map, { mode: "presenting", format: "pptx", scale: 3, row: null })).toMatchObject({ lens: "attitude", as_of: "2026-11-20", folded: ["s"], filter: ["attitude:2"], view: null, mode: "presenting", format: "pptx", scale: null });
  });

  it("writes a saved view with all it keeps", () => {
    expect(writeRequest(map, { mode: "internal", format: "png", scale: 3, row })).toMatchObject({ decision: null, lens: "coverage", as_of: "2026-08-20", compare: "2026-07-01", folded: [], focus: "s", filter: ["level:1"], view: "v", scale: 3 });
  });

  it("takes the scale from the longest side, within what can be opened elsewhere", () => {
    expect(scaleFor({ width: 1000, height: 2000 }, 4000)).toBe(2);
    for (const side of [0, 199, 16_001, Number.NaN]) expect(scaleFor({ width: 1000, height: 2000 }, side)).toBeNull();
  });
});

describe("the lens switch", () => {
  const chinese = ["结构", "态度", "覆盖", "归属", "新鲜度", "变化"];
  const english = ["Structure", "Attitude", "Coverage", "Owners", "Freshness", "Changes"];

  it("lies open where the floats beside it keep their room, else it is a menu", () => {
    expect([fitsSwitch(chinese, 1000), fitsSwitch(english, 1000), fitsSwitch(english, 936)]).toEqual([true, true, true]);
    expect([fitsSwitch(english, 700), fitsSwitch(chinese, 584)]).toEqual([false, false]);
  });
});
