// Erase a person and find nothing: asked for and answered, held back, then gone from search, map, visit, export and the file's bytes.
// Alone: `node tests/browser/rights.mjs`. Prints what failed and `N passed, M failed`.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { alone } from "./alone.mjs";
import { judge, settle, until } from "./check.mjs";
import { findOnMap, id, openMap } from "./screens.mjs";

const WIDE = { width: 1440, height: 900, theme: "light", lang: "zh-CN" };
const NARROW = { width: 1024, height: 700, theme: "dark", lang: "en" };
/** One who sits in the chain of A01 and is named in its records. */
const WHO = "阎秀芝";
/** One who stays. */
const OTHER = "苗国梁";

const pictures = process.env.DIANKE_PICTURES;
const picture = async (page, name) => pictures && (await page.screenshot({ path: join(pictures, `${name}.png`) }));
const sent = (watch, command) => watch.calls.filter((one) => one === `/call/${command}`).length;

/** Every file of the workspace's folder that holds the text, in either encoding; the folder of files written is left out. */
function holding(folder, text) {
  const forms = [Buffer.from(text, "utf8"), Buffer.from(text, "utf16le")];
  const files = readdirSync(folder).map((name) => join(folder, name)).filter((path) => statSync(path).isFile());
  return files.filter((path) => forms.some((form) => readFileSync(path).includes(form)));
}

async function openRights(page, watch, tally) {
  await openMap(page);
  await findOnMap(page, WHO);
  await settle(page, watch);
  tally.equal(await id(page, "rights-section").count(), 0, "the inspector has a link and not the section");
  await id(page, "seat-rights").click();
  await id(page, "rights-section").waitFor();
  await settle(page, watch);
  await id(page, "rights-section").scrollIntoViewIfNeeded();
}

async function asked(page, watch, tally) {
  await openRights(page, watch, tally);
  await judge(tally, { page, watch }, "rights of a person");
  await id(page, "rights-ask").click();
  await id(page, "rights-ask-dialog").waitFor();
  await judge(tally, { page, watch }, "a request being noted");
  await id(page, "rights-kind").click();
  await page.getByRole("option").filter({ hasText: /反对使用|Objection/ }).click();
  await id(page, "rights-note").fill("请不要再发节日问候");
  await id(page, "rights-ask-save").click();
  await id(page, "rights-ask-dialog").waitFor({ state: "detached" });
  await id(page, "rights-request-objection").waitFor();
  tally.check(await id(page, "rights-stops").isVisible(), "an objection stops things at once");
}

async function agreed(page, watch, tally) {
  await id(page, "rights-consent-add").click();
  await id(page, "consent-dialog").waitFor();
  await judge(tally, { page, watch }, "a consent being noted");
  tally.check(await id(page, "consent-save").isDisabled(), "no consent without the way it was given");
  await id(page, "consent-channel").fill("当面");
  await id(page, "consent-save").click();
  await id(page, "rights-withdraw").waitFor();
  await settle(page, watch);
  await id(page, "rights-withdraw").click();
  await until(page, "withdrawn", async () => (await id(page, "rights-withdraw").count()) === 0);
  tally.equal(await id(page, "rights-consent").count(), 1, "a withdrawn consent stays on record");
}

async function packed(page, watch, tally) {
  await id(page, "rights-access").click();
  await id(page, "access-lines").waitFor();
  await settle(page, watch);
  await judge(tally, { page, watch }, "access pack");
  const words = await id(page, "access-lines").innerText();
  tally.check(words.includes(WHO), "the pack tells the name");
  await picture(page, "rights-access");
  await id(page, "access-json").click();
  await id(page, "access-write").click();
  await until(page, "write_access", () => watch.calls.includes("/host/write_access"));
  await settle(page, watch);
  await page.keyboard.press("Escape");
  await id(page, "access-dialog").waitFor({ state: "detached" });
}

async function held(page, watch, tally) {
  await id(page, "rights-hold-set").click();
  await id(page, "rights-hold-reason").fill("合同争议");
  await id(page, "rights-hold-save").click();
  await id(page, "rights-hold").waitFor();
  await id(page, "rights-erase").click();
  await id(page, "erase-held").waitFor();
  tally.equal(await id(page, "erase-name").count(), 0, "held: there is no way to type the name");
  tally.check(await id(page, "erase-go").isDisabled(), "held: nothing to erase");
  await page.keyboard.press("Escape");
  await id(page, "erase-dialog").waitFor({ state: "detached" });
  await id(page, "rights-hold-end").click();
  await until(page, "hold ended", async () => (await id(page, "rights-hold").count()) === 0 || (await id(page, "rights-hold-set").count()) === 1);
}

