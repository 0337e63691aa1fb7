// Fails the build where a text is missing, unused or hard to read. Writes src/texts/keys.ts, so that the
// type checker refuses a key that no language has. `--check` refuses a stale keys.ts instead of writing it.

import { FluentResource } from "@fluent/bundle";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const MOST_WORDS = 12;
const TOO_TECHNICAL = [
  "synchronis", "authentif", "crypt", "chiffrement", "token", "jeton", "session", "erreur", "serveur", "mot de passe",
  "identifiant", "connexion", "se connecter", "déconnect", "verrouill", "fichier", "document", "coffre-fort",
  "certifié", "aidants connect", "pin", "usb", "cloud", "compte", "utilisateur", "données", "cliquez", "rgs",
];
const SIGNS = { "!": "exclamation mark", "(": "parenthesis", ")": "parenthesis", "%": "percent", ";": "semicolon" };

const source = fileURLToPath(new URL("../src/", import.meta.url));
const faults = [];
const [french, english] = ["fr", "en"].map(readTexts);

compareLanguages();
checkUse();
for (const [key, variants] of french) variants.forEach((text) => checkFrench(key, text));
writeKeys();

if (faults.length > 0) {
  console.error(faults.join("\n"));
  process.exit(1);
}
console.log(`texts: ${french.size} keys in French and in English, all used, all easy`);

function readTexts(language) {
  const file = readFileSync(join(source, `texts/${language}.ftl`), "utf8");
  const written = [...file.matchAll(/^([a-z][\w-]*) *=/gm)].map((found) => found[1]);
  const parsed = new Map(new FluentResource(file).body.map((message) => [message.id, variantsOf(message.value)]));
  for (const key of written) if (!parsed.has(key)) faults.push(`${language}: ${key} cannot be read`);
  if (written.length !== new Set(written).size) faults.push(`${language}: a key stands twice`);
  return parsed;
}

/** Every text a message can become; what the person wrote counts as one word. */
function variantsOf(value) {
  if (typeof value === "string") return [value];
  return [].concat(value).reduce((texts, part) => {
    const next = typeof part === "string" ? [part]
      : part.type === "select" ? part.variants.flatMap((variant) => variantsOf(variant.value))
      : ["mot"];
    return texts.flatMap((text) => next.map((more) => text + more));
  }, [""]);
}

function compareLanguages() {
  for (const key of french.keys()) if (!english.has(key)) faults.push(`en: ${key} is missing`);
  for (const key of english.keys()) if (!french.has(key)) faults.push(`fr: ${key} is missing`);
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

function checkFrench(key, text) {
  for (const [sign, name] of Object.entries(SIGNS)) if (text.includes(sign)) faults.push(`fr: ${key}: ${name}`);
  for (const word of TOO_TECHNICAL) {
    if (new RegExp(`(?<![\\p{L}])${word}`, "iu").test(text)) faults.push(`fr: ${key}: "${word}" is too technical`);
  }
  for (const sentence of text.split(/[.?…]+(?:\s|$)/)) {
    const words = sentence.split(/[\s\u00a0\u202f]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
    if (words.length > MOST_WORDS) faults.push(`fr: ${key}: ${words.length} words: ${sentence.trim()}`);
  }
}

function writeKeys() {
  const lines = [...french.keys()].map((key) => `  | "${key}"`).join("\n");
  const file = join(source, "texts/keys.ts");
  const wanted = `// Written by scripts/check-texts.mjs from fr.ftl: do not edit.\n\nexport type Key =\n${lines};\n`;
  if (process.argv.includes("--check")) {
    if (readFileSync(file, "utf8") !== wanted) faults.push("src/texts/keys.ts is stale: run npm run texts");
  } else writeFileSync(file, wanted);
}
