// The departure drill in a browser: opened three ways, read by keys, one heir changed, accepted in one step and taken back whole, the pack written, the map paled.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { alone } from "./alone.mjs";
import { judge, settle, until } from "./check.mjs";
import { id, openMap, painted } from "./screens.mjs";

const WIDE = { width: 1440, height: 900, theme: "light", lang: "zh-CN" };
const NARROW = { width: 1024, height: 700, theme: "dark", lang: "en" };
const LEAVER = "林采薇";

const counts = async (page) => (await id(page, "drill-counts").locator("b").allInnerTexts()).map(Number);
const lines = (page) => id(page, "drill-line");

async function choose(page, trigger, name) {
  await trigger.click();
  await page.getByRole("option").filter({ hasText: name }).first().click();
}

/** The file as the core knows it, asked past the page. */
async function records(page) {
  return page.evaluate(async () => {
    const ask = async (name, request) => (await fetch(`/call/${name}`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ context: { lang: "zh-CN", today: "2026-11-20" }, request }) })).json();
    const court = await ask("get_court", { accounts: [], as_of: "2026-11-20" });
    return JSON.stringify(court.accounts);
  });
}

async function openDrill(page, tally, watch, name = LEAVER) {
  await id(page, "nav-court").click();
  await id(page, "court-tab-drill").click();
  await id(page, "drill-worst").waitFor();
  tally.check((await id(page, "drill-worst").locator("button").count()) > 4, "before anybody is chosen it ranks whose leaving matters most");
  tally.equal(await id(page, "drill-plan").count(), 0, "and proposes nothing");
  await choose(page, id(page, "drill-who"), name);
  await id(page, "drill-matrix").waitFor();
  await settle(page, watch);
}

async function told(page, tally) {
  tally.check((await id(page, "drill-rehearsal").innerText()).includes("没有改动任何数据"), "the bar says that it is a rehearsal");
  tally.equal(await counts(page), [4, 3, 3, 1], "accounts, rows without owner, people nobody knows, promises");
  const heads = await id(page, "drill-account").allInnerTexts();
  tally.check(/15\.8/.test(heads[0]) && /9\.5/.test(heads[1]) && /不变/.test(heads[2]), "losses by account, the greatest first", heads.join(" | "));
  tally.check((await page.locator("[data-testid=drill-row] .tile.gone").count()) > 3, "what leaves is struck");
  tally.check((await page.locator("[data-testid=drill-row] .tile.heir").count()) >= 3, "heirs are outlined");
  tally.check((await id(page, "drill-not-appraisal").innerText()).includes("不用于考核"), "it says that it appraises nobody");
}

async function accepted(page, tally, watch) {
  const before = await records(page);
  const count = await lines(page).count();
  const first = lines(page).first();
  const was = await first.getByTestId("drill-heir").innerText();
  await first.getByTestId("drill-heir").click();
  const other = page.getByRole("option").nth(2);
  const name = (await other.innerText()).split("\n")[0].trim();
  await other.click();
  await until(page, "another heir", async () => (await first.getByTestId("drill-heir").innerText()).includes(name));
  tally.check(!was.includes(name), "the heir is another one now", `${was} → ${name}`);
  const last = lines(page).last().getByTestId("drill-take");
  await last.focus();
  await page.keyboard.press("Space");
  tally.check((await id(page, "drill-accept").innerText()).includes(String(count - 1)), "Space leaves a line out", await id(page, "drill-accept").innerText());
  await id(page, "drill-accept").click();
  await id(page, "toast").waitFor();
  await settle(page, watch);
  tally.equal(watch.calls.filter((call) => call === "/call/accept_drill").length, 1, "one step writes all of it");
  const after = await records(page);
  tally.check(after !== before, "the court has changed");
  await page.keyboard.press("Control+z");
  await until(page, "all as before", async () => (await records(page)) === before);
  tally.check(true, "undo takes the whole plan back");
  await settle(page, watch);
}

