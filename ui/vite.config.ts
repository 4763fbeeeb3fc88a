// How the window's files are built. External scripts and styles only, so that a strict content security policy holds.
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [svelte()],
  clearScreen: false,
  build: { target: "es2022", modulePreload: { polyfill: false }, assetsInlineLimit: 0, sourcemap: false, chunkSizeWarningLimit: 900 },
  server: {
    port: 5173,
    strictPort: true,
    fs: { allow: [".."] },
    proxy: { "/call": "http://127.0.0.1:5199", "/host": { target: "http://127.0.0.1:5199", bypass: (request) => (request.method === "POST" ? undefined : request.url) } },
  },
  resolve: { conditions: ["browser"] },
  test: { environment: "happy-dom", include: ["tests/**/*.test.ts", "src/**/*.test.ts"] },
});
