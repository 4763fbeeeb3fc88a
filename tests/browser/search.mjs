// One box in a browser: found by sound, underlined, told apart, walked by keys, narrowed by a sign; recent ones first; commands with keys and reasons; lists and the map by the same search.
import { alone } from "./alone.mjs";
import { judge, settle, until } from "./check.mjs";
import { id, openMap, painted } from "./screens.mjs";

const WIDE = { width: 1440, height: 900, theme: "light", lang: "zh-CN" };
const NARROW = { width: 1024, height: 700, theme: "dark", lang: "en" };

const rows = (page) => page.locator("#palette-list [role=option]");
const active = (page) => page.locator("#palette-list [aria-selected=true]");
const text = async (what) => (await what.innerText()).replaceAll(/\s+/g, " ").trim();

/** An Enter that confirms what an input method composes: both ways in which browsers tell it. */
function composeEnter(field) {
  return field.evaluate((one) => {
    for (const init of [{ isComposing: true }, { keyCode: 229 }]) one.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true, ...init }));
  });
}

async function opened(page) {
  await id(page, "open-palette").waitFor();
  await page.keyboard.press("Control+k");
  await id(page, "palette").waitFor();
}

/** Types and waits until the count that is read out belongs to what was typed. */
async function typed(page, value) {
  await id(page, "palette-input").fill("");
  await until(page, "the empty list", async () => (await id(page, "palette-count").innerText()) !== "");
  await id(page, "palette-input").fill(value);
  await until(page, `an answer to ${value}`, async () => (await id(page, "palette-count").innerText()) !== "" && (await rows(page).count()) >= 0 && (await page.evaluate(() => document.querySelector("[data-testid=palette-input]").value)) === value);
}

const first = (page, value) => until(page, `${value} first`, async () => (await rows(page).count()) > 0 && (await text(rows(page).first())).includes(value));

async function bySound(page, tally, watch) {
  await opened(page);
  await typed(page, "mgl");
  await first(page, "苗国梁");
  tally.check((await text(rows(page).first())).includes("Miáo Guóliáng"), "the reading stands beside the name");
  const marks = await rows(page).first().locator("mark").allInnerTexts();
  tally.equal(marks.slice(0, 4), ["苗国梁", "M", "G", "l"], "characters and letters that matched are underlined");
  for (const [value, wanted] of [["yuchi", "尉迟安"], ["shanxc", "单晓晨"], ["zhashen", "查慎行"], ["xiansy", "冼思源"], ["尉迟an", "尉迟安"], ["aasen", "英格丽"], ["maioguoliang", "苗国梁"], ["苗果良", "苗国梁"]]) {
    await typed(page, value);
    await first(page, wanted);
  }
  tally.check(true, "surnames are read as surnames, mixtures and slips are understood");
  await typed(page, "wanglei");
  await first(page, "王磊");
  const both = [await text(rows(page).nth(0)), await text(rows(page).nth(1))];
  tally.check(both[0].includes("王磊") && both[1].includes("王磊") && both[0] !== both[1], "namesakes are told apart", both.join(" | "));
  await typed(page, "qqqqqq");
  await until(page, "nothing found", async () => (await page.locator("#palette-list .none").count()) === 1);
  tally.check((await text(page.locator("#palette-list .none"))).includes("qqqqqq"), "what was not found is repeated");
  await page.keyboard.press("Escape");
  await id(page, "palette").waitFor({ state: "detached" });
  await settle(page, watch);
}

async function byKeys(page, tally, watch) {
  await opened(page);
  await typed(page, "总");
  await until(page, "many rows", async () => (await rows(page).count()) > 8);
  const all = Number(await active(page).getAttribute("aria-setsize"));
  await page.keyboard.press("End");
  tally.equal(await active(page).getAttribute("aria-posinset"), String(all), "End goes to the last row");
  await page.keyboard.press("ArrowDown");
  tally.equal(await active(page).getAttribute("aria-posinset"), String(all), "the last row holds");
  await page.keyboard.press("Home");
  await page.keyboard.press("PageDown");
  tally.check(Number(await active(page).getAttribute("aria-posinset")) > 5, "a page down");
  tally.equal(await id(page, "palette-input").getAttribute("aria-activedescendant"), await active(page).getAttribute("id"), "the field names the marked row");
  const box = await active(page).boundingBox();
  const list = await page.locator("#palette-list").boundingBox();
  tally.check(box.y >= list.y - 1 && box.y + box.height <= list.y + list.height + 1, "the marked row is in sight");
  await typed(page, "mgl");
  await first(page, "苗国梁");
  await composeEnter(id(page, "palette-input"));
  tally.check(await id(page, "palette").isVisible(), "Enter of the input method opens nothing");
  await steps(page, tally);
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  await until(page, "the map at the person", async () => (await id(page, "seat-name").count()) === 1 && (await text(id(page, "seat-name"))).includes("苗国梁"));
  await opened(page);
  await page.keyboard.insertText("zhuoyc");
  await page.keyboard.press("Enter");
  await until(page, "the next person, Enter before the answer", async () => (await text(id(page, "seat-name"))).includes("卓越川"));
  await settle(page, watch);
}

