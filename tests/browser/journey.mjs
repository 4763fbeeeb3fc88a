// One working day in a browser: the page and the core behind it, from the first start to the printed briefing.
// Prints what failed and `N passed, M failed`.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Tally, calls, judge, settle, undo, until } from "./check.mjs";
import { openPage, withBrowser, withHost } from "./host.mjs";
import { checkCompany } from "./company.mjs";
import { checkCourt } from "./court.mjs";
import { checkExport, lookAtExport } from "./export.mjs";
import { checkFirstRun } from "./first-run.mjs";
import { checkImport, lookAtImport } from "./import.mjs";
import { checkPerson, lookAtPerson } from "./person.mjs";
import { checkRights } from "./rights.mjs";
import { checkSearch, checkSearchNarrow } from "./search.mjs";
import { checkMapDesk, lookAtMapDesk } from "./map-desk.mjs";
import { checkMapEdit } from "./map-edit.mjs";
import { checkMapTime, checkMapTimeSmall } from "./map-time.mjs";
import { checkDrill, checkDrillNarrow } from "./drill.mjs";
import { checkRoom } from "./room.mjs";
import { checkGuests, checkGuestsLook } from "./guests.mjs";
import { checkPhoto, lookAtPhoto } from "./photo.mjs";
import { checkLedger, lookAtLedger } from "./ledger.mjs";
import { checkPlan, lookAtPlan } from "./plan.mjs";
import { checkSeats, checkSeatsNarrow } from "./seats.mjs";
import { checkReview, lookAtReview } from "./review.mjs";
import { checkClosed, checkVisitRest } from "./visit-rest.mjs";
import { checkWatch, lookAtWatch } from "./watch.mjs";
import { asProposed, at, findOnMap, id, openImport, openMap, openVisit, painted, SCREENS } from "./screens.mjs";

const EVIDENCE = "十一月评审会上当众说，方案可以按我方的接口走。";
const PERSON = "阎秀芝";
const WIDE = { width: 1440, height: 900, theme: "light", lang: "zh-CN" };
const NARROW = { width: 1024, height: 700, theme: "dark", lang: "en" };
const OTHERS = [{ ...WIDE, theme: "dark", lang: "en" }, { ...NARROW, theme: "light", lang: "zh-CN" }];

const tally = new Tally();
const text = async (place) => (await place.innerText()).trim();
const named = (page, name) => until(page, `${name} in the inspector`, async () => (await text(id(page, "seat-name"))) === name);
const quiet = (watch, what) => tally.check(watch.faults.length === 0, `${what}: nothing failed in the page`, watch.faults.join("\n       "));

/** One step back: asked for once, said in the message, and everything shown anew. */
async function undone(page, watch, how) {
  await undo(page, watch, how);
  await until(page, "the step taken back", async () => (await id(page, "toast").count()) > 0 && /已撤销/.test(await text(id(page, "toast"))));
}

/** Nothing is open: the first button makes the sample. */
async function firstRun(browser) {
  await withHost({ sample: false }, async ({ address }) => {
    const view = await openPage(browser, address, WIDE);
    const { page } = view;
    await tally.step("first start", async () => {
      await id(page, "first-run").waitFor();
      await judge(tally, view, "first run");
      await id(page, "start-sample").click();
      await id(page, "home").waitFor();
      await id(page, "nav-accounts").click();
      await id(page, "accounts").waitFor();
      await until(page, "eight accounts", async () => (await page.locator("[data-testid^=account-row]").count()) === 8);
      tally.check(true, "the sample has eight accounts");
    });
    quiet(view.watch, "first start");
    await view.close();
  });
}

/** From the table to a card, its attitude changed with evidence and taken back. */
async function attitude(page, watch) {
  await id(page, "nav-accounts").click();
  await id(page, "account-row-A01").filter({ hasText: "朔澜能源集团" }).click();
  await id(page, "map").waitFor();
  await until(page, "the map painted", () => painted(page));
  await outline(page);
  await findOnMap(page, PERSON);
  await named(page, PERSON);
  await settle(page, watch);
  const before = await text(id(page, "attitude-now"));
  tally.check(before !== "支持", "the attitude was another one", before);
  await id(page, "stance-1").click();
  tally.check(await id(page, "stance-save").isDisabled(), "no attitude without evidence");
  await id(page, "stance-evidence").fill(EVIDENCE);
  await id(page, "stance-save").click();
  await until(page, "the new attitude", async () => (await text(id(page, "attitude-now"))) === "支持");
  tally.check((await text(id(page, "inspector"))).includes(EVIDENCE), "the inspector shows the evidence");
  await undone(page, watch, () => id(page, "undo").click());
  tally.equal(await text(id(page, "attitude-now")), before, "undo brings the attitude back");
  tally.check(!(await text(id(page, "inspector"))).includes(EVIDENCE), "undo takes the evidence away");
  await id(page, "redo").click();
  await until(page, "the attitude again", async () => (await text(id(page, "attitude-now"))) === "支持");
  await settle(page, watch);
  await undone(page, watch, () => page.keyboard.press("Control+z"));
  tally.equal(await text(id(page, "attitude-now")), before, "undo by keys after redo");
}

