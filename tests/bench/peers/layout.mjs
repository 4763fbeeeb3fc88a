// P-02: every layout peer at every size. Alone: node layout.mjs, JSON lines on standard output.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { LAYOUTS } from "./layouts.mjs";
import { measured, skipped } from "./stats.mjs";

export const SIZES = [100, 1_000, 5_000];
/** What has not made its first layout by then, in milliseconds, is skipped. */
const LIMIT = 60_000;
/** Room beyond the limit for starting up and for the runs after the first. */
const START = 15_000;

const here = dirname(fileURLToPath(import.meta.url));

/** The times of one peer, or why there are none. */
function times(peer, people, influence) {
  const child = spawnSync(process.execPath, ["--stack-size=4000", join(here, "layout-one.mjs"), peer, String(people), String(influence)], { encoding: "utf8", timeout: LIMIT + START, killSignal: "SIGKILL" });
  if (child.error?.code === "ETIMEDOUT") return { why: `longer than ${LIMIT / 1000} s` };
  if (child.status !== 0) return { why: `failed: ${(child.stderr.match(/^\w*Error.*$/m) ?? ["no answer"])[0].slice(0, 120)}` };
  const all = JSON.parse(child.stdout);
  return all[0] > LIMIT ? { why: `longer than ${LIMIT / 1000} s` } : { all };
}

/** With influence lines where the peer takes them; what fails with them is tried without. */
function* lines(peer, people) {
  const takes = LAYOUTS[peer].edges === true;
  const first = times(peer, people, takes);
  const note = takes ? "" : "tree only: takes no influence lines";
  yield first.all ? measured("P-02", peer, people, first.all, note) : skipped("P-02", peer, people, first.why);
  if (first.all || !takes) return;
  const bare = times(peer, people, false);
  yield bare.all ? measured("P-02", `${peer}, tree only`, people, bare.all, "without influence lines") : skipped("P-02", `${peer}, tree only`, people, bare.why);
}

/** All lines of P-02, told one by one. */
export function layouts(tell) {
  for (const people of SIZES) for (const peer of Object.keys(LAYOUTS)) for (const line of lines(peer, people)) tell(line);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) layouts((line) => console.log(JSON.stringify(line)));
