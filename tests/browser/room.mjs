// The room-safe face in a browser: what it shows, what it asks for, how it is steered and left, and the second window beside the desk.
import { alone } from "./alone.mjs";
import { judge, until } from "./check.mjs";
import { id, openMap, openRoom, painted } from "./screens.mjs";

const WIDE = { width: 1440, height: 900, theme: "light", lang: "zh-CN" };
/** Words that no presented page may hold: judgements, roles, owners and the decision of the sample's first account. */
const INTERNAL = ["支持", "反对", "中立", "责任", "覆盖", "决策", "储能", "待查", "天", "林采薇", "维桢"];

/** Everything the presenting page received, and everything it shows or says. */
function listenTo(context) {
  const heard = { asked: [], answers: [] };
  context.on("response", async (response) => {
    const { pathname } = new URL(response.url());
    if (response.request().method() !== "POST" || !pathname.startsWith("/room/")) return;
    heard.asked.push(pathname);
    heard.answers.push(await response.text().catch(() => ""));
  });
  return heard;
}

async function neutral(tally, page, heard) {
  const shown = await page.evaluate(() => document.body.innerText + document.title);
  const all = [shown, ...heard.answers].join("\n");
  tally.equal(await page.title(), "组织架构", "the window's title is neutral");
  tally.check(heard.asked.every((one) => one === "/room/host/environment" || one === "/room/call/get_room"), "a presenting page asks for the room-safe map alone", heard.asked.join(" "));
  tally.check(heard.answers.some((one) => one.includes("祁振邦")), "names are there");
  const found = INTERNAL.filter((word) => all.includes(word));
  tally.check(found.length === 0, "nothing internal was received or shown", found.join(" "));
}

/** What the presented canvas looks like, as a number. */
const picture = (page) => page.evaluate(() => document.querySelector("[data-testid=room-canvas]").toDataURL().length);

async function steer(tally, page) {
  const whole = await picture(page);
  await page.keyboard.press("1");
  await until(page, "a branch shown", async () => (await picture(page)) !== whole);
  await page.keyboard.press("0");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  tally.check(await id(page, "room-light").isVisible(), "Enter puts the chosen card in the light");
  await page.keyboard.press("Escape");
  tally.equal(await id(page, "room-light").count(), 0, "Escape takes the light away first");
  await page.keyboard.press("b");
  tally.equal(await id(page, "room-cover").count(), 1, "B turns the screen black");
  await page.keyboard.press("Escape");
  tally.equal(await id(page, "room-cover").count(), 0, "Escape shows the map again");
}

async function refused(tally, page) {
  const answer = await page.evaluate(async () => {
    const body = JSON.stringify({ context: { lang: "zh-CN", today: "2026-11-20", mode: "internal" }, request: {} });
    const response = await fetch("/room/call/get_home", { method: "POST", body });
    return { status: response.status, text: await response.text() };
  });
  tally.check(answer.status === 422 && answer.text.includes("not-presenting"), "whatever else a presenting page asks is refused", answer.text.slice(0, 120));
}

/** Presenting in this window, in a second one, and back. Leaves the desk as it was. */
export async function checkRoom(view, tally) {
  const { page, watch } = view;
  const context = page.context();
  const heard = listenTo(context);
  await openRoom(page, watch);
  await judge(tally, view, "room-safe face");
  await neutral(tally, page, heard);
  await steer(tally, page);
  await refused(tally, page);
  watch.faults.length = 0;
  await page.keyboard.press("Escape");
  tally.check(await id(page, "room").isVisible(), "one Escape does not leave");
  await page.keyboard.press("Escape");
  await id(page, "map").waitFor();
  tally.check(true, "the second one leads back to the same map");
  await second(tally, page, context);
  // What the desk says to a room that has just closed itself is refused; from that the desk learns that it is gone.
  const late = /host\/tell_room|status of 422/;
  watch.faults.splice(0, watch.faults.length, ...watch.faults.filter((one) => !late.test(one)));
}

