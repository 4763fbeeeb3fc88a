// Early warnings by a person's own ways: walked by keys, taken, snoozed with a reason, mended in one click, with the records and limits
// they rest on. Every step is undone again. Runs alone or as a part of a longer journey.
import { alone } from "./alone.mjs";
import { calls, judge, settle, undo, until } from "./check.mjs";
import { id, openMap } from "./screens.mjs";

const rows = (page, code) => id(page, `warning-${code}`);
const due = async (page) => Number((await id(page, "watch-filter-due").innerText()).replace(/\D/g, ""));

async function openTab(page) {
  await id(page, "nav-court").click();
  await id(page, "court").waitFor();
  await page.locator("#court-tab-warnings").click();
  await id(page, "warnings").waitFor();
}

/** J and K walk; the letters rest while a dialog is open or a word is composed. */
async function walking(page, tally, watch) {
  await settle(page, watch);
  const at = () => page.evaluate(() => document.activeElement?.closest("[data-key]")?.getAttribute("data-key") ?? "");
  await page.keyboard.press("j");
  await until(page, "the first row", async () => (await at()) !== "");
  const first = await at();
  await page.keyboard.press("j");
  await until(page, "the second row", async () => (await at()) !== first);
  await page.keyboard.press("k");
  await until(page, "the first again", async () => (await at()) === first);
  await page.evaluate(() => window.dispatchEvent(new KeyboardEvent("keydown", { key: "s", keyCode: 229, bubbles: true })));
  await settle(page, watch);
  tally.equal(await id(page, "warning-dialog").count(), 0, "a letter of the input method opens nothing");
}

/** A silence is refused without a reason, then kept, counted and taken back. */
async function snoozing(page, tally, watch) {
  const before = await due(page);
  await page.keyboard.press("s");
  await id(page, "warning-dialog").waitFor();
  await id(page, "warning-save").click();
  await page.getByRole("alert").waitFor();
  tally.equal(calls(watch, "set_warning"), 0, "no silence without a reason is sent");
  await id(page, "warning-reason").fill("样例：已约下周见面");
  await id(page, "warning-save").click();
  await id(page, "warning-dialog").waitFor({ state: "detached" });
  await until(page, "one less due", async () => (await due(page)) === before - 1);
  await id(page, "watch-filter-snoozed").click();
  await id(page, "snoozed").first().waitFor();
  tally.check((await id(page, "warnings").innerText()).includes("样例：已约下周见面"), "the reason stands beside the silence");
  await id(page, "watch-filter-due").click();
  await undo(page, watch);
  await until(page, "all due again", async () => (await due(page)) === before);
}

/** Status and owner in one dialog; a closed warning leaves the list. */
async function deciding(page, tally, watch) {
  const before = await due(page);
  const row = rows(page, "W09").first();
  await row.getByTestId("warning-status").click();
  await id(page, "warning-dialog").waitFor();
  await id(page, "status-select").click();
  await page.getByRole("option", { name: "误报", exact: true }).click();
  await id(page, "warning-save").click();
  await until(page, "the row gone", async () => (await rows(page, "W09").count()) === 0);
  tally.equal(await due(page), before - 1, "one less is due");
  await id(page, "watch-filter-closed").click();
  await rows(page, "W09").first().waitFor();
  tally.check(await rows(page, "W09").first().getByTestId("warning-snooze").isDisabled(), "what is closed cannot be snoozed");
  await id(page, "watch-filter-due").click();
  await undo(page, watch);
  await until(page, "the row back", async () => (await rows(page, "W09").count()) === 1);
}

/** One click verifies a post; a contact is logged where it lapsed. */
async function mending(page, tally, watch) {
  const stale = await rows(page, "W14").count();
  await rows(page, "W14").first().getByTestId("warning-next").click();
  await until(page, "one post fresh", async () => (await rows(page, "W14").count()) === stale - 1);
  await undo(page, watch);
  const lapsed = await rows(page, "W03").count();
  await rows(page, "W03").first().getByTestId("warning-next").click();
  await id(page, "touch-dialog").waitFor();
  await id(page, "touch-summary").fill("样例：电话问候");
  await id(page, "touch-save").click();
  await until(page, "one silence broken", async () => (await rows(page, "W03").count()) === lapsed - 1);
  tally.equal(calls(watch, "log_touch"), 1, "one contact was logged");
  await undo(page, watch);
}

