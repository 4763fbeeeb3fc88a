import { createRawSnippet, flushSync, mount, unmount } from "svelte";
import { afterEach, describe, expect, it, vi } from "vitest";
import Dialog from "../src/shared/Dialog.svelte";

const children = createRawSnippet(() => ({ render: () => '<p><input id="name" /></p>' }));

describe("dialog", () => {
  let shown: Record<string, unknown> | null = null;
  afterEach(async () => {
    if (shown) await unmount(shown);
    shown = null;
    document.body.innerHTML = "";
  });

  async function open() {
    const onsubmit = vi.fn();
    const onclose = vi.fn();
    shown = mount(Dialog, { target: document.body, props: { title: "t", onclose, onsubmit, children } });
    flushSync();
    await new Promise((done) => setTimeout(done, 30));
    const field = document.querySelector<HTMLInputElement>("#name");
    if (!field) throw new Error("no field");
    return { onsubmit, onclose, field };
  }

  function press(field: HTMLElement, init: KeyboardEventInit, keyCode = 0): boolean {
    const event = new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init });
    Object.defineProperty(event, "keyCode", { value: keyCode });
    return field.dispatchEvent(event);
  }

  it("holds back the Enter that confirms Chinese, and no other", async () => {
    const { field, onsubmit, onclose } = await open();
    expect(press(field, { key: "Enter", isComposing: true }, 229)).toBe(false);
    expect(press(field, { key: "Enter" }, 229)).toBe(false);
    expect(press(field, { key: "Enter", ctrlKey: true, isComposing: true })).toBe(false);
    expect(press(field, { key: "Enter" }, 13)).toBe(true);
    expect(onsubmit).not.toHaveBeenCalled();
    expect(onclose).not.toHaveBeenCalled();
  });

  it("sends with the command key and Enter", async () => {
    const { field, onsubmit } = await open();
    press(field, { key: "Enter", ctrlKey: true }, 13);
    expect(onsubmit).toHaveBeenCalledTimes(1);
  });

  it("stays on the Escape that ends a composition and leaves on the next", async () => {
    const { field, onclose } = await open();
    press(field, { key: "Escape" }, 229);
    expect(onclose).not.toHaveBeenCalled();
    press(field, { key: "Escape" }, 27);
    flushSync();
    expect(onclose).toHaveBeenCalledTimes(1);
  });

  it("starts in its first field", async () => {
    const { field } = await open();
    expect(document.activeElement).toBe(field);
  });
});
