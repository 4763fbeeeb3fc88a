// Photographs of people: a file chosen or dropped, its part moved and zoomed by pointer and keys, kept, taken back, removed.
// Alone: `node tests/browser/photo.mjs`. Prints what failed and `N passed, M failed`.
import { join } from "node:path";
import { alone } from "./alone.mjs";
import { judge, settle, until } from "./check.mjs";
import { findOnMap, id, openMap, openVisit } from "./screens.mjs";

const WIDE = { width: 1440, height: 900, theme: "light", lang: "zh-CN" };
const NARROW = { width: 1024, height: 700, theme: "dark", lang: "en" };
const SVG = Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>");

const pictures = process.env.DIANKE_PICTURES;
const picture = async (page, name) => pictures && (await page.screenshot({ path: join(pictures, `${name}.png`) }));
const sent = (watch, command) => watch.calls.filter((one) => one === `/call/${command}`).length;
const stateOf = async (page) => (await id(page, "photo-part-state").innerText()).match(/\d+/g).map(Number);

/** A drawing in place of a photograph: a plain head and shoulders, as a JPEG. */
async function drawing(page, width = 900, height = 1200) {
  const url = await page.evaluate(([w, h]) => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [w, h];
    const pen = canvas.getContext("2d");
    pen.fillStyle = "#d6dee2";
    pen.fillRect(0, 0, w, h);
    pen.fillStyle = "#3c506e";
    pen.beginPath();
    pen.ellipse(w / 2, h, w * 0.38, h * 0.4, 0, 0, 7);
    pen.fill();
    pen.fillStyle = "#e2bea0";
    pen.beginPath();
    pen.ellipse(w / 2, h * 0.38, w * 0.16, h * 0.17, 0, 0, 7);
    pen.fill();
    return canvas.toDataURL("image/jpeg", 0.9);
  }, [width, height]);
  return Buffer.from(url.split(",")[1], "base64");
}

/** What is refused on purpose is no fault of the page. */
async function refusing(watch, work) {
  const before = watch.faults.length;
  await work();
  watch.faults.length = before;
}

async function turn(page, watch, command) {
  await settle(page, watch);
  const before = sent(watch, command);
  await id(page, command).click();
  await until(page, command, () => sent(watch, command) > before);
  await settle(page, watch);
}

const face = (page, scope) => scope.getByTestId("photo-open").locator("[data-photo]").getAttribute("data-photo");

async function refused(page, watch, tally) {
  await openMap(page);
  await findOnMap(page, "阎秀芝");
  await settle(page, watch);
  const inspector = id(page, "inspector");
  tally.equal(await face(page, inspector), "none", "nobody has a photograph at first");
  await inspector.getByTestId("photo-open").click();
  await id(page, "photo-dialog").waitFor();
  await judge(tally, { page, watch }, "photograph, nothing chosen");
  tally.check(await id(page, "photo-save").isDisabled(), "nothing to save yet");
  const bad = [["drawn.jpg", "image/jpeg", SVG], ["half.jpg", "image/jpeg", (await drawing(page)).subarray(0, 4000)], ["other.png", "image/png", await drawing(page)]];
  for (const [name, mimeType, buffer] of bad) {
    await refusing(watch, async () => {
      await id(page, "photo-file").setInputFiles({ name, mimeType, buffer });
      await id(page, "photo-refusal").waitFor();
      await settle(page, watch);
      tally.check((await id(page, "photo-refusal").innerText()).includes("原来的照片不变"), `${name} is refused in words`);
      await settle(page, watch);
    });
  }
  await picture(page, "photo-refused");
}

