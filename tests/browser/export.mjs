// Every list can be taken along: what is on screen, in its order, as a file the dialog describes before it is written.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { alone } from "./alone.mjs";
import { judge, settle, until } from "./check.mjs";
import { id, openMap } from "./screens.mjs";

const WIDE = { width: 1440, height: 900, theme: "light", lang: "zh-CN" };
const OTHERS = [{ ...WIDE, theme: "dark", lang: "en" }, { width: 1024, height: 700, theme: "dark", lang: "zh-CN" }, { width: 1024, height: 700, theme: "light", lang: "en" }];
const text = async (place) => (await place.innerText()).trim();
const calls = (watch, path) => watch.calls.filter((one) => one === path).length;

async function pick(page, chooser, option) {
  await id(page, chooser).click();
  await page.locator("[role=option]", { hasText: option }).click();
}

/** Opens the dialog of a list and waits until it says what leaves. */
async function ask(page, watch, list) {
  await id(page, `export-${list}`).first().click();
  await id(page, "export-dialog").waitFor();
  await settle(page, watch);
  return text(id(page, "export-what"));
}

/** Writes the file and answers its rows; every cell of these lists is free of line ends. */
async function save(page, watch, out) {
  const before = calls(watch, "/host/write_list");
  await id(page, "export-save").click();
  await until(page, "the file asked for", () => calls(watch, "/host/write_list") > before);
  await settle(page, watch);
  const said = await text(id(page, "toast"));
  const name = /[^\s：:]+\.(?:csv|xlsx|vcf)/.exec(said)?.[0] ?? "";
  return { name, bytes: readFileSync(join(out, name)) };
}

const rowsOf = ({ bytes }) => bytes.toString("utf8").replace("\ufeff", "").trim().split("\r\n").map((line) => line.split(","));

async function tab(page, watch, code) {
  await id(page, "nav-court").click();
  await id(page, `court-tab-${code}`).click();
  await settle(page, watch);
}

/** The table of accounts, narrowed and in another order, is what leaves. */
async function accounts({ page, watch }, tally, out) {
  await id(page, "nav-accounts").click();
  await id(page, "accounts").waitFor();
  await page.locator("input[type=search]").fill("集团");
  await settle(page, watch);
  const shown = await page.locator("[data-testid^=account-row]").allInnerTexts();
  const said = await ask(page, watch, "accounts");
  tally.check(shown.length > 1 && said.includes(`共${shown.length}行`), "the dialog counts what is shown", said);
  await pick(page, "export-format", "CSV");
  await settle(page, watch);
  const file = await save(page, watch, out);
  tally.check(/^客户清单-2026-11-20\.csv$/.test(file.name), "a name that says what it is", file.name);
  const names = rowsOf(file).slice(1).map((cells) => cells[1]);
  tally.check(shown.every((name, at) => name.includes(names[at] ?? "?")) && names.length === shown.length, "the rows on screen, in their order", `${shown} / ${names}`);
  await page.locator("input[type=search]").fill("");
}

/** Everything of a person above contact data waits for a reason. */
async function people({ page, watch }, tally, out) {
  await openMap(page);
  if ((await page.locator("aside.outline > h2").count()) === 0) await id(page, "outline-toggle").click();
  await settle(page, watch);
  await until(page, "the people in the tree", async () => (await page.locator("[role=treeitem]").count()) > 0);
  // Somebody with two posts stands twice on the map and once in a list of people.
  const seats = new Set(await page.locator("[role=treeitem] > .ell:not(.c3)").allTextContents()).size;
  const said = await ask(page, watch, "people");
  tally.check(said.includes(`共${seats}行`) && said.includes("不带：") && said.includes("饮食"), "what stays behind is said", `${seats}: ${said}`);
  await pick(page, "export-class", "背景");
  tally.check(await id(page, "export-save").isDisabled(), "no background without a reason");
  await judge(tally, { page, watch }, "a list that needs a reason");
  await pick(page, "export-reason", "工作交接");
  await pick(page, "export-format", "CSV");
  await settle(page, watch);
  const file = await save(page, watch, out);
  const [heads] = rowsOf(file);
  tally.check(heads.includes("爱好") && !heads.includes("饮食"), "background yes, sensitive no", String(heads));
  await ask(page, watch, "people");
  await pick(page, "export-format", "4.0");
  await settle(page, watch);
  const cards = await save(page, watch, out);
  tally.check(cards.name.endsWith(".vcf") && cards.bytes.toString("utf8").startsWith("BEGIN:VCARD\r\nVERSION:4.0\r\n"), "people as contact cards", cards.name);
  tally.check(!/BDAY|NOTE|PHOTO/.test(cards.bytes.toString("utf8")), "contact data alone");
}

