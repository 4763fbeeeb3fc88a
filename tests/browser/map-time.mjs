// The map through its lenses and through time: legends that filter, past days, two days compared, saved views, ways to a person, export.
// Alone: `node tests/browser/map-time.mjs`. Prints what failed and `N passed, M failed`.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { alone } from "./alone.mjs";
import { judge, settle, until } from "./check.mjs";
import { TODAY } from "./host.mjs";
import { findOnMap, id, openMap } from "./screens.mjs";

const WIDE = { width: 1440, height: 900, theme: "light", lang: "zh-CN" };
const NARROW = { width: 1024, height: 700, theme: "dark", lang: "en" };
const LENSES = ["structure", "attitude", "coverage", "ownership", "freshness", "change"];
const CHAIRMAN = "祁振邦";
const PERSON = "苗国梁";

const text = async (place) => (await place.innerText()).trim();
const value = (page, name) => id(page, name).inputValue();
const sent = (watch, command) => watch.calls.filter((one) => one === `/call/${command}`).length;

/** The painted map as one number: equal pictures have equal numbers. */
const picture = (page) =>
  page.evaluate(() => {
    const canvas = document.querySelector("[data-testid=map-canvas]");
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d", { willReadFrequently: true });
    copy.drawImage(canvas, 0, 0);
    const data = new Uint32Array(copy.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
    let sum = 0;
    for (let at = 0; at < data.length; at += 1) sum = (Math.imul(sum, 31) + data[at]) | 0;
    return sum;
  });

/** The last request of a command that `work` caused. */
async function asked(page, command, work) {
  const found = [];
  const hear = (request) => new URL(request.url()).pathname === `/call/${command}` && found.push(request.postDataJSON().request);
  page.on("request", hear);
  await work();
  page.off("request", hear);
  return found;
}

async function still(page, watch) {
  await page.mouse.move(page.viewportSize().width / 2, 2);
  await settle(page, watch);
}

/** Nothing chosen and nothing filtered: what is compared later is the map alone. */
async function bare(page, watch) {
  if (await id(page, "inspector").count()) await id(page, "inspector-close").click();
  // The ground: nothing is chosen any more.
  await page.mouse.click(700, 690);
  await id(page, "map-fit").click();
  await still(page, watch);
}

async function lenses(page, tally, watch) {
  await openMap(page);
  await bare(page, watch);
  for (const [at, lens] of LENSES.entries()) {
    await page.keyboard.press(String(at + 1));
    await still(page, watch);
    tally.equal(await id(page, `lens-${lens}`).getAttribute("aria-checked"), "true", `key ${at + 1} looks through ${lens}`);
    const entries = page.locator("[data-testid=legend] button[aria-pressed]:not([data-testid=legend-all])");
    tally.check((await entries.count()) > 0, `${lens} has a legend`);
    if ((await entries.count()) === 0) continue;
    const before = await picture(page);
    await entries.first().click();
    await still(page, watch);
    const counted = await text(id(page, "legend-shown"));
    tally.check(/亮出[1-9]\d*席，共\d+席/.test(counted), `${lens}: the legend counts what it lights`, counted);
    const lit = Number(/亮出(\d+)席，共(\d+)席/.exec(counted)?.[1]);
    const all = Number(/亮出(\d+)席，共(\d+)席/.exec(counted)?.[2]);
    tally.check(lit === all || (await picture(page)) !== before, `${lens}: the others drop back`);
    if ((await entries.count()) > 1) {
      await entries.nth(1).focus();
      await page.keyboard.press("Enter");
      tally.equal(await page.locator("[data-testid=legend] button[aria-pressed=true]:not([data-testid=legend-all])").count(), 2, `${lens}: several entries at once`);
    }
    await id(page, "legend-all").click();
    await still(page, watch);
    tally.equal(await picture(page), before, `${lens}: all of them again`);
  }
  await page.keyboard.press("3");
  await still(page, watch);
  await id(page, "loss").first().click();
  tally.equal(await text(id(page, "seat-name")), CHAIRMAN, "the largest loss leads to its card");
  await id(page, "card-help").click();
  await id(page, "card-help-pop").waitFor();
  await page.keyboard.press("Escape");
  await id(page, "legend-fold").click();
  tally.equal(await page.locator("[data-testid=legend] button[aria-pressed]").count(), 0, "the legend can be put away");
  await id(page, "legend-fold").click();
}

async function figures(page, tally, watch) {
  await openMap(page);
  await page.keyboard.press("2");
  await still(page, watch);
  for (const figure of ["coverage", "support", "ownership", "single-thread"]) {
    await id(page, `figure-${figure}`).focus();
    await page.keyboard.press("Enter");
    const reasons = id(page, "figure-reason");
    await reasons.first().waitFor();
    if (await id(page, "inspector").count()) tally.check(true, "a card is chosen");
    await reasons.first().focus();
    await page.keyboard.press("Enter");
    await id(page, "inspector").waitFor();
    await settle(page, watch);
    tally.equal(await page.locator("[role=treeitem][aria-selected=true]").count(), 1, `a reason of ${figure} chooses its card`);
  }
}

async function past(page, tally, watch) {
  await openMap(page);
  await page.keyboard.press("2");
  await bare(page, watch);
  const today = await picture(page);
  const marks = await page.locator("[data-testid=time-marks] [role=option]").count();
  tally.check(marks > 0, "the bar marks days with changes", String(marks));
  await id(page, "time-marks").focus();
  await id(page, "time-tip").waitFor();
  tally.check(/\d/.test(await text(id(page, "time-tip"))), "a mark says what happened", await text(id(page, "time-tip")));
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  await still(page, watch);
  tally.check((await value(page, "time-day")) < TODAY, "a mark leads to its day");
  await id(page, "time-today").click();
  await id(page, "time-shown").focus();
  const maps = await asked(page, "get_map", async () => {
    await page.keyboard.press("PageUp");
    await until(page, "an earlier day", async () => (await value(page, "time-day")) < TODAY);
    await still(page, watch);
  });
  const moment = await value(page, "time-day");
  tally.equal(maps.at(-1)?.as_of, moment, "the map of that day is asked for");
  tally.check(/只看不改/.test(await text(id(page, "time-note"))), "the bar says that the past is read only");
  tally.check(await id(page, "add-person").isDisabled(), "nobody is added in the past");
  await page.keyboard.press("ArrowLeft");
  await until(page, "the day before", async () => (await value(page, "time-day")) < moment);
  await page.keyboard.press("Home");
  await still(page, watch);
  tally.check((await picture(page)) !== today, "the map is as it was");
  const seats = await asked(page, "get_seat", async () => {
    await id(page, "time-day").fill("2026-07-22");
    await id(page, "time-day").press("Enter");
    await still(page, watch);
    await findOnMap(page, PERSON);
    await settle(page, watch);
  });
  tally.equal(seats.at(-1)?.as_of, "2026-07-22", "the inspector shows that day");
  tally.check((await id(page, "seat-past").count()) === 1 && (await id(page, "log-touch").isDisabled()), "the inspector is read only");
  await page.keyboard.press("l");
  tally.equal(await page.locator("[data-testid=inspector] form").count(), 0, "a key opens no form in the past");
  await dragging(page, tally, watch, today);
  await id(page, "time-day").fill("1900-01-01");
  await id(page, "time-day").press("Enter");
  await still(page, watch);
  tally.check(/之前没有记录/.test(await text(id(page, "time-note"))), "a day before the first record says so", await text(id(page, "time-note")));
  await id(page, "time-today").click();
  await bare(page, watch);
  tally.equal([await value(page, "time-day"), await picture(page)], [TODAY, today], "back to today");
  await id(page, "time-fold").click();
  tally.equal(await id(page, "time-track").count(), 0, "the bar can be put away");
  await id(page, "time-fold").click();
}

/** A drag shows days on its way and goes nowhere until it is let go. */
async function dragging(page, tally, watch, today) {
  await id(page, "time-today").click();
  await bare(page, watch);
  tally.equal(await picture(page), today, "today again");
  const box = await id(page, "time-shown").boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= 20; step += 1) await page.mouse.move(x - step * 8, y);
  await until(page, "an earlier map", async () => (await picture(page)) !== today);
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await still(page, watch);
  tally.equal(await value(page, "time-day"), TODAY, "Escape gives a drag up");
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= 20; step += 1) await page.mouse.move(x - step * 8, y);
  await page.mouse.up();
  await still(page, watch);
  tally.check((await value(page, "time-day")) < TODAY, "letting go goes there");
}

