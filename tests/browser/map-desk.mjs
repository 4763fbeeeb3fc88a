// The panels of the map's desk, by a person's own ways: ten people typed, rows pasted, a decision copied, a committee, units, a successor.
// Every step is undone again, so that the sample is left as it was. Runs alone or as a part of a longer journey.
import { alone } from "./alone.mjs";
import { calls, judge, settle, undo, until } from "./check.mjs";
import { findOnMap, id, openMap } from "./screens.mjs";

const text = async (place) => (await place.innerText()).trim();
const seats = (page) => page.locator("[data-testid=outline] [role=treeitem]").count();
const names = (page) => page.locator("[data-testid=outline] [role=treeitem] > :first-child").allTextContents();

/** One step back by keys, from the page itself. */
/** What an input method sends around the Enter that confirms a word; a plain handler would take it for the real key. */
function compose(page) {
  return page.evaluate(() => {
    const at = document.activeElement;
    at.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true, data: "" }));
    for (const [key, extra] of [["Enter", { isComposing: true }], ["Enter", { keyCode: 229 }], ["Escape", { keyCode: 229 }], ["ArrowDown", { isComposing: true }]]) {
      at.dispatchEvent(new KeyboardEvent("keydown", { key, code: key, bubbles: true, cancelable: true, ...extra }));
    }
    at.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true, data: "" }));
  });
}

/** Copied rows, as Excel and WPS put them on the clipboard. */
function paste(page, rows) {
  return page.evaluate((copied) => {
    const carried = new DataTransfer();
    carried.setData("text/plain", copied);
    document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: carried, bubbles: true, cancelable: true }));
  }, rows);
}

const cell = (page) => page.evaluate(() => document.activeElement?.getAttribute("data-testid") ?? "");

async function toMap(page) {
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await id(page, "outline").focus();
}

/** Ten people by keyboard alone. */
async function typing(page, tally, watch) {
  const before = await seats(page);
  await toMap(page);
  const started = Date.now();
  await page.keyboard.press("n");
  await id(page, "grid").waitFor();
  await until(page, "the first cell", async () => (await cell(page)) === "grid-0-name");
  for (let row = 0; row < 10; row += 1) {
    await page.keyboard.type(row === 3 ? "？" : `样例${"一二三四五六七八九十"[row]}`);
    if (row === 0) {
      await compose(page);
      tally.equal(await cell(page), "grid-0-name", "Enter and Escape of the input method leave the cell alone");
      tally.equal(calls(watch, "add_seats"), 0, "and add nobody");
    }
    await page.keyboard.press("Tab");
    await page.keyboard.type(`样例职务${row + 1}`);
    await page.keyboard.press("Tab");
    if (row === 1) await page.keyboard.type("样例一");
    if (row === 2) await page.keyboard.press("Control+d");
    if (row > 3) await page.keyboard.type("mgl");
    if (row > 3) await id(page, "suggestions").waitFor();
    if (row > 3) await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await until(page, "the next row", async () => (await cell(page)) === `grid-${row + 1}-name`);
  }
  tally.equal(await id(page, "grid-2-superior").inputValue(), "样例一", "as above");
  tally.equal(await id(page, "grid-9-superior").inputValue(), "苗国梁", "a superior found by initials");
  await page.keyboard.press("ArrowUp");
  tally.equal(await cell(page), "grid-9-name", "arrows walk the rows");
  tally.check(/10席，其中1席/.test(await text(id(page, "grid-count"))), "the rows are counted, the unknown one too", await text(id(page, "grid-count")));
  await page.keyboard.press("Control+Enter");
  await id(page, "grid").waitFor({ state: "detached" });
  await until(page, "ten seats more", async () => (await seats(page)) === before + 10);
  console.log(`       ten people typed by a machine in ${Date.now() - started} ms`);
  tally.equal(calls(watch, "add_seats"), 1, "all in one step");
  await undo(page, watch);
  await until(page, "the ten gone again", async () => (await seats(page)) === before);
}

