// Editing the map as a person does: by keyboard alone, by dragging, by choosing several, by drawing lines. Every deed is taken back.
import { alone } from "./alone.mjs";
import { calls, judge, settle, undo, until } from "./check.mjs";
import { mapFaults, watchMap } from "./maps.mjs";
import { id, openMap } from "./screens.mjs";

const LOOK = { width: 1440, height: 900, theme: "light", lang: "zh-CN" };
const rows = (page) => page.locator("[role=treeitem]").count();
const row = (page, name) => page.locator("[role=treeitem]").filter({ hasText: name }).first();
const text = async (place) => (await place.innerText()).trim();

const seatOf = (seen, name) => seen.map.outline.find((one) => one.name === name)?.seat;
const rowOf = (seen, name) => seen.map.outline.find((one) => one.name === name);

const undone = (page, watch) => undo(page, watch, () => page.keyboard.press("Control+z"));

async function showOutline(page) {
  if (!(await page.locator("aside.outline > h2").count())) await id(page, "outline-toggle").click();
}

/** Chooses a seat in the tree of words; the map has the keyboard then. */
async function choose(page, watch, name) {
  await row(page, name).click();
  await settle(page, watch);
}

/** Where cards stand in the window while the whole map is shown. */
async function places(page, watch, seen) {
  await id(page, "map-fit").click();
  await settle(page, watch);
  const ground = await id(page, "map-canvas").boundingBox();
  const view = await id(page, "map-view").evaluate(({ dataset }) => ({ k: Number(dataset.k), x: Number(dataset.x), y: Number(dataset.y) }));
  const point = (x, y) => ({ x: ground.x + x * view.k + view.x, y: ground.y + y * view.k + view.y });
  const card = (who) => {
    const rect = seen.map.scene.cards.find((one) => one.seat === seatOf(seen, who)).rect;
    return { ...point(rect.x + rect.w / 2, rect.y + rect.h / 2), rect, corner: point(rect.x, rect.y) };
  };
  return { card, point };
}

/** Presses, moves in steps and stays there. */
async function dragTo(page, from, to) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 12, from.y + 6, { steps: 2 });
  await page.mouse.move(to.x, to.y, { steps: 6 });
}

/** Enter that belongs to the input method, in both shapes browsers send it, within a composition. */
function composeEnter(field) {
  return field.evaluate((at) => {
    const key = (part) => at.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...part }));
    at.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true, data: "" }));
    at.dispatchEvent(new CompositionEvent("compositionupdate", { bubbles: true, data: "yang" }));
    key({ key: "Enter", code: "Enter", isComposing: true });
    at.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true, data: "样" }));
    key({ key: "Enter", code: "Enter", keyCode: 229 });
    key({ key: "Tab", code: "Tab", keyCode: 229 });
    key({ key: "Escape", code: "Escape", keyCode: 229 });
  });
}

/** Ten people, typed without the mouse and without waiting for anything. */
async function tenByKeyboard(tally, page, watch, seen) {
  await choose(page, watch, "祁振邦");
  const before = await rows(page);
  const started = Date.now();
  await page.keyboard.press("Tab");
  await id(page, "card-editor").waitFor();
  for (let n = 1; n <= 10; n += 1) {
    if (n > 1) await page.keyboard.press("Enter");
    await id(page, "card-name").waitFor();
    await page.keyboard.insertText(`样例${n}`);
    if (n === 1) {
      await composeEnter(id(page, "card-name"));
      tally.check((await id(page, "card-editor").isVisible()) && calls(watch, "add_seat") === 0, "Enter of the input method saves no card");
    }
    await page.keyboard.press("Tab");
    await page.keyboard.insertText(`职务${n}`);
    await page.keyboard.press("Enter");
  }
  const took = Date.now() - started;
  await until(page, "ten people more", async () => (await rows(page)) === before + 10);
  await settle(page, watch);
  tally.check(took < 60_000, "ten people typed within a minute", `${took} ms`);
  tally.equal(calls(watch, "add_seat"), 10, "ten Enters add ten");
  const added = seen.map.outline.filter((one) => /^样例\d+$/.test(one.name));
  tally.equal(added.length, 10, "the ten are on the map under their names");
  tally.check(added.every((one) => one.parent === seatOf(seen, "祁振邦")), "the first is a report, the others its peers");
  tally.equal(added.map((one) => one.name), Array.from({ length: 10 }, (_, i) => `样例${i + 1}`), "each stands after the one before");
  tally.equal(added.map((one) => one.post), Array.from({ length: 10 }, (_, i) => `职务${i + 1}`), "each has its post");
  for (let n = 0; n < 10; n += 1) await undone(page, watch);
  await until(page, "the ten gone", async () => (await rows(page)) === before);
}

