// Steps of an attitude, and the small form: what saves, what does not, how a refusal shows.

import { createRawSnippet, flushSync, mount, unmount } from "svelte";
import { afterEach, describe, expect, it, vi } from "vitest";
import InlineForm from "./InlineForm.svelte";
import { stepped } from "./seat.svelte";

describe("a step of the attitude", () => {
  it("goes one level and stops at both ends", () => {
    expect(stepped(1, 1)).toBe(2);
    expect(stepped(2, 1)).toBe(2);
    expect(stepped(-2, -1)).toBe(-2);
    expect(stepped(0, -1)).toBe(-1);
  });

  it("leads from unknown to neutral, and to unknown on request", () => {
    expect(stepped(null, 1)).toBe(0);
    expect(stepped(null, -1)).toBe(0);
    expect(stepped(2, null)).toBeNull();
  });
});

describe("the small form", () => {
  let shown: ReturnType<typeof mount> | null = null;
  afterEach(() => {
    if (shown !== null) void unmount(shown);
    document.body.replaceChildren();
  });

  function show(ready: boolean, onsave: () => Promise<unknown>) {
    const onclose = vi.fn();
    const children = createRawSnippet(() => ({ render: () => `<input data-field>` }));
    shown = mount(InlineForm, { target: document.body, props: { label: "f", save: "s", ready, onsave, onclose, children, testid: "save" } });
    flushSync();
    const field = document.querySelector<HTMLInputElement>("[data-field]") as HTMLInputElement;
    const press = (key: string, more: KeyboardEventInit = {}) => field.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));
    return { onclose, press, button: document.querySelector<HTMLButtonElement>("[data-testid=save]") as HTMLButtonElement };
  }

  it("saves with Enter and closes", async () => {
    const save = vi.fn(() => Promise.resolve());
    const { press, onclose } = show(true, save);
    press("Enter");
    await vi.waitFor(() => expect(onclose).toHaveBeenCalledOnce());
    expect(save).toHaveBeenCalledOnce();
  });

  it("never saves or closes while Chinese is being composed", () => {
    const save = vi.fn(() => Promise.resolve());
    const { press, onclose } = show(true, save);
    press("Enter", { isComposing: true });
    press("Enter", { keyCode: 229 });
    press("Escape", { isComposing: true });
    expect(save).not.toHaveBeenCalled();
    expect(onclose).not.toHaveBeenCalled();
  });

  it("cannot be saved before it is ready", () => {
    const save = vi.fn(() => Promise.resolve());
    const { press, button } = show(false, save);
    press("Enter");
    expect(button.disabled).toBe(true);
    expect(save).not.toHaveBeenCalled();
  });

  it("shows a refusal and stays open", async () => {
    const { press, onclose } = show(true, () => Promise.reject({ code: "seat-held", params: {}, cause: null }));
    press("Enter");
    await vi.waitFor(() => expect(document.querySelector("[role=alert]")?.textContent).toBeTruthy());
    expect(onclose).not.toHaveBeenCalled();
  });

  it("gives up with Escape", () => {
    const { press, onclose } = show(true, () => Promise.resolve());
    press("Escape");
    expect(onclose).toHaveBeenCalledOnce();
  });
});
