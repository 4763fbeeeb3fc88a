// Typing straight into a card: which card is being written, where it stands, and its way into the file.
// Several may be under way: the next card can be begun while the one before it is still being saved.

import type { Rect, SeatId } from "../../../generated";
import { t } from "../../../i18n/index.svelte";
import { session } from "../../../state/session.svelte";
import { toasts } from "../../../state/toast.svelte";
import type { MapState } from "../map.svelte";
import { draftPlace, editorRect, type DraftKind } from "../model/draft";

/** A card being written. */
export interface Draft {
  /** Tells this card from the next one written in the same way. */
  id: number;
  kind: DraftKind;
  /** The seat it stands beside, above or beneath, or the one renamed. */
  anchor: SeatId | null;
  /** The anchor is still being saved; it is known when this is. */
  waits: Promise<SeatId | null> | null;
  /** World units. */
  rect: Rect;
  name: string;
  post: string;
  /** Its holder is not known: only the post is asked for. */
  unknown: boolean;
  error: string;
}

/** A card on its way into the file. */
interface Pending {
  rect: Rect;
  saved: Promise<SeatId | null>;
}

export class Typing {
  #draft = $state.raw<Draft | null>(null);
  #pending: Pending | null = null;
  /** Refused while the next card was already being written: they come back when that one is done. */
  #refused: Draft[] = [];
  #count = 0;

  constructor(private readonly map: MapState) {}

  get draft(): Draft | null {
    return this.#draft;
  }

  /** A card is on its way into the file. */
  get busy(): boolean {
    return this.#pending !== null;
  }

  /** Begins a card beside the chosen one, or beside the one just written. On an empty map it is the first. */
  begin(kind: Exclude<DraftKind, "rename" | "first">, unknown = false): void {
    const { map } = this;
    if (map.readOnly) return;
    const blank = { name: "", post: "", unknown, error: "" };
    const pending = this.#pending;
    if (pending !== null) {
      this.open({ ...blank, kind, anchor: null, waits: pending.saved, rect: draftPlace(kind, pending.rect, []) });
      return;
    }
    const anchor = map.selected;
    const card = anchor === null ? undefined : map.cardOf(anchor);
    if (anchor === null || card === undefined) return this.first(unknown);
    this.open({ ...blank, kind, anchor, waits: null, rect: draftPlace(kind, card.rect, map.tree.reports(anchor).map((one) => one.rect)) });
  }

  /** The first card of a map, or one without a superior. */
  first(unknown = false): void {
    const { stage, readOnly } = this.map;
    if (readOnly || stage === null) return;
    const { view, size } = stage;
    const rect = { x: (size.w / 2 - view.x) / view.k - 120, y: (size.h / 3 - view.y) / view.k, w: 240, h: 104 };
    this.open({ kind: "first", anchor: null, waits: null, rect, name: "", post: "", unknown, error: "" });
  }

  /** Writes name and post of a card anew. */
  async rename(seat: SeatId | null = this.map.selected): Promise<void> {
    const { map } = this;
    const card = seat === null ? undefined : map.cardOf(seat);
    if (seat === null || card === undefined || map.readOnly) return;
    map.choose(seat);
    try {
      const own = await session.call("get_seat", { seat, decision: map.decision, as_of: map.asOf });
      this.open({ kind: "rename", anchor: seat, waits: null, rect: card.rect, name: own.person === null ? "" : (own.raw_name ?? own.name), post: own.title, unknown: false, error: "" });
    } catch (thrown) {
      session.fail(thrown);
    }
  }

  stop(): void {
    this.#draft = null;
    // After the keyboard has gone back to the map: the card that returns takes it.
    setTimeout(() => this.bringBack());
  }

  /** Sends the card on its way and is ready for the next one at once. A refusal brings it back with what was typed. */
  commit(name: string, post: string): void {
    const draft = this.#draft;
    if (draft === null) return;
    const typed = { ...draft, name: name.trim(), post: post.trim() };
    this.#draft = null;
    const saved = this.save(typed);
    const own: Pending = { rect: draft.rect, saved };
    if (draft.kind !== "rename") this.#pending = own;
    void saved.then((seat) => {
      const last = this.#pending === own;
      if (last) this.#pending = null;
      if (seat !== null && draft.kind !== "rename") this.settle(seat, own, last);
      this.bringBack();
    });
  }

  /** A new card has its place: the next one is written beside it. */
  private settle(seat: SeatId, own: Pending, last: boolean): void {
    const draft = this.#draft;
    if (last) this.map.choose(seat);
    if (draft === null && last) return this.map.revealSeat(seat);
    const card = this.map.cardOf(seat);
    if (draft?.waits === own.saved && card !== undefined) this.#draft = { ...draft, anchor: seat, waits: null, rect: draftPlace(draft.kind, card.rect, []) };
  }

  /** The oldest refused card, with what was typed and why it was refused, once nothing else is being written. */
  private bringBack(): void {
    if (this.#draft !== null || this.busy) return;
    this.#draft = this.#refused.shift() ?? null;
  }

  private open(part: Omit<Draft, "id">): void {
    const { map } = this;
    // A refused card that nobody has dealt with makes room and waits.
    if (this.#draft !== null && this.#draft.error !== "") this.#refused.push(this.#draft);
    const draft = { ...part, id: (this.#count += 1) };
    map.stopAdding();
    map.stopMove();
    map.keyboard = true;
    this.#draft = draft;
    if (map.stage !== null) map.stage.flyTo(map.stage.revealing(editorRect(draft.rect, map.stage.goal.k)));
  }

  private async save(draft: Draft): Promise<SeatId | null> {
    try {
      if (draft.kind === "rename") return await this.saveNames(draft);
      // When the card before was refused, the one before that is the neighbour.
      const anchor = draft.waits === null ? draft.anchor : ((await draft.waits) ?? this.map.selected);
      const changed = await session.tryChange("add_seat", this.request(draft, anchor));
      return changed.created as SeatId | null;
    } catch (thrown) {
      const back: Draft = { ...draft, id: (this.#count += 1), waits: null, anchor: draft.anchor ?? this.map.selected, error: session.errorText(thrown) };
      if (this.#draft === null) this.#draft = back;
      else {
        this.#refused.push(back);
        toasts.show({ tone: "error", text: t("map-edit-refused-waits"), detail: back.error });
      }
      return null;
    }
  }

  private async saveNames(draft: Draft): Promise<SeatId | null> {
    await session.tryChange("rename_seat", { seat: draft.anchor as SeatId, name: draft.name === "" ? null : draft.name, title: draft.post || t("map-edit-post-unknown") });
    return draft.anchor;
  }

  private request(draft: Draft, anchor: SeatId | null) {
    const row = anchor === null ? null : this.map.rowOf(anchor);
    const parent = row?.parent ?? null;
    return {
      account: this.map.account,
      unit: row?.unit ?? this.map.view?.units[0]?.unit ?? null,
      superior: draft.kind === "report" ? anchor : draft.kind === "first" ? null : parent,
      report: draft.kind === "boss" ? anchor : null,
      after: draft.kind === "peer" ? anchor : null,
      name: draft.name === "" ? null : draft.name,
      title: draft.post || t("map-edit-post-unknown"),
      rank_level: null,
      decision: this.map.decision,
      join: true,
    };
  }
}
