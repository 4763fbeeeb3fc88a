// A visit moved to another day with its lines, a gift for several guests, people found by pinyin, the bar at twice the size of text, and what Home reminds of.
// Every step is taken back. Runs alone: node tests/browser/visit-rest.mjs
import { alone } from "./alone.mjs";
import { settle, undo, until } from "./check.mjs";
import { id, openVisit } from "./screens.mjs";

const closed = (page, name) => until(page, `${name} closed`, async () => (await id(page, name).count()) === 0);

/** Another first day takes the lines along, unless told not to; the dialog says so before. */
async function moved(page, watch, tally) {
  await openVisit(page, "V07");
  await id(page, "visit-tab-agenda").click();
  await id(page, "agenda-tab").waitFor();
  const clashes = () => page.locator("[data-testid=agenda-clash-mend]").count();
  const before = await clashes();
  const move = async (along) => {
    await id(page, "edit-visit").click();
    await id(page, "plan-dialog").waitFor();
    tally.check((await id(page, "lines-along").count()) === 0, "nothing is asked while the day stays");
    await page.locator("[data-testid=plan-dialog] input[type=date]").fill("2026-12-11");
    await id(page, "lines-along").waitFor();
    if (!along) await id(page, "lines-along").uncheck();
    await id(page, "visit-save").click();
    await closed(page, "plan-dialog");
    await settle(page, watch);
  };
  await move(true);
  const shown = await id(page, "agenda-tab").innerText();
  tally.check(!shown.includes("12月4日"), "the day's lines went along");
  await undo(page, watch);
  await move(false);
  tally.check((await clashes()) >= before, "lines that stayed are said to clash");
  await undo(page, watch);
}

/** A gift for several: each share against the limit, said before it is saved. */
async function gift(page, watch, tally) {
  await openVisit(page, "V01");
  await id(page, "middle-team").click();
  await id(page, "open-gift").click();
  await id(page, "gift-dialog").waitFor();
  await id(page, "gift-value").fill("160");
  await id(page, "gift-quantity").fill("4");
  await id(page, "gift-over").waitFor();
  await id(page, "gift-receivers").click();
  const rows = page.locator("[data-testid^=pick-]:not([data-testid=pick-find])");
  tally.check((await rows.count()) > 1, "every guest can be named");
  await rows.nth(0).click();
  await rows.nth(1).click();
  await page.keyboard.press("Escape");
  const each = await id(page, "gift-each").innerText();
  tally.check(each.includes("320"), `two pieces each: ${each}`);
  await id(page, "gift-quantity").fill("2");
  await until(page, "within the limit", async () => (await id(page, "gift-over").count()) === 0);
  await id(page, "gift-save").click();
  await closed(page, "gift-dialog");
  await undo(page, watch);
}

/** People are found by pinyin and initials. */
async function spelt(page, tally) {
  await openVisit(page, "V07");
  await id(page, "visit-tab-agenda").click();
  await id(page, "agenda-tab").waitFor();
  await page.getByTestId("line-open").first().click();
  await id(page, "line-lead").click();
  await id(page, "pick-find").fill("lcw");
  await until(page, "initials", async () => (await page.locator("[data-testid^=pick-]:not([data-testid=pick-find])").count()) === 1);
  tally.check((await id(page, "pick-林采薇").count()) === 1, "initials find a name");
  await id(page, "pick-find").fill("lincai");
  await until(page, "pinyin", async () => (await id(page, "pick-林采薇").count()) === 1);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
}

