// Fails the build where a text is missing, unused, hard to read or says another word for the same thing, in any of
// the nine languages. Writes src/texts/keys.ts, so that the type checker refuses a key that no language has.
// `--check` refuses a stale keys.ts instead of writing it.

import { FluentResource } from "@fluent/bundle";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { hard } from "./easy.mjs";
import { missing, things } from "./one-word.mjs";

/** Numbers that a text is tried with: plurals beyond them are the same again. */
const COUNTS = Array.from({ length: 200 }, (_, count) => count);
/** What the last variant stands for where a language counts in more ways. */
const REST = ["zero", "many", "other"];
/** Written here, translated and never reread, or reread by somebody who grew up with it. */
/** Texts that are signed, French whatever the language. Law is not easy to read, but it never promises what is not so: the
    file, how its keys begin, and what it never says. The access of a curator is no mandate. */
const SIGNED = [
  ["mandat.fr.ftl", "mandat", /aidants connect|coffre-fort|certifié|procuration/i],
  ["acces.fr.ftl", "acces", /aidants connect|coffre-fort|certifié|procuration|mandat/i],
];
const STATUS = ["written", "draft", "reviewed"];

const source = fileURLToPath(new URL("../src/", import.meta.url));
const words = fileURLToPath(new URL("../../../docs/words.md", import.meta.url));
const faults = [];
const languages = [...readFileSync(join(source, "languages.ts"), "utf8").matchAll(/^ {2}(\w\w): \{ name/gm)].map(([, code]) => code);
const texts = new Map(languages.map((language) => [language, read(language)]));
const french = texts.get("fr").messages;

checkFiles();
for (const language of languages) compare(language);
checkUse();
for (const text of SIGNED) checkSigned(...text);
checkHardWords();
writeKeys();

if (faults.length > 0) {
  console.error(faults.join("\n"));
  process.exit(1);
}
const drafts = languages.filter((language) => texts.get(language).status === "draft");
console.log(`texts: ${french.size} keys in ${languages.length} languages, all used, all easy; drafts: ${drafts.join(" ")}`);

function read(language) {
  const file = readFileSync(join(source, `texts/${language}.ftl`), "utf8");
  const [, status] = /^# status: (\w+)$/m.exec(file) ?? [];
  if (!STATUS.includes(status)) faults.push(`${language}: the status is ${status}, not one of ${STATUS.join(", ")}`);
  const written = [...file.matchAll(/^([a-z][\w-]*) *=/gm)].map(([, key]) => key);
  const messages = new Map(new FluentResource(file).body.map(({ id, value }) => [id, value]));
  for (const key of written) if (!messages.has(key)) faults.push(`${language}: ${key} cannot be read`);
  if (written.length !== new Set(written).size) faults.push(`${language}: a key stands twice`);
  return { status, messages };
}

/** A file without its language, or a language that nobody can choose, is a mistake. */
function checkFiles() {
  const files = readdirSync(join(source, "texts")).filter((name) => name.endsWith(".ftl") && !SIGNED.some(([file]) => file === name)).map((name) => name.slice(0, -4));
  for (const file of files) if (!languages.includes(file)) faults.push(`${file}.ftl: no such language in languages.ts`);
}

/** Each hard word of what a service asks for is explained in every language but French, which the catalogue has. */
function checkHardWords() {
  const needs = fileURLToPath(new URL("../../core/data/needs.json", import.meta.url));
  const wanted = JSON.parse(readFileSync(needs, "utf8")).glossary.map(({ id }) => id);
  for (const language of languages.filter((each) => each !== "fr")) {
    const found = JSON.parse(readFileSync(join(source, `texts/hard-words/${language}.json`), "utf8"));
    for (const id of wanted) if (!found[id]?.trim()) faults.push(`${language}: the hard word ${id} is not explained`);
    for (const id of Object.keys(found)) if (!wanted.includes(id)) faults.push(`${language}: no service has the hard word ${id}`);
  }
}

function compare(language) {
  const all = things(words);
  const { messages } = texts.get(language);
  for (const key of messages.keys()) if (!french.has(key)) faults.push(`fr: ${key} is missing`);
  for (const [key, value] of french) {
    const told = (fault) => faults.push(`${language}: ${key}: ${fault}`);
    const mine = messages.get(key);
    if (mine === undefined) {
      faults.push(`${language}: ${key} is missing`);
      continue;
    }
    const [wanted, used] = [value, mine].map((each) => [...new Set(variables(each))].sort().join(" "));
    if (wanted !== used) told(`uses "${used}", not "${wanted}"`);
    uncounted(language, mine).forEach((form) => told(`no variant for [${form}]`));
    for (const text of variants(mine)) {
      hard(language, text, key).forEach(told);
      missing(all, language, variants(value), text).forEach((word) => told(`does not say ${word}: ${text}`));
    }
  }
}

/** Every text a message can become; what is put in counts as one word. */
function variants(value) {
  return parts(value).reduce((texts, part) => {
    const next = typeof part === "string" ? [part]
      : part.type === "select" ? part.variants.flatMap((variant) => variants(variant.value))
      : ["mot"];
    return texts.flatMap((text) => next.map((more) => text + more));
  }, [""]);
}

function variables(value) {
  return parts(value).flatMap((part) => {
    if (typeof part === "string") return [];
    if (part.type === "select") return [part.selector.name, ...part.variants.flatMap((variant) => variables(variant.value))];
    return [part.name];
  });
}

/** Plural forms that the language needs and the message lacks, where a number stands before what it counts. */
function uncounted(language, value) {
  const rules = new Intl.PluralRules(language);
  return parts(value).filter((part) => part.type === "select").flatMap((select) => {
    const keys = select.variants.map(({ key }) => key.value);
    const counts = select.variants.some((variant) => {
      const pieces = parts(variant.value);
      return pieces.some((piece, place) => piece.name === select.selector.name && /^\s*\p{L}/u.test(pieces[place + 1] ?? ""));
    });
    if (!counts) return [];
    const needed = new Set(COUNTS.filter((count) => !keys.includes(count)).map((count) => rules.select(count)));
    return [...needed].filter((form) => !REST.includes(form) && !keys.includes(form));
  });
}

function parts(value) {
  return [].concat(value);
}

/** A key is used when it stands between quotes in the code; a call of t("…") needs its key. */
function checkUse() {
  const code = readdirSync(source, { recursive: true })
    .filter((name) => /\.(svelte|ts)$/.test(name) && !name.endsWith("keys.ts"))
    .map((name) => readFileSync(join(source, name), "utf8"))
    .join("\n");
  const quoted = new Set([...code.matchAll(/["'`]([a-z][a-z-]+)["'`]/g)].map((found) => found[1]));
  for (const key of french.keys()) if (!quoted.has(key)) faults.push(`${key} is never shown`);
  for (const [, key] of code.matchAll(/\bt\("([^"]+)"/g)) if (!french.has(key)) faults.push(`${key} has no text`);
}

function checkSigned(name, begins, never) {
  // What is said of the file itself is no part of the text.
  const file = readFileSync(join(source, "texts", name), "utf8").replace(/^#.*$/gm, "");
  const code = readFileSync(join(source, "mandate-text.ts"), "utf8");
  const read = new Set(new FluentResource(file).body.map(({ id }) => id));
  const written = [...file.matchAll(/^([a-z][\w-]*) *=/gm)].map(([, key]) => key);
  const asked = new Set([...code.matchAll(new RegExp(`"(${begins}-[a-z-]+)"`, "g"))].map(([, key]) => key));
  for (const key of written) {
    if (!read.has(key)) faults.push(`${name}: ${key} cannot be read`);
    if (!asked.has(key)) faults.push(`${name}: ${key} is never said`);
  }
  for (const key of asked) if (!read.has(key)) faults.push(`${name}: ${key} has no text`);
  const [said] = never.exec(file) ?? [];
  if (said) faults.push(`${name}: "${said}" is never said`);
}

function writeKeys() {
  const union = (names) => names.map((name) => `  | "${name}"`).join("\n");
  const waiting = languages.filter((language) => texts.get(language).status === "draft").map((language) => `"${language}"`).join(", ");
  const file = join(source, "texts/keys.ts");
  const wanted = `// Written by scripts/check-texts.mjs from fr.ftl and the status of each file: do not edit.\n\n`
    + `export const drafts: readonly string[] = [${waiting}];\n\nexport type Key =\n${union([...french.keys()])};\n`;
  if (process.argv.includes("--check")) {
    if (readFileSync(file, "utf8") !== wanted) faults.push("src/texts/keys.ts is stale: run npm run texts");
  } else writeFileSync(file, wanted);
}
