// The interface's own words: Fluent catalogues, switched at run time. What the core already worded never passes through here.
import { FluentBundle, FluentResource } from "@fluent/bundle";
import type { Lang } from "../generated";
import type { Messages } from "./keys";

const sources: Record<string, string> = import.meta.glob("../../../locales/*/*.ftl", { query: "?raw", import: "default", eager: true });

export type Key = keyof Messages;
/** A message without arguments. */
export type PlainKey = { [K in Key]: [Messages[K]] extends [never] ? K : never }[Key];
type Values = Record<string, string | number>;
type Arguments<K extends Key> = [Messages[K]] extends [never] ? [] : [values: Record<Messages[K], string | number>];

function bundle(lang: Lang): FluentBundle {
  // Isolation marks show as boxes in some fonts and break searching copied text.
  const made = new FluentBundle(lang, { useIsolating: false });
  for (const [path, text] of Object.entries(sources)) if (path.includes(`/${lang}/`)) made.addResource(new FluentResource(text));
  return made;
}

const bundles = new Map<Lang, FluentBundle>();

class Language {
  #lang = $state<Lang>("zh-CN");

  get lang(): Lang {
    return this.#lang;
  }

  set lang(lang: Lang) {
    this.#lang = lang;
    document.documentElement.lang = lang;
  }

  /** The message, or `null` when the catalogue has none. */
  find(key: string, values: Values = {}): string | null {
    let own = bundles.get(this.#lang);
    if (!own) bundles.set(this.#lang, (own = bundle(this.#lang)));
    const pattern = own.getMessage(key)?.value;
    return pattern ? own.formatPattern(pattern, values, []) : null;
  }
}

export const language = new Language();

/** The message for a key with its arguments. */
export function t<K extends Key>(key: K, ...values: Arguments<K>): string {
  return language.find(key, values[0] as Values | undefined) ?? key;
}

/** The message for a key that is put together at run time (codes), or `fallback`. */
export function tCode(key: string, fallback: Key, values: Values = {}): string {
  return language.find(key, values) ?? language.find(fallback, values) ?? fallback;
}
