// The lines as one table for each task, with how many times longer the peer takes.
import { goals } from "./goals.mjs";
import { cost, number, OURS } from "./stats.mjs";

const TITLES = {
  "P-01": "open the account: from the click to the painted map",
  "P-02": "layout only: from the list of seats to places, tree and 10 % influence lines",
  "P-03": "pan and zoom over the whole map, 4 s: frames",
  "P-04": "move a branch (400 of 5,000 people) under another superior: from the release to the painted map",
  ...Object.fromEntries(["1 character", "2 characters", "3 characters", "pinyin", "initials", "mixed", "Latin", "typo", "figures"].map((kind) => [`P-05 ${kind}`, "from a keystroke to the best twelve, core alone"])),
  "P-05 painted": "from a keystroke to the painted rows",
  "P-05 memory": "what the index takes",
  "P-06": "the briefing of 12 guests as PDF, from nothing to the file",
  "P-06 after an edit": "the same in a running program",
  "P-07": "the same as DOCX, in a running program",
  "P-10": "hosts: 12 guests, 2,000 of ours, and the best one-to-one assignment",
  "P-08": "a list of 50,000 people as XLSX, until it is durable",
  "P-11": "health of 500 accounts with 200 people each, from the records in memory",
  "P-11 after an edit": "the same once a row was given to another",
  "P-11 from the file": "the list of accounts as a window gets it, from a file nobody has read yet",
  "P-12": "one edit of the same company until it is durable",
};
const share = (value) => (value === undefined ? "–" : `${Math.round(value * 100)} %`);

function ratio(line, ours) {
  if (line.peer === OURS) return "1";
  const [own, other] = [cost(ours), cost(line)];
  return own && other ? `${number(other / own)}×` : "–";
}

function row(line, ours) {
  const who = [line.peer, line.people.toLocaleString("en")];
  const times = line.task === "P-05 memory" ? [number(line.mib)] : line.task === "P-03" ? [number(line.fps), number(line.worst_ms), share(line.over_50), number(line.busy_ms)] : [number(line.median_ms), number(line.p95_ms)];
  return `| ${[...who, ...times, line.runs, ratio(line, ours), line.note].join(" | ")} |`;
}

function tableOf(task, lines) {
  const times = task === "P-05 memory" ? ["MiB", "runs"] : task === "P-03" ? ["frames a second", "worst frame ms", "over 50 ms", "work a frame ms", "frames"] : ["median ms", "95 % ms", "runs"];
  const head = ["peer", "people", ...times, "peer : ours", "note"];
  const rows = lines.map((line) => row(line, lines.find((one) => one.peer === OURS && one.people === line.people)));
  return [`### ${task} ${TITLES[task]}`, "", `| ${head.join(" | ")} |`, `|${head.map(() => "---").join("|")}|`, ...rows, ""];
}

/** Dianke first, then by people and cost; what gave no number last. */
function order(one, other) {
  return one.people - other.people || Number(other.peer === OURS) - Number(one.peer === OURS) || (cost(one) ?? Infinity) - (cost(other) ?? Infinity);
}

/** One text: the machine, the goals, then a table for each task. */
export function report(machine, lines) {
  const tasks = [...new Set(lines.map((line) => line.task))].sort();
  return [machine, "", ...goals(lines), ...tasks.flatMap((task) => tableOf(task, lines.filter((line) => line.task === task).sort(order)))].join("\n");
}
