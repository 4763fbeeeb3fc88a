// One peer at one size, in a process of its own so that it can be ended: node layout-one.mjs PEER PEOPLE INFLUENCE
// Prints the times in milliseconds as JSON.
import { company } from "./company.mjs";
import { LAYOUTS } from "./layouts.mjs";

/** After this long, in milliseconds, no further run is begun. */
const BUDGET = 10_000;
const MOST = 50;

const [peer, people, influence] = process.argv.slice(2);
const layout = await LAYOUTS[peer].load();
const input = company(Number(people));
const times = [];
for (const begun = performance.now(); times.length < MOST && (times.length === 0 || performance.now() - begun < BUDGET); ) {
  const start = performance.now();
  await layout(input, influence === "true");
  times.push(performance.now() - start);
}
console.log(JSON.stringify(times));
