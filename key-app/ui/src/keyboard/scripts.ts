// The three scripts of the keyboard on the screen, and whose letters they are.

import type { Language } from "../languages";

export type Script = "latin" | "arabic" | "cyrillic";

/** Written in their own script, as on the keys of a telephone. */
export const scripts: readonly { script: Script; sample: string }[] = [
  { script: "latin", sample: "ABC" },
  { script: "arabic", sample: "أبت" },
  { script: "cyrillic", sample: "АБВ" },
];

export function scriptOf(language: Language): Script {
  if (language === "ar") return "arabic";
  return language === "uk" || language === "ru" ? "cyrillic" : "latin";
}

/** The language whose letters these are, so that they are drawn and spoken as its own. */
export function languageOf(script: Script, language: Language): Language {
  if (scriptOf(language) === script) return language;
  return { latin: "fr", arabic: "ar", cyrillic: "ru" }[script] as Language;
}
