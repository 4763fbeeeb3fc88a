// Whether the plan of the visit on screen is for reading alone; told by the frame, asked by its tabs.
import { getContext, setContext } from "svelte";

const KEY = Symbol("the visit's lock");

export const setLock = (locked: () => boolean): void => void setContext(KEY, locked);
export const lockOf = (): (() => boolean) => getContext<(() => boolean) | undefined>(KEY) ?? (() => false);
