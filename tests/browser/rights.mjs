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

const pictures = process.env.DIANKE_PICTURES;
const picture = async (page, name) => pictures && (await page.screenshot({ path: join(pictures, `${name}.png`) }));
const sent = (watch, command) => watch.calls.filter((one) => one === `/call/${command}`).length;

/** Every file of the workspace's folder that holds the text, in either encoding; the folder of files written is left out. */
function holding(folder, text) {
  const forms = [Buffer.from(text, "utf8"), Buffer.from(text, "utf16le")];
  const files = readdirSync(folder).map((name) => join(folder, name)).filter((path) => statSync(path).isFile());
  return files.filter((path) => forms.some((form) => readFileSync(path).includes(form)));
}

async function openRights(page, watch) {
  await openMap(page);
  await findOnMap(page, WHO);
  await settle(page, watch);
  await id(page, "rights-section").scrollIntoViewIfNeeded();
}

async function asked(page, watch, tally) {
  await openRights(page, watch);
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

/** The whole of it on one page and one workspace; `out` is where the host writes, its parent holds the workspace. */
export async function checkRights({ open, tally, out }) {
  const folder = dirname(out);
  const wide = await open(WIDE);
  await tally.step("a request noted", () => asked(wide.page, wide.watch, tally));
  await tally.step("a consent given and withdrawn", () => agreed(wide.page, wide.watch, tally));
  await tally.step("the access pack", () => packed(wide.page, wide.watch, tally));
  await tally.step("a hold", () => held(wide.page, wide.watch, tally));
  await tally.step("erased for good", () => erased(wide.page, wide.watch, tally, folder));
  await tally.step("nothing is found", () => nothing(wide.page, wide.watch, tally, folder, out));
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
  await findOnMap(page, "苗国梁");
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
  await picture(page, "rights-narrow");
}

await alone(import.meta.url, "rights", checkRights);
