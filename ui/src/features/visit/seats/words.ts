// Short names of drawings and papers, as switches show them.
import type { Convention, PaperName, SeatingDrawingView } from "../../../generated";
import { t } from "../../../i18n/index.svelte";
import { numberAmong } from "./seats";

export const CONVENTIONS: readonly Convention[] = ["gov_domestic", "business", "foreign"];
export const EDITIONS: readonly PaperName[] = ["internal_full", "host_card", "crew", "guest", "presenting"];
/** Papers for the room: neither counted nor held back. */
export const ROOM_PAPERS: readonly PaperName[] = ["name_plates", "welcome_board"];

/** The short name; those of one kind without a name are numbered. */
export function nameAmong(drawings: readonly SeatingDrawingView[], one: SeatingDrawingView): string {
  const number = numberAmong(drawings, one);
  return number === null ? shortName(one) : t("seats-numbered", { name: shortName(one), number });
}

/** The drawing's own name, that of its car, or its kind in one word. */
export function shortName({ record, title }: SeatingDrawingView): string {
  return record.name ?? (record.vehicle === null ? t(`seats-kind-${record.kind}`) : title);
}