/** Every other list writes a workbook. */
async function others({ page, watch }, tally, out) {
  const workbook = async (list) => {
    await ask(page, watch, list);
    if (await id(page, "export-reason").count()) await pick(page, "export-reason", "检查或合规");
    const file = await save(page, watch, out);
    tally.check(file.name.endsWith(".xlsx") && file.bytes.subarray(0, 2).toString() === "PK", `${list} as a workbook`, file.name);
  };
  await id(page, "nav-visits").click();
  await id(page, "visits").waitFor();
  await settle(page, watch);
  await workbook("visits");
  for (const [code, lists] of [["grid", ["court"]], ["load", ["colleagues"]], ["warnings", ["warnings"]], ["ledger", ["promises"]]]) {
    await tab(page, watch, code);
    for (const list of lists) await workbook(list);
  }
  await id(page, "ledger-matters").click();
  await settle(page, watch);
  await workbook("requests");
  const said = await ask(page, watch, "requests");
  await pick(page, "export-which", "投诉");
  await until(page, "the other list counted", async () => (await text(id(page, "export-what"))) !== said);
  const complaints = await save(page, watch, out);
  tally.check(complaints.name.startsWith("投诉台账"), "complaints from the same place", complaints.name);
}

/** The palette has the export of the list on screen. */
async function palette({ page, watch }, tally) {
  await id(page, "nav-visits").click();
  await id(page, "visits").waitFor();
  await id(page, "open-palette").click();
  await id(page, "palette-input").fill("导出来访");
  await until(page, "the command", async () => (await page.locator("#palette-list [role=option]").count()) > 0);
  await page.keyboard.press("Enter");
  await id(page, "export-dialog").waitFor();
  await page.keyboard.press("Escape");
  await id(page, "export-dialog").waitFor({ state: "detached" });
  await settle(page, watch);
  tally.check(true, "a command for the list on screen");
}

/** On a wide page; leaves the workspace as it was. */
export async function checkExport(view, tally, { out }) {
  await tally.step("the accounts on screen leave", () => accounts(view, tally, out));
  await tally.step("people leave up to a class", () => people(view, tally, out));
  await tally.step("the other lists leave", () => others(view, tally, out));
  await tally.step("the palette knows them", () => palette(view, tally));
  tally.equal(view.watch.faults, [], "no fault of the page");
}

/** The dialog in another look. */
export async function lookAtExport(view, tally) {
  const { page, watch } = view;
  await id(page, "nav-visits").click();
  await id(page, "visits").waitFor();
  await settle(page, watch);
  await ask(page, watch, "visits");
  await judge(tally, view, "export");
}

await alone(import.meta.url, "export", async ({ open, tally, out }) => {
  const view = await open(WIDE);
  await tally.step("export", () => checkExport(view, tally, { out }));
  await view.close();
  for (const look of OTHERS) {
    const other = await open(look);
    await tally.step(`export ${look.width} ${look.theme} ${look.lang}`, () => lookAtExport(other, tally));
    if (process.env.SHOTS) await other.page.screenshot({ path: `${process.env.SHOTS}/export-${look.width}-${look.theme}.png` });
    await other.close();
  }
});
