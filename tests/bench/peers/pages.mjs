// P-01, P-03 and P-04 of the peers that are whole diagrams, as pages built from pages/*.mjs.
import { build } from "esbuild";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { openPage, opening, panAndZoom } from "./browser.mjs";
import { attempt, frames, measured } from "./stats.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const OPENINGS = 3;

/** `page`: its file; `query`: of its address; `only`: the one task it stands for; `notch`: wheel units that zoom by about 1.04; `moves`: what its relayout is. */
const PEERS = [
  { name: "@xyflow/react", page: "react-flow", notch: 26, moves: "nodes and edges set anew, in rows" },
  { name: "cytoscape canvas", page: "cytoscape", notch: 4, moves: "edge moved, nodes in rows" },
  { name: "cytoscape canvas, picture moved", page: "cytoscape", query: "&short", only: "P-03", notch: 4 },
  { name: "d3-org-chart expanded", page: "org-chart", notch: 26, moves: "its own layout and render" },
];

async function built(name, folder) {
  const result = await build({ entryPoints: [join(here, "pages", `${name}.mjs`)], bundle: true, minify: true, format: "iife", define: { "process.env.NODE_ENV": '"production"' }, outfile: join(folder, `${name}.js`), logLevel: "error", metafile: true });
  const style = Object.keys(result.metafile.outputs).some((file) => file.endsWith(".css")) ? `<link rel="stylesheet" href="${name}.css">` : "";
  const file = join(folder, `${name}.html`);
  writeFileSync(file, `<!doctype html><meta charset="utf-8">${style}<style>html,body{margin:0;overflow:hidden}#chart{width:100vw;height:100vh}</style><button id="open">open</button><div id="chart" hidden></div><script src="${name}.js"></script>`);
  return pathToFileURL(file).href;
}

async function openings(page) {
  const times = [];
  while (times.length < OPENINGS) {
    if (times.length > 0) await page.evaluate(() => window.bench.close());
    times.push(await opening(page, page.locator("#open")));
  }
  return times;
}

async function tasks(tell, page, { name, only, notch, moves }, people) {
  const own = (line) => only === undefined || line.task === only ? tell(line) : undefined;
  await attempt(own, "P-01", name, people, async () => {
    const times = await openings(page);
    return measured("P-01", name, people, times, `first ${Math.round(times[0])} ms`);
  });
  await attempt(own, "P-03", name, people, async () => {
    const panned = await panAndZoom(page, { ground: { x: 720, y: 890 }, notch, zoom: () => page.evaluate(() => window.bench.zoom()) });
    return frames("P-03", name, people, panned, panned.note);
  });
  if (only) return;
  await attempt(own, "P-04", name, people, async () => {
    const { targets } = await page.evaluate(() => window.bench.drag);
    const times = [];
    for (const target of targets) times.push(await page.evaluate((to) => window.measure.reparent(to), target));
    return measured("P-04", name, people, times, moves);
  });
}

/** All lines of the peers' pages, told one by one. */
export async function peerPages(tell, browser, people) {
  const folder = mkdtempSync(join(tmpdir(), "dianke-peers-"));
  try {
    for (const peer of PEERS) {
      const page = await openPage(browser, `${await built(peer.page, folder)}?people=${people}${peer.query ?? ""}`);
      page.on("pageerror", (error) => console.error(`${peer.name}: ${error.message}`));
      await tasks(tell, page, peer, people);
      await page.context().close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
