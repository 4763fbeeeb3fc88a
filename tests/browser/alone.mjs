// Runs one part of the journey alone, on a sample workspace of its own, when its file is the program: node tests/browser/<part>.mjs
import { pathToFileURL } from "node:url";
import { Tally } from "./check.mjs";
import { openPage, withBrowser, withHost } from "./host.mjs";

/** `work({ open, tally, out })` with `open(look)` for a page of its own, on the sample's day or another `today`. Nothing happens when the file at `url` is only imported. */
export async function alone(url, name, work, today) {
  if (url !== pathToFileURL(process.argv[1] ?? "").href) return;
  const tally = new Tally();
  await withBrowser((browser) => withHost(today ? { today } : {}, ({ address, out }) => work({ open: (look) => openPage(browser, address, look), tally, out }))).catch((error) =>
    tally.check(false, name, String(error?.stack ?? error)),
  );
  tally.finish();
}