/** A superior put above, an unknown seat beneath, and names changed in place; Escape adds nothing. */
async function aroundACard(tally, page, watch, seen) {
  const before = await rows(page);
  await choose(page, watch, "阎秀芝");
  const superior = rowOf(seen, "阎秀芝").parent;
  await page.keyboard.press("Enter");
  await id(page, "card-name").waitFor();
  await page.keyboard.insertText("不要的人");
  await page.keyboard.press("Escape");
  await id(page, "card-editor").waitFor({ state: "detached" });
  tally.equal(await rows(page), before, "Escape adds nobody");

  await page.keyboard.press("Shift+Tab");
  await id(page, "card-name").waitFor();
  await page.keyboard.insertText("样例上级");
  await page.keyboard.press("Enter");
  await until(page, "the superior between", async () => (await rows(page)) === before + 1);
  await settle(page, watch);
  tally.equal(rowOf(seen, "阎秀芝").parent, seatOf(seen, "样例上级"), "the new superior stands above the card");
  tally.equal(rowOf(seen, "样例上级").parent, superior, "and beneath the superior there was");
  await undone(page, watch);
  await until(page, "the superior gone", async () => (await rows(page)) === before);

  await choose(page, watch, "阎秀芝");
  await page.evaluate(() => document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "？", code: "Slash", shiftKey: true, bubbles: true, cancelable: true })));
  await id(page, "card-post").waitFor();
  await page.keyboard.insertText("样例席位");
  await page.keyboard.press("Enter");
  await until(page, "the unknown seat", async () => (await rows(page)) === before + 1);
  await settle(page, watch);
  const unknown = seen.map.outline.find((one) => one.post === "样例席位" || one.name === "样例席位");
  tally.check(unknown !== undefined && unknown.parent === seatOf(seen, "阎秀芝"), "a full-width question mark adds an unknown report", JSON.stringify(unknown));
  await undone(page, watch);

  await choose(page, watch, "阎秀芝");
  await page.keyboard.press("F2");
  await id(page, "card-name").waitFor();
  tally.equal(await id(page, "card-name").inputValue(), "阎秀芝", "the name is there to be changed");
  await page.keyboard.insertText("阎秀之");
  await page.keyboard.press("Enter");
  await until(page, "the new name", async () => (await row(page, "阎秀之").count()) > 0);
  await undone(page, watch);
  await until(page, "the old name", async () => (await row(page, "阎秀芝").count()) > 0);
}

async function moveByKeyboard(tally, page, watch, seen) {
  const before = rowOf(seen, "白若冰").parent;
  await choose(page, watch, "白若冰");
  await page.keyboard.press("m");
  await id(page, "move-bar").waitFor();
  await row(page, "苗国梁").click();
  await page.keyboard.press("Enter");
  await until(page, "the new superior", () => rowOf(seen, "白若冰").parent === seatOf(seen, "苗国梁"));
  await undone(page, watch);
  await until(page, "the old superior", () => rowOf(seen, "白若冰").parent === before);
  tally.check(true, "moved by keyboard and back");
}

async function moveByDrag(tally, page, watch, seen) {
  const before = rowOf(seen, "白若冰").parent;
  await choose(page, watch, "白若冰");
  const { card } = await places(page, watch, seen);
  await dragTo(page, card("白若冰"), card("苗国梁"));
  await id(page, "drop-words").waitFor();
  tally.check(/苗国梁/.test(await text(id(page, "drop-words"))), "what letting go would do is said", await text(id(page, "drop-words")));
  await page.keyboard.press("Escape");
  await id(page, "drop-words").waitFor({ state: "detached" });
  await page.mouse.up();
  await settle(page, watch);
  tally.equal(calls(watch, "move_seat"), 1, "Escape gives the drag up");

  await dragTo(page, card("白若冰"), card("苗国梁"));
  await page.mouse.up();
  await until(page, "the new superior", () => rowOf(seen, "白若冰").parent === seatOf(seen, "苗国梁"));
  await undone(page, watch);
  await until(page, "the old superior", () => rowOf(seen, "白若冰").parent === before);

  await dragTo(page, card("阎秀芝"), card("白若冰"));
  await id(page, "drop-words").waitFor();
  tally.equal(await id(page, "drop-words").getAttribute("data-refused"), "true", "a card is not dropped into its own branch");
  tally.check(/绕成圈/.test(await text(id(page, "drop-words"))), "and it says why", await text(id(page, "drop-words")));
  const sent = calls(watch, "move_seat");
  await page.mouse.up();
  await settle(page, watch);
  tally.equal(calls(watch, "move_seat"), sent, "a refused drop sends nothing");
}

