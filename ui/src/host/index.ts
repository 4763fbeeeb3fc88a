// Chooses the host once, at start.
import type { Host } from "./host";
import { loopbackHost } from "./loopback";

export * from "./host";

export async function chooseHost(): Promise<Host> {
  if ("__TAURI_INTERNALS__" in window) return (await import("./tauri")).tauriHost();
  return loopbackHost();
}
