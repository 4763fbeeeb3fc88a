// Sections of the person page in order. A feature adds one by a file `personSection.ts` in its folder; each loads what it needs by itself.
import type { Component } from "svelte";
import type { PersonId } from "../../generated";

export interface PersonSectionProps {
  person: PersonId;
  /** Something about the person was changed: the page loads again. */
  onchange: () => void;
}

export interface PersonSection {
  order: number;
  /** The heading, worded in the current language. */
  label: () => string;
  component: Component<PersonSectionProps>;
}

type SectionFile = { personSection: PersonSection };

const found = import.meta.glob<SectionFile>("../*/personSection.ts", { eager: true });

/** The sections of some files, in the order they name. */
export const gather = (files: readonly SectionFile[]): PersonSection[] => files.map((file) => file.personSection).sort((a, b) => a.order - b.order);

export const SECTIONS: readonly PersonSection[] = gather(Object.values(found));
