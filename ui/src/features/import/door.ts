// Which door a dropped file goes through, by the end of its name; what it really is, its reader finds out. Pure.

export type Door = "import" | "calendar" | "photo" | null;

const ENDS: Record<string, Exclude<Door, null>> = { xlsx: "import", csv: "import", txt: "import", tsv: "import", vcf: "import", json: "import", ics: "calendar", jpg: "photo", jpeg: "photo", png: "photo", webp: "photo" };

/** More than the readers take, in bytes: such a file is not even sent. */
export const MOST_BYTES = 50 * 1024 * 1024;

export function doorOf(name: string): Door {
  const end = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  return ENDS[end] ?? null;
}
