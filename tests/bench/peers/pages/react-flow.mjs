// The company in React Flow: nodes of known size, so that nothing waits for measuring.
import { ReactFlow, useReactFlow } from "@xyflow/react";
import "@xyflow/react/dist/style.css";
import { createElement, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { H, place, W } from "./place.mjs";
import { page } from "./page.mjs";

const nodesOf = (seats) => {
  const places = place(seats);
  return seats.map((seat) => ({ id: String(seat.number), position: places[seat.number], width: W, height: H, data: { label: `${seat.name} ${seat.title}` } }));
};
const edgesOf = ({ seats, influence }) => [
  ...seats.filter((one) => one.above !== null).map((one) => ({ id: `r${one.number}`, source: String(one.above), target: String(one.number), type: "smoothstep" })),
  ...influence.map(([from, to]) => ({ id: `i${from}`, source: String(from), target: String(to), style: { strokeDasharray: "6 4" } })),
];

let show = () => undefined;
let flow = null;

function Chart({ company }) {
  const [graph, setGraph] = useState(() => ({ nodes: nodesOf(company.seats), edges: edgesOf(company) }));
  useEffect(() => {
    show = (next) => flushSync(() => setGraph({ nodes: nodesOf(next.seats), edges: edgesOf(next) }));
  }, []);
  return createElement(ReactFlow, { ...graph, fitView: true, minZoom: 0.001, nodesDraggable: false, elementsSelectable: false }, createElement(Handle));
}

function Handle() {
  flow = useReactFlow();
  return null;
}

let root = null;
page({
  open(company, container) {
    root = createRoot(container);
    root.render(createElement(Chart, { company }));
  },
  close: () => root.unmount(),
  painted: ({ seats, influence }) => document.querySelectorAll(".react-flow__node").length === seats.length && document.querySelectorAll(".react-flow__edge").length === seats.length - 1 + influence.length,
  reparent: (company) => show(company),
  zoom: () => flow.getZoom(),
});