/** At twice the size of text the window is half as wide: nothing of the bar lies outside it. */
async function twice(page, tally, lang) {
  await page.setViewportSize({ width: 720, height: 450 });
  await openVisit(page, "V07");
  const out = await page.evaluate(() => {
    const bar = document.querySelector("[data-testid=visit] .subbar");
    const wide = document.documentElement.clientWidth;
    const parts = [...bar.querySelectorAll("button, b, .tag")].filter((one) => one.getBoundingClientRect().width > 0);
    return parts.filter((one) => one.getBoundingClientRect().right > wide + 1 || one.getBoundingClientRect().left < -1).map((one) => one.textContent.trim());
  });
  tally.equal(out.join("|"), "", `the visit's bar at 200 % (${lang})`);
  const over = await page.evaluate(() => {
    const boxes = [...document.querySelectorAll("[data-testid=visit] .subbar > *")].map((one) => one.getBoundingClientRect()).filter((one) => one.width > 1 && one.height > 1);
    return boxes.some((a, at) => boxes.slice(at + 1).some((b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1));
  });
  tally.check(!over, `parts of the bar do not overlap (${lang})`);
  await page.setViewportSize({ width: 1440, height: 900 });
}

/** A day of a customer, noted and reminded of. */
async function yearly(page, watch, tally) {
  await id(page, "nav-home").click();
  await id(page, "greetings").waitFor();
  const before = await page.getByTestId("greeting-anniversary").count();
  await id(page, "account-days").click();
  await id(page, "account-days-dialog").waitFor();
  await id(page, "day-add").click();
  tally.check((await page.locator("[data-testid=account-days-dialog] [role=alert]").count()) === 1, "an empty day is not noted");
  await id(page, "day-month").fill("12");
  await id(page, "day-day").fill("1");
  await id(page, "day-year").fill("2006");
  await id(page, "day-add").click();
  await id(page, "day-remove").first().waitFor();
  await page.keyboard.press("Escape");
  await closed(page, "account-days-dialog");
  await until(page, "the day on Home", async () => (await page.getByTestId("greeting-anniversary").count()) === before + 1);
  await undo(page, watch);
  await until(page, "the day gone", async () => (await page.getByTestId("greeting-anniversary").count()) === before);
}

export async function checkVisitRest(page, watch, tally, lang) {
  await moved(page, watch, tally);
  await gift(page, watch, tally);
  await spelt(page, tally);
  await yearly(page, watch, tally);
  await twice(page, tally, lang);
}

/** A closed visit: its plan is for reading until somebody says otherwise, and removing it asks first. */
export async function checkClosed(page, watch, tally) {
  await openVisit(page, "V07");
  tally.check((await id(page, "closed-bar").count()) === 0, "an open visit says nothing");
  await id(page, "visit-tab-after").click();
  await id(page, "close-visit").click();
  await id(page, "closed-bar").waitFor();
  await id(page, "visit-tab-agenda").click();
  await id(page, "agenda-tab").waitFor();
  const line = page.getByTestId("section-add").first();
  tally.check(await line.isDisabled(), "the plan is for reading");
  tally.check(await id(page, "edit-visit").isDisabled(), "so is the day");
  await id(page, "closed-open").click();
  tally.check(await line.isEnabled(), "until somebody opens it");
  await id(page, "visit-tab-prepare").click();
  await id(page, "closed-open").click();
  await id(page, "middle-team").click();
  tally.check(await id(page, "open-gift").isDisabled(), "the team is for reading too, and can be looked at");
  await page.getByRole("button", { name: "删去这场来访" }).click();
  await id(page, "remove-visit-dialog").waitFor();
  await page.keyboard.press("Escape");
  await closed(page, "remove-visit-dialog");
  await settle(page, watch);
}

await alone(import.meta.url, "the rest of a visit", async ({ open, tally }) => {
  for (const lang of ["zh-CN", "en"]) {
    const { page, watch, close } = await open({ theme: "light", lang, width: 1440, height: 900 });
    if (lang === "zh-CN") await checkVisitRest(page, watch, tally, lang);
    else await twice(page, tally, lang);
    tally.equal(watch.faults.join("\n"), "", "no faults");
    await close();
  }
});
const failed = process.exitCode;
await alone(
  import.meta.url,
  "a closed visit",
  async ({ open, tally }) => {
    const { page, watch, close } = await open({ theme: "light", lang: "zh-CN", width: 1440, height: 900 });
    await checkClosed(page, watch, tally);
    tally.equal(watch.faults.join("\n"), "", "no faults");
    await close();
  },
  "2026-12-05",
);
if (failed) process.exitCode = failed;
