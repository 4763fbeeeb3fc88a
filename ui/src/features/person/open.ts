// The way to a person's page from wherever a seat is chosen.
import type { SeatId } from "../../generated";
import { router } from "../../state/router.svelte";
import { trail } from "./trail.svelte";
import { session } from "../../state/session.svelte";

/** Opens the page of who sits there on a day; of an empty seat there is none. */
export async function openPersonOf(seat: SeatId, day: string = session.today): Promise<void> {
  try {
    const { person } = await session.call("get_seat", { seat, decision: null, as_of: day });
    trail.list = null;
    if (person) router.go({ view: "person", person });
  } catch (thrown) {
    session.fail(thrown);
  }
}
