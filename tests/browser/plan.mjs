// The planner's tabs by a person's own ways: lines of the agenda written, shifted and taken back, cars filled, the checklist and the cost plan.
// Every step is undone again, so that the sample is left as it was. Runs alone or as a part of a longer journey.
import { alone } from "./alone.mjs";
import { calls, judge, settle, undo, until } from "./check.mjs";
import { id, openVisit } from "./screens.mjs";

const text = async (place) => (await place.innerText()).trim();
const section = (page, code) => id(page, `section-${code}`);
const lines = (page, code) => section(page, code).getByTestId("line-open");
const focused = (page) => page.evaluate(() => document.activeElement?.getAttribute("data-testid") ?? "");

async function tab(page, code) {
  await id(page, `visit-tab-${code}`).click();
  await until(page, `the tab ${code}`, async () => (await id(page, `visit-tab-${code}`).getAttribute("aria-selected")) === "true");
}

/** What an input method sends around the Enter that confirms a word; a plain handler would take it for the real key. */
function compose(page) {
  return page.evaluate(() => {
    const at = document.activeElement;
    let kept = true;
    for (const [key, extra] of [["Enter", { isComposing: true }], ["Enter", { keyCode: 229 }], ["Escape", { keyCode: 229 }]]) {
      const sent = at.dispatchEvent(new KeyboardEvent("keydown", { key, code: key, bubbles: true, cancelable: true, ...extra }));
      if (key === "Enter") kept = kept && !sent;
    }
    return kept;
  });
}

/** 1–9 and arrows; the tab stands in the address and is remembered. */
async function tabs(page, tally) {
  await id(page, "visit").waitFor();
  const codes = await page.locator("[role=tab]").evaluateAll((all) => all.map((one) => one.id.replace("visit-tab-", "")));
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await page.keyboard.press(String(codes.indexOf("agenda") + 1));
  await id(page, "agenda-tab").waitFor();
  tally.check((await page.evaluate(() => location.hash)).endsWith("/agenda"), "the tab stands in the address");
  await id(page, "visit-tab-agenda").focus();
  await page.keyboard.press("ArrowRight");
  tally.equal(await focused(page), `visit-tab-${codes[codes.indexOf("agenda") + 1]}`, "arrows walk the tabs");
  await tab(page, "agenda");
  await id(page, "nav-visits").click();
  await openVisitAgain(page);
  await id(page, "agenda-tab").waitFor();
}

async function openVisitAgain(page) {
  await id(page, "visits").waitFor();
  await id(page, "visit-row-V07").locator("button").first().click();
  await id(page, "visit").waitFor();
}

/** A line by keyboard alone: added, composed, refused, saved, removed and brought back. */
async function agenda(page, tally, watch) {
  const before = await lines(page, "agenda").count();
  await section(page, "agenda").getByTestId("section-add").focus();
  await page.keyboard.press("Enter");
  await id(page, "line-form").waitFor();
  tally.equal(await focused(page), "line-title_zh", "a new line starts in its title");
  await page.keyboard.type("样例茶叙");
  tally.check(await compose(page), "Enter of the input method does not send the form");
  tally.equal(calls(watch, "put_line"), 0, "nothing was written while composing");
  tally.check(await id(page, "line-form").isVisible(), "Escape of the input method leaves the form open");
  await id(page, "line-starts_at").fill("25:00");
  await page.keyboard.press("Enter");
  await until(page, "the unreadable time marked", async () => (await id(page, "line-starts_at").getAttribute("aria-invalid")) === "true");
  tally.equal(calls(watch, "put_line"), 0, "an unreadable time is not sent");
  await id(page, "line-starts_at").fill("1610");
  await id(page, "line-ends_at").fill("16:40");
  await id(page, "line-lead").click();
  await id(page, "pick-find").fill("罗绍");
  await page.keyboard.press("Enter");
  await until(page, "the lead chosen", async () => /罗绍川/.test(await text(id(page, "line-lead"))));
  await id(page, "line-title_zh").focus();
  await page.keyboard.press("Enter");
  await id(page, "line-form").waitFor({ state: "detached" });
  await until(page, "one line more", async () => (await lines(page, "agenda").count()) === before + 1);
  tally.equal(calls(watch, "put_line"), 1, "one step");
  tally.equal(await focused(page), "line-open", "focus is on the saved line");
  const row = lines(page, "agenda").last();
  tally.check(/16:10–16:40[\s\S]*样例茶叙[\s\S]*罗绍川/.test(await text(row)), "the line reads as written", await text(row));
  await page.keyboard.press("Delete");
  await until(page, "the line gone", async () => (await lines(page, "agenda").count()) === before);
  await id(page, "toast-action").click();
  await until(page, "the line back", async () => (await lines(page, "agenda").count()) === before + 1);
  await undo(page, watch);
  await until(page, "as it was", async () => (await lines(page, "agenda").count()) === before);
}

