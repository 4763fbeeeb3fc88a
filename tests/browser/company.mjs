// A company of many accounts opens and scrolls: Home, the list of accounts, the court over all of them, the load, the warnings, one
// account. How long it takes is told, never judged: node tests/browser/company.mjs [accounts,people,ours]
// DIANKE_COMPANY=FILE looks at a copy of that workspace (the bench writes the large one) in place of a generated one.
import { spawnSync } from "node:child_process";
import { copyFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { settle, Tally, until } from "./check.mjs";
import { openPage, withBrowser, withHost } from "./host.mjs";
import { writeMany } from "./many.mjs";
import { id, painted } from "./screens.mjs";

const LOOK = { theme: "light", lang: "zh-CN", width: 1440, height: 900 };
const SMALL = [60, 60, 80];
/** Pixels of one turn of the wheel, and of a large one. */
const [TURN, LARGE] = [600, 20_000];

function fill([accounts, people, ours]) {
  return (dianke, workspace) => {
    if (process.env.DIANKE_COMPANY) return copyFileSync(process.env.DIANKE_COMPANY, workspace);
    const file = `${workspace}.json`;
    writeMany(file, accounts, people, ours);
    for (const args of [["new", workspace], ["import", workspace, file]]) {
      const done = spawnSync(dianke, ["--lang", "zh-CN", ...args], { encoding: "utf8" });
      if (done.status !== 0) throw new Error(`${args[0]}: ${done.stderr}`);
    }
  };
}

/** Runs `work` while the page notes its frames; tells the time and the longest gap between two frames. */
async function told(page, what, work) {
  await page.evaluate(() => {
    const seen = { last: performance.now(), worst: 0, on: true };
    window.gaps = seen;
    const frame = (now) => {
      seen.worst = Math.max(seen.worst, now - seen.last);
      seen.last = now;
      if (seen.on) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  const began = Date.now();
  await work();
  const time = Date.now() - began;
  const worst = await page.evaluate(() => {
    window.gaps.on = false;
    return window.gaps.worst;
  });
  console.log(`       ${what}: ${time} ms, longest frame ${Math.round(worst)} ms`);
}

const place = (box) => box.evaluate((one) => ({ top: Math.round(one.scrollTop), last: one.scrollHeight - one.clientHeight }));

/** Turns the wheel over a list until its end; a few small turns first, as a hand does. Answers how many it took. */
async function wheelDown(page, box) {
  const frame = await box.boundingBox();
  await page.mouse.move(frame.x + frame.width / 2, frame.y + frame.height / 2);
  for (let turn = 1; turn <= 2_000; turn += 1) {
    const { top, last } = await place(box);
    if (top >= last - 1) return turn;
    await page.mouse.wheel(0, turn < 12 ? TURN : Math.max(TURN, Math.min(LARGE, Math.ceil((last - top) / 8))));
    await until(page, "the list moved", async () => (await place(box)).top > top);
  }
  throw new Error("the end did not come");
}

/** The row told last by a grid or table: it is in sight, and the count says that it is the last. */
async function lastInSight(box, rows) {
  return await box.evaluate((one, rows) => {
    const count = Number((one.matches("[aria-rowcount]") ? one : one.querySelector("[aria-rowcount]")).getAttribute("aria-rowcount"));
    const last = [...one.querySelectorAll(rows)].at(-1);
    if (!last) return false;
    const [edge, frame] = [last.getBoundingClientRect(), one.getBoundingClientRect()];
    return { count, index: Number(last.getAttribute("aria-rowindex")), seen: edge.top < frame.bottom && edge.bottom > frame.top };
  }, rows);
}

async function accountList(page, tally, watch, accounts) {
  await id(page, "nav-accounts").click();
  await id(page, "accounts").waitFor();
  const table = id(page, "account-table");
  await table.locator("tr[data-account]").first().waitFor();
  const rows = () => table.locator("tr[data-account]").count();
  if (accounts >= 60) tally.check((await rows()) < accounts, "rows out of sight are not drawn", String(await rows()));
  await told(page, "accounts to the end by the wheel", () => wheelDown(page, table));
  const last = await lastInSight(table, "tr[data-account]");
  tally.check(last.seen && last.index === accounts + 1 && last.count === accounts + 1, "the last account is in sight", JSON.stringify(last));
  await told(page, "accounts to the beginning and back by keys", async () => {
    await page.keyboard.press("Home");
    await until(page, "the beginning", async () => (await place(table)).top === 0);
    for (let step = 0; step < 40; step += 1) await page.keyboard.press("ArrowDown");
    await until(page, "the chosen row in sight", () => table.evaluate((one) => one.querySelector("tr.cur")?.getAttribute("aria-rowindex") === "42"));
    await page.keyboard.press("End");
    await until(page, "the end", async () => (await lastInSight(table, "tr.cur")).index === accounts + 1);
  });
  await settle(page, watch);
}

async function court(page, tally, watch, accounts) {
  await told(page, "the court opened", async () => {
    await id(page, "nav-court").click();
    await id(page, "court-matrix").waitFor();
    await page.locator("[data-testid=court-matrix] [data-seat]").first().waitFor();
  });
  const matrix = id(page, "court-matrix");
  const drawn = () => matrix.locator("[data-seat]").count();
  tally.check((await drawn()) < 80, "rows out of sight are not drawn", String(await drawn()));
  await told(page, "the court down by keys", async () => {
    await matrix.locator("[role=gridcell][tabindex='0']").focus();
    for (let step = 0; step < 12; step += 1) {
      const from = (await place(matrix)).top;
      await page.keyboard.press("PageDown");
      await until(page, "another row", () => matrix.evaluate((one) => one.contains(document.activeElement) && document.activeElement.getAttribute("role") === "gridcell"));
      if (step > 1) tally.check((await place(matrix)).top >= from, "keys go down");
    }
  });
  await told(page, "the court to the end by the wheel", () => wheelDown(page, matrix));
  await until(page, "the rows of the last account", async () => (await drawn()) > 0);
  await settle(page, watch);
  const text = await matrix.locator(".ah").last().innerText();
  tally.check(text.includes("样例客户"), "the last account's head is there", text);
  tally.check(accounts > 1, "the court is over several accounts");
}

async function load(page, tally, watch, ours) {
  await told(page, "the load opened", async () => {
    await id(page, "court-tab-load").click();
    await page.locator("[data-testid=load-list] [role=option]").first().waitFor();
  });
  const list = id(page, "load-list");
  await told(page, "the load to the end by keys and by the wheel", async () => {
    await list.focus();
    await page.keyboard.press("End");
    await until(page, "the end", async () => (await place(list)).top >= (await place(list)).last - 1);
    await page.keyboard.press("Home");
    await until(page, "the beginning", async () => (await place(list)).top === 0);
    await wheelDown(page, list);
  });
  const drawn = await list.locator("[role=option]").count();
  tally.check(drawn > 0 && drawn < Math.max(60, ours), "of our people only those in sight are drawn", String(drawn));
  await settle(page, watch);
}

async function warnings(page, tally, watch) {
  await told(page, "the warnings opened", async () => {
    await id(page, "court-tab-warnings").click();
    await settle(page, watch);
  });
  tally.check((await id(page, "court-tab-warnings").getAttribute("aria-selected")) === "true", "the warnings are open");
}

async function account(page, watch) {
  await id(page, "nav-accounts").click();
  const table = id(page, "account-table");
  await table.locator("tr[data-account]").first().waitFor();
  await page.keyboard.press("End");
  await until(page, "a chosen account", async () => (await table.locator("tr.cur").count()) === 1);
  await told(page, "one account opened", async () => {
    await table.locator("tr.cur button").first().click();
    await id(page, "map").waitFor();
    await until(page, "the map painted", () => painted(page));
  });
  await settle(page, watch);
}

/** The whole way, on a host and in a page of its own. `size`: accounts, people of each, and of ours. */
export async function checkCompany(browser, tally, size = SMALL, shot = async () => {}) {
  await withHost({ sample: false, fill: fill(size) }, async ({ address }) => {
    const began = Date.now();
    const view = await openPage(browser, address, LOOK);
    const { page, watch } = view;
    page.setDefaultTimeout(60_000);
    const steps = [
      ["home", async () => {
        await id(page, "home").waitFor();
        console.log(`       from the address to Home: ${Date.now() - began} ms`);
        await settle(page, watch);
        await told(page, "the accounts of Home to the end", () => wheelDown(page, id(page, "account-table")));
      }],
      ["accounts", () => accountList(page, tally, watch, size[0])],
      ["court", () => court(page, tally, watch, size[0])],
      ["load", () => load(page, tally, watch, size[2])],
      ["warnings", () => warnings(page, tally, watch)],
      ["account", () => account(page, watch)],
    ];
    for (const [name, work] of steps) {
      await tally.step(`a company of many accounts: ${name}`, work);
      await shot(page, name);
    }
    tally.check(watch.faults.length === 0, "a company of many accounts: nothing failed in the page", watch.faults.join("\n       "));
    await view.close();
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const tally = new Tally();
  const given = process.argv[2]?.split(",").map(Number);
  const folder = process.env.DIANKE_SHOTS;
  const shot = async (page, name) => folder && (await page.screenshot({ path: `${folder}/company-${name}.png` }));
  await withBrowser((browser) => checkCompany(browser, tally, given ?? SMALL, shot)).catch((error) => tally.check(false, "a company of many accounts", String(error?.stack ?? error)));
  tally.finish();
}