async function chosen(page, watch, tally) {
  await id(page, "photo-file").setInputFiles({ name: "样例一.jpg", mimeType: "image/jpeg", buffer: await drawing(page) });
  await id(page, "photo-part").waitFor();
  await settle(page, watch);
  tally.equal(await id(page, "photo-refusal").count(), 0, "the refusal is gone");
  const [, , width, height] = await stateOf(page);
  tally.equal([width, height], [900, 1200], "all of a picture of the right shape is proposed");
  await id(page, "photo-part").focus();
  for (let n = 0; n < 8; n += 1) await page.keyboard.press("+");
  const near = await stateOf(page);
  tally.check(near[2] < 700 && Math.abs(near[2] * 4 - near[3] * 3) <= 3, "plus comes nearer and keeps the shape", `${near}`);
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("ArrowUp");
  const gone = await stateOf(page);
  tally.equal([gone[0] - near[0], gone[1] - near[1]], [10, -2], "arrows move the part");
  const box = await id(page, "photo-part").boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 - 2000, box.y + box.height / 2 + 2000, { steps: 3 });
  await page.mouse.up();
  const edge = await stateOf(page);
  tally.equal([edge[0], edge[1] + edge[3]], [0, 1200], "dragged as far as the picture goes");
  await id(page, "photo-reset").click();
  tally.equal(await stateOf(page), [0, 0, 900, 1200], "reset is the part proposed");
  await id(page, "photo-zoom").fill("40");
  tally.check((await stateOf(page))[2] < 900, "the slider zooms");
  tally.check(await id(page, "photo-save").isDisabled(), "no photograph without a source");
  await judge(tally, { page, watch }, "photograph, part chosen");
  await id(page, "photo-source").fill("本人提供");
  await id(page, "photo-agreed").check();
  await picture(page, "photo-crop");
  await id(page, "photo-source").press("Enter");
  await id(page, "photo-dialog").waitFor({ state: "detached" });
  await settle(page, watch);
  tally.equal(await face(page, id(page, "inspector")), "kept", "the inspector shows it");
  const size = await id(page, "inspector").locator("[data-photo] img").evaluate((one) => [one.naturalWidth, one.naturalHeight]);
  tally.equal(size, [480, 640], "of the size that is kept");
  await judge(tally, { page, watch }, "inspector with a photograph");
  await picture(page, "photo-inspector");
}

async function takenBack(page, watch, tally) {
  const inspector = id(page, "inspector");
  await turn(page, watch, "undo");
  tally.equal(await face(page, inspector), "none", "undo takes it away");
  await turn(page, watch, "redo");
  tally.equal(await face(page, inspector), "kept", "redo brings it back");
  await inspector.getByTestId("photo-open").click();
  await id(page, "photo-kept").waitFor();
  tally.equal([await id(page, "photo-source").inputValue(), await id(page, "photo-agreed").isChecked()], ["本人提供", true], "what was noted");
  await picture(page, "photo-notes");
  await id(page, "photo-remove").click();
  await id(page, "photo-dialog").waitFor({ state: "detached" });
  await settle(page, watch);
  tally.equal(await face(page, inspector), "none", "removed");
  await turn(page, watch, "undo");
  tally.equal(await face(page, inspector), "kept", "and back with undo");
}

/** A file let go over a place, as the desktop does it. */
async function dropOn(page, target, buffer, name) {
  const carried = await page.evaluateHandle(([text, file]) => {
    const bytes = Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
    const data = new DataTransfer();
    data.items.add(new File([bytes], file, { type: "image/jpeg" }));
    return data;
  }, [buffer.toString("base64"), name]);
  for (const kind of ["dragover", "drop"]) await target.dispatchEvent(kind, { dataTransfer: carried });
}

async function guests(page, watch, tally) {
  await openVisit(page, "V07");
  await settle(page, watch);
  tally.equal(await id(page, "guest-face").count(), 0, "no boxes while no guest has a photograph");
  await id(page, "guest-edit").first().click();
  const dialog = id(page, "guest-dialog");
  await dialog.waitFor();
  await dropOn(page, dialog.getByTestId("photo-open"), await drawing(page, 1200, 900), "横.jpg");
  await id(page, "photo-part").waitFor();
  tally.equal((await stateOf(page)).slice(2), [675, 900], "of a wide picture a part three to four");
  await id(page, "photo-source").fill("来函附件");
  await id(page, "photo-class-P0").click();
  await id(page, "photo-save").click();
  await id(page, "photo-dialog").waitFor({ state: "detached" });
  await settle(page, watch);
  tally.equal(await face(page, dialog), "kept", "the guest's dialog shows it");
  await judge(tally, { page, watch }, "guest with a photograph");
  await picture(page, "photo-guest-dialog");
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  tally.equal(await id(page, "guest-face").count(), 12, "everybody has a box now");
  const lefts = await page.locator("[data-testid=guest-row] b").evaluateAll((all) => [...new Set(all.map((one) => Math.round(one.getBoundingClientRect().left)))]);
  tally.equal(lefts.length, 1, "and the names stand in one line");
  await judge(tally, { page, watch }, "guests with faces");
  await picture(page, "photo-guests");
}

