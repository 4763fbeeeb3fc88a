// The company in Cytoscape's canvas. `?short` turns on what its manual advises for many elements: while the hand moves
// the last picture is moved and edges are left out.
import cytoscape from "cytoscape";
import { H, place, W } from "./place.mjs";
import { page } from "./page.mjs";

const short = new URLSearchParams(location.search).has("short");
let cy = null;
let rendered = false;

const middles = (seats) => place(seats).map(({ x, y }) => ({ x: x + W / 2, y: y + H / 2 }));
const line = (id, from, to, kind) => ({ group: "edges", data: { id, source: String(from), target: String(to) }, classes: kind });

page({
  open({ seats, influence }, container) {
    rendered = false;
    const places = middles(seats);
    cy = cytoscape({
      container,
      elements: [
        ...seats.map((seat) => ({ group: "nodes", data: { id: String(seat.number), label: `${seat.name} ${seat.title}` }, position: places[seat.number] })),
        ...seats.filter((one) => one.above !== null).map((one) => line(`r${one.number}`, one.above, one.number, "reports")),
        ...influence.map(([from, to]) => line(`i${from}`, from, to, "influence")),
      ],
      layout: { name: "preset", fit: true },
      style: [
        { selector: "node", style: { shape: "rectangle", width: W, height: H, label: "data(label)", "text-valign": "center", "min-zoomed-font-size": 8, "background-color": "#fff", "border-width": 1 } },
        { selector: "edge", style: { width: 1, "curve-style": "haystack" } },
        { selector: ".influence", style: { "line-style": "dashed" } },
      ],
      minZoom: 0.001,
      autoungrabify: true,
      boxSelectionEnabled: false,
      hideEdgesOnViewport: short,
      textureOnViewport: short,
      pixelRatio: 1,
    });
    cy.one("render", () => (rendered = true));
  },
  close: () => cy.destroy(),
  painted: () => rendered,
  reparent({ seats }, seat, to) {
    const places = middles(seats);
    cy.batch(() => {
      cy.getElementById(`r${seat}`).move({ source: String(to) });
      cy.nodes().positions((node) => places[Number(node.id())]);
    });
  },
  zoom: () => cy.zoom(),
});
