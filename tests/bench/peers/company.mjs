// The generated company of ../company.rs, number for number: the same people, units, reporting and influence lines.
// Deliberately absent: files (interchange.mjs), so that pages can carry this one.

/** Reports of one superior. */
const SPAN = 7;
/** People of one unit. */
const UNIT = 40;

/**
 * `people` people in a tree of reporting lines with 10 % influence lines.
 * Seats by number: `above` is the number of the superior or null; `influence` holds `[from, to]`.
 */
export function company(people) {
  const numbers = Array.from({ length: people }, (_, number) => number);
  return {
    units: Array.from({ length: Math.floor(people / UNIT) + 1 }, (_, unit) => ({ unit, above: unit > 0 ? Math.floor((unit - 1) / SPAN) : null })),
    seats: numbers.map((number) => ({ number, above: number > 0 ? Math.floor((number - 1) / SPAN) : null, unit: Math.floor(number / UNIT), name: `样例${number}`, title: `岗位${number % 12}` })),
    influence: numbers.filter((number) => number % 10 === 9).map((number) => [number, Math.floor(number / 2)]),
  };
}

/** Reports by superior, as lists of numbers. */
export function reports(seats) {
  const below = seats.map(() => []);
  for (const seat of seats) if (seat.above !== null) below[seat.above].push(seat.number);
  return below;
}

/** How many stand under each seat, at any depth. Superiors have lower numbers than their reports. */
export function branchSizes(seats) {
  const sizes = seats.map(() => 0);
  for (const seat of seats.toReversed()) if (seat.above !== null) sizes[seat.above] += sizes[seat.number] + 1;
  return sizes;
}

/**
 * The drags of P-04: the seat, not directly under the head, whose branch is nearest to `wanted` people,
 * and where it goes in turn: under a sibling, under a sibling of its first superior, and back, so that every move is seen.
 */
export function dragOf(seats, wanted = 500) {
  const sizes = branchSizes(seats);
  const beside = (seat) => seats.find((one) => one.above === seat.above && one !== seat).number;
  const deep = seats.filter((seat) => seat.above !== null && seats[seat.above].above !== null);
  const seat = deep.reduce((best, one) => (Math.abs(sizes[one.number] - wanted) < Math.abs(sizes[best.number] - wanted) ? one : best));
  const [sibling, uncle] = [beside(seat), beside(seats[seat.above])];
  return { seat: seat.number, below: sizes[seat.number], targets: [sibling, uncle, sibling] };
}
