// What can be done from the palette, worded in the current language.
import type { Component } from "svelte";
import type { LucideIcon } from "@lucide/svelte";
import Download from "@lucide/svelte/icons/download";
import Handshake from "@lucide/svelte/icons/handshake";
import Keyboard from "@lucide/svelte/icons/keyboard";
import Languages from "@lucide/svelte/icons/languages";
import Redo2 from "@lucide/svelte/icons/redo-2";
import ListChecks from "@lucide/svelte/icons/list-checks";
import SlidersHorizontal from "@lucide/svelte/icons/sliders-horizontal";
import Table2 from "@lucide/svelte/icons/table-2";
import SunMoon from "@lucide/svelte/icons/sun-moon";
import Undo2 from "@lucide/svelte/icons/undo-2";
import Upload from "@lucide/svelte/icons/upload";
import FolderOpen from "@lucide/svelte/icons/folder-open";
import { language, t } from "../../i18n/index.svelte";
import { appearance } from "../../state/appearance.svelte";
import { router } from "../../state/router.svelte";
import { session } from "../../state/session.svelte";
import { drillCommand } from "../drill/commands";
import { exporting } from "../export/exporting.svelte";
import { desk, openGrid } from "../grid/desk.svelte";
import { touchLine } from "../ledger/touchLine.svelte";
import { NAV } from "./nav";
import { offeredCommands } from "./offered";
import { shell } from "./shell.svelte";

export interface Command {
  id: string;
  label: string;
  icon: LucideIcon | Component;
  keys: readonly string[];
  run: () => unknown;
}

export function commands(): Command[] {
  const workspace = session.workspace;
  const dark = document.documentElement.dataset["theme"] === "dark";
  return [
    ...NAV.map((item): Command => ({ id: item.view, label: t("shell-go-to", { place: t(item.key) }), icon: item.icon, keys: ["G", item.letter], run: () => router.go({ view: item.view }) })),
    ...offeredCommands(),
    drillCommand(),
    ...(desk.map === null ? [] : [{ id: "grid", label: t("map-desk-grid"), icon: Table2, keys: ["N"], run: () => openGrid() }, { id: "decisions", label: t("map-desk-manage"), icon: ListChecks, keys: ["D"], run: () => desk.show("decisions") }]),
    { id: "touch", label: t("ledger-line-title"), icon: Handshake, keys: ["L"], run: () => touchLine.open(router.place.view === "account" ? { account: router.place.account } : {}) },
    { id: "import", label: t("shell-import"), icon: Download, keys: [], run: () => shell.pickImport() },
    ...(desk.map === null ? [{ id: "export-people", label: t("list-export-of", { list: t("list-kind-people") }), icon: Upload, keys: [], run: () => exporting.open({ lists: [{ list: "people", keys: null }], account: null, as_of: session.today }) }] : []),
    { id: "export", label: t("shell-export"), icon: Upload, keys: [], run: () => shell.exportFile() },
    ...(workspace?.undo ? [{ id: "undo", label: t("shell-undo-step", { step: workspace.undo }), icon: Undo2, keys: ["Mod", "Z"], run: () => session.undo() }] : []),
    ...(workspace?.redo ? [{ id: "redo", label: t("shell-redo-step", { step: workspace.redo }), icon: Redo2, keys: ["Mod", "Shift", "Z"], run: () => session.redo() }] : []),
    { id: "theme", label: dark ? t("shell-theme-to-light") : t("shell-theme-to-dark"), icon: SunMoon, keys: [], run: () => (appearance.theme = dark ? "light" : "dark") },
    { id: "language", label: t("shell-language-other"), icon: Languages, keys: [], run: () => (appearance.lang = language.lang === "en" ? "zh-CN" : "en") },
    { id: "open", label: t("shell-open-other"), icon: FolderOpen, keys: [], run: () => shell.openFile("open") },
    { id: "keys", label: t("shell-keys"), icon: Keyboard, keys: ["Mod", "/"], run: () => shell.show("keys") },
    { id: "settings", label: t("shell-settings"), icon: SlidersHorizontal, keys: ["Mod", ","], run: () => shell.show("settings") },
  ];
}