/** What stands in the way is said in its cell; nothing typed is lost by Escape. */
async function problems(page, tally, watch) {
  await toMap(page);
  await page.keyboard.press("n");
  await until(page, "the first cell", async () => (await cell(page)) === "grid-0-name");
  for (const word of ["样例一", "样例职务", "样例没有这个人"]) {
    await page.keyboard.type(word);
    if (word !== "样例没有这个人") await page.keyboard.press("Tab");
  }
  await until(page, "the problem said", async () => (await id(page, "grid-0-superior").getAttribute("aria-invalid")) === "true");
  tally.check((await text(id(page, "grid-problem"))).length > 6, "in words", await text(id(page, "grid-problem")));
  const asked = calls(watch, "add_seats");
  await page.keyboard.press("Control+Enter");
  await settle(page, watch);
  tally.equal(calls(watch, "add_seats"), asked, "a row that cannot be added is not sent");
  await judge(tally, { page, watch }, "the grid with a problem");
  await page.keyboard.press("Escape");
  await id(page, "grid-stay").waitFor();
  await page.keyboard.press("Escape");
  tally.check(await id(page, "grid").isVisible(), "Escape asks before anything is lost");
  await page.keyboard.press("Escape");
  await id(page, "grid-keep").click();
  await id(page, "grid").waitFor({ state: "detached" });
  await toMap(page);
  await page.keyboard.press("n");
  await id(page, "grid").waitFor();
  tally.equal(await id(page, "grid-0-name").inputValue(), "样例一", "kept rows are there again");
  await page.keyboard.press("Escape");
  await id(page, "grid-discard").click();
  await id(page, "grid").waitFor({ state: "detached" });
}

async function pasting(page, tally, watch) {
  const before = await seats(page);
  await id(page, "open-grid").click();
  await until(page, "the first cell", async () => (await cell(page)) === "grid-0-name");
  const sixty = ["姓名\t手机\t职务\t部门\t上级", ...Array.from({ length: 60 }, (_, row) => `样例${row + 1}\t000\t${row === 0 ? '"总经理\n兼董事"' : `组长${row}`}\t样例部\t${row === 0 ? "" : "样例1"}`)].join("\r\n");
  await paste(page, sixty);
  await until(page, "sixty rows", async () => /^60席/.test(await text(id(page, "grid-count"))));
  tally.equal(await id(page, "grid-0-title").inputValue(), "总经理 兼董事", "a cell with a line end stays one cell");
  tally.equal(await id(page, "grid-59-superior").inputValue(), "样例1", "columns follow their headings");
  await id(page, "grid-unpaste").click();
  await until(page, "the paste taken back", async () => /^0席/.test(await text(id(page, "grid-count"))));
  await until(page, "the first cell again", async () => (await cell(page)) === "grid-0-name");
  await paste(page, Array.from({ length: 10_000 }, (_, row) => `样例${row}\t职务`).join("\n"));
  await id(page, "grid-import").waitFor();
  tally.check(/10,?000/.test(await text(id(page, "grid-note"))) && /^0席/.test(await text(id(page, "grid-count"))), "ten thousand rows are refused and the import offered", await text(id(page, "grid-note")));
  await paste(page, sixty);
  await until(page, "sixty rows", async () => /^60席/.test(await text(id(page, "grid-count"))));
  await page.keyboard.press("Control+Enter");
  await until(page, "sixty seats more", async () => (await seats(page)) === before + 60);
  await undo(page, watch);
  await until(page, "the sixty gone again", async () => (await seats(page)) === before);
}

async function choose(page, trigger, label) {
  await id(page, trigger).click();
  await page.getByRole("option", { name: label, exact: true }).click();
}

async function decisions(page, tally, watch) {
  await toMap(page);
  await page.keyboard.press("d");
  const rows = id(page, "decision-row");
  await rows.first().waitFor();
  const [count, facts] = [await rows.count(), await text(rows.first())];
  await id(page, "decision-new").click();
  await id(page, "decision-name").fill("样例采购");
  await choose(page, "decision-kind", "招标");
  await id(page, "blackout-from").fill("2026-11-10");
  await id(page, "blackout-to").fill("2026-11-01");
  tally.check(await id(page, "decision-save").isDisabled(), "a blackout that ends before it begins is not saved");
  await id(page, "blackout-to").fill("2026-12-01");
  await id(page, "decision-save").click();
  await until(page, "one decision more", async () => (await rows.count()) === count + 1);
  await settle(page, watch);
  tally.check(/样例采购/.test(await text(id(page, "map-decision"))), "the new decision is shown");
  tally.check((await text(rows.last())).includes(/\d+席/.exec(facts)?.[0] ?? "?"), "with the seats of the one it was copied from", `${facts} / ${await text(rows.last())}`);
  tally.check(/2026-12-01/.test(await text(id(page, "blackout"))), "the blackout is said above the map");
  await judge(tally, { page, watch }, "decisions");
  await rows.first().getByTestId("decision-show").click();
  await settle(page, watch);
  tally.check(!/样例采购/.test(await text(id(page, "map-decision"))) && (await id(page, "blackout").count()) === 0, "another decision, another banner");
  await rows.last().getByTestId("decision-edit").click();
  await id(page, "decision-closed").fill("2026-11-19");
  await id(page, "decision-save").click();
  await until(page, "closed", async () => /已结案/.test(await text(rows.last())));
  await undo(page, watch);
  tally.check(!/已结案/.test(await text(rows.last())), "undo opens it again");
  await rows.last().getByTestId("decision-show").click();
  await settle(page, watch);
  await undo(page, watch);
  await until(page, "the decision gone", async () => (await rows.count()) === count);
  tally.check(!/样例采购/.test(await text(id(page, "map-decision"))) && (await id(page, "map").isVisible()), "undo leads back to a decision that is there");
  if (count === 1) {
    await rows.first().getByTestId("decision-remove").click();
    await until(page, "the refusal", async () => (await id(page, "toast").count()) > 0);
    tally.equal(await rows.count(), 1, "the last decision stays");
  }
  await settle(page, watch);
  // Asked for and refused: the decision that undo took away, and the last one.
  watch.faults.splice(0, watch.faults.length, ...watch.faults.filter((one) => !/get_map|remove_decision|status of 422/.test(one)));
  await id(page, "desk-close").click();
}

