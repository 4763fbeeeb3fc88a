// The desktop host: calls go to the Rust side of this process.
import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import { getCurrentWindow } from "@tauri-apps/api/window";
import type { RoomState } from "../generated";
import type { Host } from "./host";

export function tauriHost(): Host {
  const own = getCurrentWindow();
  // A refused window action leaves the window as it is; there is nothing to tell the user.
  const quietly = (action: Promise<void>) => void action.catch(() => undefined);
  return {
    environment: () => invoke("host_environment"),
    call: (name, context, request) => invoke("call", { name, context, request }),
    newWorkspace: (context, sample, ask) => invoke("host_new_workspace", { context, sample, ask }),
    openWorkspace: (context) => invoke("host_open_workspace", { context }),
    pickImport: (context) => invoke("host_pick_import", { context }),
    dropImport: (context, name, bytes) => invoke("host_drop_import", { context, name, bytes }),
    importProgress: () => invoke("host_import_progress"),
    cancelImport: () => invoke("host_cancel_import"),
    writeMap: (context, request) => invoke("host_write_map", { context, request }),
    writeBriefing: (context, request) => invoke("host_write_briefing", { context, request }),
    writeAgenda: (context, request) => invoke("host_write_agenda", { context, request }),
    writeReview: (context, request) => invoke("host_write_review", { context, request }),
    writeHandover: (context, request) => invoke("host_write_handover", { context, request }),
    writeAccess: (context, request) => invoke("host_write_access", { context, request }),
    writeCertificate: (_, request) => invoke("host_write_certificate", { request }),
    exportWorkspace: (context) => invoke("host_export_workspace", { context }),
    writeList: (context, request) => invoke("host_write_list", { context, request }),
    showFile: () => invoke("host_show_file"),
    setTitle: (title) => invoke("host_set_title", { title }),
    printMap: (context, request) => invoke("host_print_map", { context, request }),
    printBriefing: (context, request) => invoke("host_print_briefing", { context, request }),
    pickTemplate: () => invoke("host_pick_template"),
    dropTemplate: () => invoke("host_drop_template"),
    screens: () => invoke("host_screens"),
    enterRoom: async (state) => {
      await invoke("host_enter_room", { state });
      location.reload();
    },
    leaveRoom: async () => {
      await invoke("host_leave_room");
      location.reload();
    },
    openRoom: (state) => invoke("host_open_room", { state }),
    tellRoom: (state) => invoke("host_tell_room", { state }),
    closeRoom: () => invoke("host_close_room"),
    onRoom: (listener) => {
      const stop = listen<RoomState>("room", (event) => listener(event.payload));
      return () => void stop.then((off) => off());
    },
    onRoomClosed: (listener) => {
      const stop = listen("room-closed", () => listener());
      return () => void stop.then((off) => off());
    },
    fullScreen: (on) => invoke("host_full_screen", { on }),
    window: {
      minimise: () => quietly(own.minimize()),
      toggleMaximise: () => quietly(own.toggleMaximize()),
      close: () => quietly(own.close()),
      startDrag: () => quietly(own.startDragging()),
    },
  };
}
