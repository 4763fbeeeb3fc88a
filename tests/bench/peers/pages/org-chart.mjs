// The company in d3-org-chart, everything expanded, no animation; influence lines are its "connections".
import { OrgChart } from "d3-org-chart";
import { H, W } from "./place.mjs";
import { page } from "./page.mjs";

let chart = null;
let rows = [];

page({
  open({ seats, influence }, container) {
    rows = seats.map((seat) => ({ id: String(seat.number), parentId: seat.above === null ? "" : String(seat.above), name: seat.name, title: seat.title, _expanded: true }));
    chart = new OrgChart()
      .container(container)
      .svgHeight(window.innerHeight)
      .duration(0)
      .data(rows)
      .connections(influence.map(([from, to]) => ({ from: String(from), to: String(to), label: "" })))
      .nodeWidth(() => W)
      .nodeHeight(() => H)
      .minPagingVisibleNodes(() => Number.MAX_SAFE_INTEGER)
      .nodeContent(({ data }) => `<div style="width:100%;height:100%;border:1px solid">${data.name} ${data.title}</div>`)
      .render()
      .fit({ animate: false });
  },
  close: () => chart.clear(),
  // Nodes come in by a transition, though one of no duration.
  painted({ seats }) {
    const nodes = document.querySelectorAll(".nodes-wrapper .node");
    return nodes.length === seats.length && nodes[seats.length - 1].getAttribute("opacity") === "1";
  },
  reparent(_, seat, to) {
    rows[seat].parentId = String(to);
    chart.data(rows).render();
  },
  zoom: () => chart.getChartState().lastTransform.k,
});
