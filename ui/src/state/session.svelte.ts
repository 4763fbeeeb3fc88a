// One window's session: host, day and language, the open workspace, and the one way to change something.
import type { Area, Changed, Contract, Lang, ViewContext, WorkspaceView } from "../generated";
import type { Environment, Host } from "../host";
import { errorWords } from "../i18n/errors";
import { language, t } from "../i18n/index.svelte";
import { reload, subscribe } from "./reload";
import { toasts } from "./toast.svelte";

/** Commands that answer with what they changed. */
export type ChangeName = { [K in keyof Contract]: Contract[K]["response"] extends Changed ? K : never }[keyof Contract];

/** Every area: after another file was opened. */
export const ALL_AREAS: readonly Area[] = ["accounts", "people", "map", "court", "visits", "matters", "staff", "workspace"];

class Session {
  #host: Host | null = null;
  #today = $state("");
  #platform = $state<Environment["platform"]>("web");
  #workspace = $state.raw<WorkspaceView | null>(null);
  #queue: Promise<unknown> = Promise.resolve();

  /** Before `start` nothing may call. */
  get host(): Host {
    if (!this.#host) throw new Error("session not started");
    return this.#host;
  }

  get today(): string {
    return this.#today;
  }

  get platform(): Environment["platform"] {
    return this.#platform;
  }

  get context(): ViewContext {
    return { lang: language.lang, today: this.#today };
  }

  get workspace(): WorkspaceView | null {
    return this.#workspace;
  }

  async start(host: Host, chosen: Lang | null): Promise<void> {
    this.#host = host;
    const environment = await host.environment();
    this.#today = environment.today;
    this.#platform = environment.platform;
    document.documentElement.dataset.platform = environment.platform;
    language.lang = chosen ?? environment.lang;
    subscribe(ALL_AREAS, () => this.loadWorkspace());
    await this.loadWorkspace();
    // A window left open over midnight comes back to another day.
    window.addEventListener("focus", () => void host.environment().then((now) => (this.#today = now.today)).catch(() => undefined));
  }

  async loadWorkspace(): Promise<void> {
    this.#workspace = await this.call("get_workspace", {});
  }

  call<K extends keyof Contract>(name: K, request: Contract[K]["request"]): Promise<Contract[K]["response"]> {
    return this.host.call(name, this.context, request);
  }

  /**
   * Changes something: runs the command, loads the touched areas again and offers the way back.
   * A refusal is shown and answered with `null`. Changes run one after the other.
   */
  async change<K extends ChangeName>(name: K, request: Contract[K]["request"]): Promise<Changed | null> {
    try {
      return await this.tryChange(name, request);
    } catch (thrown) {
      this.fail(thrown);
      return null;
    }
  }

  /** Like `change`, but a refusal is thrown, for forms that show it beside the field. */
  tryChange<K extends ChangeName>(name: K, request: Contract[K]["request"]): Promise<Changed> {
    return this.#inTurn(async () => {
      const changed = (await this.call(name, request)) as Changed;
      await this.#told(changed);
      return changed;
    });
  }

  /** A change that answers in another shape: in its turn like every other, with the touched areas loaded again and the way back offered. */
  changeBy<T extends { changed: Changed }>(ask: () => Promise<T>): Promise<T> {
    return this.#inTurn(async () => {
      const answer = await ask();
      await this.#told(answer.changed);
      return answer;
    });
  }

  /** After a change that answered in another shape (import). */
  settle(changed: Changed): Promise<void> {
    // The message before it would take back another step than it names.
    toasts.drop();
    return this.#inTurn(() => reload([...changed.areas, "workspace"]));
  }

  undo(): Promise<void> {
    return this.#step("undo");
  }

  redo(): Promise<void> {
    return this.#step("redo");
  }

  /** Shows a refusal: what happened, that nothing is lost, and the code. */
  fail(thrown: unknown): void {
    const { text, known, code } = errorWords(thrown);
    toasts.show({ tone: "error", text, detail: [...(known ? [] : [t("shell-error-safe")]), t("shell-error-code", { code })].join(" ") });
  }

  errorText(thrown: unknown): string {
    return errorWords(thrown).text;
  }

  async #told(changed: Changed): Promise<void> {
    await reload(changed.areas.includes("workspace") ? changed.areas : [...changed.areas, "workspace"]);
    toasts.show({ text: changed.step, action: { label: t("shell-undo"), run: () => this.undo() } });
  }

  async #step(name: "undo" | "redo"): Promise<void> {
    try {
      await this.#inTurn(async () => {
        // Only in its turn: what a change just before made undoable is known once that change is through.
        if (!this.#workspace?.[name]) return;
        const changed = await this.call(name, {});
        await reload([...changed.areas, "workspace"]);
        const text = name === "undo" ? t("shell-undone", { step: changed.step }) : t("shell-redone", { step: changed.step });
        toasts.show({ text, action: name === "undo" ? { label: t("shell-redo"), run: () => this.redo() } : { label: t("shell-undo"), run: () => this.undo() } });
      });
    } catch (thrown) {
      this.fail(thrown);
    }
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work, work);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }
}

export const session = new Session();
