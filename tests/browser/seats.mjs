// Seating and briefing in a browser: drawings changed by pointer and keyboard and taken back, papers looked at and written out.
import { readdirSync } from "node:fs";
import { alone } from "./alone.mjs";
import { judge, settle, until } from "./check.mjs";
import { id, openVisit } from "./screens.mjs";

const WIDE = { width: 1440, height: 900, theme: "light", lang: "zh-CN" };
const NARROW = { width: 1024, height: 700, theme: "dark", lang: "en" };
/** The visit with twelve guests and a whole plan. */
const VISIT = "V07";

async function openSeats(page) {
  await openVisit(page, VISIT);
  await id(page, "visit-tab-seats").click();
  await id(page, "seat-stage").waitFor();
}

const nameAt = (page, place) => id(page, `seat-${place}`).getAttribute("data-name");
const pinned = (page) => page.locator("[data-testid=seat-stage] [data-pinned]").count();

/** Two guests of the same row, neither the first: their places. */
async function pair(page) {
  const places = await page.locator("[data-testid=seat-stage] .seat:not(.free)").evaluateAll((all) => all.map((one) => one.dataset.place));
  const far = places.filter((one) => one.startsWith("far:"));
  return [far[0], far.at(-1)];
}

async function middle(page, place) {
  const box = await id(page, `seat-${place}`).boundingBox();
  return [box.x + box.width / 2, box.y + box.height / 2];
}

async function drag(page, from, to) {
  await page.mouse.move(...(await middle(page, from)));
  await page.mouse.down();
  const [x, y] = await middle(page, to);
  await page.mouse.move(x, y, { steps: 8 });
}

async function byPointer(tally, page) {
  const [from, to] = await pair(page);
  const [one, other] = [await nameAt(page, from), await nameAt(page, to)];
  await drag(page, from, to);
  await page.keyboard.press("Escape");
  await page.mouse.up();
  tally.equal([await nameAt(page, from), await pinned(page)], [one, 0], "Escape gives a drag up");
  await drag(page, from, to);
  await page.mouse.up();
  await until(page, "the two changed seats", async () => (await nameAt(page, to)) === one);
  tally.equal([await nameAt(page, from), await pinned(page)], [other, 2], "whoever sat there takes the place left, both set by hand");
  tally.check((await id(page, "seat-note").count()) > 0, "what the rules say otherwise is noted");
  tally.equal(await page.locator("[data-testid=drawing-table_broadside]").getAttribute("aria-checked"), "true", "the drawing that became stored is still the chosen one");
  await page.keyboard.press("Control+z");
  await until(page, "the seats as before", async () => (await nameAt(page, from)) === one && (await pinned(page)) === 0);
  tally.check(true, "⌘Z takes it back");
  tally.check(!(await id(page, "seat-picked").innerText()).includes("已坐到"), "what was said of it goes with it");
}

async function byKeyboard(tally, page) {
  const [from] = await pair(page);
  const one = await nameAt(page, from);
  await id(page, `seat-${from}`).focus();
  await page.keyboard.press("Enter");
  tally.equal(await id(page, `seat-${from}`).getAttribute("aria-pressed"), "true", "Enter picks up");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Escape");
  tally.equal(await page.evaluate(() => document.activeElement.dataset.place), from, "Escape leaves it and goes back");
  tally.equal(await pinned(page), 0, "and changes nothing");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowRight");
  const to = await page.evaluate(() => document.activeElement.dataset.place);
  tally.check(to !== from && to.startsWith("far:"), "arrows choose the place beside", `${from} → ${to}`);
  await page.keyboard.press("Enter");
  await until(page, "put down", async () => (await nameAt(page, to)) === one);
  tally.equal(await pinned(page), 2, "Enter puts down");
  tally.equal(await page.evaluate(() => document.activeElement.dataset.place), to, "the place keeps the focus");
  await id(page, "seat-rearrange").click();
  await until(page, "by order again", async () => (await pinned(page)) === 0);
  tally.equal(await nameAt(page, from), one, "all by order again");
  tally.check(await id(page, "seat-rearrange").isDisabled(), "nothing left to rearrange");
}

async function bySetup(tally, page) {
  await id(page, "drawing-round_tables").click();
  const before = await id(page, "seat-stage").locator(".seat").count();
  await id(page, "seat-setup").click();
  await id(page, "setup-add-table").click();
  await judge(tally, { page, watch: page.watch }, "people and tables");
  await id(page, "setup-save").click();
  await id(page, "seat-setup-dialog").waitFor({ state: "detached" });
  await until(page, "another number of chairs", async () => (await id(page, "seat-stage").locator(".seat").count()) !== before);
  tally.check(true, "a table more is drawn");
  await page.keyboard.press("Control+z");
  await until(page, "the tables as before", async () => (await id(page, "seat-stage").locator(".seat").count()) === before);
}