const about = (page) => page.locator("#palette-list [data-kind=about]");

/** What can be done with the person: three steps at once, the rest behind Tab; there their letters are keys, in the field they are text. */
async function steps(page, tally) {
  await until(page, "what leaving would cost", async () => (await id(page, "palette-note").count()) === 1 && (await text(id(page, "palette-note"))) === "−19.0");
  tally.check(await rows(page).first().locator("[role=img] svg").isVisible(), "the mark of how somebody stands is on the row", await rows(page).first().locator("[role=img]").getAttribute("aria-label"));
  tally.equal(await about(page).count(), 3, "three steps with the person");
  const visit = about(page).nth(1);
  tally.check((await text(visit)).includes("12月8日") || (await text(visit)).includes("12 月 8 日") || (await text(visit)).includes("首访"), "the next visit is named", await text(visit));
  tally.check((await visit.getAttribute("aria-disabled")) === "true", "and says that they are already a guest", await text(visit));
  await page.keyboard.press("Tab");
  tally.check((await active(page).getAttribute("data-kind")) === "about", "Tab goes to what can be done with the person", await text(active(page)));
  tally.check((await about(page).count()) > 3, "and shows the rest of it");
  await page.keyboard.press("Tab");
  tally.check((await active(page).getAttribute("data-kind")) === "person", "Tab again goes back to the person");
}

/** The letters of the steps, and a visit that is joined from the palette. */
async function stepKeys(page, tally, watch) {
  await opened(page);
  await typed(page, "卓越川");
  await first(page, "卓越川");
  await until(page, "the visit", async () => (await about(page).count()) === 3 && (await text(about(page).nth(1))).includes("首访"));
  if ((await about(page).nth(1).getAttribute("aria-disabled")) !== "true") {
    await page.keyboard.press("Tab");
    await page.keyboard.press("v");
    await id(page, "palette").waitFor({ state: "detached" });
    await opened(page);
    await typed(page, "卓越川");
    await until(page, "already a guest", async () => (await about(page).count()) === 3 && (await about(page).nth(1).getAttribute("aria-disabled")) === "true");
    await until(page, "the visit is found by the guest", async () => (await rows(page).evaluateAll((all) => all.filter((one) => one.dataset.kind === "visit" && one.innerText.includes("卓越川")).length)) > 0);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+z");
    await settle(page, watch);
    await opened(page);
    await typed(page, "卓越川");
    await first(page, "卓越川");
    await until(page, "no guest any more", async () => (await about(page).count()) === 3 && (await about(page).nth(1).getAttribute("aria-disabled")) !== "true");
    tally.check(true, "a letter behind Tab adds the person to the next visit, and it can be taken back");
  }
  await page.keyboard.press("Tab");
  await page.keyboard.press("l");
  await id(page, "touch-line").waitFor();
  tally.check((await id(page, "touch-line-text").getAttribute("placeholder")).includes("卓越川"), "L logs a touch with the person");
  await page.keyboard.press("Escape");
  await id(page, "touch-line").waitFor({ state: "detached" });
  await settle(page, watch);
}

/** Visits by their guests, promises, units; and what only sounds alike says so. */
async function others(page, tally, watch) {
  await opened(page);
  for (const [value, kind, wanted] of [["tingjifupan", "visit", "停机复盘"], ["liangwanghutong", "promise", "两网互通"], ["xinxike", "unit", "信息科"]]) {
    await typed(page, value);
    await first(page, wanted);
    tally.equal(await rows(page).first().getAttribute("data-kind"), kind, `${wanted} is found`);
  }
  await typed(page, "majunchi");
  await until(page, "the visit of a guest", async () => (await rows(page).evaluateAll((all) => all.filter((one) => one.dataset.kind === "visit" && one.innerText.includes("来宾")).length)) > 0);
  const reason = await page.locator("#palette-list [data-kind=visit] mark").first().innerText();
  tally.equal(reason, "马俊驰", "the guest is the reason of the hit");
  await typed(page, "尉迟鞍");
  await first(page, "尉迟安");
  tally.check((await text(id(page, "palette-near"))).includes("读音相近"), "what only sounds alike says so");
  await typed(page, "苗國梁");
  await first(page, "苗国梁");
  tally.equal(await id(page, "palette-near").count(), 0, "traditional characters are no slip");
  await page.keyboard.press("Escape");
  await settle(page, watch);
}

