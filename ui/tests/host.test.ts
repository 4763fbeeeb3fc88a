// Both sides of the window's border agree: what the page asks of the desktop host is registered there.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..", "..");
const read = (...path: string[]) => readFileSync(join(root, ...path), "utf8");

/** Every name `pattern` finds, once, in order. */
const names = (text: string, pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map((one) => one[1] as string))].sort();

const asked = names(read("ui", "src", "host", "tauri.ts"), /\binvoke(?:<[^>]*>)?\(\s*"(\w+)"/g);
const handler = /generate_handler!\[([^\]]*)\]/.exec(read("src-tauri", "src", "main.rs"))?.[1] ?? "";
const registered = names(handler, /\w+::(\w+)/g);

test("the lists are found", () => {
  expect(asked.length).toBeGreaterThan(15);
  expect(registered.length).toBeGreaterThan(15);
});

test("every request of the page is registered with the desktop host", () => {
  expect(asked.filter((name) => !registered.includes(name))).toEqual([]);
});

test("every registered request is asked for", () => {
  expect(registered.filter((name) => !asked.includes(name))).toEqual([]);
});
