// The core sends closed lists as codes with labels; here a list gets back the type of its codes.
import type { Choice } from "../generated";

export function typed<T extends string>(choices: readonly Choice[]): { code: T; label: string }[] {
  return choices.map((choice) => ({ code: choice.code as T, label: choice.label }));
}

/** The label of a code, or the code itself where the list does not know it. */
export function labelOf(choices: readonly Choice[] | undefined, code: string): string {
  return choices?.find((choice) => choice.code === code)?.label ?? code;
}
