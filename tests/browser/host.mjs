// Starts what the browser tests need: the loopback host on a fresh workspace, and a browser.
// Deliberately absent: anything about the screens themselves (screens.mjs) and about judging them (check.mjs).
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
/** Packages live with the page; this folder has none of its own. */
export const fromPage = createRequire(join(root, "ui", "package.json"));

/** The day the sample was made for. */
export const TODAY = "2026-11-20";
/** The presentation a template dialog answers with. */
const TEMPLATE = join(root, "crates", "intake", "tests", "files", "own.pptx");
/** How long anything may take before it counts as failed, in milliseconds. */
export const PATIENCE = 10_000;

const BROWSER_ARGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

function program() {
  const target = process.env.CARGO_TARGET_DIR ?? join(root, "target");
  const file = join(target, "debug", process.platform === "win32" ? "dianke.exe" : "dianke");
  if (!existsSync(file)) throw new Error(`${file} is not built: cargo build --workspace`);
  return file;
}

function builtPage() {
  const page = join(root, "ui", "dist");
  if (!existsSync(join(page, "index.html"))) throw new Error(`${page} is not built: npm run build in ui`);
  return page;
}

/** The first line a child prints; rejects when it ends before. */
function firstLine(child) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("the host did not say its address")), PATIENCE);
    const lines = createInterface({ input: child.stdout });
    const settle = (act) => {
      clearTimeout(timer);
      lines.close();
      act();
    };
    lines.once("line", (line) => settle(() => resolve(line.trim())));
    child.once("error", (error) => settle(() => reject(error)));
    child.once("exit", (code) => settle(() => reject(new Error(`the host ended with ${code}`))));
  });
}

function ended(child) {
  return child.exitCode !== null || child.signalCode !== null ? Promise.resolve() : new Promise((resolve) => child.once("exit", resolve));
}

/**
 * Runs `work({ address, out })` with a host of its own and ends the host whatever happens.
 * `sample`: a fresh sample workspace is open; otherwise the one that `fill(dianke, path)` makes, or none.
 */
export async function withHost({ sample = true, lang = "zh-CN", today = TODAY, fill = null }, work) {
  const dianke = program();
  const folder = mkdtempSync(join(tmpdir(), "dianke-browser-"));
  const out = join(folder, "out");
  const workspace = join(folder, "sample.dianke");
  let child = null;
  const end = () => child?.kill();
  process.once("exit", end);
  try {
    if (sample) {
      const made = spawnSync(dianke, ["--lang", lang, "new", workspace, "--sample"], { encoding: "utf8" });
      if (made.status !== 0) throw new Error(`no sample workspace: ${made.stderr}`);
    } else if (fill) fill(dianke, workspace);
    const args = ["--lang", lang, "serve", ...(sample || fill ? [workspace] : []), "--page", builtPage(), "--out", out, "--today", today, "--import-file", join(root, "samples", "people.xlsx"), "--template-file", TEMPLATE];
    child = spawn(dianke, args, { stdio: ["ignore", "pipe", "inherit"] });
    const address = await firstLine(child);
    child.stdout.resume();
    return await work({ address, out });
  } finally {
    process.removeListener("exit", end);
    if (child) {
      child.kill();
      await ended(child);
    }
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs `work(browser)` and closes the browser whatever happens. */
export async function withBrowser(work) {
  const { chromium } = fromPage("playwright-core");
  const browser = await chromium.launch({ executablePath: process.env.DIANKE_CHROMIUM ?? "/usr/bin/chromium", args: BROWSER_ARGS });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/** A page of a fresh browser window: nothing remembered, no motion. `look`: `{ theme, lang, width, height }`. */
export async function openPage(browser, address, look) {
  const context = await browser.newContext({ viewport: { width: look.width, height: look.height }, reducedMotion: "reduce", locale: look.lang });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const watch = watchPage(page, address);
  await page.goto(`${address}?${new URLSearchParams({ theme: look.theme, lang: look.lang })}`);
  return { page, watch, close: () => context.close() };
}

/** Collects everything a page may not do: speak on the console, fail a request, ask anyone but its own host. */
function watchPage(page, address) {
  const watch = { faults: [], calls: [], pending: new Set(), begun: 0 };
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && watch.faults.push(`console ${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => watch.faults.push(`uncaught: ${error.message}`));
  page.on("request", (request) => {
    const url = request.url();
    if (url.startsWith("data:") || url.startsWith("blob:")) return;
    if (!url.startsWith(address)) watch.faults.push(`asked elsewhere: ${url}`);
    watch.pending.add(request);
    watch.begun += 1;
    if (request.method() === "POST") watch.calls.push(new URL(url).pathname);
  });
  page.on("requestfinished", (request) => watch.pending.delete(request));
  page.on("requestfailed", (request) => {
    watch.pending.delete(request);
    // A room that is left while it draws gives its question up.
    if (new URL(request.url()).pathname.startsWith("/room/") && request.failure()?.errorText === "net::ERR_ABORTED") return;
    watch.faults.push(`failed: ${request.url()} ${request.failure()?.errorText ?? ""}`);
  });
  page.on("response", async (response) => {
    if (response.status() < 400) return;
    const fault = `answered ${response.status()}: ${response.url()}`;
    watch.faults.push(fault);
    // Why comes later than that, and is left out where nobody minds any more.
    const why = await response.text().catch(() => "");
    const now = watch.faults.indexOf(fault);
    if (now >= 0) watch.faults[now] = `${fault} ${why.slice(0, 200)}`;
  });
  return watch;
}