/** Escape: at once without changes, at the second press with them. */
async function leaving(page, tally, watch) {
  const written = calls(watch, "put_line");
  await lines(page, "agenda").nth(1).focus();
  await page.keyboard.press("Enter");
  await id(page, "line-form").waitFor();
  await page.keyboard.press("Escape");
  await id(page, "line-form").waitFor({ state: "detached" });
  tally.equal(await focused(page), "line-open", "back on the line");
  await page.keyboard.press("Enter");
  await id(page, "line-place_zh").fill("样例地点");
  await page.keyboard.press("Escape");
  tally.check(await id(page, "line-form").isVisible(), "what was typed is not dropped at one press");
  await page.keyboard.press("Escape");
  await id(page, "line-form").waitFor({ state: "detached" });
  tally.equal(calls(watch, "put_line"), written, "nothing was written");
}

/** Alt and arrows shift a line; what overlaps is said; several presses are one step. */
async function shifting(page, tally, watch) {
  const first = lines(page, "agenda").nth(2);
  const when = async () => (await text(first)).split("\n")[0];
  const before = await when();
  const written = calls(watch, "put_line");
  await first.focus();
  await page.keyboard.down("Alt");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.up("Alt");
  await until(page, "the shift written", () => calls(watch, "put_line") === written + 1);
  await settle(page, watch);
  tally.check((await when()) !== before, "ten minutes later", await when());
  tally.check((await id(page, "overlap").count()) > 0, "the overlap is said");
  tally.check(/同时在/.test(await text(id(page, "overlap").first())), "and who is in two places", await text(id(page, "overlap").first()));
  await undo(page, watch);
  tally.equal(await when(), before, "one step back is all of it");
  await first.focus();
  const many = calls(watch, "put_lines");
  await page.keyboard.press("Alt+Shift+ArrowDown");
  await page.keyboard.up("Alt");
  await until(page, "the rest of the day written", () => calls(watch, "put_lines") === many + 1);
  await settle(page, watch);
  tally.equal(await id(page, "overlap").count(), 0, "the rest goes along, nothing overlaps");
  await undo(page, watch);
}

/** The strip: a block dragged moves its line in one step. */
async function dragging(page, tally, watch) {
  const block = id(page, "block-of-day").last();
  const row = lines(page, "agenda").last();
  const before = (await text(row)).split("\n")[0];
  await block.scrollIntoViewIfNeeded();
  const box = await block.boundingBox();
  const written = calls(watch, "put_line");
  await page.mouse.move(box.x + box.width / 2, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + 40, box.y + 20, { steps: 8 });
  await page.mouse.up();
  await until(page, "the drag written", () => calls(watch, "put_line") === written + 1);
  await settle(page, watch);
  tally.check((await text(row)).split("\n")[0] !== before, "the line moved", await text(row));
  await undo(page, watch);
  tally.equal((await text(row)).split("\n")[0], before, "and is back");
}

