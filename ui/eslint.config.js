// A small set of rules. The one that matters most: only the desktop host speaks to Tauri.
import svelte from "eslint-plugin-svelte";
import ts from "typescript-eslint";
import svelteConfig from "./svelte.config.js";

const tauriOnlyInHost = {
  "no-restricted-imports": ["error", { patterns: [{ group: ["@tauri-apps/*"], message: "Only src/host/tauri.ts speaks to Tauri." }] }],
};

export default ts.config(
  { ignores: ["dist", "node_modules", "src/generated", "src/i18n/keys.ts", "scripts"] },
  ...ts.configs.recommended,
  ...svelte.configs.base,
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: [".svelte"], svelteConfig } },
  },
  {
    rules: {
      ...tauriOnlyInHost,
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "svelte/no-at-html-tags": "error",
      "svelte/require-each-key": "error",
      "max-lines": ["error", { max: 400 }],
      "no-console": "error",
      eqeqeq: ["error", "always", { null: "ignore" }],
    },
  },
  { files: ["**/*.svelte"], rules: { "max-lines": ["error", { max: 250 }], "prefer-const": "off" } },
  { files: ["src/host/tauri.ts"], rules: { "no-restricted-imports": "off" } },
);
