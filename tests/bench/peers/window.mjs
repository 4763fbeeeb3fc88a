// P-01, P-03 and P-04 in the real window: the same clicks and the same measuring (measure.mjs) as in the browser, by the system's WebDriver.
// Deliberately absent: durations inside the window's process, which a driver cannot see.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dragOf, company } from "./company.mjs";
import { install } from "./measure.mjs";
import { attempt, frames, measured } from "./stats.mjs";
import { withWindow } from "./webdriver.mjs";

const PEER = "Dianke, real window";
const OPENINGS = 5;
const MOVES = 3;
const LIMIT = 60_000;
const DAY = "2026-11-20";
/** A picture that did not change for so many frames is the last one. */
const STILL = 40;
/** Flights and forms have come to rest after so long, in milliseconds. */
const REST = 800;
/** A hand speaks this often, in milliseconds, and moves for so long at a time. */
const [BEAT, GESTURE] = [16, 1_000];
const REACH = 360;
/** Steps of a zoom from the whole map to readable names. */
const ZOOMS = 10;
const [CONTROL, SHIFT, SPACE, ENTER] = ["\uE009", "\uE008", " ", "\uE007"];

const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
const id = (name) => `[data-testid=${name}]`;

function run(dianke, ...args) {
  const done = spawnSync(dianke, args, { encoding: "utf8", maxBuffer: 2 ** 28 });
  if (done.status !== 0) throw new Error(`dianke ${args[0]}: ${done.stderr || done.error}`);
  return done.stdout;
}

async function openings(window) {
  const times = [];
  while (times.length < OPENINGS) {
    await window.click(id("nav-accounts"));
    await window.find(id("account-row-G01"));
    await pause(REST);
    await window.ask((limit) => void globalThis.measure.opening(limit), LIMIT);
    await window.click(`${id("account-row-G01")} button`);
    times.push(await window.ask(() => globalThis.measure.answer));
  }
  return times;
}

const zoomOf = (window) => window.ask(() => Number(document.querySelector("[data-testid=map-view]").dataset.k));

/** A second of dragging the ground with the space bar held. */
async function drag(window, { x, y }) {
  const beats = Array.from({ length: GESTURE / BEAT }, (_, beat) => {
    const share = (beat * BEAT) / GESTURE;
    return { type: "pointerMove", duration: BEAT, x: Math.round(x + REACH * Math.sin(share * 2 * Math.PI)), y: Math.round(y - (REACH / 3) * Math.sin(share * Math.PI)) };
  });
  const rest = Array.from({ length: beats.length + 2 }, () => ({ type: "pause", duration: 0 }));
  await window.act(
    { type: "key", id: "keys", actions: [{ type: "keyDown", value: SPACE }, ...rest, { type: "keyUp", value: SPACE }] },
    { type: "pointer", id: "hand", parameters: { pointerType: "mouse" }, actions: [{ type: "pointerMove", duration: 0, x, y }, { type: "pointerDown", button: 0 }, ...beats, { type: "pointerUp", button: 0 }] },
  );
}

/** A second of zooming by keys: the driver's wheel does not carry the held key. */
async function zoom(window, key) {
  const steps = Array.from({ length: ZOOMS }, () => [{ type: "keyDown", value: key }, { type: "keyUp", value: key }, { type: "pause", duration: Math.round(GESTURE / ZOOMS) }]);
  await window.act({ type: "key", id: "keys", actions: [{ type: "keyDown", value: CONTROL }, ...steps.flat(), { type: "keyUp", value: CONTROL }] });
}

async function panAndZoom(window) {
  const box = await window.ask(() => document.querySelector("[data-testid=map-canvas]").getBoundingClientRect().toJSON());
  const ground = { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height - 140) };
  await window.click(id("map-fit"));
  await pause(REST);
  const whole = await zoomOf(window);
  await window.ask(() => void globalThis.measure.frames());
  await drag(window, ground);
  await zoom(window, "=");
  const near = await zoomOf(window);
  await drag(window, ground);
  await zoom(window, "-");
  const moments = await window.ask(() => globalThis.measure.stop());
  return { moments, busy: null, note: `zoom ${whole.toPrecision(2)} to ${near.toPrecision(2)}` };
}

/** Where the cards stand, by name, in world units. */
function places(dianke, workspace) {
  const { cards } = JSON.parse(run(dianke, "map", workspace, "--account", "G01", "--as-of", DAY, "--json"));
  return new Map(cards.map(({ name, box: [x, y, w, h] }) => [name, { x: x + w / 2, y: y + h / 2 }]));
}