/** A card chosen in the tree of words. */
async function outline(page) {
  if (!(await page.locator("aside.outline > h2").count())) await id(page, "outline-toggle").click();
  const row = page.locator("[role=treeitem]").filter({ hasText: "苗国梁" }).first();
  await row.click();
  await named(page, "苗国梁");
  tally.equal(await row.getAttribute("aria-selected"), "true", "the chosen row is said");
  await id(page, "outline-toggle").click();
}

/** Enter that belongs to the input method, in both shapes browsers send it. */
function composeEnter(field) {
  return field.evaluate((at) => {
    at.focus();
    at.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true, data: "" }));
    at.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", code: "Enter", isComposing: true, bubbles: true, cancelable: true }));
    at.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", code: "Enter", keyCode: 229, bubbles: true, cancelable: true }));
    at.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", code: "Escape", keyCode: 229, bubbles: true, cancelable: true }));
  });
}

/** Frames enough for a wrongly sent call to have left the page. */
const frames = (page) => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(resolve)))));

/** While Chinese is being composed nothing is sent; the plain Enter after it is. */
async function composing(page, watch) {
  await openMap(page);
  await settle(page, watch);
  const seats = await page.locator("[role=treeitem]").count();
  await id(page, "add-person").click();
  await id(page, "add-title").fill("样例职务");
  await id(page, "add-name").fill("样例一");
  await composeEnter(id(page, "add-name"));
  await frames(page);
  tally.check((await id(page, "add-form").isVisible()) && calls(watch, "add_seat") === 0, "Enter of the input method adds nobody");
  await id(page, "add-name").press("Enter");
  await until(page, "the person added", async () => (await page.locator("[role=treeitem]").count()) === seats + 1);
  tally.equal(calls(watch, "add_seat"), 1, "the plain Enter adds one");
  await undone(page, watch, () => id(page, "undo").click());
  await until(page, "the person gone", async () => (await page.locator("[role=treeitem]").count()) === seats);

  const here = page.url();
  await id(page, "open-palette").click();
  const answer = page.waitForResponse((one) => one.url().endsWith("/call/find_text"));
  await id(page, "palette-input").fill("溪桥");
  await answer;
  await page.locator("#palette-list mark").first().waitFor();
  await composeEnter(id(page, "palette-input"));
  await frames(page);
  tally.check((await id(page, "palette").isVisible()) && page.url() === here, "Enter of the input method opens nothing");
  await id(page, "palette-input").press("Enter");
  await id(page, "palette").waitFor({ state: "detached" });
  await until(page, "another place", async () => page.url() !== here);
}

/** The guest list of the briefing, by lines, from its heading on. */
function guestLines(file) {
  const read = spawnSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
  if (read.status !== 0) throw new Error(`pdftotext: ${read.error?.message ?? read.stderr}`);
  const start = read.stdout.search(/来宾名单 +按礼宾次序/);
  if (start < 0) throw new Error("the briefing has no guest list");
  return read.stdout.slice(start).split("\n");
}

/** The guests stand in the printed list in the order of the screen, each on a line of his own. */
async function briefing(page, out) {
  await openVisit(page, "V07");
  tally.check((await text(id(page, "visit"))).length > 0 && /溪桥市/.test(await page.title()), "the visit names its account", await page.title());
  const guests = await page.locator("[data-testid=guest-row] b").allInnerTexts();
  tally.equal(guests.length, 12, "twelve guests");
  tally.equal(guests[0], "游承岳", "the vice mayor leads");
  await id(page, "write-briefing").click();
  await until(page, "the briefing written", async () => existsSync(out) && readdirSync(out).some((one) => one.endsWith(".pdf")));
  await until(page, "the file named", async () => (await id(page, "toast").count()) > 0 && /\.pdf/.test(await text(id(page, "toast"))));
  const name = readdirSync(out).find((one) => one.endsWith(".pdf"));
  tally.check((await text(id(page, "toast"))).includes(name), "the message names the file", name);
  const lines = guestLines(join(out, name));
  const places = guests.map((guest) => lines.findIndex((line) => line.includes(guest)));
  tally.check(places.every((place) => place >= 0), "every guest is in the printed list", `${guests}: ${places}`);
  tally.check(places.every((place, index) => index === 0 || place > places[index - 1]), "the printed list keeps the protocol order", `${guests}: ${places}`);
}

