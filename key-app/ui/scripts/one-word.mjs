// One word for one thing, in every language: the table of docs/words.md is the rule, this reads it.

import { readFileSync } from "node:fs";

const TABLE = /^## The same word in nine languages$([\s\S]*?)^## /m;

/** For each thing: its French beginning of a word, and by language what must then be said. */
export function things(file) {
  const [, table = ""] = TABLE.exec(readFileSync(file, "utf8")) ?? [];
  const [head, , ...rows] = table.split("\n").filter((line) => line.startsWith("|")).map(cells);
  if (!head) throw new Error(`${file}: the table of words is not there`);
  return rows.map((row) => Object.fromEntries(head.map((language, place) => [language, row[place].split(" / ")])));
}

/** Things that the French text names, in each of its variants, and this one does not. */
export function missing(all, language, french, text) {
  const names = (word) => french.every((variant) => new RegExp(`(?<!\\p{L})${word}`, "iu").test(variant));
  return all
    .filter((thing) => thing.fr.some(names))
    .filter((thing) => !thing[language].some((word) => lower(text, language).includes(lower(word, language))))
    .map((thing) => thing[language].join(" / "));
}

function lower(text, language) {
  return text.toLocaleLowerCase(language);
}

function cells(line) {
  return line.split("|").slice(1, -1).map((cell) => cell.trim());
}
