// What a user decides of rows and whom they may be. Pure.
import type { ImportPair, PairChoice, PairDecision } from "../../generated";

export interface Decision {
  decision: PairDecision;
  /** Fields whose value of the file is taken. */
  file: ReadonlySet<string>;
}
export type Decisions = ReadonlyMap<string, Decision>;

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

/** Everybody nobody has decided of is another person. */
export function othersApart(pairs: readonly ImportPair[], decisions: Decisions): Decisions {
  const next = new Map(decisions);
  for (const pair of undecided(pairs, decisions)) next.set(pair.key, { decision: "another", file: new Set() });
  return next;
}

/** What is sent: choices made, for pairs that are still there. */
export function sent(pairs: readonly ImportPair[], decisions: Decisions): PairChoice[] {
  return pairs.flatMap((pair) => {
    const one = decisions.get(pair.key);
    return one ? [{ key: pair.key, decision: one.decision, file: one.decision === "same" ? [...one.file] : [] }] : [];
  });
}

/** The place of the next pair after `at` that is open, going round; `at` itself when none is. */
export function nextOpen(pairs: readonly ImportPair[], decisions: Decisions, at: number): number {
  for (let step = 1; step <= pairs.length; step += 1) {
    const place = (at + step) % pairs.length;
    const pair = pairs[place];
    if (pair && decisionOf(pair, decisions) === null) return place;
  }
  return at;
}
