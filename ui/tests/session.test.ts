import { beforeEach, expect, it, vi } from "vitest";
import type { Changed, WorkspaceView } from "../src/generated";
import type { Host } from "../src/host";
import { session } from "../src/state/session.svelte";

/** A core with one step that can be undone, slow to answer like a real one. */
function slowHost(asked: string[]): Host {
  let done = 0;
  const wait = () => new Promise((resolve) => setTimeout(resolve, 2));
  const changed = (): Changed => ({ step: "step", areas: ["accounts"], created: null, vacant: [] }) as unknown as Changed;
  const call = async (name: string) => {
    asked.push(name);
    await wait();
    if (name === "get_workspace") return { open: true, undo: done > 0 ? "step" : null, redo: null } as unknown as WorkspaceView;
    done += name === "undo" ? -1 : 1;
    return changed();
  };
  return { environment: async () => ({ lang: "en", today: "2026-11-20", platform: "web" }), call, setTitle: async () => undefined } as unknown as Host;
}

let asked: string[];
beforeEach(async () => {
  asked = [];
  await session.start(slowHost(asked), null);
});

it("undo straight after a change waits for it instead of being dropped", async () => {
  expect(session.workspace?.undo).toBeNull();
  const change = session.change("remove_visit", { visit: "v" as never });
  const undo = session.undo();
  await Promise.all([change, undo]);
  expect(asked.filter((name) => name !== "get_workspace")).toEqual(["remove_visit", "undo"]);
  await vi.waitFor(() => expect(session.workspace?.undo).toBeNull());
});

it("with nothing to undo the core is not asked", async () => {
  await session.undo();
  expect(asked).not.toContain("undo");
});
