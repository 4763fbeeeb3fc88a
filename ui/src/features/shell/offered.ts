// Commands that the view on screen offers to the palette while it is shown.
import type { Command } from "./commands";

type Offer = () => Command[];
const offers = new Set<Offer>();

/** Answers the way out. */
export function offerCommands(offer: Offer): () => void {
  offers.add(offer);
  return () => void offers.delete(offer);
}

export function offeredCommands(): Command[] {
  return [...offers].flatMap((offer) => offer());
}
