// The ledger by a person's own ways: a promise that contradicts another, what came in taken and answered, a contact in one line, a calendar.
// Every step is undone again, so that the sample is left as it was. Runs alone or as a part of a longer journey.
import { alone } from "./alone.mjs";
import { calls, judge, settle, undo, until } from "./check.mjs";
import { findOnMap, id, openMap, openVisit } from "./screens.mjs";

const text = async (place) => (await place.innerText()).trim();
const focused = (page) => page.evaluate(() => document.activeElement?.getAttribute("data-testid") ?? "");

const CALENDAR = ["BEGIN:VCALENDAR", "this line is broken", "BEGIN:VEVENT", "UID:past@example.com", "DTSTART;TZID=Mars/Base:20261118T100000", "DTEND;TZID=Mars/Base:20261118T110000", "SUMMARY:三期进度", "ATTENDEE;CN=冼思源:mailto:x@example.com", "ATTENDEE;CN=程岚:mailto:c@example.com", "END:VEVENT", "BEGIN:VEVENT", "UID:ahead@example.com", "DTSTART:20261125T060000Z", "DTEND:20261125T070000Z", "SUMMARY:与冼思源确认窗口", "ORGANIZER:mailto:lin.caiwei@example.com", "END:VEVENT", "BEGIN:VEVENT", "UID:own@example.com", "DTSTART:20261101", "SUMMARY:内部例会", "END:VEVENT", "END:VCALENDAR"].join("\r\n");

async function openLedger(page) {
  await id(page, "nav-court").click();
  await id(page, "court").waitFor();
  await id(page, "court-tab-ledger").click();
  await id(page, "ledger").waitFor();
  await id(page, "promise-table").waitFor();
}

async function section(page, code) {
  await id(page, `ledger-${code}`).click();
  await until(page, `the section ${code}`, async () => (await id(page, `ledger-${code}`).getAttribute("aria-checked")) === "true");
}

async function choose(page, field, name) {
  await id(page, field).click();
  await page.getByRole("option", { name }).first().click();
}

/** What the sample promises came to, and rows walked by arrows. */
async function reading(page, tally, watch) {
  await choose(page, "ledger-filter", "全部");
  const row = (ref) => page.locator(`[data-testid=promise-row][data-ref=${ref}]`);
  await row("c801").waitFor();
  tally.check(/超出预期/.test(await text(row("c801"))) && /早5天/.test(await text(row("c801"))), "c801 delighted", await text(row("c801")));
  tally.check(/落空/.test(await text(row("c501"))) && /晚3天/.test(await text(row("c501"))), "c501 disappointed", await text(row("c501")));
  tally.check(/口径冲突/.test(await text(row("c802"))) && /缓冲16天，应有28天/.test(await text(row("c802"))), "c802 contradicts and has too little buffer", await text(row("c802")));
  await choose(page, "ledger-filter", "未了结");
  await settle(page, watch);
  const rows = page.locator("[data-testid=promise-table] [data-row]");
  await rows.first().focus();
  await page.keyboard.press("ArrowDown");
  tally.check(await rows.nth(1).evaluate((one) => one === document.activeElement), "the arrow reaches the next row");
  await page.keyboard.press("Enter");
  await id(page, "ledger-promise-dialog").waitFor();
  await page.keyboard.press("Escape");
  await id(page, "ledger-promise-dialog").waitFor({ state: "detached" });
}

/** The contradiction is named before anything is saved; the second press means it. */
async function promising(page, tally, watch) {
  const rows = id(page, "promise-row");
  const before = await rows.count();
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await page.keyboard.press("n");
  await id(page, "ledger-promise-dialog").waitFor();
  tally.equal(await focused(page), "lp-text", "a new promise starts in its words");
  await page.keyboard.type("样例承诺");
  await choose(page, "lp-account", "汇湾商业银行");
  await id(page, "lp-to").fill("xsy");
  await page.getByRole("option", { name: /冼思源/ }).first().waitFor();
  await page.keyboard.press("Enter");
  await id(page, "lp-topic").fill("三期上线");
  await id(page, "lp-promised").fill("2027-05-31");
  await id(page, "lp-conflicts").waitFor();
  tally.check(/2027-03-31[\s\S]*2027-04-30/.test(await text(id(page, "lp-conflicts"))), "both are named", await text(id(page, "lp-conflicts")));
  await id(page, "lp-save").click();
  await until(page, "the second yes asked for", async () => /照此保存/.test(await text(id(page, "lp-save"))));
  tally.equal(calls(watch, "put_promise"), 0, "nothing is saved at the first press");
  await id(page, "lp-topic").fill("样例议题");
  await id(page, "lp-conflicts").waitFor({ state: "detached" });
  await id(page, "lp-save").click();
  await id(page, "ledger-promise-dialog").waitFor({ state: "detached" });
  await until(page, "one promise more", async () => (await rows.count()) === before + 1);
  const own = rows.filter({ hasText: "样例承诺" });
  await own.getByTestId("promise-deliver").click();
  await id(page, "deliver-5").click();
  await id(page, "deliver-save").click();
  await until(page, "delivered and settled", async () => (await rows.count()) === before);
  await undo(page, watch);
  await undo(page, watch);
  await until(page, "as it was", async () => (await rows.count()) === before);
}