async function erased(page, watch, tally, folder) {
  tally.check(holding(folder, WHO).length > 0, "the name is in the file before");
  await settle(page, watch);
  await id(page, "rights-erase").click();
  await id(page, "erase-dialog").waitFor();
  await id(page, "erase-name").waitFor();
  await settle(page, watch);
  await judge(tally, { page, watch }, "erasing, before it is done");
  await picture(page, "rights-erase");
  tally.check(await id(page, "erase-go").isDisabled(), "nothing is erased before the name is typed");
  await id(page, "erase-name").fill(WHO.slice(0, 2));
  tally.check(await id(page, "erase-go").isDisabled(), "part of the name is not the name");
  for (const box of await id(page, "mention-unsure").all()) await box.check();
  await id(page, "erase-name").fill(WHO);
  await id(page, "erase-go").click();
  await id(page, "erased-dialog").waitFor();
  tally.equal(sent(watch, "erase_person"), 1, "asked once");
  await settle(page, watch);
  await judge(tally, { page, watch }, "erased");
  await picture(page, "rights-erased");
  await id(page, "certificate-save").click();
  await until(page, "certificate", () => watch.calls.includes("/host/write_certificate"));
  await settle(page, watch);
  await id(page, "erased-close").click();
  await id(page, "erased-dialog").waitFor({ state: "detached" });
}

/** What the core answers to a command, through the page's own door. */
const ask = (page, name, request) =>
  page.evaluate(async ([command, body]) => (await fetch(`/call/${command}`, { method: "POST", body: JSON.stringify({ context: { lang: "zh-CN", today: "2026-11-20" }, request: body }) })).text(), [name, request]);

async function nothing(page, watch, tally, folder, out) {
  await settle(page, watch);
  tally.check(!(await page.locator("body").innerText()).includes(WHO), "the map and the inspector do not name them");
  await id(page, "open-palette").click();
  const answer = page.waitForResponse((one) => one.url().endsWith("/call/find_text"));
  await id(page, "palette-input").fill(WHO);
  await answer;
  await settle(page, watch);
  const hits = await page.getByRole("option").allInnerTexts();
  tally.check(!hits.some((text) => text.includes(WHO)), "search does not find them", hits.join(" | "));
  await page.keyboard.press("Escape");
  for (const [name, request] of [["find_text", { text: WHO, account: null, limit: 20 }], ["list_visits", {}], ["get_home", {}], ["list_accounts", {}]]) {
    tally.check(!(await ask(page, name, request)).includes(WHO), `${name} does not name them`);
  }
  await page.evaluate(() => fetch("/host/export_workspace", { method: "POST", body: JSON.stringify({ context: { lang: "zh-CN", today: "2026-11-20" } }) }));
  tally.check(!readFileSync(join(out, "workspace.json"), "utf8").includes(WHO), "the export does not name them");
  tally.equal(holding(folder, WHO), [], "no file of the workspace holds the name, in either encoding");
  const certificate = readdirSync(out).find((name) => name.endsWith(".txt"));
  tally.check(certificate !== undefined && !readFileSync(join(out, certificate), "utf8").includes(WHO), "the certificate does not name them");
}

async function kept(page, watch, tally) {
  await id(page, "nav-home").click();
  await id(page, "rights-open").click();
  await id(page, "rights-dialog").waitFor();
  await settle(page, watch);
  await judge(tally, { page, watch }, "requests over all");
  await id(page, "rights-tab-retention").click();
  await settle(page, watch);
  await judge(tally, { page, watch }, "what is past its time");
  await picture(page, "rights-retention");
  const rows = id(page, "retention-rows").locator("li");
  if ((await rows.count()) > 0) {
    await rows.first().getByRole("checkbox").check();
    await id(page, "retention-until").fill("2027-06-01");
    await id(page, "retention-reason").fill("样例理由");
    const before = await rows.count();
    await id(page, "retention-keep").click();
    await until(page, "kept", async () => (await rows.count()) < before || (await id(page, "retention-none").count()) > 0);
    tally.check(true, "kept with a reason, it is not due any more");
  }
}

