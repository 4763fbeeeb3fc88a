// The page of a person by a person's own ways: opened from the map and the search, a fact in one line, what is not kept, verifying by a key, questions, names,
// the list of people and the facts too old. Every step is undone again. Runs alone or as a part of a longer journey.
import { alone } from "./alone.mjs";
import { judge, settle, until } from "./check.mjs";
import { findOnMap, id, openMap } from "./screens.mjs";

const calls = (watch, command) => watch.calls.filter((one) => one === `/call/${command}`).length;
const text = async (place) => (await place.innerText()).trim();
const row = (page, kind) => page.locator(`[data-testid=fact-row][data-kind=${kind}]`);
const ask = (page, kind) => page.locator(`[data-testid=ask-row][data-kind=${kind}]`);

async function undo(page, watch, times = 1) {
  for (let at = 0; at < times; at += 1) {
    await settle(page, watch);
    const before = calls(watch, "undo");
    await id(page, "undo").click();
    await until(page, "the way back asked for", () => calls(watch, "undo") > before);
    await settle(page, watch);
  }
}

/** Out of every field, so that letters are keys again. */
const leave = (page) => page.evaluate(() => document.activeElement?.blur());

async function openPerson(page, watch, name) {
  await openMap(page);
  await findOnMap(page, name);
  await id(page, "inspector").waitFor();
  await settle(page, watch);
  await leave(page);
  await page.keyboard.press("ControlOrMeta+Enter");
  await id(page, "person-facts").waitFor();
  await settle(page, watch);
}

async function head(page, tally) {
  tally.equal(await text(id(page, "person-name")), "祁振邦", "the map's key opens the page");
  const facts = await text(id(page, "person-facts"));
  tally.check(/陕西韩城/.test(facts) && /公开简历/.test(facts) && /已确认/.test(facts) && /不衰减/.test(facts), "facts with source, certainty and age", facts);
  tally.check(/核心\d+%，背景5\/7已知/.test(facts), "background is counted beside the core", facts);
  tally.check(/北塬电力设计院/.test(await text(id(page, "person-spans"))) && /顾维桢/.test(await id(page, "person-spans").innerHTML()), "years shared with one of ours are drawn");
}

/** Named with a lock, opened for a reason, gone by itself, by covering the desk and by leaving. */
async function sensitive(page, tally, watch) {
  const fact = row(page, "diet");
  tally.check(/已登记，来访内查看/.test(await text(fact)), "named, not said", await text(fact));
  const look = async () => {
    await id(page, "sensitive-look").click();
    await id(page, "sensitive-go").click();
    await id(page, "sensitive-value").waitFor();
    return text(id(page, "sensitive-value"));
  };
  await id(page, "sensitive-look").click();
  await id(page, "sensitive-reason").click();
  await page.getByRole("option", { name: "其他" }).click();
  tally.check(await id(page, "sensitive-go").isDisabled(), "another reason is said in words");
  await id(page, "sensitive-note").fill("祁振邦今晚用餐");
  await id(page, "sensitive-note").press("Enter");
  await page.getByRole("alert").waitFor();
  tally.check((await id(page, "sensitive-value").count()) === 0 && /不写姓名/.test(await text(page.getByRole("alert"))), "a reason names nobody");
  await id(page, "sensitive-note").press("Escape");
  watch.faults.splice(0, watch.faults.length, ...watch.faults.filter((one) => !/view_sensitive|status of 4/.test(one)));
  await page.clock.install();
  const value = await look();
  tally.check(value.length > 1 && /^还剩(10:00|9:5)/.test(await text(id(page, "sensitive-left"))), "shown with what is left of ten minutes", await text(id(page, "sensitive-left")));
  await page.clock.fastForward(300_000);
  await until(page, "five minutes left", async () => /还剩(5:00|4:5)/.test(await text(id(page, "sensitive-left"))));
  await page.clock.fastForward(301_000);
  await id(page, "sensitive-value").waitFor({ state: "detached" });
  tally.check(!(await page.content()).includes(value), "gone by itself, from the page too");
  await look();
  await page.keyboard.press("ControlOrMeta+Shift+Period");
  await id(page, "desk-cover").waitFor();
  tally.check(!(await page.content()).includes(value), "gone beneath the cover");
  await page.keyboard.press("Escape");
  await look();
  await id(page, "sensitive-hide").click();
  tally.equal(await id(page, "sensitive-value").count(), 0, "put away by hand");
  await look();
  await id(page, "person-after").click();
  await until(page, "another person", async () => (await text(id(page, "person-name"))) !== "祁振邦");
  await id(page, "person-before").click();
  await until(page, "the first again", async () => (await text(id(page, "person-name"))) === "祁振邦");
  await settle(page, watch);
  tally.check(!(await page.content()).includes(value), "gone on leaving the page");
}