/** The first empty cell to the right in the row the keyboard stands in. */
async function toEmptyCell(page) {
  for (let steps = 0; steps < 40; steps += 1) {
    const spot = await page.evaluate(() => {
      const cell = document.activeElement;
      return { empty: cell?.getAttribute("role") === "gridcell" && !cell.querySelector(".tile"), staff: cell?.getAttribute("data-staff"), seat: cell?.closest("[data-seat]")?.getAttribute("data-seat"), last: cell?.nextElementSibling === null };
    });
    if (spot.empty) return spot;
    await page.keyboard.press(spot.last ? "ArrowDown" : "ArrowRight");
  }
  throw new Error("no empty cell");
}

async function court(page, watch) {
  await id(page, "nav-court").click();
  await id(page, "court-matrix").waitFor();
  await settle(page, watch);
  await page.locator("[data-testid=court-matrix] [role=gridcell][tabindex='0']").focus();
  await page.keyboard.press("ArrowDown");
  const spot = await toEmptyCell(page);
  const cell = page.locator(`[data-seat="${spot.seat}"] [data-staff="${spot.staff}"]`);
  await page.keyboard.press("b");
  await cell.locator(".tile.backup").waitFor();
  tally.equal(calls(watch, "assign"), 1, "one key assigns once");
  tally.check(await cell.evaluate((one) => one === document.activeElement), "the keyboard stays in the cell");
  await undone(page, watch, () => page.keyboard.press("Control+z"));
  await until(page, "the cell empty", async () => (await cell.locator(".tile").count()) === 0);
  tally.check(true, "undo empties the cell");
}

async function importing(page, watch) {
  await id(page, "nav-accounts").click();
  const rows = page.locator("[data-testid^=account-row]");
  await until(page, "eight accounts", async () => (await rows.count()) === 8);
  await openImport(page);
  await settle(page, watch);
  tally.check((await id(page, "import-column").count()) > 3, "columns are mapped");
  tally.check((await id(page, "import-problems").locator("p.pb").count()) > 0, "problems are named");
  tally.equal(calls(watch, "apply_import"), 0, "nothing is written before yes");
  await asProposed(page, watch);
  await id(page, "import-yes").click();
  await id(page, "import-undo").waitFor();
  tally.check(/\d/.test(await text(page.locator("[data-testid=import-dialog] .result"))), "the result is counted");
  await id(page, "import-look").click();
  await id(page, "map").or(id(page, "accounts")).waitFor();
  await settle(page, watch);
  await id(page, "nav-accounts").click();
  await until(page, "one account more", async () => (await rows.count()) === 9);
  await undone(page, watch, () => id(page, "undo").click());
  await until(page, "eight accounts again", async () => (await rows.count()) === 8);
  tally.check(true, "one step takes the import back");
}

async function appearance(page, watch) {
  const label = async () => (await id(page, "nav-home").getAttribute("aria-label")) ?? (await text(id(page, "nav-home")));
  const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
  const ground = () => page.evaluate(() => getComputedStyle(document.querySelector(".win")).backgroundColor);
  await id(page, "nav-home").click();
  const chinese = await label();
  const light = await ground();
  await id(page, "nav-settings").click();
  await id(page, "lang-en").click();
  await until(page, "English", async () => /Today/.test(await label()));
  tally.equal(await page.evaluate(() => document.documentElement.lang), "en", "the page says its language");
  await id(page, "lang-zh").click();
  await until(page, "Chinese again", async () => (await label()) === chinese);
  await id(page, "theme-dark").click();
  tally.equal(await theme(), "dark", "dark");
  tally.check((await ground()) !== light, "the ground is dark");
  await id(page, "theme-light").click();
  tally.equal([await theme(), await ground()], ["light", light], "light again");
  await page.keyboard.press("Escape");
  await id(page, "settings").waitFor({ state: "detached" });
  await settle(page, watch);
}

/** Every screen at rest in one look. */
async function sweep(browser, address, look) {
  const view = await openPage(browser, address, look);
  const name = `${look.lang} ${look.theme} ${look.width}`;
  for (const screen of SCREENS) {
    await tally.step(`${screen.name} ${name}`, () => at(screen, view, () => judge(tally, view, `${screen.name} ${name}`)));
  }
  quiet(view.watch, name);
  await view.close();
}

