import { beforeEach, describe, expect, it } from "vitest";
import type { AccountId, SeatId, VisitId } from "../src/generated";
import { fromHash, Router, toHash, type Place } from "../src/state/router.svelte";

const account = "a-1" as AccountId;
const seat = "s/1 é" as SeatId;

describe("router", () => {
  let router: Router;
  beforeEach(() => {
    router = new Router();
  });

  it("starts at home with no way back", () => {
    expect(router.place).toEqual({ view: "home" });
    expect(router.canBack).toBe(false);
    expect(router.canForward).toBe(false);
  });

  it("goes back and forth over the same places", () => {
    router.go({ view: "accounts" });
    router.go({ view: "account", account });
    router.back();
    expect(router.place).toEqual({ view: "accounts" });
    router.back();
    expect(router.place).toEqual({ view: "home" });
    router.back();
    expect(router.place).toEqual({ view: "home" });
    router.forward();
    router.forward();
    router.forward();
    expect(router.place).toEqual({ view: "account", account });
    expect(router.canForward).toBe(false);
  });

  it("drops the way forward when one turns elsewhere", () => {
    router.go({ view: "accounts" });
    router.go({ view: "visits" });
    router.back();
    router.go({ view: "court" });
    expect(router.canForward).toBe(false);
    router.back();
    expect(router.place).toEqual({ view: "accounts" });
  });

  it("makes no step for the place where one is, nor for a replaced one", () => {
    router.go({ view: "account", account });
    router.go({ view: "account", account });
    router.replace({ view: "account", account, seat });
    expect(router.place).toEqual({ view: "account", account, seat });
    router.back();
    expect(router.place).toEqual({ view: "home" });
    expect(router.canBack).toBe(false);
  });

  it("keeps a bounded way", () => {
    for (let step = 0; step < 300; step += 1) router.go(step % 2 ? { view: "visits" } : { view: "accounts" });
    let steps = 0;
    while (router.canBack) {
      router.back();
      steps += 1;
    }
    expect(steps).toBe(100);
  });

  it("mirrors the place in the hash and forgets the way for another file", () => {
    router.go({ view: "account", account, seat });
    expect(fromHash(location.hash)).toEqual(router.place);
    router.reset();
    expect(location.hash).toBe("#/home");
    expect(router.canBack).toBe(false);
  });
});

describe("hash", () => {
  const places: Place[] = [{ view: "home" }, { view: "accounts" }, { view: "account", account }, { view: "account", account, seat }, { view: "visits" }, { view: "visit", visit: "v%2F" as VisitId }, { view: "court" }, { view: "court", account }, { view: "court", seat }, { view: "court", account, seat }];
  it.each(places)("%o survives", (place) => {
    expect(fromHash(toHash(place))).toEqual(place);
  });
  it.each(["", "#", "#/", "#/nowhere", "#/visit", "#/account", "#/visit/%"])("%s is no place", (hash) => {
    expect(fromHash(hash)).toBeNull();
  });
});

describe("the tab of a visit", () => {
  const visit = "v-1" as VisitId;

  it("stands in the hash and comes back from it", () => {
    expect(toHash({ view: "visit", visit, tab: "agenda" })).toBe("#/visit/v-1/agenda");
    expect(fromHash("#/visit/v-1/agenda")).toEqual({ view: "visit", visit, tab: "agenda" });
    expect(fromHash("#/visit/v-1")).toEqual({ view: "visit", visit });
  });
});
