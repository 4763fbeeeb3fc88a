// Forms that open beside a button give the keyboard back to it.

import { tick } from "svelte";

/** Remembers what has the keyboard now; the answer gives it back, unless somebody else has taken it meanwhile. */
export function returning(): () => void {
  const before = document.activeElement;
  return () =>
    void tick().then(() => {
      if (document.activeElement === document.body && before instanceof HTMLElement && before.isConnected) before.focus();
    });
}
