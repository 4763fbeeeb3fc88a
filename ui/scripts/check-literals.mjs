// Fails when a component carries words of its own: text a person reads belongs into locales/*.
import { readFileSync, readdirSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "svelte/compiler";

const root = join(dirname(fileURLToPath(import.meta.url)), "../src");
const worded = /\p{Script=Han}|\p{L}{2,}/u;
const spoken = new Set(["aria-label", "aria-description", "aria-roledescription", "placeholder", "title", "alt", "label", "text"]);
const faults = [];

const files = (folder) =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : name.endsWith(".svelte") ? [path] : [];
  });

function check(path) {
  const source = readFileSync(path, "utf8");
  const fault = (node, what) => faults.push(`${relative(root, path)}:${source.slice(0, node.start).split("\n").length} ${what}`);
  const words = (node, text, what) => worded.test(text) && fault(node, `${what}: ${text.trim().slice(0, 40)}`);
  const literal = (node, what) => {
    if (node?.type === "Literal" && typeof node.value === "string") words(node, node.value, what);
    if (node?.type === "ConditionalExpression") [node.consequent, node.alternate].forEach((part) => literal(part, what));
  };
  const walk = (node) => {
    if (!node || typeof node !== "object") return;
    if (Array.isArray(node)) return node.forEach(walk);
    if (node.type === "Text") words(node, node.data, "text");
    if (node.type === "ExpressionTag") {
      // Strings in expressions are codes more often than words; Chinese ones are always words.
      JSON.stringify(node, (key, value) => (typeof value === "string" && key === "value" && /\p{Script=Han}/u.test(value) ? (fault(node, `text: ${value}`), value) : value));
    }
    if (node.type === "Attribute") {
      if (spoken.has(node.name)) [node.value].flat().forEach((part) => (part?.type === "Text" ? words(part, part.data, node.name) : literal(part?.expression, node.name)));
      else if (Array.isArray(node.value) || node.value?.type) [node.value].flat().forEach((part) => part?.type === "ExpressionTag" && walk(part));
      return;
    }
    if (["Script", "StyleSheet", "Style", "Comment", "StyleDirective"].includes(node.type)) return;
    for (const [key, value] of Object.entries(node)) if (!["instance", "module", "css", "options"].includes(key) && value && typeof value === "object") walk(value);
  };
  walk(parse(source, { modern: true }).fragment);
}

files(root).forEach(check);
if (faults.length) {
  console.error(`Words in components (put them into locales/):\n${faults.join("\n")}`);
  process.exit(1);
}
