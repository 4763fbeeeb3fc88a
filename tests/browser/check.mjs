// Counts what holds and what does not, waits for the page to come to rest, and judges a screen at rest.
// Deliberately absent: how to get to a screen (screens.mjs).
import { fromPage, PATIENCE } from "./host.mjs";

const AXE = fromPage("axe-core").source;

export class Tally {
  passed = 0;
  failed = 0;

  /** One thing that holds or does not; `detail` is shown when it does not. */
  check(holds, what, detail = "") {
    if (holds) {
      this.passed += 1;
      return;
    }
    this.failed += 1;
    console.log(`FAILED ${what}${detail ? `\n       ${detail}` : ""}`);
  }

  equal(found, wanted, what) {
    this.check(JSON.stringify(found) === JSON.stringify(wanted), what, `wanted ${JSON.stringify(wanted)}, found ${JSON.stringify(found)}`);
  }

  /** One step: what it throws is its failure, and the next step goes on. */
  async step(what, work) {
    const started = Date.now();
    try {
      await work();
      console.log(`ok     ${what} (${Date.now() - started} ms)`);
    } catch (error) {
      this.check(false, what, String(error?.message ?? error).split("\n").slice(0, 6).join("\n       "));
    }
  }

  finish() {
    console.log(`${this.passed} passed, ${this.failed} failed`);
    process.exitCode = this.failed === 0 ? 0 : 1;
  }
}

/** Waits until `holds()` is true, looking again after every frame of the page. */
export async function until(page, what, holds) {
  const last = Date.now() + PATIENCE;
  while (!(await holds())) {
    if (Date.now() > last) throw new Error(`did not come: ${what}`);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  }
}

const frames = (page) => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

/**
 * Waits until nothing is asked, loaded or moving, and nothing was begun within two frames more: between the answer to a step and
 * the questions that follow it a page looks idle.
 */
export async function settle(page, watch) {
  await until(page, "the page at rest", async () => {
    if (watch.pending.size > 0) return false;
    const begun = watch.begun;
    const calm = await page.evaluate(async () => {
      await document.fonts.ready;
      if (document.querySelector("[aria-busy=true], .frame[role=status]")) return false;
      return document.getAnimations().every((one) => one.playState !== "running" || one.effect?.getTiming().iterations === Infinity);
    });
    if (!calm) return false;
    await frames(page);
    return watch.pending.size === 0 && watch.begun === begun;
  });
}

/** How often a page asked its core for something. */
export const calls = (watch, command) => watch.calls.filter((one) => one === `/call/${command}`).length;

/** Takes the last step back, by its button or another way, and waits for the page to come to rest. */
export async function undo(page, watch, how = () => page.getByTestId("undo").click()) {
  await settle(page, watch);
  const before = calls(watch, "undo");
  await how();
  await until(page, "the way back asked for", () => calls(watch, "undo") > before);
  await settle(page, watch);
}

/** What axe finds serious or critical, one line for each kind. */
export async function axeFaults(page) {
  await page.evaluate(AXE);
  const result = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return result.violations
    .filter((one) => one.impact === "serious" || one.impact === "critical")
    .map((one) => `${one.impact} ${one.id} ×${one.nodes.length}: ${one.nodes.slice(0, 4).map((node) => `${node.target.join(" ")} ${node.html.slice(0, 160)} ${node.any[0]?.message ?? node.all[0]?.message ?? node.none[0]?.message ?? ""}`).join(" | ")}`);
}

/** The frames that must never be wider than what shows of them. */
export function sidewaysFaults(page) {
  return page.evaluate(() => {
    const faults = [];
    if (document.documentElement.scrollWidth > window.innerWidth) faults.push(`page ${document.documentElement.scrollWidth} > ${window.innerWidth}`);
    for (const one of document.querySelectorAll("body, .win, .body, main, main > *, [role=dialog]")) {
      if (one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== "inline") faults.push(`${one.tagName.toLowerCase()}.${one.className} ${one.scrollWidth} > ${one.clientWidth}`);
    }
    return faults;
  });
}

/** Words no person should see: message keys, unfilled places, and what a program calls nothing. */
export function wordFaults(page) {
  return page.evaluate(() => {
    const text = document.body.innerText;
    const keys = text.match(/(?<![\w/.-])(?:shell|home|map-screen|map|seat|court|visit|import|intake|reason|slides|room(?!-safe)|error|account|code)-[a-z][a-z0-9-]+/g) ?? [];
    const holes = text.match(/\{\s*\$?\w+\s*\}|\bundefined\b|\bNaN\b|\[object |\bnull\b/g) ?? [];
    return [...keys, ...holes];
  });
}

/** All of the above for a screen at rest. */
export async function judge(tally, { page, watch }, name) {
  await settle(page, watch);
  for (const [what, faults] of [["axe", await axeFaults(page)], ["sideways", await sidewaysFaults(page)], ["words", await wordFaults(page)]]) {
    tally.check(faults.length === 0, `${name}: ${what}`, faults.join("\n       "));
  }
}
