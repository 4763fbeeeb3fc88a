// From counterparts to the printed host's card: what a person clicks and types, and what then stands on the paper.
// Part of guests.mjs, which has a visit with guests and a chosen host open.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { judge, settle, until } from "./check.mjs";
import { id } from "./screens.mjs";

const TALK = "请教平台建成以后由谁来养";
const ASIDE = "只在内部算的账";
const AVOID = "控制价与评分标准";
const HOLDER = "样例一";
/** Words of the internal edition; none of them may be on a card. */
const INSIDE = ["态度", "权重", "支持者", "准备度", "决策人", "得分", "礼品", "预算", "提议"];
/** People of other accounts, and one of ours who left. */
const OTHERS = ["祁振邦", "苗国梁", "叶知秋"];

const sent = (watch, command) => watch.calls.filter((one) => one === `/call/${command}`).length;
const section = (page, code) => page.getByTestId(`section-${code}`);

async function choose(page, place, option) {
  await place.click();
  await page.getByRole("option", { name: option }).first().click();
}

/** All proposals taken in one step, and the step taken back and again. */
export async function settlePairs(page, watch, tally) {
  await id(page, "middle-pairs").click();
  await id(page, "pair-row").first().waitFor();
  const states = () => page.locator("[data-testid=pair-row]").evaluateAll((rows) => rows.map((row) => row.dataset.state));
  const open = (all) => all.filter((one) => one === "near" || one === "proposed").length;
  const before = await states();
  tally.check(open(before) > 1, "several pairs are proposed", before.join());
  await (await id(page, "pairs-every").count() ? id(page, "pairs-every") : id(page, "pairs-all")).click();
  await until(page, "no pair left open", async () => open(await states()) === 0);
  tally.equal(sent(watch, "take_counterparts"), 1, "all of them in one step");
  await settle(page, watch);
  await id(page, "undo").click();
  await until(page, "the proposals again", async () => open(await states()) === open(before));
  await settle(page, watch);
  await id(page, "redo").click();
  await until(page, "all settled again", async () => open(await states()) === 0);
  await settle(page, watch);
}

/** A line of the plan: texts by field, the guest it is about, whether it goes on the card. */
async function line(page, watch, code, { kind, texts, about = null, card = false, end }) {
  const before = await section(page, code).getByTestId("line-open").count();
  await section(page, code).getByTestId("section-add").click();
  await id(page, "line-form").waitFor();
  if (kind) await choose(page, id(page, "line-kind"), kind);
  for (const [field, text] of Object.entries(texts)) await id(page, `line-${field}`).fill(text);
  if (about) {
    await id(page, "line-about").click();
    await id(page, "pick-find").fill(about);
    await page.keyboard.press("Enter");
  }
  if (card) await id(page, "line-on_card").check();
  await id(page, end).focus();
  await page.keyboard.press("Enter");
  await id(page, "line-form").waitFor({ state: "detached" });
  await until(page, "the line", async () => (await section(page, code).getByTestId("line-open").count()) === before + 1);
  await settle(page, watch);
}

/** What the card says: the day, a point about the principal, one to leave alone, and one that stays inside. */
export async function prepareCards(page, watch) {
  await id(page, "visit-tab-agenda").click();
  await id(page, "agenda-tab").waitFor();
  await settle(page, watch);
  await line(page, watch, "agenda", { texts: { title_zh: "会谈：城市运行平台", starts_at: "1030", ends_at: "1145", place_zh: "1号会议室" }, end: "line-title_zh" });
  await line(page, watch, "points", { kind: "要点", texts: { topic: "运维", text: TALK }, about: "游承", card: true, end: "line-topic" });
  await line(page, watch, "points", { kind: "敏感", texts: { topic: "采购", text: AVOID }, about: "游承", card: true, end: "line-topic" });
  await line(page, watch, "points", { kind: "要点", texts: { topic: "测算", text: ASIDE }, about: "游承", end: "line-topic" });
}

const written = (out) => (existsSync(out) ? readdirSync(out).filter((one) => one.endsWith(".pdf") && one.includes("口袋卡")) : []);

function readCard(out) {
  const file = join(out, written(out).toSorted((a, b) => statSync(join(out, b)).mtimeMs - statSync(join(out, a)).mtimeMs)[0]);
  const read = spawnSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
  if (read.status !== 0) throw new Error(`pdftotext: ${read.error?.message ?? read.stderr}`);
  return { pages: read.stdout.trimEnd().split("\f").length, text: read.stdout.replace(/\s/g, "") };
}

/** A copy asked for, its holder typed, and the copy listed as issued. */
async function issue(page, out, number) {
  const before = written(out).length === 0 ? 0 : statSync(join(out, written(out)[0])).mtimeMs;
  await id(page, "issue-dialog").waitFor();
  await id(page, "issue-holder").fill(HOLDER);
  await id(page, "issue-copies").fill("3");
  await id(page, "issue-write").click();
  await id(page, "issue-dialog").waitFor({ state: "detached" });
  await until(page, "the paper there", () => written(out).length > 0 && statSync(join(out, written(out)[0])).mtimeMs > before);
  await until(page, `copy ${number} listed`, async () => (await id(page, "brief-issued").count()) > 0 && (await id(page, "brief-issued").innerText()).includes(number));
}

/** The card looked at, printed by the keyboard, read back; a second copy saved. */
export async function printCards(page, watch, tally, { out, guests }) {
  await id(page, "visit-tab-seats").click();
  await id(page, "brief-page").waitFor();
  await settle(page, watch);
  tally.equal(await id(page, "paper-host_card").getAttribute("aria-checked"), "true", "the host's card is looked at first");
  await until(page, "the pages named", async () => (await id(page, "brief-small-2").count()) > 0);
  tally.check((await id(page, "brief-small-2").innerText()).includes(guests[0]), "a page is called by whom it is about", await id(page, "brief-small-2").innerText());
  await id(page, "brief-small-2").click();
  await until(page, "the principal's page", async () => (await id(page, "brief-page").getAttribute("data-page")) === "2");
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await page.keyboard.press("Control+p");
  await id(page, "issue-dialog").waitFor();
  await judge(tally, { page, watch }, "a copy to print");
  tally.check((await id(page, "issue-dialog").innerText()).includes("打印"), "the dialog says that it prints");
  await issue(page, out, "001");
  tally.check(watch.calls.includes("/host/print_briefing"), "the copy went to the printer");
  const { pages, text } = readCard(out);
  for (const one of guests) tally.check(text.includes(one), `${one} is on the printed card`);
  for (const one of [TALK, AVOID, "会谈：城市运行平台", "001/003", HOLDER, "草案"]) tally.check(text.includes(one), `the card says ${one}`, text.slice(0, 400));
  for (const one of [ASIDE, ...INSIDE, ...OTHERS]) tally.check(!text.includes(one), `${one} is not on the card`);
  tally.check(pages >= 3, "the day, the principal, the others", String(pages));
  await settle(page, watch);
  await id(page, "brief-export").click();
  await issue(page, out, "002");
  tally.check(readCard(out).text.includes("002/003"), "the next copy has the next number");
  await settle(page, watch);
}