/** A contract found from its warning, planned anew, and an incident written, warned of and taken back. */
async function records(page, tally, watch) {
  await rows(page, "W12").first().getByTestId("warning-next").click();
  await id(page, "line-dialog").waitFor();
  await id(page, "f-renewal_planned").check();
  await id(page, "line-save").click();
  await id(page, "line-dialog").waitFor({ state: "detached" });
  tally.equal(calls(watch, "put_watch_line"), 1, "the contract was written");
  await undo(page, watch);
  await id(page, "add-incident").click();
  await id(page, "line-dialog").waitFor();
  await id(page, "line-save").click();
  await page.getByRole("alert").waitFor();
  tally.equal(calls(watch, "put_watch_line"), 1, "an incident without words is not sent");
  await id(page, "f-text").fill("样例停机");
  await id(page, "line-save").click();
  await id(page, "incident").first().waitFor();
  await id(page, "watch-list").click();
  await rows(page, "W18").first().waitFor();
  await undo(page, watch);
  await until(page, "the incident gone", async () => (await rows(page, "W18").count()) === 0);
}

/** A limit set by hand moves the warnings, and emptied it is the standard again. */
async function limits(page, tally, watch) {
  await openTab(page);
  const before = await rows(page, "W03").count();
  await id(page, "watch-limits").click();
  const field = id(page, "limit-W03-amber");
  await field.fill("9");
  await field.press("Enter");
  await page.getByText("红色阈值比黄色还宽").first().waitFor();
  await until(page, "the refused number gone", async () => (await field.inputValue()) === "");
  // A refusal is told on the console by the browser itself; this one was asked for.
  tally.check(watch.faults.splice(0).every((one) => one.includes("limit-order") || one.includes("422")), "only the refusal was told");
  await id(page, "limit-W03-red").fill("6");
  await id(page, "limit-W03-red").press("Enter");
  await until(page, "the limit kept", async () => (await id(page, "limit-W03-red").inputValue()) === "6");
  await settle(page, watch);
  await id(page, "watch-list").click();
  await id(page, "warnings").waitFor();
  tally.equal(await rows(page, "W03").count(), before, "still beyond the amber limit");
  await undo(page, watch);
}

/** The map tells the account's number and what is about the person, and leads here. */
async function onTheMap(page, tally, watch) {
  await openMap(page, "A06");
  await id(page, "warning-count").waitFor();
  await id(page, "warning-count").click();
  await id(page, "warnings").waitFor();
  tally.check((await rows(page, "W09").count()) === 1, "the account's own warnings");
  tally.equal(new Set(await id(page, "warnings").locator("[data-key]").evaluateAll((all) => all.map((one) => one.dataset.key.split(" ")[0]))).size, 1, "and no other's");
  await settle(page, watch);
}

export async function checkWatch(view, tally) {
  const { page, watch } = view;
  await tally.step("warnings: the tab", async () => {
    await openTab(page);
    await judge(tally, view, "warnings");
  });
  await tally.step("warnings: walked by keys", () => walking(page, tally, watch));
  await tally.step("warnings: a silence with its reason, and back", () => snoozing(page, tally, watch));
  await tally.step("warnings: a false alarm, and back", () => deciding(page, tally, watch));
  await tally.step("warnings: mended in one click, and back", () => mending(page, tally, watch));
  await tally.step("warnings: contracts and incidents", () => records(page, tally, watch));
  await tally.step("warnings: limits", () => limits(page, tally, watch));
  await tally.step("warnings: from the map", () => onTheMap(page, tally, watch));
}

/** Every pane in a look of its own. */
export async function lookAtWatch(view, tally, name) {
  const { page } = view;
  await tally.step(`warnings: panes, ${name}`, async () => {
    await openTab(page);
    await judge(tally, view, `warnings ${name}`);
    await id(page, "watch-limits").click();
    await id(page, "watch-limits-pane").waitFor();
    await judge(tally, view, `limits ${name}`);
    await id(page, "watch-list").click();
    await rows(page, "W12").first().getByTestId("warning-next").click();
    await id(page, "line-dialog").waitFor();
    await judge(tally, view, `a contract ${name}`);
    await page.keyboard.press("Escape");
    await judge(tally, view, `records ${name}`);
  });
}

await alone(import.meta.url, "warnings", async ({ open, tally }) => {
  const wide = await open({ width: 1440, height: 900, theme: "light", lang: "zh-CN" });
  await checkWatch(wide, tally);
  tally.equal(wide.watch.faults, [], "warnings: nothing said on the console");
  await wide.close();
  const small = await open({ width: 1024, height: 700, theme: "dark", lang: "en" });
  await lookAtWatch(small, tally, "small, dark, English");
  await small.close();
});
