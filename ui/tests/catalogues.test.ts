import { FluentBundle, FluentResource } from "@fluent/bundle";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../../locales");
const areas = (lang: string) => readdirSync(join(root, lang)).filter((name) => name.endsWith(".ftl")).sort();
const text = (lang: string, area: string) => readFileSync(join(root, lang, area), "utf8");

/** Every variable a pattern mentions, at any depth. */
function variables(node: unknown, into = new Set<string>()): Set<string> {
  if (Array.isArray(node)) node.forEach((part) => variables(part, into));
  else if (node !== null && typeof node === "object") {
    const part = node as { type?: string; name?: string };
    if (part.type === "var" && part.name) into.add(part.name);
    Object.values(node).forEach((value) => variables(value, into));
  }
  return into;
}

function messages(lang: string, area: string): Map<string, string> {
  const resource = new FluentResource(text(lang, area));
  return new Map(resource.body.map((entry) => [entry.id, [...variables(entry.value)].sort().join(" ")]));
}

describe("catalogues", () => {
  it("have the same areas in both languages", () => {
    expect(areas("en")).toEqual(areas("zh-CN"));
    expect(areas("zh-CN")).toContain("shell.ftl");
  });

  it.each(areas("zh-CN"))("%s has the same keys and arguments in both languages", (area) => {
    expect(Object.fromEntries(messages("en", area))).toEqual(Object.fromEntries(messages("zh-CN", area)));
  });

  it.each(areas("zh-CN"))("%s parses without a lost line", (area) => {
    for (const lang of ["zh-CN", "en"]) {
      const written = text(lang, area).split("\n").filter((line) => /^-?[a-zA-Z][\w-]*\s*=/.test(line)).length;
      const bundle = new FluentBundle(lang);
      expect(bundle.addResource(new FluentResource(text(lang, area)))).toEqual([]);
      expect(new FluentResource(text(lang, area)).body).toHaveLength(written);
    }
  });

  it("never defines a key twice", () => {
    for (const lang of ["zh-CN", "en"]) {
      const all = areas(lang).flatMap((area) => new FluentResource(text(lang, area)).body.map((entry) => entry.id));
      expect(all.filter((key, index) => all.indexOf(key) !== index)).toEqual([]);
    }
  });

  it.each(["shell", "home", "court", "visit", "import"])("%s keeps its own prefix", (area) => {
    const stray = [...messages("zh-CN", `${area}.ftl`).keys()].filter((key) => !key.startsWith(`${area}-`));
    expect(stray).toEqual([]);
  });
});
