// What a guest is for this visit, in the order of a list.
import type { GuestPart } from "../../../generated";

export const PARTS: readonly GuestPart[] = ["guest", "liaison", "companion", "interpreter"];
