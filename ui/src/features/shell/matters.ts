// Gaps, collisions and warnings of the day as lines the palette can search. They are asked for once while it is open, and searched after
// people, accounts and visits are on screen: nobody waits for them.
import type { Found } from "../../generated";
import { session } from "../../state/session.svelte";

export interface Matter {
  /** What is searched: what it says, about whom, at which account. */
  label: string;
  found: Found;
}

const SEVERE = { red: 0, amber: 1, info: 2 } as const;
/** More are not searched. */
const MOST = 300;

function matter(title: string, detail: string, account: string, places: Partial<Found>): Matter {
  const found: Found = { kind: "finding", title, reading: "", detail: [account, detail].filter(Boolean).join(" "), marks: [], reading_marks: [], detail_marks: [], former: false, judged: false, attitude: null, account: null, seat: null, person: null, visit: null, staff: null, promise: null, ...places };
  return { label: [title, account].join(" "), found };
}

/** All of them, the worst first. */
export async function loadMatters(): Promise<Matter[]> {
  const [home, watch] = await Promise.all([session.call("get_home", {}), session.call("get_warnings", { as_of: session.today, account: null, owner: null, filter: "due" })]);
  const findings = home.findings.map((one) => ({ severity: one.severity, matter: matter(one.title, one.detail, one.account_name, { account: one.account, seat: one.seat, visit: one.visit }) }));
  const warnings = watch.warnings.map((one) => ({ severity: one.severity, matter: matter(one.title, one.detail, one.account_name, { account: one.account, seat: one.seat, visit: one.visit }) }));
  return [...findings, ...warnings].sort((a, b) => SEVERE[a.severity] - SEVERE[b.severity]).slice(0, MOST).map((one) => one.matter);
}

/** Marks of a label that fall into its title. */
export function inTitle(marks: readonly (readonly [number, number])[], title: string): [number, number][] {
  const end = [...title].length;
  return marks.flatMap(([from, to]): [number, number][] => (from < end ? [[from, Math.min(to, end)]] : []));
}
