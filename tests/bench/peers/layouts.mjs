// The layout peers of P-02: each from the list of seats to places, in the library's own way; reading the places out is not counted.
// Deliberately absent: timing (layout-one.mjs).
import dagre from "@dagrejs/dagre";
import { Graphviz } from "@hpcc-js/wasm-graphviz";
import { flextree } from "d3-flextree";
import { stratify, tree } from "d3-hierarchy";
import ELK from "elkjs/lib/elk.bundled.js";

/** Cards and the room between them, as the Rust bench has them. */
export const [W, H, GAP_X, GAP_Y] = [240, 104, 24, 56];

const rooted = stratify()
  .id((one) => String(one.number))
  .parentId((one) => (one.above === null ? null : String(one.above)));

/** All lines as `[upper, lower]`. */
function lines({ seats, influence }, withInfluence) {
  const own = seats.filter((one) => one.above !== null).map((one) => [one.above, one.number]);
  return withInfluence ? [...own, ...influence] : own;
}

function dagreGraph(company, influence) {
  const graph = new dagre.graphlib.Graph().setGraph({ rankdir: "TB", nodesep: GAP_X, ranksep: GAP_Y }).setDefaultEdgeLabel(() => ({}));
  for (const { number } of company.seats) graph.setNode(String(number), { width: W, height: H });
  for (const [from, to] of lines(company, influence)) graph.setEdge(String(from), String(to));
  return graph;
}

function elkGraph(company, influence) {
  return {
    id: "root",
    layoutOptions: { "elk.algorithm": "layered", "elk.direction": "DOWN" },
    children: company.seats.map(({ number }) => ({ id: String(number), width: W, height: H })),
    edges: lines(company, influence).map(([from, to], index) => ({ id: `e${index}`, sources: [String(from)], targets: [String(to)] })),
  };
}

function dot(company, influence) {
  const edges = lines(company, influence).map(([from, to]) => `${from}->${to}`);
  return `digraph { node [shape=box fixedsize=true width=${W / 72} height=${H / 72} label=""] ${company.seats.map((one) => one.number).join(";")};${edges.join(";")} }`;
}

/** `edges`: takes influence lines. `load` answers the layout of a company. */
export const LAYOUTS = {
  "d3-hierarchy": {
    load: () => (company) => tree().nodeSize([W + GAP_X, H + GAP_Y])(rooted(company.seats)),
  },
  "d3-flextree": {
    load() {
      const layout = flextree({ nodeSize: [W + GAP_X, H + GAP_Y] });
      return (company) => layout(layout.hierarchy(rooted(company.seats), (one) => one.children));
    },
  },
  "wasm-graphviz dot": {
    edges: true,
    async load() {
      const graphviz = await Graphviz.load();
      return (company, influence) => graphviz.dot(dot(company, influence), "plain");
    },
  },
  dagre: {
    edges: true,
    load: () => (company, influence) => dagre.layout(dagreGraph(company, influence)),
  },
  "elkjs layered": {
    edges: true,
    load() {
      const elk = new ELK();
      return (company, influence) => elk.layout(elkGraph(company, influence));
    },
  },
};