/** The log from the section: about the person, of one kind, of everybody, and that it is whole. */
async function logged(page, watch, tally) {
  await id(page, "rights-log").click();
  await id(page, "audit-lines").waitFor();
  await settle(page, watch);
  await judge(tally, { page, watch }, "the log");
  await picture(page, "rights-log");
  tally.equal(await id(page, "audit-state").getAttribute("data-whole"), "true", "the log is as it was written");
  tally.check((await id(page, "audit-person").innerText()).includes(WHO), "it is about the person");
  const lines = id(page, "audit-line");
  const words = await id(page, "audit-lines").innerText();
  tally.check(words.includes("打开人员页") && words.includes("资料包"), "opening the page and writing the pack are in it", words);
  const own = await lines.count();
  await id(page, "audit-everybody").click();
  await until(page, "lines of everybody", async () => (await id(page, "audit-person").count()) === 0 && (await lines.count()) >= own);
  await id(page, "audit-kind").click();
  await page.getByRole("option", { name: "成批操作", exact: true }).click();
  await until(page, "of one kind", async () => (await lines.evaluateAll((all) => all.every((one) => one.dataset.kind === "bulk"))) && (await lines.count()) > 0);
  await id(page, "audit-kind").click();
  await page.getByRole("option", { name: "投屏", exact: true }).click();
  await until(page, "nothing of this kind", async () => (await lines.count()) === 0);
  await id(page, "audit-kind").click();
  await page.getByRole("option", { name: "全部", exact: true }).click();
  await id(page, "audit-find").fill(OTHER);
  await id(page, "audit-found").waitFor();
  await id(page, "audit-find").press("Enter");
  await until(page, "about another one", async () => (await id(page, "audit-person").count()) === 1 && (await id(page, "audit-person").innerText()).includes(OTHER));
  await settle(page, watch);
  await page.keyboard.press("Escape");
  await id(page, "audit-dialog").waitFor({ state: "detached" });
}

/** Restricted: marked at the desk, left behind by lists, found by the whole name alone; back as it was after undo. */
async function restricted(page, watch, tally) {
  await openMap(page);
  await findOnMap(page, OTHER);
  await settle(page, watch);
  await id(page, "seat-rights").click();
  await id(page, "rights-ask").waitFor();
  await settle(page, watch);
  await id(page, "rights-ask").click();
  await id(page, "rights-kind").click();
  await page.getByRole("option").filter({ hasText: /限制处理|Restriction/ }).click();
  await id(page, "rights-ask-save").click();
  await id(page, "person-restricted").waitFor();
  await settle(page, watch);
  await judge(tally, { page, watch }, "a restricted person's page");
  await picture(page, "rights-restricted");
  const hits = async (text) => JSON.parse(await ask(page, "find_text", { text, account: null, kinds: ["person"], limit: 20 })).hits.map((one) => one.title);
  tally.equal((await hits(OTHER.slice(0, 2))).filter((one) => one.includes(OTHER)), [], "part of the name finds nobody");
  tally.equal(await hits(OTHER), [OTHER], "the whole name does");
  await openMap(page);
  await settle(page, watch);
  await picture(page, "rights-restricted-map");
  await id(page, "nav-court").click();
  await id(page, "court-restricted").first().waitFor();
  await settle(page, watch);
  await judge(tally, { page, watch }, "the court with a restricted person");
  await id(page, "export-court").first().click();
  await id(page, "export-withheld").waitFor();
  tally.check(/1/.test(await id(page, "export-withheld").innerText()), "one row stays");
  await judge(tally, { page, watch }, "a list that leaves somebody behind");
  await picture(page, "rights-withheld");
  await page.keyboard.press("Escape");
  await id(page, "export-dialog").waitFor({ state: "detached" });
  await page.goto(`${new URL(page.url()).origin}/#/people`);
  await id(page, "people-restricted").waitFor();
  await settle(page, watch);
  await judge(tally, { page, watch }, "the list of people with a restricted person");
  const before = sent(watch, "undo");
  await id(page, "undo").click();
  await until(page, "taken back", () => sent(watch, "undo") > before);
  await until(page, "no mark is left", async () => (await id(page, "people-restricted").count()) === 0);
  tally.check((await hits(OTHER.slice(0, 2))).includes(OTHER), "found again by part of the name");
}

