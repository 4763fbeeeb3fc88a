// What the pointer's wishes mean on this map.

import type { SeatId } from "../../../generated";
import type { MapState } from "../map.svelte";
import type { Wishes } from "../paint/gestures";
import type { Hit } from "../paint/hit";
import type { Stage } from "../paint/stage";
import type { Beneath } from "./carrying.svelte";

const seatOf = (hit: Hit): SeatId | null => (hit.on === "card" || hit.on === "port" || hit.on === "knob" ? hit.seat : null);

/** `onfocus`: gives the keyboard back to the map. */
export function handOf(map: MapState, stage: Stage, onfocus: () => void): Wishes {
  const { edit } = map;
  const beneath = (hit: Hit, at: [number, number]): Beneath => {
    const seat = seatOf(hit);
    return { card: seat === null ? null : (map.cardOf(seat) ?? null), unit: hit.on === "unit" ? hit.unit : (stage.spatial?.unitAt(...at)?.unit ?? null) };
  };
  return {
    point: (seat) => map.point(seat),
    pick: (hit, more) => pick(map, hit, more, onfocus),
    edit: (seat) => void edit.typing.rename(seat),
    menu(hit, x, y) {
      const seat = seatOf(hit);
      if (seat !== null && !map.selection.has(seat)) map.choose(seat);
      if (hit.on === "line") edit.linking.choose(hit.line);
      edit.menu = { hit, x, y };
    },
    lift: (seat, at) => edit.carrying.lift(seat, at),
    carry: (at, over, room) => edit.carrying.over(at, beneath(over, at), room),
    drop: () => void edit.carrying.letGo(),
    giveUp() {
      edit.carrying.giveUp();
      edit.linking.stop();
      edit.marquee = null;
    },
    frame: (box) => (edit.marquee = box),
    framed(box) {
      const seats = (stage.spatial?.cardsIn(box) ?? []).flatMap((at) => stage.scene?.cards[at]?.seat ?? []);
      edit.gather(seats);
      onfocus();
    },
    draw(from, at, over) {
      if (edit.linking.link === null) edit.linking.start(from, at);
      edit.linking.aim(seatOf(over), at);
    },
    drawn(over) {
      const to = seatOf(over);
      if (to === null || to === edit.linking.link?.from) edit.linking.stop();
      else edit.linking.aim(to);
      onfocus();
    },
  };
}

function pick(map: MapState, hit: Hit, more: boolean, onfocus: () => void): void {
  const { edit } = map;
  const seat = seatOf(hit);
  if (edit.linking.link !== null && seat !== null) {
    edit.linking.aim(seat);
    void edit.linking.finish();
  } else if (hit.on === "knob") edit.folding.toggle(hit.seat);
  else if (hit.on === "line" && map.moving === null) edit.linking.choose(hit.line);
  else if (more && seat !== null) {
    map.keyboard = false;
    edit.selection.toggle(seat);
  } else if (!more || seat !== null) {
    edit.linking.choose(null);
    map.pick(seat);
  }
  onfocus();
}