/** Withdrawn with a reason it is struck and out of sight until asked for; taken over, its maker stays known. */
async function withdrawing(page, tally, watch) {
  const rows = id(page, "promise-row");
  const before = await rows.count();
  const row = page.locator("[data-testid=promise-row][data-ref=c802]");
  await row.locator("[data-row]").click();
  await id(page, "lp-conflicts").waitFor();
  await choose(page, "lp-holder", /彭越/);
  await id(page, "lp-save").click();
  await until(page, "the contradiction named", async () => /照此保存/.test(await text(id(page, "lp-save"))));
  await id(page, "lp-save").click();
  await row.getByTestId("promise-holder").waitFor();
  tally.check(/林采薇[\s\S]*现由彭越负责/.test(await text(row)), "the holder stands beside the maker", await text(row));
  await undo(page, watch);
  await row.locator("[data-row]").click();
  await id(page, "lp-withdraw").click();
  await id(page, "withdraw-dialog").waitFor();
  await id(page, "withdraw-save").click();
  await id(page, "withdraw-dialog").getByRole("alert").waitFor();
  tally.equal(calls(watch, "withdraw_matter"), 0, "nothing is withdrawn without a reason");
  await id(page, "withdraw-reason").fill("样例：客户改了计划");
  await judge(tally, { page, watch }, "withdrawing");
  await id(page, "withdraw-save").click();
  await until(page, "one row less", async () => (await rows.count()) === before - 1);
  await choose(page, "ledger-filter", "已撤回");
  await row.waitFor();
  tally.check(/11-20撤回：样例：客户改了计划/.test(await text(row)), "day and reason stand on it", await text(row));
  tally.equal(await row.locator("b").first().evaluate((one) => getComputedStyle(one).textDecorationLine), "line-through", "and it is struck");
  await row.getByTestId("promise-restore").click();
  await until(page, "it stands again", async () => (await row.count()) === 0);
  await choose(page, "ledger-filter", "未了结");
  await undo(page, watch);
  await undo(page, watch);
  await until(page, "as it was", async () => (await rows.count()) === before);
}

/** Taken, answered, closed; who was asked first stands there until somebody takes it. */
async function matters(page, tally, watch) {
  await section(page, "matters");
  const row = (ref) => page.locator(`[data-testid=matter-row][data-ref=${ref}]`);
  await row("q301").waitFor();
  tally.check(/无人负责/.test(await text(row("q301"))) && /逾期3天/.test(await text(row("q301"))), "held by nobody and late", await text(row("q301")));
  tally.check(/11-1\d结束前/.test(await text(row("q301").getByTestId("matter-due"))), "a clock of days says until when", await text(row("q301").getByTestId("matter-due")));
  tally.check(/林采薇[\s\S]*首问，未接下/.test(await text(row("q801"))), "the first asked answers for it", await text(row("q801")));
  await row("q301").getByTestId("matter-take").click();
  await page.getByRole("option", { name: /钟意/ }).click();
  await until(page, "taken", async () => /待答复/.test(await text(row("q301").getByTestId("matter-step"))));
  await row("q301").getByTestId("matter-answer").click();
  await id(page, "answer-text").fill("下周起加一次");
  await id(page, "answer-save").click();
  await until(page, "answered", async () => /待办结/.test(await text(row("q301").getByTestId("matter-step"))));
  await row("q301").getByTestId("matter-close").click();
  await until(page, "closed", async () => (await row("q301").count()) === 0);
  for (let step = 0; step < 3; step += 1) await undo(page, watch);
  await until(page, "as it was", async () => /无人负责/.test(await text(row("q301"))));
  await choose(page, "ledger-filter", "已了结");
  tally.check(/这一类没有/.test(await text(id(page, "ledger"))), "an empty list says so");
  await choose(page, "ledger-filter", "未了结");
}

