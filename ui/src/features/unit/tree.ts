// Where a unit may go: never into itself or beneath itself. The core decides again when it is done.

import type { UnitId, UnitRow } from "../../generated";

/** The units in the order of the tree, each after the one it lies in. A unit whose parent is missing stands at the top. */
export function inOrder(units: readonly UnitRow[]): UnitRow[] {
  const ids = new Set(units.map((one) => one.unit));
  const inside = new Map<UnitId | null, UnitRow[]>();
  for (const unit of units) {
    const parent = unit.parent !== null && ids.has(unit.parent) ? unit.parent : null;
    inside.set(parent, [...(inside.get(parent) ?? []), unit]);
  }
  const rows: UnitRow[] = [];
  const walk = (parent: UnitId | null, depth: number) => {
    for (const unit of inside.get(parent) ?? []) {
      rows.push({ ...unit, depth });
      walk(unit.unit, depth + 1);
    }
  };
  walk(null, 0);
  return rows;
}

/** Whether `unit` is `top` or lies in it, at any depth. */
export function isWithin(units: readonly UnitRow[], unit: UnitId, top: UnitId): boolean {
  const parents = new Map(units.map((one) => [one.unit, one.parent]));
  const seen = new Set<UnitId>();
  for (let at: UnitId | null = unit; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
    if (at === top) return true;
    seen.add(at);
  }
  return false;
}

/** Whether moving a unit into another (`null`: to the top) changes something and is possible. */
export function mayMove(units: readonly UnitRow[], moved: UnitId, into: UnitId | null): boolean {
  const now = units.find((one) => one.unit === moved);
  if (now === undefined || now.parent === into) return false;
  return into === null || !isWithin(units, into, moved);
}

/** Where one step inwards leads: the sibling before it. `undefined`: nowhere. */
export function inwards(units: readonly UnitRow[], unit: UnitId): UnitId | undefined {
  const rows = inOrder(units);
  const own = rows.find((one) => one.unit === unit);
  const siblings = rows.filter((one) => one.parent === own?.parent);
  return siblings[siblings.findIndex((one) => one.unit === unit) - 1]?.unit;
}

/** Where one step outwards leads: the place of the unit it lies in. `undefined`: it is at the top. */
export function outwards(units: readonly UnitRow[], unit: UnitId): UnitId | null | undefined {
  const parent = units.find((one) => one.unit === unit)?.parent ?? null;
  return parent === null ? undefined : (units.find((one) => one.unit === parent)?.parent ?? null);
}
