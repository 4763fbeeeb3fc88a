// The border between the window and whatever runs the core. Everything outside this folder speaks to `Host` only.
import type { Certificate, Contract, ErrorView, ImportProgress, ImportView, Lang, RoomState, ViewContext, WriteAccess, WriteAgenda, WriteEdition, WriteHandover, WriteList, WriteMap, WriteReview } from "../generated";

export type Platform = "macos" | "windows" | "linux" | "web";

export interface Environment {
  lang: Lang;
  today: string;
  platform: Platform;
  /** This window shows the room-safe face of a map and may ask for nothing else; `null`: a desk. */
  room: RoomState | null;
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
  /** `ask`: the host asks where; else the file comes into the usual folder under a free name. `false`: cancelled. */
  newWorkspace(context: ViewContext, sample: boolean, ask: boolean): Promise<boolean>;
  openWorkspace(context: ViewContext): Promise<boolean>;
  pickImport(context: ViewContext): Promise<ImportView | null>;
  /** A file the page was handed by a drop, as base64. */
  dropImport(context: ViewContext, name: string, bytes: string): Promise<ImportView>;
  /** How far a long import is; answered while the core works. */
  importProgress(): Promise<ImportProgress>;
  /** Stops a long import; nothing of it is kept. */
  cancelImport(): Promise<void>;
  /** Name of the file written; `null`: cancelled. */
  writeMap(context: ViewContext, request: WriteMap): Promise<string | null>;
  writeBriefing(context: ViewContext, request: WriteEdition): Promise<string | null>;
  writeAgenda(context: ViewContext, request: WriteAgenda): Promise<string | null>;
  writeReview(context: ViewContext, request: WriteReview): Promise<string | null>;
  writeHandover(context: ViewContext, request: WriteHandover): Promise<string | null>;
  writeAccess(context: ViewContext, request: WriteAccess): Promise<string | null>;
  writeCertificate(context: ViewContext, request: Certificate): Promise<string | null>;
  exportWorkspace(context: ViewContext): Promise<string | null>;
  writeList(context: ViewContext, request: WriteList): Promise<string | null>;
  /** Opens the file written last. */
  showFile(): Promise<void>;
  setTitle(title: string): Promise<void>;
  /** Makes the PDF of the map and opens it for printing. */
  printMap(context: ViewContext, request: WriteMap): Promise<void>;
  /** Makes the PDF of a copy, opens it for printing and counts the copy as issued. */
  printBriefing(context: ViewContext, request: WriteEdition): Promise<void>;
  /** Asks for a presentation to take as template of the next `writeMap`; its file name, or `null`: none. */
  pickTemplate(): Promise<string | null>;
  /** Forgets the chosen template. */
  dropTemplate(): Promise<void>;
  /** How many displays there are. */
  screens(): Promise<number>;
  /** This window becomes a room-safe one: its page is loaded anew, so that nothing internal stays in it. */
  enterRoom(state: RoomState): Promise<void>;
  /** Back to the desk; the page is loaded anew. */
  leaveRoom(): Promise<void>;
  /** Opens a second, room-safe window, on another display if there is one; or gives the open one another map. */
  openRoom(state: RoomState): Promise<void>;
  /** Tells the open second window what to show of its account; never opens one, and refuses another account. */
  tellRoom(state: RoomState): Promise<void>;
  closeRoom(): Promise<void>;
  /** Called in a room-safe window with every change of what it shall show; answers how to stop. */
  onRoom(listener: (state: RoomState) => void): () => void;
  /** Called at the desk when the second window is gone, whoever closed it; answers how to stop. */
  onRoomClosed(listener: () => void): () => void;
  /** Full screen on or off for this window. */
  fullScreen(on: boolean): Promise<void>;
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
