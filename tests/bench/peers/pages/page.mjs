// What every peer's page offers the measuring: a button that opens the company, and `window.bench`.
import { company, dragOf } from "../company.mjs";

/**
 * `open(company, container)` shows it, `close()` takes it away, `painted(company)`: all of it is in the page,
 * `reparent(company, seat, to)` shows the company after the move, `zoom()`: screen pixels for a unit of the drawing.
 */
export function page({ open, close, painted, reparent, zoom }) {
  const people = Number(new URLSearchParams(location.search).get("people"));
  const own = company(people);
  const drag = dragOf(own.seats);
  const container = document.getElementById("chart");
  const button = document.getElementById("open");
  button.addEventListener("click", () => {
    button.hidden = true;
    container.hidden = false;
    open(own, container);
  });
  window.bench = {
    people,
    drag,
    zoom,
    painted: () => painted(own),
    close() {
      close();
      container.replaceChildren();
      container.hidden = true;
      button.hidden = false;
    },
    reparent(target) {
      own.seats[drag.seat].above = target;
      reparent(own, drag.seat, target);
    },
  };
}