/** The background of one of ours: taken back, refused, agreed to, each with its text; the state follows at once. */
async function ours(page, watch, tally) {
  await id(page, "nav-court").click();
  await settle(page, watch);
  await id(page, "court-tab-load").click();
  await id(page, "load-list").waitFor();
  await id(page, "own-consent").waitFor();
  await settle(page, watch);
  await judge(tally, { page, watch }, "consent of one of ours");
  const allowed = () => id(page, "own-consent").getAttribute("data-allowed");
  const answer = async (which) => {
    await id(page, "own-ask").click();
    await id(page, "consent-dialog").waitFor();
    await id(page, which).click();
    tally.check(await id(page, "consent-save").isDisabled(), "no answer without the way it was given");
    await judge(tally, { page, watch }, "an answer being noted");
    await id(page, "consent-channel").fill("当面");
    await id(page, "consent-save").click();
    await id(page, "consent-dialog").waitFor({ state: "detached" });
    await settle(page, watch);
  };
  await answer("consent-yes");
  await until(page, "in use", async () => (await allowed()) === "true");
  tally.equal(await id(page, "own-untold").count(), 0, "a text is on record");
  await picture(page, "rights-own");
  await id(page, "own-end").click();
  await until(page, "taken back", async () => (await allowed()) === "false");
  await settle(page, watch);
  await answer("consent-no");
  await until(page, "refused", async () => (await id(page, "own-row").count()) === 2);
  tally.equal(await allowed(), "false", "a refusal allows nothing");
}

/** The whole of it on one page and one workspace; `out` is where the host writes, its parent holds the workspace. */
export async function checkRights({ open, tally, out }) {
  const folder = dirname(out);
  const wide = await open(WIDE);
  await tally.step("a request noted", () => asked(wide.page, wide.watch, tally));
  await tally.step("a consent given and withdrawn", () => agreed(wide.page, wide.watch, tally));
  await tally.step("the access pack", () => packed(wide.page, wide.watch, tally));
  await tally.step("the log of the person", () => logged(wide.page, wide.watch, tally));
  await tally.step("a hold", () => held(wide.page, wide.watch, tally));
  await tally.step("erased for good", () => erased(wide.page, wide.watch, tally, folder));
  await tally.step("nothing is found", () => nothing(wide.page, wide.watch, tally, folder, out));
  await tally.step("a restriction", () => restricted(wide.page, wide.watch, tally));
  await tally.step("our own people", () => ours(wide.page, wide.watch, tally));
  await tally.step("what is past its time", () => kept(wide.page, wide.watch, tally));
  tally.check(wide.watch.faults.length === 0, "rights: nothing failed in the page", wide.watch.faults.join("\n       "));
  await wide.close();
  const small = await open(NARROW);
  await tally.step("rights, narrow and dark", () => lookAtRights(small.page, small.watch, tally));
  await small.close();
}

/** The same dialogs in another window, theme and language, of somebody who stays. */
async function lookAtRights(page, watch, tally) {
  await openMap(page);
  await findOnMap(page, OTHER);
  await settle(page, watch);
  await id(page, "seat-rights").click();
  await id(page, "rights-section").waitFor();
  await settle(page, watch);
  for (const [button, dialog] of [["rights-ask", "rights-ask-dialog"], ["rights-access", "access-dialog"], ["rights-erase", "erase-dialog"]]) {
    await id(page, button).click();
    await id(page, dialog).waitFor();
    await settle(page, watch);
    await judge(tally, { page, watch }, `${dialog}, narrow and dark`);
    await picture(page, `rights-narrow-${dialog}`);
    await page.keyboard.press("Escape");
    await id(page, dialog).waitFor({ state: "detached" });
  }
  await id(page, "nav-home").click();
  await id(page, "rights-open").click();
  await id(page, "rights-dialog").waitFor();
  await judge(tally, { page, watch }, "requests over all, narrow and dark");
  await page.keyboard.press("Escape");
  await id(page, "rights-dialog").waitFor({ state: "detached" });
  await page.keyboard.press("ControlOrMeta+,");
  await id(page, "settings").waitFor();
  await id(page, "audit-state").waitFor();
  await settle(page, watch);
  await judge(tally, { page, watch }, "the settings tell whether the log holds");
  await picture(page, "rights-narrow-settings");
  await page.keyboard.press("Escape");
  await id(page, "settings").waitFor({ state: "detached" });
  await page.keyboard.press("ControlOrMeta+Shift+l");
  await id(page, "audit-lines").waitFor();
  await settle(page, watch);
  await judge(tally, { page, watch }, "the log, narrow and dark");
  await picture(page, "rights-narrow-log");
  await page.keyboard.press("Escape");
  await id(page, "audit-dialog").waitFor({ state: "detached" });
  await picture(page, "rights-narrow");
}

await alone(import.meta.url, "rights", checkRights);
