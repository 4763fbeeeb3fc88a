// Who moves where, which drawing stays chosen, and where the arrows lead.
import { describe, expect, it } from "vitest";
import type { Attendee, PersonId, SeatBox, SeatingDrawingView, SeatingKind, SeatPin, SeatPlaceRow, StaffId, VisitId } from "../../../generated";
import { NEW_ID } from "../plan/lines";
import { another, attendeeOf, chosenOf, codeOf, deviations, keyOf, moved, neighbour, numberAmong, ordered, seatAt, shownOf, unpinned } from "./seats";

const guest = (id: string): Attendee => ({ guest: id as PersonId });
const ours = (id: string): Attendee => ({ ours: id as StaffId });

function row(place: string, who: Attendee | null, note: string | null = null): SeatPlaceRow {
  return { place, place_text: place, who, name: place, post: "", side: "guest", number: 1, tag: "", principal: false, pinned: false, note };
}

function drawing(seats: SeatPlaceRow[], pins: SeatPin[] = [], more: { id?: string; kind?: SeatingKind; vehicle?: string | null } = {}): SeatingDrawingView {
  const { id = NEW_ID, kind = "table_broadside", vehicle = null } = more;
  const record = { id, visit: "v" as VisitId, kind, name: null, vehicle, ours: [], guests: [], our_interpreter: null, their_interpreter: null, tables: [], rows: 1, pins, note: null, position: 0 };
  return { record, stored: id !== NEW_ID, title: kind, summary: "", drawing: { width: 0, height: 0, base: [], seats: [] }, seats, rule: [], checks: [] } as unknown as SeatingDrawingView;
}

describe("somebody put on another place", () => {
  const seats = [row("far:1", guest("a")), row("far:2", guest("b")), row("far:3", null), row("near:1", ours("h"))];

  it("changes places with whoever sits there", () => {
    expect(moved(drawing(seats), "far:1", "far:2")?.pins).toEqual([{ place: "far:2", who: guest("a") }, { place: "far:1", who: guest("b") }]);
  });

  it("takes a free place alone", () => {
    expect(moved(drawing(seats), "far:1", "far:3")?.pins).toEqual([{ place: "far:3", who: guest("a") }]);
  });

  it("is fixed once only, wherever it was fixed before", () => {
    const before = [{ place: "far:1", who: guest("a") }, { place: "far:9", who: guest("b") }, { place: "near:1", who: ours("h") }];
    const pins = moved(drawing(seats, before), "far:1", "far:2")?.pins ?? [];
    expect(pins).toEqual([{ place: "near:1", who: ours("h") }, { place: "far:2", who: guest("a") }, { place: "far:1", who: guest("b") }]);
  });

  it("is nothing from a free place, to the same, or to one that is not there", () => {
    expect([moved(drawing(seats), "far:3", "far:1"), moved(drawing(seats), "far:1", "far:1"), moved(drawing(seats), "far:1", "far:7")]).toEqual([null, null, null]);
  });

  it("leaves the record asked about as it was", () => {
    const one = drawing(seats, [{ place: "far:1", who: guest("a") }]);
    moved(one, "far:1", "far:2");
    expect(unpinned(one.record, "far:1").pins).toEqual([]);
    expect(one.record.pins).toHaveLength(1);
  });
});

describe("the chosen drawing", () => {
  const [talks, photo, car] = [drawing([]), drawing([], [], { kind: "photo" }), drawing([], [], { kind: "car", vehicle: "c1" })];

  it("stays the same when a proposal is stored", () => {
    const stored = drawing([], [], { id: "s1" });
    expect(shownOf([stored, photo, car], chosenOf(talks))).toBe(stored);
    expect(shownOf([photo, talks], chosenOf(stored))).toBe(talks);
  });

  it("is the one just added", () => {
    const [one, two] = [drawing([], [], { id: "s1" }), drawing([], [], { id: "s2" })];
    expect(shownOf([one, two, photo], { id: NEW_ID, kind: "table_broadside", vehicle: null, last: true })).toBe(two);
  });

  it("is the first stored one while nobody chose", () => {
    const stored = drawing([], [], { id: "s2", kind: "photo" });
    expect(shownOf([talks, stored], null)).toBe(stored);
    expect(shownOf([talks, photo], null)).toBe(talks);
    expect(shownOf([], null)).toBeUndefined();
  });

  it("two of one kind are told apart by their identity", () => {
    const [one, two] = [drawing([], [], { id: "s1" }), drawing([], [], { id: "s2" })];
    expect(shownOf([one, two], chosenOf(two))).toBe(two);
    expect([keyOf(one), keyOf(talks), keyOf(car)]).toEqual(["s1", "table_broadside:", "car:c1"]);
  });

  it("stands where its kind stands, stored or not", () => {
    expect(ordered([car, drawing([], [], { id: "s", kind: "photo" }), talks]).map((one) => one.record.kind)).toEqual(["table_broadside", "photo", "car"]);
  });
});

describe("places in the drawing", () => {
  const box = (place: string, x: number, y: number): SeatBox => ({ place, rect: { x, y, w: 10, h: 10 }, prims: [] });
  const seats = [box("a", 0, 0), box("b", 20, 0), box("c", 60, 0), box("d", 21, 40)];

  it("arrows lead to the nearest in their direction", () => {
    const to = (from: string, dx: number, dy: number) => neighbour(seats, from, dx, dy)?.place;
    expect([to("a", 1, 0), to("b", 1, 0), to("b", 0, 1), to("d", 0, -1), to("c", 1, 0), to("a", 0, -1)]).toEqual(["b", "c", "d", "b", undefined, undefined]);
  });

  it("a point hits the seat it lies in", () => {
    expect([seatAt(seats, 25, 5)?.place, seatAt(seats, 15, 5)]).toEqual(["b", undefined]);
  });

  it("those with a note stand otherwise than the rules say", () => {
    expect(deviations([row("a", null), row("b", guest("x"), "note")]).map((one) => one.place)).toEqual(["b"]);
  });
});

it("somebody and the code in lists are one", () => {
  for (const who of [guest("p"), ours("s"), { named: "样例一" }]) expect(attendeeOf(codeOf(who)[0])).toEqual(who);
  expect([codeOf(null), attendeeOf(undefined)]).toEqual([[], null]);
});

describe("another drawing of a kind", () => {
  it("begins with the same people, new, unnamed and with nobody moved", () => {
    const one = drawing([], [{ place: "far:1", who: guest("a") }], { id: "s1", kind: "round_tables" });
    const copy = another(one);
    expect([copy.stored, copy.record.id, copy.record.pins, copy.record.name, copy.record.kind]).toEqual([false, NEW_ID, [], null, "round_tables"]);
    expect(one.record.pins).toHaveLength(1);
  });

  it("is numbered among those without a name", () => {
    const [one, two, photo] = [drawing([], [], { id: "s1" }), drawing([], [], { id: "s2" }), drawing([], [], { id: "s3", kind: "photo" })];
    expect([one, two, photo].map((each) => numberAmong([one, two, photo], each))).toEqual([1, 2, null]);
  });
});