async function compare(page, tally, watch) {
  await openMap(page);
  await page.keyboard.press("2");
  await bare(page, watch);
  await page.keyboard.press("c");
  await id(page, "change-list").waitFor();
  await settle(page, watch);
  tally.equal(await value(page, "time-compare-day"), "2026-08-20", "compared with three months before");
  await id(page, "time-compare-day").fill("2026-07-01");
  await id(page, "time-compare-day").press("Enter");
  await settle(page, watch);
  const rows = id(page, "change-row");
  tally.check((await rows.count()) > 0, "the changes are listed");
  tally.check((await text(id(page, "time-changes"))).startsWith(String(await rows.count())), "the bar counts them", await text(id(page, "time-changes")));
  const enabled = page.locator("[data-testid=change-row]:not(:disabled)");
  await enabled.first().focus();
  await page.keyboard.press("Enter");
  await until(page, "the card of a change", async () => (await page.locator("[data-testid=change-row][aria-current=true]").count()) > 0);
  tally.check(await id(page, "change-list").isVisible(), "the list stays");
  if ((await enabled.count()) > 1) {
    await page.keyboard.press("ArrowDown");
    tally.check(await enabled.nth(1).evaluate((one) => one === document.activeElement), "arrows walk the list");
  }
  await judge(tally, { page, watch }, "two days compared");
  await page.keyboard.press("l");
  await id(page, "inspector").waitFor();
  tally.equal(await id(page, "change-list").count(), 0, "a form of the inspector takes the place of the list");
  await page.keyboard.press("Escape");
  await id(page, "time-changes").click();
  await id(page, "change-list").waitFor();
  await id(page, "changes-close").click();
  await id(page, "time-changes").click();
  await id(page, "change-list").waitFor();
  await page.keyboard.press("c");
  await settle(page, watch);
  tally.equal([await id(page, "change-list").count(), await id(page, "lens-attitude").getAttribute("aria-checked")], [0, "true"], "C ends the comparison and brings the lens back");
}

