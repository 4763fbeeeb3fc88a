// The court by a person's own ways: every finding of two accounts mended by keyboard alone and taken back, rules written with a
// live preview, the load of a colleague, and the seams one more colleague makes. The sample is left as it was.
import { alone } from "./alone.mjs";
import { calls, judge, settle, undo, until } from "./check.mjs";
import { id } from "./screens.mjs";

const text = async (place) => (await place.innerText()).trim();
const findings = (page) => page.getByTestId("finding");

async function tab(page, watch, code) {
  await id(page, `court-tab-${code}`).click();
  await until(page, `the tab ${code}`, async () => (await id(page, `court-tab-${code}`).getAttribute("aria-selected")) === "true");
  await settle(page, watch);
}

/** Chooses an account in the bar without the pointer. */
async function chooseAccount(page, watch, name) {
  await page.getByTestId("court-which").focus();
  await page.keyboard.press("Enter");
  const option = page.locator("[role=option]", { hasText: name });
  await option.waitFor();
  await page.keyboard.press("Home");
  for (let step = 0; step < 12 && !(await option.evaluate((one) => one.hasAttribute("data-highlighted"))); step += 1) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await settle(page, watch);
}

/** F walks to a finding, a digit does one of its ways; asking somebody and planning leave it open and are passed over. Who confirms is asked for, and when and how somebody was in touch. */
async function mendNext(page, watch) {
  await page.keyboard.press("f");
  const current = page.locator("[data-testid=finding][data-chosen=true]");
  await current.waitFor();
  const labels = await current.locator(".acts button .ell").allInnerTexts();
  const way = labels.findIndex((label) => !label.startsWith("请") && !label.endsWith("去见"));
  if (way < 0) throw new Error(`no way to mend ${await text(current)}`);
  const before = calls(watch, "apply_mend");
  await page.keyboard.press(String(way + 1));
  if ((await current.getAttribute("data-code")) === "C6" && labels[way].startsWith("仍由")) await confirmed(page, watch);
  if (labels[way].startsWith("补记")) await logged(page, watch);
  await until(page, "the mend asked for", () => calls(watch, "apply_mend") > before);
  await settle(page, watch);
}

/** Nobody is signed in: who confirms is asked for, and nothing is sent before somebody is named. */
async function confirmed(page, watch) {
  await page.getByTestId("confirm-dialog").waitFor();
  const before = calls(watch, "apply_mend");
  await page.getByTestId("confirm-save").click();
  await page.getByRole("alert").waitFor();
  if (calls(watch, "apply_mend") > before) throw new Error("confirmed by nobody");
  await page.getByTestId("confirm-by").click();
  await page.getByRole("option").filter({ hasText: "程岚" }).first().click();
  await page.getByTestId("confirm-save").click();
  await page.getByTestId("confirm-dialog").waitFor({ state: "detached" });
}

/** A contact is not asserted with one key: the day and the way are asked for, and nothing is sent before. */
async function logged(page, watch) {
  await page.getByTestId("log-dialog").waitFor();
  const before = calls(watch, "apply_mend");
  await page.getByTestId("log-save").click();
  await page.getByRole("alert").waitFor();
  if (calls(watch, "apply_mend") > before) throw new Error("a contact was asserted by nobody");
  await page.getByTestId("log-on").fill("2026-11-19");
  await page.getByTestId("log-kind").click();
  await page.getByRole("option").first().click();
  await page.getByTestId("log-save").click();
  await page.getByTestId("log-dialog").waitFor({ state: "detached" });
}

async function mendAll(page, tally, watch, name) {
  await chooseAccount(page, watch, name);
  const before = await findings(page).locator(".words").allInnerTexts();
  tally.check(before.length > 0, `${name} has findings`, String(before.length));
  let steps = 0;
  const open = () => findings(page).count();
  for (; (await open()) > 0 && steps < 30; steps += 1) await mendNext(page, watch);
  tally.equal(await open(), 0, `every finding of ${name} is mended by keys alone`);
  tally.check((await text(page.getByTestId("court-which"))).includes(name), `${name} is the account looked at`);
  for (let step = 0; step < steps; step += 1) {
    await undo(page, watch, () => page.keyboard.press("Control+z"));
  }
  await until(page, "all findings back", async () => (await findings(page).count()) === before.length);
  tally.equal(await findings(page).locator(".words").allInnerTexts(), before, `${name} is as it was`);
}

/** Where somebody else than the rule names was chosen, both ways are offered, and letting it stand asks who says so. */
async function confirming(page, tally, watch) {
  await chooseAccount(page, watch, "骁驰");
  const gap = page.locator("[data-testid=finding][data-code=G1]").first();
  const way = gap.locator(".acts button").filter({ hasNotText: "按规则" }).first();
  await way.click();
  const rule = page.locator("[data-testid=finding][data-code=C6]");
  await rule.first().waitFor();
  await settle(page, watch);
  await rule.first().locator(".acts button").filter({ hasText: "仍由" }).click();
  await confirmed(page, watch);
  await until(page, "the exception settled", async () => (await rule.count()) === 0);
  tally.check(true, "an exception stands by name");
  for (let step = 0; step < 2; step += 1) await undo(page, watch, () => page.keyboard.press("Control+z"));
}