async function forGood(page, watch, tally) {
  await id(page, "guest-edit").first().click();
  await id(page, "guest-dialog").getByTestId("photo-open").click();
  await id(page, "photo-erase").click();
  tally.equal(sent(watch, "remove_photo"), 1, "asked before it is deleted for good");
  await id(page, "photo-erase").click();
  await id(page, "photo-dialog").waitFor({ state: "detached" });
  await settle(page, watch);
  tally.check(await id(page, "undo").isDisabled(), "there is no way back");
  await page.keyboard.press("Escape");
  await id(page, "guest-dialog").waitFor({ state: "detached" });
  tally.equal(await id(page, "guest-face").count(), 0, "gone from the list");
}

async function ours(page, watch, tally) {
  await id(page, "middle-team").click();
  const faces = id(page, "team-faces");
  await faces.waitFor();
  await faces.getByTestId("staff-photo").first().click();
  await id(page, "photo-file").setInputFiles({ name: "ours.jpg", mimeType: "image/jpeg", buffer: await drawing(page) });
  await id(page, "photo-source").fill("人事档案");
  await id(page, "photo-save").click();
  await id(page, "photo-dialog").waitFor({ state: "detached" });
  await settle(page, watch);
  tally.equal(await faces.locator("[data-photo=kept]").count(), 1, "one of ours has a photograph");
  await judge(tally, { page, watch }, "team with faces");
  await picture(page, "photo-team");
}

/** The whole way. The last step leaves nothing to undo. */
export async function checkPhoto(page, tally, watch) {
  await tally.step("pictures refused", () => refused(page, watch, tally));
  await tally.step("a picture chosen and cut", () => chosen(page, watch, tally));
  await tally.step("a photograph taken back", () => takenBack(page, watch, tally));
  await tally.step("guests with photographs", () => guests(page, watch, tally));
  await tally.step("a photograph of ours", () => ours(page, watch, tally));
  await tally.step("a photograph deleted for good", () => forGood(page, watch, tally));
  tally.check(watch.faults.length === 0, "photographs: nothing failed in the page", watch.faults.join("\n       "));
}

/** The dialog in another window, theme and language. */
export async function lookAtPhoto(page, tally, watch, name) {
  await tally.step(`photograph, ${name}`, async () => {
    await openVisit(page, "V07");
    await id(page, "guest-edit").nth(1).click();
    await id(page, "guest-dialog").getByTestId("photo-open").click();
    await id(page, "photo-file").setInputFiles({ name: "a.jpg", mimeType: "image/jpeg", buffer: await drawing(page, 1000, 1000) });
    await id(page, "photo-part").waitFor();
    await judge(tally, { page, watch }, `photograph, ${name}`);
    await picture(page, `photo-${name}`);
    await page.keyboard.press("Escape");
    await id(page, "photo-dialog").waitFor({ state: "detached" });
    tally.equal(await id(page, "guest-dialog").count(), 1, "Escape leaves the upper dialog alone");
    await page.keyboard.press("Escape");
    await id(page, "guest-dialog").waitFor({ state: "detached" });
  });
}

await alone(import.meta.url, "photo", async ({ open, tally }) => {
  const wide = await open(WIDE);
  await checkPhoto(wide.page, tally, wide.watch);
  await wide.close();
  const small = await open(NARROW);
  await lookAtPhoto(small.page, tally, small.watch, "small");
  await small.close();
});
