// Lists on their way in: dropped and chosen, duplicates decided field by field, a second edition compared, applied and taken back.
// Alone: `node tests/browser/import.mjs`. Prints what failed and `N passed, M failed`.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { alone } from "./alone.mjs";
import { judge, settle, until } from "./check.mjs";
import { root } from "./host.mjs";
import { findOnMap, id, openImport, openMap } from "./screens.mjs";
import { edited } from "./sheet.mjs";

const WIDE = { width: 1440, height: 900, theme: "light", lang: "zh-CN" };
const NARROW = { width: 1024, height: 700, theme: "dark", lang: "en" };
const LIST = readFileSync(join(root, "samples", "people.xlsx"));
/** One person again in another post, and another person under a number of somebody else. */
const DOUBLED = edited(LIST, { rows: { 88: { B: "集团总部", C: "董事长助理", D: "荣景行", F: "15400001037" }, 89: { B: "集团总部", C: "司机班长", D: "样例甲", F: "15400001074" } } });
/** The next edition: a number changed, the last one gone, somebody new. */
const NEXT = edited(LIST, { without: [84], rows: { 8: { F: "15400009999" }, 88: { B: "集团总部", C: "秘书", D: "样例乙", F: "15400008888" } } });

const pictures = process.env.DIANKE_PICTURES;
const picture = async (page, name) => pictures && (await page.screenshot({ path: join(pictures, `import-${name}.png`) }));
const sent = (watch, command) => watch.calls.filter((one) => one === `/call/${command}`).length;
const text = async (place) => (await place.innerText()).trim();
const numbers = async (place) => (await text(place)).match(/\d+/g).map(Number);

/** What is refused on purpose is no fault of the page. */
async function refusing(watch, work) {
  const before = watch.faults.length;
  await work();
  watch.faults.length = before;
}

async function carried(page, name, bytes) {
  return page.evaluateHandle(([file, content]) => {
    const data = new DataTransfer();
    data.items.add(new File([Uint8Array.from(atob(content), (one) => one.charCodeAt(0))], file));
    return data;
  }, [name, bytes.toString("base64")]);
}

async function drop(page, name, bytes) {
  const dataTransfer = await carried(page, name, bytes);
  await page.locator("body").dispatchEvent("dragover", { dataTransfer });
  await id(page, "drop-cover").waitFor();
  await picture(page, "drop");
  await page.locator("body").dispatchEvent("drop", { dataTransfer });
  await id(page, "drop-cover").waitFor({ state: "detached" });
}

async function applied(page, watch) {
  await id(page, "import-yes").click();
  await id(page, "import-undo").waitFor();
  await settle(page, watch);
}

const accounts = (page) => page.evaluate(async () => (await (await fetch("/call/list_accounts", { method: "POST", body: JSON.stringify({ context: { lang: "zh-CN", today: "2026-11-20" }, request: {} }) })).json()).accounts.length);

