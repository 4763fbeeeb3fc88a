// Starts the window: appearance first, then what this window is: a desk with its session, or a room-safe face without one.
import { mount } from "svelte";
import { chooseHost } from "./host";
import { language } from "./i18n/index.svelte";
import { appearance } from "./state/appearance.svelte";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/parts.css";

const target = document.getElementById("app");
if (!target) throw new Error("index.html has no #app");

// A file dropped beside what takes it must not open in place of the page.
for (const kind of ["dragover", "drop"] as const) window.addEventListener(kind, (event) => event.dataTransfer?.types.includes("Files") && event.preventDefault());

const lang = appearance.start();
const host = await chooseHost();
const environment = await host.environment().catch(() => null);

if (environment?.room) {
  language.lang = lang ?? environment.lang;
  const { default: RoomApp } = await import("./features/room/RoomApp.svelte");
  mount(RoomApp, { target, props: { host, environment } });
} else {
  const { startDesk } = await import("./desk");
  await startDesk(target, host, lang);
}
