// Lists on their way in: dropped and chosen, duplicates decided field by field, a second edition compared, applied and taken back.
// Alone: `node tests/browser/import.mjs`. Prints what failed and `N passed, M failed`.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { alone } from "./alone.mjs";
import { judge, settle, undo, until } from "./check.mjs";
import { root } from "./host.mjs";
import { asProposed, findOnMap, id, openImport, openMap } from "./screens.mjs";
import { edited } from "./sheet.mjs";

const WIDE = { width: 1440, height: 900, theme: "light", lang: "zh-CN" };
const NARROW = { width: 1024, height: 700, theme: "dark", lang: "en" };
const LIST = readFileSync(join(root, "samples", "people.xlsx"));
/** One person again in another post, and another person under a number of somebody else. */
const DOUBLED = edited(LIST, { rows: { 88: { B: "集团总部", C: "董事长助理", D: "荣景行", F: "15400001037" }, 89: { B: "集团总部", C: "司机班长", D: "样例甲", F: "15400001074" } } });
/** The next edition: a number changed, the last one gone, somebody new. */
const NEXT = edited(LIST, { without: [84], rows: { 8: { F: "15400009999" }, 88: { B: "集团总部", C: "秘书", D: "样例乙", F: "15400008888" } } });

const pictures = process.env.DIANKE_PICTURES;
const picture = async (page, name) => pictures && (await page.screenshot({ path: join(pictures, `import-${name}.png`) }));
const sent = (watch, command) => watch.calls.filter((one) => one === `/call/${command}`).length;
const text = async (place) => (await place.innerText()).trim();
const numbers = async (place) => (await text(place)).match(/\d+/g).map(Number);

/** What is refused on purpose is no fault of the page. */
async function refusing(watch, work) {
  const before = watch.faults.length;
  await work();
  watch.faults.length = before;
}

async function carried(page, name, bytes) {
  return page.evaluateHandle(([file, content]) => {
    const data = new DataTransfer();
    data.items.add(new File([Uint8Array.from(atob(content), (one) => one.charCodeAt(0))], file));
    return data;
  }, [name, bytes.toString("base64")]);
}

async function drop(page, name, bytes) {
  const dataTransfer = await carried(page, name, bytes);
  await page.locator("body").dispatchEvent("dragover", { dataTransfer });
  await id(page, "drop-cover").waitFor();
  await picture(page, "drop");
  await page.locator("body").dispatchEvent("drop", { dataTransfer });
  await id(page, "drop-cover").waitFor({ state: "detached" });
}

async function applied(page, watch) {
  await id(page, "import-yes").click();
  await id(page, "import-undo").waitFor();
  await settle(page, watch);
}

const accounts = (page) => page.evaluate(async () => (await (await fetch("/call/list_accounts", { method: "POST", body: JSON.stringify({ context: { lang: "zh-CN", today: "2026-11-20" }, request: {} }) })).json()).accounts.length);

