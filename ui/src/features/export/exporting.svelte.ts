// Which list somebody wants to take along. Views say what they show; one dialog asks for the rest.

import type { AccountId, DataClass, ListFormat, ListHead, ListKind } from "../../generated";

/** A list and the rows of it shown, in their order; `null`: all, in the order of the list. */
export interface ListRows {
  list: ListKind;
  keys: readonly string[] | null;
}

/** What is on screen: one list, or several that a person chooses from. */
export interface ListOffer {
  lists: readonly [ListRows, ...ListRows[]];
  account: AccountId | null;
  as_of: string;
}

export const CLASSES: readonly DataClass[] = ["P0", "P1", "P2", "P3"];

/** What a list is worth nothing without; nobody is asked for more unless they choose it. */
export function usualClass(list: ListKind): DataClass {
  return list === "warnings" ? "P2" : "P1";
}

/** Background, judgements and sensitive matters leave for a reason only. */
export const needsReason = (chosen: DataClass): boolean => chosen >= "P2";

/** The classes worth choosing between: those some column has, and the usual one. */
export function classesOf(list: ListKind, columns: readonly ListHead[]): DataClass[] {
  const there = new Set<DataClass>(columns.map((one) => one.class));
  return CLASSES.filter((one) => there.has(one) || one === usualClass(list));
}

/** Contact cards are of people. */
export function formatsOf(list: ListKind): ListFormat[] {
  return list === "people" ? ["xlsx", "csv", "vcard4", "vcard3"] : ["xlsx", "csv"];
}

class Exporting {
  #offer = $state.raw<ListOffer | null>(null);

  get offer(): ListOffer | null {
    return this.#offer;
  }

  open(offer: ListOffer): void {
    this.#offer = offer;
  }

  close(): void {
    this.#offer = null;
  }
}

export const exporting = new Exporting();
