// How to get to each screen by the ways a person has. Shared by the journey (which judges them) and the pictures.
import { settle, until } from "./check.mjs";

export const id = (page, name) => page.getByTestId(name);

/** Leaves whatever lies over the view, then goes by the navigation. */
async function go(page, view) {
  await id(page, `nav-${view}`).click();
  await id(page, view).waitFor();
}

export async function openMap(page, ref = "A01") {
  await go(page, "accounts");
  await id(page, `account-row-${ref}`).click();
  await id(page, "map").waitFor();
  await until(page, "the map painted", () => painted(page));
}

/** More than one colour lies on the canvas. */
export function painted(page) {
  return page.evaluate(() => {
    const canvas = document.querySelector("[data-testid=map-canvas]");
    if (!(canvas instanceof HTMLCanvasElement) || canvas.width === 0 || canvas.height === 0) return false;
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d", { willReadFrequently: true });
    copy.drawImage(canvas, 0, 0);
    const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
    const seen = new Set();
    for (let at = 0; at < data.length && seen.size < 4; at += 404) seen.add(`${data[at]},${data[at + 1]},${data[at + 2]},${data[at + 3]}`);
    return seen.size >= 4;
  });
}

/** Types into the map's own search and goes to the first hit. */
export async function findOnMap(page, text) {
  const field = id(page, "map-search");
  await field.fill(text);
  await page.locator("#map-hits [role=option]").first().waitFor();
  await field.press("Enter");
  await id(page, "inspector").waitFor();
}

/** The visit of that reference. */
export async function openVisit(page, reference) {
  await go(page, "visits");
  await id(page, `visit-row-${reference}`).locator("button").first().click();
  await id(page, "visit-tab-prepare").click();
  await id(page, "guest-row").first().waitFor();
}

/** The map with nothing chosen and at rest. */
async function bareMap(page, watch) {
  await openMap(page);
  await settle(page, watch);
  if (await id(page, "inspector").count()) await id(page, "inspector-close").click();
}

/** A panel of the map's desk by its button. */
const panel = (button) => ({
  async open(page, watch) {
    await bareMap(page, watch);
    await id(page, button).click();
    await id(page, "desk-panel").waitFor();
  },
  leave: (page) => id(page, "desk-close").click(),
});

/** Rows as a spreadsheet copies them, the last with a superior nobody knows. */
async function openGrid(page, watch) {
  await bareMap(page, watch);
  await id(page, "open-grid").click();
  await id(page, "grid-0-name").waitFor();
  await until(page, "the first cell", () => page.evaluate(() => document.activeElement?.getAttribute("data-testid") === "grid-0-name"));
  await page.evaluate(() => {
    const carried = new DataTransfer();
    carried.setData("text/plain", "样例一\t总经理\n样例二\t\t样例一\n\t采购负责人\t样例没有这个人");
    document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: carried, bubbles: true, cancelable: true }));
  });
  await id(page, "grid-2-superior").and(page.locator("[aria-invalid=true]")).waitFor();
}

async function leaveGrid(page) {
  await id(page, "grid-close").click();
  await id(page, "grid-discard").click();
  await id(page, "grid").waitFor({ state: "detached" });
}

async function openExport(page, watch) {
  await bareMap(page, watch);
  await id(page, "export-menu").click();
  await id(page, "edition-internal").check();
  await id(page, "format-pptx").check();
}

/** This window presents the map. */
export async function openRoom(page, watch) {
  await bareMap(page, watch);
  await id(page, "present").click();
  await id(page, "present-here").click();
  await id(page, "room").waitFor();
  await until(page, "the room's map", async () => (await page.locator("[data-testid=room] [role=treeitem]").count()) > 5);
}

async function leaveRoom(page) {
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await id(page, "map").waitFor();
}

export async function openPalette(page, text) {
  await id(page, "open-palette").click();
  const answer = page.waitForResponse((one) => one.url().endsWith("/call/find_text"));
  await id(page, "palette-input").fill(text);
  await answer;
  await page.locator("#palette-list [role=option]").first().waitFor();
}

export async function openImport(page) {
  await id(page, "nav-import").click();
  await id(page, "import-dialog").waitFor();
  await id(page, "import-column").first().waitFor();
}

