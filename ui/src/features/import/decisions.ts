// What a user decides of rows and whom they may be. Pure.
import type { GroupChoice, ImportPair, PairChoice, PairDecision, PairGroup } from "../../generated";

export interface Decision {
  decision: PairDecision;
  /** Fields whose value of the file is taken. */
  file: ReadonlySet<string>;
}
export type Decisions = ReadonlyMap<string, Decision>;
/** What was decided of every pair that agrees in the same. */
export type Groups = ReadonlyMap<string, PairDecision>;

const proposedFields = (pair: ImportPair): ReadonlySet<string> => new Set(pair.fields.filter((one) => one.file).map((one) => one.field));

/** What holds of a pair: what was chosen, or that certain ones are the same; `null`: nobody has decided. */
export function decisionOf(pair: ImportPair, decisions: Decisions): Decision | null {
  return decisions.get(pair.key) ?? (pair.certain ? { decision: "same", file: proposedFields(pair) } : null);
}

export const undecided = (pairs: readonly ImportPair[], decisions: Decisions): ImportPair[] => pairs.filter((one) => decisionOf(one, decisions) === null);

/** Decides a pair. A row is one person: being one of those known makes it another than the others. */
export function decided(pairs: readonly ImportPair[], decisions: Decisions, pair: ImportPair, decision: PairDecision): Decisions {
  const next = new Map(decisions);
  next.set(pair.key, { decision, file: decisions.get(pair.key)?.file ?? proposedFields(pair) });
  if (decision !== "same") return next;
  for (const other of pairs) {
    if (other.key !== pair.key && other.row === pair.row && other.person !== null && pair.person !== null) next.set(other.key, { decision: "another", file: new Set() });
  }
  return next;
}

/** Takes a field from the file, or leaves ours. */
export function taken(decisions: Decisions, pair: ImportPair, field: string, fromFile: boolean): Decisions {
  const before = decisionOf(pair, decisions) ?? { decision: "same" as const, file: proposedFields(pair) };
  const file = new Set(before.file);
  if (fromFile) file.add(field);
  else file.delete(field);
  return new Map(decisions).set(pair.key, { decision: "same", file });
}

/** Everybody nobody has decided of is another person, on every page. */
export function othersApart(all: readonly PairGroup[], groups: Groups): Groups {
  const next = new Map(groups);
  for (const one of all) if (!one.certain && !next.has(one.group)) next.set(one.group, "another");
  return next;
}

/** What holds of a pair with its group: its own choice, that of the group, or that certain ones are the same. */
export function settledOf(pair: ImportPair, decisions: Decisions, groups: Groups): Decision | null {
  const together = groups.get(pair.group);
  const own = decisions.get(pair.key) ?? (together ? { decision: together, file: proposedFields(pair) } : null);
  return own ?? decisionOf(pair, decisions);
}

/** How many pairs nobody has decided, on whatever page they are. `seen`: every pair that was ever shown. */
export function openPairs(all: readonly PairGroup[], seen: Iterable<ImportPair>, decisions: Decisions, groups: Groups): number {
  const decided = new Map<string, number>();
  for (const pair of seen) if (decisions.has(pair.key)) decided.set(pair.group, (decided.get(pair.group) ?? 0) + 1);
  return all.filter((one) => !one.certain && !groups.has(one.group)).reduce((sum, one) => sum + one.count - (decided.get(one.group) ?? 0), 0);
}

/** Decides every pair that agrees in the same as this one; those decided one by one stay as they are. */
export const together = (groups: Groups, pair: ImportPair, decision: PairDecision): Groups => new Map(groups).set(pair.group, decision);

export const sentGroups = (groups: Groups): GroupChoice[] => [...groups].map(([group, decision]) => ({ group, decision }));

/** What is sent: choices made, for pairs that are still there. */
export function sent(pairs: Iterable<ImportPair>, decisions: Decisions): PairChoice[] {
  return [...pairs].flatMap((pair) => {
    const one = decisions.get(pair.key);
    return one ? [{ key: pair.key, decision: one.decision, file: one.decision === "same" ? [...one.file] : [] }] : [];
  });
}

/** The place of the next pair after `at` that is open, going round; `at` itself when none is. */
export function nextOpen(pairs: readonly ImportPair[], decisions: Decisions, at: number, groups: Groups = new Map()): number {
  for (let step = 1; step <= pairs.length; step += 1) {
    const place = (at + step) % pairs.length;
    const pair = pairs[place];
    if (pair && settledOf(pair, decisions, groups) === null) return place;
  }
  return at;
}