async function wrongKinds(page, watch, tally) {
  await page.getByTestId("nav-home").click();
  await settle(page, watch);
  for (const [name, what] of [["virus.exe", "a program"], ["guest.jpg", "a picture while nobody is open"]]) {
    await drop(page, name, Buffer.from("x"));
    await page.getByTestId("toast").first().waitFor();
    tally.check(!(await id(page, "import-dialog").isVisible()), `${what} opens nothing and says so`, await text(page.getByTestId("toast").first()));
  }
  await page.getByTestId("toast").getByRole("button").last().click();
  await page.getByTestId("toast").first().waitFor({ state: "detached" });
  await drop(page, "days.ics", Buffer.from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"));
  await id(page, "calendar-dialog").waitFor();
  await settle(page, watch);
  await page.keyboard.press("Escape");
  await id(page, "calendar-dialog").waitFor({ state: "detached" });
  await openMap(page);
  await findOnMap(page, "阎秀芝");
  await settle(page, watch);
  await drop(page, "guest.png", Buffer.from("x"));
  await refusing(watch, async () => {
    await id(page, "photo-dialog").waitFor();
    await settle(page, watch);
    await page.keyboard.press("Escape");
    await id(page, "photo-dialog").waitFor({ state: "detached" });
  });
}

async function doubles(page, watch, tally) {
  const before = await accounts(page);
  await drop(page, "云樟名单.xlsx", DOUBLED);
  await id(page, "import-dialog").waitFor();
  await settle(page, watch);
  tally.check(/1/.test(await text(id(page, "import-yes"))), "one pair is to be decided first", await text(id(page, "import-yes")));
  tally.equal(sent(watch, "apply_import"), 0, "nothing is written before yes");
  await id(page, "import-yes").click();
  await id(page, "import-pairs").waitFor();
  tally.equal(sent(watch, "apply_import"), 0, "an undecided pair is shown instead of a yes");
  await settle(page, watch);
  await judge(tally, { page, watch }, "import, a pair to decide");
  await picture(page, "pair");
  tally.check((await text(id(page, "import-pairs"))).includes("样例甲"), "the open pair comes first");
  await page.locator("[data-testid=import-pairs] .body").focus();
  await page.keyboard.press("2");
  tally.equal(await id(page, "import-pair-another").getAttribute("aria-pressed"), "true", "2 says: two people");
  await page.keyboard.press("PageUp");
  await until(page, "the other pair", async () => (await text(id(page, "import-pairs"))).includes("荣景行"));
  tally.equal(await id(page, "import-pair-same").getAttribute("aria-pressed"), "true", "two identifiers: proposed as one");
  const title = page.locator("[data-testid=import-pair-field][data-field=title]");
  tally.check((await text(title)).includes("党委书记、董事长") && (await text(title)).includes("董事长助理"), "both values are shown", await text(title));
  tally.check(await title.getByTestId("import-take-ours").isChecked(), "the earlier row stays by default");
  await title.getByTestId("import-take-file").check();
  await picture(page, "merged");
  await applied(page, watch);
  const [people] = await numbers(page.locator("[data-testid=import-dialog] .result p"));
  tally.equal(await accounts(page), before + 1, "the list is an account");
  tally.check(people > 50, "and its people are counted", String(people));
  await id(page, "import-look").click();
  await settle(page, watch);
  await findOnMap(page, "荣景行");
  await until(page, "the value chosen is the one kept", async () => (await text(id(page, "inspector"))).includes("董事长助理"));
  await page.keyboard.press("Escape");
  // The map that is open asks once for its account, hears that it is gone, and gives way to the list.
  await refusing(watch, async () => {
    await page.keyboard.press("ControlOrMeta+z");
    await until(page, "the import taken back", async () => (await accounts(page)) === before);
    await id(page, "accounts").waitFor();
    await settle(page, watch);
  });
  tally.check(true, "one step takes it back");
}

async function editions(page, watch, tally) {
  await openImport(page);
  await settle(page, watch);
  await page.getByTestId("import-source").fill("客户经理自建表");
  await applied(page, watch);
  await page.getByTestId("import-look").click();
  await settle(page, watch);
  await openImport(page);
  await settle(page, watch);
  tally.equal(await page.getByTestId("import-source").inputValue(), "客户经理自建表", "the list remembers its source");
  const [fresh, changed] = await numbers(id(page, "import-difference-counts"));
  tally.equal([fresh, changed], [0, 0], "the same list again has nothing new");
  await picture(page, "same");
  await refusing(watch, async () => {
    await id(page, "import-yes").click();
    await id(page, "import-refusal").waitFor();
    await settle(page, watch);
  });
  await id(page, "import-no").click();
  await drop(page, "people.xlsx", NEXT);
  await id(page, "import-difference").waitFor();
  await settle(page, watch);
  await judge(tally, { page, watch }, "import, a difference");
  await picture(page, "difference");
  const counts = await numbers(id(page, "import-difference-counts"));
  tally.equal([counts[0], counts[1], counts[3]], [1, 1, 1], "one new, one changed, one gone");
  await id(page, "import-difference-look").first().click();
  const mobile = page.locator("[data-testid=import-pair-field][data-field=mobile]");
  tally.check(await mobile.getByTestId("import-take-file").isChecked(), "a number nobody confirmed is updated");
  await id(page, "import-tab-difference").click();
  await id(page, "import-end").first().check();
  await applied(page, watch);
  tally.check(/1位不在名单里/.test(await text(page.locator("[data-testid=import-dialog] .result"))), "whose post ended is told", await text(page.locator("[data-testid=import-dialog] .result")));
  await id(page, "import-undo").click();
  await settle(page, watch);
  await openImport(page);
  await settle(page, watch);
  tally.equal((await numbers(id(page, "import-difference-counts"))).slice(0, 2), [0, 0], "undo gives back what the list remembered too");
  await id(page, "import-no").click();
}

/** The whole way on the open sample. */
export async function checkImport(page, tally, watch) {
  await tally.step("files of the wrong kind", () => wrongKinds(page, watch, tally));
  await tally.step("a list with two duplicates", () => doubles(page, watch, tally));
  await tally.step("a second edition of a list", () => editions(page, watch, tally));
}

/** The window of an import in another look. */
export async function lookAtImport(page, tally, watch) {
  // Nothing hears a drop before the window stands.
  await page.getByTestId("nav-home").click();
  await settle(page, watch);
  await drop(page, "people-2.xlsx", DOUBLED);
  await id(page, "import-dialog").waitFor();
  await settle(page, watch);
  await judge(tally, { page, watch }, "import, narrow");
  await picture(page, "narrow-problems");
  await id(page, "import-tab-pairs").click();
  await settle(page, watch);
  await judge(tally, { page, watch }, "import, pairs, narrow");
  await picture(page, "narrow-pairs");
  await id(page, "import-carry").first().click();
  await picture(page, "narrow-carry");
  await page.keyboard.press("Escape");
}

await alone(import.meta.url, "import", async ({ open, tally }) => {
  const wide = await open(WIDE);
  await settle(wide.page, wide.watch);
  await checkImport(wide.page, tally, wide.watch);
  tally.equal(wide.watch.faults, [], "nothing failed in the page");
  await wide.close();
  const narrow = await open(NARROW);
  await settle(narrow.page, narrow.watch);
  await tally.step("narrow, dark, English", () => lookAtImport(narrow.page, tally, narrow.watch));
  await narrow.close();
});