async function recentFirst(page, tally, watch) {
  await opened(page);
  await until(page, "what was opened lately", async () => (await rows(page).count()) > 2);
  tally.check((await text(rows(page).first())).includes("朔澜") || (await text(rows(page).first())).includes("卓越川"), "without a text the latest stands first", await text(rows(page).first()));
  const kept = await page.evaluate(() => localStorage.getItem("dianke-recent"));
  tally.check(/^\["[0-9a-f-]{36}"(,"[0-9a-f-]{36}")*\]$/.test(kept ?? ""), "only identities are kept", kept ?? "nothing");
  await typed(page, "wanglei");
  await first(page, "王磊");
  const second = await text(rows(page).nth(1).locator(".title"));
  await rows(page).nth(1).click();
  await id(page, "map").waitFor();
  await opened(page);
  await typed(page, "wanglei");
  await first(page, second);
  tally.check(true, "the namesake opened last stands first");
  await page.keyboard.press("Escape");
  await settle(page, watch);
}

async function commandsOf(page, tally, watch) {
  await page.keyboard.press("g");
  await page.keyboard.press("t");
  await until(page, "today", async () => page.url().includes("#/home"));
  await opened(page);
  await typed(page, ">touying");
  await until(page, "a slip in a command", async () => (await rows(page).count()) >= 0);
  await typed(page, ">touping");
  await first(page, "投屏");
  tally.check((await rows(page).first().getAttribute("aria-disabled")) === "true" && (await text(rows(page).first())).includes("决策链"), "what cannot be done here says why", await text(rows(page).first()));
  const before = page.url();
  await page.keyboard.press("Enter");
  tally.check((await id(page, "palette").isVisible()) && page.url() === before, "and does nothing");
  await typed(page, ">");
  await until(page, "all commands", async () => Number(await active(page).getAttribute("aria-setsize")) > 50);
  const kinds = await rows(page).evaluateAll((all) => all.map((one) => one.dataset.kind));
  tally.check(kinds.every((one) => one === "commands"), "a sign narrows to commands");
  tally.check((await rows(page).count()) < 40, "only rows in sight are drawn");
  await id(page, "palette-people").click();
  await typed(page, "@zong");
  await until(page, "people alone", async () => (await rows(page).count()) > 0 && (await rows(page).evaluateAll((all) => all.every((one) => ["person", "about"].includes(one.dataset.kind)))));
  await typed(page, "qukehu");
  await first(page, "客户");
  await page.keyboard.press("Enter");
  await until(page, "the accounts", async () => page.url().includes("#/accounts"));
  await openMap(page, "A01");
  await until(page, "painted", () => painted(page));
  const shown = () => page.evaluate(() => document.querySelector("[data-testid^=lens-][aria-checked=true], [data-testid^=lens-][aria-pressed=true], [data-testid^=lens-][data-state=on]")?.dataset.testid ?? "");
  const lens = await shown();
  await opened(page);
  await typed(page, ">fugai");
  await first(page, "覆盖");
  await page.keyboard.press("Enter");
  await until(page, "the lens of coverage", async () => (await shown()) !== lens);
  tally.check(true, "a command presses its key");
  await settle(page, watch);
}

async function matters(page, tally, watch) {
  await opened(page);
  await typed(page, "wuzerenren");
  await until(page, "a gap by pinyin", async () => (await rows(page).evaluateAll((all) => all.filter((one) => one.dataset.kind === "finding").length)) > 0);
  const gap = page.locator("#palette-list [data-kind=finding]").first();
  tally.check((await gap.innerText()).includes("无责任人"), "gaps and warnings stand behind the rest", await text(gap));
  await gap.click();
  await until(page, "the place of the gap", async () => page.url().includes("#/account/") || page.url().includes("#/visit/"));
  await settle(page, watch);
}

async function sheet(page, tally) {
  await page.keyboard.press("Control+/");
  await id(page, "key-sheet").waitFor();
  const lines = await id(page, "key-sheet").locator("[data-key]").count();
  tally.check(lines > 60, "the sheet has every command", String(lines));
  tally.equal(await id(page, "key-sheet").locator(".cols > div").count(), 5, "in five columns");
  const clipped = await id(page, "key-sheet").locator("[data-key]").evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1).length);
  tally.equal(clipped, 0, "no line runs out of its column");
  const english = (await page.locator("html").getAttribute("lang")) === "en";
  await id(page, "keys-find").fill(english ? "exprot" : "daochu");
  await until(page, "fewer lines", async () => (await id(page, "key-sheet").locator("[data-key]").count()) < 12 && (await id(page, "key-sheet").locator("[data-key]").count()) > 0);
  const found = await id(page, "key-sheet").locator("[data-key]").allInnerTexts();
  tally.check(found.every((one) => (english ? /export/i : /导出/).test(one)), "the sheet is searched by the same rules", found.join(" | "));
  await page.keyboard.press("Escape");
  await until(page, "all lines again", async () => (await id(page, "key-sheet").locator("[data-key]").count()) === lines);
}