async function packed(page, tally, watch, out) {
  await id(page, "drill-pack").click();
  await id(page, "pack-dialog").waitFor();
  await judge(tally, { page, watch }, "the pack");
  await id(page, "pack-write").click();
  const pdf = () => readdirSync(out, { withFileTypes: true }).map((one) => one.name).find((name) => name.startsWith("移交包") && name.endsWith(".pdf"));
  await until(page, "the pack written", async () => Boolean(pdf()));
  tally.equal(readFileSync(join(out, pdf())).subarray(0, 5).toString(), "%PDF-", "the pack is a PDF");
  tally.check(!pdf().includes(LEAVER), "its name tells nobody whose it is", pdf());
  await id(page, "drill-pack").click();
  await id(page, "pack-docx").click();
  await id(page, "pack-write").click();
  await until(page, "the pack as a document", async () => readdirSync(out).some((name) => name.startsWith("移交包") && name.endsWith(".docx")));
  tally.check(true, "and a document");
}

/** More people, one of theirs, everybody of a list; then out by Escape. */
async function more(page, tally, watch) {
  await choose(page, id(page, "drill-add"), "宋嘉树");
  await until(page, "two leave", async () => (await counts(page))[0] > 4);
  tally.check(true, "with another colleague more accounts are touched", (await counts(page)).join());
  await id(page, "drill-theirs").fill("尉迟安");
  await id(page, "drill-theirs-hit").first().waitFor();
  await page.keyboard.press("Enter");
  await until(page, "one of theirs leaves too", async () => (await page.locator("[data-testid=drill-row].leaves").count()) === 1);
  tally.check(true, "one of theirs leaves too, with the colleague who asks for a successor");
  await id(page, "drill-matrix").focus();
  await page.keyboard.press("Escape");
  await until(page, "nobody leaves", async () => (await id(page, "drill-plan").count()) === 0);
  tally.equal(await id(page, "drill-matrix").count(), 0, "Escape ends the drill");
  await settle(page, watch);
}

/** From the palette by a colleague's name; then the map pales what would be lost. */
async function elsewhere(page, tally, watch) {
  await page.keyboard.press("Control+k");
  await id(page, "palette-input").fill(`推演${LEAVER}`);
  await until(page, "the command", async () => (await page.locator("#palette-list [role=option]").count()) > 0);
  await page.keyboard.press("Enter");
  await id(page, "drill-matrix").waitFor();
  tally.check((await id(page, "drill-who").innerText()).includes(LEAVER), "the palette opens the drill of a colleague");
  await openMap(page, "A01");
  await until(page, "painted", () => painted(page));
  tally.check((await id(page, "map-drill").innerText()).includes(LEAVER), "the map says that a drill goes on");
  await settle(page, watch);
  const picture = () => page.evaluate(() => document.querySelector("[data-testid=map-canvas]").toDataURL());
  const paled = await picture();
  await id(page, "map-drill-off").click();
  await until(page, "the map in full ink", async () => (await picture()) !== paled);
  tally.equal(await id(page, "map-drill").count(), 0, "leaving gives the map its ink back");
}

/** The whole drill on a wide page; leaves the workspace as it was. */
export async function checkDrill(view, tally, { out }) {
  const { page, watch } = view;
  await tally.step("what falls", async () => {
    await openDrill(page, tally, watch);
    await told(page, tally);
    await judge(tally, view, "drill");
  });
  await tally.step("one heir changed, accepted, taken back", () => accepted(page, tally, watch));
  await tally.step("the hand-over pack", () => packed(page, tally, watch, out));
  await tally.step("more who leave", () => more(page, tally, watch));
  await tally.step("from elsewhere, and on the map", () => elsewhere(page, tally, watch));
  tally.equal(watch.faults, [], "no fault of the page");
}

export async function checkDrillNarrow(view, tally) {
  const { page, watch } = view;
  await openDrill(page, tally, watch, "Lin");
  await judge(tally, view, "drill, narrow");
}

await alone(import.meta.url, "drill", async ({ open, tally, out }) => {
  for (const [look, work] of [[WIDE, checkDrill], [NARROW, checkDrillNarrow]]) {
    const view = await open(look);
    await tally.step(`drill ${look.width}`, () => work(view, tally, { out }));
    if (process.env.DRILL_SHOTS) await view.page.screenshot({ path: `${process.env.DRILL_SHOTS}/${look.width}.png` });
    await view.close();
  }
});