async function member(page, typed) {
  await id(page, "body-member").fill(typed);
  await id(page, "suggestions").waitFor();
  await id(page, "body-member").press("Enter");
}

async function committees(page, tally, watch) {
  await id(page, "open-bodies").click();
  const rows = id(page, "body-row");
  await id(page, "body-new").waitFor();
  const count = await rows.count();
  await id(page, "body-new").click();
  await id(page, "body-name").fill("样例评审组");
  await choose(page, "body-rule", "三分之二");
  await member(page, "苗国");
  await member(page, "yxz");
  await member(page, "卓越");
  await id(page, "body-seats").fill("2");
  tally.check(await id(page, "body-save").isDisabled(), "fewer votes than members are not saved");
  await id(page, "body-seats").fill("6");
  await choose(page, "body-chair", "苗国梁");
  await id(page, "body-save").click();
  await until(page, "the committee", async () => (await rows.count()) === count + 1);
  const said = await text(rows.last());
  tally.check(/三分之二/.test(said) && /共6票，需4票/.test(said), "the rule says what is needed", said);
  tally.check(/支持2，不支持1，未定3/.test(said), "votes follow the attitudes; empty seats are unknown", said);
  tally.check(/主任/.test(said), "the chair is marked");
  await judge(tally, { page, watch }, "committees");
  await rows.last().getByTestId("body-edit").click();
  await choose(page, "body-rule", "一致同意");
  await id(page, "body-save").click();
  await until(page, "another rule", async () => /需6票/.test(await text(rows.last())));
  await undo(page, watch);
  await until(page, "the rule before", async () => /需4票/.test(await text(rows.last())));
  await undo(page, watch);
  await until(page, "the committee gone", async () => (await rows.count()) === count);
  await id(page, "desk-close").click();
}