async function several(tally, page, watch, seen) {
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await settle(page, watch);
  const at = await places(page, watch, seen);
  const corner = at.card("苗国梁").corner;
  const units = new Map(["苗国梁", "白若冰"].map((name) => [name, rowOf(seen, name).unit]));
  await page.mouse.move(corner.x - 6, corner.y - 5);
  await page.keyboard.down("Shift");
  await page.mouse.down();
  await page.mouse.move(corner.x + 30, corner.y + 20, { steps: 4 });
  await page.mouse.up();
  await page.keyboard.up("Shift");
  await row(page, "白若冰").click({ modifiers: ["Control"] });
  await id(page, "selection-bar").waitFor();
  tally.check(/2/.test(await text(id(page, "selection-count"))), "two are chosen", await text(id(page, "selection-count")));
  tally.equal(await page.locator("[role=treeitem][aria-selected=true]").count(), 2, "the tree says both");
  await judge(tally, { page, watch }, "two chosen");

  const target = seen.map.units.find((one) => one.unit !== units.get("苗国梁") && one.unit !== units.get("白若冰"));
  await id(page, "chosen-unit").click();
  await id(page, "unit-find").fill(target.name);
  await page.keyboard.press("Enter");
  await until(page, "both in the unit", () => ["苗国梁", "白若冰"].every((name) => rowOf(seen, name).unit === target.unit));
  await undone(page, watch);
  await until(page, "both back", () => ["苗国梁", "白若冰"].every((name) => rowOf(seen, name).unit === units.get(name)));
  await row(page, "苗国梁").click();
  await row(page, "卓越川").click({ modifiers: ["Control"] });
  await page.keyboard.press("Shift+F");
  await id(page, "unit-name-field").fill("样例部");
  await id(page, "unit-name-field").press("Enter");
  const made = () => seen.map.units.find((one) => one.name === "样例部")?.unit;
  await until(page, "a unit around both", () => made() !== undefined && ["苗国梁", "卓越川"].every((name) => rowOf(seen, name).unit === made()));
  await undone(page, watch);
  await until(page, "no such unit after one step back", () => made() === undefined);
  tally.equal(rowOf(seen, "苗国梁").unit, units.get("苗国梁"), "and all where they were");
  await forAll(tally, page, watch, seen);
  await choose(page, watch, "祁振邦");
  await page.keyboard.press("Control+a");
  await id(page, "selection-bar").waitFor();
  tally.check((await page.locator("[role=treeitem][aria-selected=true]").count()) > 2, "⌘A takes the branch");
  const table = await page.evaluate(() => {
    const parts = new DataTransfer();
    document.activeElement.dispatchEvent(new ClipboardEvent("copy", { clipboardData: parts, bubbles: true, cancelable: true }));
    return parts.getData("text/plain");
  });
  tally.check(table.split("\n").length > 2 && table.split("\n").every((line) => line.split("\t").length === 3), "copied as a table of three columns", table);
  await page.keyboard.press("Escape");
  tally.equal(await id(page, "selection-bar").count(), 0, "Escape lets go of the rest");
}

/** Owner and chain of several at once, each one step. */
async function forAll(tally, page, watch, seen) {
  const pair = ["苗国梁", "卓越川"];
  const inside = () => pair.map((name) => rowOf(seen, name).in_chain);
  await row(page, pair[0]).click();
  await row(page, pair[1]).click({ modifiers: ["Control"] });
  await id(page, "selection-bar").waitFor();
  tally.equal(inside(), [true, true], "both are in the chain");
  await id(page, "chosen-leave").click();
  await until(page, "both outside", () => !inside().includes(true));
  await settle(page, watch);
  await id(page, "chosen-join").click();
  await until(page, "both inside", () => !inside().includes(false));
  for (let n = 0; n < 2; n += 1) await undone(page, watch);
  await row(page, pair[0]).click();
  await row(page, pair[1]).click({ modifiers: ["Control"] });
  await id(page, "chosen-owner").click();
  await id(page, "staff-find").waitFor();
  await judge(tally, { page, watch }, "an owner for several");
  await id(page, "staff-find").fill("曹泊宁");
  await page.keyboard.press("Enter");
  await until(page, "an owner given", () => calls(watch, "assign_seats") === 1);
  await id(page, "owner-pick").waitFor({ state: "detached" });
  await settle(page, watch);
  await undone(page, watch);
  await page.keyboard.press("Escape");
}

