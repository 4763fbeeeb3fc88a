// The part of a picture that is kept: always 3 to 4, always inside, never smaller than a face needs. No screen here.
import type { PhotoPart } from "../../generated";

export interface Size {
  width: number;
  height: number;
}

/** Narrowest part in pixels, if the picture is that wide. */
const NARROW = 120;

/** The widest part there is room for. */
export function widest(size: Size): number {
  return Math.min(size.width, Math.floor((size.height * 3) / 4));
}

/** The part brought back into the picture, its width kept within bounds. */
export function within(part: PhotoPart, size: Size): PhotoPart {
  const most = widest(size);
  const width = Math.round(Math.min(most, Math.max(Math.min(NARROW, most), part.width)));
  const height = Math.min(size.height, Math.round((width * 4) / 3));
  const inside = (from: number, long: number, all: number) => Math.round(Math.min(all - long, Math.max(0, from)));
  return { x: inside(part.x, width, size.width), y: inside(part.y, height, size.height), width, height };
}

export function moved(part: PhotoPart, dx: number, dy: number, size: Size): PhotoPart {
  return within({ ...part, x: part.x + dx, y: part.y + dy }, size);
}

/** The part made this wide around its middle. */
export function widened(part: PhotoPart, width: number, size: Size): PhotoPart {
  const next = within({ ...part, width }, size);
  return within({ ...next, x: part.x + (part.width - next.width) / 2, y: part.y + (part.height - next.height) / 2 }, size);
}

/** How far in, 0 (all of it) to 100, and back. */
export function zoomOf(part: PhotoPart, size: Size): number {
  const [most, least] = [widest(size), Math.min(NARROW, widest(size))];
  return most === least ? 0 : Math.round(((most - part.width) / (most - least)) * 100);
}

export function widthAt(zoom: number, size: Size): number {
  const [most, least] = [widest(size), Math.min(NARROW, widest(size))];
  return most - ((most - least) * zoom) / 100;
}