async function lists(page, tally, watch) {
  await page.keyboard.press("Escape");
  await page.keyboard.press("g");
  await page.keyboard.press("a");
  await until(page, "the accounts", async () => page.url().includes("#/accounts"));
  const field = page.locator("input[type=search]").first();
  await field.fill("shuolan");
  await until(page, "one account by pinyin", async () => (await page.locator("[data-account]").count()) === 1 && (await page.locator("[data-account]").first().innerText()).includes("朔澜"));
  await field.press("Escape");
  await page.keyboard.press("g");
  await page.keyboard.press("v");
  await id(page, "visits").waitFor();
  const all = await page.locator("[data-visit]").count();
  await page.keyboard.press("/");
  await page.keyboard.insertText("mjc");
  // What was checked before may have made the same person a guest elsewhere too.
  const reasons = async () => id(page, "visit-why").locator("mark").allInnerTexts();
  const shown = () => page.locator("[data-visit]").count();
  await until(page, "the visit by its guest", async () => (await shown()) < all && (await reasons()).length > 0);
  const [why, found] = [await reasons(), await shown()];
  tally.check(found > 0 && why.length === found && why.every((one) => one === "马俊驰"), "with the guest as the reason", why.join(" "));
  await page.keyboard.press("Escape");
  await until(page, "all visits again", async () => (await page.locator("[data-visit]").count()) === all);
  await page.keyboard.press("g");
  await page.keyboard.press("c");
  await id(page, "court-tab-warnings").click();
  await id(page, "warnings").waitFor();
  const warned = await page.locator("[data-testid=warnings] .it").count();
  await page.keyboard.press("/");
  await page.keyboard.insertText("申屠m");
  await until(page, "warnings of one person", async () => (await page.locator("[data-testid=warnings] .it").count()) > 0 && (await page.locator("[data-testid=warnings] .it").count()) < warned);
  await page.keyboard.press("Escape");
  await openMap(page, "A01");
  await id(page, "map-search").fill("zhuoyc");
  await until(page, "the card by pinyin", async () => (await page.locator("#map-hits [role=option]").count()) === 1 && (await page.locator("#map-hits mark").innerText()) === "卓越川");
  tally.check(true, "lists and the map are searched by the same rules");
  await page.keyboard.press("Escape");
  await settle(page, watch);
}

/** The whole of it on a wide page; leaves the workspace as it was. */
export async function checkSearch(view, tally) {
  const { page, watch } = view;
  await tally.step("found by sound", () => bySound(page, tally, watch));
  await tally.step("walked by keys", () => byKeys(page, tally, watch));
  await tally.step("steps with a person", () => stepKeys(page, tally, watch));
  await tally.step("visits, promises, units", () => others(page, tally, watch));
  await tally.step("recent first", () => recentFirst(page, tally, watch));
  await tally.step("commands", () => commandsOf(page, tally, watch));
  await tally.step("gaps and warnings", () => matters(page, tally, watch));
  await tally.step("the key sheet", () => sheet(page, tally));
  await tally.step("lists and the map", () => lists(page, tally, watch));
  await opened(page);
  await typed(page, "mgl");
  await first(page, "苗国梁");
  await judge(tally, view, "palette");
  if (process.env.SEARCH_SHOTS) await page.screenshot({ path: `${process.env.SEARCH_SHOTS}/palette-wide.png` });
  await page.keyboard.press("Escape");
  tally.equal(watch.faults, [], "no fault of the page");
}

export async function checkSearchNarrow(view, tally) {
  const { page, watch } = view;
  await opened(page);
  await typed(page, "smi");
  await typed(page, "mgl");
  await first(page, "Miao");
  await judge(tally, view, "palette, narrow");
  if (process.env.SEARCH_SHOTS) await page.screenshot({ path: `${process.env.SEARCH_SHOTS}/palette-narrow.png` });
  await page.keyboard.press("Escape");
  await sheet(page, tally);
  await judge(tally, view, "key sheet, narrow");
  if (process.env.SEARCH_SHOTS) await page.screenshot({ path: `${process.env.SEARCH_SHOTS}/keys-narrow.png` });
  await page.keyboard.press("Escape");
  await settle(page, watch);
}

await alone(import.meta.url, "search", async ({ open, tally }) => {
  for (const [look, work] of [[WIDE, checkSearch], [NARROW, checkSearchNarrow]]) {
    const view = await open(look);
    await tally.step(`search ${look.width}`, () => work(view, tally));
    await view.close();
  }
});