/** One line; the input method's Enter does not send it; somebody two names fit is asked for; a day ahead becomes a plan. */
async function line(page, tally, watch) {
  await section(page, "touches");
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await page.keyboard.press("l");
  await id(page, "touch-line").waitFor();
  tally.equal(await focused(page), "touch-line-text", "the line has the focus");
  await page.keyboard.type("今天 冼思源 程岚 电话 20分 谈三期");
  await until(page, "two people read", async () => (await id(page, "touch-line-ours").count()) === 1 && (await id(page, "touch-line-theirs").count()) === 1);
  const read = await text(id(page, "touch-line-read"));
  tally.check(/11月20日/.test(read) && /20分钟/.test(read) && /电话/.test(read) && /谈三期/.test(read) && /汇湾商业银行/.test(read), "day, length, way, words and account", read);
  await page.evaluate(() => {
    const at = document.activeElement;
    for (const extra of [{ isComposing: true }, { keyCode: 229 }]) at.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", code: "Enter", bubbles: true, cancelable: true, ...extra }));
  });
  tally.equal(calls(watch, "put_touch"), 0, "nothing is written while composing");
  await page.keyboard.press("Enter");
  await id(page, "touch-line").waitFor({ state: "detached" });
  await until(page, "the contact logged", async () => /冼思源[\s\S]*电话[\s\S]*程岚[\s\S]*谈三期/.test(await text(id(page, "touch-row").first())));
  await undo(page, watch);
  await page.keyboard.press("l");
  await id(page, "touch-line-text").fill("下周一 14:00 冼总 程岚 拜访 @三号会议室 看进度");
  await until(page, "planned", async () => (await id(page, "touch-line-planned").count()) === 1);
  tally.check(/三号会议室/.test(await text(id(page, "touch-line-read"))), "the place is read");
  await id(page, "touch-line-save").click();
  await id(page, "touch-line").waitFor({ state: "detached" });
  await until(page, "the plan is there", async () => (await id(page, "plan-row").filter({ hasText: "三号会议室" }).count()) === 1);
  await id(page, "plan-row").filter({ hasText: "三号会议室" }).getByTestId("plan-open").click();
  await id(page, "pl-at").fill("15:30");
  await id(page, "pl-save").click();
  await until(page, "moved by an hour and a half", async () => /15:30/.test(await text(id(page, "plan-row").filter({ hasText: "三号会议室" }))));
  await undo(page, watch);
  await undo(page, watch);
  await page.keyboard.press("l");
  await id(page, "touch-line-text").fill("今天 电话");
  await until(page, "what lacks is asked", async () => (await id(page, "touch-line-ask").count()) === 2);
  tally.check(await id(page, "touch-line-save").isDisabled(), "nothing to save yet");
  await page.keyboard.press("Escape");
  await id(page, "touch-line").waitFor({ state: "detached" });
}

/** Read, ticked, taken over in one step, known the second time; what is no calendar is said so. */
async function calendar(page, tally, watch) {
  await id(page, "ledger-calendar").click();
  await id(page, "calendar-text").fill("no calendar at all");
  await id(page, "calendar-read").click();
  await id(page, "calendar-refusal").waitFor();
  // A refusal is an answer; the browser notes it all the same.
  watch.faults.splice(0, watch.faults.length, ...watch.faults.filter((one) => !/read_calendar|status of 422/.test(one)));
  tally.check(/不是日历/.test(await text(id(page, "calendar-refusal"))), "what is no calendar is refused in words", await text(id(page, "calendar-refusal")));
  await id(page, "calendar-text").fill(CALENDAR);
  await id(page, "calendar-read").click();
  await id(page, "calendar-rows").waitFor();
  const states = await id(page, "calendar-row").evaluateAll((all) => all.map((one) => one.dataset.state));
  tally.equal(states.join(), "ready,ready,none_theirs", "two can be taken over");
  tally.check(/2项可记[\s\S]*1处读不出/.test(await text(id(page, "calendar-counts"))), "the broken line is counted", await text(id(page, "calendar-counts")));
  tally.check(/时区不认识/.test(await text(id(page, "calendar-rows"))), "the unknown zone is said");
  await judge(tally, { page, watch }, "a calendar");
  await id(page, "calendar-apply").click();
  await id(page, "calendar-dialog").waitFor({ state: "detached" });
  await until(page, "the past one is a contact", async () => /三期进度/.test(await text(id(page, "touch-row").first())));
  tally.equal(await id(page, "plan-row").filter({ hasText: "确认窗口" }).count(), 1, "the coming one is a plan");
  await id(page, "ledger-calendar").click();
  await id(page, "calendar-text").fill(CALENDAR);
  await id(page, "calendar-read").click();
  await until(page, "all known", async () => /0项可记，2项已在台账/.test(await text(id(page, "calendar-counts"))));
  await page.keyboard.press("Escape");
  await id(page, "calendar-dialog").waitFor({ state: "detached" });
  await undo(page, watch);
  await until(page, "gone in one step", async () => (await id(page, "plan-row").filter({ hasText: "确认窗口" }).count()) === 0);
}

