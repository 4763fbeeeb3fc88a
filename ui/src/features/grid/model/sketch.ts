// Typed rows as a small map: a box each, every superior over the middle of its reports. Lengths in CSS pixels at full size.

import type { PreviewLine } from "./preview";

export const BOX = { width: 148, height: 52 };
const BESIDE = 24;
const BELOW = 44;
const TURN = 6;
/** Between rows of one superior's reports. */
const ROWS = 28;
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
  beneath: Node[];
}

/** Lines come from the top down, each with its depth. */
export function sketch(lines: readonly PreviewLine[]): Sketch {
  const roots = grow(lines);
  let free = 0;
  const leaf = (box: SketchBox) => {
    box.x = free;
    free += BOX.width + BESIDE;
  };
  const place = (node: Node): void => {
    if (stacks(node)) {
      const from = free;
      node.beneath.forEach((one, at) => {
        if (at < MOST) leaf(one.box);
        else one.box.x = from + (at % MOST) * (BOX.width + BESIDE);
        one.box.y += Math.floor(at / MOST) * (BOX.height + ROWS);
      });
    } else node.beneath.forEach(place);
    const [first, last] = [node.beneath[0], stacks(node) ? node.beneath[MOST - 1] : node.beneath.at(-1)];
    if (first === undefined || last === undefined) leaf(node.box);
    else node.box.x = (first.box.x + last.box.x) / 2;
  };
  roots.forEach(place);
  const boxes: SketchBox[] = [];
  const ways: string[] = [];
  const collect = (node: Node): void => {
    boxes.push(node.box);
    for (const one of node.beneath) {
      ways.push(way(node.box, one.box));
      collect(one);
    }
  };
  roots.forEach(collect);
  const height = boxes.reduce((most, box) => Math.max(most, box.y + BOX.height), 0);
  return { boxes, ways, width: Math.max(0, free - BESIDE), height };
}

/** Many reports without reports of their own stand in rows. */
function stacks(node: Node): boolean {
  return node.beneath.length > MOST && node.beneath.every((one) => one.beneath.length === 0);
}

function grow(lines: readonly PreviewLine[]): Node[] {
  const roots: Node[] = [];
  const above: Node[] = [];
  for (const line of lines) {
    const node: Node = { box: { line, x: 0, y: line.depth * (BOX.height + BELOW) }, beneath: [] };
    (line.depth === 0 ? roots : (above[line.depth - 1]?.beneath ?? roots)).push(node);
    above[line.depth] = node;
  }
  return roots;
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

/** To a box of a later row: down beside the boxes above it, where no way of theirs is crossed. */
function later(x1: number, y1: number, middle: number, to: SketchBox): string {
  const gap = to.x - BESIDE / 2;
  const over = to.y - ROWS / 2;
  return `M${x1} ${y1}V${middle}H${gap}V${over - TURN}Q${gap} ${over} ${gap + TURN} ${over}H${to.x + BOX.width / 2 - TURN}Q${to.x + BOX.width / 2} ${over} ${to.x + BOX.width / 2} ${over + TURN}V${to.y}`;
}
