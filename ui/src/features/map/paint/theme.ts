// Resolves drawing tokens (`ink-1`) to the colours of the theme in force. Values come from CSS custom properties only.

/** Reads one custom property; returns an empty text when there is none. */
export type PropertyReader = (name: string) => string;

/** Custom properties as they are on the root element now. */
export function rootReader(): PropertyReader {
  const style = getComputedStyle(document.documentElement);
  return (name) => style.getPropertyValue(name);
}

/** Token → colour, remembered until the theme changes. */
export class Theme {
  private readonly colours = new Map<string, string | null>();
  private read: PropertyReader;

  constructor(read: PropertyReader) {
    this.read = read;
  }

  /** Forgets everything; call after the theme changed. */
  refresh(read: PropertyReader): void {
    this.read = read;
    this.colours.clear();
  }

  /** The colour, or `null` when nothing is to be painted (no token, transparent). */
  colour(token: string | null): string | null {
    if (token === null || token === "" || token === "none") return null;
    const known = this.colours.get(token);
    if (known !== undefined) return known;
    const value = this.resolve(token);
    this.colours.set(token, value);
    return value;
  }

  /** A token may carry an opacity in percent: `ink-1/8`. */
  private resolve(token: string): string | null {
    const [name = "", share] = token.split("/");
    const value = this.read(name.startsWith("--") ? name : `--${name}`).trim();
    if (value === "" || value === "transparent") return null;
    if (share === undefined) return value;
    return withAlpha(value, Number(share) / 100);
  }
}

/** A hex colour with an opacity 0…1; other notations are left as they are. */
export function withAlpha(colour: string, alpha: number): string {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  if (hex === null || !Number.isFinite(alpha)) return colour;
  const [r, g, b] = hex.slice(1).map((part) => Number.parseInt(part, 16));
  return `rgba(${r}, ${g}, ${b}, ${Math.min(1, Math.max(0, alpha))})`;
}