/** One after the other along the account, by buttons and by keys. */
async function walk(page, tally, watch) {
  const at = () => text(id(page, "person-at"));
  tally.check(/^第1位，共\d+位$/.test(await at()), "the highest by protocol is the first", await at());
  tally.check(await id(page, "person-before").isDisabled(), "nobody before");
  await leave(page);
  await page.keyboard.press("Alt+ArrowDown");
  await until(page, "the second", async () => /^第2位/.test(await at()));
  await settle(page, watch);
  await page.keyboard.press("Alt+ArrowUp");
  await until(page, "the first", async () => /^第1位/.test(await at()) && (await text(id(page, "person-name"))) === "祁振邦");
  await settle(page, watch);
}

/** At the seat: the same line, the same key, what a fact is kept for. */
async function atTheSeat(page, tally, watch) {
  await openMap(page);
  await findOnMap(page, "祁振邦");
  const post = page.locator("[data-testid=seat-fact]").first();
  await post.waitFor();
  await settle(page, watch);
  tally.check(/接待人匹配/.test(await text(id(page, "inspector"))), "what a fact is kept for");
  await post.focus();
  await page.keyboard.press("v");
  await until(page, "verified today", async () => /今天|0天/.test(await text(post)));
  await settle(page, watch);
  await until(page, "the row in focus again", () => post.evaluate((one) => one === document.activeElement));
  await undo(page, watch);
  await id(page, "fact-add").click();
  await until(page, "the line in focus", () => page.evaluate(() => document.activeElement?.getAttribute("data-testid") === "fact-line-input"));
  const before = calls(watch, "put_fact");
  await page.keyboard.type("爱好 乒乓球 — 本人告知");
  await until(page, "ready", () => id(page, "fact-line-save").isEnabled());
  await page.keyboard.press("Enter");
  await until(page, "kept", () => calls(watch, "put_fact") === before + 1);
  await until(page, "shown", async () => /乒乓球/.test(await text(id(page, "inspector"))));
  await settle(page, watch);
  await page.keyboard.press("Escape");
  await id(page, "fact-line-input").waitFor({ state: "detached" });
  await undo(page, watch);
}

/** Typed, shown, kept by Enter; nothing but the keyboard. */
async function oneLine(page, tally, watch) {
  await leave(page);
  await page.keyboard.press("f");
  await page.keyboard.type("籍贯 乐山夹江");
  await until(page, "the source asked for", async () => (await id(page, "fact-line-source").count()) === 1);
  tally.equal(await text(id(page, "fact-line-value")), "四川夹江", "the place is known");
  tally.check(/陕西韩城/.test(await text(id(page, "fact-line-says"))), "what is noted already is told");
  const before = calls(watch, "put_fact");
  await page.keyboard.press("Enter");
  await settle(page, watch);
  tally.equal(calls(watch, "put_fact"), before, "nothing is kept without a source");
  await page.keyboard.type(" — 听说");
  await until(page, "nothing open", async () => (await id(page, "fact-line-source").count()) === 0);
  await page.keyboard.press("Enter");
  await until(page, "both facts", async () => (await row(page, "native_place").count()) === 2);
  await settle(page, watch);
  tally.check(/陕西韩城/.test(await text(row(page, "native_place").first())) && (await id(page, "fact-contradicts").count()) === 2, "the better source stands first, both are marked");
  tally.equal(await page.evaluate(() => document.activeElement?.getAttribute("data-testid")), "fact-line-input", "the line is ready for the next");
  await undo(page, watch);
  tally.equal(await row(page, "native_place").count(), 1, "one step back");
}

async function severalPlaces(page, tally, watch) {
  await leave(page);
  await page.keyboard.press("f");
  await page.keyboard.type("出生地 鼓楼区 — 本人告知");
  await id(page, "fact-line-place").first().waitFor();
  tally.check((await id(page, "fact-line-place").count()) > 2, "several places are asked about");
  await id(page, "fact-line-place").nth(1).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await until(page, "the place kept", async () => (await row(page, "birth_place").count()) === 1);
  tally.check(/徐州/.test(await text(row(page, "birth_place"))), "the one chosen", await text(row(page, "birth_place")));
  await undo(page, watch);
}

