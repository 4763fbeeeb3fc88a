// A key pressed by the program, so that what a key does stands in one place: its handler.
import { isMac } from "../../shared/keys";

const MODIFIERS = new Set(["Mod", "Shift", "Alt"]);

/** The place on the keyboard, for handlers that go by it. */
function codeOf(key: string): string {
  if (/^[A-Z]$/.test(key)) return `Key${key}`;
  if (/^\d$/.test(key)) return `Digit${key}`;
  return { ".": "Period", ",": "Comma", "/": "Slash", "\\": "Backslash", "[": "BracketLeft", "]": "BracketRight" }[key] ?? key;
}

/** The event of these keys pressed together. */
export function eventOf(keys: readonly string[], mac = isMac()): KeyboardEventInit & { key: string; code: string } {
  const key = keys.find((one) => !MODIFIERS.has(one)) ?? "";
  const [mod, shift, alt] = ["Mod", "Shift", "Alt"].map((one) => keys.includes(one)) as [boolean, boolean, boolean];
  const letter = /^[A-Z]$/.test(key) && !shift ? key.toLowerCase() : key;
  return { key: letter, code: codeOf(key), metaKey: mod && mac, ctrlKey: mod && !mac, shiftKey: shift, altKey: alt, bubbles: true, cancelable: true };
}

/** Presses them where no field has the focus. */
export function pressKeys(keys: readonly string[]): void {
  if (document.activeElement instanceof HTMLElement && document.activeElement.matches("input, textarea, select, [contenteditable]")) document.activeElement.blur();
  const { key, ...rest } = eventOf(keys);
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key, ...rest }));
}
