// From a bare start to a map: ten people typed, ten pasted, and the other ways in.
import { pathToFileURL } from "node:url";
import { judge, settle, Tally, until } from "./check.mjs";
import { openPage, withBrowser, withHost } from "./host.mjs";
import { id, painted } from "./screens.mjs";

const WIDE = { width: 1440, height: 900, theme: "light", lang: "zh-CN" };
const OTHERS = [{ ...WIDE, theme: "dark", lang: "en" }, { width: 1024, height: 700, theme: "light", lang: "zh-CN" }, { width: 1024, height: 700, theme: "dark", lang: "en" }];
/** What a person may take for ten people, in milliseconds. */
const MINUTE = 60_000;

const text = async (place) => (await place.innerText()).trim();
const cell = (page) => page.evaluate(() => document.activeElement?.getAttribute("data-testid") ?? "");
const calls = (watch, command) => watch.calls.filter((one) => one === `/call/${command}` || one === `/host/${command}`).length;
const cards = (page) => page.getByTestId("sketch-card").count();
const seats = (page) => page.locator("[role=treeitem]").count();

/** Post, superior as it is typed, unit; the role and the owner are proposed or typed. `?` is a name nobody knows. */
const PEOPLE = [
  ["样例一", "总经理", "", "公司本部"],
  ["样例二", "财务总监", "yly", "财务部"],
  ["样例三", "生产副总经理", "yly", "生产系统"],
  ["？", "采购负责人", "yly", "采购部"],
  ["样例五", "技术总工", "yls", "生产系统"],
  ["样例六", "信息主任", "yls", ""],
  ["样例七", "车间主任", "yls", ""],
  ["样例八", "采购专员", "yly", ""],
  ["样例九", "办公室秘书", "yly", ""],
  ["样例十", "设备部长", "yls", ""],
];

async function compose(page) {
  await page.evaluate(() => {
    const at = document.activeElement;
    const key = (more) => at.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...more }));
    at.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true, data: "" }));
    key({ key: "Enter", code: "Enter", isComposing: true });
    key({ key: "Enter", code: "Enter", keyCode: 229 });
    key({ key: "Enter", code: "Enter", keyCode: 229, ctrlKey: true });
    key({ key: "Tab", code: "Tab", keyCode: 229 });
    key({ key: "Escape", code: "Escape", keyCode: 229 });
    at.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true, data: "" }));
  });
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

async function paste(page, words) {
  await page.evaluate((words) => {
    const data = new DataTransfer();
    data.setData("text/plain", words);
    document.activeElement.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData: data }));
  }, words);
}

/** On the map of the new account, with its people in the tree of words. */
async function onMap(page, watch, count) {
  await id(page, "map").waitFor();
  await until(page, "the map painted", () => painted(page));
  await settle(page, watch);
  if ((await page.locator("aside.outline > h2").count()) === 0) await id(page, "outline-toggle").click();
  await until(page, `${count} seats on the map`, async () => (await seats(page)) === count);
}