async function notKept(page, tally, watch) {
  const before = calls(watch, "put_fact");
  for (const [typed, matter] of [["备注 他信佛 — 听说", "religion"], ["备注 身份证 510111198001011 — 听说", "id_number"], ["备注 手里有把柄 — 听说", "leverage"]]) {
    await id(page, "fact-line-input").fill(typed);
    await page.locator(`[data-testid=caught][data-matter=${matter}]`).waitFor();
    await id(page, "fact-line-input").press("Enter");
    await settle(page, watch);
  }
  tally.equal(calls(watch, "put_fact"), before, "nothing of it is sent");
  await id(page, "fact-line-input").fill("备注 对口张家川回族自治县项目 — 本人告知");
  await until(page, "the place passes", async () => (await id(page, "caught").count()) === 0 && (await id(page, "fact-line-save").isEnabled()));
  await id(page, "fact-line-input").fill("饮食 素食 — 本人告知");
  await id(page, "fact-line-diet").waitFor();
  tally.check(await id(page, "fact-line-save").isDisabled(), "what somebody eats has its own question");
  await id(page, "fact-line-input").fill("");
  await id(page, "person-touch").click();
  await id(page, "touch-line-text").fill("昨天 沈知远 电话 说他刚离婚");
  await page.locator("[data-testid=caught][data-matter=family]").waitFor();
  tally.check(await id(page, "touch-line-save").isDisabled(), "a contact that tells of it cannot be logged");
  await page.keyboard.press("Escape");
  await id(page, "touch-line").waitFor({ state: "detached" });
}

async function verifying(page, tally, watch) {
  const post = row(page, "position");
  tally.check(/来访前须重核/.test(await text(post)), "too old, and a visit is near", await text(post));
  await id(page, "verify-by").click();
  await page.getByRole("option", { name: "顾维桢" }).click();
  await post.focus();
  await page.keyboard.press("v");
  await until(page, "verified", async () => /今天/.test(await text(post)));
  tally.check(/顾维桢/.test(await post.innerHTML()), "by whom");
  await settle(page, watch);
  await until(page, "the row in focus again", () => post.evaluate((one) => one === document.activeElement));
  await page.keyboard.press("ArrowDown");
  await until(page, "the next by arrow", () => row(page, "native_place").evaluate((one) => one === document.activeElement));
  await undo(page, watch);
  await id(page, "verify-by").click();
  await page.getByRole("option", { name: "不署名" }).click();
}

async function questions(page, tally, watch) {
  await ask(page, "concern").getByTestId("ask-plan").click();
  await id(page, "ask-due").fill("2026-11-27");
  await id(page, "ask-save").click();
  await until(page, "planned", async () => /顾维桢 11-27/.test(await text(ask(page, "concern"))));
  await settle(page, watch);
  await ask(page, "concern").getByTestId("ask-tell").click();
  await page.keyboard.type("统一两家子公司平台 — 会议上本人说");
  await until(page, "ready", () => id(page, "fact-line-save").isEnabled());
  await page.keyboard.press("Enter");
  await until(page, "answered by the fact", async () => (await ask(page, "concern").count()) === 0);
  await undo(page, watch, 2);
  tally.equal(await ask(page, "concern").count(), 1, "both steps back");
  await id(page, "ask-add").click();
  await id(page, "ask-text").fill("会面偏好");
  await id(page, "ask-save").click();
  await until(page, "the question", async () => /会面偏好/.test(await text(id(page, "person-asks"))));
  await undo(page, watch);
}

async function names(page, tally, watch) {
  await id(page, "person-name-edit").click();
  await id(page, "name-address_zh").fill("祁董");
  await id(page, "name-address_zh").press("Enter");
  await until(page, "the new address", async () => /祁董/.test(await text(page.getByRole("main"))));
  await undo(page, watch);
  tally.check(/祁书记/.test(await text(page.getByRole("main"))), "the old one again");
}

async function birthdays(page, tally, watch) {
  await id(page, "birthday-open").click();
  await page.getByRole("radio", { name: "农历" }).click();
  await id(page, "birthday-month").fill("1");
  await id(page, "birthday-day").fill("15");
  await id(page, "birthday-save").click();
  await id(page, "person-birthday-next").waitFor();
  tally.check(/2027年2月20日/.test(await text(id(page, "person-birthday-next"))), "the next solar day of a lunar birthday", await text(id(page, "person-birthday-next")));
  await undo(page, watch);
}

