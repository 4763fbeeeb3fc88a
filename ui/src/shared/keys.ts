// Every keyboard handler passes through here, so that no shortcut fires while Chinese is being composed.

/** An input method is at work. Also keyCode 229: macOS reports `isComposing` false on the Enter that confirms Chinese. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** A field has focus: single letters belong to it. */
export function isTyping(event: Event): boolean {
  const at = event.target;
  if (!(at instanceof HTMLElement)) return false;
  if (at.isContentEditable || at instanceof HTMLTextAreaElement || at instanceof HTMLSelectElement) return true;
  return at instanceof HTMLInputElement && !["checkbox", "radio", "button", "range"].includes(at.type);
}

/** A dialog lies over the view: the view's own shortcuts rest. */
export function isCovered(): boolean {
  return document.querySelector("[role=dialog][data-state=open], [data-covering]") !== null;
}

/** ⌘ on macOS, Ctrl elsewhere. */
export function hasCommand(event: KeyboardEvent, mac = isMac()): boolean {
  return mac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
}

/** No modifier but Shift. */
export function isPlain(event: KeyboardEvent): boolean {
  return !event.metaKey && !event.ctrlKey && !event.altKey;
}

/** The letter or sign pressed, upper case; full-width ？ and ／ count as their narrow forms. */
export function keyOf(event: KeyboardEvent): string {
  if (event.key === "？") return "?";
  if (event.key === "／") return "/";
  return event.key.length === 1 ? event.key.toUpperCase() : event.key;
}

export function isMac(): boolean {
  return /Mac/.test(navigator.platform);
}

/** A key as printed on a keycap: `Mod` becomes ⌘ or Ctrl. */
export function capOf(key: string, mac = isMac()): string {
  const caps: Record<string, string> = { Mod: mac ? "⌘" : "Ctrl", Shift: mac ? "⇧" : "Shift", Alt: mac ? "⌥" : "Alt", Enter: "↵", ArrowUp: "↑", ArrowDown: "↓", ArrowLeft: "←", ArrowRight: "→", Escape: "Esc", PageUp: "PgUp", PageDown: "PgDn" };
  return caps[key] ?? key;
}

/** Several keys pressed together, as printed in a button: ⌘B or Ctrl B. */
export function comboOf(keys: readonly string[], mac = isMac()): string {
  return keys.map((key) => capOf(key, mac)).join(mac ? "" : " ");
}

/** A view's own shortcut handler: silent while composing or while a dialog is open. Answers the way out. */
export function listen(handler: (event: KeyboardEvent) => void): () => void {
  const gated = (event: KeyboardEvent) => {
    if (isComposing(event) || event.defaultPrevented || isCovered()) return;
    handler(event);
  };
  window.addEventListener("keydown", gated);
  return () => window.removeEventListener("keydown", gated);
}
