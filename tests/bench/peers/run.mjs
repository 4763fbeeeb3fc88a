// Dianke and its peers in one run: node run.mjs [--dianke PATH --page DIR [--desktop PATH]] [--company FILE] [--ours FILE] [--hosts FILE] [--papers FILE] [--health FILE] [--search FILE] [--import FILE] [--python PATH] [--only P-02,…] [--date DAY] [--out FILE]
// Prints JSON lines while it goes and writes the tables at the end. See README.md.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { arch, cpus, loadavg, tmpdir, totalmem, type } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromiumPath, withBrowser } from "./browser.mjs";
import { checkCompany, writeCompany } from "./interchange.mjs";
import { layouts } from "./layout.mjs";
import { ours, paintedOverMany } from "./ours.mjs";
import { peerPages } from "./pages.mjs";
import { searches } from "./search.mjs";
import { report } from "./table.mjs";
import { inWindow } from "./window.mjs";

const text = { type: "string" };
const { values } = parseArgs({ options: { dianke: text, page: text, desktop: text, company: text, ours: text, hosts: text, papers: text, health: text, search: text, import: text, python: text, only: text, date: text, out: text } });
const wanted = (task) => values.only === undefined || values.only.split(",").some((one) => task === one || task.startsWith(`${one} `));

const people = values.company ? checkCompany(values.company) : 5_000;
/** What else ran when this began: on a busy machine no number holds. */
const load = loadavg()[0];
const lines = [];
function tell(line) {
  if (!wanted(line.task)) return;
  lines.push(line);
  console.log(JSON.stringify(line));
}

/** Lines of the Rust bench, in the same shape. */
function told(file) {
  for (const line of readFileSync(file, "utf8").split("\n").filter(Boolean)) tell(JSON.parse(line));
}

function machine(chromium) {
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${type()} ${arch()}, ${cpus().length} cores (${cpus()[0]?.model.trim() ?? "unknown"}), ${memory} GiB; Node ${process.versions.node}, Chromium ${chromium}, software raster, 1440 × 900; load ${load.toFixed(1)} before${values.date ? `; ${values.date}` : ""}`;
}

/** The company file: the one given, or one of our own. */
async function withCompany(work) {
  if (values.company) return await work(values.company);
  const folder = mkdtempSync(join(tmpdir(), "dianke-company-"));
  try {
    const file = join(folder, "company.json");
    writeCompany(file, people);
    return await work(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function inBrowser(browser) {
  if (values.dianke) {
    const page = values.page ?? "";
    if (!existsSync(join(page, "index.html"))) throw new Error(`--page: no built page in ${page}`);
    await withCompany(async (company) => {
      const settings = { dianke: values.dianke, dist: page, desktop: values.desktop, company, people };
      if (pages) await ours(tell, browser, settings);
      if (painted) await paintedOverMany(tell, browser, settings, values.search);
      if (values.desktop) await inWindow(tell, settings);
    });
  }
  if (pages) await peerPages(tell, browser, people);
  return browser.version();
}

const pages = ["P-01", "P-03", "P-04"].some(wanted);
/** The page over all the people of the search, whose workspace the Rust bench left beside its numbers. */
const painted = wanted("P-05 painted") && values.dianke !== undefined && values.search !== undefined && existsSync(values.search.replace(/\.json$/, ".dianke"));

if (values.ours) told(values.ours);
if (wanted("P-02")) layouts(tell);
/** What a script of another language measured, which also repeats our own lines of that task. */
function fromPython(...given) {
  const answer = execFileSync(values.python ?? "python3", given, { encoding: "utf8" });
  for (const line of answer.split("\n").filter(Boolean)) tell(JSON.parse(line));
}

if (values.hosts && wanted("P-10")) fromPython("hosts.py", values.hosts);
if (values.health && ["P-11", "P-12"].some(wanted)) fromPython("health.py", values.health);
if (values.papers && ["P-06", "P-07"].some(wanted)) fromPython("papers.py", values.papers, chromiumPath());
if (values.import && wanted("P-08")) {
  fromPython("import.py", values.import);
  for (const line of execFileSync(process.execPath, ["import.mjs", values.import], { encoding: "utf8" }).split("\n").filter(Boolean)) tell(JSON.parse(line));
}
if (values.search && wanted("P-05")) searches(tell, values.search, values.python ?? "python3");
const chromium = pages || painted ? await withBrowser(inBrowser) : "not used";
const result = report(machine(chromium), lines);
if (values.out) writeFileSync(values.out, result);
console.log(`\n${result}`);