async function wrongKinds(page, watch, tally) {
  await page.getByTestId("nav-home").click();
  await settle(page, watch);
  for (const [name, what] of [["virus.exe", "a program"], ["guest.jpg", "a picture while nobody is open"]]) {
    await drop(page, name, Buffer.from("x"));
    await page.getByTestId("toast").first().waitFor();
    tally.check(!(await id(page, "import-dialog").isVisible()), `${what} opens nothing and says so`, await text(page.getByTestId("toast").first()));
  }
  await page.getByTestId("toast").getByRole("button").last().click();
  await page.getByTestId("toast").first().waitFor({ state: "detached" });
  await drop(page, "days.ics", Buffer.from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"));
  await id(page, "calendar-dialog").waitFor();
  await settle(page, watch);
  await page.keyboard.press("Escape");
  await id(page, "calendar-dialog").waitFor({ state: "detached" });
  await openMap(page);
  await findOnMap(page, "阎秀芝");
  await settle(page, watch);
  await drop(page, "guest.png", Buffer.from("x"));
  await refusing(watch, async () => {
    await id(page, "photo-dialog").waitFor();
    await settle(page, watch);
    await page.keyboard.press("Escape");
    await id(page, "photo-dialog").waitFor({ state: "detached" });
  });
}

/** The list of every kind of what is to be settled, as a person would keep it. */
const OWN = ["部门,职务,姓名,性别,民族,上级领导,手机,态度,关系（1—10）,负责销售,上次拜访,备注", "总裁办,总裁,样例一,男,汉,,15400000001,友好,6,宋嘉树,2025.12.1,喜欢打球。血压高。", "采购部,副总裁,样例二,女,汉,样例一,15400000002,差,10,小林,12月1日,两个孩子在读中学", "质量部,总监,样例三,男,回,样例一,15400000003,一般,0,叶知秋,去年底,关心交付", "财务部,财务负责人,,,,样例一,,,,宋嘉树,,"].join("\n");
/** The same list when the third one has come under the second. */
const MOVED = OWN.replace("样例三,男,回,样例一", "样例三,男,回,样例二");
const fixOf = (page, key) => page.locator(`[data-testid=import-fix][data-key="${key}"]`);
const openNow = async (page, key) => Number(await fixOf(page, key).getAttribute("data-open"));
const rest = async (page) => Number((await text(id(page, "import-yes"))).match(/\d+/)?.[0] ?? 0);

/** Every kind of problem by the keyboard alone. */
async function ways(page, watch, tally) {
  await page.getByTestId("nav-home").click();
  await settle(page, watch);
  await drop(page, "客户联系人2026.csv", Buffer.from(OWN));
  await id(page, "import-dialog").waitFor();
  await settle(page, watch);
  tally.equal(await page.locator("[data-testid=import-fix]").evaluateAll((all) => all.map((one) => one.dataset.key)), ["name", "attitude", "scale", "last_touch", "owner", "text"], "six kinds");
  tally.equal(await rest(page), 6, "and six are open");
  tally.equal(await id(page, "import-refused").count(), 2, "two columns are not taken in");
  tally.check(!(await text(page.locator("[data-testid=import-column][data-letter=E]"))).includes("汉"), "and nothing of them is shown");
  tally.check((await text(page.locator("[data-testid=import-column][data-letter=G]"))).includes("0001") && !(await text(page.locator("[data-testid=import-column][data-letter=G]"))).includes("154"), "a number shows its end alone");
  await judge(tally, { page, watch }, "import, six kinds");
  await picture(page, "ways");
  const on = async () => page.evaluate(() => document.activeElement?.closest("[data-testid=import-fix]")?.dataset.key ?? "");
  await page.keyboard.press("ControlOrMeta+Enter");
  await until(page, "the first kind under the keyboard", async () => (await on()) === "name");
  tally.equal(sent(watch, "apply_import"), 0, "nothing is written while something is open");
  await page.keyboard.press("Enter");
  await until(page, "seats for rows without a name", async () => (await openNow(page, "name")) === 0);
  await settle(page, watch);
  await page.keyboard.press("ControlOrMeta+Enter");
  await until(page, "words come one by one", async () => (await on()) === "attitude");
  tally.equal(await fixOf(page, "attitude").getByTestId("import-fix-line").count(), 3, "three words");
  await fixOf(page, "attitude").getByTestId("import-fix-all").focus();
  await page.keyboard.press("Enter");
  await until(page, "all three as proposed", async () => (await openNow(page, "attitude")) === 0);
  const press = async (key) => {
    await settle(page, watch);
    await page.keyboard.press("ControlOrMeta+Enter");
    await until(page, `${key} under the keyboard`, async () => (await on()) === key);
    await page.keyboard.press("Enter");
    await settle(page, watch);
  };
  await press("scale");
  await press("last_touch");
  tally.equal([await openNow(page, "scale"), await openNow(page, "last_touch")], [0, 1], "what has no proposal is asked one by one");
  const never = fixOf(page, "last_touch").locator("[data-key='last_touch/去年底']").getByTestId("import-fix-none");
  await never.click();
  await until(page, "no day is guessed", async () => (await openNow(page, "last_touch")) === 0);
  await press("owner");
  tally.equal(await openNow(page, "owner"), 1, "nobody is named for somebody who left");
  await fixOf(page, "owner").locator("[data-key='owner/叶知秋']").getByTestId("import-fix-choice").focus();
  await page.keyboard.press("Enter");
  await page.locator("[role=option]").last().waitFor();
  await picture(page, "ways-owner");
  await page.locator("[role=option]").last().click();
  await until(page, "nobody yet", async () => (await openNow(page, "owner")) === 0);
  await settle(page, watch);
  await sensitive(page, watch, tally);
  tally.equal(await rest(page), 4, "nothing is open, four rows go in");
  tally.check((await text(id(page, "import-after"))).includes("姓名待查"), "the rows as they will stand");
  await applied(page, watch);
  tally.check((await text(id(page, "import-done-asked"))).includes("样例三"), "whose owner nobody knows is asked about");
  await judge(tally, { page, watch }, "import, done");
  await picture(page, "done");
  await id(page, "import-done-asked").getByTestId("import-done-person").first().click();
  await page.locator("[data-testid^=person]").first().waitFor();
  await settle(page, watch);
  tally.check((await text(page.locator("main").first())).includes("叶知秋"), "and the question stands with the person");
}

/** What is not kept: shown at its place, dropped, or said otherwise. */
async function sensitive(page, watch, tally) {
  await page.keyboard.press("ControlOrMeta+Enter");
  await until(page, "sensitive words open", async () => (await fixOf(page, "text").getByTestId("import-fix-line").count()) === 2);
  await settle(page, watch);
  const blood = fixOf(page, "text").locator("[data-key='text/2-note-1']");
  tally.equal(await text(blood.locator("mark")), "血压", "the word is marked at its place");
  tally.check((await text(blood.getByTestId("import-fix-reason"))).includes("健康"), "with the reason");
  await picture(page, "ways-sensitive");
  await blood.getByTestId("import-fix-choice").click();
  await page.locator("[role=option]").last().click();
  const words = blood.getByTestId("import-fix-words");
  await words.fill("他信佛");
  await refusing(watch, async () => {
    await words.press("Enter");
    await id(page, "import-refusal").waitFor();
    await settle(page, watch);
  });
  tally.check(true, "other words that are not kept are refused");
  await blood.getByTestId("import-fix-choice").click();
  await page.locator("[role=option]").last().click();
  await blood.getByTestId("import-fix-words").fill("来访少走路");
  await blood.getByTestId("import-fix-words").press("Enter");
  await until(page, "one is decided", async () => (await openNow(page, "text")) === 1);
  await settle(page, watch);
  await fixOf(page, "text").getByTestId("import-fix-all").click();
  await until(page, "the other goes", async () => (await openNow(page, "text")) === 0);
  await settle(page, watch);
}

/** The same list again: what was said is remembered, and a new superior is a change. */
async function superiors(page, watch, tally) {
  await drop(page, "客户联系人2026.csv", Buffer.from(MOVED));
  await id(page, "import-difference").waitFor();
  await settle(page, watch);
  tally.equal([await openNow(page, "attitude"), await openNow(page, "owner"), await openNow(page, "scale")], [0, 0, 0], "words, owners and the scale are remembered");
  tally.check((await text(id(page, "import-difference"))).includes("样例一→样例二"), "the new superior is a change, both shown", await text(id(page, "import-difference")));
  await picture(page, "superior");
  const changed = page.locator("[data-testid=import-difference] li", { hasText: "样例一→样例二" });
  await changed.getByTestId("import-difference-look").click();
  const field = page.locator("[data-testid=import-pair-field][data-field=superior]");
  await field.waitFor();
  tally.check(await field.getByTestId("import-take-file").isChecked(), "and proposed, for nobody drew it here since");
  await asProposed(page, watch);
  await id(page, "import-no").click();
  await id(page, "import-dialog").waitFor({ state: "detached" });
  await id(page, "nav-home").click();
  await settle(page, watch);
  const before = await accounts(page);
  await undo(page, watch);
  await until(page, "the first edition taken back", async () => (await accounts(page)) === before - 1);
}

async function doubles(page, watch, tally) {
  const before = await accounts(page);
  const written = sent(watch, "apply_import");
  await drop(page, "云樟名单.xlsx", DOUBLED);
  await id(page, "import-dialog").waitFor();
  await settle(page, watch);
  await asProposed(page, watch);
  tally.equal(await rest(page), 1, "one pair is to be decided first");
  tally.equal(sent(watch, "apply_import"), written, "nothing is written before yes");
  await id(page, "import-yes").click();
  await until(page, "the pair under the keyboard", () => page.evaluate(() => document.activeElement?.getAttribute("data-testid") === "import-pair"));
  tally.equal(sent(watch, "apply_import"), written, "an undecided pair is shown instead of a yes");
  await settle(page, watch);
  await judge(tally, { page, watch }, "import, a pair to decide");
  await picture(page, "pair");
  tally.check((await text(id(page, "import-pairs"))).includes("样例甲"), "the open pair comes first");
  await page.keyboard.press("2");
  tally.equal(await id(page, "import-pair-another").getAttribute("aria-pressed"), "true", "2 says: two people");
  await page.keyboard.press("PageUp");
  await until(page, "the other pair", async () => (await text(id(page, "import-pairs"))).includes("荣景行"));
  tally.equal(await id(page, "import-pair-same").getAttribute("aria-pressed"), "true", "two identifiers: proposed as one");
  const title = page.locator("[data-testid=import-pair-field][data-field=title]");
  tally.check((await text(title)).includes("党委书记、董事长") && (await text(title)).includes("董事长助理"), "both values are shown", await text(title));
  tally.check(await title.getByTestId("import-take-ours").isChecked(), "the earlier row stays by default");
  await title.getByTestId("import-take-file").check();
  await picture(page, "merged");
  await applied(page, watch);
  const [people] = await numbers(page.locator("[data-testid=import-dialog] .result p"));
  tally.check((await id(page, "import-done-fresh").getByTestId("import-done-person").count()) > 5, "those who came are listed");
  tally.equal(await accounts(page), before + 1, "the list is an account");
  tally.check(people > 50, "and its people are counted", String(people));
  await id(page, "import-look").click();
  await settle(page, watch);
  await findOnMap(page, "荣景行");
  await until(page, "the value chosen is the one kept", async () => (await text(id(page, "inspector"))).includes("董事长助理"));
  await page.keyboard.press("Escape");
  // The map that is open asks once for its account, hears that it is gone, and gives way to the list.
  await refusing(watch, async () => {
    await page.keyboard.press("ControlOrMeta+z");
    await until(page, "the import taken back", async () => (await accounts(page)) === before);
    await id(page, "accounts").waitFor();
    await settle(page, watch);
  });
  tally.check(true, "one step takes it back");
}

async function editions(page, watch, tally) {
  await openImport(page);
  await settle(page, watch);
  await asProposed(page, watch);
  await page.getByTestId("import-source").fill("客户经理自建表");
  await applied(page, watch);
  await page.getByTestId("import-look").click();
  await settle(page, watch);
  await openImport(page);
  await settle(page, watch);
  tally.equal(await page.getByTestId("import-source").inputValue(), "客户经理自建表", "the list remembers its source");
  const [fresh, changed] = await numbers(id(page, "import-difference-counts"));
  tally.equal([fresh, changed], [0, 0], "the same list again has nothing new");
  await picture(page, "same");
  await asProposed(page, watch);
  await refusing(watch, async () => {
    await id(page, "import-yes").click();
    await id(page, "import-refusal").waitFor();
    await settle(page, watch);
  });
  await id(page, "import-no").click();
  await drop(page, "people.xlsx", NEXT);
  await id(page, "import-difference").waitFor();
  await settle(page, watch);
  await judge(tally, { page, watch }, "import, a difference");
  await picture(page, "difference");
  const counts = await numbers(id(page, "import-difference-counts"));
  tally.equal([counts[0], counts[1], counts[3]], [1, 1, 1], "one new, one changed, one gone");
  await id(page, "import-difference-look").first().click();
  const mobile = page.locator("[data-testid=import-pair-field][data-field=mobile]");
  tally.check(await mobile.getByTestId("import-take-file").isChecked(), "a number nobody confirmed is updated");
  tally.check((await text(id(page, "import-gone").first())).length > 3, "whom it no longer names comes with a proposal");
  await id(page, "import-end").first().click();
  await asProposed(page, watch);
  await applied(page, watch);
  tally.check(/1位不在名单里/.test(await text(page.locator("[data-testid=import-dialog] .result"))), "whose post ended is told", await text(page.locator("[data-testid=import-dialog] .result")));
  await id(page, "import-undo").click();
  await settle(page, watch);
  await openImport(page);
  await settle(page, watch);
  tally.equal((await numbers(id(page, "import-difference-counts"))).slice(0, 2), [0, 0], "undo gives back what the list remembered too");
  await id(page, "import-no").click();
}

/** The whole way on the open sample. */
export async function checkImport(page, tally, watch) {
  await tally.step("files of the wrong kind", () => wrongKinds(page, watch, tally));
  await tally.step("every kind of what a list says in its own way", () => ways(page, watch, tally));
  await tally.step("a list that is remembered, with a new superior", () => superiors(page, watch, tally));
  await tally.step("a list with two duplicates", () => doubles(page, watch, tally));
  await tally.step("a second edition of a list", () => editions(page, watch, tally));
}

/** The window of an import in another look. */
export async function lookAtImport(page, tally, watch) {
  // Nothing hears a drop before the window stands.
  await page.getByTestId("nav-home").click();
  await settle(page, watch);
  await drop(page, "people-2.xlsx", DOUBLED);
  await id(page, "import-dialog").waitFor();
  await settle(page, watch);
  await judge(tally, { page, watch }, "import, narrow");
  await picture(page, "narrow-problems");
  await id(page, "import-pairs").scrollIntoViewIfNeeded();
  await settle(page, watch);
  await judge(tally, { page, watch }, "import, pairs, narrow");
  await picture(page, "narrow-pairs");
  await id(page, "import-carry").first().click();
  await picture(page, "narrow-carry");
  await page.keyboard.press("Escape");
}

await alone(import.meta.url, "import", async ({ open, tally }) => {
  const wide = await open(WIDE);
  await settle(wide.page, wide.watch);
  await checkImport(wide.page, tally, wide.watch);
  tally.equal(wide.watch.faults, [], "nothing failed in the page");
  await wide.close();
  const narrow = await open(NARROW);
  await settle(narrow.page, narrow.watch);
  await tally.step("narrow, dark, English", () => lookAtImport(narrow.page, tally, narrow.watch));
  await narrow.close();
});