async function typeTen(view, tally, shots) {
  const { page, watch } = view;
  await id(page, "first-run").waitFor();
  const started = Date.now();
  await page.keyboard.press("3");
  await until(page, "the name of the account", async () => (await cell(page)) === "start-account");
  tally.check((await id(page, "start-account").inputValue()) !== "", "an account has a name to begin with");
  await page.keyboard.type("样例盐化");
  await page.keyboard.press("Enter");
  await until(page, "the first cell", async () => (await cell(page)) === "grid-0-name");
  for (const [row, [name, title, superior, unit]] of PEOPLE.entries()) {
    await page.keyboard.type(name);
    if (row === 0) {
      await compose(page);
      tally.equal(await cell(page), "grid-0-name", "keys of the input method leave the cell alone");
      tally.equal(calls(watch, "new_workspace") + calls(watch, "start_account"), 0, "and make nothing");
    }
    await page.keyboard.press("Tab");
    await page.keyboard.type(title);
    await page.keyboard.press("Tab");
    if (superior !== "") {
      await page.keyboard.type(superior);
      await id(page, "suggestions").waitFor();
    }
    await page.keyboard.press("Tab");
    await page.keyboard.type(unit);
    await page.keyboard.press("Tab");
    // Role: what the post suggests. Owner: the first one typed, later ones by the superior.
    await page.keyboard.press("Tab");
    if (row === 0) await page.keyboard.type("样例甲");
    if (row === 4 && shots !== undefined) await page.screenshot({ path: `${shots}/typing.png` });
    if (row > 0) await page.keyboard.press("Tab");
    else await page.keyboard.press("Enter");
    await until(page, "the next row", async () => (await cell(page)) === `grid-${row + 1}-name`);
    await until(page, "a card more", async () => (await cards(page)) === row + 1);
    if (row < 2) await settle(page, watch);
  }
  tally.equal(await id(page, "grid-4-superior").inputValue(), "样例三", "a superior among the rows, by initials");
  tally.equal(await id(page, "grid-1-role").inputValue(), "批准者", "the role its post suggests");
  tally.equal(await id(page, "grid-1-owner").inputValue(), "样例甲", "the owner of the superior");
  tally.check(/10席，其中1席/.test(await text(id(page, "grid-count"))), "the rows are counted", await text(id(page, "grid-count")));
  tally.check((await text(id(page, "start-told"))).includes("采购负责人"), "what is missing is said", await text(id(page, "start-told")));
  await judge(tally, view, "ten people typed");
  if (shots !== undefined) await page.screenshot({ path: `${shots}/typed.png` });
  const typed = Date.now() - started;
  tally.equal(calls(watch, "new_workspace"), 0, "nothing is saved before it is wanted");
  await page.keyboard.press("Control+Enter");
  await onMap(page, watch, 10);
  console.log(`       bare start to a map of ten: ${Date.now() - started} ms, typed in ${typed} ms`);
  tally.check(Date.now() - started < MINUTE, "ten people in a minute", `${Date.now() - started} ms`);
  tally.equal([calls(watch, "new_workspace"), calls(watch, "start_account")], [1, 1], "one file, one step");
  if (shots !== undefined) await page.screenshot({ path: `${shots}/map.png` });
}

/** One step back takes the account away with its people; one forth brings them. */
async function backAndForth({ page, watch }, tally) {
  tally.equal(watch.faults, [], "no fault of the page so far");
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await page.keyboard.press("Control+z");
  await until(page, "the undo said", async () => (await id(page, "toast").count()) > 0 && /已撤销/.test(await text(id(page, "toast"))));
  await id(page, "nav-accounts").click();
  await id(page, "accounts").waitFor();
  await settle(page, watch);
  tally.equal(await page.locator("[data-testid^=account-row]").count(), 0, "the step takes the account with it");
  await page.keyboard.press("Control+Shift+z");
  await until(page, "the account again", async () => (await page.locator("[data-testid^=account-row]").count()) === 1);
  // The map asks once more for an account that the step took away, and is told so; the browser notes every such answer.
  const told = (fault) => /get_map_change .*"missing"/.test(fault) || fault.includes("status of 422");
  watch.faults = watch.faults.filter((fault) => !told(fault));
}

async function pasteTen(view, tally) {
  const { page, watch } = view;
  const rows = PEOPLE.map(([name, title, , unit], at) => [name, title, at === 0 ? "" : "样例一", unit].join("\t"));
  await id(page, "first-run").waitFor();
  await page.keyboard.press("3");
  await until(page, "the name of the account", async () => (await cell(page)) === "start-account");
  await paste(page, `姓名\t职务\t汇报给\t部门\r\n${rows.join("\r\n")}\r\n`);
  await until(page, "ten cards", async () => (await cards(page)) === 10);
  await id(page, "grid-unpaste").click();
  await until(page, "the paste taken back", async () => (await cards(page)) === 0);
  await paste(page, rows.join("\r\n"));
  await until(page, "ten cards again", async () => (await cards(page)) === 10);
  // Escape keeps everything; the way in says so.
  await page.keyboard.press("Escape");
  await id(page, "start-grid").waitFor({ state: "detached" });
  tally.check(/10席/.test(await text(id(page, "start-type"))), "what was typed waits", await text(id(page, "start-type")));
  await page.keyboard.press("3");
  await until(page, "ten cards kept", async () => (await cards(page)) === 10);
  // A superior nobody is stands in the way and says so.
  await id(page, "grid-9-superior").fill("样例没有这个人");
  await until(page, "the problem said", async () => (await id(page, "grid-9-superior").getAttribute("aria-invalid")) === "true");
  await page.keyboard.press("Control+Enter");
  await until(page, "the cell in the way", async () => (await cell(page)) === "grid-9-superior");
  tally.equal(calls(watch, "new_workspace"), 0, "no file is made for rows that cannot be added");
  await judge(tally, view, "a problem before there is a file");
  await id(page, "grid-9-superior").fill("样例一");
  await until(page, "the problem gone", async () => (await id(page, "grid-9-superior").getAttribute("aria-invalid")) === "false");
  await page.keyboard.press("Control+Enter");
  await onMap(page, watch, 10);
}

