// The figures of the chain as they are written: short value, and how much is known.

import type { MapFigures } from "../../generated";
import { t } from "../../i18n/index.svelte";

export interface FigureText {
  code: "coverage" | "support" | "ownership" | "single_thread";
  label: string;
  value: string;
  note: string;
}

export function signed(value: number): string {
  const text = Math.abs(value).toFixed(1);
  return value > 0 ? `+${text}` : value < 0 ? `−${text}` : text;
}

export function figureText(figures: MapFigures): FigureText[] {
  const share = Math.round(figures.known_share);
  const support = figures.support === null ? { value: "—", note: t("map-screen-too-little", { share }) } : { value: signed(figures.support), note: t("map-screen-known", { share }) };
  return [
    { code: "coverage", label: t("map-screen-coverage"), value: figures.coverage.toFixed(1), note: "" },
    { code: "support", label: t("map-screen-support"), ...support },
    { code: "ownership", label: t("map-screen-ownership"), value: t("map-screen-percent", { value: Math.round(figures.ownership_pct) }), note: "" },
    { code: "single_thread", label: t("map-screen-single-thread"), value: figures.risk_text, note: "" },
  ];
}