async function day(browser, address, out) {
  const { page, watch, close } = await openPage(browser, address, WIDE);
  await tally.step("an attitude with evidence, and back", () => attitude(page, watch));
  await tally.step("the input method keeps its Enter", () => composing(page, watch));
  await tally.step("the briefing of twelve guests", () => briefing(page, out));
  await tally.step("an assignment by keys, and back", () => court(page, watch));
  await tally.step("a list imported, and back", () => importing(page, watch));
  await tally.step("language and theme", () => appearance(page, watch));
  quiet(watch, "the day");
  await close();
}

/** Parts that also run alone; each has a host of its own, so that none finds what another left. */
const PARTS = [
  ["editing", WIDE, (view) => checkMapEdit(view.page, tally, view.watch)],
  ["the desk", WIDE, (view) => checkMapDesk(view.page, tally, view.watch)],
  ["the desk's forms", NARROW, (view) => lookAtMapDesk(view, tally, NARROW)],
  ["lenses and time", WIDE, (view, out) => checkMapTime(view.page, tally, view.watch, out)],
  ["a small window", NARROW, (view) => checkMapTimeSmall(view.page, tally, view.watch)],
  ["the plan of a visit", WIDE, (view) => checkPlan(view.page, tally, view.watch)],
  ["the plan in a small window", NARROW, (view) => lookAtPlan(view, tally, NARROW)],
  ["guests", WIDE, (view, out) => checkGuests(view.page, tally, view.watch, out)],
  ["guests in a small window", NARROW, (view) => checkGuestsLook(view.page, tally, view.watch, "small")],
  ["photographs", WIDE, (view) => checkPhoto(view.page, tally, view.watch)],
  ["photographs in a small window", NARROW, (view) => lookAtPhoto(view.page, tally, view.watch, "small")],
  ["seats and papers", WIDE, (view, out) => checkSeats(view, tally, { out })],
  ["seats in a small window", NARROW, (view) => checkSeatsNarrow(view, tally)],
  ["the departure drill", WIDE, (view, out) => checkDrill(view, tally, { out })],
  ["the drill in a small window", NARROW, (view) => checkDrillNarrow(view, tally)],
  ["early warnings", WIDE, (view) => checkWatch(view, tally)],
  ["early warnings in a small window", NARROW, (view) => lookAtWatch(view, tally, "small")],
  ["the court", WIDE, (view) => checkCourt(view.page, tally, view.watch)],
  ["the ledger", WIDE, (view) => checkLedger(view.page, tally, view.watch)],
  ["the ledger in a small window", NARROW, (view) => lookAtLedger(view, tally, NARROW)],
  ["the weekly review", WIDE, (view, out) => checkReview(view, tally, out)],
  ["the review in a small window", NARROW, (view) => lookAtReview(view, tally, "small")],
  ["the rest of a visit", WIDE, (view) => checkVisitRest(view.page, view.watch, tally, "zh-CN")],
  ["a closed visit", WIDE, (view) => checkClosed(view.page, view.watch, tally), "2026-12-05"],
  ["a person", WIDE, (view) => checkPerson(view.page, tally, view.watch)],
  ["a person in a small window", NARROW, (view) => lookAtPerson(view, tally, NARROW)],
  ["lists imported", WIDE, (view) => checkImport(view.page, tally, view.watch)],
  ["an import in a small window", NARROW, (view) => lookAtImport(view.page, tally, view.watch)],
  ["search", WIDE, (view) => checkSearch(view, tally)],
  ["search in a small window", NARROW, (view) => checkSearchNarrow(view, tally)],
  ["lists exported", WIDE, (view, out) => checkExport(view, tally, { out })],
  ["an export in a small window", NARROW, (view) => lookAtExport(view, tally)],
  ["the room", WIDE, (view) => tally.step("the room-safe face", () => checkRoom(view, tally))],
];

async function part(browser, [name, look, work, today]) {
  await withHost(today ? { today } : {}, async ({ address, out }) => {
    const view = await openPage(browser, address, look);
    await work(view, out);
    quiet(view.watch, name);
    await view.close();
  });
}

await withBrowser(async (browser) => {
  await firstRun(browser);
  await withHost({}, async ({ address, out }) => {
    await day(browser, address, out);
    for (const look of [WIDE, NARROW, ...OTHERS]) await sweep(browser, address, look);
  });
  for (const one of PARTS) await part(browser, one);
  await withHost({}, ({ address, out }) => checkRights({ open: (look) => openPage(browser, address, look), tally, out }));
  await checkFirstRun(browser, tally);
  await checkCompany(browser, tally);
}).catch((error) => tally.check(false, "the journey", String(error?.stack ?? error)));
tally.finish();
