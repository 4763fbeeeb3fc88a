// Medians and 95th percentiles, and the one shape of a result line, also of one that could not be had.

/** The value below which `share` of the sorted values lie (nearest rank). */
function rank(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

const rounded = (value) => Math.round(value * 1000) / 1000;

/** A measured line: times in milliseconds. */
export function measured(task, peer, people, times, note = "") {
  return { task, peer, people, median_ms: rounded(rank(times, 0.5)), p95_ms: rounded(rank(times, 0.95)), runs: times.length, note };
}

/** A line without a number, and why. */
export function skipped(task, peer, people, note) {
  return { task, peer, people, median_ms: null, p95_ms: null, runs: 0, note };
}

/** Frame times from the moments of frames: median frames a second, worst frame, share of frames over 50 ms, work for a frame (`busy` `null`: not known). */
export function frames(task, peer, people, { moments, busy }, note = "") {
  const gaps = moments.slice(1).map((moment, index) => moment - moments[index]);
  const line = measured(task, peer, people, gaps, note);
  return { ...line, fps: rounded(1000 / line.median_ms), worst_ms: rounded(Math.max(...gaps)), over_50: rounded(gaps.filter((gap) => gap > 50).length / gaps.length), busy_ms: busy === null ? null : rounded(busy) };
}

/** Runs a task; what throws becomes a line that says so. */
export async function attempt(tell, task, peer, people, work) {
  try {
    tell(await work());
  } catch (error) {
    tell(skipped(task, peer, people, `failed: ${String(error?.message ?? error).split("\n")[0].slice(0, 120)}`));
  }
}

/** How ours is named among the peers. */
export const OURS = "Dianke";

/** A number as the tables show it. */
export const number = (value) => (value === null || value === undefined ? "–" : value >= 100 ? Math.round(value).toLocaleString("en") : String(Number(value.toPrecision(3))));

/** What a peer is compared by: the work for a frame where frames are counted, because no page shows more than the screen's 60; memory in MiB. */
export const cost = (line) => (line?.task === "P-03" ? line.busy_ms : line?.task === "P-05 memory" ? line.mib : line?.median_ms);
