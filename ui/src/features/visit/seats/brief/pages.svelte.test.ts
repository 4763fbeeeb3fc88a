// What is shown stays until the newer is there; what came too late is not shown.
import { describe, expect, it } from "vitest";
import type { EditionPreview, VisitId } from "../../../../generated";
import { MOST_SMALL, Pages, type Asked } from "./pages.svelte";

const CARD: Asked = { visit: "v" as VisitId, edition: "host_card", lang: "zh-CN" };
const CREW: Asked = { ...CARD, edition: "crew" };
const settled = () => new Promise((resolve) => setTimeout(resolve));

/** A desk that answers when it is told to; pages are named after what was asked. */
function desk() {
  const asked: { of: Asked; pages: number[]; answer: (count?: number) => void; refuse: () => void }[] = [];
  const pages = new Pages((of, numbers) => new Promise<EditionPreview>((resolve, reject) => {
    const answer = (count = 3) => resolve({ count, version: 1, draft: [], absent: [], pages: numbers.map((number) => ({ number, title: "", width: 10, height: 10, image: `${of.edition} ${number}` })) });
    asked.push({ of, pages: numbers, answer, refuse: () => reject(new Error("no")) });
  }));
  /** Answers everything that is asked until nothing is. */
  const through = async (count = 3) => {
    for (let at = 0; at < asked.length; at += 1) {
      asked[at]?.answer(count);
      await settled();
    }
  };
  return { pages, asked, through };
}

describe("pages of a paper", () => {
  it("asks how many there are, draws the one looked at, then the small ones", async () => {
    const { pages, asked, through } = desk();
    void pages.load(CARD, 2, true);
    await through();
    expect(asked.map((one) => one.pages)).toEqual([[], [1], [1, 2, 3]]);
    expect([pages.sheet?.image, pages.about?.count, pages.small.length, pages.busy]).toEqual(["host_card 1", 3, 3, false]);
  });

  it("turn within the paper only, and ask for the page alone", async () => {
    const { pages, asked, through } = desk();
    void pages.load(CARD, 2, true);
    await through();
    pages.go(99);
    expect(pages.page).toBe(3);
    void pages.load(CARD, 2, false);
    await settled();
    expect(asked.at(-1)?.pages).toEqual([3]);
    expect([pages.sheet?.number, pages.busy]).toEqual([1, true]);
    asked.at(-1)?.answer();
    await settled();
    expect([pages.sheet?.number, pages.busy]).toEqual([3, false]);
  });

  it("another paper starts at its first page; the old one stays until then", async () => {
    const { pages, asked, through } = desk();
    void pages.load(CARD, 2, true);
    await through();
    pages.go(2);
    void pages.load(CREW, 2, true);
    expect(pages.sheet?.image).toBe("host_card 1");
    asked.at(-1)?.answer();
    await settled();
    asked.at(-1)?.answer();
    await settled();
    expect([pages.page, pages.sheet?.image]).toEqual([1, "crew 1"]);
  });

  it("a paper that became shorter shows its last page", async () => {
    const { pages, asked, through } = desk();
    void pages.load(CARD, 2, true);
    await through();
    pages.go(3);
    const from = asked.length;
    void pages.load(CARD, 2, true);
    for (let at = from; at < from + 3; at += 1) {
      asked[at]?.answer(2);
      await settled();
    }
    expect([pages.page, pages.small.length]).toEqual([2, 2]);
  });

  it("what is asked later wins, in whatever order the answers come", async () => {
    const { pages, asked } = desk();
    void pages.load(CARD, 2, true);
    void pages.load(CREW, 2, true);
    asked[1]?.answer();
    await settled();
    asked[2]?.answer();
    await settled();
    asked[0]?.answer();
    await settled();
    expect([pages.sheet?.image, asked.filter((one) => one.of === CARD)]).toEqual(["crew 1", [asked[0]]]);
  });

  it("a page enlarged while the small ones are drawn does not stop them", async () => {
    const { pages, asked, through } = desk();
    void pages.load(CARD, 2, true);
    asked[0]?.answer();
    await settled();
    asked[1]?.answer();
    await settled();
    void pages.load(CARD, 4, false);
    await through();
    expect([pages.small.length, pages.sheet?.image, pages.busy]).toEqual([3, "host_card 1", false]);
  });

  it("a page asked for before the paper is counted waits for the count", async () => {
    const { pages, asked, through } = desk();
    void pages.load(CARD, 2, true);
    void pages.load(CARD, 4, false);
    await settled();
    expect(asked).toHaveLength(1);
    await through();
    expect(asked.map((one) => one.pages).toSorted((a, b) => a.length - b.length)).toEqual([[], [1], [1, 2, 3]]);
    expect([pages.small.length, pages.sheet?.number]).toEqual([3, 1]);
  });

  it("a refusal shows nothing of the paper before, and a later answer shows it again", async () => {
    const { pages, asked, through } = desk();
    void pages.load(CARD, 2, true);
    await through();
    void pages.load(CREW, 2, true);
    asked.at(-1)?.refuse();
    await settled();
    expect([pages.sheet, pages.small.length, pages.busy, pages.error instanceof Error]).toEqual([null, 0, false, true]);
    void pages.load(CARD, 2, true);
    for (let at = 0; at < 3; at += 1) {
      asked.at(-1)?.answer();
      await settled();
    }
    expect([pages.sheet?.image, pages.error]).toEqual(["host_card 1", null]);
  });

  it("a long paper has no more small pages than fit a list", async () => {
    const { pages, through } = desk();
    void pages.load(CARD, 2, true);
    await through(100);
    expect(pages.small.length).toBe(MOST_SMALL);
  });
});