async function ordering(page, tally, watch) {
  await id(page, "outline-tour").click();
  const titles = () => lines(page, "tour").evaluateAll((all) => all.map((one) => one.querySelector("b").textContent));
  const before = await titles();
  await lines(page, "tour").first().focus();
  await page.keyboard.press("Alt+ArrowDown");
  await until(page, "the stops in another order", async () => (await titles())[0] === before[1]);
  tally.equal(await titles(), [before[1], before[0], ...before.slice(2)], "the first stop is the second");
  await settle(page, watch);
  tally.check(await page.evaluate((title) => document.activeElement?.textContent?.includes(title), before[0]), "focus went along");
  await undo(page, watch);
  await section(page, "tour").getByTestId("line-row").nth(2).hover();
  const grip = await section(page, "tour").locator(".grip").nth(2).boundingBox();
  const top = await section(page, "tour").getByTestId("line-row").first().boundingBox();
  await page.mouse.move(grip.x + 8, grip.y + 20);
  await page.mouse.down();
  await page.mouse.move(grip.x + 8, top.y + 10, { steps: 6 });
  await page.mouse.up();
  await until(page, "the third stop first", async () => (await titles())[0] === before[2]);
  await undo(page, watch);
  tally.equal(await titles(), before, "as it was");
}

async function riding(page, tally, watch) {
  await id(page, "outline-vehicles").click();
  const board = id(page, "vehicle-board");
  const inCar = (at) => board.locator("[data-car]").nth(at).getByTestId("rider").allTextContents();
  const [first, second] = [await inCar(1), await inCar(2)];
  await board.locator("[data-car]").nth(1).getByTestId("rider").first().focus();
  await page.keyboard.press("Alt+ArrowRight");
  await until(page, "in the next car", async () => (await inCar(2)).length === second.length + 1);
  tally.equal(await inCar(1), first.slice(1), "and no longer in the first");
  await until(page, "focus in the next car as well", async () => (await focused(page)) === "rider");
  await undo(page, watch);
  await page.keyboard.press("Escape");
  await board.locator("[data-car]").nth(1).getByTestId("rider").first().focus();
  await page.keyboard.press("Delete");
  await until(page, "without a car", async () => (await inCar(0)).length === 1);
  tally.check(/没有车坐/.test(await text(section(page, "vehicles").getByTestId("section-lacks"))), "who has no car is said");
  await undo(page, watch);
  tally.equal([await inCar(1), await inCar(2)], [first, second], "as it was");
}

/** Offers add what is missing; the same form serves every kind. */
async function forms(page, tally, watch) {
  for (const code of ["texts", "points", "travel", "vehicles", "lodging", "meals", "tour", "duties", "contacts", "contingency"]) {
    await id(page, `outline-${code}`).click();
    await section(page, code).getByTestId("section-add").click();
    await id(page, "line-form").waitFor();
    await settle(page, watch);
    await judge(tally, { page, watch }, `the form of ${code}`);
    await id(page, "line-leave").click();
    await id(page, "line-form").waitFor({ state: "detached" });
  }
  await id(page, "outline-lodging").click();
  await section(page, "lodging").getByTestId("offer-all").click();
  await until(page, "a room for each guest", async () => (await lines(page, "lodging").count()) === 12);
  await undo(page, watch);
  await until(page, "no rooms", async () => (await lines(page, "lodging").count()) === 0);
  await id(page, "only-missing").check();
  tally.check((await lines(page, "agenda").count()) === 0, "only what is missing: the agenda is complete");
  await id(page, "only-missing").uncheck();
}

/** Words typed into a line survive a look at another tab. */
async function keeping(page, tally, watch) {
  await tab(page, "agenda");
  await lines(page, "agenda").first().focus();
  await page.keyboard.press("Enter");
  await id(page, "line-material").fill("样例材料");
  await tab(page, "cost");
  await tab(page, "agenda");
  await lines(page, "agenda").first().focus();
  await page.keyboard.press("Enter");
  tally.equal(await id(page, "line-material").inputValue(), "样例材料", "what was typed is there again");
  await id(page, "line-leave").click();
  await lines(page, "agenda").first().focus();
  await page.keyboard.press("Enter");
  tally.check((await id(page, "line-material").inputValue()) !== "样例材料", "and gone once it was left by hand");
  await page.keyboard.press("Escape");
  await settle(page, watch);
}

