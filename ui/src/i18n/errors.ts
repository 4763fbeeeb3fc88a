// Refusals in words. The core's catalogue says what happened, whether data is safe and what to do; without an entry we say so plainly.
import { errorView } from "../host";
import { language, t } from "./index.svelte";

export interface ErrorWords {
  text: string;
  /** The catalogue knew the code; then its text also says whether data is safe. */
  known: boolean;
  code: string;
  cause: string | null;
}

export function errorWords(thrown: unknown): ErrorWords {
  const { code, params, cause } = errorView(thrown);
  const found = code === "unknown" ? null : language.find(`error-${code}`, { code, ...params });
  return { text: found ?? t("shell-error-unknown"), known: found !== null, code, cause };
}
