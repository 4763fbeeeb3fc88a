// P-05 beside libraries of the same kind, each in a process of its own: node --expose-gc search.mjs SEARCH.json fuse.js|minisearch
// They get what ours makes itself, syllables and initials, as fields of their own. Prints JSON lines.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { attempt, measured, skipped } from "./stats.mjs";

const FIELDS = ["name", "en", "syllables", "initials", "post", "unit", "account", "phone", "mail"];
/** No kind of query is asked for longer, in milliseconds. */
const MOST = 10_000;
const MIB = 2 ** 20;

const version = (name) => JSON.parse(readFileSync(createRequire(import.meta.url).resolve(name).replace(/(node_modules\/[^/]+)\/.*/, "$1/package.json"), "utf8")).version;
const latin = (term) => /^[a-z]{4,}$/.test(term);
/** Chinese by characters; anything else by words, and syllables also joined from each on, so that a beginning finds them. */
const tokens = (text) => text.toLowerCase().match(/[\u4e00-\u9fff]|[^\s\u4e00-\u9fff@.]+/g) ?? [];
const joined = (pinyin) => pinyin.split(" ").map((_, at, all) => all.slice(at).join("")).join(" ");

const PEERS = {
  "fuse.js": async (people) => {
    const { default: Fuse } = await import("fuse.js");
    const fuse = new Fuse(people, { keys: FIELDS, threshold: 0.2, ignoreLocation: true, includeMatches: true });
    return { find: (text, limit) => fuse.search(text, { limit }), note: "threshold 0.2, matches told" };
  },
  minisearch: async (people) => {
    const { default: MiniSearch } = await import("minisearch");
    const index = new MiniSearch({ fields: FIELDS, tokenize: tokens });
    index.addAll(people);
    const options = { prefix: true, fuzzy: (term) => (latin(term) ? 0.2 : false), combineWith: "AND", boost: { name: 4 } };
    return { find: (text, limit) => index.search(text, options).slice(0, limit), note: "characters and words, prefixes, fuzzy 0.2" };
  },
};

async function measure(file, name) {
  const given = JSON.parse(readFileSync(file, "utf8"));
  const people = given.people.map((one, id) => ({ ...one, id, syllables: joined(one.pinyin) }));
  const count = people.length;
  const tell = (line) => console.log(JSON.stringify(line));
  const peer = `${name} ${version(name)}`;
  globalThis.gc();
  const before = process.memoryUsage().heapUsed;
  const { find, note } = await PEERS[name](people);
  globalThis.gc();
  const mib = (process.memoryUsage().heapUsed - before) / MIB;
  tell({ ...skipped("P-05 memory", peer, count, "heap after collecting, without the list itself"), mib, runs: 1 });
  for (const [task, typed] of given.tasks) {
    await attempt(tell, `P-05 ${task}`, peer, count, () => {
      const times = [];
      let found = 0;
      for (const text of typed) found += find(text, given.limit).length > 0 ? 1 : 0;
      const began = performance.now();
      for (let run = 0; run < given.runs && performance.now() - began < MOST; run += 1) {
        for (const text of typed) {
          const start = performance.now();
          find(text, given.limit);
          times.push(performance.now() - start);
        }
      }
      return measured(`P-05 ${task}`, peer, count, times, `${note}; ${found} of ${typed.length} found`);
    });
  }
}

/** All lines of the peers, and ours from the file, told one by one. */
export function searches(tell, file, python) {
  const given = JSON.parse(readFileSync(file, "utf8"));
  for (const line of given.lines) tell(line);
  const { counted, resident } = given.memory;
  tell({ ...skipped("P-05 memory", "Dianke", given.people.length, `counted; the process grew by ${Math.round(resident / MIB)} MiB`), mib: counted / MIB, runs: 1 });
  const runs = [...Object.keys(PEERS).map((name) => [name, process.execPath, ["--expose-gc", "--max-old-space-size=4096", fileURLToPath(import.meta.url), file, name]]), ["tantivy", python, [fileURLToPath(new URL("search.py", import.meta.url)), file]]];
  for (const [name, program, args] of runs) {
    try {
      const answer = execFileSync(program, args, { encoding: "utf8", maxBuffer: 64 * MIB });
      for (const line of answer.split("\n").filter(Boolean)) tell(JSON.parse(line));
    } catch (error) {
      tell(skipped("P-05", name, given.people.length, `failed: ${String(error?.message ?? error).split("\n")[0].slice(0, 120)}`));
    }
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await measure(process.argv[2], process.argv[3]);
