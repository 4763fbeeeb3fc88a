import { expect, test } from "vitest";
import type { FixLine, ImportFix, ImportPair, PairGroup } from "../../generated";
import { decided, decisionOf, nextOpen, openPairs, othersApart, sent, sentGroups, settledOf, taken, together, undecided, type Decisions } from "./decisions";
import { allAsProposed, chosen, insteadOf, kept, masked, openFixes, opensFirst, pieces, sentFixes } from "./fixes";
import { doorOf } from "./door";

const none: Decisions = new Map();
const field = (code: string, file: boolean) => ({ field: code, label: code, ours: "a", theirs: "b", same: false, file, fixed: false, note: "" });
const pair = (row: number, person: string | null, certain: boolean): ImportPair => ({ key: `${row}-${person ?? "2"}`, row, other_row: person ? null : 2, person: person as ImportPair["person"], name: "样例一", post: "", other_name: "样例一", other_post: "", certain, group: certain ? "name+mobile+known=" : "name+known?", reasons: [], fields: [field("mobile", true), field("title", false)] });

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

test("the open ones are walked round", () => {
  const pairs = [pair(3, "p1", false), pair(4, "p2", true), pair(5, "p3", false)];
  expect(nextOpen(pairs, none, 0)).toBe(2);
  expect(nextOpen(pairs, none, 2)).toBe(0);
  expect(nextOpen(pairs, none, 1, new Map([["name+known?", "skip"]]))).toBe(1);
});

const group = (code: string, count: number, certain: boolean): PairGroup => ({ group: code, text: code, count, certain });

test("a group is decided at once, on every page, and single choices stand against it", () => {
  const pairs = [pair(3, "p1", false), pair(4, "p2", false), pair(5, "p3", true)];
  const all = [group("name+known?", 700, false), group("name+mobile+known=", 3, true)];
  expect(openPairs(all, pairs, none, new Map())).toBe(700);
  const one = decided(pairs, none, pairs[0]!, "later");
  expect(openPairs(all, pairs, one, new Map())).toBe(699);
  const groups = together(new Map(), pairs[1]!, "another");
  expect(openPairs(all, pairs, one, groups)).toBe(0);
  expect([settledOf(pairs[0]!, one, groups)?.decision, settledOf(pairs[1]!, one, groups)?.decision, settledOf(pairs[2]!, one, groups)?.decision]).toEqual(["later", "another", "same"]);
  expect(sentGroups(groups)).toEqual([{ group: "name+known?", decision: "another" }]);
  expect(othersApart(all, new Map())).toEqual(new Map([["name+known?", "another"]]));
});

const line = (key: string, proposed: string | null, text = key): FixLine => ({ key, rows: [2], row_count: 1, field: "", text, why: "", choices: [], proposed, chosen: null, marks: [] });
const fix = (key: string, kind: ImportFix["kind"], lines: FixLine[], line_count = lines.length): ImportFix => ({ key, kind, severity: "amber", title: "", note: "", way: "", column: "A", choices: [], lines, line_count, open: lines.length, proposed: lines.filter((one) => one.proposed !== null).length });

test("a kind is settled at once, and a line otherwise", () => {
  const owners = fix("owner", "owners", [line("owner/小林", "id"), line("owner/叶知秋", null)]);
  const all = chosen(allAsProposed(new Map(), owners), owners.lines[1]!, "none");
  expect(sentFixes(all)).toEqual([{ key: "owner/*", choice: "proposed" }, { key: "owner/叶知秋", choice: "none" }]);
  expect(opensFirst(owners)).toBe(false);
  expect([opensFirst(fix("text", "sensitive", [line("text/2-note-0", "drop")])), opensFirst(fix("last_touch", "days", [line("last_touch/去年底", null)]))]).toEqual([true, true]);
  expect(openFixes([owners, { ...owners, open: 0 }])).toEqual([owners]);
});

test("choices for what is no longer there are not sent", () => {
  const choices = new Map([["owner/小林", "none"], ["attitude/友好", "1"], ["attitude/*", "proposed"], ["text/900-note-0", "keep"]]);
  const fixes = [fix("attitude", "words", [line("attitude/一般", "0")]), fix("text", "sensitive", [line("text/2-note-0", "drop")], 700)];
  expect([...kept(choices, fixes).keys()]).toEqual(["attitude/*", "text/900-note-0"]);
});

test("what is not kept is marked at its place, in characters", () => {
  const mark = (from: number, to: number) => ({ matter: "health" as const, from, to, label: "", reason: "", instead: "", elsewhere: false });
  const one = { ...line("text/2-note-0", "drop", "𠮷去年查出高血压"), marks: [mark(5, 8)] };
  expect(pieces(one)).toEqual([{ text: "𠮷去年查出", marked: false }, { text: "高血压", marked: true }]);
  expect([insteadOf("as:少走路"), insteadOf("drop"), insteadOf(null)]).toEqual(["少走路", null, null]);
});

test("numbers show their last four digits alone", () => {
  expect([masked("mobile", "154 0000 1037"), masked("phone", "0123-66001001"), masked("email", "15400001037"), masked("mobile", "（空）"), masked("mobile", "15400001037、15400001038")]).toEqual(["1037", "1001", null, null, null]);
});

test("files go by their end, whatever its case", () => {
  expect(["a.XLSX", "b.vcf", "c.ics", "d.JPeG", "e.exe", "plain", "f.xlsx.exe"].map(doorOf)).toEqual(["import", "import", "calendar", "photo", null, null, null]);
});