async function lines(tally, page, watch, seen) {
  const find = () => seen.map.lines.find((one) => one.from_name === "白若冰" && one.to_name === "卓越川");
  await choose(page, watch, "白若冰");
  await page.keyboard.press("e");
  await id(page, "link-bar").waitFor();
  await id(page, "kind-influences").click();
  await id(page, "link-strength-2").click();
  await row(page, "卓越川").click();
  await judge(tally, { page, watch }, "a line being drawn");
  await id(page, "link-do").click();
  await until(page, "the line", () => find()?.strength === 2);
  tally.equal(find()?.kind, "influences", "an influence line of strength 2");
  await settle(page, watch);

  await openLine(page, watch, seen, find().edge);
  await judge(tally, { page, watch }, "a chosen line");
  await id(page, "line-strength-3").click();
  await until(page, "strength 3", () => find()?.strength === 3);
  await id(page, "kind-conflicts_with").click();
  await until(page, "at odds", () => find()?.kind === "conflicts_with");
  await settle(page, watch);
  await id(page, "line-evidence").fill("样例依据");
  await id(page, "line-evidence").press("Enter");
  await until(page, "the evidence", () => find()?.evidence === "样例依据");
  for (let n = 0; n < 3; n += 1) {
    await id(page, "map-undo").click();
    await settle(page, watch);
  }
  tally.equal([find()?.kind, find()?.strength, find()?.evidence ?? null], ["influences", 2, null], "three steps back");
  await row(page, "白若冰").focus();
  await page.locator("[data-map-keys]").focus();
  await page.keyboard.press("Delete");
  await until(page, "the line ended", () => find() === undefined);
  await undone(page, watch);
  await until(page, "the line again", () => find() !== undefined);
  await undone(page, watch);
  await until(page, "no line", () => find() === undefined);
}

/** Clicks the middle of a line: its sign, or a point of its path. */
async function openLine(page, watch, seen, edge) {
  const at = await places(page, watch, seen);
  const line = seen.map.scene.lines.find((one) => one.edge === edge);
  const sign = line.prims.find((prim) => prim.kind === "rect");
  const spot = at.point(sign.x + sign.w / 2, sign.y + sign.h / 2);
  await page.mouse.click(spot.x, spot.y);
  await id(page, "line-panel").waitFor();
}

/** Among siblings, with room, into a unit by its ground: what the pointer alone can do. */
async function byPointer(tally, page, watch, seen) {
  await choose(page, watch, "卓越川");
  for (const [at, name] of ["甲", "乙", "丙"].entries()) {
    await page.keyboard.press(at === 0 ? "Tab" : "Enter");
    await id(page, "card-name").waitFor();
    await page.keyboard.insertText(`样例${name}`);
    await page.keyboard.press("Enter");
  }
  await until(page, "three more", () => seatOf(seen, "样例丙") !== undefined);
  await settle(page, watch);
  await id(page, "inspector-close").click();
  const three = await places(page, watch, seen);
  const drawn = (seat) => seen.map.scene.cards.find((one) => one.seat === seat).rect.x;
  const order = () => seen.map.outline.filter((one) => one.parent === seatOf(seen, "卓越川")).sort((a, b) => drawn(a.seat) - drawn(b.seat)).map((one) => one.name);
  tally.equal(order(), ["样例甲", "样例乙", "样例丙"], "three in the order they were typed");
  const left = three.card("样例甲");
  await dragTo(page, three.card("样例丙"), three.point(left.rect.x - 8, left.rect.y + left.rect.h / 2));
  tally.check(/样例甲之前/.test(await text(id(page, "drop-words"))), "a place before a sibling is said", await text(id(page, "drop-words")));
  await page.mouse.up();
  await until(page, "another order", () => order()[0] === "样例丙");
  tally.equal(order(), ["样例丙", "样例甲", "样例乙"], "drawn in the new order");
  await undone(page, watch);
  tally.equal(order(), ["样例甲", "样例乙", "样例丙"], "the order as it was");
  for (let n = 0; n < 3; n += 1) await undone(page, watch);

  await room(tally, page, watch, seen);

  const finance = seen.map.scene.units.find((one) => one.title === "集团财务部").rect;
  const spot = await places(page, watch, seen);
  await dragTo(page, spot.card("卓越川"), spot.point(finance.x + 8, finance.y + finance.h - 6));
  tally.check(/集团财务部/.test(await text(id(page, "drop-words"))), "the unit is named while carrying", await text(id(page, "drop-words")));
  await page.mouse.up();
  await until(page, "in the other unit", () => seen.map.units.find((one) => one.unit === rowOf(seen, "卓越川").unit).name === "集团财务部");
  await undone(page, watch);
}

