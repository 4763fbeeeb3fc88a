// P-01, P-03 and P-04 of Dianke's own page, with the core behind it, as the browser tests drive it: `dianke serve` on a workspace of its own.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { watchMap } from "../../browser/maps.mjs";
import { LIMIT, openPage, opening, panAndZoom, WINDOW } from "./browser.mjs";
import { company, dragOf } from "./company.mjs";
import { idOf } from "./interchange.mjs";
import { attempt, frames, measured } from "./stats.mjs";

const PEER = "Dianke";
const OPENINGS = 5;
/** A picture that did not change for so many frames is the last one. */
const STILL = 40;
/** Flights and forms have come to rest after so long, in milliseconds. */
const REST = 600;
/** The largest zoom at which the map brings one card to the middle. */
const SHOWN_AT = 1.25;
const HAND = { ground: { x: 720, y: 700 }, hold: "Space", zoomKey: "Control", notch: 6.6 };

/** What is typed: one and two characters, figures, sounds. */
const TYPED = ["样", "样例", "12", "岗位", "yang", "yl", "yangl", "bumen", "44", "gw", "样li", "ylian"];

const id = (page, name) => page.getByTestId(name);
const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

function made(dianke, ...args) {
  const run = spawnSync(dianke, args, { encoding: "utf8" });
  if (run.status !== 0) throw new Error(`dianke ${args[0]}: ${run.stderr || run.error}`);
}

/** Runs `work(address)` over a workspace that `fill(path)` names, in a folder of its own, and ends the host whatever happens. */
async function withHost({ dianke, dist }, fill, work) {
  const folder = mkdtempSync(join(tmpdir(), "dianke-bench-"));
  let child = null;
  const end = () => child?.kill();
  process.once("exit", end);
  try {
    const workspace = fill(join(folder, "company.dianke"));
    child = spawn(dianke, ["--lang", "zh-CN", "serve", workspace, "--page", dist, "--out", join(folder, "out")], { stdio: ["ignore", "pipe", "inherit"] });
    const address = await new Promise((resolve, reject) => {
      createInterface({ input: child.stdout }).once("line", resolve);
      child.once("exit", (code) => reject(new Error(`the host ended with ${code}`)));
    });
    await work(address.trim());
  } finally {
    process.removeListener("exit", end);
    child?.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds the core took for the next call of that name, from request to the last byte. */
function answered(page, name) {
  return page.waitForEvent("requestfinished", { predicate: (request) => request.url().endsWith(`/call/${name}`), timeout: LIMIT }).then((request) => request.timing().responseEnd);
}

async function openings(page) {
  const [times, core] = [[], []];
  while (times.length < OPENINGS) {
    await id(page, "nav-accounts").click();
    const map = answered(page, "get_map");
    times.push(await opening(page, id(page, "account-row-G01")));
    core.push(await map);
  }
  const waiting = measured("", "", 0, core).median_ms;
  return { times, note: `first ${Math.round(times[0])} ms; of the median ${Math.round(waiting)} ms are the core and the loopback` };
}

/** Where the cards are in the drawing the page has. */
const cards = (seen) => new Map(seen.map.scene.cards.map((card) => [card.seat, card.rect]));

/** Chooses a card by the map's own search, which finds it first as long as nobody has moved it. */
async function choose(page, seat) {
  const field = id(page, "map-search");
  await field.fill(seat.name);
  await page.locator("#map-hits [role=option]").filter({ hasText: seat.name }).first().waitFor();
  await field.press("Enter");
  await id(page, "inspector").waitFor();
  await pause(REST);
}

/** Brings the chosen card, large, to the middle of the free canvas. Answers that point, made sure of by a click. */
async function toMiddle(page, seat) {
  await page.keyboard.press("Shift+Digit2");
  await pause(REST);
  const box = await id(page, "map-canvas").boundingBox();
  // Middle between the insets of MapCanvas.svelte: 72 left, 16 right, 64 above and at least 64 below.
  const middle = { x: box.x + (72 + box.width - 16) / 2, y: box.y + box.height / 2 - 10 };
  await page.mouse.click(middle.x, middle.y);
  const name = (await id(page, "seat-name").innerText()).trim();
  if (name !== seat.name) throw new Error(`${name} is where ${seat.name} should be`);
  return middle;
}

/** The nearest card in sight that the branch may hang under and does not hang under yet. */
function goal(all, seats, seat, start, last) {
  const under = (one) => one === seat || (one.above !== null && under(seats[one.above]));
  const from = all.get(idOf(4, seat.number));
  const seen = seats.flatMap((one) => {
    const to = all.get(idOf(4, one.number));
    const end = to && { x: start.x + (to.x - from.x) * SHOWN_AT, y: start.y + (to.y - from.y) * SHOWN_AT };
    const inSight = end && end.x > 200 && end.y > 180 && end.x < WINDOW.width - 420 && end.y < WINDOW.height - 180;
    return inSight && one.number !== last && !under(one) ? [{ number: one.number, end, far: Math.hypot(end.x - start.x, end.y - start.y) }] : [];
  });
  if (seen.length === 0) throw new Error("no target is in sight");
  return seen.reduce((best, one) => (one.far < best.far ? one : best));
}

/** One drag of a card onto another; milliseconds to the painted map, and the core's own share. */
async function move(page, seen, seats, seat, last) {
  const all = cards(seen);
  const start = await toMiddle(page, seat);
  const { number, end } = goal(all, seats, seat, start, last);
  const [saved, drawn] = [answered(page, "move_seat"), answered(page, "get_map_change")];
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 12 });
  await page.evaluate(([still, limit]) => window.measure.changes("/call/get_map_change", still, limit), [STILL, LIMIT]);
  await page.mouse.up();
  return { number, time: await page.evaluate(() => window.measure.answer), saved: await saved, drawn: await drawn };
}

