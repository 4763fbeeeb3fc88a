// The desk: session, place, interface. Loaded by windows that are one, never by a room-safe window.
import { mount } from "svelte";
import App from "./App.svelte";
import type { Lang } from "./generated";
import type { Host } from "./host";
import { fromHash, router } from "./state/router.svelte";
import { session } from "./state/session.svelte";

export async function startDesk(target: HTMLElement, host: Host, lang: Lang | null): Promise<void> {
  const asked = fromHash(location.hash);
  let failed: unknown = null;
  try {
    await session.start(host, lang);
  } catch (thrown) {
    failed = thrown;
  }
  if (asked && session.workspace?.open) router.reset(asked);
  mount(App, { target, props: { failed } });
}