async function units(page, tally, watch) {
  await toMap(page);
  await page.keyboard.press("f");
  const rows = id(page, "unit-row");
  await rows.first().waitFor();
  const count = await rows.count();
  await id(page, "unit-new").click();
  await id(page, "unit-name").fill("样例部");
  await id(page, "unit-save").click();
  const made = rows.filter({ hasText: "样例部" });
  await made.waitFor();
  await settle(page, watch);
  tally.equal(await made.getAttribute("aria-level"), "1", "a new unit stands at the top");
  await made.focus();
  await page.keyboard.press("Alt+ArrowRight");
  await until(page, "nested", async () => (await made.getAttribute("aria-level")) === "2");
  await until(page, "the keyboard stays on it", () => made.evaluate((one) => one === document.activeElement));
  await page.keyboard.press("F2");
  await id(page, "unit-rename").fill("样例二部");
  await compose(page);
  tally.check(await id(page, "unit-rename").isVisible(), "Enter of the input method does not end the renaming");
  await page.keyboard.press("Enter");
  const renamed = rows.filter({ hasText: "样例二部" });
  await renamed.waitFor();
  await judge(tally, { page, watch }, "units");
  await settle(page, watch);
  const [from, to] = [await renamed.boundingBox(), await rows.nth(1).boundingBox()];
  await page.mouse.move(from.x + 40, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(to.x + 40, to.y + 12, { steps: 4 });
  await page.mouse.up();
  await until(page, "dragged into another", async () => (await renamed.getAttribute("aria-level")) === "3");
  await undo(page, watch);
  await until(page, "where it was", async () => (await renamed.getAttribute("aria-level")) === "2");
  await renamed.focus();
  await page.keyboard.press("Delete");
  await until(page, "removed", async () => (await rows.count()) === count);
  for (let step = 0; step < 4; step += 1) await undo(page, watch);
  await until(page, "four steps back", async () => (await rows.count()) === count && (await made.count()) === 0);
  tally.check(true, "four steps back and nothing is left of it");
  await id(page, "desk-close").click();
}

/** Opens the menu of the seat and its form for leaving. */
async function leaves(page) {
  await id(page, "seat-more").click();
  await id(page, "seat-left").click();
  await id(page, "left-save").click();
  await until(page, "the seat empty", async () => (await id(page, "seat-fill").count()) === 1);
}

async function succession(page, tally, watch) {
  const before = await names(page);
  await findOnMap(page, "白若冰");
  await until(page, "白若冰", async () => (await text(id(page, "seat-name"))) === "白若冰");
  await settle(page, watch);
  await leaves(page);
  await settle(page, watch);
  await id(page, "seat-fill").click();
  await id(page, "fill-name").fill("样例新人");
  await id(page, "fill-save").click();
  await until(page, "the successor", async () => (await text(id(page, "seat-name"))) === "样例新人");
  await undo(page, watch);
  await until(page, "empty again", async () => (await id(page, "seat-fill").count()) === 1);
  await id(page, "seat-fill").click();
  await id(page, "fill-name").fill("zhuo");
  await id(page, "suggestions").waitFor();
  await id(page, "fill-name").press("Enter");
  tally.equal(await id(page, "fill-name").inputValue(), "卓越川", "a known person by pinyin");
  await id(page, "fill-save").click();
  await until(page, "the known successor", async () => (await text(id(page, "seat-name"))) === "卓越川");
  await settle(page, watch);
  tally.equal(await id(page, "other-post").count(), 1, "the other seat is linked");
  await id(page, "other-post").click();
  await until(page, "the other seat", async () => /采购中心/.test(await text(id(page, "other-post"))));
  tally.check(true, "and links back");
  await undo(page, watch);
  await undo(page, watch);
  tally.equal(await names(page), before, "undone, everybody sits where they sat");
}

async function seat(page, tally, watch) {
  await findOnMap(page, "白若冰");
  await until(page, "白若冰", async () => (await text(id(page, "seat-name"))) === "白若冰");
  await settle(page, watch);
  await id(page, "contact-set").click();
  await id(page, "contact-save").click();
  await until(page, "no contact", async () => (await id(page, "log-touch").count()) === 0);
  await settle(page, watch);
  await id(page, "open-bodies").click();
  await id(page, "body-new").click();
  await id(page, "body-member").fill("白若");
  await until(page, "why nobody is suggested", async () => /不可接触/.test(await text(id(page, "body-unpicked"))));
  await settle(page, watch);
  tally.equal(await id(page, "suggestions").count(), 0, "who must not be approached is not suggested");
  await id(page, "body-member").fill("");
  await page.locator("[data-testid=outline] [role=treeitem]").filter({ hasText: "苗国梁" }).first().dispatchEvent("click");
  await until(page, "the member", async () => (await page.locator("[data-testid=desk-panel] .chips li").count()) === 1);
  tally.check(/苗国梁/.test(await text(page.locator("[data-testid=desk-panel] .chips"))), "a seat chosen on the map goes into the form");
  await id(page, "desk-close").click();
  await findOnMap(page, "白若冰");
  await undo(page, watch);
  await until(page, "contact allowed again", async () => (await id(page, "log-touch").count()) === 1);
  tally.check(true, "undo allows contact again");
  await id(page, "chain-leave").click();
  await id(page, "chain-join").waitFor();
  await undo(page, watch);
  await id(page, "chain-leave").waitFor();
  tally.check(true, "out of the chain and back");
  await choose(page, "seat-unit", "集团总部");
  await until(page, "another unit", async () => /集团总部/.test(await text(id(page, "seat-unit"))));
  await undo(page, watch);
  await until(page, "the unit before", async () => !/集团总部/.test(await text(id(page, "seat-unit"))));
  const before = await seats(page);
  await id(page, "seat-end").click();
  await id(page, "end-save").click();
  await until(page, "one seat fewer", async () => (await seats(page)) === before - 1);
  await undo(page, watch);
  await until(page, "the seat again", async () => (await seats(page)) === before);
}

/** A new account: the empty map offers the grid, and so does the palette. */
async function empty(page, tally, watch) {
  await id(page, "nav-accounts").click();
  await id(page, "new-account").click();
  await id(page, "account-name").fill("样例客户");
  await id(page, "account-add").click();
  await id(page, "empty-grid").click();
  await until(page, "the first cell", async () => (await cell(page)) === "grid-0-name");
  await paste(page, "1. 样例一 总经理\n2. 样例二，财务总监\n？ 采购负责人");
  await until(page, "three rows", async () => /^3席，其中1席/.test(await text(id(page, "grid-count"))));
  await page.keyboard.press("Escape");
  await id(page, "grid-keep").click();
  await id(page, "open-palette").click();
  await id(page, "palette-input").fill("快速录入");
  await id(page, "palette-input").press("Enter");
  await until(page, "the grid by the palette", async () => (await id(page, "grid-1-title").count()) === 1 && (await id(page, "grid-1-title").inputValue()) === "财务总监");
  await id(page, "grid-3-name").focus();
  await page.keyboard.press("Control+Enter");
  await until(page, "three seats", async () => (await seats(page)) === 3);
  await undo(page, watch);
  await id(page, "empty-grid").waitFor();
  await undo(page, watch);
  await id(page, "nav-accounts").click();
  await id(page, "accounts").waitFor();
  await settle(page, watch);
  // The account that undo took away was asked for once more.
  watch.faults.splice(0, watch.faults.length, ...watch.faults.filter((one) => !/get_map|status of 422/.test(one)));
}

/** Every panel at rest in one look. */
async function panels(view, tally, look) {
  const { page, watch } = view;
  const name = `${look.lang} ${look.theme} ${look.width}`;
  await openMap(page);
  await settle(page, watch);
  for (const panel of ["manage-decisions", "open-bodies", "open-units"]) {
    await id(page, panel).click();
    await id(page, "desk-panel").waitFor();
    await judge(tally, view, `${panel} ${name}`);
  }
  await id(page, "unit-new").click();
  await judge(tally, view, `a new unit ${name}`);
  await id(page, "desk-bodies").click();
  await id(page, "body-new").click();
  await judge(tally, view, `a new committee ${name}`);
  await id(page, "desk-decisions").click();
  await id(page, "decision-new").click();
  await judge(tally, view, `a new decision ${name}`);
  await id(page, "desk-close").click();
  await id(page, "open-grid").click();
  await paste(page, "样例一\t总经理\n样例二\t\t样例一\n\t采购负责人\t样例没有这个人");
  await id(page, "grid-2-superior").and(page.locator("[aria-invalid=true]")).waitFor();
  await judge(tally, view, `the grid ${name}`);
}

/** The whole desk of the map, on the sample workspace in Chinese. */
export async function checkMapDesk(page, tally, watch) {
  await openMap(page);
  await settle(page, watch);
  await tally.step("ten people typed by keyboard alone", () => typing(page, tally, watch));
  await tally.step("problems in their cells", () => problems(page, tally, watch));
  await tally.step("rows pasted from Excel", () => pasting(page, tally, watch));
  await tally.step("a decision copied and switched", () => decisions(page, tally, watch));
  await tally.step("a committee with a rule", () => committees(page, tally, watch));
  await tally.step("units nested", () => units(page, tally, watch));
  await tally.step("a successor appointed", () => succession(page, tally, watch));
  await tally.step("contact, chain, unit and end of a seat", () => seat(page, tally, watch));
  await tally.step("an empty map filled", () => empty(page, tally, watch));
  tally.check(watch.faults.length === 0, "nothing failed in the page", watch.faults.join("\n       "));
}

/** All panels in one look. */
export async function lookAtMapDesk(view, tally, look) {
  await tally.step(`the desk ${look.lang} ${look.theme} ${look.width}`, () => panels(view, tally, look));
  tally.check(view.watch.faults.length === 0, `${look.lang} ${look.theme}: nothing failed in the page`, view.watch.faults.join("\n       "));
}

await alone(import.meta.url, "the desk of the map", async ({ open, tally }) => {
  const view = await open({ width: 1440, height: 900, theme: "light", lang: "zh-CN" });
  await checkMapDesk(view.page, tally, view.watch);
  await view.close();
  for (const look of [{ width: 1024, height: 700, theme: "dark", lang: "en" }, { width: 1440, height: 900, theme: "dark", lang: "zh-CN" }, { width: 1440, height: 900, theme: "light", lang: "en" }]) {
    const other = await open(look);
    await lookAtMapDesk(other, tally, look);
    await other.close();
  }
});
