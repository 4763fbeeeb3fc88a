// Writes src/i18n/keys.ts: every message key of the Chinese catalogue with the arguments it takes, so that `t()` is typed.
import { readFileSync, readdirSync, writeFileSync, existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const folder = join(here, "../../locales/zh-CN");
const target = join(here, "../src/i18n/keys.ts");

const lines = [];
for (const file of readdirSync(folder).filter((name) => name.endsWith(".ftl")).sort()) {
  const text = readFileSync(join(folder, file), "utf8");
  for (const block of text.split(/^(?=[a-z-][A-Za-z0-9_-]*\s*=)/m)) {
    const key = /^([a-z][A-Za-z0-9_-]*)\s*=/.exec(block)?.[1];
    if (!key) continue;
    const body = block.split("\n").filter((line) => !line.startsWith("#")).join("\n");
    const names = [...new Set([...body.matchAll(/\{\s*(?:[A-Z]+\(\s*)?\$([A-Za-z][A-Za-z0-9_-]*)/g)].map((match) => match[1]))].sort();
    lines.push(`  ${JSON.stringify(key)}: ${names.length ? names.map((name) => JSON.stringify(name)).join(" | ") : "never"};`);
  }
}
const text = `// Written by scripts/write-keys.mjs from locales/zh-CN; do not edit.\nexport interface Messages {\n${lines.join("\n")}\n}\n`;
if (!existsSync(target) || readFileSync(target, "utf8") !== text) writeFileSync(target, text);
