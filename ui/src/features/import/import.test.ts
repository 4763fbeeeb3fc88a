import { expect, test } from "vitest";
import type { ImportPair } from "../../generated";
import { decided, decisionOf, nextOpen, othersApart, sent, taken, undecided, type Decisions } from "./decisions";
import { doorOf } from "./door";

const none: Decisions = new Map();
const field = (code: string, file: boolean) => ({ field: code, label: code, ours: "a", theirs: "b", same: false, file, fixed: false, note: "" });
const pair = (row: number, person: string | null, certain: boolean): ImportPair => ({ key: `${row}-${person ?? "2"}`, row, other_row: person ? null : 2, person: person as ImportPair["person"], name: "样例一", post: "", other_name: "样例一", other_post: "", certain, reasons: [], fields: [field("mobile", true), field("title", false)] });

test("certain pairs are the same person with what is proposed, others are open", () => {
  const pairs = [pair(3, "p1", true), pair(4, "p2", false)];
  expect(decisionOf(pairs[0]!, none)).toEqual({ decision: "same", file: new Set(["mobile"]) });
  expect(undecided(pairs, none)).toEqual([pairs[1]]);
  expect(sent(pairs, none)).toEqual([]);
});

test("a row is one person", () => {
  const pairs = [pair(3, "p1", false), pair(3, "p2", false), pair(4, "p1", false)];
  const next = decided(pairs, none, pairs[0]!, "same");
  expect(pairs.map((one) => decisionOf(one, next)?.decision ?? null)).toEqual(["same", "another", null]);
  const turned = decided(pairs, next, pairs[1]!, "same");
  expect(pairs.map((one) => decisionOf(one, turned)?.decision ?? null)).toEqual(["another", "same", null]);
});

test("fields are taken one by one, and taking one says it is the same person", () => {
  const one = pair(3, "p1", false);
  const next = taken(taken(none, one, "title", true), one, "mobile", false);
  expect(sent([one], next)).toEqual([{ key: one.key, decision: "same", file: ["title"] }]);
  expect(sent([one], decided([one], next, one, "skip"))).toEqual([{ key: one.key, decision: "skip", file: [] }]);
});

test("the open ones are walked round and closed at once", () => {
  const pairs = [pair(3, "p1", false), pair(4, "p2", true), pair(5, "p3", false)];
  expect(nextOpen(pairs, none, 0)).toBe(2);
  expect(nextOpen(pairs, none, 2)).toBe(0);
  const all = othersApart(pairs, none);
  expect(undecided(pairs, all)).toEqual([]);
  expect(nextOpen(pairs, all, 1)).toBe(1);
  expect(sent(pairs, all).map((one) => one.key)).toEqual([pairs[0]!.key, pairs[2]!.key]);
});

test("files go by their end, whatever its case", () => {
  expect(["a.XLSX", "b.vcf", "c.ics", "d.JPeG", "e.exe", "plain", "f.xlsx.exe"].map(doorOf)).toEqual(["import", "import", "calendar", "photo", null, null, null]);
});
