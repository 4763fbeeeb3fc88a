// The host of a browser window: the same origin serves the core over HTTP (`dianke serve`). For tests and pictures, not for users.
import type { Host } from "./host";

async function post<T>(path: string, body: unknown): Promise<T> {
  const answer = await fetch(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
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

export function loopbackHost(): Host {
  return {
    environment: () => post("/host/environment", {}),
    call: (name, context, request) => post(`/call/${name}`, { context, request }),
    newWorkspace: (context, sample) => post("/host/new_workspace", { context, sample }),
    openWorkspace: (context) => post("/host/open_workspace", { context }),
    pickImport: (context) => post("/host/pick_import", { context }),
    writeMap: (context, request) => post("/host/write_map", { context, request }),
    writeBriefing: (context, request) => post("/host/write_briefing", { context, request }),
    exportWorkspace: (context) => post("/host/export_workspace", { context }),
    showFile: () => post("/host/show_file", {}),
    setTitle: async (title) => {
      document.title = title;
    },
    window: null,
  };
}