/** Room given twice adds up; what is taken back, or was given before the page was opened, counts as it stands. */
async function room(tally, page, watch, seen) {
  const given = () => [rowOf(seen, "卓越川").room_x, rowOf(seen, "卓越川").room_y];
  const near = (one, other) => one.every((value, at) => Math.abs(value - other[at]) < 2);
  const drag = async () => {
    const own = (await places(page, watch, seen)).card("卓越川");
    const k = await id(page, "map-view").evaluate(({ dataset }) => Number(dataset.k));
    const sent = calls(watch, "nudge_seats");
    await page.keyboard.down("Alt");
    await dragTo(page, own, { x: own.x + 90, y: own.y + 40 });
    await page.mouse.up();
    await page.keyboard.up("Alt");
    await until(page, "room given", () => calls(watch, "nudge_seats") === sent + 1);
    await settle(page, watch);
    return { own, by: [90 / k, 40 / k] };
  };
  const plus = (one, other) => one.map((value, at) => value + other[at]);
  tally.equal(given(), [0, 0], "no room yet");
  const { own, by } = await drag();
  const once = given();
  const moved = seen.map.scene.cards.find((one) => one.seat === seatOf(seen, "卓越川")).rect;
  tally.check(moved.y > own.rect.y || moved.x > own.rect.x, "the card stands farther out", JSON.stringify([own.rect, moved]));
  tally.check(near(once, by), "by as much as it was dragged", JSON.stringify([once, by]));
  const second = await drag();
  tally.check(near(given(), plus(once, second.by)), "dragged again it adds to what is there", JSON.stringify([given(), once, second.by]));
  await undone(page, watch);
  tally.equal(given(), once, "one step back takes the second drag");
  const again = await drag();
  tally.check(near(given(), plus(once, again.by)), "what was taken back is not added", JSON.stringify([given(), once, again.by]));
  for (let n = 0; n < 2; n += 1) await undone(page, watch);
  tally.equal(given(), [0, 0], "all room taken back");
}

/** A line from a port, the fold knob, the menu and the double click. */
async function handles(tally, page, watch, seen) {
  // Without the outline the cards are large enough for ports.
  await id(page, "outline-toggle").click();
  const { card } = await places(page, watch, seen);
  await page.mouse.click(card("苗国梁").x, card("苗国梁").y);
  await settle(page, watch);
  await id(page, "inspector-close").click();
  await settle(page, watch);
  const zoom = await id(page, "map-view").evaluate(({ dataset }) => Number(dataset.k));
  const own = card("苗国梁");
  const half = { w: (own.rect.w / 2) * zoom, h: (own.rect.h / 2) * zoom };
  await page.mouse.move(own.x + half.w + 3, own.y);
  await page.mouse.down();
  await page.mouse.move(own.x + half.w + 40, own.y + 10, { steps: 3 });
  await page.mouse.move(card("阎秀芝").x, card("阎秀芝").y, { steps: 4 });
  await page.mouse.up();
  await id(page, "link-bar").waitFor();
  tally.check(/苗国梁到阎秀芝/.test(await text(id(page, "link-words"))), "a port draws to the card beneath", await text(id(page, "link-words")));
  await page.keyboard.press("Escape");
  await id(page, "link-bar").waitFor({ state: "detached" });

  const before = await rows(page);
  await page.mouse.move(own.x, own.y);
  await page.mouse.move(own.x, own.y + half.h + 8, { steps: 3 });
  await page.mouse.click(own.x, own.y + half.h + 20);
  await until(page, "folded by its knob", async () => (await rows(page)) < before);
  await settle(page, watch);
  const badge = (await places(page, watch, seen)).card("苗国梁");
  const near = await id(page, "map-view").evaluate(({ dataset }) => Number(dataset.k));
  await page.mouse.click(badge.x, badge.y + (badge.rect.h / 2 + 8) * near);
  await until(page, "open by its badge", async () => (await rows(page)) === before);
  await settle(page, watch);

  const again = (await places(page, watch, seen)).card("苗国梁");
  await page.mouse.dblclick(again.x, again.y);
  await id(page, "card-editor").waitFor();
  tally.equal(await id(page, "card-name").inputValue(), "苗国梁", "a double click opens the card for writing");
  await page.keyboard.press("Escape");
  await settle(page, watch);
  const menu = (await places(page, watch, seen)).card("苗国梁");
  await page.mouse.click(menu.x, menu.y, { button: "right" });
  await id(page, "map-menu").waitFor();
  await id(page, "menu-report").click();
  await id(page, "card-editor").waitFor();
  tally.equal(await id(page, "card-editor").getAttribute("data-kind"), "report", "the menu does what its key does");
  await page.keyboard.press("Escape");
}

