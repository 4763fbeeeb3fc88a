// What lies over the views, and whether the navigation is folded.
import type { ImportView } from "../../generated";
import { t } from "../../i18n/index.svelte";
import { ALL_AREAS, session } from "../../state/session.svelte";
import { reload } from "../../state/reload";
import { router } from "../../state/router.svelte";
import { toasts } from "../../state/toast.svelte";
import { following } from "../import/progress.svelte";

export type Over = "palette" | "keys" | "settings";

/** Views that need the width: the navigation folds beside them. */
const WIDE = new Set(["account", "visit", "court", "person"]);

class Shell {
  #over = $state<Over | null>(null);
  #importing = $state.raw<ImportView | null>(null);
  #flipped = $state(false);
  #refused = $state.raw<unknown>(null);

  get over(): Over | null {
    return this.#over;
  }

  get importing(): ImportView | null {
    return this.#importing;
  }

  /** Why the file somebody wanted is not open, while none is. */
  get refused(): unknown {
    return this.#refused;
  }

  get folded(): boolean {
    return this.#importing !== null || WIDE.has(router.place.view) !== this.#flipped;
  }

  flip(): void {
    this.#flipped = !this.#flipped;
  }

  show(over: Over): void {
    this.#over = this.#over === over ? null : over;
  }

  close(): void {
    this.#over = null;
  }

  async pickImport(): Promise<void> {
    try {
      this.#importing = await following.during(() => session.host.pickImport(session.context));
    } catch (thrown) {
      session.fail(thrown);
    }
  }

  /** A file dropped on the window, as base64. */
  async dropImport(name: string, bytes: string): Promise<void> {
    try {
      this.#importing = await following.during(() => session.host.dropImport(session.context, name, bytes));
    } catch (thrown) {
      session.fail(thrown);
    }
  }

  endImport(): void {
    this.#importing = null;
  }

  /** Opens another file. A new one comes into the usual folder unasked. Answers whether one is open now that was not. */
  async openFile(which: "new" | "sample" | "open"): Promise<boolean> {
    const { host, context } = session;
    this.#refused = null;
    try {
      const opened = which === "open" ? await host.openWorkspace(context) : await host.newWorkspace(context, which === "sample", false);
      if (!opened) return false;
      router.reset();
      await reload(ALL_AREAS);
      if (which !== "open" && session.platform !== "web") toasts.show({ text: t("start-placed") });
      return true;
    } catch (thrown) {
      if (session.workspace?.open) session.fail(thrown);
      else this.#refused = thrown;
      return false;
    }
  }

  async exportFile(): Promise<void> {
    await this.written(t("shell-export-busy"), () => session.host.exportWorkspace(session.context));
  }

  /** Writes a file through the host: says that it works, then what was written and how to open it. */
  async written(busy: string, write: () => Promise<string | null>): Promise<void> {
    const running = toasts.show({ text: busy, tone: "busy" });
    try {
      const name = await write();
      toasts.drop(running);
      if (name) toasts.show({ text: t("shell-written", { name }), action: { label: t("shell-show-file"), run: () => session.host.showFile().catch((thrown: unknown) => session.fail(thrown)) } });
    } catch (thrown) {
      session.fail(thrown);
    }
  }
}

export const shell = new Shell();
