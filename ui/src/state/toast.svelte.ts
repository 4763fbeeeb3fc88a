// The one message at the bottom of the view: what was done, and the way back.
export interface Toast {
  id: number;
  text: string;
  /** Shown small beneath, for errors. */
  detail: string | null;
  tone: "done" | "error" | "busy";
  action: { label: string; run: () => unknown } | null;
}

export type ToastPart = Pick<Toast, "text"> & Partial<Omit<Toast, "id" | "text">>;

/** How long a message stays (interface §10). */
export const TOAST_MS = 6000;

class Toasts {
  #current = $state<Toast | null>(null);
  #next = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  get current(): Toast | null {
    return this.#current;
  }

  show(part: ToastPart): number {
    const id = (this.#next += 1);
    this.#current = { detail: null, tone: "done", action: null, ...part, id };
    this.resume();
    return id;
  }

  /** Stops the clock while somebody points at the message or has it focused. */
  hold(): void {
    clearTimeout(this.#timer);
  }

  resume(): void {
    clearTimeout(this.#timer);
    const shown = this.#current;
    if (!shown || shown.tone === "busy") return;
    this.#timer = setTimeout(() => this.drop(shown.id), shown.tone === "error" ? TOAST_MS * 2 : TOAST_MS);
  }

  drop(id?: number): void {
    if (id !== undefined && this.#current?.id !== id) return;
    clearTimeout(this.#timer);
    this.#current = null;
  }
}

export const toasts = new Toasts();
