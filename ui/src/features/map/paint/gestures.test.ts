// A drag that is broken off gives up what it carried.

import { beforeEach, describe, expect, it, vi } from "vitest";
import { bindGestures, type Wishes } from "./gestures";
import type { Hit } from "./hit";
import type { Stage } from "./stage";

describe("a drag that is broken off", () => {
  const NAMES = ["point", "pick", "edit", "menu", "lift", "carry", "drop", "giveUp", "frame", "framed", "draw", "drawn"] as const;
  let element: HTMLElement;
  let hit: Hit;
  let wishes: Record<(typeof NAMES)[number], ReturnType<typeof vi.fn>>;

  beforeEach(() => {
    element = document.createElement("div");
    element.setPointerCapture = () => undefined;
    document.body.append(element);
    hit = { on: "card", seat: "s1" } as Hit;
    const stage = { view: { k: 1, x: 0, y: 0 }, size: { w: 400, h: 300 }, insets: { top: 0, right: 0, bottom: 0, left: 0 }, hit: () => hit, staysOn: () => null, setView: () => undefined };
    wishes = Object.fromEntries(NAMES.map((name) => [name, vi.fn()])) as typeof wishes;
    return bindGestures(element, stage as unknown as Stage, wishes as unknown as Wishes);
  });

  const send = (name: string, x: number, part: PointerEventInit = {}) => element.dispatchEvent(new PointerEvent(name, { clientX: x, clientY: 150, button: 0, isPrimary: true, bubbles: true, ...part }));
  const drag = (part: PointerEventInit = {}) => {
    send("pointerdown", 100, part);
    send("pointermove", 180, part);
  };

  it("puts a carried card back on a right click, and opens no menu over it", () => {
    drag();
    expect(wishes.lift).toHaveBeenCalledOnce();
    send("contextmenu", 180, { button: 2 });
    send("pointerup", 180);
    expect(wishes.giveUp).toHaveBeenCalledOnce();
    expect([wishes.drop.mock.calls.length, wishes.menu.mock.calls.length]).toEqual([0, 0]);
  });

  it("puts a carried card back when the system takes the pointer away", () => {
    drag();
    send("pointercancel", 180);
    expect(wishes.giveUp).toHaveBeenCalledOnce();
    expect(wishes.drop).not.toHaveBeenCalled();
  });

  it("takes a box away that was being drawn", () => {
    hit = { on: "ground" };
    drag({ shiftKey: true });
    expect(wishes.frame).toHaveBeenCalled();
    send("pointercancel", 180);
    expect(wishes.giveUp).toHaveBeenCalledOnce();
    expect(wishes.framed).not.toHaveBeenCalled();
  });

  it("still opens the menu when nothing is in the hand", () => {
    send("contextmenu", 180, { button: 2 });
    expect(wishes.menu).toHaveBeenCalledOnce();
    expect(wishes.giveUp).not.toHaveBeenCalled();
  });
});
