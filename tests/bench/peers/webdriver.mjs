// The real window under the system's WebDriver, by its plain protocol: started, asked, clicked, and ended on every way out.
// Deliberately absent: what is measured (measure.mjs) and where (window.mjs).
import { spawn } from "node:child_process";
import { createServer } from "node:net";

const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

class Window {
  constructor(base) {
    this.base = base;
  }

  async send(method, path, body) {
    const answer = await fetch(this.base + path, { method, ...(body ? { body: JSON.stringify(body), headers: { "content-type": "application/json" } } : {}) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${path}: ${value?.message ?? answer.status}`);
    return value;
  }

  /** The answer of a function run in the page, waited for when it is a promise. */
  ask(work, ...args) {
    const script = `const done = arguments[arguments.length - 1]; Promise.resolve((${work})(...[...arguments].slice(0, -1))).then((value) => done({ value: value ?? null }), (error) => done({ error: String(error?.message ?? error) }));`;
    return this.send("POST", "/execute/async", { script, args }).then(({ value, error }) => {
      if (error !== undefined) throw new Error(error);
      return value;
    });
  }

  async find(css, limit = 20_000) {
    for (const last = Date.now() + limit; ; await pause(50)) {
      const found = await this.send("POST", "/element", { using: "css selector", value: css }).catch(() => null);
      if (found !== null) return found[ELEMENT];
      if (Date.now() > last) throw new Error(`not on the screen: ${css}`);
    }
  }

  async click(css) {
    await this.send("POST", `/element/${await this.find(css)}/click`, {});
  }

  /** Input sources as the protocol has them; the shorter ones rest meanwhile. */
  async act(...sources) {
    await this.send("POST", "/actions", { actions: sources });
  }

  /** One key, with another held when two are given. */
  async press(...keys) {
    const actions = [...keys.map((value) => ({ type: "keyDown", value })), ...keys.toReversed().map((value) => ({ type: "keyUp", value }))];
    await this.act({ type: "key", id: "keys", actions });
  }

  async type(text) {
    await this.act({ type: "key", id: "keys", actions: [...text].flatMap((value) => [{ type: "keyDown", value }, { type: "keyUp", value }]) });
  }
}

/** Runs `work(window)` in the application at `program`, with `env` set for it. */
export async function withWindow(program, env, work) {
  const [port, native] = [await freePort(), await freePort()];
  const driver = spawn("tauri-driver", ["--port", port, "--native-port", native], { env: { ...process.env, ...env }, stdio: "ignore" });
  const failed = new Promise((_, reject) => driver.once("error", reject));
  failed.catch(() => undefined);
  // A killed driver leaves its helper on the port: it is asked to end.
  const end = () => driver.kill("SIGTERM");
  process.once("exit", end);
  let window = null;
  try {
    for (let tries = 0; window === null; tries += 1) {
      const body = JSON.stringify({ capabilities: { alwaysMatch: { browserName: "wry", "tauri:options": { application: program } } } });
      const answer = await Promise.race([fetch(`http://127.0.0.1:${port}/session`, { method: "POST", body }).then((one) => one.json()).catch(() => null), failed]);
      if (answer?.value?.sessionId) window = new Window(`http://127.0.0.1:${port}/session/${answer.value.sessionId}`);
      else if (tries > 60) throw new Error(`no session: ${answer?.value?.message ?? "no driver"}`);
      else await pause(300);
    }
    await window.send("POST", "/timeouts", { script: 90_000 });
    return await work(window);
  } finally {
    await window?.send("DELETE", "").catch(() => undefined);
    process.removeListener("exit", end);
    end();
  }
}