async function list(page, tally, watch) {
  await id(page, "nav-accounts").click();
  await id(page, "to-people").click();
  await id(page, "people-row").first().waitFor();
  await settle(page, watch);
  await page.keyboard.press("/");
  await page.keyboard.type("王磊");
  await until(page, "two namesakes", async () => (await id(page, "people-row").count()) === 2);
  const rows = await id(page, "people-row").allInnerTexts();
  tally.check(rows.some((one) => one.includes("信息中心")) && rows.some((one) => one.includes("采购部")), "told apart", rows.join(" | "));
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await id(page, "person-namesakes").waitFor();
  tally.check(/王磊/.test(await text(id(page, "person-namesakes"))), "the other one is named");
  await page.keyboard.press("Escape");
  await id(page, "people").waitFor();
  tally.check(true, "Escape returns");
  await id(page, "people-stale").check();
  await until(page, "only those with stale facts", async () => (await id(page, "people-row").count()) > 1 && (await id(page, "people-row").allInnerTexts()).every((one) => /过期/.test(one)));
  await id(page, "people-stale").uncheck();
}

async function stale(page, tally, watch) {
  await id(page, "nav-court").click();
  await id(page, "court-tab-stale").click();
  await id(page, "stale-row").first().waitFor();
  await settle(page, watch);
  const before = await id(page, "stale-row").count();
  await id(page, "stale-row").first().focus();
  await page.keyboard.press("v");
  await until(page, "one less", async () => (await id(page, "stale-row").count()) === before - 1);
  await undo(page, watch);
  tally.equal(await id(page, "stale-row").count(), before, "all of them again");
}

async function bySearch(page, tally, watch) {
  await page.keyboard.press("ControlOrMeta+k");
  await id(page, "palette-input").fill("qizhenb");
  await until(page, "the person found", async () => /祁振邦/.test(await text(id(page, "palette"))));
  await settle(page, watch);
  await page.keyboard.press("ControlOrMeta+Enter");
  await id(page, "person-facts").waitFor();
  tally.equal(await text(id(page, "person-name")), "祁振邦", "the search leads to the page");
}

/** The page of a person, the list and the stale facts; leaves the sample as it was. */
export async function checkPerson(page, tally, watch) {
  await tally.step("a person's page opens from the map", async () => { await openPerson(page, watch, "祁振邦"); await head(page, tally); });
  await tally.step("a fact in one line, by keyboard", () => oneLine(page, tally, watch));
  await tally.step("a place that may be several is asked about", () => severalPlaces(page, tally, watch));
  await tally.step("what is not kept is caught while it is typed", () => notKept(page, tally, watch));
  await tally.step("V verifies", () => verifying(page, tally, watch));
  await tally.step("questions with an owner and a day", () => questions(page, tally, watch));
  await tally.step("names in their parts", () => names(page, tally, watch));
  await tally.step("a lunar birthday", () => birthdays(page, tally, watch));
  await tally.step("one after the other along the account", () => walk(page, tally, watch));
  await tally.step("at the seat: the same line and the same key", () => atTheSeat(page, tally, watch));
  await tally.step("the search leads to the page", () => bySearch(page, tally, watch));
  await tally.step("the list of people", () => list(page, tally, watch));
  await tally.step("facts too old", () => stale(page, tally, watch));
  await tally.step("a sensitive fact, for ten minutes", async () => { await openPerson(page, watch, "祁振邦"); await sensitive(page, tally, watch); });
}

/** The same screens in another look, judged. */
export async function lookAtPerson(view, tally, look) {
  const { page, watch } = view;
  const name = (what) => `${what} ${look.lang} ${look.theme} ${look.width}`;
  await id(page, "nav-accounts").click();
  await id(page, "to-people").click();
  await id(page, "people-row").first().waitFor();
  await judge(tally, view, name("people"));
  await page.locator("[data-testid=people-row][data-ref=p101] button, [data-testid=people-row] button").first().click();
  await id(page, "person-facts").waitFor();
  await judge(tally, view, name("person"));
  await id(page, "person-name-edit").click();
  await id(page, "fact-line-input").fill(look.lang === "en" ? "note he is a muslim" : "备注 他信佛");
  await id(page, "caught").first().waitFor();
  await judge(tally, view, name("person with forms"));
  await id(page, "nav-court").click();
  await id(page, "court-tab-stale").click();
  await id(page, "stale-row").first().waitFor();
  await judge(tally, view, name("stale facts"));
}

await alone(import.meta.url, "person", async ({ open, tally }) => {
  const view = await open({ width: 1440, height: 900, theme: "light", lang: "zh-CN" });
  await checkPerson(view.page, tally, view.watch);
  tally.equal(view.watch.faults, [], "nothing on the console");
  await view.close();
  for (const look of [{ width: 1024, height: 700, theme: "dark", lang: "en" }, { width: 1440, height: 900, theme: "dark", lang: "zh-CN" }, { width: 1440, height: 900, theme: "light", lang: "en" }, { width: 1024, height: 700, theme: "light", lang: "zh-CN" }]) {
    const other = await open(look);
    await lookAtPerson(other, tally, look);
    await other.close();
  }
});
