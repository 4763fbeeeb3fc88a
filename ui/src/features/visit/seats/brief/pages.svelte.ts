// Pages of a paper as pictures: the page looked at and small ones beside it. What is shown stays until the newer is there.
import type { EditionPreview, PageImage, PaperLang, PaperName, VisitId } from "../../../../generated";

export interface Asked {
  visit: VisitId;
  edition: PaperName;
  lang: PaperLang;
}

export type AskPages = (asked: Asked, pages: number[], scale: number | null) => Promise<EditionPreview>;

/** Small pages: as many as are drawn at once, and their pixels per point. */
const AT_ONCE = 6;
const SMALL = 0.32;
/** How many small pages there are at most; the rest is reached by turning. */
export const MOST_SMALL = 24;

export class Pages {
  #page = $state(1);
  #sheet = $state.raw<PageImage | null>(null);
  #about = $state.raw<Omit<EditionPreview, "pages"> | null>(null);
  #small = $state.raw<readonly PageImage[]>([]);
  #busy = $state(false);
  #error = $state.raw<unknown>(null);
  /** The paper that is there. */
  #shown = $state.raw<Asked | null>(null);
  #count: Promise<number> = Promise.resolve(1);
  #turn = 0;
  #round = 0;

  constructor(private readonly ask: AskPages) {}

  /** The page wanted, from 1. */
  get page(): number {
    return this.#page;
  }

  /** The page that is there; another one than wanted while that one is drawn. */
  get sheet(): PageImage | null {
    return this.#sheet;
  }

  get shown(): Asked | null {
    return this.#shown;
  }

  get about(): Omit<EditionPreview, "pages"> | null {
    return this.#about;
  }

  get small(): readonly PageImage[] {
    return this.#small;
  }

  get busy(): boolean {
    return this.#busy;
  }

  get error(): unknown {
    return this.#error;
  }

  go(page: number): void {
    this.#page = Math.max(1, Math.min(page, this.#about?.count ?? 1));
  }

  /** Draws the page again, and the small ones when `whole`: the paper may be another one. */
  async load(asked: Asked, scale: number, whole: boolean): Promise<void> {
    const turn = (this.#turn += 1);
    const round = whole ? (this.#round += 1) : this.#round;
    // A page turned or enlarged meanwhile takes over the large page, never the small ones.
    const late = () => turn !== this.#turn;
    this.#busy = true;
    try {
      // How many pages there are is only known once it is typeset.
      if (whole) this.#count = this.ask(asked, [], null).then((about) => about.count);
      const count = await this.#count;
      if (!late()) await this.#loadPage(asked, scale, count, late);
      if (whole && round === this.#round) await this.#loadSmall(asked, count, () => round !== this.#round);
    } catch (thrown) {
      if (whole ? round === this.#round : !late()) this.#fail(thrown);
    }
  }

  async #loadPage(asked: Asked, scale: number, count: number, late: () => boolean): Promise<void> {
    const other = this.#shown === null || asked.edition !== this.#shown.edition || asked.lang !== this.#shown.lang || asked.visit !== this.#shown.visit;
    const page = other ? 1 : Math.max(1, Math.min(this.#page, count));
    const { pages, ...about } = await this.ask(asked, [page], scale);
    if (late()) return;
    this.#page = page;
    this.#sheet = pages[0] ?? null;
    this.#about = about;
    this.#error = null;
    this.#shown = asked;
    this.#busy = false;
  }

  #fail(thrown: unknown): void {
    this.#turn += 1;
    this.#error = thrown;
    this.#sheet = this.#about = this.#shown = null;
    this.#small = [];
    this.#busy = false;
  }

  async #loadSmall(asked: Asked, count: number, late: () => boolean): Promise<void> {
    const all = Array.from({ length: Math.min(count, MOST_SMALL) }, (_, index) => index + 1);
    const drawn: PageImage[] = [];
    for (let from = 0; from < all.length; from += AT_ONCE) {
      const { pages } = await this.ask(asked, all.slice(from, from + AT_ONCE), SMALL);
      if (late()) return;
      drawn.push(...pages);
      // The old ones of the same paper stay behind those already there.
      this.#small = [...drawn, ...this.#small.filter((one) => one.number > drawn.length && one.number <= count)];
    }
    this.#small = drawn;
  }
}