/** A second meal: the same people at other tables, under its own name; one step, taken back. */
async function second(tally, page, watch) {
  const shown = () => page.locator("[data-testid=drawing-round_tables]");
  await shown().first().click();
  const before = await shown().count();
  await id(page, "seat-another").click();
  await judge(tally, { page, watch }, "another drawing");
  await id(page, "setup-name").fill("样例晚餐");
  await id(page, "setup-save").click();
  await id(page, "seat-setup-dialog").waitFor({ state: "detached" });
  await until(page, "one drawing more", async () => (await shown().count()) === before + 1);
  tally.equal(await shown().last().getAttribute("aria-checked"), "true", "the new one is shown");
  tally.check((await shown().last().innerText()).includes("样例晚餐"), "under its name");
  await settle(page, watch);
  await page.keyboard.press("Control+z");
  await until(page, "as many as before", async () => (await shown().count()) === before);
}

/** Every drawing, one after the other, also by its small picture. */
async function byDrawing(tally, view) {
  const { page } = view;
  for (const kind of ["photo", "round_tables", "signing", "car", "table_end_on", "sofas", "rostrum", "table_broadside"]) {
    await id(page, `drawing-${kind}`).first().click();
    tally.check((await id(page, "seat-stage").locator(".seat").count()) > 3, `${kind} has seats`);
    tally.check((await id(page, "seat-rule").locator("li").count()) > 0, `${kind} says why`);
  }
  await id(page, "preview-photo").click();
  tally.equal(await id(page, "drawing-photo").getAttribute("aria-checked"), "true", "a small picture opens its drawing");
  await id(page, "drawing-table_broadside").click();
}

/** Another convention turns the hand of honour; a guest's right or left is said beside. */
async function byRule(tally, page) {
  await id(page, "drawing-table_broadside").click();
  const before = await id(page, "seat-rule").innerText();
  await id(page, "seat-convention").click();
  await page.getByRole("option").nth(1).click();
  await until(page, "another rule", async () => (await id(page, "seat-rule").innerText()) !== before);
  tally.check(true, "another convention seats by another rule");
  await page.keyboard.press("Control+z");
  await until(page, "the rule as before", async () => (await id(page, "seat-rule").innerText()) === before);
}

/** A visit nobody was invited to yet: both panes say so. `view` is a wide page. */
async function bare(tally, view) {
  const { page, watch } = view;
  const visit = await page.evaluate(async () => {
    const ask = async (name, request) => (await fetch(`/call/${name}`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ context: { lang: "zh-CN", today: "2026-11-20" }, request }) })).json();
    const { visits } = await ask("get_home", {});
    return (await ask("add_visit", { account: visits[0].account, starts_on: "2027-03-10", days: 1, level: "B", direction: "inbound", purpose: "样例来访", place: "", convention: "business" })).created;
  });
  tally.check(Boolean(visit), "a visit without guests is there");
  await id(page, "nav-home").click();
  await id(page, "nav-visits").click();
  await page.getByText("样例来访").first().click();
  await id(page, "visit-tab-seats").click();
  await id(page, "seats-tab").getByText("还没有来宾").first().waitFor();
  await until(page, "both panes say so", async () => (await id(page, "seats-tab").getByText("还没有来宾").count()) === 2);
  watch.faults = watch.faults.filter((one) => !/preview_edition|422/.test(one));
  await judge(tally, view, "nobody invited");
}

const shownPage = (page) => id(page, "brief-page").getAttribute("data-page");
const picture = async (page) => (await id(page, "brief-page").getAttribute("src"))?.length ?? 0;

async function papers(tally, view) {
  const { page, watch } = view;
  await id(page, "brief-page").waitFor();
  tally.equal(await id(page, "paper-host_card").getAttribute("aria-checked"), "true", "the host's card is looked at first");
  tally.check((await id(page, "brief-absent").locator("li").count()) > 2, "what it leaves out is said");
  await id(page, "page-after").click();
  await until(page, "the second page", async () => (await shownPage(page)) === "2");
  await id(page, "brief-sheet").focus();
  await page.keyboard.press("ArrowLeft");
  await until(page, "the first page again", async () => (await shownPage(page)) === "1");
  const first = await picture(page);
  await id(page, "brief-lang-en").click();
  await until(page, "another language", async () => (await picture(page)) !== first);
  await id(page, "brief-lang-zh").click();
  for (const paper of ["crew", "guest", "presenting", "internal_full"]) {
    await id(page, `paper-${paper}`).click();
    await until(page, `pages of ${paper}`, async () => (await id(page, "brief-page").getAttribute("data-paper")) === paper);
    tally.equal(await shownPage(page), "1", `${paper} starts at its first page`);
  }
  await settle(page, watch);
  const listed = await id(page, "brief-pages").locator("li button").count();
  tally.equal(`1/${listed}`, (await id(page, "page-count").innerText()).trim(), "every page is in the list");
  tally.equal(await id(page, "brief-absent").count(), 0, "the internal edition leaves nothing out");
}

