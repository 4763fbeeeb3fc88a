// A visit from a pasted list of names to the printed host's cards, and the day with what follows it.
// Alone: `node tests/browser/guests.mjs`. Prints what failed and `N passed, M failed`.
import { join } from "node:path";
import { alone } from "./alone.mjs";
import { prepareCards, printCards, settlePairs } from "./cards.mjs";
import { judge, settle, undo, until } from "./check.mjs";
import { TODAY } from "./host.mjs";
import { id, openVisit } from "./screens.mjs";

const WIDE = { width: 1440, height: 900, theme: "light", lang: "zh-CN" };
const NARROW = { width: 1024, height: 700, theme: "dark", lang: "en" };
const MIDDLES = ["hosts", "pairs", "order", "team", "questions"];
const LIST = ["1. 游承岳 市委常委、常务副市长", "2. 费思齐 市政府副秘书长", "3. 涂山月 市数据局局长", "4. 蔺守信 市财政局副局长", "5. 欧阳川 东岭县县长", "6. 古兰香 西浦区副区长", "7. 丘明远 市数据局总工", "8. 尚可为 规划处处长", "9. 温庭 政府采购科科长", "10. 鲁平安 联络员", "11. 路遥知 秘书", "12. 齐乐 随行摄影"];

const text = async (place) => (await place.innerText()).trim();
const names = async (page) => page.locator("[data-testid=guest-row] b").allInnerTexts();
const sent = (watch, command) => watch.calls.filter((one) => one === `/call/${command}`).length;
const pictures = process.env.DIANKE_PICTURES;
const picture = async (page, name) => pictures && (await page.screenshot({ path: join(pictures, `${name}.png`) }));

async function choose(page, place, option) {
  await place.click();
  await page.getByRole("option", { name: option }).first().click();
}

async function planned(page, watch, tally) {
  await id(page, "nav-visits").click();
  await id(page, "visits").waitFor();
  await id(page, "new-visit").click();
  const dialog = id(page, "plan-dialog");
  await dialog.waitFor();
  await choose(page, dialog.locator("button.select").first(), "溪桥市");
  await id(page, "visit-purpose").fill("考察城市运行平台");
  await dialog.locator("input[type=date]").fill("2026-12-10");
  await id(page, "visit-save").click();
  await id(page, "visit").waitFor();
  await settle(page, watch);
  tally.equal(await id(page, "guest-row").count(), 0, "a new visit has no guests");
  await judge(tally, { page, watch }, "prepare without guests");
}

async function pasted(page, watch, tally) {
  await id(page, "paste-guests").click();
  await id(page, "paste-text").fill([...LIST.slice(0, 10), LIST.slice(10).join("；")].join("\n"));
  await page.keyboard.press("Control+Enter");
  await id(page, "paste-rows").waitFor();
  tally.equal(await id(page, "paste-row").count(), 12, "twelve rows are read");
  await settle(page, watch);
  await picture(page, "paste");
  await judge(tally, { page, watch }, "pasted list");
  // Likely but not certain ones are looked at.
  for (const row of await page.locator("[data-testid=paste-row][data-fault=undecided]").all()) {
    await row.getByTestId("paste-who").click();
    await page.getByRole("option").first().click();
  }
  await id(page, "paste-source").fill("对方办公室来函");
  await id(page, "paste-add").click();
  await id(page, "paste-dialog").waitFor({ state: "detached" });
  await until(page, "twelve guests", async () => (await id(page, "guest-row").count()) === 12);
  tally.equal((await names(page))[0], "游承岳", "the first of the list is the principal");
  await undo(page, watch);
  tally.equal(await id(page, "guest-row").count(), 0, "one step back takes the whole list away");
  await id(page, "redo").click();
  await until(page, "the guests again", async () => (await id(page, "guest-row").count()) === 12);
}

/** A second list: one who is there already, one new, one twice, one whose name several have. */
async function odd(page, watch, tally) {
  await id(page, "add-guests").click();
  if (await id(page, "to-paste").count()) await id(page, "to-paste").click();
  await id(page, "paste-text").fill("费思齐 市政府副秘书长\n样例一 处长\n样例一 处长");
  await id(page, "paste-read").click();
  await id(page, "paste-rows").waitFor();
  const states = await page.locator("[data-testid=paste-row]").evaluateAll((rows) => rows.map((row) => row.dataset.state));
  tally.equal(states, ["already", "new", "double"], "who is there, who is new and who stands twice are told apart");
  await id(page, "paste-add").click();
  tally.check((await page.getByRole("alert").count()) > 0, "a new person needs a source");
  await id(page, "paste-source").fill("对方办公室来函");
  await id(page, "paste-add").click();
  await until(page, "thirteen guests", async () => (await id(page, "guest-row").count()) === 13);
  await undo(page, watch);
  tally.equal(await id(page, "guest-row").count(), 12, "the new one is gone again");
}

