// Typed rows as a small map: a box each, every superior over the middle of its reports. Lengths in CSS pixels at full size.

import type { PreviewLine } from "./preview";

export const BOX = { width: 148, height: 52 };
const BESIDE = 24;
const BELOW = 44;
const TURN = 6;
/** Reports beside each other at most, where none of them has reports of their own. */
const MOST = 5;

export interface SketchBox {
  line: PreviewLine;
  x: number;
  y: number;
}

export interface Sketch {
  boxes: SketchBox[];
  /** Ways of the reporting lines, as SVG paths. */
  ways: string[];
  width: number;
  height: number;
}

interface Node {
  box: SketchBox;
  /** How far down, counted in boxes. */
  level: number;
  beneath: Node[];
}

/** Where a branch begins and ends on each level it reaches. */
type Outline = Map<number, { from: number; to: number }>;

/** Lines come from the top down, each with its depth. */
export function sketch(lines: readonly PreviewLine[]): Sketch {
  const roots = grow(lines);
  beside(roots);
  const boxes: SketchBox[] = [];
  const ways: string[] = [];
  const collect = (node: Node): void => {
    node.box.y = node.level * (BOX.height + BELOW);
    boxes.push(node.box);
    for (const one of node.beneath) {
      collect(one);
      ways.push(way(node.box, one.box));
    }
  };
  roots.forEach(collect);
  const left = boxes.reduce((least, box) => Math.min(least, box.x), 0);
  const right = boxes.reduce((most, box) => Math.max(most, box.x + BOX.width), 0);
  const height = boxes.reduce((most, box) => Math.max(most, box.y + BOX.height), 0);
  return { boxes, ways, width: right - left, height };
}

function grow(lines: readonly PreviewLine[]): Node[] {
  const roots: Node[] = [];
  const above: Node[] = [];
  for (const line of lines) {
    const node: Node = { box: { line, x: 0, y: 0 }, level: line.depth, beneath: [] };
    (line.depth === 0 ? roots : (above[line.depth - 1]?.beneath ?? roots)).push(node);
    above[line.depth] = node;
  }
  return roots;
}

/** Many reports without reports of their own stand in rows. */
function stacks(node: Node): boolean {
  return node.beneath.length > MOST && node.beneath.every((one) => one.beneath.length === 0);
}

/** Places a branch by itself, its leftmost box at 0 or right of it. */
function place(node: Node): Outline {
  const outline: Outline = stacks(node) ? rows(node.beneath) : beside(node.beneath);
  const first = node.beneath[0];
  const last = stacks(node) ? node.beneath[MOST - 1] : node.beneath.at(-1);
  node.box.x = first === undefined || last === undefined ? 0 : (first.box.x + last.box.x) / 2;
  outline.set(node.level, { from: node.box.x, to: node.box.x + BOX.width });
  return outline;
}

function rows(nodes: readonly Node[]): Outline {
  const outline: Outline = new Map();
  nodes.forEach((one, at) => {
    one.level += Math.floor(at / MOST);
    one.box.x = (at % MOST) * (BOX.width + BESIDE);
    const known = outline.get(one.level);
    // The way to a later row comes down beside its box.
    outline.set(one.level, { from: known?.from ?? one.box.x - BESIDE / 2, to: one.box.x + BOX.width });
  });
  return outline;
}

/** Puts branches next to each other, as close as no two boxes of a level touch. */
function beside(nodes: readonly Node[]): Outline {
  const whole: Outline = new Map();
  for (const node of nodes) {
    const own = place(node);
    let shift = 0;
    for (const [level, { from }] of own) shift = Math.max(shift, (whole.get(level)?.to ?? -Infinity) + BESIDE - from);
    move(node, shift);
    for (const [level, { from, to }] of own) whole.set(level, { from: whole.get(level)?.from ?? from + shift, to: to + shift });
  }
  return whole;
}

function move(node: Node, by: number): void {
  node.box.x += by;
  node.beneath.forEach((one) => move(one, by));
}

/** From below a box to above another: down, across with rounded turns, down. */
function way(from: SketchBox, to: SketchBox): string {
  const [x1, x2] = [from.x + BOX.width / 2, to.x + BOX.width / 2];
  const [y1, y2] = [from.y + BOX.height, to.y];
  const middle = y1 + BELOW / 2;
  if (y2 - y1 > BELOW) return later(x1, y1, middle, to);
  if (Math.abs(x1 - x2) < 2 * TURN) return `M${x1} ${y1}L${x2} ${y2}`;
  const side = x2 > x1 ? TURN : -TURN;
  return `M${x1} ${y1}V${middle - TURN}Q${x1} ${middle} ${x1 + side} ${middle}H${x2 - side}Q${x2} ${middle} ${x2} ${middle + TURN}V${y2}`;
}

/** To a box of a later row: down beside the boxes above it, where no box is crossed. */
function later(x1: number, y1: number, middle: number, to: SketchBox): string {
  const gap = to.x - BESIDE / 2;
  const over = to.y - BELOW / 2;
  return `M${x1} ${y1}V${middle}H${gap}V${over - TURN}Q${gap} ${over} ${gap + TURN} ${over}H${to.x + BOX.width / 2 - TURN}Q${to.x + BOX.width / 2} ${over} ${to.x + BOX.width / 2} ${over + TURN}V${to.y}`;
}
