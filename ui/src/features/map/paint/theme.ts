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

  private resolve(token: string): string | null {
    const value = this.read(`--${token}`).trim();
    return value === "" || value === "transparent" ? null : value;
  }
}
