// What can be done from the palette, worded in the current language: every key of the catalogue, what the view on screen offers, and what has no key.
import type { Component } from "svelte";
import type { LucideIcon } from "@lucide/svelte";
import KeyIcon from "@lucide/svelte/icons/command";
import Download from "@lucide/svelte/icons/download";
import Eye from "@lucide/svelte/icons/eye";
import FolderOpen from "@lucide/svelte/icons/folder-open";
import Grid3x3 from "@lucide/svelte/icons/grid-3x3";
import Handshake from "@lucide/svelte/icons/handshake";
import Landmark from "@lucide/svelte/icons/landmark";
import Languages from "@lucide/svelte/icons/languages";
import List from "@lucide/svelte/icons/list";
import Monitor from "@lucide/svelte/icons/monitor";
import Redo2 from "@lucide/svelte/icons/redo-2";
import Pencil from "@lucide/svelte/icons/square-pen";
import SunMoon from "@lucide/svelte/icons/sun-moon";
import Undo2 from "@lucide/svelte/icons/undo-2";
import Upload from "@lucide/svelte/icons/upload";
import User from "@lucide/svelte/icons/user";
import { language, t } from "../../i18n/index.svelte";
import { appearance } from "../../state/appearance.svelte";
import { router } from "../../state/router.svelte";
import { session } from "../../state/session.svelte";
import { colleagueCommands, drillCommand } from "../drill/commands";
import { exporting } from "../export/exporting.svelte";
import { desk } from "../grid/desk.svelte";
import { touchLine } from "../ledger/touchLine.svelte";
import { CATALOGUE, type Entry, type Group, type Where } from "./catalogue";
import { NAV } from "./nav";
import { offeredCommands } from "./offered";
import { pressKeys } from "./press";
import { shell } from "./shell.svelte";

export interface Command {
  id: string;
  label: string;
  icon: LucideIcon | Component;
  keys: readonly string[];
  run: () => unknown;
  /** Why it cannot be done here and now. */
  why?: string | null;
  /** What it would come to, at the end of its line. */
  note?: string;
}

const ICONS: Record<Group["head"], LucideIcon> = {
  "shell-keys-go": KeyIcon,
  "shell-keys-list": List,
  "shell-keys-map": Eye,
  "map-edit-keys": Pencil,
  "shell-keys-seat": User,
  "shell-keys-court": Grid3x3,
  "shell-keys-visit": Landmark,
  "shell-keys-room": Monitor,
};

/** Why nothing of this kind can be done here and now. */
export function whyNot(where: Where): string | null {
  const { view } = router.place;
  const map = desk.map;
  switch (where) {
    case "list":
      return view === "home" || view === "accounts" || view === "visits" ? null : t("shell-why-list");
    case "map":
      return map === null ? t("shell-why-map") : null;
    case "edit":
      return map === null ? t("shell-why-map") : map.readOnly ? t("shell-why-past") : null;
    case "seat":
      return map === null ? t("shell-why-map") : map.selected === null ? t("shell-why-seat") : null;
    case "court":
      return view === "court" ? null : t("shell-why-court");
    case "warnings":
      return view === "court" && router.place.tab === "watch" ? null : t("shell-why-warnings");
    case "visit":
      return view === "visit" ? null : t("shell-why-visit");
    case "room":
      return t("shell-why-room");
    default:
      return null;
  }
}

function fromEntry(entry: Entry, icon: LucideIcon): Command | null {
  const { press } = entry;
  if (press === undefined) return null;
  const label = entry.id.startsWith("lens-") ? t("shell-lens", { lens: t(entry.label) }) : t(entry.label);
  return { id: `key-${entry.id}`, label, icon, keys: entry.keys, why: whyNot(entry.where), run: () => pressKeys(press) };
}

/** Keys of the catalogue that nobody on screen offers in better words. */
function keyCommands(offered: ReadonlySet<string>): Command[] {
  const free = (entry: Entry) => entry.offered === undefined || !offered.has(entry.offered);
  return CATALOGUE.flatMap((group) => group.entries.filter(free).flatMap((entry) => fromEntry(entry, ICONS[group.head]) ?? []));
}

function steps(): Command[] {
  const { undo, redo } = session.workspace ?? { undo: null, redo: null };
  return [
    { id: "undo", label: undo ? t("shell-undo-step", { step: undo }) : t("shell-undo"), icon: Undo2, keys: ["Mod", "Z"], why: undo ? null : t("shell-undo-none"), run: () => session.undo() },
    { id: "redo", label: redo ? t("shell-redo-step", { step: redo }) : t("shell-redo"), icon: Redo2, keys: ["Mod", "Shift", "Z"], why: redo ? null : t("shell-redo-none"), run: () => session.redo() },
  ];
}

/** What belongs to somebody who was found while their map is on screen: the comparison and the room. */
export function hereCommands(): Command[] {
  if (desk.map === null) return [];
  return keyCommands(new Set()).filter((one) => one.id === "key-compare" || one.id === "key-present").filter((one) => !one.why);
}

/** All of them, with those of each colleague once somebody types. */
export function commands(typed = false): Command[] {
  const dark = document.documentElement.dataset["theme"] === "dark";
  const offered = offeredCommands();
  const here = router.place.view === "account" ? { account: router.place.account } : {};
  return [
    ...NAV.map((item): Command => ({ id: item.view, label: t("shell-go-to", { place: t(item.key) }), icon: item.icon, keys: ["G", item.letter], run: () => router.go({ view: item.view }) })),
    ...offered,
    drillCommand(),
    { id: "touch", label: t("ledger-line-title"), icon: Handshake, keys: ["L"], run: () => touchLine.open(here) },
    { id: "import", label: t("shell-import"), icon: Download, keys: [], run: () => shell.pickImport() },
    ...(desk.map === null ? [{ id: "export-people", label: t("list-export-of", { list: t("list-kind-people") }), icon: Upload, keys: [], run: () => exporting.open({ lists: [{ list: "people", keys: null }], account: null, as_of: session.today }) }] : []),
    { id: "export", label: t("shell-export"), icon: Upload, keys: [], run: () => shell.exportFile() },
    ...steps(),
    ...keyCommands(new Set(offered.map((one) => one.id))),
    { id: "theme", label: dark ? t("shell-theme-to-light") : t("shell-theme-to-dark"), icon: SunMoon, keys: [], run: () => (appearance.theme = dark ? "light" : "dark") },
    { id: "language", label: t("shell-language-other"), icon: Languages, keys: [], run: () => (appearance.lang = language.lang === "en" ? "zh-CN" : "en") },
    { id: "open", label: t("shell-open-other"), icon: FolderOpen, keys: [], run: () => shell.openFile("open") },
    ...(typed ? colleagueCommands() : []),
  ];
}
