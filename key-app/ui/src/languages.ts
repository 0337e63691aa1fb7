// The nine languages of the window, each under its own name. No flags, for a language is not a country.

export interface Spoken {
  name: string;
  /** A greeting, so that somebody who cannot read the name may know it when it is heard. */
  hello: string;
  /** "Draft", said in the language itself where nobody has reread its texts. */
  draft: string;
  direction: "ltr" | "rtl";
  /** For dates, numbers and plurals. French offices write 0 to 9, so Arabic does here as well. */
  locale: string;
}

export const spoken = {
  fr: { name: "Français", hello: "Bonjour", draft: "brouillon", direction: "ltr", locale: "fr" },
  en: { name: "English", hello: "Hello", draft: "draft", direction: "ltr", locale: "en" },
  ar: { name: "العربية", hello: "مرحبًا", draft: "مسودة", direction: "rtl", locale: "ar-u-nu-latn" },
  uk: { name: "Українська", hello: "Добрий день", draft: "чернетка", direction: "ltr", locale: "uk" },
  es: { name: "Español", hello: "Buenos días", draft: "borrador", direction: "ltr", locale: "es" },
  pt: { name: "Português", hello: "Bom dia", draft: "rascunho", direction: "ltr", locale: "pt-PT" },
  ro: { name: "Română", hello: "Bună ziua", draft: "ciornă", direction: "ltr", locale: "ro" },
  tr: { name: "Türkçe", hello: "Merhaba", draft: "taslak", direction: "ltr", locale: "tr" },
  ru: { name: "Русский", hello: "Здравствуйте", draft: "черновик", direction: "ltr", locale: "ru" },
} as const satisfies Record<string, Spoken>;

export type Language = keyof typeof spoken;

export const languages = Object.keys(spoken) as readonly Language[];
