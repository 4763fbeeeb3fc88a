// The map a page shows, put together from what it received: whole, or as differences. No second request is made for it, because
// the core tells each difference from the map it drew last.

function joined(before, pieces) {
  return pieces.flatMap((piece) => (Array.isArray(piece) ? before.slice(piece[0], piece[0] + piece[1]) : [piece]));
}

function merged(before, { rest, cards, ways, frames, outline, lines }) {
  const { scene } = before;
  return { ...rest, scene: { ...rest.scene, cards: joined(scene.cards, cards), lines: joined(scene.lines, ways), units: joined(scene.units, frames) }, outline: joined(before.outline, outline), lines: joined(before.lines, lines) };
}

const NOTHING = { scene: { cards: [], lines: [], units: [] }, outline: [], lines: [] };

/** Follows the maps of a page from now on: `map` is the last one, `asked` what it was asked with. */
export function watchMap(page) {
  const seen = { map: null, asked: null };
  let turn = Promise.resolve();
  const take = async (answer, name) => {
    const { context, request } = answer.request().postDataJSON();
    const body = await answer.json();
    if (name === "get_map") Object.assign(seen, { map: body, asked: { context, request } });
    // Another drawing lay between: everything was told anew.
    else Object.assign(seen, { map: merged(seen.map?.drawing === request.since ? seen.map : NOTHING, body), asked: { context, request: request.map } });
  };
  page.on("response", (answer) => {
    const name = /\/call\/(get_map(?:_change)?)$/.exec(answer.url())?.[1];
    if (name !== undefined && answer.status() === 200) turn = turn.then(() => take(answer, name)).catch(() => undefined);
  });
  return seen;
}

/** The parts in which the map put together differs from the same one asked for whole. Asking makes the page's next map a whole one. */
export async function mapFaults(page, { map, asked }) {
  const whole = await page.evaluate(async (body) => (await fetch("/call/get_map", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) })).json(), asked);
  const parts = ({ scene, ...rest }) => ({ ...rest, ...Object.fromEntries(Object.entries(scene).map(([name, part]) => [`scene ${name}`, part])), drawing: 0 });
  const [found, wanted] = [parts(map), parts(whole)];
  return Object.keys(wanted).filter((name) => JSON.stringify(found[name]) !== JSON.stringify(wanted[name]));
}
