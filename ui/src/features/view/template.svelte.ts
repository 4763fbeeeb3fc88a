// The presentation chosen as template; the host holds the file, the page only its name.

import { session } from "../../state/session.svelte";

class Template {
  #name = $state<string | null>(null);

  get name(): string | null {
    return this.#name;
  }

  /** Asks for a file. A file that cannot be a template is thrown, and the one before stays. */
  async pick(): Promise<void> {
    const name = await session.host.pickTemplate();
    if (name !== null) this.#name = name;
  }

  async drop(): Promise<void> {
    await session.host.dropTemplate();
    this.#name = null;
  }
}

export const template = new Template();