async function folding(tally, page, watch, seen) {
  await showOutline(page);
  const before = await rows(page);
  await choose(page, watch, "苗国梁");
  await page.keyboard.press("-");
  await until(page, "a branch folded", async () => (await rows(page)) < before);
  await settle(page, watch);
  tally.check(rowOf(seen, "苗国梁").hidden > 0, "the row counts what is hidden");
  tally.equal(await row(page, "苗国梁").getAttribute("aria-expanded"), "false", "the tree says it is folded");
  await page.keyboard.press("+");
  await until(page, "the branch open", async () => (await rows(page)) === before);
  await settle(page, watch);

  await page.keyboard.press("Alt+Enter");
  await id(page, "focus-pill").waitFor();
  await until(page, "the branch alone", async () => (await rows(page)) < before);
  tally.check(/苗国梁/.test(await text(id(page, "focus-pill"))), "the pill names the branch");
  await id(page, "focus-pill").click();
  await until(page, "the whole map", async () => (await rows(page)) === before);
  await settle(page, watch);

  await choose(page, watch, "苗国梁");
  await page.keyboard.press("Shift+F10");
  await id(page, "map-menu").waitFor();
  await judge(tally, { page, watch }, "the menu");
  await page.keyboard.press("Escape");
  await id(page, "map-menu").waitFor({ state: "detached" });
}

/** A map that has nobody yet grows from the keyboard. */
async function fromNothing(tally, page, watch, seen) {
  await id(page, "nav-accounts").click();
  await id(page, "accounts").waitFor();
  await settle(page, watch);
  await page.keyboard.press("n");
  await id(page, "account-name").fill("样例客户");
  await id(page, "account-add").click();
  await id(page, "map").waitFor();
  await settle(page, watch);
  await page.evaluate(() => document.activeElement?.blur());
  for (const [key, name] of [["Enter", "样例首位"], ["Tab", "样例下级"], ["Tab", "样例再下级"], ["Enter", "样例同级"]]) {
    await page.keyboard.press(key);
    await id(page, "card-name").waitFor();
    await page.keyboard.insertText(name);
    await page.keyboard.press("Enter");
  }
  await until(page, "four people", async () => (await rows(page)) === 4);
  await settle(page, watch);
  tally.equal(seen.map.outline.map((one) => `${one.depth} ${one.name}`).sort(), ["0 样例首位", "1 样例下级", "2 样例再下级", "2 样例同级"], "a tree of three levels typed without waiting");
}

export async function checkMapEdit(page, tally, watch) {
  const seen = watchMap(page);
  await openMap(page);
  await showOutline(page);
  await settle(page, watch);
  const step = (what, work) =>
    tally.step(what, async () => {
      await work(tally, page, watch, seen);
      await settle(page, watch);
      tally.equal(await mapFaults(page, seen), [], `${what}: told as differences the map is the whole map`);
    });
  await step("ten people typed by keyboard alone", tenByKeyboard);
  await step("a superior, an unknown seat, a new name, typed in place", aroundACard);
  await step("a card moved by keyboard", moveByKeyboard);
  await step("a card moved by dragging, and a drop refused", moveByDrag);
  await step("several chosen, moved to a unit, copied", several);
  await step("a line drawn, changed, ended", lines);
  await step("order, room and unit by dragging", byPointer);
  await step("ports, knobs, menu and double click", handles);
  await step("a branch folded, and shown alone", folding);
  await step("an empty map begun by keyboard", fromNothing);
}

await alone(import.meta.url, "editing the map", async ({ open, tally }) => {
  const { page, watch, close } = await open(LOOK);
  await checkMapEdit(page, tally, watch);
  tally.check(watch.faults.length === 0, "nothing failed in the page", watch.faults.join("\n       "));
  await close();
});