/** Lines the core proposes: one taken, then all, then taken back. */
async function proposals(page, tally, watch) {
  await id(page, "outline-duties").click();
  const before = await lines(page, "duties").count();
  const asked = calls(watch, "propose_lines");
  await section(page, "contingency").getByTestId("propose").click();
  await id(page, "proposals").waitFor();
  tally.equal(calls(watch, "propose_lines"), asked + 1, "the core is asked once");
  const offered = await id(page, "proposal").count();
  tally.check(offered > 1, "cases are proposed", String(offered));
  await judge(tally, { page, watch }, "proposals");
  const cases = await lines(page, "contingency").count();
  await id(page, "proposal").first().click();
  await until(page, "the first taken", async () => (await lines(page, "contingency").count()) === cases + 1);
  await until(page, "and no longer offered", async () => (await id(page, "proposal").count()) === offered - 1);
  await id(page, "take-all").click();
  await until(page, "all taken", async () => (await lines(page, "contingency").count()) === cases + offered);
  await undo(page, watch);
  await undo(page, watch);
  await until(page, "as it was", async () => (await lines(page, "contingency").count()) === cases);
  tally.equal(await lines(page, "duties").count(), before, "other sections are as they were");
}

/** A clash leads to the line that makes it. */
async function clashes(page, tally, watch) {
  const list = id(page, "agenda-clashes");
  tally.check(!/两场里都有/.test(await text(list)), "nobody is in two places at first", await text(list));
  await lines(page, "agenda").nth(2).focus();
  await page.keyboard.press("Alt+ArrowDown");
  await page.keyboard.up("Alt");
  await until(page, "the clash listed", async () => /两场里都有/.test(await text(list)));
  await id(page, "agenda-clash-mend").first().click();
  await id(page, "line-form").waitFor();
  await settle(page, watch);
  tally.equal(await id(page, "line-starts_at").inputValue(), "10:10", "the line that clashes is open");
  await id(page, "line-leave").click();
  await undo(page, watch);
  await until(page, "the clash gone", async () => !/两场里都有/.test(await text(list)));
}

async function checklist(page, tally, watch) {
  await tab(page, "checklist");
  const rows = () => lines(page, "checklist").count();
  const empty = await rows();
  await id(page, "make-checklist").click();
  await until(page, "the checklist of the level", async () => (await rows()) > empty + 20);
  const words = await lines(page, "checklist").allInnerTexts();
  tally.check(words.every((one) => !/check-/.test(one)), "every line in words", words.find((one) => /check-/.test(one)) ?? "");
  await judge(tally, { page, watch }, "the whole checklist");
  await undo(page, watch);
  await until(page, "without it again", async () => (await rows()) === empty);
  const before = await rows();
  await section(page, "checklist").getByTestId("section-add").click();
  await id(page, "line-text").fill("样例：核对桌签");
  await id(page, "line-offset_days").fill("-3");
  tally.equal(await id(page, "line-due_on").inputValue(), "2026-12-01", "the due day follows the days before the visit");
  await id(page, "line-due_on").fill("2026-11-18");
  await id(page, "line-text").press("Enter");
  await until(page, "one thing more to do", async () => (await rows()) === before + 1);
  tally.check(/逾期2天/.test(await text(id(page, "late").first())), "late in words", await text(id(page, "late").first()));
  await judge(tally, { page, watch }, "the checklist");
  const own = section(page, "checklist").getByTestId("line-row").filter({ hasText: "样例：核对桌签" });
  await own.getByTestId("checklist-done").check();
  await until(page, "done", async () => (await own.getByTestId("late").count()) === 0);
  tally.check(/完成/.test(await text(own)), "the day it was done is said");
  await id(page, "show-late").click();
  tally.equal(await rows(), 0, "nothing late is left");
  await id(page, "show-all").click();
  await undo(page, watch);
  await undo(page, watch);
  await until(page, "as it was", async () => (await rows()) === before);
}

