// Pictures of every screen in both themes, both languages and two sizes, into out/shots.
// Named screen-language-theme-width, e.g. map-zh-light-1440.png.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Tally, settle } from "./check.mjs";
import { openPage, root, withBrowser, withHost } from "./host.mjs";
import { at, id, LOOKS, SCREENS } from "./screens.mjs";

const folder = join(root, "out", "shots");
const tally = new Tally();

const file = (name, look) => join(folder, `${name}-${look.lang.slice(0, 2)}-${look.theme}-${look.width}.png`);

async function take(view, name, look) {
  await view.page.screenshot({ path: file(name, look) });
  tally.check(true, name);
}

/** One look of every screen of an open workspace. */
async function walk(browser, address, look) {
  const view = await openPage(browser, address, look);
  for (const screen of SCREENS) {
    await tally.step(`${screen.name} ${look.lang} ${look.theme} ${look.width}`, () => at(screen, view, () => take(view, screen.name, look)));
  }
  tally.check(view.watch.faults.length === 0, "nothing failed in the page", view.watch.faults.join("\n       "));
  await view.close();
}

async function first(browser, address, look) {
  const view = await openPage(browser, address, look);
  await tally.step(`first-run ${look.lang} ${look.theme} ${look.width}`, async () => {
    await id(view.page, "first-run").waitFor();
    await settle(view.page, view.watch);
    await take(view, "first-run", look);
  });
  await view.close();
}

mkdirSync(folder, { recursive: true });
await withBrowser(async (browser) => {
  await withHost({}, async ({ address }) => {
    for (const look of LOOKS) await walk(browser, address, look);
  });
  await withHost({ sample: false }, async ({ address }) => {
    for (const look of LOOKS) await first(browser, address, look);
  });
});
tally.finish();
