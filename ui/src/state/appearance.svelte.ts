// Theme and language: the system's by default, switchable at run time, remembered on this computer.
import type { Lang } from "../generated";
import { language } from "../i18n/index.svelte";

export type ThemeChoice = "system" | "light" | "dark";

function remembered(name: string): string | null {
  const asked = new URLSearchParams(location.search).get(name);
  if (asked) return asked;
  try {
    return localStorage.getItem(`dianke-${name}`);
  } catch {
    return null;
  }
}

function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`dianke-${name}`, value);
  } catch {
    // A window without storage simply follows the system next time.
  }
}

class Appearance {
  #theme = $state<ThemeChoice>("system");
  #dark = matchMedia("(prefers-color-scheme: dark)");

  get theme(): ThemeChoice {
    return this.#theme;
  }

  set theme(theme: ThemeChoice) {
    this.#theme = theme;
    remember("theme", theme);
    this.#apply();
  }

  set lang(lang: Lang) {
    language.lang = lang;
    remember("lang", lang);
  }

  /** Reads what was remembered; answers the language chosen earlier, if any. */
  start(): Lang | null {
    const theme = remembered("theme");
    this.#theme = theme === "light" || theme === "dark" ? theme : "system";
    this.#dark.addEventListener("change", () => this.#apply());
    this.#apply();
    const lang = remembered("lang");
    return lang === "zh-CN" || lang === "en" ? lang : null;
  }

  #apply(): void {
    const dark = this.#theme === "dark" || (this.#theme === "system" && this.#dark.matches);
    document.documentElement.dataset["theme"] = dark ? "dark" : "light";
  }
}

export const appearance = new Appearance();
