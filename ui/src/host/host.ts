// The border between the window and whatever runs the core. Everything outside this folder speaks to `Host` only.
import type { Contract, ErrorView, ImportView, Lang, ViewContext, WriteBriefing, WriteMap } from "../generated";

export type Platform = "macos" | "windows" | "linux" | "web";

export interface Environment {
  lang: Lang;
  today: string;
  platform: Platform;
}

export interface HostWindow {
  minimise(): void;
  toggleMaximise(): void;
  close(): void;
  startDrag(): void;
}

export interface Host {
  environment(): Promise<Environment>;
  call<K extends keyof Contract>(name: K, context: ViewContext, request: Contract[K]["request"]): Promise<Contract[K]["response"]>;
  /** The host asks where; `false`: cancelled. */
  newWorkspace(context: ViewContext, sample: boolean): Promise<boolean>;
  openWorkspace(context: ViewContext): Promise<boolean>;
  pickImport(context: ViewContext): Promise<ImportView | null>;
  /** Name of the file written; `null`: cancelled. */
  writeMap(context: ViewContext, request: WriteMap): Promise<string | null>;
  writeBriefing(context: ViewContext, request: WriteBriefing): Promise<string | null>;
  exportWorkspace(context: ViewContext): Promise<string | null>;
  /** Opens the file written last. */
  showFile(): Promise<void>;
  setTitle(title: string): Promise<void>;
  window: HostWindow | null;
}

/** Turns whatever was thrown into an error the catalogue can word. */
export function errorView(thrown: unknown): ErrorView {
  if (thrown !== null && typeof thrown === "object" && "code" in thrown && typeof thrown.code === "string") {
    const view = thrown as Partial<ErrorView> & { code: string };
    return { code: view.code, params: view.params ?? {}, cause: view.cause ?? null };
  }
  return { code: "unknown", params: {}, cause: thrown instanceof Error ? thrown.message : null };
}
