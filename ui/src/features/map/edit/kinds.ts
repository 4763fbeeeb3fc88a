// Kinds and strengths of lines as items of a switch.

import type { EdgeKind } from "../../../generated";
import { t } from "../../../i18n/index.svelte";

/** In the order of use; with the solid line when a new line may be one. */
export function kindItems(solid = true): { code: EdgeKind; label: string; testid: string }[] {
  return [
    ...(solid ? [{ code: "reports_to" as const, label: t("map-edit-kind-solid"), testid: "kind-reports_to" }] : []),
    { code: "dotted_reports_to" as const, label: t("map-edit-kind-dotted"), testid: "kind-dotted_reports_to" },
    { code: "influences" as const, label: t("map-edit-kind-influences"), testid: "kind-influences" },
    { code: "conflicts_with" as const, label: t("map-edit-kind-conflicts"), testid: "kind-conflicts_with" },
  ];
}

export const KINDS: readonly EdgeKind[] = ["reports_to", "dotted_reports_to", "influences", "conflicts_with"];

export function strengthItems(place: string): { code: string; label: string; testid: string }[] {
  return ["1", "2", "3"].map((code) => ({ code, label: code, testid: `${place}-strength-${code}` }));
}