/** On Home, on the map and in the inspector. */
async function elsewhere(page, tally, watch) {
  await id(page, "nav-home").click();
  await id(page, "home").waitFor();
  await until(page, "what nobody holds on Home", async () => /来件无人负责[\s\S]*门诊楼增加夜间巡检/.test(await text(id(page, "home"))));
  await openMap(page, "A08");
  await id(page, "waiting-badge").waitFor();
  tally.check(/1件逾期/.test((await id(page, "waiting-badge").getAttribute("aria-label")) ?? ""), "the map says that one is late");
  await findOnMap(page, "冼思源");
  await id(page, "seat-ledger").waitFor();
  tally.check(/下次应接触[\s\S]*上线日期[\s\S]*停机窗口/.test(await text(id(page, "seat-ledger"))), "promises and requests of the person", await text(id(page, "seat-ledger")));
  await id(page, "seat-touch-line").click();
  await until(page, "the person is known before anything is typed", async () => /冼思源/.test(await text(id(page, "touch-line-read"))));
  await page.keyboard.press("Escape");
  await id(page, "touch-line").waitFor({ state: "detached" });
  await id(page, "waiting-badge").click();
  await id(page, "ledger").waitFor();
  await openVisit(page, "V07");
  await id(page, "visit-tab-after").click();
  await id(page, "visit-touch-line").click();
  await until(page, "the guests are known", async () => (await id(page, "touch-line-theirs").count()) === 12);
  await page.keyboard.press("Escape");
  await settle(page, watch);
}

/** All of it on the sample workspace in Chinese. */
export async function checkLedger(page, tally, watch) {
  await openLedger(page);
  await judge(tally, { page, watch }, "promises");
  await tally.step("promises read and walked", () => reading(page, tally, watch));
  await tally.step("a promise written, delivered and taken back", () => promising(page, tally, watch));
  await tally.step("a promise taken over, withdrawn and restored", () => withdrawing(page, tally, watch));
  await tally.step("what came in", () => matters(page, tally, watch));
  await tally.step("a contact in one line", () => line(page, tally, watch));
  await tally.step("a calendar", () => calendar(page, tally, watch));
  await tally.step("home, map, inspector, visit", () => elsewhere(page, tally, watch));
  tally.check(watch.faults.length === 0, "nothing failed in the page", watch.faults.join("\n       "));
}

/** The sections and dialogs in one look. */
export async function lookAtLedger(view, tally, look) {
  const { page, watch } = view;
  await openLedger(page);
  for (const code of ["promises", "matters", "touches", "exchange"]) {
    await section(page, code);
    await settle(page, watch);
    await judge(tally, view, `ledger ${code} ${look.lang} ${look.theme} ${look.width}`);
  }
  await section(page, "promises");
  await page.locator("[data-testid=promise-table] [data-row]").first().click();
  await id(page, "lp-conflicts").waitFor();
  await judge(tally, view, `promise dialog ${look.lang} ${look.theme} ${look.width}`);
  await page.keyboard.press("Escape");
  await section(page, "matters");
  await id(page, "ledger-add").click();
  await id(page, "matter-dialog").waitFor();
  await judge(tally, view, `matter dialog ${look.lang} ${look.theme} ${look.width}`);
  await page.keyboard.press("Escape");
}

await alone(import.meta.url, "ledger", async ({ open, tally }) => {
  const view = await open({ width: 1440, height: 900, theme: "light", lang: "zh-CN" });
  await checkLedger(view.page, tally, view.watch);
  await view.close();
  for (const look of [{ width: 1024, height: 700, theme: "dark", lang: "en" }, { width: 1440, height: 900, theme: "dark", lang: "zh-CN" }, { width: 1440, height: 900, theme: "light", lang: "en" }]) {
    const other = await open(look);
    await lookAtLedger(other, tally, look);
    await other.close();
  }
});
