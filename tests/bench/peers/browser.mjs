// One Chromium for all: software raster, one window size, the same hand for every page.
// Deliberately absent: what is measured (measure.mjs) and where (pages.mjs, ours.mjs).
import { chromium } from "playwright-core";
import { install } from "./measure.mjs";

/** The browser all pages run in. */
export const chromiumPath = () => process.env.DIANKE_CHROMIUM ?? "/usr/bin/chromium";

export const WINDOW = { width: 1440, height: 900 };
/** How long anything may take, in milliseconds. */
export const LIMIT = 60_000;
/** The whole of P-03, in milliseconds: there and back at the size of the whole map, in, there and back, out. */
const GESTURE = 4_000;
/** A hand speaks this often, in milliseconds. */
const BEAT = 16;
/** How far a drag goes, in pixels. */
const REACH = 360;

const ARGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

/** Runs `work(browser)` and closes the browser whatever happens. */
export async function withBrowser(work) {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: ARGS });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/** A page with the measuring in it. */
export async function openPage(browser, address) {
  const context = await browser.newContext({ viewport: WINDOW, reducedMotion: "reduce" });
  context.setDefaultTimeout(LIMIT);
  const page = await context.newPage();
  await page.goto(address);
  await page.evaluate(install);
  return page;
}

/** Milliseconds from a real click on `button` to the painted picture. */
export async function opening(page, button) {
  await page.evaluate((limit) => window.measure.opening(limit), LIMIT);
  // The click may hold the page for long; the answer is waited for on its own.
  await button.click({ noWaitAfter: true });
  return await page.evaluate(() => window.measure.answer);
}

/**
 * A hand that moves for `time` milliseconds. `act(share, beats)` gets the share of the time gone and the beats since the last act:
 * while the page is busy with one act the next ones become one, as a browser does with the events of a device.
 */
async function hand(time, act) {
  const started = performance.now();
  const gone = () => Math.min(time, performance.now() - started);
  for (let done = 0; done < Math.floor(time / BEAT); ) {
    const due = Math.floor(gone() / BEAT);
    if (due > done) await act(gone() / time, due - done);
    done = due;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, (due + 1) * BEAT - gone())));
  }
}

/**
 * The moments of all frames while a hand drags the ground and turns the wheel, and the work of the page's thread for each of them.
 * `ground`: where nothing is grasped; `hold`: the key that makes a drag a pan; `zoomKey`: the key that makes the wheel zoom;
 * `notch`: wheel units that zoom by about 1.04; `zoom`: tells the zoom of the page.
 */
export async function panAndZoom(page, { ground, hold, zoomKey, notch, zoom: zoomNow }) {
  const { mouse, keyboard } = page;
  const drag = async () => {
    if (hold) await keyboard.down(hold);
    await mouse.move(ground.x, ground.y);
    await mouse.down();
    await hand(GESTURE / 4, (share) => mouse.move(ground.x + REACH * Math.sin(share * 2 * Math.PI), ground.y - (REACH / 3) * Math.sin(share * Math.PI)));
    await mouse.up();
    if (hold) await keyboard.up(hold);
  };
  const zoom = async (delta) => {
    await mouse.move(WINDOW.width / 2, WINDOW.height / 2);
    if (zoomKey) await keyboard.down(zoomKey);
    await hand(GESTURE / 4, (_, beats) => mouse.wheel(0, delta * beats));
    if (zoomKey) await keyboard.up(zoomKey);
  };
  // Cytoscape learns from the first events what wheel it has.
  await mouse.move(WINDOW.width / 2, WINDOW.height / 2);
  if (zoomKey) await keyboard.down(zoomKey);
  for (const delta of [-notch, -notch, -notch, notch, notch, notch]) await mouse.wheel(0, delta);
  if (zoomKey) await keyboard.up(zoomKey);
  const whole = await zoomNow();
  const busy = await workOf(page);
  await page.evaluate(() => window.measure.frames());
  await drag();
  await zoom(-notch);
  const near = await zoomNow();
  await drag();
  await zoom(notch);
  const moments = await page.evaluate(() => window.measure.stop());
  return { moments, busy: (await busy()) / moments.length, note: `zoom ${whole.toPrecision(2)} to ${near.toPrecision(2)}` };
}

/** Answers how to ask for the milliseconds the page's thread has worked from now on. */
async function workOf(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const worked = async () => (await session.send("Performance.getMetrics")).metrics.find((one) => one.name === "TaskDuration").value * 1_000;
  const before = await worked();
  return async () => (await worked()) - before;
}
