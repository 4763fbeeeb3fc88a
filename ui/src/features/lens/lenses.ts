// The six lenses in the order of their keys.

import type { Lens } from "../../generated";
import { t } from "../../i18n/index.svelte";

export const LENSES: readonly Lens[] = ["structure", "attitude", "coverage", "ownership", "freshness", "change"];

export function lensLabel(lens: Lens): string {
  return {
    structure: t("map-time-lens-structure"),
    attitude: t("map-time-lens-attitude"),
    coverage: t("map-time-lens-coverage"),
    ownership: t("map-time-lens-ownership"),
    freshness: t("map-time-lens-freshness"),
    change: t("map-time-lens-change"),
  }[lens];
}

/** Least room a float beside the switch keeps, CSS pixels. */
const BESIDE = 150;
/** Padding and gap of one entry of the switch, CSS pixels. */
const AROUND = 26;

/** Whether a switch with these labels fits between two floats in a bar of this width. Widths of 12-px text, rounded up. */
export function fitsSwitch(labels: readonly string[], bar: number): boolean {
  const text = (label: string): number => [...label].reduce((sum, glyph) => sum + (glyph.charCodeAt(0) < 0x2e80 ? 7 : 12), 0);
  return labels.reduce((sum, label) => sum + text(label) + AROUND, 8) + 2 * BESIDE <= bar;
}