/** The file is made, then the list is looked at. */
async function importFirst(view, tally) {
  const { page, watch } = view;
  await id(page, "first-run").waitFor();
  await page.keyboard.press("2");
  await page.locator("[role=dialog]").first().waitFor();
  await settle(page, watch);
  tally.check(calls(watch, "pick_import") === 1 && calls(watch, "new_workspace") === 1, "a list can be imported at once");
}

/** What a file can be that is not opened, and what the answer speaks of: damaged, of a newer version, gone, open elsewhere, not writable. */
const REFUSED = [["store-not_a_workspace", /损坏|damaged/], ["store-newer_schema", /更新的版本|newer/], ["store-missing", /找不到|is not there/], ["store-already_open", /已在|is open in another/], ["store-read_only", /不能写入|cannot be written/i]];

/** A file that cannot be opened says so in the middle of the page, with the way out and its code; the sample is still at hand. */
async function refusedFiles(view, tally, shots) {
  const { page, watch } = view;
  let code = "";
  await page.route("**/host/open_workspace", (route) => route.fulfill({ status: 422, contentType: "application/json", body: JSON.stringify({ code, params: {}, cause: null }) }));
  await id(page, "first-run").waitFor();
  for (const [next, words] of REFUSED) {
    code = next;
    await page.keyboard.press("5");
    await until(page, next, async () => (await id(page, "error-state").count()) === 1 && (await text(id(page, "error-state"))).includes(next));
    tally.check(words.test(await text(id(page, "error-state"))), `${next} is said in words`, await text(id(page, "error-state")));
    if (shots !== undefined) await page.screenshot({ path: `${shots}/refused-${next}-${page.viewportSize().width}.png` });
  }
  await judge(tally, view, "a file that was not opened");
  await id(page, "start-other").waitFor();
  await page.keyboard.press("3");
  await until(page, "typing goes on", async () => (await cell(page)) === "start-account");
  await page.keyboard.press("Escape");
  await page.keyboard.press("1");
  await id(page, "open-palette").waitFor();
  await settle(page, watch);
  // The browser notes every refusal; they were wanted.
  watch.faults = watch.faults.filter((fault) => !fault.includes("422"));
}

/** Every way in from a bare start; each begins a host of its own. */
export async function checkFirstRun(browser, tally, shots) {
  const bare = (look, work) =>
    withHost({ sample: false, lang: look.lang }, async ({ address }) => {
      const view = await openPage(browser, address, look);
      await work(view);
      tally.equal(view.watch.faults, [], "no fault of the page");
      await view.close();
    });
  await tally.step("ten people typed from a bare start", () =>
    bare(WIDE, async (view) => {
      await typeTen(view, tally, shots);
      await backAndForth(view, tally);
    }));
  await tally.step("ten people pasted", () => bare(WIDE, (view) => pasteTen(view, tally)));
  for (const look of [WIDE, ...OTHERS.slice(-1)]) await tally.step(`files that are not opened ${look.width}`, () => bare(look, (view) => refusedFiles(view, tally, shots)));
  await tally.step("a list imported from a bare start", () => bare(WIDE, (view) => importFirst(view, tally)));
  for (const look of OTHERS) {
    await tally.step(`first run ${look.width} ${look.theme} ${look.lang}`, () =>
      bare(look, async (view) => {
        await id(view.page, "first-run").waitFor();
        await judge(tally, view, "first run");
        if (shots !== undefined) await view.page.screenshot({ path: `${shots}/first-${look.width}-${look.theme}.png` });
        await view.page.keyboard.press("3");
        await until(view.page, "the name", async () => (await cell(view.page)) === "start-account");
        await paste(view.page, PEOPLE.map(([name, title], at) => [name, title, at === 0 ? "" : "样例一"].join("\t")).join("\n"));
        await until(view.page, "ten cards", async () => (await cards(view.page)) === 10);
        await judge(tally, view, "first run, pasted");
        if (shots !== undefined) await view.page.screenshot({ path: `${shots}/pasted-${look.width}-${look.theme}.png` });
      }));
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const tally = new Tally();
  await withBrowser((browser) => checkFirstRun(browser, tally, process.env.SHOTS)).catch((error) => tally.check(false, "first run", String(error?.stack ?? error)));
  tally.finish();
}
