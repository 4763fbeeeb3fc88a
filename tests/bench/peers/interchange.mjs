// The company as an interchange file: written for a run without the Rust bench, and compared with the one it wrote.
import { readFileSync, writeFileSync } from "node:fs";
import { company } from "./company.mjs";

const hex = (number, digits) => number.toString(16).padStart(digits, "0");
/** The ids of ../company.rs: kind, version and variant bits of a UUIDv7, number. */
export const idOf = (kind, number) => `${hex(kind, 8)}-0000-7000-8000-${hex(number, 12)}`;
const [ACCOUNT, DECISION] = [idOf(1, 0), idOf(2, 0)];
const UNNAMED = { ref: null, name_en: null };

function edge(kind, id, from, to, strength) {
  return { id, ref: null, account: ACCOUNT, kind, from_seat: idOf(4, from), to_seat: idOf(4, to), strength, from_on: null, to_on: null, evidence: null };
}

function records(people) {
  const { units, seats, influence } = company(people);
  return {
    accounts: [{ id: ACCOUNT, ref: "G01", name_zh: "样例集团", name_en: null, kind: "private", policy: null, tier: "S", stage: "stable", is_key: true }],
    units: units.map((one) => ({ ...UNNAMED, id: idOf(3, one.unit), account: ACCOUNT, parent: one.above === null ? null : idOf(3, one.above), name_zh: `部门${one.unit}`, position: one.unit })),
    people: seats.map((one) => ({ ...UNNAMED, id: idOf(5, one.number), name_zh: one.name, given: null, middle: null, surname: null, surname2: null, name_order: "surnameFirst", variants: [], pronunciation: null, address_zh: null, address_en: null, label: null, status: "active", left_on: null, erased_on: null, suppress_hash: null, no_contact: false, birthday: null, legal: null })),
    seats: seats.map((one) => ({ id: idOf(4, one.number), ref: null, account: ACCOUNT, unit: idOf(3, one.unit), title_zh: one.title, title_en: null, rank_level: 3, status: "normal", no_contact: false, position: one.number })),
    tenures: seats.map((one) => ({ id: idOf(6, one.number), ref: null, seat: idOf(4, one.number), person: idOf(5, one.number), from_on: null, to_on: null, primary: true, source: null })),
    edges: [
      ...seats.filter((one) => one.above !== null).map((one) => edge("reports_to", idOf(8, one.number), one.number, one.above, null)),
      ...influence.map(([from, to]) => edge("influences", idOf(9, from), from, to, 2)),
    ],
    decisions: [{ id: DECISION, ...UNNAMED, account: ACCOUNT, name_zh: "样例决策", kind: "standing", blackout_from: null, blackout_to: null, closed_on: null }],
    chain_members: seats.map((one) => ({ id: idOf(7, one.number), ref: null, decision: DECISION, seat: idOf(4, one.number), roles: [], functions: [], function_evidence: null, formal_power: (one.number % 4) + 1, influence_level: null, position: one.number })),
  };
}

/** Writes the company where the Rust bench has not. */
export function writeCompany(file, people) {
  writeFileSync(file, JSON.stringify({ format: "dianke-workspace", version: 1, records: records(people) }));
}

/** Everything a measurement depends on, as comparable lines. */
function shape({ units, seats, edges }) {
  return [
    ...units.map((one) => `${one.id} in ${one.parent}`),
    ...seats.map((one) => `${one.id} in ${one.unit}`),
    ...edges.map((one) => `${one.from_seat} ${one.kind} ${one.to_seat}`),
  ].sort();
}

/**
 * Refuses a file that is not the company the peers get, so that no table compares two companies.
 * Answers how many people it has.
 */
export function checkCompany(file) {
  const found = JSON.parse(readFileSync(file, "utf8")).records;
  const people = found.seats.length;
  const [one, other] = [shape(found), shape(records(people))];
  const at = one.findIndex((line, index) => line !== other[index]);
  if (at >= 0 || one.length !== other.length) throw new Error(`${file} is another company than company.mjs makes: ${one[at]} and ${other[at]}`);
  return people;
}