async function views(page, tally, watch) {
  await openMap(page);
  await page.keyboard.press("2");
  await bare(page, watch);
  await id(page, "time-day").fill("2026-10-01");
  await id(page, "time-day").press("Enter");
  await still(page, watch);
  await page.locator("[data-testid=legend] button[aria-pressed]:not([data-testid=legend-all])").first().click();
  await page.keyboard.press("Control+=");
  await page.keyboard.press("Control+=");
  await still(page, watch);
  const kept = await picture(page);
  await id(page, "views-menu").click();
  tally.check(await id(page, "view-fixed").isChecked(), "on a past day the day is kept by itself");
  await id(page, "view-name").fill("十月会前");
  await id(page, "view-save").click();
  await id(page, "views-pop").waitFor({ state: "detached" });
  await page.keyboard.press("1");
  await id(page, "time-today").click();
  await id(page, "map-fit").click();
  await still(page, watch);
  tally.check((await picture(page)) !== kept, "another look");
  await id(page, "views-menu").click();
  await id(page, "view-row").filter({ hasText: "十月会前" }).click();
  await still(page, watch);
  tally.equal([await value(page, "time-day"), await id(page, "lens-attitude").getAttribute("aria-checked")], ["2026-10-01", "true"], "the view brings back day and lens");
  tally.equal(await picture(page), kept, "the view brings back the picture");
  await id(page, "time-today").click();
  await still(page, watch);
  await page.keyboard.press("Alt+PageDown");
  await still(page, watch);
  tally.equal(await picture(page), kept, "and so do the keys");
  await id(page, "views-menu").click();
  await id(page, "view-rename").click();
  await id(page, "view-rename-name").fill("十月评审前");
  await id(page, "view-rename-name").press("Enter");
  await id(page, "view-row").filter({ hasText: "十月评审前" }).waitFor();
  await id(page, "view-remove").click();
  await until(page, "the view gone", async () => (await id(page, "view-row").count()) === 0);
  await page.keyboard.press("Escape");
  await id(page, "toast-action").click();
  await settle(page, watch);
  await id(page, "views-menu").click();
  tally.equal(await id(page, "view-row").count(), 1, "a removed view comes back by undo");
  await judge(tally, { page, watch }, "saved views");
  await page.keyboard.press("Escape");
  await id(page, "time-today").click();
}

async function paths(page, tally, watch) {
  await openMap(page);
  await page.keyboard.press("2");
  await bare(page, watch);
  await findOnMap(page, CHAIRMAN);
  await still(page, watch);
  const before = await picture(page);
  await page.keyboard.press("a");
  await id(page, "paths").waitFor();
  await still(page, watch);
  const ways = page.locator("[data-testid^=path-]");
  tally.check((await ways.count()) > 0 && (await ways.count()) <= 3, "one to three ways to the chairman", String(await ways.count()));
  tally.check(/\d/.test(await text(ways.first().locator("button.head"))), "a way has a value", await text(ways.first()));
  tally.check((await text(ways.first().locator("li").last())).includes(CHAIRMAN), "a way ends at the chairman");
  const lit = await picture(page);
  tally.check(lit !== before, "the way is in the light");
  if ((await ways.count()) > 1) {
    await ways.nth(1).hover();
    await settle(page, watch);
    tally.check((await picture(page)) !== lit, "another way shows under the pointer");
  }
  await judge(tally, { page, watch }, "ways to a person");
  await ways.first().locator("button.step").first().click();
  await settle(page, watch);
  tally.check(await id(page, "paths").isVisible(), "a step leads to its card and the ways stay");
  await page.keyboard.press("Escape");
  await id(page, "paths").waitFor({ state: "detached" });
  await findOnMap(page, CHAIRMAN);
}

