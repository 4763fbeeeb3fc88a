// Starts the window: appearance first, then the session, then the interface.
import { mount } from "svelte";
import App from "./App.svelte";
import { chooseHost } from "./host";
import { appearance } from "./state/appearance.svelte";
import { fromHash, router } from "./state/router.svelte";
import { session } from "./state/session.svelte";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/parts.css";

const target = document.getElementById("app");
if (!target) throw new Error("index.html has no #app");

const lang = appearance.start();
const asked = fromHash(location.hash);
let failed: unknown = null;
try {
  await session.start(await chooseHost(), lang);
} catch (thrown) {
  failed = thrown;
}
if (asked && session.workspace?.open) router.reset(asked);
mount(App, { target, props: { failed } });
