// P-08 beside SheetJS and better-sqlite3: node import.mjs IMPORT.json. The same task as import.py, each run in a process of its
// own; prints JSON lines.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const RUNS = 3;
const FACTS = { 职务: "position", 手机: "mobile", 邮箱: "email", 籍贯: "native_place", 爱好: "hobby" };
const SCHEMA = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT NOT NULL, unit TEXT, title TEXT, superior INTEGER, stance TEXT);
  CREATE TABLE fact (id INTEGER PRIMARY KEY, person INTEGER NOT NULL REFERENCES person, kind TEXT NOT NULL, value TEXT);
  CREATE INDEX person_name ON person (name);
  CREATE INDEX fact_person ON fact (person);`;

function good(row) {
  const numbers = !row.手机 || /^1[3-9]\d{9}$/.test(row.手机);
  const mails = !row.邮箱 || /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(row.邮箱);
  return Boolean(row.姓名) && numbers && mails;
}

function taken(XLSX, file) {
  const book = XLSX.read(readFileSync(file), { dense: true });
  const rows = XLSX.utils.sheet_to_json(book.Sheets[book.SheetNames[0]], { defval: "", raw: false });
  const seen = new Set();
  return rows.filter((row) => {
    const key = JSON.stringify([row.姓名, row.部门, row.职务]);
    const fresh = good(row) && !seen.has(key);
    seen.add(key);
    return fresh;
  });
}

function write(base, rows) {
  const numbers = new Map(rows.map((row, at) => [row.姓名, at + 1]));
  const person = base.prepare("INSERT INTO person VALUES (?, ?, ?, ?, ?, ?)");
  const fact = base.prepare("INSERT INTO fact (person, kind, value) VALUES (?, ?, ?)");
  base.transaction(() => {
    rows.forEach((row, at) => person.run(at + 1, row.姓名, row.部门, row.职务, numbers.get(row.上级) ?? null, row.态度));
    rows.forEach((row, at) => {
      for (const [head, kind] of Object.entries(FACTS)) if (row[head]) fact.run(at + 1, kind, row[head]);
    });
  })();
}

/** One run, told on the standard output. */
function once(file) {
  const load = createRequire(import.meta.url);
  const [XLSX, Database] = [load("xlsx"), load("better-sqlite3")];
  const folder = mkdtempSync(join(tmpdir(), "dianke-import-"));
  const start = performance.now();
  const base = new Database(join(folder, "people.db"));
  base.exec(SCHEMA);
  const rows = taken(XLSX, file);
  write(base, rows);
  base.close();
  const took = performance.now() - start;
  rmSync(folder, { recursive: true, force: true });
  const peer = `SheetJS ${XLSX.version} + better-sqlite3 ${load("better-sqlite3/package.json").version}`;
  console.log(JSON.stringify({ took, rows: rows.length, peer, memory: process.resourceUsage().maxRSS / 1024 }));
}

function main(given) {
  const { xlsx, rows } = JSON.parse(readFileSync(given, "utf8"));
  const runs = [];
  for (let run = 0; run < RUNS; run += 1) {
    const told = execFileSync(process.execPath, [fileURLToPath(import.meta.url), "--once", xlsx], { encoding: "utf8" });
    const one = JSON.parse(told);
    if (one.rows !== rows) throw new Error(`${one.rows} rows instead of ${rows}`);
    runs.push(one);
  }
  const times = runs.map((one) => one.took).sort((a, b) => a - b);
  const line = { task: "P-08", peer: runs[0].peer, people: rows, median_ms: times[Math.floor(RUNS / 2)], p95_ms: times[RUNS - 1], runs: RUNS };
  console.log(JSON.stringify({ ...line, memory_mb: Math.max(...runs.map((one) => one.memory)), note: "two tables, no undo, no audit" }));
}

if (process.argv[2] === "--once") once(process.argv[3]);
else main(process.argv[2]);
