// What the measured is meant to be, and whether it is: one row for each goal. Times are 95th percentiles, ratios are of medians.
import { cost, number, OURS } from "./stats.mjs";

/** For a task and a size: the most milliseconds, and how many times longer a peer (by the beginning of its name) must take. */
const GOALS = [
  { task: "P-01", ms: 250, ratios: { "": 5, "d3-org-chart": 100 } },
  { task: "P-02", people: 100, ms: 0.5, ratios: { "d3-flextree": 5, "wasm-graphviz": 40, elkjs: 300 } },
  { task: "P-02", people: 1000, ms: 3, ratios: { "d3-flextree": 5, "wasm-graphviz": 40, elkjs: 300 } },
  { task: "P-02", people: 5000, ms: 15, ratios: { "d3-flextree": 5, "wasm-graphviz": 40, elkjs: 300 } },
  { task: "P-03", worst: 50, ratios: { "Cytoscape, canvas": 3 } },
  { task: "P-04", ms: 50, ratios: { "React Flow": 5 } },
  ...["1 character", "2 characters", "3 characters", "pinyin", "initials", "mixed", "Latin", "typo", "figures"].map((kind) => ({ task: `P-05 ${kind}`, ms: 5, ratios: { "fuse.js": 10, minisearch: 1, tantivy: 1 } })),
  { task: "P-05 painted", ms: 50, ratios: {} },
  { task: "P-05 memory", mib: null, ratios: { minisearch: 5, tantivy: 5 } },
  { task: "P-06", ms: 350, ratios: { Chromium: 4, LibreOffice: 10, WeasyPrint: 3 } },
  { task: "P-06 after an edit", ms: 150, ratios: { WeasyPrint: 3 } },
  { task: "P-07", ms: 100, ratios: { "python-docx": 5 } },
  { task: "P-08", ms: 1200, ratios: { openpyxl: 4, SheetJS: 2 } },
  { task: "P-10", ms: 5, ratios: { "OR-tools": 20 } },
  { task: "P-11", ms: 150, ratios: { pandas: 3, polars: 1 } },
  { task: "P-11 after an edit", ms: 5, ratios: { pandas: 3, polars: 1 } },
  { task: "P-12", most: { "one flush": 1.5 }, ratios: { "Python json": 5, openpyxl: 5 } },
];

const yes = (reached) => (reached ? "yes" : "no");

/** The least a peer of that name costs beside ours; the best of all without a name. */
function ratioTo(name, ours, lines) {
  const costs = lines.filter((line) => line.peer !== OURS && line.peer.startsWith(name)).map(cost).filter(Boolean);
  return costs.length === 0 || !cost(ours) ? null : Math.min(...costs) / cost(ours);
}

function rowsOf(goal, lines) {
  const same = lines.filter((line) => line.task === goal.task && (goal.people === undefined || line.people === goal.people));
  const ours = same.find((line) => line.peer === OURS && line.runs > 0);
  if (ours === undefined) return [];
  const what = goal.people === undefined ? goal.task : `${goal.task}, ${number(goal.people)} people`;
  const own = goal.worst === undefined ? ["95 % ms", ours.p95_ms, goal.ms] : ["worst frame ms", ours.worst_ms, goal.worst];
  const rows = goal.mib !== undefined ? [[what, "MiB", number(ours.mib), "–", "–"]] : own[2] === undefined ? [] : [[what, own[0], number(own[1]), `≤ ${own[2]}`, yes(own[1] <= own[2])]];
  for (const [name, most] of Object.entries(goal.most ?? {})) {
    const ratio = ratioTo(name, ours, same);
    rows.push([what, `ours : ${name}`, ratio === null ? "–" : `${number(1 / ratio)}×`, `≤ ${most}×`, ratio === null ? "not measured" : yes(1 / ratio <= most)]);
  }
  for (const [name, least] of Object.entries(goal.ratios)) {
    const ratio = ratioTo(name, ours, same);
    rows.push([what, name === "" ? "best peer : ours" : `${name} : ours`, ratio === null ? "–" : `${number(ratio)}×`, `≥ ${least}×`, ratio === null ? "not measured" : yes(ratio >= least)]);
  }
  return rows;
}

/** The table of goals for the tasks measured. */
export function goals(lines) {
  const rows = GOALS.flatMap((goal) => rowsOf(goal, lines));
  return ["### Goals", "", "| task | what | value | goal | reached |", "|---|---|---|---|---|", ...rows.map((row) => `| ${row.join(" | ")} |`), ""];
}