async function cost(page, tally, watch) {
  await tab(page, "cost");
  const planned = await text(id(page, "cost-planned"));
  tally.check(/5,220/.test(planned), "the plan adds up", planned);
  await judge(tally, { page, watch }, "the cost plan");
  await lines(page, "cost").first().click();
  await id(page, "line-actual").fill("9000");
  await id(page, "line-actual").press("Enter");
  await until(page, "the spending shown", async () => /9,000/.test(await text(id(page, "cost-actual"))));
  tally.check(/超出/.test(await text(id(page, "cost-left"))), "over the limit in words", await text(id(page, "cost-left")));
  await id(page, "cost-limit").click();
  await id(page, "cost-limit-field").fill("20,000");
  await id(page, "cost-limit-field").press("Enter");
  await until(page, "within the new limit", async () => /还余/.test(await text(id(page, "cost-left"))));
  await undo(page, watch);
  tally.check(/不超过/.test(await text(id(page, "cost-policy"))), "what the guest's rules allow is said", await text(id(page, "cost-policy")));
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await id(page, "cost-copy").click();
  await id(page, "toast").waitFor();
  const table = await page.evaluate(() => navigator.clipboard.readText());
  tally.equal(table.split(/\r?\n/).length, 8, "heads, six lines and the sum are copied");
  tally.check(table.split(/\r?\n/).every((row) => row.split("\t").length === 5), "in five columns", table);
  await undo(page, watch);
  await until(page, "as it was", async () => !/9,000/.test(await text(id(page, "cost-actual"))));
}

/** All of it on the sample workspace in Chinese. */
export async function checkPlan(page, tally, watch) {
  await openVisit(page, "V07");
  await tally.step("tabs by keys", () => tabs(page, tally));
  await judge(tally, { page, watch }, "agenda and logistics");
  await tally.step("a line of the agenda by keyboard alone", () => agenda(page, tally, watch));
  await tally.step("leaving a form", () => leaving(page, tally, watch));
  await tally.step("shifting lines by keys", () => shifting(page, tally, watch));
  await tally.step("dragging a line on the strip", () => dragging(page, tally, watch));
  await tally.step("stops in another order", () => ordering(page, tally, watch));
  await tally.step("riders in cars", () => riding(page, tally, watch));
  await tally.step("words survive another tab", () => keeping(page, tally, watch));
  await tally.step("proposed lines", () => proposals(page, tally, watch));
  await tally.step("clashes and where they are mended", () => clashes(page, tally, watch));
  await tally.step("a form for every kind", () => forms(page, tally, watch));
  await tally.step("the checklist", () => checklist(page, tally, watch));
  await tally.step("the cost plan", () => cost(page, tally, watch));
  tally.check(watch.faults.length === 0, "nothing failed in the page", watch.faults.join("\n       "));
}

/** The tabs in one look. */
export async function lookAtPlan(view, tally, look) {
  const { page, watch } = view;
  await openVisit(page, "V07");
  for (const code of ["agenda", "checklist", "cost"]) {
    await tab(page, code);
    await settle(page, watch);
    await judge(tally, view, `${code} ${look.lang} ${look.theme} ${look.width}`);
  }
}

await alone(import.meta.url, "plan", async ({ open, tally }) => {
  const view = await open({ width: 1440, height: 900, theme: "light", lang: "zh-CN" });
  await checkPlan(view.page, tally, view.watch);
  await view.close();
  for (const look of [{ width: 1024, height: 700, theme: "dark", lang: "en" }, { width: 1440, height: 900, theme: "dark", lang: "zh-CN" }, { width: 1440, height: 900, theme: "light", lang: "en" }]) {
    const other = await open(look);
    await lookAtPlan(other, tally, look);
    await other.close();
  }
});
