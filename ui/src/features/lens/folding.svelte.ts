// What of the map's furniture is put away, remembered on this computer.

/** One piece: open, or put away. */
export class Folding {
  #closed = $state(false);

  constructor(private readonly key: string) {
    try {
      this.#closed = localStorage.getItem(key) === "closed";
    } catch {
      // Without storage everything is open.
    }
  }

  get closed(): boolean {
    return this.#closed;
  }

  set closed(closed: boolean) {
    this.#closed = closed;
    try {
      localStorage.setItem(this.key, closed ? "closed" : "open");
    } catch {
      // Without storage it is open again next time.
    }
  }
}

export const legendFolding = new Folding("dianke-legend");
export const timeFolding = new Folding("dianke-time-bar");