/** Settles every kind as proposed, and takes nothing where there is no proposal, so that yes is yes. */
export async function asProposed(page, watch) {
  for (let turn = 0; turn < 24; turn += 1) {
    await settle(page, watch);
    const open = page.locator("[data-testid=import-fix]:not([data-open='0'])");
    if ((await open.count()) === 0) return;
    await open.first().getByTestId("import-fix-way").click();
    await settle(page, watch);
    const all = open.first().getByTestId("import-fix-all");
    if ((await open.count()) > 0 && (await all.count()) > 0) await all.click();
    await settle(page, watch);
    const line = open.first().locator("[data-testid=import-fix-line][data-chosen='']").first();
    if ((await line.count()) === 0) continue;
    if (await line.getByTestId("import-fix-none").count()) await line.getByTestId("import-fix-none").click();
    else {
      await line.getByTestId("import-fix-choice").click();
      await page.locator("[role=option]").last().click();
    }
  }
}

async function courtTab(page, tab, place) {
  await go(page, "court");
  await id(page, `court-tab-${tab}`).click();
  await id(page, place).waitFor();
}

/** Screens of an open workspace, in the order of a walk through them. `leave` takes away what lies over the view. */
export const SCREENS = [
  { name: "home", open: (page) => go(page, "home") },
  { name: "accounts", open: (page) => go(page, "accounts") },
  {
    name: "map",
    async open(page, watch) {
      await openMap(page);
      await settle(page, watch);
      await findOnMap(page, "苗国梁");
    },
  },
  {
    name: "map-structure",
    async open(page, watch) {
      await openMap(page);
      await id(page, "lens-structure").click();
      await settle(page, watch);
      if (await id(page, "inspector").isVisible()) await id(page, "inspector-close").click();
    },
  },
  {
    name: "map-compare",
    async open(page, watch) {
      await bareMap(page, watch);
      await page.keyboard.press("c");
      await id(page, "change-list").waitFor();
    },
    leave: (page) => page.keyboard.press("c"),
  },
  { name: "map-grid", open: openGrid, leave: leaveGrid },
  { name: "map-decisions", ...panel("manage-decisions") },
  { name: "map-bodies", ...panel("open-bodies") },
  { name: "map-units", ...panel("open-units") },
  { name: "map-export", open: openExport, leave: (page) => page.keyboard.press("Escape") },
  { name: "room", open: openRoom, leave: leaveRoom },
  { name: "court", open: (page) => go(page, "court") },
  { name: "court-rules", open: (page) => courtTab(page, "rules", "court-rules") },
  { name: "court-load", open: (page) => courtTab(page, "load", "load-list") },
  { name: "visits", open: (page) => go(page, "visits") },
  { name: "visit", open: (page) => openVisit(page, "V07") },
  { name: "import", open: async (page) => { await go(page, "home"); await openImport(page); }, leave: (page) => id(page, "import-no").click() },
  { name: "palette", open: async (page) => { await openMap(page); await openPalette(page, "miao"); }, leave: (page) => page.keyboard.press("Escape") },
  { name: "settings", open: async (page) => { await id(page, "nav-settings").click(); await id(page, "settings").waitFor(); }, leave: (page) => page.keyboard.press("Escape") },
  { name: "keys", open: async (page) => { await id(page, "nav-keys").click(); await id(page, "key-sheet").waitFor(); }, leave: (page) => page.keyboard.press("Escape") },
];

/** Opens a screen, does `work` at rest, and leaves again. */
export async function at(screen, { page, watch }, work) {
  try {
    await screen.open(page, watch);
    // The pointer rests where it points at nothing.
    await page.mouse.move(page.viewportSize().width / 2, 2);
    await settle(page, watch);
    await work();
  } finally {
    if (screen.leave) {
      await screen.leave(page);
      await page.locator("[role=dialog]").waitFor({ state: "detached" });
    }
  }
}

/** Every look a picture is taken in. */
export const LOOKS = ["light", "dark"].flatMap((theme) => ["zh-CN", "en"].flatMap((lang) => [[1440, 900], [1024, 700]].map(([width, height]) => ({ theme, lang, width, height }))));
