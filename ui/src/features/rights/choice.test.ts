import { describe, expect, it } from "vitest";
import type { AccessView, ErasureView, MentionRow } from "../../generated";
import { choices, isNamed, keyOf, sureOnes, thirdOnes, toggled } from "./choice";

const row = (record: string, sure: boolean): MentionRow => ({ table: "touch", column: "summary", record, place: "", before: "", after: "", sure });
const view = { mentions: [row("1", true), row("2", false)] } as unknown as ErasureView;

describe("what is chosen for an erasure", () => {
  it("begins with what is sure and follows the ticks", () => {
    const first = sureOnes(view);
    expect([...first]).toEqual(["touch/summary/1"]);
    const both = toggled(first, keyOf(view.mentions[1]!));
    expect(choices(view, both)).toEqual([{ table: "touch", column: "summary", record: "1" }, { table: "touch", column: "summary", record: "2" }]);
    expect(choices(view, toggled(toggled(both, "touch/summary/1"), "touch/summary/2"))).toEqual([]);
    expect([...first]).toEqual(["touch/summary/1"]);
  });

  it("needs the whole name and no other", () => {
    expect(isNamed(" 样例一 ", "样例一")).toBe(true);
    expect(isNamed("样例", "样例一")).toBe(false);
    expect(isNamed("", "")).toBe(false);
  });
});

it("lines that name somebody else are blackened first", () => {
  const lines = [{ key: "a", third: true }, { key: "b", third: false }];
  expect([...thirdOnes({ parts: [{ lines }] } as unknown as AccessView)]).toEqual(["a"]);
});
