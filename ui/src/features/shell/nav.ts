// The places of the navigation, in order.
import Building2 from "@lucide/svelte/icons/building-2";
import CalendarDays from "@lucide/svelte/icons/calendar-days";
import Grid3x3 from "@lucide/svelte/icons/grid-3x3";
import Landmark from "@lucide/svelte/icons/landmark";
import type { Place } from "../../state/router.svelte";

export const NAV = [
  { view: "home", key: "shell-home", icon: CalendarDays, letter: "T", holds: ["home"] },
  { view: "accounts", key: "shell-accounts", icon: Building2, letter: "A", holds: ["accounts", "account", "people", "person"] },
  { view: "visits", key: "shell-visits", icon: Landmark, letter: "V", holds: ["visits", "visit"] },
  { view: "court", key: "shell-court", icon: Grid3x3, letter: "C", holds: ["court"] },
] as const satisfies readonly { view: Place["view"]; key: string; icon: unknown; letter: string; holds: readonly Place["view"][] }[];
