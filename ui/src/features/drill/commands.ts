// What the palette offers of the drill: the drill itself, and each colleague by name once somebody types.
import LogOut from "@lucide/svelte/icons/log-out";
import { t } from "../../i18n/index.svelte";
import { session } from "../../state/session.svelte";
import type { Command } from "../shell/commands";
import { drill } from "./drill.svelte";

export const drillCommand = (): Command => ({ id: "drill", label: t("drill-command"), icon: LogOut, keys: [], run: () => drill.open() });

export function colleagueCommands(): Command[] {
  const staff = session.workspace?.staff.filter((one) => one.active) ?? [];
  return staff.map((one) => ({ id: `drill-${one.id}`, label: t("drill-of", { name: one.name }), icon: LogOut, keys: [], run: () => drill.open([one.id]) }));
}
