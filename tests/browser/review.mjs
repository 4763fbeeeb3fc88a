// The weekly review by a person's own ways: the week, another first day, one account, and its files read back. Changes nothing.
// Runs alone or as a part of a longer journey.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { alone } from "./alone.mjs";
import { judge, settle, until } from "./check.mjs";
import { id } from "./screens.mjs";

async function openReview(page) {
  await id(page, "nav-court").click();
  await id(page, "court").waitFor();
  await id(page, "court-tab-review").click();
  await id(page, "review").waitFor();
}

/** The file a button makes: its name, once it is there. */
async function saved(page, out, button, end) {
  const before = new Set(readdirSync(out));
  await id(page, button).click();
  let name = "";
  await until(page, `a file ${end}`, () => {
    name = readdirSync(out).find((one) => one.endsWith(end) && !one.startsWith(".") && !before.has(one)) ?? "";
    return name !== "";
  });
  return join(out, name);
}

function pdfText(file) {
  const read = spawnSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
  return read.stdout.replaceAll(/\s+/g, "");
}

/** A week of all accounts, then from an earlier day. */
async function reading(page, tally, watch) {
  await openReview(page);
  const accounts = page.getByTestId("review-account");
  tally.check((await accounts.count()) >= 6, "accounts that have something to tell", String(await accounts.count()));
  const huiwan = accounts.filter({ hasText: "汇湾商业银行" });
  tally.check(/碰撞/.test(await huiwan.innerText()), "the collisions of a week", await huiwan.innerText());
  tally.check(!/已兑现/.test(await huiwan.innerText()), "what was kept on the first day belongs to the week before");
  const since = id(page, "review-since");
  await since.fill("2026-11-12");
  await since.press("Enter");
  await until(page, "a day more", async () => /已兑现/.test(await huiwan.innerText()));
  await since.fill("2026-11-25");
  await since.press("Enter");
  await settle(page, watch);
  tally.equal(await since.inputValue(), "2026-11-19", "a first day behind the last becomes the latest there can be");
  await id(page, "review-week").click();
  await until(page, "the week again", async () => (await since.inputValue()) === "2026-11-13");
  await settle(page, watch);
}

/** PDF and workbook of the team, and the copy for one customer. */
async function files(page, tally, watch, out) {
  const inner = pdfText(await saved(page, out, "review-pdf", ".pdf"));
  tally.check(inner.includes("责任周报") && inner.includes("内部资料"), "the team's copy says what it is");
  await saved(page, out, "review-xlsx", ".xlsx");
  tally.check(await id(page, "review-room").isDisabled(), "the joint meeting's copy wants one account");
  const huiwan = page.getByTestId("review-account").filter({ hasText: "汇湾商业银行" });
  const line = huiwan.getByTestId("review-line").locator("button").first();
  await line.click();
  await id(page, "map").waitFor();
  await settle(page, watch);
  await openReview(page);
  await page.locator(".subbar .select").first().click();
  await page.getByRole("option", { name: "汇湾商业银行" }).click();
  await until(page, "one account", async () => (await page.getByTestId("review-account").count()) === 1);
  await settle(page, watch);
  const room = pdfText(await saved(page, out, "review-room", ".pdf"));
  const inside = ["责任", "碰撞", "覆盖", "承诺", "内部"].filter((word) => room.includes(word));
  tally.check(room.includes("汇湾商业银行") && inside.length === 0, "structure and contacts only", inside.join(" "));
}

export async function checkReview(view, tally, out) {
  const { page, watch } = view;
  await tally.step("review: the week", () => reading(page, tally, watch));
  await tally.step("review: its files", () => files(page, tally, watch, out));
}

/** The tab in a look of its own. */
export async function lookAtReview(view, tally, name) {
  await tally.step(`review: ${name}`, async () => {
    await openReview(view.page);
    await judge(tally, view, `review ${name}`);
  });
}

await alone(import.meta.url, "review", async ({ open, tally, out }) => {
  const wide = await open({ width: 1440, height: 900, theme: "light", lang: "zh-CN" });
  await checkReview(wide, tally, out);
  tally.equal(wide.watch.faults, [], "review: nothing said on the console");
  await wide.page.screenshot({ path: process.env.SHOT ? join(process.env.SHOT, "review-zh.png") : join(out, "review-zh.png") });
  await wide.close();
  const small = await open({ width: 1024, height: 700, theme: "dark", lang: "en" });
  await lookAtReview(small, tally, "small, dark, English");
  await small.page.screenshot({ path: process.env.SHOT ? join(process.env.SHOT, "review-en.png") : join(out, "review-en.png") });
  await small.close();
});
