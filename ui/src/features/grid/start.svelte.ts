// The first account of a workspace that is not there yet: typed rows, the name of the account, and the way into a new file.
// It outlives the page: what was typed is there again when the person comes back.

import type { AccountId } from "../../generated";
import { t } from "../../i18n/index.svelte";
import { router } from "../../state/router.svelte";
import { session } from "../../state/session.svelte";
import type { GridDoor } from "./door";
import { GridState } from "./grid.svelte";

class Start {
  name = $state("");
  /** The file was made, whatever came after it: another try does not make a second one. */
  #made = false;
  readonly grid = new GridState(this.#door);

  /** How much waits to become a map. */
  get waiting(): number {
    return this.grid.count;
  }

  get #named(): string {
    return this.name.trim() || t("start-account-name");
  }

  get #door(): GridDoor {
    return {
      account: null,
      check: ({ rows }) => session.call("check_start", { name: this.#named, rows }),
      add: async ({ rows }) => {
        if (!this.#made) this.#made = await session.host.newWorkspace(session.context, false, false);
        if (!this.#made) throw { code: "not-saved", params: {}, cause: null };
        const added = await session.call("start_account", { name: this.#named, rows });
        router.reset({ view: "account", account: added.changed.created as AccountId });
        this.#made = false;
        this.name = "";
        return added;
      },
    };
  }
}

export const start = new Start();