async function ordered(page, watch, tally) {
  const before = await names(page);
  await page.locator("[data-testid=guest-row] .grip").nth(1).focus();
  await page.keyboard.press("Alt+ArrowDown");
  await until(page, "the second stands third", async () => (await names(page))[2] === before[1]);
  await id(page, "middle-order").click();
  await id(page, "order-note").first().waitFor();
  await settle(page, watch);
  await picture(page, "order");
  await id(page, "order-note").first().fill("对方来函如此");
  await id(page, "order-note").first().press("Enter");
  await until(page, "the reason kept", () => sent(watch, "set_guest") === 1);
  await settle(page, watch);
  await id(page, "order-take").click();
  await until(page, "the order of protocol", async () => (await names(page))[1] === before[1]);
  await settle(page, watch);
  tally.equal(await names(page), before, "the proposed order is the list's again");
}

async function part(page, watch, tally) {
  await id(page, "guest-edit").nth(9).click();
  await id(page, "guest-dialog").waitFor();
  await id(page, "part-liaison").click();
  await id(page, "guest-role").fill("联络员");
  await page.getByTestId("guest-role").dispatchEvent("keydown", { key: "Enter", isComposing: true });
  tally.equal(await id(page, "guest-dialog").count(), 1, "the Enter that confirms Chinese sends nothing");
  await id(page, "guest-save").click();
  await id(page, "guest-dialog").waitFor({ state: "detached" });
  await settle(page, watch);
  tally.check((await text(id(page, "guest-row").nth(9))).includes("联络员"), "the part shows in the list");
}

async function paired(page, watch, tally) {
  await id(page, "middle-pairs").click();
  await id(page, "pair-row").first().waitFor();
  tally.equal(await id(page, "pair-row").count(), 12, "each guest has a row");
  await id(page, "pair-why").first().click();
  await id(page, "pair-reasons").waitFor();
  await settle(page, watch);
  await picture(page, "pairs");
  const take = id(page, "pair-take").first();
  const row = page.locator("[data-testid=pair-row]", { has: take }).first();
  const who = await text(row.locator("b").first());
  await take.click();
  const own = page.locator("[data-testid=pair-row]", { hasText: who }).first();
  await until(page, "the pair settled", async () => (await own.getAttribute("data-state")) === "fixed");
  await undo(page, watch);
  tally.check((await own.getAttribute("data-state")) !== "fixed", "undo opens the pair again");
}

async function team(page, watch, tally) {
  await id(page, "middle-team").click();
  await id(page, "team-panel").waitFor();
  tally.check(await id(page, "approve").isDisabled(), "no approval without an approver");
  await id(page, "team-approver").click();
  await page.getByRole("option").nth(1).click();
  await until(page, "an approver", () => id(page, "approve").isEnabled());
  await id(page, "approve").click();
  await id(page, "approve-back").waitFor();
  await settle(page, watch);
  await picture(page, "team");
  await id(page, "open-gift").click();
  await id(page, "gift-dialog").waitFor();
  await page.keyboard.press("Escape");
  await id(page, "gift-dialog").waitFor({ state: "detached" });
}

async function asked(page, watch, tally) {
  await id(page, "middle-questions").click();
  await id(page, "question-row").first().waitFor();
  const before = await id(page, "question-take").count();
  await id(page, "question-take").first().click();
  await until(page, "one question planned", async () => (await id(page, "question-take").count()) === before - 1);
  await settle(page, watch);
  await picture(page, "questions");
  tally.check(sent(watch, "plan_question") === 1, "the question has its owner");
}

async function hosted(page, watch, tally) {
  await id(page, "middle-hosts").click();
  await id(page, "host-row").first().waitFor();
  await id(page, "choose-host").click();
  await id(page, "host-reason").fill("级别相当，熟悉业务");
  await id(page, "host-save").click();
  await id(page, "choose-host-dialog").waitFor({ state: "detached" });
  await settle(page, watch);
  tally.equal(await id(page, "gate-GATE2").getAttribute("data-state"), "pass", "the host's gate is passed");
}

/** What is missing leads to where it is filled in. */
async function mended(page, watch, tally) {
  await page.locator("[data-testid^=block-][data-testid$=-missing]").first().waitFor();
  for (const one of await page.locator("[data-testid^=block-][data-testid$=-missing]").all()) await one.click();
  await settle(page, watch);
  await picture(page, "readiness");
  const way = page.locator("[data-testid=missing-item][data-panel=vehicles], [data-testid=missing-item][data-panel=travel], [data-testid=missing-item][data-panel=agenda]").first();
  await way.click();
  await id(page, "agenda-tab").waitFor();
  tally.check(true, "a missing line opens its section");
  await id(page, "visit-tab-prepare").click();
  await id(page, "guest-row").first().waitFor();
}

