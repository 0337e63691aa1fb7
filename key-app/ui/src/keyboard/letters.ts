// Which keys stand where: the letters of a script in the order of its own keyboards, what is often wanted above them,
// and digits and signs on a second page.

import type { KeyboardLayoutObject } from "simple-keyboard";
import arabic from "simple-keyboard-layouts/build/layouts/arabic";
import french from "simple-keyboard-layouts/build/layouts/french";
import russian from "simple-keyboard-layouts/build/layouts/russian";
import ukrainian from "simple-keyboard-layouts/build/layouts/ukrainian";
import type { Language } from "../languages";
import { languageOf, type Script } from "./scripts";

/** Letters with a mark that the person's language needs, besides a to z. */
const marked: Partial<Record<Language, string>> = {
  es: "á é í ñ ó ú ü ç à è",
  pt: "á à â ã ç é ê í ó ô õ ú",
  ro: "ă â î ș ț é è ç à ê",
  tr: "ç ğ ı i ö ş ü é è à",
};
const FRENCH = "é è ê à â ç ù î ï ô œ";
/** What the Arabic keyboard keeps behind a second key, and names begin with. */
const HAMZA = "أ إ آ ذ";

const SIGNS = ["1 2 3 4 5 6 7 8 9 0", ". , : ? ! ' - _ / @", "€ + = % * # ( ) « »"];
const FOOT = "{page} - {space} ’ . {line} {bksp}";

export function pages(script: Script, language: Language): KeyboardLayoutObject {
  const small = rows(script, language);
  const large = small.map((row) => row.toLocaleUpperCase(languageOf(script, language)));
  const last = small.length - 1;
  // Arabic has no capitals.
  const shifted = (page: string[]) => page.map((row, place) => (place === last && script !== "arabic" ? `{shift} ${row}` : row));
  return { default: [...shifted(small), FOOT], shift: [...shifted(large), FOOT], signs: [...SIGNS, FOOT] };
}

function rows(script: Script, language: Language): string[] {
  if (script === "latin") return [marked[language] ?? FRENCH, ...letters(french)];
  if (script === "arabic") return [HAMZA, ...letters(arabic)];
  return letters(language === "uk" ? ukrainian : russian, language === "uk" ? "" : "ё");
}

/** The three rows of letters: their signs are on the second page, their marked letters in the row above. */
function letters({ layout }: { layout: KeyboardLayoutObject }, more = ""): string[] {
  const [, ...upper] = layout["default"]!.slice(0, 4);
  const plain = upper.map((row) => row.split(" ").filter((key) => /^\p{L}+$/u.test(key) && key !== "ù").join(" "));
  return more ? plain.with(-1, `${plain.at(-1)} ${more}`) : plain;
}
