import { describe, expect, it } from "vitest";
import { clockOf } from "./sensitive.svelte";

describe("the countdown", () => {
  it("counts minutes and seconds down to nothing", () => {
    expect([600_000, 599_001, 61_000, 1, 0, -5].map(clockOf)).toEqual(["10:00", "10:00", "1:01", "0:01", "0:00", "0:00"]);
  });
});
