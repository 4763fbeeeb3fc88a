// The host of a browser window: the same origin serves the core over HTTP (`dianke serve`). For tests and pictures, not for users.
import type { RoomState } from "../generated";
import type { Host } from "./host";

async function post<T>(path: string, body: unknown): Promise<T> {
  const answer = await fetch(base + path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  const text = await answer.text();
  if (!answer.ok) {
    try {
      throw JSON.parse(text) as unknown;
    } catch (thrown) {
      if (thrown instanceof SyntaxError) throw { code: "unknown", params: {}, cause: `${answer.status} ${path}` };
      throw thrown;
    }
  }
  return (text === "" ? undefined : JSON.parse(text)) as T;
}

/** A room-safe page lives under `/room/`: the server answers it in that face only. */
const base = location.pathname.startsWith("/room/") ? "/room" : "";

/** How often the desk looks whether the second window is still there. */
const LOOK_MS = 250;

async function go(to: string, state: RoomState | null): Promise<void> {
  await (state === null ? post("/host/leave_room", {}) : post("/host/open_room", { state }));
  location.assign(to + location.search + location.hash);
}

export function loopbackHost(): Host {
  const channel = new BroadcastChannel("room");
  let room: Window | null = null;
  return {
    environment: () => post("/host/environment", {}),
    call: (name, context, request) => post(`/call/${name}`, { context, request }),
    newWorkspace: (context, sample, ask) => post("/host/new_workspace", { context, sample, ask }),
    openWorkspace: (context) => post("/host/open_workspace", { context }),
    pickImport: (context) => post("/host/pick_import", { context }),
    dropImport: (context, name, bytes) => post("/host/drop_import", { context, name, bytes }),
    importProgress: () => post("/host/import_progress", {}),
    cancelImport: () => post("/host/cancel_import", {}),
    writeMap: (context, request) => post("/host/write_map", { context, request }),
    writeBriefing: (context, request) => post("/host/write_briefing", { context, request }),
    writeAgenda: (context, request) => post("/host/write_agenda", { context, request }),
    writeReview: (context, request) => post("/host/write_review", { context, request }),
    writeHandover: (context, request) => post("/host/write_handover", { context, request }),
    writeAccess: (context, request) => post("/host/write_access", { context, request }),
    writeCertificate: (context, request) => post("/host/write_certificate", { context, request }),
    exportWorkspace: (context) => post("/host/export_workspace", { context }),
    writeList: (context, request) => post("/host/write_list", { context, request }),
    showFile: () => post("/host/show_file", {}),
    setTitle: async (title) => {
      document.title = title;
    },
    printMap: (context, request) => post("/host/print_map", { context, request }),
    printBriefing: (context, request) => post("/host/print_briefing", { context, request }),
    pickTemplate: () => post("/host/pick_template", {}),
    dropTemplate: () => post("/host/drop_template", {}),
    screens: async () => 1,
    enterRoom: (state) => go("/room/", state),
    // The second window goes, like the desktop's; a desk that presented comes back.
    leaveRoom: async () => (window.name === "room" ? window.close() : go("/", null)),
    openRoom: async (state) => {
      await post("/host/open_room", { state });
      if (room === null || room.closed) room = window.open("/room/" + location.search, "room");
      channel.postMessage(state);
    },
    tellRoom: async (state) => {
      await post("/host/tell_room", { state });
      channel.postMessage(state);
    },
    closeRoom: async () => {
      room?.close();
      room = null;
      await post("/host/close_room", {});
    },
    onRoomClosed: (listener) => {
      // A page is not told when a window it opened goes away.
      const look = setInterval(() => {
        if (room === null || !room.closed) return;
        room = null;
        void post("/host/close_room", {}).catch(() => undefined);
        listener();
      }, LOOK_MS);
      return () => clearInterval(look);
    },
    onRoom: (listener) => {
      const heard = (event: MessageEvent<RoomState>) => listener(event.data);
      channel.addEventListener("message", heard);
      return () => channel.removeEventListener("message", heard);
    },
    fullScreen: async (on) => {
      if (on) await document.documentElement.requestFullscreen().catch(() => undefined);
      else if (document.fullscreenElement !== null) await document.exitFullscreen();
    },
    window: null,
  };
}