/** A part of the template's own master, by its name in the archive. */
const TEMPLATE_PART = "ppt/media/picture1.png";

async function ownTemplate(page, tally) {
  tally.equal(await id(page, "template-drop").count(), 0, "nothing of one's own is chosen at first");
  await id(page, "template-pick").click();
  await until(page, "the template named", async () => (await text(id(page, "template-name"))) === "own.pptx");
}

async function plainAgain(page, tally) {
  await id(page, "format-pptx").check();
  tally.equal(await text(id(page, "template-name")), "own.pptx", "the template is kept");
  await id(page, "template-drop").click();
  await id(page, "template-drop").waitFor({ state: "detached" });
}

const FORMATS = [["png", [0x89, 0x50, 0x4e, 0x47]], ["pptx", [0x50, 0x4b, 0x03, 0x04]], ["svg", [0x3c]], ["pdf", [0x25, 0x50, 0x44, 0x46]]];

async function exporting(page, tally, watch, out) {
  await openMap(page);
  const files = () => (existsSync(out) ? readdirSync(out) : []);
  for (const [format, head] of FORMATS) {
    await id(page, "export-menu").click();
    await id(page, "export-dialog").waitFor();
    tally.check(await id(page, "export-write").isDisabled(), `${format}: nothing is written before the edition is chosen`);
    await id(page, `edition-${format === "pptx" ? "presenting" : "internal"}`).check();
    await id(page, `format-${format}`).check();
    if (format === "png") await id(page, "scale-1").click();
    if (format === "pptx") await ownTemplate(page, tally);
    const requests = await asked(page, "never", async () => {
      await id(page, "export-write").click();
      await until(page, `a ${format} written`, () => files().some((name) => name.endsWith(`.${format}`)));
    });
    tally.equal(requests.length, 0, `${format}: the host writes, the page does not ask the core`);
    const name = files().find((one) => one.endsWith(`.${format}`));
    const written = readFileSync(join(out, name));
    tally.equal([...written.subarray(0, head.length)], head, `${format}: it is one`);
    if (format === "pptx") tally.check(written.includes(TEMPLATE_PART), "the deck has the picture of the template's master");
    await until(page, "the file named", async () => (await id(page, "toast").count()) > 0 && (await text(id(page, "toast"))).includes(name));
    await id(page, "export-dialog").waitFor({ state: "detached" });
  }
  await id(page, "export-menu").click();
  await id(page, "edition-presenting").check();
  await plainAgain(page, tally);
  await id(page, "format-png").check();
  await judge(tally, { page, watch }, "export");
  await page.keyboard.press("Escape");
}

/** All of it on the sample's first account. `out`: where the host writes files. */
export async function checkMapTime(page, tally, watch, out) {
  await tally.step("six lenses and their legends", () => lenses(page, tally, watch));
  await tally.step("figures lead to cards", () => figures(page, tally, watch));
  await tally.step("a past day", () => past(page, tally, watch));
  await tally.step("two days compared", () => compare(page, tally, watch));
  await tally.step("saved views", () => views(page, tally, watch));
  await tally.step("ways to the chairman", () => paths(page, tally, watch));
  await tally.step("export", () => exporting(page, tally, watch, out));
  tally.check(watch.faults.length === 0, "lenses and time: nothing failed in the page", watch.faults.join("\n       "));
}

/** The small window: the lens switch folds, nothing reaches beyond its frame. */
export async function checkMapTimeSmall(page, tally, watch) {
  await tally.step("lenses and time in a small window", async () => {
    await openMap(page);
    await settle(page, watch);
    await judge(tally, { page, watch }, "map in a small window");
    await page.keyboard.press("c");
    await id(page, "change-list").waitFor();
    await settle(page, watch);
    tally.equal(await id(page, "lens-menu").count(), 1, "beside a panel the lenses are a menu");
    const boxes = await page.evaluate(() => ["lens-menu", "map-search", "legend", "map-fit", "time-bar"].map((name) => document.querySelector(`[data-testid=${name}]`)?.closest(".float, [data-below]")?.getBoundingClientRect().toJSON()));
    const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
    tally.check(boxes.every((a, i) => a && boxes.every((b, j) => i >= j || !meet(a, b))), "no float lies on another", JSON.stringify(boxes));
    await page.keyboard.press("c");
  });
}

await alone(import.meta.url, "lenses and time", async ({ open, tally, out }) => {
  const wide = await open(WIDE);
  await checkMapTime(wide.page, tally, wide.watch, out);
  await wide.close();
  const small = await open(NARROW);
  await checkMapTimeSmall(small.page, tally, small.watch);
  await small.close();
});