/** The visit is moved to today, so that it can be noted and closed. */
async function after(page, watch, tally) {
  await id(page, "edit-visit").click();
  const dialog = id(page, "plan-dialog");
  await dialog.locator("input[type=date]").fill(TODAY);
  await id(page, "visit-save").click();
  await dialog.waitFor({ state: "detached" });
  await id(page, "visit-tab-after").click();
  await id(page, "after-tab").waitFor();
  await id(page, "log-guest").first().click();
  await id(page, "log-text").fill("想先看运行中心");
  await id(page, "log-text").press("Enter");
  await until(page, "the first entry", async () => (await id(page, "log-row").count()) === 1);
  await id(page, "log-promised").click();
  await id(page, "log-time").fill("930");
  await id(page, "log-text").fill("两周内给出接口清单");
  await id(page, "log-text").press("Enter");
  await until(page, "the promise", async () => (await id(page, "to-ledger").count()) === 1);
  tally.check((await text(id(page, "log-list"))).includes("09:30"), "a typed time counts");
  await id(page, "to-ledger").click();
  await id(page, "promise-topic").fill("接口清单");
  await id(page, "promise-save").click();
  await id(page, "in-ledger").waitFor();
  await id(page, "came-yes").first().click();
  await until(page, "somebody came", async () => (await id(page, "came-yes").first().getAttribute("aria-pressed")) === "true");
  await id(page, "thank").first().click();
  await until(page, "words of thanks", async () => (await id(page, "thanks-text").inputValue()) !== "");
  await picture(page, "thanks");
  await id(page, "mark-thanked").click();
  await id(page, "thanks-dialog").waitFor({ state: "detached" });
  await id(page, "minutes-draft").click();
  await until(page, "minutes drafted", async () => (await id(page, "minutes-text").inputValue()).includes("想先看运行中心"));
  await id(page, "minutes-save").click();
  await until(page, "minutes kept", () => id(page, "minutes-save").isDisabled());
  await id(page, "fact-keep").first().click();
  await until(page, "the fact kept", async () => (await id(page, "fact-offer").count()) === 0);
  await id(page, "close-visit").click();
  await until(page, "closed", () => sent(watch, "close_visit") === 1);
  await settle(page, watch);
  await id(page, "plan-touch").click();
  await id(page, "next-touch").waitFor();
  await settle(page, watch);
  await picture(page, "after");
  await judge(tally, { page, watch }, "the day and after");
  tally.check(await id(page, "clean").isDisabled(), "nothing is cleaned before the visit is over");
  tally.check((await text(id(page, "clean-panel"))).includes("不能再撤销"), "what cleaning costs is said before");
}

export async function checkGuests(page, tally, watch, out) {
  await tally.step("a visit planned", () => planned(page, watch, tally));
  await tally.step("guests from a pasted list", () => pasted(page, watch, tally));
  await tally.step("a list with odd rows", () => odd(page, watch, tally));
  await tally.step("order of guests", () => ordered(page, watch, tally));
  await tally.step("a guest's part", () => part(page, watch, tally));
  await tally.step("counterparts", () => paired(page, watch, tally));
  await tally.step("team and approval", () => team(page, watch, tally));
  await tally.step("questions", () => asked(page, watch, tally));
  await tally.step("a host chosen", () => hosted(page, watch, tally));
  await tally.step("missing items", () => mended(page, watch, tally));
  const guests = await names(page);
  await tally.step("all counterparts", () => settlePairs(page, watch, tally));
  await tally.step("what goes on the card", () => prepareCards(page, watch));
  await tally.step("the printed card", () => printCards(page, watch, tally, { out, guests }));
  await tally.step("the day and after", () => after(page, watch, tally));
  tally.check(watch.faults.length === 0, "guests: nothing failed in the page", watch.faults.join("\n       "));
}

/** Every part of the tab in another window, theme and language. */
export async function checkGuestsLook(page, tally, watch, name) {
  await tally.step(`prepare, ${name}`, async () => {
    await openVisit(page, "V07");
    for (const middle of MIDDLES) {
      await id(page, `middle-${middle}`).click();
      await judge(tally, { page, watch }, `prepare ${middle}, ${name}`);
      await picture(page, `${middle}-${name}`);
    }
    await id(page, "visit-tab-after").click();
    await id(page, "after-tab").waitFor();
    await judge(tally, { page, watch }, `after, ${name}`);
    await picture(page, `after-${name}`);
  });
}

await alone(import.meta.url, "guests", async ({ open, tally, out }) => {
  const wide = await open(WIDE);
  await checkGuestsLook(wide.page, tally, wide.watch, "wide");
  await checkGuests(wide.page, tally, wide.watch, out);
  await wide.close();
  const small = await open(NARROW);
  await checkGuestsLook(small.page, tally, small.watch, "small");
  await small.close();
});
