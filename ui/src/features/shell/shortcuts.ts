// Keys that work in every view.
import { hasCommand, isComposing, isCovered, isPlain, isTyping, keyOf } from "../../shared/keys";
import { router, type Place } from "../../state/router.svelte";
import { session } from "../../state/session.svelte";
import { auditing } from "../rights/auditing.svelte";
import { touchLine } from "../ledger/touchLine.svelte";
import { shell } from "./shell.svelte";

const GO: Record<string, Place> = { T: { view: "home" }, A: { view: "accounts" }, V: { view: "visits" }, C: { view: "court" } };
/** After G the next letter must follow within this time. */
const CHORD_MS = 1200;

export function shellKeys(): () => void {
  let chord = 0;

  const withCommand = (event: KeyboardEvent): boolean => {
    const key = keyOf(event);
    if (key === "K") shell.show("palette");
    else if (key === "/") shell.show("keys");
    else if (key === "Z" && !isTyping(event)) void (event.shiftKey ? session.redo() : session.undo());
    else if (key === ",") shell.show("settings");
    else if (key === "L" && event.shiftKey) auditing.open();
    else if (key === "\\") shell.flip();
    else if (key === "[") router.back();
    else if (key === "]") router.forward();
    else return false;
    return true;
  };

  const handler = (event: KeyboardEvent) => {
    if (isComposing(event) || event.defaultPrevented || !session.workspace?.open) return;
    if (hasCommand(event)) {
      if ((!isCovered() || shell.over) && withCommand(event)) event.preventDefault();
      return;
    }
    if (isTyping(event) || isCovered() || !isPlain(event)) return;
    const key = keyOf(event);
    const to = GO[key];
    if (to && Date.now() - chord < CHORD_MS) {
      chord = 0;
      event.preventDefault();
      event.stopImmediatePropagation();
      router.go(to);
      return;
    }
    chord = key === "G" ? Date.now() : 0;
    // On the map L is the chosen card's.
    if (key === "L" && router.place.view !== "account") {
      const place = router.place;
      event.preventDefault();
      touchLine.open(place.view === "court" && place.account ? { account: place.account } : {});
      return;
    }
    // On the map ? marks the chosen seat as unknown; there the sheet opens with the command key only.
    if (key === "?" && router.place.view !== "account") shell.show("keys");
  };
  // Capturing, so that the second key of a chord does not reach the view's own single letters.
  window.addEventListener("keydown", handler, true);
  return () => window.removeEventListener("keydown", handler, true);
}