async function refreshed(tally, { page, watch }) {
  await id(page, "paper-crew").click();
  await settle(page, watch);
  const asked = watch.calls.length;
  const [from, to] = await pair(page);
  await drag(page, from, to);
  await page.mouse.up();
  await until(page, "the paper anew", () => watch.calls.slice(asked).includes("/call/preview_edition"));
  tally.check(await id(page, "brief-page").isVisible(), "the old page stays until the new one is there");
  await settle(page, watch);
  await page.keyboard.press("Control+z");
  await settle(page, watch);
}

async function written(tally, { page, watch }, out) {
  await id(page, "paper-host_card").click();
  await settle(page, watch);
  await id(page, "brief-export").click();
  await judge(tally, { page, watch }, "issue dialog");
  await id(page, "issue-holder").fill("样例一");
  await id(page, "issue-copies").fill("x");
  await id(page, "issue-write").click();
  tally.equal(await page.locator("[role=alert]").count(), 1, "a number of copies that is none is refused");
  await id(page, "issue-copies").fill("5");
  await id(page, "issue-write").click();
  await id(page, "brief-issued").waitFor();
  tally.check((await id(page, "brief-issued").innerText()).includes("样例一"), "the copy is listed with its holder");
  tally.check(readdirSync(out).some((one) => one.endsWith(".pdf")), "the PDF lies in the folder");
  await id(page, "brief-agenda").click();
  await until(page, "the calendar", () => readdirSync(out).some((one) => one.endsWith(".ics")));
  tally.check(true, "the agenda as a calendar file");
}

async function redaction(tally, { page, watch }) {
  tally.equal(await id(page, "redaction").getAttribute("data-passed"), "false", "the redaction check is open");
  await id(page, "redaction-check").click();
  await judge(tally, { page, watch }, "redaction check");
  await id(page, "redaction-pass").click();
  await until(page, "passed", async () => (await id(page, "redaction").getAttribute("data-passed")) === "true");
  tally.check(true, "a person passes the redaction check");
  // While the dialog lies over the view its shortcuts rest.
  await id(page, "redaction-dialog").waitFor({ state: "detached" });
  await page.keyboard.press("Control+z");
  await until(page, "open again", async () => (await id(page, "redaction").getAttribute("data-passed")) === "false");
}

/** Below the width for both one of them shows; both are judged. `view` is at that size. */
export async function checkSeatsNarrow(view, tally) {
  const { page, watch } = view;
  await openSeats(page);
  await judge(tally, view, "seats, narrow");
  await id(page, "show-brief").click();
  await id(page, "brief-page").waitFor();
  await settle(page, watch);
  tally.equal(await id(page, "seat-stage").count(), 0, "one pane at a time");
  await judge(tally, view, "briefing, narrow");
}

/** The whole tab on a wide page; leaves the workspace as it was but for an issued copy and a visit without guests. */
export async function checkSeats(view, tally, { out }) {
  const { page, watch } = view;
  page.watch = watch;
  await openSeats(page);
  await judge(tally, view, "seating and briefing");
  await tally.step("seats by pointer", () => byPointer(tally, page));
  await tally.step("seats by keyboard", () => byKeyboard(tally, page));
  await tally.step("every drawing", () => byDrawing(tally, view));
  await tally.step("rules", () => byRule(tally, page));
  await tally.step("people and tables", () => bySetup(tally, page));
  await tally.step("a second drawing of a kind", () => second(tally, page, watch));
  await id(page, "drawing-table_broadside").click();
  await tally.step("papers", () => papers(tally, view));
  await tally.step("paper follows the plan", () => refreshed(tally, view));
  await tally.step("copies", () => written(tally, view, out));
  await tally.step("redaction", () => redaction(tally, view));
  tally.equal(watch.faults, [], "no fault of the page");
  await tally.step("nobody invited", () => bare(tally, view));
}

await alone(import.meta.url, "seats", async ({ open, tally, out }) => {
  for (const [look, work] of [[WIDE, checkSeats], [NARROW, checkSeatsNarrow]]) {
    const view = await open(look);
    await tally.step(`seats ${look.width}`, () => work(view, tally, { out }));
    await view.close();
  }
});