async function second(tally, page, context) {
  await id(page, "present").click();
  const [room] = await Promise.all([context.waitForEvent("page"), id(page, "present-second").click()]);
  await id(room, "room").waitFor();
  tally.check(await id(page, "presenter").isVisible(), "the presenter keeps the desk and gets a bar");
  await id(page, "presenter-black").click();
  await until(room, "the room black", async () => (await id(room, "room-cover").count()) === 1);
  await id(page, "presenter-black").click();
  await until(room, "the room lit", async () => (await id(room, "room-cover").count()) === 0);
  await stays(tally, page, room);
  await id(page, "presenter-end").click();
  await until(page, "the bar gone", async () => (await id(page, "presenter").count()) === 0);
  await until(page, "the second window closed", () => room.isClosed());
  tally.check(true, "the second window is closed");
  await closedThere(tally, page, context);
  await covered(tally, page);
}

const heading = (room) => room.locator("[data-testid=room] h1").innerText();

/** Another customer's map at the desk does not reach the room until it is put there on purpose. */
async function stays(tally, page, room) {
  const before = await heading(room);
  const asked = [];
  room.on("request", (request) => new URL(request.url()).pathname.startsWith("/room/call/") && asked.push(request.postData() ?? ""));
  await openMap(page, "A02");
  await id(page, "presenter-other").waitFor();
  await until(page, "the other map painted", () => painted(page));
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
  tally.equal(await heading(room), before, "the room still shows the first customer");
  tally.equal(asked, [], "the room asks for nothing of the other customer");
  await id(page, "presenter-black").click();
  await until(room, "the room black from the other map", async () => (await id(room, "room-cover").count()) === 1);
  tally.equal(await heading(room), before, "the black screen leaves the customer as it is");
  await id(page, "presenter-black").click();
  await id(page, "presenter-take").click();
  await until(room, "the other customer in the room", async () => (await heading(room)) !== before);
  tally.equal(await id(page, "presenter-other").count(), 0, "the bar is the room's again");
}

/** The second window is closed by itself while the desk goes on. */
async function closedThere(tally, page, context) {
  await id(page, "present").click();
  const [room] = await Promise.all([context.waitForEvent("page"), id(page, "present-second").click()]);
  await id(room, "room").waitFor();
  await room.keyboard.press("Escape");
  // The window may be gone before the key is up again.
  await room.keyboard.press("Escape").catch(() => undefined);
  await until(page, "the bar gone by itself", async () => (await id(page, "presenter").count()) === 0);
  const pages = context.pages().length;
  await page.keyboard.press("Shift+1");
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
  tally.check(room.isClosed(), "two Escapes close the second window");
  tally.equal(context.pages().length, pages, "a closed room does not come back by itself");
}

/** The whole desk covered, over an open dialog too, and back. */
async function covered(tally, page) {
  await page.keyboard.press("Control+k");
  await page.keyboard.press("Control+Shift+Period");
  await id(page, "desk-cover").waitFor();
  const over = await page.evaluate(() => {
    const [x, y] = [innerWidth / 2, innerHeight / 4];
    return [[2, 2], [x, y], [innerWidth - 2, innerHeight - 2]].every(([at, down]) => document.elementFromPoint(at, down)?.getAttribute("data-testid") === "desk-cover");
  });
  tally.check(over, "the sheet lies over everything");
  await page.keyboard.press("x");
  await page.keyboard.press("Escape");
  tally.equal(await id(page, "desk-cover").count(), 0, "Escape takes the sheet away");
  await page.keyboard.press("Control+Shift+Period");
  await id(page, "desk-cover").waitFor();
  await page.keyboard.press("Control+Shift+Period");
  tally.equal(await id(page, "desk-cover").count(), 0, "the same key takes it away");
  tally.equal(await page.locator("[role=dialog]").count(), 1, "what was beneath is still there");
  await page.keyboard.press("Control+Shift+KeyP");
  await id(page, "room").waitFor();
  tally.check(true, "the key presents over an open dialog too");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await id(page, "map").waitFor();
  await page.keyboard.press("g");
  await page.keyboard.press("t");
  await id(page, "map").waitFor({ state: "detached" });
  await page.keyboard.press("Control+Shift+KeyP");
  await id(page, "desk-cover").waitFor();
  await page.keyboard.press("Escape");
  tally.equal(await id(page, "desk-cover").count(), 0, "away from a map the key covers the desk");
  await openMap(page, "A01");
}

await alone(import.meta.url, "the room", async ({ open, tally }) => {
  const view = await open(WIDE);
  await tally.step("room", () => checkRoom(view, tally));
  await view.close();
});
