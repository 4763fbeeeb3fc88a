// What is offered when a list leaves, and what needs a reason.

import { describe, expect, it } from "vitest";
import { classesOf, formatsOf, needsReason, usualClass } from "./exporting.svelte";

const head = (name: string, cls: "P0" | "P1" | "P2" | "P3") => ({ head: name, class: cls, kept: true });

describe("a list that leaves", () => {
  it("offers the classes its columns have, and never less than the usual one", () => {
    expect(classesOf("people", [head("姓名", "P0"), head("手机", "P1"), head("爱好", "P2"), head("饮食", "P3")])).toEqual(["P0", "P1", "P2", "P3"]);
    expect(classesOf("visits", [head("客户", "P0"), head("日期", "P1")])).toEqual(["P0", "P1"]);
    expect(classesOf("warnings", [])).toEqual(["P2"]);
    expect(usualClass("people")).toBe("P1");
  });

  it("asks for a reason from background on, and makes cards of people alone", () => {
    expect((["P0", "P1", "P2", "P3"] as const).map(needsReason)).toEqual([false, false, true, true]);
    expect(formatsOf("visits")).toEqual(["xlsx", "csv"]);
    expect(formatsOf("people")).toContain("vcard4");
  });
});