async function moves(page, seen, people) {
  const { seats } = company(people);
  const { seat, targets } = dragOf(seats);
  const runs = [];
  await choose(page, seats[seat]);
  for (const _ of targets) runs.push(await move(page, seen, seats, seats[seat], runs.at(-1)?.number ?? seats[seat].above));
  const median = (name) => Math.round(measured("", "", 0, runs.map((one) => one[name])).median_ms);
  return { times: runs.map((one) => one.time), note: `real drag; durable after ${median("saved")} ms, what changed on the map, from the core, ${median("drawn")} ms` };
}

/** From a key pressed in the palette to the end of the frame that shows the answer to it: milliseconds for each. */
async function keystrokes(page, all = TYPED) {
  await page.keyboard.press("Control+k");
  await id(page, "palette-count").filter({ hasText: /\d/ }).waitFor();
  const times = [];
  for (const typed of all) {
    await id(page, "palette-input").fill("");
    await id(page, "palette-count").filter({ hasText: /\d/ }).waitFor();
    await page.evaluate((limit) => {
      const field = document.querySelector("[data-testid=palette-input]");
      const told = document.querySelector("[data-testid=palette-count]");
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      window.measure.answer = new Promise((resolve, reject) => {
        // The count is taken away with the key and put back with the answer.
        const follow = async ({ timeStamp }) => {
          do {
            if ((await frame()) - timeStamp > limit) return reject(new Error("not painted in time"));
          } while (told.textContent === "");
          resolve((await frame()) - timeStamp);
        };
        field.addEventListener("input", (event) => void follow(event), { once: true });
      });
    }, LIMIT);
    await page.keyboard.insertText(typed);
    times.push(await page.evaluate(() => window.measure.answer));
  }
  await page.keyboard.press("Escape");
  return times;
}

/** P-05 in the page over the people the core was measured with: `given` is what the Rust bench wrote, its workspace lies beside it. */
export async function paintedOverMany(tell, browser, settings, given) {
  const { people, tasks } = JSON.parse(readFileSync(given, "utf8"));
  const fill = () => given.replace(/\.json$/, ".dianke");
  await withHost(settings, fill, async (address) => {
    const page = await openPage(browser, address);
    const typed = tasks.flatMap(([, all]) => all);
    await id(page, "open-palette").waitFor();
    // Once around, so that the index is there: its making is measured in the core.
    await keystrokes(page, typed.slice(0, 1));
    const work = async () => measured("P-05 painted", PEER, people.length, await keystrokes(page, typed), "from the key to the painted rows, with the core behind; all kinds of queries");
    await attempt(tell, "P-05 painted", PEER, people.length, work);
    await page.context().close();
  });
}

/** All lines of Dianke itself, told one by one. */
export async function ours(tell, browser, settings) {
  const fill = (workspace) => {
    made(settings.dianke, "new", workspace);
    made(settings.dianke, "import", workspace, settings.company);
    return workspace;
  };
  await withHost(settings, fill, async (address) => {
    const page = await openPage(browser, address);
    const seen = watchMap(page);
    const { people } = settings;
    await attempt(tell, "P-01", PEER, people, async () => {
      const { times, note } = await openings(page);
      return measured("P-01", PEER, people, times, note);
    });
    await attempt(tell, "P-03", PEER, people, async () => {
      const zoom = async () => Number.parseInt(await id(page, "map-fit").locator("..").innerText(), 10) / 100;
      const panned = await panAndZoom(page, { ...HAND, zoom });
      return frames("P-03", PEER, people, panned, panned.note);
    });
    await attempt(tell, "P-04", PEER, people, async () => {
      const { times, note } = await moves(page, seen, people);
      return measured("P-04", PEER, people, times, note);
    });
    await attempt(tell, "P-05 painted", PEER, people, async () => measured("P-05 painted", PEER, people, await keystrokes(page), "from the key to the painted rows, with the core behind; palette of the map"));
    await page.context().close();
  });
}
