// A generated company of many accounts as an interchange file: numbered people, owners, backups, ties and touches. The same by
// kind as the large one of tests/bench/many.rs, small enough to be imported for a test.
import { writeFileSync } from "node:fs";
import { company } from "../bench/peers/company.mjs";
import { idOf } from "../bench/peers/interchange.mjs";

const BARE = { ref: null, name_en: null };
const ROLES = ["AR", "SR", "FR", "service", "kam", "exec"];
const DAY = Date.UTC(2026, 10, 20);

const before = (days) => new Date(DAY - days * 86_400_000).toISOString().slice(0, 10);

function colleague(number) {
  const job_role = ROLES[number % ROLES.length];
  return {
    id: idOf(11, number), ...BARE, name_zh: `我方${number}`, title_zh: null, title_en: null, rank_level: job_role === "exec" ? 8 : 4, job_role, status: "active", left_on: null,
    leave_from: null, leave_to: null, native_place: null, dialects: [], languages: [], schools: [], employers: [], profession: null, hobbies: [], served: false, bg_ok: false,
  };
}

/** Adds account `at` with its people to `all`. */
function add(all, at, people, ours) {
  const { units, seats } = company(people);
  const base = at * people;
  const account = idOf(1, at);
  const who = (number) => idOf(11, (at * 4 + number) % ours);
  all.accounts.push({ id: account, ...BARE, ref: `G${String(at).padStart(3, "0")}`, name_zh: `样例客户${at}`, kind: "private", policy: null, tier: ["S", "A", "B", "C"][at % 4], stage: "stable", is_key: true });
  all.decisions.push({ id: idOf(2, at), ...BARE, account, name_zh: "样例决策", kind: "standing", blackout_from: null, blackout_to: null, closed_on: null });
  for (const one of units) all.units.push({ ...BARE, id: idOf(3, base + one.unit), account, parent: one.above === null ? null : idOf(3, base + one.above), name_zh: `部门${one.unit}`, position: one.unit });
  for (const one of seats) {
    const whole = base + one.number;
    const [seat, person] = [idOf(4, whole), idOf(5, whole)];
    const given = { seat, from_on: null, to_on: null, ref: null, manual: true };
    all.people.push({ ...BARE, id: person, name_zh: `样例${whole}`, given: null, middle: null, surname: null, surname2: null, name_order: "surnameFirst", variants: [], pronunciation: null, address_zh: null, address_en: null, label: null, status: "active", left_on: null, erased_on: null, suppress_hash: null, no_contact: false, birthday: null, legal: null });
    all.seats.push({ id: seat, ref: null, account, unit: idOf(3, base + one.unit), title_zh: one.title, title_en: null, rank_level: 3, status: "normal", no_contact: false, position: one.number });
    all.tenures.push({ id: idOf(6, whole), ref: null, seat, person, from_on: null, to_on: null, primary: true, source: null });
    all.chain_members.push({ id: idOf(7, whole), ref: null, decision: idOf(2, at), seat, roles: [], functions: [], function_evidence: null, formal_power: (one.number % 4) + 1, influence_level: null, position: one.number });
    all.ties.push({ id: idOf(13, whole), ref: null, staff: who(one.number % 4), person, level: 3, read_on: before(0), evidence: null, confirmed_by: null });
    all.touches.push({ id: idOf(14, whole), ref: null, account, on: before(one.number % 200), kind: "meeting", staff: [who(one.number % 4)], people: [person], summary: null, minutes: null, visit: null });
    if (one.above !== null) all.edges.push({ id: idOf(8, whole), ref: null, account, kind: "reports_to", from_seat: seat, to_seat: idOf(4, base + one.above), strength: null, from_on: null, to_on: null, evidence: null });
    if (one.number % 5 > 0) all.assignments.push({ ...given, id: idOf(12, whole * 2), staff: who(one.number % 4), kind: "owner" });
    if (one.number % 3 === 0) all.assignments.push({ ...given, id: idOf(12, whole * 2 + 1), staff: who((one.number + 1) % 4), kind: "backup" });
  }
}

/** Writes `accounts` accounts of `people` people each, with `ours` of our own. */
export function writeMany(file, accounts, people, ours) {
  const all = { staff: Array.from({ length: ours }, (_, number) => colleague(number)), accounts: [], units: [], people: [], seats: [], tenures: [], edges: [], decisions: [], chain_members: [], ties: [], touches: [], assignments: [] };
  for (let at = 0; at < accounts; at += 1) add(all, at, people, ours);
  writeFileSync(file, JSON.stringify({ format: "dianke-workspace", version: 1, records: all }));
}