/** A topic is given out by a key as a stakeholder is. */
async function topics(page, tally, watch) {
  const row = page.locator('[data-testid=court-matrix] [data-seat$=" delivery"]');
  await row.locator("[role=gridcell][data-staff]").nth(0).focus();
  await page.keyboard.press("End");
  const cell = page.locator("[data-testid=court-matrix] [role=gridcell]:focus");
  const staff = await cell.getAttribute("data-staff");
  await page.keyboard.press("b");
  await row.locator(`[data-staff="${staff}"] .tile.backup`).waitFor();
  tally.equal(calls(watch, "assign_topic"), 1, "one key gives a topic out");
  await page.keyboard.press("Control+z");
  await until(page, "the topic back", async () => (await row.locator(`[data-staff="${staff}"] .tile.backup`).count()) === 0);
  await settle(page, watch);
}

async function rules(page, tally, watch) {
  await tab(page, watch, "rules");
  await page.getByTestId("court-rules").waitFor();
  const before = await page.getByTestId("rule").count();
  tally.check(before >= 5, "the rules are listed", String(before));
  await page.getByTestId("rule-add").click();
  const preview = page.getByTestId("rule-preview");
  await preview.locator("[data-verdict=everybody]").waitFor();
  await page.getByTestId("rule-function").fill("没有的部门");
  await preview.locator("[data-verdict=nobody]").waitFor();
  await page.getByTestId("rule-function").fill("采购");
  await preview.locator("[data-verdict=some]").waitFor();
  tally.check(true, "what a rule meets is told while it is written");
  await page.getByTestId("rule-rank-from").fill("11");
  tally.check(await page.getByTestId("rule-save").isDisabled(), "no rank beyond 10 is saved");
  await page.getByTestId("rule-rank-from").fill("");
  await page.getByTestId("rule-save").click();
  await until(page, "one rule more", async () => (await page.getByTestId("rule").count()) === before + 1);
  await settle(page, watch);
  await judge(tally, { page, watch }, "court rules");
  await page.keyboard.press("Control+z");
  await until(page, "the rule taken back", async () => (await page.getByTestId("rule").count()) === before);
  await settle(page, watch);
}

async function load(page, tally, watch) {
  await tab(page, watch, "load");
  await page.getByTestId("load-list").waitFor();
  await page.getByTestId("load-find").fill("宋嘉树");
  await until(page, "one colleague", async () => (await page.locator("[data-testid=load-list] [role=option]").count()) === 1);
  await page.getByTestId("colleague").locator("button.line").first().waitFor();
  const accounts = await page.getByTestId("colleague").locator("h3").count();
  tally.check(accounts > 3, "the list is over accounts", String(accounts));
  await judge(tally, { page, watch }, "court load");
  await page.getByTestId("load-find").fill("");
}

async function seams(page, tally, watch) {
  await tab(page, watch, "grid");
  await chooseAccount(page, watch, "骁驰");
  await page.getByTestId("court-add").focus();
  await page.keyboard.press("Enter");
  await page.locator("[role=option]").first().waitFor();
  await page.keyboard.press("Enter");
  await page.getByTestId("court-seams").waitFor();
  tally.check(/\d/.test(await text(page.getByTestId("court-seams"))), "the seams are counted");
  await page.getByTestId("court-seams").locator("button").click();
  await until(page, "the column gone", async () => (await page.getByTestId("court-seams").count()) === 0);
}

/** The command key with Enter leads from a cell to the page of whoever the row is about; Escape leads back. */
async function toThePerson(page, tally, watch) {
  await tab(page, watch, "grid");
  await chooseAccount(page, watch, "朔澜能源");
  const cell = page.locator("[data-testid=court-matrix] [role=gridcell][tabindex='0']").first();
  await cell.focus();
  await page.keyboard.press("ControlOrMeta+Enter");
  await id(page, "person-facts").waitFor();
  await settle(page, watch);
  tally.equal(await text(id(page, "person-name")), "祁振邦", "the row's person, not the column's colleague");
  await page.keyboard.press("Escape");
  await id(page, "court-matrix").waitFor();
  await settle(page, watch);
}

export async function checkCourt(page, tally, watch) {
  await id(page, "nav-court").click();
  await id(page, "court-matrix").waitFor();
  await settle(page, watch);
  for (const name of ["汇湾商业银行", "骁驰汽车零部件"]) await tally.step(`findings of ${name}`, () => mendAll(page, tally, watch, name));
  await tally.step("who confirms", () => confirming(page, tally, watch));
  await tally.step("a topic by keys", () => topics(page, tally, watch));
  await tally.step("rules", () => rules(page, tally, watch));
  await tally.step("load", () => load(page, tally, watch));
  await tally.step("seams", () => seams(page, tally, watch));
  await tally.step("a cell leads to the person", () => toThePerson(page, tally, watch));
  tally.check(watch.faults.length === 0, "court: nothing failed in the page", watch.faults.join("\n       "));
}

await alone(import.meta.url, "the court", async ({ open, tally }) => {
  const view = await open({ theme: "light", lang: "zh-CN", width: 1440, height: 900 });
  await checkCourt(view.page, tally, view.watch);
  await view.close();
});