/** The card found by the map's own search, large and in the middle; the view answers where the other one is. */
async function brought(window, name) {
  await window.click(id("map-search"));
  await window.type(name);
  await window.find("#map-hits [role=option]");
  await window.press(ENTER);
  await window.find(id("inspector"));
  await pause(REST);
  await window.press(SHIFT, "2");
  await pause(REST);
}

/** A point of the map as a point of the window. */
async function onScreen(window, { x, y }) {
  const [k, left, top] = await window.ask(() => {
    const { k, x, y } = document.querySelector("[data-testid=map-view]").dataset;
    const box = document.querySelector("[data-testid=map-canvas]").getBoundingClientRect();
    return [Number(k), Number(x) + box.x, Number(y) + box.y];
  });
  return { x: Math.round(x * k + left), y: Math.round(y * k + top) };
}

/** One drag of a card onto another, measured from the release; then taken back. */
async function move(window, from, to) {
  const path = Array.from({ length: 12 }, (_, step) => ({ type: "pointerMove", duration: BEAT, x: Math.round(from.x + ((to.x - from.x) * (step + 1)) / 12), y: Math.round(from.y + ((to.y - from.y) * (step + 1)) / 12) }));
  const hand = (actions) => window.act({ type: "pointer", id: "hand", parameters: { pointerType: "mouse" }, actions });
  await hand([{ type: "pointerMove", duration: 0, ...from }, { type: "pointerDown", button: 0 }, ...path]);
  await window.find(id("drop-words"));
  await window.ask((still, limit) => void globalThis.measure.changes("", still, limit), STILL, LIMIT);
  await hand([{ type: "pointerUp", button: 0 }]);
  const time = await window.ask(() => globalThis.measure.answer);
  await window.click(id("undo"));
  await pause(3 * REST);
  return time;
}

/** The nearest card in sight that the branch may hang under and does not hang under yet, as a point of the window. */
function goal(seats, seat, at, from, zoom) {
  const under = (one) => one === seat || (one.above !== null && under(seats[one.above]));
  const of = at.get(seat.name);
  const seen = seats.flatMap((one) => {
    const { x, y } = at.get(one.name);
    const end = { x: Math.round(from.x + (x - of.x) * zoom), y: Math.round(from.y + (y - of.y) * zoom) };
    const inSight = end.x > 200 && end.y > 180 && end.x < 1_000 && end.y < 700;
    return inSight && one.number !== seat.above && !under(one) ? [{ end, far: Math.hypot(end.x - from.x, end.y - from.y) }] : [];
  });
  if (seen.length === 0) throw new Error("no target is in sight");
  return seen.reduce((best, one) => (one.far < best.far ? one : best)).end;
}

async function moves(window, at, people) {
  const { seats } = company(people);
  const seat = seats[dragOf(seats).seat];
  await brought(window, seat.name);
  const from = await onScreen(window, at.get(seat.name));
  const to = goal(seats, seat, at, from, await zoomOf(window));
  const times = [];
  while (times.length < MOVES) times.push(await move(window, from, to));
  return times;
}

/** All lines of the window, told one by one. */
export async function inWindow(tell, { dianke, desktop, company: file, people }) {
  const folder = mkdtempSync(join(tmpdir(), "dianke-window-"));
  try {
    const workspace = join(folder, "company.dianke");
    run(dianke, "new", workspace);
    run(dianke, "import", workspace, file);
    const at = places(dianke, workspace);
    // No motion, as in the browser: a glide would count as painting.
    mkdirSync(join(folder, "gtk-3.0"));
    writeFileSync(join(folder, "gtk-3.0", "settings.ini"), "[Settings]\ngtk-enable-animations=0\n");
    const env = { XDG_CONFIG_HOME: folder, DIANKE_OUT: folder, DIANKE_TODAY: DAY, DIANKE_WORKSPACE: workspace, LANG: "zh_CN.UTF-8", LC_ALL: "zh_CN.UTF-8" };
    await withWindow(desktop, env, async (window) => {
      await window.ask(install);
      await attempt(tell, "P-01", PEER, people, async () => {
        const times = await openings(window);
        return measured("P-01", PEER, people, times, `first ${Math.round(times[0])} ms`);
      });
      await attempt(tell, "P-03", PEER, people, async () => {
        const panned = await panAndZoom(window);
        return frames("P-03", PEER, people, panned, panned.note);
      });
      await attempt(tell, "P-04", PEER, people, async () => measured("P-04", PEER, people, await moves(window, at, people), "real drag"));
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
