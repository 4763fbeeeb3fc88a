// Lines between cards: drawing a new one, and the line that is chosen. The solid line is the seat's place in the tree.

import type { EdgeId, EdgeKind, LineRow, SceneLine, SeatId, SetEdge } from "../../../generated";
import { t } from "../../../i18n/index.svelte";
import { session } from "../../../state/session.svelte";
import { toasts } from "../../../state/toast.svelte";
import type { MapState } from "../map.svelte";

/** A line being drawn. */
export interface Link {
  from: SeatId;
  to: SeatId | null;
  kind: EdgeKind;
  strength: number;
  /** Runs from the other card to this one. */
  turned: boolean;
  /** The pointer that draws it, world units; `null`: the other card is chosen by click or key. */
  at: [number, number] | null;
}

/** Kinds with a strength of 1–3. */
export function hasStrength(kind: EdgeKind): boolean {
  return kind === "influences" || kind === "conflicts_with";
}

/** A line by what it is, also when the scene was made anew. */
export function lineKey(line: SceneLine): string {
  return line.edge ?? `${line.kind}:${line.from}:${line.to}`;
}

export class Linking {
  #link = $state.raw<Link | null>(null);
  #chosen = $state<string | null>(null);
  /** What the last line was: the next one is likely the same. */
  private last: Pick<Link, "kind" | "strength"> = { kind: "influences", strength: 2 };
  #line = $derived.by(() => {
    const key = this.#chosen;
    return key === null ? null : ((this.map.view?.scene.lines ?? []).find((line) => lineKey(line) === key) ?? null);
  });

  /** The line was chosen with the keyboard. */
  keys = false;

  constructor(private readonly map: MapState) {}

  get link(): Link | null {
    return this.#link;
  }

  /** The chosen line, while it is on the map. */
  get line(): SceneLine | null {
    return this.#line;
  }

  /** What is known of the chosen line; `null` for a solid one. */
  get row(): LineRow | null {
    const edge = this.#line?.edge ?? null;
    return edge === null ? null : (this.map.view?.lines.find((row) => row.edge === edge) ?? null);
  }

  /** `keys`: the keyboard goes on in the line's panel. */
  choose(line: SceneLine | null, keys = false): void {
    this.#chosen = line === null ? null : lineKey(line);
    this.keys = keys;
    if (line !== null) this.map.pick(null);
  }

  /** Starts a line from a card; with `at` the pointer draws it. */
  start(from: SeatId | null = this.map.selected, at: [number, number] | null = null): void {
    if (from === null || this.map.readOnly) return;
    this.map.stopMove();
    this.map.edit.typing.stop();
    this.#chosen = null;
    this.#link = { from, to: null, turned: false, at, ...this.last };
  }

  stop(): void {
    this.#link = null;
  }

  /** Changes what is being drawn. */
  shape(part: Partial<Pick<Link, "kind" | "strength" | "turned">>): void {
    if (this.#link !== null) this.#link = { ...this.#link, ...part };
  }

  aim(to: SeatId | null, at: [number, number] | null = null): void {
    if (this.#link !== null) this.#link = { ...this.#link, to: to === this.#link.from ? null : to, at };
  }

  /** Draws the line. Without another card it waits on. */
  async finish(): Promise<void> {
    const link = this.#link;
    if (link === null || link.to === null) return;
    const [from, to] = link.turned ? [link.to, link.from] : [link.from, link.to];
    const drop = link.kind === "reports_to" ? this.map.judge(from, to) : "allowed";
    if (drop === "cycle") {
      toasts.show({ text: t("map-screen-drop-cycle", { name: this.nameOf(from), superior: this.nameOf(to) }), tone: "error" });
      return;
    }
    this.#link = null;
    this.last = { kind: link.kind, strength: link.strength };
    if (link.kind === "reports_to") return void (drop === "allowed" && (await this.map.edit.moveUnder([from], to)));
    await session.change("add_edge", { account: this.map.account, kind: link.kind, from_seat: from, to_seat: to, strength: hasStrength(link.kind) ? link.strength : null, on: session.today, evidence: null });
  }

  async set(part: Partial<Omit<SetEdge, "edge">>): Promise<void> {
    const row = this.row;
    if (row === null || this.map.readOnly) return;
    const kind = part.kind ?? row.kind;
    const strength = part.strength ?? row.strength ?? 1;
    await session.change("set_edge", { edge: row.edge, kind, strength: hasStrength(kind) ? strength : null, evidence: part.evidence === undefined ? row.evidence : part.evidence, reversed: part.reversed ?? false });
  }

  /** Ends the chosen line; a solid one leaves its seat without a superior. */
  async end(on: string = session.today): Promise<void> {
    const line = this.#line;
    if (line === null || this.map.readOnly) return;
    if (line.kind === "reports_to") {
      const changed = await session.change("move_seat", { seat: line.from, superior: null, unit: null, on });
      if (changed !== null) this.#chosen = null;
    } else if (line.edge !== null) await this.endEdge(line.edge, on);
  }

  private async endEdge(edge: EdgeId, on: string): Promise<void> {
    const changed = await session.change("end_edge", { edge, on });
    if (changed !== null) this.#chosen = null;
  }

  /** Lines of a seat that have a panel of their own. */
  of(seat: SeatId): SceneLine[] {
    return (this.map.view?.scene.lines ?? []).filter((line) => (line.from === seat || line.to === seat) && line.kind !== "reports_to" && line.kind !== "same_person");
  }

  nameOf(seat: SeatId | null): string {
    return seat === null ? "" : (this.map.rowOf(seat)?.name ?? "");
  }
}
