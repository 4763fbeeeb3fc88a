import { afterEach, describe, expect, it, vi } from "vitest";
import { capOf, comboOf, hasCommand, isComposing, isTyping, keyOf, listen } from "../src/shared/keys";

const press = (init: KeyboardEventInit & { keyCode?: number }) => new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init });

describe("composition", () => {
  it("is seen by isComposing", () => {
    expect(isComposing(press({ key: "Enter", isComposing: true }))).toBe(true);
    expect(isComposing(press({ key: "Enter" }))).toBe(false);
  });

  it("is seen by keyCode 229, as macOS sends for the Enter that confirms Chinese", () => {
    const enter = press({ key: "Enter" });
    Object.defineProperty(enter, "keyCode", { value: 229 });
    expect(isComposing(enter)).toBe(true);
  });
});

describe("listen", () => {
  let off = () => {};
  afterEach(() => {
    off();
    document.body.innerHTML = "";
  });

  it("passes keys, but none that belongs to an input method", () => {
    const heard = vi.fn();
    off = listen(heard);
    window.dispatchEvent(press({ key: "n" }));
    window.dispatchEvent(press({ key: "n", isComposing: true }));
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it("rests while a dialog covers the view, and after it was taken off", () => {
    const heard = vi.fn();
    off = listen(heard);
    document.body.innerHTML = '<div role="dialog" data-state="open"></div>';
    window.dispatchEvent(press({ key: "n" }));
    expect(heard).not.toHaveBeenCalled();
    document.body.innerHTML = "";
    window.dispatchEvent(press({ key: "n" }));
    off();
    window.dispatchEvent(press({ key: "n" }));
    expect(heard).toHaveBeenCalledTimes(1);
  });
});

describe("keys", () => {
  it("count full-width signs as narrow ones", () => {
    expect(keyOf(press({ key: "？" }))).toBe("?");
    expect(keyOf(press({ key: "／" }))).toBe("/");
    expect(keyOf(press({ key: "k" }))).toBe("K");
    expect(keyOf(press({ key: "Enter" }))).toBe("Enter");
  });

  it("take the command key of the computer", () => {
    expect(hasCommand(press({ key: "k", metaKey: true }), true)).toBe(true);
    expect(hasCommand(press({ key: "k", ctrlKey: true }), true)).toBe(false);
    expect(hasCommand(press({ key: "k", ctrlKey: true }), false)).toBe(true);
    expect(capOf("Mod", true)).toBe("⌘");
    expect(comboOf(["Mod", "B"], true)).toBe("⌘B");
    expect(comboOf(["Mod", "B"], false)).toBe("Ctrl B");
  });

  it("belong to a field that has focus", () => {
    const at = (html: string) => {
      document.body.innerHTML = html;
      const event = press({ key: "n" });
      let seen = false;
      document.body.firstElementChild?.addEventListener("keydown", (heard) => (seen = isTyping(heard)));
      document.body.firstElementChild?.dispatchEvent(event);
      return seen;
    };
    expect(at("<input />")).toBe(true);
    expect(at('<input type="search" />')).toBe(true);
    expect(at("<textarea></textarea>")).toBe(true);
    expect(at('<input type="checkbox" />')).toBe(false);
    expect(at("<button></button>")).toBe(false);
  });
});
